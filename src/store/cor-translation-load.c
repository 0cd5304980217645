/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-translation-load"

#include "config.h"

#include "cor-translation-load.h"

#include "cor-db.h"
#include "cor-language.h"
#include "cor-markdown.h"

static void
load_original (CorDb      *db,
               const char *uuid,
               char      **text,
               char      **language)
{
  sqlite3_stmt *row = cor_db_query (db, "reply-original-get", "s", uuid);

  while (cor_db_next (db, row))
    {
      *text = cor_column_dup (row, 0);
      *language = cor_column_dup (row, 1);
    }
}

/* NULL: she reads it. */
static const char *
get_foreign_language (const CorTranslatorData *translator,
                      const char              *content)
{
  const char *language = cor_language_detect_tag (content);

  return language != NULL && cor_translator_data_get_mode (translator, language) != COR_LANGUAGE_OWN ? language : NULL;
}

/**
 * cor_translation_load:
 * @db: the connection of the calling thread
 * @entry: a message that is being read; gets its language, and what it says in the agent's: what she wrote herself, else
 *   what the machine made of it
 */
void
cor_translation_load (CorDb                   *db,
                      const CorTranslatorData *translator,
                      CorTimelineEntry        *entry)
{
  const char *language;

  if (entry->content == NULL || entry->content[0] == '\0' || entry->is_deleted || entry->kind == COR_MESSAGE_ACTIVITY)
    return;
  language = get_foreign_language (translator, entry->content);
  if (language == NULL)
    return;
  if (entry->uuid != NULL)
    load_original (db, entry->uuid, &entry->original, &entry->original_language);
  if (entry->original == NULL && cor_translation_is_forbidden (db, entry->conversation))
    return;
  entry->foreign_language = language;
  entry->target_language = g_intern_string (translator->target);
  entry->is_translated_always = cor_translator_data_get_mode (translator, language) == COR_LANGUAGE_ALWAYS;
  entry->has_translator = translator->kind != NULL;
  if (entry->original == NULL)
    entry->translation = cor_translation_find (db, translator, entry->content, translator->target);
}

/**
 * cor_translation_load_meaning:
 * @db: the connection of the calling thread
 * @conversation: local id
 * @uuid: (nullable): of the message
 * @content: of the message
 *
 * Nothing is asked for here.
 *
 * Returns: (transfer full) (nullable): what the message says in the agent's language as plain text: what she wrote
 *   herself, else what the machine made of it; %NULL she reads it, or nobody has translated it
 */
char *
cor_translation_load_meaning (CorDb                   *db,
                              const CorTranslatorData *translator,
                              gint64                   conversation,
                              const char              *uuid,
                              const char              *content)
{
  g_autofree char *original = NULL;
  g_autofree char *original_language = NULL;
  g_autoptr (CorTranslation) translation = NULL;

  if (uuid != NULL)
    load_original (db, uuid, &original, &original_language);
  if (original == NULL)
    translation = cor_translation_find (db, translator, content, translator->target);
  /* looked for first, since most texts have none and the rest takes longer */
  if (original == NULL && (translation == NULL || translation->state != COR_TRANSLATION_DONE || cor_translation_is_forbidden (db, conversation)))
    return NULL;
  if (get_foreign_language (translator, content) == NULL)
    return NULL;
  return cor_markdown_to_plain (original != NULL ? original : translation->result);
}

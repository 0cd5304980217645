/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-translation-load"

#include "config.h"

#include "cor-translation-load.h"

#include "cor-db.h"
#include "cor-language.h"

static void
load_original (CorDb            *db,
               CorTimelineEntry *entry)
{
  sqlite3_stmt *row = cor_db_query (db, "reply-original-get", "s", entry->uuid);

  while (cor_db_next (db, row))
    {
      entry->original = cor_column_dup (row, 0);
      entry->original_language = cor_column_dup (row, 1);
    }
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
  language = cor_language_detect_tag (entry->content);
  if (language == NULL || cor_translator_data_get_mode (translator, language) == COR_LANGUAGE_OWN)
    return;
  if (entry->uuid != NULL)
    load_original (db, entry);
  if (entry->original == NULL && cor_translation_is_forbidden (db, entry->conversation))
    return;
  entry->foreign_language = language;
  entry->target_language = g_intern_string (translator->target);
  entry->is_translated_always = cor_translator_data_get_mode (translator, language) == COR_LANGUAGE_ALWAYS;
  entry->has_translator = translator->kind != NULL;
  if (entry->original == NULL)
    entry->translation = cor_translation_find (db, translator, entry->content, translator->target);
}

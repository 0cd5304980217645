/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-reply-gate"

#include "config.h"

#include "cor-reply-gate.h"

#include "cor-insert-source.h"
#include "cor-isolate.h"
#include "cor-reply-load.h"
#include "cor-store-reply-check.h"
#include "cor-template-put.h"

/* Marks of direction are put in when it is queued. */
static gboolean
is_same_text (const char *one,
              const char *other)
{
  g_autofree char *stripped = g_strstrip (cor_isolate_drop (one));
  g_autofree char *other_stripped = g_strstrip (cor_isolate_drop (other));

  return g_str_equal (stripped, other_stripped);
}

/* As it was inserted then and approved now: a text that was changed since is another one. */
static gboolean
is_approved (const CorTemplateVariant *variant,
             const CorInsertSource    *source)
{
  g_autofree char *digest = cor_template_digest_text (variant->text);

  return variant->state == COR_TEMPLATE_APPROVED && g_strcmp0 (variant->locale, source->locale) == 0 && g_strcmp0 (digest, source->version) == 0;
}

static gboolean
has_approved (CorDb                 *db,
              const CorInsertSource *source)
{
  sqlite3_stmt *row = cor_db_query (db, "template-find", "s", source->id);
  g_autoptr (CorTemplate) template = NULL;
  gint64 id = 0;

  if (!cor_db_next (db, row))
    return FALSE;
  template = cor_template_load_row (db, row, &id);
  cor_db_next (db, row);
  cor_template_load_variants (db, template, id);
  for (guint i = 0; i < template->variants->len; i++)
    if (is_approved (template->variants->pdata[i], source))
      return TRUE;
  return FALSE;
}

/* Whether it is a template's approved text, whole and unchanged. */
static gboolean
is_approved_text (CorDb           *db,
                  const char      *text,
                  const GPtrArray *sources)
{
  for (guint i = 0; sources != NULL && i < sources->len; i++)
    {
      const CorInsertSource *source = sources->pdata[i];

      if (g_str_equal (source->kind, COR_SOURCE_TEMPLATE) && source->text != NULL && is_same_text (source->text, text) && has_approved (db, source))
        return TRUE;
    }
  return FALSE;
}

/*
 * cor_reply_may_leave:
 * @text: a reply
 * @sources: (nullable) (element-type CorInsertSource): what was inserted while it was written
 * @n_files: how many files go with it
 * @is_held: whether the desk server says that the conversation is held; what is here is looked at in any case
 *
 * Returns: whether it may go to the customer: under a compliance hold only a template's approved text may, whole,
 *   unchanged and without files
 */
gboolean
cor_reply_may_leave (CorDb           *db,
                     gint64           conversation,
                     const char      *text,
                     const GPtrArray *sources,
                     guint            n_files,
                     gboolean         is_held)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  if (!is_held && !cor_reply_load_is_held (db, conversation, now))
    return TRUE;
  return n_files == 0 && is_approved_text (db, text, sources);
}

/*
 * cor_reply_gate_dup_sent:
 * @text: a reply that is being queued
 *
 * Returns: (transfer full): what is sent: references and amounts in a text from right to left keep their order in the
 *   customer's program too, where the channel does not count each mark as a letter and there is room for them
 */
char *
cor_reply_gate_dup_sent (CorChannel  channel,
                         const char *text)
{
  guint            limit = cor_reply_rules_get_limit (cor_store_get_reply_rules (), channel);
  g_autofree char *sent = channel == COR_CHANNEL_SMS || channel == COR_CHANNEL_X ? NULL : cor_isolate_text (text, COR_ISOLATE_SENT);

  return sent != NULL && (limit == 0 || g_utf8_strlen (sent, -1) <= (glong) limit) ? g_steal_pointer (&sent) : g_strdup (text);
}

/*
 * cor_reply_gate_check:
 * @text: a reply or a note
 *
 * Returns: whether the reply check lets it leave; if not, the transaction has failed with COR_STORE_ERROR_REFUSED and its words
 */
gboolean
cor_reply_gate_check (CorDb      *db,
                      gint64      conversation,
                      gboolean    is_private,
                      const char *text)
{
  g_autoptr (CorReplyContext) context = cor_reply_load_context (db, conversation, is_private, g_get_real_time () / G_USEC_PER_SEC);
  g_autoptr (GPtrArray) findings = context != NULL ? cor_reply_check_run (cor_store_get_reply_rules (), text, context) : NULL;

  if (findings == NULL)
    return FALSE;
  if (!cor_reply_check_stops (findings))
    return TRUE;
  cor_db_fail (db, COR_STORE_ERROR_REFUSED, "%s", ((const CorReplyFinding *) findings->pdata[0])->sentence);
  return FALSE;
}

/*
 * cor_reply_load_sources:
 *
 * Returns: (transfer full) (element-type CorInsertSource): of a reply in the outbox
 */
GPtrArray *
cor_reply_load_sources (CorDb *db,
                        gint64 intent)
{
  GPtrArray    *sources = cor_insert_source_array_new ();
  sqlite3_stmt *row = cor_db_query (db, "intent-sources", "l", intent);

  while (cor_db_next (db, row))
    {
      const CorInsertSource source = {
        .kind = cor_column_text (row, 0),
        .id = cor_column_text (row, 1),
        .version = cor_column_text (row, 2),
        .locale = cor_column_text (row, 3),
        .text = cor_column_text (row, 4),
      };

      g_ptr_array_add (sources, cor_insert_source_copy (&source));
    }
  return sources;
}

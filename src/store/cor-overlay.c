/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-overlay.h"

#include "cor-intent.h"
#include "cor-str.h"

void
cor_effective_clear (CorEffective *self)
{
  g_clear_pointer (&self->assignee_id, g_free);
  g_clear_pointer (&self->labels, g_strfreev);
}

static void
apply_labels (CorEffective *effective,
              const char   *added,
              const char   *removed)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) more = g_strsplit (added != NULL ? added : "", "\n", -1);
  g_auto (GStrv) less = g_strsplit (removed != NULL ? removed : "", "\n", -1);

  for (guint i = 0; effective->labels[i] != NULL; i++)
    if (*effective->labels[i] != '\0' && !g_strv_contains ((const char *const *) less, effective->labels[i]))
      g_strv_builder_add (builder, effective->labels[i]);
  for (guint i = 0; more[i] != NULL; i++)
    if (*more[i] != '\0' && !g_strv_contains ((const char *const *) effective->labels, more[i]))
      g_strv_builder_add (builder, more[i]);

  g_strfreev (effective->labels);
  effective->labels = g_strv_builder_end (builder);
}

/**
 * cor_overlay_apply:
 * @effective: (inout): what the server said
 *
 * Lays over it, in order, what the agent asked for and the server has not confirmed. So a pull never
 * undoes what the agent just did.
 */
void
cor_overlay_apply (CorDb        *db,
                   gint64        conversation,
                   CorEffective *effective)
{
  sqlite3_stmt *row = cor_db_query (db, "overlay-list", "l", conversation);

  while (cor_db_next (db, row))
    {
      CorIntentKind kind = COR_INTENT_REPLY;

      if (!cor_intent_kind_from_string (cor_column_text (row, 0), &kind))
        continue;
      switch (kind)
        {
        case COR_INTENT_STATUS:
          effective->status = (CorStatus) cor_column_int (row, 1);
          effective->snoozed_until = cor_column_int (row, 2);
          break;
        case COR_INTENT_ASSIGN:
          cor_set_str (&effective->assignee_id, cor_column_text (row, 3));
          break;
        case COR_INTENT_PRIORITY:
          effective->priority = (CorPriority) cor_column_int (row, 4);
          break;
        case COR_INTENT_LABELS:
          apply_labels (effective, cor_column_text (row, 5), cor_column_text (row, 6));
          break;
        case COR_INTENT_SEEN:
          effective->is_seen = TRUE;
          break;
        case COR_INTENT_REPLY:
        case COR_INTENT_NOTE:
        case COR_INTENT_PROCEDURE: /* no list shows it: cor-store-procedures.c */
        case COR_INTENT_PAYMENT:   /* likewise: cor-store-payment-links.c */
        default:
          break;
        }
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-store-procedures"

#include "config.h"

#include "cor-store-procedures.h"

#include "cor-db.h"
#include "cor-intent.h"

void
cor_procedure_set_free (CorProcedureSet *self)
{
  g_ptr_array_unref (self->procedures);
  g_hash_table_unref (self->names);
  g_free (self->own_id);
  g_free (self);
}

static void
read_agents (CorDb           *db,
             gint64           conversation,
             CorProcedureSet *set)
{
  sqlite3_stmt *row = cor_db_query (db, "agent-of-conversation", "l", conversation);

  while (cor_db_next (db, row))
    {
      g_hash_table_replace (set->names, cor_column_dup (row, 0), cor_column_dup (row, 1));
      if (cor_column_int (row, 2) != 0)
        {
          g_free (set->own_id);
          set->own_id = cor_column_dup (row, 0);
        }
    }
}

static void
read_procedures (CorDb           *db,
                 gint64           conversation,
                 CorProcedureSet *set)
{
  sqlite3_stmt *row = cor_db_query (db, "procedure-list", "l", conversation);

  while (cor_db_next (db, row))
    {
      g_autofree char *slug = cor_procedure_dup_slug (cor_column_text (row, 0));
      CorProcedure    *procedure = cor_procedure_new_from_text (slug, cor_column_text (row, 1));

      if (procedure != NULL)
        g_ptr_array_add (set->procedures, procedure);
    }
}

static void
lay_over (CorProcedureSet *set,
          const char      *text)
{
  g_autofree char   *slug = NULL;
  CorProcedureChange change = { 0 };
  CorProcedure      *procedure = NULL;
  guint              place = 0;

  if (!cor_procedure_change_from_text (text, &change, &slug))
    return;
  while (place < set->procedures->len && !g_str_equal (((CorProcedure *) set->procedures->pdata[place])->slug, slug))
    place++;
  if (place < set->procedures->len)
    procedure = g_ptr_array_steal_index (set->procedures, place);
  cor_procedure_apply (&procedure, &change, set->own_id);
  if (procedure != NULL)
    g_ptr_array_insert (set->procedures, (int) place, procedure);
}

/* What the desk does not have yet; while it is held the desk's word stands. */
static void
read_pending (CorDb           *db,
              gint64           conversation,
              CorProcedureSet *set)
{
  sqlite3_stmt *row = cor_db_query (db, "overlay-list", "l", conversation);

  while (cor_db_next (db, row))
    {
      CorIntentKind kind = COR_INTENT_REPLY;
      g_auto (GStrv) changes = g_strsplit (cor_column_text (row, 5) != NULL ? cor_column_text (row, 5) : "", "\n", -1);

      if (!cor_intent_kind_from_string (cor_column_text (row, 0), &kind) || kind != COR_INTENT_PROCEDURE)
        continue;
      for (guint i = 0; changes[i] != NULL; i++)
        lay_over (set, changes[i]);
    }
}

static gpointer
list_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  gint64           conversation = *(const gint64 *) data;
  CorProcedureSet *set = g_new0 (CorProcedureSet, 1);

  set->procedures = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_procedure_free);
  set->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  read_agents (db, conversation, set);
  read_procedures (db, conversation, set);
  read_pending (db, conversation, set);
  return set;
}

/**
 * cor_store_list_procedures_async:
 * @conversation: local id
 *
 * Reads the procedures that somebody started in a conversation, those that are finished too.
 */
void
cor_store_list_procedures_async (CorStore           *store,
                                 gint64              conversation,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, list_job, g_memdup2 (&conversation, sizeof conversation), g_free,
                       (GDestroyNotify) cor_procedure_set_free, cancellable, callback, user_data);
}

/**
 * cor_store_list_procedures_finish:
 *
 * Returns: (transfer full): the procedures
 */
CorProcedureSet *
cor_store_list_procedures_finish (CorStore     *store,
                                  GAsyncResult *result,
                                  GError      **error)
{
  return cor_store_run_finish (store, result, error);
}

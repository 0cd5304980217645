/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-store-payment-links"

#include "config.h"

#include "cor-store-payment-links.h"

#include "cor-db.h"
#include "cor-intent.h"
#include "cor-payment-load.h"
#include "cor-payment-mention.h"
#include "cor-str.h"

/* More are no choice. */
#define MOST_CANDIDATES 8

void
cor_payment_link_free (CorPaymentLink *self)
{
  g_free (self->reference);
  g_free (self->role);
  g_free (self->method);
  g_free (self->verified_by);
  g_free (self);
}

static gint64
read_moment (sqlite3_stmt *row,
             int           column)
{
  g_autoptr (GDateTime) moment = NULL;
  const char *text = cor_column_text (row, column);

  if (sqlite3_column_type (row, column) == SQLITE_INTEGER)
    return cor_column_int (row, column);
  moment = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;
  return moment != NULL ? g_date_time_to_unix (moment) : 0;
}

/* What the agent asked for and the desk has not got; while it is held the desk's word stands. A strv, a change each. */
static char **
dup_pending (CorDb *db,
             gint64 conversation)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  sqlite3_stmt *row = cor_db_query (db, "overlay-list", "l", conversation);

  while (cor_db_next (db, row))
    {
      const char *text = cor_column_text (row, 5);
      g_auto (GStrv) changes = g_strsplit (text != NULL ? text : "", "\n", -1);

      if (g_strcmp0 (cor_column_text (row, 0), cor_intent_kind_to_string (COR_INTENT_PAYMENT)) == 0)
        g_strv_builder_addv (builder, (const char **) changes);
    }
  return g_strv_builder_end (builder);
}

static void
verify (CorPaymentTrust     *trust,
        const CorLinkChange *change)
{
  if (change->act == COR_LINK_VERIFY && change->at > trust->verified_at)
    {
      trust->verified_at = change->at;
      cor_set_str (&trust->method, change->word);
      cor_set_str (&trust->by, NULL);
      trust->is_own = TRUE;
    }
  if (change->act == COR_LINK_UNVERIFY && change->at >= trust->verified_at)
    trust->verified_at = 0;
}

static void
read_trust (CorDb           *db,
            gint64           conversation,
            CorPaymentTrust *trust)
{
  sqlite3_stmt *row = cor_db_query (db, "payment-verification", "l", conversation);

  while (cor_db_next (db, row))
    {
      trust->verified_at = read_moment (row, 0);
      cor_set_str (&trust->method, cor_column_text (row, 1));
      cor_set_str (&trust->by, cor_column_text (row, 2));
    }
}

/* Who verified, by the name that colleagues know. */
static void
name_agent (CorDb           *db,
            gint64           conversation,
            CorPaymentTrust *trust)
{
  sqlite3_stmt    *row = cor_db_query (db, "agent-of-conversation", "l", conversation);
  g_autofree char *name = NULL;

  while (cor_db_next (db, row))
    if (trust->is_own ? cor_column_int (row, 2) != 0 : g_strcmp0 (cor_column_text (row, 0), trust->by) == 0)
      cor_set_str (&name, cor_column_text (row, 1));
  cor_set_str (&trust->by, name);
}

void
cor_payment_trust_clear (CorPaymentTrust *self)
{
  g_clear_pointer (&self->method, g_free);
  g_clear_pointer (&self->by, g_free);
}

/* Whether who writes in a conversation was verified on its channel, what is still to be told to the desk laid over. */
void
cor_payment_load_trust (CorDb           *db,
                        gint64           conversation,
                        CorPaymentTrust *trust)
{
  g_auto (GStrv) pending = dup_pending (db, conversation);

  read_trust (db, conversation, trust);
  for (guint i = 0; pending[i] != NULL; i++)
    {
      g_auto (GStrv) words = NULL;
      CorLinkChange change = { 0 };

      trust->is_pending = TRUE;
      if (cor_link_change_from_text (pending[i], &change, &words))
        verify (trust, &change);
    }
}

/* A link and whether another conversation of the customer has it, too. */
typedef struct
{
  CorPaymentLink *link;
  gboolean        is_elsewhere;
} Row;

static void
row_clear (gpointer data)
{
  g_clear_pointer (&((Row *) data)->link, cor_payment_link_free);
}

static GArray *
read_rows (CorDb *db,
           gint64 conversation)
{
  GArray       *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  sqlite3_stmt *row = cor_db_query (db, "payment-links", "l", conversation);

  g_array_set_clear_func (rows, row_clear);
  while (cor_db_next (db, row))
    {
      Row read = { g_new0 (CorPaymentLink, 1), cor_column_int (row, 3) != 0 };

      read.link->reference = cor_column_dup (row, 0);
      read.link->role = cor_column_dup (row, 1);
      read.link->is_here = cor_column_int (row, 2) != 0;
      g_array_append_val (rows, read);
    }
  return rows;
}

static void
add (GArray              *rows,
     const CorLinkChange *change)
{
  Row row = { NULL, FALSE };

  for (guint i = 0; row.link == NULL && i < rows->len; i++)
    if (cor_payment_link_is_same (g_array_index (rows, Row, i).link->reference, change->reference))
      {
        row = g_array_index (rows, Row, i);
        g_array_index (rows, Row, i).link = NULL;
        g_array_remove_index (rows, i);
      }
  if (row.link == NULL)
    {
      row.link = g_new0 (CorPaymentLink, 1);
      row.link->reference = g_strdup (change->reference);
    }
  cor_set_str (&row.link->role, change->word);
  row.link->is_here = TRUE;
  g_array_prepend_val (rows, row);
}

/* What another conversation has stays, after those of this one. */
static void
take_away (GArray              *rows,
           const CorLinkChange *change)
{
  for (guint i = rows->len; i > 0; i--)
    {
      Row row = g_array_index (rows, Row, i - 1);

      if (!cor_payment_link_is_same (row.link->reference, change->reference))
        continue;
      row.link->is_here = FALSE;
      if (row.is_elsewhere)
        {
          g_array_index (rows, Row, i - 1).link = NULL;
          g_array_append_val (rows, row);
        }
      g_array_remove_index (rows, i - 1);
    }
}

static void
lay_over (GArray     *rows,
          const char *text)
{
  g_auto (GStrv) words = NULL;
  CorLinkChange change = { 0 };

  if (!cor_link_change_from_text (text, &change, &words))
    return;
  if (change.act == COR_LINK_ADD)
    add (rows, &change);
  if (change.act == COR_LINK_REMOVE)
    take_away (rows, &change);
}

/* CorPaymentLink, those of the conversation itself first. */
GPtrArray *
cor_payment_load_links (CorDb *db,
                        gint64 conversation)
{
  g_autoptr (GArray) rows = read_rows (db, conversation);
  g_auto (GStrv) pending = dup_pending (db, conversation);
  g_auto (CorPaymentTrust) trust = { 0 };
  GPtrArray *links = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_payment_link_free);

  for (guint i = 0; pending[i] != NULL; i++)
    lay_over (rows, pending[i]);
  cor_payment_load_trust (db, conversation, &trust);
  if (trust.verified_at != 0)
    name_agent (db, conversation, &trust);
  for (guint i = 0; i < rows->len; i++)
    {
      CorPaymentLink *link = g_steal_pointer (&g_array_index (rows, Row, i).link);

      if (link->is_here && trust.verified_at != 0)
        {
          link->verified_at = trust.verified_at;
          link->method = g_strdup (trust.method);
          link->verified_by = g_strdup (trust.by);
        }
      g_ptr_array_add (links, link);
    }
  return links;
}

/**
 * cor_payment_links_choose:
 * @links: (transfer none) (element-type CorPaymentLink): of a conversation
 * @choice: (nullable): what the agent said is meant
 *
 * Returns: (transfer none) (nullable): the reference that is meant, of @links
 */
const char *
cor_payment_links_choose (GPtrArray  *links,
                          const char *choice)
{
  const char *only = NULL;
  guint       n = 0;

  for (guint i = 0; i < links->len; i++)
    {
      const CorPaymentLink *link = links->pdata[i];

      if (g_strcmp0 (link->reference, choice) == 0)
        return link->reference;
      if (!link->is_here)
        continue;
      only = link->reference;
      n++;
    }
  return n == 1 ? only : NULL;
}

static char *
load_only (CorDb *db,
           gint64 conversation)
{
  sqlite3_stmt    *row = cor_db_query (db, "thread-payments", "l", conversation);
  g_autofree char *only = NULL;
  guint            n = 0;

  for (; cor_db_next (db, row); n++)
    cor_set_str (&only, cor_column_text (row, 0));
  return n == 1 ? g_steal_pointer (&only) : NULL;
}

/* The payment that a conversation is about, or %NULL. Each row of a list asks: the way for those where the agent said
 * nothing is short. */
char *
cor_payment_load_meant (CorDb *db,
                        gint64 conversation)
{
  g_autoptr (GPtrArray) links = NULL;
  g_autofree char *choice = NULL;

  if (cor_db_get_int (db, "thread-payment-is-said", "ls", conversation, cor_intent_kind_to_string (COR_INTENT_PAYMENT)) == 0)
    return load_only (db, conversation);
  links = cor_payment_load_links (db, conversation);
  choice = cor_db_dup_text (db, "payment-choice-load", "l", conversation);
  return g_strdup (cor_payment_links_choose (links, choice));
}

static gpointer
links_job (CorDb   *db,
           gpointer data,
           GError **error)
{
  return cor_payment_load_links (db, *(gint64 *) data);
}

/**
 * cor_store_list_payment_links_async:
 * @conversation: local id
 *
 * The payments that the desk server links to this conversation, and to others of its customer. Verified is only
 * whoever was verified in this very conversation: another channel proves nothing here (ledger.md, rule 2).
 */
void
cor_store_list_payment_links_async (CorStore           *store,
                                    gint64              conversation,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, links_job, g_memdup2 (&conversation, sizeof conversation), g_free, (GDestroyNotify) g_ptr_array_unref,
                       cancellable, callback, user_data);
}

/**
 * cor_store_list_payment_links_finish:
 *
 * Returns: (transfer full) (element-type CorPaymentLink) (nullable): those of the conversation itself first
 */
GPtrArray *
cor_store_list_payment_links_finish (CorStore     *store,
                                     GAsyncResult *result,
                                     GError      **error)
{
  return cor_store_run_finish (store, result, error);
}

/* Candidates in order, and what is linked already. */
typedef struct
{
  GPtrArray *found; /* utf8, the last NULL in the end */
  GPtrArray *links; /* CorPaymentLink */
} Candidates;

static void
add_candidate (Candidates *self,
               const char *reference)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      const CorPaymentLink *link = self->links->pdata[i];

      if (link->is_here && cor_payment_link_is_same (link->reference, reference))
        return;
    }
  for (guint i = 0; i < self->found->len; i++)
    if (cor_payment_link_is_same (self->found->pdata[i], reference))
      return;
  if (self->found->len < MOST_CANDIDATES)
    g_ptr_array_add (self->found, g_strdup (reference));
}

static void
add_mentioned (CorDb      *db,
               gint64      conversation,
               Candidates *self)
{
  sqlite3_stmt *row = cor_db_query (db, "reply-messages", "l", conversation);

  while (cor_db_next (db, row))
    {
      const char *text = cor_column_text (row, 0);
      g_autoptr (GArray) mentions = text != NULL ? cor_payment_mentions_find (text) : NULL;

      for (guint i = 0; mentions != NULL && i < mentions->len; i++)
        add_candidate (self, g_array_index (mentions, CorPaymentMention, i).reference);
    }
}

static void
add_siblings (CorDb      *db,
              Candidates *self)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      sqlite3_stmt *row = cor_db_query (db, "payment-siblings", "s", ((const CorPaymentLink *) self->links->pdata[i])->reference);

      while (cor_db_next (db, row))
        add_candidate (self, cor_column_text (row, 0));
    }
}

static gpointer
candidates_job (CorDb   *db,
                gpointer data,
                GError **error)
{
  gint64 conversation = *(const gint64 *) data;
  g_autoptr (GPtrArray) links = cor_payment_load_links (db, conversation);
  Candidates self = { g_ptr_array_new (), links };

  add_mentioned (db, conversation, &self);
  for (guint i = 0; i < links->len; i++)
    add_candidate (&self, ((const CorPaymentLink *) links->pdata[i])->reference);
  add_siblings (db, &self);
  g_ptr_array_add (self.found, NULL);
  return g_ptr_array_free (self.found, FALSE);
}

/**
 * cor_store_list_payment_candidates_async:
 * @conversation: local id
 */
void
cor_store_list_payment_candidates_async (CorStore           *store,
                                         gint64              conversation,
                                         GCancellable       *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, candidates_job, g_memdup2 (&conversation, sizeof conversation), g_free, (GDestroyNotify) g_strfreev,
                       cancellable, callback, user_data);
}

/**
 * cor_store_list_payment_candidates_finish:
 *
 * Returns: (transfer full) (nullable): what was named last first, ended by %NULL
 */
char **
cor_store_list_payment_candidates_finish (CorStore     *store,
                                          GAsyncResult *result,
                                          GError      **error)
{
  return cor_store_run_finish (store, result, error);
}

typedef struct
{
  gint64 conversation;
  char  *reference;
} Choice;

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_free (choice->reference);
  g_free (choice);
}

static gpointer
choose_job (CorDb   *db,
            gpointer data,
            GError **error)
{
  const Choice *choice = data;

  cor_db_run (db, "payment-choice-remove", "l", choice->conversation);
  if (choice->reference != NULL)
    cor_db_run (db, "payment-choice-put", "ls", choice->conversation, choice->reference);
  cor_db_touch_thread (db, choice->conversation); /* its row says how that payment stands */
  return GINT_TO_POINTER (TRUE);
}

/**
 * cor_store_choose_payment_async:
 * @conversation: local id
 * @reference: (nullable): which of the payments is meant there; %NULL: nobody says
 */
void
cor_store_choose_payment_async (CorStore           *store,
                                gint64              conversation,
                                const char         *reference,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->conversation = conversation;
  choice->reference = g_strdup (reference);
  cor_store_run_async (store, COR_STORE_AGENT, choose_job, choice, choice_free, NULL, cancellable, callback, user_data);
}

gboolean
cor_store_choose_payment_finish (CorStore     *store,
                                 GAsyncResult *result,
                                 GError      **error)
{
  return cor_store_run_finish (store, result, error) != NULL;
}

static gpointer
choice_job (CorDb   *db,
            gpointer data,
            GError **error)
{
  return cor_db_dup_text (db, "payment-choice-load", "l", *(gint64 *) data);
}

/**
 * cor_store_load_payment_choice_async:
 * @conversation: local id
 */
void
cor_store_load_payment_choice_async (CorStore           *store,
                                     gint64              conversation,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, choice_job, g_memdup2 (&conversation, sizeof conversation), g_free, g_free, cancellable, callback,
                       user_data);
}

/**
 * cor_store_load_payment_choice_finish:
 *
 * Returns: (transfer full) (nullable): which payment the agent said is meant; %NULL without an error: none
 */
char *
cor_store_load_payment_choice_finish (CorStore     *store,
                                      GAsyncResult *result,
                                      GError      **error)
{
  return cor_store_run_finish (store, result, error);
}

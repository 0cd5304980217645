/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-reply-load"

#include "config.h"

#include "cor-reply-load.h"

#include "cor-compliance.h"
#include "cor-customer-language.h"
#include "cor-date.h"
#include "cor-fold.h"
#include "cor-language.h"
#include "cor-message-record.h"
#include "cor-payment-load.h"

#include <string.h>

/* More payments than these are no question of one reply. */
#define MAX_PAYMENTS 5

/* What was written last tells the language. */
#define MAX_SAID 2000

#define HOUR 3600

static void
add_day (CorReplyContext *context,
         gint64           at,
         gint64           offset)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (at + offset);
  GDate day;

  if (moment == NULL)
    return;
  cor_date_set_moment (&day, moment);
  g_array_append_val (context->dates, day);
}

/* It is another day elsewhere: whichever the reply names, it is right somewhere. */
static void
add_moment (CorReplyContext *context,
            gint64           at)
{
  if (at == 0)
    return;
  add_day (context, at, -8 * HOUR);
  add_day (context, at, 0);
  add_day (context, at, 9 * HOUR);
}

static void
get_day (GDate *day,
         gint64 at)
{
  g_autoptr (GDateTime) moment = at > 0 ? g_date_time_new_from_unix_utc (at) : NULL;

  if (moment != NULL)
    cor_date_set_moment (day, moment);
}

static void
add_money (CorReplyContext *context,
           CorMoney         money)
{
  if (money.currency == NULL)
    return;
  money.minor = ABS (money.minor);
  g_array_append_val (context->amounts, money);
}

static void
add_figures (CorReplyContext      *context,
             const CorPaymentView *view)
{
  add_money (context, view->send);
  add_money (context, view->receive);
  add_money (context, view->credited);
  add_money (context, view->returned);
  for (guint i = 0; view->lines != NULL && i < view->lines->len; i++)
    {
      const CorPaymentLine *line = view->lines->pdata[i];

      add_money (context, line->quoted);
      add_money (context, line->actual);
    }
  for (guint i = 0; view->differences != NULL && i < view->differences->len; i++)
    add_money (context, ((const CorDifference *) view->differences->pdata[i])->amount);
}

static void
add_hops (CorReplyContext      *context,
          const CorPaymentView *view)
{
  for (guint i = 0; view->hops != NULL && i < view->hops->len; i++)
    {
      const CorPaymentHop *hop = view->hops->pdata[i];

      add_moment (context, hop->received_at);
      add_moment (context, hop->sent_at);
      add_money (context, hop->charge);
    }
}

static void
add_payment (CorReplyContext      *context,
             const CorPaymentView *view)
{
  cor_reply_context_add_reference (context, view->reference);
  if (view->is_held || !view->is_known)
    return;
  cor_reply_context_add_reference (context, view->uetr);
  for (guint i = 0; view->related != NULL && view->related[i] != NULL; i++)
    cor_reply_context_add_reference (context, view->related[i]);
  add_figures (context, view);
  add_hops (context, view);
  add_moment (context, view->created_at);
  add_moment (context, view->credited_at);
  add_moment (context, view->holder_since);
  add_moment (context, view->estimate.from);
  add_moment (context, view->estimate.to);
}

/* CorPaymentView of every payment that is linked, in the order of the links. */
static GPtrArray *
load_views (CorDb           *db,
            const GPtrArray *links,
            gint64           now)
{
  GPtrArray *views = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_payment_view_unref);

  for (guint i = 0; i < links->len; i++)
    g_ptr_array_add (views, cor_payment_load_view (db, ((const CorPaymentLink *) links->pdata[i])->reference, now));
  return views;
}

static gboolean
has_held (const GPtrArray *views)
{
  for (guint i = 0; i < views->len; i++)
    if (((const CorPaymentView *) views->pdata[i])->is_held)
      return TRUE;
  return FALSE;
}

static gboolean
is_same_money (CorMoney one,
               CorMoney other)
{
  return one.currency == other.currency && one.minor == other.minor;
}

/* Out of the figures from @first on those that are not for who asks; @told collects the others. */
static void
withhold (CorReplyContext      *context,
          const CorPaymentLink *link,
          const CorPaymentView *view,
          guint                 first,
          GArray               *told)
{
  CorPaymentAudience audience = cor_payment_audience_from_link (link->role, link->verified_at != 0);

  for (guint i = first; i < context->amounts->len; i++)
    {
      CorMoney money = g_array_index (context->amounts, CorMoney, i);
      gboolean is_told = cor_payment_audience_may_hear (audience, is_same_money (money, view->credited) ? "payment.credited_amount" : "payment.amount");

      g_array_append_val (is_told ? told : context->withheld, money);
    }
}

/* What is told of one payment is told, even where the same figure is somebody else's in another. */
static void
release (CorReplyContext *context,
         const GArray    *told)
{
  for (guint i = 0; i < told->len; i++)
    for (guint j = context->withheld->len; j > 0; j--)
      if (is_same_money (g_array_index (told, CorMoney, i), g_array_index (context->withheld, CorMoney, j - 1)))
        g_array_remove_index_fast (context->withheld, j - 1);
}

/* A third party may be verified, and is told nothing for that. */
static gboolean
is_third_party (const GPtrArray *links)
{
  for (guint i = 0; i < links->len; i++)
    {
      const CorPaymentLink *link = links->pdata[i];

      if (cor_payment_audience_from_link (link->role, TRUE) != COR_AUDIENCE_NOBODY)
        return FALSE;
    }
  return links->len > 0;
}

/* With several payments nobody knows of which one a sentence speaks: then only their figures are compared. */
static void
add_payments (CorReplyContext *context,
              const GPtrArray *links,
              const GPtrArray *views,
              gint64           now)
{
  g_autoptr (GArray) told = g_array_new (FALSE, FALSE, sizeof (CorMoney));

  for (guint i = 0; i < views->len && i < MAX_PAYMENTS; i++)
    {
      const CorPaymentView *view = views->pdata[i];
      guint                 first = context->amounts->len;

      add_payment (context, view);
      if (context->trust == COR_REPLY_TRUST_VERIFIED)
        withhold (context, links->pdata[i], view, first, told);
      if (views->len > 1 || view->is_held || !view->is_known)
        continue;
      context->payment = g_strdup (view->reference);
      get_day (&context->created, view->created_at);
      get_day (&context->expected_from, view->estimate.from > 0 ? view->estimate.from : view->created_at > 0 ? view->created_at
                                                                                                             : now);
      get_day (&context->expected_to, view->estimate.to);
    }
  release (context, told);
}

/* A company that links payments says with them who was verified (ledger.md, rule 2); one that does not says nothing. */
static void
read_trust (CorDb           *db,
            gint64           conversation,
            gboolean         is_said,
            CorReplyContext *context)
{
  g_auto (CorPaymentTrust) trust = { 0 };

  cor_payment_load_trust (db, conversation, &trust);
  if (trust.verified_at != 0)
    context->trust = COR_REPLY_TRUST_VERIFIED;
  else
    context->trust = is_said || trust.is_pending ? COR_REPLY_TRUST_NOT_VERIFIED : COR_REPLY_TRUST_UNKNOWN;
  context->is_called_back = trust.verified_at != 0 && g_strcmp0 (trust.method, "call_back") == 0;
}

static void
add_domains (CorReplyContext *context,
             const char      *list)
{
  g_auto (GStrv) domains = g_strsplit_set (list != NULL ? list : "", ", ", -1);

  for (guint i = 0; domains[i] != NULL; i++)
    cor_reply_context_add_domain (context, domains[i]);
}

static gboolean
has_held_label (const char *list)
{
  g_auto (GStrv) labels = g_strsplit (list != NULL ? list : "", "\n", -1);

  return cor_labels_are_held ((const char *const *) labels);
}

static gboolean
read_scene (CorDb           *db,
            gint64           conversation,
            CorReplyContext *context)
{
  sqlite3_stmt *row = cor_db_query (db, "reply-scene", "l", conversation);
  gboolean      is_said;

  if (!cor_db_next (db, row))
    {
      cor_db_fail (db, COR_STORE_ERROR_NOT_FOUND, "That conversation is no longer here");
      return FALSE;
    }
  context->channel = (CorChannel) cor_column_int (row, 0);
  context->is_window_closed = cor_column_int (row, 1) == 0;
  context->is_held = has_held_label (cor_column_text (row, 2));
  context->name = cor_column_dup (row, 3);
  context->email = cor_column_dup (row, 4);
  is_said = !cor_column_is_null (row, 5);
  cor_reply_context_add_domain (context, cor_column_text (row, 6));
  if (context->channel == COR_CHANNEL_EMAIL)
    cor_reply_context_add_domain (context, cor_column_text (row, 7));
  add_domains (context, cor_column_text (row, 8));
  /* where the desk publishes its articles is the company's too: their links are put into replies */
  add_domains (context, cor_column_text (row, 9));
  cor_db_next (db, row);
  read_trust (db, conversation, is_said, context);
  return TRUE;
}

/* Where they write in one language and are answered in another, nobody knows which is right. */
static char *
dup_language (CorDb      *db,
              gint64      conversation,
              const char *answered)
{
  g_autoptr (CorCustomerLanguage) language = cor_customer_language_load (db, conversation);
  const char *answer = language->origin == COR_LANGUAGE_OF_MESSAGES ? cor_language_detect (answered, -1, language->tag) : NULL;

  return answer == NULL || cor_language_matches (language->tag, answer) ? g_steal_pointer (&language->tag) : NULL;
}

/* Returns: what customer and company said to each other, folded. */
static char *
read_messages (CorDb           *db,
               gint64           conversation,
               CorReplyContext *context)
{
  sqlite3_stmt *row = cor_db_query (db, "reply-messages", "l", conversation);
  g_autoptr (GString) answered = g_string_new (NULL);
  g_autoptr (GString) all = g_string_new (NULL);

  while (cor_db_next (db, row))
    {
      const char *text = cor_column_text (row, 0);
      gboolean    is_answer = cor_column_int (row, 2) != COR_MESSAGE_INCOMING;

      if (text == NULL)
        continue;
      if (cor_column_int (row, 1))
        {
          g_ptr_array_add (context->notes, g_strdup (text));
          continue;
        }
      cor_reply_context_learn (context, text);
      cor_reply_context_learn (context, cor_column_text (row, 3));
      g_string_append (all, text);
      g_string_append_c (all, '\n');
      if (is_answer && answered->len < MAX_SAID)
        g_string_append (answered, text);
    }
  context->language = dup_language (db, conversation, answered->str);
  return cor_fold (all->str);
}

/* Of a payment between two customers both ask. */
static gboolean
is_linked (const GPtrArray *views,
           const char      *reference)
{
  for (guint i = 0; i < views->len; i++)
    if (g_ascii_strcasecmp (((const CorPaymentView *) views->pdata[i])->reference, reference) == 0)
      return TRUE;
  return FALSE;
}

static void
read_others (CorDb           *db,
             gint64           conversation,
             const char      *said,
             const GPtrArray *views,
             CorReplyContext *context)
{
  sqlite3_stmt *row = cor_db_query (db, "reply-others", "l", conversation);

  while (cor_db_next (db, row))
    {
      const char      *name = cor_column_text (row, 0);
      const char      *reference = cor_column_text (row, 1);
      g_autofree char *folded = cor_fold (name);

      /* their recipient may be a customer of ours */
      if (*folded != '\0' && strstr (said, folded) == NULL)
        g_ptr_array_add (context->other_names, g_strdup (name));
      if (reference != NULL && !is_linked (views, reference))
        g_ptr_array_add (context->other_references, g_utf8_strdown (reference, -1));
    }
}

/*
 * cor_reply_load_is_held:
 * @now: seconds since the epoch
 *
 * Returns: whether compliance holds the conversation, or a payment that is linked to it: then only approved texts may
 *   leave
 */
gboolean
cor_reply_load_is_held (CorDb *db,
                        gint64 conversation,
                        gint64 now)
{
  g_autofree char *labels = cor_db_dup_text (db, "conversation-labels", "l", conversation);
  g_autoptr (GPtrArray) links = NULL;
  g_autoptr (GPtrArray) views = NULL;

  if (has_held_label (labels))
    return TRUE;
  links = cor_payment_load_links (db, conversation);
  views = load_views (db, links, now);
  return has_held (views);
}

/*
 * cor_reply_load_context:
 * @now: seconds since the epoch
 *
 * Returns: (transfer full) (nullable): what is known here of whoever gets a reply in this conversation; %NULL when
 *   the conversation is gone, and the connection has failed then
 */
CorReplyContext *
cor_reply_load_context (CorDb   *db,
                        gint64   conversation,
                        gboolean is_private,
                        gint64   now)
{
  g_autoptr (CorReplyContext) context = cor_reply_context_new ();
  g_autoptr (GPtrArray) links = NULL;
  g_autoptr (GPtrArray) views = NULL;
  g_autofree char *said = NULL;

  if (!read_scene (db, conversation, context))
    return NULL;
  links = cor_payment_load_links (db, conversation);
  views = load_views (db, links, now);
  if (context->trust == COR_REPLY_TRUST_VERIFIED && is_third_party (links))
    context->trust = COR_REPLY_TRUST_THIRD_PARTY;
  context->is_held = context->is_held || has_held (views);
  context->is_private = is_private;
  get_day (&context->today, now);
  add_payments (context, links, views, now);
  said = read_messages (db, conversation, context);
  read_others (db, conversation, said, views, context);
  return g_steal_pointer (&context);
}

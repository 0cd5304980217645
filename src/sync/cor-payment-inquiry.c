/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-payment-inquiry"

#include "config.h"

#include "cor-payment-inquiry.h"

#include "cor-ledger-inquiry.h"
#include "cor-payment-connection.h"
#include "cor-payment-reference.h"
#include "cor-payment-service.h"

/*
 * The ledger first, and first of all what it has: it is asked for nothing else. It says by what the others know the payment, and whether anybody else is asked at all. With
 * compliance nobody is.
 */
typedef enum
{
  STEP_PARTS,
  STEP_LEDGER,
  STEP_KEYS,
  STEP_GPI,
  STEP_WISE,
  STEP_STATS,
  STEP_LIMITS,
  STEP_VIEW,
} Step;

typedef struct
{
  char            *reference; /* as services know it */
  CorReferenceKind kind;
  char            *corridor; /* nullable */
  GPtrArray       *services; /* CorPaymentServiceData */
  CorPaymentKeys  *keys;
  Step             step;    /* the next one */
  CorLedgerParts   parts;   /* what the ledger has */
  GError          *problem; /* the first one of a service */

  /* Of the question that runs */
  const char                  *service;
  CorPaymentQuestion           question;
  char                        *name;
  const CorPaymentServiceData *where; /* borrowed: services */
  CorPaymentAsked             *asked;
  CorHttp                     *http;
  CorPaymentAnswer            *answer;
} Inquiry;

static void
end_question (Inquiry *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->asked, cor_payment_asked_free);
  g_clear_object (&self->http);
  g_clear_pointer (&self->answer, cor_payment_answer_free);
}

static void
inquiry_free (Inquiry *self)
{
  end_question (self);
  g_free (self->reference);
  g_free (self->corridor);
  g_clear_pointer (&self->services, g_ptr_array_unref);
  g_clear_pointer (&self->keys, cor_payment_keys_free);
  g_clear_error (&self->problem);
  g_free (self);
}

static void go_on (GTask *task);

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static CorStore *
get_store (GTask *task)
{
  return COR_STORE (g_task_get_source_object (task));
}

/* What fails at one service does not keep the others from being asked. */
static void
note_problem (Inquiry *self,
              GError  *error)
{
  if (error == NULL)
    return;
  if (self->problem == NULL)
    self->problem = error;
  else
    g_error_free (error);
}

static void
on_kept (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GTask  *task = G_TASK (user_data);
  GError *error = NULL;

  cor_store_put_payment_finish (COR_STORE (source), result, &error);
  note_problem (g_task_get_task_data (task), error);
  go_on (task);
}

/* The name that the store has it by is the one that was asked for; the store puts a ledger's own in its place. */
static void
keep (GTask *task)
{
  Inquiry *self = g_task_get_task_data (task);

  if (self->answer->is_unchanged)
    cor_store_touch_payment_async (get_store (task), self->service, self->name, get_now (), g_task_get_cancellable (task), on_kept, task);
  else
    {
      CorPaymentLookup *lookup = cor_payment_lookup_new (self->service, self->name, get_now ());

      lookup->outcome = self->answer->outcome;
      lookup->etag = g_steal_pointer (&self->answer->etag);
      lookup->payment = g_steal_pointer (&self->answer->payment);
      lookup->track = g_steal_pointer (&self->answer->track);
      lookup->arrival = g_steal_pointer (&self->answer->arrival);
      lookup->limits = g_steal_pointer (&self->answer->limits);
      cor_store_put_payment_async (get_store (task), lookup, g_task_get_cancellable (task), on_kept, task);
    }
}

/* Without an estimate the transfer stands for itself. */
static void
on_estimate (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GTask   *task = G_TASK (user_data);
  Inquiry *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorPaymentAnswer) estimate = cor_payment_service_ask_finish (COR_HTTP (source), result, &error);

  if (estimate != NULL && estimate->track != NULL)
    self->answer->track->expected_at = estimate->track->expected_at;
  keep (task);
}

static void
on_answer (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GTask   *task = G_TASK (user_data);
  Inquiry *self = g_task_get_task_data (task);
  GError  *error = NULL;

  self->answer = cor_payment_service_ask_finish (COR_HTTP (source), result, &error);
  if (self->answer == NULL)
    {
      note_problem (self, error);
      go_on (task);
    }
  else if (self->question == COR_ASK_WISE && self->answer->track != NULL)
    cor_payment_service_ask_async (self->http, COR_ASK_WISE_ESTIMATE, self->name, NULL, NULL, g_task_get_cancellable (task), on_estimate, task);
  else
    keep (task);
}

/* Of the statistics the name is both corridor and rail in the store, two words in the question. */
static void
put_question (GTask *task)
{
  Inquiry    *self = g_task_get_task_data (task);
  gboolean    is_stats = self->question == COR_ASK_LEDGER_STATS;
  const char *name = is_stats ? self->corridor : self->name;

  cor_payment_service_ask_async (self->http, self->question, name, is_stats ? self->keys->rail : NULL, self->asked->etag, g_task_get_cancellable (task), on_answer, task);
}

static void
on_connection (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  GTask   *task = G_TASK (user_data);
  Inquiry *self = g_task_get_task_data (task);
  GError  *error = NULL;

  self->http = cor_payment_connection_open_finish (result, &error);
  if (self->http != NULL)
    {
      put_question (task);
      return;
    }
  note_problem (self, error);
  go_on (task);
}

static void
on_asked (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GTask   *task = G_TASK (user_data);
  Inquiry *self = g_task_get_task_data (task);
  GError  *error = NULL;

  self->asked = cor_store_load_payment_asked_finish (COR_STORE (source), result, &error);
  if (self->asked == NULL)
    {
      note_problem (self, error);
      go_on (task);
      return;
    }
  cor_payment_connection_open_async (self->where, g_task_get_cancellable (task), on_connection, task);
}

static gboolean
is_of_ledger (CorPaymentQuestion question)
{
  return question == COR_ASK_LEDGER_STATS || question == COR_ASK_LEDGER_LIMITS;
}

/* Returns whether it is being asked. */
static gboolean
ask (GTask             *task,
     const char        *service,
     CorPaymentQuestion question,
     const char        *name)
{
  Inquiry *self = g_task_get_task_data (task);

  self->service = service;
  self->question = question;
  self->where = cor_payment_connection_find (self->services, is_of_ledger (question) ? COR_PAYMENT_LEDGER : service);
  if (self->where == NULL || name == NULL)
    return FALSE;
  self->name = g_strdup (name);
  cor_store_load_payment_asked_async (get_store (task), service, name, g_task_get_cancellable (task), on_asked, task);
  return TRUE;
}

static void
on_keys (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GTask   *task = G_TASK (user_data);
  Inquiry *self = g_task_get_task_data (task);
  GError  *error = NULL;

  self->keys = cor_store_load_payment_keys_finish (COR_STORE (source), result, &error);
  note_problem (self, error);
  if (self->keys == NULL || self->keys->is_held)
    self->step = STEP_VIEW;
  go_on (task);
}

static void
on_view (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Inquiry        *self = g_task_get_task_data (task);
  GError         *error = NULL;
  CorPaymentView *view = cor_store_load_payment_finish (COR_STORE (source), result, &error);

  if (view != NULL && !view->is_known && self->problem != NULL)
    {
      cor_payment_view_unref (view);
      g_task_return_error (task, g_steal_pointer (&self->problem));
    }
  else if (view != NULL)
    g_task_return_pointer (task, view, (GDestroyNotify) cor_payment_view_unref);
  else
    g_task_return_error (task, error);
}

static void
on_parts (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GTask   *task = G_TASK (user_data);
  Inquiry *self = g_task_get_task_data (task);
  GError  *problem = NULL;

  self->parts = cor_ledger_inquiry_finish (COR_STORE (source), result, &problem);
  note_problem (self, problem);
  go_on (task);
}

static gboolean
ask_parts (GTask *task)
{
  Inquiry                     *self = g_task_get_task_data (task);
  const CorPaymentServiceData *ledger = cor_payment_connection_find (self->services, COR_PAYMENT_LEDGER);

  if (ledger == NULL)
    return FALSE;
  cor_ledger_inquiry_async (get_store (task), ledger, g_task_get_cancellable (task), on_parts, task);
  return TRUE;
}

static const char *
get_transfer (const Inquiry *self)
{
  char **related = self->keys->related;

  if (self->kind == COR_REFERENCE_WISE)
    return self->reference;
  for (guint i = 0; related != NULL && related[i] != NULL; i++)
    if (cor_reference_recognise (related[i], NULL) == COR_REFERENCE_WISE)
      return related[i];
  return NULL;
}

static gboolean
take_step (GTask *task,
           Step   step)
{
  Inquiry         *self = g_task_get_task_data (task);
  g_autofree char *stats = NULL;

  switch (step)
    {
    case STEP_PARTS:
      return ask_parts (task);
    case STEP_LEDGER:
      return (self->parts & COR_LEDGER_HAS_PAYMENTS) && ask (task, COR_PAYMENT_LEDGER, COR_ASK_LEDGER_PAYMENT, self->reference);
    case STEP_KEYS:
      cor_store_load_payment_keys_async (get_store (task), self->reference, g_task_get_cancellable (task), on_keys, task);
      return TRUE;
    case STEP_GPI:
      return ask (task, COR_PAYMENT_GPI, COR_ASK_GPI, self->kind == COR_REFERENCE_UETR ? self->reference : self->keys->uetr);
    case STEP_WISE:
      return ask (task, COR_PAYMENT_WISE, COR_ASK_WISE, get_transfer (self));
    case STEP_STATS:
      if ((self->parts & COR_LEDGER_HAS_STATS) && self->corridor != NULL && self->keys->rail != NULL)
        stats = g_strdup_printf ("%s %s", self->corridor, self->keys->rail);
      return ask (task, COR_PAYMENT_STATS, COR_ASK_LEDGER_STATS, stats);
    case STEP_LIMITS:
      return (self->parts & COR_LEDGER_HAS_LIMITS) && ask (task, COR_PAYMENT_LIMITS, COR_ASK_LEDGER_LIMITS, self->keys->customer);
    case STEP_VIEW:
    default:
      cor_store_load_payment_async (get_store (task), self->reference, get_now (), g_task_get_cancellable (task), on_view, task);
      return TRUE;
    }
}

static void
go_on (GTask *task)
{
  Inquiry *self = g_task_get_task_data (task);

  end_question (self);
  while (!take_step (task, self->step++))
    end_question (self);
}

static void
on_services (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GTask   *task = G_TASK (user_data);
  Inquiry *self = g_task_get_task_data (task);
  GError  *error = NULL;

  self->services = cor_store_list_payment_services_finish (COR_STORE (source), result, &error);
  if (self->services != NULL)
    {
      go_on (task);
      return;
    }
  g_task_return_error (task, error);
  g_object_unref (task);
}

/**
 * cor_payment_inquiry_async:
 * @reference: as somebody wrote it
 * @corridor: (nullable): such as CN-DE, for the statistics
 *
 * Main thread.
 */
void
cor_payment_inquiry_async (CorStore           *store,
                           const char         *reference,
                           const char         *corridor,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  GTask   *task = g_task_new (store, cancellable, callback, user_data);
  Inquiry *self = g_new0 (Inquiry, 1);

  self->kind = cor_reference_recognise (reference, &self->reference);
  if (self->reference == NULL)
    self->reference = g_strstrip (g_strdup (reference));
  self->corridor = g_strdup (corridor);
  self->parts = COR_LEDGER_HAS_ALL;
  g_task_set_source_tag (task, cor_payment_inquiry_async);
  g_task_set_task_data (task, self, (GDestroyNotify) inquiry_free);
  cor_store_list_payment_services_async (store, cancellable, on_services, task);
}

/**
 * cor_payment_inquiry_finish:
 * @problem: (out) (optional) (nullable): why a service could not be asked; what is shown may be older then
 * @error: why nothing is known at all: COR_SERVICE_ERROR, COR_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): what may be shown; with is_known not set where every service was asked and
 *   none knows it
 */
CorPaymentView *
cor_payment_inquiry_finish (CorStore     *store,
                            GAsyncResult *result,
                            GError      **problem,
                            GError      **error)
{
  Inquiry        *self = g_task_get_task_data (G_TASK (result));
  CorPaymentView *view = g_task_propagate_pointer (G_TASK (result), error);

  if (view != NULL && problem != NULL && self->problem != NULL)
    *problem = g_steal_pointer (&self->problem);
  return view;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-payment-case"

#include "config.h"

#include "cor-payment-case.h"

#include "cor-payment-reference.h"
#include "cor-result.h"
#include "cor-store-payment-wishes.h"
#include "cor-str.h"

/*
 * CorPaymentCase: the payment that a conversation is about: those that are linked with it, the one that is meant, and
 * what may be shown of it. Where several are linked the agent says which one; nothing is guessed. It follows the store.
 * Main thread only.
 *
 * "changed": any of it.
 */
struct _CorPaymentCase
{
  GObject parent_instance;

  CorStore       *store;        /* owned */
  GCancellable   *reading;      /* owned: of the conversation */
  GCancellable   *viewing;      /* owned: of the one that is meant */
  GPtrArray      *links;        /* owned: CorPaymentLink */
  char           *reference;    /* owned: the one that is meant, NULL while none is */
  CorPaymentView *view;         /* owned, NULL while it is not read */
  gint64          conversation; /* local id, 0 none */
  gint64          fixed_now;    /* seconds since the epoch, 0: the clock's */
  CorPaymentWish *wish;         /* owned, NULL where nobody has asked about it */
  gboolean        is_loaded;
  gboolean        has_asked; /* for what is meant, of its own accord: once */
  gboolean        is_said;   /* the agent said which one is meant, or that none is */
};

/* What was asked longer ago is asked again when somebody looks at it. */
#define STALE_SECONDS (10 * 60)

G_DEFINE_FINAL_TYPE (CorPaymentCase, cor_payment_case, G_TYPE_OBJECT)

static guint changed_signal;

static gint64
get_now (CorPaymentCase *self)
{
  return self->fixed_now != 0 ? self->fixed_now : g_get_real_time () / G_USEC_PER_SEC;
}

static gint64
get_asked_at (const CorPaymentView *view)
{
  return MAX (view->ledger_at, MAX (view->gpi_at, view->wise_at));
}

static void
on_wish_loaded (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (CorPaymentCase) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CorPaymentWish) wish = cor_store_load_payment_wish_finish (COR_STORE (source), result, &error);

  if (cor_result_is_cancelled (result))
    return;
  g_clear_pointer (&self->wish, cor_payment_wish_free);
  self->wish = g_steal_pointer (&wish);
  self->is_loaded = TRUE;
  g_signal_emit (self, changed_signal, 0);
}

static void
on_view_loaded (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (CorPaymentCase) self = user_data;
  g_autoptr (GError) error = NULL;
  CorPaymentView *view = cor_store_load_payment_finish (COR_STORE (source), result, &error);

  if (cor_result_is_cancelled (result))
    {
      g_clear_pointer (&view, cor_payment_view_unref);
      return;
    }
  if (error != NULL)
    g_warning ("%s: %s", self->reference, error->message);
  g_clear_pointer (&self->view, cor_payment_view_unref);
  self->view = view;
  cor_store_load_payment_wish_async (self->store, self->reference, self->viewing, on_wish_loaded, g_object_ref (self));
}

static void
read_view (CorPaymentCase *self)
{
  if (self->reference != NULL)
    {
      cor_store_load_payment_async (self->store, self->reference, get_now (self), self->viewing, on_view_loaded, g_object_ref (self));
      return;
    }
  self->is_loaded = TRUE;
  g_signal_emit (self, changed_signal, 0);
}

static const CorPaymentLink *
find_link (CorPaymentCase *self,
           const char     *reference)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      const CorPaymentLink *link = self->links->pdata[i];

      if (g_strcmp0 (link->reference, reference) == 0)
        return link;
    }
  return NULL;
}

/* Where there are several, or none, the agent has to say. */
static void
on_choice_loaded (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (CorPaymentCase) self = user_data;
  g_autofree char *choice = cor_store_load_payment_choice_finish (COR_STORE (source), result, NULL);

  if (cor_result_is_cancelled (result))
    return;
  if (self->reference == NULL && !self->is_said)
    cor_set_str (&self->reference, cor_payment_links_choose (self->links, choice));
  read_view (self);
}

static void
on_links_loaded (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (CorPaymentCase) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) links = cor_store_list_payment_links_finish (COR_STORE (source), result, &error);

  if (cor_result_is_cancelled (result))
    return;
  if (links == NULL)
    {
      g_warning ("payments of conversation %" G_GINT64_FORMAT ": %s", self->conversation, error->message);
      return;
    }
  g_ptr_array_unref (self->links);
  self->links = g_steal_pointer (&links);
  if (self->reference == NULL && !self->is_said)
    cor_store_load_payment_choice_async (self->store, self->conversation, self->reading, on_choice_loaded, g_object_ref (self));
  else
    read_view (self);
}

static void
read_links (CorPaymentCase *self)
{
  cor_store_list_payment_links_async (self->store, self->conversation, self->reading, on_links_loaded, g_object_ref (self));
}

static void
on_store_changed (CorPaymentCase  *self,
                  CorStoreChanges *changes)
{
  gboolean has_payments = changes->reset || (changes->topics & COR_TOPIC_PAYMENTS) != 0;

  if (self->conversation != 0 && (has_payments || cor_store_changes_has_thread (changes, self->conversation)))
    read_links (self);
  else if (self->reference != NULL && has_payments)
    read_view (self);
}

static void
renew (GCancellable **cancellable)
{
  g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
  *cancellable = g_cancellable_new ();
}

/* What is still being read of one payment must not be shown for another. */
static void
clear_view (CorPaymentCase *self)
{
  renew (&self->viewing);
  g_clear_pointer (&self->view, cor_payment_view_unref);
  g_clear_pointer (&self->wish, cor_payment_wish_free);
  self->is_loaded = self->has_asked = FALSE;
}

static void
clear (CorPaymentCase *self)
{
  renew (&self->reading);
  g_ptr_array_set_size (self->links, 0);
  g_clear_pointer (&self->reference, g_free);
  self->is_said = FALSE;
  clear_view (self);
}

static void
cor_payment_case_dispose (GObject *object)
{
  CorPaymentCase *self = COR_PAYMENT_CASE (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_cancellable_cancel (self->viewing);
  g_clear_object (&self->viewing);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (cor_payment_case_parent_class)->dispose (object);
}

static void
cor_payment_case_finalize (GObject *object)
{
  CorPaymentCase *self = COR_PAYMENT_CASE (object);

  g_ptr_array_unref (self->links);
  g_free (self->reference);
  g_clear_pointer (&self->view, cor_payment_view_unref);
  g_clear_pointer (&self->wish, cor_payment_wish_free);

  G_OBJECT_CLASS (cor_payment_case_parent_class)->finalize (object);
}

static void
cor_payment_case_class_init (CorPaymentCaseClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cor_payment_case_dispose;
  object_class->finalize = cor_payment_case_finalize;

  changed_signal = g_signal_new ("changed", COR_TYPE_PAYMENT_CASE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cor_payment_case_init (CorPaymentCase *self)
{
  self->links = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_payment_link_free);
  self->reading = g_cancellable_new ();
  self->viewing = g_cancellable_new ();
}

/**
 * cor_payment_case_new:
 * @store: (transfer none)
 * @now: seconds since the epoch, for tests; 0: the clock's
 *
 * Returns: (transfer full): an case about nothing
 */
CorPaymentCase *
cor_payment_case_new (CorStore *store,
                      gint64    now)
{
  CorPaymentCase *self = g_object_new (COR_TYPE_PAYMENT_CASE, NULL);

  self->store = g_object_ref (store);
  self->fixed_now = now;
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * cor_payment_case_open:
 * @conversation: local id; 0: none
 *
 * Forgets the payment of the conversation before at once: nobody shall read it beside this one.
 */
void
cor_payment_case_open (CorPaymentCase *self,
                       gint64          conversation)
{
  g_return_if_fail (COR_IS_PAYMENT_CASE (self));

  if (self->conversation == conversation)
    return;
  clear (self);
  self->conversation = conversation;
  g_signal_emit (self, changed_signal, 0);
  if (conversation != 0)
    read_links (self);
}

/**
 * cor_payment_case_choose:
 * @reference: (nullable): a UETR, the company's number or that of a transfer, as somebody wrote it; %NULL: none is meant
 *
 * Where it is linked, that is kept for the conversation.
 *
 * Returns: %FALSE where that is no reference; nothing changes then
 */
gboolean
cor_payment_case_choose (CorPaymentCase *self,
                         const char     *reference)
{
  g_autofree char *normal = NULL;

  g_return_val_if_fail (COR_IS_PAYMENT_CASE (self), FALSE);

  if (reference != NULL && find_link (self, reference) == NULL)
    {
      if (cor_reference_recognise (reference, &normal) == COR_REFERENCE_NONE)
        return FALSE;
      reference = normal;
    }
  if (g_strcmp0 (self->reference, reference) == 0)
    return TRUE;
  if (self->conversation != 0 && (reference == NULL || find_link (self, reference) != NULL))
    cor_store_choose_payment_async (self->store, self->conversation, reference, NULL, NULL, NULL);
  cor_payment_case_show (self, reference);
  return TRUE;
}

/**
 * cor_payment_case_show:
 * @reference: (nullable): as services know it, whatever it looks like; %NULL: none is meant
 */
void
cor_payment_case_show (CorPaymentCase *self,
                       const char     *reference)
{
  g_return_if_fail (COR_IS_PAYMENT_CASE (self));

  self->is_said = TRUE;
  if (!cor_set_str (&self->reference, reference))
    return;
  clear_view (self);
  g_signal_emit (self, changed_signal, 0);
  read_view (self);
}

/**
 * cor_payment_case_ask:
 *
 * Has the services asked about what is meant now. Answered in the store, with or without a connection.
 */
void
cor_payment_case_ask (CorPaymentCase *self)
{
  g_return_if_fail (COR_IS_PAYMENT_CASE (self));

  if (self->reference == NULL)
    return;
  self->has_asked = TRUE;
  cor_store_wish_payment_async (self->store, self->reference, NULL, NULL, NULL);
}

/**
 * cor_payment_case_freshen:
 *
 * As cor_payment_case_ask(), where that was long ago; once for what is meant, whatever comes of it. For who shows it: a
 * conversation that is only passed by asks nobody.
 */
void
cor_payment_case_freshen (CorPaymentCase *self)
{
  g_return_if_fail (COR_IS_PAYMENT_CASE (self));

  if (self->is_loaded && self->view != NULL && !self->has_asked && get_now (self) - get_asked_at (self->view) >= STALE_SECONDS)
    cor_payment_case_ask (self);
}

/**
 * cor_payment_case_is_asking:
 *
 * Returns: whether the services are still to be asked
 */
gboolean
cor_payment_case_is_asking (CorPaymentCase *self)
{
  return self->wish != NULL && self->wish->is_wanted;
}

/**
 * cor_payment_case_get_problem:
 *
 * Returns: (transfer none) (nullable): why a service could not be asked the last time
 */
const char *
cor_payment_case_get_problem (CorPaymentCase *self)
{
  return self->wish != NULL && !self->wish->is_wanted ? self->wish->problem : NULL;
}

/**
 * cor_payment_case_get_conversation:
 *
 * Returns: local id, 0 none
 */
gint64
cor_payment_case_get_conversation (CorPaymentCase *self)
{
  return self->conversation;
}

/**
 * cor_payment_case_is_loaded:
 *
 * Returns: whether the store has answered
 */
gboolean
cor_payment_case_is_loaded (CorPaymentCase *self)
{
  return self->is_loaded;
}

/**
 * cor_payment_case_get_links:
 *
 * Returns: (transfer none) (element-type CorPaymentLink): the payments of this conversation and customer
 */
GPtrArray *
cor_payment_case_get_links (CorPaymentCase *self)
{
  return self->links;
}

/**
 * cor_payment_case_get_reference:
 *
 * Returns: (transfer none) (nullable): of the payment that is meant
 */
const char *
cor_payment_case_get_reference (CorPaymentCase *self)
{
  return self->reference;
}

/**
 * cor_payment_case_get_link:
 *
 * Returns: (transfer none) (nullable): how who is asking is linked with it; %NULL: not at all
 */
const CorPaymentLink *
cor_payment_case_get_link (CorPaymentCase *self)
{
  return self->reference != NULL ? find_link (self, self->reference) : NULL;
}

/**
 * cor_payment_case_get_audience:
 *
 * Returns: as whom who is asking may be told of the payment in a reply, by how she is linked with it and whether she was
 *   verified on this channel (ledger.md, rule 2)
 */
CorPaymentAudience
cor_payment_case_get_audience (CorPaymentCase *self)
{
  const CorPaymentLink *link = cor_payment_case_get_link (self);

  return link != NULL ? cor_payment_audience_from_link (link->role, link->verified_at != 0) : COR_AUDIENCE_NOBODY;
}

/**
 * cor_payment_case_get_view:
 *
 * Returns: (transfer none) (nullable): what may be shown of it
 */
CorPaymentView *
cor_payment_case_get_view (CorPaymentCase *self)
{
  return self->view;
}

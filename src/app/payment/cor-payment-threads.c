/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-payment-threads"

#include "config.h"

#include "cor-payment-threads.h"

#include "cor-conversation-card.h"
#include "cor-result.h"
#include "cor-store-payment-list.h"
#include "cor-str.h"

/*
 * CorPaymentThreads: the conversations that a payment belongs to. Invisible while there are none.
 *
 * "listed": others are here. "open-conversation" (gint64): asked for.
 *
 * CSS nodes: corpaymentthreads > box > label, list
 */
struct _CorPaymentThreads
{
  GtkWidget parent_instance;

  CorSession   *session;   /* owned, or NULL */
  GCancellable *reading;   /* owned */
  char         *reference; /* owned: of which payment they are, NULL none */
  gint64        newest;    /* local id of the first, 0 none */

  /* Template */
  GtkListBox *list;
  GtkWidget  *root;
};

G_DEFINE_FINAL_TYPE (CorPaymentThreads, cor_payment_threads, GTK_TYPE_WIDGET)

enum
{
  LISTED,
  OPEN_CONVERSATION,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_card_activated (CorConversationCard *card, CorPaymentThreads *self)
{
  g_signal_emit (self, signals[OPEN_CONVERSATION], 0, cor_conversation_card_get_conversation (card));
}

static void
add_thread (CorPaymentThreads *self, const CorThreadData *thread)
{
  GtkWidget       *card = cor_conversation_card_new (thread, cor_session_get_now (self->session), cor_session_get_time_zone (self->session));
  g_autofree char *text = cor_conversation_card_dup_spoken (COR_CONVERSATION_CARD (card));
  g_autofree char *spoken = g_strjoin (", ", thread->name, text, NULL);

  g_signal_connect_object (card, "activated", G_CALLBACK (on_card_activated), self, 0);
  gtk_list_box_append (self->list, card);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (card)), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
on_row_activated (CorPaymentThreads *self, GtkListBoxRow *row)
{
  on_card_activated (COR_CONVERSATION_CARD (gtk_list_box_row_get_child (row)), self);
}

/* @threads: (nullable): of CorThreadData, newest first */
static void
show_threads (CorPaymentThreads *self, GPtrArray *threads)
{
  GtkWidget *row = NULL;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; threads != NULL && i < threads->len; i++)
    add_thread (self, threads->pdata[i]);
  self->newest = threads != NULL && threads->len > 0 ? ((const CorThreadData *) threads->pdata[0])->id : 0;
  gtk_widget_set_visible (GTK_WIDGET (self), self->newest != 0);
  g_signal_emit (self, signals[LISTED], 0);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorPaymentThreads) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) threads = cor_store_list_payment_threads_finish (COR_STORE (source), result, &error);

  if (!cor_result_is_cancelled (result))
    show_threads (self, threads);
}

static void
cor_payment_threads_dispose (GObject *object)
{
  CorPaymentThreads *self = COR_PAYMENT_THREADS (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_PAYMENT_THREADS);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (cor_payment_threads_parent_class)->dispose (object);
}

static void
cor_payment_threads_finalize (GObject *object)
{
  g_free (COR_PAYMENT_THREADS (object)->reference);

  G_OBJECT_CLASS (cor_payment_threads_parent_class)->finalize (object);
}

static void
cor_payment_threads_class_init (CorPaymentThreadsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_payment_threads_dispose;
  G_OBJECT_CLASS (klass)->finalize = cor_payment_threads_finalize;

  signals[LISTED] = g_signal_new ("listed", COR_TYPE_PAYMENT_THREADS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPEN_CONVERSATION] = g_signal_new ("open-conversation", COR_TYPE_PAYMENT_THREADS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_css_name (widget_class, "corpaymentthreads");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/payment/cor-payment-threads.ui");
  gtk_widget_class_bind_template_child (widget_class, CorPaymentThreads, list);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentThreads, root);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
cor_payment_threads_init (CorPaymentThreads *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * cor_payment_threads_set_session:
 * @session: (transfer none): to be set once
 */
void
cor_payment_threads_set_session (CorPaymentThreads *self, CorSession *session)
{
  g_return_if_fail (COR_IS_PAYMENT_THREADS (self) && self->session == NULL);

  self->session = g_object_ref (session);
}

/**
 * cor_payment_threads_set_payment:
 * @reference: (nullable): as services know it; the same again reads anew
 */
void
cor_payment_threads_set_payment (CorPaymentThreads *self, const char *reference)
{
  g_return_if_fail (COR_IS_PAYMENT_THREADS (self));

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  if (cor_set_str (&self->reference, reference))
    show_threads (self, NULL); /* never those of another payment */
  if (reference != NULL)
    cor_store_list_payment_threads_async (cor_session_get_store (self->session), reference, self->reading, on_loaded, g_object_ref (self));
}

/**
 * cor_payment_threads_get_newest:
 *
 * Returns: local id of the conversation in which was written last, 0 none
 */
gint64
cor_payment_threads_get_newest (CorPaymentThreads *self)
{
  g_return_val_if_fail (COR_IS_PAYMENT_THREADS (self), 0);

  return self->newest;
}

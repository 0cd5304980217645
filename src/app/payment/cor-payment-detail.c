/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-payment-detail"

#include "config.h"

#include "cor-payment-detail.h"

#include "cor-conversation-card.h"
#include "cor-payment-sentence.h"
#include "cor-payment-sheet.h"
#include "cor-reader-locales.h"
#include "cor-result.h"
#include "cor-store-payment-list.h"
#include "cor-str.h"

#include <glib/gi18n-lib.h>

/*
 * CorPaymentDetail: one payment on a page of its own: all that the pane beside a conversation says of it, and the
 * conversations that it belongs to. What may go into the reply that is open depends on who is asking there.
 *
 * "back": to the list, where there is room for one only. "open-conversation" (gint64). "insert" (reference, template): the
 * agent wants it in the reply.
 *
 * CSS nodes: corpaymentdetail > box > .tools, scrolledwindow
 */
struct _CorPaymentDetail
{
  GtkWidget parent_instance;

  CorSession     *session;      /* owned, or NULL */
  CorPaymentCase *payment_case; /* owned, or NULL: our own, about the open conversation */
  GCancellable   *reading;      /* owned: of the conversations */
  char           *listed;       /* owned: of which payment the conversations are */

  /* Template */
  GtkWidget       *back;
  GtkWidget       *copy;
  GtkButton       *insert;
  GtkLabel        *nothing;
  GtkWidget       *page;
  GtkLabel        *problem;
  GtkWidget       *refresh;
  GtkWidget       *root;
  CorPaymentSheet *sheet;
  GtkStack        *stack;
  GtkListBox      *threads;
  GtkWidget       *threads_box;
  GtkLabel        *unverified;
};

G_DEFINE_FINAL_TYPE (CorPaymentDetail, cor_payment_detail, GTK_TYPE_WIDGET)

enum
{
  BACK,
  INSERT,
  OPEN_CONVERSATION,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_card_activated (CorConversationCard *card, CorPaymentDetail *self)
{
  g_signal_emit (self, signals[OPEN_CONVERSATION], 0, cor_conversation_card_get_conversation (card));
}

static void
add_thread (CorPaymentDetail *self, const CorThreadData *thread)
{
  GtkWidget       *card = cor_conversation_card_new (thread, cor_session_get_now (self->session), cor_session_get_time_zone (self->session));
  g_autofree char *text = cor_conversation_card_dup_spoken (COR_CONVERSATION_CARD (card));
  g_autofree char *spoken = g_strjoin (", ", thread->name, text, NULL);

  g_signal_connect_object (card, "activated", G_CALLBACK (on_card_activated), self, 0);
  gtk_list_box_append (self->threads, card);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (card)), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
on_row_activated (CorPaymentDetail *self, GtkListBoxRow *row)
{
  on_card_activated (COR_CONVERSATION_CARD (gtk_list_box_row_get_child (row)), self);
}

static void
clear_threads (CorPaymentDetail *self)
{
  GtkWidget *row = NULL;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->threads))) != NULL)
    gtk_list_box_remove (self->threads, row);
}

static void
on_threads_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorPaymentDetail) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) threads = cor_store_list_payment_threads_finish (COR_STORE (source), result, &error);

  if (cor_result_is_cancelled (result))
    return;
  clear_threads (self);
  for (guint i = 0; threads != NULL && i < threads->len; i++)
    add_thread (self, threads->pdata[i]);
  gtk_widget_set_visible (self->threads_box, threads != NULL && threads->len > 0);
}

static void
read_threads (CorPaymentDetail *self)
{
  const char *reference = cor_payment_case_get_reference (self->payment_case);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  if (cor_set_str (&self->listed, reference))
    gtk_widget_set_visible (self->threads_box, FALSE);
  if (reference != NULL)
    cor_store_list_payment_threads_async (cor_session_get_store (self->session), reference, self->reading, on_threads_loaded, g_object_ref (self));
}

static const char *
get_nothing (CorPaymentDetail *self)
{
  CorPaymentView *view = cor_payment_case_get_view (self->payment_case);

  if (cor_payment_case_get_reference (self->payment_case) == NULL)
    return _ ("Choose a payment, or look one up by its number, UETR or transfer number.");
  if (view == NULL || view->is_known)
    return "";
  return cor_payment_case_is_asking (self->payment_case) ? _ ("Asking the ledger and the trackers…")
                                                         : _ ("Neither the ledger nor a tracker has answered for this reference.");
}

/* What of it may go into the reply that is open, and why not. */
static const char *
get_obstacle (CorPaymentDetail *self, const CorPaymentView *view)
{
  if (*view->standing->reply == '\0')
    return _ ("There is no template for this.");
  if (cor_payment_case_get_conversation (self->payment_case) == 0)
    return _ ("No conversation is open.");
  if (cor_payment_case_get_link (self->payment_case) == NULL)
    return _ ("Not linked with the customer of the open conversation: nothing of the payment can go into a reply.");
  if (!cor_payment_case_is_verified (self->payment_case))
    return _ ("Not verified on this channel: nothing of the payment can go into a reply.");
  return NULL;
}

static void
show_tools (CorPaymentDetail *self)
{
  CorPaymentView *view = cor_payment_case_get_view (self->payment_case);
  gboolean        is_known = view != NULL && view->is_known;
  const char     *obstacle = is_known ? get_obstacle (self, view) : NULL;

  gtk_widget_set_visible (self->copy, is_known);
  gtk_widget_set_visible (self->refresh, cor_payment_case_get_reference (self->payment_case) != NULL);
  gtk_widget_set_sensitive (self->refresh, !cor_payment_case_is_asking (self->payment_case));
  gtk_widget_set_visible (GTK_WIDGET (self->insert), is_known);
  gtk_widget_set_sensitive (GTK_WIDGET (self->insert), obstacle == NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->insert), obstacle);
  gtk_button_set_label (self->insert, is_known && view->is_held ? _ ("Insert the approved text") : _ ("Insert into reply"));
  gtk_label_set_label (self->unverified, obstacle != NULL ? obstacle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->unverified), obstacle != NULL && cor_payment_case_get_conversation (self->payment_case) != 0);
}

static void
show_problem (CorPaymentDetail *self)
{
  const char      *problem = cor_payment_case_get_problem (self->payment_case);
  g_autofree char *text = NULL;

  if (problem != NULL)
    text = g_strdup_printf (_ ("Not everybody could be asked; this may be older. %s"), problem);
  gtk_label_set_label (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

static void
on_case_changed (CorPaymentDetail *self)
{
  CorPaymentView *view = cor_payment_case_get_view (self->payment_case);
  const char     *nothing = get_nothing (self);

  cor_payment_sheet_set_view (self->sheet, view != NULL && view->is_known ? view : NULL);
  gtk_label_set_label (self->nothing, nothing);
  gtk_stack_set_visible_child_name (self->stack, *nothing != '\0' ? "nothing" : "payment");
  show_tools (self);
  show_problem (self);
  if (view != NULL || cor_payment_case_get_reference (self->payment_case) == NULL)
    read_threads (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    cor_payment_case_freshen (self->payment_case);
}

static void
cor_payment_detail_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cor_payment_detail_parent_class)->map (widget);

  if (COR_PAYMENT_DETAIL (widget)->payment_case != NULL)
    cor_payment_case_freshen (COR_PAYMENT_DETAIL (widget)->payment_case);
}

static void
on_back_clicked (CorPaymentDetail *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

static void
on_refresh_clicked (CorPaymentDetail *self)
{
  cor_payment_case_ask (self->payment_case);
}

/* For a note or a colleague: what it means, in a sentence. */
static void
on_copy_clicked (CorPaymentDetail *self)
{
  CorPaymentView *view = cor_payment_case_get_view (self->payment_case);
  g_auto (GStrv) locales = cor_reader_locales_new (NULL);
  g_autofree char *sentence = cor_payment_sentence_for_agent (view, locales[0], g_time_zone_get_identifier (cor_session_get_time_zone (self->session)));
  g_autofree char *text = g_strdup_printf ("%s · %s\n%s", view->reference, cor_standing_get_label (view->standing, locales[0]), sentence);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", _ ("Copied"));
}

static void
on_insert_clicked (CorPaymentDetail *self)
{
  CorPaymentView *view = cor_payment_case_get_view (self->payment_case);

  g_signal_emit (self, signals[INSERT], 0, view->reference, view->standing->reply);
}

static void
cor_payment_detail_dispose (GObject *object)
{
  CorPaymentDetail *self = COR_PAYMENT_DETAIL (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_PAYMENT_DETAIL);
  g_clear_object (&self->payment_case);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (cor_payment_detail_parent_class)->dispose (object);
}

static void
cor_payment_detail_finalize (GObject *object)
{
  g_free (COR_PAYMENT_DETAIL (object)->listed);

  G_OBJECT_CLASS (cor_payment_detail_parent_class)->finalize (object);
}

static void
cor_payment_detail_class_init (CorPaymentDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_payment_detail_dispose;
  G_OBJECT_CLASS (klass)->finalize = cor_payment_detail_finalize;
  widget_class->map = cor_payment_detail_map;

  signals[BACK] = g_signal_new ("back", COR_TYPE_PAYMENT_DETAIL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[INSERT] = g_signal_new ("insert", COR_TYPE_PAYMENT_DETAIL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[OPEN_CONVERSATION] = g_signal_new ("open-conversation", COR_TYPE_PAYMENT_DETAIL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (COR_TYPE_PAYMENT_SHEET);
  gtk_widget_class_set_css_name (widget_class, "corpaymentdetail");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/payment/cor-payment-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, CorPaymentDetail, back);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentDetail, copy);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentDetail, insert);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentDetail, nothing);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentDetail, page);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentDetail, problem);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentDetail, refresh);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentDetail, root);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentDetail, sheet);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentDetail, stack);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentDetail, threads);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentDetail, threads_box);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentDetail, unverified);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_insert_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_refresh_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
cor_payment_detail_init (CorPaymentDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cor_payment_detail_new:
 *
 * Returns: (transfer floating): about no payment
 */
GtkWidget *
cor_payment_detail_new (void)
{
  return g_object_new (COR_TYPE_PAYMENT_DETAIL, NULL);
}

/**
 * cor_payment_detail_set_session:
 * @session: (transfer none): to be set once
 */
void
cor_payment_detail_set_session (CorPaymentDetail *self, CorSession *session)
{
  g_return_if_fail (COR_IS_PAYMENT_DETAIL (self) && self->session == NULL);

  self->session = g_object_ref (session);
  self->payment_case = cor_session_new_payment_case (session);
  cor_payment_sheet_set_session (self->sheet, session);
  g_signal_connect_object (self->payment_case, "changed", G_CALLBACK (on_case_changed), self, G_CONNECT_SWAPPED);
  on_case_changed (self);
}

/**
 * cor_payment_detail_set_conversation:
 * @conversation: local id of the open one, 0 none
 *
 * Whose reply it may go into. What is read stays; where nothing is, the payment that the conversation is about comes.
 */
void
cor_payment_detail_set_conversation (CorPaymentDetail *self, gint64 conversation)
{
  g_autofree char *reference = NULL;

  g_return_if_fail (COR_IS_PAYMENT_DETAIL (self));

  if (self->payment_case == NULL || cor_payment_case_get_conversation (self->payment_case) == conversation)
    return;
  reference = g_strdup (cor_payment_case_get_reference (self->payment_case));
  cor_payment_case_open (self->payment_case, conversation);
  if (reference != NULL)
    cor_payment_case_choose (self->payment_case, reference);
}

/**
 * cor_payment_detail_set_folded:
 * @folded: there is room for this or the list, not for both
 */
void
cor_payment_detail_set_folded (CorPaymentDetail *self, gboolean folded)
{
  g_return_if_fail (COR_IS_PAYMENT_DETAIL (self));

  gtk_widget_set_visible (self->back, folded);
}

/**
 * cor_payment_detail_open:
 * @reference: as services know it
 *
 * Shows the payment, and asks the services where what is here is old.
 */
void
cor_payment_detail_open (CorPaymentDetail *self, const char *reference)
{
  g_return_if_fail (COR_IS_PAYMENT_DETAIL (self));

  cor_payment_case_show (self->payment_case, reference);
}

/**
 * cor_payment_detail_get_reference:
 *
 * Returns: (transfer none) (nullable): of the payment that is shown: the company's number where that is known
 */
const char *
cor_payment_detail_get_reference (CorPaymentDetail *self)
{
  CorPaymentView *view = NULL;

  g_return_val_if_fail (COR_IS_PAYMENT_DETAIL (self), NULL);

  if (self->payment_case == NULL)
    return NULL;
  view = cor_payment_case_get_view (self->payment_case);
  return view != NULL ? view->reference : cor_payment_case_get_reference (self->payment_case);
}

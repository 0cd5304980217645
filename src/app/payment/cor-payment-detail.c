/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-payment-detail"

#include "config.h"

#include "cor-payment-detail.h"

#include "cor-link-card.h"
#include "cor-payment-sentence.h"
#include "cor-payment-sheet.h"
#include "cor-payment-threads.h"
#include "cor-reader-locales.h"
#include "cor-result.h"
#include "cor-watch-button.h"
#include "cor-wrap-layout.h"

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

  /* Template */
  GtkWidget         *back;
  GtkWidget         *copy;
  GtkButton         *insert;
  CorLinkCard       *link;
  GtkLabel          *no_template;
  GtkLabel          *nothing;
  GtkWidget         *page;
  GtkLabel          *problem;
  GtkWidget         *refresh;
  GtkWidget         *root;
  CorPaymentSheet   *sheet;
  GtkStack          *stack;
  CorPaymentThreads *threads;
  GtkWidget         *tools;
  CorWatchButton    *watch;
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

/* The agent is told where the payment is asked for: in the open conversation, where it is linked with that. */
static void
show_watch (CorPaymentDetail *self)
{
  gboolean is_here = cor_payment_case_get_link (self->payment_case) != NULL;

  cor_watch_button_set_payment (self->watch, cor_payment_case_get_reference (self->payment_case),
                                is_here ? cor_payment_case_get_conversation (self->payment_case) : cor_payment_threads_get_newest (self->threads));
}

static void
on_thread_activated (CorPaymentDetail *self, gint64 conversation)
{
  g_signal_emit (self, signals[OPEN_CONVERSATION], 0, conversation);
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

static const char *
get_reply (CorPaymentDetail *self, const CorPaymentView *view)
{
  return cor_payment_audience_get_reply (cor_payment_case_get_audience (self->payment_case), view->standing);
}

/* What of it may go into the reply that is open, and why not; who is asking there, the card says more of. */
static const char *
get_obstacle (CorPaymentDetail *self, const CorPaymentView *view)
{
  if (*view->standing->reply == '\0')
    return _ ("There is no template for this.");
  if (cor_payment_case_get_conversation (self->payment_case) == 0)
    return _ ("No conversation is open.");
  if (cor_payment_case_get_audience (self->payment_case) == COR_AUDIENCE_NOBODY)
    return _ ("Who is asking is not linked with it, or not verified.");
  return *get_reply (self, view) != '\0' ? NULL : _ ("How it stands now is the payer’s matter: there is nothing to tell a payee.");
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
  gtk_widget_set_visible (GTK_WIDGET (self->no_template), is_known && *view->standing->reply == '\0');
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
  show_watch (self);
  show_problem (self);
  if (view != NULL || cor_payment_case_get_reference (self->payment_case) == NULL)
    cor_payment_threads_set_payment (self->threads, cor_payment_case_get_reference (self->payment_case));
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

  g_signal_emit (self, signals[INSERT], 0, view->reference, get_reply (self, view));
}

static void
cor_payment_detail_dispose (GObject *object)
{
  CorPaymentDetail *self = COR_PAYMENT_DETAIL (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_PAYMENT_DETAIL);
  g_clear_object (&self->payment_case);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (cor_payment_detail_parent_class)->dispose (object);
}

static void
cor_payment_detail_class_init (CorPaymentDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_payment_detail_dispose;
  widget_class->map = cor_payment_detail_map;

  signals[BACK] = g_signal_new ("back", COR_TYPE_PAYMENT_DETAIL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[INSERT] = g_signal_new ("insert", COR_TYPE_PAYMENT_DETAIL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[OPEN_CONVERSATION] = g_signal_new ("open-conversation", COR_TYPE_PAYMENT_DETAIL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (COR_TYPE_LINK_CARD);
  g_type_ensure (COR_TYPE_PAYMENT_SHEET);
  g_type_ensure (COR_TYPE_PAYMENT_THREADS);
  g_type_ensure (COR_TYPE_WATCH_BUTTON);
  gtk_widget_class_set_css_name (widget_class, "corpaymentdetail");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/payment/cor-payment-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, CorPaymentDetail, back);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentDetail, copy);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentDetail, insert);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentDetail, link);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentDetail, no_template);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentDetail, nothing);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentDetail, page);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentDetail, problem);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentDetail, refresh);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentDetail, root);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentDetail, sheet);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentDetail, stack);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentDetail, threads);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentDetail, tools);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentDetail, watch);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_insert_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_refresh_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_thread_activated);
  gtk_widget_class_bind_template_callback (widget_class, show_watch);
}

static void
cor_payment_detail_init (CorPaymentDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->tools, cor_wrap_layout_new (6));
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
  cor_link_card_set_session (self->link, session, self->payment_case);
  cor_payment_threads_set_session (self->threads, session);
  cor_watch_button_set_session (self->watch, session);
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-payments-page"

#include "config.h"

#include "cor-payments-page.h"

#include "cor-page-head.h"
#include "cor-page-split.h"
#include "cor-payment-browser.h"
#include "cor-payment-detail.h"
#include "cor-payment-reference.h"
#include "cor-reply-insert.h"

#include <glib/gi18n-lib.h>

/*
 * CorPaymentsPage: the payments that this desk knows of, any other that is looked up, and all that is known of one.
 *
 * CSS nodes: corpaymentspage
 */
struct _CorPaymentsPage
{
  CorPage parent_instance;

  CorSession     *session; /* owned, or NULL */
  CorPaymentList *list;    /* owned, or NULL */
  GtkWidget      *browser; /* borrowed, as below: split */
  GtkWidget      *detail;

  /* Template */
  GtkEntry     *entry;
  GtkWidget    *root;
  CorPageSplit *split;
};

G_DEFINE_FINAL_TYPE (CorPaymentsPage, cor_payments_page, COR_TYPE_PAGE)

static void
update_frame (CorPaymentsPage *self)
{
  cor_payment_detail_set_folded (COR_PAYMENT_DETAIL (self->detail), cor_page_split_is_folded (self->split));
}

static void
on_chosen (CorPaymentsPage *self, const char *reference)
{
  cor_payment_detail_open (COR_PAYMENT_DETAIL (self->detail), reference);
  cor_page_split_show_detail (self->split, TRUE);
}

static void
on_detail_back (CorPaymentsPage *self)
{
  cor_page_split_show_detail (self->split, FALSE);
}

static void
on_open_conversation (CorPaymentsPage *self, gint64 conversation)
{
  g_signal_emit_by_name (self, "open-conversation", conversation);
}

/* The reply is under the page: what is asked for there is about this payment from now on. */
static void
on_insert (CorPaymentsPage *self, const char *reference, const char *reply)
{
  cor_payment_case_show (cor_session_get_payment_case (self->session), reference);
  cor_page_close (COR_PAGE (self));
  gtk_widget_activate_action (GTK_WIDGET (self), COR_REPLY_USE_TEMPLATE, "s", reply);
}

static void
on_entry_changed (CorPaymentsPage *self)
{
  if (self->list == NULL)
    return;
  cor_payment_list_set_query (self->list, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  cor_page_split_show_detail (self->split, FALSE);
}

/* What fits of the list comes first: the digits of our own number look like those of a transfer. */
static void
on_entry_activated (CorPaymentsPage *self)
{
  CorPaymentBrowser *browser = COR_PAYMENT_BROWSER (self->browser);
  const char        *selected = cor_payment_browser_get_selected (browser);
  g_autofree char   *reference = NULL;

  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    {
      if (cor_reference_recognise (gtk_editable_get_text (GTK_EDITABLE (self->entry)), &reference) != COR_REFERENCE_NONE)
        cor_payments_page_open_payment (self, reference);
    }
  else if (selected == NULL || cor_payment_list_find (self->list, selected) == G_MAXUINT)
    cor_payment_browser_step (browser, 0);
  else
    on_chosen (self, selected);
}

/* The arrows walk through the payments while one types; Escape empties, then leaves. */
static gboolean
on_key_pressed (CorPaymentsPage *self, guint key)
{
  int step = key == GDK_KEY_Down || key == GDK_KEY_KP_Down ? 1 : key == GDK_KEY_Up || key == GDK_KEY_KP_Up ? -1
                                                                                                           : 0;

  if (step != 0)
    {
      cor_payment_browser_step (COR_PAYMENT_BROWSER (self->browser), step);
      return GDK_EVENT_STOP;
    }
  if (key != GDK_KEY_Escape || gtk_entry_get_text_length (self->entry) == 0)
    return GDK_EVENT_PROPAGATE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  return GDK_EVENT_STOP;
}

static void
cor_payments_page_set_session (CorPage *page, CorSession *session)
{
  CorPaymentsPage *self = COR_PAYMENTS_PAGE (page);

  self->session = g_object_ref (session);
  self->list = cor_session_new_payment_list (session);
  cor_payment_browser_set_list (COR_PAYMENT_BROWSER (self->browser), self->list);
  cor_payment_detail_set_session (COR_PAYMENT_DETAIL (self->detail), session);
  cor_payment_detail_set_conversation (COR_PAYMENT_DETAIL (self->detail), cor_page_get_conversation (page));
  cor_payment_list_set_active (self->list, gtk_widget_get_mapped (GTK_WIDGET (self)));
}

static void
cor_payments_page_conversation_changed (CorPage *page)
{
  cor_payment_detail_set_conversation (COR_PAYMENT_DETAIL (COR_PAYMENTS_PAGE (page)->detail), cor_page_get_conversation (page));
}

static void
cor_payments_page_enter (CorPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (COR_PAYMENTS_PAGE (page)->entry));
}

static void
cor_payments_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cor_payments_page_parent_class)->map (widget);

  if (COR_PAYMENTS_PAGE (widget)->list != NULL)
    cor_payment_list_set_active (COR_PAYMENTS_PAGE (widget)->list, TRUE);
}

static void
cor_payments_page_unmap (GtkWidget *widget)
{
  if (COR_PAYMENTS_PAGE (widget)->list != NULL)
    cor_payment_list_set_active (COR_PAYMENTS_PAGE (widget)->list, FALSE);

  GTK_WIDGET_CLASS (cor_payments_page_parent_class)->unmap (widget);
}

static void
cor_payments_page_dispose (GObject *object)
{
  CorPaymentsPage *self = COR_PAYMENTS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_PAYMENTS_PAGE);
  g_clear_object (&self->list);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (cor_payments_page_parent_class)->dispose (object);
}

static void
cor_payments_page_class_init (CorPaymentsPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CorPageClass   *page_class = COR_PAGE_CLASS (klass);

  g_type_ensure (COR_TYPE_PAGE_HEAD);
  g_type_ensure (COR_TYPE_PAGE_SPLIT);
  object_class->dispose = cor_payments_page_dispose;
  page_class->set_session = cor_payments_page_set_session;
  page_class->enter = cor_payments_page_enter;
  page_class->conversation_changed = cor_payments_page_conversation_changed;
  widget_class->map = cor_payments_page_map;
  widget_class->unmap = cor_payments_page_unmap;

  gtk_widget_class_set_css_name (widget_class, "corpaymentspage");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/payment/cor-payments-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CorPaymentsPage, entry);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentsPage, root);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentsPage, split);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
}

static void
cor_payments_page_init (CorPaymentsPage *self)
{
  GtkWidget *aside = gtk_label_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->browser = cor_payment_browser_new ();
  self->detail = cor_payment_detail_new ();
  gtk_widget_set_visible (aside, FALSE); /* there are no notes at its side */
  cor_page_split_set_children (self->split, self->browser, self->detail, aside);
  g_signal_connect_object (self->browser, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->detail, "back", G_CALLBACK (on_detail_back), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->detail, "insert", G_CALLBACK (on_insert), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->detail, "open-conversation", G_CALLBACK (on_open_conversation), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->split, "notify::folded", G_CALLBACK (update_frame), self, G_CONNECT_SWAPPED);
  update_frame (self);
}

/**
 * cor_payments_page_open_payment:
 * @reference: as services know it
 *
 * Shows it, whatever is in the list.
 */
void
cor_payments_page_open_payment (CorPaymentsPage *self, const char *reference)
{
  g_return_if_fail (COR_IS_PAYMENTS_PAGE (self));

  cor_payment_browser_select (COR_PAYMENT_BROWSER (self->browser), reference);
  on_chosen (self, reference);
}

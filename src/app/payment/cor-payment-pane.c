/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-payment-pane"

#include "config.h"

#include "cor-payment-pane.h"

#include "cor-context-tab.h"
#include "cor-link-card.h"
#include "cor-payment-case.h"
#include "cor-payment-sheet.h"
#include "cor-reply-insert.h"
#include "cor-unparent.h"
#include "cor-watch-button.h"
#include "cor-watch-news.h"
#include "cor-wrap-layout.h"

#include <glib/gi18n-lib.h>

/*
 * CorPaymentPane: the payment that the open conversation is about. Where the customer has several the agent says which
 * one is meant, or types another reference; nothing of it can go into a reply before who is asking is verified.
 *
 * CSS nodes: corpaymentpane > box > entry, .links > button, scrolledwindow, .foot-bar
 */
struct _CorPaymentPane
{
  GtkWidget parent_instance;

  CorPaymentCase *payment_case; /* owned, or NULL: the session's */
  gint64          conversation; /* local id, 0 none: whose reference is typed */

  /* Template */
  GtkEntry        *entry;
  GtkWidget       *foot;
  GtkButton       *insert;
  CorLinkCard     *link;
  GtkWidget       *links;
  CorWatchNews    *news;
  GtkLabel        *nothing;
  GtkLabel        *problem;
  GtkWidget       *refresh;
  GtkWidget       *root;
  CorPaymentSheet *sheet;
  CorWatchButton  *watch;
};

static void cor_payment_pane_tab_init (CorContextTabInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CorPaymentPane, cor_payment_pane, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (COR_TYPE_CONTEXT_TAB, cor_payment_pane_tab_init))

static void
on_link_clicked (CorPaymentPane *self, GtkWidget *button)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE); /* the one that is meant stays pressed */
  cor_payment_case_choose (self->payment_case, gtk_button_get_label (GTK_BUTTON (button)));
}

/* Whether the buttons are those of the links: one that has the focus keeps it then. */
static gboolean
has_buttons (CorPaymentPane *self,
             GPtrArray      *links)
{
  GtkWidget *button = gtk_widget_get_first_child (self->links);

  for (guint i = 0; i < links->len; i++, button = gtk_widget_get_next_sibling (button))
    if (button == NULL || g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), ((const CorPaymentLink *) links->pdata[i])->reference) != 0)
      return FALSE;
  return button == NULL;
}

static void
make_buttons (CorPaymentPane *self,
              GPtrArray      *links)
{
  cor_unparent_children (self->links);
  for (guint i = 0; i < links->len; i++)
    {
      const CorPaymentLink *link = links->pdata[i];
      GtkWidget            *button = gtk_toggle_button_new_with_label (link->reference);

      gtk_widget_add_css_class (button, "cor-quiet");
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_link_clicked), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->links), button);
    }
}

static void
show_links (CorPaymentPane *self)
{
  GPtrArray  *links = cor_payment_case_get_links (self->payment_case);
  const char *chosen = cor_payment_case_get_reference (self->payment_case);

  if (!has_buttons (self, links))
    make_buttons (self, links);
  for (GtkWidget *button = gtk_widget_get_first_child (self->links); button != NULL; button = gtk_widget_get_next_sibling (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), chosen) == 0);
  gtk_widget_set_visible (self->links, links->len > 1 || (links->len == 1 && chosen == NULL));
}

static const char *
get_nothing (CorPaymentPane *self)
{
  CorPaymentView *view = cor_payment_case_get_view (self->payment_case);

  if (!cor_payment_case_is_loaded (self->payment_case) || cor_payment_case_get_conversation (self->payment_case) == 0)
    return "";
  if (view != NULL && !view->is_known && cor_payment_case_is_asking (self->payment_case))
    return _ ("Asking the ledger and the trackers…");
  if (view != NULL && !view->is_known)
    return _ ("Neither the ledger nor a tracker has answered for this reference.");
  if (view != NULL)
    return "";
  return cor_payment_case_get_links (self->payment_case)->len > 1
           ? _ ("This customer has several payments. Choose the one that is meant.")
           : _ ("No payment is linked with this conversation. Type a reference, a UETR or a transfer number above.");
}

/* What of it may go into a reply; why not, the card says. */
static void
show_foot (CorPaymentPane *self)
{
  CorPaymentView *view = cor_payment_case_get_view (self->payment_case);
  const char     *reply = view != NULL ? cor_payment_audience_get_reply (cor_payment_case_get_audience (self->payment_case), view->standing) : "";

  gtk_widget_set_visible (self->foot, *reply != '\0');
  gtk_button_set_label (self->insert, view != NULL && view->is_held ? _ ("Insert the approved text") : _ ("Insert status into reply"));
  if (*reply != '\0')
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->insert), "s", reply);
}

static void
show_problem (CorPaymentPane *self)
{
  const char      *problem = cor_payment_case_get_problem (self->payment_case);
  g_autofree char *text = NULL;

  if (problem != NULL)
    /* TRANSLATORS: %s says why, in a sentence */
    text = g_strdup_printf (_ ("Not everybody could be asked; this may be older. %s"), problem);
  gtk_label_set_label (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
  gtk_widget_set_visible (self->refresh, cor_payment_case_get_reference (self->payment_case) != NULL);
  gtk_widget_set_sensitive (self->refresh, !cor_payment_case_is_asking (self->payment_case));
}

static void
on_case_changed (CorPaymentPane *self)
{
  const char *nothing = get_nothing (self);

  show_links (self);
  cor_watch_button_set_payment (self->watch, cor_payment_case_get_reference (self->payment_case), cor_payment_case_get_conversation (self->payment_case));
  cor_payment_sheet_set_view (self->sheet, cor_payment_case_get_view (self->payment_case));
  gtk_label_set_label (self->nothing, nothing);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), *nothing != '\0');
  show_problem (self);
  show_foot (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    cor_payment_case_freshen (self->payment_case);
}

static void
cor_payment_pane_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cor_payment_pane_parent_class)->map (widget);

  if (COR_PAYMENT_PANE (widget)->payment_case != NULL)
    cor_payment_case_freshen (COR_PAYMENT_PANE (widget)->payment_case);
}

static void
on_refresh_clicked (CorPaymentPane *self)
{
  cor_payment_case_ask (self->payment_case);
}

static void
on_entry_changed (CorPaymentPane *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

static void
on_entry_activated (CorPaymentPane *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (cor_payment_case_choose (self->payment_case, *typed != '\0' ? typed : NULL))
    return;
  gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  gtk_label_set_label (self->nothing, _ ("That is no reference: a UETR has 36 characters, a transfer number only digits."));
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), TRUE);
}

static void
cor_payment_pane_set_session (CorContextTab *tab, CorSession *session)
{
  CorPaymentPane *self = COR_PAYMENT_PANE (tab);

  self->payment_case = g_object_ref (cor_session_get_payment_case (session));
  cor_payment_sheet_set_session (self->sheet, session);
  cor_link_card_set_session (self->link, session, self->payment_case);
  cor_watch_button_set_session (self->watch, session);
  cor_watch_news_set_session (self->news, session);
  g_signal_connect_object (self->payment_case, "changed", G_CALLBACK (on_case_changed), self, G_CONNECT_SWAPPED);
  on_case_changed (self);
}

static void
cor_payment_pane_set_conversation (CorContextTab *tab, gint64 conversation)
{
  CorPaymentPane *self = COR_PAYMENT_PANE (tab);

  if (self->conversation == conversation)
    return;
  self->conversation = conversation;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
cor_payment_pane_tab_init (CorContextTabInterface *iface)
{
  iface->set_session = cor_payment_pane_set_session;
  iface->set_conversation = cor_payment_pane_set_conversation;
}

static void
cor_payment_pane_dispose (GObject *object)
{
  CorPaymentPane *self = COR_PAYMENT_PANE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_PAYMENT_PANE);
  g_clear_object (&self->payment_case);

  G_OBJECT_CLASS (cor_payment_pane_parent_class)->dispose (object);
}

static void
cor_payment_pane_class_init (CorPaymentPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_payment_pane_dispose;
  widget_class->map = cor_payment_pane_map;
  g_type_ensure (COR_TYPE_LINK_CARD);
  g_type_ensure (COR_TYPE_PAYMENT_SHEET);
  g_type_ensure (COR_TYPE_WATCH_BUTTON);
  g_type_ensure (COR_TYPE_WATCH_NEWS);
  gtk_widget_class_set_css_name (widget_class, "corpaymentpane");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/payment/cor-payment-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, CorPaymentPane, entry);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentPane, foot);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentPane, insert);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentPane, link);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentPane, links);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentPane, news);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentPane, nothing);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentPane, problem);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentPane, refresh);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentPane, root);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentPane, sheet);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentPane, watch);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_refresh_clicked);
}

static void
cor_payment_pane_init (CorPaymentPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->links, cor_wrap_layout_new (6));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->insert), "s", ""); /* until there is a payment */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->insert), COR_REPLY_USE_TEMPLATE);
}

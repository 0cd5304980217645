/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-link-card"

#include "config.h"

#include "cor-link-card.h"

#include "cor-link-dialog.h"
#include "cor-link-words.h"

#include <glib/gi18n-lib.h>

/*
 * CorLinkCard: who is asking: her role in the payment that is meant, how she was verified, and why nothing of the payment
 * can go into a reply, where it is so. Opens the form to say it.
 *
 * CSS nodes: corlinkcard[.open] > box
 */
struct _CorLinkCard
{
  GtkWidget parent_instance;

  CorSession     *session;      /* owned, or NULL */
  CorPaymentCase *payment_case; /* owned, or NULL */

  /* Template */
  GtkButton *edit;
  GtkLabel  *role;
  GtkWidget *root;
  GtkLabel  *text;
};

G_DEFINE_FINAL_TYPE (CorLinkCard, cor_link_card, GTK_TYPE_WIDGET)

/* What her role keeps from her; without it a button that is missing would be a riddle. */
static const char *
get_share (CorLinkCard          *self,
           const CorPaymentLink *link)
{
  CorPaymentView *view = cor_payment_case_get_view (self->payment_case);

  if (link->role == NULL)
    return _ ("Until the role is said, only what concerns the credit can go into a reply.");
  if (view != NULL && view->is_known && *cor_payment_audience_get_reply (COR_AUDIENCE_PAYEE, view->standing) == '\0')
    return _ ("How it stands now is the payer’s matter: there is nothing to tell a payee.");
  return _ ("A payee is told only what concerns the credit, nothing of the payer’s side.");
}

/* How she was verified, and what that does not open to her. */
static char *
dup_open (CorLinkCard          *self,
          const CorPaymentLink *link)
{
  g_autofree char *trust = cor_link_words_dup_trust (link, cor_session_get_now (self->session), cor_session_get_time_zone (self->session));

  if (cor_payment_case_get_audience (self->payment_case) == COR_AUDIENCE_PAYER)
    return g_steal_pointer (&trust);
  return g_strdup_printf ("%s\n%s", trust, get_share (self, link));
}

static char *
dup_text (CorLinkCard          *self,
          const CorPaymentLink *link)
{
  if (cor_payment_case_get_reference (self->payment_case) == NULL)
    return g_strdup ("");
  if (link == NULL)
    return g_strdup (_ ("Not linked with this customer: nothing of the payment can go into a reply."));
  if (g_strcmp0 (link->role, COR_PAYMENT_ROLE_THIRD_PARTY) == 0)
    return g_strdup (_ ("A third party is told nothing: nothing of the payment can go into a reply."));
  if (link->verified_at == 0)
    return g_strdup (_ ("Not verified on this channel: nothing of the payment can go into a reply."));
  return dup_open (self, link);
}

static const char *
get_button (const CorPaymentLink *link)
{
  if (link == NULL)
    return _ ("Link a Payment…");
  return link->is_here && link->verified_at != 0 ? _ ("Change…") : _ ("Verify…");
}

static void
update (CorLinkCard *self)
{
  const CorPaymentLink *link = cor_payment_case_get_link (self->payment_case);
  gboolean              has_reference = cor_payment_case_get_reference (self->payment_case) != NULL;
  g_autofree char      *text = dup_text (self, link);

  gtk_label_set_label (self->text, text);
  gtk_widget_set_visible (GTK_WIDGET (self->text), *text != '\0');
  gtk_label_set_label (self->role, link != NULL ? cor_link_words_get_role (link->role) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->role), link != NULL);
  gtk_button_set_label (self->edit, get_button (link));
  if (has_reference && cor_payment_case_get_audience (self->payment_case) == COR_AUDIENCE_NOBODY)
    gtk_widget_add_css_class (GTK_WIDGET (self), "open");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "open");
  gtk_widget_set_visible (GTK_WIDGET (self), cor_payment_case_get_conversation (self->payment_case) != 0 && cor_payment_case_is_loaded (self->payment_case));
}

static void
on_edit_clicked (CorLinkCard *self)
{
  cor_link_dialog_present (GTK_WIDGET (self), self->session, self->payment_case);
}

static void
cor_link_card_dispose (GObject *object)
{
  CorLinkCard *self = COR_LINK_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_LINK_CARD);
  g_clear_object (&self->payment_case);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (cor_link_card_parent_class)->dispose (object);
}

static void
cor_link_card_class_init (CorLinkCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_link_card_dispose;
  gtk_widget_class_set_css_name (widget_class, "corlinkcard");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/payment/cor-link-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CorLinkCard, edit);
  gtk_widget_class_bind_template_child (widget_class, CorLinkCard, role);
  gtk_widget_class_bind_template_child (widget_class, CorLinkCard, root);
  gtk_widget_class_bind_template_child (widget_class, CorLinkCard, text);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_clicked);
}

static void
cor_link_card_init (CorLinkCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cor_link_card_set_session:
 * @session: (transfer none)
 * @payment_case: (transfer none): about whose conversation and payment it speaks
 *
 * To be called once.
 */
void
cor_link_card_set_session (CorLinkCard    *self,
                           CorSession     *session,
                           CorPaymentCase *payment_case)
{
  g_return_if_fail (COR_IS_LINK_CARD (self) && self->session == NULL);

  self->session = g_object_ref (session);
  self->payment_case = g_object_ref (payment_case);
  g_signal_connect_object (self->payment_case, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

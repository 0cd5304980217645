/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-window"

#include "config.h"

#include "cor-window-private.h"

#include "cor-payments-page.h"
#include "cor-watch-news.h"

#include <glib/gi18n-lib.h>

/* What is new of a watched payment is told outside the window and in it; both lead to its conversation. */

static GVariant *
new_target (const CorPaymentWatch *watch)
{
  return g_variant_new ("(xs)", watch->conversation, watch->reference);
}

/* Whatever stands on a locked screen names nobody. */
static void
notify (CorWindow *self, const CorPaymentWatch *watch, const char *title, const char *text)
{
  GApplication *application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  g_autoptr (GNotification) notification = g_notification_new (title);
  g_autofree char *id = g_strconcat ("payment-", watch->reference, NULL);

  g_notification_set_body (notification, text);
  g_notification_set_default_action_and_target_value (notification, COR_WINDOW_WATCHED_PAYMENT, new_target (watch));
  if (application != NULL)
    g_application_send_notification (application, id, notification);
}

static void
on_news (CorWindow *self, const CorPaymentWatch *watch)
{
  g_autofree char *text = cor_watch_news_dup_text (watch);
  /* TRANSLATORS: a payment's number */
  g_autofree char *title = g_strdup_printf (_ ("Payment %s"), watch->reference);
  /* TRANSLATORS: "Payment CP-70231", and how it stands */
  g_autofree char *line = g_strdup_printf (_ ("%s: %s"), title, text);
  AdwToast        *toast = adw_toast_new (line);

  notify (self, watch, title, text);
  adw_toast_set_button_label (toast, _ ("Open"));
  adw_toast_set_action_name (toast, COR_WINDOW_WATCHED_PAYMENT);
  adw_toast_set_action_target_value (toast, new_target (watch));
  adw_toast_set_timeout (toast, 10);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* To be called once there is a session. */
void
_cor_window_follow_payments (CorWindow *self)
{
  g_signal_connect_object (cor_session_get_payment_watches (self->session), "news", G_CALLBACK (on_news), self, G_CONNECT_SWAPPED);
}

static void
show_payment (CorWindow *self, gint64 conversation, const char *reference)
{
  CorPage *page = NULL;

  if (conversation != 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.conversation", "x", conversation);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.payment", "s", reference);
      return;
    }
  page = cor_workbench_open_page (self->workbench, "payments");
  cor_payments_page_open_payment (COR_PAYMENTS_PAGE (page), reference);
}

/* To be called once there is a workbench. */
void
_cor_window_show_wanted (CorWindow *self)
{
  g_autoptr (GVariant) wanted = g_steal_pointer (&self->wanted);
  const char *reference = NULL;
  gint64      conversation = 0;

  if (wanted == NULL)
    return;
  g_variant_get (wanted, "(x&s)", &conversation, &reference);
  show_payment (self, conversation, reference);
}

/**
 * cor_window_show_payment:
 * @conversation: local id of where it is watched; 0: nowhere
 * @reference: of the payment
 *
 * Opens the conversation, and beside it the payment with what is new and the update that is offered; of one that is
 * watched nowhere the page. Where the workbench is still to come, then.
 */
void
cor_window_show_payment (CorWindow *self, gint64 conversation, const char *reference)
{
  g_return_if_fail (COR_IS_WINDOW (self));

  if (self->workbench != NULL)
    {
      show_payment (self, conversation, reference);
    }
  else
    {
      g_clear_pointer (&self->wanted, g_variant_unref);
      self->wanted = g_variant_ref_sink (g_variant_new ("(xs)", conversation, reference));
    }
  gtk_window_present (GTK_WINDOW (self));
}

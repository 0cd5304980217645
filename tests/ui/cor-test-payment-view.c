/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-test-payment-view.h"

#include "cor-context-tab.h"
#include "cor-link-dialog.h"
#include "cor-page.h"
#include "cor-store-payment-wishes.h"
#include "cor-test-await.h"
#include "cor-test-widgets.h"
#include "cor-watch-button.h"

void
cor_test_payment_view_open (CorTestPaymentView *self,
                            GType               type,
                            int                 width,
                            int                 height,
                            int                 state)
{
  cor_test_desk_open (&self->desk);
  cor_test_desk_tell_story (&self->desk);
  if (state != COR_TEST_NOBODY_WAS_ASKED)
    cor_test_desk_put_payment (&self->desk, (CorTestPaymentState) state);
  self->session = cor_session_new (self->desk.store, NULL, self->desk.now);
  self->view = g_object_new (type, NULL);
  if (COR_IS_PAGE (self->view))
    cor_page_set_session (COR_PAGE (self->view), self->session);
  else
    cor_context_tab_set_session (COR_CONTEXT_TAB (self->view), self->session);
  self->window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_default_size (self->window, width, height);
  adw_window_set_content (ADW_WINDOW (self->window), self->view);
  gtk_window_present (self->window);
}

void
cor_test_payment_view_close (CorTestPaymentView *self)
{
  g_object_add_weak_pointer (G_OBJECT (self->view), (gpointer *) &self->view);
  gtk_window_destroy (self->window);
  cor_test_until (self->view == NULL);
  cor_test_desk_settle (&self->desk);
  cor_test_finalize (self->session);
  cor_test_desk_close (&self->desk);
}

void
cor_test_payment_view_answer (CorTestPaymentView *self,
                              CorTestPaymentState state)
{
  g_auto (CorTestAwait) await = { 0 };

  self->desk.now += 60;
  cor_test_desk_put_payment (&self->desk, state);
  cor_store_end_payment_wish_async (self->desk.store, "CP-70231", NULL, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_end_payment_wish_finish (self->desk.store, cor_test_await (&await), NULL));
}

GtkWidget *
cor_test_payment_view_get_bell (CorTestPaymentView *self)
{
  return gtk_widget_get_first_child (cor_test_find (self->view, COR_TYPE_WATCH_BUTTON, NULL));
}

GtkWidget *
cor_test_payment_view_open_link (CorTestPaymentView *self,
                                 const char         *button)
{
  GtkWidget  *form = NULL;
  GListModel *windows = gtk_window_get_toplevels ();

  cor_test_click (self->view, button);
  for (guint i = 0; form == NULL && i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (COR_IS_LINK_DIALOG (window))
        form = window;
    }
  g_assert_nonnull (form);
  return form;
}

AdwComboRow *
cor_test_payment_view_find_choice (GtkWidget  *form,
                                   const char *title)
{
  for (GtkWidget *label = cor_test_find (form, GTK_TYPE_LABEL, title); label != NULL; label = gtk_widget_get_parent (label))
    if (ADW_IS_COMBO_ROW (label))
      return ADW_COMBO_ROW (label);
  g_assert_not_reached ();
}

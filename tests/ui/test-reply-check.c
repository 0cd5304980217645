/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-test-await.h"
#include "cor-test-main.h"
#include "cor-test-pane.h"
#include "cor-test-widgets.h"

#include <adwaita.h>

/* The reply check in the composer of the conversation pane. */

static gboolean
has_tag (CorTestPane *fixture,
         const char  *name,
         int          offset)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (cor_test_pane_get_editor (fixture));
  GtkTextTag    *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);
  GtkTextIter    iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, offset);
  return gtk_text_iter_has_tag (&iter, tag);
}

static gboolean
can_send (CorTestPane *fixture)
{
  GtkWidget *button = cor_test_find (fixture->pane, GTK_TYPE_BUTTON, "Send");

  return button != NULL && gtk_widget_is_sensitive (button);
}

/* Stopped: marked, told of, not sent; mended by the button, and taken back by Ctrl+Z. */
static void
test_stops (CorTestPane  *fixture,
            gconstpointer unused)
{
  cor_test_pane_open (fixture, "20460", "Gracias, Marta");
  cor_test_pane_type (fixture, "Su tarjeta ñ 4111 1111 1111 1111 fue cargada.");
  cor_test_until (cor_test_is_shown (fixture->pane, "A full card number must not be sent."));
  g_assert_true (has_tag (fixture, "cor-check-stops", 13));
  g_assert_true (has_tag (fixture, "cor-check-stops", 31));
  g_assert_false (has_tag (fixture, "cor-check-stops", 12));
  g_assert_false (has_tag (fixture, "cor-check-stops", 32));
  g_assert_false (can_send (fixture));
  g_assert_false (cor_test_is_shown (fixture->pane, "No findings, meaning not checked"));

  cor_test_click (fixture->pane, "Write •••• 1111");
  cor_test_until (cor_test_pane_has_text (fixture, "Su tarjeta ñ •••• 1111 fue cargada."));
  cor_test_until (cor_test_is_shown (fixture->pane, "No findings, meaning not checked"));
  cor_test_until (can_send (fixture));
  gtk_text_buffer_undo (gtk_text_view_get_buffer (cor_test_pane_get_editor (fixture)));
  g_assert_true (cor_test_pane_has_text (fixture, "Su tarjeta ñ 4111 1111 1111 1111 fue cargada."));
  cor_test_until (!can_send (fixture));
}

/* Asked once: the second time the same text goes. */
static void
test_asks (CorTestPane  *fixture,
           gconstpointer unused)
{
  cor_test_pane_open (fixture, "20460", "Gracias, Marta");
  cor_test_pane_type (fixture, "Le garantizo que llega.");
  /* at once, before the check is through: it waits for it, and asks */
  cor_test_activate (fixture->pane, "conversation.send", NULL);
  cor_test_until (cor_test_is_shown (fixture->pane, "Send it once more"));
  g_assert_true (cor_test_is_shown (fixture->pane, "The desk cannot promise this"));
  g_assert_true (has_tag (fixture, "cor-check-asks", 5));
  g_assert_true (cor_test_pane_has_text (fixture, "Le garantizo que llega."));
  /* another text is another question */
  cor_test_pane_type (fixture, " Hoy.");
  cor_test_until (!cor_test_is_shown (fixture->pane, "Send it once more"));
  cor_test_until (cor_test_is_shown (fixture->pane, "The desk cannot promise this"));
  cor_test_activate (fixture->pane, "conversation.send", NULL);
  cor_test_until (cor_test_is_shown (fixture->pane, "Send it once more"));
  cor_test_activate (fixture->pane, "conversation.send", NULL);
  cor_test_until (cor_test_is_shown (fixture->pane, "Sends in"));
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);
  adw_init ();
  g_test_add ("/reply-check/stops", CorTestPane, NULL, cor_test_pane_set_up, test_stops, cor_test_pane_tear_down);
  g_test_add ("/reply-check/asks", CorTestPane, NULL, cor_test_pane_set_up, test_asks, cor_test_pane_tear_down);
  return cor_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-spell-menu.h"
#include "cor-test-await.h"
#include "cor-test-main.h"
#include "cor-test-pane.h"
#include "cor-test-widgets.h"

#define G_SETTINGS_ENABLE_BACKEND
#include <gio/gsettingsbackend.h>

#include <adwaita.h>

/* The spelling of what is written in a text view, with the dictionaries of this system. */

typedef struct
{
  CorTestDesk     desk;
  GSettings      *settings;
  CorSpelling    *spelling;
  GtkWindow      *window;
  GtkTextView    *view;
  GtkTextBuffer  *buffer;
  CorSpellMarker *marker;
  CorSpellMenu   *menu;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer unused)
{
  cor_test_desk_open (&fixture->desk);
  fixture->settings = g_settings_new_with_backend ("org.corridordesk.Corridor", g_memory_settings_backend_new ());
  fixture->spelling = cor_spelling_new (fixture->desk.store);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  fixture->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  fixture->buffer = gtk_text_view_get_buffer (fixture->view);
  gtk_text_buffer_set_enable_undo (fixture->buffer, TRUE);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->view));
  fixture->marker = cor_spell_marker_new (fixture->view, fixture->spelling);
  fixture->menu = cor_spell_menu_new (fixture->view, fixture->spelling, fixture->marker, fixture->settings);
  cor_spell_marker_set_reader (fixture->marker, "en", NULL);
  gtk_window_present (fixture->window);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer unused)
{
  cor_test_finalize (g_steal_pointer (&fixture->menu));
  cor_test_finalize (g_steal_pointer (&fixture->marker));
  cor_test_finalize (g_steal_pointer (&fixture->spelling));
  gtk_window_destroy (fixture->window);
  g_clear_object (&fixture->settings);
  cor_test_desk_settle (&fixture->desk);
  cor_test_desk_close (&fixture->desk);
}

/* Returns: the underlined words, with | between. */
static char *
dup_marked (Fixture *fixture)
{
  g_autoptr (GString) marked = g_string_new (NULL);
  GtkTextIter at, start, end;

  cor_test_until (cor_spell_marker_is_settled (fixture->marker));
  gtk_text_buffer_get_start_iter (fixture->buffer, &at);
  do
    if (cor_spell_marker_get_word (fixture->marker, &at, &start, &end) && gtk_text_iter_equal (&at, &start))
      {
        g_autofree char *word = gtk_text_buffer_get_text (fixture->buffer, &start, &end, TRUE);

        g_string_append_printf (marked, "%s%s", marked->len > 0 ? "|" : "", word);
      }
  while (gtk_text_iter_forward_char (&at));
  return g_string_free (g_steal_pointer (&marked), FALSE);
}

static void
expect (Fixture    *fixture,
        const char *words)
{
  g_autofree char *marked = dup_marked (fixture);

  g_assert_cmpstr (marked, ==, words);
}

static void
write_text (Fixture    *fixture,
            const char *text)
{
  gtk_text_buffer_set_text (fixture->buffer, text, -1);
}

static gboolean
has_dictionary (Fixture *fixture)
{
  gboolean is_here = FALSE;

  write_text (fixture, "The payment is on its way.");
  cor_test_until (cor_spell_marker_is_settled (fixture->marker));
  cor_spell_marker_get_language (fixture->marker, &is_here);
  if (!is_here)
    g_test_skip ("this system has no English dictionary");
  return is_here;
}

static void
open_menu (Fixture    *fixture,
           const char *word)
{
  GtkTextIter at, end;

  gtk_text_buffer_get_start_iter (fixture->buffer, &at);
  g_assert_true (gtk_text_iter_forward_search (&at, word, 0, &at, &end, NULL));
  cor_spell_menu_open_at (fixture->menu, &at);
}

static gboolean
is_marked (Fixture    *fixture,
           const char *word)
{
  GtkTextIter at, start, end;

  gtk_text_buffer_get_start_iter (fixture->buffer, &at);
  g_assert_true (gtk_text_iter_forward_search (&at, word, 0, &at, &end, NULL));
  return cor_spell_marker_get_word (fixture->marker, &at, &start, &end);
}

/* The labels of a section of the view's menu, with | between. */
static char *
dup_items (Fixture *fixture,
           int      section)
{
  g_autoptr (GMenuModel) items = g_menu_model_get_item_link (gtk_text_view_get_extra_menu (fixture->view), section, G_MENU_LINK_SECTION);
  GString *labels = g_string_new (NULL);

  for (int i = 0; i < g_menu_model_get_n_items (items); i++)
    {
      g_autofree char *label = NULL;

      g_assert_true (g_menu_model_get_item_attribute (items, i, G_MENU_ATTRIBUTE_LABEL, "s", &label));
      g_string_append_printf (labels, "%s%s", i > 0 ? "|" : "", label);
    }
  return g_string_free (labels, FALSE);
}

static gboolean
offers (Fixture    *fixture,
        int         section,
        const char *label)
{
  g_autofree char *items = dup_items (fixture, section);
  g_auto (GStrv) labels = g_strsplit (items, "|", -1);

  return g_strv_contains ((const char *const *) labels, label);
}

static void
act (Fixture    *fixture,
     const char *action,
     const char *target)
{
  cor_test_activate (GTK_WIDGET (fixture->view), action, target != NULL ? "s" : NULL, target);
}

static void
test_marks (Fixture      *fixture,
            gconstpointer unused)
{
  static const char *const people[] = { "Lindqvista Borg", NULL };

  if (!has_dictionary (fixture))
    return;
  write_text (fixture, "Dear Lindqvista, the paymnt CP-70231 of USD 12.00 is on its way.\nIt arives on Monday.");
  expect (fixture, "Lindqvista|paymnt|arives");
  cor_spell_marker_set_reader (fixture->marker, "en", people);
  expect (fixture, "paymnt|arives");
}

/* Only what changed is asked for, and what is mended is mended. */
static void
test_edit (Fixture      *fixture,
           gconstpointer unused)
{
  GtkTextIter start, end;

  if (!has_dictionary (fixture))
    return;
  write_text (fixture, "The paymnt arives.");
  expect (fixture, "paymnt|arives");
  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &start, 8); /* behind "paym" */
  gtk_text_buffer_insert (fixture->buffer, &start, "e", -1);
  expect (fixture, "arives");
  gtk_text_buffer_get_bounds (fixture->buffer, &start, &end);
  gtk_text_buffer_delete (fixture->buffer, &start, &end);
  expect (fixture, "");
}

/* The word at the caret is not finished. */
static void
test_caret (Fixture      *fixture,
            gconstpointer unused)
{
  if (!has_dictionary (fixture))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  cor_test_until (gtk_widget_has_focus (GTK_WIDGET (fixture->view)));
  write_text (fixture, "");
  gtk_text_buffer_insert_at_cursor (fixture->buffer, "The paymn", -1);
  expect (fixture, "");
  gtk_text_buffer_insert_at_cursor (fixture->buffer, " is", -1);
  expect (fixture, "paymn");
}

static void
test_menu (Fixture      *fixture,
           gconstpointer unused)
{
  g_autofree char *items = NULL;

  if (!has_dictionary (fixture))
    return;
  write_text (fixture, "The paymnt of Ojeda and the Remitly arives.");
  expect (fixture, "paymnt|Ojeda|Remitly|arives");
  open_menu (fixture, "The");
  items = dup_items (fixture, 0);
  g_assert_cmpstr (items, ==, "");
  open_menu (fixture, "paymnt");
  cor_test_until (offers (fixture, 0, "payment"));
  act (fixture, "spell.replace", "payment");
  expect (fixture, "Ojeda|Remitly|arives");
  gtk_text_buffer_undo (fixture->buffer);
  expect (fixture, "paymnt|Ojeda|Remitly|arives");
  open_menu (fixture, "Ojeda");
  act (fixture, "spell.add", NULL);
  expect (fixture, "paymnt|Remitly|arives");
  open_menu (fixture, "Remitly");
  act (fixture, "spell.ignore", NULL);
  expect (fixture, "paymnt|arives");
}

/* What was added is right in the next session, what was ignored is not. */
static void
test_own_words (Fixture      *fixture,
                gconstpointer unused)
{
  if (!has_dictionary (fixture))
    return;
  cor_spelling_add (fixture->spelling, "Ojeda");
  cor_spelling_ignore (fixture->spelling, "Remitly");
  cor_test_desk_settle (&fixture->desk);
  cor_test_finalize (g_steal_pointer (&fixture->menu));
  cor_test_finalize (g_steal_pointer (&fixture->marker));
  cor_test_finalize (g_steal_pointer (&fixture->spelling));
  gtk_text_tag_table_remove (gtk_text_buffer_get_tag_table (fixture->buffer), gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (fixture->buffer), "cor-misspelled"));
  fixture->spelling = cor_spelling_new (fixture->desk.store);
  fixture->marker = cor_spell_marker_new (fixture->view, fixture->spelling);
  fixture->menu = cor_spell_menu_new (fixture->view, fixture->spelling, fixture->marker, fixture->settings);
  cor_spell_marker_set_reader (fixture->marker, "en", NULL);
  cor_test_desk_settle (&fixture->desk);
  write_text (fixture, "Ojeda asked Remitly for the payment.");
  expect (fixture, "Remitly");
}

static void
test_language (Fixture      *fixture,
               gconstpointer unused)
{
  if (!has_dictionary (fixture))
    return;
  write_text (fixture, "您的款项今天已经到账，请查收。");
  expect (fixture, "");
  open_menu (fixture, "您");
  g_assert_true (offers (fixture, 1, "No dictionary for Chinese (Simplified)"));
  write_text (fixture, "Thank you for the documents, the paymnt is complete.");
  expect (fixture, "paymnt");
  open_menu (fixture, "Thank");
  g_assert_true (offers (fixture, 1, "Check _spelling"));
  g_assert_false (offers (fixture, 1, "No dictionary for English"));
}

static void
test_off (Fixture      *fixture,
          gconstpointer unused)
{
  if (!has_dictionary (fixture))
    return;
  write_text (fixture, "The paymnt is here.");
  expect (fixture, "paymnt");
  cor_spell_marker_set_enabled (fixture->marker, FALSE);
  g_assert_false (is_marked (fixture, "paymnt"));
  cor_spell_marker_set_enabled (fixture->marker, TRUE);
  expect (fixture, "paymnt");
  g_assert_true (g_settings_get_boolean (fixture->settings, "check-spelling"));
  cor_test_activate (GTK_WIDGET (fixture->view), "spell.check-spelling", NULL);
  g_assert_false (g_settings_get_boolean (fixture->settings, "check-spelling"));
}

/* A long text is marked in parts, all of it. */
static void
test_long (Fixture      *fixture,
           gconstpointer unused)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *marked = NULL;
  g_auto (GStrv) words = NULL;
  guint n = 0;

  if (!has_dictionary (fixture))
    return;
  for (; text->len < 20000; n++)
    g_string_append_printf (text, "The paymnt is on its way and the bank has it now.%s", n % 7 == 0 ? "\n" : " ");
  write_text (fixture, text->str);
  marked = dup_marked (fixture);
  words = g_strsplit (marked, "|", -1);
  g_assert_cmpuint (g_strv_length (words), ==, n);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_setenv ("LANGUAGE", "en", TRUE);
  cor_test_init (&argc, &argv);
  adw_init ();
  ADD ("/spelling/marks", test_marks);
  ADD ("/spelling/edit", test_edit);
  ADD ("/spelling/caret", test_caret);
  ADD ("/spelling/menu", test_menu);
  ADD ("/spelling/own-words", test_own_words);
  ADD ("/spelling/language", test_language);
  ADD ("/spelling/off", test_off);
  ADD ("/spelling/long", test_long);
  return cor_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-conversation-pane.h"
#include "cor-test-await.h"
#include "cor-test-main.h"
#include "cor-test-pane.h"
#include "cor-test-widgets.h"

#include <adwaita.h>

/* What is in sight of a timeline when it is opened, when something comes in, and when the agent reads elsewhere. */

#define NUMBER "20460"

static GtkAdjustment *
get_adjustment (CorTestPane *fixture)
{
  GtkWidget *list = cor_test_find (fixture->pane, GTK_TYPE_LIST_VIEW, NULL);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (gtk_widget_get_parent (list)));
}

static gboolean
is_at_end (CorTestPane *fixture)
{
  GtkAdjustment *adjustment = get_adjustment (fixture);

  return gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) >= gtk_adjustment_get_upper (adjustment) - 2;
}

/* Of the top of a message, from the top of the view; -1000 when it is not there. */
static double
get_y (CorTestPane *fixture,
       const char  *text)
{
  GtkWidget      *scrolled = gtk_widget_get_parent (cor_test_find (fixture->pane, GTK_TYPE_LIST_VIEW, NULL));
  GtkWidget      *label = cor_test_find (scrolled, GTK_TYPE_LABEL, text);
  graphene_rect_t bounds;

  if (label == NULL || !gtk_widget_get_mapped (label) || !gtk_widget_compute_bounds (label, scrolled, &bounds))
    return -1000;
  return bounds.origin.y;
}

static gboolean
begins_at_top (CorTestPane *fixture,
               const char  *text)
{
  double y = get_y (fixture, text);

  return y >= -2 && y < 60;
}

static void
say (CorTestPane *fixture,
     const char  *text,
     guint        at)
{
  cor_test_desk_say (&fixture->desk, &(CorTestMessage){ .number = NUMBER, .kind = COR_MESSAGE_INCOMING, .sender = COR_SENDER_CUSTOMER, .text = text, .at = fixture->desk.now + at });
}

static void
say_many (CorTestPane *fixture,
          guint        n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("message %u%s", i, i % 3 == 0 ? ", one of those that take more than a line because somebody had much to say of it, and then some more" : "");

      say (fixture, text, i);
    }
}

static char *
dup_tall (const char *beginning)
{
  GString *text = g_string_new (beginning);

  for (guint i = 0; i < 90; i++)
    g_string_append_printf (text, "\n\nParagraph %u of a mail that is longer than any screen.", i);
  return g_string_free (text, FALSE);
}

static const char *
get_news (CorTestPane *fixture)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (cor_test_find (fixture->pane, GTK_TYPE_LIST_VIEW, NULL), GTK_TYPE_OVERLAY);

  for (GtkWidget *child = gtk_widget_get_first_child (overlay); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_has_css_class (child, "news") && gtk_widget_get_visible (child))
      return gtk_button_get_label (GTK_BUTTON (child));
  return NULL;
}

/* Opened at its beginning, since the end of it says nothing; and what comes then is followed. */
static void
test_tall (CorTestPane  *fixture,
           gconstpointer unused)
{
  g_autofree char *tall = dup_tall ("A tall one");
  g_autofree char *other = dup_tall ("Another tall one");

  say_many (fixture, 30);
  say (fixture, tall, 40);
  cor_test_pane_open (fixture, NUMBER, "A tall one");
  cor_test_until (begins_at_top (fixture, "A tall one"));
  cor_test_pane_settle (fixture);
  g_assert_true (begins_at_top (fixture, "A tall one"));
  g_assert_false (is_at_end (fixture));

  say (fixture, "a short one", 41);
  cor_test_until (cor_test_is_shown (fixture->pane, "a short one") && is_at_end (fixture));
  say (fixture, other, 42);
  cor_test_until (begins_at_top (fixture, "Another tall one"));
  cor_test_pane_settle (fixture);
  g_assert_true (begins_at_top (fixture, "Another tall one"));
  g_assert_null (get_news (fixture));
}

/* Reading on within the tall one is being elsewhere: it stays put, until she is at the end. */
static void
test_reading_tall (CorTestPane  *fixture,
                   gconstpointer unused)
{
  g_autofree char *tall = dup_tall ("A tall one");
  GtkAdjustment   *adjustment;
  double           value;

  say_many (fixture, 10);
  say (fixture, tall, 40);
  cor_test_pane_open (fixture, NUMBER, "A tall one");
  cor_test_until (begins_at_top (fixture, "A tall one"));
  cor_test_pane_settle (fixture);
  adjustment = get_adjustment (fixture);
  value = gtk_adjustment_get_value (adjustment) + 200;
  gtk_adjustment_set_value (adjustment, value);
  say (fixture, "meanwhile", 41);
  cor_test_until (get_news (fixture) != NULL);
  cor_test_pane_settle (fixture);
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment), value, 3);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment));
  cor_test_until (get_news (fixture) == NULL);
  say (fixture, "and at last", 42);
  cor_test_until (cor_test_is_shown (fixture->pane, "and at last") && is_at_end (fixture));
}

static void
test_news (CorTestPane  *fixture,
           gconstpointer unused)
{
  GtkAdjustment *adjustment;
  double         value;

  say_many (fixture, 60);
  cor_test_pane_open (fixture, NUMBER, "message 59");
  cor_test_until (is_at_end (fixture));
  cor_test_pane_settle (fixture);
  adjustment = get_adjustment (fixture);
  value = gtk_adjustment_get_value (adjustment) - 500;
  gtk_adjustment_set_value (adjustment, value);
  g_assert_null (get_news (fixture));
  say (fixture, "one", 100);
  cor_test_until (g_strcmp0 (get_news (fixture), "1 new message") == 0);
  say (fixture, "two", 101);
  cor_test_until (g_strcmp0 (get_news (fixture), "2 new messages") == 0);
  cor_test_pane_settle (fixture);
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment), value, 3);

  cor_test_click (fixture->pane, "2 new messages");
  cor_test_until (cor_test_is_shown (fixture->pane, "two") && is_at_end (fixture));
  g_assert_null (get_news (fixture));
  say (fixture, "three", 102);
  cor_test_until (cor_test_is_shown (fixture->pane, "three") && is_at_end (fixture));
}

/* News of one conversation are none of the next. */
static void
test_news_stay_behind (CorTestPane  *fixture,
                       gconstpointer unused)
{
  GtkAdjustment *adjustment;

  say_many (fixture, 60);
  cor_test_pane_open (fixture, NUMBER, "message 59");
  cor_test_until (is_at_end (fixture));
  cor_test_pane_settle (fixture);
  adjustment = get_adjustment (fixture);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) - 500);
  say (fixture, "one", 100);
  cor_test_until (get_news (fixture) != NULL);
  cor_test_pane_open (fixture, "20481", "谢谢。另外");
  g_assert_null (get_news (fixture));
  cor_test_pane_open (fixture, NUMBER, "one");
  g_assert_null (get_news (fixture));
}

/* Everything at once, a frame here and there; GtkListView warns when it is scrolled among rows without a place. */
static void
test_unrest (CorTestPane  *fixture,
             gconstpointer unused)
{
  static const char *const numbers[] = { NUMBER, "20481", "20420", NUMBER, "20476", "20466" };
  GRand                   *dice = g_rand_new_with_seed (17);

  say_many (fixture, 140);
  cor_test_pane_open (fixture, NUMBER, "message 139");
  for (guint i = 0; i < 24; i++)
    {
      const char      *number = numbers[g_rand_int_range (dice, 0, G_N_ELEMENTS (numbers))];
      g_autofree char *text = g_strdup_printf ("news %u", i);
      GtkWidget       *merge = cor_test_find (fixture->pane, GTK_TYPE_TOGGLE_BUTTON, "Only WeChat");

      cor_conversation_pane_set_conversation (COR_CONVERSATION_PANE (fixture->pane), cor_test_desk_find (&fixture->desk, number));
      for (guint k = (guint) g_rand_int_range (dice, 0, 12); k > 0; k--)
        g_main_context_iteration (NULL, FALSE);
      if (i % 3 == 0)
        gtk_window_set_default_size (fixture->window, 400 + (int) (i * 37 % 300), 400 + (int) (i * 53 % 400));
      if (i % 4 == 0)
        say (fixture, text, 200 + i);
      if (merge != NULL && i % 5 == 0)
        g_signal_emit_by_name (merge, "clicked");
      if (i % 7 == 0)
        {
          cor_test_pane_settle (fixture); /* the agent scrolls what she sees */
          gtk_adjustment_set_value (get_adjustment (fixture), 0);
        }
    }
  g_rand_free (dice);
  cor_test_pane_open (fixture, "20481", "谢谢。另外");
  cor_test_pane_open (fixture, NUMBER, "news 20");
  cor_test_until (is_at_end (fixture));
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);
  adw_init ();
  g_test_add ("/timeline-view/tall", CorTestPane, NULL, cor_test_pane_set_up, test_tall, cor_test_pane_tear_down);
  g_test_add ("/timeline-view/reading-tall", CorTestPane, NULL, cor_test_pane_set_up, test_reading_tall, cor_test_pane_tear_down);
  g_test_add ("/timeline-view/news", CorTestPane, NULL, cor_test_pane_set_up, test_news, cor_test_pane_tear_down);
  g_test_add ("/timeline-view/news-stay-behind", CorTestPane, NULL, cor_test_pane_set_up, test_news_stay_behind, cor_test_pane_tear_down);
  g_test_add ("/timeline-view/unrest", CorTestPane, NULL, cor_test_pane_set_up, test_unrest, cor_test_pane_tear_down);
  return cor_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-article-changes.h"
#include "cor-article-outline.h"
#include "cor-article-print.h"
#include "cor-article-scroller.h"
#include "cor-article-table.h"
#include "cor-article-text.h"
#include "cor-article-view.h"
#include "cor-marker.h"
#include "cor-test-await.h"
#include "cor-test-main.h"
#include "cor-test-queries.h"
#include "cor-test-widgets.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#define ARTICLE                                                                                                     \
  "It **arrives** in [1 day](https://a.example/t); see [more](value-date#how) or [below](#cut-offs).\n\n"           \
  "## Ways\n\n| way | time |\n|---|--:|\n| SWIFT | 1 day |\n| SEPA | 10 s |\n\n![map](https://a.example/m.png)\n\n" \
  "## Cut-offs\n\n1. Look.\n2. Ask.\n\n### Détails\n\nThe last day.\n"

typedef struct
{
  GtkWindow      *window;
  GtkWidget      *widget;
  CorArticleView *view;
  CorDocument    *document;
  char           *slug, *heading, *address;
  CorTextRange    inserted;
} Fixture;

static void
on_open_article (Fixture    *fixture,
                 const char *slug,
                 const char *heading)
{
  fixture->slug = g_strdup (slug);
  fixture->heading = g_strdup (heading);
}

static gboolean
on_activate_link (Fixture    *fixture,
                  const char *address)
{
  fixture->address = g_strdup (address);
  return TRUE;
}

static void
on_insert (Fixture *fixture,
           guint    start,
           guint    end)
{
  fixture->inserted = (CorTextRange){ start, end };
}

/* Waits until @last is there too: what is below the first screen comes later. */
static void
show (Fixture    *fixture,
      const char *source,
      const char *last)
{
  g_clear_pointer (&fixture->document, cor_document_unref);
  fixture->document = cor_document_new (source);
  cor_article_view_set_document (fixture->view, "How long does it take?", fixture->document);
  if (last != NULL)
    cor_test_until (cor_test_is_shown (fixture->widget, last));
}

static void
set_up (Fixture      *fixture,
        gconstpointer unused)
{
  g_autoptr (GtkCssProvider) css = gtk_css_provider_new ();

  fixture->widget = cor_article_view_new ();
  fixture->view = COR_ARTICLE_VIEW (fixture->widget);
  gtk_css_provider_load_from_resource (css, "/org/corridordesk/Corridor/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (css), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_signal_connect_swapped (fixture->view, "open-article", G_CALLBACK (on_open_article), fixture);
  g_signal_connect_swapped (fixture->view, "activate-link", G_CALLBACK (on_activate_link), fixture);
  g_signal_connect_swapped (fixture->view, "insert", G_CALLBACK (on_insert), fixture);
  cor_article_view_set_insertable (fixture->view, TRUE);
  fixture->window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_default_size (fixture->window, 480, 300);
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->widget);
  gtk_window_present (fixture->window);
  show (fixture, ARTICLE, "The last day.");
}

static void
tear_down (Fixture      *fixture,
           gconstpointer unused)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->widget), (gpointer *) &fixture->widget);
  gtk_window_destroy (fixture->window);
  cor_test_until (fixture->widget == NULL);
  g_clear_pointer (&fixture->document, cor_document_unref);
  g_free (fixture->slug);
  g_free (fixture->heading);
  g_free (fixture->address);
}

static GtkAdjustment *
get_adjustment (Fixture *fixture)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (cor_test_find (fixture->widget, GTK_TYPE_SCROLLED_WINDOW, NULL)));
}

static void
test_shown (Fixture      *fixture,
            gconstpointer unused)
{
  GtkWidget *heading = cor_test_find (fixture->widget, GTK_TYPE_LABEL, "Cut-offs");

  g_assert_true (cor_test_is_shown (fixture->widget, "How long does it take?"));
  g_assert_true (cor_test_is_shown (fixture->widget, "It arrives in 1 day; see more or below."));
  g_assert_true (cor_test_is_shown (fixture->widget, "SEPA"));
  g_assert_true (cor_test_is_shown (fixture->widget, "2."));
  g_assert_true (cor_test_is_shown (fixture->widget, "map"));
  g_assert_nonnull (cor_test_find (fixture->widget, GTK_TYPE_BUTTON, "Open image"));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_ROLE_HEADING);

  /* another one: nothing of the first is left */
  show (fixture, "Short.", "Short.");
  g_assert_true (cor_test_is_shown (fixture->widget, "Short."));
  g_assert_false (cor_test_is_shown (fixture->widget, "SEPA"));
  cor_article_view_set_document (fixture->view, NULL, NULL);
  g_assert_false (cor_test_is_shown (fixture->widget, "Short."));
  g_assert_null (cor_article_view_get_document (fixture->view));
}

static void
test_links (Fixture      *fixture,
            gconstpointer unused)
{
  GtkWidget *label = cor_test_find (fixture->widget, GTK_TYPE_LABEL, "It arrives");
  gboolean   is_handled = FALSE;

  g_signal_emit_by_name (label, "activate-link", "article:value-date#how", &is_handled);
  g_assert_true (is_handled);
  g_assert_cmpstr (fixture->slug, ==, "value-date");
  g_assert_cmpstr (fixture->heading, ==, "how");
  g_signal_emit_by_name (label, "activate-link", "https://a.example/t", &is_handled);
  g_assert_cmpstr (fixture->address, ==, "https://a.example/t");
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (label)), "href=\"article:value-date#how\""));

  g_clear_pointer (&fixture->address, g_free);
  cor_test_click (fixture->widget, "Open image");
  g_assert_cmpstr (fixture->address, ==, "https://a.example/m.png");
}

static void
test_outline (Fixture      *fixture,
              gconstpointer unused)
{
  GListModel *outline = cor_article_view_get_outline (fixture->view);
  g_autoptr (CorArticleOutline) last = g_list_model_get_item (outline, 2);
  GtkAdjustment *adjustment = get_adjustment (fixture);

  g_assert_cmpuint (g_list_model_get_n_items (outline), ==, 3);
  g_assert_cmpstr (cor_article_outline_get_title (last), ==, "Détails");
  g_assert_cmpstr (cor_article_outline_get_id (last), ==, "détails");
  g_assert_cmpuint (cor_article_outline_get_level (last), ==, 1);
  g_assert_cmpstr (cor_article_view_get_current_heading (fixture->view), ==, "ways");

  g_assert_false (cor_article_view_scroll_to_heading (fixture->view, "nothing"));
  g_assert_true (cor_article_view_scroll_to_heading (fixture->view, "cut-offs"));
  cor_test_until (gtk_adjustment_get_value (adjustment) > 0);
  cor_test_until (g_strcmp0 (cor_article_view_get_current_heading (fixture->view), "cut-offs") == 0);
  gtk_adjustment_set_value (adjustment, 1);
  g_assert_cmpstr (cor_article_view_get_current_heading (fixture->view), ==, "ways");
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  g_assert_cmpstr (cor_article_view_get_current_heading (fixture->view), ==, "détails");
  show (fixture, "No headings.", "No headings.");
  g_assert_cmpuint (g_list_model_get_n_items (outline), ==, 0);
  g_assert_null (cor_article_view_get_current_heading (fixture->view));
}

/* Lines of two fonts are not all as high as others; no text is wider than the column for it, where it would be cut off. */
static void
test_width (Fixture      *fixture,
            gconstpointer unused)
{
  GtkWidget *text = NULL;
  GtkWidget *row = NULL;

  show (fixture, "按系统或银行所在地的时区，不按客户所在地。冬季北京中午12点，伦敦才凌晨4点，英镑系统没开门；北京傍晚，欧洲正在上班。", "按系统");
  text = cor_test_find (fixture->widget, COR_TYPE_ARTICLE_TEXT, NULL);
  row = gtk_widget_get_parent (text);
  for (int width = 300; width < 480; width++)
    {
      int height = 0;

      gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
      gtk_widget_allocate (row, width, height, -1, NULL);
      g_assert_cmpint (gtk_widget_get_width (text), <=, width);
      g_assert_cmpint (gtk_widget_get_width (gtk_widget_get_first_child (text)), <=, width);
    }
}

static void
test_find (Fixture      *fixture,
           gconstpointer unused)
{
  cor_article_view_begin_find (fixture->view);
  cor_article_view_find (fixture->view, "DAY");
  g_assert_cmpuint (cor_article_view_get_n_found (fixture->view), ==, 3);
  g_assert_cmpuint (cor_article_view_get_found (fixture->view), ==, 0);
  cor_test_until (cor_test_is_shown (fixture->widget, "1 of 3"));
  cor_article_view_find_next (fixture->view, FALSE);
  g_assert_true (cor_test_is_shown (fixture->widget, "3 of 3"));
  cor_test_until (gtk_adjustment_get_value (get_adjustment (fixture)) > 0);
  cor_test_activate (fixture->widget, "article.find-next", NULL);
  g_assert_true (cor_test_is_shown (fixture->widget, "1 of 3"));
  cor_article_view_find (fixture->view, "details");
  g_assert_cmpuint (cor_article_view_get_n_found (fixture->view), ==, 1);
  cor_article_view_find (fixture->view, "xyz");
  g_assert_true (cor_test_is_shown (fixture->widget, "Not found"));
  cor_article_view_find_next (fixture->view, TRUE);
  cor_article_view_end_find (fixture->view);
  g_assert_cmpuint (cor_article_view_get_n_found (fixture->view), ==, 0);
}

/* Nothing that is sought is an error or makes the page wider. */
static void
test_find_wrong (Fixture      *fixture,
                 gconstpointer unused)
{
  GtkEditable *entry = NULL;
  int          least = 0;

  cor_article_view_begin_find (fixture->view);
  entry = GTK_EDITABLE (cor_test_find (fixture->widget, GTK_TYPE_SEARCH_ENTRY, NULL));
  gtk_widget_measure (fixture->widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  for (guint i = 0; i < cor_test_n_queries; i++)
    {
      g_autofree char *text = cor_test_query_dup_text (&cor_test_queries[i]);
      g_autofree char *valid = g_utf8_make_valid (text, -1);
      int              now = 0;

      g_test_message ("%.40s", cor_test_queries[i].text);
      gtk_editable_set_text (entry, valid);
      g_signal_emit_by_name (entry, "search-changed");
      if (cor_test_queries[i].kind == COR_TEST_QUERY_NONE && *g_strstrip (text) != '\0')
        cor_test_until (cor_test_is_shown (fixture->widget, "Not found"));
      gtk_widget_measure (fixture->widget, GTK_ORIENTATION_HORIZONTAL, -1, &now, NULL, NULL, NULL);
      g_assert_cmpint (now, ==, least);
    }
  gtk_editable_set_text (entry, "day");
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_true (cor_test_is_shown (fixture->widget, "1 of 3"));
}

/* How many bytes of a label have a background. */
static guint
count_filled (GtkWidget *label)
{
  PangoAttrList     *attributes = gtk_label_get_attributes (GTK_LABEL (label));
  PangoAttrIterator *iterator = pango_attr_list_get_iterator (attributes);
  guint              n = 0;

  do
    {
      int start = 0;
      int end = 0;

      pango_attr_iterator_range (iterator, &start, &end);
      if (pango_attr_iterator_get (iterator, PANGO_ATTR_BACKGROUND) != NULL)
        n += (guint) (end - start);
    }
  while (pango_attr_iterator_next (iterator));
  pango_attr_iterator_destroy (iterator);
  return n;
}

static void
test_marks (Fixture      *fixture,
            gconstpointer unused)
{
  g_autoptr (CorMarker) marker = cor_marker_new ("day", FALSE);
  g_autoptr (GArray) title = cor_marker_find (marker, "How long does it take?", "en");
  g_autoptr (GArray) text = cor_marker_find (marker, cor_document_get_text (fixture->document), "en");

  g_assert_cmpuint (text->len, ==, 3);
  cor_article_view_set_marks (fixture->view, title, text);
  g_assert_cmpuint (count_filled (cor_test_find (fixture->widget, GTK_TYPE_LABEL, "The last day.")), ==, 3);
  g_assert_cmpuint (count_filled (cor_test_find (fixture->widget, GTK_TYPE_LABEL, "SEPA")), ==, 0);
  cor_article_view_find (fixture->view, "last");
  g_assert_cmpuint (count_filled (cor_test_find (fixture->widget, GTK_TYPE_LABEL, "The last day.")), ==, 7);
  cor_article_view_find (fixture->view, NULL);
  cor_article_view_set_marks (fixture->view, NULL, NULL);
  g_assert_cmpuint (count_filled (cor_test_find (fixture->widget, GTK_TYPE_LABEL, "The last day.")), ==, 0);
}

static void
test_insert (Fixture      *fixture,
             gconstpointer unused)
{
  GtkWidget       *label = cor_test_find (fixture->widget, GTK_TYPE_LABEL, "It arrives");
  CorTextRange     range;
  g_autofree char *selected = NULL;
  g_autofree char *section = NULL;
  g_autofree char *plain = NULL;

  g_assert_false (cor_article_view_get_selection (fixture->view, &range));
  gtk_label_select_region (GTK_LABEL (label), 3, 19);
  g_assert_true (cor_article_view_get_selection (fixture->view, &range));
  selected = cor_article_view_dup_part (fixture->view, range, TRUE);
  g_assert_cmpstr (selected, ==, "**arrives** in [1 day](https://a.example/t)");

  cor_test_click (fixture->widget, "Insert section");
  section = cor_article_view_dup_part (fixture->view, fixture->inserted, TRUE);
  g_assert_true (g_str_has_prefix (section, "## Ways\n\n| way | time |"));
  g_assert_null (strstr (section, "Cut-offs"));
  plain = cor_article_view_dup_part (fixture->view, fixture->inserted, FALSE);
  g_assert_true (g_str_has_prefix (plain, "Ways\n\nway | time\nSWIFT | 1 day"));

  /* what the reader is in */
  gtk_widget_grab_focus (cor_test_find (fixture->widget, GTK_TYPE_LABEL, "The last day."));
  g_assert_true (cor_article_view_get_section (fixture->view, &range));
  g_assert_true (g_str_has_prefix (cor_document_get_text (fixture->document) + range.start, "Détails"));

  cor_article_view_set_insertable (fixture->view, FALSE);
  cor_test_until (cor_test_is_shown (fixture->widget, "The last day."));
  g_assert_null (cor_test_find (fixture->widget, GTK_TYPE_BUTTON, "Insert section"));
}

static void
test_changes (Fixture      *fixture,
              gconstpointer unused)
{
  g_autoptr (CorDocument) old = cor_document_new ("It **arrives** in [2 days](https://a.example/t); see [more](value-date#how) or [below](#cut-offs).\n\n"
                                                  "## Ways\n\n| way | time |\n|---|--:|\n| SWIFT | 1 day |\n| SEPA | 10 s |\n\n![map](https://a.example/m.png)\n\n"
                                                  "## Cut-offs\n\n1. Look.\n2. Ask.\n3. Wait long.\n\n### Détails\n\nThe last day.\n");
  GtkWidget *changes = cor_test_find (fixture->widget, COR_TYPE_ARTICLE_CHANGES, NULL);

  g_assert_null (changes);
  cor_article_view_set_previous (fixture->view, old, "Since May");
  changes = cor_test_find (fixture->widget, COR_TYPE_ARTICLE_CHANGES, NULL);
  g_assert_nonnull (changes);
  g_assert_true (cor_test_is_shown (changes, "Since May"));
  g_assert_true (cor_test_is_shown (changes, "It arrives in 2 days 1 day; see more or below."));
  g_assert_true (cor_test_is_shown (changes, "Wait long."));
  g_assert_cmpuint (count_filled (cor_test_find (fixture->widget, COR_TYPE_ARTICLE_TEXT, NULL) ? gtk_widget_get_first_child (cor_test_find (fixture->widget, COR_TYPE_ARTICLE_TEXT, NULL)) : NULL), ==, 5);
  cor_article_view_set_previous (fixture->view, NULL, NULL);
  g_assert_null (cor_test_find (fixture->widget, COR_TYPE_ARTICLE_CHANGES, NULL));
  cor_article_view_set_previous (fixture->view, fixture->document, NULL);
  g_assert_null (cor_test_find (fixture->widget, COR_TYPE_ARTICLE_CHANGES, NULL));
}

static void
test_rtl (Fixture      *fixture,
          gconstpointer unused)
{
  GtkWidget   *label = NULL;
  CorTextRange range;

  show (fixture, "متى تصل الحوالة؟\n\n1. SWIFT gpi يبيّن مكان الدفعة.\n\n```\n:20:X\n```", ":20:X");
  label = cor_test_find (fixture->widget, GTK_TYPE_LABEL, "\u200fSWIFT");
  g_assert_nonnull (label);
  g_assert_cmpint (gtk_widget_get_direction (label), ==, GTK_TEXT_DIR_RTL);
  gtk_label_select_region (GTK_LABEL (label), 0, 6);
  g_assert_true (cor_article_view_get_selection (fixture->view, &range));
  g_assert_cmpuint (range.end - range.start, ==, 5);
  g_assert_true (g_str_has_prefix (cor_document_get_text (fixture->document) + range.start, "SWIFT"));
  cor_article_view_find (fixture->view, "gpi");
  g_assert_cmpuint (count_filled (label), ==, 3);
  g_assert_cmpint (gtk_widget_get_direction (cor_test_find (fixture->widget, GTK_TYPE_LABEL, ":20:X")), ==, GTK_TEXT_DIR_LTR);
}

static void
test_table (Fixture      *fixture,
            gconstpointer unused)
{
  g_autoptr (GString) source = g_string_new ("| a | b |\n|---|---|\n");
  GtkWidget *table = NULL;
  int        least = 0;
  int        high = 0;
  int        low = 0;

  for (guint i = 0; i < 140; i++)
    g_string_append_printf (source, "| row %u | %s |\n", i, "several words of a cell that is rather long");
  show (fixture, source->str, "row 100");
  table = cor_test_find (fixture->widget, COR_TYPE_ARTICLE_TABLE, NULL);
  g_assert_false (cor_test_is_shown (table, "row 130"));
  g_assert_true (cor_test_is_shown (table, "row 100"));
  cor_article_view_find (fixture->view, "row 130");
  g_assert_true (cor_test_is_shown (table, "row 130"));
  cor_article_view_find (fixture->view, NULL);

  /* narrow it is higher, and it may be narrower than its columns */
  show (fixture, "| a | b | c |\n|---|---|---|\n| several words of a cell | several words of a cell | several words of a cell |", "several words");
  table = cor_test_find (fixture->widget, COR_TYPE_ARTICLE_TABLE, NULL);
  gtk_widget_measure (table, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <, 200);
  gtk_widget_measure (table, GTK_ORIENTATION_VERTICAL, 1200, &low, NULL, NULL, NULL);
  gtk_widget_measure (table, GTK_ORIENTATION_VERTICAL, 400, &high, NULL, NULL, NULL);
  g_assert_cmpint (high, >, low);
  g_assert_cmpint (low, <, 120);
}

/* More than is made at once, also on a fast computer. */
#define N_LONG 600
#define LAST_LONG "Paragraph 599"

/* What is long is made in many small steps, and what is looked for far below is made when it is asked for. */
static void
test_long (Fixture      *fixture,
           gconstpointer unused)
{
  g_autoptr (GString) source = g_string_new (NULL);
  guint  n_steps = 0;
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < N_LONG; i++)
    g_string_append_printf (source, "Paragraph %u of a text that is long enough to be wrapped, with **bold** words.\n\n", i);
  show (fixture, source->str, NULL);
  g_assert_true (cor_test_is_shown (fixture->widget, "Paragraph 0 "));
  for (; !cor_test_is_shown (fixture->widget, LAST_LONG); n_steps++)
    g_main_context_iteration (NULL, TRUE);
  g_test_message ("%u steps, %.1f ms", n_steps, (double) (g_get_monotonic_time () - start) / 1000);
  g_assert_cmpuint (n_steps, >, 0);

  show (fixture, source->str, NULL);
  cor_article_view_find (fixture->view, "paragraph 599");
  g_assert_true (cor_test_is_shown (fixture->widget, LAST_LONG));
}

static void
test_print (Fixture      *fixture,
            gconstpointer unused)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "article.pdf", NULL);
  g_autoptr (GString) source = g_string_new (ARTICLE);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *pdf = NULL;
  gsize            len = 0;

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (source, "\nParagraph %u.\n", i);
  show (fixture, source->str, NULL);
  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  operation = cor_article_print_new ("How long does it take?", fixture->document, "Handbook");
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_assert_cmpint (gtk_print_operation_get_n_pages_to_print (operation), >=, 3);
  g_file_get_contents (path, &pdf, &len, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (pdf, "%PDF-"));
  g_unlink (path);
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);
  cor_test_allow_library_warnings ();
  adw_init ();
  g_test_add ("/article/shown", Fixture, NULL, set_up, test_shown, tear_down);
  g_test_add ("/article/links", Fixture, NULL, set_up, test_links, tear_down);
  g_test_add ("/article/outline", Fixture, NULL, set_up, test_outline, tear_down);
  g_test_add ("/article/width", Fixture, NULL, set_up, test_width, tear_down);
  g_test_add ("/article/find", Fixture, NULL, set_up, test_find, tear_down);
  g_test_add ("/article/find-wrong", Fixture, NULL, set_up, test_find_wrong, tear_down);
  g_test_add ("/article/marks", Fixture, NULL, set_up, test_marks, tear_down);
  g_test_add ("/article/insert", Fixture, NULL, set_up, test_insert, tear_down);
  g_test_add ("/article/changes", Fixture, NULL, set_up, test_changes, tear_down);
  g_test_add ("/article/rtl", Fixture, NULL, set_up, test_rtl, tear_down);
  g_test_add ("/article/table", Fixture, NULL, set_up, test_table, tear_down);
  g_test_add ("/article/long", Fixture, NULL, set_up, test_long, tear_down);
  g_test_add ("/article/print", Fixture, NULL, set_up, test_print, tear_down);
  return cor_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-article-print.h"
#include "cor-article-view.h"
#include "cor-marker.h"

#include <adwaita.h>
#include <locale.h>
#include <string.h>

/*
 * Shows an article, to be looked at: cor-gallery-article FILE [--previous FILE] [--mark QUERY] [--find TEXT]
 * [--heading ID] [--pdf FILE] [--width W] [--height H] [--scale F] [--dark] [--rtl]. A head of "Key: value" lines, as
 * the starter knowledge has it, gives the title. Closing the window ends it.
 */
static char    *previous = NULL, *query = NULL, *sought = NULL, *heading = NULL, *pdf = NULL;
static int      width = 600, height = 800;
static double   scale = 1;
static gboolean is_dark = FALSE, is_rtl = FALSE;

static const GOptionEntry entries[] = {
  { "previous", 0, 0, G_OPTION_ARG_FILENAME, &previous, "An older version of it", "FILE" },
  { "mark", 0, 0, G_OPTION_ARG_STRING, &query, "What was searched for", "QUERY" },
  { "find", 0, 0, G_OPTION_ARG_STRING, &sought, "What is found in the page", "TEXT" },
  { "heading", 0, 0, G_OPTION_ARG_STRING, &heading, "Where to begin", "ID" },
  { "pdf", 0, 0, G_OPTION_ARG_FILENAME, &pdf, "Print there instead", "FILE" },
  { "width", 0, 0, G_OPTION_ARG_INT, &width, "Width of the window", "PX" },
  { "height", 0, 0, G_OPTION_ARG_INT, &height, "Height of the window", "PX" },
  { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &scale, "Size of the text", "FACTOR" },
  { "dark", 0, 0, G_OPTION_ARG_NONE, &is_dark, "Dark style", NULL },
  { "rtl", 0, 0, G_OPTION_ARG_NONE, &is_rtl, "An interface from right to left", NULL },
  { NULL }
};

static CorDocument *
read_article (const char *path,
              char      **title)
{
  g_autofree char *source = NULL;
  g_autoptr (GError) error = NULL;
  const char *body = NULL;

  if (!g_file_get_contents (path, &source, NULL, &error))
    g_error ("%s", error->message);
  body = g_str_has_prefix (source, "Title: ") ? strstr (source, "\n\n") : source;
  *title = body != source ? g_strndup (source + strlen ("Title: "), strcspn (source, "\n") - strlen ("Title: ")) : g_path_get_basename (path);
  return cor_document_new (body);
}

static GArray *
find_marks (const char *text)
{
  g_autoptr (CorMarker) marker = cor_marker_new (query, FALSE);

  return cor_marker_find (marker, text, NULL);
}

static void
on_insert (CorArticleView *view,
           guint           start,
           guint           end)
{
  g_autofree char *part = cor_article_view_dup_part (view, (CorTextRange){ start, end }, TRUE);

  g_print ("%s\n", part);
}

static void
set_up_style (GdkDisplay *display)
{
  g_autoptr (GtkCssProvider) css = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (css, "/org/corridordesk/Corridor/style.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (css), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display), "/org/corridordesk/Corridor/icons");
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), is_dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_object_set (gtk_settings_get_for_display (display), "gtk-xft-dpi", (int) (96 * 1024 * scale), NULL);
}

static GtkWidget *
make_view (const char *path)
{
  CorArticleView  *view = COR_ARTICLE_VIEW (cor_article_view_new ());
  g_autofree char *title = NULL;
  g_autoptr (CorDocument) document = read_article (path, &title);
  GtkWidget *caption = gtk_label_new ("Timing · version 7 · reviewed 2 May by Payments operations");

  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_ellipsize (GTK_LABEL (caption), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (caption, "cor-caption");
  gtk_widget_add_css_class (caption, "cor-dim");
  cor_article_view_set_caption (view, caption);
  cor_article_view_set_insertable (view, TRUE);
  cor_article_view_set_document (view, title, document);
  g_signal_connect (view, "insert", G_CALLBACK (on_insert), NULL);
  if (query != NULL)
    {
      g_autoptr (GArray) title_marks = find_marks (title);
      g_autoptr (GArray) text_marks = find_marks (cor_document_get_text (document));

      cor_article_view_set_marks (view, title_marks, text_marks);
    }
  if (previous != NULL)
    {
      g_autofree char *old_title = NULL;
      g_autoptr (CorDocument) old = read_article (previous, &old_title);

      cor_article_view_set_previous (view, old, "Changed since you last read it · 2 May");
    }
  return GTK_WIDGET (view);
}

static void
print (const char *path)
{
  g_autofree char *title = NULL;
  g_autoptr (CorDocument) document = read_article (path, &title);
  g_autoptr (GtkPrintOperation) operation = cor_article_print_new (title, document, "Corridor starter knowledge · reviewed 2 May");

  gtk_print_operation_set_export_filename (operation, pdf);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, NULL);
}

static void
show (const char *path)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *view = NULL;
  gboolean   is_open = TRUE;

  set_up_style (gtk_widget_get_display (window));
  view = make_view (path);
  gtk_widget_add_css_class (view, "view");
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  adw_window_set_content (ADW_WINDOW (window), view);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  g_signal_connect_swapped (window, "destroy", G_CALLBACK (g_main_context_wakeup), NULL);
  gtk_window_present (GTK_WINDOW (window));
  if (sought != NULL)
    {
      cor_article_view_begin_find (COR_ARTICLE_VIEW (view));
      gtk_editable_set_text (GTK_EDITABLE (gtk_root_get_focus (GTK_ROOT (window))), sought);
    }
  if (heading != NULL)
    cor_article_view_scroll_to_heading (COR_ARTICLE_VIEW (view), heading);
  while (is_open)
    {
      g_main_context_iteration (NULL, TRUE);
      is_open = window != NULL;
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GOptionContext) options = g_option_context_new ("FILE");
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (options, entries, NULL);
  if (!g_option_context_parse (options, &argc, &argv, &error) || argc != 2)
    {
      g_printerr ("%s\n", error ? error->message : "an article, please");
      return 2;
    }
  adw_init ();
  if (is_rtl)
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  if (pdf != NULL)
    print (argv[1]);
  else
    show (argv[1]);
  return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-article-view"

#include "config.h"

#include "cor-article-view.h"

#include "cor-article-changes.h"
#include "cor-article-outline.h"
#include "cor-article-print.h"
#include "cor-article-view-private.h"
#include "cor-label-script.h"
#include "cor-marker.h"
#include "cor-open-uri.h"

#include <string.h>

/*
 * CorArticleView: an article to be read: its title, a line that the caller puts below, and the text, which is made
 * from the top while the reader can look at it already. Where the text runs and which glyphs it has follow the text.
 *
 * Actions: article.find, article.find-next, article.find-previous, article.find-end, article.print; and, for its
 * parts, article.insert (bytes from and to) and article.open-link.
 * CSS nodes: corarticleview > revealer .find, scrolledwindow > … > box.article > label.title, box.caption,
 * corarticlechanges, box.body > box > box.part
 * Accessibility: headings are headings; every text can be reached and selected with the keyboard.
 */
G_DEFINE_FINAL_TYPE (CorArticleView, cor_article_view, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_CURRENT_HEADING = 1,
} CorArticleViewProperty;

enum
{
  SIGNAL_OPEN_ARTICLE,
  SIGNAL_ACTIVATE_LINK,
  SIGNAL_INSERT,
  N_SIGNALS,
};

static GParamSpec *properties[PROP_CURRENT_HEADING + 1];
static guint       signals[N_SIGNALS];

static void
show_changes (CorArticleView *self, const char *heading)
{
  g_autoptr (GArray) changes = NULL;

  cor_article_changes_set (COR_ARTICLE_CHANGES (self->changes), NULL, NULL, NULL, NULL);
  if (self->page == NULL)
    return;
  g_array_set_size (self->page->added, 0);
  if (self->previous != NULL)
    {
      changes = cor_text_diff (cor_document_get_text (self->previous), cor_document_get_text (self->page->document));
      for (guint i = 0; i < changes->len; i++)
        {
          CorTextRange after = g_array_index (changes, CorTextChange, i).after;

          if (after.end > after.start)
            g_array_append_val (self->page->added, after);
        }
      cor_article_changes_set (COR_ARTICLE_CHANGES (self->changes), heading, self->previous, self->page->document, changes);
    }
  cor_article_view_update_marks (self);
}

/* A slug, or a slug with "#" and a heading. */
static void
open_article (CorArticleView *self, const char *target)
{
  g_auto (GStrv) parts = g_strsplit (target, "#", 2);

  g_signal_emit (self, signals[SIGNAL_OPEN_ARTICLE], 0, parts[0], parts[1]);
}

static void
action_open_link (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CorArticleView *self = COR_ARTICLE_VIEW (widget);
  const char     *address = g_variant_get_string (parameter, NULL);
  gboolean        is_handled = FALSE;

  if (g_str_has_prefix (address, "article:"))
    open_article (self, address + strlen ("article:"));
  else if (g_str_has_prefix (address, "heading:"))
    cor_article_view_scroll_to_heading (self, address + strlen ("heading:"));
  else
    {
      g_signal_emit (self, signals[SIGNAL_ACTIVATE_LINK], 0, address, &is_handled);
      if (!is_handled)
        cor_open_uri (widget, address);
    }
}

static void
action_insert (GtkWidget *widget, const char *name, GVariant *parameter)
{
  guint start = 0;
  guint end = 0;

  g_variant_get (parameter, "(uu)", &start, &end);
  g_signal_emit (widget, signals[SIGNAL_INSERT], 0, start, end);
}

static void
action_print (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cor_article_view_print (COR_ARTICLE_VIEW (widget), NULL);
}

static void
cor_article_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((CorArticleViewProperty) prop_id)
    {
    case PROP_CURRENT_HEADING:
      g_value_set_string (value, COR_ARTICLE_VIEW (object)->current_heading);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cor_article_view_dispose (GObject *object)
{
  CorArticleView *self = COR_ARTICLE_VIEW (object);

  if (self->body != NULL)
    cor_article_view_clear_rows (self);
  self->body = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_ARTICLE_VIEW);
  g_clear_pointer (&self->page, cor_article_page_unref);
  g_clear_pointer (&self->previous, cor_document_unref);
  g_clear_object (&self->outline);

  G_OBJECT_CLASS (cor_article_view_parent_class)->dispose (object);
}

static void
cor_article_view_finalize (GObject *object)
{
  CorArticleView *self = COR_ARTICLE_VIEW (object);

  g_ptr_array_unref (self->parts);
  g_free (self->title);
  g_free (self->sought);

  G_OBJECT_CLASS (cor_article_view_parent_class)->finalize (object);
}

static void
cor_article_view_class_init (CorArticleViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cor_article_view_get_property;
  object_class->dispose = cor_article_view_dispose;
  object_class->finalize = cor_article_view_finalize;

  /* the id of the heading that the reader is under, or NULL */
  properties[PROP_CURRENT_HEADING] = g_param_spec_string ("current-heading", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /* a link to another article: its slug, and a heading of it or NULL */
  signals[SIGNAL_OPEN_ARTICLE] = g_signal_new ("open-article", COR_TYPE_ARTICLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  /* a link to the web: who knows it better than a browser returns TRUE */
  signals[SIGNAL_ACTIVATE_LINK] = g_signal_new ("activate-link", COR_TYPE_ARTICLE_VIEW, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 1, G_TYPE_STRING);
  /* a part of the text is to go into the reply: the bytes where it begins and ends */
  signals[SIGNAL_INSERT] = g_signal_new ("insert", COR_TYPE_ARTICLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  g_type_ensure (COR_TYPE_ARTICLE_CHANGES);
  gtk_widget_class_set_css_name (widget_class, "corarticleview");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/knowledge/cor-article-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CorArticleView, body);
  gtk_widget_class_bind_template_child (widget_class, CorArticleView, caption);
  gtk_widget_class_bind_template_child (widget_class, CorArticleView, changes);
  gtk_widget_class_bind_template_child (widget_class, CorArticleView, column);
  gtk_widget_class_bind_template_child (widget_class, CorArticleView, find_entry);
  gtk_widget_class_bind_template_child (widget_class, CorArticleView, find_next);
  gtk_widget_class_bind_template_child (widget_class, CorArticleView, find_previous);
  gtk_widget_class_bind_template_child (widget_class, CorArticleView, find_revealer);
  gtk_widget_class_bind_template_child (widget_class, CorArticleView, found);
  gtk_widget_class_bind_template_child (widget_class, CorArticleView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, CorArticleView, title_label);
  cor_article_view_bind_find (widget_class);
  gtk_widget_class_install_action (widget_class, "article.open-link", "s", action_open_link);
  gtk_widget_class_install_action (widget_class, "article.insert", "(uu)", action_insert);
  gtk_widget_class_install_action (widget_class, "article.print", NULL, action_print);
}

static void
cor_article_view_init (CorArticleView *self)
{
  self->parts = g_ptr_array_new ();
  self->outline = g_list_store_new (COR_TYPE_ARTICLE_OUTLINE);
  gtk_widget_init_template (GTK_WIDGET (self));
  /* what is selected goes into the reply: text is not selected only because Tab came by */
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-label-select-on-focus", FALSE, NULL);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scrolled), "value-changed", G_CALLBACK (cor_article_view_update_place), self, G_CONNECT_SWAPPED);
}

/**
 * cor_article_view_new:
 *
 * Returns: (transfer floating): an empty view
 */
GtkWidget *
cor_article_view_new (void)
{
  return g_object_new (COR_TYPE_ARTICLE_VIEW, NULL);
}

/**
 * cor_article_view_set_document:
 * @title: (nullable): of the article
 * @document: (transfer none) (nullable): its text; %NULL shows nothing
 *
 * Shows another article from its top, without marks.
 */
void
cor_article_view_set_document (CorArticleView *self, const char *title, CorDocument *document)
{
  g_return_if_fail (COR_IS_ARTICLE_VIEW (self));

  g_clear_pointer (&self->previous, cor_document_unref);
  g_free (self->title);
  self->title = g_strdup (title ? title : "");
  cor_article_view_clear_rows (self);
  self->current_heading = NULL;
  g_clear_pointer (&self->page, cor_article_page_unref);
  if (document != NULL)
    self->page = cor_article_page_new (document, self->is_insertable);
  cor_article_view_set_marks (self, NULL, NULL);
  show_changes (self, NULL);
  cor_article_view_show_rows (self);
  cor_article_view_fill_outline (self);
  cor_article_view_update_found (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  cor_article_view_update_place (self);
}

/**
 * cor_article_view_get_document:
 *
 * Returns: (transfer none) (nullable): what is shown
 */
CorDocument *
cor_article_view_get_document (CorArticleView *self)
{
  g_return_val_if_fail (COR_IS_ARTICLE_VIEW (self), NULL);

  return self->page ? self->page->document : NULL;
}

/**
 * cor_article_view_set_insertable:
 * @is_insertable: whether parts of it may be put into a reply, as only public text may
 */
void
cor_article_view_set_insertable (CorArticleView *self, gboolean is_insertable)
{
  g_return_if_fail (COR_IS_ARTICLE_VIEW (self));

  if (self->is_insertable == is_insertable)
    return;
  self->is_insertable = is_insertable;
  cor_article_view_show_rows (self);
}

/**
 * cor_article_view_set_caption:
 * @caption: (transfer floating) (nullable): what stands below the title and scrolls with the text
 */
void
cor_article_view_set_caption (CorArticleView *self, GtkWidget *caption)
{
  GtkWidget *child = NULL;

  g_return_if_fail (COR_IS_ARTICLE_VIEW (self));

  while ((child = gtk_widget_get_first_child (self->caption)) != NULL)
    gtk_box_remove (GTK_BOX (self->caption), child);
  if (caption != NULL)
    gtk_box_append (GTK_BOX (self->caption), caption);
  gtk_widget_set_visible (self->caption, caption != NULL);
}

static void
show_title (CorArticleView *self, GArray *marks)
{
  g_autoptr (PangoAttrList) attributes = NULL;
  guint len = (guint) strlen (self->title);

  gtk_label_set_label (self->title_label, self->title);
  gtk_widget_set_visible (GTK_WIDGET (self->title_label), len > 0);
  cor_label_follow_script (self->title_label, self->title);
  cor_label_align_to_script (self->title_label, self->title);
  attributes = pango_attr_list_copy (gtk_label_get_attributes (self->title_label));
  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      const CorMark *mark = &g_array_index (marks, CorMark, i);

      cor_article_fill_sought (attributes, MIN (mark->start, len), MIN (mark->end, len));
    }
  gtk_label_set_attributes (self->title_label, attributes);
}

/**
 * cor_article_view_set_marks:
 * @title_marks: (nullable) (element-type CorMark): what was sought, in the title
 * @text_marks: (nullable) (element-type CorMark): the same in cor_document_get_text()
 */
void
cor_article_view_set_marks (CorArticleView *self, GArray *title_marks, GArray *text_marks)
{
  g_return_if_fail (COR_IS_ARTICLE_VIEW (self));

  show_title (self, title_marks);
  if (self->page == NULL)
    return;
  g_array_set_size (self->page->sought, 0);
  for (guint i = 0; text_marks != NULL && i < text_marks->len; i++)
    {
      const CorMark *mark = &g_array_index (text_marks, CorMark, i);
      CorTextRange   range = { mark->start, mark->end };

      g_array_append_val (self->page->sought, range);
    }
  cor_article_view_update_marks (self);
}

/**
 * cor_article_view_set_previous:
 * @previous: (transfer none) (nullable): an older version of what is shown; %NULL: nothing is said of changes
 * @heading: (nullable): since when, for example "Changed since you last read it · 2 May"
 *
 * Says above the text what was added and removed since, and marks in it what is new.
 */
void
cor_article_view_set_previous (CorArticleView *self, CorDocument *previous, const char *heading)
{
  g_return_if_fail (COR_IS_ARTICLE_VIEW (self));

  g_clear_pointer (&self->previous, cor_document_unref);
  self->previous = previous ? cor_document_ref (previous) : NULL;
  show_changes (self, heading);
}

/**
 * cor_article_view_print:
 * @source: (nullable): where it is from, for the foot of every page
 *
 * Asks how to print the article, and prints it. The dialog is the desktop's own, also in a sandbox.
 */
void
cor_article_view_print (CorArticleView *self, const char *source)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  GtkRoot *root = NULL;

  g_return_if_fail (COR_IS_ARTICLE_VIEW (self));

  if (self->page == NULL)
    return;
  root = gtk_widget_get_root (GTK_WIDGET (self));
  operation = cor_article_print_new (self->title, self->page->document, source);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-article-view"

#include "config.h"

#include "cor-article-view-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
show_count (CorArticleView *self)
{
  guint            n = cor_article_view_get_n_found (self);
  g_autofree char *text = NULL;

  if (self->sought == NULL || *self->sought == '\0')
    text = g_strdup ("");
  else if (n == 0)
    text = g_strdup (_ ("Not found"));
  else
    /* TRANSLATORS: which of the places where something was found in the page, such as "3 of 12" */
    text = g_strdup_printf (_ ("%u of %u"), self->page->current + 1, n);
  gtk_label_set_label (self->found, text);
  gtk_widget_set_sensitive (self->find_next, n > 1);
  gtk_widget_set_sensitive (self->find_previous, n > 1);
}

/* The first that the reader has not scrolled past. */
static guint
choose_first (CorArticleView *self)
{
  GArray *found = self->page->found;
  double  top = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scrolled));

  for (guint i = 0; top > 0 && i < found->len && i < 200; i++)
    {
      CorArticleText *text = cor_article_view_find_text (self, g_array_index (found, CorTextRange, i).start);
      graphene_rect_t bounds;

      if (text != NULL && gtk_widget_compute_bounds (GTK_WIDGET (text), self->column, &bounds) &&
          (double) (bounds.origin.y + bounds.size.height) > top)
        return i;
    }
  return 0;
}

static void
show_current (CorArticleView *self)
{
  cor_article_view_update_marks (self);
  show_count (self);
  if (self->page != NULL && self->page->current < self->page->found->len)
    cor_article_view_scroll_to (self, g_array_index (self->page->found, CorTextRange, self->page->current).start);
}

/* Finds what is sought in another text. */
void
cor_article_view_update_found (CorArticleView *self)
{
  g_autoptr (GArray) found = NULL;

  if (self->page == NULL)
    {
      show_count (self);
      return;
    }
  found = cor_text_find (cor_document_get_text (self->page->document), self->sought);
  g_array_set_size (self->page->found, 0);
  g_array_append_vals (self->page->found, found->data, found->len);
  self->page->current = found->len > 0 ? choose_first (self) : G_MAXUINT;
  show_current (self);
}

static void
on_find_changed (CorArticleView *self)
{
  cor_article_view_find (self, gtk_editable_get_text (self->find_entry));
}

static void
on_find_next (CorArticleView *self)
{
  cor_article_view_find_next (self, TRUE);
}

static void
on_find_previous (CorArticleView *self)
{
  cor_article_view_find_next (self, FALSE);
}

static void
on_find_stopped (CorArticleView *self)
{
  cor_article_view_end_find (self);
}

static void
action_find (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cor_article_view_begin_find (COR_ARTICLE_VIEW (widget));
}

static void
action_find_end (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cor_article_view_end_find (COR_ARTICLE_VIEW (widget));
}

static void
action_find_next (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cor_article_view_find_next (COR_ARTICLE_VIEW (widget), g_str_has_suffix (name, "next"));
}

/* For class_init. */
void
cor_article_view_bind_find (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_find_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_find_next);
  gtk_widget_class_bind_template_callback (widget_class, on_find_previous);
  gtk_widget_class_bind_template_callback (widget_class, on_find_stopped);
  gtk_widget_class_install_action (widget_class, "article.find", NULL, action_find);
  gtk_widget_class_install_action (widget_class, "article.find-end", NULL, action_find_end);
  gtk_widget_class_install_action (widget_class, "article.find-next", NULL, action_find_next);
  gtk_widget_class_install_action (widget_class, "article.find-previous", NULL, action_find_next);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "article.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_CONTROL_MASK, "article.find-next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "article.find-previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F3, 0, "article.find-next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F3, GDK_SHIFT_MASK, "article.find-previous", NULL);
}

/**
 * cor_article_view_begin_find:
 *
 * Opens the bar above the article, with what is selected in it.
 */
void
cor_article_view_begin_find (CorArticleView *self)
{
  CorTextRange     range;
  g_autofree char *selected = NULL;

  g_return_if_fail (COR_IS_ARTICLE_VIEW (self));

  gtk_revealer_set_reveal_child (self->find_revealer, TRUE);
  if (self->page != NULL && cor_article_view_get_selection (self, &range))
    {
      selected = g_strndup (cor_document_get_text (self->page->document) + range.start, range.end - range.start);
      if (strchr (selected, '\n') == NULL)
        gtk_editable_set_text (self->find_entry, selected);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->find_entry));
  gtk_editable_select_region (self->find_entry, 0, -1);
  on_find_changed (self);
}

/**
 * cor_article_view_end_find:
 *
 * Closes the bar; nothing is marked as found any more.
 */
void
cor_article_view_end_find (CorArticleView *self)
{
  g_return_if_fail (COR_IS_ARTICLE_VIEW (self));

  gtk_revealer_set_reveal_child (self->find_revealer, FALSE);
  cor_article_view_find (self, NULL);
  gtk_widget_child_focus (GTK_WIDGET (self->scrolled), GTK_DIR_TAB_FORWARD);
}

/**
 * cor_article_view_find:
 * @sought: (nullable): what is sought in the page; %NULL or "": nothing
 *
 * Marks all places and goes to the first below where the reader is. Case, accents, width and Traditional
 * characters make no difference. What is sought stays so for the next document.
 */
void
cor_article_view_find (CorArticleView *self, const char *sought)
{
  g_return_if_fail (COR_IS_ARTICLE_VIEW (self));

  if (g_strcmp0 (self->sought, sought) == 0)
    return;
  g_free (self->sought);
  self->sought = g_strdup (sought);
  cor_article_view_update_found (self);
}

/**
 * cor_article_view_find_next:
 * @is_forward: to the next place, or to the one before
 *
 * Goes round at the ends.
 */
void
cor_article_view_find_next (CorArticleView *self, gboolean is_forward)
{
  guint n;

  g_return_if_fail (COR_IS_ARTICLE_VIEW (self));

  n = cor_article_view_get_n_found (self);
  if (n == 0)
    return;
  self->page->current = (self->page->current + (is_forward ? 1 : n - 1)) % n;
  show_current (self);
}

/**
 * cor_article_view_get_n_found:
 *
 * Returns: in how many places what is sought stands
 */
guint
cor_article_view_get_n_found (CorArticleView *self)
{
  g_return_val_if_fail (COR_IS_ARTICLE_VIEW (self), 0);

  return self->page ? self->page->found->len : 0;
}

/**
 * cor_article_view_get_found:
 *
 * Returns: which of them is looked at, from 0; %G_MAXUINT for none
 */
guint
cor_article_view_get_found (CorArticleView *self)
{
  g_return_val_if_fail (COR_IS_ARTICLE_VIEW (self), G_MAXUINT);

  return self->page ? self->page->current : G_MAXUINT;
}

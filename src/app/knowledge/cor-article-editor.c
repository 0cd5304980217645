/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-article-editor"

#include "config.h"

#include "cor-article-editor.h"

#include "cor-store-articles.h"
#include "cor-transient.h"

#include <glib/gi18n-lib.h>

/*
 * CorArticleEditor: an article of the agent's own: title and Markdown. It is internal until somebody says that
 * customers may see it.
 *
 * "saved" (gint64): its local id.
 */
struct _CorArticleEditor
{
  AdwWindow parent_instance;

  CorSession *session; /* owned */
  gint64      id;      /* local; 0: a new one */
  char       *slug;    /* owned, or NULL */
  char       *remote_id;
  char       *locale;
  char       *questions;

  /* Template */
  GtkTextView     *body;
  GtkLabel        *hint;
  GtkSwitch       *is_public;
  GtkWidget       *save;
  GtkEditable     *title;
  AdwToastOverlay *toasts;
};

G_DEFINE_FINAL_TYPE (CorArticleEditor, cor_article_editor, ADW_TYPE_WINDOW)

static guint saved_signal;

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorArticleEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 id = cor_store_save_own_article_finish (COR_STORE (source), result, &error);

  if (self->toasts == NULL)
    return; /* disposed meanwhile */
  if (id == 0)
    {
      g_debug ("save: %s", error->message);
      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("That could not be kept on this computer.")));
      gtk_widget_set_sensitive (self->save, TRUE);
      return;
    }
  g_signal_emit (self, saved_signal, 0, id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_save_clicked (CorArticleEditor *self)
{
  GtkTextBuffer  *buffer = gtk_text_view_get_buffer (self->body);
  CorArticleData *article = cor_article_data_new ();
  GtkTextIter     start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  article->id = self->id;
  article->slug = g_strdup (self->slug);
  article->remote_id = g_strdup (self->remote_id);
  article->locale = g_strdup (self->locale);
  article->questions = g_strdup (self->questions);
  article->title = g_strstrip (g_strdup (gtk_editable_get_text (self->title)));
  article->body = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  article->audience = g_strdup (gtk_switch_get_active (self->is_public) ? "public" : "internal");
  gtk_widget_set_sensitive (self->save, FALSE);
  cor_store_save_own_article_async (cor_session_get_store (self->session), article, NULL, on_saved, g_object_ref (self));
}

static void
on_changed (CorArticleEditor *self)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (self->title)));

  gtk_widget_set_sensitive (self->save, title[0] != '\0' && gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (self->body)) > 0);
}

static void
cor_article_editor_dispose (GObject *object)
{
  CorArticleEditor *self = COR_ARTICLE_EDITOR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_ARTICLE_EDITOR);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (cor_article_editor_parent_class)->dispose (object);
}

static void
cor_article_editor_finalize (GObject *object)
{
  CorArticleEditor *self = COR_ARTICLE_EDITOR (object);

  g_free (self->slug);
  g_free (self->remote_id);
  g_free (self->locale);
  g_free (self->questions);

  G_OBJECT_CLASS (cor_article_editor_parent_class)->finalize (object);
}

static void
cor_article_editor_class_init (CorArticleEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_article_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = cor_article_editor_finalize;

  saved_signal = g_signal_new ("saved", COR_TYPE_ARTICLE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/knowledge/cor-article-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, CorArticleEditor, body);
  gtk_widget_class_bind_template_child (widget_class, CorArticleEditor, hint);
  gtk_widget_class_bind_template_child (widget_class, CorArticleEditor, is_public);
  gtk_widget_class_bind_template_child (widget_class, CorArticleEditor, save);
  gtk_widget_class_bind_template_child (widget_class, CorArticleEditor, title);
  gtk_widget_class_bind_template_child (widget_class, CorArticleEditor, toasts);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
}

static void
cor_article_editor_init (CorArticleEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->body), "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
}

/**
 * cor_article_editor_new:
 * @session: whose store keeps it
 * @parent: (nullable): the window it belongs to
 * @article: (nullable): an own article with its text, or with an id of 0 what a new one begins with; %NULL begins an
 *   empty one
 *
 * Returns: (transfer floating): the editor
 */
GtkWidget *
cor_article_editor_new (CorSession *session, GtkWindow *parent, const CorArticleData *article)
{
  CorArticleEditor *self = g_object_new (COR_TYPE_ARTICLE_EDITOR, NULL);

  cor_transient_set (GTK_WINDOW (self), parent);
  self->session = g_object_ref (session);
  if (article != NULL)
    {
      self->id = article->id;
      self->slug = g_strdup (article->slug);
      self->remote_id = g_strdup (article->remote_id);
      self->locale = g_strdup (article->locale);
      self->questions = g_strdup (article->questions);
      gtk_editable_set_text (self->title, article->title != NULL ? article->title : "");
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->body), article->body != NULL ? article->body : "", -1);
      gtk_switch_set_active (self->is_public, cor_article_data_is_public (article));
    }
  return GTK_WIDGET (self);
}

/**
 * cor_article_editor_set_hint:
 * @hint: where the text is from, and what to look at before it is saved
 */
void
cor_article_editor_set_hint (CorArticleEditor *self, const char *hint)
{
  g_return_if_fail (COR_IS_ARTICLE_EDITOR (self));

  gtk_label_set_label (self->hint, hint);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), TRUE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-procedure-card"

#include "config.h"

#include "cor-procedure-card.h"

#include "cor-article.h"
#include "cor-document-steps.h"
#include "cor-label-script.h"
#include "cor-procedure-note.h"
#include "cor-procedure-row.h"
#include "cor-reader-locales.h"

#include <glib/gi18n-lib.h>

/*
 * CorProcedureCard: a procedure that somebody started in a conversation, as a list to tick. The steps are those of
 * the article as it is now, in a language of the agent's; what is ticked follows the desk.
 *
 * CSS nodes: corprocedurecard
 */
struct _CorProcedureCard
{
  GtkWidget parent_instance;

  CorSession    *session;    /* owned */
  CorProcedures *procedures; /* owned */
  CorArticle    *article;    /* owned */
  char          *slug;       /* owned */
  GPtrArray     *steps;      /* owned: CorStep of the article, or NULL */
  GPtrArray     *rows;       /* CorProcedureRow, borrowed: of list */

  /* Template */
  GtkWidget *buttons;
  GtkWidget *finish;
  GtkBox    *list;
  GtkLabel  *progress;
  GtkWidget *root;
  GtkLabel  *state;
  GtkLabel  *title;
};

G_DEFINE_FINAL_TYPE (CorProcedureCard, cor_procedure_card, GTK_TYPE_WIDGET)

static void
on_row_toggled (CorProcedureCard *self, gboolean is_done, CorProcedureRow *row)
{
  guint step = 0;

  if (g_ptr_array_find (self->rows, row, &step))
    cor_procedures_set_done (self->procedures, self->slug, step, is_done, cor_session_get_now (self->session));
}

static void
fill_rows (CorProcedureCard *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    gtk_box_remove (self->list, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; self->steps != NULL && i < self->steps->len; i++)
    {
      GtkWidget *row = cor_procedure_row_new (self->steps->pdata[i]);

      g_signal_connect_object (row, "toggled", G_CALLBACK (on_row_toggled), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->list, row);
      g_ptr_array_add (self->rows, row);
    }
}

static void
show_rows (CorProcedureCard *self, const CorProcedure *procedure)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const CorProcedureMark *mark = i < procedure->n_steps ? &procedure->steps[i] : NULL;
      gboolean                is_done = mark != NULL && mark->at > 0;
      g_autofree char        *text = is_done ? cor_procedure_mark_dup_text (self->procedures, mark, cor_session_get_now (self->session), cor_session_get_time_zone (self->session)) : NULL;

      cor_procedure_row_show (self->rows->pdata[i], is_done, text);
      gtk_widget_set_sensitive (self->rows->pdata[i], mark != NULL);
    }
}

static void
on_procedures_changed (CorProcedureCard *self)
{
  const CorProcedure *procedure = cor_procedures_find (self->procedures, self->slug);
  gboolean            is_over = procedure != NULL && procedure->ended.at > 0;
  g_autofree char    *progress = NULL;
  g_autofree char    *mark = NULL;
  g_autofree char    *state = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), procedure != NULL);
  if (procedure == NULL)
    return;
  /* TRANSLATORS: how many steps of a procedure are done, and how many it has */
  progress = g_strdup_printf (_ ("%u of %u"), cor_procedure_count_done (procedure), procedure->n_steps);
  mark = cor_procedure_mark_dup_text (self->procedures, is_over ? &procedure->ended : &procedure->started, cor_session_get_now (self->session), cor_session_get_time_zone (self->session));
  /* TRANSLATORS: a time, and mostly the name of an agent */
  state = g_strdup_printf (is_over ? _ ("Finished %s") : _ ("Started %s"), mark);
  gtk_label_set_label (self->progress, progress);
  gtk_label_set_label (self->state, state);
  gtk_widget_set_visible (GTK_WIDGET (self->list), !is_over);
  gtk_widget_set_visible (self->buttons, !is_over);
  if (!is_over)
    show_rows (self, procedure);
}

static void
on_article_changed (CorProcedureCard *self)
{
  const CorArticleData *data = cor_article_get_data (self->article);
  g_autoptr (CorDocument) document = data != NULL ? cor_document_new (data->body != NULL ? data->body : "") : NULL;

  g_clear_pointer (&self->steps, g_ptr_array_unref);
  self->steps = document != NULL ? cor_document_list_steps (document) : NULL;
  cor_label_follow_script (self->title, data != NULL ? data->title : self->slug);
  gtk_label_set_label (self->title, data != NULL ? data->title : self->slug);
  gtk_widget_set_sensitive (self->finish, self->steps != NULL);
  fill_rows (self);
  on_procedures_changed (self);
}

static void
on_finish_clicked (CorProcedureCard *self)
{
  const CorProcedure *procedure = cor_procedures_find (self->procedures, self->slug);
  gint64              now = cor_session_get_now (self->session);
  g_autofree char    *note = NULL;

  if (procedure == NULL || self->steps == NULL)
    return;
  note = cor_procedure_note_new (self->procedures, procedure, gtk_label_get_label (self->title), self->steps, now, cor_session_get_time_zone (self->session));
  cor_procedures_finish (self->procedures, self->slug, note, now);
}

static void
on_drop_clicked (CorProcedureCard *self)
{
  cor_procedures_drop (self->procedures, self->slug, cor_session_get_now (self->session));
}

static void
cor_procedure_card_dispose (GObject *object)
{
  CorProcedureCard *self = COR_PROCEDURE_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_PROCEDURE_CARD);
  g_clear_object (&self->article);
  g_clear_object (&self->procedures);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (cor_procedure_card_parent_class)->dispose (object);
}

static void
cor_procedure_card_finalize (GObject *object)
{
  CorProcedureCard *self = COR_PROCEDURE_CARD (object);

  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_ptr_array_unref (self->rows);
  g_free (self->slug);

  G_OBJECT_CLASS (cor_procedure_card_parent_class)->finalize (object);
}

static void
cor_procedure_card_class_init (CorProcedureCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_procedure_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = cor_procedure_card_finalize;

  gtk_widget_class_set_css_name (widget_class, "corprocedurecard");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/knowledge/cor-procedure-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CorProcedureCard, buttons);
  gtk_widget_class_bind_template_child (widget_class, CorProcedureCard, finish);
  gtk_widget_class_bind_template_child (widget_class, CorProcedureCard, list);
  gtk_widget_class_bind_template_child (widget_class, CorProcedureCard, progress);
  gtk_widget_class_bind_template_child (widget_class, CorProcedureCard, root);
  gtk_widget_class_bind_template_child (widget_class, CorProcedureCard, state);
  gtk_widget_class_bind_template_child (widget_class, CorProcedureCard, title);
  gtk_widget_class_bind_template_callback (widget_class, on_drop_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_finish_clicked);
}

static void
cor_procedure_card_init (CorProcedureCard *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cor_procedure_card_new:
 * @session: (transfer none): store and clock
 * @procedures: (transfer none): of the conversation
 * @slug: of the article
 *
 * Returns: (transfer floating): the procedure, kept up to date
 */
GtkWidget *
cor_procedure_card_new (CorSession *session, CorProcedures *procedures, const char *slug)
{
  CorProcedureCard *self = g_object_new (COR_TYPE_PROCEDURE_CARD, NULL);
  g_auto (GStrv) locales = cor_reader_locales_new (NULL);

  self->session = g_object_ref (session);
  self->procedures = g_object_ref (procedures);
  self->slug = g_strdup (slug);
  self->article = cor_article_new (cor_session_get_store (session));
  g_signal_connect_object (self->article, "changed", G_CALLBACK (on_article_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (procedures, "changed", G_CALLBACK (on_procedures_changed), self, G_CONNECT_SWAPPED);
  cor_article_open_slug (self->article, slug, (const char *const *) locales);
  on_procedures_changed (self);
  return GTK_WIDGET (self);
}

const char *
cor_procedure_card_get_slug (CorProcedureCard *self)
{
  g_return_val_if_fail (COR_IS_PROCEDURE_CARD (self), NULL);

  return self->slug;
}

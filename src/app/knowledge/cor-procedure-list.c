/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-procedure-list"

#include "config.h"

#include "cor-procedure-list.h"

#include "cor-document-steps.h"
#include "cor-error-text.h"
#include "cor-procedure-card.h"
#include "cor-procedures.h"

/*
 * CorProcedureList: the procedures that somebody started in the conversation, each as a card.
 *
 * "changed": another was started, or one is over.
 *
 * CSS nodes: corprocedurelist > corprocedurecard
 */
struct _CorProcedureList
{
  GtkWidget parent_instance;

  CorSession    *session;    /* owned, or NULL */
  CorProcedures *procedures; /* owned, or NULL */
  gint64         conversation;
};

G_DEFINE_FINAL_TYPE (CorProcedureList, cor_procedure_list, GTK_TYPE_WIDGET)

static guint changed_signal;

static gboolean
has_card (CorProcedureList *self, const char *slug)
{
  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self)); card != NULL; card = gtk_widget_get_next_sibling (card))
    if (g_str_equal (cor_procedure_card_get_slug (COR_PROCEDURE_CARD (card)), slug))
      return TRUE;
  return FALSE;
}

static void
remove_cards (CorProcedureList *self, gboolean are_all)
{
  GtkWidget *next = NULL;

  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self)); card != NULL; card = next)
    {
      next = gtk_widget_get_next_sibling (card);
      if (are_all || cor_procedures_find (self->procedures, cor_procedure_card_get_slug (COR_PROCEDURE_CARD (card))) == NULL)
        gtk_widget_unparent (card);
    }
}

static void
on_procedures_changed (CorProcedureList *self)
{
  remove_cards (self, FALSE);
  for (guint i = 0; i < cor_procedures_get_n (self->procedures); i++)
    {
      const char *slug = cor_procedures_get (self->procedures, i)->slug;

      if (!has_card (self, slug))
        gtk_widget_set_parent (cor_procedure_card_new (self->session, self->procedures, slug), GTK_WIDGET (self));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), cor_procedures_get_n (self->procedures) > 0);
  g_signal_emit (self, changed_signal, 0);
}

static void
on_failed (CorProcedureList *self, const GError *error)
{
  g_autofree char *words = cor_error_text (error);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", words);
}

static void
cor_procedure_list_dispose (GObject *object)
{
  CorProcedureList *self = COR_PROCEDURE_LIST (object);

  remove_cards (self, TRUE);
  g_clear_object (&self->procedures);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (cor_procedure_list_parent_class)->dispose (object);
}

static void
cor_procedure_list_class_init (CorProcedureListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_procedure_list_dispose;

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "corprocedurelist");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
cor_procedure_list_init (CorProcedureList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 9);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * cor_procedure_list_set_session:
 * @session: (transfer none): store and clock; to be called once
 */
void
cor_procedure_list_set_session (CorProcedureList *self, CorSession *session)
{
  g_return_if_fail (COR_IS_PROCEDURE_LIST (self) && self->session == NULL);

  self->session = g_object_ref (session);
  self->procedures = cor_procedures_new (cor_session_get_store (session));
  g_signal_connect_object (self->procedures, "changed", G_CALLBACK (on_procedures_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->procedures, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
}

/**
 * cor_procedure_list_open:
 * @conversation: local id, 0 none
 */
void
cor_procedure_list_open (CorProcedureList *self, gint64 conversation)
{
  g_return_if_fail (COR_IS_PROCEDURE_LIST (self));

  self->conversation = conversation;
  cor_procedures_open (self->procedures, conversation);
}

/**
 * cor_procedure_list_can_start:
 * @article: (nullable): what is read
 *
 * Returns: whether it is a procedure that nobody is at in this conversation
 */
gboolean
cor_procedure_list_can_start (CorProcedureList *self, const CorArticleData *article)
{
  const CorProcedure *procedure;

  g_return_val_if_fail (COR_IS_PROCEDURE_LIST (self), FALSE);

  if (self->conversation == 0 || article == NULL || article->kind != COR_ARTICLE_SOP || article->slug == NULL)
    return FALSE;
  procedure = cor_procedures_find (self->procedures, article->slug);
  return procedure == NULL || procedure->ended.at > 0;
}

/**
 * cor_procedure_list_start:
 * @article: a procedure with its text
 *
 * Starts it for the conversation.
 */
void
cor_procedure_list_start (CorProcedureList *self, const CorArticleData *article)
{
  g_autoptr (CorDocument) document = NULL;
  g_autoptr (GPtrArray) steps = NULL;

  g_return_if_fail (COR_IS_PROCEDURE_LIST (self));

  if (!cor_procedure_list_can_start (self, article) || article->body == NULL)
    return;
  document = cor_document_new (article->body);
  steps = cor_document_list_steps (document);
  cor_procedures_start (self->procedures, article->slug, steps->len, cor_session_get_now (self->session));
}

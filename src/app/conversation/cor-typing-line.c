/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-typing-line"

#include "config.h"

#include "cor-typing-line.h"
#include "cor-typists.h"

#include <glib/gi18n-lib.h>

/*
 * CorTypingLine: who types in the open conversation, at the end of the timeline. Its room is kept while nobody does,
 * so that nothing jumps.
 *
 * Accessibility: role status, which screen readers read out when they have nothing else to say.
 *
 * CSS nodes: cortypingline > label
 */
struct _CorTypingLine
{
  GtkWidget parent_instance;

  CorTypists *typists; /* owned, or NULL */

  /* Template */
  GtkLabel *text;
};

G_DEFINE_FINAL_TYPE (CorTypingLine, cor_typing_line, GTK_TYPE_WIDGET)

static char *
dup_sentence (CorTypists *typists)
{
  guint n = cor_typists_get_count (typists);

  if (n == 0)
    return g_strdup ("");
  if (n > 2)
    return g_strdup (_ ("Several people are typing…"));
  if (n == 2)
    /* TRANSLATORS: the names of two people */
    return g_strdup_printf (_ ("%s and %s are typing…"), cor_typists_get_name (typists, 0), cor_typists_get_name (typists, 1));
  if (cor_typists_is_private (typists, 0))
    /* TRANSLATORS: the name of a colleague, who writes a private note */
    return g_strdup_printf (_ ("%s is writing a note…"), cor_typists_get_name (typists, 0));
  /* TRANSLATORS: the name of a customer or a colleague */
  return g_strdup_printf (_ ("%s is typing…"), cor_typists_get_name (typists, 0));
}

static void
update (CorTypingLine *self)
{
  g_autofree char *words = dup_sentence (self->typists);

  gtk_label_set_label (self->text, words);
}

static void
cor_typing_line_dispose (GObject *object)
{
  CorTypingLine *self = COR_TYPING_LINE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_TYPING_LINE);
  g_clear_object (&self->typists);

  G_OBJECT_CLASS (cor_typing_line_parent_class)->dispose (object);
}

static void
cor_typing_line_class_init (CorTypingLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_typing_line_dispose;

  gtk_widget_class_set_css_name (widget_class, "cortypingline");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/conversation/cor-typing-line.ui");
  gtk_widget_class_bind_template_child (widget_class, CorTypingLine, text);
}

static void
cor_typing_line_init (CorTypingLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cor_typing_line_new:
 *
 * Returns: (transfer floating): a line without words
 */
GtkWidget *
cor_typing_line_new (void)
{
  return g_object_new (COR_TYPE_TYPING_LINE, NULL);
}

/**
 * cor_typing_line_set_session:
 * @session: (transfer none): whose store it follows
 *
 * To be called once.
 */
void
cor_typing_line_set_session (CorTypingLine *self,
                             CorSession    *session)
{
  g_return_if_fail (COR_IS_TYPING_LINE (self) && self->typists == NULL);

  self->typists = cor_typists_new (cor_session_get_store (session));
  g_signal_connect_object (self->typists, "notify::count", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

/**
 * cor_typing_line_set_conversation:
 * @conversation: local id, 0 none
 */
void
cor_typing_line_set_conversation (CorTypingLine *self,
                                  gint64         conversation)
{
  g_return_if_fail (COR_IS_TYPING_LINE (self) && self->typists != NULL);

  cor_typists_set_conversation (self->typists, conversation);
}

/**
 * cor_typing_line_get_text:
 *
 * Returns: (transfer none): what it says, "" nothing
 */
const char *
cor_typing_line_get_text (CorTypingLine *self)
{
  g_return_val_if_fail (COR_IS_TYPING_LINE (self), "");

  return gtk_label_get_label (self->text);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-file-card"

#include "config.h"

#include "cor-file-card.h"
#include "cor-message-text.h"
#include "cor-open-file.h"
#include "cor-open-uri.h"

#include <glib/gi18n-lib.h>

#include "cor-file-name.h"

/*
 * CorFileCard: a file of a message. Its bytes are on the desk; "file.open" hands its address, which carries no token, to
 * the desktop, and of what did not leave yet a copy.
 *
 * CSS nodes: corfilecard > box
 */
struct _CorFileCard
{
  GtkWidget parent_instance;

  char *uri;  /* owned, or NULL */
  char *path; /* owned, or NULL: it did not leave yet */

  /* Template */
  GtkLabel  *facts;
  GtkLabel  *name;
  GtkWidget *open;
  GtkWidget *root;
};

G_DEFINE_FINAL_TYPE (CorFileCard, cor_file_card, GTK_TYPE_WIDGET)

static void
action_open (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  CorFileCard *self = COR_FILE_CARD (widget);

  if (self->path != NULL)
    cor_open_file (widget, self->path, gtk_label_get_label (self->name));
  else
    cor_open_uri (widget, self->uri);
}

static void
cor_file_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COR_TYPE_FILE_CARD);

  G_OBJECT_CLASS (cor_file_card_parent_class)->dispose (object);
}

static void
cor_file_card_finalize (GObject *object)
{
  CorFileCard *self = COR_FILE_CARD (object);

  g_clear_pointer (&self->uri, g_free);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (cor_file_card_parent_class)->finalize (object);
}

static void
cor_file_card_class_init (CorFileCardClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cor_file_card_dispose;
  object_class->finalize = cor_file_card_finalize;

  gtk_widget_class_set_css_name (widget_class, "corfilecard");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/conversation/cor-file-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CorFileCard, facts);
  gtk_widget_class_bind_template_child (widget_class, CorFileCard, name);
  gtk_widget_class_bind_template_child (widget_class, CorFileCard, open);
  gtk_widget_class_bind_template_child (widget_class, CorFileCard, root);
  gtk_widget_class_install_action (widget_class, "file.open", NULL, action_open);
}

static void
cor_file_card_init (CorFileCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cor_file_card_new:
 * @file: (transfer none): the attachment; copied
 *
 * Returns: (transfer floating): its card
 */
GtkWidget *
cor_file_card_new (const CorAttachmentRecord *file)
{
  CorFileCard     *self = g_object_new (COR_TYPE_FILE_CARD, NULL);
  g_autofree char *name = cor_safe_file_name (file->file_name);
  g_autofree char *facts = cor_message_text_dup_file (file);

  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->facts, facts);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), name);
  if (cor_can_open_uri (file->url))
    self->uri = g_strdup (file->url);
  self->path = g_strdup (file->path);
  gtk_widget_set_visible (self->open, self->uri != NULL || self->path != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "file.open", self->uri != NULL || self->path != NULL);
  return GTK_WIDGET (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-attachment-chip"

#include "config.h"

#include "cor-attachment-chip.h"
#include "cor-open-file.h"

#include <glib/gi18n-lib.h>

#define THUMBNAIL_SIZE 56 /* px: twice what it takes up, for screens that are twice as fine */

/*
 * CorAttachmentChip: a file of the draft, with its picture where it is one: a button that opens it, and one that takes it
 * away.
 *
 * "removed": the agent does not want it.
 *
 * CSS nodes: corattachmentchip > box
 * Accessibility: a group that is called after the file; the button says which file it removes
 */
struct _CorAttachmentChip
{
  GtkWidget parent_instance;

  CorDraftFile *file;    /* owned */
  GCancellable *reading; /* owned, or NULL: of the picture */

  /* Template */
  GtkLabel  *facts;
  GtkImage  *icon;
  GtkLabel  *name;
  GtkButton *open;
  GtkButton *remove;
  GtkWidget *root;
};

G_DEFINE_FINAL_TYPE (CorAttachmentChip, cor_attachment_chip, GTK_TYPE_WIDGET)

static guint removed_signal;

static void
read_thumbnail_in_thread (GTask        *task,
                          gpointer      source,
                          gpointer      path,
                          GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new_from_file_at_scale (path, THUMBNAIL_SIZE, THUMBNAIL_SIZE, TRUE, &error);
  g_autoptr (GBytes) bytes = pixbuf != NULL ? gdk_pixbuf_read_pixel_bytes (pixbuf) : NULL;
  GdkMemoryFormat format;

  if (pixbuf == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  format = gdk_pixbuf_get_has_alpha (pixbuf) ? GDK_MEMORY_R8G8B8A8 : GDK_MEMORY_R8G8B8;
  g_task_return_pointer (task,
                         gdk_memory_texture_new (gdk_pixbuf_get_width (pixbuf), gdk_pixbuf_get_height (pixbuf), format, bytes, (gsize) gdk_pixbuf_get_rowstride (pixbuf)),
                         g_object_unref);
}

static void
on_thumbnail (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (CorAttachmentChip) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), &error);

  if (texture == NULL || self->icon == NULL)
    return; /* the icon stays */
  gtk_image_set_from_paintable (self->icon, GDK_PAINTABLE (texture));
  gtk_image_set_pixel_size (self->icon, THUMBNAIL_SIZE / 2);
}

static void
read_thumbnail (CorAttachmentChip *self)
{
  g_autoptr (GTask) task = NULL;

  self->reading = g_cancellable_new ();
  task = g_task_new (NULL, self->reading, on_thumbnail, g_object_ref (self));
  g_task_set_source_tag (task, read_thumbnail);
  g_task_set_task_data (task, g_strdup (cor_draft_file_get_data (self->file)->path), g_free);
  g_task_run_in_thread (task, read_thumbnail_in_thread);
}

static void
on_remove_clicked (CorAttachmentChip *self)
{
  g_signal_emit (self, removed_signal, 0);
}

static void
on_open_clicked (CorAttachmentChip *self)
{
  const CorOutgoingFile *data = cor_draft_file_get_data (self->file);

  cor_open_file (GTK_WIDGET (self), data->path, data->name);
}

static void
show_file (CorAttachmentChip *self)
{
  const CorOutgoingFile *data = cor_draft_file_get_data (self->file);
  g_autofree char       *size = g_format_size ((guint64) data->size);
  /* TRANSLATORS: the name and the size of a file */
  g_autofree char *called = g_strdup_printf (_ ("%s, %s"), data->name, size);
  g_autofree char *remove = g_strdup_printf (_ ("Remove “%s”"), data->name);
  /* TRANSLATORS: the name of a file */
  g_autofree char *open = g_strdup_printf (_ ("Open “%s”"), data->name);

  gtk_label_set_label (self->name, data->name);
  gtk_label_set_label (self->facts, size);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->open), open);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->open), GTK_ACCESSIBLE_PROPERTY_LABEL, open, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->remove), remove);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, called, -1);
  if (!g_str_has_prefix (data->content_type, "image/"))
    return;
  gtk_image_set_from_icon_name (self->icon, "cor-image-symbolic");
  read_thumbnail (self);
}

static void
cor_attachment_chip_dispose (GObject *object)
{
  CorAttachmentChip *self = COR_ATTACHMENT_CHIP (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_ATTACHMENT_CHIP);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (cor_attachment_chip_parent_class)->dispose (object);
}

static void
cor_attachment_chip_class_init (CorAttachmentChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_attachment_chip_dispose;
  removed_signal = g_signal_new ("removed", COR_TYPE_ATTACHMENT_CHIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "corattachmentchip");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/conversation/cor-attachment-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, CorAttachmentChip, facts);
  gtk_widget_class_bind_template_child (widget_class, CorAttachmentChip, icon);
  gtk_widget_class_bind_template_child (widget_class, CorAttachmentChip, name);
  gtk_widget_class_bind_template_child (widget_class, CorAttachmentChip, open);
  gtk_widget_class_bind_template_child (widget_class, CorAttachmentChip, remove);
  gtk_widget_class_bind_template_child (widget_class, CorAttachmentChip, root);
  gtk_widget_class_bind_template_callback (widget_class, on_open_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked);
}

static void
cor_attachment_chip_init (CorAttachmentChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cor_attachment_chip_new:
 * @file: (transfer none): of a draft
 *
 * Returns: (transfer floating): its chip
 */
GtkWidget *
cor_attachment_chip_new (CorDraftFile *file)
{
  CorAttachmentChip *self = g_object_new (COR_TYPE_ATTACHMENT_CHIP, NULL);

  self->file = g_object_ref (file);
  show_file (self);
  return GTK_WIDGET (self);
}

/**
 * cor_attachment_chip_get_file:
 *
 * Returns: (transfer none): what it shows
 */
CorDraftFile *
cor_attachment_chip_get_file (CorAttachmentChip *self)
{
  g_return_val_if_fail (COR_IS_ATTACHMENT_CHIP (self), NULL);

  return self->file;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-composer-attachments"

#include "config.h"

#include "cor-composer-private.h"

#include <glib/gi18n-lib.h>

#include "cor-file-picker.h"

/* Files come by the paper clip, by dragging and by pasting; the strip has them. */

static CorDraftFiles *
get_files (CorComposer *self)
{
  return cor_attachment_strip_get_files (self->attachments);
}

static void
add_all (CorComposer *self,
         GListModel  *files)
{
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      cor_draft_files_add (get_files (self), file);
    }
}

static void
on_picked (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CorComposer) self = user_data;
  g_autoptr (GListModel) files = cor_file_picker_open_several_finish (result, NULL);

  /* nothing when she thought better of it */
  if (files != NULL && self->text_view != NULL && cor_composer_can_insert (self))
    add_all (self, files);
}

static void
action_add (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  CorComposer *self = user_data;

  cor_file_picker_open_several_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("Attach Files"), NULL, on_picked, g_object_ref (self));
}

static void
action_leave (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  cor_composer_grab_focus (user_data);
}

/* A picture as the screen has it becomes a file as others know it. */
static void
encode_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      texture,
                  GCancellable *cancellable)
{
  g_task_return_pointer (task, gdk_texture_save_to_png_bytes (texture), (GDestroyNotify) g_bytes_unref);
}

static void
on_encoded (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  CorComposer *self = COR_COMPOSER (source);
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *name = g_date_time_format (now, "image-%Y%m%d-%H%M%S.png");

  /* in another conversation since: nobody sends a picture to the wrong customer */
  if (bytes != NULL && self->text_view != NULL && cor_composer_draft_get_conversation (self->draft) == *(gint64 *) user_data)
    cor_draft_files_add_bytes (get_files (self), bytes, name);
  g_free (user_data);
}

static void
add_texture (CorComposer *self,
             GdkTexture  *texture)
{
  gint64 conversation = cor_composer_draft_get_conversation (self->draft);
  g_autoptr (GTask) task = g_task_new (self, NULL, on_encoded, g_memdup2 (&conversation, sizeof conversation));

  g_task_set_source_tag (task, add_texture);
  g_task_set_task_data (task, g_object_ref (texture), g_object_unref);
  g_task_run_in_thread (task, encode_in_thread);
}

static gboolean
add_value (CorComposer  *self,
           const GValue *value)
{
  if (!cor_composer_can_insert (self))
    return FALSE;
  if (G_VALUE_HOLDS (value, GDK_TYPE_TEXTURE))
    add_texture (self, g_value_get_object (value));
  else if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    for (GSList *each = g_value_get_boxed (value); each != NULL; each = each->next)
      cor_draft_files_add (get_files (self), each->data);
  return TRUE;
}

static void
on_value_read (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (CorComposer) self = user_data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);

  if (value != NULL && self->text_view != NULL)
    add_value (self, value);
}

/* Files and pictures, of which some programs also offer a text: the path, or nothing worth reading. Returns whether
 * there was one. */
gboolean
_cor_composer_paste_file (CorComposer *self)
{
  GdkClipboard      *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self->text_view));
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  gboolean           has_text = gdk_content_formats_contain_gtype (formats, G_TYPE_STRING);
  GType              type = G_TYPE_INVALID;

  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST))
    type = GDK_TYPE_FILE_LIST;
  else if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_TEXTURE) && !has_text)
    type = GDK_TYPE_TEXTURE;
  if (type == G_TYPE_INVALID || !cor_composer_can_insert (self))
    return FALSE;
  gdk_clipboard_read_value_async (clipboard, type, G_PRIORITY_DEFAULT, NULL, on_value_read, g_object_ref (self));
  return TRUE;
}

static gboolean
on_drop (CorComposer  *self,
         const GValue *value)
{
  return add_value (self, value);
}

/* What is attached belongs to the draft that shows; the button says what it takes. */
static void
on_changed (CorComposer   *self,
            GSimpleAction *add)
{
  g_autofree char *limits = NULL;
  g_autofree char *tip = NULL;

  cor_attachment_strip_open (self->attachments, cor_composer_draft_get_conversation (self->draft), self->channel, self->is_private);
  limits = cor_draft_files_dup_limits (get_files (self));
  tip = g_strjoin ("\n", _ ("Attach files (Ctrl+Shift+A)"), limits, NULL);
  gtk_widget_set_tooltip_text (self->attach_button, tip);
  g_simple_action_set_enabled (add, cor_composer_can_insert (self));
}

/* To be called once, with the session. */
void
_cor_composer_init_attachments (CorComposer *self)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) add = g_simple_action_new ("add", NULL);
  g_autoptr (GSimpleAction) leave = g_simple_action_new ("leave", NULL);

  cor_attachment_strip_set_store (self->attachments, cor_session_get_store (self->session));
  g_signal_connect_object (self->attachments, "changed", G_CALLBACK (_cor_composer_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (add, "activate", G_CALLBACK (action_add), self, 0);
  g_signal_connect_object (leave, "activate", G_CALLBACK (action_leave), self, 0);
  g_signal_connect_object (self, "changed", G_CALLBACK (on_changed), add, 0);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (add));
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (leave));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "attachments", G_ACTION_GROUP (actions));
}

/**
 * cor_composer_take_drops:
 * @area: of the window
 *
 * What is dropped there is attached to what is being written. The target sees it before the text does, which would take
 * the paths.
 */
void
cor_composer_take_drops (CorComposer *self,
                         GtkWidget   *area)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GType          types[] = { GDK_TYPE_FILE_LIST, GDK_TYPE_TEXTURE };

  g_return_if_fail (COR_IS_COMPOSER (self));

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (area, GTK_EVENT_CONTROLLER (target));
}

/* Whether there is something to send besides words; what is still being copied is waited for. */
gboolean
_cor_composer_has_files (CorComposer *self)
{
  CorDraftFiles *files = get_files (self);

  return files != NULL && cor_draft_files_get_n (files) > 0;
}

gboolean
_cor_composer_is_copying (CorComposer *self)
{
  CorDraftFiles *files = get_files (self);

  return files != NULL && cor_draft_files_is_copying (files);
}

/**
 * cor_composer_is_empty:
 *
 * Returns: whether neither words nor files are there
 */
gboolean
cor_composer_is_empty (CorComposer *self)
{
  g_return_val_if_fail (COR_IS_COMPOSER (self), TRUE);

  return !cor_composer_has_text (self) && !_cor_composer_has_files (self);
}

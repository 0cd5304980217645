/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-templates-page-actions"

#include "config.h"

#include "cor-templates-page-private.h"

#include "cor-file-picker.h"
#include "cor-store-templates.h"
#include "cor-template-editor.h"
#include "cor-template-file.h"

#include <glib/gi18n-lib.h>

/* What can be done on the page but reading. */

static GtkWindow *
get_window (CorTemplatesPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
tell (CorTemplatesPage *self, const char *words)
{
  if (self->toasts != NULL) /* not disposed meanwhile */
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (words));
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorTemplatesPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (cor_store_save_template_finish (COR_STORE (source), result, &error))
    return;
  g_debug ("copy: %s", error->message);
  tell (self, _ ("That could not be kept on this computer."));
}

/* An id of one's own: what replaces a template of the same id is not made by chance. */
static void
action_duplicate (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorTemplatesPage *self = COR_TEMPLATES_PAGE (widget);
  CorTemplateItem  *item = cor_template_pane_get_item (self->pane);
  CorTemplate      *copy = item != NULL ? cor_template_copy (cor_template_item_get_template (item)) : NULL;
  g_autofree char  *wish = NULL;

  if (copy == NULL)
    return;
  wish = g_strconcat (copy->id, "-copy", NULL);
  g_free (copy->id);
  copy->id = cor_template_catalog_dup_free_id (self->catalog, wish);
  g_clear_pointer (&copy->shortcut, g_free); /* it finds the other one */
  for (guint i = 0; i < copy->variants->len; i++)
    cor_template_variant_make_draft (copy->variants->pdata[i]);
  _cor_templates_page_want (self, copy->id);
  cor_store_save_template_async (cor_session_get_store (self->session), copy, NULL, on_saved, g_object_ref (self));
}

static void
present_editor (CorTemplatesPage *self, const CorTemplate *template)
{
  GtkWidget *editor = cor_template_editor_new (self->session, self->catalog, get_window (self), template);

  g_signal_connect_object (editor, "saved", G_CALLBACK (_cor_templates_page_want), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (editor));
}

static void
action_new (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  present_editor (COR_TEMPLATES_PAGE (widget), NULL);
}

static void
action_edit (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorTemplatesPage *self = COR_TEMPLATES_PAGE (widget);
  CorTemplateItem  *item = cor_template_pane_get_item (self->pane);
  const CorTemplate *template = item != NULL ? cor_template_item_get_template (item) : NULL;

  if (template != NULL && g_strcmp0 (template->source, COR_TEMPLATE_SOURCE_OWN) == 0)
    present_editor (self, template);
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorTemplatesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  guint            n = 0;
  g_autofree char *words = NULL;

  if (cor_template_file_import_finish (result, &n, &error))
    words = g_strdup_printf (ngettext ("%u template is your own now.", "%u templates are your own now.", n), n);
  else
    /* TRANSLATORS: what is wrong in a file */
    words = g_strdup_printf (_ ("Nothing was taken: %s"), error->message);
  tell (self, words);
}

static void
on_import_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorTemplatesPage) self = user_data;
  g_autoptr (GFile) file = cor_file_picker_open_finish (result, NULL);

  if (file != NULL && self->session != NULL)
    cor_template_file_import_async (cor_session_get_store (self->session), file, NULL, on_imported, g_object_ref (self));
}

static void
action_import (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorTemplatesPage *self = COR_TEMPLATES_PAGE (widget);

  cor_file_picker_open_async (get_window (self), _ ("Take in a pack of templates"), NULL, NULL, on_import_chosen, g_object_ref (self));
}

static void
on_exported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorTemplatesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  guint            n = 0;
  g_autofree char *words = NULL;

  if (cor_template_file_export_finish (result, &n, &error))
    words = g_strdup_printf (ngettext ("%u template was written.", "%u templates were written.", n), n);
  tell (self, words != NULL ? words : error->message);
}

static void
on_export_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorTemplatesPage) self = user_data;
  g_autoptr (GFile) file = cor_file_picker_save_finish (result, NULL);

  if (file != NULL && self->session != NULL)
    cor_template_file_export_async (cor_session_get_store (self->session), file, NULL, NULL, on_exported, g_object_ref (self));
}

static void
action_export (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorTemplatesPage *self = COR_TEMPLATES_PAGE (widget);

  cor_file_picker_save_async (get_window (self), _ ("Write your own templates"), "own-templates.json", NULL, on_export_chosen, g_object_ref (self));
}

static void
action_list (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  cor_page_split_show_detail (COR_TEMPLATES_PAGE (widget)->split, FALSE);
}

/* Declares what the page can do; called in its class_init. */
void
_cor_templates_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "templates.back-to-list", NULL, action_list);
  gtk_widget_class_install_action (widget_class, "templates.duplicate", NULL, action_duplicate);
  gtk_widget_class_install_action (widget_class, "templates.edit", NULL, action_edit);
  gtk_widget_class_install_action (widget_class, "templates.export", NULL, action_export);
  gtk_widget_class_install_action (widget_class, "templates.import", NULL, action_import);
  gtk_widget_class_install_action (widget_class, "templates.new", NULL, action_new);
}

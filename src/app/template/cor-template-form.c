/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-template-form"

#include "config.h"

#include "cor-template-form.h"

#include "cor-template-vocabulary.h"
#include "cor-unparent.h"

/*
 * CorTemplateForm: asks for what a template needs and nobody knows, a field a value. What is typed goes into the
 * filling as soon as it is one; what is not yet says what is expected. Enter goes on to the next field.
 *
 * "done": Enter in the last field.
 *
 * CSS nodes: cortemplateform > entry[.error]
 */
struct _CorTemplateForm
{
  GtkWidget parent_instance;

  CorTemplateFilling *filling; /* owned, or NULL */
};

G_DEFINE_FINAL_TYPE (CorTemplateForm, cor_template_form, GTK_TYPE_WIDGET)

static guint done_signal;

static const char *
get_name (GtkWidget *entry)
{
  return gtk_widget_get_name (entry);
}

static void
on_changed (CorTemplateForm *self, GtkEntry *entry)
{
  g_autoptr (GError) error = NULL;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));

  if (cor_template_filling_set_value (self->filling, get_name (GTK_WIDGET (entry)), text, &error))
    {
      gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
      gtk_widget_set_tooltip_text (GTK_WIDGET (entry), NULL);
      return;
    }
  /* half a value is none: what stood there before it must not go out */
  cor_template_filling_set_value (self->filling, get_name (GTK_WIDGET (entry)), "", NULL);
  gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (entry), error->message);
}

static void
on_activate (CorTemplateForm *self, GtkWidget *entry)
{
  GtkWidget *next = gtk_widget_get_next_sibling (entry);

  if (next != NULL)
    gtk_widget_grab_focus (next);
  else
    g_signal_emit (self, done_signal, 0);
}

static gboolean
has_field (CorTemplateForm *self, const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (get_name (child), name))
      return TRUE;
  return FALSE;
}

static void
add_field (CorTemplateForm *self, const char *name)
{
  const CorTemplateVariable *variable = cor_template_variable_find (name);
  GtkWidget                 *entry = gtk_entry_new ();
  /* the name as it stands in the text, and what is to be typed */
  g_autofree char *hint = g_strdup_printf ("%s: %s", name, cor_template_kind_describe (variable->kind));

  gtk_widget_set_name (entry, variable->name);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, variable->name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, cor_template_kind_describe (variable->kind), -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (on_activate), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (entry, GTK_WIDGET (self));
}

static void
cor_template_form_dispose (GObject *object)
{
  CorTemplateForm *self = COR_TEMPLATE_FORM (object);

  cor_template_form_clear (self);
  g_clear_object (&self->filling);

  G_OBJECT_CLASS (cor_template_form_parent_class)->dispose (object);
}

static void
cor_template_form_class_init (CorTemplateFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_template_form_dispose;

  done_signal = g_signal_new ("done", COR_TYPE_TEMPLATE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "cortemplateform");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
cor_template_form_init (CorTemplateForm *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 6);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * cor_template_form_set_filling:
 * @filling: (transfer none): what the values go into
 */
void
cor_template_form_set_filling (CorTemplateForm *self, CorTemplateFilling *filling)
{
  g_return_if_fail (COR_IS_TEMPLATE_FORM (self));

  g_set_object (&self->filling, filling);
}

/**
 * cor_template_form_clear:
 *
 * Asks for nothing.
 */
void
cor_template_form_clear (CorTemplateForm *self)
{
  g_return_if_fail (COR_IS_TEMPLATE_FORM (self));

  cor_unparent_children (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * cor_template_form_ask:
 * @names: (array zero-terminated=1): of the vocabulary
 *
 * Asks for them too; a field that is there stays, with what is typed in it and the focus.
 */
void
cor_template_form_ask (CorTemplateForm *self, const char *const *names)
{
  g_return_if_fail (COR_IS_TEMPLATE_FORM (self));

  for (guint i = 0; names[i] != NULL; i++)
    if (!has_field (self, names[i]))
      add_field (self, names[i]);
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL);
}

/**
 * cor_template_form_grab_first:
 *
 * Puts the caret into the first field that is empty.
 *
 * Returns: whether there is one
 */
gboolean
cor_template_form_grab_first (CorTemplateForm *self)
{
  g_return_val_if_fail (COR_IS_TEMPLATE_FORM (self), FALSE);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_editable_get_text (GTK_EDITABLE (child))[0] == '\0')
      return gtk_widget_grab_focus (child);
  return FALSE;
}

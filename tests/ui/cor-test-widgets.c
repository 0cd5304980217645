/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-test-widgets.h"

#include "cor-test-await.h"

static const char *const library_warnings[] = {
  "Failed to load icon /org/gnome/Adwaita/", /* where there is no loader for SVG files */
  "Trying to measure GtkLabel ",             /* AdwMessageDialog of libadwaita 1.7 opening without a window manager */
};

static GLogWriterOutput
write_log (GLogLevelFlags   level,
           const GLogField *fields,
           gsize            n_fields,
           gpointer         unused)
{
  for (gsize i = 0; i < n_fields; i++)
    for (guint k = 0; k < G_N_ELEMENTS (library_warnings); k++)
      if (g_str_equal (fields[i].key, "MESSAGE") && g_str_has_prefix (fields[i].value, library_warnings[k]))
        return G_LOG_WRITER_HANDLED;
  return g_log_writer_default (level, fields, n_fields, NULL);
}

void
cor_test_allow_library_warnings (void)
{
  g_log_set_writer_func (write_log, NULL, NULL);
}

static gboolean
says (GtkWidget  *widget,
      const char *text)
{
  if (text == NULL)
    return TRUE;
  if (GTK_IS_LABEL (widget))
    return g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), text);
  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    return g_str_equal (gtk_button_get_label (GTK_BUTTON (widget)), text);
  return g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) == 0;
}

/* The first visible descendant of a type, depth first: a label that begins with @text, a button that is called
 * @text or has it as its tooltip. */
GtkWidget *
cor_test_find (GtkWidget  *widget,
               GType       type,
               const char *text)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && says (widget, text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = cor_test_find (child, type, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Whether a label that begins with @text is on the screen. */
gboolean
cor_test_is_shown (GtkWidget  *widget,
                   const char *text)
{
  GtkWidget *label = cor_test_find (widget, GTK_TYPE_LABEL, text);

  return label != NULL && gtk_widget_get_mapped (label);
}

/* An open window of a type, or NULL. */
GtkWidget *
cor_test_find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_visible (window))
        return window;
    }
  return NULL;
}

static gboolean
can_be_clicked (GtkWidget  *widget,
                const char *button)
{
  GtkWidget *found = cor_test_find (widget, GTK_TYPE_BUTTON, button);

  return found != NULL && gtk_widget_is_sensitive (found);
}

/* Presses a button as soon as it is there and works. */
void
cor_test_click (GtkWidget  *widget,
                const char *button)
{
  cor_test_until (can_be_clicked (widget, button));
  g_signal_emit_by_name (cor_test_find (widget, GTK_TYPE_BUTTON, button), "clicked");
}

/* GTK tells nobody but the button that an action has whether it may be used. */
static gboolean
can_be_activated (GtkWidget  *widget,
                  const char *action,
                  GVariant   *target)
{
  GtkWidget *probe = gtk_button_new ();
  gboolean   is_sensitive;

  gtk_widget_set_visible (probe, FALSE);
  gtk_widget_set_parent (probe, widget);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (probe), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (probe), action);
  is_sensitive = gtk_widget_is_sensitive (probe);
  gtk_widget_unparent (probe);
  return is_sensitive;
}

/* gtk_widget_activate_action() as soon as the action may be used: before, nothing comes of it, and nobody is told. */
void
cor_test_activate (GtkWidget  *widget,
                   const char *action,
                   const char *format,
                   ...)
{
  g_autoptr (GVariant) target = NULL;

  if (format != NULL)
    {
      va_list arguments;

      va_start (arguments, format);
      target = g_variant_ref_sink (g_variant_new_va (format, NULL, &arguments));
      va_end (arguments);
    }
  cor_test_until (can_be_activated (widget, action, target));
  g_assert_true (gtk_widget_activate_action_variant (widget, action, target));
}

/* What a visible label of a style says, or NULL when there is none. */
const char *
cor_test_get_label (GtkWidget  *widget,
                    const char *css_class)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, css_class))
    return gtk_label_get_text (GTK_LABEL (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      const char *found = cor_test_get_label (child, css_class);

      if (found != NULL)
        return found;
    }
  return NULL;
}

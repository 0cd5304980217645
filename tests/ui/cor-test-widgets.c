/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-test-widgets.h"

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

/* Presses a button, which has to be there and to work. */
void
cor_test_click (GtkWidget  *widget,
                const char *button)
{
  GtkWidget *found = cor_test_find (widget, GTK_TYPE_BUTTON, button);

  g_assert_nonnull (found);
  g_assert_true (gtk_widget_is_sensitive (found));
  g_signal_emit_by_name (found, "clicked");
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-fact-row"

#include "config.h"

#include "cor-fact-row.h"
#include "cor-label-script.h"

#include "cor-str.h"

/*
 * CorFactRow: a name and a value. A value can be masked until the agent asks for it; it is masked again with
 * the next customer.
 *
 * CSS nodes: corfactrow > box > label.key, label, button
 */
struct _CorFactRow
{
  GtkWidget parent_instance;

  char *whole;  /* the value */
  char *masked; /* what is shown of it, or NULL: all */

  /* Template */
  GtkLabel        *key;
  GtkToggleButton *reveal;
  GtkWidget       *root;
  GtkLabel        *value;
};

G_DEFINE_FINAL_TYPE (CorFactRow, cor_fact_row, GTK_TYPE_WIDGET)

/* A telephone number keeps its order where the interface runs from right to left. */
static void
show_value (CorFactRow *self,
            const char *value)
{
  g_autofree char *isolated = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL && value != NULL ? g_strconcat ("\342\201\250", value, "\342\201\251", NULL) : g_strdup (value);

  cor_label_follow_script (self->value, value);
  gtk_label_set_label (self->value, isolated);
}

static void
update (CorFactRow *self)
{
  gboolean is_masked = self->masked != NULL && !gtk_toggle_button_get_active (self->reveal);

  show_value (self, is_masked ? self->masked : self->whole);
  gtk_button_set_icon_name (GTK_BUTTON (self->reveal), is_masked || self->masked == NULL ? "view-reveal-symbolic" : "view-conceal-symbolic");
}

static void
on_reveal_toggled (CorFactRow *self)
{
  update (self);
}

static void
cor_fact_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COR_TYPE_FACT_ROW);

  G_OBJECT_CLASS (cor_fact_row_parent_class)->dispose (object);
}

static void
cor_fact_row_finalize (GObject *object)
{
  CorFactRow *self = COR_FACT_ROW (object);

  g_clear_pointer (&self->whole, g_free);
  g_clear_pointer (&self->masked, g_free);

  G_OBJECT_CLASS (cor_fact_row_parent_class)->finalize (object);
}

static void
cor_fact_row_class_init (CorFactRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_fact_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = cor_fact_row_finalize;

  gtk_widget_class_set_css_name (widget_class, "corfactrow");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/context/cor-fact-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CorFactRow, key);
  gtk_widget_class_bind_template_child (widget_class, CorFactRow, reveal);
  gtk_widget_class_bind_template_child (widget_class, CorFactRow, root);
  gtk_widget_class_bind_template_child (widget_class, CorFactRow, value);
  gtk_widget_class_bind_template_callback (widget_class, on_reveal_toggled);
}

static void
cor_fact_row_init (CorFactRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cor_fact_row_new:
 * @key: what it is, in the user's language
 * @value: the value
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
cor_fact_row_new (const char *key,
                  const char *value)
{
  CorFactRow *self = g_object_new (COR_TYPE_FACT_ROW, NULL);

  gtk_label_set_label (self->key, key);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->key), key);
  cor_fact_row_set_value (self, value);
  return GTK_WIDGET (self);
}

/**
 * cor_fact_row_set_value:
 * @value: the value, which may move on as a clock does
 */
void
cor_fact_row_set_value (CorFactRow *self,
                        const char *value)
{
  g_return_if_fail (COR_IS_FACT_ROW (self));

  cor_set_str (&self->whole, value);
  update (self);
}

/**
 * cor_fact_row_set_masked:
 * @masked: what may be shown unasked
 *
 * Shows @masked, and a button that shows all.
 */
void
cor_fact_row_set_masked (CorFactRow *self,
                         const char *masked)
{
  g_return_if_fail (COR_IS_FACT_ROW (self));

  cor_set_str (&self->masked, masked);
  gtk_widget_set_visible (GTK_WIDGET (self->reveal), masked != NULL);
  gtk_widget_set_hexpand (GTK_WIDGET (self->value), masked == NULL); /* the button stands close to what it uncovers */
  update (self);
}

/**
 * cor_fact_row_get_shown:
 *
 * Returns: (transfer none): what can be read now
 */
const char *
cor_fact_row_get_shown (CorFactRow *self)
{
  g_return_val_if_fail (COR_IS_FACT_ROW (self), "");

  return gtk_label_get_label (self->value);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-pill"

#include "config.h"

#include "cor-pill.h"

/*
 * CorPill: a tag, a label or a tier, as a word on its hue.
 *
 * CSS nodes: corpill.hue-HUE > label
 */
struct _CorPill
{
  GtkWidget parent_instance;

  GtkWidget *label; /* owned: child */
  CorHue     hue;
};

G_DEFINE_FINAL_TYPE (CorPill, cor_pill, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_LABEL = 1
} CorPillProperty;

static GParamSpec *properties[PROP_LABEL + 1];

static void
cor_pill_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CorPill *self = COR_PILL (object);

  switch ((CorPillProperty) prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, gtk_label_get_label (GTK_LABEL (self->label)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cor_pill_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch ((CorPillProperty) prop_id)
    {
    case PROP_LABEL:
      cor_pill_set_label (COR_PILL (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cor_pill_dispose (GObject *object)
{
  g_clear_pointer (&COR_PILL (object)->label, gtk_widget_unparent);

  G_OBJECT_CLASS (cor_pill_parent_class)->dispose (object);
}

static void
cor_pill_class_init (CorPillClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cor_pill_dispose;
  object_class->get_property = cor_pill_get_property;
  object_class->set_property = cor_pill_set_property;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_css_name (widget_class, "corpill");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cor_pill_init (CorPill *self)
{
  self->label = gtk_label_new ("");
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  self->hue = COR_HUE_SLATE;
  gtk_widget_add_css_class (GTK_WIDGET (self), "hue-slate");
}

/**
 * cor_pill_new:
 * @label: its word
 * @hue: its colour; cor_hue_from_color() gives the one of a service's label
 *
 * Returns: (transfer floating): a pill
 */
GtkWidget *
cor_pill_new (const char *label, CorHue hue)
{
  CorPill *self = g_object_new (COR_TYPE_PILL, "label", label, NULL);

  cor_pill_set_hue (self, hue);
  return GTK_WIDGET (self);
}

/**
 * cor_pill_set_label:
 * @label: (nullable): its word
 */
void
cor_pill_set_label (CorPill *self, const char *label)
{
  g_return_if_fail (COR_IS_PILL (self));

  if (label == NULL)
    label = "";
  if (g_str_equal (label, gtk_label_get_label (GTK_LABEL (self->label))))
    return;
  gtk_label_set_label (GTK_LABEL (self->label), label);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}

/**
 * cor_pill_set_hue:
 * @hue: its colour
 */
void
cor_pill_set_hue (CorPill *self, CorHue hue)
{
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;

  g_return_if_fail (COR_IS_PILL (self));

  if (self->hue == hue)
    return;
  old = g_strconcat ("hue-", cor_hue_to_string (self->hue), NULL);
  new = g_strconcat ("hue-", cor_hue_to_string (hue), NULL);
  gtk_widget_remove_css_class (GTK_WIDGET (self), old);
  gtk_widget_add_css_class (GTK_WIDGET (self), new);
  self->hue = hue;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-sla-chip"

#include "config.h"

#include "cor-sla-chip.h"

#include <glib/gi18n-lib.h>

#include "cor-when.h"

/*
 * CorSlaChip: how long there is for the next reply. In time it is plain text; soon and late are the
 * only filled ones, so that the eye finds them. With "verbose" it says the whole sentence.
 *
 * CSS nodes: corslachip[.fine|.soon|.late|.paused] > image, label
 */
struct _CorSlaChip
{
  GtkWidget parent_instance;

  GtkWidget  *icon;  /* owned: child */
  GtkWidget  *label; /* owned: child */
  CorSlaState state;
  gint64      due_at, now;
  gboolean    verbose;
};

G_DEFINE_FINAL_TYPE (CorSlaChip, cor_sla_chip, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_VERBOSE = 1
} CorSlaChipProperty;

static GParamSpec *properties[PROP_VERBOSE + 1];

static const char *const state_classes[] = {
  [COR_SLA_NONE] = "none",
  [COR_SLA_IN_TIME] = "fine",
  [COR_SLA_SOON] = "soon",
  [COR_SLA_LATE] = "late",
  [COR_SLA_PAUSED] = "paused",
};

/**
 * cor_sla_chip_dup_short_words:
 * @state: from cor_thread_data_get_sla_state()
 * @due_at: when the reply is due, seconds since the epoch
 * @now: likewise
 *
 * For list rows, which draw their chip themselves.
 *
 * Returns: (transfer full): for example "8 min", or "−4 min" when late; empty with %COR_SLA_NONE
 */
char *
cor_sla_chip_dup_short_words (CorSlaState state, gint64 due_at, gint64 now)
{
  g_autofree char *span = NULL;

  if (state == COR_SLA_NONE)
    return g_strdup ("");
  if (state == COR_SLA_PAUSED)
    return g_strdup (C_ ("reply deadline", "Waiting"));

  span = cor_when_span (ABS (due_at - now));
  /* TRANSLATORS: a reply is late by this time, such as "−4 min" */
  return state == COR_SLA_LATE ? g_strdup_printf (C_ ("reply deadline", "−%s"), span) : g_steal_pointer (&span);
}

static void
update (CorSlaChip *self)
{
  g_autofree char *words = NULL;

  words = self->verbose ? cor_sla_chip_dup_words (self->state, self->due_at, self->now)
                        : cor_sla_chip_dup_short_words (self->state, self->due_at, self->now);
  gtk_label_set_label (GTK_LABEL (self->label), words);
}

static void
cor_sla_chip_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((CorSlaChipProperty) prop_id)
    {
    case PROP_VERBOSE:
      g_value_set_boolean (value, COR_SLA_CHIP (object)->verbose);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cor_sla_chip_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  CorSlaChip *self = COR_SLA_CHIP (object);

  switch ((CorSlaChipProperty) prop_id)
    {
    case PROP_VERBOSE:
      if (self->verbose == g_value_get_boolean (value))
        break;
      self->verbose = g_value_get_boolean (value);
      update (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cor_sla_chip_dispose (GObject *object)
{
  CorSlaChip *self = COR_SLA_CHIP (object);

  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (cor_sla_chip_parent_class)->dispose (object);
}

static void
cor_sla_chip_class_init (CorSlaChipClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cor_sla_chip_dispose;
  object_class->get_property = cor_sla_chip_get_property;
  object_class->set_property = cor_sla_chip_set_property;

  properties[PROP_VERBOSE] = g_param_spec_boolean ("verbose", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_css_name (widget_class, "corslachip");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
cor_sla_chip_init (CorSlaChip *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 5);
  self->icon = gtk_image_new_from_icon_name ("cor-clock-symbolic");
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  self->label = gtk_label_new ("");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * cor_sla_chip_new:
 *
 * Returns: (transfer floating): a chip that is hidden until something is due
 */
GtkWidget *
cor_sla_chip_new (void)
{
  return g_object_new (COR_TYPE_SLA_CHIP, NULL);
}

/**
 * cor_sla_chip_set_due:
 * @state: from cor_thread_data_get_sla_state()
 * @due_at: when the reply is due, seconds since the epoch
 * @now: the present, likewise
 *
 * Call it again when a minute has passed: the chip has no clock. Hidden with %COR_SLA_NONE.
 */
void
cor_sla_chip_set_due (CorSlaChip *self, CorSlaState state, gint64 due_at, gint64 now)
{
  g_return_if_fail (COR_IS_SLA_CHIP (self));

  if (self->state != state)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), state_classes[self->state]);
      gtk_widget_add_css_class (GTK_WIDGET (self), state_classes[state]);
      gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), state == COR_SLA_PAUSED ? "cor-pause-symbolic" : "cor-clock-symbolic");
      self->state = state;
    }
  self->due_at = due_at;
  self->now = now;
  gtk_widget_set_visible (GTK_WIDGET (self), state != COR_SLA_NONE);
  update (self);
}

/**
 * cor_sla_chip_dup_words:
 * @state: from cor_thread_data_get_sla_state()
 * @due_at: seconds since the epoch
 * @now: likewise
 *
 * For headers and for names read aloud.
 *
 * Returns: (transfer full): for example "Reply due in 8 min"; empty with %COR_SLA_NONE
 */
char *
cor_sla_chip_dup_words (CorSlaState state, gint64 due_at, gint64 now)
{
  g_autofree char *span = NULL;

  if (state == COR_SLA_NONE)
    return g_strdup ("");
  if (state == COR_SLA_PAUSED)
    return g_strdup (_ ("Waiting for the customer"));

  span = cor_when_span (ABS (due_at - now));
  return g_strdup_printf (state == COR_SLA_LATE ? _ ("Reply overdue by %s") : _ ("Reply due in %s"), span);
}

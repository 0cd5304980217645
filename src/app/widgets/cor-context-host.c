/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-context-host"

#include "config.h"

#include "cor-context-host.h"

/*
 * CorContextHost: the conversation and the context pane: side by side where there is room, else the
 * context as a sheet over the conversation. The two ways are remembered apart: a sheet is closed when
 * the room for a column goes away, and the column is as it was when the room comes back.
 *
 * CSS nodes: corcontexthost > …, .scrim, .context[.sheet]
 */
struct _CorContextHost
{
  GtkWidget parent_instance;

  GtkWidget *detail;  /* owned: child */
  GtkWidget *scrim;   /* owned: child; dims the conversation under the sheet */
  GtkWidget *context; /* owned: child */
  guint      notify_source;
  guint      column_open : 1;
  guint      sheet_open : 1;
  guint      is_wide : 1;
  guint      was_wide : 1;  /* as it was last told */
  guint      available : 1; /* there is a conversation to speak of */
};

/* conversation of 440 and context of 336, what is left at a window of 1280 beside 204 and 288 */
#define WIDE_FROM 776
#define DETAIL_MIN 348
#define CONTEXT_MIN 336
#define CONTEXT_MAX 360
/* so much of the conversation stays to be clicked */
#define SHEET_MARGIN 40

G_DEFINE_FINAL_TYPE (CorContextHost, cor_context_host, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_CONTEXT_VISIBLE = 1,
  PROP_WIDE
} CorContextHostProperty;

static GParamSpec *properties[PROP_WIDE + 1];

static gboolean
on_notify (gpointer user_data)
{
  CorContextHost *self = user_data;

  self->notify_source = 0;
  if (self->was_wide != self->is_wide)
    {
      self->was_wide = self->is_wide;
      self->sheet_open = FALSE;
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WIDE]);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONTEXT_VISIBLE]);
    }
  return G_SOURCE_REMOVE;
}

static void
on_scrim_pressed (CorContextHost *self)
{
  cor_context_host_set_context_visible (self, FALSE);
}

static void
place (GtkWidget *child, int x, int y, int width, int height)
{
  GtkAllocation area = { x, y, width, height };

  gtk_widget_size_allocate (child, &area, -1);
}

static void
cor_context_host_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  CorContextHost *self = COR_CONTEXT_HOST (widget);
  int             context_minimum = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->detail, orientation, -1, minimum, NULL, NULL, NULL);
      *minimum = *natural = MAX (*minimum, DETAIL_MIN);
      return;
    }
  gtk_widget_measure (self->detail, orientation, -1, minimum, natural, NULL, NULL);
  gtk_widget_measure (self->context, orientation, -1, &context_minimum, NULL, NULL, NULL);
  *minimum = MAX (*minimum, context_minimum);
  *natural = MAX (*natural, *minimum);
}

static void
cor_context_host_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CorContextHost *self = COR_CONTEXT_HOST (widget);
  gboolean        rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean        shown = FALSE;
  int             minimum = 0;
  int             side = 0;

  self->is_wide = width >= WIDE_FROM;
  if (self->is_wide != self->was_wide && self->notify_source == 0) /* never from inside a layout */
    self->notify_source = g_idle_add (on_notify, self);

  shown = self->available && (self->is_wide ? self->column_open : self->sheet_open && !self->was_wide);
  gtk_widget_set_child_visible (self->context, shown);
  gtk_widget_set_child_visible (self->scrim, shown && !self->is_wide);
  if (!shown)
    {
      place (self->detail, 0, 0, width, height);
      return;
    }

  gtk_widget_measure (self->context, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  if (self->is_wide)
    {
      side = MAX (CLAMP (width * 39 / 100, CONTEXT_MIN, CONTEXT_MAX), minimum);
      place (self->detail, rtl ? side : 0, 0, width - side, height);
    }
  else
    {
      side = MAX (MIN (CONTEXT_MAX, width - SHEET_MARGIN), minimum);
      place (self->detail, 0, 0, width, height);
      place (self->scrim, 0, 0, width, height);
    }
  place (self->context, rtl ? 0 : width - side, 0, side, height);
}

static void
cor_context_host_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CorContextHost *self = COR_CONTEXT_HOST (object);

  switch ((CorContextHostProperty) prop_id)
    {
    case PROP_CONTEXT_VISIBLE:
      g_value_set_boolean (value, cor_context_host_get_context_visible (self));
      break;
    case PROP_WIDE:
      g_value_set_boolean (value, self->is_wide);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cor_context_host_dispose (GObject *object)
{
  CorContextHost *self = COR_CONTEXT_HOST (object);

  g_clear_handle_id (&self->notify_source, g_source_remove);
  g_clear_pointer (&self->detail, gtk_widget_unparent);
  g_clear_pointer (&self->scrim, gtk_widget_unparent);
  g_clear_pointer (&self->context, gtk_widget_unparent);

  G_OBJECT_CLASS (cor_context_host_parent_class)->dispose (object);
}

static void
cor_context_host_class_init (CorContextHostClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cor_context_host_dispose;
  object_class->get_property = cor_context_host_get_property;
  widget_class->measure = cor_context_host_measure;
  widget_class->size_allocate = cor_context_host_size_allocate;

  properties[PROP_CONTEXT_VISIBLE] = g_param_spec_boolean ("context-visible", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_WIDE] = g_param_spec_boolean ("wide", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_css_name (widget_class, "corcontexthost");
}

static void
cor_context_host_init (CorContextHost *self)
{
  self->column_open = TRUE;
  self->is_wide = self->was_wide = TRUE;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * cor_context_host_new:
 * @detail: the conversation
 * @context: what belongs to it
 *
 * Returns: (transfer floating): both
 */
GtkWidget *
cor_context_host_new (GtkWidget *detail, GtkWidget *context)
{
  CorContextHost *self = g_object_new (COR_TYPE_CONTEXT_HOST, NULL);
  GtkGesture     *click = gtk_gesture_click_new ();

  self->detail = detail;
  self->scrim = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->context = context;
  gtk_widget_add_css_class (self->scrim, "scrim");
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_scrim_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->scrim, GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_parent (detail, GTK_WIDGET (self));
  gtk_widget_set_parent (self->scrim, GTK_WIDGET (self));
  gtk_widget_set_parent (context, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/**
 * cor_context_host_set_context_visible:
 * @visible: whether the column, or where there is no room for one the sheet, is open
 */
void
cor_context_host_set_context_visible (CorContextHost *self, gboolean visible)
{
  g_return_if_fail (COR_IS_CONTEXT_HOST (self));

  if (visible == cor_context_host_get_context_visible (self))
    return;
  if (self->is_wide)
    self->column_open = visible;
  else
    self->sheet_open = visible;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONTEXT_VISIBLE]);
}

/**
 * cor_context_host_get_context_visible:
 *
 * Returns: whether the column or the sheet is open
 */
gboolean
cor_context_host_get_context_visible (CorContextHost *self)
{
  g_return_val_if_fail (COR_IS_CONTEXT_HOST (self), FALSE);

  return self->is_wide ? self->column_open : self->sheet_open;
}

/**
 * cor_context_host_set_available:
 * @available: whether there is anything to show in the context pane
 *
 * Without it the context is away, whatever was asked for.
 */
void
cor_context_host_set_available (CorContextHost *self, gboolean available)
{
  g_return_if_fail (COR_IS_CONTEXT_HOST (self));

  if (self->available == !!available)
    return;
  self->available = !!available;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONTEXT_VISIBLE]);
}

/**
 * cor_context_host_is_wide:
 *
 * Returns: whether the context is a column of its own
 */
gboolean
cor_context_host_is_wide (CorContextHost *self)
{
  g_return_val_if_fail (COR_IS_CONTEXT_HOST (self), FALSE);

  return self->is_wide;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-page-split"

#include "config.h"

#include "cor-page-split.h"

/*
 * CorPageSplit: list, what is chosen of it, and notes at its side, beside each other as far as there is room: the notes
 * go first, then one of list and detail is shown at a time.
 *
 * CSS nodes: corpagesplit > .list, .detail, .aside
 */
struct _CorPageSplit
{
  GtkWidget parent_instance;

  GtkWidget *list;   /* owned: child */
  GtkWidget *detail; /* owned: child */
  GtkWidget *aside;  /* owned: child */
  guint      notify_source;
  guint      is_folded : 1;
  guint      was_folded : 1; /* as it was last told */
  guint      shows_detail : 1;
};

/* px: 378 of the 1236 beside the sidebar, less where the window is small */
#define LIST_MAX 378
#define LIST_MIN 300
#define ASIDE_WIDTH 252
#define DETAIL_MIN 420
#define PAGE_MIN 360
#define NORMAL_DPI (96 * 1024)

G_DEFINE_FINAL_TYPE (CorPageSplit, cor_page_split, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_FOLDED = 1
} CorPageSplitProperty;

static GParamSpec *properties[PROP_FOLDED + 1];

static gboolean
on_notify (gpointer user_data)
{
  CorPageSplit *self = user_data;

  self->notify_source = 0;
  if (self->was_folded != self->is_folded)
    {
      self->was_folded = self->is_folded;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
    }
  return G_SOURCE_REMOVE;
}

static void
place (GtkWidget *child, gboolean is_rtl, int whole, int x, int width, int height)
{
  GtkAllocation area = { is_rtl ? whole - x - width : x, 0, width, height };

  gtk_widget_set_child_visible (child, width > 0);
  if (width > 0)
    gtk_widget_size_allocate (child, &area, -1);
}

/* Larger letters need more room: @width is meant for those of ordinary size. */
static int
scale (CorPageSplit *self, int width)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return dpi > NORMAL_DPI ? (int) ((gint64) width * dpi / NORMAL_DPI) : width;
}

static int
get_minimum (GtkWidget *child)
{
  int minimum = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static void
cor_page_split_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  CorPageSplit *self = COR_PAGE_SPLIT (widget);
  int           least = 0, wish = 0;

  gtk_widget_measure (self->detail, orientation, -1, &least, &wish, NULL, NULL);
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MAX (PAGE_MIN, MAX (least, get_minimum (self->list)));
  else
    {
      *minimum = least;
      *natural = wish;
    }
}

static void
cor_page_split_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CorPageSplit *self = COR_PAGE_SPLIT (widget);
  gboolean      is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int           list = MAX (CLAMP (width * 31 / 100, scale (self, LIST_MIN), scale (self, LIST_MAX)), get_minimum (self->list));
  int           detail_min = MAX (scale (self, DETAIL_MIN), get_minimum (self->detail));
  int           aside = MAX (scale (self, ASIDE_WIDTH), get_minimum (self->aside));

  self->is_folded = width < list + detail_min;
  if (self->is_folded != self->was_folded && self->notify_source == 0)                   /* never from inside a layout */
    self->notify_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_notify, self, NULL); /* before it is drawn */
  if (self->is_folded)
    {
      place (self->list, is_rtl, width, 0, self->shows_detail ? 0 : width, height);
      place (self->detail, is_rtl, width, 0, self->shows_detail ? width : 0, height);
      place (self->aside, is_rtl, width, 0, 0, height);
      return;
    }
  if (width < list + detail_min + aside || !gtk_widget_get_visible (self->aside))
    aside = 0;
  place (self->list, is_rtl, width, 0, list, height);
  place (self->detail, is_rtl, width, list, width - list - aside, height);
  place (self->aside, is_rtl, width, width - aside, aside, height);
}

static void
cor_page_split_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((CorPageSplitProperty) prop_id)
    {
    case PROP_FOLDED:
      g_value_set_boolean (value, COR_PAGE_SPLIT (object)->is_folded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cor_page_split_dispose (GObject *object)
{
  CorPageSplit *self = COR_PAGE_SPLIT (object);

  g_clear_handle_id (&self->notify_source, g_source_remove);
  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_pointer (&self->detail, gtk_widget_unparent);
  g_clear_pointer (&self->aside, gtk_widget_unparent);

  G_OBJECT_CLASS (cor_page_split_parent_class)->dispose (object);
}

static void
cor_page_split_class_init (CorPageSplitClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cor_page_split_dispose;
  object_class->get_property = cor_page_split_get_property;
  widget_class->measure = cor_page_split_measure;
  widget_class->size_allocate = cor_page_split_size_allocate;

  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_css_name (widget_class, "corpagesplit");
}

static void
cor_page_split_init (CorPageSplit *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * cor_page_split_set_children:
 * @list: (transfer floating): at the start
 * @detail: (transfer floating): what is chosen of it
 * @aside: (transfer floating): notes, which do without a place first; not there while it is not visible
 *
 * To be called once, before it is shown.
 */
void
cor_page_split_set_children (CorPageSplit *self, GtkWidget *list, GtkWidget *detail, GtkWidget *aside)
{
  g_return_if_fail (COR_IS_PAGE_SPLIT (self) && self->list == NULL);

  self->list = list;
  self->detail = detail;
  self->aside = aside;
  gtk_widget_add_css_class (list, "list");
  gtk_widget_add_css_class (detail, "detail");
  gtk_widget_add_css_class (aside, "aside");
  gtk_widget_set_parent (list, GTK_WIDGET (self));
  gtk_widget_set_parent (detail, GTK_WIDGET (self));
  gtk_widget_set_parent (aside, GTK_WIDGET (self));
}

/**
 * cor_page_split_show_detail:
 * @shown: where there is room for one only: the detail, not the list
 */
void
cor_page_split_show_detail (CorPageSplit *self, gboolean shown)
{
  g_return_if_fail (COR_IS_PAGE_SPLIT (self));

  if (self->shows_detail == !!shown)
    return;
  self->shows_detail = !!shown;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

/**
 * cor_page_split_is_folded:
 *
 * Returns: whether list and detail are not side by side
 */
gboolean
cor_page_split_is_folded (CorPageSplit *self)
{
  g_return_val_if_fail (COR_IS_PAGE_SPLIT (self), FALSE);

  return self->is_folded;
}

/**
 * cor_page_split_is_detail_shown:
 *
 * Returns: whether the detail is on screen, folded or not
 */
gboolean
cor_page_split_is_detail_shown (CorPageSplit *self)
{
  g_return_val_if_fail (COR_IS_PAGE_SPLIT (self), FALSE);

  return !self->is_folded || self->shows_detail;
}

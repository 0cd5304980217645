/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-article-scroller"

#include "config.h"

#include "cor-article-scroller.h"

#include <adwaita.h>

/*
 * CorArticleScroller: what may be wider than the article and then scrolls sideways. A GtkScrolledWindow wants the
 * height that its child has when it is narrowest; here it is the height at the width that there is.
 *
 * CSS nodes: corarticlescroller > scrolledwindow
 */
struct _CorArticleScroller
{
  GtkWidget parent_instance;

  GtkWidget *scrolled; /* child */
  GtkWidget *inner;    /* borrowed: scrolled */
};

G_DEFINE_FINAL_TYPE (CorArticleScroller, cor_article_scroller, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
get_holder_mode (GtkWidget *holder)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Without a width it has no height, so that the scrolled window makes do with what it is given. */
static void
measure_holder (GtkWidget *holder, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL || for_size >= 0)
    gtk_widget_measure (gtk_widget_get_first_child (holder), orientation, for_size, minimum, natural, NULL, NULL);
}

static void
allocate_holder (GtkWidget *holder, int width, int height, int baseline)
{
  gtk_widget_allocate (gtk_widget_get_first_child (holder), width, height, baseline, NULL);
}

static GtkSizeRequestMode
cor_article_scroller_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
cor_article_scroller_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  CorArticleScroller *self = COR_ARTICLE_SCROLLER (widget);
  int                 least_width = 0;
  int                 wanted_width = 0;

  gtk_widget_measure (self->inner, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, &wanted_width, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->scrolled, GTK_ORIENTATION_HORIZONTAL, -1, minimum, NULL, NULL, NULL);
      *natural = MAX (*minimum, wanted_width);
      return;
    }
  gtk_widget_measure (self->inner, GTK_ORIENTATION_VERTICAL, MAX (for_size < 0 ? wanted_width : for_size, least_width), minimum, NULL, NULL, NULL);
  *natural = *minimum;
}

static void
cor_article_scroller_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (COR_ARTICLE_SCROLLER (widget)->scrolled, width, height, baseline, NULL);
}

static void
cor_article_scroller_dispose (GObject *object)
{
  g_clear_pointer (&COR_ARTICLE_SCROLLER (object)->scrolled, gtk_widget_unparent);

  G_OBJECT_CLASS (cor_article_scroller_parent_class)->dispose (object);
}

static void
cor_article_scroller_class_init (CorArticleScrollerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_article_scroller_dispose;
  widget_class->get_request_mode = cor_article_scroller_get_request_mode;
  widget_class->measure = cor_article_scroller_measure;
  widget_class->size_allocate = cor_article_scroller_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "corarticlescroller");
}

static void
cor_article_scroller_init (CorArticleScroller *self)
{
}

/**
 * cor_article_scroller_new:
 * @child: (transfer floating): what is shown
 *
 * Returns: (transfer floating): @child in a frame with round corners
 */
GtkWidget *
cor_article_scroller_new (GtkWidget *child)
{
  CorArticleScroller *self = g_object_new (COR_TYPE_ARTICLE_SCROLLER, "overflow", GTK_OVERFLOW_HIDDEN, NULL);
  GtkWidget          *holder = adw_bin_new ();

  self->scrolled = gtk_scrolled_window_new ();
  self->inner = child;
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_widget_set_layout_manager (holder, gtk_custom_layout_new (get_holder_mode, measure_holder, allocate_holder));
  adw_bin_set_child (ADW_BIN (holder), child);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), holder);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/**
 * cor_article_scroller_reveal:
 * @descendant: something in it that has its place
 *
 * Scrolls sideways until it is seen.
 */
void
cor_article_scroller_reveal (CorArticleScroller *self, GtkWidget *descendant)
{
  GtkAdjustment  *adjustment = NULL;
  graphene_rect_t bounds;

  g_return_if_fail (COR_IS_ARTICLE_SCROLLER (self));

  adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  if (gtk_widget_compute_bounds (descendant, self->inner, &bounds))
    gtk_adjustment_clamp_page (adjustment, (double) bounds.origin.x, (double) (bounds.origin.x + bounds.size.width));
}

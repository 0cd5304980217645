/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-timeline-follow"

#include "config.h"

#include "cor-timeline-follow.h"
#include "cor-timeline-row.h"

#define NEAR_END 12 /* px from the bottom that still count as the bottom */
#define MAX_TRIES 8 /* heights that are estimated become known within three */

/*
 * CorTimelineFollow: where a timeline stands. It follows the newest message: shows its end, or its beginning
 * where it is taller than the view. It goes on following until the agent scrolls away, and again when she
 * scrolls to the end. Meanwhile nothing moves, and what comes in is counted.
 *
 * The list is scrolled right after a layout, before that frame is drawn: at any other time it may hold rows
 * that have no place yet, and GtkListView refuses to scroll among them ("failed to scroll").
 *
 * "changed": whether it follows, or how much is new. Owned by the view that owns the two widgets.
 */
struct _CorTimelineFollow
{
  GObject parent_instance;

  GtkScrolledWindow *scrolled;                /* borrowed */
  GtkListView       *list;                    /* borrowed: scrolled */
  CorTimeline       *timeline;                /* owned, or NULL */
  GdkFrameClock     *clock;                   /* owned while the list is realized */
  double             known_upper, known_page; /* of the last layout: a value that moves with them was not the agent's */
  gint64             seen;                    /* the newest message when it stopped following */
  guint              n_new;
  guint              tries; /* layouts after which it is still to be put where it belongs; 0: it stands there */
  guint              is_following : 1;
  guint              is_in_layout : 1;
  guint              is_placing : 1;
};

G_DEFINE_FINAL_TYPE (CorTimelineFollow, cor_timeline_follow, G_TYPE_OBJECT)

static guint changed_signal;

static GtkAdjustment *
get_adjustment (CorTimelineFollow *self)
{
  return gtk_scrolled_window_get_vadjustment (self->scrolled);
}

/* The newest message of any channel that the server has, and how many that are not the agent's own stand behind
 * @seen; what waits to be sent stands last, whatever comes in. */
static gint64
find_newest (CorTimelineFollow *self,
             gint64             seen,
             guint             *n_new)
{
  GListModel *rows = G_LIST_MODEL (self->timeline);
  gint64      newest = 0;

  *n_new = 0;
  for (guint i = g_list_model_get_n_items (rows); i > 0; i--)
    {
      g_autoptr (CorTimelineItem) item = g_list_model_get_item (rows, i - 1);
      const CorTimelineEntry *entry = cor_timeline_item_get_entry (item);

      if (entry == NULL || entry->intent != 0)
        continue;
      if (newest == 0)
        newest = entry->id;
      if (seen == 0 || entry->id == seen)
        return newest;
      *n_new += !entry->is_mine && entry->kind != COR_MESSAGE_ACTIVITY;
    }
  *n_new = 0; /* it is another conversation */
  return newest;
}

static void
set_following (CorTimelineFollow *self,
               gboolean           is_following)
{
  guint n_new = 0;

  if (!is_following && self->is_following)
    self->seen = find_newest (self, 0, &n_new);
  else if (!is_following)
    find_newest (self, self->seen, &n_new);
  if (self->is_following == is_following && self->n_new == n_new)
    return;
  self->is_following = is_following;
  self->n_new = n_new;
  g_signal_emit (self, changed_signal, 0);
}

/* The row of the newest message, or NULL when it is far from sight. */
static GtkWidget *
find_newest_row (CorTimelineFollow *self)
{
  GListModel *rows = G_LIST_MODEL (self->timeline);
  guint       n = g_list_model_get_n_items (rows);
  g_autoptr (CorTimelineItem) last = n > 0 ? g_list_model_get_item (rows, n - 1) : NULL;

  for (GtkWidget *child = gtk_widget_get_last_child (GTK_WIDGET (self->list)); child != NULL; child = gtk_widget_get_prev_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);

      if (COR_IS_TIMELINE_ROW (row) && cor_timeline_row_get_item (COR_TIMELINE_ROW (row)) == last)
        return child;
    }
  return NULL;
}

/* Whether the newest message stands where it belongs; moves it towards that if not. */
static gboolean
place (CorTimelineFollow *self)
{
  GtkAdjustment  *adjustment = get_adjustment (self);
  double          value = gtk_adjustment_get_value (adjustment);
  double          target = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  GtkWidget      *row = find_newest_row (self);
  graphene_rect_t bounds;

  /* a row far from sight has no place: it gets one in the layout after this */
  if (row != NULL && gtk_widget_get_height (row) > 0 && gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &bounds))
    target = MIN (target, value + bounds.origin.y);
  target = MAX (target, 0);
  if (ABS (target - value) < 1)
    return TRUE;
  self->is_placing = TRUE;
  gtk_adjustment_set_value (adjustment, target);
  self->is_placing = FALSE;
  return FALSE;
}

/* Nobody but the layout scrolls between these two, and neither is always there. */
static void
on_layout_near (CorTimelineFollow *self)
{
  self->is_in_layout = TRUE;
}

static void
on_layout_far (CorTimelineFollow *self)
{
  self->is_in_layout = FALSE;
}

/* The rows have their places now; what moves them here is drawn in this frame still. */
static void
on_laid_out (CorTimelineFollow *self)
{
  GtkAdjustment *adjustment = get_adjustment (self);

  self->is_in_layout = FALSE;
  self->known_upper = gtk_adjustment_get_upper (adjustment);
  self->known_page = gtk_adjustment_get_page_size (adjustment);
  if (self->tries == 0 || !self->is_following || !gtk_widget_get_mapped (GTK_WIDGET (self->list)) || g_list_model_get_n_items (G_LIST_MODEL (self->timeline)) == 0)
    return;
  self->tries = place (self) ? 0 : self->tries - 1;
}

static void
on_realized (CorTimelineFollow *self)
{
  self->clock = g_object_ref (gtk_widget_get_frame_clock (GTK_WIDGET (self->scrolled)));
  g_signal_connect_object (self->clock, "before-paint", G_CALLBACK (on_layout_near), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->clock, "update", G_CALLBACK (on_layout_far), self, G_CONNECT_SWAPPED); /* kinetic scrolling */
  g_signal_connect_object (self->clock, "update", G_CALLBACK (on_layout_near), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->clock, "layout", G_CALLBACK (on_laid_out), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->clock, "after-paint", G_CALLBACK (on_layout_far), self, G_CONNECT_SWAPPED);
}

static void
on_unrealized (CorTimelineFollow *self)
{
  if (self->clock != NULL)
    g_signal_handlers_disconnect_by_data (self->clock, self);
  g_clear_object (&self->clock);
}

static void
on_value_changed (CorTimelineFollow *self)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  double         upper = gtk_adjustment_get_upper (adjustment), page = gtk_adjustment_get_page_size (adjustment);

  if (self->is_placing || self->is_in_layout || upper != self->known_upper || page != self->known_page || self->timeline == NULL)
    return; /* layout moved it, or we did */
  set_following (self, gtk_adjustment_get_value (adjustment) + page >= upper - NEAR_END);
}

static void
on_size_changed (CorTimelineFollow *self)
{
  self->tries = MAX_TRIES;
}

static void
on_loaded (CorTimelineFollow *self)
{
  if (self->is_following)
    cor_timeline_follow_begin (self);
  else
    set_following (self, FALSE);
}

static void
cor_timeline_follow_dispose (GObject *object)
{
  CorTimelineFollow *self = COR_TIMELINE_FOLLOW (object);

  on_unrealized (self);
  g_clear_object (&self->timeline);

  G_OBJECT_CLASS (cor_timeline_follow_parent_class)->dispose (object);
}

static void
cor_timeline_follow_class_init (CorTimelineFollowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cor_timeline_follow_dispose;

  changed_signal = g_signal_new ("changed", COR_TYPE_TIMELINE_FOLLOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cor_timeline_follow_init (CorTimelineFollow *self)
{
  self->is_following = TRUE;
}

/**
 * cor_timeline_follow_new:
 * @scrolled: (transfer none): not realized yet; has to outlive it
 * @list: (transfer none): its child, of #CorTimelineRow
 *
 * Returns: (transfer full): one that follows
 */
CorTimelineFollow *
cor_timeline_follow_new (GtkScrolledWindow *scrolled,
                         GtkListView       *list)
{
  CorTimelineFollow *self = g_object_new (COR_TYPE_TIMELINE_FOLLOW, NULL);

  self->scrolled = scrolled;
  self->list = list;
  g_signal_connect_object (scrolled, "realize", G_CALLBACK (on_realized), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (scrolled, "unrealize", G_CALLBACK (on_unrealized), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_adjustment (self), "value-changed", G_CALLBACK (on_value_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_adjustment (self), "changed", G_CALLBACK (on_size_changed), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * cor_timeline_follow_set_timeline:
 * @timeline: (transfer none): what the list shows
 *
 * To be called once.
 */
void
cor_timeline_follow_set_timeline (CorTimelineFollow *self,
                                  CorTimeline       *timeline)
{
  g_return_if_fail (COR_IS_TIMELINE_FOLLOW (self) && self->timeline == NULL);

  self->timeline = g_object_ref (timeline);
  g_signal_connect_object (timeline, "loaded", G_CALLBACK (on_loaded), self, G_CONNECT_SWAPPED);
}

/**
 * cor_timeline_follow_begin:
 *
 * Goes to the newest message, and follows from now on.
 */
void
cor_timeline_follow_begin (CorTimelineFollow *self)
{
  guint n;

  g_return_if_fail (COR_IS_TIMELINE_FOLLOW (self) && self->timeline != NULL);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->timeline));
  self->tries = MAX_TRIES;
  /* the list finds the rows around it at its next layout */
  if (n > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", n - 1);
  set_following (self, TRUE);
}

/**
 * cor_timeline_follow_is_following:
 *
 * Returns: whether the newest message is in sight, and will be when another one comes
 */
gboolean
cor_timeline_follow_is_following (CorTimelineFollow *self)
{
  g_return_val_if_fail (COR_IS_TIMELINE_FOLLOW (self), FALSE);

  return self->is_following;
}

/**
 * cor_timeline_follow_get_n_new:
 *
 * Returns: how many messages have come in since it stopped following
 */
guint
cor_timeline_follow_get_n_new (CorTimelineFollow *self)
{
  g_return_val_if_fail (COR_IS_TIMELINE_FOLLOW (self), 0);

  return self->n_new;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-thread-change"

#include "config.h"

#include "cor-thread-change.h"

/**
 * cor_thread_change_belongs:
 * @view: a view by flags
 *
 * Returns: whether the conversation is in the view now
 */
gboolean
cor_thread_change_belongs (const CorThreadChange *self, const CorView *view)
{
  guint32 views = self->new_views;

  return (views & cor_view_get_flags (view)) != 0 &&
         (view->filter != COR_FILTER_UNREAD || (views & COR_VIEW_IN_UNREAD) != 0) &&
         (view->filter != COR_FILTER_WAITING || (views & COR_VIEW_IN_WAITING) != 0) &&
         (view->kind != COR_VIEW_CHANNEL || self->channel == (guint) view->channel);
}

/**
 * cor_thread_change_get_place:
 *
 * Returns: where the conversation stands in the order of @view, if it is there
 */
CorThreadPlace
cor_thread_change_get_place (const CorThreadChange *self, const CorView *view)
{
  return (CorThreadPlace){ view->sort == COR_SORT_DUE ? self->new_due_at : -self->new_activity_at, self->conversation };
}

/**
 * cor_thread_change_get_old_place:
 *
 * Returns: where it stood before
 */
CorThreadPlace
cor_thread_change_get_old_place (const CorThreadChange *self, const CorView *view)
{
  return (CorThreadPlace){ view->sort == COR_SORT_DUE ? self->old_due_at : -self->old_activity_at, self->conversation };
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-timeline-item"

#include "config.h"

#include "cor-timeline-item.h"

/*
 * CorTimelineItem: one row of a timeline. A message keeps its item while its delivery or the intent
 * behind it moves on, so that a list keeps its row, its selection and its place; "changed" tells of
 * it. Main thread only.
 */
struct _CorTimelineItem
{
  GObject parent_instance;

  CorTimelineItemKind kind;
  gint64              at;    /* seconds since the epoch */
  CorTimelineEntry   *entry; /* owned; messages only */
};

G_DEFINE_FINAL_TYPE (CorTimelineItem, cor_timeline_item, G_TYPE_OBJECT)

static guint changed_signal;

static gboolean
attachments_equal (GPtrArray *a,
                   GPtrArray *b)
{
  guint n = a ? a->len : 0;

  if (n != (b ? b->len : 0))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const CorAttachmentRecord *one = g_ptr_array_index (a, i);
      const CorAttachmentRecord *other = g_ptr_array_index (b, i);

      if (g_strcmp0 (one->remote_id, other->remote_id) != 0 || g_strcmp0 (one->file_name, other->file_name) != 0 ||
          g_strcmp0 (one->url, other->url) != 0 || one->size != other->size)
        return FALSE;
    }
  return TRUE;
}

static gboolean
translations_equal (const CorTimelineEntry *a,
                    const CorTimelineEntry *b)
{
  const CorTranslation *one = a->translation;
  const CorTranslation *other = b->translation;

  if ((one == NULL) != (other == NULL) || a->foreign_language != b->foreign_language || a->has_translator != b->has_translator ||
      a->is_translated_always != b->is_translated_always || g_strcmp0 (a->original, b->original) != 0)
    return FALSE;
  return one == NULL || (one->state == other->state && g_strcmp0 (one->result, other->result) == 0 && one->error_code == other->error_code);
}

/* Whether both look the same on screen. */
static gboolean
entries_equal (const CorTimelineEntry *a,
               const CorTimelineEntry *b)
{
  return a->channel == b->channel && a->kind == b->kind && a->sender_kind == b->sender_kind &&
         a->delivery == b->delivery && a->created_at == b->created_at && a->is_private == b->is_private &&
         a->is_deleted == b->is_deleted && a->is_mine == b->is_mine && a->rating == b->rating &&
         a->intent == b->intent && a->state == b->state && a->hold == b->hold &&
         a->not_before == b->not_before && a->is_duplicate == b->is_duplicate &&
         g_strcmp0 (a->sender_name, b->sender_name) == 0 && g_strcmp0 (a->content, b->content) == 0 &&
         g_strcmp0 (a->full_content, b->full_content) == 0 && g_strcmp0 (a->subject, b->subject) == 0 &&
         g_strcmp0 (a->quoted, b->quoted) == 0 && g_strcmp0 (a->quoted_name, b->quoted_name) == 0 &&
         g_strcmp0 (a->error, b->error) == 0 && g_strcmp0 (a->detail, b->detail) == 0 &&
         attachments_equal (a->attachments, b->attachments) && translations_equal (a, b);
}

static void
cor_timeline_item_finalize (GObject *object)
{
  CorTimelineItem *self = COR_TIMELINE_ITEM (object);

  g_clear_pointer (&self->entry, cor_timeline_entry_unref);

  G_OBJECT_CLASS (cor_timeline_item_parent_class)->finalize (object);
}

static void
cor_timeline_item_class_init (CorTimelineItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cor_timeline_item_finalize;

  changed_signal = g_signal_new ("changed", COR_TYPE_TIMELINE_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cor_timeline_item_init (CorTimelineItem *self)
{
}

/**
 * cor_timeline_item_new:
 * @kind: anything but a message
 * @at: the moment it stands for, seconds since the epoch
 *
 * Returns: (transfer full): a row that is not a message
 */
CorTimelineItem *
cor_timeline_item_new (CorTimelineItemKind kind,
                       gint64              at)
{
  CorTimelineItem *self = g_object_new (COR_TYPE_TIMELINE_ITEM, NULL);

  g_return_val_if_fail (kind != COR_TIMELINE_MESSAGE, self);

  self->kind = kind;
  self->at = at;
  return self;
}

/**
 * cor_timeline_item_new_message:
 * @entry: (transfer none): what the store holds of it
 *
 * Returns: (transfer full): the row of a message
 */
CorTimelineItem *
cor_timeline_item_new_message (CorTimelineEntry *entry)
{
  CorTimelineItem *self = g_object_new (COR_TYPE_TIMELINE_ITEM, NULL);

  self->kind = COR_TIMELINE_MESSAGE;
  self->at = entry->created_at;
  self->entry = cor_timeline_entry_ref (entry);
  return self;
}

/**
 * cor_timeline_item_get_kind:
 *
 * Returns: what sort of row it is; constant
 */
CorTimelineItemKind
cor_timeline_item_get_kind (CorTimelineItem *self)
{
  g_return_val_if_fail (COR_IS_TIMELINE_ITEM (self), COR_TIMELINE_LOADING);

  return self->kind;
}

/**
 * cor_timeline_item_get_at:
 *
 * Returns: the moment of the message, of the mark, or some moment of the day; seconds since the epoch
 */
gint64
cor_timeline_item_get_at (CorTimelineItem *self)
{
  g_return_val_if_fail (COR_IS_TIMELINE_ITEM (self), 0);

  return self->at;
}

/**
 * cor_timeline_item_get_entry:
 *
 * Returns: (transfer none) (nullable): the message, until the next "changed"; %NULL for other rows
 */
CorTimelineEntry *
cor_timeline_item_get_entry (CorTimelineItem *self)
{
  g_return_val_if_fail (COR_IS_TIMELINE_ITEM (self), NULL);

  return self->entry;
}

/**
 * cor_timeline_item_take_entry:
 * @entry: (transfer none): a newer reading of the same message
 *
 * Emits "changed" only when something that is shown differs.
 *
 * Returns: whether it did
 */
gboolean
cor_timeline_item_take_entry (CorTimelineItem  *self,
                              CorTimelineEntry *entry)
{
  g_autoptr (CorTimelineEntry) old = NULL;

  g_return_val_if_fail (COR_IS_TIMELINE_ITEM (self) && self->entry != NULL, FALSE);

  if (self->entry == entry)
    return FALSE;
  old = g_steal_pointer (&self->entry);
  self->entry = cor_timeline_entry_ref (entry);
  self->at = entry->created_at;
  if (entries_equal (old, entry))
    return FALSE;
  g_signal_emit (self, changed_signal, 0);
  return TRUE;
}

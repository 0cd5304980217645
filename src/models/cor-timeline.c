/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-timeline"

#include "config.h"

#include "cor-timeline.h"

#include "cor-date.h"
#include "cor-result.h"

#define FIRST_PAGE 60 /* what fits several screens, and is made into widgets within a frame or two */
#define NEXT_PAGE 200
#define SLACK 50 /* of what may have come in since: it must not push out the oldest row while that is being read */

/*
 * CorTimeline: what was said in a conversation, or in all of its customer, oldest first: a GListModel
 * of CorTimelineItem with a row above each day. It follows the store. Main thread only.
 *
 * "loaded": the content is that of the store now; emitted after each reading, also when nothing changed.
 */
struct _CorTimeline
{
  CorObjectList parent_instance;

  CorStore     *store;     /* owned; NULL where pages are given by hand */
  GTimeZone    *time_zone; /* owned */
  GCancellable *reading;   /* owned, of all readings of what is open */
  GHashTable   *by_id;     /* gint64 of the message → CorTimelineItem, borrowed from items */
  GHashTable   *days;      /* day number → CorTimelineItem, owned: their identity */
  GHashTable   *shown;     /* gint64 of the conversations with a message here */

  CorTimelineItem *mark;    /* owned, or NULL */
  CorTimelineItem *loading; /* owned */

  gint64 conversation;
  gint64 oldest;   /* local id of the first message shown, 0 none */
  gint64 mark_at;  /* the mark stands above the first message after this moment; 0 none */
  guint  n_unread; /* of which the mark is still to be found */
  guint  limit;
  guint  n_asked, n_taken; /* readings: a later one may overtake an earlier one */
  guint  is_merged : 1;
  guint  is_loaded : 1;
  guint  has_older : 1;
  guint  has_remote : 1;
  guint  is_loading_older : 1;
  guint  hides_waiting : 1;
  guint  wants_older : 1; /* the next page may begin earlier */
};

static guint loaded_signal;

G_DEFINE_FINAL_TYPE (CorTimeline, cor_timeline, COR_TYPE_OBJECT_LIST)

/* A number of the day in the agent's zone. */
static int
get_day (CorTimeline *self,
         gint64       at)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at);
  g_autoptr (GDateTime) here = utc ? g_date_time_to_timezone (utc, self->time_zone) : NULL;
  GDate day;

  if (here == NULL)
    return 0;
  cor_date_set_moment (&day, here);
  return (int) g_date_get_julian (&day);
}

static CorTimelineItem *
ensure_day (CorTimeline *self,
            int          day,
            gint64       at)
{
  CorTimelineItem *item = g_hash_table_lookup (self->days, GINT_TO_POINTER (day));

  if (item == NULL)
    {
      item = cor_timeline_item_new (COR_TIMELINE_DAY, at);
      g_hash_table_insert (self->days, GINT_TO_POINTER (day), item);
    }
  return item;
}

/* The row of a message, the same object as long as the message is shown. */
static CorTimelineItem *
dup_message (CorTimeline      *self,
             CorTimelineEntry *entry)
{
  CorTimelineItem *item = g_hash_table_lookup (self->by_id, &entry->id);

  if (item == NULL)
    return cor_timeline_item_new_message (entry);
  cor_timeline_item_take_entry (item, entry);
  return g_object_ref (item);
}

/* The mark is put above the unread messages of the opening and stays there while new ones come in. */
static void
find_unread (CorTimeline *self,
             GPtrArray   *entries)
{
  guint n = self->n_unread;

  if (n == 0)
    return;
  for (guint i = entries->len; i > 0; i--)
    {
      const CorTimelineEntry *entry = g_ptr_array_index (entries, i - 1);

      if (entry->conversation != self->conversation || entry->kind != COR_MESSAGE_INCOMING)
        continue;
      self->mark_at = entry->created_at - 1;
      if (--n == 0)
        break;
    }
  self->n_unread = 0;
}

static void
index_messages (CorTimeline *self)
{
  GPtrArray *items = cor_object_list_get_items (COR_OBJECT_LIST (self));

  g_hash_table_remove_all (self->by_id);
  g_hash_table_remove_all (self->shown);
  for (guint i = 0; i < items->len; i++)
    {
      CorTimelineItem  *item = items->pdata[i];
      CorTimelineEntry *entry = cor_timeline_item_get_entry (item);

      if (entry == NULL)
        continue;
      g_hash_table_insert (self->by_id, g_memdup2 (&entry->id, sizeof entry->id), item);
      g_hash_table_add (self->shown, g_memdup2 (&entry->conversation, sizeof entry->conversation));
    }
}

/* Where the page begins that is shown: what is older than that comes when the agent goes there. */
static guint
find_beginning (CorTimeline *self,
                GPtrArray   *entries)
{
  for (guint i = 0; !self->wants_older && self->oldest != 0 && i < entries->len; i++)
    if (((const CorTimelineEntry *) g_ptr_array_index (entries, i))->id == self->oldest)
      return i;
  return 0;
}

static GPtrArray *
make_items (CorTimeline *self,
            GPtrArray   *entries,
            guint        from)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  int      last_day = 0;
  gboolean is_marked = self->mark_at == 0;

  if (self->is_loading_older)
    g_ptr_array_add (items, g_object_ref (self->loading));
  for (guint i = from; i < entries->len; i++)
    {
      CorTimelineEntry *entry = g_ptr_array_index (entries, i);
      int               day = get_day (self, entry->created_at);

      if (self->hides_waiting && entry->intent != 0)
        continue;
      /* a waiting reply stands last, also one that was written before what came in since */
      if (day > last_day)
        g_ptr_array_add (items, g_object_ref (ensure_day (self, day, entry->created_at)));
      last_day = MAX (day, last_day);
      if (!is_marked && entry->created_at > self->mark_at && entry->intent == 0)
        {
          if (self->mark == NULL)
            self->mark = cor_timeline_item_new (COR_TIMELINE_MARK, self->mark_at);
          g_ptr_array_add (items, g_object_ref (self->mark));
          is_marked = TRUE;
        }
      g_ptr_array_add (items, dup_message (self, entry));
    }
  return g_steal_pointer (&items);
}

static void
take_entries (CorTimeline *self,
              GPtrArray   *entries)
{
  g_autoptr (GPtrArray) wanted = NULL;
  guint from = find_beginning (self, entries);

  self->has_older = self->has_older || from > 0;
  self->oldest = entries->len > 0 ? ((const CorTimelineEntry *) g_ptr_array_index (entries, from))->id : 0;
  find_unread (self, entries);
  wanted = make_items (self, entries, from);
  cor_object_list_set_items (COR_OBJECT_LIST (self), wanted);
  index_messages (self);
}

/* Shows or hides the row that says older messages are coming, alone. */
static void
set_loading_older (CorTimeline *self,
                   gboolean     is_loading)
{
  GPtrArray *items = cor_object_list_get_items (COR_OBJECT_LIST (self));
  gboolean   is_shown = items->len > 0 && items->pdata[0] == self->loading;

  self->is_loading_older = is_loading;
  if (is_loading && !is_shown)
    cor_object_list_prepend (COR_OBJECT_LIST (self), self->loading);
  else if (!is_loading)
    cor_object_list_remove (COR_OBJECT_LIST (self), self->loading);
}

static void
clear_items (CorTimeline *self)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  g_hash_table_remove_all (self->by_id);
  g_hash_table_remove_all (self->shown);
  g_hash_table_remove_all (self->days);
  g_clear_object (&self->mark);
  self->is_loading_older = FALSE;
  cor_object_list_set_items (COR_OBJECT_LIST (self), none);
}

typedef struct
{
  CorTimeline *timeline; /* owned */
  guint        number;
} Reading;

static void
on_page_loaded (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autofree Reading *reading = user_data;
  g_autoptr (CorTimeline) self = reading->timeline;
  g_autoptr (GError) error = NULL;
  g_autoptr (CorTimelinePage) page = cor_store_load_timeline_finish (COR_STORE (source), result, &error);

  if (cor_result_is_cancelled (result))
    return; /* another conversation was opened */
  if (page == NULL)
    g_debug ("timeline of %" G_GINT64_FORMAT ": %s", self->conversation, error->message);
  if (reading->number <= self->n_taken)
    return;
  self->n_taken = reading->number;
  if (page != NULL)
    cor_timeline_take_page (self, page);
}

static void
read_page (CorTimeline *self)
{
  Reading *reading;

  if (self->store == NULL || self->conversation == 0)
    return;
  if (self->reading == NULL)
    self->reading = g_cancellable_new ();
  reading = g_new0 (Reading, 1);
  reading->timeline = g_object_ref (self);
  reading->number = ++self->n_asked;
  cor_store_load_timeline_async (self->store, self->conversation, self->is_merged, MAX (self->limit, g_hash_table_size (self->by_id) + SLACK), self->reading, on_page_loaded, reading);
}

static gboolean
concerns_us (CorTimeline     *self,
             CorStoreChanges *changes)
{
  if (changes->reset || (changes->topics & COR_TOPIC_TRANSLATIONS) != 0 || cor_store_changes_has_timeline (changes, self->conversation))
    return TRUE;
  for (guint i = 0; self->is_merged && changes->timelines != NULL && i < changes->timelines->len; i++)
    if (g_hash_table_contains (self->shown, &g_array_index (changes->timelines, gint64, i)))
      return TRUE;
  return FALSE;
}

static void
on_history_requested (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (CorTimeline) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!cor_store_request_history_finish (COR_STORE (source), result, &error))
    {
      g_debug ("history: %s", error->message);
      set_loading_older (self, FALSE);
    }
}

static void
on_store_changed (CorTimeline     *self,
                  CorStoreChanges *changes)
{
  if (concerns_us (self, changes))
    read_page (self);
}

static void
cor_timeline_dispose (GObject *object)
{
  CorTimeline *self = COR_TIMELINE (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (cor_timeline_parent_class)->dispose (object);
}

static void
cor_timeline_finalize (GObject *object)
{
  CorTimeline *self = COR_TIMELINE (object);

  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->shown, g_hash_table_unref);
  g_clear_pointer (&self->days, g_hash_table_unref);
  g_clear_pointer (&self->time_zone, g_time_zone_unref);
  g_clear_object (&self->mark);
  g_clear_object (&self->loading);

  G_OBJECT_CLASS (cor_timeline_parent_class)->finalize (object);
}

static void
cor_timeline_class_init (CorTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cor_timeline_dispose;
  object_class->finalize = cor_timeline_finalize;
  COR_OBJECT_LIST_CLASS (klass)->item_type = COR_TYPE_TIMELINE_ITEM;

  loaded_signal = g_signal_new ("loaded", COR_TYPE_TIMELINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cor_timeline_init (CorTimeline *self)
{
  self->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->shown = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->days = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->loading = cor_timeline_item_new (COR_TIMELINE_LOADING, 0);
}

/**
 * cor_timeline_new:
 * @store: (nullable): where to read; %NULL to give pages by cor_timeline_take_page() only
 * @time_zone: in which a day begins
 *
 * Returns: (transfer full): an empty timeline
 */
CorTimeline *
cor_timeline_new (CorStore  *store,
                  GTimeZone *time_zone)
{
  CorTimeline *self = g_object_new (COR_TYPE_TIMELINE, NULL);

  self->time_zone = g_time_zone_ref (time_zone);
  if (store != NULL)
    {
      self->store = g_object_ref (store);
      g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
    }
  return self;
}

/**
 * cor_timeline_open:
 * @conversation: local id, or 0 to show nothing
 * @merged: with what was said in the customer's other conversations
 * @n_unread: how many of the newest incoming messages are unread: the mark goes above them; 0 for no mark
 *
 * Shows another conversation, or the same one otherwise. Answers to what was shown before are dropped.
 */
void
cor_timeline_open (CorTimeline *self,
                   gint64       conversation,
                   gboolean     merged,
                   guint        n_unread)
{
  g_return_if_fail (COR_IS_TIMELINE (self));

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->n_taken = self->n_asked;
  if (conversation != self->conversation || n_unread > 0)
    {
      self->mark_at = 0;
      self->n_unread = n_unread;
    }
  if (conversation != self->conversation)
    clear_items (self);
  self->conversation = conversation;
  self->is_merged = merged;
  self->is_loaded = FALSE;
  self->oldest = 0;
  self->wants_older = FALSE;
  self->has_older = self->has_remote = FALSE;
  self->limit = FIRST_PAGE;
  read_page (self);
}

/**
 * cor_timeline_set_mark_at:
 * @at: seconds since the epoch
 *
 * Puts the mark above the first message after @at, from the next page on.
 */
void
cor_timeline_set_mark_at (CorTimeline *self,
                          gint64       at)
{
  g_return_if_fail (COR_IS_TIMELINE (self));

  g_clear_object (&self->mark);
  self->mark_at = at;
  self->n_unread = 0;
}

/**
 * cor_timeline_set_hides_waiting:
 * @hides_waiting: leave out what the desk does not have
 *
 * For views that show it elsewhere; from the next page on.
 */
void
cor_timeline_set_hides_waiting (CorTimeline *self,
                                gboolean     hides_waiting)
{
  g_return_if_fail (COR_IS_TIMELINE (self));

  self->hides_waiting = !!hides_waiting;
}

/**
 * cor_timeline_clear_mark:
 *
 * Takes the mark away: the agent has answered.
 */
void
cor_timeline_clear_mark (CorTimeline *self)
{
  g_return_if_fail (COR_IS_TIMELINE (self));

  self->mark_at = 0;
  self->n_unread = 0;
  if (self->mark != NULL)
    cor_object_list_remove (COR_OBJECT_LIST (self), self->mark);
  g_clear_object (&self->mark);
}

/**
 * cor_timeline_take_page:
 * @page: (transfer none): a reading of the store
 *
 * Makes the timeline show @page; rows that stay keep their items.
 */
void
cor_timeline_take_page (CorTimeline     *self,
                        CorTimelinePage *page)
{
  gboolean is_longer;

  g_return_if_fail (COR_IS_TIMELINE (self));

  is_longer = page->entries->len > g_hash_table_size (self->by_id);
  if (self->is_loading_older && (is_longer || !page->has_remote))
    self->is_loading_older = FALSE;
  self->has_older = page->has_older;
  self->has_remote = page->has_remote;
  self->is_loaded = TRUE;
  take_entries (self, page->entries);
  if (is_longer && !self->is_loading_older)
    self->wants_older = FALSE;
  g_signal_emit (self, loaded_signal, 0);
}

/**
 * cor_timeline_load_older:
 *
 * Shows more of the past: from the store, and when that is exhausted asks the server for it. Does nothing
 * while that is under way or when there is no more.
 */
void
cor_timeline_load_older (CorTimeline *self)
{
  g_return_if_fail (COR_IS_TIMELINE (self));

  if (!self->is_loaded || self->n_asked > self->n_taken || self->is_loading_older)
    return;
  if (self->has_older)
    {
      self->wants_older = TRUE;
      self->limit = g_hash_table_size (self->by_id) + NEXT_PAGE;
      read_page (self);
    }
  else if (self->has_remote)
    {
      self->wants_older = TRUE;
      set_loading_older (self, TRUE);
      self->limit = g_hash_table_size (self->by_id) + NEXT_PAGE;
      if (self->store != NULL)
        cor_store_request_history_async (self->store, self->conversation, NULL, on_history_requested, g_object_ref (self));
    }
}

/**
 * cor_timeline_get_conversation:
 *
 * Returns: local id of the conversation shown, 0 none
 */
gint64
cor_timeline_get_conversation (CorTimeline *self)
{
  g_return_val_if_fail (COR_IS_TIMELINE (self), 0);

  return self->conversation;
}

/**
 * cor_timeline_is_loaded:
 *
 * Returns: whether the first page of what was opened is here
 */
gboolean
cor_timeline_is_loaded (CorTimeline *self)
{
  g_return_val_if_fail (COR_IS_TIMELINE (self), FALSE);

  return self->is_loaded;
}

/**
 * cor_timeline_has_older:
 *
 * Returns: whether cor_timeline_load_older() could bring more
 */
gboolean
cor_timeline_has_older (CorTimeline *self)
{
  g_return_val_if_fail (COR_IS_TIMELINE (self), FALSE);

  return self->has_older || self->has_remote;
}

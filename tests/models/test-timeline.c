/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-test-main.h"
#include "cor-timeline-lookup.h"
#include "cor-timeline.h"
#include "cor-test-await.h"
#include "cor-test-desk.h"

#define DAY (24 * 60 * 60)
#define NOON G_GINT64_CONSTANT (1687176000) /* 19 June 2023, 12:00 UTC */

/* Pages as the store gives them; the entries are of the store's own kind. */
static CorTimelineEntry *
new_entry (gint64 id,
           gint64 at)
{
  CorTimelineEntry *entry = g_atomic_rc_box_new0 (CorTimelineEntry);

  entry->id = id;
  entry->conversation = 1;
  entry->kind = COR_MESSAGE_INCOMING;
  entry->created_at = at;
  entry->content = g_strdup_printf ("message %" G_GINT64_FORMAT, id);
  return entry;
}

static CorTimelinePage *
new_page (const gint64 *ids) /* ends with 0; a minute between them */
{
  CorTimelinePage *page = g_new0 (CorTimelinePage, 1);

  page->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_timeline_entry_unref);
  for (guint i = 0; ids[i] != 0; i++)
    g_ptr_array_add (page->entries, new_entry (ids[i], NOON + ids[i] * 60));
  return page;
}

/* Keeps a copy of a list by its signals alone, and fails when a signal was wrong. */
typedef struct
{
  GListModel *list;
  GPtrArray  *copy;
  guint       n_signals;
  guint       n_removed, n_added;
} Mirror;

static void
on_items_changed (GListModel *list,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Mirror     *mirror)
{
  mirror->n_signals++;
  mirror->n_removed += removed;
  mirror->n_added += added;
  g_assert_cmpuint (position + removed, <=, mirror->copy->len);
  if (removed > 0)
    g_ptr_array_remove_range (mirror->copy, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (mirror->copy, (int) (position + i), g_list_model_get_item (list, position + i));
  /* at every signal the list is already what the signal says */
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, mirror->copy->len);
  for (guint i = 0; i < mirror->copy->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (list, i);

      g_assert_true (item == g_ptr_array_index (mirror->copy, i));
    }
}

static void
mirror_init (Mirror     *mirror,
             GListModel *list)
{
  mirror->list = list;
  mirror->copy = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed), mirror);
}

static void
mirror_clear (Mirror *mirror)
{
  g_signal_handlers_disconnect_by_data (mirror->list, mirror);
  g_ptr_array_unref (mirror->copy);
}

/* The kinds and numbers of the rows: "D" a day, "N" the mark, "L" loading, else the message. */
static char *
spell (CorTimeline *timeline)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (timeline)); i++)
    {
      g_autoptr (CorTimelineItem) item = g_list_model_get_item (G_LIST_MODEL (timeline), i);

      if (i > 0)
        g_string_append_c (words, ' ');
      switch (cor_timeline_item_get_kind (item))
        {
        case COR_TIMELINE_DAY:
          g_string_append_c (words, 'D');
          break;
        case COR_TIMELINE_MARK:
          g_string_append_c (words, 'N');
          break;
        case COR_TIMELINE_LOADING:
          g_string_append_c (words, 'L');
          break;
        case COR_TIMELINE_MESSAGE:
        default:
          g_string_append_printf (words, "%" G_GINT64_FORMAT, cor_timeline_item_get_entry (item)->id);
        }
    }
  return g_string_free (words, FALSE);
}

static void
assert_rows (CorTimeline *timeline,
             const char  *expected)
{
  g_autofree char *rows = spell (timeline);

  g_assert_cmpstr (rows, ==, expected);
}

static CorTimeline *
new_timeline (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  return cor_timeline_new (NULL, utc);
}

static void
take (CorTimeline  *timeline,
      const gint64 *ids)
{
  g_autoptr (CorTimelinePage) page = new_page (ids);

  cor_timeline_take_page (timeline, page);
}

static void
test_append_is_one_row (void)
{
  g_autoptr (CorTimeline) timeline = new_timeline ();
  g_autoptr (CorTimelineItem) before = NULL;
  g_autoptr (CorTimelineItem) after = NULL;
  Mirror mirror = { 0 };

  mirror_init (&mirror, G_LIST_MODEL (timeline));
  cor_timeline_open (timeline, 1, FALSE, 0);
  take (timeline, (gint64[]){ 1, 2, 3, 0 });
  assert_rows (timeline, "D 1 2 3");
  before = g_list_model_get_item (G_LIST_MODEL (timeline), 2);

  mirror.n_signals = mirror.n_added = mirror.n_removed = 0;
  take (timeline, (gint64[]){ 1, 2, 3, 4, 0 });
  assert_rows (timeline, "D 1 2 3 4");
  g_assert_cmpuint (mirror.n_signals, ==, 1);
  g_assert_cmpuint (mirror.n_added, ==, 1);
  g_assert_cmpuint (mirror.n_removed, ==, 0);
  after = g_list_model_get_item (G_LIST_MODEL (timeline), 2);
  g_assert_true (before == after);
  mirror_clear (&mirror);
}

/* A window that slides: the oldest goes as the newest comes, and nothing between is touched. */
static void
test_slide_touches_the_ends (void)
{
  g_autoptr (CorTimeline) timeline = new_timeline ();
  Mirror mirror = { 0 };

  mirror_init (&mirror, G_LIST_MODEL (timeline));
  cor_timeline_open (timeline, 1, FALSE, 0);
  take (timeline, (gint64[]){ 1, 2, 3, 4, 0 });
  mirror.n_added = mirror.n_removed = 0;
  take (timeline, (gint64[]){ 2, 3, 4, 5, 0 });
  assert_rows (timeline, "D 2 3 4 5");
  g_assert_cmpuint (mirror.n_added, ==, 1);
  g_assert_cmpuint (mirror.n_removed, ==, 1);
  mirror_clear (&mirror);
}

static void
test_prepend_keeps_rows (void)
{
  g_autoptr (CorTimeline) timeline = new_timeline ();
  Mirror mirror = { 0 };

  mirror_init (&mirror, G_LIST_MODEL (timeline));
  cor_timeline_open (timeline, 1, FALSE, 0);
  take (timeline, (gint64[]){ 5, 6, 0 });
  take (timeline, (gint64[]){ 3, 4, 5, 6, 7, 0 });
  assert_rows (timeline, "D 5 6 7"); /* what is older waits until it is asked for */
  g_assert_true (cor_timeline_has_older (timeline));
  cor_timeline_load_older (timeline);
  mirror.n_added = mirror.n_removed = 0;
  take (timeline, (gint64[]){ 3, 4, 5, 6, 7, 0 });
  assert_rows (timeline, "D 3 4 5 6 7");
  g_assert_cmpuint (mirror.n_added, ==, 2);
  g_assert_cmpuint (mirror.n_removed, ==, 0);
  mirror_clear (&mirror);
}

static void
count (guint *n)
{
  (*n)++;
}

static void
test_change_in_place (void)
{
  g_autoptr (CorTimeline) timeline = new_timeline ();
  g_autoptr (CorTimelinePage) page = new_page ((gint64[]){ 1, 2, 0 });
  g_autoptr (CorTimelineItem) item = NULL;
  Mirror mirror = { 0 };
  guint  n_changed = 0;

  cor_timeline_open (timeline, 1, FALSE, 0);
  take (timeline, (gint64[]){ 1, 2, 0 });
  mirror_init (&mirror, G_LIST_MODEL (timeline));
  item = g_list_model_get_item (G_LIST_MODEL (timeline), 2);
  g_signal_connect_swapped (item, "changed", G_CALLBACK (count), &n_changed);

  take (timeline, (gint64[]){ 1, 2, 0 }); /* the same again says nothing */
  g_assert_cmpuint (n_changed, ==, 0);
  ((CorTimelineEntry *) g_ptr_array_index (page->entries, 1))->delivery = COR_DELIVERY_READ;
  cor_timeline_take_page (timeline, page);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpint (cor_timeline_item_get_entry (item)->delivery, ==, COR_DELIVERY_READ);
  g_assert_cmpuint (mirror.n_signals, ==, 0);
  mirror_clear (&mirror);
}

static void
test_days_and_mark (void)
{
  g_autoptr (CorTimeline) timeline = new_timeline ();
  g_autoptr (CorTimelinePage) page = new_page ((gint64[]){ 1, 2, 3, 0 });

  ((CorTimelineEntry *) g_ptr_array_index (page->entries, 0))->created_at -= 3 * DAY;
  cor_timeline_open (timeline, 1, FALSE, 2);
  cor_timeline_take_page (timeline, page);
  assert_rows (timeline, "D 1 D N 2 3");
  take (timeline, (gint64[]){ 1, 2, 3, 4, 0 });
  assert_rows (timeline, "D 1 N 2 3 4"); /* the mark stays where it was */
  cor_timeline_clear_mark (timeline);
  assert_rows (timeline, "D 1 2 3 4");
}

/* A reply that waits stands last, also below messages that came after it was written. */
static void
test_waiting_reply_is_last (void)
{
  g_autoptr (CorTimeline) timeline = new_timeline ();
  g_autoptr (CorTimelinePage) page = new_page ((gint64[]){ 1, 2, 3, 0 });
  CorTimelineEntry *reply = g_ptr_array_index (page->entries, 2);

  reply->created_at -= 2 * DAY;
  reply->intent = 9;
  reply->state = COR_INTENT_QUEUED;
  cor_timeline_open (timeline, 1, FALSE, 0);
  cor_timeline_take_page (timeline, page);
  assert_rows (timeline, "D 1 2 3");
  g_assert_true (cor_timeline_get_waiting_reply (timeline) == reply);
  g_assert_true (cor_timeline_get_by_intent (timeline, 9) == reply);
  g_assert_cmpint (cor_timeline_get_newest (timeline)->id, ==, 2);
  cor_timeline_set_hides_waiting (timeline, TRUE);
  cor_timeline_take_page (timeline, page);
  assert_rows (timeline, "D 1 2");
}

static void
test_colleague (void)
{
  g_autoptr (CorTimeline) timeline = new_timeline ();
  g_autoptr (CorTimelinePage) page = new_page ((gint64[]){ 1, 2, 3, 0 });
  CorTimelineEntry *theirs = g_ptr_array_index (page->entries, 1);
  CorTimelineEntry *note = g_ptr_array_index (page->entries, 2);

  theirs->kind = note->kind = COR_MESSAGE_OUTGOING;
  theirs->sender_kind = note->sender_kind = COR_SENDER_AGENT;
  note->is_private = TRUE;
  cor_timeline_open (timeline, 1, FALSE, 0);
  cor_timeline_take_page (timeline, page);
  g_assert_true (cor_timeline_get_colleague_after (timeline, NOON + 60) == theirs);
  g_assert_null (cor_timeline_get_colleague_after (timeline, NOON + 120));
}

/* On a real store: follows what arrives, and drops what belongs to the conversation that was left. */
static void
test_follows_the_store (void)
{
  CorTestDesk desk = { 0 };
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  CorTimeline *timeline;
  gint64       one, other;
  guint        n_loaded = 0;

  cor_test_desk_open (&desk);
  one = cor_test_desk_add (&desk, &(CorTestConversation){ .number = "1", .channel = COR_CHANNEL_WECHAT, .name = "Li Wei", .at = NOON });
  other = cor_test_desk_add (&desk, &(CorTestConversation){ .number = "2", .channel = COR_CHANNEL_EMAIL, .name = "Ana", .at = NOON });
  cor_test_desk_say (&desk, &(CorTestMessage){ .number = "1", .kind = COR_MESSAGE_INCOMING, .sender = COR_SENDER_CUSTOMER, .text = "one", .at = NOON });
  cor_test_desk_say (&desk, &(CorTestMessage){ .number = "2", .kind = COR_MESSAGE_INCOMING, .sender = COR_SENDER_CUSTOMER, .text = "two", .at = NOON });
  timeline = cor_timeline_new (desk.store, utc);
  g_signal_connect_swapped (timeline, "loaded", G_CALLBACK (count), &n_loaded);
  cor_timeline_open (timeline, one, FALSE, 0);
  cor_timeline_open (timeline, other, FALSE, 0);
  cor_test_until (cor_timeline_is_loaded (timeline));
  g_assert_cmpstr (cor_timeline_get_newest (timeline)->content, ==, "two");
  g_assert_cmpint (cor_timeline_get_newest (timeline)->conversation, ==, other);

  cor_test_desk_say (&desk, &(CorTestMessage){ .number = "2", .kind = COR_MESSAGE_INCOMING, .sender = COR_SENDER_CUSTOMER, .text = "three", .at = NOON + 60 });
  cor_test_until (g_strcmp0 (cor_timeline_get_newest (timeline)->content, "three") == 0);
  cor_test_desk_reply (&desk, other, "an answer", 60);
  cor_test_until (cor_timeline_get_waiting_reply (timeline) != NULL);
  g_assert_cmpstr (cor_timeline_get_waiting_reply (timeline)->content, ==, "an answer");
  cor_test_finalize (timeline);
  cor_test_desk_close (&desk);
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);
  g_test_add_func ("/timeline/append", test_append_is_one_row);
  g_test_add_func ("/timeline/slide", test_slide_touches_the_ends);
  g_test_add_func ("/timeline/prepend", test_prepend_keeps_rows);
  g_test_add_func ("/timeline/change-in-place", test_change_in_place);
  g_test_add_func ("/timeline/days-and-mark", test_days_and_mark);
  g_test_add_func ("/timeline/waiting-reply", test_waiting_reply_is_last);
  g_test_add_func ("/timeline/colleague", test_colleague);
  g_test_add_func ("/timeline/store", test_follows_the_store);
  return cor_test_run ();
}

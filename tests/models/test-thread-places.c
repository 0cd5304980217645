/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-test-main.h"
#include "cor-thread-places.h"

#define N_MANY 1000000

static GArray *
make_places (guint n)
{
  GArray *places = g_array_sized_new (FALSE, FALSE, sizeof (CorThreadPlace), n);

  for (guint i = 0; i < n; i++)
    {
      CorThreadPlace place = { 10 * (gint64) i, i + 1 };

      g_array_append_val (places, place);
    }
  return places;
}

static gboolean
is_ascending (GArray *places)
{
  for (guint i = 1; i < places->len; i++)
    if (cor_thread_place_compare (&g_array_index (places, CorThreadPlace, i - 1), &g_array_index (places, CorThreadPlace, i)) >= 0)
      return FALSE;
  return TRUE;
}

static void
test_find (void)
{
  g_autoptr (GArray) places = make_places (5);
  guint position = 0;

  g_assert_true (cor_thread_places_find (places, (CorThreadPlace){ 20, 3 }, &position));
  g_assert_cmpuint (position, ==, 2);
  g_assert_false (cor_thread_places_find (places, (CorThreadPlace){ 20, 9 }, &position));
  g_assert_cmpuint (position, ==, 3);
  g_assert_false (cor_thread_places_find (places, (CorThreadPlace){ 1000, 1 }, &position));
  g_assert_cmpuint (position, ==, 5);
}

static void
test_move (void)
{
  static const struct
  {
    guint  from;
    gint64 key;
    guint  to;
  } cases[] = { { 0, 45, 4 }, { 5, -1, 0 }, { 2, 20, 2 }, { 2, 21, 2 }, { 4, 5, 1 }, { 1, 1000, 5 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) places = make_places (6);
      gint64 id = g_array_index (places, CorThreadPlace, cases[i].from).id;

      g_assert_cmpuint (cor_thread_places_move (places, cases[i].from, (CorThreadPlace){ cases[i].key, id }), ==, cases[i].to);
      g_assert_cmpuint (places->len, ==, 6);
      g_assert_true (is_ascending (places));
      g_assert_cmpint (g_array_index (places, CorThreadPlace, cases[i].to).id, ==, id);
    }
}

/* Does what the hunks say to a copy, as a view would, and compares. */
static void
assert_hunks_lead (GArray *from, GArray *to, GArray *hunks)
{
  g_autoptr (GArray) copy = g_array_copy (from);

  for (guint i = 0; i < hunks->len; i++)
    {
      CorPlacesHunk hunk = g_array_index (hunks, CorPlacesHunk, i);

      g_array_remove_range (copy, hunk.position, hunk.removed);
      g_array_insert_vals (copy, hunk.position, &g_array_index (to, CorThreadPlace, hunk.position), hunk.added);
    }
  g_assert_cmpuint (copy->len, ==, to->len);
  for (guint i = 0; i < to->len; i++)
    g_assert_cmpint (g_array_index (copy, CorThreadPlace, i).id, ==, g_array_index (to, CorThreadPlace, i).id);
}

static void
test_diff (void)
{
  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GArray) old_places = make_places (g_test_rand_int_range (0, 40));
      g_autoptr (GHashTable) without = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      g_autoptr (GArray) with = g_array_new (FALSE, FALSE, sizeof (CorThreadPlace));
      g_autoptr (GArray) new_places = NULL;
      g_autoptr (GArray) hunks = NULL;

      for (int n = g_test_rand_int_range (0, 12); n > 0; n--)
        {
          gint64         id = g_test_rand_int_range (1, 60);
          CorThreadPlace place = { g_test_rand_int_range (-20, 420), id };

          if (g_hash_table_add (without, g_memdup2 (&id, sizeof id)) && g_test_rand_bit ())
            g_array_append_val (with, place);
        }
      new_places = cor_thread_places_copy_with (old_places, without, with);
      g_assert_true (is_ascending (new_places));
      hunks = cor_thread_places_diff (old_places, new_places, TRUE);
      g_assert_cmpuint (hunks->len, <=, COR_PLACES_MAX_HUNKS);
      assert_hunks_lead (old_places, new_places, hunks);
    }
}

/* A row that moved must not be told as two: a selection would stay behind. */
static void
test_diff_move_is_one (void)
{
  g_autoptr (GArray) old_places = make_places (100);
  g_autoptr (GArray) new_places = make_places (100);
  g_autoptr (GArray) hunks = NULL;

  cor_thread_places_move (new_places, 80, (CorThreadPlace){ 55, 81 });
  hunks = cor_thread_places_diff (old_places, new_places, TRUE);
  g_assert_cmpuint (hunks->len, ==, 1);
  g_assert_cmpuint (g_array_index (hunks, CorPlacesHunk, 0).position, ==, 6);
  g_assert_cmpuint (g_array_index (hunks, CorPlacesHunk, 0).removed, ==, 75);
  g_assert_cmpuint (g_array_index (hunks, CorPlacesHunk, 0).added, ==, 75);
}

static void
test_diff_is_small (void)
{
  g_autoptr (GArray) old_places = make_places (1000);
  g_autoptr (GArray) new_places = make_places (1000);
  g_autoptr (GArray) hunks = NULL;
  guint told = 0;

  g_array_remove_index (new_places, 900);
  g_array_remove_index (new_places, 10);
  cor_thread_places_insert (new_places, (CorThreadPlace){ 5005, 5000 });
  hunks = cor_thread_places_diff (old_places, new_places, TRUE);
  assert_hunks_lead (old_places, new_places, hunks);
  for (guint i = 0; i < hunks->len; i++)
    told += g_array_index (hunks, CorPlacesHunk, i).removed + g_array_index (hunks, CorPlacesHunk, i).added;
  g_assert_cmpuint (told, ==, 3);
}

/* No bound on time here, other machines are slower; only that a million is no different. */
static void
test_million (void)
{
  g_autoptr (GArray) places = make_places (N_MANY);
  gint64 before = g_get_monotonic_time ();

  for (guint i = 0; i < 100; i++)
    {
      guint          from = (guint) g_test_rand_int_range (0, N_MANY);
      CorThreadPlace place = { -1 - (gint64) i, g_array_index (places, CorThreadPlace, from).id };

      g_assert_cmpuint (cor_thread_places_move (places, from, place), ==, 0);
    }
  g_test_message ("100 moves to the front of a million: %" G_GINT64_FORMAT " us", g_get_monotonic_time () - before);
  g_assert_cmpuint (places->len, ==, N_MANY);
  g_assert_true (is_ascending (places));
}

int
main (int argc, char **argv)
{
  cor_test_init (&argc, &argv);
  g_test_add_func ("/thread-places/find", test_find);
  g_test_add_func ("/thread-places/move", test_move);
  g_test_add_func ("/thread-places/diff", test_diff);
  g_test_add_func ("/thread-places/diff-move-is-one", test_diff_move_is_one);
  g_test_add_func ("/thread-places/diff-is-small", test_diff_is_small);
  g_test_add_func ("/thread-places/million", test_million);
  return cor_test_run ();
}

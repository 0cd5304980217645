/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-object-list.h"
#include "cor-test-main.h"

#define TEST_TYPE_LIST (test_list_get_type ())
G_DECLARE_FINAL_TYPE (TestList, test_list, TEST, LIST, CorObjectList)

struct _TestList
{
  CorObjectList parent_instance;
};

G_DEFINE_FINAL_TYPE (TestList, test_list, COR_TYPE_OBJECT_LIST)

static void
test_list_class_init (TestListClass *klass)
{
  COR_OBJECT_LIST_CLASS (klass)->item_type = G_TYPE_CANCELLABLE; /* any that is not GObject itself */
}

static void
test_list_init (TestList *self)
{
}

/* What a view knows: the items as the signals told them. */
typedef struct
{
  CorObjectList *list;   /* owned */
  GPtrArray     *mirror; /* owned */
  GPtrArray     *pool;   /* owned */
  guint          n_told; /* items that were reported as gone or come */
} Fixture;

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_assert_cmpuint (removed + added, >, 0);
  g_assert_cmpuint (position + removed, <=, fixture->mirror->len);
  if (removed > 0)
    g_ptr_array_remove_range (fixture->mirror, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (fixture->mirror, position + i, g_list_model_get_item (model, position + i));
  g_assert_cmpuint (fixture->mirror->len, ==, g_list_model_get_n_items (model));
  fixture->n_told += removed + added;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->list = g_object_new (TEST_TYPE_LIST, NULL);
  fixture->mirror = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->pool = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < 12; i++)
    g_ptr_array_add (fixture->pool, g_cancellable_new ());
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (on_items_changed), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->list);
  g_ptr_array_unref (fixture->mirror);
  g_ptr_array_unref (fixture->pool);
}

/* The items of the pool whose letters @names has, in that order. */
static void
set_items (Fixture *fixture, const char *names)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();

  for (; *names != '\0'; names++)
    g_ptr_array_add (wanted, fixture->pool->pdata[*names - 'a']);
  fixture->n_told = 0;
  cor_object_list_set_items (fixture->list, wanted);
}

static void
assert_shown (Fixture *fixture, const char *names)
{
  g_assert_cmpuint (fixture->mirror->len, ==, strlen (names));
  for (guint i = 0; i < fixture->mirror->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (fixture->list), i);

      g_assert_true (item == fixture->mirror->pdata[i]);
      g_assert_true (item == fixture->pool->pdata[names[i] - 'a']);
    }
}

static void
test_is_a_model (Fixture *fixture, gconstpointer data)
{
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (fixture->list)) == G_TYPE_CANCELLABLE);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (fixture->list), 0));
  set_items (fixture, "ab");
  assert_shown (fixture, "ab");
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (fixture->list), 2));
}

/* Any order into any other: who only listens knows what is listed. */
static void
test_at_random (Fixture *fixture, gconstpointer data)
{
  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (GString) names = g_string_new (NULL);

      for (guint i = 0; i < fixture->pool->len; i++)
        if (g_test_rand_bit ())
          g_string_insert_c (names, g_test_rand_int_range (0, (int) names->len + 1), (char) ('a' + i));
      set_items (fixture, names->str);
      assert_shown (fixture, names->str);
    }
}

/* A view redraws what is told: no more of it than differs. */
static void
test_tells_little (Fixture *fixture, gconstpointer data)
{
  set_items (fixture, "abcdefghij");
  set_items (fixture, "abcdefghij");
  g_assert_cmpuint (fixture->n_told, ==, 0);
  set_items (fixture, "jabcdefghi"); /* the last comes first */
  g_assert_cmpuint (fixture->n_told, ==, 2);
  set_items (fixture, "jabcklefghi");
  g_assert_cmpuint (fixture->n_told, ==, 3); /* d for k and l */
  assert_shown (fixture, "jabcklefghi");
}

static void
test_one_at_a_time (Fixture *fixture, gconstpointer data)
{
  set_items (fixture, "bcd");
  cor_object_list_prepend (fixture->list, fixture->pool->pdata[0]);
  assert_shown (fixture, "abcd");
  cor_object_list_remove (fixture->list, fixture->pool->pdata[2]);
  assert_shown (fixture, "abd");
  fixture->n_told = 0;
  cor_object_list_remove (fixture->list, fixture->pool->pdata[2]);
  g_assert_cmpuint (fixture->n_told, ==, 0);
  assert_shown (fixture, "abd");
}

int
main (int argc, char *argv[])
{
  cor_test_init (&argc, &argv);

  g_test_add ("/object-list/is-a-model", Fixture, NULL, set_up, test_is_a_model, tear_down);
  g_test_add ("/object-list/at-random", Fixture, NULL, set_up, test_at_random, tear_down);
  g_test_add ("/object-list/tells-little", Fixture, NULL, set_up, test_tells_little, tear_down);
  g_test_add ("/object-list/one-at-a-time", Fixture, NULL, set_up, test_one_at_a_time, tear_down);

  return cor_test_run ();
}

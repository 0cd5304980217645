/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

/* One look at a time, none forgotten: with looks that last until the test ends them. */

#include "config.h"

#include "cor-background-sync.h"
#include "cor-test-await.h"

#define TYPE_SLOW_SYNC (slow_sync_get_type ())
G_DECLARE_FINAL_TYPE (SlowSync, slow_sync, SLOW, SYNC, CorBackgroundSync)

struct _SlowSync
{
  CorBackgroundSync parent_instance;

  guint    n_looks, n_cleared;
  gboolean was_asked;
};

G_DEFINE_FINAL_TYPE (SlowSync, slow_sync, COR_TYPE_BACKGROUND_SYNC)

static void
slow_sync_look (CorBackgroundSync *sync)
{
  SlowSync *self = SLOW_SYNC (sync);

  self->n_looks++;
  self->was_asked = cor_background_sync_is_asked (sync);
}

static void
slow_sync_clear (CorBackgroundSync *sync)
{
  SLOW_SYNC (sync)->n_cleared++;
}

static void
slow_sync_class_init (SlowSyncClass *klass)
{
  COR_BACKGROUND_SYNC_CLASS (klass)->look = slow_sync_look;
  COR_BACKGROUND_SYNC_CLASS (klass)->clear = slow_sync_clear;
}

static void
slow_sync_init (SlowSync *self)
{
}

static void
test_waits (void)
{
  SlowSync          *slow = g_object_new (TYPE_SLOW_SYNC, NULL);
  CorBackgroundSync *sync = COR_BACKGROUND_SYNC (slow);

  cor_background_sync_wake (sync);
  g_assert_cmpuint (slow->n_looks, ==, 0); /* not started */

  cor_background_sync_start (sync);
  cor_background_sync_wake (sync);
  cor_background_sync_wake (sync);
  g_assert_cmpuint (slow->n_looks, ==, 1);
  g_assert_true (cor_background_sync_goes_on (sync, NULL));

  cor_background_sync_end (sync, NULL);
  g_assert_cmpuint (slow->n_looks, ==, 2); /* one for both wishes */
  cor_background_sync_end (sync, NULL);
  g_assert_cmpuint (slow->n_looks, ==, 2);
  g_assert_cmpuint (slow->n_cleared, ==, 2);
  cor_test_finalize (slow);
}

static void
test_stops (void)
{
  SlowSync          *slow = g_object_new (TYPE_SLOW_SYNC, NULL);
  CorBackgroundSync *sync = COR_BACKGROUND_SYNC (slow);

  cor_background_sync_start (sync);
  cor_background_sync_wake (sync);
  cor_background_sync_stop (sync);
  g_assert_false (cor_background_sync_goes_on (sync, NULL)); /* and has ended it */
  g_assert_cmpuint (slow->n_cleared, ==, 1);
  g_assert_cmpuint (slow->n_looks, ==, 1); /* what was wanted waits for the next start */

  cor_background_sync_start (sync);
  g_assert_cmpuint (slow->n_looks, ==, 2);
  cor_background_sync_end (sync, NULL);
  cor_test_finalize (slow);
}

static void
test_asked (void)
{
  SlowSync          *slow = g_object_new (TYPE_SLOW_SYNC, NULL);
  CorBackgroundSync *sync = COR_BACKGROUND_SYNC (slow);
  g_auto (CorTestAwait) first = { 0 };
  g_auto (CorTestAwait) second = { 0 };
  g_autoptr (GError) busy = NULL;
  g_autoptr (GError) error = NULL;

  cor_background_sync_run_async (sync, NULL, cor_test_on_result, &first);
  g_assert_true (slow->was_asked);
  cor_background_sync_run_async (sync, NULL, cor_test_on_result, &second);
  g_assert_false (cor_background_sync_run_finish (sync, cor_test_await (&second), &busy));
  g_assert_error (busy, G_IO_ERROR, G_IO_ERROR_BUSY);

  g_assert_false (cor_background_sync_goes_on (sync, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "Nothing there")));
  g_assert_false (cor_background_sync_run_finish (sync, cor_test_await (&first), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpuint (slow->n_looks, ==, 1);
  cor_test_await_clear (&first);
  cor_test_await_clear (&second);
  cor_test_finalize (slow);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/background/waits", test_waits);
  g_test_add_func ("/sync/background/stops", test_stops);
  g_test_add_func ("/sync/background/asked", test_asked);
  return g_test_run ();
}

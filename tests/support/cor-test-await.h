/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * Awaiting in tests: pass cor_test_on_result and a CorTestAwait to an _async function, then
 * cor_test_await() runs the main context until the result is there.
 */
typedef struct
{
  GAsyncResult *result;
} CorTestAwait;

void          cor_test_on_result (GObject *source, GAsyncResult *result, gpointer await);
GAsyncResult *cor_test_await (CorTestAwait *await);
void          cor_test_await_clear (CorTestAwait *await);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CorTestAwait, cor_test_await_clear)

/* Runs the main context until @condition holds; aborts the test after 30 s of real waiting. */
#define cor_test_until(condition)                                                    \
  G_STMT_START                                                                       \
  {                                                                                  \
    gint64 cor_deadline = g_get_monotonic_time () + 30 * G_TIME_SPAN_SECOND;         \
    guint  cor_wakeup = g_timeout_add (20, cor_test_keep, NULL);                     \
    while (!(condition))                                                             \
      {                                                                              \
        if (g_get_monotonic_time () > cor_deadline)                                  \
          g_error ("%s:%d: waited in vain for: %s", __FILE__, __LINE__, #condition); \
        g_main_context_iteration (NULL, TRUE);                                       \
      }                                                                              \
    g_source_remove (cor_wakeup);                                                    \
  }                                                                                  \
  G_STMT_END

/* Drops the reference and waits until the object is finalized: what is on its way may hold it for a moment. */
void cor_test_finalize (gpointer object);

gboolean cor_test_keep (gpointer unused);

void  cor_test_remove_dir (const char *path);
char *cor_test_make_dir (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

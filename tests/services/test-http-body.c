/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "test-http-body"

#include "config.h"

#include "cor-http-body.h"
#include "cor-test-main.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* What is sent in parts, of which files stay on the disk. */

#define LARGE (3 * 1024 * 1024 + 7)

typedef struct
{
  char        *folder, *path, *large;
  CorHttpBody *body;
} Fixture;

static void
append (CorHttpBody *body,
        const char  *words)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (words, strlen (words));

  cor_http_body_append_bytes (body, bytes);
}

static void
set_up (Fixture      *fixture,
        gconstpointer unused)
{
  GError *error = NULL;

  fixture->folder = g_dir_make_tmp ("body-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "film", NULL);
  fixture->large = g_malloc (LARGE);
  for (guint i = 0; i < LARGE; i++)
    fixture->large[i] = (char) (i * 31 % 251);
  g_assert_true (g_file_set_contents (fixture->path, fixture->large, LARGE, NULL));
  fixture->body = cor_http_body_new ();
  append (fixture->body, "head");
  g_assert_true (cor_http_body_append_file (fixture->body, fixture->path, &error));
  append (fixture->body, "");
  append (fixture->body, "tail");
}

static void
tear_down (Fixture      *fixture,
           gconstpointer unused)
{
  cor_http_body_unref (fixture->body);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->large);
}

static void
on_result (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
assert_whole (Fixture      *fixture,
              GInputStream *stream)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  GMemoryOutputStream *sink = G_MEMORY_OUTPUT_STREAM (memory);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  const char *found;

  g_output_stream_splice_async (memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, 0, NULL, on_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (g_output_stream_splice_finish (memory, result, &error), ==, LARGE + 8);
  g_assert_no_error (error);
  found = g_memory_output_stream_get_data (sink);
  g_assert_cmpmem (found, 4, "head", 4);
  g_assert_true (memcmp (found + 4, fixture->large, LARGE) == 0);
  g_assert_cmpmem (found + 4 + LARGE, 4, "tail", 4);
}

/* From the beginning for each attempt, two at a time, and also when the file has been removed meanwhile. */
static void
test_again (Fixture      *fixture,
            gconstpointer unused)
{
  g_autoptr (GInputStream) one = cor_http_body_open (fixture->body);
  g_autoptr (GInputStream) other = cor_http_body_open (fixture->body);
  char begun[6] = "";

  g_assert_cmpint (cor_http_body_get_size (fixture->body), ==, LARGE + 8);
  g_assert_cmpint (g_input_stream_read (one, begun, 4, NULL, NULL), ==, 4);
  g_assert_cmpint (g_input_stream_read (one, begun, 5, NULL, NULL), ==, 5);
  g_unlink (fixture->path);
  assert_whole (fixture, other);
}

/* Reading waits for the disk: not here, where the window is drawn. */
static void
test_elsewhere (Fixture      *fixture,
                gconstpointer unused)
{
  g_autoptr (GInputStream) stream = cor_http_body_open (fixture->body);

  g_assert_false (G_IS_POLLABLE_INPUT_STREAM (stream) && g_pollable_input_stream_can_poll (G_POLLABLE_INPUT_STREAM (stream)));
}

/* A file that becomes shorter is not made up for by what follows. */
static void
test_shorter (Fixture      *fixture,
              gconstpointer unused)
{
  g_autoptr (GInputStream) stream = cor_http_body_open (fixture->body);
  g_autofree char *buffer = g_malloc (LARGE + 8);
  g_autoptr (GError) error = NULL;
  gsize n = 0;

  g_assert_cmpint (truncate (fixture->path, 100), ==, 0);
  g_assert_false (g_input_stream_read_all (stream, buffer, LARGE + 8, &n, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT);
  g_assert_cmpuint (n, ==, 104);
}

static void
test_unreadable (Fixture      *fixture,
                 gconstpointer unused)
{
  g_autoptr (GError) gone = NULL;
  g_autoptr (GError) folder = NULL;

  g_unlink (fixture->path);
  g_assert_false (cor_http_body_append_file (fixture->body, fixture->path, &gone));
  g_assert_error (gone, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_false (cor_http_body_append_file (fixture->body, fixture->folder, &folder));
  g_assert_nonnull (folder);
  g_assert_cmpint (cor_http_body_get_size (fixture->body), ==, LARGE + 8);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);
  ADD ("/http-body/again", test_again);
  ADD ("/http-body/elsewhere", test_elsewhere);
  ADD ("/http-body/shorter", test_shorter);
  ADD ("/http-body/unreadable", test_unreadable);
  return cor_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "test-workspace"

#include "config.h"

#include "cor-test-main.h"
#include "workspace-told.h"

#include <glib/gstdio.h>
#include <string.h>

static char *
write_file (const char *content)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (g_get_user_data_dir (), "messages", NULL);

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);
  return path;
}

static void
check_import (const char *content)
{
  g_autofree char *path = write_file (content);
  g_autoptr (WorkspaceTold) told = workspace_tell (1, 0, path, TRUE);

  g_assert_cmpuint (told->talks->len, ==, 4);
  g_assert_cmpuint (told->messages, ==, 4);
  g_assert_cmpstr (told->texts->pdata[0], ==, "000 Where is my card?");
  g_assert_cmpstr (told->texts->pdata[1], ==, "000 I said \"now\",\nplease");
  g_assert_cmpstr (told->texts->pdata[2], ==, "000 到账了吗");
  g_assert_cmpuint (g_hash_table_size (told->used_labels), ==, 2);
  g_assert_true (g_hash_table_contains (told->used_labels, "card_arrival"));
  g_assert_true (g_hash_table_contains (told->used_labels, "reverted_card_payment"));
  g_assert_cmpuint (workspace_told_count (told, "open", G_MAXUINT), ==, 4);
  g_assert_cmpuint (workspace_told_count (told, "open", 1), >=, 1);
  g_assert_cmpint (told->oldest, >=, NOW - 61 * DAY);
  g_assert_cmpuint (g_unlink (path), ==, 0);
}

static void
test_import_csv (void)
{
  check_import ("text,category\r\nWhere is my card?,card_arrival\r\n\"I said \"\"now\"\",\nplease\",Reverted_card_payment?\r\n"
                "到账了吗,\r\n\r\nlast one,card_arrival");
  check_import ("\xef\xbb\xbf"
                "category,text\ncard_arrival,Where is my card?\nreverted_card_payment,\"I said \"\"now\"\",\nplease\"\n,到账了吗\ncard_arrival,last one\n");
}

static void
test_import_json (void)
{
  check_import ("{\"text\":\"Where is my card?\",\"category\":\"card_arrival\"}\n"
                "{\"text\":\"I said \\\"now\\\",\\nplease\",\"category\":\"reverted_card_payment\"}\n\n"
                "{\"category\":null,\"text\":\"到账了吗\"}\n{\"text\":\"last one\"}");
}

static void
test_import_inboxes (void)
{
  g_autoptr (GString) content = g_string_new ("text,category\n");
  g_autofree char *path = NULL;
  g_autoptr (WorkspaceTold) told = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (content, "question %u,topic_%u\n", i, i % 77);
  path = write_file (content->str);
  told = workspace_tell (1, 0, path, FALSE);
  g_assert_cmpuint (told->talks->len, ==, 1000);
  g_assert_cmpuint (g_hash_table_size (told->used_labels), ==, 77);
  for (guint i = 1; i <= told->inboxes; i++)
    g_assert_cmpuint (told->inbox_talks[i], ==, 100);
  g_assert_cmpuint (workspace_told_count (told, "open", 1), >=, 12);
  g_assert_cmpuint (workspace_told_count (told, "open", 1), <=, 30);
  g_assert_cmpuint (g_unlink (path), ==, 0);
}

static void
test_import_bad (void)
{
  static const struct
  {
    const char *content, *line;
  } cases[] = {
    { "", "line 1:" },
    { "question,category\na,b\n", "line 1:" },
    { "text,category\ngood,a\nonly one field\n", "line 3:" },
    { "text,category\ngood,a\n\"two\nlines\",b\na,b,c\n", "line 5:" },
    { "text,category\ngood,a\n\"never closed,b\nand on\n", "line 3:" },
    { "text,category\n\"closed\" then text,b\n", "line 2:" },
    { "text,category\nin\"side,b\n", "line 2:" },
    { "text,category\ngood,a\n\xff\xfe,b\n", "line 3:" },
    { "{\"text\":\"a\"}\n{\"text\":\n", "line 2:" },
    { "{\"text\":\"a\"}\n\n{\"words\":\"b\"}\n", "line 3:" },
    { "{\"text\":7}\n", "line 1:" },
    { "{\"text\":\"a\",\"category\":[]}\n", "line 1:" },
    { "{\"text\":\"a\"}\n[1]\n", "line 2:" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = write_file (cases[i].content);
      g_autoptr (WorkspaceTold) told = workspace_told_new (FALSE);
      g_autoptr (GError) error = NULL;

      g_assert_false (workspace_try (told, 1, 0, path, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      if (strstr (error->message, cases[i].line) == NULL)
        g_error ("case %u: “%s” does not name %s", i, error->message, cases[i].line);
      g_assert_cmpuint (told->talks->len, ==, 0); /* refused as a whole */
      g_assert_cmpuint (g_unlink (path), ==, 0);
    }
}

static void
test_import_missing (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "no-such-file", NULL);
  g_autoptr (WorkspaceTold) told = workspace_told_new (FALSE);
  g_autoptr (GError) error = NULL;

  g_assert_false (workspace_try (told, 1, 0, path, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);

  g_test_add_func ("/workspace/import/csv", test_import_csv);
  g_test_add_func ("/workspace/import/json", test_import_json);
  g_test_add_func ("/workspace/import/inboxes", test_import_inboxes);
  g_test_add_func ("/workspace/import/bad", test_import_bad);
  g_test_add_func ("/workspace/import/missing", test_import_missing);

  return cor_test_run ();
}

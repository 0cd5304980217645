/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-command-list.h"
#include "cor-fuzzy.h"
#include "cor-test-await.h"
#include "cor-test-desk.h"
#include "cor-test-main.h"

#include <string.h>

static void
test_fuzzy (void)
{
  g_assert_cmpuint (cor_fuzzy_score ("", "anything"), >, 0);
  g_assert_cmpuint (cor_fuzzy_score ("xyz", "write a reply"), ==, 0);
  g_assert_cmpuint (cor_fuzzy_score ("lper", "reply"), ==, 0); /* the order counts */
  g_assert_cmpuint (cor_fuzzy_score ("wr", "write a reply"), >, cor_fuzzy_score ("wr", "snow or"));
  g_assert_cmpuint (cor_fuzzy_score ("war", "write a reply"), >, 0);
  g_assert_cmpuint (cor_fuzzy_score ("rep", "write a reply"), >, cor_fuzzy_score ("rep", "remember place"));
  g_assert_cmpuint (cor_fuzzy_score ("知识", "知识库"), >, 0);
}

static gboolean
offers (GListModel *list, guint position, const char *title)
{
  g_autoptr (CorCommand) command = g_list_model_get_item (list, position);

  return command != NULL && g_str_has_prefix (cor_command_get_title (command), title);
}

static void
test_list (void)
{
  CorTestDesk desk = { 0 };
  g_autoptr (CorCommandList) list = NULL;

  cor_test_desk_open (&desk);
  cor_test_desk_tell_story (&desk);
  list = cor_command_list_new (desk.store);
  cor_command_list_add (list, cor_command_new ("win.snooze", NULL, "icon", "Snooze", NULL));
  cor_command_list_add (list, cor_command_new ("win.resolve", NULL, "icon", "Résolve", "Alt+E"));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);

  /* accents do not matter, and what fits not is gone */
  cor_command_list_set_query (list, "resol");
  g_assert_true (offers (G_LIST_MODEL (list), 0, "Résolve"));
  g_assert_false (offers (G_LIST_MODEL (list), 1, "Snooze"));

  /* a customer's newest conversation, by name and by number */
  cor_command_list_set_query (list, "Li We");
  cor_test_until (offers (G_LIST_MODEL (list), 0, "Li Wei"));
  cor_command_list_set_query (list, "#20476");
  cor_test_until (g_list_model_get_n_items (G_LIST_MODEL (list)) == 1 && !offers (G_LIST_MODEL (list), 0, "Li Wei"));
  {
    g_autoptr (CorCommand) command = g_list_model_get_item (G_LIST_MODEL (list), 0);

    g_assert_cmpstr (cor_command_get_action (command), ==, "win.conversation");
    g_assert_cmpint (g_variant_get_int64 (cor_command_get_target (command)), ==, cor_test_desk_find (&desk, "20476"));
  }

  /* nobody: nothing, and no error */
  cor_command_list_set_query (list, "\"'* -- nobody");
  cor_test_until (g_list_model_get_n_items (G_LIST_MODEL (list)) == 0);
  g_clear_object (&list);
  cor_test_desk_close (&desk);
}

int
main (int argc, char **argv)
{
  cor_test_init (&argc, &argv);
  g_test_add_func ("/commands/fuzzy", test_fuzzy);
  g_test_add_func ("/commands/list", test_list);
  return cor_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-outbox.h"
#include "cor-test-await.h"
#include "cor-test-desk.h"
#include "cor-test-main.h"

static gint64
get_id (CorOutbox *outbox,
        guint      position)
{
  g_autoptr (CorOutboxItem) item = g_list_model_get_item (G_LIST_MODEL (outbox), position);

  return cor_outbox_item_get_intent (item)->id;
}

/* What needs the agent comes first, and an item keeps its identity while it moves there. */
static void
test_order_and_identity (void)
{
  CorTestDesk desk = { 0 };
  CorOutbox  *outbox;
  g_autoptr (CorOutboxItem) item = NULL;
  gint64 one, other, first, second;

  cor_test_desk_open (&desk);
  one = cor_test_desk_add (&desk, &(CorTestConversation){ .number = "1", .channel = COR_CHANNEL_WECHAT, .name = "Li Wei", .at = 1000 });
  other = cor_test_desk_add (&desk, &(CorTestConversation){ .number = "2", .channel = COR_CHANNEL_EMAIL, .name = "Ana", .at = 1000 });
  outbox = cor_outbox_new (desk.store);
  cor_test_until (cor_outbox_is_loaded (outbox));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (outbox)), ==, 0);

  first = cor_test_desk_reply (&desk, one, "first", 600);
  second = cor_test_desk_reply (&desk, other, "second", 600);
  cor_test_until (g_list_model_get_n_items (G_LIST_MODEL (outbox)) == 2);
  g_assert_cmpint (get_id (outbox, 0), ==, first);
  g_assert_cmpuint (cor_outbox_get_n_needing (outbox), ==, 0);

  item = g_object_ref (cor_outbox_find (outbox, second));
  cor_test_desk_move (&desk, &(CorIntentMove){ .intent = second, .step = COR_STEP_HOLD, .hold = COR_HOLD_COLLEAGUE_REPLIED });
  cor_test_until (cor_outbox_get_n_needing (outbox) == 1);
  g_assert_cmpint (get_id (outbox, 0), ==, second);
  g_assert_true (cor_outbox_find (outbox, second) == item);
  g_assert_cmpint (cor_outbox_item_get_intent (item)->hold, ==, COR_HOLD_COLLEAGUE_REPLIED);
  g_assert_cmpstr (cor_outbox_item_get_intent (item)->text, ==, "second");
  g_clear_object (&item);
  cor_test_finalize (outbox);
  cor_test_desk_close (&desk);
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);
  g_test_add_func ("/outbox/order-and-identity", test_order_and_identity);
  return cor_test_run ();
}

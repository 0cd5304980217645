/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

/* The row of a conversation says how the payment stands that it is about, as soon as anybody has answered. */

#include "config.h"

#include "cor-store-payment-links.h"
#include "cor-test-await.h"
#include "cor-test-main.h"
#include "cor-test-payment.h"
#include "cor-test-row.h"

static void
set_up (CorTestRow   *fixture,
        gconstpointer about)
{
  cor_test_row_set_up (fixture, &(CorTestConversation){ .number = "1", .channel = COR_CHANNEL_WECHAT, .name = "Li Wei", .about_json = about, .at = 1000 });
}

static void
choose (CorTestRow *fixture,
        CorThread  *row,
        const char *reference)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_choose_payment_async (fixture->desk.store, cor_thread_get_id (row), reference, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_choose_payment_finish (fixture->desk.store, cor_test_await (&await), NULL));
}

static CorPaymentStatus
get_status (CorThread *row)
{
  return cor_thread_get_data (row)->payment_status;
}

/* It changes under the eyes, and a hold is a hold. */
static void
test_follows (CorTestRow   *fixture,
              gconstpointer unused)
{
  g_autoptr (CorThread) row = cor_test_row_ref (fixture);

  g_assert_true (cor_thread_get_data (row)->has_payment);
  g_assert_null (cor_thread_get_data (row)->payment); /* nobody has answered yet */
  cor_test_desk_put_payment (&fixture->desk, COR_TEST_PAYMENT_AT_BANK);
  cor_test_until (get_status (row) == COR_PAYMENT_ON_ITS_WAY || get_status (row) == COR_PAYMENT_DELAYED);
  g_assert_nonnull (cor_thread_get_data (row)->payment);
  fixture->desk.now += 60;
  cor_test_desk_put_payment (&fixture->desk, COR_TEST_PAYMENT_CREDITED);
  /* the ledger answers first: less than was sent is known from the tracker */
  cor_test_until (get_status (row) == COR_PAYMENT_CREDITED && g_str_equal (cor_thread_get_data (row)->payment->key, "credited_less"));
  fixture->desk.now += 60;
  cor_test_desk_put_payment (&fixture->desk, COR_TEST_PAYMENT_HELD);
  cor_test_until (get_status (row) == COR_PAYMENT_HELD);
  g_assert_cmpstr (cor_thread_get_data (row)->payment->key, ==, "held");
}

/* Of two nobody knows which is meant, until the agent says. */
static void
test_several (CorTestRow   *fixture,
              gconstpointer unused)
{
  g_autoptr (CorThread) row = NULL;

  cor_test_desk_put_payment (&fixture->desk, COR_TEST_PAYMENT_CREDITED);
  row = cor_test_row_ref (fixture);
  g_assert_false (cor_thread_get_data (row)->has_payment);
  choose (fixture, row, "CP-70231");
  cor_test_until (get_status (row) == COR_PAYMENT_CREDITED);
  choose (fixture, row, NULL);
  cor_test_until (get_status (row) == COR_PAYMENT_UNKNOWN);
}

/* What nobody linked with it is not guessed. */
static void
test_none (CorTestRow   *fixture,
           gconstpointer unused)
{
  g_autoptr (CorThread) row = NULL;

  cor_test_desk_put_payment (&fixture->desk, COR_TEST_PAYMENT_CREDITED);
  row = cor_test_row_ref (fixture);
  g_assert_false (cor_thread_get_data (row)->has_payment);
  g_assert_null (cor_thread_get_data (row)->payment);
}

int
main (int argc, char **argv)
{
  cor_test_init (&argc, &argv);
#define ADD(name, about, func) g_test_add ("/thread-payment/" name, CorTestRow, about, set_up, func, cor_test_row_tear_down)
  ADD ("follows", "{\"payment_refs\":[\"CP-70231\"]}", test_follows);
  ADD ("several", "{\"payment_refs\":[\"CP-70231\",\"CP-70232\"]}", test_several);
  ADD ("none", "{\"topic\":\"fees\"}", test_none);
  return cor_test_run ();
}

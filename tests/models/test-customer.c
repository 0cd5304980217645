/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-customer.h"
#include "cor-snooze.h"
#include "cor-test-await.h"
#include "cor-test-desk.h"
#include "cor-store-threads.h"
#include "cor-test-main.h"

static void
test_attributes (void)
{
  static const struct
  {
    const char *json;
    guint       n;
  } cases[] = {
    { NULL, 0 },
    { "", 0 },
    { "null", 0 },
    { "[1,2]", 0 },
    { "{\"a\":", 0 },
    { "{}", 0 },
    { "{\"a\":1}", 1 },
    { " {\"a\":null,\"b\":{\"c\":1},\"d\":[]}", 3 },
  };
  static const char *const keys[] = { "tier", "vip", NULL };
  g_autoptr (GPtrArray) attributes = NULL;
  g_autofree char *title = cor_attribute_dup_title ("fee_schedule");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) parsed = cor_attributes_parse (cases[i].json);

      g_assert_cmpuint (parsed->len, ==, cases[i].n);
    }
  attributes = cor_attributes_parse ("{\"x\":\"\\u674e \\\"quoted\\\"\",\"vip\":\"\",\"Tier\":\"Gold\",\"tags\":[\"a\",\"b\"],\"n\":12,\"yes\":true}");
  g_assert_cmpstr (((CorAttribute *) attributes->pdata[0])->value, ==, "李 \"quoted\"");
  g_assert_cmpstr (cor_attributes_find (attributes, keys), ==, "Gold");
  g_assert_cmpstr (((CorAttribute *) attributes->pdata[3])->value, ==, "a, b");
  g_assert_cmpuint (g_strv_length (((CorAttribute *) attributes->pdata[3])->values), ==, 2);
  g_assert_cmpstr (((CorAttribute *) attributes->pdata[4])->value, ==, "12");
  g_assert_cmpstr (((CorAttribute *) attributes->pdata[5])->value, ==, "true");
  g_assert_cmpstr (title, ==, "Fee schedule");
}

static void
test_phone (void)
{
  static const struct
  {
    const char *phone, *masked;
  } cases[] = {
    { "+86 139 0000 4417", "+86 ••• •••• 4417" },
    { "+13125550102", "+1 ••• •••• 0102" },
    { "030 1234567", "••• •••• 4567" },
    { "12345", "••••" },
    { "", "••••" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *masked = cor_mask_phone (cases[i].phone);

      g_assert_cmpstr (masked, ==, cases[i].masked);
    }
}

static gint64
get_customer_id (CorTestDesk *desk,
                 gint64       conversation)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) threads = NULL;

  g_array_append_val (ids, conversation);
  cor_store_load_threads_async (desk->store, ids, NULL, cor_test_on_result, &await);
  threads = cor_store_load_threads_finish (desk->store, cor_test_await (&await), NULL);
  g_assert_cmpuint (threads->len, ==, 1);
  return ((CorThreadData *) threads->pdata[0])->customer;
}

static CorCustomer *
load_customer (CorTestDesk *desk,
               const char  *number)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_load_customer_async (desk->store, get_customer_id (desk, cor_test_desk_find (desk, number)), NULL, cor_test_on_result, &await);
  return cor_customer_new (cor_store_load_customer_finish (desk->store, cor_test_await (&await), NULL));
}

static void
test_from_the_store (void)
{
  CorTestDesk desk = { 0 };
  g_autoptr (CorCustomer) customer = NULL;
  g_autofree char *place = NULL;

  cor_test_desk_open (&desk);
  cor_test_desk_tell_story (&desk);
  customer = load_customer (&desk, "20481");
  place = cor_customer_dup_place (customer);
  g_assert_cmpstr (cor_customer_get_name (customer), ==, "Li Wei 李伟");
  g_assert_cmpstr (cor_customer_get_tier (customer), ==, "Gold");
  g_assert_cmpstr (cor_customer_get_language (customer), ==, "zh_CN");
  g_assert_cmpint (cor_customer_get_since (customer), ==, 2021);
  g_assert_cmpstr (place, ==, "Hangzhou, China");
  g_assert_nonnull (cor_customer_get_time_zone (customer));
  g_assert_cmpuint (g_strv_length ((char **) cor_customer_get_labels (customer)), ==, 3);
  g_assert_cmpuint (cor_customer_get_facts (customer)->len, ==, 1); /* the fee schedule: the rest has a place */
  g_assert_cmpuint (cor_customer_get_conversations (customer)->len, ==, 3);
  g_clear_object (&customer);
  cor_test_desk_close (&desk);
}

static void
test_snooze (void)
{
  g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");
  const gint64 saturday = 1679781600; /* 25 March 2023, 23:00 in Berlin: the clock goes forward that night */
  CorSnooze    snooze = COR_SNOOZE_HOUR;

  g_assert_nonnull (berlin);
  g_assert_cmpint (cor_snooze_get_end (COR_SNOOZE_HOUR, saturday, berlin), ==, saturday + 3600);
  g_assert_cmpint (cor_snooze_get_end (COR_SNOOZE_UNTIL_REPLY, saturday, berlin), ==, 0);
  /* 9:00 summer time on Sunday is 9 hours after 23:00, not 10 */
  g_assert_cmpint (cor_snooze_get_end (COR_SNOOZE_TOMORROW, saturday, berlin), ==, saturday + 9 * 3600);
  g_assert_cmpint (cor_snooze_get_end (COR_SNOOZE_MONDAY, saturday, berlin), ==, saturday + 33 * 3600);
  /* on a Monday it is the next one */
  g_assert_cmpint (cor_snooze_get_end (COR_SNOOZE_MONDAY, 1687163520, berlin) - 1687163520, >, 6 * 86400);
  g_assert_true (cor_snooze_from_string ("reply", &snooze));
  g_assert_cmpint (snooze, ==, COR_SNOOZE_UNTIL_REPLY);
  g_assert_false (cor_snooze_from_string ("later", &snooze));
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);
  g_test_add_func ("/customer/attributes", test_attributes);
  g_test_add_func ("/customer/phone", test_phone);
  g_test_add_func ("/customer/store", test_from_the_store);
  g_test_add_func ("/snooze/ends", test_snooze);
  return cor_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-sla.h"
#include "cor-test-main.h"

#define NOW 1700000000

static CorSla
compute (CorChannel channel,
         gboolean   is_vip,
         gint64     waited)
{
  CorSlaInput input = { .channel = channel, .status = COR_STATUS_OPEN, .is_vip = is_vip, .waiting_since = NOW - waited };

  return cor_sla_compute (&input, NOW);
}

static void
test_targets (void)
{
  static const struct
  {
    CorChannel channel;
    int        target;
  } cases[] = {
    { COR_CHANNEL_WEB, 120 },
    { COR_CHANNEL_WHATSAPP, 600 },
    { COR_CHANNEL_WECHAT, 600 },
    { COR_CHANNEL_TELEGRAM, 600 },
    { COR_CHANNEL_LINE, 600 },
    { COR_CHANNEL_SMS, 600 },
    { COR_CHANNEL_PHONE, 600 },
    { COR_CHANNEL_FACEBOOK, 3600 },
    { COR_CHANNEL_INSTAGRAM, 3600 },
    { COR_CHANNEL_X, 3600 },
    { COR_CHANNEL_EMAIL, 14400 },
    { COR_CHANNEL_API, 14400 },
  };

  g_assert_cmpuint (G_N_ELEMENTS (cases), ==, COR_N_CHANNELS);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (cor_sla_get_target (cases[i].channel, FALSE), ==, cases[i].target);
      g_assert_cmpint (cor_sla_get_target (cases[i].channel, TRUE), ==, cases[i].target / 2);
      g_assert_cmpint (compute (cases[i].channel, FALSE, 10).due, ==, NOW - 10 + cases[i].target);
    }
  g_assert_cmpint (cor_sla_get_target ((CorChannel) 99, FALSE), ==, 14400);
}

static void
test_states (void)
{
  static const struct
  {
    CorChannel  channel;
    gint64      waited;
    CorSlaState state;
    gint64      left;
  } cases[] = {
    { COR_CHANNEL_EMAIL, 0, COR_SLA_IN_TIME, 14400 },
    { COR_CHANNEL_EMAIL, 14400 - 2880, COR_SLA_IN_TIME, 2880 },
    { COR_CHANNEL_EMAIL, 14400 - 2879, COR_SLA_SOON, 2879 },
    { COR_CHANNEL_EMAIL, 14400, COR_SLA_SOON, 0 },
    { COR_CHANNEL_EMAIL, 14401, COR_SLA_LATE, -1 },
    { COR_CHANNEL_X, 3600 - 900, COR_SLA_IN_TIME, 900 },
    { COR_CHANNEL_X, 3600 - 899, COR_SLA_SOON, 899 },
    { COR_CHANNEL_WEB, 0, COR_SLA_IN_TIME, 120 },
    { COR_CHANNEL_WEB, 97, COR_SLA_SOON, 23 },
    { COR_CHANNEL_WEB, 121, COR_SLA_LATE, -1 },
    { COR_CHANNEL_WHATSAPP, 480, COR_SLA_IN_TIME, 120 },
    { COR_CHANNEL_WHATSAPP, 481, COR_SLA_SOON, 119 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CorSla sla = compute (cases[i].channel, FALSE, cases[i].waited);

      g_assert_cmpint (sla.state, ==, cases[i].state);
      g_assert_cmpint (sla.left, ==, cases[i].left);
    }
  g_assert_cmpint (compute (COR_CHANNEL_EMAIL, TRUE, 7201).state, ==, COR_SLA_LATE);
}

static void
test_no_clock (void)
{
  CorSlaInput input = { .channel = COR_CHANNEL_EMAIL, .status = COR_STATUS_OPEN };
  CorSla      sla = cor_sla_compute (&input, NOW);

  g_assert_cmpint (sla.state, ==, COR_SLA_PAUSED);
  g_assert_cmpint (sla.due, ==, 0);
  input.status = COR_STATUS_SNOOZED;
  g_assert_cmpint (cor_sla_compute (&input, NOW).state, ==, COR_SLA_PAUSED);

  input.waiting_since = NOW - 100000;
  g_assert_cmpint (cor_sla_compute (&input, NOW).state, ==, COR_SLA_LATE);
  input.status = COR_STATUS_RESOLVED;
  g_assert_cmpint (cor_sla_compute (&input, NOW).state, ==, COR_SLA_NONE);
  input.status = COR_STATUS_PENDING;
  g_assert_cmpint (cor_sla_compute (&input, NOW).state, ==, COR_SLA_NONE);
}

static void
test_policy (void)
{
  CorSlaInput input = { .channel = COR_CHANNEL_EMAIL, .status = COR_STATUS_OPEN, .waiting_since = NOW, .policy_first_reply = 600, .policy_next_reply = 1200 };

  g_assert_cmpint (cor_sla_compute (&input, NOW).target, ==, 600);
  input.has_reply = TRUE;
  g_assert_cmpint (cor_sla_compute (&input, NOW).target, ==, 1200);
  input.policy_next_reply = 99999;
  g_assert_cmpint (cor_sla_compute (&input, NOW).target, ==, 14400);
  input.policy_next_reply = -5;
  g_assert_cmpint (cor_sla_compute (&input, NOW).target, ==, 14400);
  input.is_vip = TRUE;
  input.policy_next_reply = 9000;
  g_assert_cmpint (cor_sla_compute (&input, NOW).target, ==, 7200);
}

static void
test_extremes (void)
{
  CorSlaInput input = { .channel = COR_CHANNEL_EMAIL, .status = COR_STATUS_OPEN, .waiting_since = G_MAXINT64 };

  g_assert_cmpint (cor_sla_compute (&input, G_MININT64).due, ==, G_MAXINT64);
  g_assert_cmpint (cor_sla_compute (&input, NOW).state, ==, COR_SLA_IN_TIME);
  input.waiting_since = 1;
  g_assert_cmpint (cor_sla_compute (&input, G_MAXINT64).state, ==, COR_SLA_LATE);
  input.waiting_since = G_MININT64;
  g_assert_cmpint (cor_sla_compute (&input, NOW).state, ==, COR_SLA_PAUSED);
  input.waiting_since = NOW + 3600; /* a clock that is fast */
  g_assert_cmpint (cor_sla_compute (&input, NOW).state, ==, COR_SLA_IN_TIME);
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);
  g_test_add_func ("/sla/targets", test_targets);
  g_test_add_func ("/sla/states", test_states);
  g_test_add_func ("/sla/no-clock", test_no_clock);
  g_test_add_func ("/sla/policy", test_policy);
  g_test_add_func ("/sla/extremes", test_extremes);
  return cor_test_run ();
}

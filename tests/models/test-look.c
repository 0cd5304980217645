/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-hue.h"
#include "cor-initials.h"
#include "cor-test-main.h"
#include "cor-thread.h"

static void
test_initials (void)
{
  static const struct
  {
    const char *name, *initials;
  } cases[] = {
    { "Li Wei 李伟", "LW" },
    { "Ana Ribeiro", "AR" },
    { "佐藤 美咲", "佐" },
    { "陳怡君", "陳" },
    { "يوسف حداد", "يح" },
    { "élodie", "É" },
    { "Nguyễn Minh Anh", "NA" },
    { "marta.gil@example.org", "MG" },
    { "+86 138 0000 0000", "#" },
    { "42", "?" },
    { "", "?" },
    { NULL, "?" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *initials = cor_initials (cases[i].name);

      g_assert_cmpstr (initials, ==, cases[i].initials);
    }
}

static void
test_hue (void)
{
  g_assert_cmpint (cor_hue_from_color ("#1f93ff"), ==, COR_HUE_BLUE);
  g_assert_cmpint (cor_hue_from_color ("#FF0000"), ==, COR_HUE_RED);
  g_assert_cmpint (cor_hue_from_color ("#00aa44"), ==, COR_HUE_GREEN);
  g_assert_cmpint (cor_hue_from_color ("#777777"), ==, COR_HUE_SLATE);
  g_assert_cmpint (cor_hue_from_color ("red; color: x"), ==, COR_HUE_SLATE);
  g_assert_cmpint (cor_hue_from_color (NULL), ==, COR_HUE_SLATE);
  for (guint i = 0; i < COR_HUE_SLATE; i++)
    {
      g_autofree char *color = g_strdup_printf ("#%06x", cor_hue_get_rgb ((CorHue) i));

      g_assert_cmpint (cor_hue_from_color (color), ==, i);
    }
  g_assert_cmpint (cor_hue_of_name ("Li Wei"), ==, cor_hue_of_name ("Li Wei"));
  g_assert_cmpint (cor_hue_of_name ("Li Wei"), !=, COR_HUE_BLUE);
}

static void
test_deadline (void)
{
  CorThreadData data = { .channel = COR_CHANNEL_EMAIL, .status = COR_STATUS_OPEN, .waiting_since = 100, .due_at = 10000 };

  g_assert_cmpint (cor_thread_data_get_sla_state (&data, 10001), ==, COR_SLA_LATE);
  g_assert_cmpint (cor_thread_data_get_sla_state (&data, 9000), ==, COR_SLA_SOON);
  g_assert_cmpint (cor_thread_data_get_sla_state (&data, 100), ==, COR_SLA_IN_TIME);
  data.due_at = G_MAXINT64;
  g_assert_cmpint (cor_thread_data_get_sla_state (&data, 100), ==, COR_SLA_NONE);
  data.waiting_since = 0;
  g_assert_cmpint (cor_thread_data_get_sla_state (&data, 100), ==, COR_SLA_PAUSED);
  data.status = COR_STATUS_RESOLVED;
  g_assert_cmpint (cor_thread_data_get_sla_state (&data, 100), ==, COR_SLA_NONE);
}

int
main (int argc, char **argv)
{
  cor_test_init (&argc, &argv);
  g_test_add_func ("/look/initials", test_initials);
  g_test_add_func ("/look/hue", test_hue);
  g_test_add_func ("/look/deadline", test_deadline);
  return cor_test_run ();
}

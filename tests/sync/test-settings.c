/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-sync-settings.h"
#include "cor-test-main.h"

#define DAY (24 * 60 * 60)

/* Pairs of key and value, up to a NULL. */
static CorSyncSettings
parse (const char *first,
       ...)
{
  g_autoptr (GHashTable) texts = g_hash_table_new (g_str_hash, g_str_equal);
  CorSyncSettings settings;
  va_list         args;

  memset (&settings, 0xa5, sizeof settings); /* whatever was there must not matter */
  va_start (args, first);
  for (const char *key = first; key != NULL; key = va_arg (args, const char *))
    g_hash_table_insert (texts, (char *) key, va_arg (args, char *));
  va_end (args);
  cor_sync_settings_parse (&settings, texts);
  return settings;
}

static void
test_nothing_set (void)
{
  CorSyncSettings settings = parse (NULL);

  g_assert_cmpuint (settings.n_waits, ==, 3);
  g_assert_cmpuint (settings.waits_ms[0], ==, 0);
  g_assert_cmpuint (settings.waits_ms[1], ==, 30 * 1000);
  g_assert_cmpuint (settings.waits_ms[2], ==, 120 * 1000);
  g_assert_false (settings.history_all);
  g_assert_cmpuint (settings.history_days, ==, 90);
  g_assert_cmpuint (cor_sync_settings_get_undo (&settings, COR_CHANNEL_EMAIL), ==, 10);
  g_assert_cmpuint (cor_sync_settings_get_undo (&settings, COR_CHANNEL_WECHAT), ==, 3);
  g_assert_cmpuint (cor_sync_settings_get_stale (&settings, COR_CHANNEL_EMAIL), ==, 4 * 60 * 60);
  g_assert_cmpuint (cor_sync_settings_get_stale (&settings, COR_CHANNEL_SMS), ==, 15 * 60);
  g_assert_cmpuint (settings.poll_seconds, >, 0);
  g_assert_cmpuint (settings.backoff_ms, >, 0);
}

static void
test_all_set (void)
{
  CorSyncSettings settings = parse ("undo-email", "20", "undo-messaging", "0", "stale-email", "60", "stale-messaging", "30", "poll", "7",
                                    "backoff-ms", "50", "history", "30", NULL);

  g_assert_cmpuint (cor_sync_settings_get_undo (&settings, COR_CHANNEL_EMAIL), ==, 20);
  g_assert_cmpuint (cor_sync_settings_get_undo (&settings, COR_CHANNEL_TELEGRAM), ==, 0);
  g_assert_cmpuint (cor_sync_settings_get_stale (&settings, COR_CHANNEL_EMAIL), ==, 60);
  g_assert_cmpuint (cor_sync_settings_get_stale (&settings, COR_CHANNEL_LINE), ==, 30);
  g_assert_cmpuint (settings.poll_seconds, ==, 7);
  g_assert_cmpuint (settings.backoff_ms, ==, 50);
  g_assert_cmpuint (settings.history_days, ==, 30);
}

/* Never so often that a server or this computer has nothing else to do. */
static void
test_floors (void)
{
  CorSyncSettings settings = parse ("poll", "0", "backoff-ms", "0", NULL);

  g_assert_cmpuint (settings.poll_seconds, >=, 1);
  g_assert_cmpuint (settings.backoff_ms, >=, 10);
}

static void
test_unreadable (void)
{
  static const char *const texts[] = { "", " ", "soon", "-5", "3 s", "1e9x", "99999999999999999999", "12,5" };
  CorSyncSettings          otherwise = parse (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      CorSyncSettings settings = parse ("undo-email", texts[i], "undo-messaging", texts[i], "stale-email", texts[i], "stale-messaging", texts[i],
                                        "poll", texts[i], "backoff-ms", texts[i], "history", texts[i], NULL);

      g_assert_cmpuint (settings.undo_email, ==, otherwise.undo_email);
      g_assert_cmpuint (settings.undo_messaging, ==, otherwise.undo_messaging);
      g_assert_cmpuint (settings.stale_email, ==, otherwise.stale_email);
      g_assert_cmpuint (settings.stale_messaging, ==, otherwise.stale_messaging);
      g_assert_cmpuint (settings.poll_seconds, ==, otherwise.poll_seconds);
      g_assert_cmpuint (settings.backoff_ms, ==, otherwise.backoff_ms);
      g_assert_cmpuint (settings.history_days, ==, otherwise.history_days);
      g_assert_false (settings.history_all);
    }
}

typedef struct
{
  const char *text;
  guint       n;
  guint       ms[COR_SYNC_MAX_WAITS];
} Waits;

/* A value that is not understood must never shorten the waits: then a reply might be sent twice. */
static void
test_waits (void)
{
  static const Waits table[] = {
    { "none", 0, { 0 } },
    { "0", 1, { 0 } },
    { "0,0.2,0.5", 3, { 0, 200, 500 } },
    { " 1 , 2 ", 2, { 1000, 2000 } },
    { "1,2,3,4,5,6,7,8", 8, { 1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000 } },
    { "86400", 1, { 86400000 } },
    /* not understood: the contract's */
    { "", 3, { 0, 30000, 120000 } },
    { "120,0,30", 3, { 0, 30000, 120000 } },
    { "999999", 3, { 0, 30000, 120000 } },
    { "soon", 3, { 0, 30000, 120000 } },
    { "0,thirty,120", 3, { 0, 30000, 120000 } },
    { "0,,120", 3, { 0, 30000, 120000 } },
    { "0;30;120", 3, { 0, 30000, 120000 } },
    { "0,30,120,", 3, { 0, 30000, 120000 } },
    { "-1", 3, { 0, 30000, 120000 } },
    { "nan", 3, { 0, 30000, 120000 } },
    { "inf", 3, { 0, 30000, 120000 } },
    { "None", 3, { 0, 30000, 120000 } },
    { "1,2,3,4,5,6,7,8,9", 3, { 0, 30000, 120000 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      CorSyncSettings settings = parse ("check-waits", table[i].text, NULL);

      g_test_message ("check-waits \"%s\"", table[i].text);
      g_assert_cmpuint (settings.n_waits, ==, table[i].n);
      for (guint j = 0; j < table[i].n; j++)
        g_assert_cmpuint (settings.waits_ms[j], ==, table[i].ms[j]);
    }
}

static void
test_cutoff (void)
{
  CorSyncSettings ninety = parse (NULL), seven = parse ("history", "7", NULL), all = parse ("history", "all", NULL);
  gint64          now = 1790000000;

  g_assert_cmpint (cor_sync_settings_get_cutoff (&ninety, now), ==, now - 90 * DAY);
  g_assert_cmpint (cor_sync_settings_get_cutoff (&seven, now), ==, now - 7 * DAY);
  g_assert_true (all.history_all);
  g_assert_cmpint (cor_sync_settings_get_cutoff (&all, now), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);
  g_test_add_func ("/settings/nothing-set", test_nothing_set);
  g_test_add_func ("/settings/all-set", test_all_set);
  g_test_add_func ("/settings/floors", test_floors);
  g_test_add_func ("/settings/unreadable", test_unreadable);
  g_test_add_func ("/settings/waits", test_waits);
  g_test_add_func ("/settings/cutoff", test_cutoff);
  return cor_test_run ();
}

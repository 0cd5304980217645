/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-accounts.h"
#include "cor-service-error.h"
#include "cor-test-main.h"

/* Which of the accounts that a token opens. */

static GPtrArray *
make_accounts (guint n)
{
  GPtrArray *accounts = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_desk_account_record_free);

  for (guint i = 0; i < n; i++)
    {
      CorDeskAccountRecord *account = cor_desk_account_record_new ();

      account->remote_id = g_strdup_printf ("%u", i + 1);
      g_ptr_array_add (accounts, account);
    }
  return accounts;
}

static void
test_only_one (void)
{
  g_autoptr (GPtrArray) accounts = make_accounts (1);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (cor_accounts_choose (accounts, NULL, &error)->remote_id, ==, "1");
  g_assert_no_error (error);
}

/* The one used last is first in the list; that does not make it the one that is meant. */
static void
test_never_the_first (void)
{
  g_autoptr (GPtrArray) accounts = make_accounts (3);
  g_autoptr (GError) error = NULL;

  g_assert_null (cor_accounts_choose (accounts, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (cor_accounts_choose (accounts, "2", &error)->remote_id, ==, "2");
  g_assert_no_error (error);
}

static void
test_not_among_them (void)
{
  g_autoptr (GPtrArray) accounts = make_accounts (3), none = make_accounts (0);
  g_autoptr (GError) error = NULL;

  g_assert_null (cor_accounts_choose (accounts, "9", &error));
  g_assert_error (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_NO_ACCOUNT);
  g_clear_error (&error);
  g_assert_null (cor_accounts_choose (none, NULL, &error));
  g_assert_error (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_NO_ACCOUNT);
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);
  g_test_add_func ("/choose/only-one", test_only_one);
  g_test_add_func ("/choose/never-the-first", test_never_the_first);
  g_test_add_func ("/choose/not-among-them", test_not_among_them);
  return cor_test_run ();
}

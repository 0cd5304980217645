/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "test-address"

#include "config.h"

#include "cor-desk-address.h"
#include "cor-desk-kinds.h"
#include "cor-service-error.h"
#include "cor-test-main.h"

static void
test_good (void)
{
  static const struct
  {
    const char *typed;
    const char *origin;
    const char *account_id;
  } cases[] = {
    { "desk.example.com", "https://desk.example.com", NULL },
    { "  https://Desk.Example.com/  ", "https://desk.example.com", NULL },
    { "https://desk.example.com/app/accounts/3/inbox/7", "https://desk.example.com", "3" },
    { "desk.example.com/app/accounts/12", "https://desk.example.com", "12" },
    { "https://desk.example.com/app/accounts/x", "https://desk.example.com", NULL },
    { "https://desk.example.com:443", "https://desk.example.com", NULL },
    { "127.0.0.1:8443", "https://127.0.0.1:8443", NULL },
    { "localhost:3000/app", "https://localhost:3000", NULL },
    { "https://[::1]:8443/", "https://[::1]:8443", NULL },
    { "HTTPS://desk.example.com/app/login?x=1#y", "https://desk.example.com", NULL },
    { "客服.example.com", "https://xn--ubtq9x.example.com", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *origin = NULL;
      g_autofree char *account_id = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (cor_desk_parse_address (cases[i].typed, &origin, &account_id, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (origin, ==, cases[i].origin);
      g_assert_cmpstr (account_id, ==, cases[i].account_id);
    }
}

static void
test_bad (void)
{
  static const struct
  {
    const char *typed;
    int         code;
  } cases[] = {
    { NULL, COR_SERVICE_ERROR_BAD_ADDRESS },
    { "", COR_SERVICE_ERROR_BAD_ADDRESS },
    { "   ", COR_SERVICE_ERROR_BAD_ADDRESS },
    { "not an address", COR_SERVICE_ERROR_BAD_ADDRESS },
    { "https://", COR_SERVICE_ERROR_BAD_ADDRESS },
    { "https:///path", COR_SERVICE_ERROR_BAD_ADDRESS },
    { "https://a..b", COR_SERVICE_ERROR_BAD_ADDRESS },
    { "ftp://desk.example.com", COR_SERVICE_ERROR_BAD_ADDRESS },
    { "file:///etc/passwd", COR_SERVICE_ERROR_BAD_ADDRESS },
    { "https://me:secret@desk.example.com", COR_SERVICE_ERROR_BAD_ADDRESS },
    { "agent@desk.example.com", COR_SERVICE_ERROR_BAD_ADDRESS },
    { "https://desk.example.com:99999", COR_SERVICE_ERROR_BAD_ADDRESS },
    { "http://desk.example.com", COR_SERVICE_ERROR_NOT_HTTPS },
    { "http://127.0.0.1:3000", COR_SERVICE_ERROR_NOT_HTTPS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *origin = NULL;
      g_autofree char *account_id = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_false (cor_desk_parse_address (cases[i].typed, &origin, &account_id, &error));
      g_assert_error (error, COR_SERVICE_ERROR, cases[i].code);
      g_assert_null (origin);
      g_assert_null (account_id);
    }
}

static void
test_kinds (void)
{
  const char *const *kinds = cor_desk_list_kinds ();
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (kinds[0]);
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autoptr (CorDesk) desk = cor_desk_new_for_kind (kinds[i], "desk.example.com", NULL, "token", NULL, &error);

      g_assert_no_error (error);
      g_assert_true (COR_IS_DESK (desk));
    }

  g_assert_null (cor_desk_new_for_kind ("carrier-pigeon", "desk.example.com", NULL, "token", NULL, &error));
  g_assert_error (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_BAD_ADDRESS);
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);

  g_test_add_func ("/address/good", test_good);
  g_test_add_func ("/address/bad", test_bad);
  g_test_add_func ("/address/kinds", test_kinds);
  return cor_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-test-desk"

#include "config.h"

#include "cor-test-certificate.h"
#include "cor-test-desk.h"

CorDesk *
cor_test_desk_make (CorTestServer *server,
                    const char    *account_id)
{
  g_autofree char *url = cor_test_server_dup_url (server);
  g_autofree char *ca = cor_test_authority_write ();
  g_autoptr (GError) error = NULL;
  CorDesk *desk = cor_chatwoot_new (url, account_id, DESK_TOKEN, ca, &error);

  g_assert_no_error (error);
  cor_http_set_retry (cor_chatwoot_get_http (COR_CHATWOOT (desk)), 2, 1);
  return desk;
}

void
cor_test_desk_set_up (CorTestDesk  *fixture,
                      gconstpointer data)
{
  fixture->server = cor_test_server_new ();
  fixture->desk = cor_test_desk_make (fixture->server, "3");
}

void
cor_test_desk_tear_down (CorTestDesk  *fixture,
                         gconstpointer data)
{
  g_assert_finalize_object (fixture->desk);
  cor_test_server_free (fixture->server);
  g_clear_error (&fixture->error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-chatwoot.h"
#include "cor-test-server.h"

G_BEGIN_DECLS

/* What the server of chatwoot.md §1, §2 says. */
#define INVALID_TOKEN "{\"error\":\"Invalid Access Token\"}"
#define DEVISE "{\"errors\":[\"You need to sign in or sign up before continuing.\"]}"
#define POLICY "{\"error\":\"You are not authorized to do this action\"}"
#define NOT_FOUND "{\"error\":\"Resource could not be found\"}"
#define API "{\"version\":\"4.15.1\",\"timestamp\":\"x\",\"queue_services\":\"ok\",\"data_services\":\"ok\"}"
#define PROFILE "{\"id\":5,\"name\":\"Mei\",\"email\":\"m@example.com\",\"pubsub_token\":\"p\",\"access_token\":\"a\",\"account_id\":3," \
                "\"accounts\":[{\"id\":1,\"name\":\"One\"},{\"id\":3,\"name\":\"Three\",\"role\":\"agent\"}]}"

#define DESK_TOKEN "the-token"

/* A desk on account 3 of a server that is told what to say. */
typedef struct
{
  CorTestServer *server;
  CorDesk       *desk;
  GAsyncResult  *where;
  GError        *error;
} CorTestDesk;

CorDesk *cor_test_desk_make (CorTestServer *server,
                             const char    *account_id) G_GNUC_WARN_UNUSED_RESULT;
void     cor_test_desk_set_up (CorTestDesk  *fixture,
                               gconstpointer data);
void     cor_test_desk_tear_down (CorTestDesk  *fixture,
                                  gconstpointer data);

#define COR_TEST_DESK_ADD(path, func) \
  g_test_add (path, CorTestDesk, NULL, cor_test_desk_set_up, func, cor_test_desk_tear_down)

G_END_DECLS

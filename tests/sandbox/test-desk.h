/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

G_BEGIN_DECLS

/* A sandbox as a child process on a folder of its own, and a client that trusts its authority. */
typedef struct
{
  char        *state_dir;
  GSubprocess *process;
  SoupSession *session;
  JsonNode    *ready; /* the line it printed */
  char        *url;
  char        *token;
  gboolean     is_fresh; /* each call on a connection of its own: what happens to one is seen */
} TestDesk;

/* An answer; cleared by test_answer_clear() or the next call that takes it. */
typedef struct
{
  guint     status;       /* 0: no answer came */
  char     *content_type; /* nullable */
  char     *text;
  JsonNode *node; /* %NULL: not JSON */
} TestAnswer;

TestDesk   *test_desk_new (void);
void        test_desk_free (TestDesk *desk);
void        test_desk_start (TestDesk   *desk,
                             const char *argument);
void        test_desk_kill (TestDesk *desk);
const char *test_desk_token_of (TestDesk   *desk,
                                const char *role,
                                guint       nth,
                                gint64     *id);

void      test_desk_call_as (TestDesk   *desk,
                             const char *token,
                             const char *method,
                             const char *path,
                             const char *body,
                             TestAnswer *answer);
void      test_desk_call (TestDesk   *desk,
                          const char *method,
                          const char *path,
                          const char *body,
                          TestAnswer *answer);
JsonNode *test_desk_get (TestDesk   *desk,
                         const char *path);
JsonNode *test_desk_post (TestDesk   *desk,
                          const char *path,
                          const char *body);
void      test_desk_fault (TestDesk   *desk,
                           const char *json);
gint64    test_desk_inbound (TestDesk   *desk,
                             gint64      conversation_id,
                             const char *content);
guint     test_desk_journal_count (TestDesk   *desk,
                                   const char *client_message_id);
void      test_answer_clear (TestAnswer *answer);

JsonNode   *test_at (JsonNode   *node,
                     const char *path);
gint64      test_int (JsonNode   *node,
                      const char *path);
const char *test_text (JsonNode   *node,
                       const char *path);
guint       test_length (JsonNode   *node,
                         const char *path);

/* A folder of the account */
#define A "/api/v1/accounts/1"

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TestAnswer, test_answer_clear)

G_END_DECLS

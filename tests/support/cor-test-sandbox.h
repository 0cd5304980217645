/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* A corridor-sandbox of the test's own, in a folder of its own. The program is named by the
 * environment variable COR_SANDBOX, which meson sets. */
typedef struct
{
  GSubprocess *process;
  char        *state, *url, *ca, *token;
  guint        port;
} CorTestSandbox;

CorTestSandbox *cor_test_sandbox_start (const char *const *arguments) G_GNUC_WARN_UNUSED_RESULT;
void            cor_test_sandbox_kill (CorTestSandbox *self);
void            cor_test_sandbox_restart (CorTestSandbox *self, const char *const *arguments);
void            cor_test_sandbox_free (CorTestSandbox *self);

/* Asks one of its test addresses, or its API with the agent's token; waits for the answer. */
JsonNode *cor_test_sandbox_call (CorTestSandbox *self, const char *method, const char *path, const char *body) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorTestSandbox, cor_test_sandbox_free)

G_END_DECLS

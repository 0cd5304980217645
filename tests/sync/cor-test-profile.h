/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <sqlite3.h>

#include "cor-store-timeline.h"
#include "cor-test-sandbox.h"

G_BEGIN_DECLS

/* Addresses as cor_test_profile_count_requests() names them. */
#define COR_TEST_LISTS "/conversations"
#define COR_TEST_MESSAGES "/conversations/:id/messages"

/* A sandbox with as many conversations of one message as a test names, and a profile connected to it. */
typedef struct
{
  CorTestSandbox *sandbox;
  char           *dir;
  CorStore       *store;
  gint64          account;
  guint           n_new, n_read; /* conversations that came, and whose messages came, as "changed" told */
} CorTestProfile;

/* For g_test_add(); the data is the number of conversations, as a pointer. */
void cor_test_profile_set_up (CorTestProfile *self, gconstpointer n_conversations);
void cor_test_profile_start (CorTestProfile *self, const char *const *arguments);
void cor_test_profile_tear_down (CorTestProfile *self, gconstpointer unused);

void     cor_test_profile_set (CorTestProfile *self, const char *key, const char *value);
sqlite3 *cor_test_profile_open_desk (CorTestProfile *self) G_GNUC_WARN_UNUSED_RESULT;
void     cor_test_profile_run_once (CorTestProfile *self);
void     cor_test_profile_run_until (CorTestProfile *self, const guint *count, guint enough);
gint64   cor_test_profile_count_requests (CorTestProfile *self, const char *address);

/* @conversation: the number that people see, 1 the first. */
gint64           cor_test_profile_find (CorTestProfile *self, gint64 conversation);
CorTimelinePage *cor_test_profile_load (CorTestProfile *self, gint64 conversation) G_GNUC_WARN_UNUSED_RESULT;
guint            cor_test_profile_count_kept (CorTestProfile *self, gint64 conversation);

G_END_DECLS

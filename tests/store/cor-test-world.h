/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-conversation-record.h"

G_BEGIN_DECLS

#define COR_TEST_N_CONVERSATIONS 8

/*
 * A desk that changes at random, remembers every state it ever had, and can tell any of them again; and
 * beside each conversation and message what a store must know of it after what it was told.
 */

/* A conversation as it was at a moment. */
typedef struct
{
  CorStatus   status;
  CorPriority priority;
  int         assignee; /* number of the agent, 0 nobody */
  guint       labels;   /* set of bits */
  guint       unread;
  gboolean    is_vip;
  gint64      activity, waiting, updated;
} CorTestMoment;

typedef struct
{
  GArray       *moments;   /* CorTestMoment, the last is now */
  gboolean      is_hidden; /* the agent may not see it */
  gboolean      is_known;  /* from here: what the store must hold */
  gboolean      is_gone;   /* only a shell around the agent's own words */
  CorTestMoment known;
} CorTestThread;

/* A message as it was at a moment. */
typedef struct
{
  CorDelivery delivery;
  guint       edition; /* its text is another with each */
  gboolean    is_deleted;
} CorTestWords;

typedef struct
{
  guint        thread;
  gint64       ordinal;
  char        *uuid;    /* of our own replies */
  GArray      *moments; /* CorTestWords */
  gboolean     is_known;
  CorTestWords known;
} CorTestMessage;

typedef struct
{
  GRand        *dice;
  gint64        clock;
  CorTestThread threads[COR_TEST_N_CONVERSATIONS];
  GPtrArray    *messages; /* CorTestMessage, ascending by ordinal */
} CorTestWorld;

CorTestWorld *cor_test_world_new (guint32 seed) G_GNUC_WARN_UNUSED_RESULT;
void          cor_test_world_free (CorTestWorld *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorTestWorld, cor_test_world_free)

guint    cor_test_world_draw (CorTestWorld *self, guint n);
void     cor_test_world_change (CorTestWorld *self);
gboolean cor_test_world_commit (CorTestWorld *self, guint thread, const char *uuid);

/* Something the desk says, now or of old; what the store must know afterwards is noted at once. */
CorConversationRecord *cor_test_world_tell_thread (CorTestWorld *self, guint thread) G_GNUC_WARN_UNUSED_RESULT;
CorMessageRecord      *cor_test_world_tell_message (CorTestWorld *self, CorTestMessage *message) G_GNUC_WARN_UNUSED_RESULT;
CorTestMessage        *cor_test_world_find_newest (CorTestWorld *self, guint thread);
CorTestMessage        *cor_test_world_find_uuid (CorTestWorld *self, const char *uuid);

/* The store was told to forget it; @is_shell: our own words were in it. */
void cor_test_world_forget (CorTestWorld *self, guint thread, gboolean is_shell);

/* What the store must know, in lines that test-pull.c also makes of the store. */
char *cor_test_world_describe (CorTestWorld *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store-outbox.h"
#include "cor-store-pull.h"
#include "cor-store.h"

G_BEGIN_DECLS

/*
 * A profile in a temporary folder with one account, and the words to fill it: what a server would have
 * told is written through the functions of the sync engine. Every call waits until it is in the store.
 */
typedef struct
{
  char     *dir;
  CorStore *store;
  gint64    account;
  gint64    ordinal; /* of the newest message */
  gint64    now;     /* when the story is told: what is queued has the time of the clock */
} CorTestDesk;

typedef struct
{
  const char *number; /* display id */
  CorChannel  channel;
  const char *name, *email, *phone, *company, *city, *country;
  const char *attributes_json; /* of the customer */
  const char *about_json;      /* attributes of the conversation */
  const char *labels;          /* separated by commas */
  const char *assignee_id;
  const char *subject;
  CorStatus   status;
  gint64      at; /* of the last activity; seconds since the epoch */
  guint       n_unread;
} CorTestConversation;

typedef struct
{
  const char    *number; /* of the conversation */
  CorMessageKind kind;
  CorSender      sender;
  const char    *sender_id, *sender_name;
  const char    *text, *whole, *subject;
  const char    *file_name; /* of an attachment, or NULL */
  const char    *answers;   /* remote id of another message, or NULL */
  gint64         at;
  CorDelivery    delivery;
  gboolean       is_private, is_deleted;
} CorTestMessage;

void   cor_test_desk_open (CorTestDesk *desk);
void   cor_test_desk_close (CorTestDesk *desk);
gint64 cor_test_desk_add (CorTestDesk *desk, const CorTestConversation *conversation);
void   cor_test_desk_say (CorTestDesk *desk, const CorTestMessage *message);
void   cor_test_desk_settle (CorTestDesk *desk);
gint64 cor_test_desk_find (CorTestDesk *desk, const char *number);
gint64 cor_test_desk_reply (CorTestDesk *desk, gint64 conversation, const char *text, int undo_seconds);
void   cor_test_desk_move (CorTestDesk *desk, const CorIntentMove *move);

/* The story of the pictures, told as of now. */
void cor_test_desk_tell_story (CorTestDesk *desk);

G_END_DECLS

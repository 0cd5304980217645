/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store.h"

G_BEGIN_DECLS

/* What can be wrong with a store. */
typedef enum
{
  COR_PROBLEM_DAMAGED,        /* subject: SQLite's own words */
  COR_PROBLEM_DANGLING,       /* a row of the table @subject names one that is not there; found: its rowid */
  COR_PROBLEM_COUNT,          /* the count of the view @subject */
  COR_PROBLEM_COUNT_UNREAD,   /* likewise, of what is unread */
  COR_PROBLEM_NO_ROW,         /* the conversation @subject is in no list */
  COR_PROBLEM_STRAY_ROW,      /* a row of lists, number @subject, has no conversation */
  COR_PROBLEM_COUNT_MESSAGES, /* of the conversation @subject */
  COR_PROBLEM_COUNT_REPLIES,  /* unsent ones of the conversation @subject */
} CorProblemKind;

typedef struct
{
  CorProblemKind kind;
  char          *subject;
  gint64         expected, found; /* counts: as counted anew, as stored */
} CorProblem;

void cor_problem_free (CorProblem *self);

/* Looks through the whole store; GPtrArray of CorProblem, empty when all is well. */
void       cor_store_check_async (CorStore *store, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cor_store_check_finish (CorStore *store, GAsyncResult *result, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-db.h"

G_BEGIN_DECLS

/* What a conversation's customer asked, and where in it. For jobs on the store's threads. */
typedef struct
{
  char    *text;       /* "" when nothing is asked */
  char    *earlier;    /* what the conversation was about until then, not long ago; or NULL */
  guint    n_messages; /* it was asked in so many that do not only greet */
  gboolean is_last;    /* they are what the customer wrote last */
} CorAsked;

CorAsked *cor_question_load (CorDb *db, gint64 conversation, gint64 before) G_GNUC_WARN_UNUSED_RESULT;
void      cor_asked_free (CorAsked *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorAsked, cor_asked_free)

G_END_DECLS

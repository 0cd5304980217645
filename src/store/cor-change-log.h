/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-db.h"

G_BEGIN_DECLS

/* What one transaction changed, gathered so that each conversation's row is made once. */
typedef struct _CorChangeSet CorChangeSet;

CorChangeSet *cor_change_set_new (void) G_GNUC_WARN_UNUSED_RESULT;
void          cor_change_set_free (CorChangeSet *self);
void          cor_change_set_add_thread (CorChangeSet *self, gint64 conversation);
void          cor_change_set_add_timeline (CorChangeSet *self, gint64 conversation);
void          cor_change_set_add_topics (CorChangeSet *self, guint topics);
void          cor_change_set_flush (CorChangeSet *self, CorDb *db);
void          cor_change_set_clear (CorChangeSet *self);

CorStoreChanges *cor_change_log_read (CorDb *db, gint64 after, gint64 *last) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

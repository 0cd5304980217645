/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-conversation-record.h"
#include "cor-db.h"
#include "cor-desk-records.h"

G_BEGIN_DECLS

/* Upserts, inside a job's transaction. Each says itself what it touched. */

gint64 cor_pull_customer (CorDb *db, gint64 account, CorCustomerRecord *customer);
gint64 cor_pull_conversation (CorDb *db, gint64 account, CorConversationRecord *conversation);
gint64 cor_pull_message (CorDb *db, gint64 account, gint64 conversation, CorMessageRecord *message);
void   cor_pull_drop_conversation (CorDb *db, gint64 conversation);

G_END_DECLS

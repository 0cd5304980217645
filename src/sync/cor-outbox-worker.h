/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-desk-link.h"

G_BEGIN_DECLS

/*
 * CorOutboxWorker: brings an account's queued intents to the service, each conversation's in order,
 * conversations beside one another. It works while it is open, and tells when it stops being idle.
 *
 * Signal "failed" (GError *): something that concerns the whole account; it has closed itself.
 * Signal "idle": nothing can be done now; what waits, waits for a time or for the agent.
 */
#define COR_TYPE_OUTBOX_WORKER (cor_outbox_worker_get_type ())
G_DECLARE_FINAL_TYPE (CorOutboxWorker, cor_outbox_worker, COR, OUTBOX_WORKER, GObject)

CorOutboxWorker *cor_outbox_worker_new (CorDeskLink *link) G_GNUC_WARN_UNUSED_RESULT;
void             cor_outbox_worker_open (CorOutboxWorker *self);
void             cor_outbox_worker_close (CorOutboxWorker *self);
void             cor_outbox_worker_wake (CorOutboxWorker *self);
gboolean         cor_outbox_worker_is_idle (CorOutboxWorker *self);

G_END_DECLS

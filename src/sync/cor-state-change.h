/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-desk-link.h"
#include "cor-store-intents.h"

G_BEGIN_DECLS

#define COR_STATE_CHANGE_ERROR (cor_state_change_error_quark ())

typedef enum
{
  COR_STATE_CHANGE_ERROR_CONFLICT, /* a colleague changed the same, to something else */
} CorStateChangeErrorCode;

GQuark cor_state_change_error_quark (void);

/* A change of a conversation's state: looked at if it waited offline, made, and read back, so that what
 * the server says of it is here before the overlay goes. Safe to repeat. */
void     cor_state_change_async (CorDeskLink *link, CorIntentData *intent, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_state_change_finish (GAsyncResult *result, GError **error);

G_END_DECLS

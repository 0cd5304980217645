/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-payment-view.h"
#include "cor-store.h"

G_BEGIN_DECLS

/*
 * Payments that the agent watches: the services are asked about them now and then, and she is told when one stands
 * otherwise than she knows. Topic COR_TOPIC_PAYMENTS tells of all of it.
 */
typedef struct
{
  char            *reference;    /* as services know it */
  gint64           conversation; /* local id of where it was asked for, 0 nowhere */
  char            *display_id;   /* of the conversation; nullable */
  char            *name;         /* of its customer; nullable */
  gint64           since;        /* seconds since the epoch, as all below */
  gint64           asked_at;     /* the services were; 0: not yet */
  gint64           changed_at;   /* 0: nothing that she has not seen */
  gboolean         is_told;      /* she was notified of that */
  CorPaymentStatus was;          /* before; COR_PAYMENT_UNKNOWN: nothing is new */
  CorPaymentView  *view;         /* how it stands */
  gboolean         may_offer;    /* the customer may be told of it: linked and verified there, and the gates say so */
  const char      *reply;        /* template that tells her; "": none */
} CorPaymentWatch;

void cor_payment_watch_free (CorPaymentWatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorPaymentWatch, cor_payment_watch_free)

void     cor_store_watch_payment_async (CorStore *store, const char *reference, gint64 conversation, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void     cor_store_unwatch_payment_async (CorStore *store, const char *reference, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void     cor_store_tell_payment_watch_async (CorStore *store, const char *reference, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void     cor_store_see_payment_watch_async (CorStore *store, const char *reference, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_store_payment_watch_finish (CorStore *store, GAsyncResult *result, GError **error);

void       cor_store_list_payment_watches_async (CorStore *store, gint64 now, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cor_store_list_payment_watches_finish (CorStore *store, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* For the sync engine. */
void     cor_store_wish_due_payments_async (CorStore *store, gint64 now, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_store_wish_due_payments_finish (CorStore *store, GAsyncResult *result, GError **error);

G_END_DECLS

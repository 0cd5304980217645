/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-payment-link.h"
#include "cor-store.h"

G_BEGIN_DECLS

/* A payment that a conversation is about (ledger.md, rule 2), with what the desk has not been told yet laid over. */
typedef struct
{
  char    *reference;
  char    *role;        /* payer, payee, third_party; NULL: nobody said */
  gboolean is_here;     /* named by this conversation, not by another of the same customer */
  gint64   verified_at; /* of this channel, seconds since the epoch; 0: not verified */
  char    *method;      /* how; nullable */
  char    *verified_by; /* name of the agent; nullable */
} CorPaymentLink;

void cor_payment_link_free (CorPaymentLink *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorPaymentLink, cor_payment_link_free)

void       cor_store_list_payment_links_async (CorStore *store, gint64 conversation, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cor_store_list_payment_links_finish (CorStore *store, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Which of @links is meant: what the agent said as long as it is linked, or else the only one that the conversation itself
 * names; NULL where there are several, or none. */
const char *cor_payment_links_choose (GPtrArray *links, const char *choice);

/* Those that it may be about: named in its messages, linked with others of its customer, or of the same customer in the
 * ledger; not those that it is linked with. */
void   cor_store_list_payment_candidates_async (CorStore *store, gint64 conversation, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
char **cor_store_list_payment_candidates_finish (CorStore *store, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Which one is meant, where several fit: the agent's word, kept for the conversation on this computer. */
void     cor_store_choose_payment_async (CorStore *store, gint64 conversation, const char *reference, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_store_choose_payment_finish (CorStore *store, GAsyncResult *result, GError **error);

void  cor_store_load_payment_choice_async (CorStore *store, gint64 conversation, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
char *cor_store_load_payment_choice_finish (CorStore *store, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

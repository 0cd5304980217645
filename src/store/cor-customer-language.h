/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store.h"

G_BEGIN_DECLS

/* In which language a customer is written to, and how that is known. */
typedef enum
{
  COR_LANGUAGE_OF_NOBODY,   /* it is not */
  COR_LANGUAGE_OF_DESK,     /* the desk has it */
  COR_LANGUAGE_OF_MESSAGES, /* the customer writes in it */
} CorLanguageOrigin;

typedef struct
{
  char             *tag; /* BCP 47, canonical; NULL: not known */
  CorLanguageOrigin origin;
} CorCustomerLanguage;

/* For jobs on the store's threads. */
CorCustomerLanguage *cor_customer_language_load (CorDb *db, gint64 conversation) G_GNUC_WARN_UNUSED_RESULT;
void                 cor_customer_language_free (CorCustomerLanguage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorCustomerLanguage, cor_customer_language_free)

void                 cor_store_load_customer_language_async (CorStore *store, gint64 conversation, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorCustomerLanguage *cor_store_load_customer_language_finish (CorStore *store, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

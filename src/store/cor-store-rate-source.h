/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store.h"

G_BEGIN_DECLS

/* What the agent may choose; unset: Frankfurter, once there is an account of a server that is not this computer. */
#define COR_RATE_SOURCE_FRANKFURTER "frankfurter"
#define COR_RATE_SOURCE_ECB "ecb"
#define COR_RATE_SOURCE_NONE "none"

/* Where reference rates are fetched from, and how that went. */
typedef struct
{
  char    *service; /* NULL: nobody chose */
  char    *url;     /* of the server; NULL: the service's own */
  char    *ca_file; /* nullable: PEM of a private authority */
  gboolean has_history;
  gint64   asked_at;  /* 0: never */
  char    *error;     /* why the last look failed, in the service's words; NULL: it did not */
  guint32  newest;    /* Julian: the newest day that was fetched or imported; 0 none */
  gboolean is_wanted; /* an account asks for it: see above */
} CorRateSourceData;

void cor_rate_source_data_free (CorRateSourceData *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorRateSourceData, cor_rate_source_data_free)

void               cor_store_load_rate_source_async (CorStore           *store,
                                                     GCancellable       *cancellable,
                                                     GAsyncReadyCallback callback,
                                                     gpointer            user_data);
CorRateSourceData *cor_store_load_rate_source_finish (CorStore     *store,
                                                      GAsyncResult *result,
                                                      GError      **error) G_GNUC_WARN_UNUSED_RESULT;

void     cor_store_choose_rate_source_async (CorStore           *store,
                                             const char         *service,
                                             const char         *url,
                                             const char         *ca_file,
                                             GCancellable       *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer            user_data);
gboolean cor_store_choose_rate_source_finish (CorStore     *store,
                                              GAsyncResult *result,
                                              GError      **error);

void     cor_store_tell_rate_source_async (CorStore           *store,
                                           gint64              asked_at,
                                           gboolean            has_history,
                                           const char         *error_text,
                                           GCancellable       *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer            user_data);
gboolean cor_store_tell_rate_source_finish (CorStore     *store,
                                            GAsyncResult *result,
                                            GError      **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-http.h"
#include "cor-rate-sheet.h"

G_BEGIN_DECLS

/* Who is asked for the ECB's reference rates; neither needs a key. */
typedef enum
{
  COR_RATE_SERVICE_FRANKFURTER, /* v1 of its API (fx.md §4) */
  COR_RATE_SERVICE_ECB,         /* the bank's own files (fx.md §2) */
} CorRateService;

#define COR_RATE_SERVICE_FRANKFURTER_URL "https://api.frankfurter.dev"
#define COR_RATE_SERVICE_ECB_URL "https://www.ecb.europa.eu"

void          cor_rate_service_fetch_async (CorHttp            *http,
                                            CorRateService      service,
                                            const GDate        *from,
                                            const GDate        *today,
                                            const char         *etag,
                                            GCancellable       *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer            user_data);
CorRateSheet *cor_rate_service_fetch_finish (CorHttp      *http,
                                             GAsyncResult *result,
                                             char        **etag,
                                             GError      **error) G_GNUC_WARN_UNUSED_RESULT;
CorRateSheet *cor_rate_service_parse_frankfurter (const char *data,
                                                  gsize       len,
                                                  GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-rate-sheet.h"
#include "cor-reference.h"
#include "cor-store.h"

G_BEGIN_DECLS

/* Where reference rates are from. A simulated one never takes the place of a real one. */
#define COR_RATES_MONTH_END "ecb-month-end" /* carried in the program */
#define COR_RATES_ECB_FILE "ecb-file"
#define COR_RATES_FRANKFURTER "frankfurter"
#define COR_RATES_SIMULATED "simulated"

/* The answer to one question for a rate. */
typedef struct
{
  gboolean     is_found;       /* there was a publication on or before the day */
  CorReference reference;      /* of that publication; a leg may be absent (N/A) */
  GDate        last_available; /* the newest day up to it with both legs; cleared where there is none */
} CorRateAnswer;

void     cor_store_put_rates_async (CorStore           *store,
                                    CorRateSheet       *sheet,
                                    const char         *source,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data);
gboolean cor_store_put_rates_finish (CorStore     *store,
                                     GAsyncResult *result,
                                     guint        *n_days,
                                     GError      **error);

void     cor_store_carry_rates_async (CorStore           *store,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
gboolean cor_store_carry_rates_finish (CorStore     *store,
                                       GAsyncResult *result,
                                       GError      **error);

void           cor_store_find_rate_async (CorStore           *store,
                                          const char         *base,
                                          const char         *quote,
                                          const GDate        *day,
                                          GCancellable       *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data);
CorRateAnswer *cor_store_find_rate_finish (CorStore     *store,
                                           GAsyncResult *result,
                                           GError      **error) G_GNUC_WARN_UNUSED_RESULT;

void    cor_store_load_rates_async (CorStore           *store,
                                    const char         *base,
                                    const char         *quote,
                                    const GDate        *from,
                                    const GDate        *to,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data);
GArray *cor_store_load_rates_finish (CorStore     *store,
                                     GAsyncResult *result,
                                     GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

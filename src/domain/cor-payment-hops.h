/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-payment-way.h"

G_BEGIN_DECLS

/* For cor-payment-way.c alone. */

GPtrArray *cor_payment_hops_new (const GPtrArray *events) G_GNUC_WARN_UNUSED_RESULT;
gboolean   cor_bic_equal (const char *a,
                          const char *b);
gboolean   cor_track_event_is_payment (const CorTrackEvent *event);

/* To whom it goes, who tells of it, and the beneficiary's bank as the last event that names one has it. */
const char *cor_track_event_get_target (const CorTrackEvent *event);
const char *cor_track_event_get_informing (const CorTrackEvent *event);
const char *cor_track_events_get_creditor (const GPtrArray *events);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store-payment-links.h"

G_BEGIN_DECLS

/* The words around a link of a conversation with a payment, for the agent. Main thread. */

const char *cor_link_words_get_role (const char *role);
const char *cor_link_words_get_method (const char *method);
char       *cor_link_words_dup_trust (const CorPaymentLink *link, gint64 now, GTimeZone *time_zone) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

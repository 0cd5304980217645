/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-quote-terms.h"

G_BEGIN_DECLS

gint64 cor_quote_reverse_find (const CorQuoteTerms *terms,
                               gint64               target);

G_END_DECLS

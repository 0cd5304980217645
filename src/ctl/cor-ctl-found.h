/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-ctl.h"
#include "cor-store-customers.h"
#include "cor-store-find.h"
#include "cor-store-search.h"

G_BEGIN_DECLS

/* What was found, printed for people or, where that was asked for, as JSON. */

void cor_ctl_articles_print (CorCtl *ctl, const char *query, const CorSearchResult *result);
void cor_ctl_articles_print_brief (const char *query, const CorSearchResult *result);
void cor_ctl_messages_print (CorCtl *ctl, const char *query, const CorMessageResult *result);
void cor_ctl_customers_print (CorCtl *ctl, GPtrArray *found);

G_END_DECLS

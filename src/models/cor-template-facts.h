/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store-accounts.h"
#include "cor-customer-record.h"
#include "cor-store-threads.h"
#include "cor-template-values.h"

G_BEGIN_DECLS

/* What of a conversation goes into templates by itself. */

void  cor_template_facts_add_customer (CorTemplateValues *values, const CorCustomerRecord *record);
void  cor_template_facts_add_account (CorTemplateValues *values, const CorAccountData *account);
void  cor_template_facts_add_thread (CorTemplateValues *values, const CorThreadData *thread);
char *cor_template_facts_dup_language (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

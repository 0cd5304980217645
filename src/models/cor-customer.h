/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-attributes.h"
#include "cor-store-customers.h"

G_BEGIN_DECLS

#define COR_TYPE_CUSTOMER (cor_customer_get_type ())
G_DECLARE_FINAL_TYPE (CorCustomer, cor_customer, COR, CUSTOMER, GObject)

CorCustomer             *cor_customer_new (CorCustomerData *data) G_GNUC_WARN_UNUSED_RESULT;
const CorCustomerRecord *cor_customer_get_record (CorCustomer *self);
GPtrArray               *cor_customer_get_conversations (CorCustomer *self);
const char              *cor_customer_get_name (CorCustomer *self);
const char              *cor_customer_get_tier (CorCustomer *self);
const char              *cor_customer_get_language (CorCustomer *self);
const char              *cor_customer_get_role (CorCustomer *self);
int                      cor_customer_get_since (CorCustomer *self);
char                    *cor_customer_dup_place (CorCustomer *self) G_GNUC_WARN_UNUSED_RESULT;
GTimeZone               *cor_customer_get_time_zone (CorCustomer *self);
const char *const       *cor_customer_get_labels (CorCustomer *self);
GPtrArray               *cor_customer_get_facts (CorCustomer *self);
const CorPaymentLimits  *cor_customer_get_limits (CorCustomer *self, gint64 *asked_at);
char                    *cor_mask_phone (const char *phone) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

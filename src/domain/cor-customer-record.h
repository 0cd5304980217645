/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a desk service said of a customer. Strings are owned and may be NULL. */
typedef struct
{
  char    *remote_id; /* owned */
  char    *name;
  char    *email;
  char    *phone;      /* E.164 */
  char    *identifier; /* the company's own number for this customer */
  char    *company;
  char    *city;
  char    *country;
  char    *country_code; /* ISO 3166 alpha-2 */
  char    *description;
  char    *attributes_json; /* JSON object, custom attributes */
  gint64   created_at;      /* seconds since the epoch; 0 unknown */
  gint64   last_activity_at;
  gboolean blocked;
} CorCustomerRecord;

CorCustomerRecord *cor_customer_record_new (void) G_GNUC_WARN_UNUSED_RESULT;
CorCustomerRecord *cor_customer_record_ref (CorCustomerRecord *self);
void               cor_customer_record_unref (CorCustomerRecord *self);

gboolean cor_tier_is_vip (const char *tier);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorCustomerRecord, cor_customer_record_unref)

G_END_DECLS

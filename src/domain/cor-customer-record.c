/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-customer-record.h"

static void
customer_record_clear (CorCustomerRecord *self)
{
  g_free (self->remote_id);
  g_free (self->name);
  g_free (self->email);
  g_free (self->phone);
  g_free (self->identifier);
  g_free (self->company);
  g_free (self->city);
  g_free (self->country);
  g_free (self->country_code);
  g_free (self->description);
  g_free (self->attributes_json);
}

/**
 * cor_customer_record_new:
 *
 * Returns: (transfer full): an empty record, to be filled by its maker and constant after that
 */
CorCustomerRecord *
cor_customer_record_new (void)
{
  return g_atomic_rc_box_new0 (CorCustomerRecord);
}

CorCustomerRecord *
cor_customer_record_ref (CorCustomerRecord *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
cor_customer_record_unref (CorCustomerRecord *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) customer_record_clear);
}

/**
 * cor_tier_is_vip:
 * @tier: (nullable): what the desk wrote into the customer's attribute "tier"
 *
 * Returns: whether it sets the customer apart; a desk that has tiers calls the lowest one something too
 */
gboolean
cor_tier_is_vip (const char *tier)
{
  static const char *const ordinary[] = { "", "standard", "basic", "regular", "none" };

  if (tier == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (ordinary); i++)
    if (g_ascii_strcasecmp (ordinary[i], tier) == 0)
      return FALSE;
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-desk-payment-scenes.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* One payment of the sandbox. */
typedef struct
{
  const CorScene *scene;
  char           *reference;
  char           *uetr;
  gint64          number;     /* at Wise */
  gint64          customer;   /* number of the contact; 0: nobody's */
  gint64          created_at; /* seconds since the epoch */
  gint64          begun_at;   /* what was waited for came; 0: nothing was, like the others */
  gint64          moved_at;   /* it became what it is, while the sandbox ran */
  gint64          came_at[COR_N_SCENE_PLACES];
  JsonObject     *figures; /* amounts as decimal text, names, BICs */
} CorDeskPayment;

void cor_desk_payment_clear (CorDeskPayment *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CorDeskPayment, cor_desk_payment_clear)

JsonObject *cor_desk_payment_ledger (const CorDeskPayment *self) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *cor_desk_payment_track (const CorDeskPayment *self) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *cor_desk_payment_transfer (const CorDeskPayment *self) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *cor_desk_payment_limit (const CorDeskPayment *self,
                                    gint64                now) G_GNUC_WARN_UNUSED_RESULT;
gint64      cor_desk_payment_get_delivery (const CorDeskPayment *self);

G_END_DECLS

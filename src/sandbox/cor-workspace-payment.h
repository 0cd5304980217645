/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-workspace-people.h"

G_BEGIN_DECLS

/* value / 10^digits units of the receive currency for one of the send currency */
typedef struct
{
  gint64 value;
  int    digits;
} CorWorkspaceRate;

/*
 * One made-up payment. Amounts are minor units; all sums hold exactly:
 * total = amount + fee, converted = amount × rate, received = converted − deduction.
 */
typedef struct
{
  const CorCountry *from, *to;
  const CorName    *beneficiary, *given, *bank; /* given: of a person, NULL for a firm */
  const char       *correspondent;
  char             *reference, *uetr;
  CorWorkspaceRate  rate, mid;
  gint64            amount, fee, total;             /* send currency; the fee comes on top */
  gint64            converted, deduction, received; /* receive currency */
  gint64            converted_net, received_net;    /* had the fee been taken out of the amount */
  gint64            return_fee, returned;           /* receive currency, as the banks count it back */
  gint64            margin;                         /* send currency: what rate against mid costs */
  gint64            limit, used, left;              /* send currency */
  gint64            second_amount;
  gint64            sent_at;
} CorWorkspacePayment;

CorWorkspacePayment *cor_workspace_payment_new (CorPeople        *people,
                                                const CorCountry *from,
                                                const CorCountry *to,
                                                gboolean          business,
                                                gint64            now,
                                                GRand            *rand) G_GNUC_WARN_UNUSED_RESULT;
void                 cor_workspace_payment_free (CorWorkspacePayment *payment);
gint64               cor_workspace_payment_convert (gint64           amount,
                                                    CorWorkspaceRate rate,
                                                    int              from_decimals,
                                                    int              to_decimals);
char                *cor_workspace_payment_figure (gint64             amount,
                                                   const CorCurrency *currency,
                                                   const char        *language) G_GNUC_WARN_UNUSED_RESULT;
char                *cor_workspace_payment_rate (CorWorkspaceRate rate,
                                                 const char      *language) G_GNUC_WARN_UNUSED_RESULT;
gint64               cor_workspace_payment_workday (gint64 time,
                                                    int    days);

char *cor_workspace_payment_to_json (const CorWorkspacePayment *payment,
                                     const char                *customer,
                                     gboolean                   is_incoming) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorWorkspacePayment, cor_workspace_payment_free)

G_END_DECLS

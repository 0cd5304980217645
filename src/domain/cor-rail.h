/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * CorRail: by what a payment travels, and how long that takes (payments.md §9). There is one of each, for good; numbers
 * are as the table writes them.
 */
typedef struct
{
  const char *id; /* as the ledger writes it: sepa, swift */
  const char *name;
  const char *currency; /* "": of any */
  const char *zone;
  const char *cut_off; /* HH:MM there; "": it never closes */
  const char *seconds; /* promised; "0": by days */
  const char *days;    /* of business */
  const char *calendar;
  const char *source;
} CorRail;

const CorRail *cor_rail_find (const char *id);
const CorRail *cor_rail_find_for_currency (const char *currency);
gint64         cor_rail_get_promise (const CorRail *self,
                                     gint64         sent_at);
gboolean       cor_rail_is_late_in_day (const CorRail *self,
                                        gint64         at,
                                        int            hour);

G_END_DECLS

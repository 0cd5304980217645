/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COR_TYPE_FEES_LAYOUT (cor_fees_layout_get_type ())
G_DECLARE_FINAL_TYPE (CorFeesLayout, cor_fees_layout, COR, FEES_LAYOUT, GtkLayoutManager)

/* Where a part of a calculation stands; each once, in the order in which one column has them. */
typedef enum
{
  COR_FEES_RESULT = 0,
  COR_FEES_INPUTS,
  COR_FEES_WATERFALL,
  COR_FEES_BEARERS,
  COR_FEES_REPLY,
  COR_FEES_RATE,
  COR_FEES_STEPS,
  COR_FEES_N_PARTS,
} CorFeesPart;

void cor_fees_layout_set_part (CorFeesLayout *self, CorFeesPart part, GtkWidget *widget);

G_END_DECLS

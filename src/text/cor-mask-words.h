/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words beside a secret code, in ten languages; for cor-mask-code.c alone. */

#define COR_MASK_N_STARTS 256

typedef struct
{
  gunichar *folded;
  gsize     len;
  guint     kinds; /* CorMaskFinding flags; 0 for words that name nothing */
} CorMaskWord;

typedef struct
{
  CorMaskWord *words;
  guint        n;
  gboolean     starts[COR_MASK_N_STARTS]; /* by first letter modulo, to skip most places */
} CorMaskWordList;

const CorMaskWordList *cor_mask_get_names (void);
const CorMaskWordList *cor_mask_get_joints (void);
const CorMaskWordList *cor_mask_get_breakers (void);
gunichar               cor_mask_fold_char (gunichar c);
gboolean               cor_mask_is_currency (const gunichar *code);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-document.h"

G_BEGIN_DECLS

/* What somebody who read the one text does not know of the other. */

typedef struct
{
  CorTextRange before; /* bytes of the old text that went; may be none */
  CorTextRange after;  /* bytes of the new text that came instead; may be none */
} CorTextChange;

GArray *cor_text_diff (const char *before, const char *after) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

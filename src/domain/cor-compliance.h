/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The label by which a desk says that compliance looks at a conversation: only approved fixed texts may go out. */
#define COR_LABEL_COMPLIANCE_HOLD "compliance-hold"

gboolean cor_labels_are_held (const char *const *labels);

G_END_DECLS

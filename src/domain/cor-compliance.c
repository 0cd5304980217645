/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-compliance"

#include "config.h"

#include "cor-compliance.h"

/**
 * cor_labels_are_held:
 * @labels: (nullable) (array zero-terminated=1): of a conversation
 *
 * Any thread.
 *
 * Returns: whether only approved fixed texts may be sent
 */
gboolean
cor_labels_are_held (const char *const *labels)
{
  return labels != NULL && g_strv_contains (labels, COR_LABEL_COMPLIANCE_HOLD);
}

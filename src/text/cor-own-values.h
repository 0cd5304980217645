/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What in a text belongs to one customer, and has no place in one that is for all. */

typedef enum
{
  COR_OWN_VALUE_NAME,
  COR_OWN_VALUE_CONTACT, /* e-mail address, telephone number */
  COR_OWN_VALUE_ACCOUNT, /* IBAN */
  COR_OWN_VALUE_REFERENCE,
  COR_OWN_VALUE_AMOUNT,
  COR_OWN_VALUE_FIGURE, /* days, times and long numbers */
  COR_OWN_VALUE_LINK,   /* one that leads to something of theirs */
  COR_OWN_VALUES
} CorOwnValue;

char *cor_own_values_mask (const char *text, const char *const *names, const char *const *words, guint *n_masked) G_GNUC_WARN_UNUSED_RESULT;
char *cor_own_values_hide (const char *text, const char *const *names) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

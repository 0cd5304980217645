/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One custom attribute that a desk keeps on a customer. */
typedef struct
{
  char  *key;
  char  *value;  /* as text; "" for an empty one */
  char **values; /* of a list, or NULL */
} CorAttribute;

GPtrArray  *cor_attributes_parse (const char *json) G_GNUC_WARN_UNUSED_RESULT;
const char *cor_attributes_find (GPtrArray *attributes, const char *const *keys);
char       *cor_attribute_dup_title (const char *key) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

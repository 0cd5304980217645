/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a variable of a template holds; it decides which filters go with it. */
typedef enum
{
  COR_TEMPLATE_TEXT = 0, /* one line */
  COR_TEMPLATE_BLOCK,    /* several lines */
  COR_TEMPLATE_LINK,     /* an https address */
  COR_TEMPLATE_MONEY,
  COR_TEMPLATE_DATE,   /* a day of the calendar, the same in every time zone */
  COR_TEMPLATE_MOMENT, /* a point in time; may be filled with a day only */
  COR_TEMPLATE_RATE,
  COR_TEMPLATE_PERCENT, /* 0.35 is 0.35 % */
  COR_TEMPLATE_COUNT,   /* a whole number */
  COR_TEMPLATE_LIST,    /* texts */
} CorTemplateKind;

typedef struct
{
  const char     *name;
  CorTemplateKind kind;
} CorTemplateVariable;

const CorTemplateVariable *cor_template_variable_find (const char *name);
const CorTemplateVariable *cor_template_variable_get_all (guint *n_variables);
const char                *cor_template_kind_describe (CorTemplateKind kind);

G_END_DECLS

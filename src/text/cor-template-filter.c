/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-template-filter"

#include "config.h"

#include "cor-template-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define KIND(kind) (1U << COR_TEMPLATE_##kind)

/* .ci/check-content reads this table. */
static const struct
{
  const char        *name;
  CorTemplateFilter  filter;
  guint              kinds;
  const char *const *styles; /* that its argument may be; NULL: it takes none */
} filters[] = {
  { "money", COR_TEMPLATE_FILTER_MONEY, KIND (MONEY), (const char *const[]){ "symbol", "code", "name", NULL } },
  { "date", COR_TEMPLATE_FILTER_DATE, KIND (DATE) | KIND (MOMENT), (const char *const[]){ "short", "medium", "long", "full", NULL } },
  { "time", COR_TEMPLATE_FILTER_TIME, KIND (MOMENT), (const char *const[]){ "short", "medium", "zone", NULL } },
  { "percent", COR_TEMPLATE_FILTER_PERCENT, KIND (PERCENT), NULL },
  { "number", COR_TEMPLATE_FILTER_NUMBER, KIND (COUNT) | KIND (RATE) | KIND (PERCENT), NULL },
  { "rate", COR_TEMPLATE_FILTER_RATE, KIND (RATE), NULL },
  { "mask", COR_TEMPLATE_FILTER_MASK, KIND (TEXT), NULL },
  { "list", COR_TEMPLATE_FILTER_LIST, KIND (LIST), (const char *const[]){ "and", "or", NULL } },
};

static gboolean
set_filter (CorTemplateNode *node,
            guint            i,
            const char      *argument,
            char           **problem)
{
  if ((filters[i].kinds & 1U << node->variable->kind) == 0)
    /* Translators: a filter such as “money” and a variable such as payment.sent_at */
    *problem = g_strdup_printf (_ ("the filter “%s” does not go with %s"), filters[i].name, node->variable->name);
  else if (argument != NULL && (filters[i].styles == NULL || !g_strv_contains (filters[i].styles, argument)))
    *problem = g_strdup_printf (_ ("the filter “%s” does not take “%s”"), filters[i].name, argument);
  else if (node->filter != COR_TEMPLATE_FILTER_NONE || node->fallback != NULL)
    *problem = g_strdup_printf (_ ("“%s” comes after another filter: one and then “default” are possible"), filters[i].name);
  else
    {
      node->filter = filters[i].filter;
      node->style = g_strdup (argument);
    }
  return *problem == NULL;
}

/*
 * cor_template_filter_check:
 * @node: of a variable; the filter is put into it
 * @argument: (nullable): the text after “:”
 * @problem: (out) (transfer full): what is wrong, translated, if it is not one for this variable
 *
 * Returns: whether it goes with the variable
 */
gboolean
cor_template_filter_check (CorTemplateNode *node,
                           const char      *name,
                           const char      *argument,
                           char           **problem)
{
  *problem = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    if (g_str_equal (filters[i].name, name))
      return set_filter (node, i, argument, problem);

  if (!g_str_equal (name, "default"))
    *problem = g_strdup_printf (_ ("there is no filter “%s”"), name);
  else if (argument == NULL || node->fallback != NULL)
    *problem = g_strdup (_ ("“default” takes a text in quotes, and comes once"));
  else
    node->fallback = g_strdup (argument);
  return *problem == NULL;
}

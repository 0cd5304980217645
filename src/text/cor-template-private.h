/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-template-text.h"

G_BEGIN_DECLS

/* What the parser makes and the renderer reads; not for other layers. */

typedef enum
{
  COR_TEMPLATE_NODE_TEXT,
  COR_TEMPLATE_NODE_VARIABLE,
  COR_TEMPLATE_NODE_IF,
  COR_TEMPLATE_NODE_PLURAL,
  COR_TEMPLATE_NODE_SELECT,
} CorTemplateNodeKind;

typedef enum
{
  COR_TEMPLATE_FILTER_NONE = 0, /* as its kind is shown unless something is said */
  COR_TEMPLATE_FILTER_MONEY,
  COR_TEMPLATE_FILTER_DATE,
  COR_TEMPLATE_FILTER_TIME,
  COR_TEMPLATE_FILTER_PERCENT,
  COR_TEMPLATE_FILTER_NUMBER,
  COR_TEMPLATE_FILTER_RATE,
  COR_TEMPLATE_FILTER_MASK,
  COR_TEMPLATE_FILTER_LIST,
} CorTemplateFilter;

/* What a tag holds for one case. */
typedef struct
{
  char      *word;  /* “if”, “else”, or what follows “when” */
  GPtrArray *nodes; /* (element-type CorTemplateNode) */
} CorTemplateArm;

typedef struct
{
  CorTemplateNodeKind        kind;
  char                      *text;     /* a text; of a variable its whole tag */
  const CorTemplateVariable *variable; /* of all but a text */
  CorTemplateFilter          filter;
  char                      *style;    /* nullable: the filter's argument */
  char                      *fallback; /* nullable: the argument of “default” */
  GPtrArray                 *arms;     /* nullable: (element-type CorTemplateArm) */
} CorTemplateNode;

struct _CorTemplateText
{
  GPtrArray *nodes; /* (element-type CorTemplateNode) */
};

gboolean cor_template_filter_check (CorTemplateNode *node,
                                    const char      *name,
                                    const char      *argument,
                                    char           **problem);

char    *cor_template_format (const CorTemplateNode   *node,
                              const CorTemplateValue  *value,
                              const CorTemplateTarget *target,
                              GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
char    *cor_template_format_number (const char *unit,
                                     CorDecimal  decimal,
                                     const char *locale) G_GNUC_WARN_UNUSED_RESULT;
char    *cor_template_plural (const CorTemplateValue *value,
                              const char             *locale) G_GNUC_WARN_UNUSED_RESULT;
char    *cor_template_protect (const char              *text,
                               CorTemplateKind          kind,
                               const CorTemplateTarget *target) G_GNUC_WARN_UNUSED_RESULT;
char    *cor_template_keep_signs (char       *text,
                                  const char *locale) G_GNUC_WARN_UNUSED_RESULT;
gboolean cor_template_wants_isolation (const char *text,
                                       const char *locale);

G_END_DECLS

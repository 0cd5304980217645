/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-template-values.h"
#include "cor-template.h"

G_BEGIN_DECLS

/* More than any reply; a longer text is refused. */
#define COR_TEMPLATE_MAX_BYTES (64 * 1024)

/*
 * CorTemplateText: a template's text, read. Constant: any thread, several at once.
 *
 *   {{variable}}  {{variable | filter: "argument" | default: "…"}}
 *   {% if variable %}…{% else %}…{% endif %}                                        whether it is known
 *   {% plural count %}{% when =0 %}…{% when one %}…{% when other %}…{% endplural %}  by the language's own rules
 *   {% select text %}{% when OUR %}…{% when other %}…{% endselect %}                 by the value
 *
 * Filters: money: "symbol|code|name", date: "short|medium|long|full", time: "short|medium|zone", percent, number,
 * rate, mask, list: "and|or", default: "text". Nothing in it is ever run.
 */
typedef struct _CorTemplateText CorTemplateText;

CorTemplateText *cor_template_text_parse (const char *text,
                                          GError    **error) G_GNUC_WARN_UNUSED_RESULT;
void             cor_template_text_free (CorTemplateText *self);
char           **cor_template_text_get_variables (const CorTemplateText *self) G_GNUC_WARN_UNUSED_RESULT;

char *cor_template_text_dup_words (const CorTemplateText *self) G_GNUC_WARN_UNUSED_RESULT;

/* Whom a text is filled for. */
typedef struct
{
  const char *locale;      /* the customer's, BCP 47 */
  const char *zone;        /* the customer's, such as Asia/Shanghai; NULL: not known, times are in UTC and say so */
  gboolean    is_markdown; /* the channel takes Markdown: what is filled in must not become markup */
  gboolean    is_preview;  /* what is not known stays as its tag, instead of being an error */
} CorTemplateTarget;

/* Where a variable is in the filled text. */
typedef struct
{
  gsize       start; /* bytes */
  gsize       end;
  const char *name;       /* of the vocabulary */
  gboolean    is_missing; /* the tag itself is there: in previews only */
} CorTemplateSpan;

/* A filled text. */
typedef struct
{
  char      *text;
  GArray    *spans;   /* (element-type CorTemplateSpan): ascending; nothing overlaps */
  GPtrArray *missing; /* (element-type utf8): names that are needed and not known, each once; in previews only */
} CorTemplateFill;

CorTemplateFill *cor_template_text_render (const CorTemplateText   *self,
                                           const CorTemplateValues *values,
                                           const CorTemplateTarget *target,
                                           GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
void             cor_template_fill_free (CorTemplateFill *self);
GArray          *cor_template_find_tags (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorTemplateText, cor_template_text_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorTemplateFill, cor_template_fill_free)

G_END_DECLS

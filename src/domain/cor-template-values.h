/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-money.h"
#include "cor-template-vocabulary.h"

G_BEGIN_DECLS

/* One value; which member counts is said by its kind. */
typedef struct
{
  CorTemplateKind kind;
  char           *text;    /* text, block, link */
  char          **texts;   /* list */
  CorMoney        money;   /* money */
  CorDecimal      decimal; /* rate, percent */
  gint64          number;  /* count; moment: seconds since 1970 UTC */
  GDate           date;    /* date */
} CorTemplateValue;

/*
 * CorTemplateValues: what is known for filling a template, by the names of the variables. To be filled by one
 * thread; constant after that.
 */
typedef struct _CorTemplateValues CorTemplateValues;

CorTemplateValues *cor_template_values_new (void) G_GNUC_WARN_UNUSED_RESULT;
CorTemplateValues *cor_template_values_ref (CorTemplateValues *self);
void               cor_template_values_unref (CorTemplateValues *self);

void     cor_template_values_set_text (CorTemplateValues *self,
                                       const char        *name,
                                       const char        *text);
void     cor_template_values_set_money (CorTemplateValues *self,
                                        const char        *name,
                                        CorMoney           money);
void     cor_template_values_set_decimal (CorTemplateValues *self,
                                          const char        *name,
                                          CorDecimal         decimal);
void     cor_template_values_set_count (CorTemplateValues *self,
                                        const char        *name,
                                        gint64             count);
void     cor_template_values_set_moment (CorTemplateValues *self,
                                         const char        *name,
                                         gint64             at);
void     cor_template_values_set_date (CorTemplateValues *self,
                                       const char        *name,
                                       const GDate       *date);
void     cor_template_values_set_list (CorTemplateValues *self,
                                       const char        *name,
                                       const char *const *texts);
gboolean cor_template_values_parse (CorTemplateValues *self,
                                    const char        *name,
                                    const char        *text,
                                    GError           **error);
void     cor_template_values_merge (CorTemplateValues       *self,
                                    const CorTemplateValues *other);

void cor_template_values_unset (CorTemplateValues *self,
                                const char        *name);

const CorTemplateValue *cor_template_values_get (const CorTemplateValues *self,
                                                 const char              *name);

/* A value for trying templates, from outside. */
typedef struct
{
  char *locale; /* BCP 47; "*": where a language has no other */
  char *name;   /* of the vocabulary */
  char *value;  /* as cor_template_values_parse() takes it */
} CorTemplateSample;

CorTemplateSample *cor_template_sample_new (const char *locale,
                                            const char *name,
                                            const char *value) G_GNUC_WARN_UNUSED_RESULT;
void               cor_template_sample_free (CorTemplateSample *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorTemplateValues, cor_template_values_unref)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-template-text.h"

G_BEGIN_DECLS

/* Which of a template's texts a customer gets, and why; whoever shows it says so. */
typedef struct
{
  const CorTemplateVariant *variant;           /* borrowed from the template */
  guint                     distance;          /* steps of CLDR from the customer's locale to the text's; 0: the same */
  gboolean                  is_other_register; /* not the one that was asked for */
} CorTemplateChoice;

gboolean           cor_template_choose (const CorTemplate *template,
                                        const char        *locale,
                                        CorRegister        reg,
                                        gboolean           is_approved_only,
                                        CorTemplateChoice *choice,
                                        GError           **error);
CorTemplateFill   *cor_template_render (const CorTemplate *template,
                                        const CorTemplateVariant *variant,
                                        const CorTemplateValues  *values,
                                        const CorTemplateTarget  *target,
                                        GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
CorTemplateFill   *cor_template_fill_new_raw (const char   *text,
                                              const GError *problem) G_GNUC_WARN_UNUSED_RESULT;
gboolean           cor_template_fill_marks_gaps (const CorTemplateFill *self);
CorTemplateValues *cor_template_values_new_sample (const GPtrArray *samples,
                                                   const char      *locale) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

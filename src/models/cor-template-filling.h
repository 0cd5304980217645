/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-insert-source.h"
#include "cor-store.h"
#include "cor-template-choice.h"
#include "cor-template-item.h"
#include "cor-template-scene.h"

G_BEGIN_DECLS

#define COR_TYPE_TEMPLATE_FILLING (cor_template_filling_get_type ())
G_DECLARE_FINAL_TYPE (CorTemplateFilling, cor_template_filling, COR, TEMPLATE_FILLING, GObject)

CorTemplateFilling *cor_template_filling_new (CorStore *store) G_GNUC_WARN_UNUSED_RESULT;
void                cor_template_filling_open (CorTemplateFilling *self, gint64 conversation);
gboolean            cor_template_filling_is_ready (CorTemplateFilling *self);
gboolean            cor_template_filling_is_held (CorTemplateFilling *self);
CorChannel          cor_template_filling_get_channel (CorTemplateFilling *self);
gint64              cor_template_filling_get_account (CorTemplateFilling *self);

const char     *cor_template_filling_get_locale (CorTemplateFilling *self);
const char     *cor_template_filling_get_own_locale (CorTemplateFilling *self);
CorLocaleOrigin cor_template_filling_get_locale_origin (CorTemplateFilling *self);
void            cor_template_filling_choose_locale (CorTemplateFilling *self, const char *locale);
CorRegister     cor_template_filling_get_register (CorTemplateFilling *self);
void            cor_template_filling_set_register (CorTemplateFilling *self, CorRegister reg);
guint           cor_template_filling_get_registers (CorTemplateFilling *self);

void     cor_template_filling_set_case (CorTemplateFilling *self, const CorTemplateValues *values);
gboolean cor_template_filling_set_value (CorTemplateFilling *self, const char *name, const char *text, GError **error);

void                     cor_template_filling_set_item (CorTemplateFilling *self, CorTemplateItem *item);
CorTemplateItem         *cor_template_filling_get_item (CorTemplateFilling *self);
const CorTemplateChoice *cor_template_filling_get_choice (CorTemplateFilling *self);
const CorTemplateFill   *cor_template_filling_get_fill (CorTemplateFilling *self);
const GError            *cor_template_filling_get_problem (CorTemplateFilling *self);
const char             **cor_template_filling_get_missing (CorTemplateFilling *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean                 cor_template_filling_may_insert (CorTemplateFilling *self);
CorInsertSource         *cor_template_filling_dup_source (CorTemplateFilling *self) G_GNUC_WARN_UNUSED_RESULT;
char                    *cor_template_filling_fill_tags (CorTemplateFilling *self, const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

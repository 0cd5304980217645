/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-channel.h"
#include "cor-object-list.h"
#include "cor-store.h"
#include "cor-template-item.h"

G_BEGIN_DECLS

#define COR_TYPE_TEMPLATE_PICKER (cor_template_picker_get_type ())
G_DECLARE_FINAL_TYPE (CorTemplatePicker, cor_template_picker, COR, TEMPLATE_PICKER, CorObjectList)

CorTemplatePicker *cor_template_picker_new (CorStore *store) G_GNUC_WARN_UNUSED_RESULT;
void               cor_template_picker_open (CorTemplatePicker *self, gint64 conversation);
void               cor_template_picker_set_query (CorTemplatePicker *self, const char *query);
void               cor_template_picker_set_channel (CorTemplatePicker *self, CorChannel channel);
void               cor_template_picker_set_account (CorTemplatePicker *self, gint64 account);
void               cor_template_picker_set_approved_only (CorTemplatePicker *self, gboolean approved_only);
CorTemplateItem   *cor_template_picker_find (CorTemplatePicker *self, const char *id);
gboolean           cor_template_picker_is_loaded (CorTemplatePicker *self);
gboolean           cor_template_picker_has_any (CorTemplatePicker *self);
void               cor_template_picker_mark_used (CorTemplatePicker *self, CorTemplateItem *item);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gio/gio.h>

#include "cor-template.h"

G_BEGIN_DECLS

/* Why a template stands where it does; in the order in which they stand. */
typedef enum
{
  COR_TEMPLATE_FITS, /* what the customer wrote last */
  COR_TEMPLATE_FAVOURITE,
  COR_TEMPLATE_RECENT,
  COR_TEMPLATE_FOUND, /* by what was typed */
  COR_TEMPLATE_OTHER,
} CorTemplatePlace;

#define COR_TYPE_TEMPLATE_ITEM (cor_template_item_get_type ())
G_DECLARE_FINAL_TYPE (CorTemplateItem, cor_template_item, COR, TEMPLATE_ITEM, GObject)

CorTemplateItem   *cor_template_item_new (CorTemplate *template) G_GNUC_WARN_UNUSED_RESULT;
const CorTemplate *cor_template_item_get_template (CorTemplateItem *self);
const char        *cor_template_item_get_id (CorTemplateItem *self);
CorTemplatePlace   cor_template_item_get_place (CorTemplateItem *self);
void               cor_template_item_set_place (CorTemplateItem *self, CorTemplatePlace place);
guint              cor_template_item_score (CorTemplateItem *self, const char *folded_query);

G_END_DECLS

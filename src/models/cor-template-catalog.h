/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-object-list.h"
#include "cor-store.h"
#include "cor-template-item.h"

G_BEGIN_DECLS

/* Which templates are listed. */
typedef enum
{
  COR_CATALOG_ALL = 0,
  COR_CATALOG_OWN,
  COR_CATALOG_DESK,
  COR_CATALOG_GAPS, /* a language is missing or stale */
  COR_CATALOG_RETIRED,
  COR_N_CATALOG_FILTERS,
} CorCatalogFilter;

#define COR_TYPE_TEMPLATE_CATALOG (cor_template_catalog_get_type ())
G_DECLARE_FINAL_TYPE (CorTemplateCatalog, cor_template_catalog, COR, TEMPLATE_CATALOG, CorObjectList)

CorTemplateCatalog *cor_template_catalog_new (CorStore *store) G_GNUC_WARN_UNUSED_RESULT;
void                cor_template_catalog_set_query (CorTemplateCatalog *self, const char *query);
void                cor_template_catalog_set_filter (CorTemplateCatalog *self, CorCatalogFilter filter);
gboolean            cor_template_catalog_is_loaded (CorTemplateCatalog *self);
guint               cor_template_catalog_get_n_all (CorTemplateCatalog *self);
const char *const  *cor_template_catalog_get_locales (CorTemplateCatalog *self);
CorTemplateCover    cor_template_catalog_get_cover (CorTemplateCatalog *self, CorTemplateItem *item, guint column);
guint               cor_template_catalog_count (CorTemplateCatalog *self, const char *locale, CorTemplateCover cover);
CorTemplateItem    *cor_template_catalog_find (CorTemplateCatalog *self, const char *source, gint64 account, const char *id);
char               *cor_template_catalog_dup_free_id (CorTemplateCatalog *self, const char *wish) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

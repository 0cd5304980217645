/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-template-values.h"
#include "cor-template.h"

G_BEGIN_DECLS

/* What “schema” says in a pack that this program reads. */
#define COR_TEMPLATE_PACK_SCHEMA "corridor-templates/1"

/* A pack of templates, data/packs/templates.schema.json. */
typedef struct
{
  char      *id;
  char      *version;
  char      *title;
  GPtrArray *templates; /* CorTemplate, of the source "pack:ID" */
  GPtrArray *samples;   /* CorTemplateSample */
} CorTemplatePack;

CorTemplatePack *cor_template_pack_parse (const char *data, gsize len, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char            *cor_template_pack_write (const char *id, const char *version, const char *title, const char *source_locale, const GPtrArray *templates) G_GNUC_WARN_UNUSED_RESULT;
void             cor_template_pack_free (CorTemplatePack *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorTemplatePack, cor_template_pack_free)

G_END_DECLS

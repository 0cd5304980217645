/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-pack"

#include "config.h"

#include "cor-pack.h"

#include "cor-fee-pack.h"
#include "cor-json.h"
#include "cor-knowledge-pack.h"
#include "cor-template-pack.h"

void
cor_pack_free (CorPack *self)
{
  g_free (self->id);
  g_free (self->version);
  g_free (self->title);
  g_free (self->digest);
  g_clear_pointer (&self->articles, g_ptr_array_unref);
  g_clear_pointer (&self->templates, g_ptr_array_unref);
  g_clear_pointer (&self->samples, g_ptr_array_unref);
  g_clear_pointer (&self->fees, cor_fee_schedule_unref);
  g_free (self);
}

static char *
dup_schema (const char *data,
            gsize       len)
{
  g_autoptr (JsonNode) root = cor_json_parse (data, len, NULL);

  return root != NULL ? g_strdup (cor_json_get_string (cor_json_as_object (root), "schema")) : NULL;
}

static CorPack *
parse_templates (const char *data,
                 gsize       len,
                 GError    **error)
{
  g_autoptr (CorTemplatePack) from = cor_template_pack_parse (data, len, error);
  g_autoptr (GBytes) document = g_bytes_new_static (data, len);
  CorPack *pack = NULL;

  if (from == NULL)
    return NULL;
  pack = g_new0 (CorPack, 1);
  pack->format = COR_TEMPLATE_PACK_SCHEMA;
  pack->id = g_strdup (from->id);
  pack->version = g_strdup (from->version);
  pack->title = g_strdup (from->title);
  pack->digest = cor_knowledge_pack_dup_digest (document);
  pack->articles = g_ptr_array_new ();
  pack->templates = g_ptr_array_ref (from->templates);
  pack->samples = g_ptr_array_ref (from->samples);
  return pack;
}

static CorPack *
parse_knowledge (const char *data,
                 gsize       len,
                 GError    **error)
{
  g_autoptr (CorKnowledgePack) from = cor_knowledge_pack_parse (data, len, error);
  CorPack *pack = NULL;

  if (from == NULL)
    return NULL;
  pack = g_new0 (CorPack, 1);
  pack->format = COR_KNOWLEDGE_PACK_SCHEMA;
  pack->id = g_strdup (from->id);
  pack->version = g_strdup (from->version);
  pack->title = g_strdup (from->title);
  pack->digest = g_strdup (from->digest);
  pack->articles = g_ptr_array_ref (from->articles);
  return pack;
}

static CorPack *
parse_fees (const char *data,
            gsize       len,
            GError    **error)
{
  g_autoptr (CorFeeSchedule) fees = cor_fee_pack_parse (data, len, error);
  g_autoptr (GBytes) document = g_bytes_new_static (data, len);
  CorPack *pack = NULL;

  if (fees == NULL)
    return NULL;
  pack = g_new0 (CorPack, 1);
  pack->format = COR_FEE_PACK_SCHEMA;
  pack->id = g_strdup (fees->id);
  pack->version = g_strdup (fees->version);
  pack->title = g_strdup (fees->title);
  pack->digest = cor_knowledge_pack_dup_digest (document);
  pack->articles = g_ptr_array_new ();
  pack->fees = g_steal_pointer (&fees);
  return pack;
}

/**
 * cor_pack_parse:
 * @data: a pack's JSON
 * @len: its bytes
 * @error: what is wrong, with the place in the document
 *
 * The whole pack or nothing of it. It takes half a second: not on the main thread.
 *
 * Returns: (transfer full) (nullable): the pack
 */
CorPack *
cor_pack_parse (const char *data,
                gsize       len,
                GError    **error)
{
  g_autofree char *schema = dup_schema (data, len);

  if (g_strcmp0 (schema, COR_TEMPLATE_PACK_SCHEMA) == 0)
    return parse_templates (data, len, error);
  if (g_strcmp0 (schema, COR_FEE_PACK_SCHEMA) == 0)
    return parse_fees (data, len, error);
  return parse_knowledge (data, len, error);
}

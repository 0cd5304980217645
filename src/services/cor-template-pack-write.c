/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-template-pack-write"

#include "config.h"

#include "cor-template-pack.h"

#include <json-glib/json-glib.h>

static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *value)
{
  if (value == NULL || *value == '\0')
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_texts (JsonBuilder *builder,
           const char  *name,
           char *const *values)
{
  if (values == NULL || values[0] == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; values[i] != NULL; i++)
    json_builder_add_string_value (builder, values[i]);
  json_builder_end_array (builder);
}

static void
add_variant (JsonBuilder              *builder,
             const CorTemplateVariant *variant)
{
  json_builder_begin_object (builder);
  add_text (builder, "locale", variant->locale);
  add_text (builder, "register", cor_register_get_key (variant->reg));
  json_builder_set_member_name (builder, "text");
  json_builder_add_string_value (builder, variant->text);
  add_text (builder, "state", cor_template_state_get_key (variant->state));
  add_text (builder, "reviewer", variant->reviewer);
  if (variant->reviewed_at > 0)
    {
      g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (variant->reviewed_at);
      g_autofree char *day = g_date_time_format (at, "%Y-%m-%d");

      add_text (builder, "reviewed", day);
    }
  add_text (builder, "source_digest", variant->source_digest);
  json_builder_end_object (builder);
}

static void
add_template (JsonBuilder *builder,
              const CorTemplate *template)
{
  json_builder_begin_object (builder);
  add_text (builder, "id", template->id);
  add_text (builder, "title", template->title);
  add_text (builder, "purpose", template->purpose);
  add_text (builder, "category", template->category);
  add_texts (builder, "tags", template->tags);
  add_text (builder, "channels", template->channels);
  add_text (builder, "shortcut", template->shortcut);
  add_texts (builder, "requires", template->requires);
  add_text (builder, "intent", template->intent);
  add_text (builder, "owner", template->owner);
  add_text (builder, "review", template->review);
  json_builder_set_member_name (builder, "variants");
  json_builder_begin_array (builder);
  for (guint i = 0; i < template->variants->len; i++)
    add_variant (builder, template->variants->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/**
 * cor_template_pack_write:
 * @id: of the pack
 * @version: shown to whoever takes it
 * @title: the same
 * @source_locale: the language that the templates are written after
 * @templates: (element-type CorTemplate)
 *
 * A pack that cor_template_pack_parse() reads, if the templates keep its rules (data/packs/templates.schema.json).
 * Any thread.
 *
 * Returns: (transfer full): indented JSON
 */
char *
cor_template_pack_write (const char      *id,
                         const char      *version,
                         const char      *title,
                         const char      *source_locale,
                         const GPtrArray *templates)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  add_text (builder, "schema", COR_TEMPLATE_PACK_SCHEMA);
  add_text (builder, "id", id);
  add_text (builder, "version", version);
  add_text (builder, "title", title);
  add_text (builder, "source_locale", source_locale);
  json_builder_set_member_name (builder, "templates");
  json_builder_begin_array (builder);
  for (guint i = 0; i < templates->len; i++)
    add_template (builder, templates->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}

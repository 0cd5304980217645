/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-template-pack"

#include "config.h"

#include "cor-template-pack.h"

#include "cor-json.h"
#include "cor-locale.h"
#include "cor-strict-json-text.h"
#include "cor-template-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_TEMPLATES 10000

static const char *const pack_members[] = {
  "$schema", "schema", "id", "version", "title", "source", "source_locale", "templates", "samples", NULL
};
static const char *const template_members[] = {
  "id", "title", "purpose", "category", "tags", "channels", "shortcut", "requires", "intent", "owner", "review", "variants", NULL
};
static const char *const variant_members[] = {
  "locale", "register", "text", "state", "reviewer", "reviewed", "source_digest", NULL
};

/* One document while it is read. */
typedef struct
{
  CorStrictJson    json;
  CorTemplatePack *pack;
  char            *source;
  char            *source_locale;
  GHashTable      *ids; /* owned by the templates */
} Reader;

void
cor_template_pack_free (CorTemplatePack *self)
{
  g_free (self->id);
  g_free (self->version);
  g_free (self->title);
  g_ptr_array_unref (self->templates);
  g_ptr_array_unref (self->samples);
  g_free (self);
}

static GRegex *
get_id_form (void)
{
  static GRegex *form = NULL;

  if (g_once_init_enter (&form))
    {
      GRegex *made = g_regex_new ("^[a-z0-9]+(?:-[a-z0-9]+)*$", G_REGEX_DOLLAR_ENDONLY | G_REGEX_OPTIMIZE, 0, NULL);

      g_once_init_leave (&form, made);
    }
  return form;
}

static char *
dup_locale (CorStrictJson *json,
            JsonObject    *object,
            const char    *member)
{
  const char      *tag = cor_strict_json_require_string (json, object, member);
  g_autofree char *canonical = tag != NULL ? cor_locale_canonicalize (tag) : NULL;

  if (tag != NULL && canonical == NULL)
    cor_strict_json_refuse (json, member, _ ("This must be a language tag such as zh-Hant"));
  return g_strdup (tag);
}

static char **
dup_texts (CorStrictJson *json,
           JsonObject    *object,
           const char    *member)
{
  g_autofree char *lines = cor_strict_json_dup_lines (json, object, member, NULL);

  return lines != NULL ? g_strsplit (lines, "\n", -1) : NULL;
}

static gint64
read_reviewed (CorStrictJson *json,
               JsonObject    *object)
{
  g_autofree char *day = cor_strict_json_dup_day (json, object, "reviewed");
  g_autofree char *start = day != NULL ? g_strconcat (day, "T00:00:00Z", NULL) : NULL;
  g_autoptr (GDateTime) at = start != NULL ? g_date_time_new_from_iso8601 (start, NULL) : NULL;

  return at != NULL ? g_date_time_to_unix (at) : 0;
}

static void
read_state (CorStrictJson      *json,
            JsonObject         *object,
            CorTemplateVariant *variant)
{
  const char *reg = cor_strict_json_require_string (json, object, "register");
  const char *state = cor_strict_json_get_string (json, object, "state");

  if (reg != NULL && !cor_register_from_key (reg, &variant->reg))
    cor_strict_json_refuse (json, "register", _ ("This must be “neutral”, “formal” or “direct”"));
  if (state != NULL && !cor_template_state_from_key (state, &variant->state))
    cor_strict_json_refuse (json, "state", _ ("This must be “draft”, “approved” or “retired”"));
  variant->reviewer = g_strdup (cor_strict_json_get_string (json, object, "reviewer"));
  variant->reviewed_at = read_reviewed (json, object);
  if (variant->state == COR_TEMPLATE_APPROVED && (variant->reviewer == NULL || *variant->reviewer == '\0' || variant->reviewed_at == 0))
    cor_strict_json_refuse (json, "reviewer", _ ("What is approved names its reviewer and the day"));
}

static void
check_requires (CorStrictJson *json,
                const CorTemplate *template,
                const CorTemplateText *text)
{
  g_auto (GStrv) used = cor_template_text_get_variables (text);

  for (guint i = 0; template->requires != NULL && template->requires[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) used, template->requires[i]))
      {
        /* Translators: a variable such as payment.reference */
        g_autofree char *problem = g_strdup_printf (_ ("%s is required and not used"), template->requires[i]);

        cor_strict_json_refuse (json, "text", problem);
      }
}

static void
read_variant (Reader     *reader,
              JsonObject *object,
              CorTemplate *template)
{
  CorStrictJson      *json = &reader->json;
  CorTemplateVariant *variant = cor_template_variant_new ();
  GError             *reason = NULL;
  g_autoptr (CorTemplateText) text = NULL;

  cor_strict_json_allow_only (json, object, variant_members);
  variant->locale = dup_locale (json, object, "locale");
  variant->text = g_strdup (cor_strict_json_require_string (json, object, "text"));
  variant->source_digest = g_strdup (cor_strict_json_get_string (json, object, "source_digest"));
  read_state (json, object, variant);
  if (variant->locale != NULL && cor_template_find (template, variant->locale, variant->reg) != NULL)
    cor_strict_json_refuse (json, "register", _ ("Another text is in this language and register already"));
  if (json->error == NULL)
    {
      text = cor_template_text_parse (variant->text, &reason);
      if (text == NULL)
        cor_strict_json_fail (json, "text", reason);
      else
        check_requires (json, template, text);
    }
  /* kept even if it is half read: what was refused is freed with the pack */
  if (variant->locale == NULL)
    variant->locale = g_strdup ("");
  g_ptr_array_add (template->variants, variant);
}

static void
read_variants (Reader     *reader,
               JsonObject *object,
               CorTemplate *template)
{
  CorStrictJson *json = &reader->json;
  JsonArray     *array = cor_strict_json_get_array (json, object, "variants");

  if (array == NULL || json_array_get_length (array) == 0)
    cor_strict_json_refuse (json, "variants", _ ("This is missing"));
  for (guint i = 0; json->error == NULL && i < json_array_get_length (array); i++)
    {
      gsize outer = cor_strict_json_enter (json, "variants");
      gsize inner = cor_strict_json_enter_index (json, i);

      read_variant (reader, cor_strict_json_get_item (json, array, i), template);
      cor_strict_json_leave (json, inner);
      cor_strict_json_leave (json, outer);
    }
}

static void
read_template (Reader     *reader,
               JsonObject *object)
{
  static const char *const channels[] = { "any", "messaging", "email", NULL };
  CorStrictJson           *json = &reader->json;
  CorTemplate *template = cor_template_new ();

  g_ptr_array_add (reader->pack->templates, template);
  cor_strict_json_allow_only (json, object, template_members);
  template->source = g_strdup (reader->source);
  template->source_locale = g_strdup (reader->source_locale);
  template->id = cor_strict_json_dup_form (json, object, "id", TRUE, get_id_form ());
  template->title = g_strdup (cor_strict_json_require_string (json, object, "title"));
  template->purpose = g_strdup (cor_strict_json_get_string (json, object, "purpose"));
  template->category = g_strdup (cor_strict_json_get_string (json, object, "category"));
  template->tags = dup_texts (json, object, "tags");
  template->channels = g_strdup (cor_strict_json_get_string (json, object, "channels"));
  if (template->channels == NULL)
    template->channels = g_strdup ("any");
  else if (!g_strv_contains (channels, template->channels))
    cor_strict_json_refuse (json, "channels", _ ("This must be “any”, “messaging” or “email”"));
  template->shortcut = cor_strict_json_dup_form (json, object, "shortcut", FALSE, get_id_form ());
  template->requires = dup_texts (json, object, "requires");
  for (guint i = 0; template->requires != NULL && template->requires[i] != NULL; i++)
    if (cor_template_variable_find (template->requires[i]) == NULL)
      cor_strict_json_refuse (json, "requires", _ ("This names a variable that templates do not know"));
  template->intent = g_strdup (cor_strict_json_get_string (json, object, "intent"));
  template->owner = g_strdup (cor_strict_json_get_string (json, object, "owner"));
  template->review = cor_strict_json_dup_day (json, object, "review");
  read_variants (reader, object, template);
  if (template->id != NULL && !g_hash_table_add (reader->ids, template->id))
    cor_strict_json_refuse (json, "id", _ ("Another template has this id already"));
}

static void
read_templates (Reader     *reader,
                JsonObject *root)
{
  CorStrictJson *json = &reader->json;
  JsonArray     *array = cor_strict_json_get_array (json, root, "templates");

  if (array == NULL)
    cor_strict_json_refuse (json, "templates", _ ("This is missing"));
  else if (json_array_get_length (array) > MAX_TEMPLATES)
    cor_strict_json_refuse (json, "templates", _ ("This is too long"));
  for (guint i = 0; json->error == NULL && i < json_array_get_length (array); i++)
    {
      gsize outer = cor_strict_json_enter (json, "templates");
      gsize inner = cor_strict_json_enter_index (json, i);

      read_template (reader, cor_strict_json_get_item (json, array, i));
      cor_strict_json_leave (json, inner);
      cor_strict_json_leave (json, outer);
    }
}

static void
read_sample (Reader     *reader,
             const char *locale,
             JsonObject *object,
             const char *name)
{
  CorStrictJson *json = &reader->json;
  const char    *value = cor_strict_json_require_string (json, object, name);
  g_autoptr (CorTemplateValues) tried = cor_template_values_new ();
  GError *reason = NULL;

  if (value == NULL)
    return;
  if (!cor_template_values_parse (tried, name, value, &reason))
    cor_strict_json_fail (json, name, reason);
  g_ptr_array_add (reader->pack->samples, cor_template_sample_new (locale, name, value));
}

static void
read_samples (Reader     *reader,
              JsonObject *root)
{
  CorStrictJson *json = &reader->json;
  JsonObject    *samples = cor_strict_json_get_object (json, root, "samples");
  gsize          outer = cor_strict_json_enter (json, "samples");
  JsonObjectIter locales;
  const char    *locale = NULL;

  if (samples != NULL)
    json_object_iter_init (&locales, samples);
  while (samples != NULL && json->error == NULL && json_object_iter_next (&locales, &locale, NULL))
    {
      JsonObject    *object = cor_strict_json_get_object (json, samples, locale);
      gsize          inner = cor_strict_json_enter (json, locale);
      JsonObjectIter names;
      const char    *name = NULL;

      if (object != NULL)
        json_object_iter_init (&names, object);
      while (object != NULL && json->error == NULL && json_object_iter_next (&names, &name, NULL))
        read_sample (reader, locale, object, name);
      cor_strict_json_leave (json, inner);
    }
  cor_strict_json_leave (json, outer);
}

static void
read_head (Reader     *reader,
           JsonObject *root)
{
  CorStrictJson *json = &reader->json;
  const char    *schema = cor_strict_json_require_string (json, root, "schema");

  if (schema != NULL && !g_str_equal (schema, COR_TEMPLATE_PACK_SCHEMA))
    cor_strict_json_refuse (json, "schema", _ ("This is not a pack of templates that this version of the program reads"));
  cor_strict_json_allow_only (json, root, pack_members);
  reader->pack->id = cor_strict_json_dup_form (json, root, "id", TRUE, get_id_form ());
  reader->pack->version = g_strdup (cor_strict_json_require_string (json, root, "version"));
  reader->pack->title = g_strdup (cor_strict_json_require_string (json, root, "title"));
  reader->source = g_strconcat ("pack:", reader->pack->id, NULL);
  reader->source_locale = dup_locale (json, root, "source_locale");
}

/**
 * cor_template_pack_parse:
 * @data: the pack's JSON, of data/packs/templates.schema.json
 * @len: its bytes
 * @error: what is wrong, such as “$.templates[2].variants[0].text: Line 3, column 7: there is no variable “x””
 *
 * The whole pack or nothing of it: whoever has an older version keeps that. Every text is read, so an unknown
 * variable or filter never gets further than this. Any thread; it takes a while: not the main one.
 *
 * Returns: (transfer full) (nullable): the pack
 */
CorTemplatePack *
cor_template_pack_parse (const char *data,
                         gsize       len,
                         GError    **error)
{
  g_autoptr (CorTemplatePack) pack = g_new0 (CorTemplatePack, 1);
  g_autoptr (JsonNode) root = cor_json_parse (data, len, NULL);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  Reader reader = { .pack = pack, .ids = ids };

  pack->templates = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_template_free);
  pack->samples = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_template_sample_free);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    cor_strict_json_refuse (&reader.json, NULL, _ ("This is not a JSON object"));
  else
    {
      read_head (&reader, json_node_get_object (root));
      read_templates (&reader, json_node_get_object (root));
      read_samples (&reader, json_node_get_object (root));
    }
  g_free (reader.source);
  g_free (reader.source_locale);
  return cor_strict_json_finish (&reader.json, error) ? g_steal_pointer (&pack) : NULL;
}

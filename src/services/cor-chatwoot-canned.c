/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-chatwoot-canned"

#include "config.h"

#include "cor-chatwoot-parse.h"
#include "cor-json.h"
#include "cor-language.h"
#include "cor-locale.h"
#include "cor-service-error.h"
#include "cor-str.h"
#include "cor-template-text.h"

#include <string.h>

/* What is taken to be the language of a text that does not tell its own, as “OK.” does not: somebody has to be
 * offered it, and a language that is wrong shows. */
#define UNKNOWN_LOCALE "en"

/* A short code in its parts (chatwoot.md §16): “refund”, “refund.es”, “refund.es.formal”, “refund.direct”. */
typedef struct
{
  char       *name;   /* owned */
  char       *locale; /* owned; NULL: not said */
  CorRegister reg;
} ShortCode;

static void
short_code_clear (ShortCode *self)
{
  g_free (self->name);
  g_free (self->locale);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ShortCode, short_code_clear)

/* Takes the last part off, and says what it was; "": there is no other part before it. */
static const char *
cut_part (char *name)
{
  char *dot = strrchr (name, '.');

  if (dot == NULL || dot == name)
    return "";
  *dot = '\0';
  return dot + 1;
}

/* “fees” reads like a tag too, and is no language. */
static char *
dup_known_locale (const char *tag)
{
  return cor_locale_is_known (tag) ? cor_locale_canonicalize (tag) : NULL;
}

static ShortCode
read_short_code (const char *text)
{
  ShortCode        code = { g_strdup (text), NULL, COR_REGISTER_NEUTRAL };
  g_autofree char *rest = g_strdup (text);

  if (cor_register_from_key (cut_part (rest), &code.reg))
    cor_set_str (&code.name, rest);
  else
    cor_set_str (&rest, text);
  code.locale = dup_known_locale (cut_part (rest));
  if (code.locale != NULL)
    cor_set_str (&code.name, rest);
  return code;
}

/* Tags are written in English and would make every text a little English. */
static char *
dup_language (const char *content)
{
  g_autoptr (CorTemplateText) text = cor_template_text_parse (content, NULL);
  g_autofree char *words = text != NULL ? cor_template_text_dup_words (text) : NULL;
  const char      *tag = cor_language_detect_tag (words != NULL ? words : content);
  char            *locale = tag != NULL ? cor_locale_canonicalize (tag) : NULL;

  return locale != NULL ? locale : g_strdup (UNKNOWN_LOCALE);
}

static CorTemplate *
find_or_add (GPtrArray  *templates,
             const char *name)
{
  CorTemplate *template = NULL;

  for (guint i = 0; i < templates->len; i++)
    if (g_str_equal (((CorTemplate *) templates->pdata[i])->id, name))
      return templates->pdata[i];
  template = cor_template_new ();
  template->id = g_strdup (name);
  template->title = g_strdup (name);
  template->shortcut = g_strdup (name);
  template->channels = g_strdup ("any");
  g_ptr_array_add (templates, template);
  return template;
}

static void
add_text (CorTemplate *template,
          const ShortCode *code,
          const char      *content)
{
  CorTemplateVariant *variant = cor_template_variant_new ();

  variant->locale = g_strdup (code->locale);
  variant->reg = code->reg;
  variant->text = g_strdup (content);
  g_ptr_array_add (template->variants, variant);
}

/* One that says its language stands by itself where another one sounds like it. */
static void
add_canned (GPtrArray  *templates,
            JsonObject *object,
            gboolean    wants_locale)
{
  const char      *content = cor_json_get_string (object, "content");
  g_autofree char *short_code = cor_json_dup_string (object, "short_code");
  g_auto (ShortCode) code = { NULL, NULL, COR_REGISTER_NEUTRAL };
  CorTemplate *template = NULL;
  gboolean has_locale = FALSE;

  if (short_code == NULL || *g_strstrip (short_code) == '\0' || content == NULL || *content == '\0')
    return;
  code = read_short_code (short_code);
  has_locale = code.locale != NULL;
  if (has_locale != wants_locale)
    return;
  if (!has_locale)
    code.locale = dup_language (content);
  template = find_or_add (templates, code.name);
  if (cor_template_find (template, code.locale, code.reg) != NULL)
    template = find_or_add (templates, short_code);
  if (cor_template_find (template, code.locale, code.reg) != NULL)
    return;
  add_text (template, &code, content);
  /* the one that does not say its language is what the others were written after */
  if (!has_locale && template->source_locale == NULL)
    template->source_locale = g_strdup (code.locale);
}

static void
choose_source (CorTemplate *template)
{
  if (template->source_locale != NULL)
    return;
  for (guint i = 0; i < template->variants->len; i++)
    if (g_str_equal (((CorTemplateVariant *) template->variants->pdata[i])->locale, UNKNOWN_LOCALE))
      template->source_locale = g_strdup (UNKNOWN_LOCALE);
  if (template->source_locale == NULL)
    template->source_locale = g_strdup (((CorTemplateVariant *) template->variants->pdata[0])->locale);
}

/**
 * cor_chatwoot_parse_templates:
 *
 * The desk's canned responses, those of one name as the texts of one template, by language and register as the short
 * code says, else in the language that the text is in. What stands in them is not judged here: one that names an
 * unknown variable is offered with its fault (chatwoot.md §8, §16).
 *
 * Returns: (transfer full) (nullable): a #GPtrArray of #CorTemplate without source and account
 */
gpointer
cor_chatwoot_parse_templates (JsonNode *root,
                              gpointer  user_data,
                              GError  **error)
{
  JsonArray *array = cor_json_as_array (root);
  g_autoptr (GPtrArray) templates = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_template_free);

  if (array == NULL)
    {
      g_set_error_literal (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_BAD_RESPONSE, "The answer holds no list of canned responses");
      return NULL;
    }
  for (guint i = 0; i < json_array_get_length (array); i++)
    add_canned (templates, cor_json_array_get_object (array, i), FALSE);
  for (guint i = 0; i < json_array_get_length (array); i++)
    add_canned (templates, cor_json_array_get_object (array, i), TRUE);
  for (guint i = 0; i < templates->len; i++)
    choose_source (templates->pdata[i]);
  return g_steal_pointer (&templates);
}

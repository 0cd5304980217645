/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-desk-translation"

#include "config.h"

#include "cor-desk-dispatch.h"
#include "cor-language.h"
#include "cor-protect.h"

#include <string.h>

/*
 * LibreTranslate (translate.md) without a machine that translates: the words of the trade become those of the other
 * language, everything else stays, and the text says that it is simulated. So that a made-up company can be tried with
 * translation, and nobody takes what it says for one.
 */

static const char *const codes[] = { "ar", "de", "en", "es", "fr", "id", "it", "ja", "ko", "nl", "pl", "pt", "pt-BR", "ru", "th", "tr", "vi", "zh-Hans", "zh-Hant" };

static const CorGlossary *
get_glossary (void)
{
  static gsize        once = 0;
  static CorGlossary *glossary = NULL;

  if (g_once_init_enter (&once))
    {
      g_autoptr (GBytes) bytes = g_resources_lookup_data ("/org/corridordesk/sandbox/terms.tsv", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      glossary = bytes != NULL ? cor_glossary_read (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes)) : NULL;
      g_once_init_leave (&once, 1);
    }
  return glossary;
}

static gboolean
has_code (const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_ascii_strcasecmp (codes[i], code) == 0)
      return TRUE;
  return FALSE;
}

static char *
simulate (const char *text,
          const char *from,
          const char *to)
{
  CorProtectWords words = { NULL, get_glossary (), from, to };
  g_autoptr (GArray) parts = cor_protect_find (text, &words);
  GString *out = g_string_new (NULL);
  guint    at = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      const CorProtectPart *part = &g_array_index (parts, CorProtectPart, i);

      g_string_append_len (out, text + at, (gssize) (part->start - at));
      g_string_append (out, part->put);
      at = part->end;
    }
  g_string_append (out, text + at);
  g_string_append_printf (out, " [simulated, %s → %s]", from, to); /* behind it, since rows show its beginning */
  return g_string_free (out, FALSE);
}

static void
list_languages (CorDeskRequest *request)
{
  JsonArray *languages = json_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      JsonObject *language = json_object_new ();
      JsonArray  *targets = json_array_new ();

      for (gsize k = 0; k < G_N_ELEMENTS (codes); k++)
        json_array_add_string_element (targets, codes[k]);
      json_object_set_string_member (language, "code", codes[i]);
      json_object_set_string_member (language, "name", codes[i]);
      json_object_set_array_member (language, "targets", targets);
      json_array_add_object_element (languages, language);
    }
  cor_desk_answer_array (request, languages);
}

static void
show_settings (CorDeskRequest *request)
{
  JsonObject *settings = json_object_new ();

  json_object_set_int_member (settings, "charLimit", -1);
  json_object_set_boolean_member (settings, "apiKeys", FALSE);
  json_object_set_boolean_member (settings, "keyRequired", FALSE);
  json_object_set_boolean_member (settings, "simulated", TRUE);
  cor_desk_answer_object (request, settings);
}

static const char *
get_string (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static void
translate (CorDeskRequest *request)
{
  const char      *text = get_string (request->body, "q");
  const char      *from = get_string (request->body, "source");
  const char      *to = get_string (request->body, "target");
  JsonObject      *answer = NULL;
  g_autofree char *result = NULL;

  if (text == NULL || from == NULL || to == NULL)
    {
      cor_desk_fail (request, 400, "Invalid request: missing q, source or target parameter");
      return;
    }
  if (g_str_equal (from, "auto"))
    from = cor_language_detect_tag (text) != NULL ? cor_language_detect_tag (text) : "en";
  if (!has_code (from) || !has_code (to))
    {
      cor_desk_fail (request, 400, "That language is not supported");
      return;
    }
  answer = json_object_new ();
  result = simulate (text, from, to);
  json_object_set_string_member (answer, "translatedText", result);
  cor_desk_answer_object (request, answer);
}

const CorDeskRoute cor_desk_translation_routes[] = {
  { "GET", "/languages", list_languages, COR_DESK_ROUTE_PUBLIC },
  { "GET", "/frontend/settings", show_settings, COR_DESK_ROUTE_PUBLIC },
  { "POST", "/translate", translate, COR_DESK_ROUTE_PUBLIC | COR_DESK_ROUTE_READ },
  { NULL, NULL, NULL, COR_DESK_ROUTE_NONE },
};

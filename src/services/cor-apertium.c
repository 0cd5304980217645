/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-apertium"

#include "config.h"

#include "cor-translator-private.h"

#include "cor-json.h"
#include "cor-service-error.h"

/*
 * CorApertium: Apertium APy (apertium.md). It takes no key.
 */
#define COR_TYPE_APERTIUM (cor_apertium_get_type ())
G_DECLARE_FINAL_TYPE (CorApertium, cor_apertium, COR, APERTIUM, GObject)

struct _CorApertium
{
  GObject parent_instance;

  CorHttp *http; /* owned */
};

static gpointer
parse_pairs (JsonNode *root,
             gpointer  user_data,
             GError  **error)
{
  JsonArray *list = cor_json_get_array (cor_json_as_object (root), "responseData");
  GPtrArray *pairs = list != NULL ? cor_translator_pairs_new () : NULL;

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonObject *pair = cor_json_array_get_object (list, i);
      const char *from = cor_json_get_string (pair, "sourceLanguage");
      const char *to = cor_json_get_string (pair, "targetLanguage");

      if (from != NULL && to != NULL)
        cor_translator_pairs_add (pairs, from, to);
    }
  return pairs;
}

static gpointer
parse_translation (JsonNode *root,
                   gpointer  user_data,
                   GError  **error)
{
  return cor_json_dup_string (cor_json_get_object (cor_json_as_object (root), "responseData"), "translatedText");
}

/* Of the texts that it refuses there is one kind only: languages it has no pair for. */
static GError *
refine (GTask           *task,
        CorHttpResponse *response)
{
  const char *words = cor_json_get_string (cor_json_as_object (response->json), "explanation");

  if (response->status == 400)
    return cor_service_error_new (COR_SERVICE_ERROR_NO_PAIR, 400, 0, words != NULL ? words : "That pair is not installed");
  if (response->status == 413 || response->status == 414)
    return cor_service_error_new (COR_SERVICE_ERROR_TOO_LONG, response->status, 0, words != NULL ? words : "The text is too long");
  return NULL;
}

static void
list_pairs_async (CorTranslator      *translator,
                  GCancellable       *cancellable,
                  GAsyncReadyCallback callback,
                  gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (translator, cancellable, callback, user_data);
  g_autoptr (CorHttpRequest) request = cor_http_request_new ("GET", "listPairs", NULL);

  g_task_set_source_tag (task, list_pairs_async);
  _cor_translator_call (task, COR_APERTIUM (translator)->http, request, parse_pairs, (GDestroyNotify) g_ptr_array_unref, NULL);
}

static void
translate_async (CorTranslator           *translator,
                 const char              *text,
                 const CorTranslatorPair *pair,
                 GCancellable            *cancellable,
                 GAsyncReadyCallback      callback,
                 gpointer                 user_data)
{
  g_autoptr (GTask) task = g_task_new (translator, cancellable, callback, user_data);
  g_autoptr (CorHttpRequest) request = cor_http_request_new ("POST", "translate", NULL);
  g_autofree char *langpair = g_strdup_printf ("%s|%s", pair->from, pair->to);

  g_task_set_source_tag (task, translate_async);
  cor_http_request_set_form (request, "langpair", langpair, "q", text, "markUnknown", "no", "format", "txt", NULL);
  _cor_translator_call (task, COR_APERTIUM (translator)->http, request, parse_translation, g_free, refine);
}

static void
translator_iface_init (CorTranslatorInterface *iface)
{
  iface->list_pairs_async = list_pairs_async;
  iface->translate_async = translate_async;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CorApertium, cor_apertium, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (COR_TYPE_TRANSLATOR, translator_iface_init))

static void
cor_apertium_dispose (GObject *object)
{
  g_clear_object (&COR_APERTIUM (object)->http);

  G_OBJECT_CLASS (cor_apertium_parent_class)->dispose (object);
}

static void
cor_apertium_class_init (CorApertiumClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cor_apertium_dispose;
}

static void
cor_apertium_init (CorApertium *self)
{
}

CorTranslator *
_cor_apertium_new (CorHttp *http)
{
  CorApertium *self = g_object_new (COR_TYPE_APERTIUM, NULL);

  self->http = g_object_ref (http);
  return COR_TRANSLATOR (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-libre-translate"

#include "config.h"

#include "cor-translator-private.h"

#include "cor-json.h"
#include "cor-service-error.h"
#include "cor-str.h"

/*
 * CorLibreTranslate: LibreTranslate (translate.md). The key travels in the body alone.
 */
#define COR_TYPE_LIBRE_TRANSLATE (cor_libre_translate_get_type ())
G_DECLARE_FINAL_TYPE (CorLibreTranslate, cor_libre_translate, COR, LIBRE_TRANSLATE, GObject)

struct _CorLibreTranslate
{
  GObject parent_instance;

  CorHttp *http;        /* owned */
  char    *key;         /* nullable */
  gint64   max_letters; /* of its settings; 0: not known, or none */
  gboolean wants_key;
};

/* What the service says about itself. */
typedef struct
{
  gint64   max_letters;
  gboolean wants_key;
} Settings;

static gpointer
parse_settings (JsonNode *root,
                gpointer  user_data,
                GError  **error)
{
  JsonObject *answer = cor_json_as_object (root);
  Settings   *settings = g_new0 (Settings, 1);

  settings->max_letters = MAX (cor_json_get_int (answer, "charLimit"), 0);
  settings->wants_key = cor_json_get_bool (answer, "keyRequired");
  return settings;
}

static gpointer
parse_pairs (JsonNode *root,
             gpointer  user_data,
             GError  **error)
{
  JsonArray *languages = cor_json_as_array (root);
  GPtrArray *pairs = languages != NULL ? cor_translator_pairs_new () : NULL;

  for (guint i = 0; languages != NULL && i < json_array_get_length (languages); i++)
    {
      JsonObject *language = cor_json_array_get_object (languages, i);
      const char *code = cor_json_get_string (language, "code");
      g_auto (GStrv) targets = cor_json_dup_strings (language, "targets");

      for (guint j = 0; code != NULL && targets != NULL && targets[j] != NULL; j++)
        if (!g_str_equal (code, targets[j]))
          cor_translator_pairs_add (pairs, code, targets[j]);
    }
  return pairs;
}

static gpointer
parse_translation (JsonNode *root,
                   gpointer  user_data,
                   GError  **error)
{
  return cor_json_dup_string (cor_json_as_object (root), "translatedText");
}

/* Its words are translated for the caller: only the status counts, and for 400 what the service says about itself. */
static GError *
refine (GTask           *task,
        CorHttpResponse *response)
{
  CorLibreTranslate *self = g_task_get_source_object (task);
  const char        *words = cor_json_get_string (cor_json_as_object (response->json), "error");

  if (response->status == 403 || (response->status == 400 && self->wants_key && self->key == NULL))
    return cor_service_error_new (COR_SERVICE_ERROR_UNAUTHORISED, response->status, 0, words != NULL ? words : "The service asks for a key");
  if (response->status == 400 && g_task_get_source_tag (task) == cor_translator_translate_async)
    return cor_service_error_new (COR_SERVICE_ERROR_NO_PAIR, 400, 0, words != NULL ? words : "The service does not have these languages");
  return NULL;
}

static CorHttpRequest *
make_post (CorLibreTranslate       *self,
           const char              *path,
           const char              *text,
           const CorTranslatorPair *pair)
{
  CorHttpRequest *request = cor_http_request_new ("POST", path, NULL);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_add_string_value (json_builder_set_member_name (builder, "q"), text);
  if (pair != NULL)
    {
      json_builder_add_string_value (json_builder_set_member_name (builder, "source"), pair->from);
      json_builder_add_string_value (json_builder_set_member_name (builder, "target"), pair->to);
      json_builder_add_string_value (json_builder_set_member_name (builder, "format"), "text");
    }
  if (self->key != NULL)
    json_builder_add_string_value (json_builder_set_member_name (builder, "api_key"), self->key);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  cor_http_request_set_json (request, root);
  return request;
}

static void
on_settings (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  CorLibreTranslate   *self = COR_LIBRE_TRANSLATE (source);
  GError              *error = NULL;
  g_autofree Settings *settings = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (CorHttpRequest) request = cor_http_request_new ("GET", "languages", NULL);

  /* a server may keep them to itself; what it translates is all that is needed */
  if (error != NULL && !g_error_matches (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_NOT_FOUND))
    {
      g_task_return_error (task, error);
      return;
    }
  g_clear_error (&error);
  self->max_letters = settings != NULL ? settings->max_letters : 0;
  self->wants_key = settings != NULL && settings->wants_key;
  _cor_translator_call (task, self->http, request, parse_pairs, (GDestroyNotify) g_ptr_array_unref, refine);
}

static void
list_pairs_async (CorTranslator      *translator,
                  GCancellable       *cancellable,
                  GAsyncReadyCallback callback,
                  gpointer            user_data)
{
  GTask *task = g_task_new (translator, cancellable, callback, user_data);
  g_autoptr (GTask) inner = g_task_new (translator, cancellable, on_settings, task);
  g_autoptr (CorHttpRequest) request = cor_http_request_new ("GET", "frontend", "settings", NULL);

  g_task_set_source_tag (task, cor_translator_list_pairs_async);
  g_task_set_source_tag (inner, list_pairs_async);
  _cor_translator_call (inner, COR_LIBRE_TRANSLATE (translator)->http, request, parse_settings, g_free, NULL);
}

static void
translate_async (CorTranslator           *translator,
                 const char              *text,
                 const CorTranslatorPair *pair,
                 GCancellable            *cancellable,
                 GAsyncReadyCallback      callback,
                 gpointer                 user_data)
{
  CorLibreTranslate *self = COR_LIBRE_TRANSLATE (translator);
  g_autoptr (GTask) task = g_task_new (translator, cancellable, callback, user_data);
  g_autoptr (CorHttpRequest) request = NULL;

  g_task_set_source_tag (task, cor_translator_translate_async);
  if (self->max_letters > 0 && g_utf8_strlen (text, -1) > self->max_letters)
    {
      g_task_return_new_error (task, COR_SERVICE_ERROR, COR_SERVICE_ERROR_TOO_LONG, "The service takes %" G_GINT64_FORMAT " letters", self->max_letters);
      return;
    }
  request = make_post (self, "translate", text, pair);
  _cor_translator_call (task, self->http, request, parse_translation, g_free, refine);
}

static void
translator_iface_init (CorTranslatorInterface *iface)
{
  iface->list_pairs_async = list_pairs_async;
  iface->translate_async = translate_async;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CorLibreTranslate, cor_libre_translate, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (COR_TYPE_TRANSLATOR, translator_iface_init))

static void
cor_libre_translate_dispose (GObject *object)
{
  g_clear_object (&COR_LIBRE_TRANSLATE (object)->http);

  G_OBJECT_CLASS (cor_libre_translate_parent_class)->dispose (object);
}

static void
cor_libre_translate_finalize (GObject *object)
{
  g_clear_pointer (&COR_LIBRE_TRANSLATE (object)->key, g_free);

  G_OBJECT_CLASS (cor_libre_translate_parent_class)->finalize (object);
}

static void
cor_libre_translate_class_init (CorLibreTranslateClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cor_libre_translate_dispose;
  G_OBJECT_CLASS (klass)->finalize = cor_libre_translate_finalize;
}

static void
cor_libre_translate_init (CorLibreTranslate *self)
{
}

CorTranslator *
_cor_libre_translate_new (CorHttp    *http,
                          const char *key)
{
  CorLibreTranslate *self = g_object_new (COR_TYPE_LIBRE_TRANSLATE, NULL);

  self->http = g_object_ref (http);
  cor_set_str (&self->key, key);
  return COR_TRANSLATOR (self);
}

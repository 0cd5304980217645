/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-translator"

#include "config.h"

#include "cor-translator-private.h"

#include "cor-locale-fit.h"
#include "cor-locale.h"
#include "cor-service-error.h"

#include <string.h>

G_DEFINE_INTERFACE (CorTranslator, cor_translator, G_TYPE_OBJECT)

static void
cor_translator_default_init (CorTranslatorInterface *iface)
{
}

static void
pair_free (gpointer data)
{
  CorTranslatorPair *pair = data;

  g_free (pair->from);
  g_free (pair->to);
  g_free (pair);
}

/**
 * cor_translator_pairs_new:
 *
 * Returns: (transfer full) (element-type CorTranslatorPair): none yet
 */
GPtrArray *
cor_translator_pairs_new (void)
{
  return g_ptr_array_new_with_free_func (pair_free);
}

void
cor_translator_pairs_add (GPtrArray  *pairs,
                          const char *from,
                          const char *to)
{
  CorTranslatorPair *pair = g_new0 (CorTranslatorPair, 1);

  pair->from = g_strdup (from);
  pair->to = g_strdup (to);
  g_ptr_array_add (pairs, pair);
}

/* The short names of LibreTranslate's older models (translate.md); ICU knows the others, of two letters and of three. */
static char *
dup_tag (const char *code)
{
  if (g_ascii_strcasecmp (code, "zh") == 0)
    return g_strdup ("zh-Hans");
  if (g_ascii_strcasecmp (code, "zt") == 0)
    return g_strdup ("zh-Hant");
  if (g_ascii_strcasecmp (code, "pb") == 0)
    return g_strdup ("pt-BR");
  return cor_locale_canonicalize (code);
}

/* One script does not do for another, one country does: es serves es-MX, and by need pt-PT serves pt-BR. */
static guint
rank (const char *code,
      const char *wanted)
{
  g_autofree char *tag = dup_tag (code);
  CorLocaleFit     fit = cor_locale_fit (tag, wanted);

  if (fit == COR_LOCALE_FIT_EXACT)
    return 4;
  if (fit == COR_LOCALE_FIT_SCRIPT)
    return strchr (tag, '-') == NULL ? 3 : 2;
  return fit == COR_LOCALE_FIT_LANGUAGE && !cor_locale_is_same_language (tag, "zh") ? 1 : 0;
}

/**
 * cor_translator_pairs_find:
 * @pairs: (element-type CorTranslatorPair): what the service said it has
 * @from: BCP 47, or as a desk writes it
 * @to: likewise
 *
 * Returns: (transfer none) (nullable): the pair that serves best, %NULL none does
 */
const CorTranslatorPair *
cor_translator_pairs_find (GPtrArray  *pairs,
                           const char *from,
                           const char *to)
{
  const CorTranslatorPair *best = NULL;
  guint                    best_rank = 0;

  for (guint i = 0; i < pairs->len; i++)
    {
      const CorTranslatorPair *pair = pairs->pdata[i];
      guint                    from_rank = rank (pair->from, from);
      guint                    to_rank = from_rank > 0 ? rank (pair->to, to) : 0;

      /* how the answer is written counts more than how the question is read */
      if (to_rank > 0 && to_rank * 8 + from_rank > best_rank)
        {
          best_rank = to_rank * 8 + from_rank;
          best = pair;
        }
    }
  return best;
}

/**
 * cor_translator_new:
 * @kind: %COR_TRANSLATOR_LIBRE_TRANSLATE or %COR_TRANSLATOR_APERTIUM
 * @url: of the server; plain http only for a literal loopback address
 * @ca_file: (nullable): PEM of a private authority
 * @key: (nullable): where the service asks for one
 * @error: COR_SERVICE_ERROR
 *
 * Returns: (transfer full) (nullable): a client; it has asked nothing yet
 */
CorTranslator *
cor_translator_new (const char *kind,
                    const char *url,
                    const char *ca_file,
                    const char *key,
                    GError    **error)
{
  g_autoptr (GUri) uri = g_uri_parse (url, SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr (CorHttp) http = NULL;

  if (uri == NULL)
    {
      g_set_error (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_BAD_ADDRESS, "“%s” is not the address of a server", url);
      return NULL;
    }
  http = g_ascii_strcasecmp (g_uri_get_scheme (uri), "http") == 0 ? cor_http_new_on_loopback (uri, error) : cor_http_new (uri, ca_file, error);
  if (http == NULL)
    return NULL;
  if (g_str_equal (kind, COR_TRANSLATOR_APERTIUM))
    return _cor_apertium_new (http);
  return _cor_libre_translate_new (http, key);
}

typedef struct
{
  GTask              *task; /* owned */
  CorTranslatorRefine refine;
} Call;

static void
on_answer (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autofree Call *call = user_data;
  g_autoptr (GTask) task = call->task;
  GError *error = NULL;
  g_autoptr (CorHttpResponse) response = cor_http_send_finish (COR_HTTP (source), result, &error);
  GDestroyNotify parsed_free = response != NULL ? response->parsed_free : NULL;

  if (response != NULL && !cor_http_response_is_success (response) && call->refine != NULL)
    error = call->refine (task, response);
  if (error == NULL && cor_http_response_check (response, &error) && response->parsed == NULL)
    error = cor_service_error_new (COR_SERVICE_ERROR_BAD_RESPONSE, response->status, 0, "The answer is not a translation service’s");
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, cor_http_response_steal_parsed (response), parsed_free);
}

void
_cor_translator_call (GTask              *task,
                      CorHttp            *http,
                      CorHttpRequest     *request,
                      CorHttpParse        parse,
                      GDestroyNotify      parsed_free,
                      CorTranslatorRefine refine)
{
  Call *call = g_new0 (Call, 1);

  call->task = g_object_ref (task);
  call->refine = refine;
  cor_http_request_set_parse (request, parse, NULL, NULL, parsed_free);
  cor_http_send_async (http, request, g_task_get_cancellable (task), on_answer, call);
}

/**
 * cor_translator_list_pairs_async:
 *
 * Asks what the service translates.
 */
void
cor_translator_list_pairs_async (CorTranslator      *self,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  COR_TRANSLATOR_GET_IFACE (self)->list_pairs_async (self, cancellable, callback, user_data);
}

/**
 * cor_translator_list_pairs_finish:
 * @error: COR_SERVICE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type CorTranslatorPair): its pairs
 */
GPtrArray *
cor_translator_list_pairs_finish (CorTranslator *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * cor_translator_translate_async:
 * @text: plain text, protected
 * @pair: one of the service's, by cor_translator_pairs_find()
 *
 * Translates.
 */
void
cor_translator_translate_async (CorTranslator           *self,
                                const char              *text,
                                const CorTranslatorPair *pair,
                                GCancellable            *cancellable,
                                GAsyncReadyCallback      callback,
                                gpointer                 user_data)
{
  if (g_utf8_strlen (text, -1) > COR_TRANSLATOR_MAX_LETTERS)
    g_task_report_new_error (self, callback, user_data, cor_translator_translate_async, COR_SERVICE_ERROR, COR_SERVICE_ERROR_TOO_LONG,
                             "The text has more than %d letters", COR_TRANSLATOR_MAX_LETTERS);
  else
    COR_TRANSLATOR_GET_IFACE (self)->translate_async (self, text, pair, cancellable, callback, user_data);
}

/**
 * cor_translator_translate_finish:
 * @error: COR_SERVICE_ERROR: NO_PAIR, TOO_LONG, OFFLINE, RATE_LIMITED, UNAUTHORISED and the others
 *
 * Returns: (transfer full) (nullable): the translation
 */
char *
cor_translator_translate_finish (CorTranslator *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-ctl-translator"

#include "config.h"

#include "cor-ctl-commands.h"

#include "cor-ctl-await.h"
#include "cor-ctl-error.h"
#include "cor-ctl-json.h"
#include "cor-ctl-output.h"
#include "cor-ctl-token.h"
#include "cor-secrets.h"
#include "cor-store-translator.h"
#include "cor-translator.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NOBODY "none"

static CorTranslatorData *
load (CorCtl  *ctl,
      GError **error)
{
  g_auto (CorCtlAwait) await = { NULL };

  cor_store_load_translator_async (ctl->store, NULL, cor_ctl_on_result, &await);
  return cor_store_load_translator_finish (ctl->store, cor_ctl_await (&await), error);
}

static void
print_modes_json (JsonBuilder             *builder,
                  const CorTranslatorData *translator)
{
  g_autoptr (GList) languages = g_list_sort (g_hash_table_get_keys (translator->modes), (GCompareFunc) strcmp);

  json_builder_set_member_name (builder, "languages");
  json_builder_begin_object (builder);
  for (GList *link = languages; link != NULL; link = link->next)
    cor_ctl_json_text (builder, link->data, cor_language_mode_to_string (cor_translator_data_get_mode (translator, link->data)));
  json_builder_end_object (builder);
}

static void
print_json (const CorTranslatorData *translator)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cor_ctl_json_text (builder, "service", translator->kind);
  cor_ctl_json_text (builder, "url", translator->url);
  cor_ctl_json_bool (builder, "key", translator->has_key);
  cor_ctl_json_text (builder, "target", translator->target);
  print_modes_json (builder, translator);
  json_builder_end_object (builder);
  cor_ctl_json_print (builder);
}

static void
print_text (CorCtl                  *ctl,
            const CorTranslatorData *translator)
{
  g_autoptr (GList) languages = g_list_sort (g_hash_table_get_keys (translator->modes), (GCompareFunc) strcmp);

  if (translator->kind != NULL)
    cor_ctl_print ("%s  %s\n", translator->kind, translator->url);
  else
    cor_ctl_say (ctl, "%s", _ ("Nobody translates; “corridorctl translate service apertium --url URL” chooses a service."));
  for (GList *link = languages; link != NULL; link = link->next)
    cor_ctl_print ("%s  %s\n", (const char *) link->data, cor_language_mode_to_string (cor_translator_data_get_mode (translator, link->data)));
}

static gboolean
print (CorCtl  *ctl,
       GError **error)
{
  g_autoptr (CorTranslatorData) translator = load (ctl, error);

  if (translator == NULL)
    return FALSE;
  if (ctl->is_json)
    print_json (translator);
  else
    print_text (ctl, translator);
  return TRUE;
}

/* Without a path: the services begin at the root. */
static char *
dup_origin (const char *url,
            GError    **error)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_NONE, error);

  if (uri == NULL)
    return NULL;
  return g_uri_join (G_URI_FLAGS_NONE, g_uri_get_scheme (uri), NULL, g_uri_get_host (uri), g_uri_get_port (uri), "", NULL, NULL);
}

static gboolean
check_choice (const char *kind,
              const char *url,
              const char *ca_file,
              GError    **error)
{
  g_autoptr (CorTranslator) translator = NULL;

  if (g_strcmp0 (kind, COR_TRANSLATOR_LIBRE_TRANSLATE) != 0 && g_strcmp0 (kind, COR_TRANSLATOR_APERTIUM) != 0)
    {
      g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("“%s” is none of libretranslate, apertium and none"), kind);
      return FALSE;
    }
  if (url == NULL)
    {
      g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("The service needs its address: --url URL"));
      return FALSE;
    }
  translator = cor_translator_new (kind, url, ca_file, NULL, error);
  return translator != NULL;
}

static gboolean
store_key (const char *url,
           GError    **error)
{
  g_auto (CorCtlAwait) await = { NULL };
  g_autofree char *key = cor_ctl_read_token (TRUE, error);

  if (key == NULL)
    return FALSE;
  cor_secrets_store_async (url, COR_SECRETS_TRANSLATION, key, NULL, cor_ctl_on_result, &await);
  return cor_secrets_store_finish (cor_ctl_await (&await), error);
}

static gboolean
choose (CorCtl     *ctl,
        const char *kind,
        const char *url,
        const char *ca_file,
        gboolean    has_key,
        GError    **error)
{
  g_auto (CorCtlAwait) await = { NULL };
  g_autoptr (CorTranslatorData) before = load (ctl, error);
  g_autofree char *origin = NULL;
  g_autofree char *ca_path = ca_file != NULL ? g_canonicalize_filename (ca_file, NULL) : NULL;

  if (before == NULL)
    return FALSE;
  if (g_str_equal (kind, NOBODY))
    cor_store_choose_translator_async (ctl->store, NULL, NULL, NULL, FALSE, NULL, cor_ctl_on_result, &await);
  else
    {
      origin = dup_origin (url, error);
      if (origin == NULL || (has_key && !store_key (origin, error)))
        return FALSE;
      cor_store_choose_translator_async (ctl->store, kind, origin, ca_path, has_key, NULL, cor_ctl_on_result, &await);
    }
  if (before->has_key && g_strcmp0 (before->url, origin) != 0)
    cor_ctl_forget_secret (before->url, COR_SECRETS_TRANSLATION);
  return cor_store_choose_translator_finish (ctl->store, cor_ctl_await (&await), error);
}

gboolean
cor_ctl_translate_service (CorCtl  *ctl,
                           GError **error)
{
  g_autofree char   *url = NULL;
  g_autofree char   *ca_file = NULL;
  gboolean           has_key = FALSE;
  const GOptionEntry entries[] = {
    { "url", 0, 0, G_OPTION_ARG_STRING, &url, N_ ("The service’s address; http only for 127.0.0.1 and [::1]"), N_ ("URL") },
    { "ca", 0, 0, G_OPTION_ARG_FILENAME, &ca_file, N_ ("Trust the authority in this file"), N_ ("FILE") },
    { "key-stdin", 0, 0, G_OPTION_ARG_NONE, &has_key, N_ ("Read the service’s key from the standard input"), NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL }
  };
  const char *kind;

  if (!cor_ctl_parse (ctl, entries, 0, 1, error))
    return FALSE;
  kind = ctl->n_arguments > 0 ? ctl->arguments[0] : NULL;
  if (kind != NULL && !g_str_equal (kind, NOBODY) && !check_choice (kind, url, ca_file, error))
    return FALSE;
  if (cor_ctl_open (ctl, error) == NULL || (kind != NULL && !choose (ctl, kind, url, ca_file, has_key, error)))
    return FALSE;
  return print (ctl, error);
}

gboolean
cor_ctl_translate_language (CorCtl  *ctl,
                            GError **error)
{
  g_auto (CorCtlAwait) await = { NULL };
  CorLanguageMode mode = COR_LANGUAGE_ON_DEMAND;

  if (!cor_ctl_parse (ctl, NULL, 2, 2, error))
    return FALSE;
  if (!cor_language_mode_from_string (ctl->arguments[1], &mode))
    {
      g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("“%s” is none of own, always and on-demand"), ctl->arguments[1]);
      return FALSE;
    }
  if (cor_ctl_open (ctl, error) == NULL)
    return FALSE;
  cor_store_set_language_mode_async (ctl->store, ctl->arguments[0], mode, NULL, cor_ctl_on_result, &await);
  return cor_store_choose_translator_finish (ctl->store, cor_ctl_await (&await), error) && print (ctl, error);
}

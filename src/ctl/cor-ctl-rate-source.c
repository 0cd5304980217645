/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-ctl-rate-source"

#include "config.h"

#include "cor-ctl-commands.h"

#include "cor-ctl-await.h"
#include "cor-ctl-error.h"
#include "cor-ctl-json.h"
#include "cor-ctl-output.h"
#include "cor-date.h"
#include "cor-desk-address.h"
#include "cor-rate-sync.h"
#include "cor-store-rate-source.h"

#include <glib/gi18n-lib.h>

static CorRateSourceData *
load (CorCtl  *ctl,
      GError **error)
{
  g_auto (CorCtlAwait) await = { NULL };

  cor_store_load_rate_source_async (ctl->store, NULL, cor_ctl_on_result, &await);
  return cor_store_load_rate_source_finish (ctl->store, cor_ctl_await (&await), error);
}

static char *
dup_newest (const CorRateSourceData *source)
{
  GDate day;

  if (source->newest == 0)
    return NULL;
  g_date_clear (&day, 1);
  g_date_set_julian (&day, source->newest);
  return cor_date_to_string (&day);
}

static void
print_source_json (const CorRateSourceData *source)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *newest = dup_newest (source);

  json_builder_begin_object (builder);
  cor_ctl_json_text (builder, "source", source->service);
  cor_ctl_json_text (builder, "url", source->url);
  cor_ctl_json_bool (builder, "history", source->has_history);
  cor_ctl_json_text (builder, "newest", newest);
  cor_ctl_json_time (builder, "asked_at", source->asked_at);
  cor_ctl_json_text (builder, "error", source->error);
  json_builder_end_object (builder);
  cor_ctl_json_print (builder);
}

static void
print_source (CorCtl                  *ctl,
              const CorRateSourceData *source)
{
  g_autofree char *newest = dup_newest (source);

  if (source->service != NULL)
    cor_ctl_print ("%s%s%s\n", source->service, source->url != NULL ? "  " : "", source->url != NULL ? source->url : "");
  else if (source->is_wanted)
    cor_ctl_say (ctl, "%s", _ ("Nobody chose a source: Frankfurter is asked, and the ECB itself where that fails."));
  else
    cor_ctl_say (ctl, "%s", _ ("Nobody chose a source, and without an account nothing is asked; the month-end figures of the program are here."));
  if (newest != NULL)
    /* Translators: %s is a day such as 2026-07-01 */
    cor_ctl_say (ctl, _ ("The newest rates are of %s."), newest);
  if (source->error != NULL)
    {
      g_autofree char *clean = cor_ctl_clean_line (source->error);

      /* Translators: %s says why, in the words of a server or of the program */
      cor_ctl_say (ctl, _ ("The last look failed: %s"), clean);
    }
}

static gboolean
check_choice (CorCtl     *ctl,
              const char *url,
              const char *ca_file,
              char      **origin,
              GError    **error)
{
  const char *service = ctl->n_arguments > 0 ? ctl->arguments[0] : NULL;
  gboolean    is_known = service == NULL || g_str_equal (service, COR_RATE_SOURCE_FRANKFURTER) || g_str_equal (service, COR_RATE_SOURCE_ECB) ||
                      g_str_equal (service, COR_RATE_SOURCE_NONE);

  if (!is_known)
    g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("“%s” is none of frankfurter, ecb and none"), service);
  else if ((url != NULL || ca_file != NULL) && (service == NULL || g_str_equal (service, COR_RATE_SOURCE_NONE)))
    g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("--url and --ca go with frankfurter or ecb"));
  else
    return url == NULL || cor_desk_parse_address (url, origin, NULL, error);
  return FALSE;
}

gboolean
cor_ctl_rates_source (CorCtl  *ctl,
                      GError **error)
{
  g_auto (CorCtlAwait) await = { NULL };
  g_autoptr (CorRateSourceData) source = NULL;
  g_autofree char   *url = NULL;
  g_autofree char   *ca_file = NULL;
  g_autofree char   *ca_path = NULL;
  g_autofree char   *origin = NULL;
  const GOptionEntry entries[] = {
    { "url", 0, 0, G_OPTION_ARG_STRING, &url, N_ ("Ask this server, instead of the service’s own"), N_ ("URL") },
    { "ca", 0, 0, G_OPTION_ARG_FILENAME, &ca_file, N_ ("Trust the authority in this file"), N_ ("FILE") },
    { NULL, 0, 0, 0, NULL, NULL, NULL }
  };

  if (!cor_ctl_parse (ctl, entries, 0, 1, error) || !check_choice (ctl, url, ca_file, &origin, error) || cor_ctl_open (ctl, error) == NULL)
    return FALSE;
  if (ctl->n_arguments > 0)
    {
      ca_path = ca_file != NULL ? g_canonicalize_filename (ca_file, NULL) : NULL;
      cor_store_choose_rate_source_async (ctl->store, ctl->arguments[0], origin, ca_path, NULL, cor_ctl_on_result, &await);
      if (!cor_store_choose_rate_source_finish (ctl->store, cor_ctl_await (&await), error))
        return FALSE;
    }
  source = load (ctl, error);
  if (source == NULL)
    return FALSE;
  if (ctl->is_json)
    print_source_json (source);
  else
    print_source (ctl, source);
  return TRUE;
}

gboolean
cor_ctl_rates_update (CorCtl  *ctl,
                      GError **error)
{
  g_auto (CorCtlAwait) await = { NULL };
  g_autoptr (CorBackgroundSync) rates = NULL;
  g_autoptr (CorRateSourceData) source = NULL;

  if (!cor_ctl_parse (ctl, NULL, 0, 0, error) || cor_ctl_open (ctl, error) == NULL)
    return FALSE;
  source = load (ctl, error);
  if (source == NULL)
    return FALSE;
  if (g_strcmp0 (source->service, COR_RATE_SOURCE_NONE) == 0 || (source->service == NULL && !source->is_wanted))
    {
      g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED, _ ("There is no source to ask; “corridorctl rates source frankfurter” chooses one"));
      return FALSE;
    }
  rates = cor_rate_sync_new (ctl->store);
  cor_background_sync_run_async (rates, NULL, cor_ctl_on_result, &await);
  if (!cor_background_sync_run_finish (rates, cor_ctl_await (&await), error))
    return FALSE;

  cor_rate_source_data_free (g_steal_pointer (&source));
  source = load (ctl, error);
  if (source == NULL)
    return FALSE;
  if (ctl->is_json)
    print_source_json (source);
  else
    print_source (ctl, source);
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-ctl-pack"

#include "config.h"

#include "cor-ctl-commands.h"

#include "cor-ctl-await.h"
#include "cor-ctl-error.h"
#include "cor-ctl-json.h"
#include "cor-ctl-output.h"
#include "cor-pack-sync.h"
#include "cor-signature.h"
#include "cor-store-packs.h"

#include <glib/gi18n-lib.h>

static GPtrArray *
load_packs (CorCtl  *ctl,
            GError **error)
{
  g_auto (CorCtlAwait) await = { NULL };

  cor_store_list_packs_async (ctl->store, NULL, cor_ctl_on_result, &await);
  return cor_store_list_packs_finish (ctl->store, cor_ctl_await (&await), error);
}

static void
add_json (JsonBuilder       *builder,
          const CorPackData *pack)
{
  json_builder_begin_object (builder);
  cor_ctl_json_text (builder, "address", pack->address);
  cor_ctl_json_text (builder, "key", pack->public_key);
  cor_ctl_json_text (builder, "id", pack->pack_id);
  cor_ctl_json_text (builder, "format", pack->format);
  cor_ctl_json_text (builder, "version", pack->version);
  cor_ctl_json_bool (builder, "signed", pack->is_signed);
  cor_ctl_json_time (builder, "checked_at", pack->checked_at);
  cor_ctl_json_time (builder, "changed_at", pack->changed_at);
  cor_ctl_json_text (builder, "error", pack->error);
  json_builder_end_object (builder);
}

static const char *
get_state_text (const CorPackData *pack)
{
  if (pack->error != NULL)
    return _ ("failed");
  if (g_str_has_prefix (pack->address, "installed:"))
    return _ ("came with the program");
  if (pack->version == NULL)
    return _ ("not fetched yet");
  return pack->is_signed ? _ ("signed") : _ ("unsigned");
}

static void
print_packs (CorCtl    *ctl,
             GPtrArray *packs)
{
  g_autoptr (CorCtlTable) table = NULL;

  if (ctl->is_json)
    {
      cor_ctl_json_begin_list ("packs");
      for (guint i = 0; i < packs->len; i++)
        {
          g_autoptr (JsonBuilder) item = json_builder_new ();

          add_json (item, packs->pdata[i]);
          cor_ctl_json_add_item (item, i == 0);
        }
      cor_ctl_json_end_list ("total", packs->len);
      return;
    }
  table = cor_ctl_table_new ("llll", _ ("Pack"), _ ("Version"), _ ("State"), _ ("Address"), NULL);
  for (guint i = 0; i < packs->len; i++)
    {
      const CorPackData *pack = packs->pdata[i];

      cor_ctl_table_add (table, pack->pack_id != NULL ? pack->pack_id : "", pack->version != NULL ? pack->version : "", get_state_text (pack),
                         pack->address, NULL);
    }
  cor_ctl_table_print (table);
}

gboolean
cor_ctl_kb_pack_list (CorCtl  *ctl,
                      GError **error)
{
  g_autoptr (GPtrArray) packs = NULL;

  if (!cor_ctl_parse (ctl, NULL, 0, 0, error) || cor_ctl_open (ctl, error) == NULL)
    return FALSE;
  packs = load_packs (ctl, error);
  if (packs == NULL)
    return FALSE;
  print_packs (ctl, packs);
  return TRUE;
}

/* Looks at every pack now; the first one that fails is the error. */
static gboolean
look (CorCtl  *ctl,
      GError **error)
{
  g_auto (CorCtlAwait) await = { NULL };
  g_autoptr (CorBackgroundSync) sync = cor_pack_sync_new (ctl->store);

  cor_background_sync_run_async (sync, NULL, cor_ctl_on_result, &await);
  return cor_background_sync_run_finish (sync, cor_ctl_await (&await), error);
}

static gboolean
look_and_print (CorCtl  *ctl,
                GError **error)
{
  g_autoptr (GPtrArray) packs = NULL;

  if (!look (ctl, error))
    return FALSE;
  packs = load_packs (ctl, error);
  if (packs == NULL)
    return FALSE;
  print_packs (ctl, packs);
  return TRUE;
}

gboolean
cor_ctl_kb_pack_update (CorCtl  *ctl,
                        GError **error)
{
  return cor_ctl_parse (ctl, NULL, 0, 0, error) && cor_ctl_open (ctl, error) != NULL && look_and_print (ctl, error);
}

static gboolean
check_address (const char *address,
               const char *key,
               GError    **error)
{
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_ENCODED, NULL);

  if (uri == NULL || g_ascii_strcasecmp (g_uri_get_scheme (uri), "https") != 0 || g_uri_get_host (uri) == NULL || g_uri_get_query (uri) != NULL)
    {
      g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("“%s” is not an https address without a question mark"), address);
      return FALSE;
    }
  if (key != NULL && !cor_signature_is_key (key))
    {
      g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("--key takes an Ed25519 public key: 32 bytes in base64"));
      return FALSE;
    }
  return TRUE;
}

gboolean
cor_ctl_kb_pack_add (CorCtl  *ctl,
                     GError **error)
{
  g_auto (CorCtlAwait) await = { NULL };
  g_autofree char   *key = NULL;
  const GOptionEntry entries[] = {
    { "key", 0, 0, G_OPTION_ARG_STRING, &key, N_ ("Take it only if this Ed25519 public key, in base64, verifies its signature"), N_ ("KEY") },
    { NULL, 0, 0, 0, NULL, NULL, NULL }
  };

  if (!cor_ctl_parse (ctl, entries, 1, 1, error) || !check_address (ctl->arguments[0], key, error) || cor_ctl_open (ctl, error) == NULL)
    return FALSE;
  cor_store_add_pack_async (ctl->store, ctl->arguments[0], key, NULL, cor_ctl_on_result, &await);
  return cor_store_pack_finish (ctl->store, cor_ctl_await (&await), error) && look_and_print (ctl, error);
}

gboolean
cor_ctl_kb_pack_remove (CorCtl  *ctl,
                        GError **error)
{
  g_auto (CorCtlAwait) await = { NULL };
  g_autoptr (GError) failure = NULL;

  if (!cor_ctl_parse (ctl, NULL, 1, 1, error) || cor_ctl_open (ctl, error) == NULL)
    return FALSE;
  cor_store_remove_pack_async (ctl->store, ctl->arguments[0], NULL, cor_ctl_on_result, &await);
  if (cor_store_pack_finish (ctl->store, cor_ctl_await (&await), &failure))
    return TRUE;
  if (g_error_matches (failure, COR_STORE_ERROR, COR_STORE_ERROR_NOT_FOUND))
    g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED, _ ("No pack “%s” is here"), ctl->arguments[0]);
  else
    g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-ctl-commands.h"

#include "cor-accounts.h"
#include "cor-ctl-ask.h"
#include "cor-ctl-await.h"
#include "cor-ctl-error.h"
#include "cor-ctl-json.h"
#include "cor-ctl-output.h"
#include "cor-ctl-setting.h"
#include "cor-ctl-status.h"
#include "cor-ctl-token.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

static void
fail_undecided (GPtrArray *accounts,
                GError   **error)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < accounts->len; i++)
    {
      const CorDeskAccountRecord *account = accounts->pdata[i];

      g_string_append_printf (list, "%s%s (%s)", i > 0 ? ", " : "", account->remote_id, account->name != NULL ? account->name : "?");
    }
  /* Translators: %s is a list of numbers and names */
  g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED, _ ("The token opens several accounts; choose one with --account-id: %s"),
               list->str);
}

static gboolean
add (CorCtl               *ctl,
     const CorAccountForm *form,
     GError              **error)
{
  CorStore *store = cor_ctl_open (ctl, error);
  g_auto (CorCtlAwait) check = { NULL };
  g_auto (CorCtlAwait) await = { NULL };
  g_autoptr (CorCheckedAccount) checked = NULL;
  g_autofree char *origin = NULL, *name = NULL, *agent = NULL;
  gint64           id;

  if (store == NULL)
    return FALSE;
  cor_accounts_check_async (form, NULL, cor_ctl_on_result, &check);
  checked = cor_accounts_check_finish (cor_ctl_await (&check), error);
  if (checked == NULL)
    return FALSE;
  if (checked->account->remote_id == NULL)
    {
      fail_undecided (checked->profile->accounts, error);
      return FALSE;
    }
  origin = g_strdup (checked->account->origin);
  name = g_strdup (checked->account->name);
  agent = g_strdup (checked->account->agent_name);

  cor_accounts_add_async (store, checked, NULL, cor_ctl_on_result, &await);
  id = cor_accounts_add_finish (store, cor_ctl_await (&await), error);
  if (id == 0)
    return FALSE;

  if (ctl->is_json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      cor_ctl_json_int (builder, "id", id);
      cor_ctl_json_text (builder, "url", origin);
      cor_ctl_json_text (builder, "name", name);
      cor_ctl_json_text (builder, "agent", agent);
      json_builder_end_object (builder);
      cor_ctl_json_print (builder);
    }
  /* Translators: number, name and server of an account, and the name of its agent */
  cor_ctl_say (ctl, _ ("Account %" PRId64 ": %s at %s, as %s"), id, name != NULL ? name : "?", origin, agent != NULL ? agent : "?");
  return TRUE;
}

gboolean
cor_ctl_account_add (CorCtl  *ctl,
                     GError **error)
{
  g_autofree char   *kind = NULL, *url = NULL, *account_id = NULL, *ca = NULL, *ca_file = NULL, *token = NULL;
  gboolean           token_stdin = FALSE;
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &kind, N_ ("What kind of desk it is: chatwoot"), N_ ("KIND") },
    { "url", 0, 0, G_OPTION_ARG_STRING, &url, N_ ("The server, or an address inside its web interface"), N_ ("URL") },
    { "account-id", 0, 0, G_OPTION_ARG_STRING, &account_id, N_ ("Which of the token’s accounts"), N_ ("N") },
    { "ca", 0, 0, G_OPTION_ARG_FILENAME, &ca, N_ ("Trust the authority in this PEM file"), N_ ("FILE") },
    { "token-stdin", 0, 0, G_OPTION_ARG_NONE, &token_stdin, N_ ("Read the token from the standard input"), NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL }
  };
  CorAccountForm form = { NULL };

  if (!cor_ctl_parse (ctl, entries, 0, 0, error))
    return FALSE;
  if (url == NULL)
    {
      g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("--url is missing: where is the desk?"));
      return FALSE;
    }
  if (kind != NULL && !g_strv_contains (cor_accounts_list_kinds (), kind))
    {
      g_autofree char *kinds = g_strjoinv (", ", (char **) cor_accounts_list_kinds ());

      /* Translators: the second %s is a list of words */
      g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("There is no kind “%s” of desk; there are: %s"), kind, kinds);
      return FALSE;
    }
  token = cor_ctl_read_token (token_stdin, error);
  if (token == NULL)
    return FALSE;

  ca_file = ca != NULL ? g_canonicalize_filename (ca, NULL) : NULL;
  form.kind = kind;
  form.address = url;
  form.account_id = account_id;
  form.token = token;
  form.ca_file = ca_file;
  return add (ctl, &form, error);
}

static GHashTable *
load_settings (CorCtl  *ctl,
               gint64   account,
               GError **error)
{
  g_auto (CorCtlAwait) await = { NULL };

  cor_store_load_settings_async (ctl->store, account, NULL, cor_ctl_on_result, &await);
  return cor_store_load_settings_finish (ctl->store, cor_ctl_await (&await), error);
}

static void
add_json (JsonBuilder    *builder,
          CorAccountData *account,
          GHashTable     *settings)
{
  GHashTableIter iter;
  gpointer       key, value;

  json_builder_begin_object (builder);
  cor_ctl_json_int (builder, "id", account->id);
  cor_ctl_json_text (builder, "kind", account->kind);
  cor_ctl_json_text (builder, "url", account->origin);
  cor_ctl_json_text (builder, "account_id", account->remote_id);
  cor_ctl_json_text (builder, "name", account->name);
  cor_ctl_json_text (builder, "agent_id", account->agent_id);
  cor_ctl_json_text (builder, "agent", account->agent_name);
  cor_ctl_json_text (builder, "agent_email", account->agent_email);
  cor_ctl_json_text (builder, "ca", account->ca_file);
  cor_ctl_status_add_json (builder, account);
  json_builder_set_member_name (builder, "settings");
  json_builder_begin_object (builder);
  g_hash_table_iter_init (&iter, settings);
  while (g_hash_table_iter_next (&iter, &key, &value))
    cor_ctl_json_text (builder, key, value);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static gboolean
print_json (CorCtl    *ctl,
            GPtrArray *accounts,
            GError   **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "accounts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < accounts->len; i++)
    {
      CorAccountData *account = accounts->pdata[i];
      g_autoptr (GHashTable) settings = load_settings (ctl, account->id, error);

      if (settings == NULL)
        return FALSE;
      add_json (builder, account, settings);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  cor_ctl_json_print (builder);
  return TRUE;
}

gboolean
cor_ctl_account_list (CorCtl  *ctl,
                      GError **error)
{
  g_autoptr (GPtrArray) accounts = NULL;
  g_autoptr (CorCtlTable) table = NULL;

  if (!cor_ctl_parse (ctl, NULL, 0, 0, error))
    return FALSE;
  accounts = cor_ctl_ask_accounts (ctl, error);
  if (accounts == NULL)
    return FALSE;
  if (ctl->is_json)
    return print_json (ctl, accounts, error);
  if (accounts->len == 0)
    {
      cor_ctl_say (ctl, "%s", _ ("There is no account yet; “corridorctl account add” connects one."));
      return TRUE;
    }

  table = cor_ctl_table_new ("rlllll", _ ("ID"), _ ("Name"), _ ("Server"), _ ("Account"), _ ("Agent"), _ ("State"), NULL);
  for (guint i = 0; i < accounts->len; i++)
    {
      CorAccountData  *account = accounts->pdata[i];
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, account->id);
      g_autofree char *state = cor_ctl_status_dup_sentence (account);

      cor_ctl_table_add (table, id, account->name != NULL ? account->name : "", account->origin, account->remote_id,
                         account->agent_name != NULL ? account->agent_name : "", state, NULL);
    }
  cor_ctl_table_print (table);
  return TRUE;
}

/* The account of that number; fails with a sentence when there is none. */
static CorAccountData *
find_account (CorCtl  *ctl,
              gint64   id,
              GError **error)
{
  g_autoptr (GPtrArray) accounts = cor_ctl_ask_accounts (ctl, error);

  if (accounts == NULL)
    return NULL;
  for (guint i = 0; i < accounts->len; i++)
    if (((CorAccountData *) accounts->pdata[i])->id == id)
      return cor_account_data_ref (accounts->pdata[i]);
  g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED, _ ("There is no account %" PRId64 "; “corridorctl account list” shows them"), id);
  return NULL;
}

/* Whether nothing unsent would be lost with the account. */
static gboolean
check_unsent (CorCtl  *ctl,
              gint64   account,
              GError **error)
{
  g_autoptr (GPtrArray) intents = cor_ctl_ask_outbox (ctl, error);
  guint n = 0;

  if (intents == NULL)
    return FALSE;
  for (guint i = 0; i < intents->len; i++)
    n += ((CorIntentData *) intents->pdata[i])->account == account;
  if (n == 0)
    return TRUE;
  g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED,
               ngettext ("%u reply or change of that account has not been sent and would be lost; with --yes it is removed all the same",
                         "%u replies or changes of that account have not been sent and would be lost; with --yes it is removed all the same", n),
               n);
  return FALSE;
}

gboolean
cor_ctl_account_remove (CorCtl  *ctl,
                        GError **error)
{
  gboolean           yes = FALSE;
  const GOptionEntry entries[] = {
    { "yes", 'y', 0, G_OPTION_ARG_NONE, &yes, N_ ("Also when replies would be lost"), NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL }
  };
  g_auto (CorCtlAwait) await = { NULL };
  g_autoptr (CorAccountData) account = NULL;
  gint64 id;

  if (!cor_ctl_parse (ctl, entries, 1, 1, error))
    return FALSE;
  id = cor_ctl_parse_id (ctl->arguments[0], error);
  if (id == 0)
    return FALSE;
  account = find_account (ctl, id, error);
  if (account == NULL || (!yes && !check_unsent (ctl, id, error)))
    return FALSE;

  cor_accounts_remove_async (ctl->store, id, NULL, cor_ctl_on_result, &await);
  if (!cor_accounts_remove_finish (ctl->store, cor_ctl_await (&await), error))
    return FALSE;
  cor_ctl_say (ctl, _ ("Account %" PRId64 " and everything of it were removed from this computer."), id);
  return TRUE;
}

gboolean
cor_ctl_account_set (CorCtl  *ctl,
                     GError **error)
{
  g_auto (CorCtlAwait) await = { NULL };
  g_autoptr (CorAccountData) account = NULL;
  gint64 id;

  if (!cor_ctl_parse (ctl, NULL, 3, 3, error))
    return FALSE;
  id = cor_ctl_parse_id (ctl->arguments[0], error);
  if (id == 0 || !cor_ctl_setting_check (ctl->arguments[1], ctl->arguments[2], error))
    return FALSE;
  account = find_account (ctl, id, error);
  if (account == NULL)
    return FALSE;

  cor_store_set_setting_async (ctl->store, id, ctl->arguments[1], ctl->arguments[2], NULL, cor_ctl_on_result, &await);
  return cor_store_set_setting_finish (ctl->store, cor_ctl_await (&await), error);
}

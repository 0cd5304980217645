/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-ctl-commands.h"

#include "cor-ctl-ask.h"
#include "cor-ctl-await.h"
#include "cor-ctl-error.h"
#include "cor-ctl-json.h"
#include "cor-ctl-output.h"
#include "cor-ctl-setting.h"
#include "cor-ctl-status.h"
#include "cor-sync-engine.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

/* So long the pass of another process is waited for. */
#define ELSEWHERE_SECONDS 60
#define ASK_AGAIN_SECONDS 10

/* What is printed while it goes. */
typedef struct
{
  CorCtl     *ctl;      /* borrowed */
  GHashTable *lines;    /* owned: account → its last line */
  gboolean    is_shown; /* an unfinished line is on the terminal */
  gboolean    is_watching;
  gboolean    is_busy;
} Progress;

static void
progress_clear (Progress *progress)
{
  g_clear_pointer (&progress->lines, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Progress, progress_clear)

static void
print_event (const CorAccountData *account)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cor_ctl_json_int (builder, "account", account->id);
  cor_ctl_status_add_json (builder, account);
  json_builder_end_object (builder);
  cor_ctl_json_print (builder);
}

/* On a terminal the line is written over; else each change is a line, and what is loaded is not told. */
static void
show_account (Progress             *progress,
              const CorAccountData *account)
{
  g_autofree char *sentence = cor_ctl_status_dup_sentence (account);
  g_autofree char *raw = g_strdup_printf ("%s: %s", account->name != NULL ? account->name : account->origin, sentence);
  g_autofree char *line = cor_ctl_clean_line (raw);
  g_autofree char *key = progress->is_watching ? g_strdup (cor_ctl_status_get_name (account->sync)) : g_strdup (line);

  if (g_strcmp0 (g_hash_table_lookup (progress->lines, GSIZE_TO_POINTER (account->id)), key) == 0)
    return;
  g_hash_table_insert (progress->lines, GSIZE_TO_POINTER (account->id), g_steal_pointer (&key));
  if (progress->is_watching && progress->ctl->is_json)
    print_event (account);
  else if (progress->is_watching)
    cor_ctl_say (progress->ctl, "%s", line);
  else
    {
      g_printerr ("\r\033[K%s", line);
      progress->is_shown = TRUE;
    }
}

static void
on_accounts (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Progress *progress = user_data;
  g_autoptr (GPtrArray) accounts = cor_store_list_accounts_finish (COR_STORE (source), result, NULL);

  progress->is_busy = FALSE;
  for (guint i = 0; accounts != NULL && i < accounts->len; i++)
    show_account (progress, accounts->pdata[i]);
}

static void
on_changed (CorStore        *store,
            CorStoreChanges *changes,
            gpointer         user_data)
{
  Progress *progress = user_data;

  if (progress->is_busy || (!changes->reset && (changes->topics & COR_TOPIC_ACCOUNTS) == 0))
    return;
  progress->is_busy = TRUE;
  cor_store_list_accounts_async (store, NULL, on_accounts, progress);
}

static void
end_progress (Progress *progress,
              gulong    handler)
{
  if (handler != 0)
    g_signal_handler_disconnect (progress->ctl->store, handler);
  while (progress->is_busy)
    g_main_context_iteration (NULL, TRUE);
  if (progress->is_shown)
    g_printerr ("\r\033[K");
}

/* Whether every account was known to be wholly here after @since. */
static gboolean
have_all_passed (CorCtl   *ctl,
                 gint64    since,
                 gboolean *have,
                 GError  **error)
{
  g_autoptr (GPtrArray) accounts = cor_ctl_ask_accounts (ctl, error);

  if (accounts == NULL)
    return FALSE;
  *have = TRUE;
  for (guint i = 0; i < accounts->len; i++)
    if (((CorAccountData *) accounts->pdata[i])->last_pass_at <= since)
      *have = FALSE;
  return TRUE;
}

static void
on_something (CorStore        *store,
              CorStoreChanges *changes,
              gpointer         user_data)
{
  *(gboolean *) user_data = TRUE;
}

/* Another process has the engine: its next pass is as good as ours. It is asked for one when the second
 * is over in which we began, since the time of a pass is told in seconds; and again now and then, since
 * the bell may be silent. */
static gboolean
wait_elsewhere (CorCtl        *ctl,
                CorSyncEngine *engine,
                gint64         since,
                GError       **error)
{
  gint64   deadline = g_get_monotonic_time () + ELSEWHERE_SECONDS * G_TIME_SPAN_SECOND;
  gint64   ask_at = g_get_monotonic_time () + (since + 1) * G_TIME_SPAN_SECOND - g_get_real_time ();
  gboolean changed = FALSE, have = FALSE;
  gulong   handler = g_signal_connect (ctl->store, "changed", G_CALLBACK (on_something), &changed);

  cor_ctl_say (ctl, "%s", _ ("Another Corridor synchronises this profile; waiting for its next pass."));
  while (have_all_passed (ctl, since, &have, error) && !have && g_get_monotonic_time () < deadline)
    {
      if (g_get_monotonic_time () >= ask_at)
        {
          cor_sync_engine_try_now (engine);
          ask_at = g_get_monotonic_time () + ASK_AGAIN_SECONDS * G_TIME_SPAN_SECOND;
        }
      cor_ctl_await_flag (&changed, CLAMP ((double) (ask_at - g_get_monotonic_time ()) / G_TIME_SPAN_SECOND, 0.01, 1));
      changed = FALSE;
    }
  g_signal_handler_disconnect (ctl->store, handler);
  if (!have && (error == NULL || *error == NULL))
    g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED, _ ("Another Corridor synchronises this profile and did not complete a pass within %d seconds"),
                 ELSEWHERE_SECONDS);
  return have;
}

static gboolean
print_total (CorCtl  *ctl,
             GError **error)
{
  g_autoptr (CorView) view = cor_view_new (COR_VIEW_ALL);
  g_auto (CorCtlAwait) await = { NULL };
  g_autoptr (GArray) places = NULL;

  cor_store_list_places_async (ctl->store, view, NULL, cor_ctl_on_result, &await);
  places = cor_store_list_places_finish (ctl->store, cor_ctl_await (&await), error);
  if (places == NULL)
    return FALSE;
  if (ctl->is_json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      cor_ctl_json_int (builder, "conversations", places->len);
      json_builder_end_object (builder);
      cor_ctl_json_print (builder);
    }
  cor_ctl_say (ctl, ngettext ("Up to date: %u conversation is here.", "Up to date: %u conversations are here.", places->len), places->len);
  return TRUE;
}

static gboolean
run_once (CorCtl  *ctl,
          GError **error)
{
  g_autoptr (CorSyncEngine) engine = cor_sync_engine_new (ctl->store);
  g_auto (CorCtlAwait) await = { NULL };
  g_auto (Progress) progress = { .ctl = ctl, .lines = g_hash_table_new_full (NULL, NULL, NULL, g_free) };
  g_autoptr (GError) failure = NULL;
  gint64 start = g_get_real_time () / G_USEC_PER_SEC;
  gulong handler = 0;

  if (isatty (STDERR_FILENO) && !ctl->is_quiet)
    handler = g_signal_connect (ctl->store, "changed", G_CALLBACK (on_changed), &progress);
  cor_sync_engine_run_once_async (engine, NULL, cor_ctl_on_result, &await);
  cor_sync_engine_run_once_finish (engine, cor_ctl_await (&await), &failure);
  end_progress (&progress, handler);

  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_BUSY))
    return wait_elsewhere (ctl, engine, start, error) && print_total (ctl, error);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return print_total (ctl, error);
}

static gboolean
on_signal (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_CONTINUE;
}

static gboolean
watch (CorCtl *ctl)
{
  g_autoptr (CorSyncEngine) engine = cor_sync_engine_new (ctl->store);
  g_auto (Progress) progress = { .ctl = ctl, .lines = g_hash_table_new_full (NULL, NULL, NULL, g_free), .is_watching = TRUE };
  gboolean is_told = FALSE;
  guint    interrupt = g_unix_signal_add (SIGINT, on_signal, &is_told);
  guint    terminate = g_unix_signal_add (SIGTERM, on_signal, &is_told);
  gulong   handler = g_signal_connect (ctl->store, "changed", G_CALLBACK (on_changed), &progress);

  cor_sync_engine_start (engine);
  if (!cor_sync_engine_is_running (engine))
    cor_ctl_say (ctl, "%s", _ ("Another Corridor synchronises this profile; this one takes over when that ends."));
  cor_ctl_await_flag (&is_told, -1);

  cor_sync_engine_stop (engine);
  end_progress (&progress, handler);
  g_source_remove (interrupt);
  g_source_remove (terminate);
  return TRUE;
}

/* How far back is asked for is a setting of the account: a later pass keeps to it. */
static gboolean
set_history (CorCtl     *ctl,
             GPtrArray  *accounts,
             const char *history,
             GError    **error)
{
  for (guint i = 0; i < accounts->len; i++)
    {
      g_auto (CorCtlAwait) await = { NULL };

      cor_store_set_setting_async (ctl->store, ((CorAccountData *) accounts->pdata[i])->id, "history", history, NULL, cor_ctl_on_result, &await);
      if (!cor_store_set_setting_finish (ctl->store, cor_ctl_await (&await), error))
        return FALSE;
    }
  return TRUE;
}

gboolean
cor_ctl_sync (CorCtl  *ctl,
              GError **error)
{
  g_autofree char   *history = NULL;
  gboolean           once = FALSE, does_watch = FALSE;
  const GOptionEntry entries[] = {
    { "once", 0, 0, G_OPTION_ARG_NONE, &once, N_ ("Until everything asked for is here (the default)"), NULL },
    { "watch", 0, 0, G_OPTION_ARG_NONE, &does_watch, N_ ("Until interrupted"), NULL },
    { "history", 0, 0, G_OPTION_ARG_STRING, &history, N_ ("From now on keep the conversations of so many days"), N_ ("DAYS|all") },
    { NULL, 0, 0, 0, NULL, NULL, NULL }
  };
  g_autoptr (GPtrArray) accounts = NULL;

  if (!cor_ctl_parse (ctl, entries, 0, 0, error))
    return FALSE;
  if (once && does_watch)
    {
      g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("--once and --watch exclude each other"));
      return FALSE;
    }
  if (history != NULL && !cor_ctl_setting_check ("history", history, error))
    return FALSE;
  accounts = cor_ctl_ask_accounts (ctl, error);
  if (accounts == NULL)
    return FALSE;
  if (accounts->len == 0 && !does_watch)
    {
      g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED, _ ("There is no account yet; “corridorctl account add” connects one"));
      return FALSE;
    }
  if (history != NULL && !set_history (ctl, accounts, history, error))
    return FALSE;
  return does_watch ? watch (ctl) : run_once (ctl, error);
}

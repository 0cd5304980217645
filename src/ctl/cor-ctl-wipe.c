/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-ctl-commands.h"

#include "cor-accounts.h"
#include "cor-ctl-ask.h"
#include "cor-ctl-await.h"
#include "cor-ctl-error.h"
#include "cor-ctl-output.h"
#include "cor-ctl-token.h"
#include "cor-secrets.h"
#include "cor-store-files.h"
#include "cor-store-payment-services.h"
#include "cor-store-translator.h"
#include "cor-sync-lock.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

/* What Corridor keeps in a profile. Nothing else in the folder is touched: it may be a wrong folder. */
static const char *const files[] = { "corridor.db", "corridor.db-wal", "corridor.db-shm", "corridor.db-journal", "corridor.db.before-upgrade",
                                     "sync.lock" };

static gboolean
ask (const char *profile_dir,
     GError    **error)
{
  char  answer[16] = "";
  char *shown = NULL;

  if (!isatty (STDIN_FILENO))
    {
      g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("Nobody can be asked here; --yes removes the data without asking"));
      return FALSE;
    }
  shown = g_filename_display_name (profile_dir);
  g_printerr (_ ("Remove everything of Corridor in %s, drafts and unsent replies too? Type yes: "), shown);
  g_free (shown);
  if (fgets (answer, sizeof answer, stdin) != NULL && (g_str_equal (g_strstrip (answer), "yes") || g_str_equal (answer, _ ("yes"))))
    return TRUE;
  g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED, _ ("Nothing was removed"));
  return FALSE;
}

/* The tokens first: without the database nobody would know which they are. A database that cannot be
 * opened is no reason to keep the rest. */
static void
forget_tokens (CorCtl *ctl)
{
  g_autoptr (GPtrArray) accounts = cor_ctl_ask_accounts (ctl, NULL);

  for (guint i = 0; accounts != NULL && i < accounts->len; i++)
    {
      g_auto (CorCtlAwait) await = { NULL };

      cor_accounts_remove_async (ctl->store, ((CorAccountData *) accounts->pdata[i])->id, NULL, cor_ctl_on_result, &await);
      cor_accounts_remove_finish (ctl->store, cor_ctl_await (&await), NULL);
    }
}

static void
forget_services (CorCtl *ctl)
{
  g_auto (CorCtlAwait) listed = { NULL };
  g_auto (CorCtlAwait) loaded = { NULL };
  g_autoptr (GPtrArray) services = NULL;
  g_autoptr (CorTranslatorData) translator = NULL;

  cor_store_list_payment_services_async (ctl->store, NULL, cor_ctl_on_result, &listed);
  services = cor_store_list_payment_services_finish (ctl->store, cor_ctl_await (&listed), NULL);
  for (guint i = 0; services != NULL && i < services->len; i++)
    cor_ctl_forget_secret (((const CorPaymentServiceData *) services->pdata[i])->url, ((const CorPaymentServiceData *) services->pdata[i])->kind);
  cor_store_load_translator_async (ctl->store, NULL, cor_ctl_on_result, &loaded);
  translator = cor_store_load_translator_finish (ctl->store, cor_ctl_await (&loaded), NULL);
  if (translator != NULL && translator->has_key)
    cor_ctl_forget_secret (translator->url, COR_SECRETS_TRANSLATION);
}

static gboolean
remove_file (const char *profile_dir,
             const char *name,
             GError    **error)
{
  g_autofree char *path = g_build_filename (profile_dir, name, NULL);

  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;
  g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED, _ ("%s cannot be removed: %s"), path, g_strerror (errno));
  return FALSE;
}

static gboolean
remove_folder (const char *profile_dir,
               const char *called,
               GError    **error)
{
  g_autofree char *folder = g_build_filename (profile_dir, called, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (!remove_file (folder, name, error))
      return FALSE;
  g_rmdir (folder);
  return TRUE;
}

static gboolean
remove_all (const char *profile_dir,
            GError    **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    if (!remove_file (profile_dir, files[i], error))
      return FALSE;
  if (!remove_folder (profile_dir, COR_STORE_FILES, error))
    return FALSE;
  remove_folder (profile_dir, "doorbell", NULL);
  g_rmdir (profile_dir);
  return TRUE;
}

static gboolean
wipe (CorCtl     *ctl,
      const char *profile_dir,
      GError    **error)
{
  g_autoptr (GError) failure = NULL;
  CorSyncLock *lock = cor_sync_lock_take (profile_dir, &failure);
  gboolean     done;

  if (lock == NULL && g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_BUSY))
    {
      g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED, _ ("Corridor is running on this profile; close it first"));
      return FALSE;
    }
  forget_tokens (ctl);
  if (ctl->store != NULL)
    forget_services (ctl);
  cor_ctl_close (ctl);
  done = remove_all (profile_dir, error);
  g_clear_pointer (&lock, cor_sync_lock_release);
  return done;
}

gboolean
cor_ctl_wipe (CorCtl  *ctl,
              GError **error)
{
  gboolean           yes = FALSE;
  const GOptionEntry entries[] = {
    { "yes", 'y', 0, G_OPTION_ARG_NONE, &yes, N_ ("Without asking"), NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL }
  };
  g_autofree char *profile_dir = NULL, *database = NULL;

  if (!cor_ctl_parse (ctl, entries, 0, 0, error))
    return FALSE;
  profile_dir = cor_ctl_dup_profile_dir (ctl);
  database = g_build_filename (profile_dir, files[0], NULL);
  if (!g_file_test (database, G_FILE_TEST_EXISTS))
    {
      cor_ctl_say (ctl, "%s", _ ("There is nothing of Corridor there."));
      return TRUE;
    }
  if ((!yes && !ask (profile_dir, error)) || !wipe (ctl, profile_dir, error))
    return FALSE;
  cor_ctl_say (ctl, "%s", _ ("Everything of Corridor was removed from that profile; the server keeps what was sent."));
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-ctl-commands.h"

#include "cor-ctl-ask.h"
#include "cor-ctl-await.h"
#include "cor-ctl-engine.h"
#include "cor-ctl-error.h"
#include "cor-ctl-json.h"
#include "cor-ctl-output.h"
#include "cor-ctl-token.h"
#include "cor-mask.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

/* A script needs no time to think again. */
#define DEFAULT_UNDO 0
#define MAX_UNDO (24 * 60 * 60)

static char *
read_text (const char *given,
           GError    **error)
{
  g_autofree char *text = NULL;

  if (given == NULL && isatty (STDIN_FILENO))
    {
      g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("--text is missing: what shall the reply say?"));
      return NULL;
    }
  text = given != NULL && !g_str_equal (given, "-") ? cor_ctl_dup_utf8 (given, error) : cor_ctl_read_stdin (error);
  if (text == NULL)
    return NULL;
  g_strchomp (text);
  if (*text == '\0')
    {
      g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("The reply is empty"));
      return NULL;
    }
  return g_steal_pointer (&text);
}

/* A card number or a code must not go to the server, where it cannot be taken back. */
static gboolean
check_secrets (const char *text,
               GError    **error)
{
  CorMaskFinding found = COR_MASK_FINDING_NONE;

  g_free (cor_mask_secrets (text, &found));
  if (found == COR_MASK_FINDING_NONE)
    return TRUE;
  g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED,
                       (found & COR_MASK_FINDING_CARD) != 0
                         ? _ ("The text contains what looks like a card number; it was not queued")
                         : _ ("The text contains what looks like a security or one-time code; it was not queued"));
  return FALSE;
}

/* Who will send it, and when that is not at once, why. */
static gboolean
say_queued (CorCtl              *ctl,
            const CorThreadData *thread,
            GError             **error)
{
  g_autoptr (GPtrArray) accounts = NULL;

  if (!cor_ctl_is_engine_elsewhere (ctl))
    {
      cor_ctl_say (ctl, "%s", _ ("Queued. No Corridor is running on this profile: “corridorctl sync” or the window sends it."));
      return TRUE;
    }
  accounts = cor_ctl_ask_accounts (ctl, error);
  if (accounts == NULL)
    return FALSE;
  for (guint i = 0; i < accounts->len; i++)
    {
      const CorAccountData *account = accounts->pdata[i];

      if (account->id == thread->account && account->sync == COR_SYNC_OFFLINE)
        {
          cor_ctl_say (ctl, "%s", _ ("Queued. The server cannot be reached now; the running Corridor sends it as soon as it can."));
          return TRUE;
        }
    }
  cor_ctl_say (ctl, "%s", _ ("Queued. The running Corridor sends it."));
  return TRUE;
}

static gboolean
tell (CorCtl              *ctl,
      const CorThreadData *thread,
      gint64               id,
      GError             **error)
{
  g_autoptr (CorIntentData) intent = cor_ctl_ask_intent (ctl, id, error);
  g_autoptr (JsonBuilder) builder = NULL;

  if (intent == NULL)
    return FALSE;
  if (!ctl->is_json)
    return say_queued (ctl, thread, error);

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  cor_ctl_json_int (builder, "intent", intent->id);
  cor_ctl_json_text (builder, "uuid", intent->uuid);
  cor_ctl_json_text (builder, "state", cor_intent_state_to_string (intent->state));
  json_builder_end_object (builder);
  cor_ctl_json_print (builder);
  return TRUE;
}

gboolean
cor_ctl_reply (CorCtl  *ctl,
               GError **error)
{
  g_autofree char   *given = NULL, *text = NULL;
  gboolean           is_private = FALSE;
  int                undo = DEFAULT_UNDO;
  const GOptionEntry entries[] = {
    { "text", 0, 0, G_OPTION_ARG_FILENAME, &given, N_ ("What it says; - reads the standard input"), N_ ("TEXT") },
    { "private", 0, 0, G_OPTION_ARG_NONE, &is_private, N_ ("A note for colleagues that the customer does not see"), NULL },
    { "undo", 0, 0, G_OPTION_ARG_INT, &undo, N_ ("Leave so many seconds for “outbox cancel”"), N_ ("SECONDS") },
    { NULL, 0, 0, 0, NULL, NULL, NULL }
  };
  g_auto (CorCtlAwait) await = { NULL };
  g_autoptr (CorThreadData) thread = NULL;
  gint64 id;

  if (!cor_ctl_parse (ctl, entries, 1, 1, error))
    return FALSE;
  if (undo < 0 || undo > MAX_UNDO)
    {
      g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("--undo takes a number of seconds from 0 to %d"), MAX_UNDO);
      return FALSE;
    }
  text = read_text (given, error);
  if (text == NULL || !check_secrets (text, error))
    return FALSE;
  thread = cor_ctl_ask_thread (ctl, ctl->arguments[0], error);
  if (thread == NULL)
    return FALSE;

  cor_store_queue_reply_async (ctl->store, thread->id, is_private, text, undo, NULL, cor_ctl_on_result, &await);
  id = cor_store_queue_reply_finish (ctl->store, cor_ctl_await (&await), error);
  return id != 0 && tell (ctl, thread, id, error);
}

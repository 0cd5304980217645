/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-ctl-commands.h"

#include "cor-ctl-ask.h"
#include "cor-ctl-await.h"
#include "cor-ctl-engine.h"
#include "cor-ctl-error.h"
#include "cor-ctl-findings.h"
#include "cor-ctl-json.h"
#include "cor-ctl-output.h"
#include "cor-ctl-thread.h"
#include "cor-ctl-token.h"
#include "cor-file-refusal.h"
#include "cor-mask.h"
#include "cor-store-files.h"
#include "cor-store-reply-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

/* A script needs no time to think again. */
#define DEFAULT_UNDO 0
#define MAX_UNDO (24 * 60 * 60)

static char *
read_text (const char *given,
           gboolean    has_files,
           GError    **error)
{
  g_autofree char *text = NULL;

  if (given == NULL && has_files)
    return g_strdup ("");
  if (given == NULL && isatty (STDIN_FILENO))
    {
      g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("--text is missing: what shall the reply say?"));
      return NULL;
    }
  text = given != NULL && !g_str_equal (given, "-") ? cor_ctl_dup_utf8 (given, error) : cor_ctl_read_stdin (error);
  if (text == NULL)
    return NULL;
  g_strchomp (text);
  if (*text == '\0' && !has_files)
    {
      g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("The reply is empty"));
      return NULL;
    }
  return g_steal_pointer (&text);
}

/* As the window does: what stops a reply refuses it, what asks wants a second word. */
static gboolean
check_reply (CorCtl     *ctl,
             gint64      conversation,
             gboolean    is_private,
             const char *text,
             gboolean    is_confirmed,
             GError    **error)
{
  g_auto (CorCtlAwait) await = { NULL };
  g_autoptr (GPtrArray) findings = NULL;
  gboolean stops;

  cor_store_check_reply_async (ctl->store, conversation, is_private, text, g_get_real_time () / G_USEC_PER_SEC, NULL, cor_ctl_on_result, &await);
  findings = cor_store_check_reply_finish (ctl->store, cor_ctl_await (&await), error);
  if (findings == NULL)
    return FALSE;
  stops = cor_reply_check_stops (findings);
  if (findings->len == 0 || (is_confirmed && !stops))
    return TRUE;
  cor_ctl_findings_print (ctl, text, findings);
  g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED,
                       stops ? _ ("The reply check stops it; it was not queued")
                             : _ ("The reply check asks; it was not queued. With --confirm it is"));
  return FALSE;
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
            gint64               at,
            GError             **error)
{
  g_autoptr (GPtrArray) accounts = NULL;

  if (at != 0)
    {
      g_autofree char *when = cor_ctl_dup_when_full (at);

      cor_ctl_say (ctl, _ ("It goes %s, if a Corridor runs on this profile then and the conversation has not moved on."), when);
      return TRUE;
    }
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
    return say_queued (ctl, thread, intent->send_at, error);

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  cor_ctl_json_int (builder, "intent", intent->id);
  cor_ctl_json_text (builder, "uuid", intent->uuid);
  cor_ctl_json_text (builder, "state", cor_intent_state_to_string (intent->state));
  cor_ctl_json_time (builder, "send_at", intent->send_at);
  json_builder_end_object (builder);
  cor_ctl_json_print (builder);
  return TRUE;
}

/* A day and time, as ISO 8601 writes them, where nothing is said on this computer's clock. */
static gboolean
read_time (const char *given,
           gint64     *at,
           GError    **error)
{
  g_autoptr (GTimeZone) here = g_time_zone_new_local ();
  const gsize      to_minute = strlen ("2026-11-24T09:00");
  gboolean         is_short = strlen (given) >= to_minute && given[to_minute] != ':';
  g_autofree char *full = is_short ? g_strdup_printf ("%.16s:00%s", given, given + to_minute) : g_strdup (given);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (full, here);

  if (time == NULL)
    g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("“%s” is no time; write it as 2026-11-24T09:00, with +08:00 or Z behind it for another clock"), given);
  else if (g_date_time_to_unix (time) <= g_get_real_time () / G_USEC_PER_SEC)
    g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("“%s” has passed"), given);
  else
    *at = g_date_time_to_unix (time);
  return *at != 0;
}

static CorStagedFile *
stage (CorCtl             *ctl,
       const char         *path,
       const CorFilePlace *place,
       GError            **error)
{
  g_auto (CorCtlAwait) await = { NULL };
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) problem = NULL;
  CorStagedFile *staged;

  cor_store_stage_file_async (ctl->store, file, place, NULL, cor_ctl_on_result, &await);
  staged = cor_store_stage_finish (ctl->store, cor_ctl_await (&await), &problem);
  if (staged == NULL)
    {
      g_autofree char *base = g_path_get_basename (path);
      g_autofree char *name = g_filename_display_name (base);
      g_autofree char *sentence = cor_file_refusal_dup_text (problem, name, place);

      g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED, sentence);
    }
  return staged;
}

/* All of them, or none. */
static GPtrArray *
stage_all (CorCtl              *ctl,
           char               **paths,
           const CorThreadData *thread,
           gboolean             is_private,
           GError             **error)
{
  const CorFilePlace place = { (CorChannel) thread->channel, is_private };
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_staged_file_free);

  for (guint i = 0; paths != NULL && paths[i] != NULL; i++)
    {
      CorStagedFile *file = stage (ctl, paths[i], &place, error);

      if (file == NULL)
        return NULL;
      g_ptr_array_add (files, file);
    }
  return g_steal_pointer (&files);
}

static gint64
queue (CorCtl              *ctl,
       const CorReplyOrder *order,
       GError             **error)
{
  g_auto (CorCtlAwait) await = { NULL };

  cor_store_queue_reply_with_async (ctl->store, order, NULL, cor_ctl_on_result, &await);
  return cor_store_queue_reply_finish (ctl->store, cor_ctl_await (&await), error);
}

gboolean
cor_ctl_reply (CorCtl  *ctl,
               GError **error)
{
  g_autofree char *given = NULL, *text = NULL, *time = NULL;
  g_auto (GStrv) paths = NULL;
  gboolean           is_private = FALSE, is_confirmed = FALSE;
  int                undo = DEFAULT_UNDO;
  gint64             at = 0;
  const GOptionEntry entries[] = {
    { "at", 0, 0, G_OPTION_ARG_STRING, &time, N_ ("Let it leave then, such as 2026-11-24T09:00"), N_ ("TIME") },
    { "text", 0, 0, G_OPTION_ARG_FILENAME, &given, N_ ("What it says; - reads the standard input"), N_ ("TEXT") },
    { "attach", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, N_ ("A file that goes with it; may be given several times"), N_ ("FILE") },
    { "private", 0, 0, G_OPTION_ARG_NONE, &is_private, N_ ("A note for colleagues that the customer does not see"), NULL },
    { "confirm", 0, 0, G_OPTION_ARG_NONE, &is_confirmed, N_ ("Queue it although the reply check asks about something"), NULL },
    { "undo", 0, 0, G_OPTION_ARG_INT, &undo, N_ ("Leave so many seconds for “outbox cancel”"), N_ ("SECONDS") },
    { NULL, 0, 0, 0, NULL, NULL, NULL }
  };
  g_autoptr (CorThreadData) thread = NULL;
  g_autoptr (GPtrArray) files = NULL;
  CorReplyOrder order;
  gint64        id;

  if (!cor_ctl_parse (ctl, entries, 1, 1, error))
    return FALSE;
  if (undo < 0 || undo > MAX_UNDO)
    {
      g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("--undo takes a number of seconds from 0 to %d"), MAX_UNDO);
      return FALSE;
    }
  if (time != NULL && is_private)
    {
      g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("A note does not wait: --at is for replies"));
      return FALSE;
    }
  if (time != NULL && !read_time (time, &at, error))
    return FALSE;
  text = read_text (given, paths != NULL, error);
  if (text == NULL)
    return FALSE;
  thread = cor_ctl_ask_thread (ctl, ctl->arguments[0], error);
  if (thread == NULL || !check_reply (ctl, thread->id, is_private, text, is_confirmed, error) || !check_secrets (text, error))
    return FALSE;

  files = stage_all (ctl, paths, thread, is_private, error);
  if (files == NULL)
    return FALSE;
  order = (CorReplyOrder){ .conversation = thread->id, .is_private = is_private, .text = text, .staged = files, .undo_seconds = undo, .send_at = at };
  id = queue (ctl, &order, error);
  return id != 0 && tell (ctl, thread, id, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-ctl-check-reply"

#include "config.h"

#include "cor-ctl-commands.h"

#include "cor-ctl-ask.h"
#include "cor-ctl-await.h"
#include "cor-ctl-error.h"
#include "cor-ctl-findings.h"
#include "cor-ctl-output.h"
#include "cor-ctl-token.h"
#include "cor-locale.h"
#include "cor-store-reply-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the command line gives; all owned, all may be NULL. */
typedef struct
{
  char    *text;
  char    *conversation;
  char    *locale;
  char    *channel;
  gboolean is_private;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->text);
  g_free (options->conversation);
  g_free (options->locale);
  g_free (options->channel);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
check_usage (const Options *options,
             GError       **error)
{
  if (options->text == NULL)
    g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("--text is missing: which reply shall be checked?"));
  else if (options->channel != NULL && strcmp (cor_channel_to_string (cor_channel_from_string (options->channel)), options->channel) != 0)
    g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("“%s” is no channel; take one such as email, whatsapp or sms"), options->channel);
  else
    return TRUE;
  return FALSE;
}

/* Of a conversation, what is known here; otherwise what the command line says. */
static CorReplyContext *
get_context (CorCtl        *ctl,
             const Options *options,
             GError       **error)
{
  g_auto (CorCtlAwait) await = { NULL };
  g_autoptr (CorThreadData) thread = NULL;
  CorReplyContext *context = NULL;

  if (options->conversation != NULL)
    {
      thread = cor_ctl_ask_thread (ctl, options->conversation, error);
      if (thread == NULL)
        return NULL;
      cor_store_load_reply_context_async (ctl->store, thread->id, options->is_private, g_get_real_time () / G_USEC_PER_SEC, NULL, cor_ctl_on_result, &await);
      context = cor_store_load_reply_context_finish (ctl->store, cor_ctl_await (&await), error);
    }
  else
    {
      context = cor_reply_context_new ();
      context->is_private = options->is_private;
      context->channel = COR_CHANNEL_EMAIL;
    }
  if (context != NULL && options->channel != NULL)
    context->channel = cor_channel_from_string (options->channel);
  if (context != NULL && options->locale != NULL)
    {
      g_free (context->language);
      context->language = cor_locale_canonicalize (options->locale);
    }
  return context;
}

gboolean
cor_ctl_check_reply (CorCtl  *ctl,
                     GError **error)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "text", 0, 0, G_OPTION_ARG_FILENAME, &options.text, N_ ("What it says; - reads the standard input"), N_ ("TEXT") },
    { "conversation", 0, 0, G_OPTION_ARG_STRING, &options.conversation, N_ ("To whom it would go"), N_ ("CONVERSATION") },
    { "locale", 0, 0, G_OPTION_ARG_STRING, &options.locale, N_ ("The customer’s language"), N_ ("LOCALE") },
    { "channel", 0, 0, G_OPTION_ARG_STRING, &options.channel, N_ ("The channel: email, whatsapp, sms, …"), N_ ("CHANNEL") },
    { "private", 0, 0, G_OPTION_ARG_NONE, &options.is_private, N_ ("A note for colleagues that the customer does not see"), NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL }
  };
  g_autofree char *text = NULL;
  g_autoptr (CorReplyContext) context = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  if (!cor_ctl_parse (ctl, entries, 0, 0, error) || !check_usage (&options, error))
    return FALSE;
  text = g_str_equal (options.text, "-") ? cor_ctl_read_stdin (error) : cor_ctl_dup_utf8 (options.text, error);
  context = text != NULL && cor_ctl_open (ctl, error) != NULL ? get_context (ctl, &options, error) : NULL;
  if (context == NULL)
    return FALSE;

  findings = cor_reply_check_run (cor_store_get_reply_rules (), text, context);
  if (ctl->is_json || findings->len > 0)
    cor_ctl_findings_print (ctl, text, findings);
  else
    cor_ctl_say (ctl, "%s", _ ("No findings, meaning not checked."));
  return !cor_reply_check_stops (findings);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-ctl-token.h"

#include "cor-ctl-await.h"
#include "cor-ctl-error.h"
#include "cor-secrets.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <termios.h>
#include <unistd.h>

/* More than a token or a message can be; what is longer is somebody's mistake. */
#define MAX_STDIN (1024 * 1024)

/**
 * cor_ctl_read_stdin:
 *
 * Returns: (transfer full) (nullable): all of the standard input, as UTF-8
 */
char *
cor_ctl_read_stdin (GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char    buffer[4096];
  ssize_t n;

  while ((n = read (STDIN_FILENO, buffer, sizeof buffer)) != 0 && text->len <= MAX_STDIN)
    {
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED, _ ("The standard input cannot be read: %s"), g_strerror (errno));
          return NULL;
        }
      g_string_append_len (text, buffer, n);
    }

  if (text->len > MAX_STDIN)
    g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED, _ ("The standard input is longer than a message can be"));
  else if (!g_utf8_validate (text->str, (gssize) text->len, NULL))
    g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED, _ ("The standard input is not UTF-8 text"));
  else
    return g_string_free (g_steal_pointer (&text), FALSE);
  return NULL;
}

/* One line of the terminal, which does not show it. */
static char *
ask_terminal (GError **error)
{
  struct termios   before, hidden;
  gboolean         is_hidden = tcgetattr (STDIN_FILENO, &before) == 0;
  char            *line = NULL;
  size_t           size = 0;
  g_autofree char *token = NULL;

  g_printerr ("%s ", _ ("Token:"));
  if (is_hidden)
    {
      hidden = before;
      hidden.c_lflag &= ~(tcflag_t) ECHO;
      tcsetattr (STDIN_FILENO, TCSAFLUSH, &hidden);
    }
  if (getline (&line, &size, stdin) > 0)
    token = g_strdup (line);
  if (is_hidden)
    tcsetattr (STDIN_FILENO, TCSAFLUSH, &before);
  g_printerr ("\n");
  free (line);
  return g_steal_pointer (&token);
}

/**
 * cor_ctl_read_token:
 * @from_stdin: whether it was said that the standard input has it
 *
 * A token never comes from the command line, which every user of the machine can read.
 *
 * Returns: (transfer full) (nullable): the token
 */
char *
cor_ctl_read_token (gboolean from_stdin,
                    GError **error)
{
  const char      *environment = g_getenv (COR_SECRETS_ENVIRONMENT);
  g_autofree char *token = NULL;

  if (!from_stdin && environment != NULL && *environment != '\0')
    return g_strdup (environment);
  if (isatty (STDIN_FILENO))
    token = ask_terminal (error);
  else if (from_stdin)
    token = cor_ctl_read_stdin (error);
  if (error != NULL && *error != NULL)
    return NULL;

  if (token == NULL || *g_strstrip (token) == '\0')
    {
      g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE,
                           _ ("The token is missing: write it to the standard input with --token-stdin, or set CORRIDOR_TOKEN"));
      return NULL;
    }
  return g_steal_pointer (&token);
}

/**
 * cor_ctl_forget_secret:
 * @origin: of a service
 * @account_id: a COR_SECRETS_ constant
 *
 * Nothing is said where that fails: what is removed here is not asked for any more.
 */
void
cor_ctl_forget_secret (const char *origin,
                       const char *account_id)
{
  g_auto (CorCtlAwait) await = { NULL };

  cor_secrets_clear_async (origin, account_id, NULL, cor_ctl_on_result, &await);
  cor_secrets_clear_finish (cor_ctl_await (&await), NULL);
}

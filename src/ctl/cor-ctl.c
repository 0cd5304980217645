/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-ctl.h"

#include "cor-ctl-error.h"
#include "cor-ctl-output.h"
#include "cor-date.h"

#include <glib/gi18n-lib.h>

/* Longer than any write of ours takes. */
#define CLOSE_SECONDS 5

/* The options of every command, before or after its words. */
static void
add_globals (CorCtl         *ctl,
             GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "profile", 0, 0, G_OPTION_ARG_FILENAME, &ctl->profile_dir, N_ ("Keep everything in this folder instead of the user’s own"), N_ ("DIR") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &ctl->is_json, N_ ("Print JSON"), NULL },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &ctl->is_quiet, N_ ("Print only what was asked for"), NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &ctl->wants_help, N_ ("Print this help"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &ctl->wants_version, N_ ("Print the version"), NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL }
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

/**
 * cor_ctl_dup_utf8:
 * @argument: of the command line, in whatever encoding
 *
 * A script that runs without a locale still means UTF-8.
 *
 * Returns: (transfer full) (nullable): it as UTF-8
 */
char *
cor_ctl_dup_utf8 (const char *argument,
                  GError    **error)
{
  char *converted;

  if (g_utf8_validate (argument, -1, NULL))
    return g_strdup (argument);
  converted = g_locale_to_utf8 (argument, -1, NULL, NULL, NULL);
  if (converted == NULL)
    g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("An argument is not valid text"));
  return converted;
}

static gboolean
take_arguments (CorCtl  *ctl,
                char   **given,
                GError **error)
{
  guint n = given != NULL ? g_strv_length (given) : 0;

  ctl->arguments = g_new0 (char *, n + 1);
  for (ctl->n_arguments = 0; ctl->n_arguments < n; ctl->n_arguments++)
    {
      ctl->arguments[ctl->n_arguments] = cor_ctl_dup_utf8 (given[ctl->n_arguments], error);
      if (ctl->arguments[ctl->n_arguments] == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_number (CorCtl  *ctl,
              guint    least,
              guint    most,
              GError **error)
{
  if (ctl->n_arguments >= least && ctl->n_arguments <= most)
    return TRUE;

  if (*ctl->command->arguments == '\0')
    g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("“%s” takes no arguments besides its options"), ctl->command->words);
  else
    /* Translators: the second %s are placeholders such as ID KEY VALUE */
    g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("“%s” takes %s"), ctl->command->words, ctl->command->arguments);
  return FALSE;
}

static GOptionContext *
make_context (CorCtl             *ctl,
              const GOptionEntry *entries)
{
  g_autofree char *parameters = g_strjoin (" ", ctl->command->words, ctl->command->arguments, NULL);
  GOptionContext  *context = g_option_context_new (g_strchomp (parameters));

  g_option_context_set_summary (context, _ (ctl->command->summary));
  g_option_context_set_help_enabled (context, FALSE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  add_globals (ctl, context);
  return context;
}

/**
 * cor_ctl_parse:
 * @entries: (nullable): the command's own options
 * @least: arguments besides options
 * @most: likewise
 *
 * Reads the command's part of the command line.
 *
 * Returns: whether to go on; %FALSE without an error after --help and --version, which it prints
 */
gboolean
cor_ctl_parse (CorCtl             *ctl,
               const GOptionEntry *entries,
               guint               least,
               guint               most,
               GError            **error)
{
  g_auto (GStrv) given = NULL;
  const GOptionEntry others[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &given, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL }
  };
  g_autoptr (GOptionContext) context = make_context (ctl, entries);

  g_option_context_add_main_entries (context, others, NULL);
  if (!g_option_context_parse_strv (context, &ctl->rest, error))
    return FALSE;

  if (ctl->wants_help || ctl->wants_version)
    {
      g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

      if (ctl->wants_help)
        cor_ctl_print ("%s", help);
      else
        cor_ctl_print ("corridorctl %s\n", COR_VERSION);
      ctl->exit_code = COR_CTL_EXIT_OK;
      return FALSE;
    }
  return take_arguments (ctl, given, error) && check_number (ctl, least, most, error);
}

/**
 * cor_ctl_parse_globals:
 *
 * Reads the options before the command; they may also stand after it.
 *
 * Returns: whether they are right
 */
gboolean
cor_ctl_parse_globals (CorCtl  *ctl,
                       int     *argc,
                       char  ***argv,
                       GError **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_strict_posix (context, TRUE);
  add_globals (ctl, context);
  return g_option_context_parse (context, argc, argv, error);
}

/**
 * cor_ctl_parse_day:
 * @option: which took it, such as “--date”
 * @day: (out): untouched after an error
 *
 * Returns: whether it is a day, or %COR_CTL_ERROR_USAGE
 */
gboolean
cor_ctl_parse_day (const char *text,
                   const char *option,
                   GDate      *day,
                   GError    **error)
{
  if (cor_date_parse (text, day))
    return TRUE;
  /* Translators: %s is an option such as --date */
  g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("%s takes a day such as 2026-07-01"), option);
  return FALSE;
}

/**
 * cor_ctl_parse_id:
 *
 * Returns: the number, or 0 with %COR_CTL_ERROR_USAGE
 */
gint64
cor_ctl_parse_id (const char *text,
                  GError    **error)
{
  guint64 id = 0;

  if (g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT64, &id, NULL))
    return (gint64) id;
  g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("“%s” is not a number as the lists show it"), text);
  return 0;
}

char *
cor_ctl_dup_profile_dir (CorCtl *ctl)
{
  return ctl->profile_dir != NULL ? g_canonicalize_filename (ctl->profile_dir, NULL) : cor_store_dup_default_profile_dir ();
}

/**
 * cor_ctl_open:
 * @error: COR_STORE_ERROR
 *
 * Returns: (transfer none) (nullable): the profile's store, made when it is not there
 */
CorStore *
cor_ctl_open (CorCtl  *ctl,
              GError **error)
{
  if (ctl->store == NULL)
    {
      g_autofree char *profile_dir = cor_ctl_dup_profile_dir (ctl);

      ctl->store = cor_store_open (profile_dir, error);
    }
  return ctl->store;
}

static gboolean
on_closing_late (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_CONTINUE;
}

/**
 * cor_ctl_close:
 *
 * Closes the store, and waits for it: what was asked for last, such as how an account stands, is written before the
 * program ends, and no thread uses the files any more.
 */
void
cor_ctl_close (CorCtl *ctl)
{
  gpointer store = ctl->store;
  gboolean is_late = FALSE;
  guint    deadline;

  if (store == NULL)
    return;
  deadline = g_timeout_add_seconds (CLOSE_SECONDS, on_closing_late, &is_late);
  g_object_add_weak_pointer (store, &store);
  g_clear_object (&ctl->store);
  while (store != NULL && !is_late)
    g_main_context_iteration (NULL, TRUE);
  if (store != NULL)
    g_object_remove_weak_pointer (store, &store);
  g_source_remove (deadline);
}

/**
 * cor_ctl_say:
 *
 * Prints a sentence for people: not with --json and not with --quiet.
 */
void
cor_ctl_say (CorCtl     *ctl,
             const char *format,
             ...)
{
  g_autofree char *text = NULL;
  va_list          args;

  if (ctl->is_json || ctl->is_quiet)
    return;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  cor_ctl_print ("%s\n", text);
}

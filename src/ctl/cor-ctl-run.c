/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "corridorctl"

#include "config.h"

#include "cor-ctl-run.h"

#include "cor-ctl-commands.h"
#include "cor-ctl-error.h"
#include "cor-ctl-output.h"

#include <glib/gi18n-lib.h>

static const CorCtlCommand commands[] = {
  { "account add", "", N_ ("Connect a desk: --url URL, the token from CORRIDOR_TOKEN or the standard input"), cor_ctl_account_add },
  { "account list", "", N_ ("List the accounts, how they stand and how they are set"), cor_ctl_account_list },
  { "account remove", "ID", N_ ("Forget an account, its token and everything of it here"), cor_ctl_account_remove },
  { "account set", "ID KEY VALUE", N_ ("Change how an account is used"), cor_ctl_account_set },
  { "sync", "", N_ ("Fetch what is new and send what is queued: --once or --watch"), cor_ctl_sync },
  { "inbox", "", N_ ("List conversations"), cor_ctl_inbox },
  { "views", "", N_ ("List the views with their counts"), cor_ctl_views },
  { "show", "CONVERSATION", N_ ("Print a conversation"), cor_ctl_show },
  { "reply", "CONVERSATION", N_ ("Queue a reply or a private note: --text TEXT, or - for the standard input"), cor_ctl_reply },
  { "check-reply", "", N_ ("Check a reply without sending it: --text TEXT, or - for the standard input"), cor_ctl_check_reply },
  { "outbox list", "", N_ ("List what has not been sent"), cor_ctl_outbox_list },
  { "outbox retry", "ID", N_ ("Send it after all, as it is"), cor_ctl_outbox_retry },
  { "outbox cancel", "ID", N_ ("Discard it"), cor_ctl_outbox_cancel },
  { "outbox check", "ID", N_ ("Look now whether an uncertain reply arrived"), cor_ctl_outbox_check },
  { "outbox wait", "", N_ ("Wait until nothing is on its way"), cor_ctl_outbox_wait },
  { "customer search", "QUERY", N_ ("Find customers by name, address, number or company"), cor_ctl_customer_search },
  { "customer show", "ID", N_ ("Print a customer and their conversations"), cor_ctl_customer_show },
  { "kb import", "FILE", N_ ("Take articles in, a JSON object a line; one of the same id is replaced"), cor_ctl_kb_import },
  { "kb show", "ID", N_ ("Print an article"), cor_ctl_kb_show },
  { "kb list", "", N_ ("List articles, each in one language"), cor_ctl_kb_list },
  { "kb gaps", "", N_ ("List questions without an answer, or write them to a file"), cor_ctl_kb_gaps },
  { "kb gap add", "QUESTION", N_ ("File a question without an answer; one like it is counted"), cor_ctl_kb_gap_add },
  { "kb gap close", "ID", N_ ("It has an answer now"), cor_ctl_kb_gap_close },
  { "kb pack add", "URL", N_ ("Fetch a pack of articles, now and whenever it changes"), cor_ctl_kb_pack_add },
  { "kb pack list", "", N_ ("List the packs and how they stand"), cor_ctl_kb_pack_list },
  { "kb pack remove", "URL", N_ ("Forget a pack and its articles"), cor_ctl_kb_pack_remove },
  { "kb pack update", "", N_ ("Look at every pack now"), cor_ctl_kb_pack_update },
  { "search", "QUERY", N_ ("Find articles, messages or customers, by words or by a whole question"), cor_ctl_search },
  { "suggest train", "FILE", N_ ("Learn what was answered with what: a JSON object with “text” and “id” a line"), cor_ctl_suggest_train },
  { "suggest", "", N_ ("Suggest articles, SOPs and templates for a message: --text TEXT, or - for the standard input"), cor_ctl_suggest },
  { "quote", "", N_ ("Calculate what a transfer costs and what arrives, by a fee schedule"), cor_ctl_quote },
  { "fees import", "FILE", N_ ("Take a version of a fee schedule in"), cor_ctl_fees_import },
  { "fees list", "", N_ ("List the fee schedules, every version"), cor_ctl_fees_list },
  { "fees show", "[ID]", N_ ("Print the fee schedule of a day"), cor_ctl_fees_show },
  { "rates import", "FILE", N_ ("Take reference rates in from a file of the ECB, XML or CSV"), cor_ctl_rates_import },
  { "rates source", "[frankfurter|ecb|none]", N_ ("Print or choose where reference rates are fetched from"), cor_ctl_rates_source },
  { "rates update", "", N_ ("Fetch the reference rates that are missing"), cor_ctl_rates_update },
  { "rates show", "BASE QUOTE", N_ ("Print the reference rate of a day"), cor_ctl_rates_show },
  { "rates history", "BASE QUOTE", N_ ("Print the reference rates of many days"), cor_ctl_rates_history },
  { "payment show", "REFERENCE", N_ ("Print where a payment is, and why"), cor_ctl_payment_show },
  { "payment list", "", N_ ("Print the payments of a customer"), cor_ctl_payment_list },
  { "payment watch", "REFERENCE", N_ ("Watch a payment: be told when it changes"), cor_ctl_payment_watch },
  { "payment unwatch", "REFERENCE", N_ ("Watch a payment no more"), cor_ctl_payment_unwatch },
  { "payment watched", "", N_ ("List the payments that are watched, and what is new of them"), cor_ctl_payment_watched },
  { "payment service", "[ledger|gpi|wise]", N_ ("Print or choose who is asked about payments"), cor_ctl_payment_service },
  { "template list", "", N_ ("List the reply templates"), cor_ctl_template_list },
  { "template show", "ID", N_ ("Print a template with all its texts"), cor_ctl_template_show },
  { "template render", "ID|--all", N_ ("Print a template filled in for a customer: --locale TAG, --set NAME=VALUE or --sample"), cor_ctl_template_render },
  { "template coverage", "", N_ ("Say how many templates each language has"), cor_ctl_template_coverage },
  { "template check", "FILE", N_ ("Look for mistakes in a pack of templates, or in one text"), cor_ctl_template_check },
  { "template import", "FILE", N_ ("Make the templates of a pack your own"), cor_ctl_template_import },
  { "template export", "FILE", N_ ("Write your own templates, or those of --id, as a pack"), cor_ctl_template_export },
  { "template approve", "ID", N_ ("Approve a text: --locale TAG, --reviewer NAME"), cor_ctl_template_approve },
  { "template retire", "ID", N_ ("Use a template, or its text of --locale, no longer"), cor_ctl_template_retire },
  { "template restore", "ID", N_ ("Make what was retired or approved a draft again"), cor_ctl_template_restore },
  { "translate service", "[libretranslate|apertium|none]", N_ ("Print or choose who translates"), cor_ctl_translate_service },
  { "translate language", "LANGUAGE own|always|on-demand", N_ ("Choose when messages in a language are translated"), cor_ctl_translate_language },
  { "translate", "", N_ ("Translate a text: --text TEXT --to LANGUAGE"), cor_ctl_translate },
  { "check", "", N_ ("Look whether the profile’s data is whole"), cor_ctl_check },
  { "wipe", "", N_ ("Remove the profile’s data and tokens from this computer"), cor_ctl_wipe },
};

static void
ctl_clear (CorCtl *ctl)
{
  cor_ctl_close (ctl);
  g_free (ctl->profile_dir);
  g_strfreev (ctl->rest);
  g_strfreev (ctl->arguments);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CorCtl, ctl_clear)

static void
print_commands (void)
{
  int width = 0;

  cor_ctl_print ("%s\n\n", _ ("Usage: corridorctl [--profile DIR] [--json] [--quiet] COMMAND [OPTION…]"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    width = MAX (width, (int) (strlen (commands[i].words) + strlen (commands[i].arguments)));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *words = g_strjoin (" ", commands[i].words, commands[i].arguments, NULL);

      cor_ctl_print ("  %-*s  %s\n", width + 1, words, _ (commands[i].summary));
    }
  cor_ctl_print ("\n%s\n%s\n", _ ("“corridorctl COMMAND --help” tells a command’s options."),
                 _ ("It ends with 0 done, 1 failed, 2 wrongly called, 3 the server cannot be reached."));
}

/* How many of the words at @argv are the command's; 0: it is another one. */
static int
match (const CorCtlCommand *command,
       int                  argc,
       char *const         *argv)
{
  g_auto (GStrv) words = g_strsplit (command->words, " ", -1);
  int n = (int) g_strv_length (words);

  if (argc < n)
    return 0;
  for (int i = 0; i < n; i++)
    if (!g_str_equal (words[i], argv[i]))
      return 0;
  return n;
}

static gboolean
find_command (CorCtl  *ctl,
              int      argc,
              char   **argv,
              GError **error)
{
  g_autofree char *word = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      int n = match (&commands[i], argc - 1, argv + 1);

      if (n == 0)
        continue;
      ctl->command = &commands[i];
      /* the option parser wants a program's name in front */
      ctl->rest = g_strdupv (argv + n);
      g_free (ctl->rest[0]);
      ctl->rest[0] = g_strdup ("corridorctl");
      return TRUE;
    }

  word = argc > 1 ? g_utf8_make_valid (argv[1], -1) : NULL;
  if (word == NULL)
    g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("A command is missing; “corridorctl --help” lists them"));
  else
    g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("There is no command “%s” like that; “corridorctl --help” lists them"), word);
  return FALSE;
}

static int
report (const GError *error)
{
  g_autofree char *sentence = cor_ctl_error_dup_sentence (error);
  g_autofree char *clean = cor_ctl_clean_line (sentence);

  g_printerr ("corridorctl: %s\n", clean);
  return cor_ctl_error_get_exit (error);
}

/**
 * cor_ctl_run:
 * @argc: of main()
 * @argv: of main()
 *
 * The program.
 *
 * Returns: a CorCtlExit
 */
int
cor_ctl_run (int   argc,
             char *argv[])
{
  g_auto (CorCtl) ctl = { .exit_code = COR_CTL_EXIT_FAILED };
  g_autoptr (GError) error = NULL;

  if (!cor_ctl_parse_globals (&ctl, &argc, &argv, &error))
    return report (error);
  if (argc <= 1 && ctl.wants_version)
    {
      cor_ctl_print ("corridorctl %s\n", COR_VERSION);
      return COR_CTL_EXIT_OK;
    }
  if (argc <= 1 && ctl.wants_help)
    {
      print_commands ();
      return COR_CTL_EXIT_OK;
    }
  if (!find_command (&ctl, argc, argv, &error))
    return report (error);

  if (ctl.command->run (&ctl, &error))
    return COR_CTL_EXIT_OK;
  return error != NULL ? report (error) : ctl.exit_code;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-ctl-template-own"

#include "config.h"

#include "cor-ctl-template.h"

#include "cor-ctl-await.h"
#include "cor-ctl-commands.h"
#include "cor-ctl-error.h"
#include "cor-ctl-json.h"
#include "cor-ctl-output.h"
#include "cor-store-templates.h"
#include "cor-template-file.h"

#include <glib/gi18n-lib.h>

/* What is done with templates: one's own as files, and what is decided about a text. */

static gboolean
fail (GError    **error,
      const char *what,
      GError     *reason)
{
  g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED, "%s: %s", what, reason->message);
  return FALSE;
}

static void
print_count (guint n)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cor_ctl_json_int (builder, "templates", n);
  json_builder_end_object (builder);
  cor_ctl_json_print (builder);
}

gboolean
cor_ctl_template_import (CorCtl  *ctl,
                         GError **error)
{
  g_auto (CorCtlAwait) await = { NULL };
  g_autoptr (GFile) file = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GError) reason = NULL;
  guint n = 0;

  if (!cor_ctl_parse (ctl, NULL, 1, 1, error))
    return FALSE;
  before = cor_ctl_template_list_all (ctl, error); /* a new profile has what came with the program, too */
  if (before == NULL)
    return FALSE;
  file = g_file_new_for_commandline_arg (ctl->arguments[0]);
  cor_template_file_import_async (ctl->store, file, NULL, cor_ctl_on_result, &await);
  if (!cor_template_file_import_finish (cor_ctl_await (&await), &n, &reason))
    return fail (error, ctl->arguments[0], reason);
  if (ctl->is_json)
    print_count (n);
  else
    cor_ctl_say (ctl, ngettext ("%u template is your own now.", "%u templates are your own now.", n), n);
  return TRUE;
}

gboolean
cor_ctl_template_export (CorCtl  *ctl,
                         GError **error)
{
  g_auto (CorCtlAwait) await = { NULL };
  g_auto (GStrv) ids = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) reason = NULL;
  guint              n = 0;
  const GOptionEntry entries[] = {
    { "id", 0, 0, G_OPTION_ARG_STRING_ARRAY, &ids, N_ ("This template, whoever’s it is; may be given again"), N_ ("ID") },
    { NULL, 0, 0, 0, NULL, NULL, NULL }
  };

  if (!cor_ctl_parse (ctl, entries, 1, 1, error) || cor_ctl_open (ctl, error) == NULL)
    return FALSE;
  file = g_file_new_for_commandline_arg (ctl->arguments[0]);
  cor_template_file_export_async (ctl->store, file, (const char *const *) ids, NULL, cor_ctl_on_result, &await);
  if (!cor_template_file_export_finish (cor_ctl_await (&await), &n, &reason))
    return fail (error, ctl->arguments[0], reason);
  if (ctl->is_json)
    print_count (n);
  else
    cor_ctl_say (ctl, ngettext ("%u template was written.", "%u templates were written.", n), n);
  return TRUE;
}

static gboolean
set_state (CorCtl          *ctl,
           const char      *locale,
           CorRegister      reg,
           CorTemplateState state,
           const char      *reviewer,
           GError         **error)
{
  g_auto (CorCtlAwait) await = { NULL };
  g_autoptr (CorTemplate) template = cor_ctl_template_load (ctl, ctl->arguments[0], error);
  g_autoptr (GError) reason = NULL;

  if (template == NULL)
    return FALSE;
  cor_store_set_template_state_async (ctl->store, template->account, template->source, template->id, locale, reg, state, reviewer, NULL, cor_ctl_on_result,
                                      &await);
  if (cor_store_set_template_state_finish (ctl->store, cor_ctl_await (&await), &reason))
    return TRUE;
  if (g_error_matches (reason, COR_STORE_ERROR, COR_STORE_ERROR_NOT_FOUND))
    /* Translators: a template's id, a language tag and a register */
    g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED, _ ("“%s” has no text in %s %s"), template->id, locale, cor_register_get_key (reg));
  else
    g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

/* The three are one: which texts, and what they become. */
static gboolean
decide (CorCtl          *ctl,
        CorTemplateState state,
        GError         **error)
{
  g_autofree char   *locale = NULL;
  g_autofree char   *register_key = NULL;
  g_autofree char   *reviewer = NULL;
  CorRegister        reg = COR_REGISTER_NEUTRAL;
  const GOptionEntry entries[] = {
    { "locale", 0, 0, G_OPTION_ARG_STRING, &locale, N_ ("The text in this language; all unless given"), N_ ("TAG") },
    { "register", 0, 0, G_OPTION_ARG_STRING, &register_key, N_ ("neutral (unless given), formal or direct"), N_ ("NAME") },
    { "reviewer", 0, 0, G_OPTION_ARG_STRING, &reviewer, N_ ("Who decided it"), N_ ("NAME") },
    { NULL, 0, 0, 0, NULL, NULL, NULL }
  };

  if (!cor_ctl_parse (ctl, entries, 1, 1, error))
    return FALSE;
  if (register_key != NULL && !cor_register_from_key (register_key, &reg))
    g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("--register takes neutral, formal or direct"));
  else if (state == COR_TEMPLATE_APPROVED && (reviewer == NULL || *g_strstrip (reviewer) == '\0'))
    g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("Name who has read it with --reviewer NAME"));
  else if (state == COR_TEMPLATE_APPROVED && locale == NULL)
    g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("Name the text that was read with --locale TAG"));
  else
    return set_state (ctl, locale, reg, state, reviewer, error);
  return FALSE;
}

gboolean
cor_ctl_template_approve (CorCtl  *ctl,
                          GError **error)
{
  return decide (ctl, COR_TEMPLATE_APPROVED, error);
}

gboolean
cor_ctl_template_retire (CorCtl  *ctl,
                         GError **error)
{
  return decide (ctl, COR_TEMPLATE_RETIRED, error);
}

gboolean
cor_ctl_template_restore (CorCtl  *ctl,
                          GError **error)
{
  return decide (ctl, COR_TEMPLATE_DRAFT, error);
}

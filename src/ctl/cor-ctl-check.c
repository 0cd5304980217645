/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-ctl-commands.h"

#include "cor-ctl-await.h"
#include "cor-ctl-error.h"
#include "cor-ctl-json.h"
#include "cor-ctl-output.h"
#include "cor-store-check.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

static const char *const names[] = {
  [COR_PROBLEM_DAMAGED] = "damaged",
  [COR_PROBLEM_DANGLING] = "dangling",
  [COR_PROBLEM_COUNT] = "count",
  [COR_PROBLEM_COUNT_UNREAD] = "count-unread",
  [COR_PROBLEM_NO_ROW] = "no-row",
  [COR_PROBLEM_STRAY_ROW] = "stray-row",
  [COR_PROBLEM_COUNT_MESSAGES] = "count-messages",
  [COR_PROBLEM_COUNT_REPLIES] = "count-replies",
};

static char *
dup_sentence (const CorProblem *problem)
{
  const char *subject = problem->subject != NULL ? problem->subject : "?";

  switch (problem->kind)
    {
    case COR_PROBLEM_DANGLING:
      return g_strdup_printf (_ ("Row %" PRId64 " of “%s” belongs to a row that is not there."), problem->found, subject);
    case COR_PROBLEM_COUNT:
      return g_strdup_printf (_ ("The view “%s” counts %" PRId64 " conversations, there are %" PRId64 "."), subject, problem->found,
                              problem->expected);
    case COR_PROBLEM_COUNT_UNREAD:
      return g_strdup_printf (_ ("The view “%s” counts %" PRId64 " unread conversations, there are %" PRId64 "."), subject,
                              problem->found, problem->expected);
    case COR_PROBLEM_NO_ROW:
      return g_strdup_printf (_ ("Conversation %s is in no list."), subject);
    case COR_PROBLEM_STRAY_ROW:
      return g_strdup_printf (_ ("Row %s of the lists has no conversation."), subject);
    case COR_PROBLEM_COUNT_MESSAGES:
      return g_strdup_printf (_ ("Conversation %s counts %" PRId64 " messages, there are %" PRId64 "."), subject, problem->found,
                              problem->expected);
    case COR_PROBLEM_COUNT_REPLIES:
      return g_strdup_printf (_ ("Conversation %s counts %" PRId64 " unsent replies, there are %" PRId64 "."), subject,
                              problem->found, problem->expected);
    case COR_PROBLEM_DAMAGED:
    default:
      /* Translators: %s are the words of the database */
      return g_strdup_printf (_ ("The file is damaged: %s"), subject);
    }
}

static void
print_json (GPtrArray *problems)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cor_ctl_json_bool (builder, "ok", problems->len == 0);
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (guint i = 0; i < problems->len; i++)
    {
      const CorProblem *problem = problems->pdata[i];

      json_builder_begin_object (builder);
      cor_ctl_json_text (builder, "kind", names[problem->kind]);
      cor_ctl_json_text (builder, "subject", problem->subject);
      cor_ctl_json_int (builder, "expected", problem->expected);
      cor_ctl_json_int (builder, "found", problem->found);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  cor_ctl_json_print (builder);
}

gboolean
cor_ctl_check (CorCtl  *ctl,
               GError **error)
{
  g_auto (CorCtlAwait) await = { NULL };
  g_autoptr (GPtrArray) problems = NULL;

  if (!cor_ctl_parse (ctl, NULL, 0, 0, error) || cor_ctl_open (ctl, error) == NULL)
    return FALSE;
  cor_store_check_async (ctl->store, NULL, cor_ctl_on_result, &await);
  problems = cor_store_check_finish (ctl->store, cor_ctl_await (&await), error);
  if (problems == NULL)
    return FALSE;

  if (ctl->is_json)
    print_json (problems);
  else
    for (guint i = 0; i < problems->len; i++)
      {
        g_autofree char *sentence = dup_sentence (problems->pdata[i]);
        g_autofree char *line = cor_ctl_clean_line (sentence);

        cor_ctl_print ("%s\n", line);
      }
  if (problems->len == 0)
    cor_ctl_say (ctl, "%s", _ ("The profile’s data is whole."));
  return problems->len == 0;
}

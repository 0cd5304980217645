/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-ctl-findings.h"

#include "cor-ctl-json.h"
#include "cor-ctl-output.h"
#include "cor-reply-check.h"

#include <glib/gi18n-lib.h>

static const char *
get_severity (const CorReplyFinding *finding)
{
  return finding->severity == COR_REPLY_STOPS ? "stops" : "asks";
}

static void
print_json (const char      *text,
            const GPtrArray *findings)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cor_ctl_json_bool (builder, "stops", cor_reply_check_stops (findings));
  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < findings->len; i++)
    {
      const CorReplyFinding *finding = findings->pdata[i];
      g_autofree char       *place = g_strndup (text + finding->start, finding->end - finding->start);

      json_builder_begin_object (builder);
      cor_ctl_json_text (builder, "rule", finding->rule);
      cor_ctl_json_text (builder, "severity", get_severity (finding));
      cor_ctl_json_int (builder, "start", (gint64) finding->start);
      cor_ctl_json_int (builder, "end", (gint64) finding->end);
      cor_ctl_json_text (builder, "place", place);
      cor_ctl_json_text (builder, "sentence", finding->sentence);
      cor_ctl_json_text (builder, "fix", finding->fix);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  cor_ctl_json_print (builder);
}

static void
print_table (const char      *text,
             const GPtrArray *findings)
{
  g_autoptr (CorCtlTable) table = cor_ctl_table_new ("llll", _ ("What"), _ ("Rule"), _ ("Place"), _ ("Why"), NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const CorReplyFinding *finding = findings->pdata[i];
      g_autofree char       *place = g_strndup (text + finding->start, finding->end - finding->start);

      cor_ctl_table_add (table, finding->severity == COR_REPLY_STOPS ? _ ("Stops") : _ ("Asks"), finding->rule, place, finding->sentence, NULL);
    }
  cor_ctl_table_print (table);
}

/**
 * cor_ctl_findings_print:
 * @text: the reply that was checked
 * @findings: (element-type CorReplyFinding): what was found in it
 *
 * Prints what the reply check found, as a table or with --json as one object.
 */
void
cor_ctl_findings_print (CorCtl          *ctl,
                        const char      *text,
                        const GPtrArray *findings)
{
  if (ctl->is_json)
    print_json (text, findings);
  else
    print_table (text, findings);
}

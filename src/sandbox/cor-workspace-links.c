/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-workspace"

#include "config.h"

#include "cor-workspace-links.h"

#include "cor-workspace-data.h"

#define VERIFIED_AFTER 300

/* Most customers were asked who they are; some are still to be, and on a public channel nobody is. */
static gboolean
is_verified (const CorTale *tale)
{
  return !g_str_equal (tale->plan->story->id, "social-unverified") && g_str_hash (tale->slots->payment->reference) % 4 != 0;
}

static void
add_links (JsonBuilder   *builder,
           const CorTale *tale)
{
  json_builder_set_member_name (builder, "payment_refs");
  json_builder_begin_array (builder);
  json_builder_begin_object (builder);
  cor_workspace_data_add (builder, "reference", tale->slots->payment->reference);
  cor_workspace_data_add (builder, "role", tale->plan->story->incoming ? "payee" : "payer");
  json_builder_end_object (builder);
  json_builder_end_array (builder);
}

static void
add_verification (JsonBuilder   *builder,
                  const CorTale *tale)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (MIN (tale->plan->start + VERIFIED_AFTER, tale->now));
  g_autofree char *text = g_date_time_format_iso8601 (at);

  json_builder_set_member_name (builder, "verification");
  json_builder_begin_object (builder);
  cor_workspace_data_add (builder, "verified_at", text);
  cor_workspace_data_add (builder, "method", g_str_equal (tale->plan->channel, "phone") ? "call_back" : "app_sign_in");
  json_builder_end_object (builder);
}

/**
 * cor_tale_custom_attributes:
 *
 * Whoever took the conversation linked its payment and asked who writes (ledger.md, rule 2).
 *
 * Returns: (transfer full): JSON
 */
char *
cor_tale_custom_attributes (const CorTale *tale)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const CorWorkspacePayment *payment = tale->slots->payment;
  g_autofree char           *corridor = g_strdup_printf ("%s-%s", payment->from->code, payment->to->code);

  json_builder_begin_object (builder);
  if (tale->assignee > 0)
    {
      cor_workspace_data_add (builder, "payment_reference", payment->reference);
      cor_workspace_data_add (builder, "corridor", corridor);
      add_links (builder, tale);
      if (is_verified (tale))
        add_verification (builder, tale);
    }
  json_builder_end_object (builder);

  return cor_workspace_data_text (builder);
}

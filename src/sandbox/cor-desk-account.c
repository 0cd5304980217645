/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-desk-account"

#include "config.h"

#include "cor-desk-cable.h"
#include "cor-desk-effects.h"
#include "cor-desk-events.h"
#include "cor-desk-shapes.h"

#include <string.h>

/* The release whose contract this serves (chatwoot.md, head) */
#define SERVED_VERSION "4.15.1"

static void
get_api (CorDeskRequest *request)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *timestamp = g_date_time_format (now, "%Y-%m-%d %H:%M:%S");

  cor_desk_answer_object (request, cor_desk_json_new ("version:s", SERVED_VERSION, "timestamp:s", timestamp, "queue_services:s", "ok", "data_services:s", "ok", NULL));
}

static void
get_health (CorDeskRequest *request)
{
  cor_desk_answer_text (request, 200, "application/json; charset=utf-8", "{\"status\":\"woot\"}");
}

static JsonObject *
make_profile_account (CorDeskRequest *request,
                      CorDeskRows    *rows,
                      gint64          id,
                      const char     *name)
{
  const char *role = cor_desk_rows_text (rows, 3);
  gboolean    auto_offline = cor_desk_rows_int (rows, 5) != 0;
  const char *availability = cor_desk_rows_text (rows, 4);
  JsonArray  *permissions = json_array_new ();

  json_array_add_string_element (permissions, role);
  return cor_desk_json_new ("id:i", id, "name:s", name, "status:s", "active", "active_at:t", request->now, "role:s", role,
                            "permissions:a", permissions, "availability:s", availability,
                            "availability_status:s", cor_desk_availability (request->desk, request->agent->id, availability, auto_offline),
                            "auto_offline:b", auto_offline, "custom_role_id:n", "custom_role:n", NULL);
}

static void
get_profile (CorDeskRequest *request)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  g_autofree char *other = NULL; /* listed, and not served */
  JsonArray       *accounts = json_array_new ();

  cor_desk_db_select (request->desk->db, &rows,
                      "SELECT name, ifnull (display_name, name), email, role, availability, auto_offline, message_signature, ui_settings, token, pubsub_token, display_name "
                      "FROM agents WHERE id = ?",
                      "i", request->agent->id);
  if (!cor_desk_rows_next (&rows))
    {
      json_array_unref (accounts);
      cor_desk_not_found (request);
      return;
    }
  other = cor_desk_db_dup_text (request->desk->db, "SELECT value FROM meta WHERE key = 'other-account'", "");
  if (other != NULL)
    json_array_add_object_element (accounts, make_profile_account (request, &rows, COR_DESK_ACCOUNT_ID + 1, other));
  json_array_add_object_element (accounts, make_profile_account (request, &rows, COR_DESK_ACCOUNT_ID, "Corridor sandbox"));
  cor_desk_answer_object (request,
                          cor_desk_json_new ("access_token:s", cor_desk_rows_text (&rows, 8), "account_id:d", COR_DESK_ACCOUNT_ID,
                                             "available_name:s", cor_desk_rows_text (&rows, 1), "avatar_url:s", "", "confirmed:b", TRUE,
                                             "display_name:s", cor_desk_rows_text (&rows, 10), "message_signature:s", cor_desk_rows_text (&rows, 6),
                                             "email:s", cor_desk_rows_text (&rows, 2), "hmac_identifier:s", "", "id:i", request->agent->id, "inviter_id:n",
                                             "name:s", cor_desk_rows_text (&rows, 0), "provider:s", "email", "pubsub_token:s", cor_desk_rows_text (&rows, 9),
                                             "role:s", cor_desk_rows_text (&rows, 3), "ui_settings:j", cor_desk_rows_text (&rows, 7),
                                             "uid:s", cor_desk_rows_text (&rows, 2), "type:n", "custom_attributes:j", NULL, "accounts:a", accounts, NULL));
}

static void
put_profile (CorDeskRequest *request)
{
  JsonObject *profile = cor_desk_json_object (request->body, "profile");

  if (cor_desk_json_has (profile, "message_signature"))
    cor_desk_db_run (request->desk->db, "UPDATE agents SET message_signature = ? WHERE id = ?", "si", cor_desk_json_string (profile, "message_signature"), request->agent->id);
  if (cor_desk_json_has (profile, "display_name"))
    cor_desk_db_run (request->desk->db, "UPDATE agents SET display_name = nullif (?, '') WHERE id = ?", "si", cor_desk_json_string (profile, "display_name"), request->agent->id);
  if (cor_desk_json_object (profile, "ui_settings") != NULL)
    {
      g_autofree char *text = cor_desk_json_object_text (cor_desk_json_object (profile, "ui_settings"));

      cor_desk_db_run (request->desk->db, "UPDATE agents SET ui_settings = ? WHERE id = ?", "si", text, request->agent->id);
    }
  get_profile (request);
}

static void
post_availability (CorDeskRequest *request)
{
  static const char *const choices[] = { "online", "busy", "offline", NULL };
  const char              *availability = cor_desk_json_string (cor_desk_json_object (request->body, "profile"), "availability");

  if (availability == NULL || !g_strv_contains (choices, availability))
    {
      cor_desk_fail_html (request, 500);
      return;
    }
  cor_desk_db_run (request->desk->db, "UPDATE agents SET availability = ? WHERE id = ?", "si", availability, request->agent->id);
  cor_desk_cable_send_presence (request->desk->cable, 0);
  get_profile (request);
}

static void
post_auto_offline (CorDeskRequest *request)
{
  gboolean is_on = cor_desk_json_bool (cor_desk_json_object (request->body, "profile"), "auto_offline");

  cor_desk_db_run (request->desk->db, "UPDATE agents SET auto_offline = ? WHERE id = ?", "di", is_on ? 1 : 0, request->agent->id);
  get_profile (request);
}

static void
post_reset_access_token (CorDeskRequest *request)
{
  g_autofree char *token = cor_desk_random_token (12);

  cor_desk_db_run (request->desk->db, "UPDATE agents SET token = ? WHERE id = ?", "si", token, request->agent->id);
  get_profile (request);
}

static JsonObject *
make_cache_keys (CorDesk *desk)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  JsonObject *keys = json_object_new ();

  cor_desk_db_select (desk->db, &rows, "SELECT substr (key, 7), value FROM meta WHERE key LIKE 'cache-%'", "");
  while (cor_desk_rows_next (&rows))
    json_object_set_string_member (keys, cor_desk_rows_text (&rows, 0), cor_desk_rows_text (&rows, 1));
  return keys;
}

static void
get_cache_keys (CorDeskRequest *request)
{
  cor_desk_answer_object (request, cor_desk_json_new ("cache_keys:o", make_cache_keys (request->desk), NULL));
}

static void
get_account (CorDeskRequest *request)
{
  gint64           now = cor_desk_db_int (request->desk->db, "SELECT value FROM meta WHERE key = 'now'", "");
  g_autofree char *created_at = cor_desk_json_iso (now * G_USEC_PER_SEC);
  JsonObject      *features = cor_desk_json_new ("help_center:b", TRUE, "macros:b", TRUE, "labels:b", TRUE, "canned_responses:b", TRUE, "team_management:b", TRUE,
                                                 "inbox_management:b", TRUE, "channel_email:b", TRUE, "channel_website:b", TRUE, NULL);
  JsonObject      *settings = cor_desk_json_new ("auto_resolve_after:n", "auto_resolve_message:n", "auto_resolve_ignore_waiting:b", FALSE, NULL);

  cor_desk_answer_object (request, cor_desk_json_new ("settings:o", settings, "created_at:s", created_at, "custom_attributes:j", NULL, "domain:n", "features:o", features,
                                                      "id:d", COR_DESK_ACCOUNT_ID, "locale:s", "en", "name:s", "Corridor sandbox", "support_email:s", "help@example.com",
                                                      "status:s", "active", "cache_keys:o", make_cache_keys (request->desk), "latest_chatwoot_version:s", SERVED_VERSION, NULL));
}

static void
post_sign_in (CorDeskRequest *request)
{
  /* the sandbox has tokens and no passwords */
  cor_desk_answer_text (request, 401, "application/json; charset=utf-8", "{\"success\":false,\"errors\":[\"Invalid login credentials. Please try again.\"]}");
}

const CorDeskRoute cor_desk_account_routes[] = {
  { "GET", "/api", get_api, COR_DESK_ROUTE_PUBLIC },
  { "GET", "/health", get_health, COR_DESK_ROUTE_PUBLIC },
  { "POST", "/auth/sign_in", post_sign_in, COR_DESK_ROUTE_PUBLIC | COR_DESK_ROUTE_READ },
  { "GET", "/api/v1/profile", get_profile, COR_DESK_ROUTE_NONE },
  { "PUT", "/api/v1/profile", put_profile, COR_DESK_ROUTE_NONE },
  { "POST", "/api/v1/profile/availability", post_availability, COR_DESK_ROUTE_NONE },
  { "POST", "/api/v1/profile/auto_offline", post_auto_offline, COR_DESK_ROUTE_NONE },
  { "POST", "/api/v1/profile/reset_access_token", post_reset_access_token, COR_DESK_ROUTE_NONE },
  { "GET", "{A}", get_account, COR_DESK_ROUTE_NONE },
  { "GET", "{A}/cache_keys", get_cache_keys, COR_DESK_ROUTE_NONE },
  { NULL, NULL, NULL, COR_DESK_ROUTE_NONE }
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-chatwoot-push"

#include "config.h"

#include "cor-chatwoot-parse.h"
#include "cor-chatwoot-private.h"

static void
on_event (CorChatwootCable *cable,
          CorDeskEvent     *event,
          CorChatwoot      *self)
{
  g_signal_emit_by_name (self, "event", event);
}

static void
on_state (CorChatwootCable *cable,
          gboolean          is_connected,
          CorChatwoot      *self)
{
  g_signal_emit_by_name (self, "push-state", is_connected);
}

static void
on_profile (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  CorChatwoot *self = COR_CHATWOOT (source);
  g_autoptr (CorChatwootCable) cable = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CorHttpResponse) response = _cor_chatwoot_call_finish (self, result, &error);
  CorProfileRecord *profile = response != NULL ? response->parsed : NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  cor_chatwoot_cable_set_secret (cable, profile != NULL ? profile->agent_id : NULL, profile != NULL ? profile->push_secret : NULL);
}

static void
on_stale (CorChatwootCable *cable,
          CorChatwoot      *self)
{
  g_autoptr (CorHttpRequest) request = cor_http_request_new ("GET", "api", "v1", "profile", NULL);

  cor_http_request_set_parse (request, cor_chatwoot_parse_profile, NULL, NULL, (GDestroyNotify) cor_profile_record_free);
  _cor_chatwoot_call_async (self, request, self->push_cancellable, on_profile, g_object_ref (cable));
}

void
_cor_chatwoot_start_push (CorDesk *desk)
{
  CorChatwoot *self = COR_CHATWOOT (desk);

  if (self->cable != NULL || self->account_id == NULL)
    return;

  self->push_cancellable = g_cancellable_new ();
  self->cable = cor_chatwoot_cable_new (self->http, self->account_id, self->confirm_ms, self->silence_ms, self->backoff_ms);
  g_signal_connect (self->cable, "event", G_CALLBACK (on_event), self);
  g_signal_connect (self->cable, "state", G_CALLBACK (on_state), self);
  g_signal_connect (self->cable, "stale", G_CALLBACK (on_stale), self);
  cor_chatwoot_cable_start (self->cable);
}

void
_cor_chatwoot_stop_push (CorDesk *desk)
{
  CorChatwoot *self = COR_CHATWOOT (desk);
  g_autoptr (CorChatwootCable) cable = g_steal_pointer (&self->cable);

  if (cable == NULL)
    return;

  g_cancellable_cancel (self->push_cancellable);
  g_clear_object (&self->push_cancellable);
  cor_chatwoot_cable_stop (cable);
  g_signal_handlers_disconnect_by_data (cable, self);
}

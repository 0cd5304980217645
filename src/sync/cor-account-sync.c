/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-account-sync"

#include "config.h"

#include "cor-account-sync.h"

#include "cor-account-sign-in.h"
#include "cor-outbox-worker.h"
#include "cor-pass.h"
#include "cor-push-intake.h"
#include "cor-service-error.h"
#include "cor-store-pull.h"
#include "cor-typing-teller.h"

/* A push comes with others: one short pass for all of them. */
#define SETTLE_MS 700

/* A push that broke off says first that the service is gone; if the service only restarts, not all of
 * its agents shall ask in the same moment. */
#define LOOK_MIN_MS 300
#define LOOK_MAX_MS 2000

/* Without the push channel the poll is all there is. */
#define POLL_WITHOUT_PUSH_SECONDS 20

#define LISTS_EVERY_SECONDS 600
#define MAX_BACKOFF_MS (60 * 1000)
#define TELL_EVERY_MS 200

struct _CorAccountSync
{
  GObject parent_instance;

  CorStore        *store;   /* owned */
  CorAccountData  *account; /* owned */
  CorDeskLink     *link;    /* owned; NULL until signed in */
  CorOutboxWorker *outbox;  /* owned, as the link */
  CorTypingTeller *typing;  /* owned, as the link */
  GCancellable    *cancellable;

  gint64   focus;
  guint    retry, poll, settle; /* sources */
  guint    backoff_ms;
  gint64   lists_read_us, told_us;
  guint    next_flags; /* CorPassFlags of the next pass */
  gboolean is_started, is_signing_in, is_passing, is_pushing;
  gboolean wants_pass, wants_look; /* after the one that runs */
  GTask   *once;                   /* owned: of run_once */

  CorAccountData *status; /* owned: what was told last */
};

G_DEFINE_FINAL_TYPE (CorAccountSync, cor_account_sync, G_TYPE_OBJECT)

static void begin (CorAccountSync *self);
static void pass (CorAccountSync *self);

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static void
tell (CorAccountSync *self,
      CorSyncState    state)
{
  self->status->sync = state;
  self->told_us = g_get_monotonic_time ();
  cor_store_put_sync_status_async (self->store, self->status, NULL, NULL, NULL);
}

static void
tell_well (CorAccountSync *self,
           CorSyncState    state)
{
  self->status->error_code = -1;
  g_clear_pointer (&self->status->error_text, g_free);
  self->status->next_try_at = 0;
  tell (self, state);
}

static void
on_progress (guint    done,
             guint    total,
             gpointer user_data)
{
  CorAccountSync *self = COR_ACCOUNT_SYNC (user_data);

  self->status->done = done;
  self->status->total = MAX (done, total);
  if (g_get_monotonic_time () - self->told_us > TELL_EVERY_MS * G_TIME_SPAN_MILLISECOND)
    tell_well (self, COR_SYNC_LOADING);
}

static void
end_once (CorAccountSync *self,
          const GError   *error)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->once);

  if (task == NULL)
    return;
  cor_account_sync_stop (self);
  if (error != NULL)
    g_task_return_error (task, g_error_copy (error));
  else
    g_task_return_boolean (task, TRUE);
}

static gboolean
on_retry (gpointer user_data)
{
  CorAccountSync *self = COR_ACCOUNT_SYNC (user_data);

  self->retry = 0;
  begin (self);
  return G_SOURCE_REMOVE;
}

/* Lost the service: everything stops, is told, and begins again after a while. */
static void
fail (CorAccountSync *self,
      const GError   *error)
{
  guint base = self->link != NULL ? self->link->settings.backoff_ms : 2000;
  guint wait;

  if (!self->is_started || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_debug ("account %" G_GINT64_FORMAT ": %s", self->account->id, error->message);
  if (self->outbox != NULL)
    cor_outbox_worker_close (self->outbox);
  self->status->error_code = error->domain == COR_SERVICE_ERROR ? error->code : COR_SERVICE_ERROR_BAD_RESPONSE;
  g_free (self->status->error_text);
  self->status->error_text = g_strdup (error->message);

  self->backoff_ms = CLAMP (self->backoff_ms * 2, base, MAX_BACKOFF_MS);
  wait = cor_service_error_needs_agent (error) ? MAX (MAX_BACKOFF_MS, base) : self->backoff_ms;
  wait = g_random_int_range (wait / 2 + 1, wait + 2);
  self->status->next_try_at = get_now () + (wait + 999) / 1000;
  tell (self, cor_service_error_needs_agent (error) ? COR_SYNC_STOPPED : COR_SYNC_OFFLINE);

  if (self->once != NULL)
    {
      end_once (self, error);
      return;
    }
  g_clear_handle_id (&self->retry, g_source_remove);
  g_clear_handle_id (&self->settle, g_source_remove);
  self->retry = g_timeout_add (wait, on_retry, self);
}

static gboolean
on_poll (gpointer user_data)
{
  CorAccountSync *self = COR_ACCOUNT_SYNC (user_data);

  self->poll = 0;
  pass (self);
  return G_SOURCE_REMOVE;
}

static void
schedule_poll (CorAccountSync *self)
{
  guint seconds = self->link->settings.poll_seconds;

  if (!self->is_pushing)
    seconds = MIN (seconds, POLL_WITHOUT_PUSH_SECONDS);
  g_clear_handle_id (&self->poll, g_source_remove);
  self->poll = g_timeout_add_seconds (seconds, on_poll, self);
}

static gboolean
on_settled (gpointer user_data)
{
  CorAccountSync *self = COR_ACCOUNT_SYNC (user_data);

  self->settle = 0;
  pass (self);
  return G_SOURCE_REMOVE;
}

static void
pass_soon (CorAccountSync *self,
           guint           milliseconds)
{
  if (self->settle == 0)
    self->settle = g_timeout_add (milliseconds, on_settled, self);
}

/* Once for every loss of the push: whether the service is still there. A pass on its way may have had
 * its last answer before that, so it is followed by another. */
static void
look_soon (CorAccountSync *self)
{
  self->wants_look = self->is_passing;
  if (!self->is_passing && !self->is_signing_in && self->retry == 0)
    pass_soon (self, (guint) g_random_int_range (LOOK_MIN_MS, LOOK_MAX_MS));
}

static void
on_passed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CorAccountSync) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = cor_pass_run_finish (result, &error);

  self->is_passing = FALSE;
  if (!self->is_started)
    return;
  if (!done)
    {
      fail (self, error);
      return;
    }

  self->backoff_ms = 0;
  self->status->last_pass_at = get_now ();
  self->status->done = self->status->total = 0;
  tell_well (self, COR_SYNC_IDLE);
  if (self->once != NULL)
    {
      end_once (self, NULL);
      return;
    }
  schedule_poll (self);
  if (self->wants_pass)
    pass (self);
  else if (self->wants_look)
    look_soon (self);
}

static void
pass (CorAccountSync *self)
{
  gint64 now_us = g_get_monotonic_time ();
  guint  flags = self->next_flags;

  if (self->link == NULL || !self->is_started)
    return;
  if (self->is_passing)
    {
      self->wants_pass = TRUE;
      return;
    }

  if (self->lists_read_us == 0 || now_us - self->lists_read_us > LISTS_EVERY_SECONDS * G_TIME_SPAN_SECOND || self->once != NULL)
    flags |= COR_PASS_LISTS;
  if ((flags & COR_PASS_LISTS) != 0)
    self->lists_read_us = now_us;
  self->next_flags = 0;
  self->wants_pass = self->wants_look = FALSE;
  self->is_passing = TRUE;
  cor_pass_run_async (self->link, flags, on_progress, self, self->cancellable, on_passed, g_object_ref (self));
}

/* Shown at once; the short pass that follows fills what a push leaves out or came too late for. */
static void
on_event (CorDesk      *desk,
          CorDeskEvent *event,
          gpointer      user_data)
{
  CorAccountSync *self = COR_ACCOUNT_SYNC (user_data);

  cor_push_intake_take (self->store, self->account->id, event);
  if (event->lists_changed)
    self->next_flags |= COR_PASS_LISTS | COR_PASS_RECONCILE;
  if (event->message != NULL || event->conversation != NULL || event->lists_changed)
    pass_soon (self, SETTLE_MS);
}

/* What was missed while it was down is not told again: a pass reads it. */
static void
on_push_state (CorDesk *desk,
               gboolean is_up,
               gpointer user_data)
{
  CorAccountSync *self = COR_ACCOUNT_SYNC (user_data);

  gboolean was_up = self->is_pushing;

  self->is_pushing = is_up;
  if (!is_up && was_up)
    look_soon (self);
  if (!is_up)
    return;
  if (self->retry != 0)
    cor_account_sync_try_now (self);
  else
    pass (self);
}

static void
on_outbox_failed (CorOutboxWorker *outbox,
                  const GError    *error,
                  gpointer         user_data)
{
  fail (COR_ACCOUNT_SYNC (user_data), error);
}

/* With run_once the pass follows the outbox, so that it reads what was just sent as well. */
static void
on_outbox_idle (CorOutboxWorker *outbox,
                gpointer         user_data)
{
  CorAccountSync *self = COR_ACCOUNT_SYNC (user_data);

  if (self->once != NULL)
    pass (self);
}

static void
attach (CorAccountSync *self,
        CorDeskLink    *link) /* owned */
{
  self->link = link;
  link->focus = self->focus;
  g_signal_connect_object (link->desk, "event", G_CALLBACK (on_event), self, 0);
  g_signal_connect_object (link->desk, "push-state", G_CALLBACK (on_push_state), self, 0);
  self->typing = cor_typing_teller_new (link->desk);
  self->outbox = cor_outbox_worker_new (link);
  g_signal_connect_object (self->outbox, "failed", G_CALLBACK (on_outbox_failed), self, 0);
  g_signal_connect_object (self->outbox, "idle", G_CALLBACK (on_outbox_idle), self, 0);
}

static void
detach (CorAccountSync *self)
{
  if (self->link == NULL)
    return;
  cor_outbox_worker_close (self->outbox);
  g_signal_handlers_disconnect_by_data (self->link->desk, self);
  g_signal_handlers_disconnect_by_data (self->outbox, self);
  cor_desk_stop_push (self->link->desk);
  g_clear_object (&self->outbox);
  g_clear_object (&self->typing);
  g_clear_pointer (&self->link, cor_desk_link_unref);
  self->is_pushing = FALSE;
}

static void
on_signed_in (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (CorAccountSync) self = user_data;
  g_autoptr (GError) error = NULL;
  CorDeskLink *link = cor_account_sign_in_finish (result, &error);

  self->is_signing_in = FALSE;
  if (link == NULL)
    {
      fail (self, error);
      return;
    }
  if (!self->is_started)
    {
      cor_desk_link_unref (link);
      return;
    }

  detach (self);
  attach (self, link);
  if (self->once == NULL)
    {
      /* listen first, then read: what happens meanwhile is in one of the two */
      cor_desk_start_push (link->desk);
      pass (self);
    }
  cor_outbox_worker_open (self->outbox);
}

/* From the beginning: the sign-in tells whether the service is there again. */
static void
begin (CorAccountSync *self)
{
  if (!self->is_started || self->is_signing_in)
    return;
  g_clear_handle_id (&self->retry, g_source_remove);
  self->is_signing_in = TRUE;
  if (self->status->sync != COR_SYNC_OFFLINE && self->status->sync != COR_SYNC_STOPPED)
    tell_well (self, COR_SYNC_CONNECTING);
  cor_account_sign_in_async (self->store, self->account, self->cancellable, on_signed_in, g_object_ref (self));
}

static void
cor_account_sync_dispose (GObject *object)
{
  CorAccountSync *self = COR_ACCOUNT_SYNC (object);

  cor_account_sync_stop (self);
  g_clear_pointer (&self->account, cor_account_data_unref);
  g_clear_pointer (&self->status, cor_account_data_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (cor_account_sync_parent_class)->dispose (object);
}

static void
cor_account_sync_class_init (CorAccountSyncClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cor_account_sync_dispose;
}

static void
cor_account_sync_init (CorAccountSync *self)
{
}

/**
 * cor_account_sync_new:
 * @account: as stored
 *
 * Returns: (transfer full): not started yet
 */
CorAccountSync *
cor_account_sync_new (CorStore       *store,
                      CorAccountData *account)
{
  CorAccountSync *self = g_object_new (COR_TYPE_ACCOUNT_SYNC, NULL);

  self->store = g_object_ref (store);
  self->account = cor_account_data_ref (account);
  self->status = cor_account_data_new ();
  self->status->id = account->id;
  return self;
}

gint64
cor_account_sync_get_id (CorAccountSync *self)
{
  return self->account->id;
}

void
cor_account_sync_start (CorAccountSync *self)
{
  if (self->is_started)
    return;
  self->is_started = TRUE;
  self->cancellable = g_cancellable_new ();
  begin (self);
}

/**
 * cor_account_sync_stop:
 *
 * Lets go of the service. What is being sent becomes uncertain for the next engine.
 */
void
cor_account_sync_stop (CorAccountSync *self)
{
  if (!self->is_started)
    return;
  self->is_started = FALSE;
  g_clear_handle_id (&self->retry, g_source_remove);
  g_clear_handle_id (&self->poll, g_source_remove);
  g_clear_handle_id (&self->settle, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  detach (self);
  if (self->once == NULL && self->status->sync != COR_SYNC_OFFLINE && self->status->sync != COR_SYNC_STOPPED)
    tell (self, COR_SYNC_OFF);
}

/**
 * cor_account_sync_wake:
 *
 * Something was queued, here or by another process.
 */
void
cor_account_sync_wake (CorAccountSync *self)
{
  if (!self->is_started)
    return;
  if (self->outbox != NULL)
    cor_outbox_worker_wake (self->outbox);
}

/**
 * cor_account_sync_try_now:
 *
 * Does not wait for the next try.
 */
void
cor_account_sync_try_now (CorAccountSync *self)
{
  if (!self->is_started)
    return;
  if (self->retry != 0 || self->link == NULL)
    begin (self);
  else
    pass (self);
}

static void
on_settings (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (CorAccountSync) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) settings = cor_store_load_settings_finish (COR_STORE (source), result, &error);

  if (settings == NULL)
    g_debug ("settings: %s", error->message);
  if (settings == NULL || self->link == NULL)
    return;
  cor_sync_settings_parse (&self->link->settings, settings);
  cor_outbox_worker_wake (self->outbox);
  if (self->retry == 0)
    pass (self); /* more history may be wanted, and the next poll is counted from here */
}

/**
 * cor_account_sync_reload_settings:
 *
 * What the agent set for the account holds from now on. Signing in reads it as well.
 */
void
cor_account_sync_reload_settings (CorAccountSync *self)
{
  if (self->link != NULL)
    cor_store_load_settings_async (self->store, self->account->id, NULL, on_settings, g_object_ref (self));
}

/**
 * cor_account_sync_set_focus:
 * @conversation: local id of the one on the screen, 0 none
 *
 * A pass on its way reads that one's messages next.
 */
void
cor_account_sync_set_focus (CorAccountSync *self,
                            gint64          conversation)
{
  self->focus = conversation;
  if (self->link != NULL)
    self->link->focus = conversation;
}

/**
 * cor_account_sync_set_writing:
 * @conversation_id: (nullable): remote id of where the agent types; %NULL: she does not
 * @writing: what she types
 *
 * Told to the service while there is a connection, and forgotten otherwise.
 */
void
cor_account_sync_set_writing (CorAccountSync *self,
                              const char     *conversation_id,
                              CorWriting      writing)
{
  if (self->typing == NULL || self->retry != 0)
    return;
  if (conversation_id == NULL || writing == COR_WRITING_NOTHING)
    cor_typing_teller_stop (self->typing);
  else
    cor_typing_teller_tell (self->typing, conversation_id, writing == COR_WRITING_NOTE);
}

void
cor_account_sync_run_once_async (CorAccountSync     *self,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  g_return_if_fail (!self->is_started);

  self->once = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (self->once, cor_account_sync_run_once_async);
  cor_account_sync_start (self);
}

/**
 * cor_account_sync_run_once_finish:
 * @error: COR_SERVICE_ERROR or COR_STORE_ERROR
 *
 * Returns: whether the pass is complete
 */
gboolean
cor_account_sync_run_once_finish (CorAccountSync *self,
                                  GAsyncResult   *result,
                                  GError        **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

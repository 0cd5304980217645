/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-conversation-pane-load"

#include "config.h"

#include "cor-conversation-pane-private.h"
#include "cor-message-text.h"
#include "cor-result.h"
#include "cor-timeline-lookup.h"

#include <glib/gi18n-lib.h>

#include "cor-store-accounts.h"
#include "cor-store-customers.h"
#include "cor-store-intents.h"

void
_cor_conversation_pane_show_empty (CorConversationPane *self,
                                   const char          *words)
{
  gtk_label_set_label (self->empty, words);
  gtk_stack_set_visible_child_name (self->stack, "none");
}

/* Until the new one is read, what is left of the one before must not be taken for it. */
void
_cor_conversation_pane_set_opening (CorConversationPane *self,
                                    gboolean             is_opening)
{
  if (is_opening)
    gtk_widget_add_css_class (GTK_WIDGET (self), "opening");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "opening");
  cor_timeline_view_set_opening (self->view, is_opening);
}

/* Puts away what the parts of the pane show of the one before. */
void
_cor_conversation_pane_open_parts (CorConversationPane *self)
{
  CorSyncEngine *engine = cor_session_get_engine (self->session);

  cor_guard_banner_set_text (self->banner, NULL);
  cor_timeline_open (self->timeline, 0, FALSE, 0);
  _cor_conversation_pane_set_opening (self, self->conversation != 0);
  cor_change_bar_set_conversation (self->change_bar, self->conversation);
  cor_typing_line_set_conversation (self->typing, self->conversation);
  cor_composer_open (self->composer, self->conversation);
  if (engine != NULL)
    cor_sync_engine_set_focus (engine, self->conversation);
}

static gboolean
is_watched (CorConversationPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) && gtk_window_is_active (GTK_WINDOW (root)) && gtk_widget_get_mapped (GTK_WIDGET (self));
}

static void
on_seen_queued (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!cor_store_queue_finish (COR_STORE (source), result, &error))
    g_debug ("seen: %s", error->message);
}

/* Only what somebody looks at is seen. */
void
_cor_conversation_pane_mark_seen (CorConversationPane *self)
{
  if (self->thread == NULL || self->thread->unread_count == 0 || !is_watched (self) ||
      self->seen_until >= self->thread->last_activity_at)
    return;
  self->seen_until = self->thread->last_activity_at;
  cor_store_queue_seen_async (cor_session_get_store (self->session), self->conversation, NULL, on_seen_queued, NULL);
}

static void
update_header (CorConversationPane *self)
{
  if (self->thread != NULL)
    cor_conversation_header_set_thread (self->header, self->thread, cor_session_get_now (self->session));
}

void
_cor_conversation_pane_update_strip (CorConversationPane *self)
{
  gboolean is_full = self->strip_room == COR_ROOM_NARROW && self->has_others;

  cor_label_strip_set_max_pills (self->strip, self->strip_room == COR_ROOM_WIDE ? 3 : is_full ? 0
                                                                                              : 1);
  gtk_widget_set_visible (GTK_WIDGET (self->strip), self->strip_room != COR_ROOM_NARROW || !cor_label_strip_is_empty (self->strip));
}

static void
on_desk_loaded (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (CorConversationPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CorDeskData) desk = cor_store_load_desk_finish (COR_STORE (source), result, &error);

  if (cor_result_is_cancelled (result))
    return;
  if (desk == NULL)
    {
      g_debug ("desk: %s", error->message);
      return;
    }
  cor_conversation_header_set_agents (self->header, desk->agents);
  cor_label_strip_set_choices (self->strip, desk->labels);
}

static void
load_desk (CorConversationPane *self)
{
  cor_store_load_desk_async (cor_session_get_store (self->session), self->account, self->acting, on_desk_loaded, g_object_ref (self));
}

static void
on_settings_loaded (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (CorConversationPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) settings = cor_store_load_settings_finish (COR_STORE (source), result, &error);
  const char *text;

  if (cor_result_is_cancelled (result) || settings == NULL || self->thread == NULL)
    return;
  text = g_hash_table_lookup (settings, self->thread->channel == COR_CHANNEL_EMAIL ? "undo-email" : "undo-messaging");
  cor_composer_set_undo_seconds (self->composer, text ? (guint) g_ascii_strtoull (text, NULL, 10) : cor_channel_get_undo_seconds (self->thread->channel));
}

static void
load_settings (CorConversationPane *self)
{
  cor_composer_set_undo_seconds (self->composer, cor_channel_get_undo_seconds (self->thread->channel));
  cor_store_load_settings_async (cor_session_get_store (self->session), self->thread->account, self->reading, on_settings_loaded, g_object_ref (self));
}

static void
on_customer_loaded (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (CorConversationPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CorCustomerData) customer = cor_store_load_customer_finish (COR_STORE (source), result, &error);

  if (cor_result_is_cancelled (result) || customer == NULL || self->thread == NULL)
    return;
  self->has_others = customer->conversations != NULL && customer->conversations->len > 1;
  cor_label_strip_set_has_other_channels (self->strip, self->has_others);
  _cor_conversation_pane_update_strip (self);
}

static void
load_customer (CorConversationPane *self)
{
  self->has_others = FALSE;
  cor_label_strip_set_has_other_channels (self->strip, FALSE);
  if (self->thread->customer != 0)
    cor_store_load_customer_async (cor_session_get_store (self->session), self->thread->customer, self->reading, on_customer_loaded, g_object_ref (self));
}

/* The first reading opens the timeline: only then is known how much of it is new. */
static void
take_thread (CorConversationPane *self,
             CorThreadData       *thread)
{
  gboolean is_first = self->thread == NULL;

  g_clear_pointer (&self->thread, cor_thread_data_unref);
  self->thread = cor_thread_data_ref (thread);
  g_object_notify (G_OBJECT (self), "assignee");
  cor_timeline_view_set_account (self->view, thread->account);
  update_header (self);
  cor_label_strip_set_thread (self->strip, thread);
  cor_composer_set_target (self->composer, thread->name, thread->channel);
  _cor_conversation_pane_update_strip (self);
  if (is_first)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "opening");
      cor_timeline_open (self->timeline, self->conversation, cor_label_strip_is_merged (self->strip), thread->unread_count);
      cor_timeline_view_go_to_end (self->view);
      load_settings (self);
      load_customer (self);
    }
  if (self->account != thread->account)
    {
      self->account = thread->account;
      load_desk (self);
    }
  gtk_stack_set_visible_child_name (self->stack, "conversation");
  _cor_conversation_pane_update_actions (self);
  _cor_conversation_pane_mark_seen (self);
}

static void
on_thread_loaded (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (CorConversationPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) threads = cor_store_load_threads_finish (COR_STORE (source), result, &error);

  if (cor_result_is_cancelled (result))
    return;
  if (threads == NULL)
    g_debug ("conversation %" G_GINT64_FORMAT ": %s", self->conversation, error->message);
  if (threads != NULL && threads->len > 0)
    take_thread (self, g_ptr_array_index (threads, 0));
  else if (self->thread == NULL)
    {
      _cor_conversation_pane_set_opening (self, FALSE);
      _cor_conversation_pane_show_empty (self, _ ("This conversation is no longer here."));
    }
}

void
_cor_conversation_pane_read_thread (CorConversationPane *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (self->conversation == 0)
    return;
  g_array_append_val (ids, self->conversation);
  cor_store_load_threads_async (cor_session_get_store (self->session), ids, self->reading, on_thread_loaded, g_object_ref (self));
}

static void
on_store_changed (CorConversationPane *self,
                  CorStoreChanges     *changes)
{
  if (cor_store_changes_has_thread (changes, self->conversation) || cor_store_changes_has_timeline (changes, self->conversation))
    _cor_conversation_pane_read_thread (self);
  if ((changes->reset || (changes->topics & COR_TOPIC_LISTS) != 0) && self->account != 0)
    load_desk (self);
  if ((changes->reset || (changes->topics & COR_TOPIC_SETTINGS) != 0) && self->thread != NULL)
    load_settings (self);
}

/* Two agents must not answer the same customer: says so while the second one is still writing. */
static void
update_guard (CorConversationPane *self)
{
  CorTimelineEntry *entry;
  g_autofree char  *clock = NULL;
  g_autofree char  *words = NULL;

  if (self->writing_since < 0)
    {
      cor_guard_banner_set_text (self->banner, NULL);
      return;
    }
  entry = cor_timeline_get_colleague_after (self->timeline, self->writing_since);
  if (entry == NULL)
    return;
  clock = cor_clock_text (entry->created_at, cor_session_get_time_zone (self->session));
  /* TRANSLATORS: the name of a colleague, and the time */
  words = g_strdup_printf (_ ("%s replied %s, while you were writing"), entry->sender_name ? entry->sender_name : _ ("A colleague"), clock);
  cor_guard_banner_set_text (self->banner, words);
}

static void
on_timeline_loaded (CorConversationPane *self)
{
  update_guard (self);
  _cor_conversation_pane_update_actions (self);
}

void
_cor_conversation_pane_on_composer_changed (CorConversationPane *self)
{
  gboolean is_writing;

  if (self->timeline == NULL)
    return;
  is_writing = cor_composer_has_text (self->composer) && !cor_composer_is_private (self->composer);
  if (is_writing && self->writing_since < 0)
    {
      CorTimelineEntry *newest = cor_timeline_get_newest (self->timeline);

      self->writing_since = newest ? newest->created_at : cor_session_get_now (self->session);
    }
  else if (!cor_composer_has_text (self->composer) && self->writing_since >= 0)
    {
      self->writing_since = -1;
      update_guard (self);
    }
  _cor_conversation_pane_update_actions (self);
}

/* The others see that she writes, and what kind of thing; with nothing written she does not. */
void
_cor_conversation_pane_on_typed (CorConversationPane *self)
{
  CorSyncEngine *engine = self->session != NULL ? cor_session_get_engine (self->session) : NULL;
  CorWriting     writing = cor_composer_is_private (self->composer) ? COR_WRITING_NOTE : COR_WRITING_REPLY;

  if (engine != NULL)
    cor_sync_engine_set_writing (engine, cor_composer_has_text (self->composer) ? writing : COR_WRITING_NOTHING);
}

/* Follows store, clock and timeline from now on. */
void
_cor_conversation_pane_follow (CorConversationPane *self)
{
  g_signal_connect_object (cor_session_get_store (self->session), "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "minute", G_CALLBACK (update_header), self, G_CONNECT_SWAPPED);
  cor_change_bar_set_session (self->change_bar, self->session);
  cor_typing_line_set_session (self->typing, self->session);
  g_signal_connect_object (self->timeline, "loaded", G_CALLBACK (on_timeline_loaded), self, G_CONNECT_SWAPPED);
}

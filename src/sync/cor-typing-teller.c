/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-typing-teller"

#include "config.h"

#include "cor-typing-teller.h"

#include "cor-str.h"

/* Without a key for so long the agent does not type any more. */
#define REST_MS 5000

/* The others forget it after 30 s (chatwoot.md §13): told again before that. */
#define AGAIN_US (20 * G_TIME_SPAN_SECOND)

struct _CorTypingTeller
{
  GObject parent_instance;

  CorDesk *desk;            /* owned */
  char    *conversation_id; /* owned: remote id of where it was told, NULL nowhere */
  gboolean is_private;
  gint64   told_us;
  guint    rest; /* source */
};

G_DEFINE_FINAL_TYPE (CorTypingTeller, cor_typing_teller, G_TYPE_OBJECT)

static void
on_told (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!cor_desk_change_finish (COR_DESK (source), result, &error))
    g_debug ("typing: %s", error->message);
}

static void
send (CorTypingTeller *self,
      gboolean         is_on)
{
  CorDeskChange change = { .kind = COR_DESK_CHANGE_TYPING, .typing_on = is_on, .typing_private = self->is_private };

  self->told_us = g_get_monotonic_time ();
  cor_desk_change_async (self->desk, self->conversation_id, &change, NULL, on_told, NULL);
}

static gboolean
on_rested (gpointer user_data)
{
  CorTypingTeller *self = COR_TYPING_TELLER (user_data);

  self->rest = 0;
  cor_typing_teller_stop (self);
  return G_SOURCE_REMOVE;
}

static void
cor_typing_teller_dispose (GObject *object)
{
  CorTypingTeller *self = COR_TYPING_TELLER (object);

  g_clear_handle_id (&self->rest, g_source_remove);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (cor_typing_teller_parent_class)->dispose (object);
}

static void
cor_typing_teller_finalize (GObject *object)
{
  g_free (COR_TYPING_TELLER (object)->conversation_id);

  G_OBJECT_CLASS (cor_typing_teller_parent_class)->finalize (object);
}

static void
cor_typing_teller_class_init (CorTypingTellerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cor_typing_teller_dispose;
  object_class->finalize = cor_typing_teller_finalize;
}

static void
cor_typing_teller_init (CorTypingTeller *self)
{
}

/**
 * cor_typing_teller_new:
 *
 * Returns: (transfer full): a teller that has told nothing
 */
CorTypingTeller *
cor_typing_teller_new (CorDesk *desk)
{
  CorTypingTeller *self = g_object_new (COR_TYPE_TYPING_TELLER, NULL);

  self->desk = g_object_ref (desk);
  return self;
}

/**
 * cor_typing_teller_tell:
 * @conversation_id: remote id
 * @is_private: a note for colleagues
 *
 * The agent types there: to be called for every key, or every few seconds while there are some.
 */
void
cor_typing_teller_tell (CorTypingTeller *self,
                        const char      *conversation_id,
                        gboolean         is_private)
{
  gboolean is_other = g_strcmp0 (self->conversation_id, conversation_id) != 0 || self->is_private != is_private;

  if (is_other)
    cor_typing_teller_stop (self);
  cor_set_str (&self->conversation_id, conversation_id);
  self->is_private = is_private;
  if (is_other || g_get_monotonic_time () - self->told_us > AGAIN_US)
    send (self, TRUE);
  g_clear_handle_id (&self->rest, g_source_remove);
  self->rest = g_timeout_add (REST_MS, on_rested, self);
}

/**
 * cor_typing_teller_stop:
 *
 * The agent has sent it, or does not type any more.
 */
void
cor_typing_teller_stop (CorTypingTeller *self)
{
  g_clear_handle_id (&self->rest, g_source_remove);
  if (self->conversation_id == NULL)
    return;
  send (self, FALSE);
  g_clear_pointer (&self->conversation_id, g_free);
}

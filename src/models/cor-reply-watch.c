/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-reply-watch"

#include "config.h"

#include "cor-reply-watch.h"
#include "cor-result.h"
#include "cor-str.h"

/*
 * CorReplyWatch: the reply check of what is being written. One check is under way at a time, away from the main
 * thread; what is typed meanwhile is checked after it, the latest text only. It is checked again when something
 * comes to its conversation. Main thread only.
 *
 * "changed": the findings are those of the text as it is now; or the check failed, and there are none.
 */
struct _CorReplyWatch
{
  GObject parent_instance;

  CorStore     *store;     /* owned */
  GCancellable *checking;  /* owned, or NULL: nothing is under way */
  GPtrArray    *findings;  /* owned: CorReplyFinding of checked */
  char         *text;      /* never NULL */
  char         *checked;   /* the text that the findings are of, or NULL */
  char         *confirmed; /* the agent saw the findings and said: send it as it is; or NULL */
  gint64        conversation;
  gboolean      is_private;
  gboolean      is_stale;   /* the text, or what is known, changed since the check began */
  gboolean      has_failed; /* the last check */
};

G_DEFINE_FINAL_TYPE (CorReplyWatch, cor_reply_watch, G_TYPE_OBJECT)

static guint changed_signal;

static void check (CorReplyWatch *self);

static gboolean
has_finding (const GPtrArray       *findings,
             const CorReplyFinding *wanted)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const CorReplyFinding *finding = findings->pdata[i];

      /* the names of rules are interned */
      if (finding->rule == wanted->rule && finding->start == wanted->start && finding->end == wanted->end && g_str_equal (finding->sentence, wanted->sentence))
        return TRUE;
    }
  return FALSE;
}

/* What goes away was confirmed all the same. */
static gboolean
has_news (const GPtrArray *before,
          const GPtrArray *now)
{
  for (guint i = 0; i < now->len; i++)
    if (!has_finding (before, now->pdata[i]))
      return TRUE;
  return FALSE;
}

static void
take (CorReplyWatch *self,
      GPtrArray     *findings) /* owned */
{
  if (has_news (self->findings, findings))
    g_clear_pointer (&self->confirmed, g_free);
  g_ptr_array_unref (self->findings);
  self->findings = findings;
  cor_set_str (&self->checked, self->text);
  self->has_failed = FALSE;
  g_signal_emit (self, changed_signal, 0);
}

/* What was found before is of another text, or of other circumstances. */
static void
take_failure (CorReplyWatch *self)
{
  g_ptr_array_unref (self->findings);
  self->findings = g_ptr_array_new ();
  g_clear_pointer (&self->checked, g_free);
  self->has_failed = TRUE;
  g_signal_emit (self, changed_signal, 0);
}

static void
on_checked (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (CorReplyWatch) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = cor_store_check_reply_finish (COR_STORE (source), result, &error);

  if (cor_result_is_cancelled (result))
    return;
  g_clear_object (&self->checking);
  if (self->is_stale)
    check (self);
  else if (findings != NULL)
    take (self, g_steal_pointer (&findings));
  else
    {
      g_debug ("reply check: %s", error->message);
      take_failure (self);
    }
}

static void
check (CorReplyWatch *self)
{
  self->has_failed = FALSE;
  self->is_stale = self->checking != NULL;
  if (self->is_stale)
    return;
  self->checking = g_cancellable_new ();
  cor_store_check_reply_async (self->store, self->conversation, self->is_private, self->text, g_get_real_time () / G_USEC_PER_SEC, self->checking, on_checked, g_object_ref (self));
}

static gboolean
is_of_interest (CorReplyWatch         *self,
                const CorStoreChanges *changes)
{
  return (changes->topics & COR_TOPIC_PAYMENTS) != 0 || cor_store_changes_has_thread (changes, self->conversation) ||
         cor_store_changes_has_timeline (changes, self->conversation);
}

static void
on_store_changed (CorReplyWatch   *self,
                  CorStoreChanges *changes)
{
  if (self->text[0] != '\0' && is_of_interest (self, changes))
    check (self);
}

static void
cor_reply_watch_dispose (GObject *object)
{
  CorReplyWatch *self = COR_REPLY_WATCH (object);

  g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (cor_reply_watch_parent_class)->dispose (object);
}

static void
cor_reply_watch_finalize (GObject *object)
{
  CorReplyWatch *self = COR_REPLY_WATCH (object);

  g_ptr_array_unref (self->findings);
  g_free (self->text);
  g_free (self->checked);
  g_free (self->confirmed);

  G_OBJECT_CLASS (cor_reply_watch_parent_class)->finalize (object);
}

static void
cor_reply_watch_class_init (CorReplyWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cor_reply_watch_dispose;
  object_class->finalize = cor_reply_watch_finalize;

  changed_signal = g_signal_new ("changed", COR_TYPE_REPLY_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cor_reply_watch_init (CorReplyWatch *self)
{
  self->findings = g_ptr_array_new ();
  self->text = g_strdup ("");
}

/**
 * cor_reply_watch_new:
 *
 * Returns: (transfer full): of an empty text
 */
CorReplyWatch *
cor_reply_watch_new (CorStore *store)
{
  CorReplyWatch *self = g_object_new (COR_TYPE_REPLY_WATCH, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  return self;
}

static void
set_empty (CorReplyWatch *self)
{
  g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
  self->is_stale = FALSE;
  take (self, g_ptr_array_new ());
}

/**
 * cor_reply_watch_set_text:
 * @conversation: local id; 0: none
 * @is_private: a note for colleagues
 * @text: what is written now
 *
 * Begins a check, or has the one under way followed by another. Of nothing nothing is found, at once.
 */
void
cor_reply_watch_set_text (CorReplyWatch *self,
                          gint64         conversation,
                          gboolean       is_private,
                          const char    *text)
{
  gboolean is_other;

  g_return_if_fail (COR_IS_REPLY_WATCH (self) && text != NULL);

  is_other = self->conversation != conversation || self->is_private != is_private;
  if (!is_other && g_str_equal (self->text, text))
    return;
  if (is_other)
    {
      g_clear_pointer (&self->checked, g_free);
      g_clear_pointer (&self->confirmed, g_free);
    }
  self->conversation = conversation;
  self->is_private = is_private;
  cor_set_str (&self->text, text);
  if (conversation == 0 || text[0] == '\0')
    set_empty (self);
  else
    check (self);
}

/**
 * cor_reply_watch_get_text:
 *
 * Returns: (transfer none): what is written now
 */
const char *
cor_reply_watch_get_text (CorReplyWatch *self)
{
  g_return_val_if_fail (COR_IS_REPLY_WATCH (self), "");

  return self->text;
}

/**
 * cor_reply_watch_get_findings:
 *
 * Returns: (transfer none) (element-type CorReplyFinding): of the text that was checked last: not of
 *   cor_reply_watch_get_text() while cor_reply_watch_get_permission() is %COR_REPLY_NOT_CHECKED_YET
 */
GPtrArray *
cor_reply_watch_get_findings (CorReplyWatch *self)
{
  g_return_val_if_fail (COR_IS_REPLY_WATCH (self), NULL);

  return self->findings;
}

/**
 * cor_reply_watch_get_permission:
 *
 * Returns: whether the text may go as it is now
 */
CorReplyPermission
cor_reply_watch_get_permission (CorReplyWatch *self)
{
  g_return_val_if_fail (COR_IS_REPLY_WATCH (self), COR_REPLY_NOT_CHECKED_YET);

  if (self->has_failed)
    return COR_REPLY_IS_UNCHECKED;
  if (g_strcmp0 (self->checked, self->text) != 0)
    return COR_REPLY_NOT_CHECKED_YET;
  if (cor_reply_check_stops (self->findings))
    return COR_REPLY_IS_STOPPED;
  if (self->findings->len > 0 && g_strcmp0 (self->confirmed, self->text) != 0)
    return COR_REPLY_IS_ASKED;
  return COR_REPLY_MAY_GO;
}

/**
 * cor_reply_watch_confirm:
 *
 * The agent has read what is asked and sends this very text all the same.
 */
void
cor_reply_watch_confirm (CorReplyWatch *self)
{
  g_return_if_fail (COR_IS_REPLY_WATCH (self));

  cor_set_str (&self->confirmed, self->text);
}

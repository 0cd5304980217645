/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-ctl-commands.h"

#include "cor-ctl-ask.h"
#include "cor-ctl-await.h"
#include "cor-ctl-error.h"
#include "cor-ctl-intent-text.h"
#include "cor-ctl-json.h"
#include "cor-ctl-output.h"
#include "cor-ctl-thread.h"
#include "cor-store-timeline.h"

#include <glib/gi18n-lib.h>

/* The store asks for one more, as a 32-bit number. */
#define NO_LIMIT (G_MAXINT32 - 1)

static const char *const kind_names[] = {
  [COR_MESSAGE_INCOMING] = "incoming",
  [COR_MESSAGE_OUTGOING] = "outgoing",
  [COR_MESSAGE_ACTIVITY] = "activity",
  [COR_MESSAGE_TEMPLATE] = "template",
};

static const char *const sender_names[] = {
  [COR_SENDER_NONE] = NULL,
  [COR_SENDER_CUSTOMER] = "customer",
  [COR_SENDER_AGENT] = "agent",
  [COR_SENDER_BOT] = "bot",
};

static const char *const delivery_names[] = {
  [COR_DELIVERY_NONE] = NULL,
  [COR_DELIVERY_SENT] = "sent",
  [COR_DELIVERY_DELIVERED] = "delivered",
  [COR_DELIVERY_READ] = "read",
  [COR_DELIVERY_FAILED] = "failed",
};

static void
add_attachments (JsonBuilder *builder,
                 GPtrArray   *files)
{
  json_builder_set_member_name (builder, "attachments");
  json_builder_begin_array (builder);
  for (guint i = 0; files != NULL && i < files->len; i++)
    {
      const CorAttachmentRecord *file = files->pdata[i];

      json_builder_begin_object (builder);
      cor_ctl_json_text (builder, "remote_id", file->remote_id);
      cor_ctl_json_text (builder, "name", file->file_name);
      cor_ctl_json_text (builder, "kind", file->kind);
      cor_ctl_json_text (builder, "content_type", file->content_type);
      cor_ctl_json_int (builder, "size", file->size);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_entry (JsonBuilder            *builder,
           const CorTimelineEntry *entry)
{
  json_builder_begin_object (builder);
  cor_ctl_json_int (builder, "id", entry->id);
  cor_ctl_json_text (builder, "remote_id", entry->remote_id);
  cor_ctl_json_text (builder, "kind", kind_names[entry->kind]);
  cor_ctl_json_bool (builder, "private", entry->is_private);
  cor_ctl_json_bool (builder, "mine", entry->is_mine);
  cor_ctl_json_text (builder, "sender", sender_names[entry->sender_kind]);
  cor_ctl_json_text (builder, "sender_name", entry->sender_name);
  cor_ctl_json_text (builder, "subject", entry->subject);
  cor_ctl_json_text (builder, "content", entry->content);
  cor_ctl_json_time (builder, "created_at", entry->created_at);
  cor_ctl_json_text (builder, "delivery", delivery_names[entry->delivery]);
  cor_ctl_json_text (builder, "error", entry->error);
  cor_ctl_json_bool (builder, "deleted", entry->is_deleted);
  cor_ctl_json_bool (builder, "duplicate", entry->is_duplicate);
  add_attachments (builder, entry->attachments);
  cor_ctl_json_text (builder, "uuid", entry->uuid);
  if (entry->intent != 0)
    {
      cor_ctl_json_int (builder, "intent", entry->intent);
      cor_ctl_json_text (builder, "state", cor_intent_state_to_string (entry->state));
      cor_ctl_json_text (builder, "hold", entry->hold != COR_HOLD_NONE ? cor_hold_reason_to_string (entry->hold) : NULL);
      cor_ctl_json_text (builder, "detail", entry->detail);
    }
  json_builder_end_object (builder);
}

static void
print_json (const CorThreadData   *thread,
            const CorTimelinePage *page)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "conversation");
  cor_ctl_thread_add_json (builder, thread);
  json_builder_set_member_name (builder, "messages");
  json_builder_begin_array (builder);
  for (guint i = 0; i < page->entries->len; i++)
    add_entry (builder, page->entries->pdata[i]);
  json_builder_end_array (builder);
  cor_ctl_json_bool (builder, "has_older", page->has_older);
  cor_ctl_json_bool (builder, "has_remote", page->has_remote);
  json_builder_end_object (builder);
  cor_ctl_json_print (builder);
}

static char *
dup_heading (const CorTimelineEntry *entry)
{
  g_autofree char *when = cor_ctl_dup_when_full (entry->created_at);
  g_autofree char *state = entry->intent != 0 ? cor_ctl_intent_dup_sentence (entry->state, entry->hold, entry->detail) : NULL;
  const char      *who = entry->is_mine ? _ ("You") : entry->sender_name != NULL ? entry->sender_name
                                                                                 : "";
  g_autoptr (GString) heading = g_string_new (when);

  if (*who != '\0')
    g_string_append_printf (heading, " · %s", who);
  if (entry->is_private)
    g_string_append_printf (heading, " · %s", _ ("private note"));
  if (state != NULL)
    g_string_append_printf (heading, " · %s", state);
  if (entry->delivery == COR_DELIVERY_FAILED)
    g_string_append_printf (heading, " · %s", entry->error != NULL ? entry->error : _ ("not delivered"));
  return cor_ctl_clean_line (heading->str);
}

static void
print_entry (const CorTimelineEntry *entry)
{
  g_autofree char *heading = dup_heading (entry);
  g_autofree char *text = cor_ctl_clean_text (entry->is_deleted ? _ ("(deleted)") : entry->content, "  ");

  if (entry->kind == COR_MESSAGE_ACTIVITY)
    {
      cor_ctl_print ("%s · %s\n\n", heading, text);
      return;
    }
  cor_ctl_print_strong (heading);
  if (*text != '\0')
    cor_ctl_print ("  %s\n", text);
  for (guint i = 0; entry->attachments != NULL && i < entry->attachments->len; i++)
    {
      const CorAttachmentRecord *file = entry->attachments->pdata[i];
      g_autofree char           *name = cor_ctl_clean_line (file->file_name);

      cor_ctl_print ("  [%s]\n", name);
    }
  cor_ctl_print ("\n");
}

static void
print_text (CorCtl                *ctl,
            const CorThreadData   *thread,
            const CorTimelinePage *page)
{
  g_autofree char *raw = g_strdup_printf ("%s · %s · %s", thread->display_id, thread->name, cor_ctl_channel_get_name (thread->channel));
  g_autofree char *title = cor_ctl_clean_line (raw);
  g_autofree char *subject = cor_ctl_clean_line (thread->subject);

  cor_ctl_print_strong (title);
  if (*subject != '\0')
    cor_ctl_print ("%s\n", subject);
  cor_ctl_print ("\n");
  for (guint i = 0; i < page->entries->len; i++)
    print_entry (page->entries->pdata[i]);
  if (page->has_remote)
    cor_ctl_say (ctl, "%s", _ ("Older messages are on the server only; “corridorctl sync --history all” fetches them."));
}

gboolean
cor_ctl_show (CorCtl  *ctl,
              GError **error)
{
  int                limit = -1;
  const GOptionEntry entries[] = {
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_ ("Only so many of the newest messages"), N_ ("N") },
    { NULL, 0, 0, 0, NULL, NULL, NULL }
  };
  g_autoptr (CorThreadData) thread = NULL;
  g_auto (CorCtlAwait) await = { NULL };
  CorTimelinePage *page;

  if (!cor_ctl_parse (ctl, entries, 1, 1, error))
    return FALSE;
  if (limit < -1)
    {
      g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("--limit takes a number of messages"));
      return FALSE;
    }
  thread = cor_ctl_ask_thread (ctl, ctl->arguments[0], error);
  if (thread == NULL)
    return FALSE;
  cor_store_load_timeline_async (ctl->store, thread->id, FALSE, limit >= 0 ? MIN ((guint) limit, NO_LIMIT) : NO_LIMIT, NULL, cor_ctl_on_result,
                                 &await);
  page = cor_store_load_timeline_finish (ctl->store, cor_ctl_await (&await), error);
  if (page == NULL)
    return FALSE;

  if (ctl->is_json)
    print_json (thread, page);
  else
    print_text (ctl, thread, page);
  cor_timeline_page_free (page);
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-message-text"

#include "config.h"

#include "cor-message-text.h"
#include "cor-channel-text.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "cor-markdown.h"

#define MAX_SPOKEN 400

/**
 * cor_clock_text:
 * @at: seconds since the epoch
 * @time_zone: the agent's
 *
 * Returns: (transfer full): for example "10:31"
 */
char *
cor_clock_text (gint64     at,
                GTimeZone *time_zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at);
  g_autoptr (GDateTime) here = utc ? g_date_time_to_timezone (utc, time_zone) : NULL;

  /* TRANSLATORS: the time of a message, g_date_time_format() */
  return here ? g_date_time_format (here, _ ("%H:%M")) : g_strdup ("");
}

static const char *
get_sender (const CorTimelineEntry *entry)
{
  if (entry->is_mine)
    return C_ ("sender", "you");
  if (entry->sender_name != NULL && entry->sender_name[0] != '\0')
    return entry->sender_name;
  return entry->sender_kind == COR_SENDER_BOT || entry->kind == COR_MESSAGE_TEMPLATE ? C_ ("sender", "the desk") : "";
}

/* What a reply was made of, by the names that this has here now. */
static void
add_sources (GStrvBuilder           *builder,
             const CorTimelineEntry *entry)
{
  for (guint i = 0; entry->sources != NULL && i < entry->sources->len; i++)
    {
      const CorReplySource *source = g_ptr_array_index (entry->sources, i);
      g_autofree char      *words = NULL;

      if (source->title == NULL)
        continue;
      if (g_str_equal (source->kind, COR_SOURCE_TEMPLATE))
        /* TRANSLATORS: below a reply: the title of the template it was made from */
        words = g_strdup_printf (_ ("Template “%s”"), source->title);
      else if (g_str_equal (source->kind, COR_SOURCE_ARTICLE))
        /* TRANSLATORS: below a reply: the title of the article it quotes, which may say something else by now */
        words = g_strdup_printf (source->is_changed ? _ ("Article “%s”, changed since") : _ ("Article “%s”"), source->title);
      if (words != NULL)
        g_strv_builder_add (builder, words);
    }
}

/**
 * cor_message_text_dup_foot:
 * @entry: a message that is no note
 * @open_conversation: local id of the conversation on screen
 * @time_zone: the agent's
 *
 * Returns: (transfer full): what stands below the bubble, for example "WeChat · 10:19",
 *   "Template “Where is it” · 10:21"
 */
char *
cor_message_text_dup_foot (const CorTimelineEntry *entry,
                           gint64                  open_conversation,
                           GTimeZone              *time_zone)
{
  g_autofree char *clock = cor_clock_text (entry->created_at, time_zone);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  if (entry->kind == COR_MESSAGE_INCOMING)
    g_strv_builder_add (builder, cor_channel_get_title (entry->channel));
  else
    {
      add_sources (builder, entry);
      if (!entry->is_mine && get_sender (entry)[0] != '\0')
        g_strv_builder_add (builder, get_sender (entry));
      if (entry->conversation != open_conversation)
        g_strv_builder_add (builder, cor_channel_get_title (entry->channel));
    }
  g_strv_builder_add (builder, clock);
  parts = g_strv_builder_end (builder);
  return g_strjoinv (" · ", parts);
}

/**
 * cor_message_text_dup_note_head:
 * @entry: a private note
 * @time_zone: the agent's
 *
 * Returns: (transfer full): for example "Private note · you, 10:23"
 */
char *
cor_message_text_dup_note_head (const CorTimelineEntry *entry,
                                GTimeZone              *time_zone)
{
  g_autofree char *clock = cor_clock_text (entry->created_at, time_zone);

  /* TRANSLATORS: who wrote the note, and when */
  return g_strdup_printf (_ ("Private note · %s, %s"), get_sender (entry), clock);
}

/**
 * cor_message_text_get_delivery:
 *
 * Returns: (transfer none): how far it came, in a word; "" when that is not known
 */
const char *
cor_message_text_get_delivery (CorDelivery delivery)
{
  switch (delivery)
    {
    case COR_DELIVERY_SENT:
      return C_ ("delivery", "Sent");
    case COR_DELIVERY_DELIVERED:
      return C_ ("delivery", "Delivered");
    case COR_DELIVERY_READ:
      return C_ ("delivery", "Read");
    case COR_DELIVERY_FAILED:
      return C_ ("delivery", "Not delivered");
    case COR_DELIVERY_NONE:
    default:
      return "";
    }
}

/* The words, and the files by their names. */
static void
add_what (GStrvBuilder           *builder,
          const CorTimelineEntry *entry,
          const char             *text)
{
  if (text[0] != '\0' || entry->attachments == NULL)
    g_strv_builder_add (builder, text);
  for (guint i = 0; entry->attachments != NULL && i < entry->attachments->len; i++)
    {
      const CorAttachmentRecord *file = entry->attachments->pdata[i];

      if (file->file_name != NULL)
        g_strv_builder_add (builder, file->file_name);
    }
}

/**
 * cor_message_text_dup_spoken:
 * @entry: any message
 * @time_zone: the agent's
 *
 * Returns: (transfer full): the row's name for a screen reader: who, where, when, how far, what
 */
char *
cor_message_text_dup_spoken (const CorTimelineEntry *entry,
                             GTimeZone              *time_zone)
{
  g_autofree char *plain = cor_markdown_to_plain (entry->content);
  g_autofree char *text = cor_snippet (plain, MAX_SPOKEN);
  g_autofree char *clock = cor_clock_text (entry->created_at, time_zone);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  const char *delivery = cor_message_text_get_delivery (entry->delivery);

  if (entry->kind == COR_MESSAGE_ACTIVITY)
    return g_steal_pointer (&text);
  if (entry->is_private)
    g_strv_builder_add (builder, _ ("Private note"));
  if (get_sender (entry)[0] != '\0')
    g_strv_builder_add (builder, get_sender (entry));
  if (!entry->is_private)
    g_strv_builder_add (builder, cor_channel_get_title (entry->channel));
  g_strv_builder_add (builder, clock);
  if (delivery[0] != '\0' && entry->kind != COR_MESSAGE_INCOMING)
    g_strv_builder_add (builder, delivery);
  if (entry->is_deleted)
    g_strv_builder_add (builder, _ ("This message was deleted"));
  else
    add_what (builder, entry, text);
  parts = g_strv_builder_end (builder);
  return g_strjoinv (", ", parts);
}

/**
 * cor_message_text_dup_line:
 * @name: (nullable): who wrote a message
 * @content: (nullable): what it says
 *
 * Returns: (transfer full) (nullable): the message in one line, as it stands above what answers it
 */
char *
cor_message_text_dup_line (const char *name,
                           const char *content)
{
  g_autofree char *plain = cor_markdown_to_plain (content);
  g_autofree char *line = cor_snippet (plain, MAX_SPOKEN);

  if (line[0] == '\0')
    return NULL;
  /* TRANSLATORS: who wrote a message, and how it begins */
  return name != NULL && name[0] != '\0' ? g_strdup_printf (_ ("%s: %s"), name, line) : g_steal_pointer (&line);
}

/* The type as people call it: "PDF", "PNG"; from the name's ending, which is never more than shown. */
static char *
dup_type (const CorAttachmentRecord *file)
{
  const char      *dot = file->file_name ? strrchr (file->file_name, '.') : NULL;
  g_autofree char *description = NULL;

  if (dot != NULL && dot[1] != '\0' && strlen (dot + 1) <= 5)
    return g_utf8_strup (dot + 1, -1);
  if (file->content_type != NULL && file->content_type[0] != '\0')
    description = g_content_type_get_description (file->content_type);
  return description ? g_steal_pointer (&description) : g_strdup (_ ("File"));
}

/**
 * cor_message_text_dup_file:
 * @file: an attachment
 *
 * Returns: (transfer full): its type and size, for example "PDF, 182 kB"
 */
char *
cor_message_text_dup_file (const CorAttachmentRecord *file)
{
  g_autofree char *type = dup_type (file);
  g_autofree char *size = NULL;

  if (file->size <= 0)
    return g_steal_pointer (&type);
  size = g_format_size ((guint64) file->size);
  /* TRANSLATORS: type and size of a file, such as "PDF, 182 kB" */
  return g_strdup_printf (_ ("%s, %s"), type, size);
}

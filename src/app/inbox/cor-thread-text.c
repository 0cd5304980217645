/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-thread-text"

#include "config.h"

#include "cor-thread-text.h"

#include <glib/gi18n-lib.h>

#include "cor-channel-text.h"
#include "cor-reader-locales.h"
#include "cor-sla-chip.h"
#include "cor-thread.h"

/**
 * cor_thread_data_dup_snippet:
 *
 * Returns: (transfer full): the second line of a row
 */
char *
cor_thread_data_dup_snippet (const CorThreadData *data)
{
  const char *text = data->meaning != NULL ? data->meaning : data->snippet;

  if (text == NULL)
    text = "";
  /* a list that is searched shows what was found */
  if (data->found != NULL)
    return g_strdup (data->found->text);
  if (data->has_draft)
    return g_strdup_printf (C_ ("conversation list", "Draft: %s"), text);
  if (data->snippet_is_note)
    return g_strdup_printf (C_ ("conversation list", "Note: %s"), text);
  if (data->snippet_is_ours)
    return g_strdup_printf (C_ ("conversation list", "You: %s"), text);
  return g_strdup (text);
}

/**
 * cor_thread_data_is_translated:
 *
 * Returns: whether the second line says what was written in another language
 */
gboolean
cor_thread_data_is_translated (const CorThreadData *data)
{
  return data->meaning != NULL && data->found == NULL;
}

/* Of which watched payment something is new; NULL: of none. */
static char *
dup_news (const CorThreadData *data)
{
  /* TRANSLATORS: of a payment that the agent watches; %s is its number */
  return data->news != NULL ? g_strdup_printf (C_ ("conversation list", "News of payment %s, which you watch"), data->news) : NULL;
}

/**
 * cor_thread_data_dup_tooltip:
 *
 * Returns: (transfer full) (nullable): what the row has no room for: the words as they were written where it shows a
 *   translation, and what is new of a payment
 */
char *
cor_thread_data_dup_tooltip (const CorThreadData *data)
{
  g_autofree char *news = dup_news (data);

  if (!cor_thread_data_is_translated (data))
    return g_steal_pointer (&news);
  return news != NULL ? g_strconcat (data->snippet, "\n", news, NULL) : g_strdup (data->snippet);
}

/**
 * cor_thread_data_get_outbox_word:
 *
 * Returns: (transfer none) (nullable): what became of replies that are not sent
 */
const char *
cor_thread_data_get_outbox_word (const CorThreadData *data)
{
  if (data->n_needing > 0)
    return C_ ("conversation list", "Not sent");
  return data->n_waiting > 0 ? C_ ("conversation list", "Queued") : NULL;
}

/**
 * cor_thread_data_get_payment_word:
 *
 * Returns: (transfer none) (nullable): how the payment stands that it is about
 */
const char *
cor_thread_data_get_payment_word (const CorThreadData *data)
{
  g_auto (GStrv) locales = data->payment != NULL ? cor_reader_locales_new (NULL) : NULL;

  return data->payment != NULL ? cor_standing_get_label (data->payment, locales[0]) : NULL;
}

static void
add_part (GString *out, const char *part)
{
  if (part == NULL || part[0] == '\0')
    return;
  if (out->len > 0)
    g_string_append (out, ", ");
  g_string_append (out, part);
}

/**
 * cor_thread_data_dup_spoken:
 * @now: the present, seconds since the epoch
 * @time: the time as the row shows it
 *
 * Everything that the row shows by place, shape or colour, in words.
 *
 * Returns: (transfer full): the accessible name of the row
 */
char *
cor_thread_data_dup_spoken (const CorThreadData *data, gint64 now, const char *time)
{
  g_autoptr (GString) out = g_string_new (data->name);
  g_autofree char *due = cor_sla_chip_dup_words (cor_thread_data_get_sla_state (data, now), data->due_at, now);
  g_autofree char *snippet = cor_thread_data_dup_snippet (data);
  g_autofree char *news = dup_news (data);

  if (data->tier != NULL)
    add_part (out, _ ("VIP"));
  add_part (out, cor_channel_get_title (data->channel));
  if (data->unread_count > 0)
    add_part (out, C_ ("conversation list", "unread"));
  add_part (out, due);
  add_part (out, news);
  add_part (out, cor_thread_data_get_outbox_word (data));
  add_part (out, cor_thread_data_get_payment_word (data));
  for (guint i = 0; data->labels != NULL && data->labels[i] != NULL; i++)
    add_part (out, data->labels[i]);
  if (cor_thread_data_is_translated (data))
    /* TRANSLATORS: heard before the words of a message that stand there in the agent's language */
    add_part (out, C_ ("conversation list", "translated"));
  add_part (out, snippet);
  add_part (out, time);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-reply-channel"

#include "config.h"

#include "cor-language.h"
#include "cor-locale.h"
#include "cor-reply-private.h"
#include "cor-script.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Letters below which a language is a guess. */
#define LEAST_LETTERS 20
#define LEAST_CHARACTERS 6

/* The same text with a word less is still the note. */
#define LEAST_NOTE 12

static guint
count_letters (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    n += g_unichar_isalpha (g_utf8_get_char (p)) ? 1 : 0;
  return n;
}

static gboolean
is_long_enough (const char *text,
                const char *language)
{
  gboolean is_dense = strcmp (language, "zh") == 0 || strcmp (language, "ja") == 0 || strcmp (language, "ko") == 0;

  return count_letters (text) >= (is_dense ? LEAST_CHARACTERS : LEAST_LETTERS);
}

/* Letters of a link are of no language. */
static char *
dup_without_addresses (const char *text)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_auto (GStrv) tokens = g_strsplit_set (text, " \t\n", -1);

  for (guint i = 0; tokens[i] != NULL; i++)
    if (strstr (tokens[i], "://") == NULL && strchr (tokens[i], '@') == NULL && !g_str_has_prefix (tokens[i], "www."))
      g_string_append_printf (words, "%s ", tokens[i]);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* One line has few of the commonest words: whoever knows more of them has to be of the same opinion. */
static gboolean
is_confirmed (const char *text,
              const char *language)
{
  const char *tag = cor_language_detect_tag (text);

  return tag != NULL && cor_language_matches (tag, language);
}

static void
check_language (CorReplyWork *work)
{
  const char      *wanted = work->context->language;
  g_autofree char *words = wanted != NULL ? dup_without_addresses (work->text) : NULL;
  const char      *found = words != NULL ? cor_language_detect (words, -1, wanted) : NULL;
  const char      *script = NULL;

  if (found == NULL || !is_long_enough (words, found))
    return;
  if (!cor_language_matches (wanted, found) && is_confirmed (words, found))
    {
      cor_reply_work_add (work, "language", 0, 0, g_strdup (_ ("This is not in the customer’s language.")), NULL);
      return;
    }
  script = strcmp (found, "zh") == 0 ? cor_text_language_tag (words) : NULL;
  if (script != NULL && strchr (wanted, '-') != NULL && g_str_has_prefix (script, "zh-Han") && cor_language_is_traditional (wanted) != cor_language_is_traditional (script))
    cor_reply_work_add (work, "language", 0, 0,
                        g_strdup (cor_language_is_traditional (wanted) ? _ ("The customer reads Traditional Chinese.") : _ ("The customer reads Simplified Chinese.")), NULL);
}

static void
check_length (CorReplyWork *work)
{
  guint limit = cor_reply_rules_get_limit (work->rules, work->context->channel);
  glong n = g_utf8_strlen (work->text, -1);

  if (limit > 0 && n > (glong) limit)
    cor_reply_work_add (work, "length", (gsize) (g_utf8_offset_to_pointer (work->text, limit) - work->text), work->len,
                        /* TRANSLATORS: numbers of characters */
                        g_strdup_printf (_ ("%ld characters; this channel takes %u."), n, limit), NULL);
}

/* Colleagues read what is pasted into the wrong field, too: then it is a note of this conversation. */
static void
check_notes (CorReplyWork *work)
{
  g_autofree char *text = g_strstrip (g_strdup (work->text));

  for (guint i = 0; i < work->context->notes->len; i++)
    {
      g_autofree char *note = g_strstrip (g_strdup (work->context->notes->pdata[i]));

      if (g_utf8_strlen (note, -1) >= LEAST_NOTE && strstr (text, note) != NULL)
        {
          cor_reply_work_add (work, "note-as-reply", 0, 0, g_strdup (_ ("This is a private note of this conversation, and it would go to the customer.")), NULL);
          return;
        }
    }
}

/* What the channel and the customer’s language ask for. */
void
cor_reply_check_channel (CorReplyWork *work)
{
  if (cor_reply_work_wants (work, "length"))
    check_length (work);
  if (cor_reply_work_wants (work, "window") && work->context->is_window_closed)
    cor_reply_work_add (work, "window", 0, 0, g_strdup (_ ("The channel’s time for free replies is over; only an approved template may arrive.")), NULL);
  if (cor_reply_work_wants (work, "language"))
    check_language (work);
  if (cor_reply_work_wants (work, "note-as-reply"))
    check_notes (work);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-question"

#include "config.h"

#include "cor-question.h"

#include "cor-fold.h"
#include "cor-question-words.h"

#include <string.h>

/* More than that is a pasted letter; its beginning says what it is about. */
#define MAX_BYTES 4000

/* A line of a letter, not of a question, is no wider. */
#define MAX_LETTER_LINE 60

/* “Hello Corridor team” */
#define MAX_NAME_WORDS 2

/* Who wrote it, below the thanks: bytes of a line, and lines. */
#define MAX_NAME 40
#define MAX_SIGNATURE_LINES 2

static gboolean
is_bound (const char *greeting, const char *end)
{
  gunichar last = g_utf8_get_char (g_utf8_prev_char (greeting + strlen (greeting)));
  gunichar next = g_utf8_get_char (end);

  return g_unichar_iswide (last) || !(g_unichar_isalnum (next) || g_unichar_ismark (next));
}

/* How many bytes at @p are a greeting. */
static gsize
match_greeting (const char *p)
{
  const char *const *greetings = cor_question_words_get (COR_QUESTION_GREETING);
  gsize              longest = 0;

  for (guint i = 0; greetings[i] != NULL; i++)
    {
      gsize length = strlen (greetings[i]);

      if (length > longest && strncmp (p, greetings[i], length) == 0 && is_bound (greetings[i], p + length))
        longest = length;
    }
  return longest;
}

/**
 * cor_question_is_greeting:
 * @text: (nullable): a message
 *
 * Any thread.
 *
 * Returns: whether it asks nothing: greetings, thanks and signs, or no letter at all
 */
gboolean
cor_question_is_greeting (const char *text)
{
  g_autofree char *folded = cor_fold (text);
  const char      *p = folded;

  while (*p != '\0')
    {
      gsize length = 0;

      if (!g_unichar_isalnum (g_utf8_get_char (p)))
        {
          p = g_utf8_next_char (p);
          continue;
        }
      length = match_greeting (p);
      if (length == 0)
        return FALSE;
      p += length;
    }
  return TRUE;
}

/**
 * cor_question_is_thanks:
 * @text: (nullable): a message
 *
 * Any thread.
 *
 * Returns: whether it thanks and asks nothing
 */
gboolean
cor_question_is_thanks (const char *text)
{
  const char *const *thanks = cor_question_words_get (COR_QUESTION_THANKS);
  g_autofree char   *folded = cor_fold (text);

  for (guint i = 0; thanks[i] != NULL; i++)
    if (strstr (folded, thanks[i]) != NULL)
      return cor_question_is_greeting (text);
  return FALSE;
}

static gboolean
begins_with_any (const char      *folded,
                 CorQuestionWords kind)
{
  const char *const *words = cor_question_words_get (kind);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (folded, words[i]) && is_bound (words[i], folded + strlen (words[i])))
      return TRUE;
  return FALSE;
}

/* Signs are as wide as two letters. */
static gboolean
is_letter_line (const char *line)
{
  guint width = 0;

  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    width += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;
  return width <= MAX_LETTER_LINE;
}

/* “お手数ですが、ご確認のほどお願いいたします。”: what is asked for by itself is no question. */
static gboolean
closes_japanese_letter (const char *line)
{
  return g_str_has_prefix (line, "お手数") && strstr (line, "お願い") != NULL && (strstr (line, "確認") != NULL || strstr (line, "対応") != NULL);
}

/* A closing leaves room for no more than a name on its line; “许俊宏 敬上” has it before. */
static gboolean
is_closing (const char *line,
            const char *folded)
{
  return is_letter_line (line) && (begins_with_any (folded, COR_QUESTION_CLOSING) || g_str_has_suffix (line, "敬上") || closes_japanese_letter (line));
}

/* “Xin cảm ơn.”, and then who says so: short lines that ask nothing. */
static gboolean
is_thanks_at_the_end (char **lines)
{
  guint n = 0;

  if (!cor_question_is_thanks (lines[0]))
    return FALSE;
  for (guint i = 1; lines[i] != NULL; i++)
    {
      n += *g_strstrip (lines[i]) != '\0';
      if (strlen (lines[i]) > MAX_NAME || strpbrk (lines[i], "?0123456789") != NULL || strstr (lines[i], "？") != NULL)
        return FALSE;
    }
  return n > 0 && n <= MAX_SIGNATURE_LINES;
}

/* “Hi Sofia”, but not “Hi, my money is still not here”: no more than a name follows, or nothing after “李先生，您好”. */
static gboolean
only_greets_somebody (const char *folded)
{
  gsize  first = match_greeting (folded);
  gssize n_words = 0;

  for (const char *p = folded + first; first > 0 && *p != '\0'; p = g_utf8_next_char (p))
    n_words += *p == ' ' ? 1 : g_unichar_iswide (g_utf8_get_char (p)) ? MAX_NAME_WORDS + 1
                                                                      : 0;
  if (first > 0 && n_words <= MAX_NAME_WORDS)
    return TRUE;
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iswide (g_utf8_get_char (p)) && match_greeting (p) > 0)
      return cor_question_is_greeting (p);
  return FALSE;
}

static gboolean
is_pause (gunichar c)
{
  return c != 0 && g_utf8_strchr (",:;!，：！、،", -1, c) != NULL;
}

/* The only pause of its line is at the end: “Dear Sofia,”, but not “Dear team, it is not here,”. */
static gboolean
only_addresses_somebody (const char *folded)
{
  const char *p = folded;

  while (*p != '\0' && !is_pause (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return *g_utf8_next_char (p) == '\0' && begins_with_any (folded, COR_QUESTION_ADDRESS);
}

/* “田中です。”: a name has no kana of the grammar. */
static gboolean
names_somebody_in_japanese (const char *said)
{
  const char *end = said + strlen (said);

  if (g_str_has_suffix (said, "申します。"))
    return TRUE;
  if (!g_str_has_suffix (said, "です。"))
    return FALSE;
  end -= strlen ("です。");
  for (const char *p = said; p < end; p = g_utf8_next_char (p))
    if (g_unichar_get_script (g_utf8_get_char (p)) == G_UNICODE_SCRIPT_HIRAGANA)
      return FALSE;
  return TRUE;
}

/* “ご担当者様”, “お世話になっております。田中と申します。” */
static gboolean
opens_japanese_letter (const char *line)
{
  const char *stop = strstr (line, "。");

  if (g_str_has_suffix (line, "様") || g_str_has_suffix (line, "御中"))
    return TRUE;
  return stop != NULL && strstr (line, "お世話に") != NULL && strstr (line, "お世話に") < stop &&
         names_somebody_in_japanese (stop + strlen ("。"));
}

/* “Dear Sofia,”, “李先生，您好：”: who is addressed, and nothing else. */
static gboolean
is_salutation (const char *line,
               const char *folded)
{
  const char *last = g_utf8_find_prev_char (folded, folded + strlen (folded));

  if (!is_letter_line (line) || last == NULL)
    return FALSE;
  return opens_japanese_letter (line) || (is_pause (g_utf8_get_char (last)) && (only_addresses_somebody (folded) || only_greets_somebody (folded)));
}

/* What a message says without the manners of a letter; all of it where nothing else is left. */
static void
append_body (GString    *joined,
             const char *message)
{
  g_auto (GStrv) lines = g_strsplit (message, "\n", -1);
  gsize    before = joined->len;
  gboolean is_first = TRUE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *folded = NULL;

      if (*g_strstrip (lines[i]) == '\0')
        continue;
      folded = cor_fold (lines[i]);
      if (!is_first && (is_closing (lines[i], folded) || is_thanks_at_the_end (lines + i)))
        break;
      if (!(joined->len == before && is_salutation (lines[i], folded)) && !cor_question_is_greeting (lines[i]))
        g_string_append_printf (joined, "%s%s", joined->len > before ? "\n" : "", lines[i]);
      is_first = FALSE;
    }
  if (joined->len == before)
    g_string_append (joined, message);
}

/**
 * cor_question_join:
 * @messages: (array length=n_messages): of one customer without an answer in between, the first first
 *
 * Several short messages are often one question; those that only greet are left out, and so are salutation, closing and signature of a letter.
 *
 * Returns: (transfer full): one text, "" when nothing is asked
 */
char *
cor_question_join (const char *const *messages, gsize n_messages)
{
  GString *joined = g_string_new (NULL);

  for (gsize i = 0; i < n_messages && joined->len < MAX_BYTES; i++)
    {
      g_autofree char *valid = NULL;

      if (messages[i] == NULL || cor_question_is_greeting (messages[i]))
        continue;
      if (joined->len > 0)
        g_string_append_c (joined, '\n');
      valid = g_utf8_make_valid (messages[i], (gssize) strnlen (messages[i], MAX_BYTES));
      append_body (joined, valid);
    }
  return g_string_free (joined, FALSE);
}

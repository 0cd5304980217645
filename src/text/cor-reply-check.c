/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-reply-check"

#include "config.h"

#include "cor-reply-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of the roomiest channel: nothing longer is read, or sent. */
#define MAX_CHARACTERS 150000

void
cor_reply_finding_free (CorReplyFinding *self)
{
  g_free (self->sentence);
  g_free (self->fix);
  g_free (self);
}

static void
finding_free (gpointer data)
{
  cor_reply_finding_free (data);
}

/* Whether a rule is in force for this text. */
gboolean
cor_reply_work_wants (const CorReplyWork *work,
                      const char         *rule)
{
  const CorReplyRule *known = cor_reply_rules_find (work->rules, rule);

  return known != NULL && !known->is_disabled && (work->context->is_private ? known->is_for_notes : known->is_for_replies);
}

/* Whether something was found there already: one place is told of once. */
gboolean
cor_reply_work_is_taken (const CorReplyWork *work,
                         gsize               start,
                         gsize               end)
{
  for (guint i = 0; i < work->findings->len; i++)
    {
      const CorReplyFinding *finding = work->findings->pdata[i];

      if (finding->start < end && start < finding->end)
        return TRUE;
    }
  return FALSE;
}

/*
 * cor_reply_work_add:
 * @start: byte of the text
 * @sentence: (transfer full)
 * @fix: (transfer full) (nullable)
 */
void
cor_reply_work_add (CorReplyWork *work,
                    const char   *rule,
                    gsize         start,
                    gsize         end,
                    char         *sentence,
                    char         *fix)
{
  CorReplyFinding *finding = g_new0 (CorReplyFinding, 1);

  finding->rule = g_intern_string (rule);
  finding->severity = cor_reply_rules_find (work->rules, rule)->severity;
  finding->start = start;
  finding->end = end;
  finding->sentence = sentence;
  finding->fix = fix;
  g_ptr_array_add (work->findings, finding);
}

/* Likewise, for a place in the folded text. */
void
cor_reply_work_add_folded (CorReplyWork *work,
                           const char   *rule,
                           gsize         start,
                           gsize         end,
                           char         *sentence,
                           char         *fix)
{
  cor_reply_work_add (work, rule, work->folded.places[start], work->folded.places[end], sentence, fix);
}

/* Calls @func for every match of a pattern in the folded text. */
void
cor_reply_work_each (CorReplyWork     *work,
                     const GRegex     *regex,
                     CorReplyMatchFunc func,
                     gpointer          data)
{
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match_full (regex, work->folded.text, (gssize) work->folded.len, 0, 0, &match, NULL);
  while (g_match_info_matches (match))
    {
      int start = 0;
      int end = 0;

      g_match_info_fetch_pos (match, 0, &start, &end);
      if (end > start)
        func (work, (gsize) start, (gsize) end, data);
      if (!g_match_info_next (match, NULL))
        break;
    }
}

typedef struct
{
  gsize start, end;
} Range;

static void
collect (CorReplyWork *work,
         gsize         start,
         gsize         end,
         gpointer      data)
{
  g_array_append_val ((GArray *) data, ((Range){ start, end }));
}

static gboolean
touches (const GArray *ranges,
         const Range  *range)
{
  for (guint i = 0; i < ranges->len; i++)
    {
      const Range *other = &g_array_index (ranges, Range, i);

      if (other->start < range->end && range->start < other->end)
        return TRUE;
    }
  return FALSE;
}

/* Calls @func for every place where a phrase of the rule stands, what only looks like one left out. */
void
cor_reply_work_match (CorReplyWork     *work,
                      const char       *rule,
                      CorReplyMatchFunc func,
                      gpointer          data)
{
  g_autoptr (GArray) said = g_array_new (FALSE, FALSE, sizeof (Range));
  g_autoptr (GArray) meant_otherwise = g_array_new (FALSE, FALSE, sizeof (Range));

  for (guint i = 0; i < cor_reply_rules_get_n_phrases (work->rules); i++)
    {
      const CorReplyPhrases *phrases = cor_reply_rules_get_phrases (work->rules, i);
      guint                  n = said->len;

      if (strcmp (phrases->rule, rule) != 0 || (phrases->letters != 0 && (phrases->letters & work->letters) == 0))
        continue;
      cor_reply_work_each (work, phrases->say, collect, said);
      if (said->len > n && phrases->unless != NULL)
        cor_reply_work_each (work, phrases->unless, collect, meant_otherwise);
    }
  for (guint i = 0; i < said->len; i++)
    {
      const Range *range = &g_array_index (said, Range, i);

      if (!touches (meant_otherwise, range))
        func (work, range->start, range->end, data);
    }
}

/* Whether a phrase of the rule stands in a part of the folded text. Looked for once: there may be many amounts. */
gboolean
cor_reply_work_has (CorReplyWork *work,
                    const char   *rule,
                    gsize         start,
                    gsize         end)
{
  GArray *ranges = g_hash_table_lookup (work->places, rule);

  if (ranges == NULL)
    {
      ranges = g_array_new (FALSE, FALSE, sizeof (Range));
      cor_reply_work_match (work, rule, collect, ranges);
      g_hash_table_insert (work->places, g_strdup (rule), ranges);
    }
  return touches (ranges, &(Range){ start, end });
}

static gboolean
ends_sentence (const CorReplyWork *work,
               gsize               i)
{
  char c = work->folded.text[i];

  if (c == '\n' || c == '!' || c == '?')
    return TRUE;
  if (c == '.')
    return work->folded.text[i + 1] == ' ' || work->folded.text[i + 1] == '\0';
  return strncmp (work->folded.text + i, "\xe3\x80\x82", 3) == 0;
}

/* The sentence around a place of the folded text. */
void
cor_reply_work_get_sentence (const CorReplyWork *work,
                             gsize               place,
                             gsize              *start,
                             gsize              *end)
{
  *start = place;
  *end = place;
  while (*start > 0 && !ends_sentence (work, *start - 1))
    (*start)--;
  while (*end < work->folded.len && !ends_sentence (work, *end))
    (*end)++;
}

gboolean
cor_reply_list_has (const GPtrArray *list,
                    const char      *text)
{
  for (guint i = 0; i < list->len; i++)
    if (strcmp (list->pdata[i], text) == 0)
      return TRUE;
  return FALSE;
}

/* A Japanese text has kana all over, and its characters are not to be read as Chinese ones. */
#define KANA_IN_HAN 8

static guint
find_letters (const char *folded)
{
  guint letters = 0;
  gsize n_kana = 0;
  gsize n_han = 0;

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x80)
        letters |= g_ascii_isalpha ((char) c) ? COR_REPLY_LATIN : 0;
      else if (c < 0x250)
        letters |= COR_REPLY_LATIN;
      else if (c >= 0x600 && c < 0x780)
        letters |= COR_REPLY_ARABIC;
      else if (c >= 0x3040 && c <= 0x30ff)
        n_kana++;
      else if (c >= 0x3400)
        n_han++;
    }
  if (n_kana > 0)
    letters |= COR_REPLY_KANA;
  if (n_han > n_kana * KANA_IN_HAN)
    letters |= COR_REPLY_HAN;
  return letters;
}

static int
compare_findings (gconstpointer a,
                  gconstpointer b)
{
  const CorReplyFinding *first = *(CorReplyFinding *const *) a;
  const CorReplyFinding *second = *(CorReplyFinding *const *) b;

  if (first->severity != second->severity)
    return first->severity == COR_REPLY_STOPS ? -1 : 1;
  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  return strcmp (first->rule, second->rule);
}

static void
run (CorReplyWork *work)
{
  work->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  cor_reply_fold (work->text, &work->folded);
  work->letters = find_letters (work->folded.text);
  /* secrets first: what is one is not told of as something else */
  cor_reply_check_secrets (work);
  cor_reply_check_accounts (work);
  cor_reply_check_links (work);
  cor_reply_check_people (work);
  cor_reply_check_phrases (work);
  cor_reply_check_figures (work);
  cor_reply_check_dates (work);
  cor_reply_check_channel (work);
  cor_reply_folded_clear (&work->folded);
  g_clear_pointer (&work->places, g_hash_table_unref);
}

/* Nobody knows what is in it; that is for no rule to allow. */
static void
stop_unread (CorReplyWork *work,
             const char   *sentence)
{
  CorReplyFinding *finding = g_new0 (CorReplyFinding, 1);

  finding->rule = g_intern_static_string ("length");
  finding->severity = COR_REPLY_STOPS;
  finding->sentence = g_strdup (sentence);
  g_ptr_array_add (work->findings, finding);
}

static void
check_long (CorReplyWork *work)
{
  cor_reply_check_channel (work);
  if (!cor_reply_check_stops (work->findings))
    stop_unread (work, _ ("This text is too long to be checked, so it cannot be sent."));
}

/**
 * cor_reply_check_run:
 * @text: (nullable): what is about to be sent; what is not valid UTF-8, or longer than any channel takes, may not go
 * @context: to whom
 *
 * Checks a reply or a note. Nothing found means nothing found: it is not a word on whether the text is right.
 * Depends on nothing but its arguments and the language of the sentences. Any thread.
 *
 * Returns: (transfer full) (element-type CorReplyFinding): what stops before what asks, then by place
 */
GPtrArray *
cor_reply_check_run (const CorReplyRules   *rules,
                     const char            *text,
                     const CorReplyContext *context)
{
  GPtrArray   *findings = g_ptr_array_new_with_free_func (finding_free);
  CorReplyWork work = { rules, context, text, text != NULL ? strlen (text) : 0, 0, { NULL }, NULL, findings };

  g_return_val_if_fail (rules != NULL && context != NULL, findings);

  if (work.len > 0 && !g_utf8_validate (text, (gssize) work.len, NULL))
    stop_unread (&work, _ ("This text cannot be read, so it cannot be sent."));
  else if (work.len > 0 && g_utf8_strlen (text, -1) > MAX_CHARACTERS)
    check_long (&work);
  else if (work.len > 0)
    run (&work);
  g_ptr_array_sort (findings, compare_findings);
  return findings;
}

/**
 * cor_reply_check_stops:
 * @findings: (element-type CorReplyFinding)
 *
 * Returns: whether one of them forbids sending
 */
gboolean
cor_reply_check_stops (const GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    if (((const CorReplyFinding *) findings->pdata[i])->severity == COR_REPLY_STOPS)
      return TRUE;
  return FALSE;
}

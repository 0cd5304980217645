/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-isolate"

#include "config.h"

#include "cor-isolate.h"

#include "cor-icu.h"
#include "cor-marker.h"
#include "cor-payment-mention.h"
#include "cor-protect.h"

#include <string.h>
#include <unicode/ubidi.h>
#include <unicode/uchar.h>

#define FIRST_STRONG_ISOLATE "\u2068"
#define POP_ISOLATE "\u2069"
#define RIGHT_TO_LEFT_MARK "\u200f"

/* More hyphens than a range of figures has, which is read from right to left like its words. */
#define MIN_HYPHENS 2

typedef struct
{
  gsize    start, end; /* bytes of the line */
  gboolean is_address;
} Token;

static gboolean
is_opening (gunichar c)
{
  return c >= 0x2066 && c <= 0x2068;
}

/**
 * cor_isolate_is_mark:
 *
 * Returns: whether it is one of the letters nobody sees that begin or end an isolate
 */
gboolean
cor_isolate_is_mark (gunichar c)
{
  return is_opening (c) || c == 0x2069;
}

static gboolean
is_right_to_left (gunichar c)
{
  UCharDirection direction = c >= 0x590 ? u_charDirection ((UChar32) c) : U_LEFT_TO_RIGHT;

  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

static gboolean
has_right_to_left (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if ((guchar) *p >= 0xd6 && is_right_to_left (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* What somebody wrote with Latin letters or figures; Arabic ones stand as they are read. */
static gboolean
is_latin (const char *start,
          gsize       len)
{
  for (gsize i = 0; i < len; i++)
    if (g_ascii_isalnum (start[i]))
      return TRUE;
  return FALSE;
}

static gboolean
wants (const char           *line,
       const CorProtectPart *part)
{
  guint n_hyphens = 0;

  if (!is_latin (line + part->start, part->end - part->start))
    return FALSE;
  switch (part->kind)
    {
    case COR_PROTECT_URL:
    case COR_PROTECT_EMAIL:
    case COR_PROTECT_UETR:
    case COR_PROTECT_IBAN:
    case COR_PROTECT_PHONE:
    case COR_PROTECT_AMOUNT:
    case COR_PROTECT_BIC:
    case COR_PROTECT_REFERENCE:
      return TRUE;
    case COR_PROTECT_NUMBER:
      for (guint i = part->start; i < part->end; i++)
        n_hyphens += line[i] == '-' ? 1 : 0;
      return n_hyphens >= MIN_HYPHENS;
    case COR_PROTECT_LOOKALIKE:
    case COR_PROTECT_VARIABLE:
    case COR_PROTECT_NAME:
    case COR_PROTECT_TERM:
    default:
      return FALSE;
    }
}

static int
compare_tokens (gconstpointer a,
                gconstpointer b)
{
  gsize one = ((const Token *) a)->start;
  gsize other = ((const Token *) b)->start;

  return one < other ? -1 : one > other;
}

static gboolean
is_within (const GArray *mentions,
           guint         n,
           gsize         start,
           gsize         end)
{
  for (guint i = 0; i < n; i++)
    {
      const CorPaymentMention *mention = &g_array_index (mentions, CorPaymentMention, i);

      if (start < mention->end && end > mention->start)
        return TRUE;
    }
  return FALSE;
}

/* References of payments, also with other hyphens and blanks; then what a machine that translates must not touch. */
static GArray *
find_tokens (const char *line)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  g_autoptr (GArray) mentions = cor_payment_mentions_find (line);
  g_autoptr (GArray) parts = cor_protect_find (line, NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const CorProtectPart *part = &g_array_index (parts, CorProtectPart, i);
      Token                 token = { part->start, part->end, part->kind == COR_PROTECT_URL || part->kind == COR_PROTECT_EMAIL };

      if (wants (line, part) && (token.is_address || !is_within (mentions, mentions->len, token.start, token.end)))
        g_array_append_val (tokens, token);
    }
  for (guint i = 0; i < mentions->len; i++)
    {
      const CorPaymentMention *mention = &g_array_index (mentions, CorPaymentMention, i);
      Token                    token = { mention->start, mention->end, FALSE };
      gboolean                 is_free = TRUE;

      for (guint j = 0; j < tokens->len; j++)
        is_free = is_free && (g_array_index (tokens, Token, j).end <= token.start || g_array_index (tokens, Token, j).start >= token.end);
      if (is_free)
        g_array_append_val (tokens, token);
    }
  g_array_sort (tokens, compare_tokens);
  return tokens;
}

/* The direction that the words give a line, whatever reference it begins with (UAX #9, P2); first_token: the one that
 * would have given it another one, or -1. */
static UBiDiLevel
find_direction (const char   *line,
                const GArray *tokens,
                gboolean     *has_other,
                int          *first_token)
{
  int        base = -1;
  int        leading = -1;
  guint      n_isolates = 0;
  guint      next = 0;
  UBiDiLevel level;

  *has_other = FALSE;
  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar       c = g_utf8_get_char (p);
      UCharDirection direction = u_charDirection ((UChar32) c);
      gsize          at = (gsize) (p - line);

      while (next < tokens->len && at >= g_array_index (tokens, Token, next).end)
        next++;
      if (is_opening (c))
        n_isolates++;
      else if (c == 0x2069)
        n_isolates -= n_isolates > 0 ? 1 : 0;
      else if (n_isolates > 0)
        continue;
      else if (next < tokens->len && at >= g_array_index (tokens, Token, next).start)
        leading = base < 0 && leading < 0 && direction == U_LEFT_TO_RIGHT ? (int) next : leading;
      else if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC)
        {
          base = base < 0 ? 1 : base;
          *has_other = TRUE;
        }
      else if (direction == U_LEFT_TO_RIGHT)
        base = base < 0 ? 0 : base;
    }
  level = base > 0 ? 1 : 0;
  *first_token = level == 1 ? leading : -1;
  return level;
}

/* Whether its letters would stand from left to right beside one another: all on one even level. */
static gboolean
stays_together (const UBiDiLevel *levels,
                int32_t           start,
                int32_t           end)
{
  for (int32_t i = start; i < end; i++)
    if (levels[i] != levels[start] || levels[i] % 2 != 0)
      return FALSE;
  return TRUE;
}

static int32_t
count_units (const char *start,
             gsize       len)
{
  int32_t n = 0;

  for (const char *p = start; p < start + len; p = g_utf8_next_char (p))
    n += g_utf8_get_char (p) > 0xffff ? 2 : 1;
  return n;
}

static void
add_mark (GArray     *marks,
          gsize       at,
          const char *mark)
{
  CorIsolateMark one = { at, mark };

  g_array_append_val (marks, one);
}

static void
find_in_line (const char   *line,
              gsize         offset,
              CorIsolateUse use,
              GArray       *marks)
{
  g_autoptr (GArray) tokens = find_tokens (line);
  int32_t           n_units = 0;
  g_autofree UChar *units = tokens->len > 0 ? cor_icu_from_utf8 (line, strlen (line), &n_units) : NULL;
  UErrorCode        status = U_ZERO_ERROR;
  UBiDi            *bidi = NULL;
  const UBiDiLevel *levels = NULL;
  gboolean          has_other = FALSE;
  int               first = -1;
  UBiDiLevel        base = find_direction (line, tokens, &has_other, &first);

  if (tokens->len == 0 || !has_other)
    return;
  bidi = ubidi_open ();
  ubidi_setPara (bidi, units, n_units, base, NULL, &status);
  levels = ubidi_getLevels (bidi, &status);
  for (guint i = 0; U_SUCCESS (status) && i < tokens->len; i++)
    {
      const Token *token = &g_array_index (tokens, Token, i);
      int32_t      start = count_units (line, token->start);
      int32_t      end = start + count_units (line + token->start, token->end - token->start);
      gboolean     is_left_alone = token->is_address && use == COR_ISOLATE_SENT;

      if (is_left_alone)
        continue;
      if ((int) i == first)
        add_mark (marks, offset + token->start, RIGHT_TO_LEFT_MARK);
      if (stays_together (levels, start, end))
        continue;
      add_mark (marks, offset + token->start, FIRST_STRONG_ISOLATE);
      add_mark (marks, offset + token->end, POP_ISOLATE);
    }
  ubidi_close (bidi);
}

/**
 * cor_isolate_find:
 * @text: valid UTF-8
 *
 * Any thread; linear in the length of @text.
 *
 * Returns: (transfer full) (element-type CorIsolateMark): what is to be put into it, in order; empty for a text without
 *   letters from right to left
 */
GArray *
cor_isolate_find (const char   *text,
                  CorIsolateUse use)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (CorIsolateMark));
  g_auto (GStrv) lines = NULL;
  gsize offset = 0;

  if (!has_right_to_left (text))
    return marks;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (has_right_to_left (lines[i]))
        find_in_line (lines[i], offset, use, marks);
      offset += strlen (lines[i]) + 1;
    }
  return marks;
}

static char *
put_marks (const char   *text,
           const GArray *places)
{
  GString *out = g_string_sized_new (strlen (text) + places->len * 3);
  gsize    done = 0;

  for (guint i = 0; i < places->len; i++)
    {
      const CorIsolateMark *place = &g_array_index (places, CorIsolateMark, i);

      g_string_append_len (out, text + done, (gssize) (place->at - done));
      g_string_append (out, place->mark);
      done = place->at;
    }
  g_string_append (out, text + done);
  return g_string_free (out, FALSE);
}

/**
 * cor_isolate_text:
 * @text: valid UTF-8
 *
 * What is isolated already stays as it is: to do it twice changes nothing.
 *
 * Returns: (transfer full): it with marks where they are needed
 */
char *
cor_isolate_text (const char   *text,
                  CorIsolateUse use)
{
  g_autoptr (GArray) places = cor_isolate_find (text, use);

  return put_marks (text, places);
}

/**
 * cor_isolate_marked:
 * @text: valid UTF-8, to be shown
 * @marks: (element-type CorMark): what is marked in it; they go along
 *
 * Returns: (transfer full): it with marks where they are needed
 */
char *
cor_isolate_marked (const char *text,
                    GArray     *marks)
{
  g_autoptr (GArray) places = cor_isolate_find (text, COR_ISOLATE_SHOWN);

  for (guint i = 0; i < marks->len; i++)
    {
      CorMark *mark = &g_array_index (marks, CorMark, i);
      guint    start = mark->start;
      guint    end = mark->end;

      for (guint j = 0; j < places->len; j++)
        {
          const CorIsolateMark *place = &g_array_index (places, CorIsolateMark, j);

          mark->start += place->at <= start ? (guint) strlen (place->mark) : 0;
          mark->end += place->at < end ? (guint) strlen (place->mark) : 0;
        }
    }
  return put_marks (text, places);
}

/* The letters of a piece of markup, and where each of their bytes is written. */
static char *
read_markup (const char *markup,
             GArray     *places)
{
  static const struct
  {
    const char *name, letter;
  } entities[] = { { "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' }, { "&quot;", '"' }, { "&apos;", '\'' }, { "&#39;", '\'' } };
  GString *text = g_string_new (NULL);
  gboolean is_tag = FALSE;

  for (const char *p = markup; *p != '\0';)
    {
      gsize at = (gsize) (p - markup);
      gsize len = 1;
      char  letter = *p;

      for (guint i = 0; !is_tag && *p == '&' && i < G_N_ELEMENTS (entities); i++)
        if (g_str_has_prefix (p, entities[i].name))
          {
            letter = entities[i].letter;
            len = strlen (entities[i].name);
          }
      if (*p == '<' || (is_tag && *p == '>'))
        is_tag = *p == '<';
      else if (!is_tag)
        {
          gsize end = at + len;

          g_string_append_c (text, letter);
          g_array_append_val (places, at);
          g_array_append_val (places, end);
        }
      p += len;
    }
  return g_string_free (text, FALSE);
}

/**
 * cor_isolate_markup:
 * @markup: Pango's, to be shown
 *
 * Returns: (transfer full): it with marks between its letters where they are needed
 */
char *
cor_isolate_markup (const char *markup)
{
  g_autoptr (GArray) written = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autofree char *text = has_right_to_left (markup) ? read_markup (markup, written) : NULL;
  g_autoptr (GArray) places = text != NULL ? cor_isolate_find (text, COR_ISOLATE_SHOWN) : NULL;

  if (places == NULL)
    return g_strdup (markup);
  for (guint i = 0; i < places->len; i++)
    {
      CorIsolateMark *place = &g_array_index (places, CorIsolateMark, i);

      /* before its first letter, or behind its last: within a link as a whole */
      place->at = g_str_equal (place->mark, POP_ISOLATE) ? g_array_index (written, gsize, 2 * (place->at - 1) + 1)
                                                         : g_array_index (written, gsize, 2 * place->at);
    }
  return put_marks (markup, places);
}

static gboolean
is_token (const char *start,
          gsize       len)
{
  g_autofree char *text = g_strndup (start, len);
  g_autoptr (GArray) tokens = find_tokens (text);

  return tokens->len == 1 && g_array_index (tokens, Token, 0).start == 0 && g_array_index (tokens, Token, 0).end == len;
}

/* The end of what an isolate encloses; NULL: nothing ends it in this line, or there is another one in it. */
static const char *
find_pop (const char *start)
{
  for (const char *p = start; *p != '\0' && *p != '\n'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x2069)
        return p;
      if (is_opening (c))
        return NULL;
    }
  return NULL;
}

/**
 * cor_isolate_bare:
 * @text: valid UTF-8; what somebody selected
 *
 * Returns: (transfer full): it without the isolates around a reference, an amount or an address alone, and without any that
 *   lacks its other half: whoever copies a reference gets nothing but that
 */
char *
cor_isolate_bare (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));
  guint    depth = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar    c = g_utf8_get_char (p);
      const char *content = g_utf8_next_char (p);
      const char *pop = is_opening (c) ? find_pop (content) : NULL;

      if (pop != NULL && (pop == content || is_token (content, (gsize) (pop - content))))
        {
          g_string_append_len (out, content, pop - content);
          p = pop;
          continue;
        }
      if (is_opening (c) && pop == NULL && strstr (content, POP_ISOLATE) == NULL)
        continue;
      if (c == 0x2069 && depth == 0)
        continue;
      depth += is_opening (c) ? 1 : c == 0x2069 ? (guint) -1
                                                : 0;
      if (c != 0x200f || !g_unichar_isalnum (g_utf8_get_char (content)) || is_right_to_left (g_utf8_get_char (content)))
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

/**
 * cor_isolate_drop:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): it without any isolate or mark of direction, to be compared
 */
char *
cor_isolate_drop (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!cor_isolate_is_mark (g_utf8_get_char (p)) && g_utf8_get_char (p) != 0x200f)
      g_string_append_unichar (out, g_utf8_get_char (p));
  return g_string_free (out, FALSE);
}

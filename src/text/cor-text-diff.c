/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-text-diff"

#include "config.h"

#include "cor-text-diff.h"

#include <string.h>

/* More differences than these are called a different text: it is found at a cost of their square. */
#define MAX_EDITS 600
/* Where less than this share of a passage stayed, it reads better as one text that replaced another. */
#define MIN_KEPT_PERCENT 40

/* A line or a word. */
typedef struct
{
  guint    id; /* equal texts have equal ones */
  guint    start, end;
  gboolean is_changed;
} Token;

static void
add_token (GArray *tokens, GHashTable *ids, const char *text, guint start, guint end)
{
  g_autofree char *name = g_strndup (text + start, end - start);
  gpointer         id = NULL;
  Token            token = { 0, start, end, FALSE };

  if (!g_hash_table_lookup_extended (ids, name, NULL, &id))
    {
      id = GUINT_TO_POINTER (g_hash_table_size (ids));
      g_hash_table_insert (ids, g_steal_pointer (&name), id);
    }
  token.id = GPOINTER_TO_UINT (id);
  g_array_append_val (tokens, token);
}

static GArray *
split_lines (const char *text, GHashTable *ids)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  guint   start = 0;

  while (text[start] != '\0')
    {
      guint end = start + (guint) strcspn (text + start, "\n");

      add_token (tokens, ids, text, start, end);
      start = text[end] == '\n' ? end + 1 : end;
    }
  return tokens;
}

static gboolean
is_word_char (gunichar c)
{
  return (g_unichar_isalnum (c) || g_unichar_ismark (c)) && !g_unichar_iswide (c);
}

/* Words and numbers whole; every other character by itself, so also those of scripts without blanks. */
static GArray *
split_words (const char *text, guint from, guint to, GHashTable *ids)
{
  GArray     *tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  const char *end = text + to;

  for (const char *p = text + from; p < end;)
    {
      const char *start = p;
      gboolean    is_word = is_word_char (g_utf8_get_char (p));

      do
        p = g_utf8_next_char (p);
      while (is_word && p < end && is_word_char (g_utf8_get_char (p)));
      add_token (tokens, ids, text, (guint) (start - text), (guint) (p - text));
    }
  return tokens;
}

/* The walk that ends at the corner, backwards: every step that is no diagonal is a change. */
static void
walk_back (GPtrArray *trace, Token *a, int n, Token *b, int m)
{
  int x = n;
  int y = m;

  for (int d = (int) trace->len - 1; d > 0; d--)
    {
      const int *v = (const int *) g_ptr_array_index (trace, (guint) d - 1) + d; /* of the steps before, by diagonal */
      int        k = x - y;
      gboolean   is_down = k == -d || (k != d && v[k - 1] < v[k + 1]);
      int        prev_x = is_down ? v[k + 1] : v[k - 1];
      int        prev_y = prev_x - (is_down ? k + 1 : k - 1);

      if (is_down)
        b[prev_y].is_changed = TRUE;
      else
        a[prev_x].is_changed = TRUE;
      x = prev_x;
      y = prev_y;
    }
}

/* The shortest way from the one to the other, after E. W. Myers, An O(ND) Difference Algorithm (1986). FALSE when it is
 * longer than MAX_EDITS. Row d of the trace holds the furthest x on the diagonals -d-1 to d+1. */
static gboolean
mark_shortest (Token *a, int n, Token *b, int m)
{
  g_autoptr (GPtrArray) trace = g_ptr_array_new_with_free_func (g_free);

  for (int d = 0; d <= MAX_EDITS && d <= n + m; d++)
    {
      const int *before = d > 0 ? (const int *) g_ptr_array_index (trace, (guint) d - 1) + d : NULL;
      int       *row = g_new0 (int, (gsize) (2 * d + 3));
      int       *v = row + d + 1;

      g_ptr_array_add (trace, row);
      for (int k = -d; k <= d; k += 2)
        {
          int x = d == 0 ? 0 : k == -d || (k != d && before[k - 1] < before[k + 1]) ? before[k + 1]
                                                                                    : before[k - 1] + 1;
          int y = x - k;

          while (x < n && y < m && a[x].id == b[y].id)
            x++, y++;
          v[k] = x;
          if (x >= n && y >= m)
            {
              walk_back (trace, a, n, b, m);
              return TRUE;
            }
        }
    }
  return FALSE;
}

static void
mark_all (Token *tokens, int n)
{
  for (int i = 0; i < n; i++)
    tokens[i].is_changed = TRUE;
}

/* Marks what differs; what both have at their ends costs nothing. */
static void
compare (GArray *before, GArray *after)
{
  Token *a = (Token *) (gpointer) before->data;
  Token *b = (Token *) (gpointer) after->data;
  int    n = (int) before->len;
  int    m = (int) after->len;

  while (n > 0 && m > 0 && a->id == b->id)
    a++, b++, n--, m--;
  while (n > 0 && m > 0 && a[n - 1].id == b[m - 1].id)
    n--, m--;
  if (!mark_shortest (a, n, b, m))
    {
      mark_all (a, n);
      mark_all (b, m);
    }
}

static guint
count_kept (GArray *tokens, const char *text)
{
  guint n = 0;

  for (guint i = 0; i < tokens->len; i++)
    {
      const Token *token = &g_array_index (tokens, Token, i);

      if (!token->is_changed && g_unichar_isalnum (g_utf8_get_char (text + token->start)))
        n += token->end - token->start;
    }
  return n;
}

static void
add_change (GArray *changes, CorTextRange before, CorTextRange after)
{
  CorTextChange  change = { before, after };
  CorTextChange *last = changes->len > 0 ? &g_array_index (changes, CorTextChange, changes->len - 1) : NULL;

  if (before.start == before.end && after.start == after.end)
    return;
  if (last != NULL && last->before.end == before.start && last->after.end == after.start)
    {
      last->before.end = before.end;
      last->after.end = after.end;
    }
  else
    g_array_append_val (changes, change);
}

/* Whether between two changes stands nothing but blanks: then they are one. */
static gboolean
is_gap (const char *text, GArray *tokens, guint from)
{
  guint i = from;

  while (i < tokens->len && !g_array_index (tokens, Token, i).is_changed && g_ascii_isspace (text[g_array_index (tokens, Token, i).start]))
    i++;
  return i > from && i < tokens->len && g_array_index (tokens, Token, i).is_changed;
}

static guint
get_start (GArray *tokens, guint at, guint end)
{
  return at < tokens->len ? g_array_index (tokens, Token, at).start : end;
}

/* Returns how many there were. */
static guint
skip_changed (GArray *tokens, guint *at)
{
  guint from = *at;

  while (*at < tokens->len && g_array_index (tokens, Token, *at).is_changed)
    (*at)++;
  return *at - from;
}

/* Changes of words between lines that changed. */
static void
compare_words (GArray *changes, const char *before, CorTextRange old, const char *after, CorTextRange now)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) a = split_words (before, old.start, old.end, ids);
  g_autoptr (GArray) b = split_words (after, now.start, now.end, ids);
  guint x = 0;
  guint y = 0;

  compare (a, b);
  if (a->len == 0 || b->len == 0 || count_kept (b, after) * 100 < MIN (old.end - old.start, now.end - now.start) * MIN_KEPT_PERCENT)
    {
      add_change (changes, old, now);
      return;
    }
  while (x < a->len || y < b->len)
    {
      CorTextRange gone = { get_start (a, x, old.end), 0 };
      CorTextRange come = { get_start (b, y, now.end), 0 };

      while (skip_changed (a, &x) + skip_changed (b, &y) > 0 && is_gap (before, a, x) && is_gap (after, b, y))
        for (; !g_array_index (a, Token, x).is_changed && !g_array_index (b, Token, y).is_changed; x++)
          y++;
      gone.end = get_start (a, x, old.end);
      come.end = get_start (b, y, now.end);
      add_change (changes, gone, come);
      x++;
      y++;
    }
}

static CorTextRange
get_range (GArray *tokens, guint first, guint last, guint len)
{
  CorTextRange range = { first < tokens->len ? g_array_index (tokens, Token, first).start : len, 0 };

  range.end = last > first ? g_array_index (tokens, Token, last - 1).end : range.start;
  return range;
}

/**
 * cor_text_diff:
 * @before: valid UTF-8, lines of text
 * @after: the same of a later version
 *
 * What changed, first by lines and within those by words. Texts that have little in common are one change. Time and
 * memory are bounded by the size of the texts. Any thread.
 *
 * Returns: (transfer full) (element-type CorTextChange): in the order of both texts
 */
GArray *
cor_text_diff (const char *before, const char *after)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (CorTextChange));
  g_autoptr (GArray) a = split_lines (before, ids);
  g_autoptr (GArray) b = split_lines (after, ids);
  guint old_len = (guint) strlen (before);
  guint new_len = (guint) strlen (after);
  guint x = 0;
  guint y = 0;

  compare (a, b);
  while (x < a->len || y < b->len)
    {
      guint first_x = x;
      guint first_y = y;

      while (x < a->len && g_array_index (a, Token, x).is_changed)
        x++;
      while (y < b->len && g_array_index (b, Token, y).is_changed)
        y++;
      if (x > first_x || y > first_y)
        compare_words (changes, before, get_range (a, first_x, x, old_len), after, get_range (b, first_y, y, new_len));
      x++;
      y++;
    }
  return changes;
}

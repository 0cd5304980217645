/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-markdown"

#include "config.h"

#include "cor-markdown.h"
#include "cor-link.h"
#include "cor-payment-mention.h"

#include <string.h>

/* Markup inside markup; deeper it is shown as written. */
#define MAX_DEPTH 6
#define MAX_ADDRESS 2048
#define MAX_LINK_TEXT 512

typedef enum
{
  MARK_STRONG_STARS,
  MARK_STRONG_LINES,
  MARK_STRUCK,
  MARK_STAR,
  MARK_LINE,
  N_MARKS,
} Mark;

static const struct
{
  const char *sign;
  gsize       len;
  const char *open, *close;
} marks[N_MARKS] = {
  [MARK_STRONG_STARS] = { "**", 2, "<b>", "</b>" },
  [MARK_STRONG_LINES] = { "__", 2, "<b>", "</b>" },
  [MARK_STRUCK] = { "~~", 2, "<s>", "</s>" },
  [MARK_STAR] = { "*", 1, "<i>", "</i>" },
  [MARK_LINE] = { "_", 1, "<i>", "</i>" },
};

/* What is written where; plain leaves the tags out. */
typedef struct
{
  GString *out;
  gboolean plain;
} Writer;

/* A stretch of text with what is known not to end in it any more, so that
 * signs without a partner are not looked for again and again. */
typedef struct
{
  const char *start;
  const char *end;
  guint       depth;
  gboolean    in_link;
  guint       no_mark; /* bits of Mark */
  gboolean    no_code, no_fence, no_bracket;
} Stretch;

static void
write_tag (Writer     *writer,
           const char *tag)
{
  if (!writer->plain)
    g_string_append (writer->out, tag);
}

/* Control characters are no text; Pango and GMarkup both refuse some. */
static void
write_text (Writer     *writer,
            const char *text,
            gsize       len)
{
  for (const char *p = text; p < text + len; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_iscntrl (c) && c != '\n' && c != '\t')
        continue;
      if (!writer->plain && c == '&')
        g_string_append (writer->out, "&amp;");
      else if (!writer->plain && c == '<')
        g_string_append (writer->out, "&lt;");
      else if (!writer->plain && c == '>')
        g_string_append (writer->out, "&gt;");
      else if (!writer->plain && c == '"')
        g_string_append (writer->out, "&quot;");
      else if (!writer->plain && c == '\'')
        g_string_append (writer->out, "&#39;");
      else
        g_string_append_unichar (writer->out, c);
    }
}

static gboolean
is_word_char (const char *p)
{
  return g_ascii_isalnum (*p);
}

static void
open_link (Writer     *writer,
           const char *address,
           gsize       len)
{
  if (writer->plain)
    return;
  g_string_append (writer->out, "<a href=\"");
  write_text (writer, address, len);
  g_string_append (writer->out, "\">");
}

/* How long the bare address at @p is; the punctuation after it is not part of it. */
static gsize
measure_bare_address (const Stretch *stretch,
                      const char    *p)
{
  const char *end = p;
  guint       opened = 0;

  if (p > stretch->start && is_word_char (p - 1))
    return 0;
  if (g_ascii_strncasecmp (p, "https://", 8) != 0 && g_ascii_strncasecmp (p, "http://", 7) != 0)
    return 0;
  while (end < stretch->end && end - p <= MAX_ADDRESS && (guchar) *end > ' ' && (guchar) *end < 0x7f && !strchr ("<>\"`*", *end))
    {
      opened += *end == '(' ? 1 : 0;
      if (*end == ')' && opened-- == 0)
        break;
      end++;
    }
  while (end > p && strchr (".,:;!?'_~]", end[-1]))
    end--;
  return cor_link_is_safe (p, (gsize) (end - p)) ? (gsize) (end - p) : 0;
}

/* [text](address): the parts, and the end; the text has no brackets but in pairs. */
static const char *
find_link (Stretch     *stretch,
           const char  *p,
           const char **text_end,
           const char **address)
{
  guint depth = 0;

  if (stretch->no_bracket)
    return NULL;
  if (memchr (p, ']', (gsize) (stretch->end - p)) == NULL)
    {
      stretch->no_bracket = TRUE;
      return NULL;
    }
  for (const char *q = p; q < stretch->end && q - p < MAX_LINK_TEXT; q++)
    {
      if (*q == '[')
        depth++;
      else if (*q == '\n' && q[1] == '\n')
        return NULL;
      else if (*q == ']' && --depth == 0)
        {
          *text_end = q;
          if (q + 1 >= stretch->end || q[1] != '(')
            return NULL;
          *address = q + 2;
          depth = 1;
          for (q = *address; q < stretch->end && q - *address < MAX_ADDRESS; q++)
            {
              if (*q == '(')
                depth++;
              else if (*q == '\n')
                return NULL;
              else if (*q == ')' && --depth == 0)
                return q;
            }
          return NULL;
        }
    }
  return NULL;
}

static gboolean
can_open (const Stretch *stretch,
          Mark           mark,
          const char    *p)
{
  const char *after = p + marks[mark].len;

  if (strncmp (p, marks[mark].sign, marks[mark].len) != 0 || after >= stretch->end || g_ascii_isspace (*after))
    return FALSE;
  /* snake_case and 2*3 are no emphasis */
  if (p > stretch->start && (is_word_char (p - 1) || p[-1] == *p) && mark != MARK_STRUCK && mark != MARK_STRONG_STARS)
    return FALSE;
  return TRUE;
}

static const char *
find_mark_end (Stretch    *stretch,
               Mark        mark,
               const char *from)
{
  gsize       len = marks[mark].len;
  const char  sign = marks[mark].sign[0];
  const char *p = from;

  if (stretch->no_mark & (1U << mark))
    return NULL;
  while ((p = memchr (p, sign, (gsize) (stretch->end - p))))
    {
      const char *run = p;

      while (run < stretch->end && *run == sign)
        run++;
      if ((gsize) (run - p) >= len && (len == 2 || run - p != 2) && p > from && !g_ascii_isspace (p[-1]) && p[-1] != '\\' &&
          (sign != '_' || run >= stretch->end || !is_word_char (run)))
        return run - len;
      p = run;
    }
  stretch->no_mark |= 1U << mark;
  return NULL;
}

/* Returns the end of what was written as code, or NULL. */
static const char *
write_code (Writer     *writer,
            Stretch    *stretch,
            const char *p)
{
  gboolean    fenced = g_str_has_prefix (p, "```");
  gsize       len = fenced ? 3 : 1;
  const char *start = p + len;
  const char *end = NULL;

  if (start > stretch->end || (fenced ? stretch->no_fence : stretch->no_code))
    return NULL;
  end = memmem (start, (gsize) (stretch->end - start), "```", len);
  if (end == NULL)
    {
      if (fenced)
        stretch->no_fence = TRUE;
      else
        stretch->no_code = TRUE;
      return NULL;
    }
  if (end == start)
    return NULL;
  p = end + len;
  if (fenced)
    {
      const char *line = memchr (start, '\n', (gsize) (end - start));

      if (line) /* the name of a language stands before it */
        start = line + 1;
      if (end > start && end[-1] == '\n')
        end--;
    }
  write_tag (writer, "<tt>");
  write_text (writer, start, (gsize) (end - start));
  write_tag (writer, "</tt>");
  return p;
}

/* Marks hold stretches and stretches hold marks: one of the two comes first. */
static void write_stretch (Writer  *writer,
                           Stretch *stretch);

static void
write_inner (Writer        *writer,
             const Stretch *outer,
             const char    *start,
             const char    *end,
             gboolean       in_link)
{
  Stretch inner = { start, end, outer->depth + 1, in_link, 0, FALSE, FALSE, FALSE };

  write_stretch (writer, &inner);
}

static const char *
write_link (Writer     *writer,
            Stretch    *stretch,
            const char *p)
{
  const char *text_end = NULL;
  const char *address = NULL;
  const char *end = stretch->in_link ? NULL : find_link (stretch, p, &text_end, &address);

  if (end == NULL || text_end == p + 1)
    return NULL;
  if (p[1] == '@' && g_str_has_prefix (address, "mention://"))
    {
      write_tag (writer, "<b>");
      write_text (writer, p + 1, (gsize) (text_end - p - 1));
      write_tag (writer, "</b>");
      return end + 1;
    }
  if (!cor_link_is_safe (address, (gsize) (end - address)))
    return NULL;
  open_link (writer, address, (gsize) (end - address));
  write_inner (writer, stretch, p + 1, text_end, TRUE);
  write_tag (writer, "</a>");
  return end + 1;
}

static const char *
write_address (Writer        *writer,
               const Stretch *stretch,
               const char    *p)
{
  const char *start = *p == '<' ? p + 1 : p;
  const char *end = NULL;

  if (stretch->in_link)
    return NULL;
  if (*p == '<')
    {
      gsize room = MIN ((gsize) (stretch->end - p), (gsize) MAX_ADDRESS);

      end = memchr (p, '>', room);
      if (end == NULL || !cor_link_is_safe (start, (gsize) (end - start)))
        return NULL;
    }
  else
    {
      end = p + measure_bare_address (stretch, p);
      if (end == p)
        return NULL;
    }
  open_link (writer, start, (gsize) (end - start));
  write_text (writer, start, (gsize) (end - start));
  write_tag (writer, "</a>");
  return *p == '<' ? end + 1 : end;
}

static const char *
write_marked (Writer     *writer,
              Stretch    *stretch,
              const char *p)
{
  for (Mark mark = 0; mark < N_MARKS; mark++)
    {
      const char *start = p + marks[mark].len;
      const char *end = NULL;

      if (*p != marks[mark].sign[0] || !can_open (stretch, mark, p))
        continue;
      end = find_mark_end (stretch, mark, start);
      if (end == NULL || end == start)
        continue;
      write_tag (writer, marks[mark].open);
      write_inner (writer, stretch, start, end, stretch->in_link);
      write_tag (writer, marks[mark].close);
      return end + marks[mark].len;
    }
  return NULL;
}

static const char *
write_special (Writer     *writer,
               Stretch    *stretch,
               const char *p)
{
  if (stretch->depth > MAX_DEPTH)
    return NULL;
  switch (*p)
    {
    case '\\':
      if (p + 1 >= stretch->end || !g_ascii_ispunct (p[1]))
        return NULL;
      write_text (writer, p + 1, 1);
      return p + 2;
    case '`':
      return write_code (writer, stretch, p);
    case '[':
      return write_link (writer, stretch, p);
    case '<':
    case 'h':
    case 'H':
      return write_address (writer, stretch, p);
    case '*':
    case '_':
    case '~':
      return write_marked (writer, stretch, p);
    default:
      return NULL;
    }
}

static gboolean
has_digit (const char *text,
           gsize       len)
{
  for (gsize i = 0; i < len; i++)
    if (g_ascii_isdigit (text[i]))
      return TRUE;
  return FALSE;
}

/* Words without signs: what names a payment leads to it. */
static void
write_words (Writer        *writer,
             const Stretch *stretch,
             const char    *text,
             gsize          len)
{
  g_autoptr (GArray) mentions = NULL;
  g_autofree char *words = NULL;
  gsize            done = 0;

  if (writer->plain || stretch->in_link || !has_digit (text, len))
    {
      write_text (writer, text, len);
      return;
    }
  words = g_strndup (text, len);
  mentions = cor_payment_mentions_find (words);
  for (guint i = 0; i < mentions->len; i++)
    {
      const CorPaymentMention *mention = &g_array_index (mentions, CorPaymentMention, i);
      g_autofree char         *address = g_strconcat (COR_MARKDOWN_PAYMENT, mention->reference, NULL);

      write_text (writer, words + done, mention->start - done);
      open_link (writer, address, strlen (address));
      write_text (writer, words + mention->start, mention->end - mention->start);
      write_tag (writer, "</a>");
      done = mention->end;
    }
  write_text (writer, words + done, len - done);
}

static void
write_stretch (Writer  *writer,
               Stretch *stretch)
{
  const char *text = stretch->start;

  for (const char *p = stretch->start; p < stretch->end;)
    {
      const char *next = NULL;

      if (strchr ("\\`[<hH*_~", *p))
        {
          write_words (writer, stretch, text, (gsize) (p - text));
          text = p;
          next = write_special (writer, stretch, p);
        }
      if (next)
        text = next;
      p = next ? next : g_utf8_next_char (p);
    }
  write_words (writer, stretch, text, (gsize) (stretch->end - text));
}

static char *
convert (const char *markdown,
         gboolean    plain)
{
  g_autofree char *valid = g_utf8_make_valid (markdown ? markdown : "", -1);
  Writer           writer = { g_string_new (NULL), plain };
  Stretch          whole = { valid, valid + strlen (valid), 0, FALSE, 0, FALSE, FALSE, FALSE };

  write_stretch (&writer, &whole);
  return g_string_free (writer.out, FALSE);
}

/**
 * cor_markdown_to_pango:
 * @markdown: (nullable): the content of a message
 *
 * Bold, italic, strikethrough, code, links to http, https and mailto, and
 * mentions (chatwoot.md §4) as Pango markup; everything else is shown as
 * written. The result is well formed whatever comes in. Any thread.
 *
 * Returns: (transfer full): markup
 */
char *
cor_markdown_to_pango (const char *markdown)
{
  return convert (markdown, FALSE);
}

/**
 * cor_markdown_to_plain:
 * @markdown: (nullable): the content of a message
 *
 * The same without any markup on one line, for lists; see cor_snippet() to
 * shorten it. Any thread.
 *
 * Returns: (transfer full): one line of text
 */
char *
cor_markdown_to_plain (const char *markdown)
{
  g_autofree char *plain = convert (markdown, TRUE);

  return cor_snippet (plain, G_MAXUINT / 32);
}

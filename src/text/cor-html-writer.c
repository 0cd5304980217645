/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-html"

#include "config.h"

#include "cor-html-writer.h"

#include <string.h>

/* Deeper quotations are shown as deep as this. */
#define MAX_QUOTES 8

gboolean
cor_html_writer_is_full (const CorHtmlWriter *writer)
{
  return writer->out->len >= writer->max_len;
}

/* Owes @n_lines line ends: 1 a new line, 2 an empty line between. */
void
cor_html_writer_break (CorHtmlWriter *writer,
                       guint          n_lines)
{
  writer->blank = FALSE;
  writer->cell = FALSE;
  writer->breaks = MAX (writer->breaks, n_lines);
}

/* The same for what may stand in a cell: at its start it stays beside the cell before. */
void
cor_html_writer_block (CorHtmlWriter *writer,
                       guint          n_lines)
{
  if (!writer->cell)
    cor_html_writer_break (writer, n_lines);
}

static void
write_prefix (CorHtmlWriter *writer,
              guint          quotes)
{
  for (guint i = 0; i < MIN (quotes, MAX_QUOTES); i++)
    g_string_append (writer->out, "> ");
  writer->line_filled = FALSE;
}

static void
trim_line (CorHtmlWriter *writer)
{
  gsize len = writer->out->len;

  while (len > 0 && writer->out->str[len - 1] == ' ')
    len--;
  g_string_truncate (writer->out, len);
}

/* Pays what is owed before something visible. */
static void
settle (CorHtmlWriter *writer)
{
  if (writer->out->len == 0)
    write_prefix (writer, writer->quotes);
  else
    for (; writer->breaks > 0; writer->breaks--)
      {
        /* an empty line is quoted only between quoted lines */
        gboolean last = writer->breaks == 1;

        writer->cell_lines = writer->cell_filled;
        trim_line (writer);
        g_string_append_c (writer->out, '\n');
        write_prefix (writer, last ? writer->quotes : MIN (writer->quotes, writer->quotes_before));
      }
  writer->breaks = 0;
  writer->quotes_before = writer->quotes;

  if (writer->line_filled && writer->cell)
    g_string_append (writer->out, " | ");
  else if (writer->line_filled && writer->blank)
    g_string_append_c (writer->out, ' ');
  writer->cell = FALSE;
  writer->blank = FALSE;
}

static gboolean
is_invisible (gunichar c)
{
  return g_unichar_iscntrl (c) || c == 0xad || c == 0x34f || c == 0x200b || c == 0x2060 || c == 0xfeff;
}

static gboolean
is_blank (gunichar c)
{
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029 ||
         g_unichar_type (c) == G_UNICODE_SPACE_SEPARATOR;
}

/* @text is valid UTF-8. */
void
cor_html_writer_text (CorHtmlWriter *writer,
                      const char    *text,
                      gsize          len)
{
  for (const char *p = text; p < text + len && !cor_html_writer_is_full (writer); p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (writer->preformatted > 0 && c == '\n')
        {
          writer->breaks = MIN (writer->breaks + 1, 3);
          writer->blank = FALSE;
        }
      else if (writer->preformatted > 0 && (c == ' ' || c == '\t'))
        {
          settle (writer);
          g_string_append_c (writer->out, ' ');
        }
      else if (is_blank (c))
        writer->blank = TRUE;
      /* joiners belong between letters; in rows they only pad a preview */
      else if (is_invisible (c) || ((c == 0x200c || c == 0x200d) && (writer->blank || !writer->line_filled)))
        continue;
      else
        {
          settle (writer);
          g_string_append_unichar (writer->out, c);
          writer->line_filled = TRUE;
          writer->cell_filled = TRUE;
        }
    }
}

void
cor_html_writer_open_list (CorHtmlWriter *writer,
                           gboolean       numbered)
{
  cor_html_writer_break (writer, writer->n_lists == 0 ? 2 : 1);
  if (writer->n_lists < COR_HTML_MAX_LISTS)
    writer->lists[writer->n_lists] = numbered ? 1 : 0;
  writer->n_lists++;
}

void
cor_html_writer_close_list (CorHtmlWriter *writer)
{
  if (writer->n_lists > 0)
    writer->n_lists--;
  cor_html_writer_break (writer, writer->n_lists == 0 ? 2 : 1);
}

void
cor_html_writer_item (CorHtmlWriter *writer)
{
  guint depth = CLAMP (writer->n_lists, 1, COR_HTML_MAX_LISTS);

  cor_html_writer_break (writer, 1);
  settle (writer);
  for (guint i = 1; i < depth; i++)
    g_string_append (writer->out, "  ");
  if (writer->n_lists > 0 && writer->lists[depth - 1] > 0)
    g_string_append_printf (writer->out, "%d. ", writer->lists[depth - 1]++);
  else
    g_string_append (writer->out, "\u2022 ");
}

/* Short cells of a row share a line; where a cell had lines of its own, as in
 * tables that only lay out a page, the next begins another. */
void
cor_html_writer_cell (CorHtmlWriter *writer)
{
  if (writer->cell_filled && !writer->cell_lines)
    {
      writer->breaks = 0;
      writer->cell = TRUE;
    }
  writer->cell_filled = FALSE;
  writer->cell_lines = FALSE;
  writer->blank = FALSE;
}

void
cor_html_writer_row (CorHtmlWriter *writer)
{
  cor_html_writer_break (writer, 1);
  writer->cell_filled = FALSE;
  writer->cell_lines = FALSE;
}

/* The text, whole characters only and without blanks at its end. */
char *
cor_html_writer_steal (CorHtmlWriter *writer)
{
  GString *out = g_steal_pointer (&writer->out);
  gsize    len = MIN (out->len, writer->max_len);

  while (len > 0 && len < out->len && ((guchar) out->str[len] & 0xc0) == 0x80)
    len--;
  while (len > 0 && (out->str[len - 1] == ' ' || out->str[len - 1] == '\n'))
    len--;
  g_string_truncate (out, len);
  return g_string_free (out, FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Lays out plain text while elements come and go; for cor-html.c alone. */

#define COR_HTML_MAX_LISTS 8

typedef struct
{
  GString *out;
  gsize    max_len;
  guint    breaks;      /* line ends owed before the next text */
  gboolean blank;       /* a blank owed */
  gboolean cell;        /* a table cell begins beside another */
  gboolean cell_filled; /* the cell has text */
  gboolean cell_lines;  /* and more than one line of it */
  gboolean line_filled; /* the line has text, not only a prefix */
  guint    quotes;
  guint    quotes_before; /* of the line before */
  guint    preformatted;
  guint    n_lists;
  int      lists[COR_HTML_MAX_LISTS]; /* next number, 0 for bullets */
} CorHtmlWriter;

gboolean cor_html_writer_is_full (const CorHtmlWriter *writer);
void     cor_html_writer_break (CorHtmlWriter *writer,
                                guint          n_lines);
void     cor_html_writer_block (CorHtmlWriter *writer,
                                guint          n_lines);
void     cor_html_writer_text (CorHtmlWriter *writer,
                               const char    *text,
                               gsize          len);
void     cor_html_writer_open_list (CorHtmlWriter *writer,
                                    gboolean       numbered);
void     cor_html_writer_close_list (CorHtmlWriter *writer);
void     cor_html_writer_item (CorHtmlWriter *writer);
void     cor_html_writer_cell (CorHtmlWriter *writer);
void     cor_html_writer_row (CorHtmlWriter *writer);
char    *cor_html_writer_steal (CorHtmlWriter *writer) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

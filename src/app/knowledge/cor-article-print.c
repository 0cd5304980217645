/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-article-print"

#include "config.h"

#include "cor-article-print.h"

#include "cor-article-page.h"
#include "cor-article-rows.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Points. */
#define MARGIN 48.0
#define FOOT 26.0
#define INDENT 18.0
#define CELL_SPACE 4.0
#define BODY_SIZE 10.0

/* What stays together on a page: a line of text, or a row of a table. */
typedef struct
{
  double           space; /* above it, not at the top of a page */
  double           height;
  double           x;
  double           width; /* of a row of a table, else 0 */
  PangoLayoutLine *line;  /* owned, or NULL */
  double           baseline;
  PangoLayout     *marker; /* owned, or NULL: in front of it */
  GPtrArray       *cells;  /* owned PangoLayout of a row, or NULL */
  gboolean         is_quoted;
  gboolean         is_kept; /* with the next one */
} Piece;

typedef struct
{
  CorArticlePage *page;
  char           *title;
  char           *source;
  GArray         *pieces; /* Piece */
  GArray         *starts; /* guint: the first piece of every page */
  double          width, height;
} Print;

static void
clear_piece (gpointer data)
{
  Piece *piece = data;

  g_clear_pointer (&piece->line, pango_layout_line_unref);
  g_clear_object (&piece->marker);
  g_clear_pointer (&piece->cells, g_ptr_array_unref);
}

static void
free_print (gpointer data, GClosure *unused)
{
  Print *self = data;

  cor_article_page_unref (self->page);
  g_array_unref (self->pieces);
  g_array_unref (self->starts);
  g_free (self->title);
  g_free (self->source);
  g_free (self);
}

static PangoLayout *
make_layout (Print *self, GtkPrintContext *context, double width, double size, gboolean is_bold, gboolean is_mono)
{
  PangoLayout          *layout = gtk_print_context_create_pango_layout (context);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, is_mono ? "Monospace" : "Sans");
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (self->page->is_rtl)
    pango_layout_set_alignment (layout, PANGO_ALIGN_LEFT); /* of the text's own direction */
  return layout;
}

/* On paper a link does not need to be coloured, and marks do not belong to the text. */
static void
set_leaf (Print *self, PangoLayout *layout, const CorBlock *leaf)
{
  g_autofree char *markup = cor_article_page_dup_markup (self->page, leaf);
  g_autoptr (GString) plain = g_string_new (NULL);
  g_autoptr (PangoAttrList) attributes = NULL;
  g_autoptr (PangoAttrList) languages = pango_attr_list_new ();
  g_autofree char *text = NULL;

  /* Pango does not know links: they go, what they show stays */
  for (const char *p = markup; *p != '\0';)
    if (g_str_has_prefix (p, "<a ") || g_str_has_prefix (p, "</a>"))
      p = strchr (p, '>') + 1;
    else
      g_string_append_c (plain, *p++);
  if (!pango_parse_markup (plain->str, -1, 0, &attributes, &text, NULL, NULL))
    return;
  if (self->page->language != NULL)
    pango_attr_list_insert (attributes, pango_attr_language_new (pango_language_from_string (self->page->language)));
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_attributes (layout, attributes);
}

static void
add_lines (Print *self, PangoLayout *layout, const Piece *like)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  gboolean         is_first = TRUE;

  do
    {
      Piece          piece = *like;
      PangoRectangle place;
      int            top = 0;
      int            bottom = 0;

      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      pango_layout_iter_get_line_extents (iter, NULL, &place);
      piece.line = pango_layout_line_ref (pango_layout_iter_get_line_readonly (iter));
      piece.height = pango_units_to_double (bottom - top);
      piece.baseline = pango_units_to_double (pango_layout_iter_get_baseline (iter) - top);
      piece.x += pango_units_to_double (place.x);
      piece.space = is_first ? like->space : 0;
      piece.marker = is_first ? like->marker : NULL;
      g_array_append_val (self->pieces, piece);
      is_first = FALSE;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
add_table_row (Print *self, GtkPrintContext *context, const CorBlock *table, const CorBlock *row, double x, double width, double space)
{
  Piece  piece = { 0 };
  double column = width / MAX (table->n_columns, 1);

  piece.space = space;
  piece.x = x;
  piece.width = width;
  piece.is_kept = row->is_head;
  piece.cells = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < row->children->len; i++)
    {
      const CorBlock *cell = g_ptr_array_index (row->children, i);
      PangoLayout    *layout = make_layout (self, context, column - 2 * CELL_SPACE, BODY_SIZE - 1, row->is_head, FALSE);
      int             height = 0;

      set_leaf (self, layout, cell);
      if (cell->align == COR_ALIGN_CENTER || cell->align == COR_ALIGN_END)
        pango_layout_set_alignment (layout, cell->align == COR_ALIGN_CENTER ? PANGO_ALIGN_CENTER : PANGO_ALIGN_RIGHT);
      pango_layout_get_size (layout, NULL, &height);
      piece.height = MAX (piece.height, pango_units_to_double (height) + 2 * CELL_SPACE);
      g_ptr_array_add (piece.cells, layout);
    }
  g_array_append_val (self->pieces, piece);
}

static void
add_row (Print *self, GtkPrintContext *context, const CorArticleRow *row)
{
  static const double sizes[] = { BODY_SIZE, 14, 12.5, 11, BODY_SIZE, BODY_SIZE, BODY_SIZE };
  const CorBlock     *block = row->block;
  gboolean            is_heading = block->kind == COR_BLOCK_HEADING;
  double              indent = INDENT * (row->indent + row->quotes);
  double              width = MAX (self->width - indent, 72);
  g_autofree char    *marker = cor_article_row_dup_marker (row);
  g_autoptr (PangoLayout) layout = NULL;
  Piece like = { 0 };

  like.space = is_heading ? 12 : row->is_tight ? 3
                                               : 7;
  if (block->kind == COR_BLOCK_TABLE)
    {
      for (guint i = 0; i < block->children->len; i++)
        add_table_row (self, context, block, g_ptr_array_index (block->children, i), self->page->is_rtl ? 0 : indent, width, i == 0 ? like.space : 0);
      return;
    }
  layout = make_layout (self, context, width, block->kind == COR_BLOCK_CODE ? BODY_SIZE - 1 : sizes[MIN (block->level, 6)], is_heading, block->kind == COR_BLOCK_CODE);
  set_leaf (self, layout, block);
  like.x = self->page->is_rtl ? 0 : indent;
  like.is_quoted = row->quotes > 0;
  like.is_kept = is_heading;
  if (marker != NULL)
    {
      like.marker = make_layout (self, context, INDENT, BODY_SIZE, FALSE, FALSE);
      pango_layout_set_text (like.marker, marker, -1);
    }
  add_lines (self, layout, &like);
}

/* Pages are filled from the top; what is kept with the next piece goes over with it. */
static void
paginate (Print *self)
{
  double y = 0;
  guint  start = 0;

  g_array_set_size (self->starts, 0);
  g_array_append_val (self->starts, start);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);
      double       space = i == start ? 0 : piece->space;

      if (y + space + piece->height > self->height && i > start)
        {
          guint first = i;

          while (first > start + 1 && g_array_index (self->pieces, Piece, first - 1).is_kept)
            first--;
          start = i = first;
          g_array_append_val (self->starts, start);
          piece = &g_array_index (self->pieces, Piece, i);
          space = y = 0;
        }
      y += space + piece->height;
    }
}

static void
on_begin_print (GtkPrintOperation *operation, GtkPrintContext *context, Print *self)
{
  g_autoptr (GArray) rows = cor_article_rows_new (self->page->document);
  Piece like = { 0 };

  self->width = gtk_print_context_get_width (context) - 2 * MARGIN;
  self->height = gtk_print_context_get_height (context) - 2 * MARGIN - FOOT;
  g_array_set_size (self->pieces, 0);
  if (self->title[0] != '\0')
    {
      g_autoptr (PangoLayout) layout = make_layout (self, context, self->width, 17, TRUE, FALSE);

      pango_layout_set_text (layout, self->title, -1);
      like.is_kept = TRUE;
      add_lines (self, layout, &like);
    }
  for (guint i = 0; i < rows->len; i++)
    add_row (self, context, &g_array_index (rows, CorArticleRow, i));
  paginate (self);
  gtk_print_operation_set_n_pages (operation, (int) self->starts->len);
}

static void
draw_cells (Print *self, cairo_t *cairo, const Piece *piece, double y)
{
  double column = piece->width / MAX (piece->cells->len, 1);

  for (guint i = 0; i < piece->cells->len; i++)
    {
      guint at = self->page->is_rtl ? piece->cells->len - 1 - i : i;

      cairo_move_to (cairo, piece->x + column * at + CELL_SPACE, y + CELL_SPACE);
      pango_cairo_show_layout (cairo, g_ptr_array_index (piece->cells, i));
    }
  cairo_set_line_width (cairo, 0.5);
  cairo_set_source_rgb (cairo, 0.7, 0.7, 0.7);
  cairo_move_to (cairo, piece->x, y + piece->height);
  cairo_rel_line_to (cairo, piece->width, 0);
  cairo_stroke (cairo);
  cairo_set_source_rgb (cairo, 0, 0, 0);
}

static void
draw_piece (Print *self, cairo_t *cairo, const Piece *piece, double y)
{
  if (piece->cells != NULL)
    {
      draw_cells (self, cairo, piece, y);
      return;
    }
  if (piece->marker != NULL)
    {
      cairo_move_to (cairo, self->page->is_rtl ? self->width - INDENT : piece->x - INDENT, y);
      pango_cairo_show_layout (cairo, piece->marker);
    }
  if (piece->is_quoted)
    {
      cairo_set_line_width (cairo, 1.5);
      cairo_set_source_rgb (cairo, 0.7, 0.7, 0.7);
      cairo_move_to (cairo, self->page->is_rtl ? self->width - 2 : 2, y);
      cairo_rel_line_to (cairo, 0, piece->height);
      cairo_stroke (cairo);
      cairo_set_source_rgb (cairo, 0, 0, 0);
    }
  cairo_move_to (cairo, piece->x, y + piece->baseline);
  pango_cairo_show_layout_line (cairo, piece->line);
}

static void
draw_foot (Print *self, GtkPrintContext *context, cairo_t *cairo, int page)
{
  g_autoptr (PangoLayout) source = make_layout (self, context, self->width * 0.75, 8, FALSE, FALSE);
  g_autoptr (PangoLayout) number = make_layout (self, context, self->width * 0.25, 8, FALSE, FALSE);
  /* TRANSLATORS: at the foot of a printed page */
  g_autofree char *text = g_strdup_printf (_ ("Page %d of %u"), page + 1, self->starts->len);

  pango_layout_set_text (source, self->source ? self->source : "", -1);
  pango_layout_set_height (source, -1);
  pango_layout_set_ellipsize (source, PANGO_ELLIPSIZE_END);
  pango_layout_set_text (number, text, -1);
  pango_layout_set_alignment (number, PANGO_ALIGN_RIGHT);
  cairo_set_source_rgb (cairo, 0.35, 0.35, 0.35);
  cairo_move_to (cairo, 0, self->height + FOOT / 2);
  pango_cairo_show_layout (cairo, source);
  cairo_move_to (cairo, self->width * 0.75, self->height + FOOT / 2);
  pango_cairo_show_layout (cairo, number);
}

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page, Print *self)
{
  cairo_t *cairo = gtk_print_context_get_cairo_context (context);
  guint    first = g_array_index (self->starts, guint, page);
  guint    last = (guint) page + 1 < self->starts->len ? g_array_index (self->starts, guint, page + 1) : self->pieces->len;
  double   y = 0;

  cairo_translate (cairo, MARGIN, MARGIN);
  cairo_set_source_rgb (cairo, 0, 0, 0);
  for (guint i = first; i < last; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);

      y += i > first ? piece->space : 0;
      draw_piece (self, cairo, piece, y);
      y += piece->height;
    }
  draw_foot (self, context, cairo, page);
}

/**
 * cor_article_print_new:
 * @title: (nullable): of the article
 * @document: (transfer none): its text
 * @source: (nullable): where it is from, for the foot of every page
 *
 * The article on paper: black on white, without marks.
 *
 * Returns: (transfer full): an operation to be run
 */
GtkPrintOperation *
cor_article_print_new (const char *title, CorDocument *document, const char *source)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  Print             *self = g_new0 (Print, 1);

  self->page = cor_article_page_new (document, FALSE);
  self->title = g_strdup (title ? title : "");
  self->source = g_strdup (source);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_array_set_clear_func (self->pieces, clear_piece);
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_job_name (operation, title && *title ? title : _ ("Article"));
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin_print), self);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (on_draw_page), self, free_print, 0);
  return operation;
}

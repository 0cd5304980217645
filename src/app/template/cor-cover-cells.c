/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-cover-cells"

#include "config.h"

#include "cor-cover-cells.h"

#include "cor-style-color.h"
#include "cor-template-words.h"

/*
 * CorCoverCells: a line of the coverage table: how a template stands in each language, by a sign that differs in shape
 * and in colour; or, without a template, the languages themselves. All lines share one adjustment, so they scroll to
 * the side together while the titles stay. Drawn, because a table of widgets would be thousands of them.
 *
 * CSS nodes: corcovercells
 * Accessibility: the row around it is named by the template and says the language that is pointed at.
 */
struct _CorCoverCells
{
  GtkWidget parent_instance;

  GtkAdjustment    *adjustment; /* owned */
  char            **locales;    /* owned */
  CorTemplateCover *covers;     /* owned: as many as languages; NULL: the head */
  int               n_locales;
  int               column; /* the one that is pointed at; -1 none */
};

/* px */
#define CELL_WIDTH 58
#define CELL_HEIGHT 36
#define SIGN 20
#define LINE 1.8

G_DEFINE_FINAL_TYPE (CorCoverCells, cor_cover_cells, GTK_TYPE_WIDGET)

static gboolean
is_rtl (CorCoverCells *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static double
get_x (CorCoverCells *self, int column)
{
  double x = column * CELL_WIDTH - gtk_adjustment_get_value (self->adjustment);

  return is_rtl (self) ? gtk_widget_get_width (GTK_WIDGET (self)) - x - CELL_WIDTH : x;
}

static void
set_ink (CorCoverCells *self, cairo_t *cr, CorTemplateCover cover, double alpha)
{
  guint32 rgb = cor_hue_get_rgb (cor_template_words_get_cover_hue (cover));
  GdkRGBA ink = { 0.2f, 0.2f, 0.2f, 1 };
  double  keep = cover == COR_TEMPLATE_COVER_MISSING ? 0 : 0.5; /* the hue with as much of the text's colour as pills have */

  cor_style_color_lookup (GTK_WIDGET (self), "view_fg_color", &ink);
  cairo_set_source_rgba (cr, keep * (rgb >> 16 & 0xff) / 255 + (1 - keep) * ink.red, keep * (rgb >> 8 & 0xff) / 255 + (1 - keep) * ink.green,
                         keep * (rgb & 0xff) / 255 + (1 - keep) * ink.blue, alpha);
}

static void
draw_ground (CorCoverCells *self, cairo_t *cr, CorTemplateCover cover)
{
  set_ink (self, cr, cover, 0.17);
  cairo_arc (cr, 0, 0, SIGN / 2.0, 0, 2 * G_PI);
  cairo_fill (cr);
}

/* A tick, a ring, a mark of exclamation, a dash: told apart without colours. */
static void
draw_sign (CorCoverCells *self, cairo_t *cr, CorTemplateCover cover)
{
  if (cover == COR_TEMPLATE_COVER_COMPLETE || cover == COR_TEMPLATE_COVER_STALE)
    draw_ground (self, cr, cover);
  set_ink (self, cr, cover, cover == COR_TEMPLATE_COVER_MISSING ? 0.55 : 1);
  cairo_set_line_width (cr, LINE);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  switch (cover)
    {
    case COR_TEMPLATE_COVER_COMPLETE:
      cairo_move_to (cr, -4, 0);
      cairo_line_to (cr, -1, 3.5);
      cairo_line_to (cr, 4.5, -3.5);
      break;
    case COR_TEMPLATE_COVER_DRAFT:
      cairo_arc (cr, 0, 0, 4, 0, 2 * G_PI);
      break;
    case COR_TEMPLATE_COVER_STALE:
      cairo_move_to (cr, 0, -5);
      cairo_line_to (cr, 0, 1);
      cairo_move_to (cr, 0, 4.6);
      cairo_line_to (cr, 0, 4.7);
      break;
    case COR_TEMPLATE_COVER_MISSING:
    case COR_N_TEMPLATE_COVERS:
    default:
      cairo_move_to (cr, -3.5, 0);
      cairo_line_to (cr, 3.5, 0);
    }
  cairo_stroke (cr);
}

static void
draw_name (CorCoverCells *self, cairo_t *cr, const char *locale)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), locale);
  int width = 0, height = 0;

  pango_layout_set_width (layout, (CELL_WIDTH - 4) * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_MIDDLE);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_get_pixel_size (layout, &width, &height);
  set_ink (self, cr, COR_TEMPLATE_COVER_MISSING, 0.74);
  cairo_move_to (cr, -(CELL_WIDTH - 4) / 2.0, -height / 2.0);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_pointer (CorCoverCells *self, cairo_t *cr)
{
  GdkRGBA accent = { 0.2f, 0.5f, 0.9f, 1 };

  cor_style_color_lookup (GTK_WIDGET (self), "accent_color", &accent);
  gdk_cairo_set_source_rgba (cr, &accent);
  cairo_set_line_width (cr, 2);
  cairo_rectangle (cr, -SIGN / 2.0 - 4, -SIGN / 2.0 - 4, SIGN + 8, SIGN + 8);
  cairo_stroke (cr);
}

static void
cor_cover_cells_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CorCoverCells  *self = COR_COVER_CELLS (widget);
  int             width = gtk_widget_get_width (widget);
  int             height = gtk_widget_get_height (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  cairo_t        *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  for (int i = 0; i < self->n_locales; i++)
    {
      double x = get_x (self, i);

      if (x + CELL_WIDTH < 0 || x > width)
        continue;
      cairo_save (cr);
      cairo_translate (cr, x + CELL_WIDTH / 2.0, height / 2.0);
      if (self->covers == NULL)
        draw_name (self, cr, self->locales[i]);
      else
        draw_sign (self, cr, self->covers[i]);
      if (i == self->column)
        draw_pointer (self, cr);
      cairo_restore (cr);
    }
  cairo_destroy (cr);
}

static void
cor_cover_cells_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  CorCoverCells *self = COR_COVER_CELLS (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = CELL_WIDTH;
      *natural = MAX (1, self->n_locales) * CELL_WIDTH;
    }
  else
    *minimum = *natural = CELL_HEIGHT;
}

static void
cor_cover_cells_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CorCoverCells *self = COR_COVER_CELLS (widget);
  int            whole = self->n_locales * CELL_WIDTH;

  /* the head says how much there is; the lines below it are as wide */
  if (self->covers == NULL)
    gtk_adjustment_configure (self->adjustment, CLAMP (gtk_adjustment_get_value (self->adjustment), 0, MAX (0, whole - width)), 0, MAX (whole, width), CELL_WIDTH, CELL_WIDTH * 3, width);
}

static gboolean
on_query_tooltip (CorCoverCells *self, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip)
{
  int              column = is_keyboard ? self->column : cor_cover_cells_find (self, x);
  g_autofree char *words = NULL;

  if (column < 0)
    return FALSE;
  words = self->covers == NULL ? g_strdup (self->locales[column]) : cor_template_words_dup_cover (self->locales[column], self->covers[column]);
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

static void
cor_cover_cells_dispose (GObject *object)
{
  g_clear_object (&COR_COVER_CELLS (object)->adjustment);

  G_OBJECT_CLASS (cor_cover_cells_parent_class)->dispose (object);
}

static void
cor_cover_cells_finalize (GObject *object)
{
  CorCoverCells *self = COR_COVER_CELLS (object);

  g_strfreev (self->locales);
  g_free (self->covers);

  G_OBJECT_CLASS (cor_cover_cells_parent_class)->finalize (object);
}

static void
cor_cover_cells_class_init (CorCoverCellsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_cover_cells_dispose;
  G_OBJECT_CLASS (klass)->finalize = cor_cover_cells_finalize;
  widget_class->measure = cor_cover_cells_measure;
  widget_class->size_allocate = cor_cover_cells_size_allocate;
  widget_class->snapshot = cor_cover_cells_snapshot;
  gtk_widget_class_set_css_name (widget_class, "corcovercells");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
cor_cover_cells_init (CorCoverCells *self)
{
  self->column = -1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
}

/**
 * cor_cover_cells_new:
 * @adjustment: (transfer none): how far all lines are scrolled to the side
 *
 * Returns: (transfer floating): a line without languages
 */
GtkWidget *
cor_cover_cells_new (GtkAdjustment *adjustment)
{
  CorCoverCells *self = g_object_new (COR_TYPE_COVER_CELLS, NULL);

  self->adjustment = g_object_ref (adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * cor_cover_cells_set_locales:
 * @locales: (nullable) (array zero-terminated=1): the columns
 * @covers: (nullable) (transfer full): one for each; %NULL: this is the head, which names them
 */
void
cor_cover_cells_set_locales (CorCoverCells *self, const char *const *locales, CorTemplateCover *covers)
{
  g_return_if_fail (COR_IS_COVER_CELLS (self));

  g_strfreev (self->locales);
  self->locales = g_strdupv ((char **) locales);
  self->n_locales = locales != NULL ? (int) g_strv_length (self->locales) : 0;
  g_free (self->covers);
  self->covers = covers;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * cor_cover_cells_get_cover:
 * @column: one of them
 *
 * Returns: how the template stands there
 */
CorTemplateCover
cor_cover_cells_get_cover (CorCoverCells *self, int column)
{
  g_return_val_if_fail (COR_IS_COVER_CELLS (self) && self->covers != NULL && column < self->n_locales, COR_TEMPLATE_COVER_MISSING);

  return self->covers[column];
}

/**
 * cor_cover_cells_set_column:
 * @column: the one that is pointed at, -1 none
 */
void
cor_cover_cells_set_column (CorCoverCells *self, int column)
{
  g_return_if_fail (COR_IS_COVER_CELLS (self));

  if (self->column == column)
    return;
  self->column = column;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * cor_cover_cells_find:
 * @x: in the widget
 *
 * Returns: the column there, -1 none
 */
int
cor_cover_cells_find (CorCoverCells *self, double x)
{
  double at = 0;

  g_return_val_if_fail (COR_IS_COVER_CELLS (self), -1);

  at = (is_rtl (self) ? gtk_widget_get_width (GTK_WIDGET (self)) - x : x) + gtk_adjustment_get_value (self->adjustment);
  return at < 0 || at >= self->n_locales * CELL_WIDTH ? -1 : (int) (at / CELL_WIDTH);
}

/**
 * cor_cover_cells_show:
 *
 * Scrolls all lines so that the column is to be seen.
 */
void
cor_cover_cells_show (CorCoverCells *self, int column)
{
  g_return_if_fail (COR_IS_COVER_CELLS (self));

  if (column >= 0)
    gtk_adjustment_clamp_page (self->adjustment, column * CELL_WIDTH, (column + 1) * CELL_WIDTH);
}

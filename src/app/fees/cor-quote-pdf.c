/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-quote-pdf"

#include "config.h"

#include "cor-quote-pdf.h"

#include "cor-amount.h"
#include "cor-date.h"
#include "cor-quote-bars.h"
#include "cor-when.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

/* A4, in points. */
#define WIDTH 595.28
#define HEIGHT 841.89
#define MARGIN 56.0
#define FIELD (WIDTH - 2 * MARGIN)
#define AMOUNT_WIDTH 130.0

/* A page that is being written from the top down. */
typedef struct
{
  cairo_t   *cr;
  GtkWidget *widget; /* its fonts, for every script */
  double     y;
  double     scale; /* of the type, so that many steps fit one page */
} Page;

static PangoLayout *
make_layout (Page       *page,
             const char *text,
             double      size,
             gboolean    is_bold,
             double      width)
{
  PangoLayout          *layout = pango_cairo_create_layout (page->cr);
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (gtk_widget_get_pango_context (page->widget)));

  pango_font_description_set_absolute_size (font, size * page->scale * PANGO_SCALE);
  pango_font_description_set_weight (font, is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return layout;
}

/* Returns its height. */
static double
draw_text (Page       *page,
           const char *text,
           double      x,
           double      width,
           double      size,
           gboolean    is_bold,
           double      grey)
{
  g_autoptr (PangoLayout) layout = make_layout (page, text, size, is_bold, width);
  int height = 0;

  cairo_set_source_rgb (page->cr, grey, grey, grey);
  cairo_move_to (page->cr, x, page->y);
  pango_cairo_show_layout (page->cr, layout);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static void
draw_amount (Page       *page,
             const char *text,
             gboolean    is_bold)
{
  g_autoptr (PangoLayout) layout = make_layout (page, text, 10, is_bold, AMOUNT_WIDTH);

  pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  cairo_set_source_rgb (page->cr, 0, 0, 0);
  cairo_move_to (page->cr, WIDTH - MARGIN - AMOUNT_WIDTH, page->y);
  pango_cairo_show_layout (page->cr, layout);
}

static void
draw_rule (Page *page)
{
  cairo_set_source_rgb (page->cr, 0.8, 0.8, 0.8);
  cairo_rectangle (page->cr, MARGIN, page->y, FIELD, 0.5);
  cairo_fill (page->cr);
  page->y += 9 * page->scale;
}

static void
draw_head (Page         *page,
           CorQuoteForm *form,
           gint64        now)
{
  const CorQuoteResult *chosen = cor_quote_form_get_chosen (form);
  g_autoptr (GTimeZone) tz = g_time_zone_new_local ();
  g_autofree char *at = cor_when_full (now, now, tz);
  g_autofree char *day = cor_date_to_string (cor_quote_form_get_date (form));
  g_autofree char *words = NULL;

  page->y += draw_text (page, _ ("Calculation, not proof of payment"), MARGIN, FIELD, 18, TRUE, 0) + 6;
  /* Translators: two currencies, who bears the charges (OUR, SHA or BEN), the day of the payment, and when this was calculated */
  words = g_strdup_printf (_ ("%s to %s, charges %s, payment of %s. Calculated on %s."), chosen->terms.send->code, chosen->terms.receive->code,
                           cor_charge_bearer_get_key (chosen->terms.bearer), day, at);
  page->y += draw_text (page, words, MARGIN, FIELD, 10, FALSE, 0.3) + 18;
}

static void
draw_step (Page                     *page,
           const CorExplanationStep *step)
{
  gboolean         is_bold = step->effect == COR_EFFECT_RESULT || step->effect == COR_EFFECT_START;
  g_autofree char *amount = cor_explanation_step_dup_amount (step, cor_amount_get_user_locale ());
  g_autofree char *source = cor_explanation_step_dup_source (step);
  g_autoptr (GString) note = g_string_new (source);

  if (step->formula != NULL)
    g_string_append_printf (note, "%s%s", note->len > 0 ? "; " : "", step->formula);
  draw_amount (page, amount, is_bold);
  page->y += draw_text (page, step->what, MARGIN, FIELD - AMOUNT_WIDTH - 12, 10, is_bold, 0);
  if (note->len > 0)
    page->y += draw_text (page, note->str, MARGIN, FIELD - AMOUNT_WIDTH - 12, 8, FALSE, 0.4);
  page->y += 7 * page->scale;
}

static void
draw_foot (Page         *page,
           CorQuoteForm *form)
{
  const CorQuoteResult *chosen = cor_quote_form_get_chosen (form);
  const CorFeeSchedule *schedule = cor_quote_form_get_schedule (form);
  g_autofree char      *rate = cor_amount_format_number (chosen->terms.rate, cor_amount_get_user_locale ());
  g_autofree char      *words = NULL;

  draw_rule (page);
  words = g_strdup_printf (_ ("Rate: 1 %s = %s %s (%s)."), chosen->terms.send->code, rate, chosen->terms.receive->code, chosen->terms.rate_source);
  page->y += draw_text (page, words, MARGIN, FIELD, 8.5, FALSE, 0.3) + 3;
  if (cor_quote_get_certainty (&chosen->terms) != COR_CERTAINTY_EXACT)
    page->y += draw_text (page, _ ("What arrives is expected, not certain: banks on the way and the recipient’s bank may charge for themselves."), MARGIN, FIELD, 8.5, FALSE, 0.3) + 3;
  if (chosen->quote.cost.has_mid && chosen->terms.mid_kind == COR_MID_REFERENCE)
    page->y += draw_text (page, _ ("Reference rates of the European Central Bank are for information, not for transactions."), MARGIN, FIELD, 8.5, FALSE, 0.3) + 3;
  if (schedule != NULL && schedule->is_example)
    page->y += draw_text (page, _ ("The prices are an example; nobody charges them."), MARGIN, FIELD, 8.5, TRUE, 0.3);
}

/* Returns where it ends. */
static double
draw_page (Page         *page,
           CorQuoteForm *form,
           GPtrArray    *steps,
           gint64        now)
{
  page->y = MARGIN;
  draw_head (page, form, now);
  draw_rule (page);
  for (guint i = 0; i < steps->len; i++)
    draw_step (page, steps->pdata[i]);
  draw_foot (page, form);
  return page->y;
}

/* How small the type has to be for one page. */
static double
find_scale (GtkWidget    *widget,
            CorQuoteForm *form,
            GPtrArray    *steps,
            gint64        now)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  Page             page = { cairo_create (surface), widget, 0, 1 };

  while (draw_page (&page, form, steps, now) > HEIGHT - MARGIN && page.scale > 0.5)
    page.scale *= 0.93;
  cairo_destroy (page.cr);
  cairo_surface_destroy (surface);
  return page.scale;
}

static cairo_status_t
write_bytes (void                *closure,
             const unsigned char *data,
             unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/**
 * cor_quote_pdf_new:
 * @widget: whose fonts are used
 * @form: with a result
 * @now: seconds since 1970: when it is calculated
 *
 * One page A4 for the customer: every figure with its source and how sure it is.
 *
 * Returns: (transfer full): the document
 */
GBytes *
cor_quote_pdf_new (GtkWidget    *widget,
                   CorQuoteForm *form,
                   gint64        now)
{
  const CorQuoteResult *chosen = cor_quote_form_get_chosen (form);
  g_autoptr (GPtrArray) steps = cor_explanation_new (&chosen->terms, &chosen->quote);
  GByteArray      *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_bytes, bytes, WIDTH, HEIGHT);
  Page             page = { cairo_create (surface), widget, 0, find_scale (widget, form, steps, now) };

  /* what every printer reads */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, _ ("Calculation, not proof of payment"));
  draw_page (&page, form, steps, now);
  cairo_destroy (page.cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

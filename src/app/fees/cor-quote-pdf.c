/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-quote-pdf"

#include "config.h"

#include "cor-quote-pdf.h"

#include "cor-amount.h"
#include "cor-date.h"
#include "cor-quote-bars.h"
#include "cor-quote-values.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

/* A4, in points. */
#define WIDTH 595.28
#define HEIGHT 841.89
#define MARGIN 56.0
#define FIELD (WIDTH - 2 * MARGIN)
#define AMOUNT_WIDTH 130.0
#define WORDS_WIDTH (FIELD - AMOUNT_WIDTH - 12)

/* Smaller type than this nobody reads with pleasure: then there is another page. */
#define MIN_SCALE 0.8

/* What is put on paper, and how far it has got. */
typedef struct
{
  cairo_t          *cr;
  GtkWidget        *widget;  /* its fonts, for every script */
  const CorCatalog *catalog; /* NULL: the user's language */
  const char       *locale;
  CorQuoteForm     *form;
  CorQuoteTerms     terms; /* of the result, with sources in that language */
  GPtrArray        *steps; /* of CorExplanationStep */
  gint64            now;
  double            scale; /* of the type, so that somewhat many steps fit one page */
  double            y;
  guint             n_pages; /* 0: they are being counted */
  guint             number;  /* of the page */
} Paper;

static const char *say (const Paper *page,
                        const char  *text) G_GNUC_FORMAT (2);

static const char *
say (const Paper *page,
     const char  *text)
{
  return cor_catalog_get (page->catalog, text);
}

static PangoLayout *
make_layout (Paper      *page,
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
  /* the same character is written otherwise in Chinese and Japanese */
  pango_context_set_language (pango_layout_get_context (layout), pango_language_from_string (page->locale));
  pango_layout_context_changed (layout);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return layout;
}

/* Returns its height. */
static double
draw_text (Paper      *page,
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
draw_amount (Paper      *page,
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
draw_rule (Paper *page)
{
  cairo_set_source_rgb (page->cr, 0.8, 0.8, 0.8);
  cairo_rectangle (page->cr, MARGIN, page->y, FIELD, 0.5);
  cairo_fill (page->cr);
  page->y += 9 * page->scale;
}

static double
measure (Paper      *page,
         const char *text,
         double      width,
         double      size)
{
  g_autoptr (PangoLayout) layout = make_layout (page, text, size, FALSE, width);
  int height = 0;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

/* Sheets part from one another: each says what it is and how many there are. */
static void
draw_number (Paper *page)
{
  g_autofree char *words = NULL;
  double           y = page->y;

  if (page->n_pages < 2)
    return;
  /* Translators: the number of a page, and how many there are */
  words = g_strdup_printf (say (page, N_ ("Page %u of %u")), page->number, page->n_pages);
  page->y = HEIGHT - MARGIN + 14;
  draw_text (page, words, MARGIN, FIELD, 8.5, FALSE, 0.3);
  page->y = y;
}

/* Goes on on another page where what comes next is too high for this one. */
static void
make_room (Paper *page,
           double height)
{
  if (page->y + height <= HEIGHT - MARGIN)
    return;
  draw_number (page);
  cairo_show_page (page->cr);
  page->number++;
  page->y = MARGIN;
  page->y += draw_text (page, say (page, N_ ("Calculation, not proof of payment")), MARGIN, FIELD, 10, TRUE, 0.3) + 6;
  draw_rule (page);
}

static void
draw_head (Paper *page)
{
  g_autoptr (GTimeZone) tz = g_time_zone_new_local ();
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (page->now);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, tz);
  g_autofree char *at = g_date_time_format (local, "%Y-%m-%d %H:%M %Z"); /* reads alike in every language, as the days below do */
  g_autofree char *day = cor_date_to_string (cor_quote_form_get_date (page->form));
  g_autofree char *words = NULL;

  page->y += draw_text (page, say (page, N_ ("Calculation, not proof of payment")), MARGIN, FIELD, 18, TRUE, 0) + 6;
  /* Translators: two currencies, who bears the charges (OUR, SHA or BEN), the day of the payment, and when this was calculated */
  words = g_strdup_printf (say (page, N_ ("%s to %s, charges %s, payment of %s. Calculated on %s.")), page->terms.send->code, page->terms.receive->code,
                           cor_charge_bearer_get_key (page->terms.bearer), day, at);
  page->y += draw_text (page, words, MARGIN, FIELD, 10, FALSE, 0.3) + 18;
}

/* The foot says it once, for all formulas. */
static const char *
get_rounding (Paper *page)
{
  switch (page->terms.rounding)
    {
    case COR_ROUNDING_HALF_EVEN:
      return say (page, N_ ("Amounts are rounded to the nearest, halves to the even one."));
    case COR_ROUNDING_UP:
      return say (page, N_ ("Amounts are rounded up."));
    case COR_ROUNDING_DOWN:
      return say (page, N_ ("Amounts are rounded down."));
    case COR_ROUNDING_HALF_UP:
    default:
      return say (page, N_ ("Amounts are rounded to the nearest, halves up."));
    }
}

static void
draw_step (Paper                    *page,
           const CorExplanationStep *step)
{
  gboolean         is_bold = step->effect == COR_EFFECT_RESULT || step->effect == COR_EFFECT_START;
  g_autofree char *amount = cor_explanation_step_dup_amount (step, page->catalog, page->locale);
  g_autofree char *source = cor_explanation_step_dup_source (step, page->catalog);
  g_autoptr (GString) note = g_string_new (source);

  if (step->formula != NULL)
    g_string_append_printf (note, "%s%s", note->len > 0 ? "; " : "", step->formula);
  make_room (page, measure (page, step->what, WORDS_WIDTH, 10) + (note->len > 0 ? measure (page, note->str, WORDS_WIDTH, 8) : 0));
  draw_amount (page, amount, is_bold);
  page->y += draw_text (page, step->what, MARGIN, WORDS_WIDTH, 10, is_bold, 0);
  if (note->len > 0)
    page->y += draw_text (page, note->str, MARGIN, WORDS_WIDTH, 8, FALSE, 0.4);
  page->y += 7 * page->scale;
}

static void
draw_note (Paper      *page,
           const char *text,
           gboolean    is_bold)
{
  make_room (page, measure (page, text, FIELD, 8.5));
  page->y += draw_text (page, text, MARGIN, FIELD, 8.5, is_bold, 0.3) + 3;
}

static void
draw_foot (Paper *page)
{
  const CorFeeSchedule *schedule = cor_quote_form_get_schedule (page->form);
  g_autofree char      *rate = cor_amount_format_number (page->terms.rate, page->locale);
  g_autofree char      *words = NULL;

  make_room (page, 40);
  draw_rule (page);
  words = g_strdup_printf (say (page, N_ ("Rate: 1 %s = %s %s (%s).")), page->terms.send->code, rate, page->terms.receive->code, page->terms.rate_source);
  draw_note (page, words, FALSE);
  draw_note (page, get_rounding (page), FALSE);
  if (cor_quote_get_certainty (&page->terms) != COR_CERTAINTY_EXACT)
    draw_note (page, say (page, N_ ("What arrives is expected, not certain: banks on the way and the recipient’s bank may charge for themselves.")), FALSE);
  if (page->terms.mid_kind == COR_MID_REFERENCE)
    draw_note (page, say (page, N_ ("Reference rates of the European Central Bank are for information, not for transactions.")), FALSE);
  if (schedule != NULL && schedule->is_example)
    draw_note (page, say (page, N_ ("The prices are an example; nobody charges them.")), TRUE);
}

static void
draw_pages (Paper *page)
{
  page->y = MARGIN;
  page->number = 1;
  draw_head (page);
  draw_rule (page);
  for (guint i = 0; i < page->steps->len; i++)
    draw_step (page, page->steps->pdata[i]);
  draw_foot (page);
  draw_number (page);
}

/* One page if type that can be read makes it one; else as many as it takes, in the usual type. */
static void
count_pages (Paper *page)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);

  page->cr = cairo_create (surface);
  for (page->scale = 1; page->scale >= MIN_SCALE; page->scale *= 0.95)
    {
      draw_pages (page);
      if (page->number == 1)
        break;
    }
  if (page->number > 1)
    {
      page->scale = 1;
      draw_pages (page);
    }
  page->n_pages = page->number;
  cairo_destroy (page->cr);
  cairo_surface_destroy (surface);
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
 * @catalog: (nullable): the customer's language; %NULL: the user's
 * @locale: how the customer writes numbers
 * @now: seconds since 1970: when it is calculated
 *
 * A page A4 for the customer, or several where the banks are many: every figure with its source and how sure it is.
 *
 * Returns: (transfer full): the document
 */
GBytes *
cor_quote_pdf_new (GtkWidget        *widget,
                   CorQuoteForm     *form,
                   const CorCatalog *catalog,
                   const char       *locale,
                   gint64            now)
{
  Paper            page = { .widget = widget, .catalog = catalog, .locale = locale, .form = form, .now = now };
  GByteArray      *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_bytes, bytes, WIDTH, HEIGHT);

  cor_quote_dup_terms (form, catalog, &page.terms);
  page.steps = cor_explanation_new (catalog, &page.terms, &cor_quote_form_get_chosen (form)->quote);
  count_pages (&page);

  page.cr = cairo_create (surface);
  /* what every printer reads */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, say (&page, N_ ("Calculation, not proof of payment")));
  draw_pages (&page);
  cairo_destroy (page.cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  g_ptr_array_unref (page.steps);
  cor_quote_terms_clear (&page.terms);
  return g_byte_array_free_to_bytes (bytes);
}

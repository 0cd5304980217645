/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

/* The page of fees: the answer follows what is typed, the text is the customer's, the page of paper is whole. */

#include "config.h"

#include "cor-amount.h"
#include "cor-bearer-cards.h"
#include "cor-catalog-load.h"
#include "cor-context-tab.h"
#include "cor-date.h"
#include "cor-fees-board.h"
#include "cor-fees-page.h"
#include "cor-fees-pane.h"
#include "cor-page.h"
#include "cor-quote-inputs.h"
#include "cor-quote-pdf.h"
#include "cor-quote-reply.h"
#include "cor-rate-chart.h"
#include "cor-store-fees.h"
#include "cor-store-rates.h"
#include "cor-store-templates.h"
#include "cor-quote-values.h"
#include "cor-test-await.h"
#include "cor-test-catalog.h"
#include "cor-test-desk.h"
#include "cor-test-main.h"
#include "cor-test-widgets.h"
#include "cor-waterfall.h"

#include <adwaita.h>
#include <string.h>

/* 15 June 2023, 04:42 UTC. */
#define NOW 1686804120

typedef struct
{
  CorTestDesk desk;
  CorSession *session;
  GtkWindow  *window;
  GtkWidget  *content;
} Fixture;

static void
put_fees (Fixture   *fixture,
          GDateMonth month,
          guint      n_charges)
{
  g_auto (CorTestAwait) await = { NULL };
  g_autoptr (CorFeeSchedule) schedule = cor_fee_schedule_new ();
  CorFeeCorridor *corridor = cor_fee_corridor_new ();

  schedule->id = g_strdup ("s");
  schedule->version = g_strdup_printf ("%d", (int) month);
  schedule->title = g_strdup ("Schedule");
  g_date_set_dmy (&schedule->valid_from, 1, month, 2023);
  g_date_clear (&schedule->valid_to, 1);
  corridor->id = g_strdup ("c");
  corridor->bearers = 1U << COR_BEARER_SHA | 1U << COR_BEARER_OUR | 1U << COR_BEARER_BEN;
  corridor->terms.send = cor_currency_find ("USD");
  corridor->terms.receive = cor_currency_find ("EUR");
  corridor->terms.sender_fee.fixed = 1000;
  corridor->terms.receiver_fee_certainty = COR_CERTAINTY_UNKNOWN;
  corridor->fx_margin_percent = (CorDecimal){ 5, 1 };
  corridor->terms.chain = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_charge_free);
  for (guint i = 0; i < n_charges; i++)
    g_ptr_array_add (corridor->terms.chain, cor_charge_new ("Nordhafen Bank", cor_money_new (10, corridor->terms.receive), COR_CERTAINTY_ESTIMATE));
  g_ptr_array_add (schedule->corridors, corridor);
  cor_store_put_fees_async (fixture->desk.store, schedule, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_put_fees_finish (fixture->desk.store, cor_test_await (&await), NULL));
}

/* The month ends that the program carries are put in by the form too, at some time: here they are there before it. */
static void
put_rates (Fixture *fixture)
{
  g_auto (CorTestAwait) carried = { NULL };
  g_auto (CorTestAwait) await = { NULL };
  CorRateSheet *sheet = cor_rate_sheet_new ();

  cor_store_carry_rates_async (fixture->desk.store, NULL, cor_test_on_result, &carried);
  g_assert_true (cor_store_carry_rates_finish (fixture->desk.store, cor_test_await (&carried), NULL));
  for (guint i = 1; i <= 14; i++)
    {
      GDate            day;
      g_autofree char *rate = g_strdup_printf ("1.07%02u", i * 5);

      g_date_clear (&day, 1);
      g_date_set_dmy (&day, (GDateDay) i, G_DATE_JUNE, 2023);
      cor_rate_sheet_add_day (sheet, &day);
      g_assert_true (cor_rate_sheet_add_rate (sheet, &day, "USD", rate, NULL));
    }
  g_assert_true (cor_rate_sheet_sort (sheet, NULL));
  cor_store_put_rates_async (fixture->desk.store, sheet, COR_RATES_ECB_FILE, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_put_rates_finish (fixture->desk.store, cor_test_await (&await), NULL, NULL));
}

#define TEXT "共付 {{quote.total | money: \"code\"}}，到账 {{quote.received | money: \"code\"}}"

static void
put_template (Fixture    *fixture,
              const char *text)
{
  g_auto (CorTestAwait) await = { NULL };
  GPtrArray *templates = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_template_free);
  CorTemplate *template = cor_template_new ();
  CorTemplateVariant *variant = cor_template_variant_new ();

  template->source = g_strdup ("pack:t");
  template->id = g_strdup ("fees-before-sending");
  template->title = g_strdup ("T");
  template->channels = g_strdup ("any");
  template->source_locale = g_strdup ("zh-Hans");
  variant->locale = g_strdup ("zh-Hans");
  variant->text = g_strdup (text);
  variant->state = COR_TEMPLATE_APPROVED;
  g_ptr_array_add (template->variants, variant);
  g_ptr_array_add (templates, template);
  cor_store_put_templates_async (fixture->desk.store, 0, "pack:t", templates, g_ptr_array_new (), NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_put_templates_finish (fixture->desk.store, cor_test_await (&await), NULL));
}

static void
set_up (Fixture      *fixture,
        gconstpointer is_pane)
{
  cor_test_desk_open (&fixture->desk);
  cor_test_desk_tell_story (&fixture->desk);
  put_fees (fixture, G_DATE_JANUARY, 0);
  put_rates (fixture);
  put_template (fixture, TEXT);
  fixture->session = cor_session_new (fixture->desk.store, NULL, NOW);
  fixture->content = g_object_new (is_pane != NULL ? COR_TYPE_FEES_PANE : COR_TYPE_FEES_PAGE, NULL);
  if (is_pane != NULL)
    cor_context_tab_set_session (COR_CONTEXT_TAB (fixture->content), fixture->session);
  else
    cor_page_set_session (COR_PAGE (fixture->content), fixture->session);
  fixture->window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_default_size (fixture->window, is_pane != NULL ? 360 : 1200, 868);
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->content);
  gtk_window_present (fixture->window);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer unused)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->content), (gpointer *) &fixture->content);
  gtk_window_destroy (fixture->window);
  cor_test_until (fixture->content == NULL);
  cor_test_desk_settle (&fixture->desk);
  cor_test_finalize (fixture->session);
  cor_test_desk_close (&fixture->desk);
}

static GtkWidget *
find (Fixture *fixture,
      GType    type)
{
  GtkWidget *found = cor_test_find (fixture->content, type, NULL);

  g_assert_nonnull (found);
  return found;
}

/* The field that says it. */
static GtkWidget *
find_entry (GtkWidget  *widget,
            const char *text)
{
  if (GTK_IS_ENTRY (widget) && g_str_equal (gtk_editable_get_text (GTK_EDITABLE (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_entry (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static CorQuoteForm *
get_form (Fixture *fixture)
{
  return cor_fees_board_get_form (COR_FEES_BOARD (find (fixture, COR_TYPE_FEES_BOARD)));
}

static const CorQuoteResult *
wait_for_result (Fixture *fixture)
{
  cor_test_until (cor_quote_form_get_chosen (get_form (fixture))->is_there);
  return cor_quote_form_get_chosen (get_form (fixture));
}

/* 1.0770 is of 14 June: 0.9285051, less half a percent 0.923863. */
static void
test_typing (Fixture      *fixture,
             gconstpointer unused)
{
  const CorQuoteResult *chosen = wait_for_result (fixture);
  GtkWidget            *amount = find_entry (find (fixture, COR_TYPE_QUOTE_INPUTS), "1,000.00");

  g_assert_nonnull (amount);
  g_assert_cmpint (chosen->quote.flow.recipient, ==, 92386);
  cor_test_until (cor_test_is_shown (fixture->content, "923.86"));

  gtk_editable_set_text (GTK_EDITABLE (amount), "2,000.00");
  chosen = cor_quote_form_get_chosen (get_form (fixture));
  g_assert_cmpint (chosen->quote.flow.recipient, ==, 184773);
  g_assert_nonnull (find_entry (find (fixture, COR_TYPE_QUOTE_INPUTS), "1,847.73"));

  /* a sentence, and no figure that would be taken for the answer */
  gtk_editable_set_text (GTK_EDITABLE (amount), "2,00");
  g_assert_false (cor_quote_form_get_chosen (get_form (fixture))->is_there);
  g_assert_null (find_entry (find (fixture, COR_TYPE_QUOTE_INPUTS), "1,847.73"));
  g_assert_true (cor_test_is_shown (fixture->content, cor_quote_form_get_chosen (get_form (fixture))->problem));
}

static void
test_bearers (Fixture      *fixture,
              gconstpointer unused)
{
  GtkWidget *cards = NULL;

  wait_for_result (fixture);
  cards = find (fixture, COR_TYPE_BEARER_CARDS);
  g_signal_emit_by_name (gtk_widget_get_last_child (cards), "clicked");
  g_assert_cmpint (cor_quote_form_get_bearer (get_form (fixture)), ==, COR_BEARER_BEN);
  g_assert_true (gtk_widget_has_css_class (gtk_widget_get_last_child (cards), "chosen"));
  g_assert_cmpint (cor_quote_form_get_chosen (get_form (fixture))->quote.flow.debit, ==, 100000);
}

/* In the customer's language, with the figures of the result; without a customer, nothing. */
static void
test_reply (Fixture      *fixture,
            gconstpointer is_pane)
{
  gint64     conversation = cor_test_desk_find (&fixture->desk, "20481");
  GtkWidget *reply = NULL;

  wait_for_result (fixture);
  reply = find (fixture, COR_TYPE_QUOTE_REPLY);
  g_assert_false (gtk_widget_is_sensitive (cor_test_find (reply, GTK_TYPE_BUTTON, "Insert into reply")));
  if (is_pane != NULL)
    cor_context_tab_set_conversation (COR_CONTEXT_TAB (fixture->content), conversation);
  else
    g_object_set (fixture->content, "conversation", conversation, NULL);
  cor_test_until (gtk_widget_is_sensitive (cor_test_find (reply, GTK_TYPE_BUTTON, "Insert into reply")));
  cor_test_until (cor_test_is_shown (reply, "共付 USD 1,010.00，到账 EUR 923.86") || cor_test_is_shown (reply, "共付 USD\302\2401,010.00，到账 EUR\302\240923.86"));

  /* nothing of it stays for the next customer */
  if (is_pane != NULL)
    cor_context_tab_set_conversation (COR_CONTEXT_TAB (fixture->content), 0);
  else
    g_object_set (fixture->content, "conversation", (gint64) 0, NULL);
  g_assert_false (gtk_widget_is_sensitive (cor_test_find (reply, GTK_TYPE_BUTTON, "Insert into reply")));
}

/* Nobody would see what a value that is missing decided. */
static void
test_gap (Fixture      *fixture,
          gconstpointer unused)
{
  GtkWidget *reply = NULL;

  wait_for_result (fixture);
  reply = find (fixture, COR_TYPE_QUOTE_REPLY);
  cor_context_tab_set_conversation (COR_CONTEXT_TAB (fixture->content), cor_test_desk_find (&fixture->desk, "20481"));
  cor_test_until (gtk_widget_is_sensitive (cor_test_find (reply, GTK_TYPE_BUTTON, "Insert into reply")));
  put_template (fixture, TEXT "{% plural days %}{% when other %}，需要几天{% endplural %}");
  cor_test_until (cor_test_is_shown (reply, "Something that this text needs is not known."));
  g_assert_false (gtk_widget_is_sensitive (cor_test_find (reply, GTK_TYPE_BUTTON, "Insert into reply")));
  g_assert_false (cor_test_is_shown (reply, "共付"));
}

/* There is nowhere to step to before there are rates. */
static gboolean
steps_back (CorRateChart *chart)
{
  cor_rate_chart_step (chart, -1);
  return cor_rate_chart_get_place (chart) >= 0;
}

static void
test_chart (Fixture      *fixture,
            gconstpointer unused)
{
  GtkWidget *chart = NULL;

  wait_for_result (fixture);
  chart = find (fixture, COR_TYPE_RATE_CHART);
  cor_test_until (gtk_widget_get_mapped (chart));
  g_assert_cmpint (cor_rate_chart_get_place (COR_RATE_CHART (chart)), ==, -1);
  g_assert_true (gtk_widget_grab_focus (chart));
  cor_test_until (steps_back (COR_RATE_CHART (chart)));
  g_assert_cmpint (cor_rate_chart_get_place (COR_RATE_CHART (chart)), ==, 16); /* three month ends and fourteen days */
  cor_rate_chart_step (COR_RATE_CHART (chart), -1);
  g_assert_cmpint (cor_rate_chart_get_place (COR_RATE_CHART (chart)), ==, 15);
  cor_rate_chart_step (COR_RATE_CHART (chart), -G_MAXINT32);
  cor_rate_chart_step (COR_RATE_CHART (chart), -1);
  g_assert_cmpint (cor_rate_chart_get_place (COR_RATE_CHART (chart)), ==, 0);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (find (fixture, COR_TYPE_WATERFALL)), GTK_ACCESSIBLE_ROLE_IMG);
}

/* A payment is asked about as it was made: its day has another reference, and its rate is the one that was promised. */
static void
test_payment (Fixture      *fixture,
              gconstpointer unused)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  CorPaymentLine   rate = { .key = "rate", .quoted_rate = { 921, 3 } };
  CorPaymentView   view = { .lines = lines, .charge_bearer = (char *) "DEBT", .fee_mode = (char *) "deducted", .created_at = NOW - 2 * 86400, .send = { 250000, cor_currency_find ("USD") }, .receive = { 0, cor_currency_find ("EUR") } };
  CorQuoteForm    *form = get_form (fixture);
  g_autofree char *day = NULL;

  wait_for_result (fixture);
  g_ptr_array_add (lines, &rate);
  cor_fees_pane_take_payment (COR_FEES_PANE (fixture->content), &view);
  cor_test_until (cor_quote_form_get_chosen (form)->is_there);
  day = cor_date_to_string (cor_quote_form_get_date (form));
  g_assert_cmpstr (day, ==, "2023-06-13");
  g_assert_cmpint (cor_quote_form_get_bearer (form), ==, COR_BEARER_OUR);
  g_assert_cmpint (cor_quote_form_get_chosen (form)->quote.flow.debit, ==, 250000);
  g_assert_cmpint (cor_quote_form_get_chosen (form)->quote.flow.recipient, ==, 229329);
  g_assert_nonnull (find_entry (find (fixture, COR_TYPE_QUOTE_INPUTS), "2023-06-13"));
  g_assert_nonnull (find_entry (find (fixture, COR_TYPE_QUOTE_INPUTS), "0.921"));
  g_assert_nonnull (find_entry (find (fixture, COR_TYPE_QUOTE_INPUTS), "2,500.00"));

  /* of one with compliance nothing is taken */
  view.is_held = TRUE;
  view.send.minor = 100;
  cor_fees_pane_take_payment (COR_FEES_PANE (fixture->content), &view);
  g_assert_cmpint (cor_quote_form_get_chosen (form)->quote.flow.debit, ==, 250000);
}

/* Three banks are one page; sixty are more than any type makes fit. */
#define FEW_CHARGES 3
#define MANY_CHARGES 60

static guint
get_chain_length (Fixture *fixture)
{
  const CorQuoteResult *chosen = cor_quote_form_get_chosen (get_form (fixture));

  return chosen->is_there && chosen->terms.chain != NULL ? chosen->terms.chain->len : 0;
}

#define STREAM "\nstream\n"

/* Goes on to behind the next beginning of a stream; whether there is one. */
static gboolean
find_stream (const char **data,
             gsize       *len)
{
  for (; *len > strlen (STREAM); (*data)++, (*len)--)
    if (memcmp (*data, STREAM, strlen (STREAM)) == 0)
      {
        *data += strlen (STREAM);
        *len -= strlen (STREAM);
        return TRUE;
      }
  return FALSE;
}

/* What a page of a PDF draws, in words; a text is placed by six figures and "Tm". Fonts are streams, too. */
static char *
dup_drawing (const char *data,
             gsize       len)
{
  g_autoptr (GZlibDecompressor) zlib = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autofree char *drawing = g_malloc0 (1 << 20);
  gsize            n_read = 0;
  gsize            n_written = 0;

  if (g_converter_convert (G_CONVERTER (zlib), data, len, drawing, (1 << 20) - 1, G_CONVERTER_NO_FLAGS, &n_read, &n_written, NULL) != G_CONVERTER_FINISHED)
    return g_strdup ("");
  return g_steal_pointer (&drawing);
}

/* Where the lowest text stands, in points from the top. */
static double
find_lowest (const char *drawing)
{
  g_auto (GStrv) lines = g_strsplit (drawing, "\n", -1);
  double lowest = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);

      if (g_strv_length (words) == 7 && g_str_equal (words[6], "Tm"))
        lowest = MAX (lowest, g_ascii_strtod (words[5], NULL));
    }
  return lowest;
}

/* Returns how many pages there are; on none anything stands below the number of the page. */
static guint
count_pages (GBytes *pdf)
{
  const char *data = g_bytes_get_data (pdf, NULL);
  gsize       len = g_bytes_get_size (pdf);
  guint       n_pages = 0;

  g_assert_cmpint (memcmp (data, "%PDF-", 5), ==, 0);
  while (find_stream (&data, &len))
    {
      g_autofree char *drawing = dup_drawing (data, len);
      double           lowest = find_lowest (drawing);

      g_assert_cmpfloat (lowest, <=, 841.89 - 56 + 28);
      n_pages += lowest > 0 ? 1 : 0;
    }
  return n_pages;
}

static GBytes *
make_pdf (Fixture          *fixture,
          GDateMonth        month,
          guint             n_charges,
          const CorCatalog *catalog)
{
  put_fees (fixture, month, n_charges);
  cor_test_until (get_chain_length (fixture) == n_charges);
  return cor_quote_pdf_new (fixture->content, get_form (fixture), catalog, "en", NOW);
}

/* However many steps there are, they are on paper. */
static void
test_pdf (Fixture      *fixture,
          gconstpointer unused)
{
  g_autoptr (GBytes) few = NULL;
  g_autoptr (GBytes) many = NULL;

  wait_for_result (fixture);
  few = make_pdf (fixture, G_DATE_MAY, FEW_CHARGES, NULL);
  g_assert_cmpuint (count_pages (few), ==, 1);
  many = make_pdf (fixture, G_DATE_JUNE, MANY_CHARGES, NULL);
  g_assert_cmpuint (count_pages (many), ==, 4);
}

/* The sources, too, which were worded when the figures were found, are in the language of the page. */
static void
test_pdf_words (Fixture      *fixture,
                gconstpointer unused)
{
  static const char *const pairs[] = { "%s of %s", "%s（%s）", "ECB reference rate", "欧洲央行参考汇率", "as given", "按所给汇率", NULL };
  g_autoptr (GBytes) file = cor_test_make_catalog (pairs, FALSE);
  g_autoptr (CorCatalog) catalog = cor_catalog_new (file, NULL);
  g_auto (CorQuoteTerms) terms = { 0 };
  g_auto (CorQuoteTerms) given = { 0 };

  wait_for_result (fixture);
  cor_quote_dup_terms (get_form (fixture), catalog, &terms);
  g_assert_cmpstr (terms.mid_source, ==, "欧洲央行参考汇率（2023-06-14）");
  g_assert_cmpstr (terms.rate_source, ==, "Schedule, 1");
  cor_quote_form_set_rate (get_form (fixture), "0.92");
  cor_quote_dup_terms (get_form (fixture), catalog, &given);
  g_assert_cmpstr (given.rate_source, ==, "按所给汇率");

  g_assert_cmpstr (cor_catalog_find_language ("en-GB"), ==, "en");
  g_assert_cmpstr (cor_catalog_find_language ("zh-Hans"), ==, "zh_CN");
  g_assert_cmpstr (cor_catalog_find_language ("zh"), ==, "zh_CN");
  g_assert_cmpstr (cor_catalog_find_language ("zh-HK"), ==, "zh_TW");
  g_assert_null (cor_catalog_find_language ("de"));
}

int
main (int   argc,
      char *argv[])
{
  cor_test_allow_library_warnings ();
  cor_test_init (&argc, &argv);
  adw_init ();
  g_test_add ("/fees/typing", Fixture, NULL, set_up, test_typing, tear_down);
  g_test_add ("/fees/bearers", Fixture, NULL, set_up, test_bearers, tear_down);
  g_test_add ("/fees/reply", Fixture, NULL, set_up, test_reply, tear_down);
  g_test_add ("/fees/chart", Fixture, NULL, set_up, test_chart, tear_down);
  g_test_add ("/fees/pdf", Fixture, NULL, set_up, test_pdf, tear_down);
  g_test_add ("/fees/pdf-words", Fixture, NULL, set_up, test_pdf_words, tear_down);
  g_test_add ("/fees/pane", Fixture, "pane", set_up, test_reply, tear_down);
  g_test_add ("/fees/payment", Fixture, "pane", set_up, test_payment, tear_down);
  g_test_add ("/fees/gap", Fixture, "pane", set_up, test_gap, tear_down);
  return cor_test_run ();
}

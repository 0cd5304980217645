/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

/* The vectors of the contract, to the last digit: COR_FEE_EXAMPLES names fee-examples.json. Those written here
 * were worked out by hand, and always run. */

#include "config.h"

#include "cor-quote-json.h"
#include "cor-test-main.h"

typedef struct
{
  const char *name;
  const char *input;
  const char *expected;
} Vector;

#define FREE "\"sender_fee\":{},\"receiver_fee\":{}"

static const Vector vectors[] = {
  /* 2 % of 250.00 is 5.00; 245 at 2 is 490; 1 % of that is 4.90, and 10 % tax on it 0.49 */
  { "deducted-percent",
    "{\"send_currency\":\"EUR\",\"receive_currency\":\"USD\",\"fee_mode\":\"deducted\",\"amount\":\"250.00\",\"rate\":\"2\",\"mid_rate\":\"2.5\","
    "\"sender_fee\":{\"percent\":\"2\"},\"receiver_fee\":{\"percent\":\"1\"},\"receiver_fee_tax_percent\":\"10\"}",
    "{\"sender_fee\":\"5.00\",\"total_debit\":\"250.00\",\"amount_converted\":\"245.00\",\"converted_amount\":\"490.00\",\"receiver_fee\":\"4.90\","
    "\"receiver_fee_tax\":\"0.49\",\"recipient_amount\":\"484.61\",\"mid_converted_amount\":\"612.50\",\"fx_margin_bps\":\"2000.00\","
    "\"fx_markup_percent\":\"25.0000\",\"total_cost_send\":\"56.16\",\"effective_rate\":\"1.9384400\","
    "\"cost_breakdown_send\":{\"sender_fee\":\"5.00\",\"fx_margin\":\"49.00\",\"receiver_fee\":\"2.16\",\"rounding_residual\":\"0.00\"}}" },
  /* the unit of account of Chile has four decimals; a tie goes to the even neighbour: 0.12345 is 0.1234 */
  { "four-decimals-half-even",
    "{\"send_currency\":\"USD\",\"receive_currency\":\"CLF\",\"rounding\":\"HALF_EVEN\",\"amount\":\"0.50\",\"rate\":\"0.2469\"," FREE "}",
    "{\"converted_amount\":\"0.1234\",\"recipient_amount\":\"0.1234\",\"effective_rate\":\"0.24680000\"}" },
  { "four-decimals-half-up",
    "{\"send_currency\":\"USD\",\"receive_currency\":\"CLF\",\"amount\":\"0.50\",\"rate\":\"0.2469\"," FREE "}",
    "{\"converted_amount\":\"0.1235\",\"recipient_amount\":\"0.1235\"}" },
  /* 100.00 belongs to the first tier, 100.01 does not */
  { "slab-bound",
    "{\"send_currency\":\"EUR\",\"receive_currency\":\"EUR\",\"amount\":\"100.00\",\"rate\":\"1\","
    "\"sender_fee\":{\"tiers\":[{\"up_to\":\"100.00\",\"fixed\":\"1.00\"},{\"up_to\":null,\"fixed\":\"9.00\"}]}}",
    "{\"sender_fee\":\"1.00\",\"total_debit\":\"101.00\",\"recipient_amount\":\"100.00\"}" },
  { "slab-beyond",
    "{\"send_currency\":\"EUR\",\"receive_currency\":\"EUR\",\"amount\":\"100.01\",\"rate\":\"1\","
    "\"sender_fee\":{\"tiers\":[{\"up_to\":\"100.00\",\"fixed\":\"1.00\"},{\"up_to\":null,\"fixed\":\"9.00\"}]}}",
    "{\"sender_fee\":\"9.00\",\"total_debit\":\"109.01\"}" },
  /* 1 % of the first 100 and 2 % of the other 50: 2.00 */
  { "marginal",
    "{\"send_currency\":\"EUR\",\"receive_currency\":\"EUR\",\"amount\":\"150.00\",\"rate\":\"1\",\"sender_fee\":{\"tier_mode\":\"marginal\","
    "\"tiers\":[{\"up_to\":\"100.00\",\"percent\":\"1\"},{\"up_to\":null,\"percent\":\"2\"}]}}",
    "{\"sender_fee\":\"2.00\",\"total_debit\":\"152.00\"}" },
  /* with OUR each charge of the others is rounded by itself: 1 / 3 and 1 / 3 are 0.33 and 0.33 */
  { "our-rounds-each",
    "{\"send_currency\":\"EUR\",\"receive_currency\":\"USD\",\"charge_bearer\":\"OUR\",\"amount\":\"10.00\",\"rate\":\"3\","
    "\"our_billed\":[{\"agent\":\"A\",\"amount\":\"1.00\",\"currency\":\"USD\"},{\"agent\":\"B\",\"amount\":\"1.00\",\"currency\":\"USD\"}]}",
    "{\"third_party_billed_to_sender\":\"0.66\",\"total_debit\":\"10.66\",\"recipient_amount\":\"30.00\"}" },
  /* what OUR would bill is not billed with SHA */
  { "sha-bills-nothing",
    "{\"send_currency\":\"EUR\",\"receive_currency\":\"USD\",\"amount\":\"10.00\",\"rate\":\"3\","
    "\"our_billed\":[{\"agent\":\"A\",\"amount\":\"1.00\",\"currency\":\"USD\"}]}",
    "{\"third_party_billed_to_sender\":\"0.00\",\"total_debit\":\"10.00\"}" },
  /* 100.01 would cost 9.00 and bring 91.01: less than 99.00 at the bound; 95.00 needs 96.00 */
  { "reverse-below-a-bound",
    "{\"direction\":\"reverse\",\"send_currency\":\"EUR\",\"receive_currency\":\"EUR\",\"fee_mode\":\"deducted\",\"target\":\"95.00\",\"rate\":\"1\","
    "\"sender_fee\":{\"tiers\":[{\"up_to\":\"100.00\",\"fixed\":\"1.00\"},{\"up_to\":null,\"fixed\":\"9.00\"}]}}",
    "{\"amount\":\"96.00\",\"recipient_amount\":\"95.00\",\"overshoot\":\"0.00\"}" },
  /* and 99.50 cannot be had below the bound at all */
  { "reverse-above-a-bound",
    "{\"direction\":\"reverse\",\"send_currency\":\"EUR\",\"receive_currency\":\"EUR\",\"fee_mode\":\"deducted\",\"target\":\"99.50\",\"rate\":\"1\","
    "\"sender_fee\":{\"tiers\":[{\"up_to\":\"100.00\",\"fixed\":\"1.00\"},{\"up_to\":null,\"fixed\":\"9.00\"}]}}",
    "{\"amount\":\"108.50\",\"recipient_amount\":\"99.50\",\"overshoot\":\"0.00\"}" },
  /* one cent is 1.5 yen: 100 yen cannot be had, 101 can */
  { "reverse-jumps",
    "{\"direction\":\"reverse\",\"send_currency\":\"USD\",\"receive_currency\":\"JPY\",\"target\":\"100\",\"rate\":\"150\"," FREE "}",
    "{\"amount\":\"0.67\",\"recipient_amount\":\"101\",\"overshoot\":\"1\"}" },
  { "charges-take-all",
    "{\"send_currency\":\"USD\",\"receive_currency\":\"EUR\",\"amount\":\"10.00\",\"rate\":\"0.9\","
    "\"intermediary\":[{\"agent\":\"A\",\"amount\":\"9.00\",\"currency\":\"EUR\"}]}",
    "{\"error\":\"amount_too_small\"}" },
  /* one dong is less than half a fils */
  { "converts-to-nothing",
    "{\"send_currency\":\"VND\",\"receive_currency\":\"KWD\",\"amount\":\"1\",\"rate\":\"0.000012\"," FREE "}",
    "{\"error\":\"amount_too_small\"}" },
  { "beyond-the-last-tier",
    "{\"send_currency\":\"EUR\",\"receive_currency\":\"EUR\",\"amount\":\"100.01\",\"rate\":\"1\",\"sender_fee\":{\"tiers\":[{\"up_to\":\"100.00\",\"fixed\":\"1.00\"}]}}",
    "{\"error\":\"amount_too_large\"}" },
  { "beyond-64-bits",
    "{\"send_currency\":\"USD\",\"receive_currency\":\"IDR\",\"amount\":\"9000000000000000.00\",\"rate\":\"16000\"," FREE "}",
    "{\"error\":\"amount_too_large\"}" },
  { "zero", "{\"send_currency\":\"USD\",\"receive_currency\":\"EUR\",\"amount\":\"0.00\",\"rate\":\"0.9\"}", "{\"error\":\"invalid_input\"}" },
  { "negative", "{\"send_currency\":\"USD\",\"receive_currency\":\"EUR\",\"amount\":\"-5.00\",\"rate\":\"0.9\"}", "{\"error\":\"invalid_input\"}" },
  { "yen-with-decimals", "{\"send_currency\":\"JPY\",\"receive_currency\":\"EUR\",\"amount\":\"5.00\",\"rate\":\"0.9\"}", "{\"error\":\"too_many_decimals\"}" },
  { "no-such-currency", "{\"send_currency\":\"XXX\",\"receive_currency\":\"EUR\",\"amount\":\"5.00\",\"rate\":\"0.9\"}", "{\"error\":\"unknown_currency\"}" },
  { "no-rate", "{\"send_currency\":\"USD\",\"receive_currency\":\"EUR\",\"amount\":\"5.00\",\"rate\":\"0\"}", "{\"error\":\"invalid_input\"}" },
  { "rate-within-a-currency", "{\"send_currency\":\"EUR\",\"receive_currency\":\"EUR\",\"amount\":\"5.00\",\"rate\":\"0.99\"}", "{\"error\":\"invalid_input\"}" },
  { "charge-in-a-third-currency",
    "{\"send_currency\":\"USD\",\"receive_currency\":\"EUR\",\"amount\":\"5.00\",\"rate\":\"0.9\",\"intermediary\":[{\"agent\":\"A\",\"amount\":\"1.00\",\"currency\":\"CHF\"}]}",
    "{\"error\":\"invalid_input\"}" },
};

static JsonObject *
answer (JsonObject *input)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (CorQuoteRequest) request = { { 0 } };
  CorQuote quote;

  json_builder_begin_object (builder);
  if (cor_quote_request_read (&request, input, &error) && cor_quote_request_answer (&request, &quote, &error))
    cor_quote_json_add (builder, &request.terms, &quote);
  else
    cor_quote_json_add_error (builder, error);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_object_ref (json_node_get_object (root));
}

static void
assert_members (const char *name,
                JsonObject *expected,
                JsonObject *actual)
{
  JsonObjectIter iter;
  const char    *member;
  JsonNode      *value;

  json_object_iter_init (&iter, expected);
  while (json_object_iter_next (&iter, &member, &value))
    {
      const char *text;

      if (!json_object_has_member (actual, member))
        g_error ("%s: %s is missing: %s", name, member, json_object_get_string_member_with_default (actual, "message", ""));
      if (JSON_NODE_HOLDS_OBJECT (value))
        {
          assert_members (name, json_node_get_object (value), json_object_get_object_member (actual, member));
          continue;
        }
      text = json_object_get_string_member (actual, member);
      if (g_strcmp0 (text, json_node_get_string (value)) != 0)
        g_error ("%s: %s is %s, not %s", name, member, text, json_node_get_string (value));
    }
}

static void
test_own (gconstpointer data)
{
  const Vector *vector = data;
  g_autoptr (JsonNode) input = json_from_string (vector->input, NULL);
  g_autoptr (JsonNode) expected = json_from_string (vector->expected, NULL);
  g_autoptr (JsonObject) actual = NULL;

  g_assert_nonnull (input);
  g_assert_nonnull (expected);
  actual = answer (json_node_get_object (input));
  assert_members (vector->name, json_node_get_object (expected), actual);
}

static void
test_contract (void)
{
  const char *file = g_getenv ("COR_FEE_EXAMPLES");
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonArray *examples;

  if (file == NULL)
    {
      g_test_skip ("COR_FEE_EXAMPLES names no file");
      return;
    }
  g_assert_true (json_parser_load_from_file (parser, file, &error));
  g_assert_no_error (error);
  examples = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "examples");
  g_assert_cmpuint (json_array_get_length (examples), >, 20);
  for (guint i = 0; i < json_array_get_length (examples); i++)
    {
      JsonObject *example = json_array_get_object_element (examples, i);
      g_autoptr (JsonObject) actual = answer (json_object_get_object_member (example, "input"));
      JsonObject *expected = json_object_get_object_member (example, "expected");

      assert_members (json_object_get_string_member (example, "id"), expected, actual);
      g_assert_cmpuint (json_object_get_size (actual), ==, json_object_get_size (expected) + (json_object_has_member (expected, "error") ? 1 : 0));
    }
  g_test_message ("%u vectors", json_array_get_length (examples));
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autofree char *path = g_strconcat ("/quote/own/", vectors[i].name, NULL);

      g_test_add_data_func (path, &vectors[i], test_own);
    }
  g_test_add_func ("/quote/contract", test_contract);
  return cor_test_run ();
}

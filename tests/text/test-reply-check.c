/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-test-main.h"
#include "cor-test-reply.h"

#include <string.h>

typedef struct
{
  CorReplyRules   *rules;
  CorReplyContext *context;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->rules = cor_test_reply_rules ();
  fixture->context = cor_test_reply_context ("en");
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  cor_reply_rules_free (fixture->rules);
  cor_reply_context_free (fixture->context);
}

/* The text with the fix in its place. */
static char *
dup_fixed (const char            *text,
           const CorReplyFinding *finding)
{
  GString *fixed = g_string_new (text);

  g_assert_cmpuint (finding->end, <=, fixed->len);
  g_string_erase (fixed, (gssize) finding->start, (gssize) (finding->end - finding->start));
  g_string_insert (fixed, (gssize) finding->start, finding->fix);
  return g_string_free (fixed, FALSE);
}

static void
assert_found (Fixture    *fixture,
              const char *text,
              const char *rule,
              const char *place,
              const char *fixed)
{
  g_autoptr (GPtrArray) findings = cor_reply_check_run (fixture->rules, text, fixture->context);
  const CorReplyFinding *finding = findings->len > 0 ? findings->pdata[0] : NULL;
  g_autofree char       *found = NULL;
  g_autofree char       *result = NULL;

  g_assert_nonnull (finding);
  g_assert_cmpstr (finding->rule, ==, rule);
  g_assert_cmpstr (finding->sentence, !=, "");
  found = g_strndup (text + finding->start, finding->end - finding->start);
  g_assert_cmpstr (found, ==, place);
  result = finding->fix != NULL ? dup_fixed (text, finding) : NULL;
  g_assert_cmpstr (result, ==, fixed);
}

static void
assert_nothing (Fixture    *fixture,
                const char *text)
{
  g_autoptr (GPtrArray) findings = cor_reply_check_run (fixture->rules, text, fixture->context);
  g_autofree char *list = cor_test_reply_list (findings);

  g_assert_cmpstr (list, ==, "");
}

/* The place is that of the text as it stands, whatever was folded before it. */
static void
test_places (Fixture      *fixture,
             gconstpointer data)
{
  assert_found (fixture, "Ｙour  card, Ärzte\u200b: 4111 1111 1111 1111 was charged.", "card", "4111 1111 1111 1111", "Ｙour  card, Ärzte\u200b: •••• 1111 was charged.");
  assert_found (fixture, "Your IBAN DE89 3704 0044 0532 0130 00 it is.", "iban", "DE89 3704 0044 0532 0130 00", "Your IBAN DE•• •••• 3000 it is.");
  assert_found (fixture, "The  account  number: 12 345 678.", "account", "12 345 678", "The  account  number: •••• 5678.");
  assert_found (fixture, "The CVV is 417.", "security-code", "417", "The CVV is •••.");
  assert_found (fixture, "See www.else.example, please.", "link", "www.else.example", "See , please.");
  assert_found (fixture, "The charge is 1,500.00 JPY.", "decimals", "1,500.00 JPY", "The charge is 1,500 JPY.");
  assert_found (fixture, "The charge is JPY 1,500.00.", "decimals", "JPY 1,500.00", "The charge is JPY 1,500.");
}

/* What is not seen, other digits and double letters hide nothing. */
static void
test_disguise (Fixture      *fixture,
               gconstpointer data)
{
  assert_found (fixture, "We guaran\u200btee it.", "promise", "guaran\u200btee", NULL);
  assert_found (fixture, "We \uff27\uff35\uff21\uff32\uff21\uff2e\uff34\uff25\uff25 it.", "promise", "\uff27\uff35\uff21\uff32\uff21\uff2e\uff34\uff25\uff25", NULL);
  assert_found (fixture, "We will\ndefinitely pay it.", "promise", "will\ndefinitely", NULL);
  assert_found (fixture, "Expect \u0669\u0665\u0660\u066b\u0660\u0660 EUR.", "amount", "\u0669\u0665\u0660\u066b\u0660\u0660 EUR", NULL);
  assert_found (fixture, "See https://p\u0430y.example/x", "link", "https://p\u0430y.example/x", "See ");
  assert_found (fixture, "See http://pay.example@evil.example/x", "link", "http://pay.example@evil.example/x", "See ");
}

static void
test_order (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GPtrArray) findings = cor_reply_check_run (fixture->rules, "I promise that card 4111111111111111 is charged. CVV 417.", fixture->context);
  const CorReplyFinding *first = findings->pdata[0];
  const CorReplyFinding *last = findings->pdata[2];

  g_assert_cmpuint (findings->len, ==, 3);
  g_assert_cmpstr (first->rule, ==, "card");
  g_assert_cmpstr (last->rule, ==, "promise");
  g_assert_cmpint (last->severity, ==, COR_REPLY_ASKS);
  g_assert_true (cor_reply_check_stops (findings));
  g_ptr_array_remove_range (findings, 0, 2);
  g_assert_false (cor_reply_check_stops (findings));
}

/* Colleagues may be told what a customer may not, but no secret goes to a server. */
static void
test_note (Fixture      *fixture,
           gconstpointer data)
{
  fixture->context->is_private = TRUE;
  fixture->context->is_held = TRUE;
  assert_nothing (fixture, "Internal: customer is angry, compliance filed a suspicious activity report, CP-71555, 950.00 EUR, DE89370400440532013000.");
  assert_found (fixture, "He paid with 4111 1111 1111 1111.", "card", "4111 1111 1111 1111", "He paid with •••• 1111.");
}

static void
test_context (Fixture      *fixture,
              gconstpointer data)
{
  /* the company's own account, of a signed variable */
  assert_found (fixture, "Please pay into IBAN DE89370400440532013000.", "pay-in", "DE89370400440532013000", NULL);
  g_ptr_array_add (fixture->context->pay_in_accounts, g_strdup ("DE89370400440532013000"));
  assert_nothing (fixture, "Please pay into IBAN DE89370400440532013000.");

  assert_found (fixture, "We have updated the bank details.", "changed-details", "We have updated the bank details", NULL);
  fixture->context->is_called_back = TRUE;
  assert_nothing (fixture, "We have updated the bank details.");

  /* nothing is held against a figure of which nothing is known */
  assert_found (fixture, "You receive 950.00 EUR.", "amount", "950.00 EUR", NULL);
  assert_nothing (fixture, "The limit is 950.00 GBP, or 4,000.00 EUR.");
  g_array_set_size (fixture->context->amounts, 0);
  assert_nothing (fixture, "You receive 950.00 EUR.");

  /* what the customer wrote is of the conversation */
  assert_found (fixture, "It is CP-71555.", "unknown-reference", "CP-71555", NULL);
  cor_reply_context_learn (fixture->context, "What about cp-71555, write to me at me@home.example");
  assert_nothing (fixture, "It is CP-71555, and I wrote to me@home.example.");

  /* both ways to read it fit, or none does */
  assert_nothing (fixture, "It is expected to arrive on 23/06/2026.");
  assert_found (fixture, "It is expected to arrive on 07/08/2026.", "date", "07/08/2026", NULL);
  assert_nothing (fixture, "I write to you on 30 June.");

  /* nobody knows when it was ordered */
  g_date_clear (&fixture->context->created, 1);
  assert_nothing (fixture, "It is expected to arrive on 23/06/2026.");
  assert_found (fixture, "It is expected to arrive on 07/08/2026.", "date", "07/08/2026", NULL);
}

/* The company's own address, however it is written where the desk keeps it. */
static void
test_domain (Fixture      *fixture,
             gconstpointer data)
{
  assert_found (fixture, "See https://www.home.example/x", "link", "https://www.home.example/x", "See ");
  cor_reply_context_add_domain (fixture->context, "https://WWW.home.example/");
  assert_nothing (fixture, "See https://www.home.example/x");
  assert_nothing (fixture, "See https://home.example/x");
  cor_reply_context_add_domain (fixture->context, "https://a.example/@b.example");
  assert_nothing (fixture, "See https://a.example/x");
  assert_found (fixture, "See https://b.example/x", "link", "https://b.example/x", "See ");
  cor_reply_context_add_domain (fixture->context, "help@c.example");
  assert_nothing (fixture, "See https://c.example/x");
  cor_reply_context_add_domain (fixture->context, "https://");
  assert_found (fixture, "See https://d.example/x", "link", "https://d.example/x", "See ");
}

static void
test_not_verified (Fixture      *fixture,
                   gconstpointer data)
{
  fixture->context->trust = COR_REPLY_TRUST_NOT_VERIFIED;
  assert_found (fixture, "I see CP-70231.", "not-verified", "CP-70231", NULL);
  assert_found (fixture, "It is 905.00 EUR.", "not-verified", "905.00 EUR", NULL);
  assert_found (fixture, "Yes, it has arrived.", "not-verified", "Yes, it has", NULL);
  assert_nothing (fixture, "Please sign in to the app first; a payment over 40.00 EUR can be seen there.");
}

static void
test_third_party (Fixture      *fixture,
                  gconstpointer data)
{
  fixture->context->trust = COR_REPLY_TRUST_THIRD_PARTY;
  assert_found (fixture, "I see CP-70231.", "not-verified", "CP-70231", NULL);
  assert_found (fixture, "It is 905.00 EUR.", "not-verified", "905.00 EUR", NULL);
  assert_found (fixture, "Yes, it has arrived.", "not-verified", "Yes, it has", NULL);
}

/* The figures that are the payer's, in whatever form; the credit may be told. */
static void
test_payee (Fixture      *fixture,
            gconstpointer data)
{
  g_array_append_val (fixture->context->withheld, *(CorMoney[]){ cor_money_new (100000, cor_currency_find ("USD")) });
  assert_found (fixture, "1,000.00 USD were sent.", "not-verified", "1,000.00 USD", NULL);
  assert_found (fixture, "The sender paid US$1000.", "not-verified", "US$1000", NULL);
  assert_nothing (fixture, "905.00 EUR of payment CP-70231 were credited.");
}

static void
test_channel (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *fits = g_strnfill (1000, 'a');
  g_autofree char *longer = g_strconcat ("\u00e4", fits, NULL);

  fits[0] = ' ';
  longer[2] = ' ';
  fixture->context->channel = COR_CHANNEL_INSTAGRAM;
  assert_nothing (fixture, fits + 1);
  {
    g_autoptr (GPtrArray) findings = cor_reply_check_run (fixture->rules, longer, fixture->context);

    g_assert_true (cor_test_reply_found (findings, "length"));
  }
  fixture->context->channel = COR_CHANNEL_EMAIL;
  assert_nothing (fixture, longer + 2);
}

/* Whatever is typed or pasted, the check comes to an end soon: the time-out of the test is what fails. */
static void
test_hostile (Fixture      *fixture,
              gconstpointer data)
{
  static const char *const parts[] = { "1", "1 ", "1.", "a ", "account ", "4111 ", "保证", "a@", "http://", "[", "{{", "DE89 ", "\u0301", "not ", "your ", "1,000.00 EUR ", "مرحبا ", "send me the " };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GPtrArray) findings = NULL;

      while (text->len < 10000)
        g_string_append (text, parts[i]);
      g_string_append (text, " and 4111 1111 1111 1111");
      findings = cor_reply_check_run (fixture->rules, text->str, fixture->context);
      /* beside other digits it may be part of a longer number */
      if (strpbrk (parts[i], "0123456789") == NULL)
        g_assert_true (cor_test_reply_found (findings, "card"));
      for (guint j = 0; j < findings->len; j++)
        {
          const CorReplyFinding *finding = findings->pdata[j];

          g_assert_cmpuint (finding->start, <=, finding->end);
          g_assert_cmpuint (finding->end, <=, text->len);
          g_assert_true (g_utf8_validate (text->str + finding->start, (gssize) (finding->end - finding->start), NULL));
        }
    }
}

static void
test_empty (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GPtrArray) none = cor_reply_check_run (fixture->rules, NULL, fixture->context);
  g_autoptr (CorReplyContext) unknown = cor_reply_context_new ();
  g_autoptr (GPtrArray) invalid = cor_reply_check_run (fixture->rules, "\xff\xfe 4111", unknown);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (invalid->len, ==, 1);
  g_assert_true (cor_test_reply_found (invalid, "length"));
  assert_nothing (fixture, "");
}

static char *
dup_times (const char *part,
           guint       n,
           const char *end)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, part);
  g_string_append (text, end);
  return g_string_free (text, FALSE);
}

/* What the channel takes is read to its end, and what is not read does not go: neither to a customer nor to colleagues. */
static void
test_long (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *read = dup_times ("款项已经到账。", 90000 / 7, " 4111 1111 1111 1111");
  g_autofree char *unread = dup_times ("款项已经到账。", 210000 / 7, " 4111 1111 1111 1111");
  g_autofree char *cut = dup_times ("a", 10, "\xf0");

  for (int is_private = 0; is_private < 2; is_private++)
    {
      g_autoptr (GPtrArray) long_one = NULL;
      g_autoptr (GPtrArray) longer = NULL;
      g_autoptr (GPtrArray) invalid = NULL;

      fixture->context->is_private = is_private;
      long_one = cor_reply_check_run (fixture->rules, read, fixture->context);
      longer = cor_reply_check_run (fixture->rules, unread, fixture->context);
      invalid = cor_reply_check_run (fixture->rules, cut, fixture->context);
      g_assert_true (cor_test_reply_found (long_one, "card"));
      g_assert_false (cor_test_reply_found (long_one, "length"));
      g_assert_true (cor_test_reply_found (longer, "length"));
      g_assert_true (cor_reply_check_stops (longer));
      g_assert_true (cor_reply_check_stops (invalid));
    }
}

static void
test_rules (void)
{
  static const struct
  {
    const char *text;
    const char *says;
  } broken[] = {
    { "rule\tcard\tmaybe\tboth", "Line 1" },
    { "# fine\n\nrule\tcard\tstops\tnobody", "Line 3" },
    { "rule\ta\tasks\treply\nrule\ta\tasks\treply", "Line 2" },
    { "say\ta\ten", "Line 1" },
    { "limit\tpigeon\t20", "no such channel" },
    { "iban\tde\tmany", "a number" },
    { "currency\tXXQ\tnothing", "no such currency" },
    { "say\ta\ten\t(open", "a, en" },
    { "what", "Line 1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (CorReplyRules) rules = cor_reply_rules_new ();
      g_autoptr (GError) error = NULL;

      g_assert_false (cor_reply_rules_add (rules, broken[i].text, &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, broken[i].says));
    }
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/reply-check/places", test_places },
    { "/reply-check/disguise", test_disguise },
    { "/reply-check/order", test_order },
    { "/reply-check/note", test_note },
    { "/reply-check/context", test_context },
    { "/reply-check/domain", test_domain },
    { "/reply-check/not-verified", test_not_verified },
    { "/reply-check/third-party", test_third_party },
    { "/reply-check/payee", test_payee },
    { "/reply-check/channel", test_channel },
    { "/reply-check/hostile", test_hostile },
    { "/reply-check/empty", test_empty },
    { "/reply-check/long", test_long },
  };

  cor_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);
  g_test_add_func ("/reply-check/rules", test_rules);
  return cor_test_run ();
}

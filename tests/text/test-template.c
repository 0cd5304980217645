/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-template-choice.h"
#include "cor-template-error.h"
#include "cor-test-main.h"

#include <string.h>

#define FSI "\u2068"
#define PDI "\u2069"

/* 2026-11-22 16:30 UTC: the next day in Shanghai. */
#define MOMENT "2026-11-22T16:30:00Z"

static CorTemplateValues *
make_values (void)
{
  static const char *const given[][2] = {
    { "contact.name", "Li Wei" },
    { "payment.amount", "1010.00 USD" },
    { "payment.beneficiary_bank", "Banco *Azul*" },
    { "payment.charge_bearer", "SHA" },
    { "payment.sent_at", MOMENT },
    { "payment.value_date", "2026-11-22" },
    { "payment.uetr", "97ed4827-7b6f-4491-a06f-b548d5a7512d" },
    { "quote.rate", "1.1440" },
    { "quote.margin", "0.35" },
    { "documents.list", "passport; contract ;invoice" },
    { "link.upload", "https://pay.example/u_1?a=b" },
    { "days", "2" },
  };
  g_autoptr (CorTemplateValues) values = cor_template_values_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (given); i++)
    {
      g_autoptr (GError) error = NULL;

      cor_template_values_parse (values, given[i][0], given[i][1], &error);
      g_assert_no_error (error);
    }
  return g_steal_pointer (&values);
}

static CorTemplateFill *
fill_for (const char *text,
          const char *locale,
          const char *zone,
          GError    **error)
{
  g_autoptr (CorTemplateValues) values = make_values ();
  g_autoptr (CorTemplateText) parsed = cor_template_text_parse (text, error);
  CorTemplateTarget target = { locale, zone, FALSE, FALSE };

  return parsed != NULL ? cor_template_text_render (parsed, values, &target, error) : NULL;
}

static void
assert_fills (const char *text,
              const char *locale,
              const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorTemplateFill) fill = fill_for (text, locale, "Asia/Shanghai", &error);

  g_assert_no_error (error);
  if (g_strcmp0 (fill->text, expected) != 0)
    g_test_fail_printf ("%s in %s: “%s”, not “%s”", text, locale, fill->text, expected);
}

static void
test_places (void)
{
  static const struct
  {
    const char      *text;
    CorTemplateError code;
    const char      *message; /* how it begins */
  } cases[] = {
    { "Hi {{contact.nam}}", COR_TEMPLATE_ERROR_UNKNOWN_VARIABLE, "Line 1, column 6: there is no variable “contact.nam”" },
    { "您好\n您好 {{ contact.nam }}", COR_TEMPLATE_ERROR_UNKNOWN_VARIABLE, "Line 2, column 7: there is no variable" },
    { "{{days | mony}}", COR_TEMPLATE_ERROR_UNKNOWN_FILTER, "Line 1, column 10: there is no filter “mony”" },
    { "{{days | money}}", COR_TEMPLATE_ERROR_UNKNOWN_FILTER, "Line 1, column 10: the filter “money” does not go with days" },
    { "{{payment.sent_at | date: \"tiny\"}}", COR_TEMPLATE_ERROR_UNKNOWN_FILTER, "Line 1, column 21: the filter “date” does not take “tiny”" },
    { "{{payment.sent_at | date: long}}", COR_TEMPLATE_ERROR_SYNTAX, "Line 1, column 27: after “:”" },
    { "{{quote.rate | rate | number}}", COR_TEMPLATE_ERROR_UNKNOWN_FILTER, "Line 1, column 23: “number” comes after" },
    { "{{quote.rate | default: \"x\" | rate}}", COR_TEMPLATE_ERROR_UNKNOWN_FILTER, "Line 1, column 31: " },
    { "{{days | default}}", COR_TEMPLATE_ERROR_UNKNOWN_FILTER, "Line 1, column 10: “default” takes" },
    { "{{days number}}", COR_TEMPLATE_ERROR_SYNTAX, "Line 1, column 8: “|” and a filter" },
    { "{{days |}}", COR_TEMPLATE_ERROR_SYNTAX, "Line 1, column 9: a filter is missing" },
    { "a {{ }}", COR_TEMPLATE_ERROR_SYNTAX, "Line 1, column 3: a variable is missing" },
    { "ab\ncd {{days", COR_TEMPLATE_ERROR_SYNTAX, "Line 2, column 4: “{{” is not closed" },
    { "{{days\n}}", COR_TEMPLATE_ERROR_SYNTAX, "Line 1, column 1: “{{” is not closed" },
    { "{{days | default: \"}}", COR_TEMPLATE_ERROR_SYNTAX, "Line 1, column 1: “{{” is not closed" },
    { "days}} x", COR_TEMPLATE_ERROR_SYNTAX, "Line 1, column 5: “}}” closes nothing" },
    { "x %}", COR_TEMPLATE_ERROR_SYNTAX, "Line 1, column 3: “%}” closes nothing" },
    { "{% if days %}x", COR_TEMPLATE_ERROR_SYNTAX, "Line 1, column 1: “if” has no “endif”" },
    { "\n {% plural days %}{% when other %}x", COR_TEMPLATE_ERROR_SYNTAX, "Line 2, column 2: “plural” has no “endplural”" },
    { "{% if days %}{% plural days %}{% when other %}{% endif %}", COR_TEMPLATE_ERROR_SYNTAX, "Line 1, column 47: “endif” ends nothing" },
    { "{% endif %}", COR_TEMPLATE_ERROR_SYNTAX, "Line 1, column 1: “endif” ends nothing" },
    { "{% else %}", COR_TEMPLATE_ERROR_SYNTAX, "Line 1, column 1: “else” belongs to no tag" },
    { "{% if days %}a{% else %}b{% else %}c{% endif %}", COR_TEMPLATE_ERROR_SYNTAX, "Line 1, column 26: “else” is there twice" },
    { "{% if days %}{% when one %}{% endif %}", COR_TEMPLATE_ERROR_SYNTAX, "Line 1, column 14: “when” belongs to no tag" },
    { "{% plural days %}x{% when other %}{% endplural %}", COR_TEMPLATE_ERROR_SYNTAX, "Line 1, column 18: there is text before" },
    { "{% plural days %}{{days}}{% when other %}{% endplural %}", COR_TEMPLATE_ERROR_SYNTAX, "Line 1, column 18: there is text before" },
    { "{% plural days %}{% if days %}{% endif %}{% when other %}{% endplural %}", COR_TEMPLATE_ERROR_SYNTAX, "Line 1, column 18: there is text before" },
    { "{% plural days %}{% when one %}x{% endplural %}", COR_TEMPLATE_ERROR_SYNTAX, "Line 1, column 1: “when other” is missing" },
    { "{% plural days %}{% when some %}x{% endplural %}", COR_TEMPLATE_ERROR_SYNTAX, "Line 1, column 18: after “when”" },
    { "{% plural contact.name %}", COR_TEMPLATE_ERROR_SYNTAX, "Line 1, column 11: “plural” does not go with contact.name" },
    { "{% select days %}", COR_TEMPLATE_ERROR_SYNTAX, "Line 1, column 11: “select” does not go with days" },
    { "{% if days x %}", COR_TEMPLATE_ERROR_SYNTAX, "Line 1, column 12: “x” is too much" },
    { "{% if days %}{% endif days %}", COR_TEMPLATE_ERROR_SYNTAX, "Line 1, column 23: “days” is too much" },
    { "{% exec ls %}", COR_TEMPLATE_ERROR_SYNTAX, "Line 1, column 1: there is no tag “exec”" },
    { "{% if %}", COR_TEMPLATE_ERROR_SYNTAX, "Line 1, column 1: a variable is missing" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CorTemplateText) text = cor_template_text_parse (cases[i].text, &error);

      g_assert_null (text);
      g_assert_error (error, COR_TEMPLATE_ERROR, (int) cases[i].code);
      if (!g_str_has_prefix (error->message, cases[i].message))
        g_test_fail_printf ("%s: %s", cases[i].text, error->message);
    }
}

static void
test_depth (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (CorTemplateText) parsed = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 17; i++)
    g_string_append (text, "{% if days %}");
  parsed = cor_template_text_parse (text->str, &error);
  g_assert_null (parsed);
  g_assert_true (strstr (error->message, "column 209: there are too many tags") != NULL);
}

static void
test_tags (void)
{
  assert_fills ("Hi {{contact.name}}!", "en", "Hi Li Wei!");
  assert_fills ("{{ contact.name|default:\"you\" }}", "en", "Li Wei");
  assert_fills ("{{agent.name | default: \"the {{team}}\"}}", "en", "the {{team}}");
  assert_fills ("{% if agent.name %}a{% else %}b{% if days %}c{% endif %}{% endif %}.", "en", "bc.");
  assert_fills ("{% if agent.name %}a{% endif %}", "en", "");
  assert_fills ("{% plural days %} {% when one %}one{% when =2 %}both{% when other %}{{days}}{% endplural %}", "en", "both");
  assert_fills ("{% plural documents.list %}{% when one %}document{% when other %}documents{% endplural %}", "en", "documents");
  assert_fills ("{% select payment.charge_bearer %}{% when OUR %}we{% when \"SHA\" %}both{% when other %}?{% endselect %}", "en", "both");
  assert_fills ("{% select payment.charge_bearer %}{% when OUR %}we{% when other %}?{% endselect %}", "en", "?");
  assert_fills ("a { b } 100% {x} }", "en", "a { b } 100% {x} }");
}

/* By hand, from CLDR's charts. */
static void
test_locales (void)
{
  static const struct
  {
    const char *locale, *money, *date, *rate, *percent, *list;
  } cases[] = {
    { "en", "$1,010.00", "November 23, 2026", "1.1440", "0.35%", "passport, contract, and invoice" },
    { "en-GB", "US$1,010.00", "23 November 2026", "1.1440", "0.35%", "passport, contract and invoice" },
    { "zh-Hans", "US$1,010.00", "2026年11月23日", "1.1440", "0.35%", "passport、contract和invoice" },
    { "zh-Hant", "US$1,010.00", "2026年11月23日", "1.1440", "0.35%", "passport、contract和invoice" },
    { "zh-HK", "US$1,010.00", "2026年11月23日", "1.1440", "0.35%", "passport、contract及invoice" },
    { "es", "1010,00\u00a0US$", "23 de noviembre de 2026", "1,1440", "0,35\u00a0%", "passport, contract e invoice" },
    { "es-MX", "USD\u00a01,010.00", "23 de noviembre de 2026", "1.1440", "0.35%", "passport, contract e invoice" },
    { "pt-BR", "US$\u00a01.010,00", "23 de novembro de 2026", "1,1440", "0,35%", "passport, contract e invoice" },
    { "fr", "1\u202f010,00\u00a0$US", "23 novembre 2026", "1,1440", "0,35\u00a0%", "passport, contract et invoice" },
    { "de", "1.010,00\u00a0$", "23. November 2026", "1,1440", "0,35\u00a0%", "passport, contract und invoice" },
    { "ja", "$1,010.00", "2026年11月23日", "1.1440", "0.35%", "passport、contract、invoice" },
    { "vi", "1.010,00\u00a0US$", "23 tháng 11, 2026", "1,1440", "0,35%", "passport, contract và invoice" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_fills ("{{payment.amount | money}}", cases[i].locale, cases[i].money);
      assert_fills ("{{payment.sent_at | date: \"long\"}}", cases[i].locale, cases[i].date);
      assert_fills ("{{quote.rate | rate}}", cases[i].locale, cases[i].rate);
      assert_fills ("{{quote.margin | percent}}", cases[i].locale, cases[i].percent);
      assert_fills ("{{documents.list | list}}", cases[i].locale, cases[i].list);
    }
}

static void
test_times (void)
{
  g_autoptr (CorTemplateFill) fill = NULL;
  g_autoptr (CorTemplateFill) unzoned = NULL;
  g_autoptr (GError) error = NULL;

  assert_fills ("{{payment.sent_at | time}}", "de", "00:30");
  assert_fills ("{{payment.sent_at | time: \"zone\"}}", "de", "00:30 GMT+8");
  assert_fills ("{{payment.sent_at}}", "de", "23. November 2026");
  /* a day is the same everywhere */
  assert_fills ("{{payment.value_date | date: \"medium\"}}", "de", "22.11.2026");

  fill = fill_for ("{{payment.sent_at | date}} {{payment.sent_at | time}}", "de", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fill->text, ==, "22. November 2026 16:30 UTC");

  unzoned = fill_for ("x", "de", "Mars/Olympus", &error);
  g_assert_null (unzoned);
  g_assert_error (error, COR_TEMPLATE_ERROR, COR_TEMPLATE_ERROR_INVALID_VALUE);
}

static void
test_day_has_no_time (void)
{
  g_autoptr (CorTemplateValues) values = cor_template_values_new ();
  g_autoptr (CorTemplateText) text = cor_template_text_parse ("{{payment.sent_at | time}}", NULL);
  CorTemplateTarget target = { "en", "UTC", FALSE, FALSE };
  g_autoptr (GError) error = NULL;
  g_autoptr (CorTemplateFill) fill = NULL;

  g_assert_true (cor_template_values_parse (values, "payment.sent_at", "2026-11-22", NULL));
  fill = cor_template_text_render (text, values, &target, &error);
  g_assert_null (fill);
  g_assert_error (error, COR_TEMPLATE_ERROR, COR_TEMPLATE_ERROR_INVALID_VALUE);
  g_assert_true (strstr (error->message, "payment.sent_at") != NULL);
}

static void
test_exact (void)
{
  /* more digits than a double has, and a currency with three decimals and none */
  static const struct
  {
    const char *amount, *locale, *shown;
  } cases[] = {
    { "90071992547409.93 USD", "en", "$90,071,992,547,409.93" },
    { "9007199254740993 JPY", "en", "¥9,007,199,254,740,993" },
    { "1234.567 KWD", "en", "KWD\u00a01,234.567" },
    { "12345.60 HUF", "hu", "12\u00a0345,60\u00a0Ft" },
    { "1234.50 RSD", "en", "RSD\u00a01,234.50" },
    { "0.10 EUR", "de", "0,10\u00a0€" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CorTemplateValues) values = cor_template_values_new ();
      g_autoptr (CorTemplateText) text = cor_template_text_parse ("{{payment.amount}}", NULL);
      CorTemplateTarget target = { cases[i].locale, NULL, FALSE, FALSE };
      g_autoptr (GError) error = NULL;
      g_autoptr (CorTemplateFill) fill = NULL;

      cor_template_values_parse (values, "payment.amount", cases[i].amount, &error);
      g_assert_no_error (error);
      fill = cor_template_text_render (text, values, &target, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (fill->text, ==, cases[i].shown);
    }
  assert_fills ("{{payment.amount | money: \"code\"}}", "en", "USD\u00a01,010.00");
  assert_fills ("{{payment.amount | money: \"name\"}}", "en", "1,010.00 US dollars");
}

/* The rules of CLDR for whole numbers, by hand. */
static void
test_plurals (void)
{
  static const struct
  {
    const char *locale;
    gint64      count;
    const char *word;
  } cases[] = {
    { "en", 1, "one" },
    { "en", 0, "other" },
    { "fr", 0, "one" },
    { "fr", 2, "other" },
    { "fr", 1000000, "many" },
    { "zh-Hans", 1, "other" },
    { "ja", 1, "other" },
    { "ar", 0, "zero" },
    { "ar", 1, "one" },
    { "ar", 2, "two" },
    { "ar", 3, "few" },
    { "ar", 11, "many" },
    { "ar", 100, "other" },
    { "ru", 21, "one" },
    { "ru", 3, "few" },
    { "ru", 11, "many" },
    { "pl", 22, "few" },
    { "pl", 12, "many" },
    { "cy", 3, "few" },
    { "pt-BR", 0, "one" },
    { "pt-PT", 0, "other" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CorTemplateValues) values = cor_template_values_new ();
      g_autoptr (CorTemplateText) text = cor_template_text_parse ("{% plural days %}{% when zero %}zero{% when one %}one{% when two %}two"
                                                                  "{% when few %}few{% when many %}many{% when other %}other{% endplural %}",
                                                                  NULL);
      CorTemplateTarget target = { cases[i].locale, NULL, FALSE, FALSE };
      g_autoptr (CorTemplateFill) fill = NULL;

      cor_template_values_set_count (values, "days", cases[i].count);
      fill = cor_template_text_render (text, values, &target, NULL);
      g_assert_cmpstr (fill->text, ==, cases[i].word);
    }
}

static void
test_spans (void)
{
  g_autoptr (CorTemplateValues) values = make_values ();
  g_autoptr (CorTemplateText) text = cor_template_text_parse ("您好 {{contact.name}}, {{case.reference}} {{agent.name}}", NULL);
  CorTemplateTarget target = { "zh-Hans", NULL, FALSE, TRUE };
  g_autoptr (CorTemplateFill) fill = cor_template_text_render (text, values, &target, NULL);
  g_autoptr (CorTemplateFill) strict = NULL;
  g_autoptr (GError) error = NULL;
  static const struct
  {
    const char *name, *text;
    gboolean    is_missing;
  } expected[] = {
    { "contact.name", "Li Wei", FALSE },
    { "case.reference", "{{case.reference}}", TRUE },
    { "agent.name", "{{agent.name}}", TRUE },
  };

  g_assert_cmpuint (fill->spans->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < fill->spans->len; i++)
    {
      CorTemplateSpan  span = g_array_index (fill->spans, CorTemplateSpan, i);
      g_autofree char *part = g_strndup (fill->text + span.start, span.end - span.start);

      g_assert_cmpstr (span.name, ==, expected[i].name);
      g_assert_cmpstr (part, ==, expected[i].text);
      g_assert_cmpint (span.is_missing, ==, expected[i].is_missing);
    }

  target.is_preview = FALSE;
  strict = cor_template_text_render (text, values, &target, &error);
  g_assert_null (strict);
  g_assert_error (error, COR_TEMPLATE_ERROR, COR_TEMPLATE_ERROR_MISSING_VALUE);
  g_assert_true (g_str_has_suffix (error->message, "case.reference, agent.name"));
}

static void
test_direction (void)
{
  g_autoptr (CorTemplateValues) values = make_values ();
  g_autoptr (CorTemplateText) text = cor_template_text_parse ("{{agent.name}}", NULL);
  g_autoptr (CorTemplateFill) fill = NULL;
  CorTemplateTarget target = { "en", NULL, FALSE, FALSE };

  assert_fills ("مرحبا {{contact.name}}،", "ar", "مرحبا " FSI "Li Wei" PDI "،");
  assert_fills ("{{link.upload}}", "ar", "https://pay.example/u_1?a=b");
  assert_fills ("{{contact.name}}", "en", "Li Wei");
  assert_fills ("{{agent.name | default: \"محمد\"}}", "ar", "محمد");
  assert_fills ("{{agent.name | default: \"محمد\"}}", "en", FSI "محمد" PDI);
  assert_fills ("{{days}}", "he", "2");
  /* the sign stays behind its letters: without the mark one reads “$US” */
  assert_fills ("{{payment.amount | money}}", "ar-AE", FSI "\u200f1,010.00\u00a0US$\u200e" PDI);

  /* a name that would turn the rest of the line, or begin another one */
  cor_template_values_set_text (values, "agent.name", "Eve\u202ecba\u2066\nPaid: yes\a");
  fill = cor_template_text_render (text, values, &target, NULL);
  g_assert_cmpstr (fill->text, ==, "Evecba Paid: yes");
}

static void
test_markdown (void)
{
  g_autoptr (CorTemplateValues) values = make_values ();
  g_autoptr (CorTemplateText) text = cor_template_text_parse ("**{{payment.beneficiary_bank}}** {{link.upload}}", NULL);
  CorTemplateTarget target = { "en", NULL, TRUE, FALSE };
  g_autoptr (CorTemplateFill) fill = cor_template_text_render (text, values, &target, NULL);

  g_assert_cmpstr (fill->text, ==, "**Banco \\*Azul\\*** https://pay.example/u_1?a=b");
  assert_fills ("{{payment.beneficiary_bank}}", "en", "Banco *Azul*");
}

static void
test_mask (void)
{
  assert_fills ("{{payment.uetr | mask}}", "en", "•••• 512d");
  assert_fills ("{{payment.charge_bearer | mask}}", "en", "••••");
}

static void
test_values (void)
{
  static const char *const refused[][2] = {
    { "payment.amount", "1010.00" },
    { "payment.amount", "1010.001 USD" },
    { "payment.amount", "1010.00 XQZ" },
    { "payment.value_date", "2026-02-30" },
    { "payment.value_date", "22.11.2026" },
    { "payment.sent_at", "2026-11-22T16:30:00" },
    { "quote.rate", "1,14" },
    { "days", "-1" },
    { "days", "two" },
    { "link.upload", "http://pay.example/" },
    { "link.upload", "https://pay.example/ x" },
    { "documents.list", " ; " },
    { "no.such", "x" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (CorTemplateValues) values = cor_template_values_new ();
      g_autoptr (GError) error = NULL;

      g_assert_false (cor_template_values_parse (values, refused[i][0], refused[i][1], &error));
      g_assert_nonnull (error);
      g_assert_true (strstr (error->message, refused[i][0]) != NULL);
      g_assert_null (cor_template_values_get (values, refused[i][0]));
    }
}

static void
add_variant (CorTemplate *template,
             const char      *locale,
             CorRegister      reg,
             CorTemplateState state)
{
  CorTemplateVariant *variant = cor_template_variant_new ();

  variant->locale = g_strdup (locale);
  variant->reg = reg;
  variant->state = state;
  variant->text = g_strdup_printf ("%s %u", locale, reg);
  g_ptr_array_add (template->variants, variant);
}

static void
test_choice (void)
{
  g_autoptr (CorTemplate) template = cor_template_new ();
  static const struct
  {
    const char *locale;
    CorRegister reg;
    gboolean    is_approved_only;
    const char *chosen; /* NULL: none */
    guint       distance;
    gboolean    is_other_register;
  } cases[] = {
    { "en-GB", COR_REGISTER_FORMAL, FALSE, "en 1", 2, FALSE },
    { "en-GB", COR_REGISTER_DIRECT, FALSE, "en 0", 2, TRUE },
    { "en", COR_REGISTER_FORMAL, TRUE, "en 0", 0, TRUE },
    { "zh-HK", COR_REGISTER_FORMAL, FALSE, "zh-Hant 0", 1, TRUE },
    { "zh-SG", COR_REGISTER_NEUTRAL, FALSE, NULL, 0, FALSE },
    { "pt-PT", COR_REGISTER_NEUTRAL, FALSE, NULL, 0, FALSE },
    { "fr", COR_REGISTER_NEUTRAL, FALSE, NULL, 0, FALSE },
    { "de", COR_REGISTER_NEUTRAL, FALSE, "de 1", 0, TRUE },
  };

  template->id = g_strdup ("t");
  add_variant (template, "en", COR_REGISTER_NEUTRAL, COR_TEMPLATE_APPROVED);
  add_variant (template, "en", COR_REGISTER_FORMAL, COR_TEMPLATE_DRAFT);
  add_variant (template, "zh-Hant", COR_REGISTER_NEUTRAL, COR_TEMPLATE_DRAFT);
  add_variant (template, "pt-BR", COR_REGISTER_NEUTRAL, COR_TEMPLATE_DRAFT);
  add_variant (template, "fr", COR_REGISTER_NEUTRAL, COR_TEMPLATE_RETIRED);
  add_variant (template, "de", COR_REGISTER_DIRECT, COR_TEMPLATE_DRAFT);
  add_variant (template, "de", COR_REGISTER_FORMAL, COR_TEMPLATE_DRAFT);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CorTemplateChoice choice = { NULL, 0, FALSE };
      g_autoptr (GError) error = NULL;

      g_assert_true (cor_template_choose (template, cases[i].locale, cases[i].reg, cases[i].is_approved_only, &choice, &error) ==
                     (cases[i].chosen != NULL));
      g_assert_cmpstr (choice.variant != NULL ? choice.variant->text : NULL, ==, cases[i].chosen);
      g_assert_cmpuint (choice.distance, ==, cases[i].distance);
      g_assert_cmpint (choice.is_other_register, ==, cases[i].is_other_register);
      if (cases[i].chosen == NULL)
        g_assert_error (error, COR_TEMPLATE_ERROR, COR_TEMPLATE_ERROR_NO_VARIANT);
    }
}

static void
test_stale (void)
{
  g_autoptr (CorTemplate) template = cor_template_new ();
  CorTemplateVariant *source, *german;

  template->source_locale = g_strdup ("en");
  add_variant (template, "en", COR_REGISTER_NEUTRAL, COR_TEMPLATE_DRAFT);
  add_variant (template, "de", COR_REGISTER_FORMAL, COR_TEMPLATE_DRAFT);
  source = template->variants->pdata[0];
  german = template->variants->pdata[1];

  g_assert_false (cor_template_is_stale (template, german));
  german->source_digest = cor_template_digest_text (source->text);
  g_assert_false (cor_template_is_stale (template, german));
  g_free (source->text);
  source->text = g_strdup ("something else");
  g_assert_true (cor_template_is_stale (template, german));
  g_assert_false (cor_template_is_stale (template, source));
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);

  g_test_add_func ("/template/places", test_places);
  g_test_add_func ("/template/depth", test_depth);
  g_test_add_func ("/template/tags", test_tags);
  g_test_add_func ("/template/locales", test_locales);
  g_test_add_func ("/template/times", test_times);
  g_test_add_func ("/template/day-has-no-time", test_day_has_no_time);
  g_test_add_func ("/template/exact", test_exact);
  g_test_add_func ("/template/plurals", test_plurals);
  g_test_add_func ("/template/spans", test_spans);
  g_test_add_func ("/template/direction", test_direction);
  g_test_add_func ("/template/markdown", test_markdown);
  g_test_add_func ("/template/mask", test_mask);
  g_test_add_func ("/template/values", test_values);
  g_test_add_func ("/template/choice", test_choice);
  g_test_add_func ("/template/stale", test_stale);

  return cor_test_run ();
}

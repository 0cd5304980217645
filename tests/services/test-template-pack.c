/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-template-choice.h"
#include "cor-template-pack.h"
#include "cor-test-main.h"

#include <string.h>

static const char *pack_path; /* what the build made of data/templates */

static CorTemplatePack *
load_starter (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize            len = 0;
  CorTemplatePack *pack = NULL;

  g_file_get_contents (pack_path, &text, &len, &error);
  g_assert_no_error (error);
  pack = cor_template_pack_parse (text, len, &error);
  g_assert_no_error (error);
  return pack;
}

static void
test_starter (void)
{
  g_autoptr (CorTemplatePack) pack = load_starter ();
  g_autoptr (GHashTable) locales = g_hash_table_new (g_str_hash, g_str_equal);
  const CorTemplate *template = NULL;

  g_assert_cmpuint (pack->templates->len, >=, 60);
  for (guint i = 0; i < pack->templates->len; i++)
    {
      template = pack->templates->pdata[i];
      for (guint j = 0; j < template->variants->len; j++)
        {
          const CorTemplateVariant *variant = template->variants->pdata[j];

          g_hash_table_add (locales, variant->locale);
          g_assert_cmpint (variant->state, ==, COR_TEMPLATE_DRAFT);
        }
    }
  g_assert_cmpuint (g_hash_table_size (locales), >=, 10);
  g_assert_cmpstr (template->source, ==, "pack:corridor-templates");
  g_assert_cmpstr (template->source_locale, ==, "en");
}

/* Direction: nothing of the other kind but what is known to be so, such as a bank's name in an Arabic text. */
static void
assert_isolated (const CorTemplateFill *fill)
{
  int depth = 0;

  for (const char *p = fill->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      depth += letter == 0x2068 ? 1 : letter == 0x2069 ? -1
                                                       : 0;
      g_assert_cmpint (depth, >=, 0);
      g_assert_cmpint (depth, <=, 1);
    }
  g_assert_cmpint (depth, ==, 0);
}

static CorTemplateValues *
get_sample (GHashTable            *by_locale,
            const CorTemplatePack *pack,
            const char            *locale)
{
  CorTemplateValues *values = g_hash_table_lookup (by_locale, locale);

  if (values == NULL)
    {
      values = cor_template_values_new_sample (pack->samples, locale);
      g_hash_table_insert (by_locale, (gpointer) locale, values);
    }
  return values;
}

static void
test_render_all (void)
{
  g_autoptr (CorTemplatePack) pack = load_starter ();
  g_autoptr (GHashTable) by_locale = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) cor_template_values_unref);
  guint n = 0;

  for (guint i = 0; i < pack->templates->len; i++)
    {
      const CorTemplate *template = pack->templates->pdata[i];

      for (guint j = 0; j < template->variants->len; j++)
        {
          const CorTemplateVariant *variant = template->variants->pdata[j];
          CorTemplateValues        *values = get_sample (by_locale, pack, variant->locale);
          CorTemplateTarget         target = { variant->locale, "Asia/Tokyo", FALSE, FALSE };
          g_autoptr (GError) error = NULL;
          g_autoptr (CorTemplateFill) fill = cor_template_render (template, variant, values, &target, &error);

          if (fill == NULL)
            g_test_message ("%s %s", template->id, variant->locale);
          g_assert_no_error (error);
          g_assert_null (strpbrk (fill->text, "{}"));
          g_assert_null (strstr (fill->text, "%}"));
          g_assert_cmpuint (fill->spans->len, >, 0);
          g_assert_cmpuint (strlen (fill->text), >, 20);
          assert_isolated (fill);
          n++;
        }
    }
  g_test_message ("%u texts of %u templates", n, pack->templates->len);
}

/* Whatever is not known: an “if” leaves its part out, and what is required is named. */
static void
test_render_required_only (void)
{
  g_autoptr (CorTemplatePack) pack = load_starter ();

  for (guint i = 0; i < pack->templates->len; i++)
    {
      const CorTemplate *template = pack->templates->pdata[i];
      const CorTemplateVariant *variant = template->variants->pdata[0];
      g_autoptr (CorTemplateValues) some = cor_template_values_new ();
      CorTemplateTarget target = { variant->locale, NULL, FALSE, FALSE };
      g_autoptr (GError) error = NULL;
      g_autoptr (CorTemplateFill) fill = NULL;
      g_autoptr (CorTemplateFill) bare = NULL;

      for (guint j = 0; j < pack->samples->len; j++)
        {
          const CorTemplateSample *sample = pack->samples->pdata[j];

          if (g_strv_contains ((const char *const *) template->requires, sample->name) && cor_template_values_get (some, sample->name) == NULL)
            cor_template_values_parse (some, sample->name, sample->value, NULL);
        }
      fill = cor_template_render (template, variant, some, &target, &error);
      if (fill == NULL)
        g_test_message ("%s: %s", template->id, error->message);
      g_assert_no_error (error);
      g_assert_null (strpbrk (fill->text, "{}"));

      g_clear_pointer (&some, cor_template_values_unref);
      some = cor_template_values_new ();
      bare = cor_template_render (template, variant, some, &target, &error);
      g_assert_null (bare);
      g_assert_true (strstr (error->message, template->requires[0]) != NULL);
    }
}

static void
test_refused (void)
{
#define HEAD "{\"schema\":\"corridor-templates/1\",\"id\":\"p\",\"version\":\"1\",\"title\":\"P\",\"source_locale\":\"en\","
#define ONE(variants) HEAD "\"templates\":[{\"id\":\"a\",\"title\":\"A\",\"requires\":[\"days\"],\"variants\":[" variants "]}]}"
  static const struct
  {
    const char *text, *error;
  } cases[] = {
    { "[]", "This is not a JSON object" },
    { "{\"schema\":\"corridor-templates/9\"}", "$.schema: " },
    { HEAD "\"templates\":[]}", NULL },
    { HEAD "\"template\":[]}", "$.template: " },
    { HEAD "\"templates\":[{\"id\":\"A B\",\"title\":\"A\",\"variants\":[]}]}", "$.templates[0].id: " },
    { HEAD "\"templates\":[{\"id\":\"a\",\"title\":\"A\",\"variants\":[]}]}", "$.templates[0].variants: " },
    { HEAD "\"templates\":[{\"id\":\"a\",\"title\":\"A\",\"requires\":[\"dais\"],\"variants\":[]}]}", "$.templates[0].requires: " },
    { ONE ("{\"locale\":\"en\",\"register\":\"neutral\",\"text\":\"{{days}}\"}"), NULL },
    { ONE ("{\"locale\":\"en\",\"register\":\"neutral\",\"text\":\"no\"}"), "$.templates[0].variants[0].text: days is required" },
    { ONE ("{\"locale\":\"en\",\"register\":\"neutral\",\"text\":\"{{days}}\\n {{dais}}\"}"), "$.templates[0].variants[0].text: Line 2, column 4: there is no variable “dais”" },
    { ONE ("{\"locale\":\"en\",\"register\":\"neutral\",\"text\":\"{{days | shout}}\"}"), "$.templates[0].variants[0].text: Line 1, column 10: there is no filter" },
    { ONE ("{\"locale\":\"en\",\"register\":\"rude\",\"text\":\"{{days}}\"}"), "$.templates[0].variants[0].register: " },
    { ONE ("{\"locale\":\"e n\",\"register\":\"neutral\",\"text\":\"{{days}}\"}"), "$.templates[0].variants[0].locale: " },
    { ONE ("{\"locale\":\"en\",\"register\":\"neutral\",\"state\":\"approved\",\"text\":\"{{days}}\"}"), "$.templates[0].variants[0].reviewer: " },
    { ONE ("{\"locale\":\"en\",\"register\":\"neutral\",\"state\":\"approved\",\"reviewer\":\"M. Berg\",\"reviewed\":\"2026-10-01\",\"text\":\"{{days}}\"}"), NULL },
    { ONE ("{\"locale\":\"en\",\"register\":\"neutral\",\"text\":\"{{days}}\"},{\"locale\":\"en\",\"register\":\"neutral\",\"text\":\"{{days}}\"}"), "$.templates[0].variants[1].register: " },
    { HEAD "\"templates\":[],\"samples\":{\"*\":{\"payment.amount\":\"ten\"}}}", "$.samples.*.payment.amount: " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CorTemplatePack) pack = cor_template_pack_parse (cases[i].text, strlen (cases[i].text), &error);

      g_assert_true ((pack != NULL) == (cases[i].error == NULL));
      if (error != NULL && strstr (error->message, cases[i].error) == NULL)
        g_test_fail_printf ("“%s”, not “%s”", error->message, cases[i].error);
    }
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);
  pack_path = argv[1];

  g_test_add_func ("/template-pack/starter", test_starter);
  g_test_add_func ("/template-pack/render-all", test_render_all);
  g_test_add_func ("/template-pack/render-required-only", test_render_required_only);
  g_test_add_func ("/template-pack/refused", test_refused);

  return cor_test_run ();
}

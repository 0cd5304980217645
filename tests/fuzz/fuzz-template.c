/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-template-text.h"
#include "fuzz-main.h"

#include <string.h>

static CorTemplateValues *
make_values (const char *text)
{
  g_autoptr (CorTemplateValues) values = cor_template_values_new ();

  /* what comes from outside, as hostile as the template */
  cor_template_values_set_text (values, "contact.name", text);
  cor_template_values_set_text (values, "quote.explanation", text);
  cor_template_values_set_count (values, "days", 3);
  cor_template_values_parse (values, "payment.amount", "12.50 EUR", NULL);
  cor_template_values_parse (values, "documents.list", text, NULL);
  return g_steal_pointer (&values);
}

static void
check_fill (const CorTemplateFill *fill)
{
  gsize end = 0;

  g_assert_true (g_utf8_validate (fill->text, -1, NULL));
  for (guint i = 0; i < fill->spans->len; i++)
    {
      CorTemplateSpan span = g_array_index (fill->spans, CorTemplateSpan, i);

      g_assert_cmpuint (span.start, >=, end);
      g_assert_cmpuint (span.end, >=, span.start);
      g_assert_cmpuint (span.end, <=, strlen (fill->text));
      g_assert_nonnull (cor_template_variable_find (span.name));
      end = span.end;
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *source = g_strndup (size > 0 ? (const char *) data : "", size);
  g_autofree char *valid = g_utf8_make_valid (source, -1);
  g_autoptr (CorTemplateValues) values = make_values (valid);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorTemplateText) broken = cor_template_text_parse (source, NULL);
  g_autoptr (CorTemplateText) text = cor_template_text_parse (valid, &error);

  g_assert_true ((text != NULL) == (error == NULL));
  g_assert_true (broken == NULL || g_utf8_validate (source, -1, NULL));
  if (text == NULL)
    return 0;
  for (guint i = 0; i < 2; i++)
    {
      CorTemplateTarget target = { i == 0 ? "ar" : "en", "Asia/Tokyo", i == 0, TRUE };
      g_autoptr (CorTemplateFill) fill = cor_template_text_render (text, values, &target, &error);

      g_assert_no_error (error);
      check_fill (fill);
    }
  return 0;
}

const char *const fuzz_corpus[] = {
  "Dear {{contact.name}}, {{payment.amount | money: \"code\"}} {{agent.name | default: \"we\"}}",
  "{% if days %}{% plural days %}{% when =3 %}a{% when one %}b{% when other %}{{days}}{% endplural %}{% else %}c{% endif %}",
  "{% select payment.status %}{% when sent %}x{% when other %}{{ documents.list|list:\"or\" }}{% endselect %}",
  "مرحبا {{contact.name}}، {{quote.explanation}}\n您好{{contact.name}}",
  "}} %} {{ {% {{days | default: \"}}\"}} { % } {{{days}}}",
  NULL,
};

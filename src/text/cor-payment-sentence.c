/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-payment-sentence"

#include "config.h"

#include "cor-payment-sentence.h"

#include "cor-limit-words.h"
#include "cor-locale.h"
#include "cor-template-text.h"

/* NULL where something that the sentence needs is not known: half a sentence would say something else. */
static char *
fill (const char              *text,
      const CorTemplateValues *values,
      const char              *locale,
      const char              *zone)
{
  CorTemplateTarget target = { .locale = locale, .zone = zone };
  g_autoptr (GError) error = NULL;
  g_autoptr (CorTemplateText) parsed = cor_template_text_parse (text, &error);
  g_autoptr (CorTemplateFill) filled = parsed != NULL ? cor_template_text_render (parsed, values, &target, &error) : NULL;

  if (filled == NULL)
    {
      g_debug ("no sentence: %s", error->message);
      return NULL;
    }
  return g_steal_pointer (&filled->text);
}

/**
 * cor_payment_sentence_for_agent:
 * @locale: the agent's, BCP 47
 * @zone: (nullable): the agent's, such as Europe/Berlin; UTC without one
 *
 * Returns: (transfer full): what it means for the agent; the status alone where something is not known
 */
char *
cor_payment_sentence_for_agent (const CorPaymentView *view,
                                const char           *locale,
                                const char           *zone)
{
  g_autoptr (CorTemplateValues) values = cor_payment_view_dup_values (view, locale, COR_AUDIENCE_PAYER);
  char *sentence = fill (cor_standing_get_agent_text (view->standing, locale), values, locale, zone);

  return sentence != NULL ? sentence : g_strdup (cor_standing_get_label (view->standing, locale));
}

/* The standings speak English and Simplified Chinese; another reader gets no text in a language not theirs. */
static gboolean
is_spoken (const char *locale)
{
  if (locale == NULL)
    return FALSE;
  return cor_locale_distance (locale, "en") != COR_LOCALE_NO_MATCH || cor_locale_distance (locale, "zh") != COR_LOCALE_NO_MATCH;
}

/**
 * cor_payment_sentence_for_customer:
 * @locale: the customer's, BCP 47
 * @zone: (nullable): the customer's
 * @audience: as whom she is told
 *
 * Returns: (transfer full) (nullable): what may be said of it; %NULL to nobody (domain.md §3), where only
 *   the approved template may speak, in a language that has no sentence, or where something is not known
 */
char *
cor_payment_sentence_for_customer (const CorPaymentView *view,
                                   const char           *locale,
                                   const char           *zone,
                                   CorPaymentAudience    audience)
{
  const char *text = cor_payment_audience_get_text (audience, view->standing, locale);
  g_autoptr (CorTemplateValues) values = NULL;

  if (*text == '\0' || !is_spoken (locale))
    return NULL;
  values = cor_payment_view_dup_values (view, locale, audience);
  return fill (text, values, locale, zone);
}

/**
 * cor_payment_sentence_dup_values:
 * @locale: (nullable): the customer's, BCP 47; not known yet without one
 * @audience: as whom she is told
 *
 * As cor_payment_view_dup_values(), without words in a language that is not the customer's.
 *
 * Returns: (transfer full): what a template may say of it
 */
CorTemplateValues *
cor_payment_sentence_dup_values (const CorPaymentView *view,
                                 const char           *locale,
                                 CorPaymentAudience    audience)
{
  static const char *const words[] = { "payment.status", "payment.reason", "payment.action", "documents.list" };
  CorTemplateValues       *values = cor_payment_view_dup_values (view, locale, audience);

  for (guint i = 0; i < G_N_ELEMENTS (words) && !is_spoken (locale); i++)
    cor_template_values_unset (values, words[i]);
  return values;
}

/**
 * cor_payment_sentence_add_limits:
 * @locale: (nullable): the customer's, BCP 47
 * @audience: as whom she is told; the limits are the payer's
 *
 * Adds what templates may say of the limit that is meant, its name in the customer's language where it is known.
 */
void
cor_payment_sentence_add_limits (const CorPaymentView *view,
                                 const char           *locale,
                                 CorPaymentAudience    audience,
                                 CorTemplateValues    *values)
{
  const CorPaymentLimit *limit = cor_payment_limits_find_meant (view->limits);
  const char            *name = limit != NULL ? cor_limit_words_find_name (limit->name, limit->period, locale) : NULL;

  if (limit == NULL || view->is_held || !cor_payment_audience_may_hear (audience, "limit.name"))
    return;
  cor_payment_limits_fill (view->limits, values);
  if (name != NULL)
    cor_template_values_set_text (values, "limit.name", name);
}

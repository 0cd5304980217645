/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-translation-refusal"

#include "config.h"

#include "cor-translation-refusal.h"

#include <string.h>

typedef struct
{
  CorTranslationRefusal refusal;
  const char           *name;
} Rule;

/* By concept of the glossary. */
static const Rule concepts[] = {
  { COR_TRANSLATION_OF_HOLD, "on-hold" },
  { COR_TRANSLATION_OF_HOLD, "frozen-funds" },
  { COR_TRANSLATION_OF_HOLD, "compliance-check" },
  { COR_TRANSLATION_OF_HOLD, "sanctions" },
  { COR_TRANSLATION_OF_HOLD, "sanctions-list" },
  { COR_TRANSLATION_OF_HOLD, "sanctions-screening" },
  { COR_TRANSLATION_OF_HOLD, "transaction-monitoring" },
  { COR_TRANSLATION_OF_HOLD, "suspicious-activity-report" },
  { COR_TRANSLATION_OF_HOLD, "tipping-off" },
  { COR_TRANSLATION_OF_HOLD, "anti-money-laundering" },
  { COR_TRANSLATION_OF_HOLD, "counter-terrorist-financing" },
  { COR_TRANSLATION_OF_HOLD, "enhanced-due-diligence" },
  { COR_TRANSLATION_OF_HOLD, "politically-exposed-person" },
  { COR_TRANSLATION_OF_COMPLAINT, "complaint" },
  { COR_TRANSLATION_OF_COMPLAINT, "dispute" },
  { COR_TRANSLATION_OF_COMPLAINT, "ombudsman" },
  { COR_TRANSLATION_OF_COMPLAINT, "regulator-complaint" },
  { COR_TRANSLATION_OF_COMPLAINT, "compensation" },
  { COR_TRANSLATION_OF_COMPLAINT, "final-response" },
  { COR_TRANSLATION_OF_LAW, "legal-action" },
  { COR_TRANSLATION_OF_LAW, "lawyer" },
};

/* By field; what is bait for new customers is no fee. */
static const Rule  fields[] = { { COR_TRANSLATION_OF_LAW, "law" }, { COR_TRANSLATION_OF_FEES, "charge" } };
static const char *no_fees[] = { "discount", "promo-code", "referral", "cashback", NULL };

/* Ordinary words of their language, whatever else they mean. */
static const char *const everyday[] = { "free", "question", "query", "held", "contest", "claim", "gratis", "gratuit", "kostenlos", "libre", "grátis", NULL };

/* By a word of a label: labels are the company's own, in English more often than not. */
static const Rule labels_of[] = {
  { COR_TRANSLATION_OF_HOLD, "hold" },
  { COR_TRANSLATION_OF_HOLD, "compliance" },
  { COR_TRANSLATION_OF_HOLD, "sanctions" },
  { COR_TRANSLATION_OF_HOLD, "aml" },
  { COR_TRANSLATION_OF_COMPLAINT, "complaint" },
  { COR_TRANSLATION_OF_COMPLAINT, "complaints" },
  { COR_TRANSLATION_OF_COMPLAINT, "dispute" },
  { COR_TRANSLATION_OF_LAW, "legal" },
  { COR_TRANSLATION_OF_LAW, "law" },
};

static CorTranslationRefusal
find_by_labels (const char *const *labels)
{
  for (guint i = 0; labels != NULL && labels[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (labels_of); j++)
      if (cor_glossary_find (labels[i], labels_of[j].name, NULL) != NULL)
        return labels_of[j].refusal;
  return COR_TRANSLATION_FREE;
}

static CorTranslationRefusal
find_rule (const CorGlossaryConcept *concept)
{
  for (guint i = 0; i < G_N_ELEMENTS (concepts); i++)
    if (g_str_equal (concepts[i].name, concept->id))
      return concepts[i].refusal;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].name, concept->field) && !g_strv_contains (no_fees, concept->id))
      return fields[i].refusal;
  return COR_TRANSLATION_FREE;
}

static gboolean
says (const char        *text,
      const char *const *words)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      /* one sign is in too many other words, and two letters in too many others */
      gboolean is_short = g_utf8_strlen (words[i], -1) < (g_unichar_iswide (g_utf8_get_char (words[i])) ? 2 : 3);

      if (!is_short && !g_strv_contains (everyday, words[i]) && cor_glossary_find (text, words[i], NULL) != NULL)
        return TRUE;
    }
  return FALSE;
}

/**
 * cor_translation_refusal_find:
 * @text: a reply
 * @locale: that it is written in, BCP 47
 * @labels: (nullable): of its conversation
 * @glossary: (nullable): the trade's words
 *
 * What binds the company is not worded by a machine (translate.md): replies about holds, complaints, fees and law.
 * The labels speak first, then the words of the text. Any thread.
 *
 * Returns: why it is refused, the gravest first
 */
CorTranslationRefusal
cor_translation_refusal_find (const char        *text,
                              const char        *locale,
                              const char *const *labels,
                              const CorGlossary *glossary)
{
  CorTranslationRefusal found = find_by_labels (labels);
  guint                 n = glossary != NULL ? cor_glossary_get_n_concepts (glossary) : 0;

  for (guint i = 0; i < n; i++)
    {
      CorTranslationRefusal refusal = find_rule (cor_glossary_get_concept (glossary, i));

      if (refusal != COR_TRANSLATION_FREE && (found == COR_TRANSLATION_FREE || refusal < found) &&
          says (text, cor_glossary_get_words (glossary, i, locale)))
        found = refusal;
    }
  return found;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-template-choice"

#include "config.h"

#include "cor-template-choice.h"

#include "cor-locale.h"
#include "cor-template-error.h"

#include <glib/gi18n-lib.h>

/* How far a register is from the one that was asked for: who is not to be addressed directly is rather addressed
 * neutrally, and who is not to be addressed formally too. */
static guint
get_register_distance (CorRegister wanted,
                       CorRegister offered)
{
  if (wanted == offered)
    return 0;
  if (offered == COR_REGISTER_NEUTRAL)
    return 1;
  return offered == COR_REGISTER_FORMAL ? 2 : 3;
}

/* Whoever is to choose hears of another script or country's variety, which is not taken without asking. */
static void
fail_choice (const CorTemplate *template,
             const char *locale,
             gboolean    is_approved_only,
             GError    **error)
{
  for (guint i = 0; i < template->variants->len; i++)
    {
      const CorTemplateVariant *variant = template->variants->pdata[i];
      gboolean                  may_go = variant->state == COR_TEMPLATE_APPROVED || (!is_approved_only && variant->state == COR_TEMPLATE_DRAFT);

      if (may_go && cor_locale_is_same_language (locale, variant->locale))
        {
          /* Translators: a template's id and two language tags, such as pt-PT and pt-BR */
          g_set_error (error, COR_TEMPLATE_ERROR, COR_TEMPLATE_ERROR_NO_VARIANT, _ ("“%s” has no text in “%s”, but one in “%s”"), template->id, locale,
                       variant->locale);
          return;
        }
    }
  /* Translators: the first %s is a template's id, the second a language tag such as pt-PT */
  g_set_error (error, COR_TEMPLATE_ERROR, COR_TEMPLATE_ERROR_NO_VARIANT, _ ("“%s” has no text in “%s”"), template->id, locale);
}

/**
 * cor_template_choose:
 * @locale: the customer's, BCP 47
 * @reg: the register that is wished
 * @is_approved_only: leave drafts out, as under a compliance hold
 * @choice: (out caller-allocates): untouched on errors
 * @error: %COR_TEMPLATE_ERROR_NO_VARIANT
 *
 * The nearest locale along cor_locale_get_parents(), then the nearest register: never silently another language,
 * another script or another country's variety. Retired texts are never taken. Any thread.
 *
 * Returns: whether there is a text for this customer
 */
gboolean
cor_template_choose (const CorTemplate *template,
                     const char        *locale,
                     CorRegister        reg,
                     gboolean           is_approved_only,
                     CorTemplateChoice *choice,
                     GError           **error)
{
  CorTemplateChoice best = { NULL, COR_LOCALE_NO_MATCH, FALSE };
  guint             best_register = G_MAXUINT;

  for (guint i = 0; i < template->variants->len; i++)
    {
      const CorTemplateVariant *variant = template->variants->pdata[i];
      guint                     distance = cor_locale_distance (locale, variant->locale);
      guint                     register_distance = get_register_distance (reg, variant->reg);

      if (variant->state == COR_TEMPLATE_RETIRED || (is_approved_only && variant->state != COR_TEMPLATE_APPROVED) || distance == COR_LOCALE_NO_MATCH)
        continue;
      if (distance < best.distance || (distance == best.distance && register_distance < best_register))
        {
          best.variant = variant;
          best.distance = distance;
          best.is_other_register = variant->reg != reg;
          best_register = register_distance;
        }
    }
  if (best.variant == NULL)
    {
      fail_choice (template, locale, is_approved_only, error);
      return FALSE;
    }
  *choice = best;
  return TRUE;
}

/* What the template requires and is not known is added to @missing, each once. */
static void
add_required (GPtrArray *missing,
              const CorTemplate *template,
              const CorTemplateValues *values)
{
  for (guint i = 0; template->requires != NULL && template->requires[i] != NULL; i++)
    {
      const CorTemplateVariable *variable = cor_template_variable_find (template->requires[i]);

      if (variable != NULL && cor_template_values_get (values, variable->name) == NULL && !g_ptr_array_find (missing, variable->name, NULL))
        g_ptr_array_add (missing, (gpointer) variable->name);
    }
}

static gboolean
check_required (const CorTemplate *template,
                const CorTemplateValues *values,
                GError                 **error)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  g_autofree char *names = NULL;

  add_required (missing, template, values);
  if (missing->len == 0)
    return TRUE;
  g_ptr_array_add (missing, NULL);
  names = g_strjoinv (", ", (char **) missing->pdata);
  g_set_error (error, COR_TEMPLATE_ERROR, COR_TEMPLATE_ERROR_MISSING_VALUE, _ ("Not known, and this text needs it: %s"), names);
  return FALSE;
}

/**
 * cor_template_render:
 * @variant: of @template, as cor_template_choose() gave it, or another that the agent took
 * @target: where its locale is of another language than @variant, amounts and days are in the variant's
 * @error: COR_TEMPLATE_ERROR
 *
 * As cor_template_text_render(), and what the template requires must be known. Any thread.
 *
 * Returns: (transfer full) (nullable): the filled text
 */
CorTemplateFill *
cor_template_render (const CorTemplate *template,
                     const CorTemplateVariant *variant,
                     const CorTemplateValues  *values,
                     const CorTemplateTarget  *target,
                     GError                  **error)
{
  g_autoptr (CorTemplateText) text = cor_template_text_parse (variant->text, error);
  CorTemplateFill  *fill = NULL;
  CorTemplateTarget own = *target;

  if (text == NULL || (!target->is_preview && !check_required (template, values, error)))
    return NULL;
  if (cor_locale_distance (target->locale, variant->locale) == COR_LOCALE_NO_MATCH)
    own.locale = variant->locale;
  fill = cor_template_text_render (text, values, &own, error);
  if (fill != NULL)
    add_required (fill->missing, template, values);
  return fill;
}

/**
 * cor_template_fill_new_raw:
 * @text: a template's text
 * @problem: why it could not be filled, COR_TEMPLATE_ERROR
 *
 * For a text that nobody checked, as a desk's canned response: it is shown beside its fault, and whoever wants it all
 * the same has its tags as they stand, where the reply check finds them. Any thread.
 *
 * Returns: (transfer full) (nullable): the text as it is; %NULL where the fault is not the text's own
 */
CorTemplateFill *
cor_template_fill_new_raw (const char   *text,
                           const GError *problem)
{
  CorTemplateFill *fill = NULL;

  if (!g_error_matches (problem, COR_TEMPLATE_ERROR, COR_TEMPLATE_ERROR_SYNTAX) &&
      !g_error_matches (problem, COR_TEMPLATE_ERROR, COR_TEMPLATE_ERROR_UNKNOWN_VARIABLE) &&
      !g_error_matches (problem, COR_TEMPLATE_ERROR, COR_TEMPLATE_ERROR_UNKNOWN_FILTER))
    return NULL;
  fill = g_new0 (CorTemplateFill, 1);
  fill->text = g_strdup (text);
  fill->spans = cor_template_find_tags (text);
  fill->missing = g_ptr_array_new ();
  return fill;
}

/**
 * cor_template_fill_marks_gaps:
 *
 * Returns: whether the tag of every value that is missing stands in the text; any thread
 */
gboolean
cor_template_fill_marks_gaps (const CorTemplateFill *self)
{
  for (guint i = 0; i < self->missing->len; i++)
    {
      gboolean is_marked = FALSE;

      for (guint j = 0; j < self->spans->len; j++)
        {
          const CorTemplateSpan *span = &g_array_index (self->spans, CorTemplateSpan, j);

          is_marked |= span->is_missing && g_str_equal (span->name, self->missing->pdata[i]);
        }
      if (!is_marked)
        return FALSE;
    }
  return TRUE;
}

static void
take_samples (CorTemplateValues *values,
              const GPtrArray   *samples,
              const char        *locale,
              gboolean           is_general)
{
  const char *last = "*"; /* they come by locale: each is compared once */
  gboolean    is_wanted = is_general;

  for (guint i = 0; i < samples->len; i++)
    {
      const CorTemplateSample *sample = samples->pdata[i];

      if (!g_str_equal (sample->locale, last))
        {
          last = sample->locale;
          if (g_str_equal (last, "*"))
            is_wanted = is_general;
          else
            is_wanted = !is_general && cor_locale_distance (locale, last) != COR_LOCALE_NO_MATCH;
        }
      if (is_wanted)
        cor_template_values_parse (values, sample->name, sample->value, NULL);
    }
}

/**
 * cor_template_values_new_sample:
 * @samples: (element-type CorTemplateSample)
 * @locale: of the text that is tried
 *
 * Returns: (transfer full): values for trying a template, the language's own where there are any
 */
CorTemplateValues *
cor_template_values_new_sample (const GPtrArray *samples,
                                const char      *locale)
{
  CorTemplateValues *values = cor_template_values_new ();

  take_samples (values, samples, locale, TRUE);
  take_samples (values, samples, locale, FALSE);
  return values;
}

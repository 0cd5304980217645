/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-template-edit"

#include "config.h"

#include "cor-template-edit.h"

#include "cor-date.h"
#include "cor-fold.h"
#include "cor-locale.h"
#include "cor-str.h"
#include "cor-template-error.h"
#include "cor-template-text.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (cor_template_edit_error, cor_template_edit_error)

/* What a title of signs only is called. */
#define UNNAMED "template"

/* Letters of a to z, digits and single hyphens, as a pack has it (data/packs/templates.schema.json). */
static char *
dup_slug (const char *text)
{
  g_autofree char *folded = cor_fold (text);
  GString         *slug = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at++)
    if (g_ascii_islower (*at) || g_ascii_isdigit (*at))
      g_string_append_c (slug, *at);
    else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
      g_string_append_c (slug, '-');
  if (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);
  return g_string_free (slug, FALSE);
}

/**
 * cor_template_edit_dup_id:
 * @title: of a new template
 *
 * Returns: (transfer full): an id that goes with it
 */
char *
cor_template_edit_dup_id (const char *title)
{
  char *slug = dup_slug (title);

  if (*slug != '\0')
    return slug;
  g_free (slug);
  return g_strdup (UNNAMED);
}

static char **
split (const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, ",;", -1);
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  guint n = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      {
        g_strv_builder_add (kept, parts[i]);
        n++;
      }
  return n > 0 ? g_strv_builder_end (kept) : NULL;
}

static void
take_line (char      **field,
           const char *text)
{
  g_autofree char *line = g_strstrip (g_strdup (text));

  cor_set_str (field, *line != '\0' ? line : NULL);
}

static gboolean
check_head (const CorTemplate *template,
            GError **error)
{
  g_autofree char *slug = template->shortcut != NULL ? dup_slug (template->shortcut) : NULL;
  GDate            day;

  g_date_clear (&day, 1);
  if (template->title == NULL)
    g_set_error_literal (error, COR_TEMPLATE_EDIT_ERROR, COR_TEMPLATE_EDIT_ERROR_TITLE, _ ("A template needs a title"));
  else if (g_strcmp0 (slug, template->shortcut) != 0)
    g_set_error_literal (error, COR_TEMPLATE_EDIT_ERROR, COR_TEMPLATE_EDIT_ERROR_SHORTCUT, _ ("A shortcut is of small letters, digits and hyphens"));
  else if (template->review != NULL && !cor_date_parse (template->review, &day))
    g_set_error_literal (error, COR_TEMPLATE_EDIT_ERROR, COR_TEMPLATE_EDIT_ERROR_REVIEW, _ ("The day of the next review must be a date such as 2027-05-22"));
  else
    {
      for (guint i = 0; template->requires != NULL && template->requires[i] != NULL; i++)
        if (cor_template_variable_find (template->requires[i]) == NULL)
          {
            g_set_error (error, COR_TEMPLATE_EDIT_ERROR, COR_TEMPLATE_EDIT_ERROR_REQUIRES, _ ("There is no variable “%s”"), template->requires[i]);
            return FALSE;
          }
      return TRUE;
    }
  return FALSE;
}

/**
 * cor_template_edit_take_head:
 * @template: gets all of it, also what is wrong: nothing that was typed is lost
 * @error: COR_TEMPLATE_EDIT_ERROR says which field
 *
 * Returns: whether it is in order
 */
gboolean
cor_template_edit_take_head (CorTemplate *template,
                             const CorTemplateHead *head,
                             GError               **error)
{
  take_line (&template->title, head->title);
  take_line (&template->shortcut, head->shortcut);
  take_line (&template->category, head->category);
  take_line (&template->purpose, head->purpose);
  take_line (&template->owner, head->owner);
  take_line (&template->review, head->review);
  cor_set_str (&template->channels, head->channels);
  g_strfreev (template->tags);
  template->tags = split (head->tags);
  g_strfreev (template->requires);
  template->requires = split (head->requires);
  return check_head (template, error);
}

/**
 * cor_template_edit_set_text:
 * @variant: of @template
 *
 * What was decided about the text before is not so any longer, and it is written after the source text of now.
 *
 * Returns: whether it changed
 */
gboolean
cor_template_edit_set_text (CorTemplate *template,
                            CorTemplateVariant *variant,
                            const char         *text)
{
  if (!cor_set_str (&variant->text, text))
    return FALSE;
  cor_template_variant_make_draft (variant);
  g_clear_pointer (&variant->source_digest, g_free); /* the store gives it that of now */
  return TRUE;
}

/**
 * cor_template_edit_check_text:
 * @error: COR_TEMPLATE_ERROR with line and column, or COR_TEMPLATE_EDIT_ERROR
 *
 * Returns: whether the text can be used
 */
gboolean
cor_template_edit_check_text (const CorTemplate *template,
                              const CorTemplateVariant *variant,
                              GError                  **error)
{
  g_autoptr (CorTemplateText) text = NULL;
  g_auto (GStrv) used = NULL;

  if (*variant->text == '\0')
    {
      g_set_error_literal (error, COR_TEMPLATE_EDIT_ERROR, COR_TEMPLATE_EDIT_ERROR_TEXT, _ ("The text is empty"));
      return FALSE;
    }
  text = cor_template_text_parse (variant->text, error);
  if (text == NULL)
    return FALSE;
  used = cor_template_text_get_variables (text);
  for (guint i = 0; template->requires != NULL && template->requires[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) used, template->requires[i]))
      {
        /* Translators: a variable such as payment.reference */
        g_set_error (error, COR_TEMPLATE_EDIT_ERROR, COR_TEMPLATE_EDIT_ERROR_TEXT, _ ("%s is required and not used"), template->requires[i]);
        return FALSE;
      }
  return TRUE;
}

/**
 * cor_template_edit_check:
 * @error: the first thing that is wrong; of a text with its language before
 *
 * Returns: whether the template can be kept: as a pack would have it
 */
gboolean
cor_template_edit_check (const CorTemplate *template,
                         GError **error)
{
  if (!check_head (template, error))
    return FALSE;
  for (guint i = 0; i < template->variants->len; i++)
    {
      const CorTemplateVariant *variant = template->variants->pdata[i];

      if (cor_template_edit_check_text (template, variant, error))
        continue;
      g_prefix_error (error, "%s: ", variant->locale);
      return FALSE;
    }
  return TRUE;
}

/**
 * cor_template_edit_find_place:
 * @error: of cor_template_edit_check_text()
 * @line: (out): from 1
 * @column: (out): from 1, in characters
 *
 * The parser's sentences begin with line and column, in this order in every language.
 *
 * Returns: whether it says where
 */
gboolean
cor_template_edit_find_place (const GError *error,
                              guint        *line,
                              guint        *column)
{
  g_autoptr (GRegex) numbers = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *first = NULL, *second = NULL;

  if (error == NULL || error->domain != COR_TEMPLATE_ERROR)
    return FALSE;
  numbers = g_regex_new ("^[^0-9“]*([0-9]+)[^0-9“]+([0-9]+)", 0, 0, NULL);
  if (!g_regex_match (numbers, error->message, 0, &match))
    return FALSE;
  first = g_match_info_fetch (match, 1);
  second = g_match_info_fetch (match, 2);
  *line = (guint) g_ascii_strtoull (first, NULL, 10);
  *column = (guint) g_ascii_strtoull (second, NULL, 10);
  return TRUE;
}

/**
 * cor_template_edit_add_text:
 * @locale: as it was typed
 * @error: %COR_TEMPLATE_EDIT_ERROR_LOCALE where it is no language, or there already
 *
 * Returns: (transfer none) (nullable): a text that is still empty
 */
CorTemplateVariant *
cor_template_edit_add_text (CorTemplate *template,
                            const char *locale,
                            CorRegister reg,
                            GError    **error)
{
  g_autofree char    *tag = g_strstrip (g_strdup (locale));
  CorTemplateVariant *variant = NULL;

  g_strdelimit (tag, "_", '-');
  if (!cor_locale_is_known (tag))
    g_set_error (error, COR_TEMPLATE_EDIT_ERROR, COR_TEMPLATE_EDIT_ERROR_LOCALE, _ ("“%s” is not a language tag such as zh-Hant"), tag);
  else if (cor_template_find (template, tag, reg) != NULL)
    g_set_error_literal (error, COR_TEMPLATE_EDIT_ERROR, COR_TEMPLATE_EDIT_ERROR_LOCALE, _ ("There is a text in this language and register already"));
  else
    {
      variant = cor_template_variant_new ();
      variant->locale = g_steal_pointer (&tag);
      variant->reg = reg;
      variant->text = g_strdup ("");
      g_ptr_array_add (template->variants, variant);
    }
  return variant;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-template-words"

#include "config.h"

#include "cor-template-words.h"

#include "cor-language-text.h"
#include "cor-store-templates.h"

#include <glib/gi18n-lib.h>

/**
 * cor_template_words_get_place:
 *
 * Returns: (transfer none) (nullable): the heading of the templates that stand there; %NULL: none is needed
 */
const char *
cor_template_words_get_place (CorTemplatePlace place)
{
  switch (place)
    {
    case COR_TEMPLATE_FITS:
      /* TRANSLATORS: a heading: the templates that answer it follow */
      return _ ("Fits the last message");
    case COR_TEMPLATE_FAVOURITE:
      return _ ("Favourites");
    case COR_TEMPLATE_RECENT:
      return _ ("Used last");
    case COR_TEMPLATE_OTHER:
      return C_ ("templates", "All");
    case COR_TEMPLATE_FOUND:
    default:
      return NULL;
    }
}

/**
 * cor_template_words_get_register:
 *
 * Returns: (transfer none): how a text speaks to its reader
 */
const char *
cor_template_words_get_register (CorRegister reg)
{
  switch (reg)
    {
    case COR_REGISTER_FORMAL:
      return C_ ("register of a text", "Formal");
    case COR_REGISTER_DIRECT:
      return C_ ("register of a text", "Direct");
    case COR_REGISTER_NEUTRAL:
    case COR_N_REGISTERS:
    default:
      return C_ ("register of a text", "Neutral");
    }
}

/**
 * cor_template_words_get_cover:
 *
 * Returns: (transfer none): how well a language is served
 */
const char *
cor_template_words_get_cover (CorTemplateCover cover)
{
  switch (cover)
    {
    case COR_TEMPLATE_COVER_COMPLETE:
      return C_ ("text of a template", "Approved");
    case COR_TEMPLATE_COVER_DRAFT:
      return C_ ("text of a template", "Draft");
    case COR_TEMPLATE_COVER_STALE:
      /* TRANSLATORS: the text it was translated from has changed since */
      return C_ ("text of a template", "Stale");
    case COR_TEMPLATE_COVER_MISSING:
    case COR_N_TEMPLATE_COVERS:
    default:
      return C_ ("text of a template", "Missing");
    }
}

/**
 * cor_template_words_dup_cover:
 * @locale: BCP 47
 *
 * Returns: (transfer full): how a template stands in the language, in words
 */
char *
cor_template_words_dup_cover (const char *locale, CorTemplateCover cover)
{
  g_autofree char *language = cor_language_text_dup (locale);

  /* TRANSLATORS: the name of a language, its tag, and what of the text in it, such as: Spanish (es): Approved */
  return g_strdup_printf (_ ("%s (%s): %s"), language, locale, cor_template_words_get_cover (cover));
}

/**
 * cor_template_words_get_cover_hue:
 *
 * Returns: the colour that goes with it; the word always stands beside
 */
CorHue
cor_template_words_get_cover_hue (CorTemplateCover cover)
{
  switch (cover)
    {
    case COR_TEMPLATE_COVER_COMPLETE:
      return COR_HUE_GREEN;
    case COR_TEMPLATE_COVER_STALE:
      return COR_HUE_YELLOW;
    case COR_TEMPLATE_COVER_DRAFT:
    case COR_TEMPLATE_COVER_MISSING:
    case COR_N_TEMPLATE_COVERS:
    default:
      return COR_HUE_SLATE;
    }
}

/**
 * cor_template_words_get_source:
 *
 * Returns: (transfer none): whose it is
 */
const char *
cor_template_words_get_source (const CorTemplate *template)
{
  if (g_strcmp0 (template->source, COR_TEMPLATE_SOURCE_OWN) == 0)
    /* TRANSLATORS: a template that the agent made */
    return _ ("Your own");
  if (g_strcmp0 (template->source, COR_TEMPLATE_SOURCE_ACCOUNT) == 0)
    /* TRANSLATORS: a template that is kept at the desk */
    return _ ("Of the desk");
  return g_strcmp0 (template->source, "pack:corridor-templates") == 0 ? _ ("Starter pack") : _ ("Pack");
}

/**
 * cor_template_words_list_variants:
 *
 * Returns: (transfer full): what its texts are called, in their order
 */
GtkStringList *
cor_template_words_list_variants (const CorTemplate *template)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < template->variants->len; i++)
    {
      const CorTemplateVariant *variant = template->variants->pdata[i];
      g_autofree char          *language = cor_language_text_dup (variant->locale);
      /* TRANSLATORS: a text of a template: its language, the language's tag, and how it speaks, such as: Spanish (es), Formal */
      g_autofree char *name = g_strdup_printf (_ ("%s (%s), %s"), language, variant->locale, cor_template_words_get_register (variant->reg));

      gtk_string_list_append (names, name);
    }
  return names;
}

static const char *
get_origin (CorLocaleOrigin origin)
{
  switch (origin)
    {
    case COR_LOCALE_OF_NOBODY:
      return _ ("The customer’s language is not known: this is yours.");
    case COR_LOCALE_OF_MESSAGE:
      return _ ("The language is that of the last message.");
    case COR_LOCALE_CHOSEN:
      return _ ("You chose the language.");
    case COR_LOCALE_OF_CUSTOMER:
    default:
      return NULL;
    }
}

/**
 * cor_template_words_dup_choice:
 *
 * Why this text and no other was taken, where it is not plainly the customer's.
 *
 * Returns: (transfer full): sentences, "" for none
 */
char *
cor_template_words_dup_choice (CorTemplateFilling *filling)
{
  const CorTemplateChoice *choice = cor_template_filling_get_choice (filling);
  const char              *origin = get_origin (cor_template_filling_get_locale_origin (filling));
  g_autoptr (GString) words = g_string_new (origin);

  if (choice == NULL)
    return g_string_free (g_steal_pointer (&words), FALSE);
  if (choice->distance > 0)
    {
      /* TRANSLATORS: two language tags, such as: The text for es was taken for es-MX. */
      g_autofree char *taken = g_strdup_printf (_ ("The text for %s was taken for %s."), choice->variant->locale, cor_template_filling_get_locale (filling));

      g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", taken);
    }
  if (choice->is_other_register && cor_template_filling_get_register (filling) != COR_REGISTER_NEUTRAL)
    {
      const char *other = cor_template_words_get_register (choice->variant->reg);
      /* TRANSLATORS: the register of a text, such as: Formal is what there is in this language. */
      g_autofree char *taken = g_strdup_printf (_ ("%s is what there is in this language."), other);

      g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", taken);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * cor_template_words_dup_missing:
 * @names: (array zero-terminated=1): of variables, at least one
 *
 * Returns: (transfer full): a sentence with their names
 */
char *
cor_template_words_dup_missing (const char *const *names)
{
  g_autofree char *joined = g_strjoinv (", ", (char **) names);

  /* TRANSLATORS: names of variables that stand in the text of a reply, such as payment.amount */
  return g_strdup_printf (_ ("Not filled in: %s"), joined);
}

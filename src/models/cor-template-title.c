/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-template-title"

#include "config.h"

#include "cor-template-title.h"

#include "cor-locale.h"
#include "cor-reader-locales.h"
#include "cor-store-templates.h"

#include <string.h>

#define STARTER_SOURCE "pack:corridor-templates"

/* The languages that there is a file of in data/templates/titles. */
static const char *const languages[] = { "zh-Hans" };

/* What the starter templates are called in the language of the window: "title", id, and what it says in English, joined
 * by tabs, to the words. */
static void
read_titles (GHashTable *titles,
             const char *language)
{
  g_autoptr (GBytes) bytes = cor_store_get_template_titles (language);
  g_auto (GStrv) lines = bytes != NULL ? g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1) : g_new0 (char *, 1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *tab = strrchr (lines[i], '\t');

      if (tab == NULL)
        continue;
      *tab = '\0';
      g_hash_table_insert (titles, g_strdup (lines[i]), g_strdup (tab + 1));
    }
}

/* NULL: none of those that there is a file of, or English is read rather. */
static const char *
find_language (void)
{
  g_auto (GStrv) locales = cor_reader_locales_new (NULL);

  for (guint i = 0; locales[i] != NULL && !g_str_has_prefix (locales[i], "en"); i++)
    {
      g_auto (GStrv) parents = cor_locale_get_parents (locales[i]);

      for (guint k = 0; k < G_N_ELEMENTS (languages); k++)
        {
          g_autofree char *offered = cor_locale_canonicalize (languages[k]);

          if (g_strv_contains ((const char *const *) parents, offered))
            return languages[k];
        }
    }
  return NULL;
}

/* Read once: the window keeps its language. */
static GHashTable *
get_titles (void)
{
  static GHashTable *titles = NULL;

  if (g_once_init_enter (&titles))
    {
      GHashTable *made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      const char *language = find_language ();

      if (language != NULL)
        read_titles (made, language);
      g_once_init_leave (&titles, made);
    }
  return titles;
}

/* Somebody's own words, and a newer pack's, are not ours to translate. */
static const char *
translate (const char *source,
           const char *what,
           const char *name,
           const char *words)
{
  g_autofree char *key = NULL;
  const char      *translated = NULL;

  if (words == NULL || g_strcmp0 (source, STARTER_SOURCE) != 0)
    return words;
  key = g_strjoin ("\t", what, name, words, NULL);
  translated = g_hash_table_lookup (get_titles (), key);
  return translated != NULL ? translated : words;
}

/**
 * cor_template_title_get:
 *
 * Main thread.
 *
 * Returns: (transfer none): what it is called, in the language of the window where that is known; as long as @template
 */
const char *
cor_template_title_get (const CorTemplate *template)
{
  return translate (template->source, "title", template->id, template->title);
}

/**
 * cor_template_title_find:
 * @source: (nullable): where the template is from
 * @id: (nullable): its own, without a language
 * @title: (nullable): as it is written there
 *
 * Returns: (transfer none) (nullable): the same for a template that was found among articles; as long as @title
 */
const char *
cor_template_title_find (const char *source,
                         const char *id,
                         const char *title)
{
  return translate (source, "title", id, title);
}

/**
 * cor_template_title_get_category:
 *
 * Returns: (transfer none) (nullable): likewise of its category
 */
const char *
cor_template_title_get_category (const CorTemplate *template)
{
  return translate (template->source, "category", template->category, template->category);
}

/**
 * cor_template_title_get_purpose:
 *
 * Returns: (transfer none) (nullable): likewise of what it is for
 */
const char *
cor_template_title_get_purpose (const CorTemplate *template)
{
  return translate (template->source, "purpose", template->id, template->purpose);
}

/**
 * cor_template_title_dup_tags:
 *
 * Returns: (transfer full) (nullable): likewise its tags, in a line
 */
char *
cor_template_title_dup_tags (const CorTemplate *template)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) tags = NULL;

  if (template->tags == NULL)
    return NULL;
  for (guint i = 0; template->tags[i] != NULL; i++)
    g_strv_builder_add (builder, translate (template->source, "tag", template->tags[i], template->tags[i]));
  tags = g_strv_builder_end (builder);
  return g_strjoinv (", ", tags);
}

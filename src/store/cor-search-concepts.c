/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-search-concepts"

#include "config.h"

#include "cor-search-concepts.h"

#include "cor-language.h"
#include "cor-store-resources.h"

#include <gio/gio.h>

#define GLOSSARY "/org/corridordesk/Corridor/glossary/"

/* So begin the names of the concepts that are question words. */
#define QUESTIONS "ask-"

/* Longer wordings are sentences, not names. */
#define MAX_TERMS 12

typedef struct
{
  GHashTable *wordings;     /* terms joined by blanks → GArray of guint; an empty one begins a longer wording */
  GPtrArray  *names;        /* of concepts; static texts */
  GHashTable *numbers;      /* name → number + 1 */
  GPtrArray  *keys;         /* of each: GPtrArray of its wordings, which are keys of the first table */
  GPtrArray  *meant;        /* of each: NULL, or what an answer to that question is about, names between commas */
  guint       first_term;   /* from here on they are of the trade's glossary */
  guint       first_phrase; /* from here on whole questions */
} Concepts;

static void
append_term (GString       *key,
             const CorTerm *term)
{
  if (key->len > 0)
    g_string_append_c (key, ' ');
  g_string_append (key, term->text);
}

static GArray *
reach (Concepts   *concepts,
       const char *key)
{
  GArray *numbers = g_hash_table_lookup (concepts->wordings, key);

  if (numbers == NULL)
    {
      numbers = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (concepts->wordings, g_strdup (key), numbers);
    }
  return numbers;
}

/* The Vietnamese for card is folded to "the", and A$ to "a": what in another language is a word that says
 * little would be found everywhere. */
static gboolean
is_ambiguous (const CorTerm *terms,
              guint          n_terms,
              const char    *language)
{
  static const char *const languages[] = { "en", "es", "pt", "fr", "de", "vi", "it", "nl", "pl", "id" };
  const CorTerm           *only = NULL;

  for (guint i = 0; i < n_terms; i++)
    if (terms[i].kind != COR_TERM_PAUSE && terms[i].kind != COR_TERM_PERIOD)
      {
        if (only != NULL)
          return FALSE;
        only = &terms[i];
      }
  if (only == NULL || only->kind != COR_TERM_WORD)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (!g_str_equal (languages[i], language) && (cor_language_is_stop_word (languages[i], only->surface) || cor_language_is_stop_word (languages[i], only->text)))
      return TRUE;
  return only->surface[0] < 0x7f && only->surface[1] == '\0';
}

static void
add_wording (Concepts   *concepts,
             guint       number,
             const char *wording,
             const char *language)
{
  g_autoptr (CorTerms) terms = cor_terms_new_in (wording, language);
  g_autoptr (GString) key = g_string_new (NULL);
  guint          n = 0;
  const CorTerm *term = cor_terms_get (terms, &n);
  GArray        *numbers = NULL;
  gpointer       kept = NULL;
  guint          length = 0;

  if (is_ambiguous (term, n, language))
    return;
  for (guint i = 0; i < n; i++)
    {
      if (term[i].kind == COR_TERM_PAUSE || term[i].kind == COR_TERM_PERIOD)
        continue;
      append_term (key, &term[i]);
      numbers = reach (concepts, key->str);
      length++;
    }
  if (numbers == NULL || length > MAX_TERMS)
    return;
  for (guint i = 0; i < numbers->len; i++)
    if (g_array_index (numbers, guint, i) == number)
      return;
  g_array_append_val (numbers, number);
  if (g_hash_table_lookup_extended (concepts->wordings, key->str, &kept, NULL))
    g_ptr_array_add (concepts->keys->pdata[number], kept);
}

static guint
reach_concept (Concepts   *concepts,
               const char *name)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (concepts->numbers, name));

  if (number != 0)
    return number - 1;
  g_ptr_array_add (concepts->names, (gpointer) g_intern_string (name));
  g_ptr_array_add (concepts->keys, g_ptr_array_new ());
  g_ptr_array_add (concepts->meant, NULL);
  g_hash_table_insert (concepts->numbers, (gpointer) g_intern_string (name), GUINT_TO_POINTER (concepts->names->len));
  return concepts->names->len - 1;
}

static void
add_cell (Concepts   *concepts,
          const char *name,
          const char *cell,
          const char *locale)
{
  g_auto (GStrv) wordings = g_strsplit (cell, "|", -1);
  g_autofree char *language = g_strndup (locale, strcspn (locale, "-"));
  guint            number = reach_concept (concepts, name);

  for (guint i = 0; wordings[i] != NULL; i++)
    add_wording (concepts, number, g_strstrip (wordings[i]), g_intern_string (language));
}

static const char *const glossary_locales[] = { "en", "zh-Hans", "zh-Hant", "es", "pt-BR", "fr", "de", "ja", "ar", "vi" };

static gboolean
is_locale (const char *column)
{
  for (guint i = 0; i < G_N_ELEMENTS (glossary_locales); i++)
    if (g_str_equal (glossary_locales[i], column))
      return TRUE;
  return FALSE;
}

/* Two shapes: columns of locales, or a column of locales and one of phrases. */
static void
add_row (Concepts    *concepts,
         char *const *header,
         char *const *row)
{
  if (g_strv_length ((char **) header) > g_strv_length ((char **) row) || *row[0] == '\0')
    return;
  if (header[1] != NULL && g_str_equal (header[1], "locale"))
    {
      if (g_str_equal (row[1], "terms"))
        concepts->meant->pdata[reach_concept (concepts, row[0])] = (gpointer) g_intern_string (row[2]);
      else
        add_cell (concepts, row[0], row[2], row[1]);
      return;
    }
  for (guint i = 1; header[i] != NULL; i++)
    if (is_locale (header[i]))
      add_cell (concepts, row[0], row[i], header[i]);
}

static void
load (Concepts   *concepts,
      const char *name)
{
  g_autofree char *path = g_strconcat (GLOSSARY, name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (cor_store_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) header = NULL;

  if (bytes == NULL)
    return;
  lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) row = NULL;

      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      row = g_strsplit (lines[i], "\t", -1);
      if (header == NULL)
        header = g_steal_pointer (&row);
      else
        add_row (concepts, header, row);
    }
}

static void
free_numbers (gpointer numbers)
{
  g_array_unref (numbers);
}

static Concepts *
get_concepts (void)
{
  static gsize    once = 0;
  static Concepts concepts;

  if (g_once_init_enter (&once))
    {
      concepts.wordings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_numbers);
      concepts.names = g_ptr_array_new ();
      concepts.numbers = g_hash_table_new (g_str_hash, g_str_equal);
      concepts.keys = g_ptr_array_new ();
      concepts.meant = g_ptr_array_new ();
      load (&concepts, "wording.tsv");
      concepts.first_term = concepts.names->len;
      load (&concepts, "terms.tsv");
      concepts.first_phrase = concepts.names->len;
      load (&concepts, "phrases.tsv");
      g_once_init_leave (&once, 1);
    }
  return &concepts;
}

/**
 * cor_search_concepts_get_n:
 *
 * Returns: how many there are; they are numbered from 0
 */
guint
cor_search_concepts_get_n (void)
{
  return get_concepts ()->names->len;
}

/**
 * cor_search_concepts_get_name:
 *
 * Returns: (transfer none): its id in the glossary
 */
const char *
cor_search_concepts_get_name (guint concept)
{
  return g_ptr_array_index (get_concepts ()->names, concept);
}

/**
 * cor_search_concepts_is_term:
 *
 * Returns: whether it is of the trade's glossary, which leads from one language to another, and no everyday
 *   wording, of which customers have many in their own
 */
gboolean
cor_search_concepts_is_term (guint concept)
{
  return concept >= get_concepts ()->first_term;
}

/**
 * cor_search_concepts_is_phrase:
 *
 * Returns: whether it is a whole question, as customers ask it, and no term
 */
gboolean
cor_search_concepts_is_phrase (guint concept)
{
  return concept >= get_concepts ()->first_phrase;
}

/**
 * cor_search_concepts_has_language:
 * @language: (nullable): such as "pt"
 *
 * Returns: whether the glossary leads from it to the other languages
 */
gboolean
cor_search_concepts_has_language (const char *language)
{
  for (guint i = 0; language != NULL && i < G_N_ELEMENTS (glossary_locales); i++)
    if (cor_language_matches (glossary_locales[i], language))
      return TRUE;
  return FALSE;
}

static void
add_once (GArray *concepts,
          guint   concept)
{
  for (guint i = 0; i < concepts->len; i++)
    if (g_array_index (concepts, guint, i) == concept)
      return;
  g_array_append_val (concepts, concept);
}

/**
 * cor_search_concepts_add_meant:
 * @concepts: (element-type guint): of a question, each once; what answers to it are about is appended, as
 *   tracking is to "where is my money"
 */
void
cor_search_concepts_add_meant (GArray *concepts)
{
  Concepts *all = get_concepts ();
  guint     n = concepts->len;

  for (guint i = 0; i < n; i++)
    {
      const char *meant = all->meant->pdata[g_array_index (concepts, guint, i)];
      g_auto (GStrv) names = g_strsplit (meant != NULL ? meant : "", ",", -1);

      for (guint j = 0; names[j] != NULL; j++)
        {
          guint number = GPOINTER_TO_UINT (g_hash_table_lookup (all->numbers, g_strstrip (names[j])));

          if (number != 0)
            add_once (concepts, number - 1);
        }
    }
}

/* Those of one kind: a long term of the trade does not hide the everyday wording in it, nor the other way. */
static gboolean
add_found (GArray       *found,
           const GArray *numbers,
           gboolean      is_term)
{
  gboolean is_any = FALSE;

  for (guint i = 0; i < numbers->len; i++)
    if (cor_search_concepts_is_term (g_array_index (numbers, guint, i)) == is_term)
      {
        is_any = TRUE;
        if (found != NULL)
          g_array_append_val (found, g_array_index (numbers, guint, i));
      }
  return is_any;
}

/* What begins at @terms: of words every wording, as "card" is still said in "card payment"; of signs the
 * longest, as 费 is not meant in 消费. Returns how many terms the longest had. */
static guint
find_at (Concepts      *concepts,
         const CorTerm *terms,
         guint          n_terms,
         gboolean       is_covered,
         gboolean       is_term,
         GArray        *found)
{
  g_autoptr (GString) key = NULL;
  const GArray *longest = NULL;
  gboolean      is_sign = terms[0].kind == COR_TERM_SIGN;
  guint         length = 0;

  for (guint n = 1; n <= n_terms && n <= MAX_TERMS; n++)
    {
      const GArray *numbers = NULL;

      if (terms[n - 1].kind == COR_TERM_PAUSE || terms[n - 1].kind == COR_TERM_PERIOD)
        break;
      /* most wordings are of one word: no key is made for them */
      if (n > 1 && key == NULL)
        key = g_string_new (terms[0].text);
      if (n > 1)
        append_term (key, &terms[n - 1]);
      numbers = g_hash_table_lookup (concepts->wordings, n > 1 ? key->str : terms[0].text);
      if (numbers == NULL)
        break;
      if ((is_sign && is_covered && n == 1) || !add_found (is_sign ? NULL : found, numbers, is_term))
        continue;
      length = n;
      longest = numbers;
    }
  if (is_sign && longest != NULL)
    add_found (found, longest, is_term);
  return length;
}

/**
 * cor_search_concepts_find:
 * @terms: (array length=n_terms): of a text
 * @found: (element-type guint): the concepts are appended, as often as they are said
 */
void
cor_search_concepts_find (const CorTerm *terms,
                          guint          n_terms,
                          GArray        *found)
{
  Concepts *concepts = get_concepts ();
  guint     covered[2] = { 0 }; /* up to here a wording of several signs reaches, of each kind */

  for (guint i = 0; i < n_terms; i++)
    {
      if (terms[i].kind == COR_TERM_PAUSE || terms[i].kind == COR_TERM_PERIOD || !g_hash_table_contains (concepts->wordings, terms[i].text))
        continue;
      for (guint is_term = 0; is_term < 2; is_term++)
        {
          guint length = find_at (concepts, terms + i, n_terms - i, i < covered[is_term], is_term != 0, found);

          if (length > 1)
            covered[is_term] = MAX (covered[is_term], i + length);
        }
    }
}

/**
 * cor_search_concepts_list:
 * @text: a word, a sign, or two signs
 *
 * Returns: (transfer none) (nullable) (element-type guint): what it means by itself
 */
const GArray *
cor_search_concepts_list (const char *text)
{
  const char      *second = g_utf8_next_char (text);
  g_autofree char *first = NULL;
  g_autofree char *key = NULL;

  if (*second == '\0' || g_unichar_get_script (g_utf8_get_char (text)) != G_UNICODE_SCRIPT_HAN)
    return g_hash_table_lookup (get_concepts ()->wordings, text);
  first = g_strndup (text, (gsize) (second - text));
  key = g_strjoin (" ", first, second, NULL);
  return g_hash_table_lookup (get_concepts ()->wordings, key);
}

/**
 * cor_search_concepts_is_question:
 * @text: a word, a sign, or two signs
 *
 * Returns: whether it says that something is asked, and not what: "why", 如何, 多久
 */
gboolean
cor_search_concepts_is_question (const char *text)
{
  const GArray *concepts = cor_search_concepts_list (text);

  for (guint i = 0; concepts != NULL && i < concepts->len; i++)
    if (g_str_has_prefix (cor_search_concepts_get_name (g_array_index (concepts, guint, i)), QUESTIONS))
      return TRUE;
  return FALSE;
}

/**
 * cor_search_concepts_get_wordings:
 *
 * Returns: (transfer none) (element-type utf8): what says it, in all languages: terms joined by blanks
 */
const GPtrArray *
cor_search_concepts_get_wordings (guint concept)
{
  return g_ptr_array_index (get_concepts ()->keys, concept);
}

static gboolean
has_concept (Concepts   *concepts,
             const char *key,
             guint       concept)
{
  const GArray *numbers = g_hash_table_lookup (concepts->wordings, key);

  for (guint i = 0; numbers != NULL && i < numbers->len; i++)
    if (g_array_index (numbers, guint, i) == concept)
      return TRUE;
  return FALSE;
}

/**
 * cor_search_concepts_find_place:
 * @terms: (array length=n_terms): of a text
 * @first: (out): the term with which the longest wording of @concept begins
 *
 * Returns: how many terms it has; 0 where the text does not say it
 */
guint
cor_search_concepts_find_place (const CorTerm *terms,
                                guint          n_terms,
                                guint          concept,
                                guint         *first)
{
  Concepts *concepts = get_concepts ();
  guint     longest = 0;

  for (guint i = 0; i < n_terms; i++)
    {
      g_autoptr (GString) key = g_string_new (NULL);

      for (guint n = 0; n < MAX_TERMS && i + n < n_terms; n++)
        {
          if (terms[i + n].kind == COR_TERM_PAUSE || terms[i + n].kind == COR_TERM_PERIOD)
            break;
          append_term (key, &terms[i + n]);
          if (!g_hash_table_contains (concepts->wordings, key->str))
            break;
          if (n + 1 > longest && has_concept (concepts, key->str, concept))
            {
              longest = n + 1;
              *first = i;
            }
        }
    }
  return longest;
}

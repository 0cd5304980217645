/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-words-bag"

#include "config.h"

#include "cor-fold.h"
#include "cor-terms-word.h"
#include "cor-words.h"

#include <string.h>

/* A message that somebody pasted a book into is read up to here. */
#define MAX_BYTES 65536

/* Fewer digits are not a part of a phone number that anybody looks for. */
#define MIN_DIGITS 4

/* Of a name: more signs are none. */
#define MAX_SYLLABLES 6

/**
 * cor_words_bag_new:
 *
 * Returns: (transfer full) (element-type utf8 CorWordsTerm): an empty bag
 */
GHashTable *
cor_words_bag_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
add (GHashTable  *bag,
     const char  *text,
     CorWordsTerm kind)
{
  if (*text != '\0' && !g_hash_table_contains (bag, text))
    g_hash_table_insert (bag, g_strdup (text), GINT_TO_POINTER (kind));
}

/**
 * cor_words_bag_add:
 * @kind: names are compared as they are written, what messages say by its stems
 * @text: (nullable): of any script
 *
 * Any thread.
 */
void
cor_words_bag_add (GHashTable  *bag,
                   CorWordsKind kind,
                   const char  *text)
{
  g_autofree char *head = g_strndup (text != NULL ? text : "", text != NULL ? strnlen (text, MAX_BYTES) : 0);
  g_autoptr (CorTerms) terms = cor_terms_new (head, NULL);
  guint          n = 0;
  const CorTerm *term = cor_terms_get (terms, &n);

  for (guint i = 0; i < n; i++)
    switch (term[i].kind)
      {
      case COR_TERM_WORD:
        add (bag, kind == COR_WORDS_CUSTOMERS ? term[i].surface : term[i].text, COR_WORDS_WORD);
        break;
      case COR_TERM_CODE:
        add (bag, term[i].text, COR_WORDS_CODE);
        break;
      case COR_TERM_SIGN:
        add (bag, term[i].text, COR_WORDS_SIGN);
        if (i > 0 && term[i - 1].kind == COR_TERM_SIGN)
          {
            g_autofree char *pair = g_strconcat (term[i - 1].text, term[i].text, NULL);

            add (bag, pair, COR_WORDS_SIGN);
          }
        break;
      case COR_TERM_PAUSE:
      case COR_TERM_PERIOD:
      default:
        break;
      }
}

/**
 * cor_words_bag_add_name:
 * @name: (nullable): of a person or a company
 *
 * Adds how a Chinese name is read, of every part: 王小明 is found as wang, xiaoming and wangxiaoming.
 */
void
cor_words_bag_add_name (GHashTable *bag,
                        const char *name)
{
  g_autoptr (GString) han = g_string_new (NULL);
  g_autofree char *latin = NULL;
  g_auto (GStrv) syllables = NULL;
  guint n = 0;

  cor_words_bag_add (bag, COR_WORDS_CUSTOMERS, name);
  for (const char *p = name; p != NULL && *p != '\0' && n < MAX_SYLLABLES; p = g_utf8_next_char (p))
    if (cor_terms_is_han (g_utf8_get_char (p)))
      {
        g_string_append (han, n++ > 0 ? " " : "");
        g_string_append_unichar (han, g_utf8_get_char (p));
      }
  if (n == 0)
    return;
  latin = cor_terms_dup_pinyin (han->str);
  syllables = g_strsplit (latin, " ", -1);
  for (guint i = 0; syllables[i] != NULL; i++)
    {
      g_autoptr (GString) part = g_string_new (NULL);

      for (guint j = i; syllables[j] != NULL; j++)
        {
          g_string_append (part, syllables[j]);
          add (bag, part->str, COR_WORDS_WORD);
        }
    }
}

/**
 * cor_words_bag_add_phone:
 * @phone: (nullable): in any grouping
 *
 * Adds every end of the number, so that a search for a beginning of one finds any part of it.
 */
void
cor_words_bag_add_phone (GHashTable *bag,
                         const char *phone)
{
  g_autofree char *digits = cor_fold_digits (phone != NULL ? phone : "");
  gsize            len = strlen (digits);

  for (gsize at = 0; at + MIN_DIGITS <= len; at++)
    add (bag, digits + at, COR_WORDS_CODE);
}

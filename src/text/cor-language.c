/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-language"

#include "config.h"

#include "cor-fold.h"
#include "cor-language-words.h"
#include "cor-language.h"
#include "cor-script.h"

#include <string.h>

#define MAX_LANGUAGES 16
#define MAX_CHARS 2000
#define MAX_WORD 64

/* In halves of a common word that only one language has. */
#define POINTS_WORD 12
#define POINTS_LETTER 8
#define POINTS_ENDING 3

/* Below this nothing is said: one short word is in too many languages. */
#define LEAST_POINTS 5

typedef struct
{
  GHashTable   *words;                                    /* word → mask of languages */
  GHashTable   *endings;                                  /* likewise */
  GHashTable   *letters;                                  /* character → mask */
  GHashTable   *hint_words, *hint_endings, *hint_letters; /* for short messages */
  GStringChunk *keys;
} Tables;

static void
add_mask (GHashTable *table,
          gpointer    key,
          guint       language)
{
  guint mask = GPOINTER_TO_UINT (g_hash_table_lookup (table, key));

  g_hash_table_insert (table, key, GUINT_TO_POINTER (mask | 1u << language));
}

/* Not interned: GLib's own table of strings would be outgrown by them, and leaves what it outgrows behind. */
static void
add_words (Tables     *tables,
           GHashTable *table,
           const char *words,
           guint       language)
{
  g_auto (GStrv) list = g_strsplit (words != NULL ? words : "", " ", -1);

  for (guint i = 0; list[i] != NULL; i++)
    add_mask (table, g_string_chunk_insert_const (tables->keys, list[i]), language);
}

static void
add_letters (GHashTable *table,
             const char *letters,
             guint       language)
{
  for (const char *p = letters; *p != '\0'; p = g_utf8_next_char (p))
    add_mask (table, GUINT_TO_POINTER (g_utf8_get_char (p)), language);
}

static void
add_hints (Tables *tables)
{
  tables->hint_words = g_hash_table_new (g_str_hash, g_str_equal);
  tables->hint_endings = g_hash_table_new (g_str_hash, g_str_equal);
  tables->hint_letters = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < cor_language_n_words; i++)
    {
      const CorLanguageWords *language = &cor_language_words[i];

      add_words (tables, tables->hint_words, language->words, i);
      add_words (tables, tables->hint_endings, language->endings, i);
      add_letters (tables->hint_letters, language->letters, i);
      for (guint j = 0; j < cor_language_n_hints; j++)
        if (g_str_equal (cor_language_hints[j].tag, language->tag))
          {
            add_words (tables, tables->hint_words, cor_language_hints[j].words, i);
            add_words (tables, tables->hint_endings, cor_language_hints[j].endings, i);
            add_letters (tables->hint_letters, cor_language_hints[j].letters, i);
          }
    }
}

static const Tables *
get_tables (void)
{
  static gsize  once = 0;
  static Tables tables;

  if (g_once_init_enter (&once))
    {
      tables.keys = g_string_chunk_new (4096);
      tables.words = g_hash_table_new (g_str_hash, g_str_equal);
      tables.endings = g_hash_table_new (g_str_hash, g_str_equal);
      tables.letters = g_hash_table_new (NULL, NULL);
      g_assert (cor_language_n_words <= MAX_LANGUAGES);
      for (guint i = 0; i < cor_language_n_words; i++)
        {
          const CorLanguageWords *language = &cor_language_words[i];

          add_words (&tables, tables.words, language->words, i);
          add_words (&tables, tables.endings, language->endings, i);
          add_letters (tables.letters, language->letters, i);
        }
      add_hints (&tables);
      g_once_init_leave (&once, 1);
    }
  return &tables;
}

/* A word of two languages speaks half for each. */
static void
add_points (guint *points,
            guint  mask,
            guint  n)
{
  guint n_sharing = 0;

  for (guint i = 0; i < cor_language_n_words; i++)
    n_sharing += mask >> i & 1;
  for (guint i = 0; n_sharing > 0 && i < cor_language_n_words; i++)
    if (mask >> i & 1)
      points[i] += MAX (n / n_sharing, 1);
}

static void
count_word (GHashTable *words,
            GHashTable *endings,
            const char *word,
            guint      *points)
{
  g_autofree char *folded = cor_fold (word);
  gsize            len = strlen (folded);
  guint            mask = GPOINTER_TO_UINT (g_hash_table_lookup (words, folded));

  if (mask != 0)
    add_points (points, mask, POINTS_WORD);
  else
    for (gsize n = MIN (len > 2 ? len - 2 : 0, 6); n >= 2; n--)
      {
        mask = GPOINTER_TO_UINT (g_hash_table_lookup (endings, folded + len - n));
        if (mask != 0)
          {
            add_points (points, mask, POINTS_ENDING);
            break;
          }
      }
}

static const char *
find_tag (const char *hint)
{
  gsize len = hint != NULL ? strcspn (hint, "-_.@") : 0;

  if (len < 2 || len > 3)
    return NULL;
  for (guint i = 0; i < cor_language_n_words; i++)
    if (strlen (cor_language_words[i].tag) == len && g_ascii_strncasecmp (cor_language_words[i].tag, hint, len) == 0)
      return cor_language_words[i].tag;
  return NULL;
}

static const char *
detect_latin (const char *text,
              const char *hint,
              gboolean    is_short)
{
  const Tables *tables = get_tables ();
  GHashTable   *words = is_short ? tables->hint_words : tables->words;
  GHashTable   *endings = is_short ? tables->hint_endings : tables->endings;
  GHashTable   *letters = is_short ? tables->hint_letters : tables->letters;
  const char   *known = find_tag (hint);
  guint         points[MAX_LANGUAGES] = { 0 };
  guint         best = 0;
  GString      *word = g_string_new (NULL);
  const char   *p = text;

  for (guint i = 0; i < MAX_CHARS; i++, p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != 0 && (g_unichar_isalpha (c) || g_unichar_ismark (c)) && word->len < MAX_WORD)
        {
          g_string_append_unichar (word, c);
          if (c >= 0x80)
            add_points (points, GPOINTER_TO_UINT (g_hash_table_lookup (letters, GUINT_TO_POINTER (g_unichar_tolower (c)))), POINTS_LETTER);
          continue;
        }
      /* what is cut off before it is a word of its own: c'est, l'argent, but not don't */
      if ((c == '\'' || c == 0x2019) && !(is_short && word->len == 1))
        continue;
      if (word->len > 0)
        count_word (words, endings, word->str, points);
      g_string_truncate (word, 0);
      if (c == 0)
        break;
    }
  g_string_free (word, TRUE);

  /* whoever said which language it is is believed unless the words say clearly otherwise */
  for (guint i = 0; i < cor_language_n_words; i++)
    {
      if (points[i] > 0 && known == cor_language_words[i].tag)
        points[i] += POINTS_WORD / 2;
      if (points[i] > points[best])
        best = i;
    }
  if (points[best] < LEAST_POINTS)
    return known != NULL && g_strcmp0 (known, "zh") != 0 ? known : NULL;
  return cor_language_words[best].tag;
}

/* Chinese and Japanese are told apart without asking which kind of characters it is, as
 * cor_text_language_tag() does at some cost; one の is a fashion in Chinese. */
static const char *
detect_han (const char *text)
{
  guint han = 0;
  guint kana = 0;
  guint others = 0;
  guint latin = 0;
  guint n = 0;

  for (const char *p = text; *p != '\0' && n < MAX_CHARS; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x3040 && c <= 0x30ff)
        kana++;
      else if ((c >= 0x3400 && c <= 0x9fff) || (c >= 0x20000 && c <= 0x3ffff))
        han++;
      else if (c < 0x250)
        latin += g_unichar_isalpha (c) ? 1 : 0;
      else
        others += g_unichar_isalpha (c) ? 1 : 0;
    }
  if (han + kana <= others || (han + kana) * 4 < latin)
    return NULL;
  return kana * 8 >= han ? "ja" : "zh";
}

static const char *
detect (const char *text,
        gssize      len,
        const char *hint,
        gboolean    is_short)
{
  g_autofree char *valid = g_utf8_make_valid (text, len < 0 ? (gssize) strlen (text) : len);
  const char      *tag = detect_han (valid);

  if (tag != NULL)
    return tag;
  tag = cor_text_language_tag (valid);
  if (tag == NULL)
    return detect_latin (valid, hint, is_short);
  if (g_str_has_prefix (tag, "zh"))
    return "zh";
  return tag;
}

/**
 * cor_language_detect:
 * @text: UTF-8
 * @len: bytes, or -1
 * @hint: (nullable): a locale it is said to be in
 *
 * The script decides first; among the languages of Latin letters the commonest words, the letters
 * and the endings of words do. Looks at the first few thousand characters. Any thread.
 *
 * Returns: (nullable): "en", "es", "pt", "fr", "de", "vi", "it", "nl", "pl", "id", "zh", "ja", "ko",
 *   "ar", "he", "th", "ru" or "el"; the hint's where the text does not tell, or %NULL
 */
const char *
cor_language_detect (const char *text,
                     gssize      len,
                     const char *hint)
{
  g_return_val_if_fail (text != NULL, NULL);

  return detect (text, len, hint, FALSE);
}

/**
 * cor_language_detect_tag:
 * @text: what somebody wrote
 *
 * As cor_language_detect() without a hint, of Chinese also in which script, and with more words at hand, so that a short
 * message will do: for who translates. A search goes on as its index was made.
 * Any thread.
 *
 * Returns: (nullable): a static BCP 47 tag
 */
const char *
cor_language_detect_tag (const char *text)
{
  const char *language = detect (text, -1, NULL, TRUE);

  return g_strcmp0 (language, "zh") == 0 ? cor_text_language_tag (text) : language;
}

/**
 * cor_language_is_stop_word:
 * @language: (nullable): of cor_language_detect()
 * @folded: a word as cor_fold() leaves it, or one Chinese character, or two
 *
 * Whether the word is so common in the language that it says little of what a text is about.
 * Any thread.
 *
 * Returns: %TRUE if it is
 */
gboolean
cor_language_is_stop_word (const char *language,
                           const char *folded)
{
  guint mask = GPOINTER_TO_UINT (g_hash_table_lookup (get_tables ()->words, folded));

  for (guint i = 0; mask != 0 && i < cor_language_n_words; i++)
    if ((mask >> i & 1) && g_strcmp0 (cor_language_words[i].tag, language) == 0)
      return TRUE;
  return FALSE;
}

/**
 * cor_language_matches:
 * @tag: (nullable): a locale such as "pt-BR" or "pt_BR.UTF-8"
 * @language: a language such as "pt"
 *
 * Returns: whether the locale is of the language. Any thread.
 */
gboolean
cor_language_matches (const char *tag,
                      const char *language)
{
  gsize len = strlen (language);

  return tag != NULL && g_ascii_strncasecmp (tag, language, len) == 0 && !g_ascii_isalnum (tag[len]);
}

/**
 * cor_language_is_traditional:
 * @tag: BCP 47, or as a desk writes it: "zh-Hant", "zh_TW"
 *
 * Returns: whether Chinese of this locale is written in Traditional characters
 */
gboolean
cor_language_is_traditional (const char *tag)
{
  return strstr (tag, "Hant") != NULL || g_str_has_suffix (tag, "TW") || g_str_has_suffix (tag, "HK") || g_str_has_suffix (tag, "MO");
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-terms-word"

#include "config.h"

#include "cor-fold.h"
#include "cor-icu.h"
#include "cor-terms-word.h"

#include <libstemmer.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#define FIRST_HAN 0x3400
#define LAST_HAN 0x9fff

/* Those that Snowball stems; the order is that in which a word of unknown language is tried. */
const char *const cor_terms_stem_languages[] = { "en", "es", "pt", "fr", "de", "it", "nl", "id", "ar", "ru", NULL };

/* Where customers write an amount's currency without a blank. */
static const char currencies[] = "usd eur gbp cny cnh rmb hkd twd jpy krw sgd myr thb vnd idr php inr aud nzd cad chf sek nok dkk pln czk "
                                 "huf brl mxn clp cop ars pen zar ngn kes ghs aed sar try ils rub uah btc usdt";

/**
 * cor_terms_is_currency:
 * @letters: lower case
 * @len: bytes
 *
 * Returns: whether it is a currency's code. Any thread.
 */
gboolean
cor_terms_is_currency (const char *letters,
                       gsize       len)
{
  for (const char *p = currencies; len >= 3 && *p != '\0'; p += strcspn (p, " "), p += strspn (p, " "))
    if (strcspn (p, " ") == len && memcmp (p, letters, len) == 0)
      return TRUE;
  return FALSE;
}

/* The stemmers of one thread: one must not be used by two. */
typedef struct
{
  struct sb_stemmer *stemmers[G_N_ELEMENTS (cor_terms_stem_languages)];
} Stemmers;

static void
free_stemmers (gpointer data)
{
  Stemmers *self = data;

  for (guint i = 0; i < G_N_ELEMENTS (self->stemmers); i++)
    if (self->stemmers[i] != NULL)
      sb_stemmer_delete (self->stemmers[i]);
  g_free (self);
}

static struct sb_stemmer *
get_stemmer (const char *language)
{
  static GPrivate of_thread = G_PRIVATE_INIT (free_stemmers);
  Stemmers       *self = g_private_get (&of_thread);

  if (self == NULL)
    {
      self = g_new0 (Stemmers, 1);
      g_private_set (&of_thread, self);
    }
  for (guint i = 0; language != NULL && cor_terms_stem_languages[i] != NULL; i++)
    if (g_str_equal (cor_terms_stem_languages[i], language))
      {
        if (self->stemmers[i] == NULL)
          self->stemmers[i] = sb_stemmer_new (language, NULL);
        return self->stemmers[i];
      }
  return NULL;
}

static gboolean
is_ascii (const char *text,
          gsize       len)
{
  for (gsize i = 0; i < len; i++)
    if ((guchar) text[i] >= 0x80)
      return FALSE;
  return TRUE;
}

/**
 * cor_terms_fold_word:
 * @word: UTF-8
 * @len: bytes
 *
 * Compatibility forms and case; accents stay, the stemmers want them. Any thread.
 *
 * Returns: (transfer full): the word
 */
char *
cor_terms_fold_word (const char *word,
                     gsize       len)
{
  g_autofree char *compatible = NULL;
  g_autofree char *lower = NULL;

  if (is_ascii (word, len))
    return g_ascii_strdown (word, (gssize) len);
  compatible = g_utf8_normalize (word, (gssize) len, G_NORMALIZE_ALL_COMPOSE);
  if (compatible == NULL)
    return g_strndup (word, 0);
  lower = g_utf8_strdown (compatible, -1);
  return g_utf8_normalize (lower, -1, G_NORMALIZE_ALL_COMPOSE);
}

/**
 * cor_terms_stem:
 * @word: from cor_terms_fold_word()
 * @language: (nullable): of cor_language_detect(); unknown ones are not stemmed
 *
 * Snowball's stem, then without accents: people leave them out. Any thread.
 *
 * Returns: (transfer full): the stem
 */
char *
cor_terms_stem (const char *word,
                const char *language)
{
  struct sb_stemmer *stemmer = get_stemmer (language);
  g_autofree char   *stem = NULL;
  int                len = (int) strlen (word);

  if (stemmer != NULL)
    {
      const sb_symbol *symbols = sb_stemmer_stem (stemmer, (const sb_symbol *) word, len);

      if (symbols != NULL)
        stem = g_strndup ((const char *) symbols, (gsize) sb_stemmer_length (stemmer));
    }
  if (stem == NULL || *stem == '\0')
    {
      g_free (stem);
      stem = g_strdup (word);
    }
  return is_ascii (stem, strlen (stem)) ? g_steal_pointer (&stem) : cor_fold (stem);
}

/**
 * cor_terms_fold_number:
 * @number: digits with points and commas between them
 *
 * So that 1,234.50, 1.234,50 and 1234.5 are one amount: the last mark before one or two digits is the
 * decimal one. Any thread.
 *
 * Returns: (transfer full): ASCII digits with at most one point
 */
char *
cor_terms_fold_number (const char *number)
{
  g_autofree char *folded = cor_fold (number);
  GString         *digits = g_string_new (NULL);
  const char      *last = NULL;
  gsize            decimals = 0;

  for (const char *p = folded; *p != '\0'; p++)
    if (*p == '.' || *p == ',')
      last = p;
  decimals = last != NULL ? strlen (last + 1) : 0;
  if (decimals > 2)
    last = NULL;
  for (const char *p = folded; *p != '\0'; p++)
    if (p == last)
      g_string_append_c (digits, '.');
    else if (*p != '.' && *p != ',')
      g_string_append_c (digits, *p);
  if (last != NULL)
    while (digits->str[digits->len - 1] == '0' || digits->str[digits->len - 1] == '.')
      {
        gboolean is_point = digits->str[digits->len - 1] == '.';

        g_string_truncate (digits, digits->len - 1);
        if (is_point || digits->len == 0)
          break;
      }
  return g_string_free (digits, FALSE);
}

gboolean
cor_terms_is_han (gunichar c)
{
  return c >= 0x2e80 && u_hasBinaryProperty ((UChar32) c, UCHAR_UNIFIED_IDEOGRAPH);
}

/* Converting one by one through ICU would cost microseconds a character: all at once, at the first. */
static UChar *
make_han_table (void)
{
  UChar            *table = g_new (UChar, LAST_HAN - FIRST_HAN + 1);
  g_autofree UChar *apart = g_new (UChar, 2 * (LAST_HAN - FIRST_HAN + 1));
  g_autofree UChar *simplified = NULL;
  int32_t           n = 2 * (LAST_HAN - FIRST_HAN + 1);

  for (int32_t i = 0; i <= LAST_HAN - FIRST_HAN; i++)
    {
      table[i] = (UChar) (FIRST_HAN + i);
      apart[2 * i] = table[i];
      apart[2 * i + 1] = ' '; /* a rule for two characters must not see two that only stand here together */
    }
  simplified = cor_icu_convert_han (COR_ICU_TRADITIONAL_TO_SIMPLIFIED, apart, &n);
  for (int32_t i = 0, at = 0; i <= LAST_HAN - FIRST_HAN; i++)
    {
      int32_t start = at;

      while (at < n && simplified[at] != ' ')
        at++;
      if (at - start == 1) /* else its Simplified form is beyond the table: newer ICUs know a few */
        table[i] = simplified[start];
      at++;
    }
  /* Taiwan's banks write an account with the one, the mainland's with the other; ICU keeps both */
  table[0x5e33 - FIRST_HAN] = 0x8d26; /* 帳 → 账 */
  table[0x5e10 - FIRST_HAN] = 0x8d26; /* 帐 → 账 */
  return table;
}

/**
 * cor_terms_fold_han:
 * @c: a Chinese character
 *
 * Returns: its Simplified form, the same for both kinds of writing. Any thread.
 */
gunichar
cor_terms_fold_han (gunichar c)
{
  static gsize  once = 0;
  static UChar *table = NULL;

  if (c < FIRST_HAN || c > LAST_HAN)
    return c;
  if (g_once_init_enter (&once))
    {
      table = make_han_table ();
      g_once_init_leave (&once, 1);
    }
  return table[c - FIRST_HAN];
}

static UTransliterator *
open_pinyin (void)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar      id[64];

  u_uastrcpy (id, "Han-Latin; NFD; [:Mn:] Remove; NFC");
  return utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
}

/**
 * cor_terms_dup_pinyin:
 * @han: Chinese characters, a blank between two
 *
 * Returns: (transfer full): how they are read, without tones, blanks kept: what who types pinyin types.
 *   As they were where ICU does not know. Any thread, one after the other: to open the transliterator takes a sixth of
 *   a second and some megabytes, and there is one for all.
 */
char *
cor_terms_dup_pinyin (const char *han)
{
  static GMutex           mutex;
  static UTransliterator *transliterator = NULL;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  int32_t           n = 0;
  g_autofree UChar *units = cor_icu_from_utf8 (han, strlen (han), &n);
  int32_t           room = n * 10 + 16;
  g_autofree UChar *latin = g_new (UChar, (gsize) room);
  int32_t           limit = n;
  UErrorCode        status = U_ZERO_ERROR;

  if (transliterator == NULL)
    transliterator = open_pinyin ();
  if (transliterator == NULL)
    return g_strdup (han);
  memcpy (latin, units, (gsize) n * sizeof (UChar));
  utrans_transUChars (transliterator, latin, &n, room, 0, &limit, &status);
  return U_FAILURE (status) ? g_strdup (han) : cor_icu_to_utf8 (latin, n);
}

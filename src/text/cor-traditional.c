
#include "config.h"

#include "cor-traditional.h"

#include "cor-icu.h"
#include "cor-traditional-words.h"

#include <string.h>

/* Bytes of the longest word in the list, and more. */
#define MAX_WORD 48

static gpointer
make_words (gpointer unused)
{
  GHashTable               *table = g_hash_table_new (g_str_hash, g_str_equal);
  guint                     n = 0;
  const CorTraditionalWord *words = cor_traditional_words_get (&n);

  for (guint i = 0; i < n; i++)
    {
      g_assert (strlen (words[i].simplified) <= MAX_WORD);
      g_hash_table_insert (table, (gpointer) words[i].simplified, (gpointer) words[i].traditional);
    }
  return table;
}

/* The longest word of the list that @text begins with. */
static const char *
find_word (GHashTable *words,
           const char *text,
           gsize      *len)
{
  char        word[MAX_WORD + 1];
  const char *found = NULL;
  gsize       n = 0;

  while (text[n] != '\0' && (guchar) text[n] >= 0x80)
    {
      gsize       next = n + (gsize) (g_utf8_next_char (text + n) - (text + n));
      const char *traditional = NULL;

      if (next > MAX_WORD)
        break;
      memcpy (word + n, text + n, next - n);
      n = next;
      word[n] = '\0';
      traditional = g_hash_table_lookup (words, word);
      if (traditional != NULL)
        {
          found = traditional;
          *len = n;
        }
    }
  return found;
}

/* What ICU writes as Hong Kong does, or where it takes the rarer of two characters. */
static void
append_corrected (GString    *out,
                  const char *traditional)
{
  static const struct
  {
    gunichar    from;
    const char *to;
  } letters[] = { { 0x8cec /* 賬 */, "帳" }, { 0x91cc /* 里 */, "裡" }, { 0x88cf /* 裏 */, "裡" }, { 0x5468 /* 周 */, "週" }, { 0x8846 /* 衆 */, "眾" } };

  for (const char *p = traditional; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar    letter = g_utf8_get_char (p);
      const char *to = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
        if (letters[i].from == letter)
          to = letters[i].to;
      if (to != NULL)
        g_string_append (out, to);
      else
        g_string_append_unichar (out, letter);
    }
}

static void
append_converted (GString    *out,
                  const char *text,
                  gsize       len)
{
  int32_t           n_units = 0;
  g_autofree UChar *units = NULL, *converted = NULL;
  g_autofree char  *traditional = NULL;

  if (len == 0)
    return;
  units = cor_icu_from_utf8 (text, len, &n_units);
  converted = cor_icu_convert_han (COR_ICU_SIMPLIFIED_TO_TRADITIONAL, units, &n_units);
  traditional = cor_icu_to_utf8 (converted, n_units);
  append_corrected (out, traditional);
}

/**
 * cor_traditional_dup:
 * @simplified: UTF-8, Markdown or plain
 *
 * Returns: (transfer full): the text in Traditional Chinese as it is written in Taiwan: trade words by a list of
 *   ours, the rest by ICU. Any thread.
 */
char *
cor_traditional_dup (const char *simplified)
{
  static GOnce once = G_ONCE_INIT;
  GHashTable  *words = g_once (&once, make_words, NULL);
  GString     *out = g_string_new (NULL);
  const char  *begin = simplified, *p = simplified;

  while (*p != '\0')
    {
      gsize       len = 0;
      const char *traditional = find_word (words, p, &len);

      if (traditional == NULL)
        {
          p = g_utf8_next_char (p);
          continue;
        }
      append_converted (out, begin, (gsize) (p - begin));
      g_string_append (out, traditional);
      p += len;
      begin = p;
    }
  append_converted (out, begin, (gsize) (p - begin));
  return g_string_free (out, FALSE);
}

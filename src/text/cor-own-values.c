/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-own-values"

#include "config.h"

#include "cor-own-values.h"

#include "cor-protect.h"

#include <string.h>

/* Of numbers alone those up to this length stay: "within 3 days" is true for everybody. */
#define SHORT_NUMBER 2

/* Where only what tells who somebody is is hidden, shorter references are codes that are asked about (MT103, AC04), and numbers with
 * fewer figures in a row are amounts and days. */
#define LONG_REFERENCE 8
#define LONG_NUMBER 6
#define HIDDEN "\u2022\u2022\u2022"

/* A name nobody told us, with its title: “Mr Okafor”, 李先生. */
#define TITLED_LATIN "\\b(?:Mrs?|Ms|Miss|Dr|Herrn?|Frau|Sr|Sra|Señora?|Senhora?|Monsieur|Madame|Mme)\\b\\.? (?:[\\p{Lu}][\\p{L}\\x{2019}'-]{1,30} ?){1,3}"
#define TITLED_HAN "[\\p{Han}]{1,2}(?=先生|女士|小姐|太太|經理|经理)"

typedef struct
{
  guint       start, end; /* bytes */
  CorOwnValue value;
} Place;

static const GRegex *
get_titled (void)
{
  static gsize   once = 0;
  static GRegex *regex = NULL;

  if (g_once_init_enter (&once))
    {
      g_autoptr (GError) error = NULL;

      regex = g_regex_new (TITLED_LATIN "|" TITLED_HAN, G_REGEX_OPTIMIZE, 0, &error);
      g_assert_no_error (error);
      g_once_init_leave (&once, 1);
    }
  return regex;
}

/* A page of ours is for everybody; what was made for one customer has a number or a query in its address. */
static gboolean
is_own_link (const char *link)
{
  const char *path = strstr (link, "://");

  path = strchr (path != NULL ? path + 3 : link, '/');
  return path != NULL && strpbrk (path, "?0123456789") != NULL;
}

static gboolean
read_part (const CorProtectPart *part,
           CorOwnValue          *value)
{
  switch (part->kind)
    {
    case COR_PROTECT_URL:
      *value = COR_OWN_VALUE_LINK;
      return is_own_link (part->put);
    case COR_PROTECT_EMAIL:
    case COR_PROTECT_PHONE:
      *value = COR_OWN_VALUE_CONTACT;
      return TRUE;
    case COR_PROTECT_UETR:
    case COR_PROTECT_REFERENCE:
      *value = COR_OWN_VALUE_REFERENCE;
      return TRUE;
    case COR_PROTECT_IBAN:
      *value = COR_OWN_VALUE_ACCOUNT;
      return TRUE;
    case COR_PROTECT_AMOUNT:
      *value = COR_OWN_VALUE_AMOUNT;
      return TRUE;
    case COR_PROTECT_NUMBER:
      *value = COR_OWN_VALUE_FIGURE;
      return g_utf8_strlen (part->put, -1) > SHORT_NUMBER;
    case COR_PROTECT_NAME:
      *value = COR_OWN_VALUE_NAME;
      return TRUE;
    case COR_PROTECT_BIC: /* a bank's, which many have */
    case COR_PROTECT_LOOKALIKE:
    case COR_PROTECT_VARIABLE:
    case COR_PROTECT_TERM:
    default:
      return FALSE;
    }
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *one = a;
  const Place *other = b;

  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  return one->end > other->end ? -1 : one->end < other->end;
}

static GArray *
find_places (const char        *text,
             const char *const *names)
{
  CorProtectWords words = { .names = names };
  g_autoptr (GArray) parts = cor_protect_find (text, &words);
  g_autoptr (GMatchInfo) match = NULL;
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; i < parts->len; i++)
    {
      const CorProtectPart *part = &g_array_index (parts, CorProtectPart, i);
      Place                 place = { part->start, part->end, COR_OWN_VALUE_NAME };

      if (read_part (part, &place.value))
        g_array_append_val (places, place);
    }
  for (g_regex_match (get_titled (), text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      Place place = { .value = COR_OWN_VALUE_NAME };
      int   start = 0;
      int   end = 0;

      g_match_info_fetch_pos (match, 0, &start, &end);
      place.start = (guint) start;
      place.end = (guint) end;
      while (place.end > place.start && text[place.end - 1] == ' ')
        place.end--;
      g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
  return places;
}

/**
 * cor_own_values_mask:
 * @text: UTF-8: a reply to one customer, or a question
 * @names: (nullable) (array zero-terminated=1): of people and companies that may be in it
 * @words: (array length=COR_OWN_VALUES): what stands in the place of each kind of value
 * @n_masked: (out) (optional): how many were found
 *
 * Short numbers, names of banks and addresses of pages for everybody stay. What remains has to be read by somebody
 * before others see it: a machine does not know what else tells who it was. Any thread; linear in the length.
 *
 * Returns: (transfer full): @text without the customer's own values
 */
char *
cor_own_values_mask (const char        *text,
                     const char *const *names,
                     const char *const *words,
                     guint             *n_masked)
{
  g_autoptr (GArray) places = find_places (text, names);
  GString *masked = g_string_new (NULL);
  guint    at = 0;
  guint    n = 0;

  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      if (place->start >= at)
        {
          g_string_append_len (masked, text + at, place->start - at);
          g_string_append (masked, words[place->value]);
          n++;
        }
      at = MAX (at, place->end);
    }
  g_string_append (masked, text + at);
  if (n_masked != NULL)
    *n_masked = n;
  return g_string_free (masked, FALSE);
}

static gboolean
has_long_number (const char *text,
                 gsize       len)
{
  guint n = 0;

  for (gsize i = 0; i < len; i++)
    {
      n = g_ascii_isdigit (text[i]) ? n + 1 : text[i] == ' ' || text[i] == '-' ? n
                                                                               : 0;
      if (n >= LONG_NUMBER)
        return TRUE;
    }
  return FALSE;
}

static gboolean
tells_who (const char  *text,
           const Place *place)
{
  switch (place->value)
    {
    case COR_OWN_VALUE_NAME:
    case COR_OWN_VALUE_CONTACT:
    case COR_OWN_VALUE_ACCOUNT:
    case COR_OWN_VALUE_LINK:
      return TRUE;
    case COR_OWN_VALUE_REFERENCE:
      return place->end - place->start >= LONG_REFERENCE;
    case COR_OWN_VALUE_FIGURE:
      return has_long_number (text + place->start, place->end - place->start);
    case COR_OWN_VALUE_AMOUNT:
    case COR_OWN_VALUES:
    default:
      return FALSE;
    }
}

/**
 * cor_own_values_hide:
 * @text: UTF-8: a question as it was asked
 * @names: (nullable) (array zero-terminated=1): of people and companies that may be in it
 *
 * For a list that is read by others than who was asked: names, addresses, numbers of accounts and long references become "•••".
 * Amounts, days, countries, names of banks and codes such as MT103 stay, as they are what is asked about. A name that nobody told us stays
 * too, unless it has its title before it. Any thread; linear in the length.
 *
 * Returns: (transfer full): @text without what tells who asked, and about whom
 */
char *
cor_own_values_hide (const char        *text,
                     const char *const *names)
{
  g_autoptr (GArray) places = find_places (text, names);
  GString *hidden = g_string_new (NULL);
  guint    at = 0;

  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      if (!tells_who (text, place))
        continue;
      if (place->start >= at)
        {
          g_string_append_len (hidden, text + at, place->start - at);
          g_string_append (hidden, HIDDEN);
        }
      at = MAX (at, place->end);
    }
  g_string_append (hidden, text + at);
  return g_string_free (hidden, FALSE);
}

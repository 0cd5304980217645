/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-mask"

#include "config.h"

#include "cor-mask-private.h"

#include <string.h>

#define MIN_CARD 13
#define MAX_CARD 19
#define MAX_IBAN 34
#define MIN_IBAN 15

/* Lengths as bits: which numbers of digits a range of issuers uses. */
#define L13 (1 << 13)
#define L14 (1 << 14)
#define L15 (1 << 15)
#define L16 (1 << 16)
#define L19 (1 << 19)
#define L16TO19 (L16 | 1 << 17 | 1 << 18 | L19)
#define L13TO19 (L13 | L14 | L15 | L16TO19)

/* First four digits of the issuer identification number (ISO/IEC 7812) of the
 * schemes in use, as the schemes publish them. */
static const struct
{
  guint16 from, to;
  guint32 lengths;
} issuers[] = {
  { 2014, 2014, L15 }, /* enRoute, Diners */
  { 2149, 2149, L15 },
  { 2200, 2204, L16TO19 },       /* Mir */
  { 2221, 2720, L16 },           /* Mastercard */
  { 3000, 3059, L14 | L16TO19 }, /* Diners Club */
  { 3095, 3095, L14 | L16TO19 },
  { 3400, 3499, L15 },           /* American Express */
  { 3528, 3589, L16TO19 },       /* JCB */
  { 3600, 3699, L14 | L16TO19 }, /* Diners Club */
  { 3700, 3799, L15 },           /* American Express */
  { 3800, 3999, L14 | L16TO19 },
  { 4000, 4999, L13 | L16 | L19 }, /* Visa */
  { 5000, 5099, L13TO19 },         /* Maestro, Elo, Verve */
  { 5100, 5599, L16 },             /* Mastercard */
  { 5600, 6999, L13TO19 },         /* Maestro, Discover, UnionPay, RuPay */
  { 8100, 8299, L16TO19 },         /* UnionPay, RuPay */
  { 8600, 8600, L16 },             /* Uzcard */
  { 9704, 9704, L16 | L19 },       /* Napas */
  { 9792, 9792, L16 },             /* Troy */
  { 9860, 9860, L16 },             /* Humo */
};

gboolean
cor_mask_is_separator (gunichar c)
{
  return c == ' ' || c == '.' || c == '-' || c == 0xa0 || c == 0x202f || c == 0x2007 || c == 0x2009 ||
         c == 0x3000 || (c >= 0x2010 && c <= 0x2013) || c == 0x2212 || c == 0xb7 || c == 0xff0e || c == 0xff0d ||
         c == 0xad || (c >= 0x200b && c <= 0x200f) || c == 0x2060 || c == 0xfeff;
}

/* Groups from @start, which is a digit; at most COR_MASK_MAX_GROUPS. */
guint
cor_mask_get_groups (const CorMaskText *text,
                     gsize              start,
                     CorMaskGroup      *groups)
{
  guint n = 0;
  gsize i = start;

  while (n < COR_MASK_MAX_GROUPS)
    {
      groups[n].start = i;
      while (cor_mask_digit (text, i) >= 0 && text->masks[i] == COR_MASK_KEEP)
        i++;
      groups[n].end = i;
      if (groups[n].end > groups[n].start)
        n++;
      if (i + 1 >= text->n || !cor_mask_is_separator (text->chars[i]) || cor_mask_digit (text, i + 1) < 0 ||
          text->masks[i + 1] != COR_MASK_KEEP)
        break;
      i++;
    }
  return n;
}

static gboolean
is_plausible (const guint8 *digits,
              guint         n)
{
  guint first = digits[0] * 1000U + digits[1] * 100U + digits[2] * 10U + digits[3];
  guint sum = 0;

  for (guint i = 0; i < n; i++)
    {
      guint digit = digits[n - 1 - i];

      if (i % 2 == 1)
        digit = digit > 4 ? digit * 2 - 9 : digit * 2;
      sum += digit;
    }
  if (sum % 10 != 0)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (issuers); i++)
    if (first >= issuers[i].from && first <= issuers[i].to)
      return (issuers[i].lengths >> n & 1) != 0;
  return FALSE;
}

static gboolean
names_a_card (const char *letters)
{
  static const char *const names[] = { "AMEX", "CARD", "CARTE", "CC", "JCB", "KARTE", "NO", "NR", "PAN", "VISA" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (letters, names[i]) == 0)
      return TRUE;
  return FALSE;
}

/* CP4111… and 9f4111…c2 are references; "card4111…" is not. */
static gboolean
continues_identifier (const CorMaskText *text,
                      gsize              start,
                      gsize              end)
{
  char     letters[8] = "";
  gsize    n = 0;
  gboolean upper = TRUE;

  while (n < 32 && start > n && cor_mask_is_ascii_alnum (text, start - n - 1))
    {
      gunichar c = text->chars[start - n - 1];

      if (c == '_' || g_ascii_isdigit ((char) c))
        return TRUE;
      upper = upper && g_ascii_isupper ((char) c);
      n++;
    }
  if (n > 0 && n < sizeof letters && upper)
    {
      for (gsize i = 0; i < n; i++)
        letters[i] = (char) text->chars[start - n + i];
      if (!names_a_card (letters))
        return TRUE;
    }

  for (gsize i = end; i < end + 32 && cor_mask_is_ascii_alnum (text, i); i++)
    if (g_ascii_isdigit ((char) text->chars[i]))
      return TRUE;
  return FALSE;
}

static void
mask_range (CorMaskText *text,
            gsize        start,
            gsize        end,
            gsize        last_four_end)
{
  guint kept = 0;

  for (gsize i = start; i < end; i++)
    text->masks[i] = COR_MASK_DROP;
  for (gsize i = last_four_end; i > start && kept < 4; i--)
    if (cor_mask_digit (text, i - 1) >= 0)
      {
        text->masks[i - 1] = COR_MASK_PROTECTED;
        kept++;
      }
  text->masks[start] = COR_MASK_DOTS_CARD;
}

/* Where a number ends that starts with the first group: the shortest that fits
 * in @shortest, the longest is returned; 0 if there is none. */
static gsize
find_card_end (const CorMaskText  *text,
               const CorMaskGroup *groups,
               guint               n_groups,
               gsize              *shortest)
{
  guint8 digits[MAX_CARD];
  guint  n = 0;
  gsize  end = 0;

  for (guint i = 0; i < n_groups; i++)
    {
      if (n + (groups[i].end - groups[i].start) > MAX_CARD)
        break;
      for (gsize p = groups[i].start; p < groups[i].end; p++)
        digits[n++] = (guint8) cor_mask_digit (text, p);
      if (n < MIN_CARD || !is_plausible (digits, n) ||
          continues_identifier (text, groups[0].start, groups[i].end))
        continue;
      if (end == 0)
        *shortest = groups[i].end;
      end = groups[i].end;
    }
  return end;
}

/* Masks a number that starts with the first group; returns where the mask ends,
 * or 0. Where several fit, also such as begin inside another, all is hidden. */
static gsize
mask_from (CorMaskText        *text,
           const CorMaskGroup *groups,
           guint               n_groups)
{
  gsize last_four_end = 0;
  gsize end = find_card_end (text, groups, n_groups, &last_four_end);

  for (guint i = 1; i < n_groups && groups[i].start < end; i++)
    {
      gsize shortest = 0;
      gsize further = find_card_end (text, groups + i, n_groups - i, &shortest);

      if (further > end)
        {
          end = further;
          last_four_end = shortest;
        }
    }
  if (end)
    mask_range (text, groups[0].start, end, last_four_end);
  return end;
}

/* "+49 1512 …" is a telephone, as long as it is no longer than one can be. */
static gboolean
is_phone (const CorMaskText  *text,
          const CorMaskGroup *groups,
          guint               n_groups)
{
  gsize start = groups[0].start;
  gsize n = 0;

  if (start == 0 || (text->chars[start - 1] != '+' && text->chars[start - 1] != 0xff0b))
    return FALSE;
  for (guint i = 0; i < n_groups; i++)
    n += groups[i].end - groups[i].start;
  return n <= 15;
}

/* Masks every card number; TRUE if there was one. */
gboolean
cor_mask_find_cards (CorMaskText *text)
{
  CorMaskGroup groups[COR_MASK_MAX_GROUPS];
  gboolean     found = FALSE;
  gsize        i = 0;

  while (i < text->n)
    {
      guint n;
      gsize end;

      if (cor_mask_digit (text, i) < 0 || text->masks[i] != COR_MASK_KEEP)
        {
          i++;
          continue;
        }
      n = cor_mask_get_groups (text, i, groups);
      if (is_phone (text, groups, n))
        {
          i = groups[n - 1].end;
          continue;
        }
      end = mask_from (text, groups, n);
      found = found || end > 0;
      i = end ? end : groups[0].end;
    }
  return found;
}

static void
protect (CorMaskText *text,
         gsize        start,
         gsize        end)
{
  memset (text->masks + start, COR_MASK_PROTECTED, end - start);
}

static gsize
find_address_end (const CorMaskText *text,
                  gsize              start)
{
  gsize i = start;

  while (i < text->n && !g_unichar_isspace (text->chars[i]) && text->chars[i] < 0x2e80 &&
         (text->chars[i] >= 0x80 || !strchr ("\"<>", (char) text->chars[i])))
    i++;
  return i;
}

/* 8-4-4-4-12 hexadecimal digits, the form of a UETR. */
static gsize
find_uetr_end (const CorMaskText *text,
               gsize              start)
{
  static const char shape[] = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
  gsize             len = sizeof shape - 1;

  if (start + len > text->n || (start > 0 && cor_mask_is_ascii_alnum (text, start - 1)))
    return 0;
  for (gsize i = 0; i < len; i++)
    {
      gunichar c = text->chars[start + i];

      if (c >= 0x80 || (shape[i] == '-' ? c != '-' : !g_ascii_isxdigit ((char) c)))
        return 0;
    }
  return cor_mask_is_ascii_alnum (text, start + len) ? 0 : start + len;
}

/* Two letters, two check digits, up to 30 more, single blanks or hyphens
 * allowed, remainder 1 (ISO 13616). */
static gsize
find_iban_end (const CorMaskText *text,
               gsize              start)
{
  guint8 values[MAX_IBAN];
  guint  n = 0;
  gsize  end = 0;

  if (start > 0 && cor_mask_is_ascii_alnum (text, start - 1))
    return 0;
  for (gsize i = start; i < text->n && n < MAX_IBAN; i++)
    {
      gunichar c = text->chars[i];
      guint    remainder = 0;

      if (c == ' ' || c == '-' || c == 0xa0)
        {
          if (n < 4 || !cor_mask_is_ascii_alnum (text, i + 1))
            break;
          continue;
        }
      if (c >= 0x80 || !g_ascii_isalnum ((char) c) || (n < 2) != !g_ascii_isdigit ((char) c))
        {
          if (n < 4 || c >= 0x80 || !g_ascii_isalnum ((char) c))
            break;
        }
      values[n++] = (guint8) (g_ascii_isdigit ((char) c) ? c - '0' : (gunichar) g_ascii_toupper ((char) c) - 'A' + 10);
      if (n < MIN_IBAN || cor_mask_is_ascii_alnum (text, i + 1))
        continue;
      for (guint j = 0; j < n; j++)
        {
          guint value = values[(j + 4) % n];

          remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }
      if (remainder == 1)
        end = i + 1;
    }
  return end;
}

/* The last four of what was masked before do not begin another number. */
static gsize
find_masked_end (const CorMaskText *text,
                 gsize              start)
{
  gsize end = start + 2;

  while (end < start + 6 && cor_mask_digit (text, end) >= 0)
    end++;
  return end == start + 6 ? end : 0;
}

/* Marks what only looks like a card number. */
void
cor_mask_protect (CorMaskText *text)
{
  gsize i = 0;

  while (i < text->n)
    {
      gunichar c = text->chars[i];
      gsize    end = 0;

      if (c == ':' && i + 2 < text->n && text->chars[i + 1] == '/' && text->chars[i + 2] == '/')
        end = find_address_end (text, i);
      else if (c == 0x2022 && i + 1 < text->n && text->chars[i + 1] == ' ')
        end = find_masked_end (text, i);
      else if (c < 0x80 && g_ascii_isalnum ((char) c))
        {
          end = find_uetr_end (text, i);
          if (end == 0 && g_ascii_isalpha ((char) c))
            end = find_iban_end (text, i);
        }
      if (end > i)
        protect (text, i, end);
      i = end > i ? end : i + 1;
    }
}

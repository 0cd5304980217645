/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-icu"

#include "config.h"

#include "cor-icu.h"

#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

/* ICU counts in int32_t, and normalising may triple a text: far below both. */
#define MAX_BYTES (64 * 1024 * 1024)

/* Opening a transliterator costs milliseconds and one must not be used by two
 * threads at once: every thread that needs one gets its own clone. */
static const UTransliterator *
get_prototype (CorIcuConversion conversion)
{
  static gsize            once = 0;
  static UTransliterator *prototypes[COR_ICU_N_CONVERSIONS];

  if (g_once_init_enter (&once))
    {
      static const char *const ids[] = { "Traditional-Simplified", "Simplified-Traditional" };

      for (guint i = 0; i < COR_ICU_N_CONVERSIONS; i++)
        {
          UChar      id[32];
          UErrorCode status = U_ZERO_ERROR;

          u_uastrcpy (id, ids[i]);
          prototypes[i] = utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
          if (U_FAILURE (status))
            g_warning ("ICU has no %s: %s", ids[i], u_errorName (status));
        }
      g_once_init_leave (&once, 1);
    }
  return prototypes[conversion];
}

static void
free_clone (gpointer clone)
{
  utrans_close (clone);
}

static UTransliterator *
get_clone (CorIcuConversion conversion)
{
  static GPrivate        clones[] = { G_PRIVATE_INIT (free_clone), G_PRIVATE_INIT (free_clone) };
  UTransliterator       *clone = g_private_get (&clones[conversion]);
  const UTransliterator *prototype = NULL;
  UErrorCode             status = U_ZERO_ERROR;

  if (clone)
    return clone;

  prototype = get_prototype (conversion);
  if (prototype == NULL)
    return NULL;
  clone = utrans_clone (prototype, &status);
  if (U_FAILURE (status))
    return NULL;
  g_private_set (&clones[conversion], clone);
  return clone;
}

/*
 * cor_icu_from_utf8:
 * @text: bytes meant as UTF-8
 * @len: how many
 * @n_units: (out): units of the result
 *
 * Returns: (transfer full): @text in UTF-16 with a final zero, what is malformed
 *   as U+FFFD; texts over 64 MiB are cut
 */
UChar *
cor_icu_from_utf8 (const char *text,
                   gsize       len,
                   int32_t    *n_units)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar     *units = NULL;
  int32_t    bytes = (int32_t) MIN (len, (gsize) MAX_BYTES);

  /* one byte never makes more than one unit */
  units = g_new (UChar, (gsize) bytes + 1);
  u_strFromUTF8WithSub (units, bytes + 1, n_units, text, bytes, 0xfffd, NULL, &status);
  if (U_FAILURE (status))
    *n_units = 0;
  units[*n_units] = 0;
  return units;
}

/*
 * cor_icu_to_utf8:
 * @units: UTF-16
 * @n_units: units
 *
 * Returns: (transfer full): the same in UTF-8, lone surrogates as U+FFFD
 */
char *
cor_icu_to_utf8 (const UChar *units,
                 int32_t      n_units)
{
  UErrorCode status = U_ZERO_ERROR;
  gsize      room = (gsize) n_units * 3 + 1;
  char      *text = g_malloc (room);
  int32_t    bytes = 0;

  u_strToUTF8WithSub (text, (int32_t) MIN (room, (gsize) G_MAXINT32), &bytes, units, n_units, 0xfffd, NULL, &status);
  text[U_FAILURE (status) ? 0 : bytes] = '\0';
  return text;
}

/*
 * cor_icu_convert_han:
 * @conversion: which way
 * @units: UTF-16
 * @n_units: (inout): units before and after
 *
 * Returns: (transfer full): the text in the other kind of Chinese characters; a
 *   plain copy where ICU cannot do it
 */
UChar *
cor_icu_convert_han (CorIcuConversion conversion,
                     const UChar     *units,
                     int32_t         *n_units)
{
  UTransliterator *clone = get_clone (conversion);
  int32_t          room = *n_units + *n_units / 2 + 16;
  UChar           *result = g_new (UChar, (gsize) room);
  int32_t          n = *n_units;
  int32_t          limit = n;
  UErrorCode       status = U_ZERO_ERROR;

  memcpy (result, units, (gsize) n * sizeof (UChar));
  if (clone)
    utrans_transUChars (clone, result, &n, room, 0, &limit, &status);
  if (clone == NULL || U_FAILURE (status))
    {
      n = *n_units;
      memcpy (result, units, (gsize) n * sizeof (UChar));
    }
  *n_units = n;
  return result;
}

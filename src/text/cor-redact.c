/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-redact"

#include "config.h"

#include "cor-redact.h"

#include <string.h>

#define REPLACEMENT "\u2022\u2022\u2022"

/* In base64 a shorter secret would be found in innocent text. */
#define MIN_BASE64_SECRET 4

typedef struct
{
  const char *text;
  gsize       len;
  guint8     *covered; /* a flag per byte: secrets may overlap */
} Redaction;

/* One byte of a secret as itself, percent-encoded, or as a form's plus; gives
 * the bytes it takes in the text, 0 if it is not there. */
static gsize
match_byte (const char *p,
            char        byte)
{
  if (*p == byte)
    return 1;
  if (*p == '+' && byte == ' ')
    return 1;
  if (*p == '%' && g_ascii_isxdigit (p[1]) && g_ascii_isxdigit (p[2]) &&
      (g_ascii_xdigit_value (p[1]) << 4 | g_ascii_xdigit_value (p[2])) == (guchar) byte)
    return 3;
  return 0;
}

static void
cover_plain (Redaction  *redaction,
             const char *secret)
{
  for (gsize start = 0; start < redaction->len; start++)
    {
      gsize       end = start;
      const char *byte = secret;

      for (gsize step = 1; *byte && step > 0; end += step)
        {
          step = match_byte (redaction->text + end, *byte);
          byte += step > 0 ? 1 : 0;
        }
      if (*byte == '\0')
        memset (redaction->covered + start, 1, end - start);
    }
}

static gboolean
is_base64 (char c)
{
  return g_ascii_isalnum (c) || (c && strchr ("+/-_=", c));
}

/* The characters at both ends of the known part carry bits of the secret too. */
static void
cover_base64 (Redaction  *redaction,
              const char *part,
              gsize       part_len)
{
  const char *p = redaction->text;

  while ((p = memmem (p, redaction->len - (gsize) (p - redaction->text), part, part_len)))
    {
      gsize start = (gsize) (p - redaction->text);
      gsize end = start + part_len;

      if (start > 0 && is_base64 (redaction->text[start - 1]))
        start--;
      for (guint i = 0; i < 3 && is_base64 (redaction->text[end]); i++)
        end++;
      memset (redaction->covered + start, 1, end - start);
      p++;
    }
}

/* A secret inside a longer text ("user:secret") has three forms in base64, by
 * the place where it starts; of each only the middle is known for sure. */
static void
cover_encoded (Redaction  *redaction,
               const char *secret)
{
  gsize              len = strlen (secret);
  g_autofree guchar *shifted = g_malloc0 (len + 2);

  for (gsize shift = 0; shift < 3; shift++)
    {
      g_autofree char *standard = NULL;
      gsize            start = (shift * 8 + 5) / 6;
      gsize            end = (shift + len) * 8 / 6;

      memcpy (shifted + shift, secret, len);
      standard = g_base64_encode (shifted, shift + len);
      cover_base64 (redaction, standard + start, end - start);
      g_strdelimit (standard, "+", '-');
      g_strdelimit (standard, "/", '_');
      cover_base64 (redaction, standard + start, end - start);
    }
}

/**
 * cor_redact:
 * @text: (nullable): a line of a log or a trace
 * @secrets: (nullable) (array zero-terminated=1): tokens and passwords
 *
 * Replaces every occurrence of a secret, also percent-encoded or in base64, by
 * "•••". Any thread.
 *
 * Returns: (transfer full): the text without the secrets
 */
char *
cor_redact (const char        *text,
            const char *const *secrets)
{
  g_autofree guint8 *covered = NULL;
  Redaction          redaction = { text, text ? strlen (text) : 0, NULL };
  GString           *result = NULL;

  covered = g_malloc0 (redaction.len + 1);
  redaction.covered = covered;
  for (gsize i = 0; secrets && secrets[i] && redaction.len > 0; i++)
    {
      if (secrets[i][0] == '\0')
        continue;
      cover_plain (&redaction, secrets[i]);
      if (strlen (secrets[i]) >= MIN_BASE64_SECRET)
        cover_encoded (&redaction, secrets[i]);
    }

  result = g_string_sized_new (redaction.len);
  for (gsize i = 0; i < redaction.len; i++)
    {
      if (!covered[i])
        g_string_append_c (result, text[i]);
      else if (i == 0 || !covered[i - 1])
        g_string_append (result, REPLACEMENT);
    }
  return g_string_free (result, FALSE);
}

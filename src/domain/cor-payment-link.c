/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-payment-link.h"

#include "cor-payment-reference.h"

static const char *const act_names[] = { "link", "unlink", "verify", "unverify" };

/**
 * cor_payment_link_get_roles:
 *
 * Returns: (transfer none): ended by %NULL; as contracts call them
 */
const char *const *
cor_payment_link_get_roles (void)
{
  static const char *const roles[] = { "payer", "payee", COR_PAYMENT_ROLE_THIRD_PARTY, NULL };

  return roles;
}

/**
 * cor_payment_link_get_methods:
 *
 * Returns: (transfer none): ended by %NULL
 */
const char *const *
cor_payment_link_get_methods (void)
{
  static const char *const methods[] = { "app_sign_in", "app_confirmation", "call_back", "security_questions", NULL };

  return methods;
}

static char *
dup_normal (const char *reference)
{
  char *normal = NULL;

  if (cor_reference_recognise (reference, &normal) != COR_REFERENCE_NONE)
    return normal;
  return g_strstrip (g_strdup (reference));
}

/**
 * cor_payment_link_is_same:
 * @reference: (nullable): as anybody wrote it
 * @other: (nullable): likewise
 *
 * Returns: whether they are the same but for how they are written
 */
gboolean
cor_payment_link_is_same (const char *reference,
                          const char *other)
{
  g_autofree char *one = reference != NULL ? dup_normal (reference) : NULL;
  g_autofree char *two = other != NULL ? dup_normal (other) : NULL;

  return one != NULL && two != NULL && g_ascii_strcasecmp (one, two) == 0;
}

/**
 * cor_link_change_dup_text:
 *
 * Returns: (transfer full): "link payer CP-70231", "unlink CP-70231", "verify call_back 1790000000", "unverify
 *   1790000000", as intents keep it
 */
char *
cor_link_change_dup_text (const CorLinkChange *change)
{
  const char *name = act_names[change->act];

  switch (change->act)
    {
    case COR_LINK_ADD:
      return g_strdup_printf ("%s %s %s", name, change->word, change->reference);
    case COR_LINK_REMOVE:
      return g_strdup_printf ("%s %s", name, change->reference);
    case COR_LINK_VERIFY:
      return g_strdup_printf ("%s %s %" G_GINT64_FORMAT, name, change->word, change->at);
    case COR_LINK_UNVERIFY:
    default:
      return g_strdup_printf ("%s %" G_GINT64_FORMAT, name, change->at);
    }
}

static gboolean
read_moment (const char *text,
             gint64     *at)
{
  return text != NULL && g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, at, NULL);
}

static gboolean
read_change (char         **words,
             CorLinkChange *change)
{
  gboolean has_second = g_strv_length (words) > 1;

  if (has_second && g_str_equal (words[0], act_names[COR_LINK_ADD]) && words[2] != NULL)
    *change = (CorLinkChange){ .act = COR_LINK_ADD, .word = words[1], .reference = words[2] };
  else if (has_second && g_str_equal (words[0], act_names[COR_LINK_REMOVE]))
    *change = (CorLinkChange){ .act = COR_LINK_REMOVE, .reference = words[1] };
  else if (has_second && g_str_equal (words[0], act_names[COR_LINK_VERIFY]))
    {
      *change = (CorLinkChange){ .act = COR_LINK_VERIFY, .word = words[1] };
      return read_moment (words[2], &change->at);
    }
  else if (has_second && g_str_equal (words[0], act_names[COR_LINK_UNVERIFY]))
    {
      *change = (CorLinkChange){ .act = COR_LINK_UNVERIFY };
      return read_moment (words[1], &change->at);
    }
  else
    return FALSE;
  return TRUE;
}

/**
 * cor_link_change_from_text:
 * @change: (out caller-allocates): its texts point into @words
 * @words: (out) (transfer full): what they point into, for g_strfreev()
 *
 * Returns: whether @text is one of cor_link_change_dup_text()
 */
gboolean
cor_link_change_from_text (const char    *text,
                           CorLinkChange *change,
                           char        ***words)
{
  /* a reference stands last, and may have blanks */
  *words = g_strsplit (text, " ", g_str_has_prefix (text, "unlink ") ? 2 : 3);
  return read_change (*words, change);
}

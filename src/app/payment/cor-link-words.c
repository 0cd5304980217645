/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-link-words.h"

#include "cor-payment-words.h"

#include <glib/gi18n-lib.h>

/**
 * cor_link_words_get_role:
 * @role: (nullable): as the desk has it
 *
 * Returns: (transfer none): it in words; of one that is not known the word itself
 */
const char *
cor_link_words_get_role (const char *role)
{
  if (role == NULL)
    return C_ ("role", "Role unknown");
  if (g_str_equal (role, "payer"))
    return C_ ("role", "Payer");
  if (g_str_equal (role, "payee"))
    return C_ ("role", "Payee");
  if (g_str_equal (role, COR_PAYMENT_ROLE_THIRD_PARTY))
    return C_ ("role", "Third party");
  return role;
}

/**
 * cor_link_words_get_method:
 * @method: as the desk has it
 *
 * Returns: (transfer none): how somebody was verified, in words; of a way that is not known the word itself
 */
const char *
cor_link_words_get_method (const char *method)
{
  if (g_str_equal (method, "app_sign_in"))
    return C_ ("verified", "Signed in to the app");
  if (g_str_equal (method, "app_confirmation"))
    return C_ ("verified", "Confirmed in the app");
  if (g_str_equal (method, "call_back") || g_str_equal (method, "callback")) /* as some desks write it */
    return C_ ("verified", "Called back on the number on file");
  if (g_str_equal (method, "security_questions"))
    return C_ ("verified", "Answered security questions");
  return method;
}

/**
 * cor_link_words_dup_trust:
 * @now: seconds since the epoch
 * @time_zone: the agent's
 *
 * Returns: (transfer full) (nullable): how, when and by whom who writes was verified; %NULL where she was not
 */
char *
cor_link_words_dup_trust (const CorPaymentLink *link,
                          gint64                now,
                          GTimeZone            *time_zone)
{
  g_autofree char *moment = NULL;
  const char      *method = link->method != NULL ? cor_link_words_get_method (link->method) : _ ("Verified");

  if (link->verified_at == 0)
    return NULL;
  moment = cor_payment_words_dup_moment (link->verified_at, now, time_zone);
  if (link->verified_by == NULL)
    /* TRANSLATORS: how somebody was verified, and when */
    return g_strdup_printf (_ ("%s, %s"), method, moment);
  /* TRANSLATORS: how somebody was verified, when, and by which agent */
  return g_strdup_printf (_ ("%s, %s, %s"), method, moment, link->verified_by);
}

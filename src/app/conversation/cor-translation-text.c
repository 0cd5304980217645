/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-translation-text"

#include "config.h"

#include "cor-translation-text.h"

#include <glib/gi18n-lib.h>

/* More than these nobody reads; the rest is counted. */
#define MAX_FINDINGS 3

/**
 * cor_translation_text_dup_origin:
 * @service: its kind, with or without an address behind it
 *
 * Returns: (transfer full): that a machine wrote it, and which
 */
char *
cor_translation_text_dup_origin (const char *service)
{
  const char *name = g_str_has_prefix (service, "apertium") ? "Apertium" : "LibreTranslate";

  /* TRANSLATORS: below a text; %s is the name of a translation service */
  return g_strdup_printf (_ ("Machine translation · %s"), name);
}

/**
 * cor_translation_text_get_setup:
 *
 * Returns: (transfer none): how a service is set up
 */
const char *
cor_translation_text_get_setup (void)
{
  return _ ("No translation service is set up. LibreTranslate or Apertium on this computer or of your company will do: "
            "“Accounts” (Ctrl+comma) has the settings.");
}

const char *
cor_translation_text_get_refusal (CorTranslationRefusal refusal)
{
  switch (refusal)
    {
    case COR_TRANSLATION_OF_HOLD:
      return _ ("This is about a payment with compliance, which no machine may word. Use a reviewed template in the customer’s language.");
    case COR_TRANSLATION_OF_COMPLAINT:
      return _ ("This is about a complaint, which no machine may word. Use a reviewed template in the customer’s language.");
    case COR_TRANSLATION_OF_LAW:
      return _ ("This is about law, which no machine may word. Use a reviewed template in the customer’s language.");
    case COR_TRANSLATION_OF_FEES:
      return _ ("This is about fees, which no machine may word. Use a reviewed template in the customer’s language.");
    case COR_TRANSLATION_FREE:
    default:
      return "";
    }
}

static char *
dup_finding (const char              *source,
             const char              *target,
             const CorProtectFinding *finding)
{
  g_autofree char *was = g_strndup (source + finding->source_start, finding->source_end - finding->source_start);
  g_autofree char *is = g_strndup (target + finding->target_start, finding->target_end - finding->target_start);

  switch (finding->mismatch)
    {
    case COR_PROTECT_LOST:
      /* TRANSLATORS: %s is a number, name or address that a translation should have */
      return g_strdup_printf (_ ("“%s” is missing"), was);
    case COR_PROTECT_ADDED:
      /* TRANSLATORS: %s is a number, name or address that a translation should not have */
      return g_strdup_printf (_ ("“%s” was added"), is);
    case COR_PROTECT_CHANGED:
    default:
      /* TRANSLATORS: a number, name or address became another one */
      return g_strdup_printf (_ ("“%s” became “%s”"), was, is);
    }
}

/**
 * cor_translation_text_dup_findings:
 * @findings: (element-type CorProtectFinding): of cor_protect_check()
 *
 * Returns: (transfer full) (nullable): what is not the same on both sides; %NULL nothing
 */
char *
cor_translation_text_dup_findings (const char *source,
                                   const char *target,
                                   GArray     *findings)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  if (findings->len == 0)
    return NULL;
  for (guint i = 0; i < MIN (findings->len, MAX_FINDINGS); i++)
    g_ptr_array_add (sentences, dup_finding (source, target, &g_array_index (findings, CorProtectFinding, i)));
  if (findings->len > MAX_FINDINGS)
    g_ptr_array_add (sentences, g_strdup_printf (ngettext ("%u more", "%u more", findings->len - MAX_FINDINGS), findings->len - MAX_FINDINGS));
  g_ptr_array_add (sentences, NULL);
  joined = g_strjoinv (" · ", (char **) sentences->pdata);
  /* TRANSLATORS: %s says what differs between a text and its translation */
  return g_strdup_printf (_ ("Not the same on both sides: %s"), joined);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-reader-locales"

#include "config.h"

#include "cor-reader-locales.h"

#include "cor-locale-fit.h"

/* What every desk of this trade has. */
#define LAST_RESORT "en"

static void
add (GPtrArray *locales, const char *locale)
{
  g_autofree char *tag = cor_locale_dup_tag (locale);

  if (tag == NULL || tag[0] == '\0' || g_str_equal (tag, "C"))
    return;
  if (!g_ptr_array_find_with_equal_func (locales, tag, g_str_equal, NULL))
    g_ptr_array_add (locales, g_steal_pointer (&tag));
}

/**
 * cor_reader_locales_new:
 * @customer: (nullable): the customer's language, as the desk writes it
 *
 * Returns: (transfer full) (array zero-terminated=1): the customer's language, those of who sits at this computer,
 *   English; as BCP 47 tags
 */
char **
cor_reader_locales_new (const char *customer)
{
  g_autoptr (GPtrArray) locales = g_ptr_array_new_with_free_func (g_free);
  const char *const *names = g_get_language_names ();

  add (locales, customer);
  for (guint i = 0; names[i] != NULL; i++)
    add (locales, names[i]);
  add (locales, LAST_RESORT);
  g_ptr_array_add (locales, NULL);
  return (char **) g_ptr_array_steal (locales, NULL);
}

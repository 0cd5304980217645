/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-intent-join.h"

#include "cor-procedure.h"

/* What was asked for before and what is asked for now, as one request: the later word on a title counts. */
char *
cor_intent_join_titles (const char *earlier,
                        const char *overruled_by,
                        const char *later)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) kept = g_strsplit (earlier != NULL ? earlier : "", "\n", -1);
  g_auto (GStrv) overruling = g_strsplit (overruled_by != NULL ? overruled_by : "", "\n", -1);
  g_auto (GStrv) more = g_strsplit (later != NULL ? later : "", "\n", -1);
  g_auto (GStrv) all = NULL;

  for (guint i = 0; kept[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) overruling, kept[i]) && !g_strv_contains ((const char *const *) more, kept[i]))
      g_strv_builder_add (builder, kept[i]);
  for (guint i = 0; more[i] != NULL; i++)
    g_strv_builder_add (builder, more[i]);
  all = g_strv_builder_end (builder);
  return g_strjoinv ("\n", all);
}

/* In the order in which they were made; what was done of a procedure that is dropped then does not matter. */
char *
cor_intent_join_procedure (const char *earlier,
                           const char *later)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) kept = g_strsplit (earlier != NULL ? earlier : "", "\n", -1);
  g_auto (GStrv) all = NULL;
  g_autofree char   *dropped = NULL;
  CorProcedureChange last = { 0 };

  if (!cor_procedure_change_from_text (later, &last, &dropped) || last.act != COR_PROCEDURE_DROP)
    g_clear_pointer (&dropped, g_free);
  for (guint i = 0; kept[i] != NULL; i++)
    {
      g_autofree char   *slug = NULL;
      CorProcedureChange change = { 0 };

      if (cor_procedure_change_from_text (kept[i], &change, &slug) && g_strcmp0 (slug, dropped) != 0)
        g_strv_builder_add (builder, kept[i]);
    }
  g_strv_builder_add (builder, later);
  all = g_strv_builder_end (builder);
  return g_strjoinv ("\n", all);
}

/* In order: they are laid over one another as they came. */
char *
cor_intent_join_links (const char *earlier,
                       const char *later)
{
  return earlier != NULL && *earlier != '\0' ? g_strconcat (earlier, "\n", later, NULL) : g_strdup (later);
}

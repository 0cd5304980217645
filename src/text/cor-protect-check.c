/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-protect-check"

#include "config.h"

#include "cor-protect.h"

/* Two writings of the same: without blanks, figures of any script as ours. */
static char *
make_key (const char *text)
{
  GString *key = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (g_unichar_isdigit (letter))
        g_string_append_c (key, (char) ('0' + g_unichar_digit_value (letter)));
      else if (!g_unichar_isspace (letter))
        g_string_append_unichar (key, letter);
    }
  return g_string_free (key, FALSE);
}

static GPtrArray *
make_keys (GArray *parts)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < parts->len; i++)
    g_ptr_array_add (keys, make_key (g_array_index (parts, CorProtectPart, i).put));
  return keys;
}

/* Marks on both sides what has its like on the other, each once. */
static void
match_equals (GPtrArray *sources,
              gboolean  *is_kept,
              GPtrArray *targets,
              gboolean  *is_known)
{
  for (guint i = 0; i < sources->len; i++)
    for (guint j = 0; j < targets->len && !is_kept[i]; j++)
      if (!is_known[j] && g_str_equal (sources->pdata[i], targets->pdata[j]))
        is_kept[i] = is_known[j] = TRUE;
}

/* A term is no part of the other side's text: it is looked for in it. */
static void
match_terms (GArray     *parts,
             gboolean   *is_kept,
             const char *target)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const CorProtectPart *part = &g_array_index (parts, CorProtectPart, i);

      if (part->kind == COR_PROTECT_TERM)
        is_kept[i] = cor_glossary_find (target, part->put, NULL) != NULL;
    }
}

static void
add_lost (GArray               *findings,
          const CorProtectPart *part,
          GArray               *targets,
          gboolean             *is_known)
{
  CorProtectFinding finding = { COR_PROTECT_LOST, part->kind, part->start, part->end, 0, 0 };

  for (guint i = 0; i < targets->len && finding.mismatch == COR_PROTECT_LOST; i++)
    {
      const CorProtectPart *other = &g_array_index (targets, CorProtectPart, i);

      if (is_known[i] || other->kind != part->kind)
        continue;
      finding.mismatch = COR_PROTECT_CHANGED;
      finding.target_start = other->start;
      finding.target_end = other->end;
      is_known[i] = TRUE;
    }
  g_array_append_val (findings, finding);
}

/**
 * cor_protect_check:
 * @source: the text
 * @target: its translation, also after somebody has edited it
 * @words: (nullable): names and words that are to be kept, too
 *
 * Compares what must be the same on both sides. Any thread.
 *
 * Returns: (transfer full) (element-type CorProtectFinding): what is not, with both places; empty: nothing
 */
GArray *
cor_protect_check (const char            *source,
                   const char            *target,
                   const CorProtectWords *words)
{
  GArray               *findings = g_array_new (FALSE, FALSE, sizeof (CorProtectFinding));
  const CorProtectWords names = { words != NULL ? words->names : NULL, NULL, NULL, NULL };
  g_autoptr (GArray) sources = cor_protect_find (source, words);
  g_autoptr (GArray) targets = cor_protect_find (target, &names);
  g_autoptr (GPtrArray) source_keys = make_keys (sources);
  g_autoptr (GPtrArray) target_keys = make_keys (targets);
  g_autofree gboolean *is_kept = g_new0 (gboolean, sources->len + 1);
  g_autofree gboolean *is_known = g_new0 (gboolean, targets->len + 1);

  match_equals (source_keys, is_kept, target_keys, is_known);
  match_terms (sources, is_kept, target);
  for (guint i = 0; i < sources->len; i++)
    if (!is_kept[i])
      add_lost (findings, &g_array_index (sources, CorProtectPart, i), targets, is_known);
  for (guint i = 0; i < targets->len; i++)
    {
      const CorProtectPart *part = &g_array_index (targets, CorProtectPart, i);
      CorProtectFinding     finding = { COR_PROTECT_ADDED, part->kind, 0, 0, part->start, part->end };

      if (!is_known[i])
        g_array_append_val (findings, finding);
    }
  return findings;
}

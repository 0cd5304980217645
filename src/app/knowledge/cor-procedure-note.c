/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-procedure-note"

#include "config.h"

#include "cor-procedure-note.h"

#include "cor-document-steps.h"
#include "cor-when.h"

#include <glib/gi18n-lib.h>

/**
 * cor_procedure_mark_dup_text:
 * @now: seconds since the epoch
 * @time_zone: the agent's
 *
 * Returns: (transfer full): when it was done, and by whom where that is known
 */
char *
cor_procedure_mark_dup_text (CorProcedures          *procedures,
                             const CorProcedureMark *mark,
                             gint64                  now,
                             GTimeZone              *time_zone)
{
  const char      *name = cor_procedures_get_name (procedures, mark);
  g_autofree char *when = cor_when_short (mark->at, now, time_zone);

  return name != NULL ? g_strdup_printf ("%s · %s", when, name) : g_steal_pointer (&when);
}

static void
add_step (GString                *note,
          CorProcedures          *procedures,
          guint                   number,
          const CorStep          *step,
          const CorProcedureMark *mark,
          gint64                  now,
          GTimeZone              *time_zone)
{
  const char      *name = cor_procedures_get_name (procedures, mark);
  g_autofree char *when = mark->at > 0 ? cor_when_full (mark->at, now, time_zone) : NULL;

  g_string_append_printf (note, "\n%u. %s: ", number, step->title);
  if (when == NULL)
    /* TRANSLATORS: a step of a procedure */
    g_string_append (note, _ ("not done"));
  else if (name == NULL)
    g_string_append (note, when);
  else
    g_string_append_printf (note, "%s, %s", when, name);
}

/**
 * cor_procedure_note_new:
 * @title: of the article
 * @steps: (element-type CorStep): of the article
 *
 * Returns: (transfer full): the private note of a procedure that is finished: each step, who did it and when
 */
char *
cor_procedure_note_new (CorProcedures      *procedures,
                        const CorProcedure *procedure,
                        const char         *title,
                        GPtrArray          *steps,
                        gint64              now,
                        GTimeZone          *time_zone)
{
  GString *note = g_string_new (title);

  g_string_append_c (note, '\n');
  /* TRANSLATORS: how many steps of a procedure were done */
  g_string_append_printf (note, _ ("Finished: %u of %u steps done"), cor_procedure_count_done (procedure), procedure->n_steps);
  for (guint i = 0; i < MIN (steps->len, procedure->n_steps); i++)
    add_step (note, procedures, i + 1, steps->pdata[i], &procedure->steps[i], now, time_zone);
  return g_string_free (note, FALSE);
}

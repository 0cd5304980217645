/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-procedure.h"

#include "cor-str.h"

#include <string.h>

#define KEY_PREFIX "procedure_"

static const char *const act_names[] = { "start", "tick", "untick", "finish", "drop" };

/**
 * cor_procedure_new:
 * @slug: of the article
 * @n_steps: how many it has; more than %COR_PROCEDURE_MAX_STEPS are not kept
 *
 * Returns: (transfer full): not started, nothing done
 */
CorProcedure *
cor_procedure_new (const char *slug,
                   guint       n_steps)
{
  CorProcedure *self = g_new0 (CorProcedure, 1);

  self->slug = g_strdup (slug);
  self->n_steps = MIN (n_steps, COR_PROCEDURE_MAX_STEPS);
  return self;
}

void
cor_procedure_free (CorProcedure *self)
{
  g_free (self->slug);
  g_free (self->started.by);
  g_free (self->ended.by);
  for (guint i = 0; i < COR_PROCEDURE_MAX_STEPS; i++)
    g_free (self->steps[i].by);
  g_free (self);
}

static void
set_mark (CorProcedureMark *mark,
          gint64            at,
          const char       *by)
{
  mark->at = at;
  cor_set_str (&mark->by, by);
}

static gboolean
read_number (const char *text,
             gint64      most,
             gint64     *number)
{
  return text != NULL && g_ascii_string_to_signed (text, 10, 0, most, number, NULL);
}

/* "start 1790000000 7", "3 1790000100 7"; without the last word nobody knows who it was. */
static gboolean
read_mark (CorProcedure *self,
           const char   *part)
{
  g_auto (GStrv) words = g_strsplit (part, " ", 3);
  CorProcedureMark *mark = NULL;
  gint64            step = 0;
  gint64            at = 0;

  if (g_strcmp0 (words[0], "start") == 0)
    mark = &self->started;
  else if (g_strcmp0 (words[0], "end") == 0)
    mark = &self->ended;
  else if (read_number (words[0], self->n_steps, &step) && step > 0)
    mark = &self->steps[step - 1];
  if (mark == NULL || !read_number (words[1], G_MAXINT64, &at))
    return FALSE;
  set_mark (mark, at, words[2]);
  return TRUE;
}

/**
 * cor_procedure_new_from_text:
 * @text: (nullable): of cor_procedure_dup_text(), from the desk: anybody may have written it
 *
 * Returns: (transfer full) (nullable): what it says; %NULL where it is no such text
 */
CorProcedure *
cor_procedure_new_from_text (const char *slug,
                             const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", "; ", -1);
  g_autoptr (CorProcedure) self = NULL;
  gint64 n_steps = 0;

  if (parts[0] == NULL || !g_str_has_prefix (parts[0], "steps ") || !read_number (parts[0] + strlen ("steps "), COR_PROCEDURE_MAX_STEPS, &n_steps))
    return NULL;
  self = cor_procedure_new (slug, (guint) n_steps);
  for (guint i = 1; parts[i] != NULL; i++)
    if (!read_mark (self, parts[i]))
      return NULL;
  return self->started.at > 0 ? g_steal_pointer (&self) : NULL;
}

static void
add_mark (GString                *text,
          const char             *name,
          const CorProcedureMark *mark)
{
  if (mark->at == 0)
    return;
  g_string_append_printf (text, "; %s %" G_GINT64_FORMAT, name, mark->at);
  if (mark->by != NULL)
    g_string_append_printf (text, " %s", mark->by);
}

/**
 * cor_procedure_dup_text:
 *
 * Returns: (transfer full): "steps 7; start 1790000000 3; 1 1790000100 3": steps from 1, times, agents
 */
char *
cor_procedure_dup_text (const CorProcedure *self)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "steps %u", self->n_steps);
  add_mark (text, "start", &self->started);
  for (guint i = 0; i < self->n_steps; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i + 1);

      add_mark (text, name, &self->steps[i]);
    }
  add_mark (text, "end", &self->ended);
  return g_string_free (text, FALSE);
}

guint
cor_procedure_count_done (const CorProcedure *self)
{
  guint n = 0;

  for (guint i = 0; i < self->n_steps; i++)
    n += self->steps[i].at > 0;
  return n;
}

/**
 * cor_procedure_dup_key:
 * @slug: of an article
 *
 * Returns: (transfer full): how the attribute is called: "procedure_sop_recall_request" of "sop-recall-request"
 */
char *
cor_procedure_dup_key (const char *slug)
{
  char *key = g_strconcat (KEY_PREFIX, slug, NULL);

  return g_strdelimit (key, "-", '_');
}

/**
 * cor_procedure_dup_slug:
 * @key: of any attribute
 *
 * Returns: (transfer full) (nullable): of which article it tells, %NULL of none
 */
char *
cor_procedure_dup_slug (const char *key)
{
  return g_str_has_prefix (key, KEY_PREFIX) ? g_strdelimit (g_strdup (key + strlen (KEY_PREFIX)), "_", '-') : NULL;
}

/**
 * cor_procedure_change_dup_text:
 *
 * Returns: (transfer full): "tick 3 1790000100 sop-recall-request", as intents keep it
 */
char *
cor_procedure_change_dup_text (const CorProcedureChange *change)
{
  return g_strdup_printf ("%s %u %" G_GINT64_FORMAT " %s", act_names[change->act], change->number, change->at, change->slug);
}

/**
 * cor_procedure_change_from_text:
 * @change: (out caller-allocates): its slug points into @slug
 * @slug: (out) (transfer full): the slug
 *
 * Returns: whether @text is one of cor_procedure_change_dup_text()
 */
gboolean
cor_procedure_change_from_text (const char         *text,
                                CorProcedureChange *change,
                                char              **slug)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 4);
  gint64 number = 0;

  *slug = NULL;
  if (g_strv_length (words) != 4 || !read_number (words[1], G_MAXINT, &number) || !read_number (words[2], G_MAXINT64, &change->at))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (act_names); i++)
    if (g_str_equal (words[0], act_names[i]))
      {
        change->act = (CorProcedureAct) i;
        change->number = (guint) number;
        change->slug = *slug = g_strdup (words[3]);
        return TRUE;
      }
  return FALSE;
}

/* One that is over is begun again from the first step; of two who start it the first has done so. */
static gboolean
start (CorProcedure            **procedure,
       const CorProcedureChange *change,
       const char               *by)
{
  if (*procedure != NULL && ((*procedure)->ended.at == 0 || (*procedure)->started.at == change->at))
    return TRUE;
  g_clear_pointer (procedure, cor_procedure_free);
  *procedure = cor_procedure_new (change->slug, change->number);
  set_mark (&(*procedure)->started, change->at, by);
  return TRUE;
}

/* Who ticked a step first has done it. */
static gboolean
set_step (CorProcedure             *procedure,
          const CorProcedureChange *change,
          const char               *by)
{
  CorProcedureMark *mark;

  if (procedure == NULL || change->number >= procedure->n_steps)
    return FALSE;
  mark = &procedure->steps[change->number];
  if (procedure->ended.at > 0)
    return mark->at == (change->act == COR_PROCEDURE_TICK ? change->at : 0);
  if (change->act == COR_PROCEDURE_UNTICK)
    set_mark (mark, 0, NULL);
  else if (mark->at == 0)
    set_mark (mark, change->at, by);
  return TRUE;
}

/**
 * cor_procedure_apply:
 * @procedure: (inout) (nullable): as it stands; %NULL: it is not started
 * @change: what an agent did
 * @by: (nullable): her remote id
 *
 * Steps that two agents tick are merged, and doing it twice changes nothing: an answer of the desk may get lost.
 *
 * Returns: whether it could be done; not where a colleague has finished or dropped the procedure
 */
gboolean
cor_procedure_apply (CorProcedure            **procedure,
                     const CorProcedureChange *change,
                     const char               *by)
{
  switch (change->act)
    {
    case COR_PROCEDURE_START:
      return start (procedure, change, by);
    case COR_PROCEDURE_TICK:
    case COR_PROCEDURE_UNTICK:
      return set_step (*procedure, change, by);
    case COR_PROCEDURE_FINISH:
      if (*procedure == NULL || (*procedure)->ended.at > 0)
        return *procedure != NULL && (*procedure)->ended.at == change->at;
      set_mark (&(*procedure)->ended, change->at, by);
      return TRUE;
    case COR_PROCEDURE_DROP:
    default:
      if (*procedure != NULL && (*procedure)->ended.at > 0)
        return FALSE;
      g_clear_pointer (procedure, cor_procedure_free);
      return TRUE;
    }
}

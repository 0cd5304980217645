/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * How far somebody is with a procedure (an article with numbered steps) in a conversation. It stands in a custom
 * attribute of the conversation on the desk, so that colleagues see it; one attribute for each procedure.
 */

/* The text of all of them fits into what an attribute takes: 1500 characters (chatwoot.md §6). */
#define COR_PROCEDURE_MAX_STEPS 40

/* Who did something, and when. */
typedef struct
{
  gint64 at; /* seconds since the epoch; 0: not done */
  char  *by; /* remote id of the agent, or NULL where it is not known yet */
} CorProcedureMark;

typedef struct
{
  char            *slug; /* of the article */
  guint            n_steps;
  CorProcedureMark started, ended;
  CorProcedureMark steps[COR_PROCEDURE_MAX_STEPS];
} CorProcedure;

CorProcedure *cor_procedure_new (const char *slug, guint n_steps) G_GNUC_WARN_UNUSED_RESULT;
CorProcedure *cor_procedure_new_from_text (const char *slug, const char *text) G_GNUC_WARN_UNUSED_RESULT;
void          cor_procedure_free (CorProcedure *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorProcedure, cor_procedure_free)
char *cor_procedure_dup_text (const CorProcedure *self) G_GNUC_WARN_UNUSED_RESULT;
guint cor_procedure_count_done (const CorProcedure *self);

char *cor_procedure_dup_key (const char *slug) G_GNUC_WARN_UNUSED_RESULT;
char *cor_procedure_dup_slug (const char *key) G_GNUC_WARN_UNUSED_RESULT;

/* What an agent did. The names are stored. */
typedef enum
{
  COR_PROCEDURE_START,
  COR_PROCEDURE_TICK,
  COR_PROCEDURE_UNTICK,
  COR_PROCEDURE_FINISH,
  COR_PROCEDURE_DROP, /* it was not needed: nothing of it stays */
} CorProcedureAct;

typedef struct
{
  CorProcedureAct act;
  const char     *slug;
  guint           number; /* START: of steps in all; TICK, UNTICK: the step, from 0 */
  gint64          at;     /* seconds since the epoch */
} CorProcedureChange;

char    *cor_procedure_change_dup_text (const CorProcedureChange *change) G_GNUC_WARN_UNUSED_RESULT;
gboolean cor_procedure_change_from_text (const char *text, CorProcedureChange *change, char **slug);
gboolean cor_procedure_apply (CorProcedure **procedure, const CorProcedureChange *change, const char *by);

G_END_DECLS

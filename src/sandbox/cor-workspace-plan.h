/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-workspace-story.h"

G_BEGIN_DECLS

/* One turn that has taken place. */
typedef struct
{
  const CorTurn *turn; /* borrowed: the story */
  guint          text; /* which alternative */
  gint64         time;
} CorStep;

/* How far a story has come by now, before anybody knows who answers or what about. */
typedef struct
{
  const CorStory    *story;
  const CorCustomer *customer;
  const char        *channel;
  GArray            *steps;  /* CorStep */
  const char        *status; /* the contract's word */
  gint64             start, snoozed_until;
  gboolean           complete, answered, rated;
} CorPlan;

CorPlan *cor_plan_new (const CorStory    *story,
                       const CorCustomer *customer,
                       const char        *channel,
                       gint64             start,
                       gint64             now,
                       GRand             *rand) G_GNUC_WARN_UNUSED_RESULT;
void     cor_plan_free (CorPlan *plan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorPlan, cor_plan_free)

G_END_DECLS

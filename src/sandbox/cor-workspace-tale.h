/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-workspace-plan.h"
#include "cor-workspace-slots.h"
#include "cor-workspace-staff.h"

G_BEGIN_DECLS

/* One message of a tale. */
typedef struct
{
  CorWorkspaceSender     kind;
  guint                  sender;
  int                    type;
  gboolean               is_private;
  gint64                 time;
  char                  *content, *attributes, *source_id;
  const char            *content_type, *status;
  CorWorkspaceAttachment attachment; /* all zero: none */
} CorTaleLine;

/* A conversation with its words, ready to be told. */
typedef struct
{
  const CorPlan  *plan; /* borrowed for the life of the tale, like the staff and the slots */
  const CorStaff *staff;
  CorSlots       *slots;
  GRand          *rand;
  gint64          now;
  guint           number, inbox, assignee, team;
  const char     *priority;
  char           *subject, *source_id;
  GPtrArray      *labels; /* borrowed strings */
  GPtrArray      *lines;  /* CorTaleLine */
} CorTale;

CorTale *cor_tale_new (const CorPlan  *plan,
                       const CorStaff *staff,
                       CorSlots       *slots,
                       guint           number,
                       guint           agent,
                       gint64          now,
                       GRand          *rand) G_GNUC_WARN_UNUSED_RESULT;
void     cor_tale_free (CorTale *tale);
gboolean cor_tale_tell (CorTale                *tale,
                        const CorWorkspaceSink *sink,
                        GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorTale, cor_tale_free)

G_END_DECLS

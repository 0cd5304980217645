/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-workspace-clock.h"
#include "cor-workspace-people.h"
#include "cor-workspace-staff.h"
#include "cor-workspace-story.h"

G_BEGIN_DECLS

/* One run of the generator. */
typedef struct
{
  const CorWorkspaceOptions *options; /* borrowed: the caller */
  const CorWorkspaceSink    *sink;    /* borrowed: the caller */
  CorPeople                 *people;
  CorStaff                  *staff;
  GPtrArray                 *stories; /* CorStories */
  CorWorkspaceClock         *clock;
  GRand                     *rand;
  GPtrArray                 *recent; /* CorCustomer: the ones who may write again */
  guint                      customers, conversations;
  guint64                    messages;
  guint                      open_assigned, open_main;
} CorWorkspace;

#define COR_WORKSPACE_NEWEST 150 /* seconds before now: the last conversation begins */

CorWorkspace *_cor_workspace_new (const CorWorkspaceOptions *options,
                                  const CorWorkspaceSink    *sink,
                                  GError                   **error) G_GNUC_WARN_UNUSED_RESULT;
void          _cor_workspace_free (CorWorkspace *workspace);
CorCustomer  *_cor_workspace_new_customer (CorWorkspace *workspace,
                                           gint64        time,
                                           GError      **error);
gboolean      _cor_workspace_tell_stories (CorWorkspace *workspace,
                                           GError      **error);
gboolean      _cor_workspace_tell_portal (CorWorkspace *workspace,
                                          GError      **error);
gboolean      _cor_workspace_tell_file (CorWorkspace *workspace,
                                        GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorWorkspace, _cor_workspace_free)

G_END_DECLS

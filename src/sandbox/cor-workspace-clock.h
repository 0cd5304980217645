/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-workspace-people.h"

G_BEGIN_DECLS

/* When conversations begin: by day rather than by night, and more of them lately. */
typedef struct
{
  gint64  begin, end;
  GArray *sums; /* gint64: traffic up to the end of each hour */
} CorWorkspaceClock;

CorWorkspaceClock *cor_workspace_clock_new (const CorPeople *people,
                                            gint64           begin,
                                            gint64           end,
                                            gboolean         growing) G_GNUC_WARN_UNUSED_RESULT;
void               cor_workspace_clock_free (CorWorkspaceClock *clock);
gint64             cor_workspace_clock_time (const CorWorkspaceClock *clock,
                                             guint64                  part,
                                             guint64                  whole,
                                             GRand                   *rand);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorWorkspaceClock, cor_workspace_clock_free)

G_END_DECLS

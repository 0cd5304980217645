/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-desk-db.h"
#include "cor-workspace.h"

G_BEGIN_DECLS

gboolean cor_desk_fill (CorDeskDb                 *db,
                        const CorWorkspaceOptions *options,
                        GError                   **error);

/* The generator, so that a test can bring its own. */
typedef gboolean (*CorDeskFillFunc) (const CorWorkspaceOptions *options,
                                     const CorWorkspaceSink    *sink,
                                     GError                   **error);
gboolean cor_desk_fill_with (CorDeskDb                 *db,
                             const CorWorkspaceOptions *options,
                             CorDeskFillFunc            generate,
                             GError                   **error);

G_END_DECLS

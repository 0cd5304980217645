/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-workspace.h"

G_BEGIN_DECLS

void cor_workspace_attachment_make (const char             *file_name,
                                    const char             *title,
                                    CorWorkspaceAttachment *attachment);
void cor_workspace_attachment_clear (CorWorkspaceAttachment *attachment);

G_END_DECLS

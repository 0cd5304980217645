/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * A command reads from top to bottom: pass cor_ctl_on_result and a CorCtlAwait to an _async function,
 * then cor_ctl_await() runs the main context until the result is there. Only this program may do
 * that: it has no window whose events could come in between.
 */
typedef struct
{
  GAsyncResult *result; /* owned */
} CorCtlAwait;

void          cor_ctl_on_result (GObject *source, GAsyncResult *result, gpointer await);
GAsyncResult *cor_ctl_await (CorCtlAwait *await);
void          cor_ctl_await_clear (CorCtlAwait *await);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CorCtlAwait, cor_ctl_await_clear)

/* Runs the main context until *@flag is set or @seconds have passed; negative: for ever. Returns *@flag. */
gboolean cor_ctl_await_flag (const gboolean *flag, double seconds);

G_END_DECLS

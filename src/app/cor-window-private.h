/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-first-run-page.h"
#include "cor-sandbox-process.h"
#include "cor-window.h"
#include "cor-workbench.h"

G_BEGIN_DECLS

struct _CorWindow
{
  AdwApplicationWindow parent_instance;

  CorSession        *session;   /* owned, NULL when the profile cannot be opened */
  CorSandboxProcess *sandbox;   /* owned */
  CorWorkbench      *workbench; /* borrowed: stack; NULL while there is no account */
  char              *server;    /* owned: address to begin with, or NULL */
  GVariant          *wanted;    /* owned, or NULL: (xs), cor_window_show_payment() for when there is a workbench */
  GCancellable      *cancellable;
  guint              sandbox_started : 1;
  guint              begins_in_sandbox : 1; /* without an account it is tried at once */

  /* Template */
  AdwToastOverlay *toasts;
  GtkStack        *stack;
  CorFirstRunPage *first_run;
  AdwStatusPage   *problem_page;
};

void _cor_window_install_actions (GtkWidgetClass *widget_class);
void _cor_window_try_sandbox (CorWindow *self);
void _cor_window_start_sandbox (CorWindow *self);
void _cor_window_follow_payments (CorWindow *self);
void _cor_window_show_wanted (CorWindow *self);

G_END_DECLS

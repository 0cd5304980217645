/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-session.h"
#include "cor-test-desk.h"
#include "cor-timeline.h"

G_BEGIN_DECLS

/* A window with one conversation pane over the desk of the story. */
typedef struct
{
  CorTestDesk desk;
  CorSession *session;
  GtkWindow  *window;
  GtkWidget  *pane;
} CorTestPane;

/* For g_test_add(). */
void cor_test_pane_set_up (CorTestPane *self, gconstpointer unused);
void cor_test_pane_tear_down (CorTestPane *self, gconstpointer unused);

/* @seen: how a message begins that is in sight then. */
void         cor_test_pane_open (CorTestPane *self, const char *number, const char *seen);
void         cor_test_pane_type (CorTestPane *self, const char *text);
char        *cor_test_pane_dup_text (CorTestPane *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean     cor_test_pane_has_text (CorTestPane *self, const char *expected);
GtkTextView *cor_test_pane_get_editor (CorTestPane *self);
CorTimeline *cor_test_pane_get_timeline (CorTestPane *self);

/* Lets a few frames pass: layout takes more than one when estimates become heights. */
void cor_test_pane_settle (CorTestPane *self);

G_END_DECLS

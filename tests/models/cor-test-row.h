/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-test-desk.h"
#include "cor-thread-list.h"

G_BEGIN_DECLS

/* A desk with one conversation, and the list that shows its row. */
typedef struct
{
  CorTestDesk    desk;
  CorThreadList *list;
  gint64         conversation;
} CorTestRow;

void       cor_test_row_set_up (CorTestRow *self, const CorTestConversation *conversation);
void       cor_test_row_tear_down (CorTestRow *self, gconstpointer unused);
CorThread *cor_test_row_ref (CorTestRow *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

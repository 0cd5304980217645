/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-test-row.h"

#include "cor-test-await.h"

void
cor_test_row_set_up (CorTestRow                *self,
                     const CorTestConversation *conversation)
{
  g_autoptr (CorView) view = cor_view_new (COR_VIEW_OPEN);

  cor_test_desk_open (&self->desk);
  self->conversation = cor_test_desk_add (&self->desk, conversation);
  cor_test_desk_settle (&self->desk);
  self->list = cor_thread_list_new (self->desk.store);
  cor_thread_list_set_view (self->list, view);
}

void
cor_test_row_tear_down (CorTestRow   *self,
                        gconstpointer unused)
{
  cor_test_desk_settle (&self->desk);
  cor_test_finalize (self->list);
  cor_test_desk_close (&self->desk);
}

/* The row, once it has its data. */
CorThread *
cor_test_row_ref (CorTestRow *self)
{
  CorThread *row = NULL;

  cor_test_until (g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 1);
  row = g_list_model_get_item (G_LIST_MODEL (self->list), 0);
  cor_test_until (cor_thread_get_data (row) != NULL);
  return row;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-procedure.h"
#include "cor-store.h"

G_BEGIN_DECLS

/* The procedures of a conversation, with what this agent did and the desk does not have yet. */
typedef struct
{
  GPtrArray  *procedures; /* CorProcedure */
  GHashTable *names;      /* of agents: char * remote id → char * */
  char       *own_id;     /* of the agent who works here, or NULL */
} CorProcedureSet;

void cor_procedure_set_free (CorProcedureSet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorProcedureSet, cor_procedure_set_free)

void             cor_store_list_procedures_async (CorStore *store, gint64 conversation, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorProcedureSet *cor_store_list_procedures_finish (CorStore *store, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

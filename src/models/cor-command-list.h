/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-command.h"
#include "cor-object-list.h"
#include "cor-store.h"

G_BEGIN_DECLS

#define COR_TYPE_COMMAND_LIST (cor_command_list_get_type ())
G_DECLARE_FINAL_TYPE (CorCommandList, cor_command_list, COR, COMMAND_LIST, CorObjectList)

CorCommandList *cor_command_list_new (CorStore *store) G_GNUC_WARN_UNUSED_RESULT;
void            cor_command_list_add (CorCommandList *self, CorCommand *command);
void            cor_command_list_set_query (CorCommandList *self, const char *query);

G_END_DECLS

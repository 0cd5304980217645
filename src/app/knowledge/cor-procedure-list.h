/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-article-data.h"
#include "cor-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COR_TYPE_PROCEDURE_LIST (cor_procedure_list_get_type ())
G_DECLARE_FINAL_TYPE (CorProcedureList, cor_procedure_list, COR, PROCEDURE_LIST, GtkWidget)

void     cor_procedure_list_set_session (CorProcedureList *self, CorSession *session);
void     cor_procedure_list_open (CorProcedureList *self, gint64 conversation);
gboolean cor_procedure_list_can_start (CorProcedureList *self, const CorArticleData *article);
void     cor_procedure_list_start (CorProcedureList *self, const CorArticleData *article);

G_END_DECLS

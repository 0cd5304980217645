/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store.h"

G_BEGIN_DECLS

/*
 * CorLearner: keeps what the suggestions know up to date while a window is open: some time after replies were
 * accepted it looks which of them came from an article or a template, and learns anew when there are enough of
 * them. On the main thread; the work is done on others. Dropping it stops what it does.
 */
#define COR_TYPE_LEARNER (cor_learner_get_type ())
G_DECLARE_FINAL_TYPE (CorLearner, cor_learner, COR, LEARNER, GObject)

CorLearner *cor_learner_new (CorStore *store) G_GNUC_WARN_UNUSED_RESULT;
void        cor_learner_look (CorLearner *self);

G_END_DECLS

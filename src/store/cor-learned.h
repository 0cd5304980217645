/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-classifier.h"
#include "cor-store.h"

G_BEGIN_DECLS

/*
 * CorLearned: what the profile learned, as this process holds it; read again when it was learned anew, by
 * whichever process. One for each store, made at first use; any thread.
 */
typedef struct _CorLearned CorLearned;

CorLearned    *cor_learned_of_store (CorStore *store);
CorLearned    *cor_learned_ref (CorLearned *self);
void           cor_learned_unref (CorLearned *self);
CorClassifier *cor_learned_reach (CorLearned *self, CorDb *db) G_GNUC_WARN_UNUSED_RESULT;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorLearned, cor_learned_unref)

G_END_DECLS

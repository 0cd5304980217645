/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-article-data.h"
#include "cor-store.h"

G_BEGIN_DECLS

#define COR_TYPE_BULLETINS (cor_bulletins_get_type ())
G_DECLARE_FINAL_TYPE (CorBulletins, cor_bulletins, COR, BULLETINS, GObject)

CorBulletins         *cor_bulletins_new (CorStore *store) G_GNUC_WARN_UNUSED_RESULT;
void                  cor_bulletins_open (CorBulletins *self, gint64 conversation, gint64 now);
guint                 cor_bulletins_get_n (CorBulletins *self);
const CorArticleData *cor_bulletins_get_first (CorBulletins *self);
void                  cor_bulletins_acknowledge (CorBulletins *self, gint64 id);

G_END_DECLS

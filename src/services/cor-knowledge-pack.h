/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-article-data.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define COR_KNOWLEDGE_PACK_SCHEMA "corridor-knowledge/1"

/* A pack of articles, data/packs/knowledge.schema.json. */
typedef struct
{
  char      *id;
  char      *version;
  char      *title;
  char      *digest;   /* SHA-256 of the document and of how this version reads it, hexadecimal */
  GPtrArray *articles; /* CorArticleData, of the source "pack:ID" */
} CorKnowledgePack;

CorKnowledgePack *cor_knowledge_pack_parse (const char *data, gsize len, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void              cor_knowledge_pack_free (CorKnowledgePack *self);
char             *cor_knowledge_pack_dup_digest (GBytes *document) G_GNUC_WARN_UNUSED_RESULT;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorKnowledgePack, cor_knowledge_pack_free)

G_END_DECLS

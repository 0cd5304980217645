/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-fee-schedule.h"

G_BEGIN_DECLS

/* A pack of knowledge, of templates or of fees, whichever its “schema” says. */
typedef struct
{
  char           *id;
  char           *version;
  char           *title;
  char           *digest;    /* SHA-256 of the document and of how this version reads it, hexadecimal */
  const char     *format;    /* its “schema” */
  GPtrArray      *articles;  /* CorArticleData; empty in a pack of something else */
  GPtrArray      *templates; /* CorTemplate; NULL in a pack of something else */
  GPtrArray      *samples;   /* CorTemplateSample; likewise */
  CorFeeSchedule *fees;      /* NULL in a pack of something else */
} CorPack;

CorPack *cor_pack_parse (const char *data, gsize len, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void     cor_pack_free (CorPack *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorPack, cor_pack_free)

G_END_DECLS

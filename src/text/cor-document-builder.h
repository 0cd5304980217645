/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-document.h"

G_BEGIN_DECLS

/* Makes the tree of a document while a parser tells what begins and ends; for cor-document-*.c alone. */

#define COR_RUN_N_STYLES 6

typedef struct
{
  GString      *text;
  CorBlock     *root;
  GPtrArray    *open;     /* borrowed CorBlock; NULL for what began and is no block of its own */
  CorBlock     *leaf;     /* borrowed: takes the text */
  gboolean      is_begun; /* the leaf has text */
  GStringChunk *strings;
  GHashTable   *ids; /* of headings: the next number for another of the name */
  GArray       *links;
  guint         n_styles[COR_RUN_N_STYLES]; /* how many times each is in force */
  guint         n_blocks;
  guint         depth;
  guint         breaks;      /* line ends owed before the next text */
  gboolean      is_blank;    /* a blank is owed */
  gboolean      is_soft;     /* it is the end of a line of the source */
  gboolean      keeps_lines; /* the lines of the source are lines of the text */
  gboolean      is_full;     /* no more is taken: what is left is not shown */
} CorDocumentBuilder;

void         cor_document_builder_init (CorDocumentBuilder *self);
void         cor_document_builder_clear (CorDocumentBuilder *self);
CorDocument *cor_document_builder_finish (CorDocumentBuilder *self) G_GNUC_WARN_UNUSED_RESULT;
CorBlock    *cor_document_builder_open (CorDocumentBuilder *self, CorBlockKind kind);
void         cor_document_builder_close (CorDocumentBuilder *self);
void         cor_document_builder_text (CorDocumentBuilder *self, const char *text, gsize len);
void         cor_document_builder_flow (CorDocumentBuilder *self, const char *text, gsize len);
void         cor_document_builder_plain (CorDocumentBuilder *self, const char *text);
void         cor_document_builder_break (CorDocumentBuilder *self);
void         cor_document_builder_soft_break (CorDocumentBuilder *self);
void         cor_document_builder_style (CorDocumentBuilder *self, guint style, gboolean is_on);
void         cor_document_builder_open_link (CorDocumentBuilder *self, const char *address);
void         cor_document_builder_open_image (CorDocumentBuilder *self, const char *address);
void         cor_document_builder_close_link (CorDocumentBuilder *self);

/* The two readers; FALSE when they gave up. */
gboolean cor_document_read_markdown (CorDocumentBuilder *self, const char *markdown);
gboolean cor_document_read_html (CorDocumentBuilder *self, const char *html, gsize len);
void     cor_document_read_tag (CorDocumentBuilder *self, const char *tag, gsize len);

/* Of cor-document.c */
CorDocument *cor_document_new_taking (CorBlock *root, char *text, GStringChunk *strings) G_GNUC_WARN_UNUSED_RESULT;
void         cor_block_free (CorBlock *block);
gboolean     cor_block_is_leaf (CorBlockKind kind);

G_END_DECLS

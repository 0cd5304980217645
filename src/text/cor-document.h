/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-link.h"

#include <glib.h>

G_BEGIN_DECLS

/* What is behind these is not read. */
#define COR_DOCUMENT_MAX_SOURCE (2 * 1024 * 1024)

typedef enum
{
  COR_BLOCK_ROOT,
  COR_BLOCK_PARAGRAPH, /* leaf */
  COR_BLOCK_HEADING,   /* leaf */
  COR_BLOCK_CODE,      /* leaf */
  COR_BLOCK_IMAGE,     /* leaf: the text is what stands for the image */
  COR_BLOCK_RULE,      /* leaf without text */
  COR_BLOCK_QUOTE,
  COR_BLOCK_LIST, /* of items */
  COR_BLOCK_ITEM,
  COR_BLOCK_TABLE, /* of rows */
  COR_BLOCK_ROW,   /* of cells */
  COR_BLOCK_CELL,  /* leaf */
} CorBlockKind;

typedef enum
{
  COR_RUN_BOLD = 1 << 0,
  COR_RUN_ITALIC = 1 << 1,
  COR_RUN_STRUCK = 1 << 2,
  COR_RUN_CODE = 1 << 3,
  COR_RUN_RAISED = 1 << 4,
  COR_RUN_LOWERED = 1 << 5,
} CorRunStyle;

typedef enum
{
  COR_ALIGN_DEFAULT,
  COR_ALIGN_START,
  COR_ALIGN_CENTER,
  COR_ALIGN_END,
} CorAlign;

typedef enum
{
  COR_TASK_NONE,
  COR_TASK_OPEN,
  COR_TASK_DONE,
} CorTask;

/* Bytes of a text, from the first to before the last. */
typedef struct
{
  guint start, end;
} CorTextRange;

/* Text that looks and acts alike throughout. */
typedef struct
{
  guint       start, end; /* bytes of the document's text */
  guint       style;      /* CorRunStyle bits */
  CorLinkKind link;
  const char *target; /* of the link, as cor_link_classify() gives it, or NULL */
} CorRun;

typedef struct _CorBlock CorBlock;
struct _CorBlock
{
  CorBlockKind kind;
  guint        start, end; /* bytes of the document's text, those of the blocks in it included */
  guint        level;      /* heading: 1 to 6 */
  guint        number;     /* item: its number, 0 in a list without numbers */
  guint        n_columns;  /* table: of its widest row */
  CorTask      task;       /* item */
  CorAlign     align;      /* cell */
  gboolean     is_head;    /* row */
  gboolean     is_tight;   /* list: its items have no space between */
  const char  *id;         /* heading: unique in the document */
  const char  *target;     /* image: its address, or NULL when it may not be opened */
  GArray      *runs;       /* CorRun, in order and without gaps; leaves only */
  GPtrArray   *children;   /* CorBlock; NULL in leaves */
};

/*
 * CorDocument: an article as data. Immutable and counted; any thread.
 */
typedef struct _CorDocument CorDocument;

CorDocument *cor_document_new (const char *source) G_GNUC_WARN_UNUSED_RESULT;
CorDocument *cor_document_new_from_markdown (const char *markdown) G_GNUC_WARN_UNUSED_RESULT;
CorDocument *cor_document_new_from_html (const char *html) G_GNUC_WARN_UNUSED_RESULT;
CorDocument *cor_document_new_from_template (const char *source) G_GNUC_WARN_UNUSED_RESULT;
CorDocument *cor_document_ref (CorDocument *self);
void         cor_document_unref (CorDocument *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorDocument, cor_document_unref)

const char     *cor_document_get_text (const CorDocument *self);
const CorBlock *cor_document_get_root (const CorDocument *self);
GPtrArray      *cor_document_get_headings (const CorDocument *self);
GPtrArray      *cor_document_get_leaves (const CorDocument *self);
const CorBlock *cor_document_find_heading (const CorDocument *self, const char *id);
const CorBlock *cor_document_get_leaf_at (const CorDocument *self, guint offset);
const CorBlock *cor_document_get_heading_at (const CorDocument *self, guint offset);
CorTextRange    cor_document_get_section (const CorDocument *self, const CorBlock *heading);

/* Parts of it as text to send */
char *cor_document_dup_plain (const CorDocument *self, CorTextRange range) G_GNUC_WARN_UNUSED_RESULT;
char *cor_document_dup_markdown (const CorDocument *self, CorTextRange range) G_GNUC_WARN_UNUSED_RESULT;

/* Places in it */
GArray *cor_text_find (const char *text, const char *sought) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

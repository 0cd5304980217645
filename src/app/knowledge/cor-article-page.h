/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the parts of an article on screen share: the document, and what is marked in it. Counted; main thread. */
typedef struct
{
  grefcount    ref_count;
  CorDocument *document;
  const char  *language; /* static: whose glyphs it is set with, or NULL */
  gboolean     is_rtl;
  gboolean     is_insertable;
  GArray      *sought;  /* CorTextRange: what a search found in it */
  GArray      *found;   /* CorTextRange: what is found in the page */
  GArray      *added;   /* CorTextRange: what was not there before */
  guint        current; /* of found: the one that is looked at, or G_MAXUINT */
} CorArticlePage;

CorArticlePage *cor_article_page_new (CorDocument *document, gboolean is_insertable) G_GNUC_WARN_UNUSED_RESULT;
CorArticlePage *cor_article_page_ref (CorArticlePage *self);
void            cor_article_page_unref (CorArticlePage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorArticlePage, cor_article_page_unref)

char          *cor_article_page_dup_markup (const CorArticlePage *self, const CorBlock *leaf) G_GNUC_WARN_UNUSED_RESULT;
PangoAttrList *cor_article_page_dup_attributes (const CorArticlePage *self, const CorBlock *leaf) G_GNUC_WARN_UNUSED_RESULT;

/* Fills of text that show on light and on dark ground alike */
void cor_article_fill_sought (PangoAttrList *attributes, guint start, guint end);
void cor_article_fill_current (PangoAttrList *attributes, guint start, guint end);
void cor_article_fill_added (PangoAttrList *attributes, guint start, guint end);
void cor_article_fill_removed (PangoAttrList *attributes, guint start, guint end);

G_END_DECLS

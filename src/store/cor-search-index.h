/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-search-filter.h"
#include "cor-search-text.h"

G_BEGIN_DECLS

/*
 * CorSearchIndex: all articles as numbers, in memory. They are few enough for that (100,000 short ones take
 * some 100 MB), a change is applied in microseconds, and every count that the ranking needs is exact.
 * Who uses it holds its lock; any thread.
 */
typedef struct _CorSearchIndex CorSearchIndex;

typedef enum
{
  COR_SEARCH_WORD,
  COR_SEARCH_SIGN, /* one or two of them */
  COR_SEARCH_CONCEPT,
} CorSearchKind;

typedef struct
{
  guint32 doc;
  guint16 count;    /* in all fields, each with its weight */
  guint16 in_title; /* of that in the title */
} CorSearchPosting;

typedef struct
{
  const char   *text; /* of a concept its name */
  CorSearchKind kind;
  guint         concept;    /* its number */
  guint         n_docs;     /* that live */
  guint         n_passages; /* of theirs that have it */
  float         rarity;     /* see cor_search_index_get_rarity() */
  guint         rarity_at;  /* when it was computed */
  GArray       *postings;   /* CorSearchPosting, ascending; of dead articles too */
  GArray       *champions;  /* the same of the best articles only, or NULL until asked for */
} CorSearchTerm;

/* What tells most words apart without a look at the word itself: a walk over all of them reads these one after another. */
typedef struct
{
  guint   term;
  guint32 letters; /* cor_search_index_list_letters() */
  guint32 head;    /* its first four bytes, the first one highest; 0 where there are fewer */
  guint32 len;     /* in bytes */
} CorSearchWord;

/* An entry of a passage: a term and how often it is there. */
#define COR_SEARCH_ENTRY_TERM(entry) ((entry) &0xffffff)
#define COR_SEARCH_ENTRY_COUNT(entry) ((entry) >> 24)

/* How signs are read, filled by cor-search-near.c; terms stay what they are, so it only grows. */
typedef struct
{
  GHashTable *signs;   /* sign → letters */
  GHashTable *pairs;   /* letters → its terms */
  guint       n_read;  /* terms that were looked at */
  guint       n_pairs; /* terms that are in it */
} CorSearchReadings;

/* What lengths there are: each is what one part of the score is divided by. */
typedef enum
{
  COR_SEARCH_LENGTH_WORDS,
  COR_SEARCH_LENGTH_TITLE,
  COR_SEARCH_LENGTH_CONCEPTS,
  COR_SEARCH_LENGTH_PAIRS,
  COR_SEARCH_LENGTH_GRAMS,
  COR_SEARCH_N_LENGTHS,
} CorSearchLength;

typedef struct
{
  gint64          article;
  const char     *locale;   /* interned; NULL: not said */
  guint32        *passages; /* each: field, number of entries, entries */
  guint32         n_words;  /* of passages, in 32 bits */
  guint32         lengths[COR_SEARCH_N_LENGTHS];
  gboolean        is_alive;
  CorSearchFacets facets;
} CorSearchDoc;

CorSearchIndex *cor_search_index_new (void) G_GNUC_WARN_UNUSED_RESULT;
CorSearchIndex *cor_search_index_ref (CorSearchIndex *self);
void            cor_search_index_unref (CorSearchIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorSearchIndex, cor_search_index_unref)

void     cor_search_index_lock (CorSearchIndex *self);
void     cor_search_index_unlock (CorSearchIndex *self);
void     cor_search_index_clear (CorSearchIndex *self);
void     cor_search_index_put (CorSearchIndex *self, gint64 article, const char *locale, const char *stored);
void     cor_search_index_set_facets (CorSearchIndex *self, gint64 article, const CorSearchFacets *facets);
void     cor_search_index_set_warming (CorSearchIndex *self, gboolean is_warming);
gboolean cor_search_index_is_warming (CorSearchIndex *self);
gint64   cor_search_index_get_epoch (CorSearchIndex *self);
gint64   cor_search_index_get_revision (CorSearchIndex *self);
void     cor_search_index_set_state (CorSearchIndex *self, gint64 epoch, gint64 revision);

gboolean            cor_search_index_is_served (CorSearchIndex *self, const char *language);
gboolean            cor_search_doc_is_template (const CorSearchDoc *doc);
guint               cor_search_index_get_n_live (CorSearchIndex *self);
guint               cor_search_index_get_n_passages (CorSearchIndex *self);
guint               cor_search_index_get_n_docs (CorSearchIndex *self);
guint               cor_search_index_get_n_terms (CorSearchIndex *self);
CorSearchTerm      *cor_search_index_get_term (CorSearchIndex *self, guint term);
const CorSearchDoc *cor_search_index_get_doc (CorSearchIndex *self, guint doc);
const CorSearchDoc *cor_search_index_find_doc (CorSearchIndex *self, gint64 article);
double              cor_search_index_get_mean (CorSearchIndex *self, CorSearchLength length);
float               cor_search_index_get_rarity (CorSearchIndex *self, guint term);
guint16            *cor_search_index_get_marks (CorSearchIndex *self);
gboolean            cor_search_index_find (CorSearchIndex *self, CorSearchKind kind, const char *text, guint *term);
gboolean            cor_search_index_find_concept (CorSearchIndex *self, guint concept, guint *term);
guint               cor_search_index_get_pair_n_docs (CorSearchIndex *self, guint concept_a, guint concept_b);
const GArray       *cor_search_index_get_words (CorSearchIndex *self);
guint32             cor_search_index_list_letters (const char *word, gsize len);
guint32             cor_search_index_read_head (const char *word);
CorSearchReadings  *cor_search_index_get_readings (CorSearchIndex *self);

G_END_DECLS

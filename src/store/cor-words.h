/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store.h"
#include "cor-terms.h"

G_BEGIN_DECLS

/*
 * The full-text index of messages and of customers (design.md, "The store"): text/ makes the terms, FTS5
 * keeps which documents have them, and how common each is stands in a table of ours. For the files
 * cor-words-*.c and the searches over it.
 */

typedef enum
{
  COR_WORDS_MESSAGES,
  COR_WORDS_CUSTOMERS,
  COR_WORDS_N_KINDS,
} CorWordsKind;

/* Stored. */
typedef enum
{
  COR_WORDS_WORD = 0,
  COR_WORDS_CODE = 1, /* a number, a reference */
  COR_WORDS_SIGN = 2, /* one or two of a script without blanks */
} CorWordsTerm;

/* The statements of a kind. */
typedef struct
{
  const char *name;
  const char *words_put, *words_clear, *words_find;
  const char *doc_put, *doc_last, *doc_kill, *doc_clear, *doc_count_dead;
  const char *term_put, *term_get, *term_complete, *term_clear;
  const char *todo, *todo_drop, *todo_clear, *backfill, *newest;
} CorWordsSql;

extern const CorWordsSql cor_words_sql[COR_WORDS_N_KINDS];

/* The terms of one document, each once: text → CorWordsTerm. */
GHashTable *cor_words_bag_new (void) G_GNUC_WARN_UNUSED_RESULT;
void        cor_words_bag_add (GHashTable *bag, CorWordsKind kind, const char *text);
void        cor_words_bag_add_name (GHashTable *bag, const char *name);
void        cor_words_bag_add_phone (GHashTable *bag, const char *phone);

/* Counts of terms that are not written yet: the commonest are in every document. */
typedef struct
{
  GHashTable *counts[COR_WORDS_N_KINDS];
} CorWordsWriter;

CorWordsWriter *cor_words_writer_new (void) G_GNUC_WARN_UNUSED_RESULT;
void            cor_words_writer_free (CorWordsWriter *self);

void     cor_words_tidy (CorDb *db);
gboolean cor_words_step (CorDb *db, CorWordsWriter *writer);
void     cor_words_flush (CorDb *db, CorWordsWriter *writer);
gboolean cor_words_is_behind (CorDb *db, CorWordsKind kind);
guint    cor_words_count_waiting (CorDb *db);

G_END_DECLS

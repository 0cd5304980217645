/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  COR_ARTICLE_ARTICLE,
  COR_ARTICLE_SOP,      /* numbered steps of a procedure */
  COR_ARTICLE_BULLETIN, /* a rule that applies from a day on */
  COR_ARTICLE_TEMPLATE, /* a reply template, here so that one search finds all */
} CorArticleKind;

/* What this agent did with an article, in whatever language, and with this text of it. */
typedef struct
{
  gboolean is_favourite;
  gint64   used_at; /* put into a reply, or linked; 0 never */
  guint    n_used;
  gint64   acknowledged_at;       /* a bulletin; 0 not */
  gint64   read_at;               /* this text; 0 never */
  gboolean is_changed_since_read; /* its title or body is another than the one read then */
} CorArticleReading;

/*
 * CorArticleData: one text of an article in one language, wherever it is from. Strings are owned. Lists are
 * one entry a line, and NULL where they are empty.
 */
typedef struct
{
  gint64         id;      /* local; 0: not put yet */
  gint64         account; /* 0: of no account */
  char          *source;  /* "import", "own", "help-centre", "pack:ID" */
  char          *remote_id;
  char          *slug;   /* what its translations share; NULL: its own remote id */
  char          *locale; /* BCP 47, or NULL */
  CorArticleKind kind;
  char          *title;
  char          *body;       /* Markdown or plain; NULL in lists */
  char          *questions;  /* that it answers, a list; NULL in lists */
  char          *tags;       /* a list */
  char          *category;   /* or NULL */
  char          *url;        /* public, or NULL */
  char          *audience;   /* "public", "internal", "restricted"; NULL: public */
  char          *corridors;  /* a list: "GB-CN", "*-CN", "EU-EU" */
  char          *currencies; /* a list: ISO 4217 */
  char          *effective;  /* of a bulletin: the day, "2026-11-14" */
  char          *sources;    /* a list: where it is written */
  char          *reviewed;   /* the day, or NULL */
  char          *owner;      /* the team that answers for it, or NULL */
  char          *templates;  /* a list: ids of reply templates that carry its answer */
  char          *see;        /* a list: slugs */
  char          *version;    /* as the source counts, or NULL */
  char          *digest;     /* of title and body, by cor_article_data_dup_digest(); what a reply that quotes it names */
  gint64         updated_at; /* seconds since the epoch; 0 unknown */
  gint64         came_at;    /* when it was put here first */

  CorArticleReading reading;
} CorArticleData;

CorArticleData *cor_article_data_new (void) G_GNUC_WARN_UNUSED_RESULT;
void            cor_article_data_free (CorArticleData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorArticleData, cor_article_data_free)

char       *cor_article_data_dup_digest (const CorArticleData *self) G_GNUC_WARN_UNUSED_RESULT;
char       *cor_article_data_dup_fingerprint (const CorArticleData *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean    cor_article_data_is_public (const CorArticleData *self);
const char *cor_article_kind_to_string (CorArticleKind kind);
gboolean    cor_article_kind_from_string (const char *text, CorArticleKind *kind);

G_END_DECLS

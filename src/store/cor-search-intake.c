/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-search-intake"

#include "config.h"

#include "cor-search-concepts.h"
#include "cor-search-index-private.h"

#include <string.h>

#define MAX_TERMS 0xffffff
#define MAX_COUNT 0xff

/* How much a word in a field counts in the body's sum; of a title also its own part of the score. */
static const guint field_weights[COR_SEARCH_N_FIELDS] = {
  [COR_SEARCH_TITLE] = 1,
  [COR_SEARCH_HEADING] = 1,
  [COR_SEARCH_QUESTION] = 1,
  [COR_SEARCH_BODY] = 1,
  [COR_SEARCH_TAG] = 2,
};

static guint
add_term (CorSearchIndex *self,
          CorSearchKind   kind,
          const char     *text)
{
  CorSearchTerm *term = g_new0 (CorSearchTerm, 1);
  guint          number = self->terms->len;

  term->kind = kind;
  term->text = kind == COR_SEARCH_CONCEPT ? text : g_string_chunk_insert (self->texts, text);
  term->postings = g_array_new (FALSE, FALSE, sizeof (CorSearchPosting));
  g_ptr_array_add (self->terms, term);
  if (kind != COR_SEARCH_CONCEPT)
    g_hash_table_insert (self->numbers[kind], (gpointer) term->text, GUINT_TO_POINTER (number + 1));
  if (kind == COR_SEARCH_WORD)
    {
      CorSearchWord word = { .term = number, .len = (guint32) strlen (text) };

      word.letters = cor_search_index_list_letters (text, word.len);
      word.head = cor_search_index_read_head (text);
      g_array_append_val (self->words, word);
    }
  return number;
}

typedef struct
{
  guint term;
  guint count, in_title;
  guint passage, entry; /* the last passage that has it, and where in it */
} Count;

/* One article while it is taken in. */
typedef struct
{
  CorSearchIndex *index;
  CorSearchDoc   *doc;
  guint32         number;
  GArray         *entries;  /* guint32: of the passage */
  GArray         *passages; /* guint32 */
  GArray         *counts;   /* Count: of the article; the index's marks say which, + 1, is a term's */
  guint           n_passages;
  GArray         *concepts; /* guint: of the passage */
} Intake;

static void
count_term (Intake        *intake,
            guint          term,
            CorSearchField field)
{
  guint16 *marks = cor_search_index_get_marks (intake->index);
  Count   *count = NULL;

  if (marks[term] == 0)
    {
      Count first = { .term = term };

      /* an article of more different words than that is none */
      if (intake->counts->len == G_MAXUINT16)
        return;
      g_array_append_val (intake->counts, first);
      marks[term] = (guint16) intake->counts->len;
    }
  count = &g_array_index (intake->counts, Count, marks[term] - 1);
  count->count = MIN (count->count + field_weights[field], G_MAXUINT16);
  count->in_title = MIN (count->in_title + (field == COR_SEARCH_TITLE), G_MAXUINT16);
  if (count->passage == intake->n_passages)
    {
      guint32 *entry = &g_array_index (intake->entries, guint32, count->entry);

      *entry += COR_SEARCH_ENTRY_COUNT (*entry) < MAX_COUNT ? 1u << 24 : 0;
      return;
    }
  count->passage = intake->n_passages;
  count->entry = intake->entries->len;
  g_array_append_val (intake->entries, ((guint32[]){ term | 1u << 24 })[0]);
  ((CorSearchTerm *) g_ptr_array_index (intake->index->terms, term))->n_passages++;
}

static void
take_term (Intake        *intake,
           CorSearchKind  kind,
           const char    *text,
           CorSearchField field)
{
  guint term = 0;

  if (!cor_search_index_find (intake->index, kind, text, &term))
    {
      if (intake->index->terms->len > MAX_TERMS)
        return;
      term = add_term (intake->index, kind, text);
    }
  count_term (intake, term, field);
  intake->doc->lengths[COR_SEARCH_LENGTH_WORDS] += field_weights[field];
  intake->doc->lengths[COR_SEARCH_LENGTH_TITLE] += field == COR_SEARCH_TITLE;
  if (kind == COR_SEARCH_WORD)
    {
      gsize len = strlen (text) + 1; /* with the mark of its beginning */

      intake->doc->lengths[COR_SEARCH_LENGTH_GRAMS] += (guint32) ((len >= 3 ? len - 2 : 0) + (len >= 4 ? len - 3 : 0));
    }
}

static void
take_concepts (Intake        *intake,
               CorSearchField field)
{
  CorSearchIndex *index = intake->index;

  for (guint i = 0; i < intake->concepts->len; i++)
    {
      guint concept = g_array_index (intake->concepts, guint, i);

      if (index->concepts[concept] == 0)
        {
          guint          term = add_term (index, COR_SEARCH_CONCEPT, cor_search_concepts_get_name (concept));
          CorSearchTerm *made = g_ptr_array_index (index->terms, term);

          made->concept = concept;
          index->concepts[concept] = term + 1;
        }
      count_term (intake, index->concepts[concept] - 1, field);
      if (!cor_search_concepts_is_term (concept))
        intake->doc->lengths[COR_SEARCH_LENGTH_CONCEPTS] += field_weights[field];
    }
}

/* Counts the article once for each two concepts that one of its passages has; @step is 1 or -1. */
static void
count_pairs (CorSearchIndex *self,
             CorSearchDoc   *doc,
             guint32         mark,
             int             step)
{
  gsize n = cor_search_concepts_get_n ();

  for (guint32 at = 0; at < doc->n_words;)
    {
      guint32 n_entries = doc->passages[at + 1];
      guint   found[64];
      guint   n_found = 0;

      for (guint32 i = 0; i < n_entries && n_found < G_N_ELEMENTS (found); i++)
        {
          const CorSearchTerm *term = g_ptr_array_index (self->terms, COR_SEARCH_ENTRY_TERM (doc->passages[at + 2 + i]));

          if (term->kind == COR_SEARCH_CONCEPT && !cor_search_concepts_is_term (term->concept))
            found[n_found++] = term->concept;
        }
      at += 2 + n_entries;
      if (step > 0)
        doc->lengths[COR_SEARCH_LENGTH_PAIRS] += n_found > 0 ? n_found * (n_found - 1) / 2 : 0;
      for (guint i = 0; i < n_found; i++)
        for (guint j = i + 1; j < n_found; j++)
          {
            gsize pair = MIN (found[i], found[j]) * n + MAX (found[i], found[j]);

            if (self->pair_marks[pair] == mark)
              continue;
            self->pair_marks[pair] = mark;
            self->pairs[pair] += (guint32) step;
          }
    }
}

static void
take_passage (CorSearchField field,
              const CorTerm *terms,
              guint          n_terms,
              gpointer       user_data)
{
  Intake *intake = user_data;
  guint32 header[2] = { field, 0 };

  intake->n_passages++; /* from 1 */
  g_array_set_size (intake->entries, 0);
  g_array_set_size (intake->concepts, 0);
  for (guint i = 0; i < n_terms; i++)
    {
      if (terms[i].kind == COR_TERM_SIGN)
        {
          take_term (intake, COR_SEARCH_SIGN, terms[i].text, field);
          if (i > 0 && terms[i - 1].kind == COR_TERM_SIGN)
            {
              g_autofree char *pair = g_strconcat (terms[i - 1].text, terms[i].text, NULL);

              take_term (intake, COR_SEARCH_SIGN, pair, field);
            }
        }
      else if (terms[i].kind != COR_TERM_PAUSE)
        take_term (intake, COR_SEARCH_WORD, terms[i].text, field);
    }
  cor_search_concepts_find (terms, n_terms, intake->concepts);
  take_concepts (intake, field);
  header[1] = intake->entries->len;
  g_array_append_vals (intake->passages, header, 2);
  g_array_append_vals (intake->passages, intake->entries->data, intake->entries->len);
}

/* The article's postings stay until all is read again; nobody looks at them. */
static void
kill_doc (CorSearchIndex *self,
          guint           number)
{
  CorSearchDoc *doc = &g_array_index (self->docs, CorSearchDoc, number);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint32 at = 0; at < doc->n_words; at += 2 + doc->passages[at + 1])
    {
      self->n_passages--;
      for (guint32 i = 0; i < doc->passages[at + 1]; i++)
        {
          guint          entry = COR_SEARCH_ENTRY_TERM (doc->passages[at + 2 + i]);
          CorSearchTerm *term = g_ptr_array_index (self->terms, entry);

          term->n_passages--;
          if (g_hash_table_add (seen, GUINT_TO_POINTER (entry)))
            term->n_docs--;
        }
    }
  /* a mark that no article has put */
  count_pairs (self, doc, G_MAXUINT32 - number, -1);
  for (guint i = 0; i < COR_SEARCH_N_LENGTHS; i++)
    self->sums[i] -= doc->lengths[i];
  self->n_live--;
  cor_search_index_count_article (self, doc, -1);
  doc->is_alive = FALSE;
  g_clear_pointer (&doc->passages, g_free);
  doc->n_words = 0;
}

static void
post (CorSearchIndex *self,
      Intake         *intake)
{
  guint16 *marks = cor_search_index_get_marks (self);

  for (guint i = 0; i < intake->counts->len; i++)
    {
      const Count     *count = &g_array_index (intake->counts, Count, i);
      CorSearchTerm   *term = g_ptr_array_index (self->terms, count->term);
      CorSearchPosting posting = { intake->number, (guint16) count->count, (guint16) count->in_title };

      g_array_append_val (term->postings, posting);
      term->n_docs++;
      /* what came last is among the best until they are chosen anew */
      if (term->champions != NULL)
        g_array_append_val (term->champions, posting);
      marks[count->term] = 0;
    }
}

/**
 * cor_search_index_put:
 * @article: its local id
 * @locale: (nullable): of the article
 * @stored: from cor_search_text_make()
 *
 * Takes an article in, in place of an earlier one of the same id.
 */
void
cor_search_index_put (CorSearchIndex *self,
                      gint64          article,
                      const char     *locale,
                      const char     *stored)
{
  CorSearchDoc doc = { .article = article, .locale = g_intern_string (locale), .is_alive = TRUE };
  guint        earlier = GPOINTER_TO_UINT (g_hash_table_lookup (self->articles, &article));
  Intake       intake = { .index = self, .doc = &doc, .number = self->docs->len };

  self->n_changes++;
  if (earlier != 0)
    kill_doc (self, earlier - 1);
  intake.entries = g_array_new (FALSE, FALSE, sizeof (guint32));
  intake.passages = g_array_new (FALSE, FALSE, sizeof (guint32));
  intake.concepts = g_array_new (FALSE, FALSE, sizeof (guint));
  intake.counts = g_array_new (FALSE, FALSE, sizeof (Count));
  cor_search_text_foreach (stored, take_passage, &intake);

  post (self, &intake);
  doc.n_words = intake.passages->len;
  doc.passages = (guint32 *) (gpointer) g_array_free (intake.passages, FALSE);
  count_pairs (self, &doc, intake.number + 1, 1);
  for (guint i = 0; i < COR_SEARCH_N_LENGTHS; i++)
    self->sums[i] += doc.lengths[i];
  self->n_live++;
  cor_search_index_count_article (self, &doc, 1);
  self->n_passages += intake.n_passages;
  g_array_append_val (self->docs, doc);
  g_hash_table_replace (self->articles, g_memdup2 (&article, sizeof article), GUINT_TO_POINTER (intake.number + 1));
  g_array_unref (intake.entries);
  g_array_unref (intake.concepts);
  g_array_unref (intake.counts);
}

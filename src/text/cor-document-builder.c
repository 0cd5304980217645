/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-document"

#include "config.h"

#include "cor-document-builder.h"

#include <string.h>

/* Quotes and lists in one another; deeper ones show at this depth. */
#define MAX_DEPTH 8
/* An article has some hundreds; tables of nothing but bars could have millions. */
#define MAX_BLOCKS 60000
#define MAX_ID 80

typedef struct
{
  CorLinkKind kind;
  const char *target;
  gboolean    has_text;
} Link;

gboolean
cor_block_is_leaf (CorBlockKind kind)
{
  return kind == COR_BLOCK_PARAGRAPH || kind == COR_BLOCK_HEADING || kind == COR_BLOCK_CODE || kind == COR_BLOCK_IMAGE ||
         kind == COR_BLOCK_RULE || kind == COR_BLOCK_CELL;
}

static CorBlock *
add_block (CorDocumentBuilder *self, CorBlock *parent, CorBlockKind kind)
{
  CorBlock *block = g_new0 (CorBlock, 1);

  block->kind = kind;
  block->start = block->end = (guint) self->text->len;
  if (cor_block_is_leaf (kind))
    block->runs = g_array_new (FALSE, FALSE, sizeof (CorRun));
  else
    block->children = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_block_free);
  g_ptr_array_add (parent->children, block);
  if (++self->n_blocks > MAX_BLOCKS)
    self->is_full = TRUE;
  return block;
}

static CorBlock *
get_top (CorDocumentBuilder *self)
{
  for (guint i = self->open->len; i > 0; i--)
    if (g_ptr_array_index (self->open, i - 1) != NULL)
      return g_ptr_array_index (self->open, i - 1);
  return self->root;
}

static gboolean
is_implicit (CorDocumentBuilder *self)
{
  return self->leaf != NULL && get_top (self) != self->leaf;
}

static CorBlock *
get_last_or_add (CorDocumentBuilder *self, CorBlock *parent, CorBlockKind kind)
{
  if (parent->children->len > 0)
    return g_ptr_array_index (parent->children, parent->children->len - 1);
  return add_block (self, parent, kind);
}

/* Where a block goes that is not what its surroundings are made of, as between the items of a list. */
static CorBlock *
get_parent (CorDocumentBuilder *self, CorBlockKind *kind)
{
  CorBlock *top = get_top (self);

  if (top->kind == COR_BLOCK_LIST && *kind != COR_BLOCK_ITEM)
    return get_last_or_add (self, top, COR_BLOCK_ITEM);
  if (top->kind == COR_BLOCK_TABLE && *kind != COR_BLOCK_ROW)
    top = add_block (self, top, COR_BLOCK_ROW);
  if (top->kind == COR_BLOCK_ROW)
    *kind = COR_BLOCK_CELL;
  return top;
}

static void
begin_leaf (CorDocumentBuilder *self, CorBlock *leaf)
{
  self->leaf = leaf;
  self->is_begun = FALSE;
  self->breaks = 0;
  self->is_blank = FALSE;
  self->is_soft = FALSE;
}

static void
trim_leaf (CorDocumentBuilder *self)
{
  GArray *runs = self->leaf->runs;
  gsize   len = self->text->len;

  while (len > self->leaf->start && (self->text->str[len - 1] == ' ' || self->text->str[len - 1] == '\n'))
    len--;
  g_string_truncate (self->text, len);
  while (runs->len > 0 && g_array_index (runs, CorRun, runs->len - 1).start >= len)
    g_array_set_size (runs, runs->len - 1);
  if (runs->len > 0)
    g_array_index (runs, CorRun, runs->len - 1).end = (guint) len;
}

/* What a link to a heading names: its words in lower case, as most help centres make it. */
static const char *
make_id (CorDocumentBuilder *self, const char *title, gsize len)
{
  g_autoptr (GString) id = g_string_new (NULL);
  g_autofree char *unique = NULL;
  guint            n; /* the next number to try */

  for (const char *p = title; p < title + len && id->len < MAX_ID; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '_')
        g_string_append_unichar (id, g_unichar_tolower (c));
      else if (c == ' ' || c == '-')
        g_string_append_c (id, '-');
    }
  if (id->len == 0)
    g_string_append (id, "section");
  n = GPOINTER_TO_UINT (g_hash_table_lookup (self->ids, id->str));
  for (unique = g_strdup (id->str); g_hash_table_contains (self->ids, unique); n++)
    {
      g_free (unique);
      unique = g_strdup_printf ("%s-%u", id->str, n);
    }
  g_hash_table_insert (self->ids, g_string_chunk_insert_const (self->strings, id->str), GUINT_TO_POINTER (MAX (n, 1)));
  if (!g_str_equal (unique, id->str))
    g_hash_table_insert (self->ids, g_string_chunk_insert_const (self->strings, unique), GUINT_TO_POINTER (1));
  return g_string_chunk_insert_const (self->strings, unique);
}

static void
end_leaf (CorDocumentBuilder *self)
{
  CorBlock *leaf = self->leaf;

  if (leaf == NULL)
    return;
  if (self->is_begun)
    trim_leaf (self);
  else
    leaf->start = (guint) self->text->len;
  leaf->end = (guint) self->text->len;
  if (leaf->kind == COR_BLOCK_HEADING)
    leaf->id = make_id (self, self->text->str + leaf->start, leaf->end - leaf->start);
  if (leaf->kind == COR_BLOCK_PARAGRAPH && leaf->runs->len == 1 && g_array_index (leaf->runs, CorRun, 0).link == COR_LINK_IMAGE)
    {
      leaf->kind = COR_BLOCK_IMAGE;
      leaf->target = g_array_index (leaf->runs, CorRun, 0).target;
    }
  begin_leaf (self, NULL);
}

static void
ensure_leaf (CorDocumentBuilder *self)
{
  CorBlockKind kind = COR_BLOCK_PARAGRAPH;
  CorBlock    *parent = NULL;

  if (self->leaf != NULL)
    return;
  parent = get_parent (self, &kind);
  begin_leaf (self, add_block (self, parent, kind));
}

/* Pays what is owed before a letter. Lines of a script without blanks are joined without one. */
static void
settle (CorDocumentBuilder *self, gunichar next)
{
  ensure_leaf (self);
  if (!self->is_begun)
    {
      if (self->text->len > 0)
        g_string_append_c (self->text, self->leaf->kind == COR_BLOCK_CELL ? '\t' : '\n');
      self->leaf->start = (guint) self->text->len;
      self->is_begun = TRUE;
    }
  else if (self->breaks > 0)
    g_string_append_c (self->text, '\n');
  else if (self->is_blank)
    {
      gunichar last = g_utf8_get_char (g_utf8_prev_char (self->text->str + self->text->len));

      if (!self->is_soft || !g_unichar_iswide (last) || !g_unichar_iswide (next))
        g_string_append_c (self->text, ' ');
    }
  self->breaks = 0;
  self->is_blank = FALSE;
  self->is_soft = FALSE;
}

static void
put_char (CorDocumentBuilder *self, gunichar c)
{
  GArray     *runs = NULL;
  CorRun     *last = NULL;
  const Link *link = self->links->len > 0 ? &g_array_index (self->links, Link, self->links->len - 1) : NULL;
  CorRun      run = { 0 };

  settle (self, c);
  runs = self->leaf->runs;
  g_string_append_unichar (self->text, c);
  for (guint i = 0; i < COR_RUN_N_STYLES; i++)
    run.style |= self->n_styles[i] > 0 ? 1U << i : 0;
  run.link = link ? link->kind : COR_LINK_NONE;
  run.target = link ? link->target : NULL;
  run.end = (guint) self->text->len;
  last = runs->len > 0 ? &g_array_index (runs, CorRun, runs->len - 1) : NULL;
  if (link != NULL)
    g_array_index (self->links, Link, self->links->len - 1).has_text = TRUE;
  if (last != NULL && last->style == run.style && last->link == run.link && last->target == run.target)
    {
      last->end = run.end;
      return;
    }
  /* the blank between goes with what is plainer */
  run.start = self->leaf->start;
  if (last != NULL)
    run.start = last->style != 0 || last->link != COR_LINK_NONE ? last->end : (guint) (self->text->len - (gsize) g_unichar_to_utf8 (c, NULL));
  if (last != NULL)
    last->end = run.start;
  g_array_append_val (runs, run);
}

/* Controls are no text, and an override of the direction shows another text than is there. */
static gboolean
is_invisible (gunichar c)
{
  return g_unichar_iscntrl (c) || c == 0x202d || c == 0x202e || c == 0xfeff || c == 0xfffc;
}

void
cor_document_builder_init (CorDocumentBuilder *self)
{
  *self = (CorDocumentBuilder){ 0 };
  self->text = g_string_new (NULL);
  self->root = g_new0 (CorBlock, 1);
  self->root->children = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_block_free);
  self->open = g_ptr_array_new ();
  self->strings = g_string_chunk_new (256);
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->links = g_array_new (FALSE, FALSE, sizeof (Link));
}

void
cor_document_builder_clear (CorDocumentBuilder *self)
{
  g_clear_pointer (&self->root, cor_block_free);
  g_clear_pointer (&self->open, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_clear_pointer (&self->links, g_array_unref);
  g_clear_pointer (&self->strings, g_string_chunk_free);
  if (self->text != NULL)
    g_string_free (g_steal_pointer (&self->text), TRUE);
}

/* What stands where it does not belong, as a row outside of a table, or too deep, is no block. */
static gboolean
is_misplaced (CorDocumentBuilder *self, CorBlockKind kind)
{
  CorBlockKind top = get_top (self)->kind;

  if (kind == COR_BLOCK_ROOT)
    return TRUE;
  if (kind == COR_BLOCK_ITEM)
    return top != COR_BLOCK_LIST;
  if (kind == COR_BLOCK_ROW)
    return top != COR_BLOCK_TABLE;
  if (kind == COR_BLOCK_CELL)
    return top != COR_BLOCK_ROW;
  if (cor_block_is_leaf (kind))
    return FALSE;
  return self->depth >= MAX_DEPTH || top == COR_BLOCK_TABLE || top == COR_BLOCK_ROW;
}

/* Returns NULL for what does not become a block: then it only separates. */
CorBlock *
cor_document_builder_open (CorDocumentBuilder *self, CorBlockKind kind)
{
  CorBlock *block = NULL;

  if (is_implicit (self))
    end_leaf (self);
  if (self->leaf != NULL || self->is_full)
    cor_document_builder_break (self);
  else if (!is_misplaced (self, kind))
    {
      CorBlock *parent = get_parent (self, &kind);

      block = add_block (self, parent, kind);
      if (kind == COR_BLOCK_ITEM && parent->number > 0)
        block->number = parent->number++;
      if (cor_block_is_leaf (kind))
        begin_leaf (self, block);
      else
        self->depth++;
    }
  g_ptr_array_add (self->open, block);
  return block;
}

void
cor_document_builder_close (CorDocumentBuilder *self)
{
  CorBlock *block = NULL;

  if (self->open->len == 0)
    return;
  block = g_ptr_array_index (self->open, self->open->len - 1);
  if (is_implicit (self) || (block != NULL && block == self->leaf))
    end_leaf (self);
  else if (self->leaf != NULL)
    cor_document_builder_break (self);
  if (block != NULL && !cor_block_is_leaf (block->kind) && self->depth > 0)
    self->depth--;
  g_ptr_array_set_size (self->open, (int) self->open->len - 1);
}

/* @text is valid UTF-8 and shown as it is, but for what nobody sees. */
void
cor_document_builder_text (CorDocumentBuilder *self, const char *text, gsize len)
{
  gboolean is_code = self->leaf != NULL && self->leaf->kind == COR_BLOCK_CODE;

  for (const char *p = text; p < text + len && !self->is_full; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' && is_code)
        put_char (self, '\n');
      else if (c == '\n')
        cor_document_builder_soft_break (self);
      else if (c == '\t')
        put_char (self, is_code ? '\t' : ' ');
      else if (!is_invisible (c) && (c != ' ' || is_code || (self->leaf != NULL && self->is_begun && self->breaks == 0)))
        put_char (self, c);
    }
}

/* The same with white space as HTML has it: any amount is one blank. */
void
cor_document_builder_flow (CorDocumentBuilder *self, const char *text, gsize len)
{
  for (const char *p = text; p < text + len && !self->is_full; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == ' ' || (c >= '\t' && c <= '\r'))
        {
          self->is_soft = c == '\n' || (self->is_blank && self->is_soft);
          self->is_blank = self->leaf != NULL && self->is_begun;
        }
      else if (!is_invisible (c))
        put_char (self, c);
    }
}

/* Paragraphs of text without any markup. */
void
cor_document_builder_plain (CorDocumentBuilder *self, const char *text)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n\n", -1);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      g_auto (GStrv) lines = g_strsplit (paragraphs[i], "\n", -1);

      cor_document_builder_open (self, COR_BLOCK_PARAGRAPH);
      for (guint n = 0; lines[n] != NULL; n++)
        {
          cor_document_builder_break (self);
          cor_document_builder_text (self, lines[n], strlen (lines[n]));
        }
      cor_document_builder_close (self);
    }
}

void
cor_document_builder_break (CorDocumentBuilder *self)
{
  self->breaks = self->leaf != NULL && self->is_begun ? 1 : 0;
}

void
cor_document_builder_soft_break (CorDocumentBuilder *self)
{
  self->is_soft = self->is_blank = self->leaf != NULL && self->is_begun;
}

void
cor_document_builder_style (CorDocumentBuilder *self, guint style, gboolean is_on)
{
  for (guint i = 0; i < COR_RUN_N_STYLES; i++)
    if (style & (1U << i))
      {
        if (is_on)
          self->n_styles[i]++;
        else if (self->n_styles[i] > 0)
          self->n_styles[i]--;
      }
}

void
cor_document_builder_open_link (CorDocumentBuilder *self, const char *address)
{
  g_autofree char *target = NULL;
  Link             link = { cor_link_classify (address, &target), NULL, FALSE };

  link.target = target ? g_string_chunk_insert_const (self->strings, target) : NULL;
  g_array_append_val (self->links, link);
}

/* An image in a link keeps what it shows: the link would hide that there is one. */
void
cor_document_builder_open_image (CorDocumentBuilder *self, const char *address)
{
  g_autofree char *target = NULL;
  Link             link = { COR_LINK_IMAGE, NULL, FALSE };

  if (cor_link_classify (address, &target) == COR_LINK_WEB && g_ascii_strncasecmp (target, "http", 4) == 0)
    link.target = g_string_chunk_insert_const (self->strings, target);
  g_array_append_val (self->links, link);
}

static void
name_image (CorDocumentBuilder *self, const Link *link)
{
  g_autoptr (GUri) uri = link->target ? g_uri_parse (link->target, G_URI_FLAGS_NONE, NULL) : NULL;
  const char *slash = uri ? strrchr (g_uri_get_path (uri), '/') : NULL;
  const char *name = slash != NULL && slash[1] != '\0' && g_utf8_validate (slash, -1, NULL) ? slash + 1 : "…";

  cor_document_builder_text (self, name, strlen (name));
}

void
cor_document_builder_close_link (CorDocumentBuilder *self)
{
  Link link;

  if (self->links->len == 0)
    return;
  link = g_array_index (self->links, Link, self->links->len - 1);
  if (link.kind == COR_LINK_IMAGE && !link.has_text)
    name_image (self, &link);
  g_array_set_size (self->links, self->links->len - 1);
}

static gboolean
is_empty (const CorBlock *block)
{
  if (block->kind == COR_BLOCK_PARAGRAPH || block->kind == COR_BLOCK_HEADING)
    return block->runs->len == 0;
  return block->children != NULL && block->children->len == 0 && block->kind != COR_BLOCK_ITEM;
}

/* Where a container begins and ends follows from what is in it; what is empty goes. */
static void
settle_ranges (CorBlock *block, guint at)
{
  g_autoptr (GPtrArray) children = g_steal_pointer (&block->children);

  block->children = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_block_free);
  block->start = block->end = at;
  for (guint i = 0; i < children->len; i++)
    {
      CorBlock *child = g_ptr_array_index (children, i);

      if (child->children != NULL)
        settle_ranges (child, block->end);
      if (is_empty (child))
        continue;
      if (block->children->len == 0)
        block->start = child->start;
      block->end = child->end;
      if (child->kind == COR_BLOCK_ROW)
        block->n_columns = MAX (block->n_columns, child->children->len);
      g_ptr_array_add (block->children, child);
      children->pdata[i] = NULL;
    }
}

/* The builder is empty after it. */
CorDocument *
cor_document_builder_finish (CorDocumentBuilder *self)
{
  CorDocument *document = NULL;

  end_leaf (self);
  settle_ranges (self->root, 0);
  document = cor_document_new_taking (g_steal_pointer (&self->root), g_string_free (g_steal_pointer (&self->text), FALSE),
                                      g_steal_pointer (&self->strings));
  cor_document_builder_clear (self);
  return document;
}

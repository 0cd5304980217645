/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-document"

#include "config.h"

#include "cor-document-builder.h"

#include <libxml/HTMLparser.h>
#include <md4c.h>
#include <string.h>

/* Longer ones are no addresses; a definition used a thousand times is copied as often. */
#define MAX_ADDRESS 4096

/* The parser's time grows with the square of these, which no article comes near. */
#define MAX_MARKS 60      /* of quotes and lists at the start of a line */
#define MAX_ADDRESSES 200 /* bare ones on a line */

typedef struct
{
  CorDocumentBuilder *builder;
  GString            *html; /* of the HTML block that is open, or NULL */
} Reader;

/* The names that HTML 4 knows; others are text. */
static gunichar
get_entity (const char *name, gsize len)
{
  g_autofree char      *bare = len > 2 ? g_strndup (name + 1, len - 2) : NULL;
  const htmlEntityDesc *entity = NULL;
  gunichar              c;

  if (bare == NULL)
    return 0;
  if (bare[0] != '#')
    {
      entity = g_str_equal (bare, "apos") ? NULL : htmlEntityLookup ((const xmlChar *) bare);
      return entity ? entity->value : g_str_equal (bare, "apos") ? '\''
                                                                 : 0;
    }
  c = (gunichar) (bare[1] == 'x' || bare[1] == 'X' ? g_ascii_strtoull (bare + 2, NULL, 16) : g_ascii_strtoull (bare + 1, NULL, 10));
  return g_unichar_validate (c) && c != 0 ? c : 0xfffd;
}

static void
append_entity (GString *out, const char *text, gsize len)
{
  gunichar c = get_entity (text, len);

  if (c != 0)
    g_string_append_unichar (out, c);
  else
    g_string_append_len (out, text, (gssize) len);
}

static char *
dup_attribute (const MD_ATTRIBUTE *attribute)
{
  GString *out = g_string_new (NULL);

  if (attribute->text != NULL && attribute->size <= MAX_ADDRESS)
    for (guint i = 0; attribute->substr_offsets[i] < attribute->size; i++)
      {
        const char *part = attribute->text + attribute->substr_offsets[i];
        gsize       len = attribute->substr_offsets[i + 1] - attribute->substr_offsets[i];

        if (attribute->substr_types[i] == MD_TEXT_ENTITY)
          append_entity (out, part, len);
        else
          g_string_append_len (out, part, (gssize) len);
      }
  return g_string_free (out, FALSE);
}

static void
enter_list (CorDocumentBuilder *builder, gboolean is_tight, guint start)
{
  CorBlock *list = cor_document_builder_open (builder, COR_BLOCK_LIST);

  if (list == NULL)
    return;
  list->is_tight = is_tight;
  list->number = MIN (start, 999999);
}

static void
enter_item (CorDocumentBuilder *builder, const MD_BLOCK_LI_DETAIL *detail)
{
  CorBlock *item = cor_document_builder_open (builder, COR_BLOCK_ITEM);

  if (item != NULL && detail->is_task)
    item->task = detail->task_mark == ' ' ? COR_TASK_OPEN : COR_TASK_DONE;
}

static void
enter_cell (CorDocumentBuilder *builder, gboolean is_head, const MD_BLOCK_TD_DETAIL *detail)
{
  static const CorAlign aligns[] = {
    [MD_ALIGN_DEFAULT] = COR_ALIGN_DEFAULT,
    [MD_ALIGN_LEFT] = COR_ALIGN_START,
    [MD_ALIGN_CENTER] = COR_ALIGN_CENTER,
    [MD_ALIGN_RIGHT] = COR_ALIGN_END,
  };
  CorBlock *row = builder->open->len > 0 ? g_ptr_array_index (builder->open, builder->open->len - 1) : NULL;
  CorBlock *cell = cor_document_builder_open (builder, COR_BLOCK_CELL);

  if (row != NULL && is_head)
    row->is_head = TRUE;
  if (cell != NULL && (guint) detail->align < G_N_ELEMENTS (aligns))
    cell->align = aligns[detail->align];
}

static int
on_enter_block (MD_BLOCKTYPE type, void *detail, void *data)
{
  Reader             *reader = data;
  CorDocumentBuilder *builder = reader->builder;
  CorBlock           *block = NULL;

  switch (type)
    {
    case MD_BLOCK_QUOTE:
      cor_document_builder_open (builder, COR_BLOCK_QUOTE);
      break;
    case MD_BLOCK_UL:
      enter_list (builder, ((MD_BLOCK_UL_DETAIL *) detail)->is_tight != 0, 0);
      break;
    case MD_BLOCK_OL:
      enter_list (builder, ((MD_BLOCK_OL_DETAIL *) detail)->is_tight != 0, MAX (((MD_BLOCK_OL_DETAIL *) detail)->start, 1));
      break;
    case MD_BLOCK_LI:
      enter_item (builder, detail);
      break;
    case MD_BLOCK_HR:
      cor_document_builder_open (builder, COR_BLOCK_RULE);
      break;
    case MD_BLOCK_H:
      block = cor_document_builder_open (builder, COR_BLOCK_HEADING);
      if (block != NULL && block->kind == COR_BLOCK_HEADING)
        block->level = CLAMP (((MD_BLOCK_H_DETAIL *) detail)->level, 1, 6);
      break;
    case MD_BLOCK_CODE:
      cor_document_builder_open (builder, COR_BLOCK_CODE);
      break;
    case MD_BLOCK_HTML:
      reader->html = g_string_new (NULL);
      break;
    case MD_BLOCK_P:
      cor_document_builder_open (builder, COR_BLOCK_PARAGRAPH);
      break;
    case MD_BLOCK_TABLE:
      cor_document_builder_open (builder, COR_BLOCK_TABLE);
      break;
    case MD_BLOCK_TR:
      cor_document_builder_open (builder, COR_BLOCK_ROW);
      break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      enter_cell (builder, type == MD_BLOCK_TH, detail);
      break;
    case MD_BLOCK_DOC:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
    default:
      break;
    }
  return builder->is_full ? 1 : 0;
}

static int
on_leave_block (MD_BLOCKTYPE type, void *detail, void *data)
{
  Reader *reader = data;

  switch (type)
    {
    case MD_BLOCK_HTML:
      if (reader->html != NULL)
        {
          gboolean is_read = cor_document_read_html (reader->builder, reader->html->str, reader->html->len);

          g_string_free (g_steal_pointer (&reader->html), TRUE);
          return is_read ? 0 : 1;
        }
      break;
    case MD_BLOCK_DOC:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
      break;
    case MD_BLOCK_QUOTE:
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
    case MD_BLOCK_LI:
    case MD_BLOCK_HR:
    case MD_BLOCK_H:
    case MD_BLOCK_CODE:
    case MD_BLOCK_P:
    case MD_BLOCK_TABLE:
    case MD_BLOCK_TR:
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
    default:
      cor_document_builder_close (reader->builder);
    }
  return 0;
}

static guint
get_style (MD_SPANTYPE type)
{
  switch (type)
    {
    case MD_SPAN_EM:
      return COR_RUN_ITALIC;
    case MD_SPAN_STRONG:
      return COR_RUN_BOLD;
    case MD_SPAN_CODE:
      return COR_RUN_CODE;
    case MD_SPAN_DEL:
      return COR_RUN_STRUCK;
    case MD_SPAN_A:
    case MD_SPAN_IMG:
    case MD_SPAN_LATEXMATH:
    case MD_SPAN_LATEXMATH_DISPLAY:
    case MD_SPAN_WIKILINK:
    case MD_SPAN_U:
    default:
      return 0;
    }
}

static int
on_enter_span (MD_SPANTYPE type, void *detail, void *data)
{
  CorDocumentBuilder *builder = ((Reader *) data)->builder;
  g_autofree char    *address = NULL;

  if (type == MD_SPAN_A)
    {
      address = dup_attribute (&((MD_SPAN_A_DETAIL *) detail)->href);
      cor_document_builder_open_link (builder, address);
      return ((MD_SPAN_A_DETAIL *) detail)->href.size > MAX_ADDRESS ? 1 : 0;
    }
  if (type == MD_SPAN_IMG)
    {
      address = dup_attribute (&((MD_SPAN_IMG_DETAIL *) detail)->src);
      cor_document_builder_open_image (builder, address);
      return ((MD_SPAN_IMG_DETAIL *) detail)->src.size > MAX_ADDRESS ? 1 : 0;
    }
  cor_document_builder_style (builder, get_style (type), TRUE);
  return 0;
}

static int
on_leave_span (MD_SPANTYPE type, void *detail, void *data)
{
  CorDocumentBuilder *builder = ((Reader *) data)->builder;

  if (type == MD_SPAN_A || type == MD_SPAN_IMG)
    cor_document_builder_close_link (builder);
  else
    cor_document_builder_style (builder, get_style (type), FALSE);
  return 0;
}

static int
on_text (MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data)
{
  Reader             *reader = data;
  CorDocumentBuilder *builder = reader->builder;
  g_autoptr (GString) entity = NULL;

  switch (type)
    {
    case MD_TEXT_BR:
      cor_document_builder_break (builder);
      break;
    case MD_TEXT_SOFTBR:
      if (builder->keeps_lines)
        cor_document_builder_break (builder);
      else
        cor_document_builder_soft_break (builder);
      break;
    case MD_TEXT_ENTITY:
      entity = g_string_new (NULL);
      append_entity (entity, text, size);
      cor_document_builder_text (builder, entity->str, entity->len);
      break;
    case MD_TEXT_HTML:
      if (reader->html != NULL)
        g_string_append_len (reader->html, text, (gssize) size);
      else
        cor_document_read_tag (builder, text, size);
      break;
    case MD_TEXT_NULLCHAR:
    case MD_TEXT_NORMAL:
    case MD_TEXT_CODE:
    case MD_TEXT_LATEXMATH:
    default:
      cor_document_builder_text (builder, text, size);
    }
  return builder->is_full ? 1 : 0;
}

/* How many marks of quotes and lists a line begins with. */
static guint
count_marks (const char *line)
{
  guint n = 0;

  for (;; n++)
    {
      line += strspn (line, " \t");
      if (*line == '>')
        line++;
      else if (strchr ("-+*", *line) && *line && (line[1] == ' ' || line[1] == '\t'))
        line += 2;
      else if (g_ascii_isdigit (*line))
        {
          line += strspn (line, "0123456789");
          if (*line != '.' && *line != ')')
            return n;
          line++;
        }
      else
        return n;
    }
}

static guint
count_addresses (const char *line, gsize len)
{
  guint       n = 0;
  const char *p = line;

  while ((p = memchr (p, ':', len - (gsize) (p - line))) != NULL)
    {
      n += p[1] == '/' ? 1 : 0;
      p++;
    }
  for (p = line; (p = g_strstr_len (p, (gssize) (len - (gsize) (p - line)), "www.")) != NULL; p += 4)
    n++;
  return n;
}

/* @markdown is valid UTF-8. FALSE when it is made to be expensive: it is to be shown as it is written then. */
gboolean
cor_document_read_markdown (CorDocumentBuilder *self, const char *markdown)
{
  MD_PARSER parser = {
    .flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_PERMISSIVEAUTOLINKS,
    .enter_block = on_enter_block,
    .leave_block = on_leave_block,
    .enter_span = on_enter_span,
    .leave_span = on_leave_span,
    .text = on_text,
  };
  Reader   reader = { self, NULL };
  gboolean is_read;

  for (const char *line = markdown; *line;)
    {
      gsize len = strcspn (line, "\n");

      if (count_marks (line) > MAX_MARKS)
        return FALSE;
      if (count_addresses (line, len) > MAX_ADDRESSES)
        parser.flags &= ~(unsigned) MD_FLAG_PERMISSIVEAUTOLINKS;
      line += len + (line[len] == '\n' ? 1 : 0);
    }
  is_read = md_parse (markdown, (MD_SIZE) strlen (markdown), &parser, &reader) == 0;
  if (reader.html != NULL)
    g_string_free (reader.html, TRUE);
  return is_read;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-document"

#include "config.h"

#include "cor-document.h"

#include <string.h>

/* Writes a part of a document for somebody to read or for another program to set. */
typedef struct
{
  const char  *text;
  CorTextRange range;
  GString     *out;
  GString     *last_indent; /* of the block before */
  GString     *indent;      /* what every line of the block begins with */
  gboolean     is_markdown;
  gboolean     is_first;  /* no block was written yet */
  gboolean     is_tight;  /* the next block follows without an empty line */
  const char  *bullet;    /* of the item that begins with the next block, or NULL */
  gsize        bullet_at; /* bytes of the indent that stand before it */
  guint        n_lists;   /* that are open */
} Writer;

static gboolean
is_in (const Writer *writer, const CorBlock *block)
{
  if (block->start == block->end) /* a rule: not at the border of the part */
    return block->start > writer->range.start && block->end < writer->range.end;
  return block->start < writer->range.end && block->end > writer->range.start;
}

static void
trim (GString *out)
{
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
}

/* Begins a line below the others. */
static void
begin_block (Writer *writer)
{
  gsize indent = writer->bullet ? writer->bullet_at : writer->indent->len;
  gsize shared = 0;

  if (!writer->is_first)
    {
      if (!writer->is_tight)
        {
          g_string_append_c (writer->out, '\n');
          /* it is quoted only between quoted lines */
          while (shared < indent && shared < writer->last_indent->len && writer->indent->str[shared] == writer->last_indent->str[shared])
            shared++;
          g_string_append_len (writer->out, writer->indent->str, (gssize) shared);
          trim (writer->out);
        }
      g_string_append_c (writer->out, '\n');
    }
  g_string_append_len (writer->out, writer->indent->str, (gssize) indent);
  if (writer->bullet != NULL)
    g_string_append (writer->out, writer->bullet);
  g_string_assign (writer->last_indent, writer->indent->str);
  writer->bullet = NULL;
  writer->is_first = FALSE;
  writer->is_tight = FALSE;
}

/* Only what would mean something else is escaped: people read this in the composer. */
static void
write_escaped (Writer *writer, const char *text, gsize len, gboolean in_table)
{
  for (gsize i = 0; i < len; i++)
    {
      char     c = text[i];
      gboolean is_word = i > 0 && i + 1 < len && g_ascii_isalnum (text[i - 1]) && g_ascii_isalnum (text[i + 1]);

      if (c == '\n')
        {
          g_string_append (writer->out, in_table ? "<br>" : "  \n");
          if (!in_table)
            g_string_append (writer->out, writer->indent->str);
          continue;
        }
      if (c == '\\' || c == '*' || c == '`' || c == '[' || c == '<' || (c == '_' && !is_word) || (c == '|' && in_table) ||
          (c == '~' && i + 1 < len && text[i + 1] == '~'))
        g_string_append_c (writer->out, '\\');
      g_string_append_c (writer->out, c);
    }
}

static void
write_code (Writer *writer, const char *text, gsize len)
{
  const char *fence = memchr (text, '`', len) != NULL ? "``" : "`";

  g_string_append (writer->out, fence);
  if (fence[1] != '\0')
    g_string_append_c (writer->out, ' ');
  g_string_append_len (writer->out, text, (gssize) len);
  if (fence[1] != '\0')
    g_string_append_c (writer->out, ' ');
  g_string_append (writer->out, fence);
}

/* Marks stand against the words: blanks go outside. */
static void
write_marked (Writer *writer, const CorRun *run, const char *text, gsize len, gboolean in_table)
{
  const char *marks = run->style & COR_RUN_BOLD && run->style & COR_RUN_ITALIC ? "***"
                      : run->style & COR_RUN_BOLD                              ? "**"
                      : run->style & COR_RUN_ITALIC                            ? "*"
                                                                               : "";
  const char *struck = run->style & COR_RUN_STRUCK ? "~~" : "";

  for (; len > 0 && *text == ' '; text++, len--)
    g_string_append_c (writer->out, ' ');
  if (len > 0)
    {
      gsize inner = len;

      while (inner > 0 && text[inner - 1] == ' ')
        inner--;
      g_string_append_printf (writer->out, "%s%s", struck, marks);
      if (run->style & COR_RUN_CODE)
        write_code (writer, text, inner);
      else
        write_escaped (writer, text, inner, in_table);
      g_string_append_printf (writer->out, "%s%s", marks, struck);
      g_string_append_len (writer->out, text + inner, (gssize) (len - inner));
    }
}

/* "https://example.org/" shown as "example.org" needs no address beside it. */
static gboolean
shows_address (const char *text, gsize len, const char *address)
{
  const char *rest = strstr (address, "://");
  gsize       rest_len;

  rest = rest ? rest + 3 : g_str_has_prefix (address, "mailto:") ? address + 7
                                                                 : address;
  if (len > 3 && g_strstr_len (text, (gssize) len, "://") != NULL)
    {
      const char *shown = g_strstr_len (text, (gssize) len, "://") + 3;

      len -= (gsize) (shown - text);
      text = shown;
    }
  rest_len = strlen (rest);
  rest_len -= rest_len > 0 && rest[rest_len - 1] == '/' ? 1 : 0;
  len -= len > 0 && text[len - 1] == '/' ? 1 : 0;
  return len == rest_len && g_ascii_strncasecmp (text, rest, len) == 0;
}

static void
write_run (Writer *writer, const CorRun *run, gboolean in_table)
{
  guint       start = MAX (run->start, writer->range.start);
  guint       end = MIN (run->end, writer->range.end);
  const char *text = writer->text + start;
  gsize       len = end > start ? end - start : 0;
  gboolean    is_link = (run->link == COR_LINK_WEB || run->link == COR_LINK_IMAGE) && run->target != NULL;

  if (len == 0)
    return;
  if (is_link && shows_address (text, len, run->target))
    {
      g_string_append (writer->out, g_str_has_prefix (run->target, "mailto:") ? run->target + strlen ("mailto:") : run->target);
      return;
    }
  if (is_link && writer->is_markdown)
    g_string_append_c (writer->out, '[');
  if (writer->is_markdown)
    write_marked (writer, run, text, len, in_table);
  else
    for (gsize i = 0; i < len; i++)
      {
        g_string_append_c (writer->out, text[i] == '\n' && in_table ? ' ' : text[i]);
        if (text[i] == '\n' && !in_table)
          g_string_append (writer->out, writer->indent->str);
      }
  if (is_link)
    g_string_append_printf (writer->out, writer->is_markdown ? "](%s)" : " (%s)", run->target);
}

static void
write_runs (Writer *writer, const CorBlock *block, gboolean in_table)
{
  for (guint i = 0; i < block->runs->len; i++)
    write_run (writer, &g_array_index (block->runs, CorRun, i), in_table);
}

/* A paragraph that begins like a heading, a list or a quotation stays a paragraph. */
static void
guard_start (Writer *writer, gsize from)
{
  const char *line = writer->out->str + from;
  gsize       digits = strspn (line, "0123456789");

  if (digits > 0 && digits < 10 && (line[digits] == '.' || line[digits] == ')') && (line[digits + 1] == ' ' || line[digits + 1] == '\0'))
    g_string_insert_c (writer->out, (gssize) (from + digits), '\\');
  else if (*line == '#' || *line == '>' || ((*line == '+' || *line == '-') && (line[1] == ' ' || line[1] == '\0')))
    g_string_insert_c (writer->out, (gssize) from, '\\');
}

static void
write_code_block (Writer *writer, const CorBlock *block)
{
  guint            start = MAX (block->start, writer->range.start);
  guint            end = MIN (block->end, writer->range.end);
  g_autofree char *text = g_strndup (writer->text + start, end > start ? end - start : 0);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  const char *fence = strstr (text, "```") ? "~~~~" : "```";

  if (writer->is_markdown)
    g_string_append_printf (writer->out, "%s\n%s", fence, writer->indent->str);
  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (writer->out, "%s%s%s", i > 0 ? "\n" : "", i > 0 ? writer->indent->str : "", lines[i]);
  if (writer->is_markdown)
    g_string_append_printf (writer->out, "\n%s%s", writer->indent->str, fence);
}

static void
write_leaf (Writer *writer, const CorBlock *block)
{
  static const char *const hashes[] = { "", "# ", "## ", "### ", "#### ", "##### ", "###### " };
  gsize                    from;

  begin_block (writer);
  from = writer->out->len;
  switch (block->kind)
    {
    case COR_BLOCK_RULE:
      g_string_append (writer->out, writer->is_markdown ? "---" : "———");
      break;
    case COR_BLOCK_CODE:
      write_code_block (writer, block);
      break;
    case COR_BLOCK_HEADING:
      if (writer->is_markdown && block->start >= writer->range.start)
        g_string_append (writer->out, hashes[MIN (block->level, 6)]);
      write_runs (writer, block, TRUE);
      break;
    case COR_BLOCK_ROOT:
    case COR_BLOCK_PARAGRAPH:
    case COR_BLOCK_IMAGE:
    case COR_BLOCK_QUOTE:
    case COR_BLOCK_LIST:
    case COR_BLOCK_ITEM:
    case COR_BLOCK_TABLE:
    case COR_BLOCK_ROW:
    case COR_BLOCK_CELL:
    default:
      write_runs (writer, block, FALSE);
      if (writer->is_markdown)
        guard_start (writer, from);
    }
}

static void
write_rule_of_table (Writer *writer, const CorBlock *row, guint n_columns)
{
  static const char *const rules[] = {
    [COR_ALIGN_DEFAULT] = " --- |",
    [COR_ALIGN_START] = " :-- |",
    [COR_ALIGN_CENTER] = " :-: |",
    [COR_ALIGN_END] = " --: |",
  };

  g_string_append_printf (writer->out, "\n%s|", writer->indent->str);
  for (guint i = 0; i < n_columns; i++)
    {
      const CorBlock *cell = i < row->children->len ? g_ptr_array_index (row->children, i) : NULL;

      g_string_append (writer->out, rules[cell ? cell->align : COR_ALIGN_DEFAULT]);
    }
}

/* A table as it is written in Markdown, or its rows with bars between the cells. */
static void
write_table (Writer *writer, const CorBlock *table)
{
  gboolean is_first = TRUE;

  begin_block (writer);
  for (guint i = 0; i < table->children->len; i++)
    {
      const CorBlock *row = g_ptr_array_index (table->children, i);

      if (!is_in (writer, row))
        continue;
      if (!is_first)
        g_string_append_printf (writer->out, "\n%s", writer->indent->str);
      if (writer->is_markdown)
        g_string_append (writer->out, "|");
      for (guint k = 0; k < (writer->is_markdown ? table->n_columns : row->children->len); k++)
        {
          g_string_append (writer->out, writer->is_markdown ? " " : k > 0 ? " | "
                                                                          : "");
          if (k < row->children->len)
            write_runs (writer, g_ptr_array_index (row->children, k), TRUE);
          if (writer->is_markdown)
            g_string_append (writer->out, " |");
        }
      if (is_first && writer->is_markdown)
        write_rule_of_table (writer, row, table->n_columns);
      is_first = FALSE;
    }
}

/* Blocks hold blocks: one of the two comes first. */
static void write_block (Writer         *writer,
                         const CorBlock *block);

static void
write_indented (Writer *writer, const CorBlock *block, const char *indent)
{
  gsize len = writer->indent->len;

  g_string_append (writer->indent, indent);
  for (guint i = 0; i < block->children->len; i++)
    write_block (writer, g_ptr_array_index (block->children, i));
  g_string_truncate (writer->indent, len);
}

/* The mark of an item, behind those of the items that begin with it. */
static char *
dup_bullet (const Writer *writer, const CorBlock *item, const char *mark)
{
  static const char *const plain[] = { "", "☐ ", "☑ " };
  static const char *const markdown[] = { "", "[ ] ", "[x] " };
  gboolean                 is_box = item->task != COR_TASK_NONE && item->number == 0 && !writer->is_markdown;

  return g_strconcat (writer->bullet ? writer->bullet : "", is_box ? "" : mark,
                      writer->is_markdown ? markdown[item->task] : plain[item->task], NULL);
}

static void
write_item (Writer *writer, const CorBlock *item)
{
  g_autofree char *mark = item->number > 0 ? g_strdup_printf ("%u. ", item->number) : g_strdup (writer->is_markdown ? "- " : "• ");
  g_autofree char *bullet = dup_bullet (writer, item, mark);
  g_autofree char *indent = g_strnfill ((gsize) g_utf8_strlen (mark, -1), ' ');

  if (writer->bullet == NULL)
    writer->bullet_at = writer->indent->len;
  writer->bullet = bullet;
  write_indented (writer, item, indent);
  writer->bullet = NULL;
}

static void
write_list (Writer *writer, const CorBlock *list)
{
  gboolean is_first = TRUE;

  writer->n_lists++;
  for (guint i = 0; i < list->children->len; i++)
    {
      const CorBlock *item = g_ptr_array_index (list->children, i);

      if (!is_in (writer, item))
        continue;
      writer->is_tight = list->is_tight && (!is_first || writer->n_lists > 1);
      is_first = FALSE;
      write_item (writer, item);
    }
  writer->n_lists--;
}

static void
write_block (Writer *writer, const CorBlock *block)
{
  if (!is_in (writer, block))
    return;
  switch (block->kind)
    {
    case COR_BLOCK_ROOT:
      write_indented (writer, block, "");
      break;
    case COR_BLOCK_QUOTE:
      write_indented (writer, block, "> ");
      break;
    case COR_BLOCK_LIST:
      write_list (writer, block);
      break;
    case COR_BLOCK_TABLE:
      write_table (writer, block);
      break;
    case COR_BLOCK_PARAGRAPH:
    case COR_BLOCK_HEADING:
    case COR_BLOCK_CODE:
    case COR_BLOCK_IMAGE:
    case COR_BLOCK_RULE:
    case COR_BLOCK_ITEM:
    case COR_BLOCK_ROW:
    case COR_BLOCK_CELL:
    default:
      write_leaf (writer, block);
    }
}

static char *
write_range (const CorDocument *self, CorTextRange range, gboolean is_markdown)
{
  const CorBlock *leaf = cor_document_get_leaf_at (self, range.start);
  Writer          writer = { 0 };

  writer.text = cor_document_get_text (self);
  writer.range = range;
  writer.out = g_string_new (NULL);
  writer.indent = g_string_new (NULL);
  writer.last_indent = g_string_new (NULL);
  writer.is_markdown = is_markdown;
  writer.is_first = TRUE;
  /* what was selected inside of one block is words, whatever the block is */
  if (leaf != NULL && range.end <= leaf->end && (range.start > leaf->start || range.end < leaf->end))
    write_runs (&writer, leaf, FALSE);
  else
    write_block (&writer, cor_document_get_root (self));
  g_string_free (writer.indent, TRUE);
  g_string_free (writer.last_indent, TRUE);
  trim (writer.out);
  return g_string_free (writer.out, FALSE);
}

/**
 * cor_document_dup_plain:
 * @range: bytes of the text that are to be sent
 *
 * For channels that show what is written: lists with their numbers, rows of a table with bars between the cells,
 * addresses behind what links to them; links to other articles only as text. Any thread.
 *
 * Returns: (transfer full): lines of text
 */
char *
cor_document_dup_plain (const CorDocument *self, CorTextRange range)
{
  g_return_val_if_fail (self != NULL, NULL);

  return write_range (self, range, FALSE);
}

/**
 * cor_document_dup_markdown:
 * @range: bytes of the text that are to be sent
 *
 * The same as Markdown, for e-mail and web chat. Any thread.
 *
 * Returns: (transfer full): Markdown that reads as the part did
 */
char *
cor_document_dup_markdown (const CorDocument *self, CorTextRange range)
{
  g_return_val_if_fail (self != NULL, NULL);

  return write_range (self, range, TRUE);
}

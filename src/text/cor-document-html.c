/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-document"

#include "config.h"

#include "cor-document-builder.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>

/* The parser looks through all open elements at every end tag: more than this is no article. */
#define MAX_OPEN 200
#define MAX_TAG 8192

typedef enum
{
  PART_NONE,
  PART_SKIP,  /* with all that is inside */
  PART_SPACE, /* a block of no kind of its own */
  PART_BREAK,
  PART_RULE,
  PART_PARAGRAPH,
  PART_HEADING,
  PART_QUOTE,
  PART_CODE_BLOCK,
  PART_LIST,
  PART_NUMBERED,
  PART_ITEM,
  PART_TABLE,
  PART_ROW,
  PART_CELL,
  PART_LINK,
  PART_IMAGE,
  PART_STYLE,
} Part;

typedef struct
{
  const char *name;
  Part        part;
  guint       value; /* CorRunStyle, or the level of a heading */
} Element;

/* Sorted by name. What is not here is looked through. */
static const Element elements[] = {
  { "a", PART_LINK, 0 },
  { "address", PART_SPACE, 0 },
  { "applet", PART_SKIP, 0 },
  { "article", PART_SPACE, 0 },
  { "aside", PART_QUOTE, 0 },
  { "b", PART_STYLE, COR_RUN_BOLD },
  { "blockquote", PART_QUOTE, 0 },
  { "br", PART_BREAK, 0 },
  { "caption", PART_SPACE, 0 },
  { "center", PART_SPACE, 0 },
  { "cite", PART_STYLE, COR_RUN_ITALIC },
  { "code", PART_STYLE, COR_RUN_CODE },
  { "dd", PART_ITEM, 0 },
  { "del", PART_STYLE, COR_RUN_STRUCK },
  { "details", PART_SPACE, 0 },
  { "dfn", PART_STYLE, COR_RUN_ITALIC },
  { "dir", PART_LIST, 0 },
  { "div", PART_SPACE, 0 },
  { "dl", PART_LIST, 0 },
  { "dt", PART_ITEM, 0 },
  { "em", PART_STYLE, COR_RUN_ITALIC },
  { "embed", PART_SKIP, 0 },
  { "fieldset", PART_SPACE, 0 },
  { "figcaption", PART_SPACE, 0 },
  { "figure", PART_SPACE, 0 },
  { "footer", PART_SPACE, 0 },
  { "form", PART_SPACE, 0 },
  { "frameset", PART_SKIP, 0 },
  { "h1", PART_HEADING, 1 },
  { "h2", PART_HEADING, 2 },
  { "h3", PART_HEADING, 3 },
  { "h4", PART_HEADING, 4 },
  { "h5", PART_HEADING, 5 },
  { "h6", PART_HEADING, 6 },
  { "head", PART_SKIP, 0 },
  { "header", PART_SPACE, 0 },
  { "hr", PART_RULE, 0 },
  { "i", PART_STYLE, COR_RUN_ITALIC },
  { "iframe", PART_SKIP, 0 },
  { "img", PART_IMAGE, 0 },
  { "kbd", PART_STYLE, COR_RUN_CODE },
  { "li", PART_ITEM, 0 },
  { "main", PART_SPACE, 0 },
  { "math", PART_SKIP, 0 },
  { "menu", PART_LIST, 0 },
  { "nav", PART_SPACE, 0 },
  { "noembed", PART_SKIP, 0 },
  { "noframes", PART_SKIP, 0 },
  { "object", PART_SKIP, 0 },
  { "ol", PART_NUMBERED, 0 },
  { "p", PART_PARAGRAPH, 0 },
  { "pre", PART_CODE_BLOCK, 0 },
  { "s", PART_STYLE, COR_RUN_STRUCK },
  { "samp", PART_STYLE, COR_RUN_CODE },
  { "script", PART_SKIP, 0 },
  { "section", PART_SPACE, 0 },
  { "select", PART_SKIP, 0 },
  { "strike", PART_STYLE, COR_RUN_STRUCK },
  { "strong", PART_STYLE, COR_RUN_BOLD },
  { "style", PART_SKIP, 0 },
  { "sub", PART_STYLE, COR_RUN_LOWERED },
  { "summary", PART_SPACE, 0 },
  { "sup", PART_STYLE, COR_RUN_RAISED },
  { "svg", PART_SKIP, 0 },
  { "table", PART_TABLE, 0 },
  { "td", PART_CELL, 0 },
  { "template", PART_SKIP, 0 },
  { "th", PART_CELL, 1 },
  { "title", PART_SKIP, 0 },
  { "tr", PART_ROW, 0 },
  { "tt", PART_STYLE, COR_RUN_CODE },
  { "ul", PART_LIST, 0 },
};

typedef struct
{
  CorDocumentBuilder *builder;
  htmlParserCtxt     *parser;     /* borrowed while parsing */
  guint               n_open;     /* elements */
  guint               skip_below; /* n_open of the element that is skipped, 0 none */
  guint               n_blocks;   /* of ours that are open in the builder */
  guint               n_tables;
  gboolean            is_given_up;
} Reader;

static int
compare_name (gconstpointer name, gconstpointer element)
{
  return g_ascii_strcasecmp (name, ((const Element *) element)->name);
}

static const Element *
get_element (const char *name)
{
  static const Element none = { "", PART_NONE, 0 };
  const Element       *found = bsearch (name, elements, G_N_ELEMENTS (elements), sizeof elements[0], compare_name);

  return found ? found : &none;
}

static const char *
get_attribute (const xmlChar **attributes, const char *name)
{
  for (guint i = 0; attributes && attributes[i]; i += 2)
    if (g_ascii_strcasecmp ((const char *) attributes[i], name) == 0)
      return (const char *) attributes[i + 1];
  return NULL;
}

/* Whether the style says @wanted, such as "display:none". */
static gboolean
has_style (const xmlChar **attributes, const char *wanted)
{
  const char      *style = get_attribute (attributes, "style");
  g_autofree char *dense = style ? g_ascii_strdown (style, -1) : NULL;
  gsize            n = 0;

  for (const char *p = dense; p != NULL && *p; p++)
    if (!g_ascii_isspace (*p))
      dense[n++] = *p;
  if (dense != NULL)
    dense[n] = '\0';
  return dense != NULL && strstr (dense, wanted) != NULL;
}

static CorAlign
get_align (const xmlChar **attributes)
{
  const char *align = get_attribute (attributes, "align");

  if ((align && g_ascii_strcasecmp (align, "right") == 0) || has_style (attributes, "text-align:right"))
    return COR_ALIGN_END;
  if ((align && g_ascii_strcasecmp (align, "center") == 0) || has_style (attributes, "text-align:center"))
    return COR_ALIGN_CENTER;
  return align && g_ascii_strcasecmp (align, "left") == 0 ? COR_ALIGN_START : COR_ALIGN_DEFAULT;
}

static void
show_image (CorDocumentBuilder *builder, const xmlChar **attributes)
{
  const char      *alt = get_attribute (attributes, "alt");
  g_autofree char *text = alt ? g_utf8_make_valid (alt, -1) : NULL;

  cor_document_builder_open_image (builder, get_attribute (attributes, "src"));
  if (text != NULL)
    cor_document_builder_flow (builder, text, strlen (text));
  cor_document_builder_close_link (builder);
}

static void
begin_block (Reader *reader, CorBlockKind kind, const Element *element, const xmlChar **attributes)
{
  CorBlock   *block = cor_document_builder_open (reader->builder, kind);
  const char *start = kind == COR_BLOCK_LIST ? get_attribute (attributes, "start") : NULL;
  CorBlock   *row = NULL;

  reader->n_blocks++;
  if (block == NULL)
    return;
  if (block->kind == COR_BLOCK_HEADING)
    block->level = element->value;
  if (block->kind == COR_BLOCK_LIST)
    {
      block->is_tight = TRUE;
      if (element->part == PART_NUMBERED)
        block->number = start ? (guint) CLAMP (g_ascii_strtoll (start, NULL, 10), 1, 999999) : 1;
    }
  if (block->kind == COR_BLOCK_CELL)
    {
      block->align = get_align (attributes);
      row = reader->builder->open->len > 1 ? g_ptr_array_index (reader->builder->open, reader->builder->open->len - 2) : NULL;
      if (row != NULL && row->kind == COR_BLOCK_ROW)
        row->is_head = element->value == 1 && (row->children->len == 1 || row->is_head);
    }
}

static CorBlockKind
get_block_kind (Part part)
{
  switch (part)
    {
    case PART_PARAGRAPH:
      return COR_BLOCK_PARAGRAPH;
    case PART_HEADING:
      return COR_BLOCK_HEADING;
    case PART_QUOTE:
      return COR_BLOCK_QUOTE;
    case PART_CODE_BLOCK:
      return COR_BLOCK_CODE;
    case PART_LIST:
    case PART_NUMBERED:
      return COR_BLOCK_LIST;
    case PART_ITEM:
      return COR_BLOCK_ITEM;
    case PART_TABLE:
      return COR_BLOCK_TABLE;
    case PART_ROW:
      return COR_BLOCK_ROW;
    case PART_CELL:
      return COR_BLOCK_CELL;
    case PART_RULE:
      return COR_BLOCK_RULE;
    case PART_NONE:
    case PART_SKIP:
    case PART_SPACE:
    case PART_BREAK:
    case PART_LINK:
    case PART_IMAGE:
    case PART_STYLE:
    default:
      return COR_BLOCK_ROOT;
    }
}

static void
begin_element (Reader *reader, const Element *element, const xmlChar **attributes)
{
  switch (element->part)
    {
    case PART_NONE:
    case PART_SKIP:
      break;
    case PART_BREAK:
      cor_document_builder_break (reader->builder);
      break;
    case PART_LINK:
      cor_document_builder_open_link (reader->builder, get_attribute (attributes, "href"));
      break;
    case PART_IMAGE:
      show_image (reader->builder, attributes);
      break;
    case PART_STYLE:
      cor_document_builder_style (reader->builder, element->value, TRUE);
      break;
    case PART_SPACE:
    case PART_RULE:
    case PART_PARAGRAPH:
    case PART_HEADING:
    case PART_QUOTE:
    case PART_CODE_BLOCK:
    case PART_LIST:
    case PART_NUMBERED:
    case PART_ITEM:
    case PART_TABLE:
    case PART_ROW:
    case PART_CELL:
    default:
      begin_block (reader, get_block_kind (element->part), element, attributes);
    }
}

static void
end_element (Reader *reader, const Element *element)
{
  switch (element->part)
    {
    case PART_NONE:
    case PART_SKIP:
    case PART_BREAK:
    case PART_IMAGE:
      break;
    case PART_LINK:
      cor_document_builder_close_link (reader->builder);
      break;
    case PART_STYLE:
      cor_document_builder_style (reader->builder, element->value, FALSE);
      break;
    case PART_SPACE:
    case PART_RULE:
    case PART_PARAGRAPH:
    case PART_HEADING:
    case PART_QUOTE:
    case PART_CODE_BLOCK:
    case PART_LIST:
    case PART_NUMBERED:
    case PART_ITEM:
    case PART_TABLE:
    case PART_ROW:
    case PART_CELL:
    default:
      if (reader->n_blocks > 0)
        {
          cor_document_builder_close (reader->builder);
          reader->n_blocks--;
        }
    }
}

static void
on_start_element (void *data, const xmlChar *name, const xmlChar **attributes)
{
  Reader        *reader = data;
  const Element *element = get_element ((const char *) name);

  reader->n_open++;
  if (reader->is_given_up)
    return;
  if (reader->skip_below == 0)
    {
      if (element->part == PART_SKIP || has_style (attributes, "display:none") || get_attribute (attributes, "hidden") != NULL)
        reader->skip_below = reader->n_open;
      else
        begin_element (reader, element, attributes);
    }
  if (reader->n_open > MAX_OPEN || reader->builder->is_full)
    {
      reader->is_given_up = TRUE;
      xmlStopParser (reader->parser);
    }
}

static void
on_end_element (void *data, const xmlChar *name)
{
  Reader *reader = data;

  if (reader->n_open == 0 || reader->is_given_up)
    return;
  if (reader->skip_below == 0)
    end_element (reader, get_element ((const char *) name));
  if (reader->skip_below == reader->n_open)
    reader->skip_below = 0;
  reader->n_open--;
}

static void
on_characters (void *data, const xmlChar *text, int len)
{
  Reader          *reader = data;
  g_autofree char *valid = NULL;

  if (reader->skip_below > 0 || reader->is_given_up || len <= 0)
    return;
  valid = g_utf8_make_valid ((const char *) text, len);
  if (reader->builder->leaf != NULL && reader->builder->leaf->kind == COR_BLOCK_CODE)
    cor_document_builder_text (reader->builder, valid, strlen (valid));
  else
    cor_document_builder_flow (reader->builder, valid, strlen (valid));
}

static void
run_parser (htmlParserCtxt *parser, gpointer data, const char *html, gsize len)
{
  static const char mark[] = "\xef\xbb\xbf"; /* says that it is UTF-8 */
  g_autofree char  *marked = g_malloc (len + strlen (mark));

  memcpy (marked, mark, strlen (mark));
  memcpy (marked + strlen (mark), html, len);
  parser->userData = data;
  xmlFreeDoc (htmlCtxtReadMemory (parser, marked, (int) (len + strlen (mark)), NULL, NULL,
                                  HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                    HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC));
}

static htmlParserCtxt *
make_parser (void)
{
  static gsize    once = 0;
  htmlParserCtxt *parser = NULL;

  if (g_once_init_enter (&once))
    {
      xmlInitParser ();
      g_once_init_leave (&once, 1);
    }
  parser = htmlNewParserCtxt ();
  if (parser != NULL)
    memset (parser->sax, 0, sizeof *parser->sax);
  return parser;
}

/* @html is valid UTF-8: a page, or a part of one. FALSE when it is made to be expensive. */
gboolean
cor_document_read_html (CorDocumentBuilder *self, const char *html, gsize len)
{
  Reader          reader = { self, NULL, 0, 0, 0, FALSE };
  htmlParserCtxt *parser = make_parser ();
  guint           n_links = self->links->len;
  guint           n_styles[COR_RUN_N_STYLES];

  if (parser == NULL || len > COR_DOCUMENT_MAX_SOURCE)
    {
      g_clear_pointer (&parser, htmlFreeParserCtxt);
      return FALSE;
    }
  memcpy (n_styles, self->n_styles, sizeof n_styles);
  cor_document_builder_open (self, COR_BLOCK_ROOT); /* only to separate */
  reader.parser = parser;
  parser->sax->startElement = on_start_element;
  parser->sax->endElement = on_end_element;
  parser->sax->characters = on_characters;
  parser->sax->cdataBlock = on_characters;
  parser->sax->ignorableWhitespace = on_characters;
  run_parser (parser, &reader, html, len);
  htmlFreeParserCtxt (parser);

  /* what a part leaves open ends with it */
  for (; reader.n_blocks > 0; reader.n_blocks--)
    cor_document_builder_close (self);
  cor_document_builder_close (self);
  g_array_set_size (self->links, MIN (n_links, self->links->len));
  memcpy (self->n_styles, n_styles, sizeof n_styles);
  return !reader.is_given_up;
}

/* The one element of a tag. */
static void
on_tag (void *data, const xmlChar *name, const xmlChar **attributes)
{
  const Element      *element = get_element ((const char *) name);
  CorDocumentBuilder *builder = data;

  if (element->part == PART_LINK)
    cor_document_builder_open_link (builder, get_attribute (attributes, "href"));
  else if (element->part == PART_IMAGE)
    show_image (builder, attributes);
}

/* A tag inside of a paragraph of Markdown, where begin and end come each for themselves. */
void
cor_document_read_tag (CorDocumentBuilder *self, const char *tag, gsize len)
{
  gboolean         is_end = len > 1 && tag[1] == '/';
  gsize            at = is_end ? 2 : 1;
  gsize            end = at;
  g_autofree char *name = NULL;
  const Element   *element = NULL;
  htmlParserCtxt  *parser = NULL;

  if (len < 3 || tag[0] != '<' || len > MAX_TAG)
    return;
  while (end < len && g_ascii_isalnum (tag[end]))
    end++;
  name = g_strndup (tag + at, end - at);
  element = get_element (name);
  if (element->part == PART_STYLE)
    cor_document_builder_style (self, element->value, !is_end);
  else if (element->part == PART_LINK && is_end)
    cor_document_builder_close_link (self);
  else if (element->part == PART_LINK || element->part == PART_IMAGE)
    {
      parser = make_parser ();
      if (parser == NULL)
        return;
      parser->sax->startElement = on_tag;
      run_parser (parser, self, tag, len);
      htmlFreeParserCtxt (parser);
    }
  else if (element->part != PART_NONE && element->part != PART_SKIP)
    cor_document_builder_break (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-html"

#include "config.h"

#include "cor-html.h"
#include "cor-html-writer.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>

/* The parser looks through all open elements at every end tag: where more than
 * this are open it starts afresh behind the tag, so that time stays linear. */
#define MAX_OPEN 256

/* Nobody writes letters of that size; what is behind it is not read. */
#define MAX_HTML (8 * 1024 * 1024)

#define MAX_ADDRESS 2048

#define BOM "\xef\xbb\xbf"
#define BOM_LEN 3

typedef enum
{
  KIND_INLINE,
  KIND_SKIP,      /* with all that is inside */
  KIND_BLOCK,     /* on lines of its own */
  KIND_PARAGRAPH, /* with an empty line around */
  KIND_BREAK,
  KIND_RULE,
  KIND_QUOTE,
  KIND_PREFORMATTED,
  KIND_LIST,
  KIND_NUMBERED,
  KIND_ITEM,
  KIND_ROW,
  KIND_CELL,
  KIND_LINK,
  KIND_IMAGE,
} Kind;

/* Sorted by name. */
static const struct
{
  const char *name;
  Kind        kind;
} elements[] = {
  { "a", KIND_LINK },
  { "address", KIND_BLOCK },
  { "applet", KIND_SKIP },
  { "article", KIND_BLOCK },
  { "aside", KIND_BLOCK },
  { "blockquote", KIND_QUOTE },
  { "br", KIND_BREAK },
  { "caption", KIND_BLOCK },
  { "center", KIND_BLOCK },
  { "dd", KIND_BLOCK },
  { "dir", KIND_LIST },
  { "div", KIND_BLOCK },
  { "dl", KIND_PARAGRAPH },
  { "dt", KIND_BLOCK },
  { "embed", KIND_SKIP },
  { "fieldset", KIND_BLOCK },
  { "figcaption", KIND_BLOCK },
  { "figure", KIND_BLOCK },
  { "footer", KIND_BLOCK },
  { "form", KIND_BLOCK },
  { "h1", KIND_PARAGRAPH },
  { "h2", KIND_PARAGRAPH },
  { "h3", KIND_PARAGRAPH },
  { "h4", KIND_PARAGRAPH },
  { "h5", KIND_PARAGRAPH },
  { "h6", KIND_PARAGRAPH },
  { "head", KIND_SKIP },
  { "header", KIND_BLOCK },
  { "hr", KIND_RULE },
  { "iframe", KIND_SKIP },
  { "img", KIND_IMAGE },
  { "li", KIND_ITEM },
  { "main", KIND_BLOCK },
  { "math", KIND_SKIP },
  { "menu", KIND_LIST },
  { "nav", KIND_BLOCK },
  { "noembed", KIND_SKIP },
  { "noframes", KIND_SKIP },
  { "object", KIND_SKIP },
  { "ol", KIND_NUMBERED },
  { "p", KIND_PARAGRAPH },
  { "pre", KIND_PREFORMATTED },
  { "script", KIND_SKIP },
  { "section", KIND_BLOCK },
  { "select", KIND_SKIP },
  { "style", KIND_SKIP },
  { "svg", KIND_SKIP },
  { "table", KIND_PARAGRAPH },
  { "td", KIND_CELL },
  { "template", KIND_SKIP },
  { "th", KIND_CELL },
  { "title", KIND_SKIP },
  { "tr", KIND_ROW },
  { "ul", KIND_LIST },
};

typedef struct
{
  const char *p;
  const char *end;
  guint       mark; /* bytes of the byte order mark that were given */
} Source;

typedef struct
{
  CorHtmlWriter   writer;
  htmlParserCtxt *parser; /* borrowed while parsing */
  guint           n_open;
  guint           skip_below; /* n_open of the element that is skipped, 0 none */
  gsize           resume_at;  /* where to start afresh, 0 nowhere */
  gboolean        resumed;    /* and no element came since */
  char           *address;    /* owned: of the link that is open */
  gsize           link_start; /* where its text began */
} Reader;

static int
compare_name (gconstpointer name,
              gconstpointer element)
{
  return g_ascii_strcasecmp (name, *(const char *const *) element);
}

static Kind
get_kind (const char *name)
{
  const gpointer found = bsearch (name, elements, G_N_ELEMENTS (elements), sizeof elements[0], compare_name);

  return found ? elements[((const char *) found - (const char *) elements) / (gssize) sizeof elements[0]].kind : KIND_INLINE;
}

static const char *
get_attribute (const xmlChar **attributes,
               const char     *name)
{
  for (guint i = 0; attributes && attributes[i]; i += 2)
    if (g_ascii_strcasecmp ((const char *) attributes[i], name) == 0)
      return (const char *) attributes[i + 1];
  return NULL;
}

/* What a mail program would not show is often a second text for machines. */
static gboolean
is_hidden (const xmlChar **attributes)
{
  const char      *style = get_attribute (attributes, "style");
  g_autofree char *dense = NULL;
  gsize            n = 0;

  if (style == NULL)
    return FALSE;
  dense = g_ascii_strdown (style, -1);
  for (const char *p = dense; *p; p++)
    if (!g_ascii_isspace (*p))
      dense[n++] = *p;
  dense[n] = '\0';
  return strstr (dense, "display:none") != NULL;
}

static gboolean
is_web_address (const char *address)
{
  gsize len = strlen (address);

  if (len > MAX_ADDRESS || !g_utf8_validate (address, (gssize) len, NULL))
    return FALSE;
  if (g_ascii_strncasecmp (address, "https://", 8) != 0 && g_ascii_strncasecmp (address, "http://", 7) != 0)
    return FALSE;
  for (const char *p = address; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c) || g_unichar_type (c) == G_UNICODE_FORMAT)
        return FALSE;
    }
  return TRUE;
}

static void
open_link (Reader         *reader,
           const xmlChar **attributes)
{
  const char      *href = get_attribute (attributes, "href");
  g_autofree char *address = href ? g_strstrip (g_strdup (href)) : NULL;

  g_clear_pointer (&reader->address, g_free);
  if (address && is_web_address (address))
    reader->address = g_steal_pointer (&address);
  reader->link_start = reader->writer.out->len;
}

/* "https://example.org/" shown as "example.org" needs no address after it. */
static gboolean
shows_address (const char *text,
               const char *address)
{
  g_autofree char *shown = g_strstrip (g_strdup (text));
  const char      *rest = strstr (address, "://") + 3;
  gsize            len = strlen (rest);
  gsize            shown_len;
  const char      *start = strstr (shown, "://");

  start = start ? start + 3 : shown;
  shown_len = strlen (start);
  len -= len > 0 && rest[len - 1] == '/' ? 1 : 0;
  shown_len -= shown_len > 0 && start[shown_len - 1] == '/' ? 1 : 0;
  return len == shown_len && g_ascii_strncasecmp (start, rest, len) == 0;
}

static void
close_link (Reader *reader)
{
  g_autofree char *address = g_steal_pointer (&reader->address);
  gsize            start = MIN (reader->link_start, reader->writer.out->len);
  gboolean         empty = reader->writer.out->len == start;

  if (address == NULL || (!empty && shows_address (reader->writer.out->str + start, address)))
    return;
  cor_html_writer_text (&reader->writer, empty ? " " : " (", empty ? 1 : 2);
  cor_html_writer_text (&reader->writer, address, strlen (address));
  if (!empty)
    cor_html_writer_text (&reader->writer, ")", 1);
}

static void
show_image (Reader         *reader,
            const xmlChar **attributes)
{
  const char      *alt = get_attribute (attributes, "alt");
  g_autofree char *text = alt ? g_utf8_make_valid (alt, -1) : NULL;

  if (text == NULL || *g_strstrip (text) == '\0')
    return;
  cor_html_writer_text (&reader->writer, "[", 1);
  cor_html_writer_text (&reader->writer, text, strlen (text));
  cor_html_writer_text (&reader->writer, "]", 1);
}

static void
begin_element (Reader         *reader,
               Kind            kind,
               const xmlChar **attributes)
{
  CorHtmlWriter *writer = &reader->writer;

  switch (kind)
    {
    case KIND_BLOCK:
      cor_html_writer_block (writer, 1);
      break;
    case KIND_PARAGRAPH:
      /* what begins an item stays on its line */
      if (writer->n_lists == 0 || writer->line_filled)
        cor_html_writer_block (writer, writer->n_lists == 0 ? 2 : 1);
      break;
    case KIND_ROW:
      cor_html_writer_row (writer);
      break;
    case KIND_BREAK:
      writer->breaks = MIN (writer->breaks + 1, 2);
      writer->blank = FALSE;
      break;
    case KIND_RULE:
      cor_html_writer_break (writer, 1);
      cor_html_writer_text (writer, "\u2014\u2014\u2014", 9);
      cor_html_writer_break (writer, 1);
      break;
    case KIND_QUOTE:
      cor_html_writer_break (writer, 1);
      writer->quotes++;
      break;
    case KIND_PREFORMATTED:
      cor_html_writer_break (writer, 2);
      writer->preformatted++;
      break;
    case KIND_LIST:
    case KIND_NUMBERED:
      cor_html_writer_open_list (writer, kind == KIND_NUMBERED);
      break;
    case KIND_ITEM:
      cor_html_writer_item (writer);
      break;
    case KIND_CELL:
      cor_html_writer_cell (writer);
      break;
    case KIND_LINK:
      open_link (reader, attributes);
      break;
    case KIND_IMAGE:
      show_image (reader, attributes);
      break;
    case KIND_INLINE:
    case KIND_SKIP:
    default:
      break;
    }
}

static void
finish_element (Reader *reader,
                Kind    kind)
{
  CorHtmlWriter *writer = &reader->writer;

  switch (kind)
    {
    case KIND_BLOCK:
      cor_html_writer_block (writer, 1);
      break;
    case KIND_ITEM:
      cor_html_writer_break (writer, 1);
      break;
    case KIND_PARAGRAPH:
      cor_html_writer_block (writer, writer->n_lists == 0 ? 2 : 1);
      break;
    case KIND_ROW:
      cor_html_writer_row (writer);
      break;
    case KIND_QUOTE:
      cor_html_writer_break (writer, 1);
      writer->quotes -= writer->quotes > 0 ? 1 : 0;
      break;
    case KIND_PREFORMATTED:
      cor_html_writer_break (writer, 2);
      writer->preformatted -= writer->preformatted > 0 ? 1 : 0;
      break;
    case KIND_LIST:
    case KIND_NUMBERED:
      cor_html_writer_close_list (writer);
      break;
    case KIND_LINK:
      close_link (reader);
      break;
    case KIND_CELL:
      writer->blank = TRUE;
      break;
    case KIND_INLINE:
    case KIND_SKIP:
    case KIND_BREAK:
    case KIND_RULE:
    case KIND_IMAGE:
    default:
      break;
    }
}

/* The inside of these must not be read as if it were text. */
static gboolean
holds_raw_text (const char *name)
{
  return g_ascii_strcasecmp (name, "script") == 0 || g_ascii_strcasecmp (name, "style") == 0;
}

static void
on_start_element (void           *data,
                  const xmlChar  *name,
                  const xmlChar **attributes)
{
  Reader *reader = data;
  Kind    kind = get_kind ((const char *) name);

  reader->n_open++;
  if (reader->resume_at > 0)
    return;
  if (reader->skip_below == 0)
    {
      /* a text that goes on gets a paragraph from the parser, but begins none */
      gboolean goes_on = reader->resumed && g_ascii_strcasecmp ((const char *) name, "p") == 0;

      if (kind == KIND_SKIP || is_hidden (attributes))
        reader->skip_below = reader->n_open;
      else if (!goes_on)
        begin_element (reader, kind, attributes);
      if (g_ascii_strcasecmp ((const char *) name, "html") != 0 && g_ascii_strcasecmp ((const char *) name, "body") != 0)
        reader->resumed = FALSE;
    }
  if ((reader->n_open > MAX_OPEN && !holds_raw_text ((const char *) name)) || cor_html_writer_is_full (&reader->writer))
    {
      long at = xmlByteConsumed (reader->parser);

      reader->resume_at = at > 0 ? (gsize) at : G_MAXSIZE;
      xmlStopParser (reader->parser);
    }
}

static void
on_end_element (void          *data,
                const xmlChar *name)
{
  Reader *reader = data;

  if (reader->n_open == 0)
    return;
  if (reader->skip_below == 0 && reader->resume_at == 0)
    finish_element (reader, get_kind ((const char *) name));
  if (reader->skip_below == reader->n_open)
    reader->skip_below = 0;
  reader->n_open--;
}

static void
on_characters (void          *data,
               const xmlChar *text,
               int            len)
{
  Reader          *reader = data;
  g_autofree char *valid = NULL;

  if (reader->skip_below > 0 || reader->resume_at > 0 || len <= 0)
    return;
  valid = g_utf8_make_valid ((const char *) text, len);
  cor_html_writer_text (&reader->writer, valid, strlen (valid));
}

/* The parser asks for pieces: that keeps a fresh start from copying the rest. A
 * byte order mark tells it that this is UTF-8; an encoding by name would put a
 * converter between, and then it could not say where it is. */
static int
read_piece (void *data,
            char *buffer,
            int   room)
{
  Source *source = data;
  gsize   n = 0;
  gsize   rest;

  if (room <= 0)
    return 0;
  for (; source->mark < BOM_LEN && n < (gsize) room; source->mark++)
    buffer[n++] = BOM[source->mark];
  rest = MIN ((gsize) room - n, (gsize) (source->end - source->p));
  memcpy (buffer + n, source->p, rest);
  source->p += rest;
  return (int) (n + rest);
}

/* Reads until the end, or to where it has to start afresh; bytes read. */
static gsize
read_some (Reader     *reader,
           const char *html,
           gsize       len)
{
  htmlParserCtxt *parser = htmlNewParserCtxt ();
  Source          source = { html, html + len, 0 };

  if (parser == NULL)
    return len;
  memset (parser->sax, 0, sizeof *parser->sax);
  parser->sax->startElement = on_start_element;
  parser->sax->endElement = on_end_element;
  parser->sax->characters = on_characters;
  parser->sax->ignorableWhitespace = on_characters;
  parser->userData = reader;

  reader->parser = parser;
  reader->n_open = 0;
  reader->skip_below = 0;
  reader->resume_at = 0;
  xmlFreeDoc (htmlCtxtReadIO (parser, read_piece, NULL, &source, NULL, NULL,
                              HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC));
  reader->parser = NULL;
  htmlFreeParserCtxt (parser);
  return reader->resume_at > BOM_LEN ? MIN (reader->resume_at - BOM_LEN, len) : len;
}

/**
 * cor_html_to_text:
 * @html: (nullable): HTML in UTF-8 from a stranger
 * @len: its bytes
 *
 * What a person would read: paragraphs, line breaks, lists, table rows,
 * quotations prefixed with "> ", the address of a link in brackets when it is
 * http or https and not what the link shows. Scripts, styles and the head are
 * dropped; nothing is loaded, no entity of the document's own is expanded, and
 * depth and output (%COR_HTML_MAX_TEXT) are bounded. Any thread.
 *
 * Returns: (transfer full): valid UTF-8 without markup
 */
char *
cor_html_to_text (const char *html,
                  gsize       len)
{
  static gsize     once = 0;
  g_autofree char *valid = NULL;
  const char      *p = NULL;
  const char      *end = NULL;
  Reader           reader = { 0 };

  if (g_once_init_enter (&once))
    {
      xmlInitParser ();
      g_once_init_leave (&once, 1);
    }

  valid = g_utf8_make_valid (html ? html : "", html ? (gssize) MIN (len, (gsize) MAX_HTML) : 0);
  end = valid + strlen (valid);
  reader.writer.out = g_string_new (NULL);
  reader.writer.max_len = COR_HTML_MAX_TEXT;
  for (p = valid; p < end && !cor_html_writer_is_full (&reader.writer);)
    {
      gsize n = read_some (&reader, p, (gsize) (end - p));

      reader.resumed = TRUE;
      p += MAX (n, 1);
      while (p < end && p > valid && n > 0 && p[-1] != '>') /* the rest of the tag */
        p++;
    }
  g_free (reader.address);
  return cor_html_writer_steal (&reader.writer);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-template-parse"

#include "config.h"

#include "cor-template-text.h"

#include "cor-template-error.h"
#include "cor-template-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Tags within tags; no reply has more than three. */
#define MAX_DEPTH 16

/* A block whose end has not been seen. */
typedef struct
{
  CorTemplateNode *node;
  CorTemplateArm  *arm; /* NULL: before the first “when” */
  guint            line;
  guint            column;
} Frame;

typedef struct
{
  const char *at;
  guint       line;   /* of @at, from 1 */
  guint       column; /* likewise, in characters */
  GPtrArray  *root;
  GArray     *open; /* (element-type Frame) */
  GError    **error;
} Parser;

static const struct
{
  const char         *word;
  const char         *end;
  CorTemplateNodeKind kind;
} blocks[] = {
  { "if", "endif", COR_TEMPLATE_NODE_IF },
  { "plural", "endplural", COR_TEMPLATE_NODE_PLURAL },
  { "select", "endselect", COR_TEMPLATE_NODE_SELECT },
};

static void
free_node (gpointer data)
{
  CorTemplateNode *node = data;

  g_free (node->text);
  g_free (node->style);
  g_free (node->fallback);
  g_clear_pointer (&node->arms, g_ptr_array_unref);
  g_free (node);
}

static void
free_arm (gpointer data)
{
  CorTemplateArm *arm = data;

  g_free (arm->word);
  g_ptr_array_unref (arm->nodes);
  g_free (arm);
}

static G_GNUC_PRINTF (5, 6) gboolean
  fail_at (Parser          *parser,
           guint            line,
           guint            column,
           CorTemplateError code,
           const char      *format,
           ...)
{
  g_autofree char *problem = NULL;
  va_list          args;

  va_start (args, format);
  problem = g_strdup_vprintf (format, args);
  va_end (args);
  /* Translators: a place in a template, and what is wrong there */
  g_set_error (parser->error, COR_TEMPLATE_ERROR, (int) code, _ ("Line %u, column %u: %s"), line, column, problem);
  return FALSE;
}

/* A tag is on one line, so what is in it is found by counting on from the tag. */
static guint
get_column (Parser     *parser,
            const char *place)
{
  return parser->column + (guint) g_utf8_pointer_to_offset (parser->at, place);
}

static void
advance (Parser     *parser,
         const char *to)
{
  for (const char *p = parser->at; p < to; p = g_utf8_next_char (p))
    if (*p == '\n')
      {
        parser->line++;
        parser->column = 1;
      }
    else
      parser->column++;
  parser->at = to;
}

static Frame *
get_frame (Parser *parser)
{
  return parser->open->len > 0 ? &g_array_index (parser->open, Frame, parser->open->len - 1) : NULL;
}

static CorTemplateNode *
add_node (Parser             *parser,
          CorTemplateNodeKind kind)
{
  Frame           *frame = get_frame (parser);
  CorTemplateNode *node = g_new0 (CorTemplateNode, 1);

  node->kind = kind;
  g_ptr_array_add (frame != NULL ? frame->arm->nodes : parser->root, node);
  return node;
}

static void
add_arm (Frame      *frame,
         const char *word)
{
  CorTemplateArm *arm = g_new0 (CorTemplateArm, 1);

  arm->word = g_strdup (word);
  arm->nodes = g_ptr_array_new_with_free_func (free_node);
  g_ptr_array_add (frame->node->arms, arm);
  frame->arm = arm;
}

/* The next word, mark or quoted text of a tag; NULL at its end. */
static char *
take_token (const char **at,
            const char  *end,
            const char **place)
{
  const char *start;

  while (*at < end && g_ascii_isspace (**at))
    (*at)++;
  *place = *at;
  start = *at;
  if (start == end)
    return NULL;
  if (*start == '"')
    {
      const char *close = memchr (start + 1, '"', (gsize) (end - start - 1));

      *at = close != NULL ? close + 1 : end;
      return g_strndup (start + 1, (gsize) ((close != NULL ? close : end) - start - 1));
    }
  (*at)++;
  if (*start != '|' && *start != ':')
    while (*at < end && !g_ascii_isspace (**at) && strchr ("|:\"", **at) == NULL)
      (*at)++;
  return g_strndup (start, (gsize) (*at - start));
}

/* Where a tag ends: at @close outside quotes and on the same line. */
static const char *
find_close (const char *start,
            const char *close)
{
  gboolean is_quoted = FALSE;

  for (const char *p = start; *p != '\0' && *p != '\n'; p++)
    if (*p == '"')
      is_quoted = !is_quoted;
    else if (!is_quoted && p[0] == close[0] && p[1] == close[1])
      return p;
  return NULL;
}

static const CorTemplateVariable *
find_variable (Parser     *parser,
               const char *name,
               const char *place)
{
  const CorTemplateVariable *variable = cor_template_variable_find (name);

  if (variable == NULL && name == NULL)
    fail_at (parser, parser->line, parser->column, COR_TEMPLATE_ERROR_SYNTAX, _ ("a variable is missing here"));
  else if (variable == NULL)
    fail_at (parser, parser->line, get_column (parser, place), COR_TEMPLATE_ERROR_UNKNOWN_VARIABLE, _ ("there is no variable “%s”"), name);
  return variable;
}

static gboolean
read_filter (Parser          *parser,
             CorTemplateNode *node,
             const char     **at,
             const char      *end)
{
  const char      *place = NULL;
  const char      *mark_place = NULL;
  g_autofree char *name = take_token (at, end, &place);
  g_autofree char *mark = NULL;
  g_autofree char *argument = NULL;
  g_autofree char *problem = NULL;
  const char      *before = *at;

  if (name == NULL)
    return fail_at (parser, parser->line, get_column (parser, place), COR_TEMPLATE_ERROR_SYNTAX, _ ("a filter is missing after “|”"));
  mark = take_token (at, end, &mark_place);
  if (g_strcmp0 (mark, ":") == 0 && *mark_place == ':')
    {
      argument = take_token (at, end, &mark_place);
      if (argument == NULL || *mark_place != '"')
        return fail_at (parser, parser->line, get_column (parser, mark_place), COR_TEMPLATE_ERROR_SYNTAX, _ ("after “:” comes a text in quotes"));
    }
  else
    *at = before;
  return cor_template_filter_check (node, name, argument, &problem) ||
         fail_at (parser, parser->line, get_column (parser, place), COR_TEMPLATE_ERROR_UNKNOWN_FILTER, "%s", problem);
}

static gboolean
read_variable (Parser     *parser,
               const char *at,
               const char *end)
{
  const char                *place = NULL;
  g_autofree char           *name = take_token (&at, end, &place);
  const CorTemplateVariable *variable = find_variable (parser, name, place);
  CorTemplateNode           *node = NULL;

  if (variable == NULL)
    return FALSE;
  node = add_node (parser, COR_TEMPLATE_NODE_VARIABLE);
  node->variable = variable;
  node->text = g_strndup (parser->at, (gsize) (end + 2 - parser->at));
  for (;;)
    {
      g_autofree char *mark = take_token (&at, end, &place);

      if (mark == NULL)
        return TRUE;
      if (!g_str_equal (mark, "|") || *place != '|')
        return fail_at (parser, parser->line, get_column (parser, place), COR_TEMPLATE_ERROR_SYNTAX, _ ("“|” and a filter are expected here"));
      if (!read_filter (parser, node, &at, end))
        return FALSE;
    }
}

static gboolean
open_block (Parser     *parser,
            guint       block,
            const char *name,
            const char *place)
{
  const CorTemplateVariable *variable = find_variable (parser, name, place);
  const Frame               *outer = get_frame (parser);
  Frame                      frame = { NULL, NULL, parser->line, parser->column };

  if (variable == NULL)
    return FALSE;
  if (outer != NULL && outer->arm == NULL)
    return fail_at (parser, parser->line, parser->column, COR_TEMPLATE_ERROR_SYNTAX, _ ("there is text before the first “when”"));
  if (parser->open->len >= MAX_DEPTH)
    return fail_at (parser, parser->line, parser->column, COR_TEMPLATE_ERROR_SYNTAX, _ ("there are too many tags within tags"));
  if ((blocks[block].kind == COR_TEMPLATE_NODE_PLURAL && variable->kind != COR_TEMPLATE_COUNT && variable->kind != COR_TEMPLATE_LIST) ||
      (blocks[block].kind == COR_TEMPLATE_NODE_SELECT && variable->kind != COR_TEMPLATE_TEXT))
    return fail_at (parser, parser->line, get_column (parser, place), COR_TEMPLATE_ERROR_SYNTAX,
                    /* Translators: the first %s is “plural” or “select”, the second a variable */
                    _ ("“%s” does not go with %s"), blocks[block].word, name);

  frame.node = add_node (parser, blocks[block].kind);
  frame.node->variable = variable;
  frame.node->arms = g_ptr_array_new_with_free_func (free_arm);
  if (blocks[block].kind == COR_TEMPLATE_NODE_IF)
    add_arm (&frame, "if");
  g_array_append_val (parser->open, frame);
  return TRUE;
}

static gboolean
has_arm (const Frame *frame,
         const char  *word)
{
  for (guint i = 0; i < frame->node->arms->len; i++)
    if (g_str_equal (((CorTemplateArm *) frame->node->arms->pdata[i])->word, word))
      return TRUE;
  return FALSE;
}

static gboolean
is_plural_word (const char *word)
{
  static const char *const words[] = { "zero", "one", "two", "few", "many", "other", NULL };
  guint64                  number = 0;

  return g_strv_contains (words, word) || (*word == '=' && g_ascii_string_to_unsigned (word + 1, 10, 0, G_MAXINT32, &number, NULL));
}

/* “else” of an if, “when” of the others. */
static gboolean
next_arm (Parser     *parser,
          gboolean    is_else,
          const char *word)
{
  Frame *frame = get_frame (parser);

  if (frame == NULL || (frame->node->kind == COR_TEMPLATE_NODE_IF) != is_else)
    return fail_at (parser, parser->line, parser->column, COR_TEMPLATE_ERROR_SYNTAX, _ ("“%s” belongs to no tag here"), is_else ? "else" : "when");
  if (word == NULL || (frame->node->kind == COR_TEMPLATE_NODE_PLURAL && !is_plural_word (word)))
    return fail_at (parser, parser->line, parser->column, COR_TEMPLATE_ERROR_SYNTAX,
                    _ ("after “when” comes zero, one, two, few, many, other or a number such as =0; in a “select” the value"));
  if (has_arm (frame, word))
    return fail_at (parser, parser->line, parser->column, COR_TEMPLATE_ERROR_SYNTAX, _ ("“%s” is there twice"), word);
  add_arm (frame, word);
  return TRUE;
}

static gboolean
close_block (Parser *parser,
             guint   block)
{
  Frame *frame = get_frame (parser);

  if (frame == NULL || frame->node->kind != blocks[block].kind)
    return fail_at (parser, parser->line, parser->column, COR_TEMPLATE_ERROR_SYNTAX, _ ("“%s” ends nothing here"), blocks[block].end);
  if (frame->node->kind != COR_TEMPLATE_NODE_IF && !has_arm (frame, "other"))
    return fail_at (parser, frame->line, frame->column, COR_TEMPLATE_ERROR_SYNTAX, _ ("“when other” is missing in this tag"));
  g_array_set_size (parser->open, parser->open->len - 1);
  return TRUE;
}

static gboolean
read_tag (Parser     *parser,
          const char *at,
          const char *end)
{
  const char      *place = NULL;
  const char      *argument_place = NULL;
  const char      *rest_place = NULL;
  g_autofree char *word = take_token (&at, end, &place);
  g_autofree char *argument = take_token (&at, end, &argument_place);
  g_autofree char *rest = take_token (&at, end, &rest_place);
  const char      *shown = word != NULL ? word : "";

  if (rest != NULL)
    return fail_at (parser, parser->line, get_column (parser, rest_place), COR_TEMPLATE_ERROR_SYNTAX, _ ("“%s” is too much in this tag"), rest);
  if (g_str_equal (shown, "when"))
    return next_arm (parser, FALSE, argument);
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    if (g_str_equal (shown, blocks[i].word))
      return open_block (parser, i, argument, argument_place);
  if (argument != NULL && (g_str_equal (shown, "else") || g_str_has_prefix (shown, "end")))
    return fail_at (parser, parser->line, get_column (parser, argument_place), COR_TEMPLATE_ERROR_SYNTAX, _ ("“%s” is too much in this tag"), argument);
  if (g_str_equal (shown, "else"))
    return next_arm (parser, TRUE, "else");
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    if (g_str_equal (shown, blocks[i].end))
      return close_block (parser, i);
  return fail_at (parser, parser->line, parser->column, COR_TEMPLATE_ERROR_SYNTAX, _ ("there is no tag “%s”"), shown);
}

static gboolean
add_text (Parser     *parser,
          const char *end)
{
  const Frame     *frame = get_frame (parser);
  g_autofree char *text = g_strndup (parser->at, (gsize) (end - parser->at));

  if (frame != NULL && frame->arm == NULL)
    {
      if (strspn (text, " \t\r\n") != strlen (text))
        return fail_at (parser, parser->line, parser->column, COR_TEMPLATE_ERROR_SYNTAX, _ ("there is text before the first “when”"));
    }
  else if (*text != '\0')
    add_node (parser, COR_TEMPLATE_NODE_TEXT)->text = g_steal_pointer (&text);
  advance (parser, end);
  return TRUE;
}

/* The next place where something begins or ends: the two braces of a tag. */
static const char *
find_brace (const char *text)
{
  const char *p = text;

  while (*(p += strcspn (p, "{}%")) != '\0')
    {
      if ((p[0] == '{' && (p[1] == '{' || p[1] == '%')) || (p[0] == '}' && p[1] == '}') || (p[0] == '%' && p[1] == '}'))
        break;
      p++;
    }
  return p;
}

static gboolean
read_brace (Parser *parser)
{
  gboolean     is_tag = parser->at[1] == '%';
  const char  *close = NULL;
  const Frame *frame = get_frame (parser);

  if (parser->at[0] != '{')
    return fail_at (parser, parser->line, parser->column, COR_TEMPLATE_ERROR_SYNTAX, _ ("“%.2s” closes nothing"), parser->at);
  close = find_close (parser->at + 2, is_tag ? "%}" : "}}");
  if (close == NULL)
    return fail_at (parser, parser->line, parser->column, COR_TEMPLATE_ERROR_SYNTAX, _ ("“%.2s” is not closed on its line"), parser->at);
  if (!is_tag && frame != NULL && frame->arm == NULL)
    return fail_at (parser, parser->line, parser->column, COR_TEMPLATE_ERROR_SYNTAX, _ ("there is text before the first “when”"));
  if (is_tag ? !read_tag (parser, parser->at + 2, close) : !read_variable (parser, parser->at + 2, close))
    return FALSE;
  advance (parser, close + 2);
  return TRUE;
}

static gboolean
parse_all (Parser *parser)
{
  while (*parser->at != '\0')
    if (!add_text (parser, find_brace (parser->at)) || (*parser->at != '\0' && !read_brace (parser)))
      return FALSE;
  if (parser->open->len > 0)
    {
      const Frame *frame = get_frame (parser);

      for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
        if (blocks[i].kind == frame->node->kind)
          return fail_at (parser, frame->line, frame->column, COR_TEMPLATE_ERROR_SYNTAX,
                          /* Translators: both are words of the template language, such as “if” and “endif” */
                          _ ("“%s” has no “%s”"), blocks[i].word, blocks[i].end);
    }
  return TRUE;
}

/**
 * cor_template_text_parse:
 * @text: of a template
 * @error: COR_TEMPLATE_ERROR with line and column, both from 1, columns in characters
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): the text, read
 */
CorTemplateText *
cor_template_text_parse (const char *text,
                         GError    **error)
{
  g_autoptr (CorTemplateText) self = g_new0 (CorTemplateText, 1);
  g_autoptr (GArray) open = g_array_new (FALSE, TRUE, sizeof (Frame));
  Parser parser = { text, 1, 1, NULL, open, error };

  self->nodes = g_ptr_array_new_with_free_func (free_node);
  parser.root = self->nodes;
  if (strlen (text) > COR_TEMPLATE_MAX_BYTES || !g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, COR_TEMPLATE_ERROR, COR_TEMPLATE_ERROR_SYNTAX, _ ("This is not a text in UTF-8, or too long for a reply"));
      return NULL;
    }
  return parse_all (&parser) ? g_steal_pointer (&self) : NULL;
}

void
cor_template_text_free (CorTemplateText *self)
{
  g_ptr_array_unref (self->nodes);
  g_free (self);
}

static void
collect_variables (const GPtrArray *nodes,
                   GHashTable      *names)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      const CorTemplateNode *node = nodes->pdata[i];

      if (node->variable != NULL)
        g_hash_table_add (names, (gpointer) node->variable->name);
      for (guint arm = 0; node->arms != NULL && arm < node->arms->len; arm++)
        collect_variables (((CorTemplateArm *) node->arms->pdata[arm])->nodes, names);
    }
}

/**
 * cor_template_text_get_variables:
 *
 * Returns: (transfer full) (array zero-terminated=1): every variable that is named in it, in order of their names
 */
char **
cor_template_text_get_variables (const CorTemplateText *self)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();
  const CorTemplateVariable *variables = NULL;
  guint                      n = 0;

  collect_variables (self->nodes, names);
  variables = cor_template_variable_get_all (&n);
  for (guint i = 0; i < n; i++)
    if (g_hash_table_contains (names, variables[i].name))
      g_strv_builder_add (found, variables[i].name);
  return g_strv_builder_end (found);
}

static void
append_words (const GPtrArray *nodes,
              GString         *words)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      const CorTemplateNode *node = nodes->pdata[i];

      if (node->kind == COR_TEMPLATE_NODE_VARIABLE)
        g_string_append (words, "…");
      else if (node->kind == COR_TEMPLATE_NODE_TEXT)
        g_string_append (words, node->text);
      else if (node->kind == COR_TEMPLATE_NODE_IF)
        for (guint arm = 0; arm < node->arms->len; arm++)
          append_words (((CorTemplateArm *) node->arms->pdata[arm])->nodes, words);
      else
        append_words (((CorTemplateArm *) node->arms->pdata[node->arms->len - 1])->nodes, words);
    }
}

/**
 * cor_template_text_dup_words:
 *
 * For the search and for lists: what the text says whatever the case, with “…” where values go. Of numbers and
 * choices the last form stands for all.
 *
 * Returns: (transfer full): the words
 */
char *
cor_template_text_dup_words (const CorTemplateText *self)
{
  GString *words = g_string_new (NULL);

  append_words (self->nodes, words);
  return g_string_free (words, FALSE);
}

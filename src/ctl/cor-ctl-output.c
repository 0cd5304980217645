/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-ctl-output.h"

#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* A column does not get narrower than this to make room. */
#define NARROWEST 8
#define GAP 2

#define STRONG "\033[1m"
#define FAINT "\033[2m"
#define PLAIN "\033[0m"

struct _CorCtlTable
{
  char      *aligns; /* owned: one letter a column, l or r */
  int        n_columns;
  GPtrArray *rows;    /* of GStrv; the first are the titles */
  GArray    *strongs; /* gboolean of each row */
};

static int
get_char_width (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

/**
 * cor_ctl_text_width:
 * @text: one line of valid UTF-8
 *
 * Returns: the columns that a terminal needs for it
 */
int
cor_ctl_text_width (const char *text)
{
  int width = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    width += get_char_width (g_utf8_get_char (at));
  return width;
}

/* Controls make a terminal do things, and overrides of direction make a line read as another one. */
static gboolean
is_harmful (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_CONTROL || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x2028 || c == 0x2029;
}

static char *
clean (const char *text,
       const char *indent) /* of further lines; NULL: one line */
{
  GString         *cleaned = g_string_new (NULL);
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '\n' && indent != NULL)
        g_string_append_printf (cleaned, "\n%s", indent);
      else if (c == '\n' || c == '\t')
        g_string_append_c (cleaned, ' ');
      else if (!is_harmful (c))
        g_string_append_unichar (cleaned, c);
    }
  return g_string_free (cleaned, FALSE);
}

/**
 * cor_ctl_clean_line:
 * @text: (nullable): of anybody
 *
 * Returns: (transfer full): it on one line, without anything that a terminal would obey
 */
char *
cor_ctl_clean_line (const char *text)
{
  return clean (text, NULL);
}

/**
 * cor_ctl_clean_text:
 * @text: (nullable): of anybody
 * @indent: stands before every line but the first
 *
 * Returns: (transfer full): it without anything that a terminal would obey but its line breaks
 */
char *
cor_ctl_clean_text (const char *text,
                    const char *indent)
{
  return clean (text, indent);
}

/**
 * cor_ctl_mark:
 * @text: valid UTF-8, of anybody
 * @marks: (element-type CorMark): of @text
 *
 * Returns: (transfer full): it on one line, without anything that a terminal would obey; what is marked is bold on a
 *   terminal
 */
char *
cor_ctl_mark (const char   *text,
              const GArray *marks)
{
  GString *out = g_string_new (NULL);
  guint    at = 0;

  for (guint i = 0; i <= marks->len; i++)
    {
      const CorMark   *mark = i < marks->len ? &g_array_index (marks, CorMark, i) : NULL;
      g_autofree char *plain = mark != NULL ? g_strndup (text + at, mark->start - at) : g_strdup (text + at);
      g_autofree char *marked = mark != NULL ? g_strndup (text + mark->start, mark->end - mark->start) : NULL;
      g_autofree char *clean_plain = clean (plain, NULL);
      g_autofree char *clean_marked = clean (marked, NULL);
      gboolean         is_bold = mark != NULL && cor_ctl_is_colourful ();

      g_string_append_printf (out, "%s%s%s%s", clean_plain, is_bold ? STRONG : "", clean_marked, is_bold ? PLAIN : "");
      at = mark != NULL ? mark->end : at;
    }
  return g_string_free (out, FALSE);
}

gboolean
cor_ctl_is_colourful (void)
{
  const char *no_colour = g_getenv ("NO_COLOR");
  const char *terminal = g_getenv ("TERM");

  return isatty (STDOUT_FILENO) && (no_colour == NULL || *no_colour == '\0') && g_strcmp0 (terminal, "dumb") != 0;
}

/**
 * cor_ctl_get_terminal_width:
 *
 * Returns: the columns of the terminal, 0 when the output goes elsewhere: then nothing is cut
 */
int
cor_ctl_get_terminal_width (void)
{
  struct winsize size = { 0 };

  return isatty (STDOUT_FILENO) && ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

/**
 * cor_ctl_print:
 *
 * Prints to the standard output, in the encoding of the locale.
 */
void
cor_ctl_print (const char *format,
               ...)
{
  g_autofree char *text = NULL;
  va_list          args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_print ("%s", text);
}

void
cor_ctl_print_strong (const char *text)
{
  if (cor_ctl_is_colourful ())
    cor_ctl_print (STRONG "%s" PLAIN "\n", text);
  else
    cor_ctl_print ("%s\n", text);
}

static void
add_row (CorCtlTable *self,
         const char  *first,
         va_list      args)
{
  char   **cells = g_new0 (char *, self->n_columns + 1);
  gboolean strong = FALSE;

  for (int i = 0; i < self->n_columns; i++)
    {
      const char *cell = i == 0 ? first : va_arg (args, const char *);

      g_assert (cell != NULL);
      cells[i] = cor_ctl_clean_line (cell);
    }
  g_ptr_array_add (self->rows, cells);
  g_array_append_val (self->strongs, strong);
}

/**
 * cor_ctl_table_new:
 * @aligns: a letter a column: l, r
 * @...: the titles of the columns, and %NULL
 *
 * Returns: (transfer full): an empty table
 */
CorCtlTable *
cor_ctl_table_new (const char *aligns,
                   ...)
{
  CorCtlTable *self = g_new0 (CorCtlTable, 1);
  va_list      args;

  self->aligns = g_strdup (aligns);
  self->n_columns = (int) strlen (aligns);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->strongs = g_array_new (FALSE, FALSE, sizeof (gboolean));
  va_start (args, aligns);
  add_row (self, va_arg (args, const char *), args);
  va_end (args);
  return self;
}

/**
 * cor_ctl_table_add:
 * @...: a text for every column, none of them %NULL, and %NULL
 */
void
cor_ctl_table_add (CorCtlTable *self,
                   ...)
{
  va_list args;

  va_start (args, self);
  add_row (self, va_arg (args, const char *), args);
  va_end (args);
}

/**
 * cor_ctl_table_strengthen:
 *
 * Lets the row added last stand out.
 */
void
cor_ctl_table_strengthen (CorCtlTable *self)
{
  g_array_index (self->strongs, gboolean, self->strongs->len - 1) = TRUE;
}

/* Every column as wide as its widest cell, then the widest ones give way until it fits. */
static void
measure (CorCtlTable *self,
         int          width,
         int         *widths)
{
  int total = GAP * (self->n_columns - 1);

  for (int i = 0; i < self->n_columns; i++)
    {
      widths[i] = 0;
      for (guint j = 0; j < self->rows->len; j++)
        widths[i] = MAX (widths[i], cor_ctl_text_width (((char **) self->rows->pdata[j])[i]));
      total += widths[i];
    }

  while (width > 0 && total > width)
    {
      int widest = 0;

      for (int i = 1; i < self->n_columns; i++)
        if (widths[i] >= widths[widest])
          widest = i;
      if (widths[widest] <= NARROWEST)
        break;
      widths[widest]--;
      total--;
    }
}

/* What fits into @width, with an ellipsis for the rest. */
static char *
cut (const char *cell,
     int         width)
{
  const char *end = cell;
  int         used = 0;

  if (cor_ctl_text_width (cell) <= width)
    return g_strdup (cell);

  for (; *end != '\0'; end = g_utf8_next_char (end))
    {
      int more = get_char_width (g_utf8_get_char (end));

      if (used + more > width - 1)
        break;
      used += more;
    }
  return g_strdup_printf ("%.*s…", (int) (end - cell), cell);
}

static void
append_spaces (GString *text,
               int      n)
{
  for (int i = 0; i < n; i++)
    g_string_append_c (text, ' ');
}

static void
append_row (CorCtlTable *self,
            GString     *text,
            char *const *cells,
            const int   *widths)
{
  for (int i = 0; i < self->n_columns; i++)
    {
      g_autofree char *cell = cut (cells[i], widths[i]);
      int              padding = widths[i] - cor_ctl_text_width (cell);

      if (i > 0)
        append_spaces (text, GAP);
      if (self->aligns[i] == 'r')
        append_spaces (text, padding);
      g_string_append (text, cell);
      if (self->aligns[i] != 'r' && i + 1 < self->n_columns)
        append_spaces (text, padding);
    }
}

/**
 * cor_ctl_table_format:
 * @width: columns that there are, 0 for as many as it takes
 * @is_colourful: whether titles and strong rows are marked
 *
 * Returns: (transfer full): its lines
 */
char *
cor_ctl_table_format (CorCtlTable *self,
                      int          width,
                      gboolean     is_colourful)
{
  g_autofree int *widths = g_new0 (int, self->n_columns);
  GString        *text = g_string_new (NULL);

  measure (self, width, widths);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const char *style = i == 0 ? FAINT : g_array_index (self->strongs, gboolean, i) ? STRONG
                                                                                      : NULL;

      if (is_colourful && style != NULL)
        g_string_append (text, style);
      append_row (self, text, self->rows->pdata[i], widths);
      if (is_colourful && style != NULL)
        g_string_append (text, PLAIN);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

/**
 * cor_ctl_table_print:
 *
 * Prints it as wide as the terminal is, or whole where there is none.
 */
void
cor_ctl_table_print (CorCtlTable *self)
{
  g_autofree char *text = cor_ctl_table_format (self, cor_ctl_get_terminal_width (), cor_ctl_is_colourful ());

  cor_ctl_print ("%s", text);
}

void
cor_ctl_table_free (CorCtlTable *self)
{
  g_ptr_array_unref (self->rows);
  g_array_unref (self->strongs);
  g_free (self->aligns);
  g_free (self);
}

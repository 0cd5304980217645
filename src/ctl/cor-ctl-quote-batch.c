/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-ctl-quote-batch"

#include "config.h"

#include "cor-ctl-quote.h"

#include "cor-ctl-error.h"
#include "cor-json.h"
#include "cor-money-error.h"
#include "cor-quote-json.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <stdlib.h>

/* Of a well-formed line the answer is the contract's, and nothing else; of any other, also what is wrong. */
static void
add_error (JsonBuilder  *builder,
           const GError *error,
           gint64        line)
{
  gboolean is_answer = g_error_matches (error, COR_MONEY_ERROR, COR_MONEY_ERROR_TOO_SMALL) ||
                       g_error_matches (error, COR_MONEY_ERROR, COR_MONEY_ERROR_TOO_LARGE);

  json_builder_set_member_name (builder, "error");
  json_builder_add_string_value (builder, cor_money_error_get_key (is_answer ? (CorMoneyError) error->code : COR_MONEY_ERROR_INVALID));
  if (is_answer)
    return;
  json_builder_set_member_name (builder, "message");
  json_builder_add_string_value (builder, error->message);
  json_builder_set_member_name (builder, "line");
  json_builder_add_int_value (builder, line);
}

static gboolean
answer (JsonBuilder *builder,
        const char  *text,
        gsize        len,
        GError     **error)
{
  g_autoptr (JsonNode) root = cor_json_parse (text, len, NULL);
  g_auto (CorQuoteRequest) request = { { 0 } };
  CorQuote quote;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error, COR_MONEY_ERROR, COR_MONEY_ERROR_INVALID, _ ("This line is not a JSON object"));
      return FALSE;
    }
  if (!cor_quote_request_read (&request, json_node_get_object (root), error) || !cor_quote_request_answer (&request, &quote, error))
    return FALSE;
  cor_quote_json_add (builder, &request.terms, &quote);
  return TRUE;
}

static void
answer_line (JsonGenerator *generator,
             const char    *text,
             gsize          len,
             gint64         line)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *out = NULL;

  json_builder_begin_object (builder);
  if (!answer (builder, text, len, &error))
    add_error (builder, error, line);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  out = json_generator_to_data (generator, NULL);
  puts (out);
}

/**
 * cor_ctl_quote_batch:
 * @file: lines of JSON, each an “input” of fee-examples.json; “-” is the standard input
 * @error: %COR_CTL_ERROR_FAILED when it cannot be read
 *
 * Prints a line for each, in their order, in the form of “expected”. A line that is wrong is answered too,
 * and the rest goes on.
 *
 * Returns: whether it could be read
 */
gboolean
cor_ctl_quote_batch (const char *file,
                     GError    **error)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  FILE   *in = g_str_equal (file, "-") ? stdin : fopen (file, "re");
  char   *text = NULL;
  size_t  size = 0;
  ssize_t len;

  if (in == NULL)
    {
      g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED, _ ("“%s” cannot be read"), file);
      return FALSE;
    }
  for (gint64 line = 1; (len = getline (&text, &size, in)) >= 0; line++)
    {
      if (len > 0 && text[len - 1] == '\n')
        text[--len] = '\0';
      answer_line (generator, text, (gsize) len, line);
    }
  free (text);
  if (in != stdin)
    fclose (in);
  return TRUE;
}

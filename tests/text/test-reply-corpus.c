/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-test-main.h"
#include "cor-test-reply.h"

#include "cor-template-text.h"

#include <json-glib/json-glib.h>
#include <locale.h>
#include <string.h>

/* Less than these is not the corpus that the check was measured with. */
#define LEAST_GOOD 500
#define LEAST_BAD 300

/* All of what is wrong, not the last of it. */
static void G_GNUC_PRINTF (1, 2)
  tell (const char *format,
        ...)
{
  va_list          args;
  g_autofree char *text = NULL;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_test_message ("%s", text);
  g_test_fail ();
}

typedef void (*LineFunc) (CorReplyRules *rules,
                          JsonObject    *line);

static guint
read_corpus (const char    *name,
             CorReplyRules *rules,
             LineFunc       func)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "tests", "text", "corpus", name, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL && lines[i][0] != '\0'; i++, n++)
    {
      g_autoptr (JsonNode) node = json_from_string (lines[i], &error);

      g_assert_no_error (error);
      func (rules, json_node_get_object (node));
    }
  return n;
}

static CorReplyContext *
make_context (JsonObject *line)
{
  CorReplyContext *context = cor_test_reply_context (json_object_get_string_member (line, "language"));

  context->is_held = json_object_get_boolean_member_with_default (line, "held", FALSE);
  context->is_window_closed = json_object_get_boolean_member_with_default (line, "closed", FALSE);
  context->channel = cor_channel_from_string (json_object_get_string_member_with_default (line, "channel", "email"));
  if (!json_object_get_boolean_member_with_default (line, "verified", TRUE))
    context->trust = COR_REPLY_TRUST_NOT_VERIFIED;
  return context;
}

static void
check_good (CorReplyRules *rules,
            JsonObject    *line)
{
  const char *text = json_object_get_string_member (line, "text");
  g_autoptr (CorReplyContext) context = make_context (line);
  g_autoptr (GPtrArray) findings = cor_reply_check_run (rules, text, context);
  g_autofree char *list = cor_test_reply_list (findings);

  if (findings->len > 0)
    tell ("%s:%s", text, list);
}

static void
check_bad (CorReplyRules *rules,
           JsonObject    *line)
{
  const char *text = json_object_get_string_member (line, "text");
  const char *rule = json_object_get_string_member (line, "rule");
  g_autoptr (CorReplyContext) context = make_context (line);
  g_autoptr (GPtrArray) findings = cor_reply_check_run (rules, text, context);
  g_autofree char *list = cor_test_reply_list (findings);

  if (!cor_test_reply_found (findings, rule))
    tell ("%s is not found in %s (only%s)", rule, text, list);
}

/* With its rule switched off nothing may find the same for another reason. */
static void
check_off (CorReplyRules *rules,
           JsonObject    *line)
{
  const char *text = json_object_get_string_member (line, "text");
  const char *rule = json_object_get_string_member (line, "rule");
  g_autoptr (CorReplyContext) context = make_context (line);
  g_autoptr (GPtrArray) findings = NULL;

  g_assert_true (cor_reply_rules_set_enabled (rules, rule, FALSE));
  findings = cor_reply_check_run (rules, text, context);
  g_assert_true (cor_reply_rules_set_enabled (rules, rule, TRUE));
  if (cor_test_reply_found (findings, rule))
    tell ("%s is found in %s although it is switched off", rule, text);
}

static void
test_good (void)
{
  g_autoptr (CorReplyRules) rules = cor_test_reply_rules ();

  g_assert_cmpuint (read_corpus ("good.jsonl", rules, check_good), >=, LEAST_GOOD);
}

static void
test_bad (void)
{
  g_autoptr (CorReplyRules) rules = cor_test_reply_rules ();

  g_assert_cmpuint (read_corpus ("bad.jsonl", rules, check_bad), >=, LEAST_BAD);
}

static GHashTable *seen;

static void
note_rule (CorReplyRules *rules,
           JsonObject    *line)
{
  g_hash_table_add (seen, g_strdup (json_object_get_string_member (line, "rule")));
}

static void
test_switched_off (void)
{
  g_autoptr (CorReplyRules) rules = cor_test_reply_rules ();
  g_auto (GStrv) ids = cor_reply_rules_list (rules);

  read_corpus ("bad.jsonl", rules, check_off);
  /* no rule without a reply that it catches */
  seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  read_corpus ("bad.jsonl", rules, note_rule);
  for (guint i = 0; ids[i] != NULL; i++)
    if (!g_hash_table_contains (seen, ids[i]))
      tell ("the corpus has nothing for the rule %s", ids[i]);
  g_clear_pointer (&seen, g_hash_table_unref);
  g_assert_false (cor_reply_rules_set_enabled (rules, "nothing", FALSE));
}

static char *
read_check_file (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "checks", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* "say", a rule and a language with the tabs between them and after them; NULL for another line. */
static char *
dup_group (const char *line)
{
  const char *end = g_str_has_prefix (line, "say\t") ? strchr (line + strlen ("say\t"), '\t') : NULL;

  end = end != NULL ? strchr (end + 1, '\t') : NULL;
  return end != NULL ? g_strndup (line, (gsize) (end + 1 - line)) : NULL;
}

/* (transfer full): what the check knows, but for a group of phrases. */
static CorReplyRules *
make_rules_without (const char *facts,
                    char      **phrases,
                    const char *group)
{
  CorReplyRules *rules = cor_reply_rules_new ();
  g_autoptr (GString) left = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; phrases[i] != NULL; i++)
    if (!g_str_has_prefix (phrases[i], group))
      g_string_append_printf (left, "%s\n", phrases[i]);
  cor_reply_rules_add (rules, facts, &error);
  g_assert_no_error (error);
  cor_reply_rules_add (rules, left->str, &error);
  g_assert_no_error (error);
  return rules;
}

static const char *wanted;
static guint       n_missed;

static void
count_missed (CorReplyRules *rules,
              JsonObject    *line)
{
  g_autoptr (CorReplyContext) context = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  if (n_missed > 0 || strcmp (json_object_get_string_member (line, "rule"), wanted) != 0)
    return;
  context = make_context (line);
  findings = cor_reply_check_run (rules, json_object_get_string_member (line, "text"), context);
  if (!cor_test_reply_found (findings, wanted))
    n_missed++;
}

/* What a rule knows of a language is needed: without it something bad is no longer caught. */
static void
test_broken (void)
{
  g_autoptr (CorReplyRules) whole = cor_test_reply_rules ();
  g_auto (GStrv) ids = cor_reply_rules_list (whole);
  g_autofree char *facts = read_check_file ("rules.tsv");
  g_autofree char *text = read_check_file ("phrases.tsv");
  g_auto (GStrv) phrases = g_strsplit (text, "\n", -1);
  g_autoptr (GHashTable) done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = 0;

  for (guint i = 0; phrases[i] != NULL; i++)
    {
      g_autofree char *group = dup_group (phrases[i]);
      g_auto (GStrv) fields = g_strsplit (phrases[i], "\t", 3);
      g_autoptr (CorReplyRules) rules = NULL;

      /* what is no rule helps others: how a rate is spoken of, for one */
      if (group == NULL || !g_strv_contains ((const char *const *) ids, fields[1]) || !g_hash_table_add (done, g_strdup (group)))
        continue;
      rules = make_rules_without (facts, phrases, group);
      wanted = fields[1];
      n_missed = 0;
      read_corpus ("bad.jsonl", rules, count_missed);
      if (n_missed == 0)
        tell ("the corpus does not need “%s”", group);
      n++;
    }
  g_test_message ("%u groups of phrases, each taken away once", n);
  g_assert_cmpuint (n, >, 100);
}

/* The values of sample.tsv for a language; "*" holds where there is none. */
static void
set_samples (CorTemplateValues *values,
             CorReplyContext   *context,
             char             **samples,
             const char        *locale)
{
  for (guint i = 1; samples[i] != NULL && samples[i][0] != '\0'; i++)
    {
      g_auto (GStrv) fields = g_strsplit (samples[i], "\t", 3);
      g_autoptr (GError) error = NULL;
      const CorTemplateValue *value;

      if (strcmp (fields[1], locale) != 0 && strcmp (fields[1], "*") != 0)
        continue;
      g_strdelimit (fields[2], "|", '\n');
      cor_template_values_parse (values, fields[0], fields[2], &error);
      g_assert_no_error (error);
      value = cor_template_values_get (values, fields[0]);
      if (value->kind == COR_TEMPLATE_MONEY)
        g_array_append_val (context->amounts, value->money);
      else if (value->kind == COR_TEMPLATE_LINK)
        cor_reply_context_add_domain (context, fields[2]);
      else if (value->kind == COR_TEMPLATE_TEXT || value->kind == COR_TEMPLATE_BLOCK)
        cor_reply_context_learn (context, fields[2]);
    }
}

static guint
check_variant (CorReplyRules *rules,
               char         **samples,
               const char    *id,
               const char    *locale,
               const char    *text)
{
  g_autoptr (GError) error = NULL;
  CorTemplateText *template = cor_template_text_parse (text, &error);
  g_autoptr (CorTemplateValues) values = cor_template_values_new ();
  g_autoptr (CorReplyContext) context = cor_reply_context_new ();
  CorTemplateTarget target = { .locale = locale, .zone = "Europe/Berlin" };
  CorTemplateFill  *fill;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *list = NULL;

  g_assert_no_error (error);
  context->channel = COR_CHANNEL_WHATSAPP;
  context->language = g_strdup (locale);
  context->is_held = g_str_has_prefix (id, "hold-");
  set_samples (values, context, samples, locale);
  fill = cor_template_text_render (template, values, &target, &error);
  g_assert_no_error (error);
  findings = cor_reply_check_run (rules, fill->text, context);
  list = cor_test_reply_list (findings);
  for (guint i = 0; i < findings->len; i++)
    {
      const CorReplyFinding *finding = findings->pdata[i];

      tell ("%s %s: %s: %.*s", id, locale, finding->rule, (int) (finding->end - finding->start), fill->text + finding->start);
    }
  cor_template_fill_free (fill);
  cor_template_text_free (template);
  return 1;
}

static guint
check_template (CorReplyRules *rules,
                char         **samples,
                const char    *path)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *text = NULL;
  g_auto (GStrv) variants = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  variants = g_strsplit (text, "\n== ", -1);
  for (guint i = 1; variants[i] != NULL; i++)
    {
      g_autofree char *locale = g_strndup (variants[i], strcspn (variants[i], " "));

      n += check_variant (rules, samples, base, locale, strchr (variants[i], '\n') + 1);
    }
  return n;
}

static guint
check_folder (CorReplyRules *rules,
              char         **samples,
              const char    *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint       n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_suffix (name, ".template"))
        n += check_template (rules, samples, path);
      else if (g_file_test (path, G_FILE_TEST_IS_DIR))
        n += check_folder (rules, samples, path);
    }
  return n;
}

/* Every text that comes with the program may be sent as it is. */
static void
test_templates (void)
{
  g_autoptr (CorReplyRules) rules = cor_test_reply_rules ();
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "templates", NULL);
  g_autofree char *path = g_build_filename (folder, "sample.tsv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) samples = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  samples = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (check_folder (rules, samples, folder), >=, 600);
}

/* What a story's agent says: lines that begin with "A: ", in lists of lists. */
static guint
check_told (CorReplyRules         *rules,
            const CorReplyContext *context,
            JsonNode              *node)
{
  guint n = 0;

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      g_autoptr (GList) members = json_object_get_values (json_node_get_object (node));

      for (const GList *member = members; member != NULL; member = member->next)
        n += check_told (rules, context, member->data);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        n += check_told (rules, context, json_array_get_element (array, i));
    }
  else if (json_node_get_value_type (node) == G_TYPE_STRING && g_str_has_prefix (json_node_get_string (node), "A: "))
    {
      g_auto (GStrv) parts = g_strsplit_set (json_node_get_string (node) + 3, "{}", -1);
      g_autofree char *text = g_strjoinv ("", parts);
      g_autoptr (GPtrArray) findings = cor_reply_check_run (rules, text, context);
      g_autofree char *list = cor_test_reply_list (findings);

      if (findings->len > 0)
        tell ("%s:%s", text, list);
      n = 1;
    }
  return n;
}

/* Replies that were not written for these rules: the conversations of the sandbox, the names of their values in the
 * place of the values. */
static void
test_stories (void)
{
  static const char *const languages[] = { "en", "zh_CN", "zh_TW", "es", "pt_BR", "fr", "de", "ja", "ar", "vi" };
  g_autoptr (CorReplyRules) rules = cor_test_reply_rules ();
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *name = g_strconcat ("stories-", languages[i], ".json", NULL);
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "sandbox", name, NULL);
      g_autofree char *text = NULL;
      g_autoptr (JsonNode) node = NULL;
      g_autoptr (CorReplyContext) context = cor_test_reply_context (NULL);

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      node = json_from_string (text, NULL);
      n += check_told (rules, context, json_object_get_member (json_node_get_object (node), "stories"));
    }
  g_assert_cmpuint (n, >=, 300);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  cor_test_init (&argc, &argv);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/reply-corpus/good", test_good);
  g_test_add_func ("/reply-corpus/bad", test_bad);
  g_test_add_func ("/reply-corpus/switched-off", test_switched_off);
  g_test_add_func ("/reply-corpus/broken", test_broken);
  g_test_add_func ("/reply-corpus/templates", test_templates);
  g_test_add_func ("/reply-corpus/stories", test_stories);
  return cor_test_run ();
}

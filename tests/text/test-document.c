/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-document.h"
#include "cor-test-main.h"
#include "cor-test-processor-time.h"

#include <string.h>

static void
dump_runs (GString *out, const CorBlock *block, const char *text)
{
  for (guint i = 0; i < block->runs->len; i++)
    {
      const CorRun *run = &g_array_index (block->runs, CorRun, i);
      const char   *letters = "bisc^_";

      g_string_append_printf (out, "%s'", i > 0 ? " " : "");
      for (guint k = 0; k < 6; k++)
        if (run->style & (1U << k))
          g_string_append_printf (out, "%c:", letters[k]);
      g_string_append_len (out, text + run->start, run->end - run->start);
      g_string_append_c (out, '\'');
      if (run->link != COR_LINK_NONE)
        g_string_append_printf (out, "→%c %s", "-wahi"[run->link], run -> target ? run -> target : "");
    }
}

/* The tree in brackets, such as "(h2 'Fees') (p 'See ' 'b:here'→w https://a.example)". */
static void
dump_block (GString *out, const CorBlock *block, const char *text)
{
  static const char *const names[] = { "root", "p", "h", "code", "img", "hr", "quote", "list", "li", "table", "tr", "td" };

  g_string_append_printf (out, "%s(%s", out->len > 0 && out->str[out->len - 1] != '(' ? " " : "", names[block->kind]);
  if (block->level > 0)
    g_string_append_printf (out, "%u#%s", block->level, block->id);
  if (block->kind == COR_BLOCK_ITEM && block->number > 0)
    g_string_append_printf (out, "%u", block->number);
  if (block->task != COR_TASK_NONE)
    g_string_append (out, block->task == COR_TASK_DONE ? "[x]" : "[ ]");
  if (block->is_head)
    g_string_append (out, "!");
  if (block->align != COR_ALIGN_DEFAULT)
    g_string_append_printf (out, "%c", " <|>"[block->align]);
  if (block->children != NULL)
    for (guint i = 0; i < block->children->len; i++)
      dump_block (out, g_ptr_array_index (block->children, i), text);
  else if (block->runs->len > 0)
    {
      g_string_append_c (out, ' ');
      dump_runs (out, block, text);
    }
  g_string_append_c (out, ')');
}

static char *
dump (const CorDocument *document)
{
  GString        *out = g_string_new (NULL);
  const CorBlock *root = cor_document_get_root (document);

  for (guint i = 0; i < root->children->len; i++)
    dump_block (out, g_ptr_array_index (root->children, i), cor_document_get_text (document));
  return g_string_free (out, FALSE);
}

/* What every document keeps to, whatever it was made of. */
static void
check_block (const CorDocument *document, const CorBlock *block, guint depth)
{
  const char *text = cor_document_get_text (document);
  guint       at = block->start;

  g_assert_cmpuint (block->start, <=, block->end);
  g_assert_cmpuint (block->end, <=, strlen (text));
  g_assert_cmpuint (depth, <, 32);
  if (block->children == NULL)
    {
      for (guint i = 0; i < block->runs->len; i++)
        {
          const CorRun *run = &g_array_index (block->runs, CorRun, i);

          g_assert_cmpuint (run->start, ==, at);
          g_assert_cmpuint (run->end, >, run->start);
          g_assert_true (g_utf8_validate (text + run->start, run->end - run->start, NULL));
          at = run->end;
        }
      g_assert_cmpuint (at, ==, block->end);
      return;
    }
  for (guint i = 0; i < block->children->len; i++)
    {
      const CorBlock *child = g_ptr_array_index (block->children, i);

      g_assert_cmpuint (child->start, >=, at);
      g_assert_cmpuint (child->end, <=, block->end);
      g_assert_true ((child->kind == COR_BLOCK_ITEM) == (block->kind == COR_BLOCK_LIST));
      g_assert_true ((child->kind == COR_BLOCK_ROW) == (block->kind == COR_BLOCK_TABLE));
      g_assert_true ((child->kind == COR_BLOCK_CELL) == (block->kind == COR_BLOCK_ROW));
      at = child->end;
      check_block (document, child, depth + 1);
    }
}

static void
check (const CorDocument *document)
{
  g_assert_true (g_utf8_validate (cor_document_get_text (document), -1, NULL));
  check_block (document, cor_document_get_root (document), 0);
}

typedef struct
{
  const char *source, *tree;
} Case;

static void
check_cases (const Case *cases, guint n, CorDocument *(*make) (const char *source))
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CorDocument) document = make (cases[i].source);
      g_autofree char *tree = dump (document);

      check (document);
      g_assert_cmpstr (tree, ==, cases[i].tree);
    }
}

static void
test_markdown (void)
{
  static const Case cases[] = {
    { NULL, "" },
    { "", "" },
    { "Plain.\nOne line on.  \nA new one.", "(p 'Plain. One line on.\nA new one.')" },
    { "到账\n时间", "(p '到账时间')" }, /* a line's end is no blank in Chinese */
    { "# One\n\ntext\n\n## One\n\n到账 时间\n===", "(h1#one 'One') (p 'text') (h2#one-1 'One') (h1#到账-时间 '到账 时间')" },
    { "a **b *c* ** ~~d~~ `e|f`", "(p 'a **b ' 'i:c' ' ** ' 's:d' ' ' 'c:e|f')" },
    { "***both*** _x_ snake_case_name 2*3*4 \\*no\\*", "(p 'b:i:both' ' ' 'i:x' ' snake_case_name 2' 'i:3' '4 *no*')" },
    { "[a](https://a.example/x?y=1&amp;z) [b](cut-off-time#how) [c](#one) [d](javascript:alert(1)) [e](/hc/p/articles/12-delays)",
      "(p 'a'→w https://a.example/x?y=1&z ' ' 'b'→a cut-off-time#how ' ' 'c'→h one ' d ' 'e'→a 12-delays)" },
    { "See https://a.example/b. Or help@a.example", "(p 'See ' 'https://a.example/b'→w https://a.example/b '. Or ' 'help@a.example'→w mailto:help@a.example)" },
    { "3. x\n4. y\n   - z\n\n     more\n5. w", "(list (li3 (p 'x')) (li4 (p 'y') (list (li (p 'z') (p 'more')))) (li5 (p 'w')))" },
    { "- [ ] open\n- [x] done", "(list (li[ ] (p 'open')) (li[x] (p 'done')))" },
    { "> a\n>\n> > b", "(quote (p 'a') (quote (p 'b')))" },
    { "```text\na  <b>\n\n  c\n```", "(code 'a  <b>\n\n  c')" },
    { "a\n\n---\n\nb", "(p 'a') (hr) (p 'b')" },
    { "| a | b |\n|:--|--:|\n| 1 | **2** |\n| 3 |\n", "(table (tr! (td< 'a') (td> 'b')) (tr (td< '1') (td> 'b:2')) (tr (td< '3') (td>)))" },
    { "![A map](https://a.example/m.png)", "(img 'A map'→i https://a.example/m.png)" },
    { "see ![](https://a.example/f/m%20x.png) and ![x](data:image/png;base64,AA)", "(p 'see ' 'm x.png'→i https://a.example/f/m%20x.png ' and ' 'x'→i )" },
    { "&lt;b&gt; &copy; &nosuch; &#8364; &#0;", "(p '<b> © &nosuch; € \xef\xbf\xbd')" },
    { "a<br>b <b>c</b> <script>d</script> <span onclick=x>e</span> <a href=\"https://a.example\">f</a>",
      "(p 'a\nb ' 'b:c' ' d e ' 'f'→w https://a.example)" },
    { "one\n\n<div><p>two</p>\n<ul><li>three</ul></div>\n\nfour", "(p 'one') (p 'two') (list (li (p 'three'))) (p 'four')" },
    { "[a][x]\n\n[x]: https://a.example \"t\"", "(p 'a'→w https://a.example)" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), cor_document_new);
}

static void
test_html (void)
{
  static const Case cases[] = {
    { "<h2>Fees &amp; more</h2><p>It <b>costs</b><br/>\n  little.</p>", "(h2#fees--more 'Fees & more') (p 'It ' 'b:costs' '\nlittle.')" },
    { "<table><thead><tr><th>a</th><th align=right>b</th></tr></thead><tr><td><p>1</p><p>2</p></td><td style='text-align: center'>3</table>",
      "(table (tr! (td 'a') (td> 'b')) (tr (td '1\n2') (td| '3')))" },
    { "<ol start=3><li>a<ul><li>b</ul><li>c</ol>", "(list (li3 (p 'a') (list (li (p 'b')))) (li4 (p 'c')))" },
    { "<ul><li>a</li><ul><li>b</li></ul></ul>", "(list (li (p 'a') (list (li (p 'b')))))" },
    { "<pre>a\n  b\n</pre>", "(code 'a\n  b')" },
    { "<div>a<script>alert(1)</script><style>p{}</style><span style='display:none'>x</span> b</div>", "(p 'a b')" },
    { "<p>x <a href='javascript:x()'>y</a> <img src='https://a.example/i.png' alt='z'></p>", "(p 'x y ' 'z'→i https://a.example/i.png)" },
    { "<tr><td>outside", "(p 'outside')" },
    { "<p>m<sup>2</sup> H<sub>2</sub>O</p>", "(p 'm' '^:2' ' H' '_:2' 'O')" },
    { "<blockquote><p>a</p><blockquote>b</blockquote></blockquote>", "(quote (p 'a') (quote (p 'b')))" },
    { "<p>a &lt;img src=x onerror=y&gt;</p>", "(p 'a <img src=x onerror=y>')" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), cor_document_new_from_html);
}

static void
test_which (void)
{
  g_autoptr (CorDocument) html = cor_document_new ("\n <div>\n\n  **not bold**\n\n</div>\n");
  g_autoptr (CorDocument) markdown = cor_document_new ("<b>bold</b> and **bold**");
  g_autofree char *html_tree = dump (html);
  g_autofree char *markdown_tree = dump (markdown);

  g_assert_cmpstr (html_tree, ==, "(p '**not bold**')");
  g_assert_cmpstr (markdown_tree, ==, "(p 'b:bold' ' and ' 'b:bold')");
}

static void
test_template (void)
{
  g_autoptr (CorDocument) document = cor_document_new_from_template ("Hello {{ name }},\nit left **today**.\n\n- one\n- two\n  more");
  g_autoptr (CorDocument) html = cor_document_new_from_template ("<p>One\nline</p>");
  CorTextRange     range = { 0, (guint) strlen (cor_document_get_text (document)) };
  g_autofree char *tree = dump (document);
  g_autofree char *html_tree = dump (html);
  g_autofree char *plain = cor_document_dup_plain (document, range);

  check (document);
  g_assert_cmpstr (tree, ==, "(p 'Hello {{ name }},\nit left ' 'b:today' '.') (list (li (p 'one')) (li (p 'two\nmore')))");
  g_assert_cmpstr (html_tree, ==, "(p 'One line')");
  g_assert_true (g_str_has_prefix (plain, "Hello {{ name }},\nit left today.\n"));
}

static void
test_outline (void)
{
  g_autoptr (CorDocument) document = cor_document_new ("Before.\n\n## A b\n\nin a\n\n### Below\n\nmore\n\n## C\n\nin c\n\n> # Quoted");
  GPtrArray      *headings = cor_document_get_headings (document);
  const char     *text = cor_document_get_text (document);
  const CorBlock *a = cor_document_find_heading (document, "A%20b");
  CorTextRange    section;

  g_assert_null (a);
  a = cor_document_find_heading (document, "a-b");
  g_assert_nonnull (a);
  g_assert_cmpuint (headings->len, ==, 4);
  section = cor_document_get_section (document, a);
  g_assert_true (g_str_has_prefix (text + section.start, "A b\nin a\nBelow\nmore"));
  g_assert_cmpuint (section.end - section.start, ==, strlen ("A b\nin a\nBelow\nmore"));
  section = cor_document_get_section (document, NULL);
  g_assert_cmpuint (section.end, ==, strlen ("Before."));
  section = cor_document_get_section (document, g_ptr_array_index (headings, 3));
  g_assert_cmpstr (text + section.start, ==, "Quoted");
  g_assert_true (cor_document_get_heading_at (document, (guint) (strstr (text, "more") - text)) == g_ptr_array_index (headings, 1));
  g_assert_null (cor_document_get_heading_at (document, 2));
  g_assert_true (cor_document_get_leaf_at (document, (guint) (strstr (text, "more") - text))->kind == COR_BLOCK_PARAGRAPH);
}

#define ARTICLE                                                                                                          \
  "It **arrives** in [1 day](https://a.example/t); see [more](value-date).\n\n"                                          \
  "## Steps\n\n1. Look.\n2. Ask:\n   - who\n   - when\n3. Tell.\n\n"                                                     \
  "| way | time |\n|---|--:|\n| SWIFT | 1 day |\n| SEPA | 10 s |\n\n> Quoted\n> text\n\n```\na\n  b\n```\n\n---\n\nEnd." \
  "\n\n- loose\n\n- list"

static void
test_written (void)
{
  g_autoptr (CorDocument) document = cor_document_new (ARTICLE);
  CorTextRange     all = { 0, cor_document_get_root (document)->end };
  g_autofree char *plain = cor_document_dup_plain (document, all);
  g_autofree char *markdown = cor_document_dup_markdown (document, all);
  g_autoptr (CorDocument) again = cor_document_new (markdown);
  g_autofree char *second = cor_document_dup_markdown (again, (CorTextRange){ 0, cor_document_get_root (again)->end });

  g_assert_cmpstr (plain, ==,
                   "It arrives in 1 day (https://a.example/t); see more.\n\n"
                   "Steps\n\n1. Look.\n2. Ask:\n   • who\n   • when\n3. Tell.\n\n"
                   "way | time\nSWIFT | 1 day\nSEPA | 10 s\n\n> Quoted text\n\na\n  b\n\n———\n\nEnd.\n\n• loose\n\n• list");
  g_assert_cmpstr (markdown, ==,
                   "It **arrives** in [1 day](https://a.example/t); see more.\n\n"
                   "## Steps\n\n1. Look.\n2. Ask:\n   - who\n   - when\n3. Tell.\n\n"
                   "| way | time |\n| --- | --: |\n| SWIFT | 1 day |\n| SEPA | 10 s |\n\n> Quoted text\n\n```\na\n  b\n```\n\n---\n\nEnd.\n\n- loose\n\n- list");
  g_assert_cmpstr (second, ==, markdown);
}

static void
test_escaped (void)
{
  static const char *const texts[] = { "\\# no heading", "1\\. no list", "a \\*b\\* \\_c\\_ \\`d\\` \\[e\\](f) \\<g>", "\\- no list", "10.5 and snake_case" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (CorDocument) document = cor_document_new_from_markdown (texts[i]);
      g_autofree char *markdown = cor_document_dup_markdown (document, (CorTextRange){ 0, cor_document_get_root (document)->end });
      g_autoptr (CorDocument) again = cor_document_new_from_markdown (markdown);

      g_assert_cmpstr (cor_document_get_text (again), ==, cor_document_get_text (document));
      g_assert_cmpuint (cor_document_get_root (again)->children->len, ==, 1);
    }
}

static void
test_part (void)
{
  g_autoptr (CorDocument) document = cor_document_new ("1. one\n2. **two** words\n3. three");
  const char      *text = cor_document_get_text (document);
  guint            two = (guint) (strstr (text, "two") - text);
  g_autofree char *word = cor_document_dup_markdown (document, (CorTextRange){ two + 1, two + 6 });
  g_autofree char *item = cor_document_dup_plain (document, (CorTextRange){ two, two + 9 });
  g_autofree char *two_items = cor_document_dup_plain (document, (CorTextRange){ two, (guint) strlen (text) });

  g_assert_cmpstr (word, ==, "**wo** wo");
  g_assert_cmpstr (item, ==, "2. two words");
  g_assert_cmpstr (two_items, ==, "2. two words\n3. three");
}

static void
check_found (GArray *found, const char *text, const char *expected)
{
  g_autoptr (GArray) ranges = found;
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < ranges->len; i++)
    {
      CorTextRange range = g_array_index (ranges, CorTextRange, i);

      g_string_append_printf (all, "[%.*s]", (int) (range.end - range.start), text + range.start);
    }
  g_assert_cmpstr (all->str, ==, expected);
}

static void
test_find (void)
{
  static const struct
  {
    const char *text, *sought, *found;
  } cases[] = {
    { "Fees and FEES, fee", "fees", "[Fees][FEES]" },
    { "aaa", "aa", "[aa]" },
    { "匯款時間，汇款", "汇款", "[匯款][汇款]" },
    { "São Paulo, SAO\u00a0paulo", "sao paulo", "[São Paulo][SAO\u00a0paulo]" },
    { "ＳＷＩＦＴ code", "swift", "[ＳＷＩＦＴ]" },
    { "Encyclopædia", "paed", "[pæd]" },
    { "Encyclopædia", "pa", "[pæ]" },
    { "cafe\u0301 closed", "cafe", "[cafe\u0301]" },
    { "المـــال", "المال", "[المـــال]" },
    { "end", "end\n", "[end]" },
    { "nothing", "", "" },
    { "nothing", "  ", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check_found (cor_text_find (cases[i].text, cases[i].sought), cases[i].text, cases[i].found);
}

/* Each of these took a parser by surprise somewhere: deep, wide, unclosed, or not even text. */
static void
test_hostile (void)
{
  static const struct
  {
    const char *before, *repeated, *after;
    guint       n;
  } cases[] = {
    { "", "> ", "x", 200000 },
    { "", "- ", "x", 200000 },
    { "", "[", "x", 8000 },
    { "", "[a](", "x", 4000 },
    { "", "![", "x", 8000 },
    { "", "*a_", "x", 8000 },
    { "", "**x", "", 8000 },
    { "", "`a``b```", "", 4000 },
    { "", "<div>", "x", 4000 },
    { "", "<b>", "x", 4000 },
    { "x ", "<b>", "x", 4000 },
    { "x ", "<a href='https://a.example'>", "x", 2000 },
    { "", "<table><tr><td>", "x", 5000 },
    { "<ul>", "<li><ul>", "x", 4000 },
    { "", "<!--", "x", 4000 },
    { "", "<?", "x", 4000 },
    { "", "<!A ", "x", 4000 },
    { "", "<![CDATA[", "x", 4000 },
    { "", "&#x10ffff;&nosuch;", "", 4000 },
    { "", "# a\n\n", "", 4000 },
    { "", "\x01\x02\xff\xc3(", "x", 4000 },
    { "[a]: https://a.example\n\n", "[a] ", "", 4000 },
    { "", "https://a.example/(", "", 100000 },
    { "", "[a]: b\n", "", 4000 },
    { "```\n", "x\n", "", 8000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) source = g_string_new (cases[i].before);
      g_autoptr (CorDocument) document = NULL;
      g_autofree char *plain = NULL;
      gint64           start = cor_test_get_processor_time ();

      for (guint k = 0; k < cases[i].n; k++)
        g_string_append (source, cases[i].repeated);
      g_string_append (source, cases[i].after);
      document = cor_document_new (source->str);
      check (document);
      plain = cor_document_dup_markdown (document, (CorTextRange){ 0, cor_document_get_root (document)->end });
      g_assert_true (g_utf8_validate (plain, -1, NULL));
      g_test_message ("%s: %.3f s", cases[i].repeated, (double) (cor_test_get_processor_time () - start) / G_USEC_PER_SEC);
      g_assert_cmpint (cor_test_get_processor_time () - start, <, 20 * G_USEC_PER_SEC);
    }
}

/* 1,000 columns by 1,000 rows, of which a few bytes are written. */
static void
test_huge_table (void)
{
  g_autoptr (GString) source = g_string_new (NULL);
  g_autoptr (CorDocument) document = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append (source, "|a");
  g_string_append (source, "|\n");
  for (guint i = 0; i < 1000; i++)
    g_string_append (source, "|-");
  g_string_append (source, "|\n");
  for (guint i = 0; i < 1000; i++)
    g_string_append (source, "|b|\n");
  document = cor_document_new (source->str);
  check (document);
  g_assert_cmpuint (cor_document_get_leaves (document)->len, <, 70000);
  g_assert_nonnull (strstr (cor_document_get_text (document), "b"));
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);
  g_test_add_func ("/document/markdown", test_markdown);
  g_test_add_func ("/document/template", test_template);
  g_test_add_func ("/document/html", test_html);
  g_test_add_func ("/document/which", test_which);
  g_test_add_func ("/document/outline", test_outline);
  g_test_add_func ("/document/written", test_written);
  g_test_add_func ("/document/escaped", test_escaped);
  g_test_add_func ("/document/part", test_part);
  g_test_add_func ("/document/find", test_find);
  g_test_add_func ("/document/hostile", test_hostile);
  g_test_add_func ("/document/huge-table", test_huge_table);
  return cor_test_run ();
}

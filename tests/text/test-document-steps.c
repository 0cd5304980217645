/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-document-steps.h"
#include "cor-test-main.h"

typedef struct
{
  const char *name, *source;
  const char *steps[8]; /* title, detail, title, detail … */
} Case;

static const Case cases[] = {
  { "bold", "**When:** late.\n\n1. **Verify who asks** — agent, at once; if it fails, general help only.\n2. **Open a trace** — senior agent\n", { "Verify who asks", "agent, at once; if it fails, general help only.", "Open a trace", "senior agent" } },
  { "chinese", "**适用**：款项未到账。\n\n1. **核实来访人** — 客服；核身不通过的只作一般说明。\n2. **查看状态**：客服，1小时内。\n", { "核实来访人", "客服；核身不通过的只作一般说明。", "查看状态", "客服，1小时内。" } },
  { "plain", "1. 核对身份。\n2. 上报主管。", { "核对身份。", "", "上报主管。", "" } },
  { "loose", "1. First\n\n   and more.\n\n2. Second", { "First", "", "Second", "" } },
  { "bullets-are-none", "- One\n- Two\n\n1. Step", { "Step", "" } },
  { "none", "Only words.", { NULL } },
  { "empty", "", { NULL } },
};

static void
test_case (gconstpointer data)
{
  const Case *item = data;
  g_autoptr (CorDocument) document = cor_document_new (item->source);
  g_autoptr (GPtrArray) steps = cor_document_list_steps (document);
  guint n = 0;

  while (item->steps[2 * n] != NULL)
    n++;
  g_assert_cmpuint (steps->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      const CorStep *step = steps->pdata[i];

      g_assert_cmpstr (step->title, ==, item->steps[2 * i]);
      g_assert_cmpstr (step->detail, ==, item->steps[2 * i + 1]);
    }
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/document-steps/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return cor_test_run ();
}

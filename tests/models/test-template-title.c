/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-template-item.h"
#include "cor-template-title.h"
#include "cor-test-main.h"

/* What the starter templates are called in a Chinese window. */

static CorTemplate *
make (const char *id,
      const char *source,
      const char *title)
{
  CorTemplate *template = cor_template_new ();

  template->id = g_strdup (id);
  template->source = g_strdup (source);
  template->title = g_strdup (title);
  template->category = g_strdup ("fees");
  return template;
}

static void
test_titles (void)
{
  static const struct
  {
    const char *id, *source, *title, *expected, *category;
  } cases[] = {
    { "fees-less-arrived", "pack:corridor-templates", "Less arrived than was sent", "到账金额少于汇出金额", "费用" },
    /* a newer pack calls it something else; another one's and one's own are as they are */
    { "fees-less-arrived", "pack:corridor-templates", "Less has arrived", "Less has arrived", "费用" },
    { "fees-less-arrived", "pack:of-the-company", "Less arrived than was sent", "Less arrived than was sent", "fees" },
    { "fees-less-arrived", "own", "Less arrived than was sent", "Less arrived than was sent", "fees" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CorTemplate) template = make (cases[i].id, cases[i].source, cases[i].title);

      g_assert_cmpstr (cor_template_title_get (template), ==, cases[i].expected);
      g_assert_cmpstr (cor_template_title_find (template->source, template->id, template->title), ==, cases[i].expected);
      g_assert_cmpstr (cor_template_title_get_category (template), ==, cases[i].category);
    }
}

/* What it is for and its tags; somebody's own sentence and tag are as they are. */
static void
test_purpose (void)
{
  g_autoptr (CorTemplate) template = make ("delay-bank-in-chain", "pack:corridor-templates", "Delay: a bank in the chain has the payment");
  g_autofree char *tags = NULL, *own_tags = NULL;

  template->purpose = g_strdup ("Apologise for the trouble, say who has the payment since when and what is being done");
  template->tags = g_strsplit ("delay, SWIFT, ours alone", ", ", -1);
  g_assert_cmpstr (cor_template_title_get_purpose (template), ==, "为带来的不便致歉，说明款项自何时起在哪家银行、正在做什么");
  tags = cor_template_title_dup_tags (template);
  g_assert_cmpstr (tags, ==, "延误, SWIFT, ours alone");
  g_free (template->source);
  template->source = g_strdup ("own");
  g_assert_cmpstr (cor_template_title_get_purpose (template), ==, template->purpose);
  own_tags = cor_template_title_dup_tags (template);
  g_assert_cmpstr (own_tags, ==, "delay, SWIFT, ours alone");
}

/* Found by what is shown, and by what it was called before. */
static void
test_found (void)
{
  g_autoptr (CorTemplateItem) item = cor_template_item_new (make ("fees-less-arrived", "pack:corridor-templates", "Less arrived than was sent"));

  g_assert_cmpuint (cor_template_item_score (item, "少于"), >, 0);
  g_assert_cmpuint (cor_template_item_score (item, "less arr"), >, 0);
  g_assert_cmpuint (cor_template_item_score (item, "退款"), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_setenv ("LANGUAGE", "zh_CN:en", TRUE);
  cor_test_init (&argc, &argv);
  g_test_add_func ("/template-title/titles", test_titles);
  g_test_add_func ("/template-title/purpose", test_purpose);
  g_test_add_func ("/template-title/found", test_found);
  return cor_test_run ();
}

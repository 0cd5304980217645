/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-article-data.h"
#include "cor-corridor.h"

static void
test_matches (void)
{
  static const struct
  {
    const char *pattern, *corridor;
    gboolean    matches;
  } cases[] = {
    { "GB-CN", "GB-CN", TRUE },
    { "GB-CN", "gb-cn", TRUE },
    { "GB-CN", "CN-GB", FALSE },
    { "*-CN", "US-CN", TRUE },
    { "*-CN", "CN-US", FALSE },
    { "EU-*", "DE-CN", TRUE },
    { "EU-*", "GB-CN", FALSE },
    { "EU-EU", "GR-IE", TRUE },
    { "EU-EU", "DE-CH", FALSE },
    { "*-*", "BR-VN", TRUE },
    { "GB-CN", "GB", FALSE },
    { "", "GB-CN", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s %s", cases[i].pattern, cases[i].corridor);
      g_assert_cmpint (cor_corridor_matches (cases[i].pattern, cases[i].corridor), ==, cases[i].matches);
    }
}

/* What is not known concerns nobody for sure. */
static void
test_concern (void)
{
  g_assert_true (cor_corridors_concern (NULL, NULL, NULL));
  g_assert_true (cor_corridors_concern ("", "GB-CN", NULL));
  g_assert_false (cor_corridors_concern ("EU-*", NULL, NULL));
  g_assert_true (cor_corridors_concern ("US-*\nEU-*", NULL, "FR"));
  g_assert_false (cor_corridors_concern ("*-CN", NULL, "GB"));
  g_assert_true (cor_corridors_concern ("*-CN", NULL, "CN"));
  /* the payment's own way counts, not where the customer lives */
  g_assert_false (cor_corridors_concern ("EU-*", "GB-CN", "FR"));
  g_assert_true (cor_corridors_concern ("*-CN", "GB-CN", "FR"));
}

static void
test_pattern (void)
{
  g_assert_true (cor_corridor_is_pattern ("GB-CN"));
  g_assert_true (cor_corridor_is_pattern ("*-EU"));
  g_assert_false (cor_corridor_is_pattern ("gb-cn"));
  g_assert_false (cor_corridor_is_pattern ("GB-"));
  g_assert_false (cor_corridor_is_pattern ("GBR-CHN"));
  g_assert_false (cor_corridor_is_pattern ("GB-CN\n"));
}

/* The digest is of what is read; the fingerprint of everything, and where a text ends is part of it. */
static void
test_digest (void)
{
  g_autoptr (CorArticleData) one = cor_article_data_new (), other = cor_article_data_new ();
  g_autofree char *digest = NULL, *same = NULL, *moved = NULL, *fingerprint = NULL, *changed = NULL;

  one->title = g_strdup ("ab");
  one->body = g_strdup ("c");
  digest = cor_article_data_dup_digest (one);
  fingerprint = cor_article_data_dup_fingerprint (one);
  one->category = g_strdup ("x");
  same = cor_article_data_dup_digest (one);
  changed = cor_article_data_dup_fingerprint (one);
  g_assert_cmpstr (same, ==, digest);
  g_assert_cmpstr (changed, !=, fingerprint);
  other->title = g_strdup ("a");
  other->body = g_strdup ("bc");
  moved = cor_article_data_dup_digest (other);
  g_assert_cmpstr (moved, !=, digest);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/corridor/matches", test_matches);
  g_test_add_func ("/corridor/concern", test_concern);
  g_test_add_func ("/corridor/pattern", test_pattern);
  g_test_add_func ("/corridor/digest", test_digest);
  return g_test_run ();
}

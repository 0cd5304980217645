/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-procedure.h"
#include "cor-test-main.h"

#include <string.h>

#define SLUG "sop-recall-request"
#define NOW 1790000000

/* Applies one after another; each "act number at" with whom it is by. */
static gboolean
apply (CorProcedure  **procedure,
       CorProcedureAct act,
       guint           number,
       gint64          at,
       const char     *by)
{
  return cor_procedure_apply (procedure, &(CorProcedureChange){ act, SLUG, number, at }, by);
}

static void
assert_text (const CorProcedure *procedure,
             const char         *expected)
{
  g_autofree char *text = cor_procedure_dup_text (procedure);
  g_autoptr (CorProcedure) again = cor_procedure_new_from_text (SLUG, text);
  g_autofree char *twice = again != NULL ? cor_procedure_dup_text (again) : NULL;

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpstr (twice, ==, expected);
}

static void
test_course (void)
{
  g_autoptr (CorProcedure) procedure = NULL;

  g_assert_false (apply (&procedure, COR_PROCEDURE_TICK, 0, NOW, "3"));
  g_assert_true (apply (&procedure, COR_PROCEDURE_START, 3, NOW, "3"));
  assert_text (procedure, "steps 3; start 1790000000 3");
  g_assert_true (apply (&procedure, COR_PROCEDURE_TICK, 1, NOW + 60, "7"));
  g_assert_true (apply (&procedure, COR_PROCEDURE_TICK, 0, NOW + 70, NULL));
  g_assert_cmpuint (cor_procedure_count_done (procedure), ==, 2);
  assert_text (procedure, "steps 3; start 1790000000 3; 1 1790000070; 2 1790000060 7");
  g_assert_false (apply (&procedure, COR_PROCEDURE_TICK, 3, NOW, "3"));
  g_assert_true (apply (&procedure, COR_PROCEDURE_UNTICK, 0, NOW + 80, "3"));
  g_assert_true (apply (&procedure, COR_PROCEDURE_FINISH, 0, NOW + 90, "3"));
  assert_text (procedure, "steps 3; start 1790000000 3; 2 1790000060 7; end 1790000090 3");
}

/* Two at once: who was first has done it; what is over stays so. */
static void
test_together (void)
{
  g_autoptr (CorProcedure) procedure = NULL;

  apply (&procedure, COR_PROCEDURE_START, 2, NOW, "3");
  g_assert_true (apply (&procedure, COR_PROCEDURE_START, 2, NOW + 5, "7"));
  g_assert_true (apply (&procedure, COR_PROCEDURE_TICK, 0, NOW + 6, "7"));
  g_assert_true (apply (&procedure, COR_PROCEDURE_TICK, 0, NOW + 7, "3"));
  g_assert_true (apply (&procedure, COR_PROCEDURE_FINISH, 0, NOW + 8, "7"));
  assert_text (procedure, "steps 2; start 1790000000 3; 1 1790000006 7; end 1790000008 7");
  g_assert_false (apply (&procedure, COR_PROCEDURE_TICK, 1, NOW + 9, "3"));
  g_assert_false (apply (&procedure, COR_PROCEDURE_FINISH, 0, NOW + 9, "3"));
  g_assert_false (apply (&procedure, COR_PROCEDURE_DROP, 0, NOW + 9, "3"));
  g_assert_true (apply (&procedure, COR_PROCEDURE_START, 2, NOW + 10, "3"));
  assert_text (procedure, "steps 2; start 1790000010 3");
  g_assert_true (apply (&procedure, COR_PROCEDURE_DROP, 0, NOW + 11, "3"));
  g_assert_null (procedure);
  g_assert_false (apply (&procedure, COR_PROCEDURE_FINISH, 0, NOW + 12, "3"));
}

/* An answer of the desk got lost, so all of it is done again: nothing changes. */
static void
test_twice (void)
{
  g_autoptr (CorProcedure) procedure = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (apply (&procedure, COR_PROCEDURE_START, 2, NOW, "3"));
      g_assert_true (apply (&procedure, COR_PROCEDURE_TICK, 0, NOW + 1, "3"));
      g_assert_true (apply (&procedure, COR_PROCEDURE_UNTICK, 1, NOW + 2, "3"));
      g_assert_true (apply (&procedure, COR_PROCEDURE_FINISH, 0, NOW + 3, "3"));
      assert_text (procedure, "steps 2; start 1790000000 3; 1 1790000001 3; end 1790000003 3");
    }
}

/* Anybody may write into an attribute. */
static void
test_hostile (void)
{
  static const char *const texts[] = { NULL, "", "steps", "steps 0", "steps -1; start 1 3", "steps 41; start 1 3", "steps 2", "steps 2; 1 5 3",
                                       "steps 2; start 1 3; 3 5 7", "steps 2; start 1 3; 0 5 7", "steps 2; start x", "steps 2; start 1 3; hello", "steps 99999999999999999999; start 1" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_null (cor_procedure_new_from_text (SLUG, texts[i]));
}

static void
test_fits (void)
{
  g_autoptr (CorProcedure) procedure = NULL;
  g_autofree char *text = NULL;

  apply (&procedure, COR_PROCEDURE_START, 1000, NOW, "9999999");
  for (guint i = 0; i < COR_PROCEDURE_MAX_STEPS; i++)
    g_assert_true (apply (&procedure, COR_PROCEDURE_TICK, i, NOW + i, "9999999"));
  apply (&procedure, COR_PROCEDURE_FINISH, 0, NOW, "9999999");
  text = cor_procedure_dup_text (procedure);
  g_assert_cmpuint (strlen (text), <=, 1500); /* chatwoot.md §6 */
}

static void
test_change (void)
{
  static const char *const bad[] = { "", "tick", "tick 1 2", "tick x 2 a", "fly 1 2 a", "tick 1 x a", "tick -1 2 a" };
  const CorProcedureChange tick = { COR_PROCEDURE_TICK, SLUG, 4, NOW };
  CorProcedureChange       read = { 0 };
  g_autofree char         *text = cor_procedure_change_dup_text (&tick);
  g_autofree char         *slug = NULL;
  g_autofree char         *key = cor_procedure_dup_key (SLUG);
  g_autofree char         *back = cor_procedure_dup_slug (key);

  g_assert_true (cor_procedure_change_from_text (text, &read, &slug));
  g_assert_cmpint (read.act, ==, COR_PROCEDURE_TICK);
  g_assert_cmpstr (read.slug, ==, SLUG);
  g_assert_cmpuint (read.number, ==, 4);
  g_assert_cmpint (read.at, ==, NOW);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *none = NULL;

      g_assert_false (cor_procedure_change_from_text (bad[i], &read, &none));
      g_assert_null (none);
    }
  g_assert_cmpstr (key, ==, "procedure_sop_recall_request");
  g_assert_cmpstr (back, ==, SLUG);
  g_assert_null (cor_procedure_dup_slug ("corridor"));
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);
  g_test_add_func ("/procedure/course", test_course);
  g_test_add_func ("/procedure/together", test_together);
  g_test_add_func ("/procedure/twice", test_twice);
  g_test_add_func ("/procedure/hostile", test_hostile);
  g_test_add_func ("/procedure/fits", test_fits);
  g_test_add_func ("/procedure/change", test_change);
  return cor_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-classifier.h"
#include "cor-test-main.h"
#include "cor-text-features.h"

static const CorExample examples[] = {
  { "where is my money", "tracking" },
  { "my transfer has not arrived, where is it", "tracking" },
  { "the payment is missing since friday", "tracking" },
  { "钱到哪里了，还没有到账", "tracking" },
  { "汇款一直没到账", "tracking" },
  { "why was I charged a fee", "fees" },
  { "you charged me twice for this fee", "fees" },
  { "the charges are too high", "fees" },
  { "为什么扣了手续费", "fees" },
  { "手续费太高了", "fees" },
  { "why do you need my passport", "documents" },
  { "which documents do you need", "documents" },
  { "I have sent you the passport and the invoice documents", "documents" },
  { "为什么要我的护照", "documents" },
  { "需要提供什么材料和护照", "documents" },
};

static CorClassifier *
train (void)
{
  g_autoptr (GError) error = NULL;
  CorClassifier *model = cor_classifier_train (examples, G_N_ELEMENTS (examples), NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (model);
  return model;
}

static void
assert_guess (CorClassifier *model, const char *text, const char *label)
{
  CorGuess guess = { NULL, 0.0f };

  g_assert_cmpuint (cor_classifier_guess (model, text, &guess, 1), ==, 1);
  g_assert_cmpstr (guess.label, ==, label);
}

static void
test_learns (void)
{
  g_autoptr (CorClassifier) model = train ();

  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    assert_guess (model, examples[i].text, examples[i].label);
  assert_guess (model, "WHERE is the money?!", "tracking");
  assert_guess (model, "a fee was chargd", "fees");
  assert_guess (model, "手续费为什么这么高", "fees");
  assert_guess (model, "护照材料", "documents");
}

static void
test_shares (void)
{
  g_autoptr (CorClassifier) model = train ();
  CorGuess guesses[5];
  float    sum = 0.0f;

  g_assert_cmpuint (cor_classifier_guess (model, "where are the fees", guesses, G_N_ELEMENTS (guesses)), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (i == 0 || guesses[i].share <= guesses[i - 1].share);
      sum += guesses[i].share;
    }
  g_assert_cmpfloat_with_epsilon (sum, 1.0f, 0.001f);
  /* nothing to go by */
  g_assert_cmpuint (cor_classifier_guess (model, NULL, guesses, 1), ==, 1);
  g_assert_cmpuint (cor_classifier_guess (model, "\x01 ... !!", guesses, 1), ==, 1);
  g_assert_cmpuint (cor_classifier_guess (model, "where", guesses, 0), ==, 0);
}

static void
test_saved (void)
{
  g_autoptr (CorClassifier) model = train ();
  g_autoptr (CorClassifier) again = train ();
  g_autoptr (GBytes) bytes = cor_classifier_save (model);
  g_autoptr (GBytes) same = cor_classifier_save (again);
  g_autoptr (CorClassifier) loaded = NULL;
  g_autoptr (GBytes) saved_again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_bytes_equal (bytes, same)); /* the same examples make the same classifier */
  loaded = cor_classifier_load (bytes, &error);
  g_assert_no_error (error);
  saved_again = cor_classifier_save (loaded);
  g_assert_true (g_bytes_equal (bytes, saved_again));
  assert_guess (loaded, "where is my money", "tracking");
}

static void
test_damaged (void)
{
  g_autoptr (CorClassifier) model = train ();
  g_autoptr (GBytes) bytes = cor_classifier_save (model);
  gsize size = g_bytes_get_size (bytes);

  for (gsize cut = 0; cut < size; cut += cut < 200 ? 1 : size / 40)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (bytes, 0, cut);
      g_autoptr (GError) error = NULL;

      g_assert_null (cor_classifier_load (part, &error));
      g_assert_error (error, COR_CLASSIFIER_ERROR, COR_CLASSIFIER_ERROR_DAMAGED);
    }
  for (gsize at = 0; at < 40; at++) /* the head */
    {
      g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
      g_autoptr (GBytes) broken = NULL;
      g_autoptr (CorClassifier) loaded = NULL;

      copy[at] ^= 0x55;
      broken = g_bytes_new_take (g_steal_pointer (&copy), size);
      loaded = cor_classifier_load (broken, NULL);
      g_assert_null (loaded);
    }
}

/* The places in the memory of examples lead nowhere but into it, whatever the file says. */
static void
test_broken_places (void)
{
  g_autoptr (CorClassifier) model = train ();
  g_autoptr (GBytes) bytes = cor_classifier_save (model);
  gsize size = g_bytes_get_size (bytes);

  for (gsize at = 40; at < size; at += size / 2000 + 1)
    {
      g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
      g_autoptr (GBytes) broken = NULL;
      g_autoptr (CorClassifier) loaded = NULL;

      copy[at] ^= 0x80;
      broken = g_bytes_new_take (g_steal_pointer (&copy), size);
      loaded = cor_classifier_load (broken, NULL);
      for (guint i = 0; loaded != NULL && i < 3; i++)
        g_assert_cmpuint (cor_classifier_count_similar (loaded, "where is my money, the fee and the passport", examples[i * 5].label), <=, 5);
    }
}

static void
test_similar (void)
{
  g_autoptr (CorClassifier) model = train ();

  g_assert_cmpuint (cor_classifier_get_n_labels (model), ==, 3);
  g_assert_cmpuint (cor_classifier_count_similar (model, "where is my money", "tracking"), >=, 1);
  g_assert_cmpuint (cor_classifier_count_similar (model, "which documents", "documents"), >=, 1);
  g_assert_cmpuint (cor_classifier_count_similar (model, "where is my money", "documents"), ==, 0);
  g_assert_cmpuint (cor_classifier_count_similar (model, "xylophone", "tracking"), ==, 0);
  g_assert_cmpuint (cor_classifier_count_similar (model, "where is my money", "of nobody"), ==, 0);
  g_assert_cmpfloat (cor_classifier_get_familiarity (model, "where is the passport"), >, 0.9f);
  g_assert_cmpfloat (cor_classifier_get_familiarity (model, "where is the xylophone"), <, 0.9f);
  g_assert_cmpfloat (cor_classifier_get_familiarity (model, "xylophone"), ==, 0.0f);
  g_assert_cmpfloat (cor_classifier_get_familiarity (model, NULL), ==, 0.0f);
}

static void
test_refused (void)
{
  int stop = 1;
  g_autoptr (GError) error = NULL;

  g_assert_null (cor_classifier_train (examples, 0, NULL, &error));
  g_assert_error (error, COR_CLASSIFIER_ERROR, COR_CLASSIFIER_ERROR_NO_EXAMPLE);
  g_clear_error (&error);
  g_assert_null (cor_classifier_train (examples, G_N_ELEMENTS (examples), &stop, &error));
  g_assert_error (error, COR_CLASSIFIER_ERROR, COR_CLASSIFIER_ERROR_STOPPED);
}

static void
test_features (void)
{
  g_autoptr (GArray) spaced = cor_text_features ("Fee fee");
  g_autoptr (GArray) unspaced = cor_text_features ("到账了");
  g_autoptr (GArray) none = cor_text_features ("…");
  guint n_words = 0;

  for (guint i = 0; i < spaced->len; i++)
    {
      const CorTextFeature *feature = &g_array_index (spaced, CorTextFeature, i);

      n_words += feature->is_piece ? 0 : 1;
      g_assert_true (i == 0 || feature->hash > g_array_index (spaced, CorTextFeature, i - 1).hash);
    }
  g_assert_cmpuint (n_words, ==, 4); /* "fee" and "fee fee", and the same of their stems */
  /* " fe", "fee", "ee ", " fee", "fee ", " fee " */
  g_assert_cmpuint (spaced->len - n_words, ==, 6);
  g_assert_cmpuint (unspaced->len, ==, 5); /* three characters, two pairs */
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char **argv)
{
  cor_test_init (&argc, &argv);
  g_test_add_func ("/classifier/features", test_features);
  g_test_add_func ("/classifier/learns", test_learns);
  g_test_add_func ("/classifier/shares", test_shares);
  g_test_add_func ("/classifier/saved", test_saved);
  g_test_add_func ("/classifier/damaged", test_damaged);
  g_test_add_func ("/classifier/broken-places", test_broken_places);
  g_test_add_func ("/classifier/similar", test_similar);
  g_test_add_func ("/classifier/refused", test_refused);
  return cor_test_run ();
}

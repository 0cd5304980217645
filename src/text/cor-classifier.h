/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/*
 * CorClassifier: learns from messages and what they were answered with; says what a new message would
 * be answered with. It cannot be changed once it is trained, so that all threads may ask it.
 */
typedef struct _CorClassifier CorClassifier;

#define COR_CLASSIFIER_ERROR (cor_classifier_error_quark ())

typedef enum
{
  COR_CLASSIFIER_ERROR_NO_EXAMPLE,
  COR_CLASSIFIER_ERROR_STOPPED,
  COR_CLASSIFIER_ERROR_DAMAGED, /* or made on another kind of machine */
} CorClassifierError;

typedef struct
{
  const char *text;
  const char *label;
  gboolean    is_listed; /* by who wrote the answer: nobody asked it, and it was not answered */
} CorExample;

typedef struct
{
  const char *label; /* borrowed from the classifier */
  float       share; /* how sure it is; all labels together make 1 */
} CorGuess;

GQuark         cor_classifier_error_quark (void);
CorClassifier *cor_classifier_train (const CorExample *examples, gsize n_examples, const int *stop, GError **error) G_GNUC_WARN_UNUSED_RESULT;
CorClassifier *cor_classifier_load (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes        *cor_classifier_save (CorClassifier *self) G_GNUC_WARN_UNUSED_RESULT;
guint          cor_classifier_guess (CorClassifier *self, const char *text, CorGuess *guesses, guint n_guesses);
float          cor_classifier_get_familiarity (CorClassifier *self, const char *text);
guint          cor_classifier_count_similar (CorClassifier *self, const char *text, const char *label);
guint          cor_classifier_get_n_labels (CorClassifier *self);
gboolean       cor_classifier_has_label (CorClassifier *self, const char *label);
CorClassifier *cor_classifier_ref (CorClassifier *self);
void           cor_classifier_unref (CorClassifier *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorClassifier, cor_classifier_unref)

G_END_DECLS

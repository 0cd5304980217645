/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-classifier.h"
#include "cor-search-rank.h"

G_BEGIN_DECLS

/*
 * What example questions teach the search: those that an article lists itself, and those that it answered. The
 * ranking weighs every word of an article alike; many questions tell which words set it apart from the others.
 */

/* The name by which the examples call an article, or NULL. */
typedef char *(*CorSearchNameFunc) (gint64 article, gpointer user_data);

/* Fewer example questions teach nothing that the words do not tell already (measured with 5 and with 20). */
#define COR_SEARCH_TAUGHT_LEAST 8

GPtrArray *cor_search_taught_list (const char *title, const char *questions, const char *body, guint least) G_GNUC_WARN_UNUSED_RESULT;
void       cor_search_taught_vote (GArray *ranked, CorClassifier *classifier, const char *text, CorSearchNameFunc get_name, gpointer user_data);

G_END_DECLS

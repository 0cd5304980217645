/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * CorSpeller: the dictionaries of the system, by way of Enchant. One thread at a time; opening a dictionary reads a file
 * of some megabytes, so not the main thread.
 */
typedef struct _CorSpeller CorSpeller;

CorSpeller *cor_speller_new (void) G_GNUC_WARN_UNUSED_RESULT;
void        cor_speller_free (CorSpeller *self);
const char *cor_speller_open (CorSpeller *self, const char *locale);
gboolean    cor_speller_knows (CorSpeller *self, const char *word, gssize len);
char      **cor_speller_suggest (CorSpeller *self, const char *word, guint max) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorSpeller, cor_speller_free)

G_END_DECLS

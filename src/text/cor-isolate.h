/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A reference, an amount or an address inside a text from right to left keeps the order in which it was written: where
 * the bidirectional algorithm (UAX #9) would take its parts apart it is isolated, and where it would turn the whole
 * line because it comes first, a mark goes before it. What needs nothing gets nothing: a mark may be copied along.
 */

typedef enum
{
  COR_ISOLATE_SHOWN, /* on this screen; nobody stores it */
  COR_ISOLATE_SENT,  /* to whoever reads it in another program, which may make a link of an address with all that touches it */
} CorIsolateUse;

/* A mark that goes into a text. */
typedef struct
{
  gsize       at; /* bytes of the text without marks */
  const char *mark;
} CorIsolateMark;

GArray  *cor_isolate_find (const char *text, CorIsolateUse use) G_GNUC_WARN_UNUSED_RESULT;
char    *cor_isolate_text (const char *text, CorIsolateUse use) G_GNUC_WARN_UNUSED_RESULT;
char    *cor_isolate_marked (const char *text, GArray *marks) G_GNUC_WARN_UNUSED_RESULT;
char    *cor_isolate_markup (const char *markup) G_GNUC_WARN_UNUSED_RESULT;
char    *cor_isolate_bare (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char    *cor_isolate_drop (const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean cor_isolate_is_mark (gunichar c);

G_END_DECLS

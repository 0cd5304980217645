/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Everything the window can be asked to do: one table for the keys and for the palette. */

typedef enum
{
  COR_ACTION_ANY,
  COR_ACTION_CONVERSATION, /* while one is open */
  COR_ACTION_HIDDEN,       /* has keys, but no place in the palette */
} CorActionScope;

typedef struct
{
  const char    *action;    /* detailed name */
  const char    *accels[3]; /* NULL-terminated */
  const char    *title;     /* untranslated, or NULL */
  const char    *icon_name;
  CorActionScope scope;
} CorActionEntry;

const CorActionEntry *cor_actions_get (guint *n);

G_END_DECLS

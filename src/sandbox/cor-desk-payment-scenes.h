/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which bank of the way: ours, one between, the recipient's. */
typedef enum
{
  COR_SCENE_SENDER = 0,
  COR_SCENE_BETWEEN,
  COR_SCENE_BANK,
} CorScenePlace;

#define COR_N_SCENE_PLACES (COR_SCENE_BANK + 1)

/* What banks take of it. */
typedef enum
{
  COR_SCENE_NOTHING = 0,
  COR_SCENE_BETWEEN_TAKES, /* and says so */
  COR_SCENE_BOTH_TAKE,
  COR_SCENE_SILENT, /* nobody says where it went */
} CorSceneCharges;

/*
 * CorScene: what has become of a payment, so that every status and the kinds of reasons are there to be tried. A
 * member that is not said is absent.
 */
typedef struct
{
  const char     *id;
  const char     *stories;  /* of the workspace, with spaces around: what their conversations say of their payment */
  const char     *state;    /* in the ledger */
  int             age;      /* hours, of the one that is not in a conversation */
  int             expected; /* hours after it was given, until which it is expected; 0: the ledger says nothing */
  gboolean        is_held;
  const char     *status; /* in the tracker; NULL: it does not know it */
  const char     *reason;
  const char     *code; /* why it was rejected or given back */
  const char     *cancellation;
  const char     *refusal; /* the reason of the answer to a recall */
  CorScenePlace   place;
  gboolean        is_returned;
  CorSceneCharges charges;
  gboolean        is_late_in_day; /* it came there after hours */
  gboolean        is_partial;
  gboolean        is_empty; /* the tracker knows it, and shows nothing */
  const char     *wise;     /* its state there */
  gboolean        has_issues;
  const char     *next; /* the scene that it comes to while the sandbox runs; NULL: it stays */
} CorScene;

const CorScene *cor_scene_get_all (guint *n_scenes);
const CorScene *cor_scene_find (const char *id);
const CorScene *cor_scene_find_for_story (const char *story);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store.h"

G_BEGIN_DECLS

typedef struct _CorCtl CorCtl;

/* One command: a line of the table in cor-ctl-run.c. */
typedef struct
{
  const char *words;     /* "account add" */
  const char *arguments; /* "ID KEY VALUE", for the help; may be empty */
  const char *summary;   /* to be translated */

  /* Does it. FALSE without an error: what there is to say was printed, the program ends with exit_code. */
  gboolean (*run) (CorCtl *ctl, GError **error);
} CorCtlCommand;

/* One run of the program. */
struct _CorCtl
{
  const CorCtlCommand *command;
  char                *profile_dir; /* owned; NULL: the default */
  CorStore            *store;       /* owned; opened by cor_ctl_open() */
  char               **rest;        /* owned: the command line after the command's words, until it is parsed */
  char               **arguments;   /* owned: what is no option; UTF-8 */
  guint                n_arguments;
  int                  exit_code; /* CorCtlExit when a command fails without an error */
  gboolean             is_json, is_quiet;
  gboolean             wants_help, wants_version;
};

gboolean  cor_ctl_parse (CorCtl *ctl, const GOptionEntry *entries, guint least, guint most, GError **error);
gboolean  cor_ctl_parse_globals (CorCtl *ctl, int *argc, char ***argv, GError **error);
char     *cor_ctl_dup_utf8 (const char *argument, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gint64    cor_ctl_parse_id (const char *text, GError **error);
gboolean  cor_ctl_parse_day (const char *text, const char *option, GDate *day, GError **error);
CorStore *cor_ctl_open (CorCtl *ctl, GError **error);
void      cor_ctl_close (CorCtl *ctl);
char     *cor_ctl_dup_profile_dir (CorCtl *ctl) G_GNUC_WARN_UNUSED_RESULT;
void      cor_ctl_say (CorCtl *ctl, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS

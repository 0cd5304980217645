/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define COR_CTL_ERROR (cor_ctl_error_quark ())

/* Errors of the command line itself; their messages are whole translated sentences. */
typedef enum
{
  COR_CTL_ERROR_USAGE,
  COR_CTL_ERROR_FAILED,
} CorCtlErrorCode;

GQuark cor_ctl_error_quark (void);

typedef enum
{
  COR_CTL_EXIT_OK = 0,
  COR_CTL_EXIT_FAILED = 1,
  COR_CTL_EXIT_USAGE = 2,
  COR_CTL_EXIT_OFFLINE = 3,
} CorCtlExit;

CorCtlExit  cor_ctl_error_get_exit (const GError *error);
char       *cor_ctl_error_dup_sentence (const GError *error) G_GNUC_WARN_UNUSED_RESULT;
const char *cor_ctl_error_get_service_name (int code);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

#include "cor-template.h"

G_BEGIN_DECLS

/* A template while it is written. */

/* What is typed about it, as it is typed; nothing is owned. */
typedef struct
{
  const char *title;
  const char *shortcut;
  const char *category;
  const char *tags; /* separated by commas */
  const char *purpose;
  const char *requires; /* separated by commas */
  const char *owner;
  const char *review; /* a day such as 2027-05-22 */
  const char *channels;
} CorTemplateHead;

typedef enum
{
  COR_TEMPLATE_EDIT_ERROR_TITLE = 0,
  COR_TEMPLATE_EDIT_ERROR_SHORTCUT,
  COR_TEMPLATE_EDIT_ERROR_REQUIRES,
  COR_TEMPLATE_EDIT_ERROR_REVIEW,
  COR_TEMPLATE_EDIT_ERROR_LOCALE,
  COR_TEMPLATE_EDIT_ERROR_TEXT,
} CorTemplateEditError;

#define COR_TEMPLATE_EDIT_ERROR (cor_template_edit_error_quark ())
GQuark cor_template_edit_error_quark (void);

char    *cor_template_edit_dup_id (const char *title) G_GNUC_WARN_UNUSED_RESULT;
gboolean cor_template_edit_take_head (CorTemplate *template, const CorTemplateHead *head, GError **error);
gboolean cor_template_edit_set_text (CorTemplate *template, CorTemplateVariant *variant, const char *text);
gboolean cor_template_edit_check (const CorTemplate *template, GError **error);
gboolean cor_template_edit_check_text (const CorTemplate *template, const CorTemplateVariant *variant, GError **error);
gboolean cor_template_edit_find_place (const GError *error, guint *line, guint *column);

CorTemplateVariant *cor_template_edit_add_text (CorTemplate *template, const char *locale, CorRegister reg, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkPrintOperation *cor_article_print_new (const char *title, CorDocument *document, const char *source) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

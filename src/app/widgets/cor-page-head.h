/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COR_TYPE_PAGE_HEAD (cor_page_head_get_type ())
G_DECLARE_FINAL_TYPE (CorPageHead, cor_page_head, COR, PAGE_HEAD, GtkWidget)

G_END_DECLS

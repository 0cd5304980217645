/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-message-record.h"

G_BEGIN_DECLS

#define COR_TYPE_FILE_CARD (cor_file_card_get_type ())
G_DECLARE_FINAL_TYPE (CorFileCard, cor_file_card, COR, FILE_CARD, GtkWidget)

GtkWidget *cor_file_card_new (const CorAttachmentRecord *file) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Something to do in a moment, once, however often it is asked for. */

GSource *cor_later_new (GSourceFunc func, gpointer user_data) G_GNUC_WARN_UNUSED_RESULT;
void     cor_later_queue (GSource *self);
void     cor_later_free (GSource *self);

G_END_DECLS

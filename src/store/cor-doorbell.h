/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * CorDoorbell: tells the other processes of a profile that the store changed. Each process has a
 * datagram socket in PROFILE/doorbell; ringing is one byte to every other one, never waited for.
 *
 * Signal "rung": somebody else rang. Main thread.
 */
#define COR_TYPE_DOORBELL (cor_doorbell_get_type ())
G_DECLARE_FINAL_TYPE (CorDoorbell, cor_doorbell, COR, DOORBELL, GObject)

CorDoorbell *cor_doorbell_new (const char *profile_dir) G_GNUC_WARN_UNUSED_RESULT;
void         cor_doorbell_ring (CorDoorbell *self);

G_END_DECLS

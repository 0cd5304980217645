/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-desk-request.h"

G_BEGIN_DECLS

#define COR_DESK_FAULT_ERROR (cor_desk_fault_error_quark ())
GQuark cor_desk_fault_error_quark (void);

typedef enum
{
  COR_DESK_FAULT_NONE,
  COR_DESK_FAULT_LATENCY,
  COR_DESK_FAULT_LATE_COMMIT,
  COR_DESK_FAULT_STATUS,
  COR_DESK_FAULT_RESET_BEFORE,
  COR_DESK_FAULT_RESET_AFTER,
  COR_DESK_FAULT_RESET_DURING,
  COR_DESK_FAULT_TRUNCATED_JSON,
  COR_DESK_FAULT_INVALID_JSON,
  COR_DESK_FAULT_SLOW_BODY,
  COR_DESK_FAULT_WRONG_TYPE,
  COR_DESK_FAULT_CABLE_DROP,
  COR_DESK_FAULT_STOP,
} CorDeskFaultKind;

/* What shall go wrong with one call. */
typedef struct
{
  CorDeskFaultKind kind;
  guint            milliseconds;
  guint            status;
  gboolean         after_commit;
} CorDeskFaultAction;

CorDeskFaults *cor_desk_faults_new (guint32 seed) G_GNUC_WARN_UNUSED_RESULT;
void           cor_desk_faults_free (CorDeskFaults *faults);
gboolean       cor_desk_faults_add_spec (CorDeskFaults *faults,
                                         const char    *spec,
                                         GError       **error);
gboolean       cor_desk_faults_add_object (CorDeskFaults      *faults,
                                           JsonObject         *object,
                                           CorDeskFaultAction *immediate,
                                           GError            **error);
void           cor_desk_faults_clear (CorDeskFaults *faults);
JsonArray     *cor_desk_faults_list (CorDeskFaults *faults) G_GNUC_WARN_UNUSED_RESULT;
void           cor_desk_faults_pick (CorDeskFaults      *faults,
                                     const char         *method,
                                     const char         *path,
                                     CorDeskFaultAction *action);
gboolean       cor_desk_faults_pick_during (CorDeskFaults *faults,
                                            const char    *method,
                                            const char    *path);
const char    *cor_desk_faults_help (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorDeskFaults, cor_desk_faults_free)

G_END_DECLS

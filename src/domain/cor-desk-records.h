/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-channel.h"

G_BEGIN_DECLS

/* What a desk service said of its own arrangement. Strings are owned and may be NULL. */

typedef struct
{
  char      *remote_id;
  char      *name;
  char      *address; /* e-mail address or phone number */
  CorChannel channel;
} CorInboxRecord;

typedef struct
{
  char    *remote_id;
  char    *name;
  char    *email;
  char    *availability; /* online, busy, offline */
  gboolean is_administrator;
} CorAgentRecord;

typedef struct
{
  char    *remote_id;
  char    *name;
  gboolean is_member; /* the account's own agent is in it */
} CorTeamRecord;

typedef struct
{
  char *title;
  char *description;
  char *color; /* #rrggbb */
} CorLabelRecord;

/* The agent whose token it is, and the accounts it opens. */
typedef struct
{
  char      *agent_id;
  char      *agent_name;
  char      *agent_email;
  char      *signature;   /* nullable: below what the agent writes by mail */
  char      *push_secret; /* opens the realtime channel: treat it as a password */
  GPtrArray *accounts;    /* CorDeskAccountRecord */
} CorProfileRecord;

typedef struct
{
  char *remote_id;
  char *name;
  char *role;
} CorDeskAccountRecord;

CorInboxRecord       *cor_inbox_record_new (void) G_GNUC_WARN_UNUSED_RESULT;
void                  cor_inbox_record_free (CorInboxRecord *self);
CorAgentRecord       *cor_agent_record_new (void) G_GNUC_WARN_UNUSED_RESULT;
void                  cor_agent_record_free (CorAgentRecord *self);
CorTeamRecord        *cor_team_record_new (void) G_GNUC_WARN_UNUSED_RESULT;
void                  cor_team_record_free (CorTeamRecord *self);
CorLabelRecord       *cor_label_record_new (void) G_GNUC_WARN_UNUSED_RESULT;
void                  cor_label_record_free (CorLabelRecord *self);
CorDeskAccountRecord *cor_desk_account_record_new (void) G_GNUC_WARN_UNUSED_RESULT;
void                  cor_desk_account_record_free (CorDeskAccountRecord *self);
CorProfileRecord     *cor_profile_record_new (void) G_GNUC_WARN_UNUSED_RESULT;
void                  cor_profile_record_free (CorProfileRecord *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorInboxRecord, cor_inbox_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorAgentRecord, cor_agent_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorTeamRecord, cor_team_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorLabelRecord, cor_label_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorDeskAccountRecord, cor_desk_account_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorProfileRecord, cor_profile_record_free)

G_END_DECLS

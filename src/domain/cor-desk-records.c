/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-desk-records.h"

CorInboxRecord *
cor_inbox_record_new (void)
{
  return g_new0 (CorInboxRecord, 1);
}

void
cor_inbox_record_free (CorInboxRecord *self)
{
  g_free (self->remote_id);
  g_free (self->name);
  g_free (self->address);
  g_free (self);
}

CorAgentRecord *
cor_agent_record_new (void)
{
  return g_new0 (CorAgentRecord, 1);
}

void
cor_agent_record_free (CorAgentRecord *self)
{
  g_free (self->remote_id);
  g_free (self->name);
  g_free (self->email);
  g_free (self->availability);
  g_free (self);
}

CorTeamRecord *
cor_team_record_new (void)
{
  return g_new0 (CorTeamRecord, 1);
}

void
cor_team_record_free (CorTeamRecord *self)
{
  g_free (self->remote_id);
  g_free (self->name);
  g_free (self);
}

CorLabelRecord *
cor_label_record_new (void)
{
  return g_new0 (CorLabelRecord, 1);
}

void
cor_label_record_free (CorLabelRecord *self)
{
  g_free (self->title);
  g_free (self->description);
  g_free (self->color);
  g_free (self);
}

CorDeskAccountRecord *
cor_desk_account_record_new (void)
{
  return g_new0 (CorDeskAccountRecord, 1);
}

void
cor_desk_account_record_free (CorDeskAccountRecord *self)
{
  g_free (self->remote_id);
  g_free (self->name);
  g_free (self->role);
  g_free (self);
}

CorProfileRecord *
cor_profile_record_new (void)
{
  CorProfileRecord *self = g_new0 (CorProfileRecord, 1);

  self->accounts = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_desk_account_record_free);
  return self;
}

void
cor_profile_record_free (CorProfileRecord *self)
{
  g_free (self->agent_id);
  g_free (self->agent_name);
  g_free (self->agent_email);
  g_free (self->signature);
  g_free (self->push_secret);
  g_ptr_array_unref (self->accounts);
  g_free (self);
}

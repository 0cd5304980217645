/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-draft-file"

#include "config.h"

#include "cor-draft-file.h"

/* CorDraftFile: a file of the draft in force, for a list. Constant. */
struct _CorDraftFile
{
  GObject parent_instance;

  CorOutgoingFile *data; /* owned */
};

G_DEFINE_FINAL_TYPE (CorDraftFile, cor_draft_file, G_TYPE_OBJECT)

static void
cor_draft_file_finalize (GObject *object)
{
  cor_outgoing_file_free (COR_DRAFT_FILE (object)->data);

  G_OBJECT_CLASS (cor_draft_file_parent_class)->finalize (object);
}

static void
cor_draft_file_class_init (CorDraftFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cor_draft_file_finalize;
}

static void
cor_draft_file_init (CorDraftFile *self)
{
}

/**
 * cor_draft_file_new:
 * @data: (transfer full): what the store has of it
 *
 * Returns: (transfer full): it
 */
CorDraftFile *
cor_draft_file_new (CorOutgoingFile *data)
{
  CorDraftFile *self = g_object_new (COR_TYPE_DRAFT_FILE, NULL);

  self->data = data;
  return self;
}

/**
 * cor_draft_file_get_data:
 *
 * Returns: (transfer none): what the store has of it
 */
const CorOutgoingFile *
cor_draft_file_get_data (CorDraftFile *self)
{
  g_return_val_if_fail (COR_IS_DRAFT_FILE (self), NULL);

  return self->data;
}

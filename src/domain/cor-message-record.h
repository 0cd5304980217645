/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The values are stored: never renumber. */
typedef enum
{
  COR_MESSAGE_INCOMING = 0,
  COR_MESSAGE_OUTGOING = 1,
  COR_MESSAGE_ACTIVITY = 2, /* something that happened, told by the server in its own words */
  COR_MESSAGE_TEMPLATE = 3, /* sent by the desk itself, such as a greeting */
} CorMessageKind;

/* How far an outgoing message came; it never goes back but by a retry. Stored. */
typedef enum
{
  COR_DELIVERY_NONE = 0,
  COR_DELIVERY_SENT = 1, /* accepted by the desk server, not yet by the channel */
  COR_DELIVERY_DELIVERED = 2,
  COR_DELIVERY_READ = 3,
  COR_DELIVERY_FAILED = 4,
} CorDelivery;

/* Stored. */
typedef enum
{
  COR_SENDER_NONE = 0,
  COR_SENDER_CUSTOMER = 1,
  COR_SENDER_AGENT = 2,
  COR_SENDER_BOT = 3,
} CorSender;

/* A file with a message; its bytes stay on the server until asked for. */
typedef struct
{
  char  *remote_id;
  char  *file_name;
  char  *content_type;
  char  *kind; /* image, audio, video, file, location, contact, fallback */
  char  *url;  /* needs no token; may lead to another origin */
  char  *path; /* of a file that did not leave this machine yet, or NULL */
  gint64 size; /* bytes; 0 unknown */
} CorAttachmentRecord;

CorAttachmentRecord *cor_attachment_record_new (void) G_GNUC_WARN_UNUSED_RESULT;
void                 cor_attachment_record_free (CorAttachmentRecord *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorAttachmentRecord, cor_attachment_record_free)

/* What a desk service said of a message. Strings are owned and may be NULL. */
typedef struct
{
  char          *remote_id;       /* owned */
  gint64         ordinal;         /* grows with every message of the service: what "newer than" means */
  char          *conversation_id; /* remote id of the conversation */
  CorMessageKind kind;
  CorSender      sender_kind;
  char          *sender_id; /* remote id of the agent, bot or customer */
  char          *sender_name;
  char          *content;      /* Markdown; what was written, without the quoted mail below it */
  char          *full_content; /* the whole mail, or NULL */
  char          *content_type;
  char          *subject;     /* of a mail */
  char          *uuid;        /* a client's own mark that the service kept, or NULL */
  char          *error;       /* why delivery failed */
  char          *in_reply_to; /* remote id */
  CorDelivery    delivery;
  gint64         created_at; /* seconds since the epoch */
  gboolean       is_private; /* a note for colleagues */
  gboolean       is_deleted;
  int            rating;      /* 1 to 5 of a survey; 0 none */
  GPtrArray     *attachments; /* CorAttachmentRecord, or NULL */
} CorMessageRecord;

CorMessageRecord *cor_message_record_new (void) G_GNUC_WARN_UNUSED_RESULT;
CorMessageRecord *cor_message_record_ref (CorMessageRecord *self);
void              cor_message_record_unref (CorMessageRecord *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorMessageRecord, cor_message_record_unref)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What fills the sandbox: a generator tells a sink, one thing at a time and never more than one
 * conversation in memory. Things are named by their number in the order in which they were told,
 * from 1, each kind for itself; 0 is "none". Strings are UTF-8 and borrowed for the call. Times
 * are seconds since the epoch. Lists of numbers end with 0, lists of strings with NULL. JSON
 * members are texts of a JSON object, or NULL.
 */

typedef struct
{
  const char *name, *email, *role; /* "agent" or "administrator" */
  const char *availability;        /* "online", "busy", "offline" */
  gboolean    is_bot;              /* an agent bot, not a user */
} CorWorkspaceAgent;

typedef struct
{
  const char  *name, *description;
  const guint *members; /* agents */
} CorWorkspaceTeam;

typedef struct
{
  const char  *name, *channel_type; /* "Channel::Email", …; WeChat is a "Channel::Api" inbox */
  const char  *email, *phone_number, *provider, *medium, *timezone;
  const char  *additional_json; /* {"channel":"wechat"} on API inboxes */
  const guint *members;
} CorWorkspaceInbox;

typedef struct
{
  const char *title, *description, *color;
  gboolean    show_on_sidebar;
} CorWorkspaceLabel;

typedef struct
{
  const char *short_code, *content;
} CorWorkspaceCanned;

typedef struct
{
  const char        *name, *email, *phone_number, *identifier;
  const char        *company, *city, *country, *country_code, *description;
  const char        *custom_json;
  const char *const *labels;
  gint64             created_at;
  gboolean           blocked;
} CorWorkspaceContact;

typedef struct
{
  guint       contact, author; /* author: an agent */
  const char *content;
  gint64      created_at;
} CorWorkspaceNote;

/* The payment that a conversation is about, for the ledger and the tracker. */
typedef struct
{
  const char *reference, *uetr;
  const char *story; /* what became of it */
  const char *figures_json;
  gint64      sent_at;
} CorWorkspaceTransfer;

typedef struct
{
  guint                       contact, inbox, assignee, team;
  const char                 *status, *priority; /* as in the contract; priority may be NULL */
  gint64                      created_at, snoozed_until, agent_last_seen_at, contact_last_seen_at;
  const char *const          *labels;
  const char                 *additional_json, *custom_json;
  const char                 *source_id;
  const CorWorkspaceTransfer *transfer; /* nullable */
} CorWorkspaceConversation;

typedef struct
{
  const char *file_name, *content_type, *file_type; /* file_type: image, audio, video, file */
  GBytes     *content;                              /* small, made here; never somebody's file */
} CorWorkspaceAttachment;

typedef enum
{
  COR_WORKSPACE_SENDER_NONE, /* activity */
  COR_WORKSPACE_SENDER_CONTACT,
  COR_WORKSPACE_SENDER_AGENT,
  COR_WORKSPACE_SENDER_BOT,
} CorWorkspaceSender;

typedef struct
{
  guint                         conversation;
  CorWorkspaceSender            sender_kind;
  guint                         sender;       /* an agent or bot; the contact is the conversation's */
  int                           message_type; /* 0 incoming, 1 outgoing, 2 activity, 3 template */
  const char                   *content, *content_type, *content_attributes_json;
  const char                   *status; /* sent, delivered, read, failed */
  const char                   *source_id;
  gboolean                      is_private;
  gint64                        created_at;
  const CorWorkspaceAttachment *attachments;
  guint                         n_attachments;
} CorWorkspaceMessage;

typedef struct
{
  const char        *slug, *name, *page_title, *color, *default_locale;
  const char *const *locales;
} CorWorkspacePortal;

typedef struct
{
  guint       portal;
  const char *name, *slug, *locale, *description, *icon;
  int         position;
} CorWorkspaceCategory;

typedef struct
{
  guint              portal, category, author, root;                         /* root: the article this one translates */
  const char        *title, *slug, *content, *description, *status, *locale; /* content: Markdown */
  const char *const *tags;
  int                position, views;
  gint64             updated_at;
} CorWorkspaceArticle;

typedef struct _CorWorkspaceSink CorWorkspaceSink;

/* Each call returns FALSE with an error to stop the generator. */
struct _CorWorkspaceSink
{
  gpointer user_data;
  gboolean (*agent) (const CorWorkspaceAgent *agent, gpointer user_data, GError **error);
  gboolean (*team) (const CorWorkspaceTeam *team, gpointer user_data, GError **error);
  gboolean (*inbox) (const CorWorkspaceInbox *inbox, gpointer user_data, GError **error);
  gboolean (*label) (const CorWorkspaceLabel *label, gpointer user_data, GError **error);
  gboolean (*canned) (const CorWorkspaceCanned *canned, gpointer user_data, GError **error);
  gboolean (*contact) (const CorWorkspaceContact *contact, gpointer user_data, GError **error);
  gboolean (*note) (const CorWorkspaceNote *note, gpointer user_data, GError **error);
  gboolean (*conversation) (const CorWorkspaceConversation *conversation, gpointer user_data, GError **error);
  gboolean (*message) (const CorWorkspaceMessage *message, gpointer user_data, GError **error);
  gboolean (*portal) (const CorWorkspacePortal *portal, gpointer user_data, GError **error);
  gboolean (*category) (const CorWorkspaceCategory *category, gpointer user_data, GError **error);
  gboolean (*article) (const CorWorkspaceArticle *article, gpointer user_data, GError **error);
};

typedef struct
{
  guint32     seed;
  gint64      now;           /* nothing told is later than this, snoozes and follow-ups excepted */
  guint64     messages;      /* 0: the written workspace; else about as many, made up from it */
  const char *messages_file; /* nullable: a CSV with columns text,category or JSON lines instead */
} CorWorkspaceOptions;

gboolean cor_workspace_generate (const CorWorkspaceOptions *options,
                                 const CorWorkspaceSink    *sink,
                                 GError                   **error);

G_END_DECLS

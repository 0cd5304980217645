/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define COR_STORE_ERROR (cor_store_error_quark ())

typedef enum
{
  COR_STORE_ERROR_FAILED, /* SQLite said no; the message says why */
  COR_STORE_ERROR_NEWER,  /* the file is of a newer version of Corridor; it was not touched */
  COR_STORE_ERROR_CORRUPT,
  COR_STORE_ERROR_FULL,      /* the disk is full */
  COR_STORE_ERROR_NOT_FOUND, /* no such conversation, customer, intent, account */
  COR_STORE_ERROR_CONFLICT,  /* it is no longer in the state in which that can be done */
  COR_STORE_ERROR_REFUSED,   /* what the reply check forbids; the message says what */
} CorStoreErrorCode;

GQuark cor_store_error_quark (void);

/* What else than conversations changed. */
typedef enum
{
  COR_TOPIC_COUNTS = 1 << 0,   /* view counts */
  COR_TOPIC_LISTS = 1 << 1,    /* inboxes, agents, teams, labels */
  COR_TOPIC_ACCOUNTS = 1 << 2, /* accounts, and how their synchronisation stands */
  COR_TOPIC_OUTBOX = 1 << 3,
  COR_TOPIC_DRAFTS = 1 << 4,
  COR_TOPIC_CUSTOMERS = 1 << 5,
  COR_TOPIC_WORK = 1 << 6, /* something was queued that the sync engine shall do */
  COR_TOPIC_PULL = 1 << 7, /* somebody waits for what the services have: a pass now */
  COR_TOPIC_ARTICLES = 1 << 8,
  COR_TOPIC_RATES = 1 << 9,     /* reference rates */
  COR_TOPIC_READINGS = 1 << 10, /* what the agent did with articles: read, favourite, acknowledged */
  COR_TOPIC_GAPS = 1 << 11,     /* questions without an answer */
  COR_TOPIC_PACKS = 1 << 12,    /* where packs are from, and how the last look went */
  COR_TOPIC_LEARNED = 1 << 13,  /* what the suggestions know */
  COR_TOPIC_TEMPLATES = 1 << 14,
  COR_TOPIC_TYPING = 1 << 15,       /* who types where */
  COR_TOPIC_ATTENTION = 1 << 16,    /* what the agent has open in some window, and whether she writes */
  COR_TOPIC_SETTINGS = 1 << 17,     /* what the agent set for an account */
  COR_TOPIC_FEES = 1 << 18,         /* fee schedules */
  COR_TOPIC_PAYMENTS = 1 << 19,     /* what services answered about payments */
  COR_TOPIC_TRANSLATIONS = 1 << 20, /* what was asked for and answered, and who is asked */
} CorTopics;

/* A conversation that changed in a list: where it stood and where it stands. */
typedef struct
{
  gint64  conversation; /* local id */
  gint64  old_activity_at, new_activity_at;
  gint64  old_due_at, new_due_at; /* G_MAXINT64: nothing due */
  guint32 old_views, new_views;   /* CorViewFlags; 0 when it was, or is, not there at all */
  guint   channel;                /* CorChannel */
  guint   labels_changed : 1;
} CorThreadChange;

typedef struct
{
  gboolean reset;     /* too much was missed: query again */
  guint    topics;    /* CorTopics */
  GArray  *threads;   /* CorThreadChange, each conversation once */
  GArray  *timelines; /* gint64 local ids of conversations with new or changed messages, drafts or intents */
} CorStoreChanges;

#define COR_TYPE_STORE_CHANGES (cor_store_changes_get_type ())
GType            cor_store_changes_get_type (void);
CorStoreChanges *cor_store_changes_ref (CorStoreChanges *self);
void             cor_store_changes_unref (CorStoreChanges *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorStoreChanges, cor_store_changes_unref)

gboolean cor_store_changes_has_timeline (const CorStoreChanges *self, gint64 conversation);

/* Whether the conversation, as a list shows it, has to be read again. */
static inline gboolean
cor_store_changes_has_thread (const CorStoreChanges *self,
                              gint64                 conversation)
{
  if (self->reset)
    return TRUE;
  for (guint i = 0; i < self->threads->len; i++)
    if (g_array_index (self->threads, CorThreadChange, i).conversation == conversation)
      return TRUE;
  return FALSE;
}

/*
 * CorStore: the local database of one profile. It owns three threads: one that writes and two that
 * read. Everything here is called on the main thread; results arrive there.
 *
 * Signal "changed" (CorStoreChanges *): after a commit, of this or of another process, at most once
 * a frame.
 */
#define COR_TYPE_STORE (cor_store_get_type ())
G_DECLARE_FINAL_TYPE (CorStore, cor_store, COR, STORE, GObject)

CorStore   *cor_store_open (const char *profile_dir, GError **error) G_GNUC_WARN_UNUSED_RESULT;
const char *cor_store_get_profile_dir (CorStore *self);
char       *cor_store_dup_default_profile_dir (void) G_GNUC_WARN_UNUSED_RESULT;

typedef struct _CorDb CorDb;
typedef gpointer (*CorStoreFunc) (CorDb *db, gpointer data, GError **error);

typedef enum
{
  COR_STORE_AGENT, /* a write of the agent: first in the queue, durable when it returns */
  COR_STORE_SYNC,  /* a write of the sync engine */
  COR_STORE_READ,
} CorStoreLane;

void cor_store_run_async (CorStore *self, CorStoreLane lane, CorStoreFunc func, gpointer data, GDestroyNotify data_free, GDestroyNotify result_free, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* What a sync job returns that wants to come again after others had their turn. */
#define COR_STORE_AGAIN ((gpointer) cor_store_again)
extern const char cor_store_again[];

gpointer cor_store_run_finish (CorStore *self, GAsyncResult *result, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-question-load"

#include "config.h"

#include "cor-question-load.h"

#include "cor-message-record.h"
#include "cor-question.h"
#include "cor-str.h"

#include <string.h>

/* Of a conversation so many messages are looked at for its question. */
#define N_MESSAGES 40

/* Of one question so many messages at most. */
#define N_BURST 12

/* What was asked before that says nothing of what is asked now. */
#define SECONDS_OF_EARLIER (7 * 24 * 60 * 60)

/* What the customer wrote without an answer in between; the messages come the newest first. */
typedef struct
{
  GPtrArray *texts;
  char      *subject; /* of the first one, or NULL */
  gint64     asked_at;
  gboolean   is_newest;
} Burst;

void
cor_asked_free (CorAsked *self)
{
  g_free (self->text);
  g_free (self->earlier);
  g_free (self);
}

static void
burst_clear (Burst *burst)
{
  g_ptr_array_unref (burst->texts);
  g_free (burst->subject);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Burst, burst_clear)

static void
add_message (Burst        *burst,
             sqlite3_stmt *row)
{
  if (burst->texts->len >= N_BURST)
    return;
  g_ptr_array_add (burst->texts, cor_column_dup (row, 1));
  g_free (burst->subject);
  burst->subject = cor_column_dup (row, 2);
  burst->asked_at = cor_column_int (row, 3);
}

/* Joined in the order in which they were written. A mail's subject is part of what it asks, and above each mail that follows it is the same. */
static char *
join (const Burst *burst,
      gboolean     is_first)
{
  g_autoptr (GPtrArray) ordered = g_ptr_array_new ();
  g_autofree char *subject = is_first && burst->subject != NULL ? cor_question_strip_subject (burst->subject) : NULL;
  g_autofree char *text = NULL;

  for (guint i = burst->texts->len; i > 0; i--)
    g_ptr_array_add (ordered, burst->texts->pdata[i - 1]);
  text = cor_question_join ((const char *const *) ordered->pdata, ordered->len);
  if (subject == NULL || *subject == '\0' || cor_question_is_greeting (subject) || strstr (text, subject) != NULL)
    return g_steal_pointer (&text);
  return *text == '\0' ? g_steal_pointer (&subject) : g_strdup_printf ("%s\n%s", subject, text);
}

static gboolean
is_thanks (const Burst *burst)
{
  for (guint i = 0; i < burst->texts->len; i++)
    if (cor_question_is_thanks (burst->texts->pdata[i]))
      return TRUE;
  return FALSE;
}

static void
find_place (CorAsked    *asked,
            const Burst *burst)
{
  asked->is_last = burst->is_newest;
  asked->n_messages = 0;
  for (guint i = 0; i < burst->texts->len; i++)
    asked->n_messages += burst->texts->pdata[i] != NULL && !cor_question_is_greeting (burst->texts->pdata[i]);
}

/* Returns: whether there is nothing more to be known. */
static gboolean
take_burst (CorAsked *asked,
            gint64   *asked_at,
            Burst    *burst,
            gboolean  is_first)
{
  g_autofree char *text = join (burst, is_first);
  gboolean         is_complete = FALSE;

  if (*asked->text == '\0')
    {
      find_place (asked, burst);
      /* thanks for an answer: what was asked before has it */
      is_complete = *text == '\0' && burst->is_newest && is_thanks (burst);
      cor_set_str (&asked->text, text);
      *asked_at = burst->asked_at;
    }
  else if (*text != '\0')
    {
      asked->earlier = burst->asked_at >= *asked_at - SECONDS_OF_EARLIER ? g_steal_pointer (&text) : NULL;
      is_complete = TRUE;
    }
  burst->is_newest = FALSE;
  g_ptr_array_set_size (burst->texts, 0);
  return is_complete;
}

/**
 * cor_question_load:
 * @conversation: local id
 * @before: a message's id: what was asked before it; 0: what is asked now
 *
 * The customer's last messages without an answer between them, as one text; when they only greet, those before
 * them. Thanks are no question, and settle the one before them.
 *
 * Returns: (transfer full): the question
 */
CorAsked *
cor_question_load (CorDb *db,
                   gint64 conversation,
                   gint64 before)
{
  CorAsked *asked = g_new0 (CorAsked, 1);
  g_auto (Burst) burst = { .texts = g_ptr_array_new_with_free_func (g_free), .is_newest = TRUE };
  gint64        asked_at = 0;
  guint         n = 0;
  gboolean      is_complete = FALSE;
  sqlite3_stmt *row = cor_db_query (db, "question-messages", "lli", conversation, before, N_MESSAGES);

  asked->text = g_strdup ("");
  while (!is_complete && cor_db_next (db, row))
    {
      n++;
      if (cor_column_int (row, 0) == COR_MESSAGE_INCOMING)
        add_message (&burst, row);
      else if (burst.texts->len > 0)
        is_complete = take_burst (asked, &asked_at, &burst, FALSE);
    }
  sqlite3_reset (row);
  if (!is_complete && burst.texts->len > 0)
    take_burst (asked, &asked_at, &burst, n < N_MESSAGES);
  return asked;
}

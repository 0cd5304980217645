/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-draft-files"

#include "config.h"

#include "cor-draft-files.h"

#include "cor-file-refusal.h"
#include "cor-result.h"

/*
 * CorDraftFiles: the files of the draft that the agent has before her. What is added is on disk when it shows, so
 * nothing is ever to be saved; another window's show as well.
 *
 * "changed": other files, or something began or ceased to be copied. "refused" (char * sentence): one was not taken.
 */
struct _CorDraftFiles
{
  GObject parent_instance;

  CorStore     *store;   /* owned */
  GListStore   *files;   /* owned, of CorDraftFile */
  GCancellable *reading; /* owned, or NULL */
  gint64        conversation;
  CorFilePlace  place;
  GArray       *aside[2]; /* owned, of gint64, [is_private]: discarded, still on disk */
  guint         n_adding; /* under way, wherever they go */
};

G_DEFINE_FINAL_TYPE (CorDraftFiles, cor_draft_files, G_TYPE_OBJECT)

static guint changed_signal;
static guint refused_signal;

/* A file on its way into a draft; it outlives the opening of another conversation. */
typedef struct
{
  CorDraftFiles *self; /* owned */
  gint64         conversation;
  CorFilePlace   place;
  char          *name;
} Adding;

static void
adding_free (Adding *adding)
{
  g_object_unref (adding->self);
  g_free (adding->name);
  g_free (adding);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Adding, adding_free)

/* What was discarded a moment ago does not show. */
static void
leave_out_discarded (CorDraftFiles *self,
                     GPtrArray     *found)
{
  const GArray *aside = self->aside[self->place.is_private ? 1 : 0];

  for (guint i = 0; i < aside->len; i++)
    for (guint k = 0; k < found->len; k++)
      if (((const CorOutgoingFile *) found->pdata[k])->id == g_array_index (aside, gint64, i))
        {
          g_ptr_array_remove_index (found, k);
          break;
        }
}

static gboolean
is_same (CorDraftFiles *self,
         GPtrArray     *found)
{
  if (found->len != cor_draft_files_get_n (self))
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    {
      g_autoptr (CorDraftFile) file = g_list_model_get_item (G_LIST_MODEL (self->files), i);

      if (cor_draft_file_get_data (file)->id != ((const CorOutgoingFile *) found->pdata[i])->id)
        return FALSE;
    }
  return TRUE;
}

static CorDraftFile *
take_known (CorDraftFiles   *self,
            CorOutgoingFile *data) /* owned */
{
  for (guint i = 0; i < cor_draft_files_get_n (self); i++)
    {
      g_autoptr (CorDraftFile) file = g_list_model_get_item (G_LIST_MODEL (self->files), i);

      if (cor_draft_file_get_data (file)->id == data->id)
        {
          cor_outgoing_file_free (data);
          return g_steal_pointer (&file);
        }
    }
  return cor_draft_file_new (data);
}

static void
show (CorDraftFiles *self,
      GPtrArray     *found)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_set_free_func (found, NULL);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (items, take_known (self, found->pdata[i]));
  g_list_store_splice (self->files, 0, cor_draft_files_get_n (self), items->pdata, items->len);
  g_signal_emit (self, changed_signal, 0);
}

static void
on_listed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CorDraftFiles) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = cor_store_list_files_finish (COR_STORE (source), result, &error);

  if (cor_result_is_cancelled (result))
    return;
  g_clear_object (&self->reading);
  if (found != NULL)
    leave_out_discarded (self, found);
  if (found == NULL)
    g_debug ("files of %" G_GINT64_FORMAT ": %s", self->conversation, error->message);
  else if (!is_same (self, found))
    show (self, found);
}

static void
read_files (CorDraftFiles *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->conversation == 0)
    return;
  self->reading = g_cancellable_new ();
  cor_store_list_draft_files_async (self->store, self->conversation, self->place.is_private, self->reading, on_listed, g_object_ref (self));
}

static void
on_store_changed (CorDraftFiles   *self,
                  CorStoreChanges *changes)
{
  if (changes->reset || cor_store_changes_has_timeline (changes, self->conversation))
    read_files (self);
}

static void
end_adding (Adding       *adding,
            const GError *error)
{
  CorDraftFiles *self = adding->self;

  self->n_adding--;
  if (error != NULL && self->conversation == adding->conversation)
    {
      g_autofree char *sentence = cor_file_refusal_dup_text (error, adding->name, &adding->place);

      g_signal_emit (self, refused_signal, 0, sentence);
    }
  g_signal_emit (self, changed_signal, 0);
}

static void
on_attached (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Adding) adding = user_data;
  g_autoptr (GError) error = NULL;

  cor_store_attach_finish (COR_STORE (source), result, &error);
  end_adding (adding, error);
}

static void
on_staged (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Adding) adding = user_data;
  g_autoptr (GError) error = NULL;
  CorStagedFile *file = cor_store_stage_finish (COR_STORE (source), result, &error);
  gint64         conversation = adding->conversation;
  gboolean       is_private = adding->place.is_private;

  if (file != NULL)
    cor_store_attach_async (COR_STORE (source), conversation, is_private, file, NULL, on_attached, g_steal_pointer (&adding));
  else
    end_adding (adding, error);
}

static Adding *
begin_adding (CorDraftFiles *self,
              const char    *name)
{
  Adding *adding = g_new0 (Adding, 1);

  adding->self = g_object_ref (self);
  adding->conversation = self->conversation;
  adding->place = self->place;
  adding->name = g_strdup (name);
  self->n_adding++;
  g_signal_emit (self, changed_signal, 0);
  return adding;
}

static void
on_detached (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!cor_store_detach_finish (COR_STORE (source), result, &error))
    g_debug ("a file stays attached: %s", error->message);
}

static void
detach (CorDraftFiles *self,
        gint64         file)
{
  cor_store_detach_async (self->store, file, NULL, on_detached, NULL);
}

static void
cor_draft_files_dispose (GObject *object)
{
  CorDraftFiles *self = COR_DRAFT_FILES (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->files);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (cor_draft_files_parent_class)->dispose (object);
}

static void
cor_draft_files_finalize (GObject *object)
{
  CorDraftFiles *self = COR_DRAFT_FILES (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->aside); i++)
    g_array_unref (self->aside[i]);

  G_OBJECT_CLASS (cor_draft_files_parent_class)->finalize (object);
}

static void
cor_draft_files_class_init (CorDraftFilesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cor_draft_files_dispose;
  G_OBJECT_CLASS (klass)->finalize = cor_draft_files_finalize;

  changed_signal = g_signal_new ("changed", COR_TYPE_DRAFT_FILES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  refused_signal = g_signal_new ("refused", COR_TYPE_DRAFT_FILES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
cor_draft_files_init (CorDraftFiles *self)
{
  self->files = g_list_store_new (COR_TYPE_DRAFT_FILE);
  for (guint i = 0; i < G_N_ELEMENTS (self->aside); i++)
    self->aside[i] = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * cor_draft_files_new:
 * @store: where they are kept
 *
 * Returns: (transfer full): the files of no draft yet
 */
CorDraftFiles *
cor_draft_files_new (CorStore *store)
{
  CorDraftFiles *self = g_object_new (COR_TYPE_DRAFT_FILES, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * cor_draft_files_open:
 * @conversation: local id, or 0 none
 * @place: the channel, and which of the two drafts
 *
 * Shows the files of that draft; what is being copied still goes where it was meant for.
 */
void
cor_draft_files_open (CorDraftFiles      *self,
                      gint64              conversation,
                      const CorFilePlace *place)
{
  gboolean is_other;

  g_return_if_fail (COR_IS_DRAFT_FILES (self));

  for (guint i = 0; conversation != self->conversation && i < G_N_ELEMENTS (self->aside); i++)
    g_array_set_size (self->aside[i], 0);
  is_other = conversation != self->conversation || place->is_private != self->place.is_private;
  self->conversation = conversation;
  self->place = *place;
  if (!is_other)
    return;
  g_list_store_remove_all (self->files);
  read_files (self);
  g_signal_emit (self, changed_signal, 0);
}

/**
 * cor_draft_files_get_model:
 *
 * Returns: (transfer none): of CorDraftFile
 */
GListModel *
cor_draft_files_get_model (CorDraftFiles *self)
{
  g_return_val_if_fail (COR_IS_DRAFT_FILES (self), NULL);

  return G_LIST_MODEL (self->files);
}

guint
cor_draft_files_get_n (CorDraftFiles *self)
{
  g_return_val_if_fail (COR_IS_DRAFT_FILES (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->files));
}

/**
 * cor_draft_files_is_copying:
 *
 * Returns: whether a file is on its way into the draft: it is not sent without it
 */
gboolean
cor_draft_files_is_copying (CorDraftFiles *self)
{
  g_return_val_if_fail (COR_IS_DRAFT_FILES (self), FALSE);

  return self->n_adding > 0;
}

/**
 * cor_draft_files_dup_ids:
 *
 * Returns: (transfer full) (element-type gint64): of those that show
 */
GArray *
cor_draft_files_dup_ids (CorDraftFiles *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_val_if_fail (COR_IS_DRAFT_FILES (self), ids);

  for (guint i = 0; i < cor_draft_files_get_n (self); i++)
    {
      g_autoptr (CorDraftFile) file = g_list_model_get_item (G_LIST_MODEL (self->files), i);

      g_array_append_val (ids, cor_draft_file_get_data (file)->id);
    }
  return ids;
}

/**
 * cor_draft_files_dup_limits:
 *
 * Returns: (transfer full): what may be attached here, for people
 */
char *
cor_draft_files_dup_limits (CorDraftFiles *self)
{
  g_return_val_if_fail (COR_IS_DRAFT_FILES (self), NULL);

  return cor_file_refusal_dup_limits (&self->place);
}

/**
 * cor_draft_files_add:
 * @file: what to attach; copied, never on the main thread
 */
void
cor_draft_files_add (CorDraftFiles *self,
                     GFile         *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base != NULL ? base : "");

  g_return_if_fail (COR_IS_DRAFT_FILES (self));

  if (self->conversation != 0)
    cor_store_stage_file_async (self->store, file, &self->place, NULL, on_staged, begin_adding (self, name));
}

/**
 * cor_draft_files_add_bytes:
 * @bytes: what to attach
 * @name: what it shall be called
 */
void
cor_draft_files_add_bytes (CorDraftFiles *self,
                           GBytes        *bytes,
                           const char    *name)
{
  g_return_if_fail (COR_IS_DRAFT_FILES (self));

  if (self->conversation != 0)
    cor_store_stage_bytes_async (self->store, bytes, name, &self->place, NULL, on_staged, begin_adding (self, name));
}

/**
 * cor_draft_files_remove:
 * @file: one of the list
 *
 * It goes at once; the copy goes when nothing else needs it.
 */
void
cor_draft_files_remove (CorDraftFiles *self,
                        CorDraftFile  *file)
{
  guint position;

  g_return_if_fail (COR_IS_DRAFT_FILES (self));

  if (!g_list_store_find (self->files, file, &position))
    return;
  detach (self, cor_draft_file_get_data (file)->id);
  g_list_store_remove (self->files, position);
  g_signal_emit (self, changed_signal, 0);
}

/**
 * cor_draft_files_discard:
 *
 * Takes all of them out of sight. They are on disk until cor_draft_files_settle(), and cor_draft_files_restore() shows
 * them again; opening another conversation leaves them where they are.
 *
 * Returns: whether there were any
 */
gboolean
cor_draft_files_discard (CorDraftFiles *self)
{
  g_autoptr (GArray) ids = NULL;

  g_return_val_if_fail (COR_IS_DRAFT_FILES (self), FALSE);

  cor_draft_files_settle (self, self->place.is_private);
  ids = cor_draft_files_dup_ids (self);
  if (ids->len == 0)
    return FALSE;
  g_array_append_vals (self->aside[self->place.is_private ? 1 : 0], ids->data, ids->len);
  g_list_store_remove_all (self->files);
  g_signal_emit (self, changed_signal, 0);
  return TRUE;
}

/**
 * cor_draft_files_restore:
 * @is_private: of which of the two drafts
 *
 * What was discarded is attached as before.
 */
void
cor_draft_files_restore (CorDraftFiles *self,
                         gboolean       is_private)
{
  g_return_if_fail (COR_IS_DRAFT_FILES (self));

  if (self->aside[is_private ? 1 : 0]->len == 0)
    return;
  g_array_set_size (self->aside[is_private ? 1 : 0], 0);
  read_files (self);
}

/**
 * cor_draft_files_settle:
 * @is_private: of which of the two drafts
 *
 * What was discarded is gone now, from the disk as well.
 */
void
cor_draft_files_settle (CorDraftFiles *self,
                        gboolean       is_private)
{
  GArray *aside;

  g_return_if_fail (COR_IS_DRAFT_FILES (self));

  /* they are named until the list is read without them */
  aside = self->aside[is_private ? 1 : 0];
  for (guint i = 0; i < aside->len; i++)
    detach (self, g_array_index (aside, gint64, i));
}

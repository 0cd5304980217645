/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-typists"

#include "config.h"

#include "cor-typists.h"
#include "cor-result.h"

/*
 * CorTypists: who types in one conversation now. It follows the store, and forgets by itself whoever is not told
 * of again in time. Main thread only.
 *
 * "count" notifies whenever any of it changed.
 */
struct _CorTypists
{
  GObject parent_instance;

  CorStore     *store;   /* owned */
  GCancellable *reading; /* owned, or NULL */
  GPtrArray    *list;    /* owned: CorTypist */
  gint64        conversation;
  guint         expiry; /* source: the next is to be forgotten */
};

G_DEFINE_FINAL_TYPE (CorTypists, cor_typists, G_TYPE_OBJECT)

typedef enum
{
  PROP_COUNT = 1
} CorTypistsProperty;

static GParamSpec *properties[PROP_COUNT + 1];

static void read_typists (CorTypists *self);

static gboolean
on_expired (gpointer user_data)
{
  CorTypists *self = COR_TYPISTS (user_data);

  self->expiry = 0;
  read_typists (self);
  return G_SOURCE_REMOVE;
}

static void
schedule_expiry (CorTypists *self)
{
  gint64 first = G_MAXINT64, left_ms;

  g_clear_handle_id (&self->expiry, g_source_remove);
  for (guint i = 0; i < self->list->len; i++)
    first = MIN (first, ((CorTypist *) self->list->pdata[i])->until);
  if (first == G_MAXINT64)
    return;
  left_ms = first * 1000 - g_get_real_time () / 1000;
  self->expiry = g_timeout_add ((guint) CLAMP (left_ms, 100, 60 * 1000), on_expired, self);
}

static gboolean
is_same (GPtrArray *one,
         GPtrArray *other)
{
  if (one->len != other->len)
    return FALSE;
  for (guint i = 0; i < one->len; i++)
    {
      const CorTypist *a = one->pdata[i], *b = other->pdata[i];

      if (g_strcmp0 (a->name, b->name) != 0 || a->is_private != b->is_private)
        return FALSE;
    }
  return TRUE;
}

static void
take (CorTypists *self,
      GPtrArray  *list) /* owned */
{
  gboolean is_news = !is_same (self->list, list);

  g_ptr_array_unref (self->list);
  self->list = list;
  schedule_expiry (self);
  if (is_news)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (CorTypists) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *list = cor_store_list_typists_finish (COR_STORE (source), result, &error);

  if (cor_result_is_cancelled (result))
    return;
  if (list != NULL)
    take (self, list);
  else
    g_debug ("typists: %s", error->message);
}

static void
read_typists (CorTypists *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  cor_store_list_typists_async (self->store, self->conversation, self->reading, on_read, g_object_ref (self));
}

static void
on_store_changed (CorTypists      *self,
                  CorStoreChanges *changes)
{
  if (self->conversation != 0 && (changes->reset || (changes->topics & COR_TOPIC_TYPING) != 0))
    read_typists (self);
}

static void
cor_typists_dispose (GObject *object)
{
  CorTypists *self = COR_TYPISTS (object);

  g_clear_handle_id (&self->expiry, g_source_remove);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (cor_typists_parent_class)->dispose (object);
}

static void
cor_typists_finalize (GObject *object)
{
  g_ptr_array_unref (COR_TYPISTS (object)->list);

  G_OBJECT_CLASS (cor_typists_parent_class)->finalize (object);
}

static void
cor_typists_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  switch ((CorTypistsProperty) prop_id)
    {
    case PROP_COUNT:
      g_value_set_uint (value, COR_TYPISTS (object)->list->len);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cor_typists_class_init (CorTypistsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cor_typists_dispose;
  object_class->finalize = cor_typists_finalize;
  object_class->get_property = cor_typists_get_property;

  properties[PROP_COUNT] = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
cor_typists_init (CorTypists *self)
{
  self->list = g_ptr_array_new ();
}

/**
 * cor_typists_new:
 *
 * Returns: (transfer full): nobody, until a conversation is set
 */
CorTypists *
cor_typists_new (CorStore *store)
{
  CorTypists *self = g_object_new (COR_TYPE_TYPISTS, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * cor_typists_set_conversation:
 * @conversation: local id, 0 none
 */
void
cor_typists_set_conversation (CorTypists *self,
                              gint64      conversation)
{
  g_return_if_fail (COR_IS_TYPISTS (self));

  if (self->conversation == conversation)
    return;
  self->conversation = conversation;
  g_cancellable_cancel (self->reading);
  take (self, g_ptr_array_new ());
  if (conversation != 0)
    read_typists (self);
}

guint
cor_typists_get_count (CorTypists *self)
{
  g_return_val_if_fail (COR_IS_TYPISTS (self), 0);

  return self->list->len;
}

/**
 * cor_typists_get_name:
 * @i: below the count
 *
 * Returns: (transfer none): who, until the next notification
 */
const char *
cor_typists_get_name (CorTypists *self,
                      guint       i)
{
  g_return_val_if_fail (COR_IS_TYPISTS (self) && i < self->list->len, NULL);

  return ((CorTypist *) self->list->pdata[i])->name;
}

/**
 * cor_typists_is_private:
 * @i: below the count
 *
 * Returns: whether it is a note for colleagues
 */
gboolean
cor_typists_is_private (CorTypists *self,
                        guint       i)
{
  g_return_val_if_fail (COR_IS_TYPISTS (self) && i < self->list->len, FALSE);

  return ((CorTypist *) self->list->pdata[i])->is_private;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-thread-selection"

#include "config.h"

#include "cor-thread-selection.h"

/*
 * CorThreadSelection: the selected conversation of a list, held as an id. Whatever moves, comes or
 * goes, the selection never passes to another customer by itself; and a list of a million is never
 * walked to find out where it went.
 *
 * Signal "picked" (gint64 id): the agent chose a row, the selected one again included.
 */
struct _CorThreadSelection
{
  GObject parent_instance;

  CorThreadList *list; /* owned */
  gint64         id;   /* 0 none */
};

static void cor_thread_selection_list_init (GListModelInterface *iface);
static void cor_thread_selection_selection_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CorThreadSelection, cor_thread_selection, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, cor_thread_selection_list_init) G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, cor_thread_selection_selection_init))

enum
{
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GType
cor_thread_selection_get_item_type (GListModel *model)
{
  return COR_TYPE_THREAD;
}

static guint
cor_thread_selection_get_n_items (GListModel *model)
{
  CorThreadSelection *self = COR_THREAD_SELECTION (model);

  return g_list_model_get_n_items (G_LIST_MODEL (self->list));
}

static gpointer
cor_thread_selection_get_item (GListModel *model, guint position)
{
  CorThreadSelection *self = COR_THREAD_SELECTION (model);

  return g_list_model_get_item (G_LIST_MODEL (self->list), position);
}

static void
cor_thread_selection_list_init (GListModelInterface *iface)
{
  iface->get_item_type = cor_thread_selection_get_item_type;
  iface->get_n_items = cor_thread_selection_get_n_items;
  iface->get_item = cor_thread_selection_get_item;
}

static gboolean
cor_thread_selection_is_selected (GtkSelectionModel *model, guint position)
{
  CorThreadSelection *self = COR_THREAD_SELECTION (model);

  return self->id != 0 && cor_thread_list_get_id (self->list, position) == self->id;
}

static GtkBitset *
cor_thread_selection_get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  CorThreadSelection *self = COR_THREAD_SELECTION (model);
  GtkBitset          *bits = gtk_bitset_new_empty ();
  guint               found = 0;

  if (self->id != 0 && cor_thread_list_find (self->list, self->id, &found))
    gtk_bitset_add (bits, found);
  return bits;
}

static gboolean
cor_thread_selection_select_item (GtkSelectionModel *model, guint position, gboolean unselect_rest)
{
  CorThreadSelection *self = COR_THREAD_SELECTION (model);
  gint64              id = cor_thread_list_get_id (self->list, position);

  if (id == 0)
    return FALSE;
  cor_thread_selection_set_id (self, id);
  g_signal_emit (self, signals[PICKED], 0, id);
  return TRUE;
}

static void
cor_thread_selection_selection_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = cor_thread_selection_is_selected;
  iface->get_selection_in_range = cor_thread_selection_get_selection_in_range;
  iface->select_item = cor_thread_selection_select_item;
}

static void
cor_thread_selection_finalize (GObject *object)
{
  g_clear_object (&COR_THREAD_SELECTION (object)->list);

  G_OBJECT_CLASS (cor_thread_selection_parent_class)->finalize (object);
}

static void
cor_thread_selection_class_init (CorThreadSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cor_thread_selection_finalize;

  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
cor_thread_selection_init (CorThreadSelection *self)
{
}

/**
 * cor_thread_selection_new:
 * @list: the conversations
 *
 * Returns: (transfer full): nothing is selected
 */
CorThreadSelection *
cor_thread_selection_new (CorThreadList *list)
{
  CorThreadSelection *self = g_object_new (COR_TYPE_THREAD_SELECTION, NULL);

  self->list = g_object_ref (list);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (g_list_model_items_changed), self, G_CONNECT_SWAPPED);
  return self;
}

static void
tell_changed (CorThreadSelection *self, gint64 id)
{
  guint position = 0;

  if (id != 0 && cor_thread_list_find (self->list, id, &position))
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), position, 1);
}

/**
 * cor_thread_selection_set_id:
 * @id: a conversation, which need not be in the list; 0 none
 *
 * Does not emit "picked".
 */
void
cor_thread_selection_set_id (CorThreadSelection *self, gint64 id)
{
  gint64 old = 0;

  g_return_if_fail (COR_IS_THREAD_SELECTION (self));

  if (self->id == id)
    return;
  old = self->id;
  self->id = id;
  tell_changed (self, old);
  tell_changed (self, id);
}

/**
 * cor_thread_selection_get_id:
 *
 * Returns: the selected conversation, 0 none
 */
gint64
cor_thread_selection_get_id (CorThreadSelection *self)
{
  g_return_val_if_fail (COR_IS_THREAD_SELECTION (self), 0);

  return self->id;
}

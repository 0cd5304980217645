/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * CorObjectList: a list model over an array of objects that its subclass makes anew whenever something changed, and that
 * reports only what differs. A subclass sets item_type in its class. Main thread.
 */
#define COR_TYPE_OBJECT_LIST (cor_object_list_get_type ())
G_DECLARE_DERIVABLE_TYPE (CorObjectList, cor_object_list, COR, OBJECT_LIST, GObject)

struct _CorObjectListClass
{
  GObjectClass parent_class;

  GType item_type;
};

GPtrArray *cor_object_list_get_items (CorObjectList *self);
void       cor_object_list_set_items (CorObjectList *self, GPtrArray *wanted);
void       cor_object_list_prepend (CorObjectList *self, gpointer item);
void       cor_object_list_remove (CorObjectList *self, gpointer item);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-channel.h"
#include "cor-store.h"
#include "cor-template-values.h"

G_BEGIN_DECLS

/* How it is known in which language the customer is written to. */
typedef enum
{
  COR_LOCALE_OF_NOBODY,   /* it is not: the agent's own was taken */
  COR_LOCALE_OF_CUSTOMER, /* the desk has it */
  COR_LOCALE_OF_MESSAGE,  /* the customer's last message is in it */
  COR_LOCALE_CHOSEN,      /* the agent said so */
} CorLocaleOrigin;

/* Whom a template is filled for, and what of the conversation goes into it by itself. Constant once it is loaded. */
typedef struct
{
  CorTemplateValues *facts;  /* account.*, agent.*, company.name, contact.*, conversation.* */
  char              *locale; /* BCP 47 */
  char              *zone;   /* of the customer, such as Asia/Shanghai, or NULL */
  CorLocaleOrigin    origin; /* of the locale */
  CorChannel         channel;
  gint64             account; /* local */
  gboolean           is_held; /* by compliance */
} CorTemplateScene;

void              cor_template_scene_load_async (CorStore *store, gint64 conversation, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorTemplateScene *cor_template_scene_load_finish (GAsyncResult *result, GError **error);
void              cor_template_scene_free (CorTemplateScene *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorTemplateScene, cor_template_scene_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-composer-signature"

#include "config.h"

#include "cor-composer-private.h"

#include "cor-reply-signature.h"
#include "cor-result.h"
#include "cor-store-signature.h"
#include "cor-str.h"

/* What goes below a reply by mail; it stands below the text as it will go, and is no part of the draft. */

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CorComposer) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *signature = cor_store_load_signature_finish (COR_STORE (source), result, &error);

  if (cor_result_is_cancelled (result) || self->signature_label == NULL)
    return;
  if (cor_set_str (&self->signature, signature))
    _cor_composer_update (self);
}

static void
load (CorComposer *self)
{
  gint64 conversation = cor_composer_draft_get_conversation (self->draft);

  g_cancellable_cancel (self->signature_loading);
  g_clear_object (&self->signature_loading);
  if (conversation == 0)
    return;
  self->signature_loading = g_cancellable_new ();
  cor_store_load_signature_async (cor_session_get_store (self->session), conversation, self->signature_loading, on_loaded, g_object_ref (self));
}

static void
on_store_changed (CorComposer     *self,
                  CorStoreChanges *changes)
{
  const guint topics = COR_TOPIC_SETTINGS | COR_TOPIC_CUSTOMERS | COR_TOPIC_PAYMENTS;

  if (self->draft == NULL)
    return; /* disposed meanwhile */
  if (changes->reset || (changes->topics & topics) != 0 || cor_store_changes_has_thread (changes, cor_composer_draft_get_conversation (self->draft)))
    load (self);
}

static void
on_leave_out_clicked (CorComposer *self)
{
  self->leaves_signature_out = TRUE;
  _cor_composer_update (self);
  cor_composer_grab_focus (self);
}

static gboolean
is_added (CorComposer *self,
          const char  *text)
{
  return self->signature != NULL && !self->is_private && !self->leaves_signature_out && !cor_reply_signature_is_below (text, self->signature);
}

/* To be called once there is a session. */
void
_cor_composer_init_signature (CorComposer *self)
{
  g_signal_connect_object (cor_session_get_store (self->session), "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->leave_signature_out, "clicked", G_CALLBACK (on_leave_out_clicked), self, G_CONNECT_SWAPPED);
}

/* Another conversation, or what was written has gone: each reply is asked about anew. */
void
_cor_composer_reset_signature (CorComposer *self,
                               gboolean     is_other)
{
  self->leaves_signature_out = FALSE;
  if (!is_other)
    return;
  g_clear_pointer (&self->signature, g_free);
  load (self);
}

/* Shows below the text what will go with it. */
void
_cor_composer_update_signature (CorComposer *self)
{
  g_autofree char *text = _cor_composer_dup_text (self);
  gboolean         is_shown = is_added (self, text);

  gtk_label_set_label (self->signature_label, is_shown ? self->signature : "");
  gtk_widget_set_visible (self->signature_box, is_shown);
}

/* Returns: (transfer full): what is sent of @text */
char *
_cor_composer_dup_signed (CorComposer *self,
                          const char  *text)
{
  return cor_reply_signature_append (text, is_added (self, text) ? self->signature : NULL);
}

void
_cor_composer_drop_signature (CorComposer *self)
{
  g_cancellable_cancel (self->signature_loading);
  g_clear_object (&self->signature_loading);
  g_clear_pointer (&self->signature, g_free);
}

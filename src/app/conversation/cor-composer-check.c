/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-composer-check"

#include "config.h"

#include "cor-composer-private.h"

/* A text that was sent faster than it could be looked at has been looked at. */
static void
on_settled (CorComposer *self)
{
  CorAfterSend after = self->after_check;

  cor_composer_send (self, &after);
}

/* The reply check follows what is written from now on. */
void
_cor_composer_attach_check (CorComposer *self)
{
  cor_reply_check_bar_attach (self->check_bar, cor_session_get_store (self->session), self->text_view);
  g_signal_connect_object (self->check_bar, "changed", G_CALLBACK (_cor_composer_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->check_bar, "settled", G_CALLBACK (on_settled), self, G_CONNECT_SWAPPED);
}

/* While a text is on its way there is nothing to check. */
void
_cor_composer_update_check (CorComposer *self)
{
  g_autofree char *text = cor_composer_can_insert (self) ? _cor_composer_dup_text (self) : g_strdup ("");

  cor_reply_check_bar_set_text (self->check_bar, text[0] != '\0' ? cor_composer_draft_get_conversation (self->draft) : 0, self->is_private, text);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-composer-target"

#include "config.h"

#include "cor-composer-private.h"

#include "cor-channel-text.h"
#include "cor-label-script.h"

#include <glib/gi18n-lib.h>

#include "cor-str.h"

/* To whom one writes, where, and which message of hers the reply answers. */

static void
update_answered (CorComposer *self)
{
  const char *line = NULL;
  gboolean    is_shown = self->draft != NULL && !self->is_private && cor_composer_draft_get_answered (self->draft, &line) != NULL;

  gtk_widget_set_visible (self->answered_box, is_shown);
  if (!is_shown)
    return;
  /* TRANSLATORS: what a reply answers, when the message has no words, a picture for example */
  line = line != NULL && line[0] != '\0' ? line : _ ("A message without words");
  gtk_label_set_text (self->answered_label, line);
  cor_label_follow_script (self->answered_label, line);
  cor_label_align_to_script (self->answered_label, line);
}

/* Above the text: follows from what is being written. */
void
_cor_composer_update_target (CorComposer *self)
{
  gtk_widget_set_visible (self->target, !self->is_private);
  update_answered (self);
}

static void
on_drop_answered (CorComposer *self)
{
  if (!cor_composer_can_insert (self))
    return;
  cor_composer_draft_set_answered (self->draft, NULL, NULL);
  _cor_composer_update (self);
  cor_composer_grab_focus (self);
}

/* To be called once there is a session. */
void
_cor_composer_init_target (CorComposer *self)
{
  g_signal_connect_object (self->drop_answered, "clicked", G_CALLBACK (on_drop_answered), self, G_CONNECT_SWAPPED);
}

/**
 * cor_composer_set_target:
 * @name: who gets the reply
 * @channel: and where
 */
void
cor_composer_set_target (CorComposer *self,
                         const char  *name,
                         CorChannel   channel)
{
  g_return_if_fail (COR_IS_COMPOSER (self));

  cor_set_str (&self->name, name);
  self->channel = channel;
  if (self->channel_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->channel_icon), self->channel_class);
  self->channel_class = cor_channel_get_css_class (channel);
  gtk_widget_add_css_class (GTK_WIDGET (self->channel_icon), self->channel_class);
  gtk_image_set_from_icon_name (self->channel_icon, cor_channel_get_icon_name (channel));
  gtk_label_set_label (self->channel_label, cor_channel_get_title (channel));
  _cor_composer_update (self);
}

/**
 * cor_composer_answer:
 * @message: remote id of a message of the open conversation
 * @line: how it begins
 *
 * What is written as a reply, or will be, answers this very message; it stands above the text until it is dropped. Does
 * nothing when cor_composer_can_insert() is %FALSE.
 */
void
cor_composer_answer (CorComposer *self,
                     const char  *message,
                     const char  *line)
{
  g_return_if_fail (COR_IS_COMPOSER (self) && message != NULL);

  if (!cor_composer_can_insert (self))
    return;
  cor_composer_set_private (self, FALSE);
  cor_composer_draft_set_answered (self->draft, message, line);
  _cor_composer_update (self);
  cor_composer_grab_focus (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-composer"

#include "config.h"

#include "cor-composer-private.h"

#include <glib/gi18n.h>

static char *
dup_words (CorComposer *self)
{
  if (self->is_private)
    return g_strdup (_ ("For colleagues only; the customer never sees it"));
  if (self->name == NULL || self->name[0] == '\0')
    return g_strdup (_ ("Write a reply"));
  /* TRANSLATORS: the name of a customer, in an empty text field */
  return g_strdup_printf (_ ("Write to %s"), self->name);
}

/* What stands where the text will. What an input method composes is drawn there too, though it is not of the text yet. */
void
_cor_composer_update_placeholder (CorComposer *self)
{
  g_autofree char *words = dup_words (self);

  gtk_label_set_label (self->placeholder, words);
  gtk_widget_set_visible (GTK_WIDGET (self->placeholder), !cor_composer_has_text (self) && !self->is_composing);
}

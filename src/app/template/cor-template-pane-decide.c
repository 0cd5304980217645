/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-template-pane-decide"

#include "config.h"

#include "cor-template-pane-private.h"

#include "cor-store-templates.h"
#include "cor-template-words.h"

#include <glib/gi18n-lib.h>

/* Approving, retiring and putting back the text that is shown. */

/* What was decided about the text, and what can be. */
void
_cor_template_pane_show_decision (CorTemplatePane *self, const CorTemplateVariant *variant)
{
  gboolean         is_retired = variant->state == COR_TEMPLATE_RETIRED;
  CorTemplateCover cover = cor_template_is_stale (cor_template_item_get_template (self->item), variant) ? COR_TEMPLATE_COVER_STALE : variant->state == COR_TEMPLATE_APPROVED ? COR_TEMPLATE_COVER_COMPLETE
                                                                                                                                                                             : COR_TEMPLATE_COVER_DRAFT;
  g_autofree char *decided = NULL;

  cor_pill_set_label (self->state, is_retired ? C_ ("text of a template", "Retired") : cor_template_words_get_cover (cover));
  cor_pill_set_hue (self->state, is_retired ? COR_HUE_BROWN : cor_template_words_get_cover_hue (cover));
  gtk_widget_set_visible (GTK_WIDGET (self->approve), variant->state == COR_TEMPLATE_DRAFT);
  gtk_widget_set_visible (self->retire, !is_retired);
  gtk_widget_set_visible (self->restore, variant->state != COR_TEMPLATE_DRAFT);
  if (variant->state == COR_TEMPLATE_APPROVED && variant->reviewer != NULL)
    {
      g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (variant->reviewed_at);
      /* TRANSLATORS: a day, as g_date_time_format() has it */
      g_autofree char *day = g_date_time_format (at, _ ("%-e %B %Y"));

      /* TRANSLATORS: somebody's name and a day */
      decided = g_strdup_printf (_ ("Approved by %s on %s"), variant->reviewer, day);
    }
  gtk_label_set_label (self->decided, decided != NULL ? decided : "");
  gtk_widget_set_visible (GTK_WIDGET (self->decided), decided != NULL);
}

static void
on_state_set (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorTemplatePane) self = user_data;
  g_autoptr (GError) error = NULL;

  if (cor_store_set_template_state_finish (COR_STORE (source), result, &error) || self->toasts == NULL)
    return;
  g_debug ("state: %s", error->message);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("That could not be kept on this computer.")));
}

static void
set_state (CorTemplatePane *self, CorTemplateState state, const char *reviewer)
{
  const CorTemplate *template = cor_template_item_get_template (self->item);
  const CorTemplateVariant *variant = _cor_template_pane_get_variant (self);

  if (variant != NULL)
    cor_store_set_template_state_async (cor_session_get_store (self->session), template->account, template->source, template->id, variant->locale, variant->reg, state,
                                        reviewer, NULL, on_state_set, g_object_ref (self));
}

static void
on_reviewer_changed (CorTemplatePane *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->reviewer)));

  gtk_widget_set_sensitive (self->approve_now, name[0] != '\0');
}

static void
on_approve (CorTemplatePane *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->reviewer)));

  if (name[0] == '\0')
    return;
  gtk_menu_button_popdown (self->approve);
  set_state (self, COR_TEMPLATE_APPROVED, name);
}

static void
on_retire (CorTemplatePane *self)
{
  set_state (self, COR_TEMPLATE_RETIRED, NULL);
}

static void
on_restore (CorTemplatePane *self)
{
  set_state (self, COR_TEMPLATE_DRAFT, NULL);
}

/* Declares the part of the template that decides; called in class_init. */
void
_cor_template_pane_bind_decisions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CorTemplatePane, approve);
  gtk_widget_class_bind_template_child (widget_class, CorTemplatePane, approve_now);
  gtk_widget_class_bind_template_child (widget_class, CorTemplatePane, decided);
  gtk_widget_class_bind_template_child (widget_class, CorTemplatePane, restore);
  gtk_widget_class_bind_template_child (widget_class, CorTemplatePane, retire);
  gtk_widget_class_bind_template_child (widget_class, CorTemplatePane, reviewer);
  gtk_widget_class_bind_template_child (widget_class, CorTemplatePane, state);
  gtk_widget_class_bind_template_callback (widget_class, on_approve);
  gtk_widget_class_bind_template_callback (widget_class, on_restore);
  gtk_widget_class_bind_template_callback (widget_class, on_retire);
  gtk_widget_class_bind_template_callback (widget_class, on_reviewer_changed);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-translation-bar"

#include "config.h"

#include "cor-translation-bar.h"
#include "cor-error-text.h"
#include "cor-label-script.h"
#include "cor-language-text.h"
#include "cor-translation-text.h"
#include "cor-unparent.h"

#include <glib/gi18n-lib.h>

/*
 * CorTranslationBar: in the composer, below what the agent wrote: the same in the customer's language, and that put
 * back, side by side. What was protected is marked. Nothing of it is in the reply before she says so.
 *
 * "use": she wants the translation as her reply; whoever puts it there closes the bar.
 *
 * CSS nodes: cortranslationbar > revealer > box.bar > … box > label.cor-caption, label.text
 */
struct _CorTranslationBar
{
  GtkWidget parent_instance;

  CorReplyTranslation *translation; /* owned, or NULL */
  gint64               conversation;

  /* Template */
  GtkWidget   *again;
  GtkBox      *columns;
  GtkRevealer *revealer;
  GtkLabel    *status;
  GtkWidget   *texts;
  GtkButton   *use;
  GtkLabel    *warning;
};

G_DEFINE_FINAL_TYPE (CorTranslationBar, cor_translation_bar, GTK_TYPE_WIDGET)

static guint use_signal;

/* Figures, names and addresses stand out: they are what has to be compared. */
static void
mark_parts (CorTranslationBar *self,
            GtkLabel          *label,
            const char        *text)
{
  g_autoptr (GArray) parts = cor_reply_translation_find_parts (self->translation, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  for (guint i = 0; i < parts->len; i++)
    {
      const CorProtectPart *part = &g_array_index (parts, CorProtectPart, i);
      PangoAttribute       *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
      PangoAttribute       *line = pango_attr_underline_new (PANGO_UNDERLINE_LOW);

      bold->start_index = line->start_index = part->start;
      bold->end_index = line->end_index = part->end;
      pango_attr_list_insert (attributes, bold);
      pango_attr_list_insert (attributes, line);
    }
  gtk_label_set_attributes (label, attributes);
}

static GtkLabel *
add_label (GtkBox     *box,
           const char *text,
           const char *css_class)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (text));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (label, 0.0f);
  gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
  gtk_box_append (box, GTK_WIDGET (label));
  return label;
}

static void
add_column (CorTranslationBar *self,
            const char        *title,
            const char        *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkLabel  *caption = add_label (GTK_BOX (box), title, "cor-caption");
  GtkLabel  *label = add_label (GTK_BOX (box), text, "text");

  gtk_widget_add_css_class (GTK_WIDGET (caption), "cor-dim");
  gtk_label_set_selectable (label, TRUE);
  cor_label_follow_script (label, text);
  cor_label_align_to_script (label, text);
  mark_parts (self, label, text);
  gtk_box_append (self->columns, box);
}

static void
show_ready (CorTranslationBar *self)
{
  const char      *from = NULL;
  const char      *to = NULL;
  const char      *source = cor_reply_translation_get_source (self->translation, &from);
  const char      *result = cor_reply_translation_get_result (self->translation, &to);
  const char      *back = cor_reply_translation_get_back (self->translation);
  g_autofree char *from_name = cor_language_text_dup (from);
  g_autofree char *to_name = cor_language_text_dup (to);
  /* TRANSLATORS: above a translation that was translated back; %s is a language */
  g_autofree char *back_title = g_strdup_printf (_ ("Back in %s"), from_name);
  g_autoptr (GArray) findings = cor_reply_translation_check (self->translation);
  g_autofree char *warning = cor_translation_text_dup_findings (source, result, findings);

  add_column (self, to_name, result);
  if (back != NULL)
    add_column (self, back_title, back);
  gtk_label_set_text (self->warning, warning != NULL ? warning : "");
  gtk_widget_set_visible (GTK_WIDGET (self->warning), warning != NULL);
  gtk_button_set_label (self->use, warning != NULL ? _ ("Use it all the same") : _ ("Use translation"));
}

static char *
dup_status (CorTranslationBar *self)
{
  const char *words = NULL;
  int         code = 0;

  switch (cor_reply_translation_get_state (self->translation))
    {
    case COR_REPLY_TRANSLATION_NO_SERVICE:
      return g_strdup (cor_translation_text_get_setup ());
    case COR_REPLY_TRANSLATION_FORBIDDEN:
      return g_strdup (_ ("Texts of this account are not sent to a translation service. Use a template in the customer’s language."));
    case COR_REPLY_TRANSLATION_NO_NEED:
      return g_strdup (_ ("This is the customer’s language already, or the customer’s language is not known yet."));
    case COR_REPLY_TRANSLATION_REFUSED:
      return g_strdup (cor_translation_text_get_refusal (cor_reply_translation_get_refusal (self->translation)));
    case COR_REPLY_TRANSLATION_ASKING:
      return g_strdup (_ ("Being translated…"));
    case COR_REPLY_TRANSLATION_READY:
      return cor_translation_text_dup_origin (cor_reply_translation_get_service (self->translation));
    case COR_REPLY_TRANSLATION_FAILED:
      code = cor_reply_translation_get_error (self->translation, &words);
      return cor_service_error_text (code, words);
    case COR_REPLY_TRANSLATION_NONE:
    default:
      return g_strdup ("");
    }
}

static void
update (CorTranslationBar *self)
{
  CorReplyTranslationState state = cor_reply_translation_get_state (self->translation);
  g_autofree char         *status = dup_status (self);

  cor_unparent_children (GTK_WIDGET (self->columns));
  gtk_widget_set_visible (GTK_WIDGET (self->warning), FALSE);
  if (state == COR_REPLY_TRANSLATION_READY)
    show_ready (self);
  gtk_widget_set_visible (self->texts, state == COR_REPLY_TRANSLATION_READY);
  gtk_widget_set_visible (GTK_WIDGET (self->use), state == COR_REPLY_TRANSLATION_READY);
  gtk_widget_set_visible (self->again, state == COR_REPLY_TRANSLATION_FAILED);
  if (state != COR_REPLY_TRANSLATION_NONE)
    gtk_label_set_text (self->status, status);
  gtk_revealer_set_reveal_child (self->revealer, state != COR_REPLY_TRANSLATION_NONE);
}

static void
on_close_clicked (CorTranslationBar *self)
{
  cor_translation_bar_close (self);
}

static void
on_again_clicked (CorTranslationBar *self)
{
  g_autofree char *text = g_strdup (cor_reply_translation_get_source (self->translation, NULL));

  cor_translation_bar_ask (self, self->conversation, text);
}

static void
on_use_clicked (CorTranslationBar *self)
{
  g_signal_emit (self, use_signal, 0);
}

static void
cor_translation_bar_dispose (GObject *object)
{
  CorTranslationBar *self = COR_TRANSLATION_BAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_TRANSLATION_BAR);
  if (self->translation != NULL)
    g_signal_handlers_disconnect_by_data (self->translation, self);
  g_clear_object (&self->translation);

  G_OBJECT_CLASS (cor_translation_bar_parent_class)->dispose (object);
}

static void
cor_translation_bar_class_init (CorTranslationBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_translation_bar_dispose;

  use_signal = g_signal_new ("use", COR_TYPE_TRANSLATION_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "cortranslationbar");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/conversation/cor-translation-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, CorTranslationBar, again);
  gtk_widget_class_bind_template_child (widget_class, CorTranslationBar, columns);
  gtk_widget_class_bind_template_child (widget_class, CorTranslationBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, CorTranslationBar, status);
  gtk_widget_class_bind_template_child (widget_class, CorTranslationBar, texts);
  gtk_widget_class_bind_template_child (widget_class, CorTranslationBar, use);
  gtk_widget_class_bind_template_child (widget_class, CorTranslationBar, warning);
  gtk_widget_class_bind_template_callback (widget_class, on_again_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_use_clicked);
}

static void
cor_translation_bar_init (CorTranslationBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cor_translation_bar_set_store:
 * @store: (transfer none): where translations are asked for
 *
 * To be called once.
 */
void
cor_translation_bar_set_store (CorTranslationBar *self,
                               CorStore          *store)
{
  g_return_if_fail (COR_IS_TRANSLATION_BAR (self) && self->translation == NULL);

  self->translation = cor_reply_translation_new (store);
  g_signal_connect_object (self->translation, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

/**
 * cor_translation_bar_ask:
 * @conversation: local id
 * @text: what the agent wrote
 *
 * Opens it.
 */
void
cor_translation_bar_ask (CorTranslationBar *self,
                         gint64             conversation,
                         const char        *text)
{
  g_return_if_fail (COR_IS_TRANSLATION_BAR (self) && self->translation != NULL);

  self->conversation = conversation;
  cor_reply_translation_ask (self->translation, conversation, text);
}

/**
 * cor_translation_bar_close:
 *
 * Closes it; the reply stays as it is.
 */
void
cor_translation_bar_close (CorTranslationBar *self)
{
  g_return_if_fail (COR_IS_TRANSLATION_BAR (self));

  if (self->translation != NULL)
    cor_reply_translation_clear (self->translation);
}

/**
 * cor_translation_bar_get_translation:
 *
 * Returns: (transfer none): what it shows
 */
CorReplyTranslation *
cor_translation_bar_get_translation (CorTranslationBar *self)
{
  g_return_val_if_fail (COR_IS_TRANSLATION_BAR (self), NULL);

  return self->translation;
}

/**
 * cor_translation_bar_get_status:
 *
 * Returns: (transfer none): what it says, “” when it is closed
 */
const char *
cor_translation_bar_get_status (CorTranslationBar *self)
{
  g_return_val_if_fail (COR_IS_TRANSLATION_BAR (self), "");

  return gtk_revealer_get_reveal_child (self->revealer) ? gtk_label_get_text (self->status) : "";
}

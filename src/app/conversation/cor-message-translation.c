/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-message-translation"

#include "config.h"

#include "cor-message-translation.h"
#include "cor-error-text.h"
#include "cor-label-script.h"
#include "cor-language-text.h"
#include "cor-translation-text.h"

#include <glib/gi18n-lib.h>

#include "cor-markdown.h"

/*
 * CorMessageTranslation: below a message in a language that the agent does not read: what it says in hers, by whom, or
 * the way to have it translated. Of her own replies it is what she wrote. A child of the bubble, which stays the
 * original.
 *
 * CSS nodes: cormessagetranslation > box > label.text, label.warning
 */
struct _CorMessageTranslation
{
  GtkWidget parent_instance;

  CorSession       *session; /* owned, or NULL */
  CorTimelineEntry *entry;   /* owned, or NULL */
  gint64            asked;   /* the message that was asked for by itself */
  gboolean          explains;

  /* Template */
  GtkButton *ask;
  GtkWidget *glyph;
  GtkWidget *root;
  GtkLabel  *status;
  GtkLabel  *text;
  GtkLabel  *warning;
};

G_DEFINE_FINAL_TYPE (CorMessageTranslation, cor_message_translation, GTK_TYPE_WIDGET)

static void
set_label (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

/* What is not said is hidden. */
static void
say (CorMessageTranslation *self,
     const char            *text,
     const char            *warning,
     const char            *status,
     const char            *button)
{
  set_label (self->text, text);
  if (text != NULL)
    cor_label_set_said (self->text, text);
  set_label (self->warning, warning);
  set_label (self->status, status);
  gtk_button_set_label (self->ask, button != NULL ? button : "");
  gtk_widget_set_visible (GTK_WIDGET (self->ask), button != NULL);
  gtk_widget_set_visible (self->glyph, status != NULL || button != NULL);
}

static void
say_original (CorMessageTranslation *self)
{
  g_autofree char *language = self->entry->original_language != NULL ? cor_language_text_dup (self->entry->original_language) : NULL;
  /* TRANSLATORS: below what an agent wrote before it was translated; %s is the name of a language */
  g_autofree char *status = language != NULL ? g_strdup_printf (_ ("Written in %s, then translated"), language) : NULL;

  say (self, self->entry->original, NULL, status, NULL);
}

static void
say_done (CorMessageTranslation *self)
{
  const CorTranslation *translation = self->entry->translation;
  g_autofree char      *plain = cor_markdown_to_plain (translation->result);
  g_autofree char      *status = cor_translation_text_dup_origin (translation->service);
  g_autoptr (GArray) findings = cor_protect_check (self->entry->content, translation->result, NULL);
  g_autofree char *warning = cor_translation_text_dup_findings (self->entry->content, translation->result, findings);

  say (self, plain, warning, status, NULL);
}

static void
update (CorMessageTranslation *self)
{
  const CorTranslation *translation = self->entry->translation;
  g_autofree char      *failure = NULL;

  if (self->entry->original != NULL)
    say_original (self);
  else if (self->explains)
    say (self, NULL, NULL, cor_translation_text_get_setup (), NULL);
  else if (translation != NULL)
    switch (translation->state)
      {
      case COR_TRANSLATION_DONE:
        say_done (self);
        break;
      case COR_TRANSLATION_FAILED:
        failure = cor_service_error_text (translation->error_code, translation->error_text);
        say (self, NULL, NULL, failure, _ ("Try again"));
        break;
      case COR_TRANSLATION_WANTED:
      default:
        say (self, NULL, NULL, _ ("Being translated…"), NULL);
      }
}

static void
on_wanted (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorTranslation) translation = cor_store_want_translation_finish (COR_STORE (source), result, &error);

  /* the timeline tells how it goes on */
  if (translation == NULL)
    g_debug ("translation: %s", error->message);
}

static void
on_ask_clicked (CorMessageTranslation *self)
{
  cor_message_translation_ask (self);
}

static void
cor_message_translation_dispose (GObject *object)
{
  CorMessageTranslation *self = COR_MESSAGE_TRANSLATION (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_MESSAGE_TRANSLATION);
  g_clear_pointer (&self->entry, cor_timeline_entry_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (cor_message_translation_parent_class)->dispose (object);
}

static void
cor_message_translation_class_init (CorMessageTranslationClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_message_translation_dispose;

  gtk_widget_class_set_css_name (widget_class, "cormessagetranslation");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/conversation/cor-message-translation.ui");
  gtk_widget_class_bind_template_child (widget_class, CorMessageTranslation, ask);
  gtk_widget_class_bind_template_child (widget_class, CorMessageTranslation, glyph);
  gtk_widget_class_bind_template_child (widget_class, CorMessageTranslation, root);
  gtk_widget_class_bind_template_child (widget_class, CorMessageTranslation, status);
  gtk_widget_class_bind_template_child (widget_class, CorMessageTranslation, text);
  gtk_widget_class_bind_template_child (widget_class, CorMessageTranslation, warning);
  gtk_widget_class_bind_template_callback (widget_class, on_ask_clicked);
}

static void
cor_message_translation_init (CorMessageTranslation *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  cor_label_copy_bare (self->text);
}

static void
set_entry (CorMessageTranslation *self,
           CorSession            *session,
           CorTimelineEntry      *entry)
{
  gboolean is_another = self->entry == NULL || self->entry->id != entry->id;

  g_set_object (&self->session, session);
  self->explains = self->explains && !is_another && !entry->has_translator;
  if (self->entry != entry)
    {
      g_clear_pointer (&self->entry, cor_timeline_entry_unref);
      self->entry = cor_timeline_entry_ref (entry);
    }
  update (self);
  if (entry->is_translated_always && entry->has_translator && entry->original == NULL && entry->translation == NULL && self->asked != entry->id)
    cor_message_translation_ask (self);
}

static gboolean
is_foreign (const CorTimelineEntry *entry)
{
  return entry->foreign_language != NULL && !entry->is_private;
}

/**
 * cor_message_translation_is_open:
 * @entry: a message
 *
 * Returns: whether the agent does not read it, and nobody has asked what it says
 */
gboolean
cor_message_translation_is_open (const CorTimelineEntry *entry)
{
  return is_foreign (entry) && entry->original == NULL && entry->translation == NULL;
}

/**
 * cor_message_translation_show:
 * @box: where it stands, as its last child
 * @where: (inout): its widget; made when first needed
 * @entry: (transfer none): the message
 *
 * Shows what is to be said about the language of a message; nothing where the agent reads it, or nobody has asked.
 */
void
cor_message_translation_show (GtkBox                 *box,
                              CorMessageTranslation **where,
                              CorSession             *session,
                              CorTimelineEntry       *entry)
{
  gboolean is_shown = is_foreign (entry);

  if (is_shown && *where == NULL)
    {
      *where = g_object_new (COR_TYPE_MESSAGE_TRANSLATION, NULL);
      gtk_box_append (box, GTK_WIDGET (*where));
    }
  if (*where == NULL)
    return;
  if (is_shown)
    set_entry (*where, session, entry);
  gtk_widget_set_visible (GTK_WIDGET (*where), is_shown && ((*where)->explains || !cor_message_translation_is_open (entry)));
}

/**
 * cor_message_translation_ask:
 *
 * Asks for the translation; without a service says how to have one.
 */
void
cor_message_translation_ask (CorMessageTranslation *self)
{
  g_return_if_fail (COR_IS_MESSAGE_TRANSLATION (self) && self->entry != NULL);

  if (!self->entry->has_translator)
    {
      self->explains = TRUE;
      update (self);
      gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
      return;
    }
  self->asked = self->entry->id;
  cor_store_want_translation_async (cor_session_get_store (self->session), self->entry->conversation, self->entry->content, self->entry->foreign_language, self->entry->target_language,
                                    NULL, NULL, on_wanted, NULL);
}

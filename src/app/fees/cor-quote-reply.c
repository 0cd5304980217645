/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-quote-reply"

#include "config.h"

#include "cor-quote-reply.h"

#include "cor-amount.h"
#include "cor-catalog-load.h"
#include "cor-file-picker.h"
#include "cor-label-script.h"
#include "cor-quote-pdf.h"
#include "cor-quote-values.h"
#include "cor-reply-insert.h"
#include "cor-store-templates.h"
#include "cor-template-filling.h"

#include <glib/gi18n-lib.h>

/*
 * CorQuoteReply: what the customer is told of the quote, in their language and their way of writing numbers, out of the template that
 * answers it: to be inserted, copied, or saved as a page.
 *
 * CSS nodes: corquotereply
 */
struct _CorQuoteReply
{
  GtkWidget parent_instance;

  CorQuoteForm       *form;    /* owned, or NULL */
  CorSession         *session; /* owned, or NULL */
  CorTemplateFilling *filling; /* owned, or NULL */
  CorTemplateItem    *item;    /* owned, or NULL: the template is not here */
  gint64              conversation;
  GFile              *file; /* owned, or NULL: what is being saved */
  gboolean            is_filling;

  /* Template */
  GtkWidget *copy;
  GtkWidget *insert;
  GtkLabel  *language;
  GtkLabel  *obstacle;
  GtkLabel  *page_language;
  GtkWidget *root;
  GtkWidget *save;
  GtkLabel  *text;
};

G_DEFINE_FINAL_TYPE (CorQuoteReply, cor_quote_reply, GTK_TYPE_WIDGET)

/* Answers, before the order, what will be paid and what should arrive. */
#define TEMPLATE "fees-before-sending"

static const char *
get_text (CorQuoteReply *self)
{
  if (self->filling == NULL || !cor_template_filling_may_insert (self->filling) || !cor_quote_form_get_chosen (self->form)->is_there)
    return NULL;
  return cor_template_filling_get_fill (self->filling)->text;
}

/* Why there is nothing to insert. */
static const char *
get_obstacle (CorQuoteReply *self)
{
  if (self->conversation == 0)
    return _ ("Open a conversation to have this in the customer’s language.");
  if (!cor_quote_form_get_chosen (self->form)->is_there)
    return _ ("There is no result to tell of yet.");
  if (self->item == NULL)
    return _ ("The template for this is not here yet.");
  if (cor_template_filling_get_problem (self->filling) != NULL)
    return cor_template_filling_get_problem (self->filling)->message;
  if (cor_template_filling_get_fill (self->filling) != NULL && !cor_template_filling_may_insert (self->filling))
    return _ ("Something that this text needs is not known.");
  return NULL;
}

/* Whose page it is: the customer's, or without one that of who sits here. */
static const char *
get_page_locale (CorQuoteReply *self)
{
  const char *locale = self->conversation != 0 ? cor_template_filling_get_locale (self->filling) : NULL;

  return locale != NULL ? locale : cor_amount_get_user_locale ();
}

/* A page in a language that the customer may not read is never a surprise. */
static void
show_page_language (CorQuoteReply *self)
{
  const char      *locale = get_page_locale (self);
  gboolean         is_there = cor_catalog_find_language (locale) != NULL;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->page_language), !is_there);
  if (is_there)
    return;
  /* Translators: %s is a language as it is written for programs, such as pt-BR */
  words = g_strdup_printf (_ ("The PDF will be in English: it does not exist in the customer’s language (%s)."), locale);
  gtk_label_set_label (self->page_language, words);
}

static void
update (CorQuoteReply *self)
{
  const char *text = get_text (self);
  const char *obstacle = text == NULL ? get_obstacle (self) : NULL;
  const char *locale = cor_template_filling_get_locale (self->filling);

  gtk_widget_set_visible (GTK_WIDGET (self->text), text != NULL);
  gtk_label_set_label (self->text, text != NULL ? text : "");
  gtk_label_set_label (self->language, text != NULL && locale != NULL ? locale : "");
  if (text != NULL)
    cor_label_follow_script (self->text, text);
  gtk_widget_set_visible (GTK_WIDGET (self->obstacle), obstacle != NULL);
  gtk_label_set_label (self->obstacle, obstacle != NULL ? obstacle : "");
  gtk_widget_set_sensitive (self->insert, text != NULL);
  gtk_widget_set_sensitive (self->copy, cor_quote_form_get_chosen (self->form)->is_there);
  gtk_widget_set_sensitive (self->save, cor_quote_form_get_chosen (self->form)->is_there);
  show_page_language (self);
}

static void
fill (CorQuoteReply *self)
{
  g_autoptr (CorTemplateValues) values = cor_quote_values_new (self->form);

  self->is_filling = TRUE;
  cor_template_filling_set_item (self->filling, self->item);
  cor_template_filling_set_case (self->filling, values);
  self->is_filling = FALSE;
  update (self);
}

static void
on_filling_changed (CorQuoteReply *self)
{
  if (!self->is_filling)
    update (self);
}

static void
on_template (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (CorQuoteReply) self = user_data;
  g_autoptr (CorTemplate) template = cor_store_load_template_finish (COR_STORE (source), result, NULL);

  if (self->form == NULL)
    return;
  g_clear_object (&self->item);
  if (template != NULL)
    self->item = cor_template_item_new (g_steal_pointer (&template));
  fill (self);
}

static void
read_template (CorQuoteReply *self)
{
  cor_store_load_template_async (cor_session_get_store (self->session), TEMPLATE, NULL, on_template, g_object_ref (self));
}

static void
on_store_changed (CorQuoteReply         *self,
                  const CorStoreChanges *changes)
{
  if (changes->reset || (changes->topics & COR_TOPIC_TEMPLATES) != 0)
    read_template (self);
}

static void
on_insert_clicked (CorQuoteReply *self)
{
  g_autoptr (CorInsertSource) source = cor_template_filling_dup_source (self->filling);
  const char *text = get_text (self);

  if (text != NULL)
    cor_reply_insert (GTK_WIDGET (self), text, source);
}

static void
on_copy_clicked (CorQuoteReply *self)
{
  const CorQuoteResult *chosen = cor_quote_form_get_chosen (self->form);
  const char           *text = get_text (self);
  g_autofree char      *plain = NULL;

  if (text == NULL && chosen->is_there)
    text = plain = cor_quote_dup_text (&chosen->terms, &chosen->quote, cor_amount_get_user_locale ());
  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
on_saved (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (CorQuoteReply) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    words = g_strdup (_ ("The calculation was saved."));
  else
    /* Translators: %s says why */
    words = g_strdup_printf (_ ("The calculation was not saved: %s"), error->message);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", words);
}

static void
on_catalog (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (CorQuoteReply) self = user_data;
  g_autoptr (GFile) file = g_steal_pointer (&self->file);
  g_autoptr (CorCatalog) catalog = cor_catalog_load_finish (result, NULL);
  g_autoptr (GBytes) pdf = NULL;
  const char *locale;

  if (file == NULL || self->form == NULL || !cor_quote_form_get_chosen (self->form)->is_there)
    return;
  locale = get_page_locale (self);
  if (catalog == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", _ ("The calculation was not saved: the texts in the customer’s language cannot be read."));
      return;
    }
  pdf = cor_quote_pdf_new (GTK_WIDGET (self), self->form, catalog, cor_catalog_find_language (locale) != NULL ? locale : "en",
                           cor_session_get_now (self->session));
  g_file_replace_contents_bytes_async (file, pdf, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, on_saved, g_object_ref (self));
}

static void
on_file_chosen (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (CorQuoteReply) self = user_data;
  const char *language;

  g_clear_object (&self->file);
  self->file = cor_file_picker_save_finish (result, NULL);
  if (self->file == NULL || self->form == NULL)
    return;
  language = cor_catalog_find_language (get_page_locale (self));
  cor_catalog_load_async (language != NULL ? language : "en", NULL, on_catalog, g_object_ref (self));
}

static void
on_save_clicked (CorQuoteReply *self)
{
  const CorQuoteTerms *terms = &cor_quote_form_get_chosen (self->form)->terms;
  g_autofree char     *name = g_strdup_printf ("%s-%s.pdf", terms->send->code, terms->receive->code);
  gboolean             is_there = cor_catalog_find_language (get_page_locale (self)) != NULL;

  cor_file_picker_save_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                              is_there ? _ ("Save the calculation") : _ ("Save the calculation in English"), name, NULL, on_file_chosen,
                              g_object_ref (self));
}

static void
cor_quote_reply_dispose (GObject *object)
{
  CorQuoteReply *self = COR_QUOTE_REPLY (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_QUOTE_REPLY);
  g_clear_object (&self->file);
  g_clear_object (&self->item);
  g_clear_object (&self->filling);
  g_clear_object (&self->session);
  g_clear_object (&self->form);

  G_OBJECT_CLASS (cor_quote_reply_parent_class)->dispose (object);
}

static void
cor_quote_reply_class_init (CorQuoteReplyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_quote_reply_dispose;

  gtk_widget_class_set_css_name (widget_class, "corquotereply");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/fees/cor-quote-reply.ui");
  gtk_widget_class_bind_template_child (widget_class, CorQuoteReply, copy);
  gtk_widget_class_bind_template_child (widget_class, CorQuoteReply, insert);
  gtk_widget_class_bind_template_child (widget_class, CorQuoteReply, language);
  gtk_widget_class_bind_template_child (widget_class, CorQuoteReply, obstacle);
  gtk_widget_class_bind_template_child (widget_class, CorQuoteReply, page_language);
  gtk_widget_class_bind_template_child (widget_class, CorQuoteReply, root);
  gtk_widget_class_bind_template_child (widget_class, CorQuoteReply, save);
  gtk_widget_class_bind_template_child (widget_class, CorQuoteReply, text);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_insert_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
}

static void
cor_quote_reply_init (CorQuoteReply *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cor_quote_reply_set_form:
 * @form: (transfer none): what is told of; to be called once
 * @session: (transfer none): templates and customers
 */
void
cor_quote_reply_set_form (CorQuoteReply *self,
                          CorQuoteForm  *form,
                          CorSession    *session)
{
  g_return_if_fail (COR_IS_QUOTE_REPLY (self) && self->form == NULL);

  self->form = g_object_ref (form);
  self->session = g_object_ref (session);
  self->filling = cor_template_filling_new (cor_session_get_store (session));
  g_signal_connect_object (form, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filling, "changed", G_CALLBACK (on_filling_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cor_session_get_store (session), "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  read_template (self);
  update (self);
}

/**
 * cor_quote_reply_set_conversation:
 * @conversation: local id: whose customer is told; 0: nobody
 */
void
cor_quote_reply_set_conversation (CorQuoteReply *self,
                                  gint64         conversation)
{
  g_return_if_fail (COR_IS_QUOTE_REPLY (self) && self->form != NULL);

  if (self->conversation == conversation)
    return;
  self->conversation = conversation;
  cor_template_filling_open (self->filling, conversation);
  fill (self);
}

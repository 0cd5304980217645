/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-template-preview"

#include "config.h"

#include "cor-template-preview.h"

#include "cor-language-text.h"
#include "cor-pill.h"
#include "cor-str.h"
#include "cor-template-form.h"
#include "cor-template-tint.h"
#include "cor-template-words.h"

#include <glib/gi18n-lib.h>

/*
 * CorTemplatePreview: the chosen template as the customer would get it, with what was filled in and what is missing
 * marked, in which language and register it is and why; and a field for each value that nobody knows.
 *
 * "insert": the agent is content.
 *
 * CSS nodes: cortemplatepreview
 */
struct _CorTemplatePreview
{
  GtkWidget parent_instance;

  CorTemplateFilling *filling; /* owned, or NULL */
  char               *shown;   /* owned: what the fields and languages are for */
  guint               is_updating : 1;

  /* Template */
  GtkWidget       *body;
  CorPill         *cover;
  GtkToggleButton *direct;
  CorTemplateForm *form;
  GtkToggleButton *formal;
  GtkWidget       *insert;
  GtkDropDown     *locales;
  GtkLabel        *missing;
  GtkToggleButton *neutral;
  GtkLabel        *problem;
  GtkWidget       *registers;
  GtkLabel        *text;
  GtkLabel        *why;
};

G_DEFINE_FINAL_TYPE (CorTemplatePreview, cor_template_preview, GTK_TYPE_WIDGET)

static guint insert_signal;

static void
show_missing (CorTemplatePreview *self)
{
  g_autofree const char **names = cor_template_filling_get_missing (self->filling);
  g_autofree char        *words = names[0] != NULL ? cor_template_words_dup_missing (names) : NULL;

  gtk_label_set_label (self->missing, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->missing), words != NULL);
  cor_template_form_ask (self->form, names);
}

static void
show_registers (CorTemplatePreview *self, const CorTemplateChoice *choice)
{
  GtkToggleButton *buttons[COR_N_REGISTERS] = { self->neutral, self->formal, self->direct };
  guint            registers = cor_template_filling_get_registers (self->filling);

  for (guint i = 0; i < COR_N_REGISTERS; i++)
    gtk_widget_set_visible (GTK_WIDGET (buttons[i]), (registers & 1u << i) != 0);
  gtk_toggle_button_set_active (buttons[choice->variant->reg], TRUE);
  gtk_widget_set_visible (self->registers, (registers & (registers - 1)) != 0);
}

static void
show_choice (CorTemplatePreview *self)
{
  const CorTemplateChoice *choice = cor_template_filling_get_choice (self->filling);
  const CorTemplate *template = cor_template_item_get_template (cor_template_filling_get_item (self->filling));
  g_autofree char *words = cor_template_words_dup_choice (self->filling);
  CorTemplateCover cover = choice != NULL ? cor_template_get_cover (template, choice->variant->locale) : COR_TEMPLATE_COVER_MISSING;

  cor_pill_set_label (self->cover, cor_template_words_get_cover (cover));
  cor_pill_set_hue (self->cover, cor_template_words_get_cover_hue (cover));
  gtk_label_set_label (self->why, words);
  gtk_widget_set_visible (GTK_WIDGET (self->why), words[0] != '\0');
  gtk_widget_set_visible (self->registers, FALSE);
  if (choice != NULL)
    show_registers (self, choice);
}

static void
add_locale (GtkStringList *names, GPtrArray *seen, const char *locale)
{
  g_autofree char *language = cor_language_text_dup (locale);
  g_autofree char *title = g_strdup_printf ("%s (%s)", language, locale);

  if (g_ptr_array_find_with_equal_func (seen, locale, g_str_equal, NULL))
    return;
  g_ptr_array_add (seen, (gpointer) locale);
  gtk_string_list_append (names, title);
}

/* The customer's language first, then those that the template has. */
static GPtrArray *
get_locales (CorTemplatePreview *self, GtkStringList *names)
{
  const CorTemplate *template = cor_template_item_get_template (cor_template_filling_get_item (self->filling));
  GPtrArray *locales = g_ptr_array_new ();

  add_locale (names, locales, cor_template_filling_get_own_locale (self->filling));
  for (guint i = 0; i < template->variants->len; i++)
    add_locale (names, locales, ((const CorTemplateVariant *) template->variants->pdata[i])->locale);
  return locales;
}

static void
show_locales (CorTemplatePreview *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) locales = get_locales (self, names);
  guint position = 0;

  gtk_drop_down_set_model (self->locales, G_LIST_MODEL (names));
  if (g_ptr_array_find_with_equal_func (locales, cor_template_filling_get_locale (self->filling), g_str_equal, &position))
    gtk_drop_down_set_selected (self->locales, position);
}

static void
on_locale_selected (CorTemplatePreview *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) locales = NULL;
  guint position = gtk_drop_down_get_selected (self->locales);

  if (self->is_updating || cor_template_filling_get_item (self->filling) == NULL)
    return;
  locales = get_locales (self, names);
  if (position < locales->len)
    cor_template_filling_choose_locale (self->filling, position == 0 ? NULL : locales->pdata[position]);
}

static void
on_register_toggled (CorTemplatePreview *self, GtkToggleButton *button)
{
  if (self->is_updating || !gtk_toggle_button_get_active (button))
    return;
  cor_template_filling_set_register (self->filling, button == self->formal ? COR_REGISTER_FORMAL : button == self->direct ? COR_REGISTER_DIRECT
                                                                                                                          : COR_REGISTER_NEUTRAL);
}

static void
update (CorTemplatePreview *self)
{
  CorTemplateItem       *item = cor_template_filling_get_item (self->filling);
  const CorTemplateFill *fill = cor_template_filling_get_fill (self->filling);
  const GError          *problem = cor_template_filling_get_problem (self->filling);

  gtk_widget_set_visible (self->body, item != NULL && cor_template_filling_is_ready (self->filling));
  gtk_widget_set_sensitive (self->insert, cor_template_preview_can_insert (self));
  if (!gtk_widget_get_visible (self->body))
    {
      cor_set_str (&self->shown, NULL);
      return;
    }
  self->is_updating = TRUE;
  if (cor_set_str (&self->shown, cor_template_item_get_id (item)))
    {
      cor_template_form_clear (self->form);
      show_locales (self);
    }
  show_choice (self);
  self->is_updating = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->text), fill != NULL);
  gtk_label_set_label (self->problem, problem != NULL ? problem->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  if (fill != NULL)
    cor_template_tint_show (self->text, fill);
  show_missing (self);
}

static void
on_insert (CorTemplatePreview *self)
{
  if (cor_template_preview_can_insert (self))
    g_signal_emit (self, insert_signal, 0);
}

static void
cor_template_preview_dispose (GObject *object)
{
  CorTemplatePreview *self = COR_TEMPLATE_PREVIEW (object);

  self->is_updating = TRUE; /* what goes tells itself to nobody */
  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_TEMPLATE_PREVIEW);
  g_clear_object (&self->filling);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (cor_template_preview_parent_class)->dispose (object);
}

static void
cor_template_preview_class_init (CorTemplatePreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_template_preview_dispose;

  insert_signal = g_signal_new ("insert", COR_TYPE_TEMPLATE_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (COR_TYPE_PILL);
  g_type_ensure (COR_TYPE_TEMPLATE_FORM);
  gtk_widget_class_set_css_name (widget_class, "cortemplatepreview");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/template/cor-template-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, CorTemplatePreview, body);
  gtk_widget_class_bind_template_child (widget_class, CorTemplatePreview, cover);
  gtk_widget_class_bind_template_child (widget_class, CorTemplatePreview, direct);
  gtk_widget_class_bind_template_child (widget_class, CorTemplatePreview, form);
  gtk_widget_class_bind_template_child (widget_class, CorTemplatePreview, formal);
  gtk_widget_class_bind_template_child (widget_class, CorTemplatePreview, insert);
  gtk_widget_class_bind_template_child (widget_class, CorTemplatePreview, locales);
  gtk_widget_class_bind_template_child (widget_class, CorTemplatePreview, missing);
  gtk_widget_class_bind_template_child (widget_class, CorTemplatePreview, neutral);
  gtk_widget_class_bind_template_child (widget_class, CorTemplatePreview, problem);
  gtk_widget_class_bind_template_child (widget_class, CorTemplatePreview, registers);
  gtk_widget_class_bind_template_child (widget_class, CorTemplatePreview, text);
  gtk_widget_class_bind_template_child (widget_class, CorTemplatePreview, why);
  gtk_widget_class_bind_template_callback (widget_class, on_insert);
  gtk_widget_class_bind_template_callback (widget_class, on_locale_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_register_toggled);
}

static void
cor_template_preview_init (CorTemplatePreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cor_template_preview_set_filling:
 * @filling: (transfer none): what it shows and changes
 *
 * To be called once.
 */
void
cor_template_preview_set_filling (CorTemplatePreview *self, CorTemplateFilling *filling)
{
  g_return_if_fail (COR_IS_TEMPLATE_PREVIEW (self) && self->filling == NULL);

  self->filling = g_object_ref (filling);
  cor_template_form_set_filling (self->form, filling);
  g_signal_connect_object (filling, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * cor_template_preview_can_insert:
 *
 * Returns: whether there is a text that may go into a reply, perhaps with marked gaps
 */
gboolean
cor_template_preview_can_insert (CorTemplatePreview *self)
{
  g_return_val_if_fail (COR_IS_TEMPLATE_PREVIEW (self), FALSE);

  return self->filling != NULL && cor_template_filling_may_insert (self->filling);
}

/**
 * cor_template_preview_ask:
 *
 * Puts the caret into the first field that is empty.
 *
 * Returns: whether there is one
 */
gboolean
cor_template_preview_ask (CorTemplatePreview *self)
{
  g_return_val_if_fail (COR_IS_TEMPLATE_PREVIEW (self), FALSE);

  return cor_template_form_grab_first (self->form);
}

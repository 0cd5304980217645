/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-template-pane"

#include "config.h"

#include "cor-template-pane-private.h"

#include "cor-label-script.h"
#include "cor-reader-locales.h"
#include "cor-result.h"
#include "cor-store-templates.h"
#include "cor-template-choice.h"
#include "cor-template-tint.h"
#include "cor-template-title.h"
#include "cor-template-words.h"

#include <glib/gi18n-lib.h>

#include "cor-str.h"

/*
 * CorTemplatePane: one template to read: what it is for, each of its texts as a customer would have it with sample
 * values or as it is written, and what was decided about that text. Deciding is a change of the store; making and
 * changing templates is the page's ("templates.edit", "templates.duplicate").
 *
 * CSS nodes: cortemplatepane
 */

G_DEFINE_FINAL_TYPE (CorTemplatePane, cor_template_pane, GTK_TYPE_WIDGET)

static const CorTemplate *
get_template (CorTemplatePane *self)
{
  return self->item != NULL ? cor_template_item_get_template (self->item) : NULL;
}

/* The text that is shown, NULL none. */
const CorTemplateVariant *
_cor_template_pane_get_variant (CorTemplatePane *self)
{
  const CorTemplate *template = get_template (self);

  return template != NULL && self->locale != NULL ? cor_template_find (template, self->locale, self->reg) : NULL;
}

static void
show_filled (CorTemplatePane *self, const CorTemplateVariant *variant)
{
  CorTemplateTarget target = { variant->locale, NULL, FALSE, TRUE };
  g_autoptr (GError) problem = NULL;
  g_autoptr (CorTemplateFill) fill = cor_template_render (get_template (self), variant, self->sample, &target, &problem);

  if (fill == NULL)
    fill = cor_template_fill_new_raw (variant->text, problem);
  if (fill != NULL)
    cor_template_tint_show (self->text, fill);
  gtk_label_set_label (self->problem, problem != NULL ? problem->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
}

static void
show_written (CorTemplatePane *self, const CorTemplateVariant *variant)
{
  gtk_label_set_attributes (self->text, NULL);
  gtk_label_set_label (self->text, variant->text);
  cor_label_align_to_script (self->text, variant->text);
}

static void
show_variant (CorTemplatePane *self)
{
  const CorTemplateVariant *variant = _cor_template_pane_get_variant (self);

  if (variant == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  if (self->sample != NULL && gtk_toggle_button_get_active (self->sampled))
    show_filled (self, variant);
  else
    show_written (self, variant);
  _cor_template_pane_show_decision (self, variant);
}

static void
on_sample_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorTemplatePane) self = user_data;
  g_autoptr (CorTemplateValues) sample = cor_store_load_sample_values_finish (COR_STORE (source), result, NULL);

  if (cor_result_is_cancelled (result) || sample == NULL)
    return;
  g_clear_pointer (&self->sample, cor_template_values_unref);
  self->sample = g_steal_pointer (&sample);
  show_variant (self);
}

static void
read_sample (CorTemplatePane *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  cor_store_load_sample_values_async (cor_session_get_store (self->session), self->locale, self->reading, on_sample_loaded, g_object_ref (self));
}

static void
choose (CorTemplatePane *self, const CorTemplateVariant *variant)
{
  g_autofree char *locale = g_strdup (variant->locale);
  gboolean         is_other = g_strcmp0 (locale, self->locale) != 0;

  self->reg = variant->reg;
  g_free (self->locale);
  self->locale = g_steal_pointer (&locale);
  if (is_other)
    {
      g_clear_pointer (&self->sample, cor_template_values_unref);
      read_sample (self);
    }
  show_variant (self);
}

static void
on_variant_selected (CorTemplatePane *self)
{
  const CorTemplate *template = get_template (self);
  guint position = gtk_drop_down_get_selected (self->variants);

  if (self->is_updating || template == NULL || position >= template->variants->len)
    return;
  cor_set_str (&self->wanted, ((const CorTemplateVariant *) template->variants->pdata[position])->locale);
  choose (self, template->variants->pdata[position]);
}

/* The text that who sits here reads best, else what the others are written after. */
static guint
find_readable (const CorTemplate *template, CorRegister reg)
{
  g_auto (GStrv) locales = cor_reader_locales_new (NULL);
  guint position = 0;

  for (guint i = 0; locales[i] != NULL; i++)
    {
      CorTemplateChoice choice = { 0 };

      if (cor_template_choose (template, locales[i], reg, FALSE, &choice, NULL) &&
          g_ptr_array_find (template->variants, choice.variant, &position))
        return position;
    }
  return 0;
}

/* Of the language that was asked for, in the register that was looked at if there is one. */
static guint
find_position (const CorTemplate *template, const char *locale, CorRegister reg)
{
  guint found = G_MAXUINT;

  for (guint i = 0; i < template->variants->len; i++)
    {
      const CorTemplateVariant *variant = template->variants->pdata[i];

      if (g_strcmp0 (variant->locale, locale) != 0)
        continue;
      found = i;
      if (variant->reg == reg)
        break;
    }
  return found != G_MAXUINT ? found : find_readable (template, reg);
}

static void
show_variants (CorTemplatePane *self, const CorTemplate *template)
{
  g_autoptr (GtkStringList) names = cor_template_words_list_variants (template);

  gtk_drop_down_set_model (self->variants, G_LIST_MODEL (names));
}

static void
add_part (GString *words, const char *value)
{
  if (value != NULL && *value != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", value);
}

static void
show_head (CorTemplatePane *self, const CorTemplate *template)
{
  g_autoptr (GString) meta = g_string_new (NULL);
  g_autofree char *needs = template->requires != NULL ? g_strjoinv (", ", template->requires) : g_strdup ("");
  g_autofree char *tags = template->tags != NULL ? cor_template_title_dup_tags (template) : NULL;
  g_autofree char *shortcut = template->shortcut != NULL ? g_strconcat ("/", template->shortcut, NULL) : NULL;
  /* TRANSLATORS: a day such as 2027-05-22 */
  g_autofree char *review = template->review != NULL ? g_strdup_printf (_ ("to be read again by %s"), template->review) : NULL;
  /* TRANSLATORS: variables such as payment.reference */
  g_autofree char *words = g_strdup_printf (_ ("Needs: %s"), needs);

  add_part (meta, cor_template_words_get_source (template));
  add_part (meta, cor_template_title_get_category (template));
  add_part (meta, shortcut);
  add_part (meta, tags);
  add_part (meta, template->owner);
  add_part (meta, review);
  gtk_label_set_label (self->title, cor_template_title_get (template));
  gtk_label_set_label (self->meta, meta->str);
  gtk_label_set_label (self->purpose, template->purpose != NULL ? cor_template_title_get_purpose (template) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->purpose), template->purpose != NULL);
  gtk_label_set_label (self->needs, words);
  gtk_widget_set_visible (GTK_WIDGET (self->needs), *needs != '\0');
  gtk_widget_set_visible (self->edit, g_strcmp0 (template->source, COR_TEMPLATE_SOURCE_OWN) == 0);
}

static void
cor_template_pane_dispose (GObject *object)
{
  CorTemplatePane *self = COR_TEMPLATE_PANE (object);

  self->is_updating = TRUE;
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_TEMPLATE_PANE);
  g_clear_object (&self->item);
  g_clear_object (&self->session);
  g_clear_pointer (&self->sample, cor_template_values_unref);
  g_clear_pointer (&self->locale, g_free);
  g_clear_pointer (&self->wanted, g_free);

  G_OBJECT_CLASS (cor_template_pane_parent_class)->dispose (object);
}

static void
cor_template_pane_class_init (CorTemplatePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_template_pane_dispose;

  g_type_ensure (COR_TYPE_PILL);
  gtk_widget_class_set_css_name (widget_class, "cortemplatepane");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/template/cor-template-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, CorTemplatePane, body);
  gtk_widget_class_bind_template_child (widget_class, CorTemplatePane, edit);
  gtk_widget_class_bind_template_child (widget_class, CorTemplatePane, meta);
  gtk_widget_class_bind_template_child (widget_class, CorTemplatePane, needs);
  gtk_widget_class_bind_template_child (widget_class, CorTemplatePane, problem);
  gtk_widget_class_bind_template_child (widget_class, CorTemplatePane, purpose);
  gtk_widget_class_bind_template_child (widget_class, CorTemplatePane, sampled);
  gtk_widget_class_bind_template_child (widget_class, CorTemplatePane, stack);
  gtk_widget_class_bind_template_child (widget_class, CorTemplatePane, text);
  gtk_widget_class_bind_template_child (widget_class, CorTemplatePane, title);
  gtk_widget_class_bind_template_child (widget_class, CorTemplatePane, toasts);
  gtk_widget_class_bind_template_child (widget_class, CorTemplatePane, to_list);
  gtk_widget_class_bind_template_child (widget_class, CorTemplatePane, variants);
  gtk_widget_class_bind_template_callback (widget_class, on_variant_selected);
  gtk_widget_class_bind_template_callback (widget_class, show_variant);
  _cor_template_pane_bind_decisions (widget_class);
}

static void
cor_template_pane_init (CorTemplatePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cor_template_pane_set_session:
 * @session: (transfer none): whose store it is about
 *
 * To be called once.
 */
void
cor_template_pane_set_session (CorTemplatePane *self, CorSession *session)
{
  g_return_if_fail (COR_IS_TEMPLATE_PANE (self) && self->session == NULL);

  self->session = g_object_ref (session);
}

/**
 * cor_template_pane_show:
 * @item: (nullable) (transfer none): the template, perhaps changed
 * @locale: (nullable): the text that is wanted; %NULL: in the language that was asked for before, else in the reader's
 */
void
cor_template_pane_show (CorTemplatePane *self, CorTemplateItem *item, const char *locale)
{
  const CorTemplate *template = NULL;
  guint position = 0;

  g_return_if_fail (COR_IS_TEMPLATE_PANE (self));

  g_set_object (&self->item, item);
  template = get_template (self);
  gtk_stack_set_visible_child_name (self->stack, template != NULL ? "template" : "nothing");
  if (template == NULL || template->variants->len == 0)
    return;
  self->is_updating = TRUE;
  show_head (self, template);
  show_variants (self, template);
  if (locale != NULL)
    cor_set_str (&self->wanted, locale);
  position = find_position (template, self->wanted, self->reg);
  gtk_drop_down_set_selected (self->variants, position);
  self->is_updating = FALSE;
  choose (self, template->variants->pdata[position]);
}

/**
 * cor_template_pane_set_folded:
 * @folded: the list is not beside it
 */
void
cor_template_pane_set_folded (CorTemplatePane *self, gboolean folded)
{
  g_return_if_fail (COR_IS_TEMPLATE_PANE (self));

  gtk_widget_set_visible (self->to_list, folded);
}

/**
 * cor_template_pane_get_item:
 *
 * Returns: (transfer none) (nullable): the template that is shown
 */
CorTemplateItem *
cor_template_pane_get_item (CorTemplatePane *self)
{
  g_return_val_if_fail (COR_IS_TEMPLATE_PANE (self), NULL);

  return self->item;
}

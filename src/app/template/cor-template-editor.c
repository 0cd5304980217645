/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-template-editor"

#include "config.h"

#include "cor-template-editor.h"

#include "cor-alert.h"
#include "cor-reader-locales.h"
#include "cor-result.h"
#include "cor-store-templates.h"
#include "cor-template-choice.h"
#include "cor-template-edit.h"
#include "cor-template-tint.h"
#include "cor-template-words.h"
#include "cor-transient.h"

#include <glib/gi18n-lib.h>

/*
 * CorTemplateEditor: one of the agent's own templates while it is written: what it is for, and its texts by language
 * and register, each with what is wrong in it, where, and how a customer would read it. What is wrong stays as it was
 * typed; it is kept once it is in order, and closing asks before anything is lost.
 *
 * "saved" (string): its id.
 */
struct _CorTemplateEditor
{
  AdwWindow parent_instance;

  CorSession         *session; /* owned */
  CorTemplateCatalog *catalog; /* owned */
  CorTemplate *template;       /* owned */
  CorTemplateVariant *variant; /* borrowed: the text that is shown */
  CorTemplateValues  *sample;  /* owned, or NULL: not read yet */
  GCancellable       *reading; /* owned, or NULL */
  gboolean            is_changed;
  gboolean            is_showing; /* the fields are set by us */

  /* Template */
  GtkMenuButton   *add;
  GtkWidget       *add_now;
  GtkEditable     *category;
  AdwComboRow     *channels;
  GtkEditable     *locale;
  GtkEditable     *owner;
  GtkLabel        *preview;
  GtkLabel        *problem;
  GtkEditable     *purpose;
  GtkDropDown     *registers;
  GtkWidget       *remove;
  GtkEditable     *requires;
  GtkEditable     *review;
  GtkWidget       *save;
  GtkEditable     *shortcut;
  GtkEditable     *tags;
  GtkTextView     *text;
  GtkEditable     *title;
  AdwToastOverlay *toasts;
  GtkDropDown     *variants;
};

G_DEFINE_FINAL_TYPE (CorTemplateEditor, cor_template_editor, ADW_TYPE_WINDOW)

static guint saved_signal;

static const char *const channel_keys[] = { "any", "messaging", "email" };

static void
show_preview (CorTemplateEditor *self)
{
  CorTemplateTarget target = { self->variant->locale, NULL, FALSE, TRUE };
  g_autoptr (CorTemplateFill) fill = self->sample != NULL ? cor_template_render (self->template, self->variant, self->sample, &target, NULL) : NULL;

  /* while it is not in order, what was last in order stays to be compared */
  if (fill != NULL)
    cor_template_tint_show (self->preview, fill);
}

static void
check (CorTemplateEditor *self)
{
  g_autoptr (GError) problem = NULL, other = NULL;
  gboolean is_fine = cor_template_edit_check_text (self->template, self->variant, &problem);
  gboolean may_save = cor_template_edit_check (self->template, &other);

  cor_template_tint_mark_fault (gtk_text_view_get_buffer (self->text), problem);
  show_preview (self);
  gtk_label_set_label (self->problem, !is_fine ? problem->message : !may_save ? other->message
                                                                              : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), !is_fine || !may_save);
  gtk_widget_set_sensitive (self->save, may_save && self->is_changed);
}

static void
on_head_changed (CorTemplateEditor *self)
{
  CorTemplateHead head = { .channels = channel_keys[MIN (adw_combo_row_get_selected (self->channels), G_N_ELEMENTS (channel_keys) - 1)] };

  if (self->is_showing || self->template == NULL)
    return;
  head.title = gtk_editable_get_text (self->title);
  head.shortcut = gtk_editable_get_text (self->shortcut);
  head.category = gtk_editable_get_text (self->category);
  head.tags = gtk_editable_get_text (self->tags);
  head.purpose = gtk_editable_get_text (self->purpose);
  head.requires = gtk_editable_get_text (self->requires);
  head.owner = gtk_editable_get_text (self->owner);
  head.review = gtk_editable_get_text (self->review);
  self->is_changed = TRUE;
  cor_template_edit_take_head (self->template, &head, NULL);
  check (self);
}

static void
on_text_changed (CorTemplateEditor *self)
{
  GtkTextBuffer   *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter      start, end;
  g_autofree char *text = NULL;

  if (self->is_showing || self->variant == NULL)
    return;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  if (cor_template_edit_set_text (self->template, self->variant, text))
    self->is_changed = TRUE;
  check (self);
}

static void
on_sample_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorTemplateEditor) self = user_data;
  g_autoptr (CorTemplateValues) sample = cor_store_load_sample_values_finish (COR_STORE (source), result, NULL);

  if (cor_result_is_cancelled (result) || sample == NULL || self->preview == NULL)
    return;
  g_clear_pointer (&self->sample, cor_template_values_unref);
  self->sample = g_steal_pointer (&sample);
  show_preview (self);
}

static void
show_variant (CorTemplateEditor *self, CorTemplateVariant *variant)
{
  self->variant = variant;
  self->is_showing = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), variant->text, -1);
  self->is_showing = FALSE;
  gtk_label_set_label (self->preview, "");
  gtk_widget_set_sensitive (self->remove, self->template->variants->len > 1);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->sample, cor_template_values_unref);
  self->reading = g_cancellable_new ();
  cor_store_load_sample_values_async (cor_session_get_store (self->session), variant->locale, self->reading, on_sample_loaded, g_object_ref (self));
  check (self);
}

static void
on_variant_selected (CorTemplateEditor *self)
{
  guint position = gtk_drop_down_get_selected (self->variants);

  if (!self->is_showing && self->template != NULL && position < self->template->variants->len)
    show_variant (self, self->template->variants->pdata[position]);
}

static void
list_variants (CorTemplateEditor *self, guint position)
{
  g_autoptr (GtkStringList) names = cor_template_words_list_variants (self->template);

  self->is_showing = TRUE;
  gtk_drop_down_set_model (self->variants, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->variants, position);
  self->is_showing = FALSE;
  show_variant (self, self->template->variants->pdata[position]);
}

static void
on_add (CorTemplateEditor *self)
{
  g_autoptr (GError) error = NULL;

  if (cor_template_edit_add_text (self->template, gtk_editable_get_text (self->locale), (CorRegister) gtk_drop_down_get_selected (self->registers), &error) == NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->locale), "error");
      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (error->message));
      return;
    }
  gtk_menu_button_popdown (self->add);
  gtk_editable_set_text (self->locale, "");
  self->is_changed = TRUE;
  list_variants (self, self->template->variants->len - 1);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
on_locale_changed (CorTemplateEditor *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->locale), "error");
  gtk_widget_set_sensitive (self->add_now, gtk_editable_get_text (self->locale)[0] != '\0');
}

static void
on_remove (CorTemplateEditor *self)
{
  if (self->template->variants->len < 2)
    return;
  g_ptr_array_remove (self->template->variants, self->variant);
  self->is_changed = TRUE;
  list_variants (self, 0);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorTemplateEditor) self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->toasts == NULL)
    return; /* disposed meanwhile */
  if (cor_store_save_template_finish (COR_STORE (source), result, &error))
    {
      g_signal_emit (self, saved_signal, 0, self->template->id);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  g_debug ("save: %s", error->message);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("That could not be kept on this computer.")));
  gtk_widget_set_sensitive (self->save, TRUE);
}

static void
on_save_clicked (CorTemplateEditor *self)
{
  g_autofree char *wish = cor_template_edit_dup_id (self->template->title != NULL ? self->template->title : "");

  if (!cor_template_edit_check (self->template, NULL))
    return;
  if (self->template->id == NULL)
    self->template->id = cor_template_catalog_dup_free_id (self->catalog, wish);
  gtk_widget_set_sensitive (self->save, FALSE);
  cor_store_save_template_async (cor_session_get_store (self->session), cor_template_copy (self->template), NULL, on_saved, g_object_ref (self));
}

static void
on_discard_asked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorTemplateEditor) self = user_data;

  if (cor_alert_ask_finish (result, NULL) && self->toasts != NULL)
    gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
on_close_request (CorTemplateEditor *self)
{
  if (!self->is_changed)
    return GDK_EVENT_PROPAGATE;
  cor_alert_ask_async (GTK_WINDOW (self), _ ("What was written is not kept yet"), _ ("If you close this, what you changed in this template is lost."), _ ("Discard"), TRUE, NULL,
                       on_discard_asked, g_object_ref (self));
  return GDK_EVENT_STOP;
}

static void
cor_template_editor_dispose (GObject *object)
{
  CorTemplateEditor *self = COR_TEMPLATE_EDITOR (object);

  self->is_showing = TRUE;
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_TEMPLATE_EDITOR);
  g_clear_object (&self->catalog);
  g_clear_object (&self->session);
  g_clear_pointer (&self->sample, cor_template_values_unref);

  G_OBJECT_CLASS (cor_template_editor_parent_class)->dispose (object);
}

static void
cor_template_editor_finalize (GObject *object)
{
  g_clear_pointer (&COR_TEMPLATE_EDITOR (object)->template, cor_template_free);

  G_OBJECT_CLASS (cor_template_editor_parent_class)->finalize (object);
}

static void
cor_template_editor_class_init (CorTemplateEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_template_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = cor_template_editor_finalize;

  saved_signal = g_signal_new ("saved", COR_TYPE_TEMPLATE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/template/cor-template-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, CorTemplateEditor, add);
  gtk_widget_class_bind_template_child (widget_class, CorTemplateEditor, add_now);
  gtk_widget_class_bind_template_child (widget_class, CorTemplateEditor, category);
  gtk_widget_class_bind_template_child (widget_class, CorTemplateEditor, channels);
  gtk_widget_class_bind_template_child (widget_class, CorTemplateEditor, locale);
  gtk_widget_class_bind_template_child (widget_class, CorTemplateEditor, owner);
  gtk_widget_class_bind_template_child (widget_class, CorTemplateEditor, preview);
  gtk_widget_class_bind_template_child (widget_class, CorTemplateEditor, problem);
  gtk_widget_class_bind_template_child (widget_class, CorTemplateEditor, purpose);
  gtk_widget_class_bind_template_child (widget_class, CorTemplateEditor, registers);
  gtk_widget_class_bind_template_child (widget_class, CorTemplateEditor, remove);
  gtk_widget_class_bind_template_child (widget_class, CorTemplateEditor, requires);
  gtk_widget_class_bind_template_child (widget_class, CorTemplateEditor, review);
  gtk_widget_class_bind_template_child (widget_class, CorTemplateEditor, save);
  gtk_widget_class_bind_template_child (widget_class, CorTemplateEditor, shortcut);
  gtk_widget_class_bind_template_child (widget_class, CorTemplateEditor, tags);
  gtk_widget_class_bind_template_child (widget_class, CorTemplateEditor, text);
  gtk_widget_class_bind_template_child (widget_class, CorTemplateEditor, title);
  gtk_widget_class_bind_template_child (widget_class, CorTemplateEditor, toasts);
  gtk_widget_class_bind_template_child (widget_class, CorTemplateEditor, variants);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_close_request);
  gtk_widget_class_bind_template_callback (widget_class, on_head_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_locale_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_variant_selected);
}

static void
cor_template_editor_init (CorTemplateEditor *self)
{
  GtkTextBuffer *buffer = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  buffer = gtk_text_view_get_buffer (self->text);
  gtk_text_buffer_create_tag (buffer, "fault", "underline", PANGO_UNDERLINE_ERROR, NULL);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (on_text_changed), self, G_CONNECT_SWAPPED);
}

static void
show_head (CorTemplateEditor *self)
{
  const CorTemplate *template = self->template;
  g_autofree char *tags = template->tags != NULL ? g_strjoinv (", ", template->tags) : NULL;
  g_autofree char *requires = template->requires != NULL ? g_strjoinv (", ", template->requires) : NULL;

  self->is_showing = TRUE;
  gtk_editable_set_text (self->title, template->title != NULL ? template->title : "");
  gtk_editable_set_text (self->shortcut, template->shortcut != NULL ? template->shortcut : "");
  gtk_editable_set_text (self->category, template->category != NULL ? template->category : "");
  gtk_editable_set_text (self->tags, tags != NULL ? tags : "");
  gtk_editable_set_text (self->purpose, template->purpose != NULL ? template->purpose : "");
  gtk_editable_set_text (self->requires, requires != NULL ? requires : "");
  gtk_editable_set_text (self->owner, template->owner != NULL ? template->owner : "");
  gtk_editable_set_text (self->review, template->review != NULL ? template->review : "");
  for (guint i = 0; i < G_N_ELEMENTS (channel_keys); i++)
    if (g_strcmp0 (template->channels, channel_keys[i]) == 0)
      adw_combo_row_set_selected (self->channels, i);
  self->is_showing = FALSE;
}

/* In the agent's own language; the others are written after it. */
static CorTemplate *
new_template (void)
{
  CorTemplate *template = cor_template_new ();
  g_auto (GStrv) locales = cor_reader_locales_new (NULL);

  template->channels = g_strdup ("any");
  template->source_locale = g_strdup (locales[0]);
  cor_template_edit_add_text (template, locales[0], COR_REGISTER_NEUTRAL, NULL);
  return template;
}

/**
 * cor_template_editor_new:
 * @session: whose store keeps it
 * @catalog: (transfer none): all there are
 * @parent: (nullable): the window it belongs to
 * @template: (nullable): one of the agent's own, copied; %NULL begins a new one
 *
 * Returns: (transfer floating): the editor
 */
GtkWidget *
cor_template_editor_new (CorSession *session, CorTemplateCatalog *catalog, GtkWindow *parent, const CorTemplate *template)
{
  CorTemplateEditor *self = g_object_new (COR_TYPE_TEMPLATE_EDITOR, NULL);

  cor_transient_set (GTK_WINDOW (self), parent);
  self->session = g_object_ref (session);
  self->catalog = g_object_ref (catalog);
  self->template = template != NULL ? cor_template_copy (template) : new_template ();
  show_head (self);
  list_variants (self, 0);
  return GTK_WIDGET (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-spell-menu"

#include "config.h"

#include "cor-spell-menu.h"
#include "cor-language-text.h"

#include <glib/gi18n-lib.h>

#include "cor-result.h"

/* No action has this name: the item only says something. */
#define NOTHING "spell.nothing"

/*
 * CorSpellMenu: what the context menu of a text view offers for a misspelled word, by the pointer or by the keys that
 * open a context menu: what it may be meant for, and that it is right. Suggestions come while the menu is open.
 */
struct _CorSpellMenu
{
  GObject parent_instance;

  CorSpelling        *spelling;    /* owned */
  CorSpellMarker     *marker;      /* owned */
  GtkTextView        *view;        /* borrowed: its owner lets go of this first */
  GSimpleActionGroup *actions;     /* owned */
  GMenu              *words;       /* owned: the section of the word */
  GMenu              *footer;      /* owned: the section that is always there */
  GCancellable       *asking;      /* owned, or NULL */
  GtkTextMark        *start, *end; /* of the buffer: the word */
};

G_DEFINE_FINAL_TYPE (CorSpellMenu, cor_spell_menu, G_TYPE_OBJECT)

static GtkTextBuffer *
get_buffer (CorSpellMenu *self)
{
  return gtk_text_view_get_buffer (self->view);
}

static char *
dup_word (CorSpellMenu *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &start, self->start);
  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &end, self->end);
  return gtk_text_buffer_get_text (get_buffer (self), &start, &end, TRUE);
}

/* One step of Ctrl+Z. */
static void
action_replace (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  CorSpellMenu  *self = user_data;
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter    start, end;

  if (!gtk_text_view_get_editable (self->view))
    return;
  gtk_text_buffer_get_iter_at_mark (buffer, &start, self->start);
  gtk_text_buffer_get_iter_at_mark (buffer, &end, self->end);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, g_variant_get_string (parameter, NULL), -1);
  gtk_text_buffer_place_cursor (buffer, &start);
  gtk_text_buffer_end_user_action (buffer);
}

static void
action_add (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  g_autofree char *word = dup_word (user_data);

  cor_spelling_add (COR_SPELL_MENU (user_data)->spelling, word);
}

static void
action_ignore (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  g_autofree char *word = dup_word (user_data);

  cor_spelling_ignore (COR_SPELL_MENU (user_data)->spelling, word);
}

static void
append_suggestion (CorSpellMenu *self,
                   const char   *word,
                   int           position)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (word, NULL);

  g_menu_item_set_action_and_target (item, "spell.replace", "s", word);
  g_menu_insert_item (self->words, position, item);
}

static void
on_suggested (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (CorSpellMenu) self = user_data;
  g_auto (GStrv) suggestions = cor_spelling_suggest_finish (COR_SPELLING (source), result, NULL);

  if (cor_result_is_cancelled (result) || suggestions == NULL)
    return;
  g_clear_object (&self->asking);
  g_menu_remove (self->words, 0);
  for (int i = 0; suggestions[i] != NULL; i++)
    append_suggestion (self, suggestions[i], i);
  if (suggestions[0] == NULL)
    g_menu_insert (self->words, 0, _ ("No suggestions"), NOTHING);
}

static void
fill_words (CorSpellMenu *self)
{
  g_autofree char *word = dup_word (self);
  gboolean         has_dictionary = FALSE;
  const char      *language = cor_spell_marker_get_language (self->marker, &has_dictionary);

  g_menu_append (self->words, _ ("Looking for suggestions…"), NOTHING);
  g_menu_append (self->words, _ ("_Add to dictionary"), "spell.add");
  /* TRANSLATORS: has a misspelled word no longer underlined, until the window is closed */
  g_menu_append (self->words, _ ("_Ignore"), "spell.ignore");
  self->asking = g_cancellable_new ();
  cor_spelling_suggest_async (self->spelling, word, language, self->asking, on_suggested, g_object_ref (self));
}

/* Whether it is checked; and where nothing is, why. */
static void
fill_footer (CorSpellMenu *self)
{
  gboolean         has_dictionary = FALSE;
  const char      *language = cor_spell_marker_get_language (self->marker, &has_dictionary);
  g_autofree char *name = language != NULL ? cor_language_text_dup (language) : NULL;
  /* TRANSLATORS: %s is the name of a language */
  g_autofree char *words = name != NULL ? g_strdup_printf (_ ("No dictionary for %s"), name) : NULL;

  g_menu_remove_all (self->footer);
  g_menu_append (self->footer, _ ("Check _spelling"), "spell.check-spelling");
  if (words != NULL && !has_dictionary)
    g_menu_append (self->footer, words, NOTHING);
}

static void
on_pressed (CorSpellMenu    *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  GtkTextIter at;
  int         buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (self->view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  gtk_text_view_get_iter_at_location (self->view, &at, buffer_x, buffer_y);
  cor_spell_menu_open_at (self, &at);
}

static gboolean
on_key_pressed (CorSpellMenu   *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  gboolean    is_shift = (state & gtk_accelerator_get_default_mod_mask ()) == GDK_SHIFT_MASK;
  GtkTextIter at;

  if (keyval == GDK_KEY_Menu || (keyval == GDK_KEY_F10 && is_shift))
    {
      gtk_text_buffer_get_iter_at_mark (get_buffer (self), &at, gtk_text_buffer_get_insert (get_buffer (self)));
      cor_spell_menu_open_at (self, &at);
    }
  return GDK_EVENT_PROPAGATE;
}

/* Before the view opens its menu. */
static void
watch_view (CorSpellMenu *self)
{
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (on_key_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self->view), key);
}

static void
cor_spell_menu_dispose (GObject *object)
{
  CorSpellMenu *self = COR_SPELL_MENU (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->actions);
  g_clear_object (&self->words);
  g_clear_object (&self->footer);
  g_clear_object (&self->marker);
  g_clear_object (&self->spelling);

  G_OBJECT_CLASS (cor_spell_menu_parent_class)->dispose (object);
}

static void
cor_spell_menu_class_init (CorSpellMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cor_spell_menu_dispose;
}

static void
cor_spell_menu_init (CorSpellMenu *self)
{
  self->words = g_menu_new ();
  self->footer = g_menu_new ();
  self->actions = g_simple_action_group_new ();
}

static void
add_action (CorSpellMenu       *self,
            const char         *name,
            const GVariantType *type,
            GCallback           activated)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, type);

  g_signal_connect_object (action, "activate", activated, self, 0);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
}

/**
 * cor_spell_menu_new:
 * @text_view: where it is written; it outlives the menu
 * @settings: with "check-spelling"
 *
 * Returns: (transfer full): the menu, as part of the view's context menu
 */
CorSpellMenu *
cor_spell_menu_new (GtkTextView    *text_view,
                    CorSpelling    *spelling,
                    CorSpellMarker *marker,
                    GSettings      *settings)
{
  CorSpellMenu *self = g_object_new (COR_TYPE_SPELL_MENU, NULL);
  g_autoptr (GAction) checks = g_settings_create_action (settings, "check-spelling");
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkTextIter at;

  self->view = text_view;
  self->spelling = g_object_ref (spelling);
  self->marker = g_object_ref (marker);
  gtk_text_buffer_get_start_iter (get_buffer (self), &at);
  self->start = gtk_text_buffer_create_mark (get_buffer (self), NULL, &at, TRUE);
  self->end = gtk_text_buffer_create_mark (get_buffer (self), NULL, &at, FALSE);
  add_action (self, "replace", G_VARIANT_TYPE_STRING, G_CALLBACK (action_replace));
  add_action (self, "add", NULL, G_CALLBACK (action_add));
  add_action (self, "ignore", NULL, G_CALLBACK (action_ignore));
  g_action_map_add_action (G_ACTION_MAP (self->actions), checks);
  gtk_widget_insert_action_group (GTK_WIDGET (text_view), "spell", G_ACTION_GROUP (self->actions));
  fill_footer (self);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (self->words));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (self->footer));
  gtk_text_view_set_extra_menu (text_view, G_MENU_MODEL (menu));
  watch_view (self);
  return self;
}

/**
 * cor_spell_menu_open_at:
 * @at: where in the text the menu is about to be opened
 *
 * Offers what there is for the word there.
 */
void
cor_spell_menu_open_at (CorSpellMenu      *self,
                        const GtkTextIter *at)
{
  GtkTextIter start, end;

  g_return_if_fail (COR_IS_SPELL_MENU (self));

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_menu_remove_all (self->words);
  fill_footer (self);
  if (!cor_spell_marker_get_word (self->marker, at, &start, &end))
    return;
  gtk_text_buffer_move_mark (get_buffer (self), self->start, &start);
  gtk_text_buffer_move_mark (get_buffer (self), self->end, &end);
  fill_words (self);
}

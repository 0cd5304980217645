/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-spell-marker"

#include "config.h"

#include "cor-result.h"
#include "cor-spell-marker.h"
#include "cor-str.h"
#include "cor-text-range.h"

#include <string.h>

#define TAG "cor-misspelled"
#define PAUSE_MS 150   /* so much typing is looked at together */
#define MAX_CHUNK 3000 /* characters in one question: what is typed next waits for no longer text */
#define MAX_LINE 1000  /* characters that a line is followed to its beginning and end */
#define MAX_WHOLE 1500 /* characters that tell the language */

/*
 * CorSpellMarker: underlines what is misspelled in a text view. Only the lines that changed are looked at, in parts, away
 * from the main thread; a word is not wrong while the caret is still at it.
 */
struct _CorSpellMarker
{
  GObject parent_instance;

  CorSpelling   *spelling; /* owned */
  GtkTextView   *view;     /* weak: a lookup may outlive it */
  GtkTextBuffer *buffer;   /* owned */
  GtkTextTag    *tag;      /* of the buffer */
  char          *locale;   /* of the reader, or NULL */
  char         **names;    /* owned, or NULL */
  char          *language; /* that the text is in, or NULL */
  GCancellable  *checking; /* owned, or NULL: nothing is asked */
  CorTextRange   dirty;    /* what is to be looked at, while is_dirty */
  CorTextRange   asked;    /* what is asked, while checking */
  CorTextRange   held;     /* the word at the caret, while is_held */
  guint          timer;
  guint          is_enabled : 1;
  guint          is_dirty : 1;
  guint          is_held : 1;
  guint          is_touched : 1; /* what is asked has changed since */
  guint          has_dictionary : 1;
};

G_DEFINE_FINAL_TYPE (CorSpellMarker, cor_spell_marker, G_TYPE_OBJECT)

static void schedule (CorSpellMarker *self);

/* Adds to what is to be looked at. */
static void
add_dirty (CorSpellMarker    *self,
           const GtkTextIter *start,
           const GtkTextIter *end)
{
  if (self->is_dirty)
    cor_text_range_include (&self->dirty, start, end);
  else
    cor_text_range_set (&self->dirty, start, end);
  self->is_dirty = TRUE;
  schedule (self);
}

static void
add_range (CorSpellMarker     *self,
           const CorTextRange *range)
{
  GtkTextIter start, end;

  cor_text_range_get (range, &start, &end);
  add_dirty (self, &start, &end);
}

static void
add_everything (CorSpellMarker *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  add_dirty (self, &start, &end);
}

/* A place that has changed; an answer for it is of another text. */
static void
touch (CorSpellMarker    *self,
       const GtkTextIter *start,
       const GtkTextIter *end)
{
  if (self->checking != NULL && cor_text_range_touches (&self->asked, start, end))
    self->is_touched = TRUE;
  add_dirty (self, start, end);
}

static void
on_inserted (CorSpellMarker *self,
             GtkTextIter    *end,
             const char     *text,
             int             length)
{
  GtkTextIter start = *end;

  gtk_text_iter_backward_chars (&start, (int) g_utf8_strlen (text, length));
  touch (self, &start, end);
}

static void
on_deleted (CorSpellMarker *self,
            GtkTextIter    *start,
            GtkTextIter    *end)
{
  touch (self, start, start);
}

/* Takes the next part of what is to be looked at, in whole lines. */
static void
take_chunk (CorSpellMarker *self,
            GtkTextIter    *start,
            GtkTextIter    *end)
{
  GtkTextIter dirty_end;

  cor_text_range_get (&self->dirty, start, &dirty_end);
  *end = *start;
  gtk_text_iter_forward_chars (end, MAX_CHUNK);
  if (gtk_text_iter_compare (end, &dirty_end) > 0)
    *end = dirty_end;
  cor_text_range_widen (start, end, MAX_LINE);
  self->is_dirty = gtk_text_iter_compare (end, &dirty_end) < 0;
  if (self->is_dirty)
    cor_text_range_set (&self->dirty, end, &dirty_end);
}

static void
mark_words (CorSpellMarker *self,
            const char     *text,
            const GArray   *words)
{
  GtkTextIter start, end;
  const char *seen = text;

  cor_text_range_get (&self->asked, &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->tag, &start, &end);
  for (guint i = 0; i < words->len; i++)
    {
      const CorSpellWord *word = &g_array_index (words, CorSpellWord, i);

      gtk_text_iter_forward_chars (&start, (int) g_utf8_pointer_to_offset (seen, text + word->start));
      end = start;
      gtk_text_iter_forward_chars (&end, (int) g_utf8_pointer_to_offset (text + word->start, text + word->end));
      seen = text + word->start;
      if (cor_text_range_is_being_written (self->view, &start, &end))
        {
          cor_text_range_set (&self->held, &start, &end);
          self->is_held = TRUE;
        }
      else
        gtk_text_buffer_apply_tag (self->buffer, self->tag, &start, &end);
    }
}

static void
take_result (CorSpellMarker       *self,
             const CorSpellResult *found)
{
  g_autofree char *text = cor_text_range_dup_text (&self->asked);
  gboolean         is_other = cor_set_str (&self->language, found->language);

  self->has_dictionary = found->dictionary != NULL;
  mark_words (self, text, found->misspelled);
  if (is_other)
    add_everything (self);
}

static void
on_checked (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (CorSpellMarker) self = user_data;
  g_autoptr (CorSpellResult) found = cor_spelling_check_finish (COR_SPELLING (source), result, NULL);

  if (cor_result_is_cancelled (result) || found == NULL || self->view == NULL)
    return;
  g_clear_object (&self->checking);
  if (self->is_touched)
    add_range (self, &self->asked);
  else
    take_result (self, found);
  if (self->is_dirty)
    schedule (self);
}

static gboolean
on_paused (gpointer user_data)
{
  CorSpellMarker  *self = user_data;
  GtkTextIter      start, end;
  g_autofree char *text = NULL;
  g_autofree char *whole = NULL;

  self->timer = 0;
  take_chunk (self, &start, &end);
  cor_text_range_set (&self->asked, &start, &end);
  text = cor_text_range_dup_text (&self->asked);
  whole = cor_text_range_dup_beginning (self->buffer, MAX_WHOLE);
  self->is_touched = FALSE;
  self->checking = g_cancellable_new ();
  cor_spelling_check_async (self->spelling, text, whole, self->locale, (const char *const *) self->names, self->checking, on_checked, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
schedule (CorSpellMarker *self)
{
  if (self->is_enabled && self->is_dirty && self->timer == 0 && self->checking == NULL)
    self->timer = g_timeout_add (PAUSE_MS, on_paused, self);
}

static void
on_caret_moved (CorSpellMarker *self)
{
  GtkTextIter start, end;

  if (!self->is_held || self->view == NULL)
    return;
  cor_text_range_get (&self->held, &start, &end);
  if (cor_text_range_is_being_written (self->view, &start, &end))
    return;
  self->is_held = FALSE;
  add_dirty (self, &start, &end);
}

static void
stop (CorSpellMarker *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
}

static void
cor_spell_marker_dispose (GObject *object)
{
  CorSpellMarker *self = COR_SPELL_MARKER (object);

  stop (self);
  g_clear_weak_pointer (&self->view);
  g_clear_object (&self->spelling);
  g_clear_object (&self->buffer);

  G_OBJECT_CLASS (cor_spell_marker_parent_class)->dispose (object);
}

static void
cor_spell_marker_finalize (GObject *object)
{
  CorSpellMarker *self = COR_SPELL_MARKER (object);

  g_free (self->locale);
  g_free (self->language);
  g_strfreev (self->names);

  G_OBJECT_CLASS (cor_spell_marker_parent_class)->finalize (object);
}

static void
cor_spell_marker_class_init (CorSpellMarkerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cor_spell_marker_dispose;
  object_class->finalize = cor_spell_marker_finalize;
}

static void
cor_spell_marker_init (CorSpellMarker *self)
{
  self->is_enabled = TRUE;
}

/**
 * cor_spell_marker_new:
 * @text_view: where it is written
 *
 * Returns: (transfer full): it looks at what is there, and follows it
 */
CorSpellMarker *
cor_spell_marker_new (GtkTextView *text_view,
                      CorSpelling *spelling)
{
  CorSpellMarker *self = g_object_new (COR_TYPE_SPELL_MARKER, NULL);
  const GdkRGBA   red = { 224 / 255.0f, 27 / 255.0f, 36 / 255.0f, 1 };

  g_set_weak_pointer (&self->view, text_view);
  self->buffer = g_object_ref (gtk_text_view_get_buffer (text_view));
  self->spelling = g_object_ref (spelling);
  self->tag = gtk_text_buffer_create_tag (self->buffer, TAG, "underline", PANGO_UNDERLINE_ERROR, "underline-rgba", &red, NULL);
  gtk_text_tag_set_priority (self->tag, 0); /* what the reply check underlines counts more */
  cor_text_range_init (&self->dirty, self->buffer);
  cor_text_range_init (&self->asked, self->buffer);
  cor_text_range_init (&self->held, self->buffer);
  g_signal_connect_object (self->buffer, "insert-text", G_CALLBACK (on_inserted), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->buffer, "delete-range", G_CALLBACK (on_deleted), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->buffer, "notify::cursor-position", G_CALLBACK (on_caret_moved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (text_view, "notify::has-focus", G_CALLBACK (on_caret_moved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (spelling, "changed", G_CALLBACK (add_everything), self, G_CONNECT_SWAPPED);
  add_everything (self);
  return self;
}

/**
 * cor_spell_marker_set_enabled:
 * @is_enabled: whether anything is underlined
 */
void
cor_spell_marker_set_enabled (CorSpellMarker *self,
                              gboolean        is_enabled)
{
  GtkTextIter start, end;

  g_return_if_fail (COR_IS_SPELL_MARKER (self));

  if (self->is_enabled == !!is_enabled)
    return;
  self->is_enabled = !!is_enabled;
  stop (self);
  self->is_held = FALSE;
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->tag, &start, &end);
  add_everything (self);
}

/**
 * cor_spell_marker_set_reader:
 * @locale: (nullable): BCP 47: in which it is written, unless the text says otherwise
 * @names: (nullable) (array zero-terminated=1): that may be in it
 */
void
cor_spell_marker_set_reader (CorSpellMarker    *self,
                             const char        *locale,
                             const char *const *names)
{
  g_return_if_fail (COR_IS_SPELL_MARKER (self));

  cor_set_str (&self->locale, locale);
  g_strfreev (self->names);
  self->names = g_strdupv ((char **) names);
  self->is_touched = TRUE; /* what is asked was asked of another reader */
  add_everything (self);
}

/**
 * cor_spell_marker_get_language:
 * @has_dictionary: (out): whether the system has a dictionary for it
 *
 * Returns: (transfer none) (nullable): BCP 47: that the text was last taken to be in
 */
const char *
cor_spell_marker_get_language (CorSpellMarker *self,
                               gboolean       *has_dictionary)
{
  g_return_val_if_fail (COR_IS_SPELL_MARKER (self), NULL);

  *has_dictionary = self->has_dictionary;
  return self->language;
}

/**
 * cor_spell_marker_is_settled:
 *
 * Returns: whether everything that is written has been looked at
 */
gboolean
cor_spell_marker_is_settled (CorSpellMarker *self)
{
  g_return_val_if_fail (COR_IS_SPELL_MARKER (self), FALSE);

  return !self->is_dirty && self->checking == NULL;
}

/**
 * cor_spell_marker_get_word:
 * @at: a place in the text
 * @start: (out): where the word begins
 * @end: (out): where it ends
 *
 * Returns: whether a misspelled word is there
 */
gboolean
cor_spell_marker_get_word (CorSpellMarker    *self,
                           const GtkTextIter *at,
                           GtkTextIter       *start,
                           GtkTextIter       *end)
{
  g_return_val_if_fail (COR_IS_SPELL_MARKER (self), FALSE);

  return cor_text_range_find_tag (self->tag, at, start, end);
}

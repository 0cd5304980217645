/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-article-changes"

#include "config.h"

#include "cor-article-changes.h"

#include "cor-article-page.h"
#include "cor-label-script.h"
#include "cor-unparent.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More than these are better read in the text itself, where what is new is marked. */
#define MAX_PASSAGES 12
/* Bytes of what stayed that are shown before and behind a change. */
#define CONTEXT 60

/*
 * CorArticleChanges: what was added to an article and removed from it, passage by passage. Not visible when
 * there is nothing to say.
 *
 * CSS nodes: corarticlechanges > label.cor-section, label.passage…, label.cor-dim
 * Accessibility: a passage says in words what is only coloured and struck out for the eye.
 */
struct _CorArticleChanges
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (CorArticleChanges, cor_article_changes, GTK_TYPE_WIDGET)

static void
cor_article_changes_dispose (GObject *object)
{
  cor_unparent_children (GTK_WIDGET (object));

  G_OBJECT_CLASS (cor_article_changes_parent_class)->dispose (object);
}

static void
cor_article_changes_class_init (CorArticleChangesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_article_changes_dispose;

  gtk_widget_class_set_css_name (widget_class, "corarticlechanges");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
cor_article_changes_init (CorArticleChanges *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static GtkWidget *
add_label (CorArticleChanges *self, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

typedef struct
{
  GString       *text;
  GString       *spoken;
  PangoAttrList *attributes;
} Passage;

/* Lines and cells become one line. */
static void
append_flat (GString *out, const char *text, gsize len)
{
  for (gsize i = 0; i < len; i++)
    g_string_append_c (out, text[i] == '\n' || text[i] == '\t' ? ' ' : text[i]);
}

/* What stayed, cut at a character towards the change. */
static void
append_context (Passage *self, const char *text, gsize len, gboolean is_before)
{
  gsize from = is_before && len > CONTEXT ? len - CONTEXT : 0;
  gsize to = !is_before && len > CONTEXT ? CONTEXT : len;

  while (from > 0 && from < len && ((guchar) text[from] & 0xc0) == 0x80)
    from++;
  while (to > from && to < len && ((guchar) text[to] & 0xc0) == 0x80)
    to--;
  if (from > 0)
    g_string_append (self->text, "…");
  append_flat (self->text, text + from, to - from);
  append_flat (self->spoken, text + from, to - from);
  if (to < len)
    g_string_append (self->text, "…");
}

static void
append_changed (Passage *self, const char *text, CorTextRange range, gboolean is_added)
{
  guint            start = (guint) self->text->len;
  g_autofree char *words = g_strndup (text + range.start, range.end - range.start);
  g_autofree char *spoken = NULL;

  if (range.end == range.start)
    return;
  g_strdelimit (words, "\n\t", ' ');
  g_string_append (self->text, words);
  if (is_added)
    cor_article_fill_added (self->attributes, start, (guint) self->text->len);
  else
    cor_article_fill_removed (self->attributes, start, (guint) self->text->len);
  /* TRANSLATORS: for screen readers; %s is what was put into a text, or taken out of it */
  spoken = g_strdup_printf (is_added ? _ ("[added: %s]") : _ ("[removed: %s]"), words);
  g_string_append (self->spoken, spoken);
}

/* Lines that are gone are a passage of their own: they are part of no leaf any more. */
static gboolean
is_gone (const CorDocument *before, const CorTextChange *change)
{
  const char *text = cor_document_get_text (before);

  return change->after.end == change->after.start && (change->before.start == 0 || text[change->before.start - 1] == '\n') &&
         (text[change->before.end] == '\n' || text[change->before.end] == '\0');
}

/* The changes from @first on that are in one leaf of the new text. Returns the first that is not. */
static guint
append_passage (Passage *self, const CorDocument *before, const CorDocument *after, GArray *changes, guint first)
{
  const char     *text = cor_document_get_text (after);
  guint           at = g_array_index (changes, CorTextChange, first).after.start;
  const CorBlock *leaf = cor_document_get_leaf_at (after, at);
  guint           start = leaf ? MIN (leaf->start, at) : at;
  guint           end = leaf ? MAX (leaf->end, at) : at;
  guint           i = first;

  if (is_gone (before, &g_array_index (changes, CorTextChange, first)))
    {
      append_changed (self, cor_document_get_text (before), g_array_index (changes, CorTextChange, first).before, FALSE);
      return first + 1;
    }
  for (; i < changes->len; i++)
    {
      CorTextChange change = g_array_index (changes, CorTextChange, i);

      if (i > first && (change.after.start > end || is_gone (before, &change)))
        break;
      /* the end of the leaf that is left unsaid is not said of the next one */
      append_context (self, text + start, change.after.start > start ? change.after.start - start : 0, TRUE);
      append_changed (self, cor_document_get_text (before), change.before, FALSE);
      if (change.before.end > change.before.start && change.after.end > change.after.start)
        g_string_append_c (self->text, ' ');
      append_changed (self, text, change.after, TRUE);
      start = change.after.end;
    }
  append_context (self, text + start, end > start ? end - start : 0, FALSE);
  return i;
}

static guint
add_passage (CorArticleChanges *self, const CorDocument *before, const CorDocument *after, GArray *changes, guint first)
{
  Passage    passage = { g_string_new (NULL), g_string_new (NULL), NULL };
  GtkWidget *label = add_label (self, NULL, "passage");
  guint      next;

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  cor_label_follow_script (GTK_LABEL (label), cor_document_get_text (after));
  passage.attributes = pango_attr_list_copy (gtk_label_get_attributes (GTK_LABEL (label)));
  next = append_passage (&passage, before, after, changes, first);
  gtk_label_set_label (GTK_LABEL (label), passage.text->str);
  gtk_label_set_attributes (GTK_LABEL (label), passage.attributes);
  cor_label_align_to_script (GTK_LABEL (label), passage.text->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, passage.spoken->str, -1);
  pango_attr_list_unref (passage.attributes);
  g_string_free (passage.text, TRUE);
  g_string_free (passage.spoken, TRUE);
  return next;
}

/**
 * cor_article_changes_set:
 * @heading: (nullable): since when
 * @before: (transfer none) (nullable): the article as it was
 * @after: (transfer none) (nullable): the article as it is
 * @changes: (transfer none) (nullable) (element-type CorTextChange): between their texts; %NULL says nothing
 *
 * Says what changed.
 */
void
cor_article_changes_set (CorArticleChanges *self, const char *heading, CorDocument *before, CorDocument *after, GArray *changes)
{
  guint n = 0;

  g_return_if_fail (COR_IS_ARTICLE_CHANGES (self));

  cor_unparent_children (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), changes != NULL && changes->len > 0);
  if (changes == NULL || changes->len == 0)
    return;
  add_label (self, heading ? heading : _ ("What changed"), "cor-section");
  for (guint i = 0; i < changes->len && n < MAX_PASSAGES; n++)
    {
      i = add_passage (self, before, after, changes, i);
      if (n + 1 == MAX_PASSAGES && i < changes->len)
        add_label (self, _ ("More has changed: what is new is marked in the text."), "cor-dim");
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-attachment-strip"

#include "config.h"

#include "cor-attachment-strip.h"

#include "cor-attachment-chip.h"
#include "cor-wrap-layout.h"

/*
 * CorAttachmentStrip: the files of what is being written, above the text; gone while there are none.
 *
 * "changed": others, or something began or ceased to be copied.
 *
 * CSS nodes: corattachmentstrip > box > (scrolledwindow > corattachmentchip, label.failure)
 */
struct _CorAttachmentStrip
{
  GtkWidget parent_instance;

  CorDraftFiles *files;        /* owned, or NULL */
  gint64         conversation; /* that a refusal is of */

  /* Template */
  GtkBox     *chips;
  GtkWidget  *copying;
  GtkLabel   *refusal;
  GtkWidget  *root;
  GtkWidget  *scroller;
  GtkSpinner *spinner;
};

G_DEFINE_FINAL_TYPE (CorAttachmentStrip, cor_attachment_strip, GTK_TYPE_WIDGET)

static guint changed_signal;

static void
update (CorAttachmentStrip *self)
{
  gboolean is_copying = cor_draft_files_is_copying (self->files);
  gboolean has_files = cor_draft_files_get_n (self->files) > 0;

  gtk_widget_set_visible (self->scroller, has_files);
  gtk_widget_set_visible (self->copying, is_copying);
  gtk_spinner_set_spinning (self->spinner, is_copying);
  gtk_widget_set_visible (GTK_WIDGET (self), has_files || is_copying || gtk_widget_get_visible (GTK_WIDGET (self->refusal)));
}

static void
set_refusal (CorAttachmentStrip *self,
             const char         *sentence)
{
  gtk_label_set_label (self->refusal, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), sentence != NULL);
}

/* Several refused files are said one below the other. */
static void
on_refused (CorAttachmentStrip *self,
            const char         *sentence)
{
  const char      *before = gtk_label_get_label (self->refusal);
  g_autofree char *all = before[0] != '\0' ? g_strjoin ("\n", before, sentence, NULL) : g_strdup (sentence);

  set_refusal (self, all);
  update (self);
}

static void
on_files_changed (CorAttachmentStrip *self)
{
  update (self);
  g_signal_emit (self, changed_signal, 0);
}

/* The focus goes on to the next file, or back to the text. */
static void
on_removed (CorAttachmentStrip *self,
            CorAttachmentChip  *chip)
{
  GtkWidget *next = gtk_widget_get_next_sibling (GTK_WIDGET (chip));

  if (next == NULL)
    next = gtk_widget_get_prev_sibling (GTK_WIDGET (chip));
  set_refusal (self, NULL);
  if (next == NULL || !gtk_widget_child_focus (next, GTK_DIR_TAB_FORWARD))
    gtk_widget_activate_action (GTK_WIDGET (self), "attachments.leave", NULL);
  cor_draft_files_remove (self->files, cor_attachment_chip_get_file (chip));
}

static GtkWidget *
find_chip (CorAttachmentStrip *self,
           guint               position)
{
  GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips));

  while (chip != NULL && position-- > 0)
    chip = gtk_widget_get_next_sibling (chip);
  return chip;
}

static void
on_items_changed (CorAttachmentStrip *self,
                  guint               position,
                  guint               removed,
                  guint               added,
                  GListModel         *model)
{
  for (; removed > 0; removed--)
    gtk_box_remove (self->chips, find_chip (self, position));
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (CorDraftFile) file = g_list_model_get_item (model, position + i);
      GtkWidget *chip = cor_attachment_chip_new (file);

      g_signal_connect_object (chip, "removed", G_CALLBACK (on_removed), self, G_CONNECT_SWAPPED);
      gtk_box_insert_child_after (self->chips, chip, position + i > 0 ? find_chip (self, position + i - 1) : NULL);
    }
}

static void
cor_attachment_strip_dispose (GObject *object)
{
  CorAttachmentStrip *self = COR_ATTACHMENT_STRIP (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_ATTACHMENT_STRIP);
  g_clear_object (&self->files);

  G_OBJECT_CLASS (cor_attachment_strip_parent_class)->dispose (object);
}

static void
cor_attachment_strip_class_init (CorAttachmentStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_attachment_strip_dispose;
  changed_signal = g_signal_new ("changed", COR_TYPE_ATTACHMENT_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "corattachmentstrip");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/conversation/cor-attachment-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, CorAttachmentStrip, chips);
  gtk_widget_class_bind_template_child (widget_class, CorAttachmentStrip, copying);
  gtk_widget_class_bind_template_child (widget_class, CorAttachmentStrip, refusal);
  gtk_widget_class_bind_template_child (widget_class, CorAttachmentStrip, root);
  gtk_widget_class_bind_template_child (widget_class, CorAttachmentStrip, scroller);
  gtk_widget_class_bind_template_child (widget_class, CorAttachmentStrip, spinner);
}

static void
cor_attachment_strip_init (CorAttachmentStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self->chips), cor_wrap_layout_new (6));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * cor_attachment_strip_set_store:
 * @store: where drafts are kept
 *
 * To be called once.
 */
void
cor_attachment_strip_set_store (CorAttachmentStrip *self,
                                CorStore           *store)
{
  g_return_if_fail (COR_IS_ATTACHMENT_STRIP (self) && self->files == NULL);

  self->files = cor_draft_files_new (store);
  g_signal_connect_object (cor_draft_files_get_model (self->files), "items-changed", G_CALLBACK (on_items_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->files, "changed", G_CALLBACK (on_files_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->files, "refused", G_CALLBACK (on_refused), self, G_CONNECT_SWAPPED);
}

/**
 * cor_attachment_strip_open:
 * @conversation: local id, 0 none
 * @channel: where a reply would go
 * @is_private: which of the two drafts
 *
 * Shows the files of another draft; nothing happens when it is the same.
 */
void
cor_attachment_strip_open (CorAttachmentStrip *self,
                           gint64              conversation,
                           CorChannel          channel,
                           gboolean            is_private)
{
  const CorFilePlace place = { channel, is_private };

  g_return_if_fail (COR_IS_ATTACHMENT_STRIP (self) && self->files != NULL);

  if (conversation != self->conversation)
    set_refusal (self, NULL);
  self->conversation = conversation;
  cor_draft_files_open (self->files, conversation, &place);
}

/**
 * cor_attachment_strip_get_files:
 *
 * Returns: (transfer none) (nullable): what it shows; %NULL before cor_attachment_strip_set_store()
 */
CorDraftFiles *
cor_attachment_strip_get_files (CorAttachmentStrip *self)
{
  g_return_val_if_fail (COR_IS_ATTACHMENT_STRIP (self), NULL);

  return self->files;
}

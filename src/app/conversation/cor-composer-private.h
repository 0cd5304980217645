/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-attachment-strip.h"
#include "cor-composer-draft.h"
#include "cor-composer.h"
#include "cor-reply-check-bar.h"
#include "cor-spell-menu.h"
#include "cor-store-translation-scene.h"
#include "cor-template-filling.h"
#include "cor-template-form.h"
#include "cor-template-picker.h"
#include "cor-template-popover.h"
#include "cor-translation-bar.h"

G_BEGIN_DECLS

struct _CorComposer
{
  GtkWidget parent_instance;

  CorSession          *session;         /* owned, or NULL */
  CorComposerDraft    *draft;           /* owned, or NULL */
  GSimpleActionGroup  *actions;         /* owned, or NULL */
  CorTemplatePicker   *picker;          /* owned, or NULL */
  CorTemplateFilling  *filling;         /* owned, or NULL */
  char                *wanted_template; /* owned, or NULL: the one to open the picker with */
  char                *payment_locale;  /* owned, or NULL: of the words of the payment that templates were told */
  int                  slash;           /* characters before the one that opened the picker; -1: none did */
  char                *name;            /* of the customer */
  const char          *channel_class;
  CorChannel           channel;
  gint64               translated_conversation; /* that the translation bar is of */
  CorSpellMarker      *spell_marker;            /* owned, or NULL */
  CorSpellMenu        *spell_menu;              /* owned, or NULL */
  GCancellable        *spell_loading;           /* owned, or NULL */
  CorTranslationScene *spell_scene;             /* owned, or NULL: who reads what is written */
  gint64               spell_conversation;      /* that spell_scene is of */
  GCancellable        *signature_loading;       /* owned, or NULL */
  char                *signature;               /* owned, or NULL: what goes below a reply */
  CorAfterSend         after_check;             /* of a reply that waits for its check */
  guint                undo_seconds;
  guint                is_private : 1;
  guint                is_filling : 1;       /* the text is set by us */
  guint                is_busy : 1;          /* a text is on its way out or back: nothing may be typed */
  guint                spell_is_private : 1; /* what the spelling was last told */
  guint                is_user_action : 1;
  guint                leaves_signature_out : 1; /* of this reply */
  guint                is_composing : 1;         /* an input method has not committed yet */

  /* Template */
  GtkWidget          *answered_box;
  GtkLabel           *answered_label;
  GtkWidget          *attach_button;
  CorAttachmentStrip *attachments;
  GtkImage           *channel_icon;
  GtkLabel           *channel_label;
  CorReplyCheckBar   *check_bar;
  GtkWidget          *drop_answered;
  GtkWidget          *emoji_button;
  GtkLabel           *failure;
  GtkWidget          *fill_apply;
  GtkMenuButton      *fill_button;
  CorTemplateForm    *fill_form;
  GtkWidget          *gap_bar;
  GtkLabel           *gaps;
  GtkWidget          *leave_signature_out;
  GtkToggleButton    *note_button;
  GtkLabel           *placeholder;
  GtkToggleButton    *reply_button;
  GtkWidget          *root;
  GtkLabel           *saved;
  GtkButton          *send_button;
  GtkWidget          *send_menu_button;
  GtkWidget          *signature_box;
  GtkLabel           *signature_label;
  GtkWidget          *target;
  GtkMenuButton      *template_button;
  CorTemplatePopover *templates;
  GtkTextView        *text_view;
  CorTranslationBar  *translation_bar;
  GtkLabel           *undo;
};

char        *_cor_composer_dup_text (CorComposer *self) G_GNUC_WARN_UNUSED_RESULT;
void         _cor_composer_mark (CorComposer *self, const char *text);
void         _cor_composer_set_up_templates (CorComposer *self);
void         _cor_composer_follow_payment (CorComposer *self);
void         _cor_composer_freshen_payment (CorComposer *self);
void         _cor_composer_update_gaps (CorComposer *self);
void         _cor_composer_update_placeholder (CorComposer *self);
const char **_cor_composer_dup_gaps (CorComposer *self) G_GNUC_WARN_UNUSED_RESULT;
void         _cor_composer_fill (CorComposer *self);
void         _cor_composer_attach_check (CorComposer *self);
void         _cor_composer_update_check (CorComposer *self);
void         _cor_composer_update (CorComposer *self);
void         _cor_composer_init_translation (CorComposer *self);
void         _cor_composer_init_writing (CorComposer *self);
void         _cor_composer_init_spelling (CorComposer *self);
void         _cor_composer_drop_spelling (CorComposer *self);
void         _cor_composer_init_signature (CorComposer *self);
void         _cor_composer_reset_signature (CorComposer *self, gboolean is_other);
void         _cor_composer_update_signature (CorComposer *self);
char        *_cor_composer_dup_signed (CorComposer *self, const char *text) G_GNUC_WARN_UNUSED_RESULT;
void         _cor_composer_drop_signature (CorComposer *self);
void         _cor_composer_init_target (CorComposer *self);
void         _cor_composer_update_target (CorComposer *self);
void         _cor_composer_init_attachments (CorComposer *self);
gboolean     _cor_composer_paste_file (CorComposer *self);
gboolean     _cor_composer_has_files (CorComposer *self);
gboolean     _cor_composer_is_copying (CorComposer *self);
void         _cor_composer_set_busy (CorComposer *self, gboolean is_busy);
void         _cor_composer_set_failure (CorComposer *self, const char *text);

G_END_DECLS

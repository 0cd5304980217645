/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-protect.h"
#include "cor-store-translation-scene.h"
#include "cor-translation-refusal.h"

G_BEGIN_DECLS

typedef enum
{
  COR_REPLY_TRANSLATION_NONE,       /* nothing was asked */
  COR_REPLY_TRANSLATION_NO_SERVICE, /* nobody translates */
  COR_REPLY_TRANSLATION_FORBIDDEN,  /* the account is set so */
  COR_REPLY_TRANSLATION_NO_NEED,    /* it is in the customer's language, or that is not known */
  COR_REPLY_TRANSLATION_REFUSED,    /* it needs a reviewed template */
  COR_REPLY_TRANSLATION_ASKING,
  COR_REPLY_TRANSLATION_READY,
  COR_REPLY_TRANSLATION_FAILED,
} CorReplyTranslationState;

#define COR_TYPE_REPLY_TRANSLATION (cor_reply_translation_get_type ())
G_DECLARE_FINAL_TYPE (CorReplyTranslation, cor_reply_translation, COR, REPLY_TRANSLATION, GObject)

CorReplyTranslation *cor_reply_translation_new (CorStore *store) G_GNUC_WARN_UNUSED_RESULT;
void                 cor_reply_translation_ask (CorReplyTranslation *self, gint64 conversation, const char *text);
void                 cor_reply_translation_clear (CorReplyTranslation *self);

CorReplyTranslationState cor_reply_translation_get_state (CorReplyTranslation *self);
CorTranslationRefusal    cor_reply_translation_get_refusal (CorReplyTranslation *self);
int                      cor_reply_translation_get_error (CorReplyTranslation *self, const char **words);
const char              *cor_reply_translation_get_source (CorReplyTranslation *self, const char **language);
const char              *cor_reply_translation_get_result (CorReplyTranslation *self, const char **language);
const char              *cor_reply_translation_get_back (CorReplyTranslation *self);
const char              *cor_reply_translation_get_service (CorReplyTranslation *self);
GArray                  *cor_reply_translation_find_parts (CorReplyTranslation *self, const char *text) G_GNUC_WARN_UNUSED_RESULT;
GArray                  *cor_reply_translation_check (CorReplyTranslation *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The manners of messages and letters in ten languages; for cor-question.c alone. */
typedef enum
{
  COR_QUESTION_GREETING, /* said before, after or instead of a question; a longer one before its beginning or after it */
  COR_QUESTION_ADDRESS,  /* what somebody is addressed with in a letter; a name follows */
  COR_QUESTION_CLOSING,  /* what a letter ends with; what comes below it is a signature */
  COR_QUESTION_THANKS,   /* the beginnings of thanks */
} CorQuestionWords;

const char *const *cor_question_words_get (CorQuestionWords kind);

G_END_DECLS

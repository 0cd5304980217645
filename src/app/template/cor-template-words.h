/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-hue.h"
#include "cor-template-filling.h"

G_BEGIN_DECLS

/* What is said of templates on the screen. */

const char    *cor_template_words_get_place (CorTemplatePlace place);
const char    *cor_template_words_get_register (CorRegister reg);
const char    *cor_template_words_get_cover (CorTemplateCover cover);
char          *cor_template_words_dup_cover (const char *locale, CorTemplateCover cover) G_GNUC_WARN_UNUSED_RESULT;
CorHue         cor_template_words_get_cover_hue (CorTemplateCover cover);
const char    *cor_template_words_get_source (const CorTemplate *template);
GtkStringList *cor_template_words_list_variants (const CorTemplate *template) G_GNUC_WARN_UNUSED_RESULT;
char          *cor_template_words_dup_choice (CorTemplateFilling *filling) G_GNUC_WARN_UNUSED_RESULT;
char          *cor_template_words_dup_missing (const char *const *names) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-http.h"
#include "cor-translator.h"

G_BEGIN_DECLS

/* What the two services share; not for other files. */

CorTranslator *_cor_apertium_new (CorHttp *http) G_GNUC_WARN_UNUSED_RESULT;
CorTranslator *_cor_libre_translate_new (CorHttp *http, const char *key) G_GNUC_WARN_UNUSED_RESULT;

/* Sends and answers the task with what @parse makes of it. @refine may name a refusal more exactly; it returns NULL
 * to leave it. */
typedef GError *(*CorTranslatorRefine) (GTask *task, CorHttpResponse *response);
void _cor_translator_call (GTask *task, CorHttp *http, CorHttpRequest *request, CorHttpParse parse, GDestroyNotify parsed_free, CorTranslatorRefine refine);

G_END_DECLS

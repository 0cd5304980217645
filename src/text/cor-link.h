/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What an address in somebody's text may do. */

typedef enum
{
  COR_LINK_NONE,    /* nothing: it is only text */
  COR_LINK_WEB,     /* http, https or mailto */
  COR_LINK_ARTICLE, /* another article: its slug, perhaps with "#" and a heading */
  COR_LINK_HEADING, /* a heading of the same article: its id */
  COR_LINK_IMAGE,   /* a web address of an image, which nothing loads by itself */
} CorLinkKind;

gboolean    cor_link_is_safe (const char *address, gsize len);
CorLinkKind cor_link_classify (const char *address, char **target);

G_END_DECLS

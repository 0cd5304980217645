
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *simplified, *traditional;
} CorTraditionalWord;

/* The longest word comes first where one begins like another. Not for other files than cor-traditional.c. */
const CorTraditionalWord *cor_traditional_words_get (guint *n);

G_END_DECLS

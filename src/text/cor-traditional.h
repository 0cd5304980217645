
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *cor_traditional_dup (const char *simplified) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

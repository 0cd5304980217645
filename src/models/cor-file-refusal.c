/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-file-refusal"

#include "config.h"

#include "cor-file-refusal.h"

#include <glib/gi18n-lib.h>

#include "cor-file-limits.h"

#define MB (1024 * 1024)

static const char *
get_taken (const CorFilePlace *place)
{
  switch (cor_file_limits_get_kinds (place->channel, place->is_private))
    {
    case COR_FILE_KINDS_OFFICE:
      return _ ("This channel takes JPEG and PNG pictures, sound, films, PDF, Office documents and plain text.");
    case COR_FILE_KINDS_MEDIA:
      return _ ("This channel takes JPEG, PNG and GIF pictures, sound and films.");
    case COR_FILE_KINDS_PICTURES:
      return _ ("This channel takes JPEG and PNG pictures and MP4 films.");
    case COR_FILE_KINDS_ALL:
    default:
      return _ ("The desk takes pictures, sound, films, PDF, Office documents, plain text, CSV, XML, JSON, and ZIP, 7z, RAR and TAR archives.");
    }
}

static int
get_megabytes (const char         *name,
               const CorFilePlace *place)
{
  const char *type = cor_file_limits_get_type (name);

  return (int) (cor_file_limits_get_max (place->channel, place->is_private, type != NULL ? type : "") / MB);
}

/**
 * cor_file_refusal_dup_text:
 * @error: why a file was not attached
 * @name: what it is called
 * @place: what it was meant for
 *
 * Returns: (transfer full): a sentence that says so, and what would be taken
 */
char *
cor_file_refusal_dup_text (const GError       *error,
                           const char         *name,
                           const CorFilePlace *place)
{
  if (error->domain != COR_FILE_ERROR)
    return g_strdup_printf (_ ("“%s” was not attached: %s"), name, error->message);
  switch ((CorFileErrorCode) error->code)
    {
    case COR_FILE_ERROR_TOO_LARGE:
      return g_strdup_printf (_ ("“%s” is too large: here a file of its kind may have %d MB."), name, get_megabytes (name, place));
    case COR_FILE_ERROR_TYPE:
      /* TRANSLATORS: %s: the name of a file; then a sentence about what is taken */
      return g_strdup_printf (_ ("“%s” is of a type that cannot be sent. %s"), name, get_taken (place));
    case COR_FILE_ERROR_TOO_MANY:
      return g_strdup_printf (_ ("“%s” was not attached: a message takes %d files."), name, COR_MESSAGE_FILES_MAX);
    case COR_FILE_ERROR_EMPTY:
      return g_strdup_printf (_ ("“%s” is empty."), name);
    case COR_FILE_ERROR_FOLDER:
      return g_strdup_printf (_ ("“%s” is a folder, not a file."), name);
    case COR_FILE_ERROR_UNREADABLE:
      return g_strdup_printf (_ ("“%s” cannot be read: %s"), name, error->message);
    case COR_FILE_ERROR_NOT_KEPT:
    default:
      return g_strdup_printf (_ ("“%s” cannot be kept on this computer: %s"), name, error->message);
    }
}

/**
 * cor_file_refusal_dup_limits:
 * @place: what files are meant for
 *
 * Returns: (transfer full): what may be attached there, in a sentence or two
 */
char *
cor_file_refusal_dup_limits (const CorFilePlace *place)
{
  /* TRANSLATORS: %d files at most; then a sentence about what is taken */
  return g_strdup_printf (_ ("Up to %d files. %s"), COR_MESSAGE_FILES_MAX, get_taken (place));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-file-limits"

#include "config.h"

#include "cor-file-limits.h"

#include <string.h>

#define MB ((gint64) 1024 * 1024)

/* What the server takes unless its administrator chose another bound (chatwoot.md §12). */
#define SERVER_MAX (40 * MB)

/* Types are named as shared-mime-info names them; a "/" at the end stands for all below. */
static const char *const all_types[] = {
  "image/", "audio/", "video/", "text/csv", "text/plain", "text/rtf", "text/xml", "application/json", "application/pdf", "application/xml",
  "application/zip", "application/x-7z-compressed", "application/vnd.rar", "application/x-tar", "application/msword", "application/rtf",
  "application/vnd.ms-excel", "application/vnd.ms-powerpoint", "application/vnd.oasis.opendocument.text",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document", NULL
};

/* The documents that messengers hand on. */
static const char *const office_types[] = {
  "text/plain", "application/pdf", "application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document", NULL
};

static const char *const whatsapp_media[] = {
  "image/jpeg", "image/png", "audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg", "audio/x-opus+ogg",
  "audio/x-vorbis+ogg", "video/3gpp", "video/mp4", NULL
};

static const char *const meta_media[] = {
  "image/jpeg", "image/png", "image/gif", "audio/aac", "audio/mp4", "audio/x-wav", "audio/vnd.wave", "audio/wav", "video/mp4", "video/ogg",
  "video/x-msvideo", "video/vnd.avi", "video/quicktime", "video/webm", NULL
};

static const char *const line_media[] = { "image/jpeg", "image/png", "video/mp4", NULL };

/* What the endings of names stand for that people send, so that it does not depend on what a computer has installed. */
static const char *const endings[][2] = {
  { "3gp", "video/3gpp" },
  { "3gpp", "video/3gpp" },
  { "7z", "application/x-7z-compressed" },
  { "aac", "audio/aac" },
  { "amr", "audio/amr" },
  { "avi", "video/x-msvideo" },
  { "bmp", "image/bmp" },
  { "csv", "text/csv" },
  { "doc", "application/msword" },
  { "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
  { "gif", "image/gif" },
  { "heic", "image/heic" },
  { "jpeg", "image/jpeg" },
  { "jpg", "image/jpeg" },
  { "json", "application/json" },
  { "m4a", "audio/mp4" },
  { "mov", "video/quicktime" },
  { "mp3", "audio/mpeg" },
  { "mp4", "video/mp4" },
  { "odt", "application/vnd.oasis.opendocument.text" },
  { "ogg", "audio/ogg" },
  { "opus", "audio/ogg" },
  { "pdf", "application/pdf" },
  { "png", "image/png" },
  { "ppt", "application/vnd.ms-powerpoint" },
  { "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation" },
  { "rar", "application/vnd.rar" },
  { "rtf", "text/rtf" },
  { "tar", "application/x-tar" },
  { "tif", "image/tiff" },
  { "tiff", "image/tiff" },
  { "txt", "text/plain" },
  { "wav", "audio/x-wav" },
  { "webm", "video/webm" },
  { "webp", "image/webp" },
  { "xls", "application/vnd.ms-excel" },
  { "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
  { "xml", "application/xml" },
  { "zip", "application/zip" },
};

/* As Chatwoot's own composer has it for each channel, under the server's bound. */
typedef struct
{
  CorFileKinds       kinds;
  const char *const *types[2];
  gint64             image, sound, film, document; /* bytes at most */
} Rule;

static const Rule rule_all = { COR_FILE_KINDS_ALL, { all_types }, SERVER_MAX, SERVER_MAX, SERVER_MAX, SERVER_MAX };
static const Rule rule_sms = { COR_FILE_KINDS_ALL, { all_types }, 5 * MB, 5 * MB, 5 * MB, 5 * MB };
static const Rule rule_whatsapp = { COR_FILE_KINDS_OFFICE, { whatsapp_media, office_types }, 5 * MB, 16 * MB, 16 * MB, SERVER_MAX };
static const Rule rule_facebook = { COR_FILE_KINDS_OFFICE, { meta_media, office_types }, 8 * MB, 25 * MB, 25 * MB, 25 * MB };
static const Rule rule_instagram = { COR_FILE_KINDS_MEDIA, { meta_media }, 16 * MB, 25 * MB, 25 * MB, 0 };
static const Rule rule_line = { COR_FILE_KINDS_PICTURES, { line_media }, 10 * MB, 0, SERVER_MAX, 0 };

/* A note stays on the desk: the channel has no say. */
static const Rule *
get_rule (CorChannel channel,
          gboolean   is_private)
{
  if (is_private)
    return &rule_all;
  switch (channel)
    {
    case COR_CHANNEL_WHATSAPP:
      return &rule_whatsapp;
    case COR_CHANNEL_FACEBOOK:
      return &rule_facebook;
    case COR_CHANNEL_INSTAGRAM:
      return &rule_instagram;
    case COR_CHANNEL_LINE:
      return &rule_line;
    case COR_CHANNEL_SMS:
      return &rule_sms;
    case COR_CHANNEL_API:
    case COR_CHANNEL_EMAIL:
    case COR_CHANNEL_WEB:
    case COR_CHANNEL_WECHAT:
    case COR_CHANNEL_TELEGRAM:
    case COR_CHANNEL_X:
    case COR_CHANNEL_PHONE:
    default:
      return &rule_all;
    }
}

static gboolean
has_type (const char *const *types,
          const char        *type)
{
  for (guint i = 0; types != NULL && types[i] != NULL; i++)
    if (g_str_has_suffix (types[i], "/") ? g_str_has_prefix (type, types[i]) : g_str_equal (type, types[i]))
      return TRUE;
  return FALSE;
}

/**
 * cor_file_limits_get_type:
 * @name: of a file
 *
 * Returns: (nullable): the MIME type that its ending stands for; %NULL: it is none of the usual ones
 */
const char *
cor_file_limits_get_type (const char *name)
{
  const char *dot = strrchr (name, '.');

  for (guint i = 0; dot != NULL && i < G_N_ELEMENTS (endings); i++)
    if (g_ascii_strcasecmp (dot + 1, endings[i][0]) == 0)
      return endings[i][1];
  return NULL;
}

/**
 * cor_file_limits_get_kinds:
 * @is_private: for a note for colleagues
 *
 * Returns: what may be attached there, in short
 */
CorFileKinds
cor_file_limits_get_kinds (CorChannel channel,
                           gboolean   is_private)
{
  return get_rule (channel, is_private)->kinds;
}

/**
 * cor_file_limits_takes:
 * @is_private: for a note for colleagues
 * @content_type: a MIME type
 *
 * Returns: whether a file of that type may be attached there
 */
gboolean
cor_file_limits_takes (CorChannel  channel,
                       gboolean    is_private,
                       const char *content_type)
{
  const Rule *rule = get_rule (channel, is_private);

  return has_type (rule->types[0], content_type) || has_type (rule->types[1], content_type);
}

/**
 * cor_file_limits_get_max:
 * @is_private: for a note for colleagues
 * @content_type: a MIME type that is taken there
 *
 * Returns: how many bytes one such file may have
 */
gint64
cor_file_limits_get_max (CorChannel  channel,
                         gboolean    is_private,
                         const char *content_type)
{
  const Rule *rule = get_rule (channel, is_private);

  if (g_str_has_prefix (content_type, "image/"))
    return rule->image;
  if (g_str_has_prefix (content_type, "audio/"))
    return rule->sound;
  return g_str_has_prefix (content_type, "video/") ? rule->film : rule->document;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-catalog"

#include "config.h"

#include "cor-catalog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _CorCatalog
{
  GBytes     *file;  /* owned, or NULL */
  GHashTable *texts; /* owned: English to translated, both of the file */
  GPtrArray  *made;  /* owned: those of the translated texts that are not of the file */
};

/* The head of a file of GNU gettext, "The Format of GNU MO Files": numbers of 32 bits in the order of the machine that wrote it. */
#define MAGIC 0x950412de
#define HEAD_SIZE 28

enum
{
  FIELD_N_TEXTS = 2,
  FIELD_ENGLISH,
  FIELD_TRANSLATED,
};

typedef struct
{
  const char *data;
  gsize       size;
  gboolean    is_swapped;
} File;

static guint32
read_number (const File *file,
             gsize       at)
{
  guint32 number;

  memcpy (&number, file->data + at, sizeof number);
  return file->is_swapped ? GUINT32_SWAP_LE_BE (number) : number;
}

/* The text that an entry of a table, a length and a place, points to; NULL where that is outside of the file. */
static const char *
read_text (const File *file,
           gsize       entry)
{
  gsize len;
  gsize at;

  if (entry + 8 > file->size)
    return NULL;
  len = read_number (file, entry);
  at = read_number (file, entry + 4);
  if (at >= file->size || len >= file->size - at || file->data[at + len] != '\0')
    return NULL;
  return file->data + at;
}

static gboolean
read_texts (CorCatalog *self,
            const File *file)
{
  gsize n_texts = read_number (file, FIELD_N_TEXTS * 4);
  gsize english = read_number (file, FIELD_ENGLISH * 4);
  gsize translated = read_number (file, FIELD_TRANSLATED * 4);

  if (n_texts > file->size)
    return FALSE;
  for (gsize i = 0; i < n_texts; i++)
    {
      const char *from = read_text (file, english + i * 8);
      const char *to = read_text (file, translated + i * 8);

      if (from == NULL || to == NULL)
        return FALSE;
      g_hash_table_insert (self->texts, (gpointer) from, (gpointer) to);
    }
  return TRUE;
}

/**
 * cor_catalog_new:
 * @file: (transfer none): what msgfmt makes of the translations of a language
 * @error: %G_CONVERT_ERROR_ILLEGAL_SEQUENCE
 *
 * Returns: (transfer full) (nullable): the texts of that language, or %NULL when @file is none such
 */
CorCatalog *
cor_catalog_new (GBytes  *file,
                 GError **error)
{
  g_autoptr (CorCatalog) self = cor_catalog_new_english ();
  File    view = { NULL, 0, FALSE };
  guint32 magic = 0;

  self->file = g_bytes_ref (file);
  view.data = g_bytes_get_data (file, &view.size);
  if (view.size >= HEAD_SIZE)
    magic = read_number (&view, 0);
  view.is_swapped = magic == GUINT32_SWAP_LE_BE (MAGIC);
  if ((magic == MAGIC || view.is_swapped) && read_texts (self, &view))
    return g_steal_pointer (&self);
  g_set_error_literal (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE, _ ("This is not a catalogue of translations"));
  return NULL;
}

/**
 * cor_catalog_new_english:
 *
 * Returns: (transfer full): every text as it is in the program
 */
CorCatalog *
cor_catalog_new_english (void)
{
  CorCatalog *self = g_new0 (CorCatalog, 1);

  self->texts = g_hash_table_new (g_str_hash, g_str_equal);
  self->made = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * cor_catalog_free:
 * @self: (transfer full)
 */
void
cor_catalog_free (CorCatalog *self)
{
  g_hash_table_unref (self->texts);
  g_ptr_array_unref (self->made);
  g_clear_pointer (&self->file, g_bytes_unref);
  g_free (self);
}

/**
 * cor_catalog_convert:
 * @convert: returns (transfer full) a text in the other way of writing
 *
 * For a language that is written in two ways and translated in one of them. Before anybody else has @self.
 */
void
cor_catalog_convert (CorCatalog *self,
                     char *(*convert) (const char *text))
{
  GHashTableIter iter;
  gpointer       text = NULL;

  g_hash_table_iter_init (&iter, self->texts);
  while (g_hash_table_iter_next (&iter, NULL, &text))
    {
      char *converted = convert (text);

      g_ptr_array_add (self->made, converted);
      g_hash_table_iter_replace (&iter, converted);
    }
}

/**
 * cor_catalog_get:
 * @self: (nullable): %NULL: in the user's language
 * @text: in English, marked with N_()
 *
 * Returns: (transfer none): it in that language, or as it is where nobody translated it; as long as @self and @text
 */
const char *
cor_catalog_get (const CorCatalog *self,
                 const char       *text)
{
  const char *translated = self != NULL ? g_hash_table_lookup (self->texts, text) : g_dgettext (GETTEXT_PACKAGE, text);

  return translated != NULL ? translated : text;
}

/**
 * cor_catalog_get_in_context:
 * @self: (nullable): %NULL: in the user's language
 * @context: as marked with NC_()
 * @text: likewise
 *
 * Returns: (transfer none): as cor_catalog_get()
 */
const char *
cor_catalog_get_in_context (const CorCatalog *self,
                            const char       *context,
                            const char       *text)
{
  g_autofree char *id = g_strconcat (context, "\004", text, NULL);
  const char      *translated = self != NULL ? g_hash_table_lookup (self->texts, id) : g_dpgettext2 (GETTEXT_PACKAGE, context, text);

  return translated != NULL ? translated : text;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-workspace"

#include "config.h"

#include "cor-workspace-attachment.h"

#include <string.h>

#define SIDE 48 /* pixels of a picture */

static void
append_u32 (GByteArray *where,
            guint32     value)
{
  guint32 big = GUINT32_TO_BE (value);

  g_byte_array_append (where, (const guint8 *) &big, sizeof big);
}

static guint32
count_crc (const guint8 *data,
           gsize         length)
{
  guint32 crc = 0xffffffffu;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= data[i];
      for (int bit = 0; bit < 8; bit++)
        crc = (crc >> 1) ^ (0xedb88320u & (0u - (crc & 1)));
    }
  return crc ^ 0xffffffffu;
}

static guint32
count_adler (const guint8 *data,
             gsize         length)
{
  guint32 a = 1, b = 0;

  for (gsize i = 0; i < length; i++)
    {
      a = (a + data[i]) % 65521;
      b = (b + a) % 65521;
    }
  return b << 16 | a;
}

static void
append_chunk (GByteArray   *png,
              const char   *type,
              const guint8 *data,
              gsize         length)
{
  guint start = 0;

  append_u32 (png, (guint32) length);
  start = png->len;
  g_byte_array_append (png, (const guint8 *) type, 4);
  if (length > 0)
    g_byte_array_append (png, data, (guint) length);
  append_u32 (png, count_crc (png->data + start, png->len - start));
}

/* A grey form with darker lines and one coloured bar: enough to be told from another picture. */
static void
draw_rows (GByteArray *rows,
           guint       hash)
{
  for (guint y = 0; y < SIDE; y++)
    {
      guint8 filter = 0;

      g_byte_array_append (rows, &filter, 1);
      for (guint x = 0; x < SIDE; x++)
        {
          gboolean line = y % 12 > 8 && x > 10 && x < 40 + (hash >> (y / 12)) % 50;
          gboolean bar = y < 10;
          guint8   pixel[3] = { line ? 90 : 240, line ? 96 : 241, line ? 104 : 243 };

          if (bar)
            {
              pixel[0] = (guint8) (60 + hash % 120);
              pixel[1] = (guint8) (60 + (hash >> 7) % 120);
              pixel[2] = (guint8) (60 + (hash >> 14) % 120);
            }
          g_byte_array_append (rows, pixel, sizeof pixel);
        }
    }
}

static GBytes *
make_png (const char *title)
{
  static const guint8 magic[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  g_autoptr (GByteArray) png = g_byte_array_new ();
  g_autoptr (GByteArray) rows = g_byte_array_new ();
  g_autoptr (GByteArray) packed = g_byte_array_new ();
  g_autoptr (GByteArray) head = g_byte_array_new ();
  guint8 block[7] = { 0x78, 0x01, 0x01 }; /* one stored deflate block */

  draw_rows (rows, g_str_hash (title));
  block[3] = rows->len & 0xff;
  block[4] = (guint8) (rows->len >> 8);
  block[5] = (guint8) ~block[3];
  block[6] = (guint8) ~block[4];
  g_byte_array_append (packed, block, sizeof block);
  g_byte_array_append (packed, rows->data, rows->len);
  append_u32 (packed, count_adler (rows->data, rows->len));

  append_u32 (head, SIDE);
  append_u32 (head, SIDE);
  g_byte_array_append (head, (const guint8 *) "\x08\x02\x00\x00\x00", 5); /* 8 bits, RGB */

  g_byte_array_append (png, magic, sizeof magic);
  append_chunk (png, "IHDR", head->data, head->len);
  append_chunk (png, "IDAT", packed->data, packed->len);
  append_chunk (png, "IEND", NULL, 0);
  return g_byte_array_free_to_bytes (g_steal_pointer (&png));
}

/* The standard fonts of PDF hold Latin letters only; other letters are left out. */
static void
append_pdf_text (GString    *where,
                 const char *text)
{
  g_autofree char *plain = g_str_to_ascii (text, "C");

  for (const char *c = plain; *c != '\0'; c++)
    if (strchr ("()\\", *c) == NULL && g_ascii_isprint (*c))
      g_string_append_c (where, *c);
}

static GBytes *
make_pdf (const char *file_name,
          const char *title)
{
  g_autoptr (GString) page = g_string_new ("BT /F1 18 Tf 60 760 Td (");
  GString *pdf = g_string_new ("%PDF-1.4\n");
  gsize    offsets[5] = { 0 };
  gsize    table = 0;

  append_pdf_text (page, file_name);
  g_string_append (page, ") Tj /F1 11 Tf 0 -30 Td (");
  append_pdf_text (page, title);
  g_string_append (page, ") Tj 0 -18 Td (Made-up document of the practice workspace.) Tj ET");

  offsets[0] = pdf->len;
  g_string_append (pdf, "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
  offsets[1] = pdf->len;
  g_string_append (pdf, "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n");
  offsets[2] = pdf->len;
  g_string_append (pdf, "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
                        "/Resources << /Font << /F1 5 0 R >> >> >>\nendobj\n");
  offsets[3] = pdf->len;
  g_string_append_printf (pdf, "4 0 obj\n<< /Length %" G_GSIZE_FORMAT " >>\nstream\n%s\nendstream\nendobj\n", page->len, page->str);
  offsets[4] = pdf->len;
  g_string_append (pdf, "5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n");
  table = pdf->len;
  g_string_append (pdf, "xref\n0 6\n0000000000 65535 f \n");
  for (guint i = 0; i < G_N_ELEMENTS (offsets); i++)
    g_string_append_printf (pdf, "%010" G_GSIZE_FORMAT " 00000 n \n", offsets[i]);
  g_string_append_printf (pdf, "trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", table);

  return g_string_free_to_bytes (pdf);
}

/**
 * cor_workspace_attachment_make:
 * @file_name: (transfer none): its name; the ending says what is made: png, pdf, else text
 * @title: a line that goes into it
 * @attachment: (out caller-allocates): a small file made here
 */
void
cor_workspace_attachment_make (const char             *file_name,
                               const char             *title,
                               CorWorkspaceAttachment *attachment)
{
  gboolean png = g_str_has_suffix (file_name, ".png");
  gboolean pdf = g_str_has_suffix (file_name, ".pdf");

  attachment->file_name = g_strdup (file_name);
  attachment->content_type = png ? "image/png" : pdf ? "application/pdf"
                                                     : "text/plain";
  attachment->file_type = png ? "image" : "file";
  if (png)
    attachment->content = make_png (title);
  else if (pdf)
    attachment->content = make_pdf (file_name, title);
  else
    {
      char *text = g_strdup_printf ("%s\n%s\n\nMade-up document of the practice workspace.\n", file_name, title);

      attachment->content = g_bytes_new_take (text, strlen (text));
    }
}

/**
 * cor_workspace_attachment_clear:
 * @attachment: a made file; may be all zero
 */
void
cor_workspace_attachment_clear (CorWorkspaceAttachment *attachment)
{
  g_clear_pointer ((char **) &attachment->file_name, g_free);
  g_clear_pointer (&attachment->content, g_bytes_unref);
}

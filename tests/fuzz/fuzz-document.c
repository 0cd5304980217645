/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-document.h"
#include "fuzz-main.h"

#include <string.h>

static void
check_block (const CorBlock *block, guint len, guint depth)
{
  guint at = block->start;

  g_assert_cmpuint (block->start, <=, block->end);
  g_assert_cmpuint (block->end, <=, len);
  g_assert_cmpuint (depth, <, 32);
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    {
      const CorBlock *child = g_ptr_array_index (block->children, i);

      g_assert_cmpuint (child->start, >=, at);
      check_block (child, len, depth + 1);
      at = child->end;
    }
  g_assert_cmpuint (at, <=, block->end);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *source = g_strndup (size > 0 ? (const char *) data : "", size);
  g_autoptr (CorDocument) document = cor_document_new (source);
  const char      *text = cor_document_get_text (document);
  guint            len = (guint) strlen (text);
  CorTextRange     part = { len / 3, len - len / 4 };
  g_autofree char *plain = cor_document_dup_plain (document, (CorTextRange){ 0, len });
  g_autofree char *markdown = cor_document_dup_markdown (document, (CorTextRange){ 0, len });
  g_autofree char *half = NULL;
  g_autoptr (CorDocument) again = cor_document_new_from_markdown (markdown);
  g_autoptr (GArray) found = cor_text_find (text, plain);

  check_block (cor_document_get_root (document), len, 0);
  check_block (cor_document_get_root (again), (guint) strlen (cor_document_get_text (again)), 0);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_true (g_utf8_validate (plain, -1, NULL));
  g_assert_true (g_utf8_validate (markdown, -1, NULL));
  for (; part.start > 0 && (text[part.start] & 0xc0) == 0x80; part.start--)
    ;
  for (; part.end > part.start && (text[part.end] & 0xc0) == 0x80; part.end--)
    ;
  half = cor_document_dup_plain (document, part);
  g_assert_true (g_utf8_validate (half, -1, NULL));
  return 0;
}

const char *const fuzz_corpus[] = {
  "# a\n\nb **c** _d_ ~~e~~ `f` [g](h) ![i](https://j.example)\n\n1. k\n   - l\n\n> m\n\n---\n",
  "| a | b |\n|---|:-:|\n| c | `d\\|e` |\n",
  "<div><p>a<ul><li>b<ol><li>c</ul><table><tr><td>d<th>e</table></div>",
  "x <b>y <a href='https://z.example'>w</b> <br> <img alt=q> &amp;&#x41;",
  "```x\ny\n```\n\n    code\n\n[r]: https://s.example 't'\n[r]\n- [ ] u\n- [x] v",
  "到账\n时间 \xd8\xa7\xd9\x84\xd9\x85\xd8\xa7\xd9\x84 \xe2\x80\xaehidden",
  NULL,
};

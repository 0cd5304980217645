/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-html.h"
#include "fuzz-main.h"

#include <string.h>

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = cor_html_to_text ((const char *) data, size);

  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpuint (strlen (text), <=, COR_HTML_MAX_TEXT);
  return 0;
}

const char *const fuzz_corpus[] = {
  "<p>Hello <a href='https://a.example/?x=1&amp;y=2'>here</a></p><ul><li>a<li>b</ul>",
  "<table><tr><td>a</td><td>b</td></tr></table><blockquote>q<br>r</blockquote><pre> x\n y</pre>",
  "<!DOCTYPE html><html><head><style>p{}</style></head><body><div style='display: none'>x</div>&eacute;&#x674e;<script>1<2</script></body>",
  "<div><div><div><b><i><span title='a>b'>x</b></i></div></svg><!-- c --><![CDATA[x]]><?pi?>",
  NULL,
};

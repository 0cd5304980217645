/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-ecb-file.h"

G_BEGIN_DECLS

/* The two forms of a file; each fills @sheet, in the file's order. */
gboolean _cor_ecb_csv_read (CorRateSheet *sheet,
                            const char   *data,
                            gsize         len,
                            GError      **error);
gboolean _cor_ecb_xml_read (CorRateSheet *sheet,
                            const char   *data,
                            gsize         len,
                            GError      **error);

G_END_DECLS

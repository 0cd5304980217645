/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-page.h"

G_BEGIN_DECLS

#define COR_TYPE_FEES_PAGE (cor_fees_page_get_type ())
G_DECLARE_FINAL_TYPE (CorFeesPage, cor_fees_page, COR, FEES_PAGE, CorPage)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-bubble.h"
#include "cor-message-translation.h"

G_BEGIN_DECLS

struct _CorBubble
{
  GtkWidget parent_instance;

  CorTimelineEntry      *entry;       /* owned, or NULL */
  GtkWidget             *intent_bar;  /* child, made when first needed */
  CorMessageTranslation *translation; /* borrowed: child of content, made when first needed */
  const char            *side;        /* static: the CSS class in force */
  const char            *channel_class;
  gboolean               is_whole; /* the whole mail is shown */

  /* Template */
  GtkImage  *channel;
  GtkWidget *content;
  GtkBox    *files;
  GtkWidget *foot;
  GtkLabel  *foot_text;
  GtkWidget *head;
  GtkLabel  *head_text;
  GtkLabel  *quoted;
  GtkLabel  *subject;
  GtkLabel  *text;
  GtkImage  *ticks;
  GtkWidget *translate;
  GtkButton *whole;
};

void _cor_bubble_install_actions (GtkWidgetClass *widget_class);
void _cor_bubble_update_actions (CorBubble *self, gint64 open_conversation);

G_END_DECLS

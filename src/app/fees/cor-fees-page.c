/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-fees-page"

#include "config.h"

#include "cor-fees-page.h"

#include "cor-fees-board.h"
#include "cor-page.h"

/*
 * CorFeesPage: what a transfer costs and what arrives, as a full page.
 *
 * CSS nodes: corfeespage
 */
struct _CorFeesPage
{
  GtkWidget parent_instance;

  gint64   conversation; /* that is open below the page; 0: none */
  gboolean is_folded;
  gboolean shows_controls;

  /* Template */
  GtkWidget    *back;
  CorFeesBoard *board;
  GtkWidget    *controls;
  GtkWidget    *root;
};

static void cor_fees_page_iface_init (CorPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CorFeesPage, cor_fees_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (COR_TYPE_PAGE, cor_fees_page_iface_init))

typedef enum
{
  PROP_CONVERSATION = 1,
  PROP_FOLDED,
  PROP_SHOW_CONTROLS
} CorFeesPageProperty;

static GParamSpec *properties[PROP_SHOW_CONTROLS + 1];

static void
on_close_clicked (CorFeesPage *self)
{
  cor_page_close (COR_PAGE (self));
}

static void
on_back_clicked (CorFeesPage *self)
{
  cor_page_request_sidebar (COR_PAGE (self));
}

static void
cor_fees_page_set_session (CorPage    *page,
                           CorSession *session)
{
  CorFeesPage *self = COR_FEES_PAGE (page);

  cor_fees_board_set_session (self->board, session);
  cor_fees_board_set_conversation (self->board, self->conversation);
}

static void
cor_fees_page_enter (CorPage *page)
{
  cor_fees_board_focus (COR_FEES_PAGE (page)->board);
}

static void
cor_fees_page_iface_init (CorPageInterface *iface)
{
  iface->set_session = cor_fees_page_set_session;
  iface->enter = cor_fees_page_enter;
}

static void
cor_fees_page_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  CorFeesPage *self = COR_FEES_PAGE (object);

  switch ((CorFeesPageProperty) prop_id)
    {
    case PROP_CONVERSATION:
      g_value_set_int64 (value, self->conversation);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, self->is_folded);
      break;
    case PROP_SHOW_CONTROLS:
      g_value_set_boolean (value, self->shows_controls);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cor_fees_page_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  CorFeesPage *self = COR_FEES_PAGE (object);

  switch ((CorFeesPageProperty) prop_id)
    {
    case PROP_CONVERSATION:
      self->conversation = g_value_get_int64 (value);
      cor_fees_board_set_conversation (self->board, self->conversation);
      break;
    case PROP_FOLDED:
      self->is_folded = g_value_get_boolean (value);
      gtk_widget_set_visible (self->back, self->is_folded);
      break;
    case PROP_SHOW_CONTROLS:
      self->shows_controls = g_value_get_boolean (value);
      gtk_widget_set_visible (self->controls, self->shows_controls);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cor_fees_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COR_TYPE_FEES_PAGE);

  G_OBJECT_CLASS (cor_fees_page_parent_class)->dispose (object);
}

static void
cor_fees_page_class_init (CorFeesPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (COR_TYPE_FEES_BOARD);
  object_class->dispose = cor_fees_page_dispose;
  object_class->get_property = cor_fees_page_get_property;
  object_class->set_property = cor_fees_page_set_property;

  properties[PROP_CONVERSATION] = g_param_spec_int64 ("conversation", NULL, NULL, 0, G_MAXINT64, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_CONTROLS] = g_param_spec_boolean ("show-controls", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_css_name (widget_class, "corfeespage");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/fees/cor-fees-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CorFeesPage, back);
  gtk_widget_class_bind_template_child (widget_class, CorFeesPage, board);
  gtk_widget_class_bind_template_child (widget_class, CorFeesPage, controls);
  gtk_widget_class_bind_template_child (widget_class, CorFeesPage, root);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked);
}

static void
cor_fees_page_init (CorFeesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

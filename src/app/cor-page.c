/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-page"

#include "config.h"

#include "cor-page.h"

typedef struct
{
  gint64   conversation;
  gboolean is_folded;
} CorPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CorPage, cor_page, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_CONVERSATION = 1,
  PROP_FOLDED
} CorPageProperty;

static GParamSpec *properties[PROP_FOLDED + 1];

enum
{
  CLOSE,
  OPEN_CONVERSATION,
  SIDEBAR_REQUESTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cor_page_close (COR_PAGE (widget));
}

static void
show_sidebar_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIDEBAR_REQUESTED], 0);
}

static void
cor_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CorPagePrivate *priv = cor_page_get_instance_private (COR_PAGE (object));

  switch ((CorPageProperty) prop_id)
    {
    case PROP_CONVERSATION:
      g_value_set_int64 (value, priv->conversation);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, priv->is_folded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cor_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  CorPage        *self = COR_PAGE (object);
  CorPagePrivate *priv = cor_page_get_instance_private (self);

  switch ((CorPageProperty) prop_id)
    {
    case PROP_CONVERSATION:
      priv->conversation = g_value_get_int64 (value);
      if (COR_PAGE_GET_CLASS (self)->conversation_changed != NULL)
        COR_PAGE_GET_CLASS (self)->conversation_changed (self);
      break;
    case PROP_FOLDED:
      priv->is_folded = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cor_page_class_init (CorPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cor_page_get_property;
  object_class->set_property = cor_page_set_property;

  properties[PROP_CONVERSATION] = g_param_spec_int64 ("conversation", NULL, NULL, 0, G_MAXINT64, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[CLOSE] = g_signal_new ("close", COR_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPEN_CONVERSATION] = g_signal_new ("open-conversation", COR_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIDEBAR_REQUESTED] = g_signal_new ("sidebar-requested", COR_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "page.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "page.show-sidebar", NULL, show_sidebar_action);
}

static void
cor_page_init (CorPage *self)
{
}

/**
 * cor_page_set_session:
 * @session: (transfer none): store, clock, settings
 *
 * To be called once, before anything else.
 */
void
cor_page_set_session (CorPage    *self,
                      CorSession *session)
{
  g_return_if_fail (COR_IS_PAGE (self));

  COR_PAGE_GET_CLASS (self)->set_session (self, session);
}

/**
 * cor_page_enter:
 *
 * The page was put on top: the focus goes where one begins.
 */
void
cor_page_enter (CorPage *self)
{
  g_return_if_fail (COR_IS_PAGE (self));

  COR_PAGE_GET_CLASS (self)->enter (self);
}

/**
 * cor_page_find:
 *
 * The focus goes to where one searches in what the page shows.
 */
void
cor_page_find (CorPage *self)
{
  CorPageClass *klass = NULL;

  g_return_if_fail (COR_IS_PAGE (self));

  klass = COR_PAGE_GET_CLASS (self);
  if (klass->find == NULL || !klass->find (self))
    klass->enter (self);
}

/**
 * cor_page_close:
 *
 * Asks the window to go back to where the agent was.
 */
void
cor_page_close (CorPage *self)
{
  g_return_if_fail (COR_IS_PAGE (self));

  g_signal_emit (self, signals[CLOSE], 0);
}

/**
 * cor_page_get_conversation:
 *
 * Returns: local id of the conversation that is open below the page, 0 when none is
 */
gint64
cor_page_get_conversation (CorPage *self)
{
  g_return_val_if_fail (COR_IS_PAGE (self), 0);

  return ((CorPagePrivate *) cor_page_get_instance_private (self))->conversation;
}

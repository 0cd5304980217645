/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-context-pane"

#include "config.h"

#include "cor-context-pane.h"

#include "cor-fit-label.h"
#include "cor-payment-strip.h"

#include <glib/gi18n-lib.h>

#define PAYMENT_TAB "payment"

/*
 * CorContextPane: what belongs to the open conversation, under tabs. A tab is made when it is first opened,
 * and hears of a conversation when it is on top. The payment in question stands above every tab but its own, which says
 * the same at its head.
 *
 * "open-conversation" (gint64), "close": asked of the window.
 *
 * CSS nodes: corcontextpane > box > .cor-pane-head > .cor-tabs > button.cor-tab
 * Accessibility: the header is a list of tabs; the word of a closed one is its tooltip and its name.
 */
struct _CorContextPane
{
  GtkWidget parent_instance;

  CorSession *session; /* owned, or NULL */
  GPtrArray  *buttons; /* owned; of widgets that the template owns, one a kind */
  gint64      conversation;
  guint       shows_controls : 1;

  /* Template */
  GtkButton       *close_button;
  GtkWidget       *controls;
  GtkWidget       *root;
  GtkStack        *stack;
  CorPaymentStrip *strip;
  GtkBox          *tabs;
};

G_DEFINE_FINAL_TYPE (CorContextPane, cor_context_pane, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_SHOW_CONTROLS = 1,
  PROP_SHOWN_TAB
} CorContextPaneProperty;

static GParamSpec *properties[PROP_SHOWN_TAB + 1];

enum
{
  CLOSE,
  OPEN_CONVERSATION,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_open_conversation (CorContextPane *self,
                      gint64          conversation)
{
  g_signal_emit (self, signals[OPEN_CONVERSATION], 0, conversation);
}

static const CorContextTabKind *
find_kind (const char *name,
           guint      *place)
{
  guint                    n = 0;
  const CorContextTabKind *kinds = cor_context_tab_get_kinds (&n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (kinds[i].name, name) == 0)
      {
        *place = i;
        return &kinds[i];
      }
  return NULL;
}

static void
update_buttons (CorContextPane *self)
{
  const char *shown = cor_context_pane_get_shown_tab (self);
  guint       place = 0;

  if (shown == NULL || find_kind (shown, &place) == NULL)
    return;
  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkWidget *button = self->buttons->pdata[i];

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), i == place);
      gtk_widget_set_visible (gtk_widget_get_last_child (gtk_button_get_child (GTK_BUTTON (button))), i == place);
      gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_SELECTED, i == place, -1);
    }
}

static void
update_strip (CorContextPane *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->strip),
                          cor_payment_strip_has_payment (self->strip) && g_strcmp0 (cor_context_pane_get_shown_tab (self), PAYMENT_TAB) != 0);
}

static void
on_strip_clicked (CorContextPane *self)
{
  cor_context_pane_show_tab (self, PAYMENT_TAB);
}

static void
on_tab_clicked (CorContextPane *self,
                GtkWidget      *button)
{
  guint                    n = 0;
  const CorContextTabKind *kinds = cor_context_tab_get_kinds (&n);

  for (guint i = 0; i < n; i++)
    if (self->buttons->pdata[i] == button)
      cor_context_pane_show_tab (self, kinds[i].name);
}

static void
add_button (CorContextPane          *self,
            const CorContextTabKind *kind,
            guint                    place)
{
  const char      *title = _ (kind->title);
  g_autofree char *tooltip = g_strdup_printf (_ ("%s (Alt+%u)"), title, place + 1);
  GtkWidget       *button = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_TAB, "valign", GTK_ALIGN_CENTER, "tooltip-text", tooltip, NULL);
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget       *label = cor_fit_label_new (title);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (kind->icon_name));
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "cor-tab");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_tab_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->tabs, button);
  g_ptr_array_add (self->buttons, button);
}

static void
on_close_clicked (CorContextPane *self)
{
  g_signal_emit (self, signals[CLOSE], 0);
}

static void
cor_context_pane_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  CorContextPane *self = COR_CONTEXT_PANE (object);

  switch ((CorContextPaneProperty) prop_id)
    {
    case PROP_SHOW_CONTROLS:
      g_value_set_boolean (value, self->shows_controls);
      break;
    case PROP_SHOWN_TAB:
      g_value_set_string (value, cor_context_pane_get_shown_tab (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cor_context_pane_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  CorContextPane *self = COR_CONTEXT_PANE (object);

  switch ((CorContextPaneProperty) prop_id)
    {
    case PROP_SHOW_CONTROLS:
      if (self->shows_controls == !!g_value_get_boolean (value))
        return;
      self->shows_controls = !!g_value_get_boolean (value);
      gtk_widget_set_visible (self->controls, self->shows_controls);
      /* two crosses side by side would be one too many */
      gtk_button_set_icon_name (self->close_button, self->shows_controls ? "cor-panel-right-symbolic" : "window-close-symbolic");
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_SHOWN_TAB:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cor_context_pane_dispose (GObject *object)
{
  CorContextPane *self = COR_CONTEXT_PANE (object);

  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_CONTEXT_PANE);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (cor_context_pane_parent_class)->dispose (object);
}

static void
cor_context_pane_class_init (CorContextPaneClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cor_context_pane_dispose;
  object_class->get_property = cor_context_pane_get_property;
  object_class->set_property = cor_context_pane_set_property;

  properties[PROP_SHOW_CONTROLS] = g_param_spec_boolean ("show-controls", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOWN_TAB] = g_param_spec_string ("shown-tab", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[CLOSE] = g_signal_new ("close", COR_TYPE_CONTEXT_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPEN_CONVERSATION] = g_signal_new ("open-conversation", COR_TYPE_CONTEXT_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (COR_TYPE_PAYMENT_STRIP);
  gtk_widget_class_set_css_name (widget_class, "corcontextpane");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/context/cor-context-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, CorContextPane, close_button);
  gtk_widget_class_bind_template_child (widget_class, CorContextPane, controls);
  gtk_widget_class_bind_template_child (widget_class, CorContextPane, root);
  gtk_widget_class_bind_template_child (widget_class, CorContextPane, stack);
  gtk_widget_class_bind_template_child (widget_class, CorContextPane, strip);
  gtk_widget_class_bind_template_child (widget_class, CorContextPane, tabs);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_strip_clicked);
  gtk_widget_class_bind_template_callback (widget_class, update_strip);
}

static void
cor_context_pane_init (CorContextPane *self)
{
  guint                    n = 0;
  const CorContextTabKind *kinds = cor_context_tab_get_kinds (&n);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->buttons = g_ptr_array_new ();
  for (guint i = 0; i < n; i++)
    add_button (self, &kinds[i], i);
}

/**
 * cor_context_pane_new:
 *
 * Returns: (transfer floating): a pane without a conversation
 */
GtkWidget *
cor_context_pane_new (void)
{
  return g_object_new (COR_TYPE_CONTEXT_PANE, NULL);
}

/**
 * cor_context_pane_set_session:
 * @session: (transfer none): what the tabs share
 *
 * To be called once. Opens the first tab.
 */
void
cor_context_pane_set_session (CorContextPane *self,
                              CorSession     *session)
{
  g_return_if_fail (COR_IS_CONTEXT_PANE (self) && self->session == NULL);

  self->session = g_object_ref (session);
  cor_payment_strip_set_session (self->strip, session);
  cor_context_pane_show_nth_tab (self, 0);
}

/**
 * cor_context_pane_set_conversation:
 * @conversation: local id, 0 none
 *
 * Shows what belongs to it, under the tab that is open.
 */
void
cor_context_pane_set_conversation (CorContextPane *self,
                                   gint64          conversation)
{
  GtkWidget *shown = NULL;

  g_return_if_fail (COR_IS_CONTEXT_PANE (self) && self->session != NULL);

  if (self->conversation == conversation)
    return;
  self->conversation = conversation;
  shown = gtk_stack_get_visible_child (self->stack);
  if (shown != NULL)
    cor_context_tab_set_conversation (COR_CONTEXT_TAB (shown), conversation);
}

/**
 * cor_context_pane_get_tab:
 * @name: of a tab
 *
 * Makes the tab where nobody has opened it yet, and tells it of the conversation, without showing it.
 *
 * Returns: (transfer none) (nullable): its content; %NULL where there is no such tab
 */
CorContextTab *
cor_context_pane_get_tab (CorContextPane *self,
                          const char     *name)
{
  const CorContextTabKind *kind = NULL;
  GtkWidget               *tab = NULL;
  guint                    place = 0;

  g_return_val_if_fail (COR_IS_CONTEXT_PANE (self) && self->session != NULL, NULL);

  kind = find_kind (name, &place);
  if (kind == NULL)
    return NULL;
  tab = gtk_stack_get_child_by_name (self->stack, name);
  if (tab == NULL)
    {
      tab = g_object_new (kind->get_type (), NULL);
      gtk_stack_add_named (self->stack, tab, name);
      cor_context_tab_set_session (COR_CONTEXT_TAB (tab), self->session);
      g_signal_connect_object (tab, "open-conversation", G_CALLBACK (on_open_conversation), self, G_CONNECT_SWAPPED);
    }
  cor_context_tab_set_conversation (COR_CONTEXT_TAB (tab), self->conversation);
  return COR_CONTEXT_TAB (tab);
}

/**
 * cor_context_pane_show_tab:
 * @name: of a tab
 *
 * Puts it on top; a name that is no tab's changes nothing.
 *
 * Returns: (transfer none) (nullable): its content
 */
CorContextTab *
cor_context_pane_show_tab (CorContextPane *self,
                           const char     *name)
{
  CorContextTab *tab = cor_context_pane_get_tab (self, name);
  const char    *before = NULL;

  if (tab == NULL)
    return NULL;
  before = cor_context_pane_get_shown_tab (self);
  gtk_stack_set_visible_child_name (self->stack, name);
  update_buttons (self);
  update_strip (self);
  if (g_strcmp0 (before, name) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWN_TAB]);
  return tab;
}

/**
 * cor_context_pane_show_nth_tab:
 * @n: 0 for the first
 *
 * Returns: whether there is one
 */
gboolean
cor_context_pane_show_nth_tab (CorContextPane *self,
                               guint           n)
{
  guint                    n_kinds = 0;
  const CorContextTabKind *kinds = cor_context_tab_get_kinds (&n_kinds);

  return n < n_kinds && cor_context_pane_show_tab (self, kinds[n].name) != NULL;
}

/**
 * cor_context_pane_get_shown_tab:
 *
 * Returns: (transfer none) (nullable): the name of the tab that is on top
 */
const char *
cor_context_pane_get_shown_tab (CorContextPane *self)
{
  g_return_val_if_fail (COR_IS_CONTEXT_PANE (self), NULL);

  return gtk_stack_get_visible_child_name (self->stack);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-avatar"

#include "config.h"

#include "cor-avatar.h"

#include "cor-channel-text.h"
#include "cor-hue.h"
#include "cor-initials.h"
#include "cor-str.h"

/*
 * CorAvatar: the first letters of a name on a colour of its own, with the glyph of a channel at its
 * foot. The rows of the conversation list draw theirs themselves, in the same colours (cor-row-palette.c).
 *
 * CSS nodes: coravatar.hue-HUE.size-N > label, image.badge.channel-NAME
 * Accessibility: presentation only; who it is stands beside it as text.
 */
struct _CorAvatar
{
  GtkWidget parent_instance;

  char       *name;     /* owned */
  const char *hue;      /* static: the class that is set, or NULL */
  const char *channel;  /* static: the class that is set, or NULL */
  GtkWidget  *initials; /* owned: child */
  GtkWidget  *badge;    /* owned: child */
  int         size;
};

#define BADGE_SIZE 16
/* how far the badge stands out of the circle */
#define BADGE_OVERHANG 3

G_DEFINE_FINAL_TYPE (CorAvatar, cor_avatar, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_SIZE = 1,
  PROP_NAME
} CorAvatarProperty;

static GParamSpec *properties[PROP_NAME + 1];

static const char *const hue_classes[COR_N_HUES] = {
  "hue-blue", "hue-teal", "hue-green", "hue-yellow", "hue-orange",
  "hue-red", "hue-pink", "hue-purple", "hue-slate", "hue-brown"
};

static void
swap_class (GtkWidget *widget, const char **current, const char *wanted)
{
  if (*current == wanted)
    return;
  if (*current != NULL)
    gtk_widget_remove_css_class (widget, *current);
  if (wanted != NULL)
    gtk_widget_add_css_class (widget, wanted);
  *current = wanted;
}

static void
set_size (CorAvatar *self, int size)
{
  self->size = MAX (size, 18);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "size-20");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "size-30");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "size-54");
  if (self->size >= 48)
    gtk_widget_add_css_class (GTK_WIDGET (self), "size-54");
  else if (self->size < 26)
    gtk_widget_add_css_class (GTK_WIDGET (self), "size-20");
  else if (self->size < 36)
    gtk_widget_add_css_class (GTK_WIDGET (self), "size-30");
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
cor_avatar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = COR_AVATAR (widget)->size;
}

static void
cor_avatar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CorAvatar    *self = COR_AVATAR (widget);
  int           natural = 0;
  int           x = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? -BADGE_OVERHANG : width - BADGE_SIZE + BADGE_OVERHANG;
  GtkAllocation badge = { x, height - BADGE_SIZE + BADGE_OVERHANG, BADGE_SIZE, BADGE_SIZE };
  GtkAllocation text = { 0, 0, width, height };

  gtk_widget_measure (self->initials, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  if (natural > width) /* wide letters overhang evenly */
    {
      text.x = (width - natural) / 2;
      text.width = natural;
    }
  gtk_widget_size_allocate (self->initials, &text, -1);
  if (gtk_widget_should_layout (self->badge))
    {
      gtk_widget_measure (self->badge, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (self->badge, &badge, -1);
    }
}

static void
cor_avatar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CorAvatar *self = COR_AVATAR (object);

  switch ((CorAvatarProperty) prop_id)
    {
    case PROP_SIZE:
      g_value_set_int (value, self->size);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cor_avatar_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  CorAvatar *self = COR_AVATAR (object);

  switch ((CorAvatarProperty) prop_id)
    {
    case PROP_SIZE:
      set_size (self, g_value_get_int (value));
      break;
    case PROP_NAME:
      cor_avatar_set_name (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cor_avatar_dispose (GObject *object)
{
  CorAvatar *self = COR_AVATAR (object);

  g_clear_pointer (&self->initials, gtk_widget_unparent);
  g_clear_pointer (&self->badge, gtk_widget_unparent);

  G_OBJECT_CLASS (cor_avatar_parent_class)->dispose (object);
}

static void
cor_avatar_finalize (GObject *object)
{
  g_free (COR_AVATAR (object)->name);

  G_OBJECT_CLASS (cor_avatar_parent_class)->finalize (object);
}

static void
cor_avatar_class_init (CorAvatarClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cor_avatar_dispose;
  object_class->finalize = cor_avatar_finalize;
  object_class->get_property = cor_avatar_get_property;
  object_class->set_property = cor_avatar_set_property;
  widget_class->measure = cor_avatar_measure;
  widget_class->size_allocate = cor_avatar_size_allocate;

  properties[PROP_SIZE] = g_param_spec_int ("size", NULL, NULL, 0, 256, 36, G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_css_name (widget_class, "coravatar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
cor_avatar_init (CorAvatar *self)
{
  self->initials = gtk_label_new (NULL);
  gtk_widget_set_parent (self->initials, GTK_WIDGET (self));
  self->badge = gtk_image_new ();
  gtk_widget_add_css_class (self->badge, "badge");
  gtk_widget_set_visible (self->badge, FALSE);
  gtk_widget_set_parent (self->badge, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * cor_avatar_new:
 * @size: pixels across: 36 in rows, 30 in headers, 54 in a profile
 *
 * Returns: (transfer floating): an avatar of nobody
 */
GtkWidget *
cor_avatar_new (int size)
{
  return g_object_new (COR_TYPE_AVATAR, "size", size, NULL);
}

/**
 * cor_avatar_set_name:
 * @name: (nullable): whose avatar it is; letters and colour follow from it alone
 */
void
cor_avatar_set_name (CorAvatar *self, const char *name)
{
  g_autofree char *initials = NULL;

  g_return_if_fail (COR_IS_AVATAR (self));

  if (!cor_set_str (&self->name, name))
    return;
  initials = cor_initials (name);
  gtk_label_set_label (GTK_LABEL (self->initials), initials);
  swap_class (GTK_WIDGET (self), &self->hue, hue_classes[cor_hue_of_name (name)]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
}

/**
 * cor_avatar_set_channel:
 * @channel: whose glyph the badge shows
 * @shown: whether there is a badge at all
 */
void
cor_avatar_set_channel (CorAvatar *self, CorChannel channel, gboolean shown)
{
  g_return_if_fail (COR_IS_AVATAR (self));

  if (shown)
    {
      const char *wanted = cor_channel_get_css_class (channel);

      if (wanted != self->channel)
        gtk_image_set_from_icon_name (GTK_IMAGE (self->badge), cor_channel_get_icon_name (channel));
      swap_class (self->badge, &self->channel, wanted);
    }
  gtk_widget_set_visible (self->badge, shown);
}

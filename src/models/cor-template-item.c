/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-template-item"

#include "config.h"

#include "cor-template-item.h"

#include "cor-fold.h"
#include "cor-fuzzy.h"
#include "cor-template-title.h"

#include <string.h>

/*
 * CorTemplateItem: a template as the picker shows it; the template itself is constant. Main thread only.
 *
 * "place": see CorTemplatePlace.
 */
struct _CorTemplateItem
{
  GObject parent_instance;

  CorTemplate *template;            /* owned */
  char            *folded_title;    /* owned */
  char            *folded_shown;    /* owned: as the window calls it */
  char            *folded_shortcut; /* owned */
  CorTemplatePlace place;
};

G_DEFINE_FINAL_TYPE (CorTemplateItem, cor_template_item, G_TYPE_OBJECT)

typedef enum
{
  PROP_PLACE = 1
} CorTemplateItemProperty;

static GParamSpec *properties[PROP_PLACE + 1];

/* A shortcut is there to be typed: whoever begins it means it. */
#define SHORTCUT_BEGINS 1000
#define SHORTCUT_WORTH 2

static void
cor_template_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CorTemplateItem *self = COR_TEMPLATE_ITEM (object);

  switch ((CorTemplateItemProperty) prop_id)
    {
    case PROP_PLACE:
      g_value_set_uint (value, self->place);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cor_template_item_finalize (GObject *object)
{
  CorTemplateItem *self = COR_TEMPLATE_ITEM (object);

  cor_template_free (self->template);
  g_free (self->folded_title);
  g_free (self->folded_shown);
  g_free (self->folded_shortcut);

  G_OBJECT_CLASS (cor_template_item_parent_class)->finalize (object);
}

static void
cor_template_item_class_init (CorTemplateItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = cor_template_item_finalize;
  object_class->get_property = cor_template_item_get_property;

  properties[PROP_PLACE] = g_param_spec_uint ("place", NULL, NULL, COR_TEMPLATE_FITS, COR_TEMPLATE_OTHER, COR_TEMPLATE_OTHER, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
cor_template_item_init (CorTemplateItem *self)
{
  self->place = COR_TEMPLATE_OTHER;
}

/**
 * cor_template_item_new:
 * @template: (transfer full): with its texts
 *
 * Returns: (transfer full): the item
 */
CorTemplateItem *
cor_template_item_new (CorTemplate *template)
{
  CorTemplateItem *self = g_object_new (COR_TYPE_TEMPLATE_ITEM, NULL);

  self->template = template;
  self->folded_title = cor_fold (template->title);
  self->folded_shown = cor_fold (cor_template_title_get (template));
  self->folded_shortcut = cor_fold (template->shortcut != NULL ? template->shortcut : "");
  return self;
}

/**
 * cor_template_item_get_template:
 *
 * Returns: (transfer none): as long as the item lives
 */
const CorTemplate *
cor_template_item_get_template (CorTemplateItem *self)
{
  g_return_val_if_fail (COR_IS_TEMPLATE_ITEM (self), NULL);

  return self->template;
}

/**
 * cor_template_item_get_id:
 *
 * Returns: (transfer none): what replies name it by
 */
const char *
cor_template_item_get_id (CorTemplateItem *self)
{
  g_return_val_if_fail (COR_IS_TEMPLATE_ITEM (self), NULL);

  return self->template->id;
}

/**
 * cor_template_item_get_place:
 *
 * Returns: why it stands where it does
 */
CorTemplatePlace
cor_template_item_get_place (CorTemplateItem *self)
{
  g_return_val_if_fail (COR_IS_TEMPLATE_ITEM (self), COR_TEMPLATE_OTHER);

  return self->place;
}

void
cor_template_item_set_place (CorTemplateItem *self, CorTemplatePlace place)
{
  g_return_if_fail (COR_IS_TEMPLATE_ITEM (self));

  if (self->place == place)
    return;
  self->place = place;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACE]);
}

/**
 * cor_template_item_score:
 * @folded_query: cor_fold() of what was typed
 *
 * Returns: how well the shortcut or the title fits; 0: not
 */
guint
cor_template_item_score (CorTemplateItem *self, const char *folded_query)
{
  guint by_shortcut = 0, by_title = 0;

  g_return_val_if_fail (COR_IS_TEMPLATE_ITEM (self), 0);

  /* as the list shows it, and as it is typed into a reply */
  if (folded_query[0] == '/' && folded_query[1] != '\0')
    folded_query++;
  by_shortcut = cor_fuzzy_score (folded_query, self->folded_shortcut) * SHORTCUT_WORTH;
  if (g_str_has_prefix (self->folded_shortcut, folded_query))
    by_shortcut += SHORTCUT_BEGINS;
  by_title = MAX (cor_fuzzy_score (folded_query, self->folded_title), cor_fuzzy_score (folded_query, self->folded_shown));
  return MAX (by_shortcut, by_title);
}

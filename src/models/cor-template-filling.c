/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-template-filling"

#include "config.h"

#include "cor-template-filling.h"

#include "cor-str.h"

/*
 * CorTemplateFilling: a template filled for the customer of a conversation, in that customer's language and time zone
 * whatever the agent's are. It knows what goes in by itself and what the agent has to say; which of the template's
 * texts was taken, and why not another. Main thread only.
 *
 * Where the values are from, each counting more than those before: the account, the customer and the conversation;
 * the case at hand (cor_template_filling_set_case()); what the agent typed, which stays for the next template of the
 * same conversation.
 *
 * "changed": anything that it tells.
 */
struct _CorTemplateFilling
{
  GObject parent_instance;

  CorStore          *store;       /* owned */
  GCancellable      *reading;     /* owned, or NULL */
  CorTemplateScene  *scene;       /* owned, or NULL: not known yet */
  CorTemplateValues *case_values; /* owned, or NULL */
  CorTemplateValues *typed;       /* owned */
  char              *chosen;      /* owned, or NULL: a locale */
  CorTemplateItem   *item;        /* owned, or NULL */
  CorTemplateFill   *fill;        /* owned, or NULL */
  GError            *problem;     /* owned, or NULL */
  CorTemplateChoice  choice;      /* of @item; its variant is NULL where there is none */
  gint64             conversation;
  CorRegister        reg;
  gboolean           is_outdated; /* it changed while it was read */
};

G_DEFINE_FINAL_TYPE (CorTemplateFilling, cor_template_filling, G_TYPE_OBJECT)

static guint changed_signal;

static CorTemplateTarget
get_target (CorTemplateFilling *self)
{
  CorTemplateTarget target = { cor_template_filling_get_locale (self), self->scene != NULL ? self->scene->zone : NULL, FALSE, TRUE };

  return target;
}

static CorTemplateValues *
dup_values (CorTemplateFilling *self)
{
  CorTemplateValues *values = cor_template_values_new ();

  if (self->scene != NULL)
    cor_template_values_merge (values, self->scene->facts);
  if (self->case_values != NULL)
    cor_template_values_merge (values, self->case_values);
  cor_template_values_merge (values, self->typed);
  return values;
}

static void
update (CorTemplateFilling *self)
{
  const CorTemplate *template = self->item != NULL ? cor_template_item_get_template (self->item) : NULL;
  CorTemplateTarget target = get_target (self);

  g_clear_pointer (&self->fill, cor_template_fill_free);
  g_clear_error (&self->problem);
  self->choice = (CorTemplateChoice){ NULL, 0, FALSE };
  if (template != NULL && target.locale != NULL &&
      cor_template_choose (template, target.locale, self->reg, cor_template_filling_is_held (self), &self->choice, &self->problem))
    {
      g_autoptr (CorTemplateValues) values = dup_values (self);

      self->fill = cor_template_render (template, self->choice.variant, values, &target, &self->problem);
      if (self->fill == NULL && !cor_template_filling_is_held (self)) /* offered with its fault */
        self->fill = cor_template_fill_new_raw (self->choice.variant->text, self->problem);
    }
  g_signal_emit (self, changed_signal, 0);
}

static void
start_reading (CorTemplateFilling *self,
               GAsyncReadyCallback loaded)
{
  self->is_outdated = FALSE;
  self->reading = g_cancellable_new ();
  cor_template_scene_load_async (self->store, self->conversation, self->reading, loaded, g_object_ref (self));
}

static void
on_scene_loaded (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (CorTemplateFilling) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CorTemplateScene) scene = cor_template_scene_load_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->reading);
  if (scene == NULL)
    {
      g_debug ("scene: %s", error->message);
      return;
    }
  g_clear_pointer (&self->scene, cor_template_scene_free);
  self->scene = g_steal_pointer (&scene);
  update (self);
  if (self->is_outdated)
    start_reading (self, on_scene_loaded);
}

/* A reading under way is not begun anew: where much changes it would never be complete. */
static void
on_store_changed (CorTemplateFilling    *self,
                  const CorStoreChanges *changes)
{
  if (self->conversation == 0 || !((changes->topics & (COR_TOPIC_CUSTOMERS | COR_TOPIC_ACCOUNTS | COR_TOPIC_PAYMENTS)) != 0 || cor_store_changes_has_thread (changes, self->conversation)))
    return;
  if (self->reading != NULL)
    self->is_outdated = TRUE;
  else
    start_reading (self, on_scene_loaded);
}

static void
cor_template_filling_dispose (GObject *object)
{
  CorTemplateFilling *self = COR_TEMPLATE_FILLING (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->item);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (cor_template_filling_parent_class)->dispose (object);
}

static void
cor_template_filling_finalize (GObject *object)
{
  CorTemplateFilling *self = COR_TEMPLATE_FILLING (object);

  g_clear_pointer (&self->scene, cor_template_scene_free);
  g_clear_pointer (&self->case_values, cor_template_values_unref);
  cor_template_values_unref (self->typed);
  g_clear_pointer (&self->fill, cor_template_fill_free);
  g_clear_error (&self->problem);
  g_free (self->chosen);

  G_OBJECT_CLASS (cor_template_filling_parent_class)->finalize (object);
}

static void
cor_template_filling_class_init (CorTemplateFillingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cor_template_filling_dispose;
  G_OBJECT_CLASS (klass)->finalize = cor_template_filling_finalize;

  changed_signal = g_signal_new ("changed", COR_TYPE_TEMPLATE_FILLING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cor_template_filling_init (CorTemplateFilling *self)
{
  self->typed = cor_template_values_new ();
}

/**
 * cor_template_filling_new:
 * @store: where conversations and customers are
 *
 * Returns: (transfer full): a filling for no conversation yet
 */
CorTemplateFilling *
cor_template_filling_new (CorStore *store)
{
  CorTemplateFilling *self = g_object_new (COR_TYPE_TEMPLATE_FILLING, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * cor_template_filling_open:
 * @conversation: local id, 0 none
 *
 * Nothing of the conversation before stays: no value, no language, no template.
 */
void
cor_template_filling_open (CorTemplateFilling *self,
                           gint64              conversation)
{
  g_return_if_fail (COR_IS_TEMPLATE_FILLING (self));

  if (self->conversation == conversation)
    return;
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->conversation = conversation;
  self->reg = COR_REGISTER_NEUTRAL;
  g_clear_pointer (&self->scene, cor_template_scene_free);
  g_clear_pointer (&self->case_values, cor_template_values_unref);
  cor_template_values_unref (self->typed);
  self->typed = cor_template_values_new ();
  g_clear_pointer (&self->chosen, g_free);
  g_clear_object (&self->item);
  update (self);
  if (conversation != 0)
    start_reading (self, on_scene_loaded);
}

/**
 * cor_template_filling_is_ready:
 *
 * Returns: whether the customer is known
 */
gboolean
cor_template_filling_is_ready (CorTemplateFilling *self)
{
  g_return_val_if_fail (COR_IS_TEMPLATE_FILLING (self), FALSE);

  return self->scene != NULL;
}

/**
 * cor_template_filling_is_held:
 *
 * Returns: whether the conversation is under a compliance hold: drafts are left out then
 */
gboolean
cor_template_filling_is_held (CorTemplateFilling *self)
{
  g_return_val_if_fail (COR_IS_TEMPLATE_FILLING (self), FALSE);

  return self->scene != NULL && self->scene->is_held;
}

/**
 * cor_template_filling_get_channel:
 *
 * Returns: where the reply will go
 */
CorChannel
cor_template_filling_get_channel (CorTemplateFilling *self)
{
  g_return_val_if_fail (COR_IS_TEMPLATE_FILLING (self), COR_CHANNEL_API);

  return self->scene != NULL ? self->scene->channel : COR_CHANNEL_API;
}

/**
 * cor_template_filling_get_account:
 *
 * Returns: the account of the conversation, local id; 0: not known yet
 */
gint64
cor_template_filling_get_account (CorTemplateFilling *self)
{
  g_return_val_if_fail (COR_IS_TEMPLATE_FILLING (self), 0);

  return self->scene != NULL ? self->scene->account : 0;
}

/**
 * cor_template_filling_get_locale:
 *
 * Returns: (transfer none) (nullable): in which language the customer is written to, BCP 47
 */
const char *
cor_template_filling_get_locale (CorTemplateFilling *self)
{
  g_return_val_if_fail (COR_IS_TEMPLATE_FILLING (self), NULL);

  return self->chosen != NULL ? self->chosen : self->scene != NULL ? self->scene->locale
                                                                   : NULL;
}

/**
 * cor_template_filling_get_own_locale:
 *
 * Returns: (transfer none) (nullable): the same without what the agent chose
 */
const char *
cor_template_filling_get_own_locale (CorTemplateFilling *self)
{
  g_return_val_if_fail (COR_IS_TEMPLATE_FILLING (self), NULL);

  return self->scene != NULL ? self->scene->locale : NULL;
}

/**
 * cor_template_filling_get_locale_origin:
 *
 * Returns: how that is known
 */
CorLocaleOrigin
cor_template_filling_get_locale_origin (CorTemplateFilling *self)
{
  g_return_val_if_fail (COR_IS_TEMPLATE_FILLING (self), COR_LOCALE_OF_NOBODY);

  return self->chosen != NULL ? COR_LOCALE_CHOSEN : self->scene != NULL ? self->scene->origin
                                                                        : COR_LOCALE_OF_NOBODY;
}

/**
 * cor_template_filling_choose_locale:
 * @locale: (nullable): what the agent says, BCP 47; %NULL: the customer's again
 */
void
cor_template_filling_choose_locale (CorTemplateFilling *self,
                                    const char         *locale)
{
  g_return_if_fail (COR_IS_TEMPLATE_FILLING (self));

  if (cor_set_str (&self->chosen, locale))
    update (self);
}

/**
 * cor_template_filling_get_register:
 *
 * Returns: the register that is wished; the text that was taken may have another one
 */
CorRegister
cor_template_filling_get_register (CorTemplateFilling *self)
{
  g_return_val_if_fail (COR_IS_TEMPLATE_FILLING (self), COR_REGISTER_NEUTRAL);

  return self->reg;
}

void
cor_template_filling_set_register (CorTemplateFilling *self,
                                   CorRegister         reg)
{
  g_return_if_fail (COR_IS_TEMPLATE_FILLING (self));

  if (self->reg == reg)
    return;
  self->reg = reg;
  update (self);
}

/**
 * cor_template_filling_get_registers:
 *
 * Returns: bits 1 << CorRegister: in which the template has a text for this customer
 */
guint
cor_template_filling_get_registers (CorTemplateFilling *self)
{
  const CorTemplateVariant *taken;
  const CorTemplate *template;
  guint registers = 0;

  g_return_val_if_fail (COR_IS_TEMPLATE_FILLING (self), 0);

  taken = self->choice.variant;
  if (taken == NULL)
    return 0;
  template = cor_template_item_get_template (self->item);
  for (guint i = 0; i < template->variants->len; i++)
    {
      const CorTemplateVariant *variant = template->variants->pdata[i];

      if (g_str_equal (variant->locale, taken->locale) && variant->state != COR_TEMPLATE_RETIRED &&
          (!cor_template_filling_is_held (self) || variant->state == COR_TEMPLATE_APPROVED))
        registers |= 1u << variant->reg;
    }
  return registers;
}

/**
 * cor_template_filling_set_case:
 * @values: (nullable): what is known of the case at hand: payment.*, quote.*, rate.*, limit.*, documents.*; copied
 *
 * The one place where the values of a payment or of a quote come in. They are of the conversation that is open.
 */
void
cor_template_filling_set_case (CorTemplateFilling      *self,
                               const CorTemplateValues *values)
{
  g_return_if_fail (COR_IS_TEMPLATE_FILLING (self));

  g_clear_pointer (&self->case_values, cor_template_values_unref);
  if (values != NULL)
    {
      self->case_values = cor_template_values_new ();
      cor_template_values_merge (self->case_values, values);
    }
  update (self);
}

/**
 * cor_template_filling_set_value:
 * @name: of the vocabulary
 * @text: what the agent typed, as cor_template_kind_describe() says; blank: not known after all
 * @error: COR_TEMPLATE_ERROR
 *
 * Returns: whether it was taken; nothing changes otherwise
 */
gboolean
cor_template_filling_set_value (CorTemplateFilling *self,
                                const char         *name,
                                const char         *text,
                                GError            **error)
{
  g_autofree char *stripped = NULL;

  g_return_val_if_fail (COR_IS_TEMPLATE_FILLING (self), FALSE);

  stripped = g_strstrip (g_strdup (text));
  if (stripped[0] == '\0')
    cor_template_values_unset (self->typed, name);
  else if (!cor_template_values_parse (self->typed, name, stripped, error))
    return FALSE;
  update (self);
  return TRUE;
}

/**
 * cor_template_filling_set_item:
 * @item: (nullable) (transfer none): the template to fill
 */
void
cor_template_filling_set_item (CorTemplateFilling *self,
                               CorTemplateItem    *item)
{
  g_return_if_fail (COR_IS_TEMPLATE_FILLING (self));

  if (g_set_object (&self->item, item))
    update (self);
}

/**
 * cor_template_filling_get_item:
 *
 * Returns: (transfer none) (nullable): the template that is filled
 */
CorTemplateItem *
cor_template_filling_get_item (CorTemplateFilling *self)
{
  g_return_val_if_fail (COR_IS_TEMPLATE_FILLING (self), NULL);

  return self->item;
}

/**
 * cor_template_filling_get_choice:
 *
 * Returns: (transfer none) (nullable): which of the template's texts was taken; until the next change
 */
const CorTemplateChoice *
cor_template_filling_get_choice (CorTemplateFilling *self)
{
  g_return_val_if_fail (COR_IS_TEMPLATE_FILLING (self), NULL);

  return self->choice.variant != NULL ? &self->choice : NULL;
}

/**
 * cor_template_filling_get_fill:
 *
 * Returns: (transfer none) (nullable): the text, with its tag where a value is missing; until the next change
 */
const CorTemplateFill *
cor_template_filling_get_fill (CorTemplateFilling *self)
{
  g_return_val_if_fail (COR_IS_TEMPLATE_FILLING (self), NULL);

  return self->fill;
}

/**
 * cor_template_filling_get_problem:
 *
 * Returns: (transfer none) (nullable): why there is no text, above all none in this language; or what is wrong with it
 */
const GError *
cor_template_filling_get_problem (CorTemplateFilling *self)
{
  g_return_val_if_fail (COR_IS_TEMPLATE_FILLING (self), NULL);

  return self->problem;
}

/**
 * cor_template_filling_get_missing:
 *
 * Returns: (transfer container) (array zero-terminated=1): variables that are not known and without which the text is
 *   not to be sent, in the order of the text; the names are static
 */
const char **
cor_template_filling_get_missing (CorTemplateFilling *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_return_val_if_fail (COR_IS_TEMPLATE_FILLING (self), NULL);

  for (guint i = 0; self->fill != NULL && i < self->fill->missing->len; i++)
    g_ptr_array_add (names, self->fill->missing->pdata[i]);
  g_ptr_array_add (names, NULL);
  return (const char **) g_ptr_array_steal (names, NULL);
}

/**
 * cor_template_filling_may_insert:
 *
 * A gap may go into a reply where its tag marks it, and stops the sending. What only decides between wordings would
 * be wrong unseen; and a fixed text is not to be completed by hand.
 *
 * Returns: whether the text may go into a reply as it is
 */
gboolean
cor_template_filling_may_insert (CorTemplateFilling *self)
{
  g_return_val_if_fail (COR_IS_TEMPLATE_FILLING (self), FALSE);

  return self->fill != NULL && cor_template_fill_marks_gaps (self->fill) && (!cor_template_filling_is_held (self) || self->fill->missing->len == 0);
}

/**
 * cor_template_filling_dup_source:
 *
 * Returns: (transfer full) (nullable): what the reply remembers of a text that is inserted as it is now
 */
CorInsertSource *
cor_template_filling_dup_source (CorTemplateFilling *self)
{
  g_autofree char *version = NULL;
  CorInsertSource  source = { COR_SOURCE_TEMPLATE, NULL, NULL, NULL, NULL };

  g_return_val_if_fail (COR_IS_TEMPLATE_FILLING (self), NULL);

  if (self->fill == NULL)
    return NULL;
  version = cor_template_digest_text (self->choice.variant->text);
  source.id = cor_template_item_get_id (self->item);
  source.version = version;
  source.locale = self->choice.variant->locale;
  source.text = self->fill->text;
  return cor_insert_source_copy (&source);
}

static char *
fill_tag (CorTemplateFilling      *self,
          const CorTemplateValues *values,
          const char              *tag)
{
  g_autoptr (CorTemplateText) text = cor_template_text_parse (tag, NULL);
  CorTemplateTarget target = get_target (self);
  g_autoptr (CorTemplateFill) fill = text != NULL && target.locale != NULL ? cor_template_text_render (text, values, &target, NULL) : NULL;

  return g_strdup (fill != NULL ? fill->text : tag);
}

/**
 * cor_template_filling_fill_tags:
 * @text: a reply in which tags were left open
 *
 * Returns: (transfer full): it, with what is known now in their place
 */
char *
cor_template_filling_fill_tags (CorTemplateFilling *self,
                                const char         *text)
{
  g_autoptr (GArray) tags = NULL;
  g_autoptr (CorTemplateValues) values = NULL;
  g_autoptr (GString) filled = NULL;
  gsize at = 0;

  g_return_val_if_fail (COR_IS_TEMPLATE_FILLING (self), NULL);

  tags = cor_template_find_tags (text);
  values = dup_values (self);
  filled = g_string_new (NULL);
  for (guint i = 0; i < tags->len; i++)
    {
      CorTemplateSpan  span = g_array_index (tags, CorTemplateSpan, i);
      g_autofree char *tag = g_strndup (text + span.start, span.end - span.start);
      g_autofree char *value = fill_tag (self, values, tag);

      g_string_append_len (filled, text + at, (gssize) (span.start - at));
      g_string_append (filled, value);
      at = span.end;
    }
  g_string_append (filled, text + at);
  return g_string_free (g_steal_pointer (&filled), FALSE);
}

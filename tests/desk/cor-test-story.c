/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-test-desk.h"

#define MINUTES (-60)

#define LI_WEI                                                                                                                     \
  .name = "Li Wei 李伟", .email = "li.wei@qiaoyun.example", .phone = "+8613900004417", .company = "Hangzhou Qiaoyun Trading",      \
  .city = "Hangzhou", .country = "China",                                                                                          \
  .attributes_json = "{\"tier\":\"Gold\",\"language\":\"zh_CN\",\"timezone\":\"Asia/Shanghai\",\"customer_since\":\"2021-03-02\"," \
                     "\"job_title\":\"Finance lead\",\"fee_schedule\":\"Business CN–EU, version 14\",\"labels\":[\"importer\",\"fee-sensitive\",\"monthly payer\"]}"

#define ABOUT_PAYMENT                                                    \
  "{\"payment_refs\":[{\"reference\":\"CP-70231\",\"role\":\"payer\"}]," \
  "\"verification\":{\"verified_at\":\"2023-06-19T08:10:00Z\",\"method\":\"callback\"}}"

/* Times are seconds from desk->now. */
static const CorTestConversation conversations[] = {
  { "20420", COR_CHANNEL_EMAIL, LI_WEI, .subject = "Which documents for a new supplier?", .status = COR_STATUS_RESOLVED, .at = -17 * 86400 },
  { "20411", COR_CHANNEL_PHONE, LI_WEI, .subject = "Call: raise the month limit", .status = COR_STATUS_RESOLVED, .at = -68 * 86400 },
  { "20481", COR_CHANNEL_WECHAT, LI_WEI, .about_json = ABOUT_PAYMENT, .labels = "payment-delay,fees-and-fx", .assignee_id = "7", .at = 1 * MINUTES, .n_unread = 1 },
  { "20476", COR_CHANNEL_WHATSAPP, .name = "Ana Ribeiro", .city = "Lisboa", .country = "Portugal", .labels = "payment-delay", .assignee_id = "7", .at = 2 * MINUTES, .n_unread = 2 },
  { "20477", COR_CHANNEL_TELEGRAM, .name = "يوسف حداد", .city = "Amman", .country = "Jordan", .labels = "payment-delay", .assignee_id = "7", .at = 10 * MINUTES, .n_unread = 2 },
  { "20470", COR_CHANNEL_WHATSAPP, .name = "Fatou Diallo", .city = "Dakar", .country = "Senegal", .assignee_id = "7", .at = 1500 * MINUTES },
  { "20468", COR_CHANNEL_WEB, .name = "Claire Dubois", .city = "Lyon", .country = "France", .labels = "fees-and-fx", .assignee_id = "7", .at = 59 * MINUTES },
  { "20466", COR_CHANNEL_LINE, .name = "佐藤 美咲", .city = "東京", .country = "Japan", .labels = "fees-and-fx", .at = 20 * MINUTES, .n_unread = 1 },
  { "20460", COR_CHANNEL_EMAIL, .name = "Marta Gil Ortega", .email = "marta@gil.example", .subject = "Re: contract for the transfer", .labels = "documents", .assignee_id = "8", .at = 34 * MINUTES, .n_unread = 1 },
};

#define CUSTOMER .kind = COR_MESSAGE_INCOMING, .sender = COR_SENDER_CUSTOMER
#define OURS .kind = COR_MESSAGE_OUTGOING, .sender = COR_SENDER_AGENT, .sender_id = "7", .sender_name = "Sofia Brandt"
#define THEIRS .kind = COR_MESSAGE_OUTGOING, .sender = COR_SENDER_AGENT, .sender_id = "8", .sender_name = "Tomás Ferreira"

static const CorTestMessage messages[] = {
  { "20411", THEIRS, .text = "Asked to raise the month limit to 50,000 USD; sent the form.", .at = -68 * 86400, .is_private = TRUE },
  { "20420", CUSTOMER, .subject = "Which documents for a new supplier?", .text = "Dear team, we pay a new supplier in Munich next week. Which documents do you need?", .whole = "Dear team, we pay a new supplier in Munich next week. Which documents do you need?\n\nBest regards\nLi Wei\n\n> On 30 May you wrote:\n> Thank you for your order.", .at = -17 * 86400 },
  { "20420", OURS, .text = "Good morning Mr Li, the invoice and the contract are enough. Please see [our list](https://help.corridor.example/documents).", .at = -17 * 86400 + 3600, .delivery = COR_DELIVERY_SENT },
  { "20481", CUSTOMER, .text = "付款已提交，发票和合同请见附件。", .file_name = "发票 Invoice 2023-118.pdf", .at = -4 * 86400 - 20880 },
  { "20481", CUSTOMER, .text = "您好，我周四汇给慕尼黑供应商的 1,000 美元，对方说还没到账。钱现在在哪里？", .at = 13 * MINUTES },
  { "20481", .kind = COR_MESSAGE_ACTIVITY, .text = "You took over from the bot", .at = 12 * MINUTES },
  { "20481", OURS, .text = "李先生，您好！款项已于北京时间周五 21:36 到达收款行 Isar Bank，可能已过该行当日截止时间，又逢周末。预计今天入账，以收款行为准；今晚 22:00 前我们会再给您消息。", .at = 11 * MINUTES, .delivery = COR_DELIVERY_READ },
  { "20481", OURS, .text = "**@Payment operations** tracker says G002 at Isar Bank. If there is no credit by 15:00, please open an investigation.", .at = 9 * MINUTES, .is_private = TRUE },
  { "20481", CUSTOMER, .text = "谢谢。另外，为什么对方只能收到 905 欧元？", .at = 1 * MINUTES },
  { "20476", CUSTOMER, .text = "Oi! O dinheiro saiu da conta, mas ainda não chegou. O que aconteceu?", .at = 4 * MINUTES },
  { "20477", CUSTOMER, .text = "مرحباً، أُرسل إليّ مبلغ 2,500 دولار إلى حسابي في Jabal Zaytun Bank يوم الأحد.", .at = 11 * MINUTES },
  { "20477", CUSTOMER, .text = "متى سيصل التحويل إلى حسابي في عمّان؟", .at = 10 * MINUTES },
  { "20477", OURS, .text = "أهلاً سيد يوسف. عادةً يُودَع المبلغ خلال يوم عمل من وصوله إلى بنك المستفيد، وموعد الإيداع يحدده البنك. بعد التحقق من هويتك سنوافيك بالمستجدات.", .at = 5 * MINUTES, .delivery = COR_DELIVERY_DELIVERED },
  { "20477", OURS, .text = "Says he is the recipient. No details until verified.", .at = 4 * MINUTES, .is_private = TRUE },
  { "20477", THEIRS, .text = "Sorry, wrong window.", .at = 3 * MINUTES, .is_deleted = TRUE },
  { "20470", CUSTOMER, .text = "Bonjour, où est mon remboursement ?", .at = 1500 * MINUTES },
  { "20468", CUSTOMER, .text = "The rate shown is not the one I got on Monday.", .at = 59 * MINUTES },
  { "20466", CUSTOMER, .text = "送金の手数料はいくらですか。", .at = 20 * MINUTES },
  { "20460", CUSTOMER, .subject = "Re: contract for the transfer", .text = "I attach the signed contract.", .file_name = "contract.pdf", .at = 34 * MINUTES },
  { "20460", OURS, .text = "Gracias, Marta. Lo revisamos hoy.", .at = 30 * MINUTES, .delivery = COR_DELIVERY_FAILED },
};

static void
tell_outbox (CorTestDesk *desk)
{
  gint64 held = cor_test_desk_reply (desk, cor_test_desk_find (desk, "20476"), "Oi, Ana! O valor está no banco do beneficiário desde sexta-feira, 16 de junho. A previsão de crédito é hoje. Assim que for creditado, aviso você por aqui.", 0);
  gint64 failed = cor_test_desk_reply (desk, cor_test_desk_find (desk, "20470"), "Votre remboursement de 240,00 EUR a été envoyé hier.", 0);

  cor_test_desk_move (desk, &(CorIntentMove){ .intent = failed, .step = COR_STEP_SEND });
  cor_test_desk_move (desk, &(CorIntentMove){ .intent = failed, .step = COR_STEP_REJECT, .detail = "Message is outside of the 24 hour window" });
  cor_test_desk_say (desk, &(CorTestMessage){ "20476", CUSTOMER, .text = "Consegui falar com o banco aqui. Disseram que o IBAN está errado!", .at = desk->now + 5 });
  cor_test_desk_say (desk, &(CorTestMessage){ "20476", CUSTOMER, .text = "O certo termina em 7712, não 7721.", .at = desk->now + 9 });
  cor_test_desk_move (desk, &(CorIntentMove){ .intent = held, .step = COR_STEP_HOLD, .hold = COR_HOLD_CUSTOMER_WROTE });
  cor_test_desk_reply (desk, cor_test_desk_find (desk, "20468"), "Le taux de lundi dernier était de 0,9289 ; celui d’aujourd’hui est de 0,9252.", 0);
  cor_test_desk_reply (desk, cor_test_desk_find (desk, "20466"), "佐藤様、手数料は送金額にかかわらず一律10.00米ドルでございます。", 0);
}

/* Fills the desk with what the pictures show, unsent replies of every state included. */
void
cor_test_desk_tell_story (CorTestDesk *desk)
{
  for (guint i = 0; i < G_N_ELEMENTS (conversations); i++)
    {
      CorTestConversation conversation = conversations[i];

      conversation.at += desk->now;
      cor_test_desk_add (desk, &conversation);
    }
  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    {
      CorTestMessage message = messages[i];

      message.at += desk->now;
      cor_test_desk_say (desk, &message);
    }
  tell_outbox (desk);
}

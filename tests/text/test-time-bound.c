/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-test-main.h"
#include "cor-time-bound.h"

static const char *const en_bound[] = {
  "We will credit it today.",
  "Your money arrives by Friday.",
  "It was sent on 15 June.",
  "The cut-off is 10:30.",
  "Sent on 2026-06-15, credited since.",
  "It should take 2 working days.",
  "About 3 hours from now.",
  "Please allow 3-5 business days.",
  "It is expected to arrive.",
  "1 USD = 0.92 EUR",
  "We used a rate of 7.21 for you.",
  "The exchange rate was applied.",
  "Call me tomorrow.",
  "We paid on 15/06.",
  NULL,
};

static const char *const en_free[] = {
  "Have a nice day",
  "Thank you for your message.",
  "Good morning, how can I help you?",
  "Have a great weekend!",
  "You may send us the invoice.",
  "Please march on with the form.",
  "We are here 24/7.",
  "The fee is 12.50 EUR.",
  "I have checked your reference CP-70231.",
  "A second person has to sign.",
  NULL,
};

static const char *const zh_hans_bound[] = {
  "今天会到账。",
  "明天再联系您。",
  "预计周五到账。",
  "6月15日已汇出。",
  "需要1-2个工作日。",
  "预计很快到账。",
  "汇率是7.21。",
  "1 USD = 7.21 CNY",
  "大约三个小时。",
  "下午三点前处理。",
  NULL,
};

static const char *const zh_hans_free[] = {
  "您好，感谢您的来信。",
  "祝您生活愉快！",
  "请提供收款人姓名。",
  "我们已收到您的资料。",
  "手续费由您承担。",
  "谢谢！",
  NULL,
};

static const char *const zh_hant_bound[] = {
  "今天會到帳。",
  "明天再聯絡您。",
  "預計週五到帳。",
  "6月15日已匯出。",
  "需要1-2個工作日。",
  "預計很快到帳。",
  "匯率是7.21。",
  "大約三個小時。",
  "星期一處理。",
  NULL,
};

static const char *const zh_hant_free[] = {
  "您好，感謝您的來信。",
  "祝您順心！",
  "請提供收款人姓名。",
  "我們已收到您的資料。",
  "手續費由您承擔。",
  NULL,
};

static const char *const es_bound[] = {
  "Llegará hoy.",
  "Le escribimos mañana.",
  "Lo recibirá el viernes.",
  "Se envió el 15 de junio.",
  "Tarda 2 días hábiles.",
  "Aproximadamente 3 horas.",
  "Está previsto para pronto.",
  "El tipo de cambio es 0,92.",
  "La tasa de 4.100 pesos.",
  "A las 10:30 sale el pago.",
  "Dentro de 24 horas.",
  NULL,
};

static const char *const es_free[] = {
  "Hola, gracias por su mensaje.",
  "¡Que tenga un buen día!",
  "Buenos días, ¿en qué puedo ayudarle?",
  "En cambio, la comisión es de 5 EUR.",
  "Necesitamos el nombre del beneficiario.",
  "Muchas gracias.",
  NULL,
};

static const char *const pt_bound[] = {
  "Chega hoje.",
  "Escrevo amanhã.",
  "Será creditado na sexta-feira.",
  "Enviado em 15 de junho.",
  "Leva 2 dias úteis.",
  "Cerca de 3 horas.",
  "A previsão é boa.",
  "A taxa de câmbio é 5,43.",
  "A cotação do dólar foi usada.",
  "Até as 10h30.",
  NULL,
};

static const char *const pt_free[] = {
  "Olá, obrigado pela mensagem.",
  "Tenha um bom dia!",
  "Bom dia, em que posso ajudar?",
  "Precisamos do nome do beneficiário.",
  "A tarifa foi de 5 EUR.",
  "Boa tarde!",
  NULL,
};

static const char *const fr_bound[] = {
  "C'est crédité aujourd’hui.",
  "Je vous écris demain.",
  "Il arrive vendredi.",
  "Envoyé le 15 juin.",
  "Sous 2 jours ouvrés.",
  "Environ 3 heures.",
  "Le virement est prévu pour bientôt.",
  "Le taux appliqué est 0,92.",
  "Le cours de change a été utilisé.",
  "Avant 17h30.",
  "Dans les plus brefs délais.",
  NULL,
};

static const char *const fr_free[] = {
  "Bonjour, merci pour votre message.",
  "Bonne journée !",
  "Bonsoir, comment puis-je vous aider ?",
  "Il nous faut le nom du bénéficiaire.",
  "Les frais sont de 5 EUR.",
  "Merci beaucoup.",
  NULL,
};

static const char *const de_bound[] = {
  "Es kommt heute an.",
  "Ich schreibe Ihnen morgen.",
  "Gutschrift am Freitag.",
  "Gesendet am 15. Juni.",
  "Es dauert 2 Werktage.",
  "Etwa 3 Stunden.",
  "Voraussichtlich bald.",
  "Der Kurs war 1,08.",
  "Der Wechselkurs gilt.",
  "Bis 10:30 Uhr.",
  "Am 15.06. gesendet.",
  "Innerhalb von zwei Tagen",
  NULL,
};

static const char *const de_free[] = {
  "Guten Tag, vielen Dank für Ihre Nachricht.",
  "Guten Morgen!",
  "Schönen Tag noch!",
  "Wir benötigen den Namen des Empfängers.",
  "Die Gebühr beträgt 5,00 EUR.",
  "Wie kann ich Ihnen helfen?",
  NULL,
};

static const char *const ja_bound[] = {
  "本日着金します。",
  "明日ご連絡します。",
  "金曜日に届きます。",
  "6月15日に送金しました。",
  "2営業日かかります。",
  "約3時間です。",
  "着金予定です。",
  "レートは7.21です。",
  "為替の換算です。",
  "午後3時までに。",
  NULL,
};

static const char *const ja_free[] = {
  "お問い合わせありがとうございます。",
  "よろしくお願いいたします。",
  "お名前を教えてください。",
  "手数料は500円です。",
  "資料を受け取りました。",
  "こんにちは。",
  NULL,
};

static const char *const ar_bound[] = {
  "سيصل اليوم.",
  "سنكتب لكم غدا.",
  "سيصل يوم الجمعة.",
  "أرسل في 15 يونيو.",
  "خلال يومي عمل.",
  "حوالي 3 ساعات.",
  "من المتوقع أن يصل قريبا.",
  "سعر الصرف هو 3.75.",
  "سعر صرف الدولار.",
  "الساعة 10:30.",
  "سَيَصِلُ اليَوْمَ.",
  "تم الإرسال أمس",
  NULL,
};

static const char *const ar_free[] = {
  "مرحبا، شكرا لرسالتكم.",
  "صباح الخير",
  "مساء الخير",
  "نحتاج إلى اسم المستفيد.",
  "الرسوم 5 يورو.",
  "شكرا جزيلا",
  NULL,
};

static const char *const vi_bound[] = {
  "Tiền đến hôm nay.",
  "Tôi sẽ viết vào ngày mai.",
  "Sẽ đến vào thứ sáu.",
  "Đã gửi ngày 15/6.",
  "Trong 2 ngày làm việc.",
  "Khoảng 3 giờ.",
  "Dự kiến sẽ đến.",
  "Tỷ giá là 25.400.",
  "Tỉ giá hôm qua.",
  "Lúc 10:30.",
  "thứ Hai tuần sau",
  NULL,
};

static const char *const vi_free[] = {
  "Xin chào, cảm ơn bạn đã nhắn tin.",
  "Chúc bạn một ngày tốt lành!",
  "Chào buổi sáng.",
  "Chúng tôi cần tên người nhận.",
  "Phí là 5 EUR.",
  "Cảm ơn rất nhiều.",
  NULL,
};

static const struct
{
  const char        *language;
  const char *const *bound;
  const char *const *free;
} languages[] = {
  { "en", en_bound, en_free },
  { "zh-Hans", zh_hans_bound, zh_hans_free },
  { "zh-Hant", zh_hant_bound, zh_hant_free },
  { "es", es_bound, es_free },
  { "pt", pt_bound, pt_free },
  { "fr", fr_bound, fr_free },
  { "de", de_bound, de_free },
  { "ja", ja_bound, ja_free },
  { "ar", ar_bound, ar_free },
  { "vi", vi_bound, vi_free },
};

static void
test_language (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);

  for (guint j = 0; languages[i].bound[j]; j++)
    if (cor_text_time_bound (languages[i].bound[j]) == COR_TIME_BOUND_NONE)
      {
        g_test_message ("not found: %s", languages[i].bound[j]);
        g_test_fail ();
      }
  for (guint j = 0; languages[i].free[j]; j++)
    if (cor_text_time_bound (languages[i].free[j]) != COR_TIME_BOUND_NONE)
      {
        g_test_message ("found %d: %s", cor_text_time_bound (languages[i].free[j]), languages[i].free[j]);
        g_test_fail ();
      }
}

static void
test_kinds (void)
{
  static const struct
  {
    const char  *text;
    CorTimeBound kinds;
  } cases[] = {
    { "", COR_TIME_BOUND_NONE },
    { NULL, COR_TIME_BOUND_NONE },
    { "It arrives on 2026-06-15", COR_TIME_BOUND_DATE },
    { "on 15/06", COR_TIME_BOUND_DATE },
    { "within 2 working days", COR_TIME_BOUND_ESTIMATE },
    { "1 USD = 0.92 EUR", COR_TIME_BOUND_RATE },
    { "1 EUR=7.81 CNY", COR_TIME_BOUND_RATE },
    { "rate of 7.21", COR_TIME_BOUND_RATE },
    { "汇率", COR_TIME_BOUND_RATE },
    { "匯率", COR_TIME_BOUND_RATE },
    { "tipo de cambio", COR_TIME_BOUND_RATE },
    { "Kurs", COR_TIME_BOUND_RATE },
    { "taux", COR_TIME_BOUND_RATE },
    { "câmbio: 5,4", COR_TIME_BOUND_RATE },
    { "tỷ giá", COR_TIME_BOUND_RATE },
    { "سعر الصرف", COR_TIME_BOUND_RATE },
    { "１５：３０", COR_TIME_BOUND_DATE },
    { "\xff today \xc3", COR_TIME_BOUND_DATE },
    { "明天，预计1-2个工作日，汇率7.2", COR_TIME_BOUND_DATE | COR_TIME_BOUND_ESTIMATE | COR_TIME_BOUND_RATE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (cor_text_time_bound (cases[i].text), ==, cases[i].kinds);
}

/* What a backtracking matcher may take minutes for; the time-out of the suite is what fails then. */
static void
test_long (void)
{
  static const char *const parts[] = { "1", "1 ", "1.", "a ", "一", "1 a", "vao ", "de ", "1-" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      while (text->len < 30000)
        g_string_append (text, parts[i]);
      (void) cor_text_time_bound (text->str);
      g_string_append (text, " tomorrow");
      g_assert_true (cor_text_time_bound (text->str) & COR_TIME_BOUND_DATE);
    }
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *path = g_strconcat ("/time-bound/", languages[i].language, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_language);
    }
  g_test_add_func ("/time-bound/kinds", test_kinds);
  g_test_add_func ("/time-bound/long", test_long);
  return cor_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-mask"

#include "config.h"

#include "cor-mask.h"
#include "cor-mask-words.h"

#include <string.h>

#define CVV COR_MASK_FINDING_SECURITY_CODE
#define OTP COR_MASK_FINDING_ONE_TIME_CODE
#define BOTH (CVV | OTP)

/* Longer words before the shorter ones that they contain. */
static const struct
{
  const char *word;
  guint       kinds;
} names[] = {
  /* everywhere */
  { "cvv2", CVV },
  { "cvc2", CVV },
  { "cvv", CVV },
  { "cvc", CVV },
  { "csc", CVV },
  { "cid", CVV },
  { "otp", OTP },
  { "2fa", OTP },
  /* en */
  { "security code", BOTH },
  { "card verification value", CVV },
  { "card verification code", CVV },
  { "card verification number", CVV },
  { "card code", CVV },
  { "one time passcode", OTP },
  { "one-time passcode", OTP },
  { "one time password", OTP },
  { "one-time password", OTP },
  { "one time code", OTP },
  { "one-time code", OTP },
  { "one-time pin", OTP },
  { "one time pin", OTP },
  { "verification code", OTP },
  { "verification pin", OTP },
  { "verify code", OTP },
  { "confirmation code", OTP },
  { "authentication code", OTP },
  { "auth code", OTP },
  { "access code", OTP },
  { "login code", OTP },
  { "sign-in code", OTP },
  { "log-in code", OTP },
  { "sms code", OTP },
  { "text code", OTP },
  { "passcode", OTP },
  { "digits on the back", CVV },
  { "your code is", OTP },
  /* zh */
  { "安全码", BOTH },
  { "安全碼", BOTH },
  { "背面三位", CVV },
  { "背后三位", CVV },
  { "背後三位", CVV },
  { "后三位", CVV },
  { "背面的三位", CVV },
  { "後三碼", CVV },
  { "末三码", CVV },
  { "末三碼", CVV },
  { "验证码", OTP },
  { "驗證碼", OTP },
  { "校验码", OTP },
  { "校驗碼", OTP },
  { "动态码", OTP },
  { "動態碼", OTP },
  { "动态密码", OTP },
  { "動態密碼", OTP },
  { "动态口令", OTP },
  { "一次性密码", OTP },
  { "一次性密碼", OTP },
  { "短信码", OTP },
  { "登录码", OTP },
  { "登入碼", OTP },
  { "簡訊碼", OTP },
  { "确认码", OTP },
  { "確認碼", OTP },
  { "认证码", OTP },
  { "認證碼", OTP },
  /* es */
  { "código de seguridad", BOTH },
  { "código cvv", CVV },
  { "código de verificación", OTP },
  { "código de confirmación", OTP },
  { "código de un solo uso", OTP },
  { "contraseña de un solo uso", OTP },
  { "código de acceso", OTP },
  { "código sms", OTP },
  { "código de autenticación", OTP },
  { "código de inicio de sesión", OTP },
  { "clave dinámica", OTP },
  { "clave de un solo uso", OTP },
  { "dígitos del reverso", CVV },
  /* pt */
  { "código de segurança", BOTH },
  { "código de verificação", OTP },
  { "código de confirmação", OTP },
  { "código de uso único", OTP },
  { "senha de uso único", OTP },
  { "senha única", OTP },
  { "código de acesso", OTP },
  { "código de autenticação", OTP },
  { "código de login", OTP },
  { "dígitos no verso", CVV },
  /* fr */
  { "code de sécurité", BOTH },
  { "cryptogramme visuel", CVV },
  { "cryptogramme", CVV },
  { "code de vérification", OTP },
  { "code de confirmation", OTP },
  { "code à usage unique", OTP },
  { "mot de passe à usage unique", OTP },
  { "code sms", OTP },
  { "code reçu par sms", OTP },
  { "code d'authentification", OTP },
  { "code de connexion", OTP },
  { "code d'accès", OTP },
  { "code d’authentification", OTP },
  { "code de validation", OTP },
  { "chiffres au dos", CVV },
  /* de */
  { "sicherheitscode", BOTH },
  { "kartenprüfnummer", CVV },
  { "prüfnummer", CVV },
  { "kartenprüfziffer", CVV },
  { "prüfziffer", CVV },
  { "kartenprüfcode", CVV },
  { "bestätigungscode", OTP },
  { "verifizierungscode", OTP },
  { "einmalcode", OTP },
  { "einmal-code", OTP },
  { "einmalpasswort", OTP },
  { "einmalkennwort", OTP },
  { "sms-code", OTP },
  { "sms-tan", OTP },
  { "tan", OTP },
  { "prüfcode", OTP },
  { "freigabecode", OTP },
  { "anmeldecode", OTP },
  { "zugangscode", OTP },
  { "ziffern auf der rückseite", CVV },
  /* ja */
  { "セキュリティコード", BOTH },
  { "認証コード", OTP },
  { "認証番号", OTP },
  { "確認コード", OTP },
  { "検証コード", OTP },
  { "ワンタイムパスワード", OTP },
  { "ワンタイムコード", OTP },
  { "ログインコード", OTP },
  { "暗証コード", OTP },
  { "裏面の3桁", CVV },
  { "裏面の三桁", CVV },
  /* ar */
  { "رمز الأمان", BOTH },
  { "رمز الحماية", BOTH },
  { "رقم الأمان", BOTH },
  { "كود الأمان", BOTH },
  { "رمز التحقق", OTP },
  { "كود التحقق", OTP },
  { "رمز التأكيد", OTP },
  { "كود التأكيد", OTP },
  { "رمز التفعيل", OTP },
  { "رمز لمرة واحدة", OTP },
  { "كلمة المرور لمرة واحدة", OTP },
  { "كلمة مرور لمرة واحدة", OTP },
  { "رمز الدخول", OTP },
  /* vi */
  { "mã bảo mật", BOTH },
  { "mã số bảo mật", BOTH },
  { "mã an toàn", BOTH },
  { "mã xác minh", OTP },
  { "mã đăng nhập", OTP },
  { "mã xác thực", OTP },
  { "mã xác nhận", OTP },
  { "mật khẩu một lần", OTP },
  { "mã kích hoạt", OTP },
};

/* What says that the number is the code. */
static const char *const joints[] = {
  ":",
  "=",
  "#",
  "is",
  "was",
  "are",
  "reads",
  "are:",
  "code",
  "number",
  "es",
  "es el",
  "era",
  "fue",
  "número",
  "é",
  "é o",
  "foi",
  "est",
  "est le",
  "était",
  "numéro",
  "ist",
  "war",
  "lautet",
  "lautete",
  "nummer",
  "是",
  "为",
  "為",
  "は",
  "が",
  "هو",
  "هي",
  "كان",
  "là",
  "số",
};

/* After these the number is something else. */
static const char *const breakers[] = {
  "call",
  "dial",
  "llame",
  "ligue",
  "appelez",
  "rufen",
  "anrufen",
  "拨打",
  "撥打",
  "拨",
  "致电",
  "致電",
  "电话",
  "電話",
  "اتصل",
  "اتصلوا",
  "gọi",
  "for",
  "to",
  "on",
  "of",
  "after",
  "within",
  "in",
  "by",
  "at",
  "since",
  "from",
  "ending",
  "payment",
  "order",
  "reference",
  "transfer",
  "amount",
  "invoice",
  "ticket",
  "case",
  "phone",
  "and",
  "or",
  "with",
  "has",
  "para",
  "por",
  "en",
  "a",
  "del",
  "desde",
  "y",
  "pago",
  "pedido",
  "monto",
  "importe",
  "factura",
  "termina",
  "terminado",
  "em",
  "no",
  "e",
  "pagamento",
  "valor",
  "fatura",
  "pour",
  "dans",
  "le",
  "au",
  "du",
  "et",
  "paiement",
  "montant",
  "commande",
  "facture",
  "für",
  "an",
  "am",
  "in",
  "vom",
  "und",
  "zahlung",
  "betrag",
  "rechnung",
  "bestellung",
  "innerhalb",
  "于",
  "於",
  "给",
  "給",
  "在",
  "付款",
  "订单",
  "訂單",
  "金额",
  "金額",
  "尾号",
  "尾號",
  "に",
  "から",
  "支払",
  "注文",
  "番号",
  "إلى",
  "في",
  "على",
  "من",
  "خلال",
  "الدفع",
  "المبلغ",
  "الطلب",
  "cho",
  "đến",
  "trong",
  "vào",
  "giao dịch",
  "số tiền",
  "đơn",
};

/* Enough currencies to tell "EUR 250" from "TAN 250". */
static const char *const currencies[] = {
  "AED",
  "AUD",
  "BRL",
  "CAD",
  "CHF",
  "CLP",
  "CNH",
  "CNY",
  "COP",
  "CZK",
  "DKK",
  "EGP",
  "EUR",
  "GBP",
  "HKD",
  "HUF",
  "IDR",
  "ILS",
  "INR",
  "JPY",
  "KES",
  "KRW",
  "KWD",
  "MAD",
  "MXN",
  "MYR",
  "NGN",
  "NOK",
  "NZD",
  "PEN",
  "PHP",
  "PKR",
  "PLN",
  "QAR",
  "RMB",
  "RON",
  "SAR",
  "SEK",
  "SGD",
  "THB",
  "TRY",
  "TWD",
  "UAH",
  "USD",
  "VND",
  "ZAR",
};

/*
 * cor_mask_fold_char:
 * @c: a code point
 *
 * Returns: its base letter in lower case; one for one, so that places stay
 */
gunichar
cor_mask_fold_char (gunichar c)
{
  gunichar first, second;

  if (c >= 0xff01 && c <= 0xff5e)
    c -= 0xfee0;
  while (c >= 0x80 && g_unichar_decompose (c, &first, &second))
    c = first;
  return g_unichar_tolower (c);
}

static void
add_word (CorMaskWordList *list,
          const char      *word,
          guint            kinds)
{
  CorMaskWord *added = &list->words[list->n++];

  added->folded = g_new0 (gunichar, strlen (word) + 1);
  added->kinds = kinds;
  for (const char *p = word; *p; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      added->folded[added->len++] = cor_mask_fold_char (g_utf8_get_char (p));
  list->starts[added->folded[0] % COR_MASK_N_STARTS] = TRUE;
}

const CorMaskWordList *
cor_mask_get_names (void)
{
  static CorMaskWordList list;
  static gsize           once = 0;

  if (g_once_init_enter (&once))
    {
      list.words = g_new0 (CorMaskWord, G_N_ELEMENTS (names));
      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        add_word (&list, names[i].word, names[i].kinds);
      g_once_init_leave (&once, 1);
    }
  return &list;
}

const CorMaskWordList *
cor_mask_get_joints (void)
{
  static CorMaskWordList list;
  static gsize           once = 0;

  if (g_once_init_enter (&once))
    {
      list.words = g_new0 (CorMaskWord, G_N_ELEMENTS (joints));
      for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
        add_word (&list, joints[i], 0);
      g_once_init_leave (&once, 1);
    }
  return &list;
}

const CorMaskWordList *
cor_mask_get_breakers (void)
{
  static CorMaskWordList list;
  static gsize           once = 0;

  if (g_once_init_enter (&once))
    {
      list.words = g_new0 (CorMaskWord, G_N_ELEMENTS (breakers));
      for (guint i = 0; i < G_N_ELEMENTS (breakers); i++)
        add_word (&list, breakers[i], 0);
      g_once_init_leave (&once, 1);
    }
  return &list;
}

/*
 * cor_mask_is_currency:
 * @code: three characters
 *
 * Returns: whether they are the code of a common currency
 */
gboolean
cor_mask_is_currency (const gunichar *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (currencies); i++)
    if (code[0] == (gunichar) currencies[i][0] && code[1] == (gunichar) currencies[i][1] && code[2] == (gunichar) currencies[i][2])
      return TRUE;
  return FALSE;
}

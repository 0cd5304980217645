/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-mask.h"
#include "cor-test-main.h"
#include "cor-test-processor-time.h"

#include <string.h>

#define CARD "•••• •••• •••• "

static void
assert_masked (const char    *text,
               const char    *expected,
               CorMaskFinding expected_found)
{
  CorMaskFinding   found = COR_MASK_FINDING_NONE;
  g_autofree char *masked = cor_mask_secrets (text, &found);
  g_autofree char *again = cor_mask_secrets (masked, NULL);

  g_assert_cmpstr (masked, ==, expected);
  g_assert_cmpint (found, ==, expected_found);
  g_assert_cmpstr (again, ==, masked);
}

static void
test_cards (void)
{
  static const struct
  {
    const char *text, *masked;
  } cases[] = {
    { "4111111111111111", CARD "1111" },
    { "4111 1111 1111 1111", CARD "1111" },
    { "4111-1111-1111-1111", CARD "1111" },
    { "4111.1111.1111.1111", CARD "1111" },
    { "4111\u00a01111\u00a01111\u00a01111", CARD "1111" },
    { "41 111 1111 11111 11", CARD "1111" },
    { "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", CARD "1111" },
    { "４１１１ １１１１ １１１１ １１１１", CARD "１１１１" },
    { "٤١١١ ١١١١ ١١١١ ١١١١", CARD "١١١١" },
    { "my card is 5500005555555559, thanks", "my card is " CARD "5559, thanks" },
    { "卡号4111111111111111是", "卡号" CARD "1111是" },
    { "card4111111111111111", "card" CARD "1111" },
    { "Amex 3782 822463 10005!", "Amex " CARD "0005!" },
    { "Diners 30569309025904", "Diners " CARD "5904" },
    { "6011111111111117 and 3530111333300000", CARD "1117 and " CARD "0000" },
    { "6212345678901232", CARD "1232" },
    { "6212345678900000003", CARD "0003" },
    { "4222222222222", CARD "2222" },
    { "4111 1111 1111 1111 12/26", CARD "1111 12/26" },
    { "Order 12 4111 1111 1111 1111", "Order 12 " CARD "1111" },
    { "(4111-1111-1111-1111)", "(" CARD "1111)" },
    { "4111\u200b1111\u200b1111\u200b1111", CARD "1111" },
    { "4111111111111111USD", CARD "1111USD" },
    { "4111111111111111\n5500005555555559", CARD "1111\n" CARD "5559" },
    { "-0-0-615-108-0-0660-5-099-1191222222-511", "-0-0-" CARD "2222-511" },
    { "+4111111111111111", CARD "1111" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *expected = g_strdup (cases[i].masked);

      if (cases[i].text[0] == '+') /* too long for a telephone */
        {
          g_free (expected);
          expected = g_strdup ("+" CARD "1111");
        }
      assert_masked (cases[i].text, expected, COR_MASK_FINDING_CARD);
    }
}

/* One separator at every place of the number, of every kind. */
static void
test_every_split (void)
{
  static const char *const separators[] = { " ", ".", "-", "\u00a0", "\u202f" };
  static const char        number[] = "5105105105105100";

  for (guint s = 0; s < G_N_ELEMENTS (separators); s++)
    for (gsize first = 1; first < 15; first++)
      for (gsize second = first + 1; second < 16; second++)
        {
          g_autofree char *text = g_strdup_printf ("x: %.*s%s%.*s%s%s.", (int) first, number, separators[s],
                                                   (int) (second - first), number + first, separators[s], number + second);

          assert_masked (text, "x: " CARD "5100.", COR_MASK_FINDING_CARD);
        }
}

static void
test_codes (void)
{
  static const struct
  {
    const char    *text, *masked;
    CorMaskFinding found;
  } cases[] = {
    { "CVV 123", "CVV •••", COR_MASK_FINDING_SECURITY_CODE },
    { "cvv:1234", "cvv:•••", COR_MASK_FINDING_SECURITY_CODE },
    { "My CVC is 123.", "My CVC is •••.", COR_MASK_FINDING_SECURITY_CODE },
    { "CVV2=999", "CVV2=•••", COR_MASK_FINDING_SECURITY_CODE },
    { "the cvv on the back is 123", "the cvv on the back is •••", COR_MASK_FINDING_SECURITY_CODE },
    { "123 is my cvv", "••• is my cvv", COR_MASK_FINDING_SECURITY_CODE },
    { "security code: 737", "security code: •••", COR_MASK_FINDING_SECURITY_CODE },
    { "安全码是123", "安全码是•••", COR_MASK_FINDING_SECURITY_CODE },
    { "安全碼：123", "安全碼：•••", COR_MASK_FINDING_SECURITY_CODE },
    { "código de seguridad: 123", "código de seguridad: •••", COR_MASK_FINDING_SECURITY_CODE },
    { "codigo de seguranca 123", "codigo de seguranca •••", COR_MASK_FINDING_SECURITY_CODE },
    { "Le cryptogramme visuel est 123", "Le cryptogramme visuel est •••", COR_MASK_FINDING_SECURITY_CODE },
    { "Kartenprüfnummer lautet 123", "Kartenprüfnummer lautet •••", COR_MASK_FINDING_SECURITY_CODE },
    { "セキュリティコードは123です", "セキュリティコードは•••です", COR_MASK_FINDING_SECURITY_CODE },
    { "رمز الأمان: ١٢٣", "رمز الأمان: •••", COR_MASK_FINDING_SECURITY_CODE },
    { "Mã bảo mật là 123", "Mã bảo mật là •••", COR_MASK_FINDING_SECURITY_CODE },
    { "OTP 482913", "OTP •••", COR_MASK_FINDING_ONE_TIME_CODE },
    { "otp: 4829", "otp: •••", COR_MASK_FINDING_ONE_TIME_CODE },
    { "Your verification code is 482 913.", "Your verification code is •••.", COR_MASK_FINDING_ONE_TIME_CODE },
    { "the verification code you sent me is 482913", "the verification code you sent me is •••", COR_MASK_FINDING_ONE_TIME_CODE },
    { "482913 is your Google verification code", "••• is your Google verification code", COR_MASK_FINDING_ONE_TIME_CODE },
    { "one-time password: 1 2 3 4 5 6", "one-time password: •••", COR_MASK_FINDING_ONE_TIME_CODE },
    { "verification code G-482913", "verification code G-•••", COR_MASK_FINDING_ONE_TIME_CODE },
    { "验证码：482913", "验证码：•••", COR_MASK_FINDING_ONE_TIME_CODE },
    { "驗證碼是 482913，謝謝", "驗證碼是 •••，謝謝", COR_MASK_FINDING_ONE_TIME_CODE },
    { "482913是您的验证码", "•••是您的验证码", COR_MASK_FINDING_ONE_TIME_CODE },
    { "El código de verificación es 482913", "El código de verificación es •••", COR_MASK_FINDING_ONE_TIME_CODE },
    { "código de verificação: 482913", "código de verificação: •••", COR_MASK_FINDING_ONE_TIME_CODE },
    { "Code de vérification : 482913", "Code de vérification : •••", COR_MASK_FINDING_ONE_TIME_CODE },
    { "Bestätigungscode lautet 482913", "Bestätigungscode lautet •••", COR_MASK_FINDING_ONE_TIME_CODE },
    { "TAN: 482913", "TAN: •••", COR_MASK_FINDING_ONE_TIME_CODE },
    { "認証コードは482913です", "認証コードは•••です", COR_MASK_FINDING_ONE_TIME_CODE },
    { "رمز التحقق هو 482913", "رمز التحقق هو •••", COR_MASK_FINDING_ONE_TIME_CODE },
    { "Mã xác minh: 482913", "Mã xác minh: •••", COR_MASK_FINDING_ONE_TIME_CODE },
    { "ｏｔｐ　４８２９１３", "ｏｔｐ　•••", COR_MASK_FINDING_ONE_TIME_CODE },
    { "4111 1111 1111 1111 CVV 123", CARD "1111 CVV •••", COR_MASK_FINDING_CARD | COR_MASK_FINDING_SECURITY_CODE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_masked (cases[i].text, cases[i].masked, cases[i].found);
}

static void
test_innocent (void)
{
  static const char *const texts[] = {
    "",
    "Hello",
    "I sent 1,234,567.89 USD on 2024-06-15.",
    "Transfer of 4 111 111,11 EUR",
    "The amount is 4.111.111,11 EUR",
    "Invoice 2024-0001 for EUR 12,500.00 is due 15/06/2024.",
    "Please call +49 1512 3456789 or +86 138 0013 8000.",
    "Call 0049 30 901820",
    "Reference CP-70231 and CP-70232",
    "CP4111111111111111",
    "TRX4111111111111111",
    "UETR 97ed4827-7b6f-4491-a06f-b548d5a7512d",
    "UETR 41111111-1111-4111-8111-111111111111",
    "IBAN DE89 3704 0044 0532 0130 00",
    "GB82WEST12345698765432",
    "FR14 2004 1010 0505 0001 3M02 606",
    "NL91 ABNA 0417 1643 00",
    "https://pay.example/t/4111111111111111?x=1",
    "See http://example.org/4111-1111-1111-1111 now",
    "Tracking 1Z999AA10123456784",
    "RR123456785CN",
    "On 2024-06-15 10.31.22 I paid 250",
    "20240615103122",
    "4111111111111112",
    "4111 1111 1111 1112",
    "1234567890123456",
    "41111111111111111111111",
    "0000 0000 0000 0000",
    "Rate 7.2134 on 15.06.2024, fee 12.50 EUR",
    "3 payments of 5000 USD each",
    "汇款金额 100000 元，2024年6月15日",
    "The CVV is the 3 digits on the back",
    "CVV check failed for the payment of 250 EUR",
    "Never send us your CVV. We owe you 250 now",
    "The verification code for payment 70231 did not arrive",
    "The OTP was sent to the phone ending 4821",
    "verification code sent on 2024-06-15",
    "Payment 70231 needs a verification code",
    "I need an important 5000 for rent",
    "El pago 70231 del código de verificación no llegó",
    "验证码没有收到，付款 70231",
    "Bank account 12345678, sort code 20-00-00",
    "I paid 4111 USD 1111 days ago",
    "OTP costs $1500",
    "otp fee 1500 USD",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_masked (texts[i], texts[i], COR_MASK_FINDING_NONE);
}

static void
assert_quick (GString *text)
{
  gint64           start = cor_test_get_processor_time ();
  g_autofree char *masked = cor_mask_secrets (text->str, NULL);

  g_assert_nonnull (masked);
  /* a quadratic way through would take minutes */
  g_assert_cmpint (cor_test_get_processor_time () - start, <, 5 * G_USEC_PER_SEC);
}

static void
test_hostile (void)
{
  static const char *const parts[] = { "4", "4 ", "4111 1111 ", "41-", "otp ", "cvv 1", "DE12 ", "a1", "https://", "otp:4 ", "\u0301", "１", "1 2" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      while (text->len < 100 * 1024)
        g_string_append (text, parts[i]);
      assert_quick (text);
    }
}

static void
test_malformed (void)
{
  assert_masked ("\xff"
                 "4111111111111111\xc3",
                 "\ufffd" CARD "1111\ufffd", COR_MASK_FINDING_CARD);
  assert_masked ("CVV\xff"
                 "123",
                 "CVV\ufffd•••", COR_MASK_FINDING_SECURITY_CODE);
  assert_masked (NULL, "", COR_MASK_FINDING_NONE);
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);
  g_test_add_func ("/mask/cards", test_cards);
  g_test_add_func ("/mask/every-split", test_every_split);
  g_test_add_func ("/mask/codes", test_codes);
  g_test_add_func ("/mask/innocent", test_innocent);
  g_test_add_func ("/mask/hostile", test_hostile);
  g_test_add_func ("/mask/malformed", test_malformed);
  return cor_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-time-bound"

#include "config.h"

#include "cor-time-bound-words.h"

/* Escapes in lower case only: the phrases are folded like the text. For the
 * same reason Latin letters stand here without accents. A greeting must not
 * match: "morgen" does, "guten Morgen" does not. */
/* clang-format off */
static const CorTimeBoundWords words[] = {
  /* everywhere */
  { "any", COR_TIME_BOUND_DATE, TRUE,
    "\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|(?!24/7)\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?|"
    "\\d{1,2}[-.]\\d{1,2}[-.](?:19|20)\\d{2}|\\d{1,2}\\.\\d{1,2}\\.\\d{2}|(?:[01]?\\d|2[0-3]):[0-5]\\d|"
    "\\d{1,2}(?:[:.]\\d{2})? ?(?:am|pm|a\\.m\\.|p\\.m\\.|uhr|utc|gmt|cet|cest)|[01]?\\d ?h(?:[0-5]\\d)?|"
    "2[0-3] ?h(?:[0-5]\\d)?" },
  { "any", COR_TIME_BOUND_RATE, TRUE,
    "#? ?[a-z]{3} ?(?:=|≈|~|->|→) ?#|[a-z]{3}/[a-z]{3} ?(?:=|:|@|at|a)? ?#|@ ?#\\b|"
    "# [a-z]{3} (?:per|pro|par|por|/) (?:1 )?[a-z]{3}" },
  /* en */
  { "en", COR_TIME_BOUND_DATE, TRUE,
    "today|tonight|tomorrow|yesterday|this (?:morning|afternoon|evening|week|month|year)|"
    "next (?:week|month|year|business day|working day)|last (?:week|month|year|night)|"
    "(?:mon|tues|wednes|thurs|fri|satur|sun)days?|"
    "\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)|"
    "(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.? \\d{1,2}(?:st|nd|rd|th)?|"
    "(?:in|since|until|by|before|end of|early|late|mid) (?:january|february|march|april|june|july|august|september|october|november|december)|"
    "(?:by|before|until|at) (?:noon|midnight|\\d{1,2})|\\d{1,2} o.clock|"
    "end of (?:the )?(?:day|week|month|business)|close of business|(?:on|by) the \\d{1,2}(?:st|nd|rd|th)|"
    "(?:by|before) the weekend|right now|(?:current|deadline|cut-?off)(?: time)?" },
  { "en", COR_TIME_BOUND_ESTIMATE, TRUE,
    "(?:#|a|an|one|two|three|four|five|six|seven|eight|nine|ten|few|couple of|several|some)(?: ?(?:-|–|to|or) ?(?:#|a|an|one|two|three|four|five|six|seven|eight|nine|ten|few|couple of|several|some))? (?:more )?(?:business |working |banking |calendar )?(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?)(?! of (?:the|your|my|a) )|"
    "within (?:the )?(?:next |#|hours|days|minutes|a |one |two |three )|"
    "(?:is |are |be |was )?(?:expected|estimated|anticipated)|(?:we|i) (?:expect|estimate|anticipate)|"
    "estimate|eta|shortly|soon|as soon as possible|asap|"
    "(?:usually|normally|typically|generally) (?:takes?|arrives?|within|in)|approximately|about #|"
    "around #|up to #|should (?:arrive|be credited|reach|receive)|"
    "will (?:arrive|be credited|be completed|reach)|takes? #" },
  { "en", COR_TIME_BOUND_RATE, TRUE,
    "(?:exchange|fx|conversion|mid-?market|interbank|market|today.s|current|our|customer|the|a) rate(?! of (?:success|failure|return))|"
    "rate (?:of|is|was|at|:) ?#?|rates|fx|converted at|exchanged at|"
    "# (?:dollars?|euros?|pounds?|yuan|yen) (?:to|per|for) (?:the|one|a|1) (?:dollar|euro|pound|yuan|yen)|"
    "spread of" },
  /* zh */
  { "zh", COR_TIME_BOUND_DATE, FALSE,
    "今天|今日|明天|明日|后天|後天|昨天|昨日|前天|今晚|今早|明早|上午|下午|中午|凌晨|(?:周|星期|礼拜|禮拜|週)[一二三四五六日天末]|"
    "(?:本|这|這|下|上)(?:个|個)?(?:周|星期|月|礼拜|禮拜|週)|"
    "[零〇一二两三四五六七八九十几\\d]{1,3} ?月(?: ?[零〇一二两三四五六七八九十几\\d]{1,3} ?[日号號])?|"
    "[零〇一二两三四五六七八九十几\\d]{1,3} ?[号號](?!码|碼|线|線|店|楼|樓|院)|\\d{2,4}年|月底|年底|月初|年内|年內|"
    "[零〇一二两三四五六七八九十几\\d]{1,3}[点點](?:钟|鐘|半|\\d|前|后|後|左右)?(?!击|擊|评|評|赞|讚|心|意见)|目前|截止|现在|現在|当天|當天|当日|當日" },
  { "zh", COR_TIME_BOUND_ESTIMATE, FALSE,
    "[零〇一二两三四五六七八九十几\\d]{1,3}(?:[-~至到–][零〇一二两三四五六七八九十几\\d]{1,3})? ?(?:个|個)?(?:工作日|工作天|小时|小時|分钟|分鐘|天|周|星期|月内|月內|钟头|营业日|營業日|日内|日內)|"
    "预计|預計|预期|大约|大約|大概|约[\\d一二两三四五六七八九十]|尽快|盡快|儘快|稍后|稍後|很快|马上|馬上|即将|即將|左右|之内|之內|以内|以內|估计|估計|随后|隨後|不久" },
  { "zh", COR_TIME_BOUND_RATE, FALSE,
    "汇率|匯率|牌价|牌價|中间价|中間價|汇价|匯價|兑换率|兌換率|按[\\d.]+(?:兑|兌|结)|兑[\\d一]|"
    "\\d ?(?:美元|欧元|歐元|英镑|英鎊|港币|港幣|日元|人民币|人民幣) ?(?:=|≈|兑|兌|等于|等於|合)" },
  /* es */
  { "es", COR_TIME_BOUND_DATE, TRUE,
    "hoy|(?<!por la )(?<!de la )manana|ayer|pasado manana|anoche|esta (?:manana|tarde|noche|semana)|"
    "este (?:mes|ano|viernes|lunes|martes|miercoles|jueves|sabado|domingo|fin de semana)|"
    "(?:el |del |los )?(?:lunes|martes|miercoles|jueves|viernes|sabados?|domingos?)|"
    "\\d{1,2}(?:º|o)? (?:de )?(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre)|"
    "(?:en|de|desde|hasta|antes de|a finales de|a principios de) (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre)|"
    "(?:la )?(?:proxima semana|semana que viene|semana pasada)|"
    "(?:el )?(?:proximo mes|mes que viene|mes pasado|proximo dia habil|dia \\d{1,2})|"
    "a las? (?:#|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)|a ?mediodia|"
    "al? (?:final del dia|final de la semana|cierre)|fin de mes|ahora mismo|actualmente" },
  { "es", COR_TIME_BOUND_ESTIMATE, TRUE,
    "(?:#|un|una|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|unos|unas|pocos|pocas|algunos|algunas|varios)(?: ?(?:-|–|a|o) ?(?:#|un|una|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|unos|unas|pocos|pocas|algunos|algunas|varios))? (?:minutos?|horas?|dias? (?:habiles|habil|laborables?|bancarios?)|dias|semanas?|meses|mes)|"
    "(?:en|dentro de|hasta) (?:un|#) dias?|en (?:el )?plazo|previst[oa]s?|"
    "estimad[oa]s?(?= (?:en|de|para|es|:))|(?:fecha|plazo|tiempo) estimad[oa]|se espera|"
    "esperamos que (?:llegue|se|el)|estimamos|aproximad(?:amente|o|a)|alrededor de|unos? #|cerca de #|"
    "pronto|en breve|lo antes posible|cuanto antes|suele (?:tardar|llegar)|normalmente|tarda(?:ra|n)?|"
    "llegara" },
  { "es", COR_TIME_BOUND_RATE, TRUE,
    "(?:tipo|tasa|tasas|tipos) de (?:cambio|conversion)|cotizacion(?:es)?|al cambio|"
    "el cambio (?:es|de|esta)|(?:la |una )?tasa (?:de|es|del|aplicada|actual) ?#?|a razon de|"
    "# (?:dolares|euros|pesos|libras) por (?:dolar|euro|peso|libra)" },
  /* pt */
  { "pt", COR_TIME_BOUND_DATE, TRUE,
    "hoje|amanha|ontem|depois de amanha|anteontem|esta (?:manha|tarde|noite|semana)|"
    "nesta (?:manha|tarde|noite|semana|segunda|sexta)|(?:segunda|terca|quarta|quinta|sexta)(?:-feira)?|"
    "sabados?|domingos?|"
    "\\d{1,2}(?:º|o)? (?:de )?(?:janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro)|"
    "(?:em|de|desde|ate|no fim de|no final de|inicio de) (?:janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro)|"
    "(?:proxima|na proxima|a proxima) semana|semana (?:que vem|passada)|"
    "(?:proximo|este|neste) (?:mes|ano|dia util)|mes (?:que vem|passado)|(?:no |o |ate o )?dia \\d{1,2}|"
    "as #(?: ?h(?:oras)?)?|ate (?:as|o) (?:#|meio-dia|final|fim)|"
    "(?:final|fim) (?:do dia|da semana|do mes)|meio-dia|agora mesmo|atualmente|no momento" },
  { "pt", COR_TIME_BOUND_ESTIMATE, TRUE,
    "(?:#|um|uma|dois|duas|tres|quatro|cinco|seis|sete|oito|nove|dez|alguns|algumas|poucos|poucas)(?: ?(?:-|–|a|ou) ?(?:#|um|uma|dois|duas|tres|quatro|cinco|seis|sete|oito|nove|dez|alguns|algumas|poucos|poucas))? (?:minutos?|horas?|dias? (?:uteis|util|corridos|bancarios)|dias|semanas?|meses|mes)|"
    "(?:em|dentro de|ate) (?:um|#) dias?|no prazo|prazo (?:de|estimado|previsto|maximo)|"
    "previs(?:ao|to|ta|tos|tas)|estimativa|estimad[oa]s?|espera-se|esperamos que (?:chegue|o|seja)|"
    "aproximadamente|cerca de|por volta de|em torno de|em breve|o mais (?:rapido|breve) possivel|"
    "o quanto antes|logo que|normalmente|geralmente|costuma|(?:leva|demora)(?:ra|m)?|chegara" },
  { "pt", COR_TIME_BOUND_RATE, TRUE,
    "(?:taxas?|cotacao|cotacoes) (?:de cambio|do cambio|cambial|de conversao|do dolar|do euro|comercial|aplicada|atual|de|e) ?#?|"
    "cotacao|(?:o|do|no|ao|pelo) cambio|(?<!en )cambio ?(?:de|atual|do dia|comercial|:)|taxa cambial|"
    "# (?:dolares|euros|reais|libras) por (?:dolar|euro|real|libra)" },
  /* fr */
  { "fr", COR_TIME_BOUND_DATE, TRUE,
    "aujourd.hui|demain|hier|apres-demain|avant-hier|"
    "(?:ce|cet|cette) (?:matin|apres-midi|soir|semaine|mois|annee|week-end|nuit|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|"
    "(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s?|"
    "(?:\\d{1,2}|1er) (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)|"
    "(?:en|de|depuis|d'ici|fin|debut|mi-?) ?(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)|"
    "(?:la )?semaine (?:prochaine|derniere)|(?:le )?mois (?:prochain|dernier)|prochain jour ouvre|"
    "le \\d{1,2}(?: courant)?|"
    "a (?:#|midi|minuit|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze) ?(?:h|heures?)?(?: ?\\d{2})?(?= ?(?:h|heure|$|[.,;!?)]))|"
    "a midi|fin (?:de journee|de semaine|du mois|de mois)|(?:avant|jusqu'a) (?:#|midi|ce soir)|"
    "actuellement|en ce moment" },
  { "fr", COR_TIME_BOUND_ESTIMATE, TRUE,
    "(?:#|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quelques|plusieurs)(?: ?(?:-|–|a|ou) ?(?:#|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quelques|plusieurs))? (?:minutes?|heures?|jours?(?: (?:ouvres?|ouvrables?|bancaires?))?|semaines?|mois)|"
    "sous (?:#|peu|quelques)|d'ici (?:#|la|peu|quelques|un|une|deux)|"
    "dans (?:les|un delai|#|quelques|un|une|deux|la journee)|dans les (?:plus brefs|meilleurs) delais|"
    "delai (?:de|estime|prevu|moyen)|prevue?s?(?= (?:pour|le|dans|sous|a|en|demain|d))|est prevue?|"
    "estime(?:e|s|es|ons)?|estimation|environ|a peu pres|bientot|prochainement|des que possible|"
    "au plus vite|au plus tard|en general|generalement|normalement|habituellement|devrait|devraient|"
    "arrivera|attendue?s?(?= (?:pour|le|dans|sous|demain))" },
  { "fr", COR_TIME_BOUND_RATE, TRUE,
    "taux|cours (?:de change|du change|de|du jour|moyen|est|applique|actuel)|de change|"
    "# (?:dollars?|euros?|livres?|yuans?) (?:pour|par) (?:un |une |1 )?(?:dollar|euro|livre|yuan)" },
  /* de */
  { "de", COR_TIME_BOUND_DATE, TRUE,
    "heute|(?<!guten )(?<!schonen )morgen|ubermorgen|gestern|vorgestern|"
    "heute (?:abend|nachmittag|vormittag)|"
    "(?:diese|nachste|kommende|letzte|vergangene)[rnms]? (?:woche|monat|jahr|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|werktag|bankarbeitstag)|"
    "(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)s?|"
    "\\d{1,2}\\.? ?(?:januar|janner|februar|marz|maerz|april|mai|juni|juli|august|september|oktober|november|dezember)|"
    "(?:im|seit|bis|ab|ende|anfang|mitte) (?:januar|janner|februar|marz|maerz|april|mai|juni|juli|august|september|oktober|november|dezember)|"
    "(?:am|vom|bis|zum|ab|den) \\d{1,2}\\.(?: ?\\d{1,2}\\.?)?|\\d{1,2}\\.\\d{1,2}\\.|"
    "um (?:#|eins|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|elf|zwolf)|"
    "(?:bis|vor|nach|gegen) (?:#|mittag|mitternacht|abend) ?(?:uhr)?|"
    "(?:ende|anfang|mitte) (?:der woche|des monats|des tages|des jahres)|monatsende|"
    "wochenende(?= (?:ist|wird|sollte|haben|eingeht))|bis zum wochenende|derzeit|momentan|aktuell" },
  { "de", COR_TIME_BOUND_ESTIMATE, TRUE,
    "(?:#|ein|eine|einem|einer|einen|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|wenige|wenigen|einige|einigen|paar|mehrere|mehreren)(?: ?(?:-|–|bis|oder) ?(?:#|ein|eine|einem|einer|einen|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|wenige|wenigen|einige|einigen|paar|mehrere|mehreren))? (?:minuten?|stunden?|tag(?:e|en)?(?! (?:gewunscht|noch))|werktag(?:e|en)?|arbeitstag(?:e|en)?|bankarbeitstag(?:e|en)?|bankgeschaftstag(?:e|en)?|geschaftstag(?:e|en)?|wochen?|monat(?:e|en)?)|"
    "innerhalb|binnen|voraussichtlich(?:e[rnms]?)?|erwartet(?:e[rnms]?)?|erwarten wir|wir erwarten|"
    "schatzungsweise|geschatzt(?:e[rnms]?)?|ungefahr|etwa #|ca\\.? ?#|circa|rund #|bald|in kurze|"
    "so schnell wie moglich|schnellstmoglich|umgehend|spatestens|in der regel|normalerweise|"
    "ublicherweise|(?:dauert|dauern)|sollte (?:\\w+ )?(?:ankommen|eintreffen|eingehen|gutgeschrieben)" },
  { "de", COR_TIME_BOUND_RATE, TRUE,
    "(?:wechsel|umrechnungs|devisen|mittel|brief|geld|referenz|markt|tages)?kurs(?:e|en|es)?|"
    "wechselkurse?n?|zum kurs|umgerechnet" },
  /* ja */
  { "ja", COR_TIME_BOUND_DATE, FALSE,
    "本日|今日(?!は、|はありがとう)|明日|明後日|昨日|一昨日|今朝|今晩|今夜|午前|午後|正午|[月火水木金土日]曜|(?:今|来|先|再来)(?:週|月|年)|"
    "[零〇一二三四五六七八九十数\\d]{1,3}月(?:[零〇一二三四五六七八九十数\\d]{1,3}日)?|[零〇一二三四五六七八九十数\\d]{1,3}日(?!間)|"
    "[零〇一二三四五六七八九十数\\d]{1,3}時(?!間)|\\d{2,4}年|月末|週末まで|翌日|翌営業日|当日|年内|現在|現時点" },
  { "ja", COR_TIME_BOUND_ESTIMATE, FALSE,
    "[零〇一二三四五六七八九十数\\d]{1,3}(?:[-~〜～–から]{1,2}[零〇一二三四五六七八九十数\\d]{1,3})?(?:営業日|時間|分(?!の)|日間|日以内|週間|か月|ヶ月|カ月|ヵ月)|"
    "予定|見込|予想|見通し|約\\d|およそ|おおよそ|程度|ほど(?:で|かか|お)|以内|間もなく|まもなく|近日|早急|至急|できるだけ早|なるべく早|後ほど|のちほど|通常は?\\d|頃|ごろ|"
    "目安" },
  { "ja", COR_TIME_BOUND_RATE, FALSE,
    "レート|為替|相場|換算率|\\d ?(?:ドル|ユーロ|ポンド|元) ?(?:=|=|は|あたり|当たり) ?\\d|仲値" },
  /* ar */
  { "ar", COR_TIME_BOUND_DATE, TRUE,
    "(?:و|ف|ل|ب)?اليوم(?! (?:سعيد|جميل))|غدا|امس|الامس|بعد غد|هذا (?:الصباح|المساء|الاسبوع|الشهر|العام)|"
    "هذه (?:الليلة|السنة)|الليلة|"
    "(?:يوم |ب|ل)?(?:الاحد|الاثنين|الاتنين|الثلاثاء|الاربعاء|الخميس|الجمعة|السبت)|"
    "\\d{1,2} (?:من )?(?:يناير|فبراير|مارس|ابريل|مايو|يونيو|يونيه|يوليو|يوليه|اغسطس|سبتمبر|اكتوبر|نوفمبر|ديسمبر|كانون|شباط|اذار|نيسان|ايار|حزيران|تموز|اب|ايلول|تشرين)|"
    "(?:في |منذ |حتي |حتى |قبل |نهاية |بداية )(?:شهر )?(?:يناير|فبراير|مارس|ابريل|مايو|يونيو|يوليو|اغسطس|سبتمبر|اكتوبر|نوفمبر|ديسمبر)|"
    "الاسبوع (?:القادم|المقبل|الماضي|الجاري)|الشهر (?:القادم|المقبل|الماضي|الجاري)|"
    "(?:في )?الساعة (?:#|الواحدة|الثانية|الثالثة|الرابعة|الخامسة|السادسة|السابعة|الثامنة|التاسعة|العاشرة)|"
    "نهاية (?:اليوم|الاسبوع|الشهر|الدوام)|حاليا|الان|صباح (?:الغد|يوم)|ظهرا|مساء(?! الخير)" },
  { "ar", COR_TIME_BOUND_ESTIMATE, TRUE,
    "(?:#|يوم|يومين|ثلاثة|اربعة|خمسة|ستة|سبعة|بضعة|عدة)(?: ?(?:-|–|الى|الي|او) ?(?:#|ثلاثة|اربعة|خمسة))? ?(?:دقيقة|دقائق|ساعة|ساعات|يوما?|ايام|اسبوع|اسابيع|شهر|اشهر)(?: عمل)?|"
    "(?:يوم|يومي|يومين|ايام) عمل|ساعتين|يومين|اسبوعين|خلال|في غضون|(?:من )?المتوقع|متوقع|نتوقع|يتوقع|"
    "المقدر|تقريبا|حوالي|نحو #|قريبا|باسرع وقت(?: ممكن)?|في اقرب وقت|اقرب وقت|عادة|يستغرق|ستصل|سيصل|"
    "سوف (?:يصل|تصل)" },
  { "ar", COR_TIME_BOUND_RATE, TRUE,
    "(?:ب|و|ل)?(?:سعر|اسعار) (?:ال)?(?:صرف|تحويل|عملة)|سعر (?:الدولار|اليورو)|"
    "# (?:دولار|يورو|درهم|ريال) (?:لكل|مقابل) (?:دولار|يورو|درهم|ريال)" },
  /* vi */
  { "vi", COR_TIME_BOUND_DATE, TRUE,
    "hom nay|ngay mai|ngay kia|hom qua|hom kia|sang (?:nay|mai)|chieu (?:nay|mai)|toi (?:nay|mai)|"
    "trua (?:nay|mai)|tuan (?:nay|sau|toi|truoc)|thang (?:nay|sau|toi|truoc|\\d{1,2})|"
    "nam (?:nay|sau|ngoai)|(?:vao |truoc |den )?thu (?:hai|tu|nam|sau|bay|[2-7])(?! (?:yeu cau|tuc))|"
    "(?:vao |truoc |den )thu ba|chu nhat|ngay \\d{1,2}(?: ?(?:/|thang) ?\\d{1,2})?|"
    "(?:luc |vao luc |truoc )?\\d{1,2} ?(?:gio|h)(?: ?(?:\\d{2}|sang|chieu|toi|trua))?(?! (?:lam viec))|"
    "cuoi (?:ngay|tuan|thang|nam)|dau (?:tuan|thang) (?:sau|toi)|hien tai|bay gio" },
  { "vi", COR_TIME_BOUND_ESTIMATE, TRUE,
    "(?:trong )?(?:vong )?(?:#|mot|hai|ba|bon|nam|sau|bay|vai)(?: ?(?:-|–|den|hoac) ?(?:#|mot|hai|ba|bon|nam|sau|bay))? (?:phut|gio|tieng|ngay(?! tot| moi| vui)(?: lam viec)?|tuan|thang)|"
    "trong vong|du kien|uoc tinh|khoang|som nhat(?: co the)?|(?:se )?som|ngay khi|thong thuong|"
    "thuong mat|se (?:den|duoc ghi co|nhan duoc|hoan tat)|nhanh nhat|sap toi|muon nhat" },
  { "vi", COR_TIME_BOUND_RATE, TRUE,
    "ty gia|ti gia|quy doi|# (?:do la|usd|euro|dong) (?:=|bang|doi) ?#?" },
};
/* clang-format on */

/*
 * cor_time_bound_get_words:
 * @n_words: (out): how many
 *
 * Returns: (transfer none): the phrases of all languages
 */
const CorTimeBoundWords *
cor_time_bound_get_words (guint *n_words)
{
  *n_words = G_N_ELEMENTS (words);
  return words;
}

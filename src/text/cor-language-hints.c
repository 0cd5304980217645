/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-language-words.h"

/* Words of short messages to a payment desk that mean something, so that a search must not pass over them, and yet tell
 * the language: greetings, everyday verbs, money. Accents folded, order of no meaning. */
const CorLanguageHints cor_language_hints[] = {
  { "en",
    "morning afternoon evening dear sorry regards cheers ok yes yeah great good fine okay still waiting wrong right now today tomorrow "
    "yesterday week month day year account number bank transfer payment money card fee fees charge charged charges rate amount name "
    "refund receipt invoice address received sent send sending arrived arrive pending cancel cancelled check change changed help "
    "question answer update urgent missing back again already only more less how much many any some one two other another full "
    "work works working speak talk call show shows says said told know think make made give given take took use used find long late "
    "soon before after all out up down over into than then too very also really maybe because while until since due need needs "
    "thx thanks pls plz asap hey idk btw u ur",
    "", "ck ll wn ws ched ised ized ied" },
  { "es",
    "buenos buenas dias tardes noches senor senora saludos perdon disculpe si vale bien perfecto genial sigo esperando hoy ayer manana "
    "semana mes dia ano cuenta numero banco transferencia pago pagos dinero tarjeta comision cambio monto importe nombre reembolso "
    "recibo comprobante factura direccion recibi recibieron envie envio enviar enviarlo enviaron llegado llega llego pendiente cancelar "
    "revisar cambiar ayuda pregunta consulta respuesta urgente falta faltan hacen otra otro vez nuevo alguna alguno algun cuanta "
    "cuantos documentos puede pueden podria necesita quiere hablar llamar llamen dice dicen dijo hace hizo sale mi mis nadie nada "
    "siempre nunca despues antes hasta desde entonces tambien solo menos ahora aqui ese esa eso cobraron mando mande mandaron tiempo "
    "porfa plata papeles deja dejan entrar piden pide alguien ahi xq tmb",
    "ñ¿¡", "aron ieron iera amos emos imos ando iendo" },
  { "pt",
    "bom boa dia tarde noite prezado senhor senhora desculpa desculpe sim ta bem otimo certo ainda esperando hoje ontem amanha semana "
    "mes ano conta numero banco transferencia pagamento pagamentos dinheiro cartao taxa taxas cambio valor nome reembolso recibo "
    "comprovante fatura endereco recebi recebeu receberam enviei enviar envie enviado chegou chegar pendente cancelar verificar mudar "
    "mudei ajuda ajudar duvida pergunta resposta urgente falta faltam outra outro vez novo nova alguma algum documentos pode podem "
    "poderia precisa quer falar ligar liguem diz dizem disse faz fez tem temos esse essa isso dele dela ninguem nada sempre nunca "
    "depois antes desde entao tambem so menos agora aqui ali la mandar mandei mandou deu foi vai vou esta estao correto errado tempo "
    "vc vcs hj tb pq qdo cade alguem domingo trabalha trabalham obg",
    "ãõç", "aram eram iram amos emos inho inha agem" },
  { "fr",
    "bonjour bonsoir salut madame monsieur desole pardon svp stp oui non ok bien parfait super attends attente toujours aujourd hui hier "
    "demain semaine mois jour an annee compte numero banque virement paiement paiements argent carte frais taux montant nom "
    "remboursement rembourse recu facture adresse envoye envoyer envoyez renvoyez arrive arrivee annuler annulez verifier changer "
    "change aide aidez aider question reponse urgent manque autre fois nouveau nouvelle nouvelles besoin documents pouvez peut pourriez "
    "voulez veut parler appeler rappelez dit disent fait ont est sont suis etes avez parti passe trompe personne rien jamais depuis "
    "avant apres alors aussi encore moins maintenant ici moi toi lui eux leur exact correct combien beaucoup temps tout tous toute "
    "bjr slt tjrs jai cest mavez quelquun ya pk",
    "œêèùûîç", "ez ait oir oire ette eux" },
  { "de",
    "guten morgen abend tag liebe grusse entschuldigung sorry ja nein ok gut gerne klar alles vielen dank tausend super noch immer warte "
    "warten heute gestern woche monat jahr konto kontonummer bank uberweisung zahlung zahlungen geld karte gebuhr gebuhren kurs betrag "
    "namen name ruckerstattung beleg nachweis rechnung adresse erhalten gesendet gesandt schicken geschickt angekommen ankommt "
    "stornieren prufen andern hilfe helfen frage antwort dringend fehlt fehlen andere nochmal neu neue brauche brauchen unterlagen "
    "konnte konnten will wollen sprechen rufen anrufen sagt sagen gesagt gemacht macht steht stimmt geht ging gingen kam kommt "
    "niemand keiner nichts nie vor seit danach also jetzt hier dort falsch falsche falscher richtig wieviel viel weniger zeit alle "
    "jemand nix nen euch",
    "ßäöü", "ung lich isch ieren stellt fach" },
  /* as it is typed without its accents */
  { "vi",
    "tien phi vay nua chua duoc roi khong bao nhieu lau toi minh huy giup gium goi nghe nhan chuyen khoan ngan hang han muc giay ty gia "
    "hoan tra bi viet ten loi cam on hom nay ngay tuan thang ben kia vao gui oi nhe nha anh chi sao lai cao qua lan tru dau dc bien chung "
    "nao chu nhat duoi thap them tai",
    "", NULL },
  { "it",
    "buonasera signore signora scusi si va bene perfetto ancora oggi ieri domani settimana mese giorno anno conto numero banca bonifico "
    "pagamento soldi carta commissione cambio importo nome rimborso ricevuta fattura indirizzo ricevuto inviato inviare arrivato "
    "annullare verificare cambiare aiuto domanda risposta urgente manca altra altro volta nuovo documenti puo potete bisogno",
    "ìò", NULL },
  { "nl",
    "goedemorgen goedemiddag beste sorry ja nee goed nog steeds vandaag gisteren morgen week maand dag jaar rekening nummer bank "
    "overschrijving betaling geld kaart kosten koers bedrag naam terugbetaling bewijs factuur adres ontvangen gestuurd sturen "
    "aangekomen annuleren controleren wijzigen hulp vraag antwoord dringend andere keer nieuw documenten nodig",
    "", NULL },
};

const guint cor_language_n_hints = G_N_ELEMENTS (cor_language_hints);

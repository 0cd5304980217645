/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-language-words.h"

/* The commonest words of customers' letters, from grammar books' lists of articles, pronouns,
 * prepositions, auxiliaries and conjunctions, with the polite words of letters. Order is of no meaning. Chinese ones have
 * one sign or two. */
const CorLanguageWords cor_language_words[] = {
  { "en",
    "i my me you your we our it its they he she this that these those the a an to of in on for at by with from and or but if is are "
    "was were be been am do does did have has had can could would should will may so as not no just get got please hi hello thank "
    "thanks want need like there their his her them which who what when where why how dont didnt cant im ive",
    "", "ing ght tion ould ness ment" },
  { "es",
    "el la los las un una unos unas de del al a en y o que no se lo le les me te mi mis tu su sus es son era fue ser estar esta este "
    "esto estos estas hay he ha han con por para sin sobre como mas pero si ya muy cuando cuanto donde porque quien cual hola gracias "
    "favor puedo quiero necesito tengo hacer todo nos yo ella",
    "ñ¿¡", "cion ciones dad idad miento mente ado ada ando iendo" },
  { "pt",
    "o a os as um uma de do da dos das em no na nos nas e ou que nao se me te lhe meu minha seu sua e sao era foi ser estar esta este "
    "isto ha com por para pelo pela sem sobre como mais mas ja muito quando quanto onde porque quem qual ola oi obrigado obrigada "
    "favor posso quero preciso tenho voce voces eu ele ela fazer tudo ainda ate",
    "ãõ", "cao coes dade mento mente ado ada ando inho" },
  { "fr",
    "le la les l un une des de du au aux d en et ou que qu qui ne pas se ce cette ces je j tu il elle nous vous ils mon ma mes ton ta "
    "son sa ses votre vos notre est sont etait etre ai as a avons avez ont avec pour par sans sur dans comme plus mais si deja tres "
    "quand combien comment pourquoi bonjour merci s m n c y veux peux faire tout encore cela ca",
    "œêèùûî", "tion ment eur euse ique ais aient eau" },
  { "de",
    "der die das den dem des ein eine einen einem einer und oder dass nicht kein keine ich mich mir du sie er es wir ihr ihre ihren "
    "mein meine meinen meiner sein seine ist sind war waren bin habe hat haben hatte wird werden wurde mit fur von zu zum zur im in "
    "auf an am aus bei nach uber unter wie was wann wo warum wer welche aber wenn schon noch sehr auch nur bitte danke hallo kann "
    "konnen mochte muss mussen bis sich man so da",
    "ßäöü", "ung ungen keit heit lich isch ieren chen" },
  { "vi",
    "toi ban cua la co khong duoc nay mot cho da se dang va voi trong nhu cac nhung thi khi nao sao gi vi ma den tu o ai bao nhieu "
    "lam the xin chao cam on vui long giup muon can phai toi minh em anh chi tien chuyen nhan chua roi",
    "ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ", NULL },
  { "it",
    "il lo la i gli le un uno una di del della dei delle a al alla da dal in nel nella con su per tra fra e o che non si mi ti ci vi "
    "mio mia miei tuo suo sua sono e era essere stato ho ha hai hanno abbiamo questo questa questi quello come piu ma se gia molto "
    "quando quanto dove perche chi quale ciao grazie buongiorno salve posso voglio vorrei fare tutto ancora",
    "ìò", "zione zioni mento mente ita are ere ire ato ata ando endo" },
  { "nl",
    "de het een en of dat niet geen ik mij me je jij u uw hij zij ze wij we hun mijn zijn haar is was waren ben heb heeft hebben had "
    "wordt worden werd met voor van te naar in op aan uit bij over onder hoe wat wanneer waar waarom wie welke maar als al nog zeer "
    "ook alleen graag bedankt hallo kan kunnen wil moet moeten dit die er om tot",
    "", "heid ing lijk tie eren ijk aar oor" },
  { "pl",
    "i w na z do nie sie to jest sa byl byla ja mnie mi moj moja moje ty ci twoj on ona pan pani my nam was ich ze ale jak kiedy gdzie "
    "dlaczego co kto ktory czy od po przez dla o u za przed juz jeszcze bardzo tylko prosze dziekuje witam dzien dobry moge chce musze "
    "byc mam ma tego tej ten ta te tym",
    "łżśźćńęą", "osc nie owac iej ego ych cja" },
  { "id",
    "saya anda kamu kami kita dia mereka yang dan atau di ke dari untuk dengan pada ini itu tidak belum sudah akan bisa dapat ada apa "
    "kapan dimana mengapa kenapa bagaimana siapa berapa tapi jika kalau juga lagi sangat hanya tolong terima kasih halo mohon ingin "
    "mau harus adalah oleh karena uang",
    "", "nya kan an lah" },
  { "zh", "的 了 吗 呢 吧 啊 我 你 您 他 她 它 是 在 有 个 这 那 就 都 也 还 和 与 把 被 给 让 请 想 要 会 着 过 么 嘛 呀 需要 您好 你好 请问 谢谢 麻烦", "", NULL },
};

const guint cor_language_n_words = G_N_ELEMENTS (cor_language_words);

#include "connectors/mime/quoting_words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace docket::quoting_words {
namespace {

// English, French, German, Spanish, Italian, Portuguese, Dutch, Polish, Swedish, Danish, Norwegian, Finnish, Russian,
// Ukrainian, Chinese, Japanese, Korean, Hungarian, Czech, Turkish, Romanian and Greek, as Outlook, Gmail, Apple Mail,
// Thunderbird and Yahoo have them.
constexpr auto kFrom = std::to_array<std::string_view>(
    {"from",    "de",    "von",    "da",     "van",      "od",         "från",     "fra",       "lähettäjä", "от",
     "от кого", "від",   "发件人", "寄件者", "寄件人",   "差出人",     "送信者",   "보낸 사람", "보낸사람",  "feladó",
     "kimden",  "de la", "από",    "من",     "gönderen", "expéditeur", "mittente", "remitente"});

constexpr auto kSent =
    std::to_array<std::string_view>({"sent",          "date",        "envoyé",     "envoyé le",  "date d'envoi",
                                     "gesendet",      "gesendet am", "datum",      "enviado",    "enviado el",
                                     "enviada",       "enviada em",  "enviado em", "fecha",      "data",
                                     "inviato",       "inviato il",  "verzonden",  "wysłano",    "wysłane",
                                     "data wysłania", "skickat",     "sendt",      "dato",       "lähetetty",
                                     "päivämäärä",    "отправлено",  "дата",       "надіслано",  "发送时间",
                                     "发送日期",      "日期",        "時間",       "寄件日期",   "傳送日期",
                                     "送信日時",      "日付",        "보낸 날짜",  "보낸날짜",   "날짜",
                                     "elküldve",      "dátum",       "odesláno",   "gönderilen", "gönderme tarihi",
                                     "tarih",         "trimis",      "στάλθηκε",   "ημερομηνία"});

constexpr auto kTo = std::to_array<std::string_view>({"to",
                                                      "à",
                                                      "a",
                                                      "pour",
                                                      "an",
                                                      "para",
                                                      "aan",
                                                      "do",
                                                      "till",
                                                      "til",
                                                      "vastaanottaja",
                                                      "кому",
                                                      "收件人",
                                                      "收件者",
                                                      "宛先",
                                                      "받는 사람",
                                                      "받는사람",
                                                      "címzett",
                                                      "komu",
                                                      "kime",
                                                      "către",
                                                      "προς",
                                                      "destinataire",
                                                      "destinatario"});

constexpr auto kSubject = std::to_array<std::string_view>(
    {"subject",   "objet", "sujet", "betreff", "asunto",  "assunto", "oggetto", "ogg",
     "onderwerp", "temat", "ämne",  "emne",    "aihe",    "тема",    "主题",    "主題",
     "主旨",      "件名",  "제목",  "tárgy",   "předmět", "konu",    "subiect", "θέμα"});

constexpr auto kOther = std::to_array<std::string_view>({"cc",          "bcc",
                                                         "cci",         "importance",
                                                         "reply-to",    "répondre à",
                                                         "attachments", "pièces jointes",
                                                         "antwort an",  "priorität",
                                                         "wichtigkeit", "responder a",
                                                         "importancia", "importanza",
                                                         "prioridade",  "kopia",
                                                         "kopie",       "copy",
                                                         "копия",       "копія",
                                                         "抄送",        "副本",
                                                         "참조",        "responsable",
                                                         "anlagen",     "datos adjuntos",
                                                         "allegati",    "anexos",
                                                         "bijlagen"});

constexpr auto kForwards = std::to_array<std::string_view>({"forwarded message",
                                                            "forwarded by",
                                                            "message transféré",
                                                            "message réexpédié",
                                                            "courriel transféré",
                                                            "message transmis",
                                                            "mail transféré",
                                                            "weitergeleitete nachricht",
                                                            "mensaje reenviado",
                                                            "messaggio inoltrato",
                                                            "mensagem encaminhada",
                                                            "mensagem reencaminhada",
                                                            "doorgestuurd bericht",
                                                            "vidarebefordrat meddelande",
                                                            "videresendt meddelelse",
                                                            "videresendt besked",
                                                            "videresendt melding",
                                                            "välitetty viesti",
                                                            "przekazana wiadomość",
                                                            "wiadomość przekazana dalej",
                                                            "пересылаемое сообщение",
                                                            "пересланное сообщение",
                                                            "转发的邮件",
                                                            "转发邮件信息",
                                                            "轉寄郵件",
                                                            "轉寄的郵件",
                                                            "転送メッセージ",
                                                            "전달된 메시지",
                                                            "přeposlaná zpráva",
                                                            "továbbított üzenet",
                                                            "iletilen mesaj",
                                                            "yönlendirilmiş ileti",
                                                            "mesaj redirecționat"});

/// Beginnings: a colon follows.
constexpr auto kAppleForwards = std::to_array<std::string_view>(
    {"begin forwarded message", "début du message transféré", "début du message réexpédié",
     "anfang der weitergeleiteten nachricht", "inicio del mensaje reenviado", "inizio messaggio inoltrato",
     "início da mensagem reencaminhada", "início da mensagem encaminhada", "begin doorgestuurd bericht",
     "vidarebefordrat brev", "videresendt besked", "начало переадресованного сообщения",
     "початок переадресованого повідомлення", "początek przekazywanej wiadomości", "下面是被转发的邮件", "開始轉寄郵件",
     "転送されたメッセージ", "전달된 메시지"});

constexpr auto kOriginals = std::to_array<std::string_view>({"original message",
                                                             "original message follows",
                                                             "original appointment",
                                                             "original",
                                                             "replied message",
                                                             "回复的原邮件",
                                                             "message d'origine",
                                                             "message original",
                                                             "courriel original",
                                                             "courriel d'origine",
                                                             "message initial",
                                                             "reply message",
                                                             "original email",
                                                             "mail original",
                                                             "ursprüngliche nachricht",
                                                             "original-nachricht",
                                                             "originalnachricht",
                                                             "ursprünglicher termin",
                                                             "mensaje original",
                                                             "messaggio originale",
                                                             "mensagem original",
                                                             "oorspronkelijk bericht",
                                                             "origineel bericht",
                                                             "wiadomość oryginalna",
                                                             "oryginalna wiadomość",
                                                             "ursprungligt meddelande",
                                                             "originalmeddelande",
                                                             "oprindelig meddelelse",
                                                             "oprindelig besked",
                                                             "opprinnelig melding",
                                                             "alkuperäinen viesti",
                                                             "исходное сообщение",
                                                             "оригинальное сообщение",
                                                             "вихідне повідомлення",
                                                             "原始邮件",
                                                             "邮件原件",
                                                             "原始郵件",
                                                             "元のメッセージ",
                                                             "original message (원본 메시지)",
                                                             "원본 메시지",
                                                             "původní zpráva",
                                                             "eredeti üzenet",
                                                             "özgün ileti",
                                                             "özgün i̇leti",
                                                             "orijinal mesaj",
                                                             "mesajul original",
                                                             "mesaj original"});

constexpr auto kBegins =
    std::to_array<std::string_view>({"am ", "el ", "il ", "em ", "op ", "den ", "w dniu ", "dne ", "dnia ", "pada ",
                                     "vào ", "în ", "στις ", "quoting ", "zitat von ", "citando a "});

constexpr auto kEnds = std::to_array<std::string_view>(
    {"wrote:",    "wrote :",     "writes:",     "a écrit :",   "a écrit:",   "écrivait :", "écrivait:", "schrieb:",
     "schreibt:", "escribió:",   "escribio:",   "ha scritto:", "scrive:",    "escreveu:",  "schreef:",  "skrev:",
     "napisał:",  "napisała:",   "napisał(a):", "napisał/a:",  "pisze:",     "kirjoitti:", "пишет:",    "написал:",
     "написала:", "написал(а):", "пише:",       "написав:",    "写道:",      "写道：",     "寫道:",     "寫道：",
     "书写:",     "のメール:",   "님이 작성:",  "napsal:",     "napsal(a):", "írta:",      "yazdı:",    "a scris:",
     "έγραψε:",   "đã viết:",    "menulis:"});

/// The verb stands before the name.
constexpr auto kHolds = std::to_array<std::string_view>({" schrieb ", " schreef ", " skrev ", " tarihinde ",
                                                         " ezt írta ", " napsal ", " odesílatel ", " escreveu no dia ",
                                                         " wrote on ", " schrieb am ", " a écrit le "});

/// Beginnings of a line that a telephone adds.
constexpr auto kDevices = std::to_array<std::string_view>({"sent from my ",
                                                           "sent from yahoo",
                                                           "sent from outlook",
                                                           "sent from mail",
                                                           "sent from windows mail",
                                                           "sent from gmail",
                                                           "sent from proton",
                                                           "sent from samsung",
                                                           "sent from nine",
                                                           "sent from workspace",
                                                           "sent from blue",
                                                           "sent from typeapp",
                                                           "sent from icloud",
                                                           "sent from aol",
                                                           "sent from yandex",
                                                           "sent with airmail",
                                                           "sent with spark",
                                                           "sent with tuta",
                                                           "sent with blue",
                                                           "sent from the ",
                                                           "sent with proton",
                                                           "sent via ",
                                                           "sent on the ",
                                                           "sent wirelessly",
                                                           "sent by my ",
                                                           "get outlook for ",
                                                           "download outlook for ",
                                                           "envoyé de mon ",
                                                           "envoyé de ma ",
                                                           "envoyé depuis mon ",
                                                           "envoyé depuis ma ",
                                                           "envoyé depuis l'app",
                                                           "envoyé depuis yahoo",
                                                           "envoyé depuis outlook",
                                                           "envoyé avec proton",
                                                           "envoyé avec la messagerie",
                                                           "envoyé à partir de ",
                                                           "envoyé à partir d'",
                                                           "envoyé par mon ",
                                                           "obtenir outlook pour ",
                                                           "télécharger outlook pour ",
                                                           "obtenez outlook pour ",
                                                           "provenance : courrier",
                                                           "provenance: courrier",
                                                           "yahoo mail: search, organize",
                                                           "envoyé d'un ",
                                                           "envoyé de outlook",
                                                           "envoyé d'outlook",
                                                           "gesendet von ",
                                                           "gesendet mit der ",
                                                           "gesendet aus der ",
                                                           "outlook für ",
                                                           "holen sie sich outlook",
                                                           "descargar outlook para ",
                                                           "enviado do outlook",
                                                           "enviado do email para ",
                                                           "enviado do correio para ",
                                                           "enviado a partir do meu ",
                                                           "obtenha o outlook para ",
                                                           "baixar o outlook para ",
                                                           "baixe o outlook para ",
                                                           "ottieni outlook per ",
                                                           "verzonden vanuit outlook",
                                                           "verzonden vanuit mail",
                                                           "verzonden vanuit mijn",
                                                           "téléchargez outlook pour ",
                                                           "envoyé depuis proton",
                                                           "enviado desde mi ",
                                                           "enviado desde ",
                                                           "obtener outlook para ",
                                                           "inviato da ",
                                                           "inviato dal mio ",
                                                           "scarica outlook per ",
                                                           "enviado do meu ",
                                                           "enviado de meu ",
                                                           "enviado via ",
                                                           "obter o outlook para ",
                                                           "verstuurd vanaf ",
                                                           "verzonden vanaf ",
                                                           "verzonden met ",
                                                           "download outlook voor ",
                                                           "wysłane z ",
                                                           "wysłano z ",
                                                           "pobierz aplikację outlook",
                                                           "skickat från ",
                                                           "skaffa outlook för ",
                                                           "sendt fra ",
                                                           "hent outlook ",
                                                           "få outlook for ",
                                                           "lähetetty ",
                                                           "отправлено с ",
                                                           "отправлено из ",
                                                           "надіслано з ",
                                                           "发自我的",
                                                           "发送自我的",
                                                           "從我的",
                                                           "傳送自我的",
                                                           "从我的",
                                                           "odesláno z ",
                                                           "elküldve az ",
                                                           "trimis de pe "});

/// Where the beginning alone could be a sentence: beginning and end.
constexpr auto kDevicesWithEnd =
    std::to_array<std::pair<std::string_view, std::string_view>>({{"von meinem ", "gesendet"},
                                                                  {"von meiner ", "gesendet"},
                                                                  {"von meinem ", "gesendet."},
                                                                  {"von meiner ", "gesendet."},
                                                                  {"diese e-mail wurde von ", "gesendet"},
                                                                  {"diese e-mail wurde von ", "gesendet."},
                                                                  {"outlook voor ", "downloaden"},
                                                                  {"diese nachricht wurde von ", "gesendet"},
                                                                  {"diese nachricht wurde von ", "gesendet."},
                                                                  {"iphone", "から送信"},
                                                                  {"ipad", "から送信"},
                                                                  {"나의 ", "에서 보냄"},
                                                                  {"내 ", "에서 보냄"},
                                                                  {"iphone'", "gönderildi"},
                                                                  {"ipad'", "gönderildi"}});

/// Most lines differ from most words in their first octet.
bool begins(std::string_view text, std::string_view word) {
  return !text.empty() && text.front() == word.front() && text.starts_with(word);
}

constexpr std::size_t kHead = 3;  ///< letters that a look at a line's beginning compares

/// The first letters as one number, in lower case. kUnclearHead: marks of emphasis or what is not ASCII stand among
/// them; kOtherHead: something that no line of a device begins with.
constexpr std::size_t kUnclearHead = std::size_t{26} * 26 * 26;
constexpr std::size_t kOtherHead = kUnclearHead + 1;
constexpr std::size_t head_number(std::string_view text) {
  if (text.size() < kHead) return kOtherHead;
  std::size_t number = 0;
  for (const char c : text.substr(0, kHead)) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (c == '*' || static_cast<unsigned char>(c) >= 0x80) return kUnclearHead;
    if (lower < 'a' || lower > 'z') return kOtherHead;
    number = number * 26 + static_cast<std::size_t>(lower - 'a');
  }
  return number;
}

/// Of the lines that devices add.
constexpr auto kDeviceHeads = [] {
  std::array<bool, kOtherHead + 1> heads{};
  heads[kUnclearHead] = true;
  for (const auto word : kDevices) heads[head_number(word)] = true;
  for (const auto& one : kDevicesWithEnd) heads[head_number(one.first)] = true;
  return heads;
}();

template <std::size_t N>
bool is_any(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

template <std::size_t N>
bool starts_with_any(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(), [&](auto word) { return begins(text, word); });
}

}  // namespace

Label label(std::string_view name) {
  if (is_any(name, kFrom)) return Label::from;
  if (is_any(name, kSent)) return Label::sent;
  if (is_any(name, kTo)) return Label::to;
  if (is_any(name, kSubject)) return Label::subject;
  return is_any(name, kOther) ? Label::other : Label::none;
}

bool heads_forward(std::string_view words) {
  if (is_any(words, kForwards)) return true;
  const auto colon = words.find_last_not_of(" :\xEF\xBC\x9A");
  return colon != std::string_view::npos && colon + 1 < words.size() &&
         is_any(words.substr(0, colon + 1), kAppleForwards);
}

bool heads_original(std::string_view words) { return is_any(words, kOriginals); }

bool begins_plain_attribution(std::string_view text) { return text.starts_with("on ") || text.starts_with("le "); }

bool begins_attribution(std::string_view text) {
  return begins_plain_attribution(text) || starts_with_any(text, kBegins);
}

bool ends_attribution(std::string_view text) {
  return std::any_of(kEnds.begin(), kEnds.end(), [&](auto end) { return text.ends_with(end); });
}

bool holds_attribution(std::string_view text) {
  return std::any_of(kHolds.begin(), kHolds.end(), [&](auto verb) { return text.find(verb) != text.npos; });
}

bool may_be_device(std::string_view line) { return kDeviceHeads.at(head_number(line)); }

bool is_device(std::string_view text) {
  if (starts_with_any(text, kDevices)) return true;
  return std::any_of(kDevicesWithEnd.begin(), kDevicesWithEnd.end(),
                     [&](const auto& one) { return begins(text, one.first) && text.ends_with(one.second); });
}

}  // namespace docket::quoting_words

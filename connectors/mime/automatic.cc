#include "connectors/mime/automatic.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "config/text.h"
#include "connectors/mime/authentication_results.h"
#include "connectors/mime/calendar.h"
#include "connectors/mime/header_lookup.h"

namespace docket {
namespace {

constexpr std::size_t kValue = 200;
constexpr std::size_t kSigns = 50;  // a hostile header could hold thousands

/// What the value of a field must say to be a sign.
enum class Says { anything, not_no, suppress, precedence, autoresponder, report, recall };

struct Field {
  std::string_view name;
  Says says;
  bool list = false;
};

constexpr std::array kFields{
    Field{"Auto-Submitted", Says::not_no},
    Field{"X-Auto-Response-Suppress", Says::suppress},
    Field{"Precedence", Says::precedence},
    Field{"X-Precedence", Says::precedence},
    Field{"X-Autoreply", Says::not_no},
    Field{"X-Autorespond", Says::not_no},
    Field{"X-Autoresponder", Says::not_no},
    Field{"X-AutoReply-From", Says::anything},
    Field{"X-Mail-Autoreply", Says::not_no},
    Field{"Delivered-To", Says::autoresponder},
    Field{"List-Id", Says::anything, true},
    Field{"List-Unsubscribe", Says::anything, true},
    Field{"List-Unsubscribe-Post", Says::anything, true},
    Field{"List-Subscribe", Says::anything, true},
    Field{"List-Post", Says::anything, true},
    Field{"List-Help", Says::anything, true},
    Field{"List-Owner", Says::anything, true},
    Field{"List-Archive", Says::anything, true},
    Field{"X-Mailing-List", Says::anything, true},
    Field{"Feedback-ID", Says::anything, true},
    Field{"Content-Type", Says::report},
    Field{"X-Loop", Says::not_no},
    Field{"X-OTRS-Loop", Says::not_no},
    Field{"X-RT-Loop-Prevention", Says::anything},
    Field{"X-Failed-Recipients", Says::anything},
    Field{"X-MS-Exchange-Generated-Message-Source", Says::anything},
    Field{"X-MS-Exchange-Inbox-Rules-Loop", Says::anything},
    Field{"X-MS-Exchange-RecallReportGenerated", Says::not_no},
    Field{"X-MS-Exchange-RecallReportCfmGenerated", Says::not_no},
    Field{"Content-Class", Says::recall},
    Field{"X-Cron-Env", Says::anything},
    Field{"X-Amazon-Auto-Reply", Says::not_no},
};

// Beginnings in lower case; a person writes "Auto: …" too, so alone they prove nothing.
constexpr std::array<std::string_view, 21> kSubjects{
    "automatic reply",     "auto-reply",        "autoreply",           "auto reply",          "auto:",
    "auto response",       "autoresponse",      "out of office",       "out of the office",   "out-of-office",
    "away from my",        "on vacation",       "réponse automatique", "rÉponse automatique", "reponse automatique",
    "message automatique", "absence du bureau", "absent du bureau",    "absence :",           "message d'absence",
    "message d’absence"};

constexpr std::array<std::string_view, 4> kDaemons{"mailer-daemon", "postmaster", "mail-daemon", "mailerdaemon"};
constexpr std::array<std::string_view, 7> kNoReply{"noreply",      "no-reply",     "no_reply",     "donotreply",
                                                   "do-not-reply", "do_not_reply", "nepasrepondre"};

bool word_in(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](auto one) { return ascii_equal_nocase(word, one); });
}

/// X-Auto-Response-Suppress asks for no answer of these kinds; DR, NDR, RN and NRN mean reports only.
bool asks_for_silence(std::string_view value) {
  while (!value.empty()) {
    const auto word = first_word(value);
    if (word_in(word, {"All", "OOF", "AutoReply"})) return true;
    value = trim(value);
    value.remove_prefix(std::min(word.size() + 1, value.size()));
  }
  return false;
}

bool holds(const Field& field, std::string_view value) {
  // "(a comment) auto-replied" says it as well (RFC 3834 section 5.2).
  const auto bare = value.find('(') == std::string_view::npos ? std::string(value) : without_comments(value);
  const auto word = first_word(bare);
  switch (field.says) {
    case Says::anything:
      return !trim(value).empty();
    case Says::not_no:
      return !word.empty() && !word_in(word, {"no", "false", "0"});
    case Says::suppress:
      return asks_for_silence(value);
    case Says::precedence:
      return word_in(word, {"bulk", "list", "junk", "auto_reply", "auto-reply"});
    case Says::autoresponder:
      return word_in(word.substr(0, word.find('@')), {"autoresponder"});
    case Says::report:
      return word_in(word, {"multipart/report"});
    case Says::recall:
      return word_in(word, {"urn:content-classes:recallmessage", "urn:content-classes:recallreport"});
  }
  return false;
}

/// The identifier of RFC 2919: "Ward 2 <ward2.town.example>" → "ward2.town.example".
std::string list_id(std::string_view value) {
  const auto open = value.rfind('<');
  if (open != std::string_view::npos) value = value.substr(open + 1, value.find('>', open) - open - 1);
  return ascii_lower(trim(value));
}

bool comes_through_own_list(const Letter& letter, const std::vector<std::string>& own_lists) {
  const auto ids = values_of(letter, "List-Id");
  return !ids.empty() && std::all_of(ids.begin(), ids.end(), [&](std::string_view id) {
    return std::any_of(own_lists.begin(), own_lists.end(),
                       [&](const auto& own) { return list_id(own) == list_id(id); });
  });
}

bool names_machine(const Letter& letter) {
  const auto local = from_local_part(letter);
  if (local.starts_with("owner-") || local.ends_with("-request")) return true;  // lists (RFC 3834 section 2)
  if (std::find(kDaemons.begin(), kDaemons.end(), local) != kDaemons.end()) return true;
  // A form writes from such an address for the person named in Reply-To, who is then the resident.
  const bool form = letter.resident && !letter.from.empty() && *letter.resident != letter.from.front().address;
  return !form && std::any_of(kNoReply.begin(), kNoReply.end(), [&](auto name) { return local.starts_with(name); });
}

bool subject_says_automatic(std::string_view subject) {
  const auto lower = ascii_lower(trim(subject));
  return std::any_of(kSubjects.begin(), kSubjects.end(), [&](auto start) { return lower.starts_with(start); });
}

class Signs {
 public:
  void add(std::string_view sign, std::string_view value, bool list = false) {
    const auto shown = first_characters(value, kValue);
    const auto same = [&](const AutomaticSign& one) { return one.sign == sign && one.value == shown; };
    if (signs_.size() < kSigns && std::none_of(signs_.begin(), signs_.end(), same))
      signs_.push_back({std::string(sign), std::string(shown), list});
  }
  [[nodiscard]] bool empty() const { return signs_.empty(); }
  [[nodiscard]] std::vector<AutomaticSign> take() && { return std::move(signs_); }

 private:
  std::vector<AutomaticSign> signs_;
};

void add_header_sign(Signs& signs, const Field& field, std::string_view value, bool own_list) {
  if (!holds(field, value)) return;
  const auto word = first_word(value);
  const bool precedence = field.says == Says::precedence;
  const bool list = field.list || (precedence && word_in(word, {"bulk", "list", "junk"}));
  // A group of ours adds these to a resident's letter; Feedback-ID can only come from the sender.
  const bool by_our_group = precedence ? word_in(word, {"list"}) : field.list && field.name != "Feedback-ID";
  if (!own_list || !by_our_group) signs.add(field.name, value, list);
}

void add_header_signs(Signs& signs, const Letter& letter, bool own_list) {
  for (const auto& field : kFields) {
    for (const auto& header : letter.headers) {
      const bool same = header.name.size() == field.name.size() && ascii_equal_nocase(header.name, field.name);
      if (same) add_header_sign(signs, field, trim(header.value), own_list);
    }
  }
}

/// Outlook takes back a letter: outside of its own organisation nothing happens but this. Beside the headers of newer
/// servers, its message class in the first attributes of winmail.dat ([MS-OXTNEF]), or the sentence that is all it
/// says.
void add_recall_signs(Signs& signs, const Letter& letter) {
  constexpr std::size_t kFirstAttributes = 512;
  for (const auto& attachment : letter.attachments) {
    if (attachment.type != "application/ms-tnef") continue;
    const auto begin = std::string_view(attachment.content).substr(0, kFirstAttributes);
    for (const std::string_view name : {"IPM.Outlook.Recall", "IPM.Recall.Report"}) {
      if (begin.find(name) != std::string_view::npos) signs.add("Content-Type", name);
    }
  }
  const bool named = ascii_equal_nocase(std::string_view(letter.subject).substr(0, 7), "Recall:");
  const auto first = std::string_view(letter.text).substr(0, letter.text.find("\n\n"));
  if (named && first.find(" would like to recall the message, \"") != std::string_view::npos) {
    signs.add("Subject", letter.subject);
  }
}

}  // namespace

std::vector<AutomaticSign> automatic_signs(const Letter& letter, const std::vector<std::string>& own_lists) {
  Signs signs;
  if (letter.own) signs.add("own", first_value(letter, "X-Docket-Instance"));
  add_header_signs(signs, letter, comes_through_own_list(letter, own_lists));
  if (is_calendar_answer(letter.calendar_method)) signs.add("Content-Type", "method=" + letter.calendar_method);
  add_recall_signs(signs, letter);
  if (letter.null_sender) signs.add("Return-Path", "<>");
  if (names_machine(letter)) signs.add("From", letter.from.front().address);
  if (!signs.empty() && subject_says_automatic(letter.subject)) signs.add("Subject", letter.subject);
  return std::move(signs).take();
}

}  // namespace docket

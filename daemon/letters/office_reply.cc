#include "daemon/letters/office_reply.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "config/text.h"
#include "connectors/mime/quoting.h"
#include "daemon/letters/attached.h"
#include "daemon/letters/lines.h"
#include "daemon/letters/reply_commands.h"

namespace docket {
namespace {

using nlohmann::json;

constexpr std::size_t kSubjectCharacters = 150;
constexpr std::size_t kLeastCoveringLine = 10;  // "BY WHEN" alone may be anybody's line
constexpr std::size_t kMostCoveringLines = 100;
constexpr std::size_t kLeastMac = 8;  // a signature cut off by a line break is one still

bool is_word(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "2026-000123-8"
bool is_short_number(std::string_view text) {
  const auto parts = split(text, '-');
  const auto digits = [](std::string_view part) {
    return !part.empty() && std::all_of(part.begin(), part.end(), is_digit);
  };
  return parts.size() == 3 && parts[0].size() == 4 && parts[2].size() == 1 &&
         std::all_of(parts.begin(), parts.end(), digits);
}

/// "k1.2026-000123-8.f.MFRGG…" (daemon/casebook/keys.h), whoever signed it.
bool is_token(std::string_view key, std::string_view number, std::string_view purpose, std::string_view mac) {
  return !key.empty() && is_short_number(number) && purpose.size() == 1 && mac.size() >= kLeastMac &&
         std::all_of(mac.begin(), mac.end(), is_word);
}

struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The next token at or after `from`.
std::optional<Stretch> find_token(std::string_view text, std::size_t from) {
  const auto in_token = [](char c) { return is_word(c) || c == '.' || c == '-'; };
  while (from < text.size()) {
    while (from < text.size() && !in_token(text[from])) ++from;
    std::size_t end = from;
    while (end < text.size() && in_token(text[end])) ++end;
    const auto fields = split(text.substr(from, end - from), '.');
    std::size_t at = from;
    for (std::size_t i = 0; i + 3 < fields.size(); ++i) {
      const std::size_t length =
          fields[i].size() + fields[i + 1].size() + fields[i + 2].size() + fields[i + 3].size() + 3;
      if (is_token(fields[i], fields[i + 1], fields[i + 2], fields[i + 3])) return Stretch{at, at + length};
      at += fields[i].size() + 1;
    }
    from = end;
  }
  return std::nullopt;
}

/// "ward2+TOKEN@town.example" is ward2@town.example to everybody but us.
std::string without_tags(std::string text) {
  std::size_t from = 0;
  while (const auto token = find_token(text, from)) {
    const bool tag =
        token->begin > 0 && text[token->begin - 1] == '+' && token->end < text.size() && text[token->end] == '@';
    if (tag) text.erase(token->begin - 1, token->end - token->begin + 1);
    from = tag ? token->begin - 1 : token->end;
  }
  return text;
}

/// Without quote marks and with single spaces: mail programs change both.
std::string bare_line(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of("> \t|"), line.size()));
  return letters::one_line(line);
}

bool is_rule(std::string_view line) {
  return line.size() >= 10 && line.find_first_not_of('-') == std::string_view::npos;
}

/// Where forwards go is the one thing residents never see; unless the town prints it itself.
bool is_secret(const std::string& address, const Town& town) {
  if (address.empty() || town.addresses.contains(address) || address == town.clerk_address ||
      address == town.privacy_contact) {
    return false;
  }
  return std::none_of(town.offices.begin(), town.offices.end(),
                      [&](const auto& entry) { return ascii_equal_nocase(entry.second.contact.email, address); });
}

bool shows_office_address(std::string_view text, const Town& town) {
  const std::string lower = ascii_lower(text);
  return std::any_of(town.offices.begin(), town.offices.end(), [&](const auto& entry) {
    const std::string& address = entry.second.address;
    return is_secret(address, town) && lower.find(ascii_lower(address)) != std::string::npos;
  });
}

/// Outlook's own form of an attached letter holds its texts in UTF-16.
bool holds(const std::string& content, const std::string& word) {
  std::string wide;
  for (const char c : word) (wide += c) += '\0';
  return content.find(word) != std::string::npos || content.find(wide) != std::string::npos;
}

/// A letter inside the letter that we wrote.
bool is_ours(const Attachment& file, const std::string& instance) {
  if (!instance.empty() && holds(file.content, instance)) return true;
  return file.type == "message/rfc822" && find_token(file.content, 0).has_value();
}

bool is_calendar(const Attachment& file) { return file.type == "text/calendar" || file.type == "application/ics"; }

/// What travels, as choose_attachments wants it.
Letter with_files_that_go(const Letter& letter, const std::set<std::string>& stay) {
  Letter going;
  std::copy_if(letter.attachments.begin(), letter.attachments.end(), std::back_inserter(going.attachments),
               [&](const Attachment& file) { return !stay.contains(file.sha256); });
  return going;
}

/// "Re: Re: [EX-…] Pothole" → "Pothole"
std::string plain_subject(std::string_view subject, const std::string& number) {
  std::string text = letters::one_line(subject);
  if (const auto at = text.find("[" + number + "]"); at != std::string::npos) text.erase(at, number.size() + 2);
  std::string_view rest = trim(text);
  for (;;) {
    const auto colon = rest.find(':');
    static constexpr std::array<std::string_view, 6> kMarks{"re", "ref", "aw", "rv", "tr", "fw"};
    const auto mark = ascii_lower(trim(rest.substr(0, colon == std::string_view::npos ? 0 : colon)));
    if (std::find(kMarks.begin(), kMarks.end(), mark) == kMarks.end()) break;
    rest = trim(rest.substr(colon + 1));
  }
  return std::string(first_characters(rest, kSubjectCharacters));
}

}  // namespace

std::string text_to_pass_on(const Letter& letter, const Town& town) {
  return without_tags(parse_reply(signed_text(letter.text), town).rest);
}

std::optional<Leak> leak_in(std::string_view text, const Town& town, const std::vector<std::string>& covering) {
  if (find_token(text, 0)) return Leak::token;
  const std::set<std::string> ours(covering.begin(), covering.end());
  for (const std::string_view line : split(text, '\n')) {
    const std::string bare = bare_line(line);
    if ((bare + " ").starts_with(kWriteAbove)) return Leak::mark;
    if (ours.contains(bare)) return Leak::covering_text;
  }
  return shows_office_address(text, town) ? std::optional(Leak::office_address) : std::nullopt;
}

std::vector<std::string> covering_lines(std::string_view forward) {
  std::vector<std::string> lines;
  for (const std::string_view line : split(forward, '\n')) {
    const std::string bare = bare_line(line);
    if (is_rule(bare) || lines.size() >= kMostCoveringLines) break;
    if (count_characters(bare) >= kLeastCoveringLine) lines.push_back(bare);
  }
  return lines;
}

std::set<std::string> files_that_stay(const Letter& letter, const std::set<std::string>& known,
                                      const std::string& instance) {
  std::set<std::string> stay;
  for (const Attachment& file : letter.attachments) {
    if (known.contains(file.sha256) || is_ours(file, instance) || is_calendar(file)) stay.insert(file.sha256);
  }
  return stay;
}

std::string refused_file(const Letter& letter, const std::set<std::string>& stay) {
  const auto chosen = letters::choose_attachments(with_files_that_go(letter, stay), "", 0, SIZE_MAX, false);
  return chosen.named.empty() ? "" : chosen.named.front().name;
}

bool is_too_large(const Letter& letter, const std::set<std::string>& stay, std::size_t text_size,
                  std::size_t max_size) {
  const auto chosen = letters::choose_attachments(with_files_that_go(letter, stay), "", text_size, max_size, false);
  return std::any_of(chosen.named.begin(), chosen.named.end(),
                     [](const letters::NamedOnly& one) { return one.why == letters::LeftOut::large; });
}

std::string to_text(const ReplyFacts& facts) {
  return json{{"subject", facts.subject}, {"stay", facts.stay}}.dump(-1, ' ', false, json::error_handler_t::replace);
}

ReplyFacts reply_facts(const std::string& text, const std::string& number) {
  const auto value = json::parse(text, nullptr, false);
  ReplyFacts facts;
  facts.number = number;
  if (!value.is_object()) return facts;
  facts.subject = value.value("subject", "");
  facts.stay = value.value("stay", std::set<std::string>{});
  return facts;
}

Draft draft_office_reply(const ReplyFacts& facts, const Letter& letter, const Town& town) {
  Draft draft;
  draft.text = text_to_pass_on(letter, town);
  // The town's files may have changed since it was looked at.
  if (leak_in(draft.text, town, {})) throw std::runtime_error("the office's answer holds what residents must not see");
  draft.text += "\n";
  const std::string subject = plain_subject(facts.subject, facts.number);
  draft.subject = letters::one_line("Re: " + subject + " [" + facts.number + "]");
  draft.content_language = letter.language.value_or("");
  draft.attachments = letters::choose_attachments(with_files_that_go(letter, facts.stay), "", 0, SIZE_MAX, false).sent;
  return draft;
}

}  // namespace docket

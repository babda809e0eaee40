#include "rules/match.h"

#include "config/address.h"
#include "config/text.h"
#include "rules/condition.h"
#include "rules/fold.h"

namespace docket {
namespace {

constexpr std::size_t kMaxSeen = 100;
// A form has some dozens of lines; more are someone's way to make a letter expensive.
constexpr std::size_t kMaxLines = 2000;
constexpr std::size_t kMaxLabel = 200;

/// Traces stand in tables and logs: what was seen takes one line, and never more of a letter than that.
std::string one_line(std::string_view text) {
  auto line = exact_form(text.substr(0, kMaxSeen * 8));
  const std::string_view trimmed = trim(line);
  const auto shown = first_characters(trimmed, kMaxSeen);
  return std::string(shown) + (shown.size() < trimmed.size() ? "…" : "");
}

/// Trimmed in place; both forms have no white space but single spaces.
std::string trimmed(std::string text) {
  if (text.ends_with(' ')) text.pop_back();
  if (text.starts_with(' ')) text.erase(0, 1);
  return text;
}

std::string label_key(std::string_view label) { return trimmed(fold(label)); }

/// What is no address, as broken mail has them, still compares, by its lower-case text.
std::vector<FormedText> addresses(const std::vector<Address>& list) {
  std::vector<FormedText> texts;
  texts.reserve(list.size());
  for (const auto& entry : list) {
    texts.emplace_back(entry.address, address_key(entry.address).value_or(ascii_lower(entry.address)));
  }
  return texts;
}

FormedText address(const std::string& text) { return FormedText(text, address_key(text).value_or(ascii_lower(text))); }

/// The key of a number with its country code (E.164); empty for what else was sent in place of one.
std::string phone_key(const std::string& number) {
  const auto digits = std::string_view(number).substr(number.starts_with('+') ? 1 : 0);
  const bool whole = digits.size() < number.size() && !digits.empty() &&
                     digits.find_first_not_of("0123456789") == std::string_view::npos;
  return whole ? number : "";
}

/// Label and value of a form's "Label: value" line; nullopt for other lines and quoted ones.
std::optional<std::pair<std::string_view, std::string_view>> labelled(std::string_view line) {
  line = trim(line);
  if (line.starts_with('>')) return std::nullopt;
  constexpr std::string_view kWideColon = "：";
  const auto ascii = line.find(':');
  const auto wide = line.find(kWideColon);
  const auto colon = std::min(ascii, wide);
  if (colon == std::string_view::npos) return std::nullopt;
  const auto width = colon == ascii ? std::size_t{1} : kWideColon.size();
  return std::pair{trim(line.substr(0, colon)), trim(line.substr(colon + width))};
}

}  // namespace

const std::string& FormedText::form(bool exact) const {
  // Made once and kept: a thousand rules ask for the same two forms of the same text.
  auto& form = exact ? exact_ : folded_;
  if (!form) {
    form = exact ? exact_form(original_) : fold(source());
    if (!exact) lead_ = form->starts_with(' ') ? 1 : 0;
    form = trimmed(*std::move(form));
  }
  return *form;
}

const std::string& FormedText::words(bool exact) const {
  auto& words = exact ? exact_words_ : folded_words_;
  if (!words) words = words_of_folded(form(exact));
  return *words;
}

const WordSet& FormedText::word_set(bool exact) const {
  auto& set = exact ? exact_set_ : folded_set_;
  if (!set) set = std::make_unique<const WordSet>(words(exact));
  return *set;
}

std::string FormedText::seen(std::size_t begin, std::size_t end, bool exact, bool in_words) const {
  // An address is shown whole: a part of it could be anybody's.
  if (!key_.empty()) return one_line(original_);
  if (in_words) std::tie(begin, end) = folded_of_words(form(exact), begin, end);
  if (exact) return one_line(std::string_view(form(true)).substr(begin, end - begin));
  return one_line(source_of_folded(original_, begin + lead_, end + lead_));
}

std::string Match::seen() const { return text == nullptr ? plain : text->seen(begin, end, exact, in_words); }

LetterView::LetterView(const Letter& letter, const Town& town, const Calendar& calendar, std::string channel)
    : letter_(letter), town_(town), calendar_(calendar), channel_(std::move(channel)) {
  prose_.reserve(4);
  for (const std::string* text : {&letter.subject, &letter.new_text, &letter.subject, &letter.text}) {
    prose_.emplace_back(*text);
  }
  to_ = addresses(letter.to);
  cc_ = addresses(letter.cc);
  for (const auto& recipient : letter.recipients) recipients_.push_back(address(recipient));
  // `from` is the person who wrote, who stands in Reply-To where a form sent the letter; the header itself can be asked
  // for with `header: {name: From}`.
  if (letter.resident) from_.push_back(address(*letter.resident));
  sender_name_.emplace_back(letter.resident_name);
  for (const auto& attachment : letter.attachments) {
    if (attachment.name) attachment_names_.emplace_back(*attachment.name);
    attachment_types_.emplace_back(attachment.type);
  }
  if (!letter.phone.empty()) phones_.emplace_back(letter.phone, phone_key(letter.phone));
  if (!letter.location.empty()) locations_.emplace_back(letter.location.address);
  channels_.emplace_back(channel_);
  sources_.emplace_back(letter.source);
}

std::span<const FormedText> LetterView::texts(const Condition& condition) const {
  return texts(condition.row->field->field, condition.quoted, condition.label);
}

std::span<const FormedText> LetterView::texts(Field field, bool quoted, const std::string& label) const {
  const std::span<const FormedText> prose(prose_);
  // prose_ holds two pairs, subject and text: with what was written now first, with the whole letter second.
  const std::size_t first = quoted ? 2 : 0;
  switch (field) {
    case Field::to:
      return to_;
    case Field::cc:
      return cc_;
    case Field::recipient:
      return recipients_;
    case Field::from:
      return from_;
    case Field::sender_name:
      return sender_name_;
    case Field::phone:
      return phones_;
    case Field::subject:
      return prose.subspan(0, 1);
    case Field::body:
      return prose.subspan(first + 1, 1);
    case Field::text:
      return prose.subspan(first, 2);
    case Field::header:
      return headers(label);
    case Field::attachment:
    case Field::attachment_type:
      return attachment_types_;
    case Field::attachment_name:
      return attachment_names_;
    case Field::location:
      return locations_;
    case Field::channel:
      return channels_;
    case Field::source:
      return sources_;
    case Field::line:
      return lines(label);
    default:
      return {};
  }
}

// Headers and form lines are looked up by name when a condition first names them: most letters have forty headers, most
// rule sets ask for two.
std::span<const FormedText> LetterView::headers(const std::string& name) const {
  const auto [found, is_new] = headers_.try_emplace(ascii_lower(name));
  if (is_new) {
    for (const auto& header : letter_.headers) {
      if (ascii_equal_nocase(header.name, name)) found->second.emplace_back(header.value);
    }
  }
  return found->second;
}

std::span<const FormedText> LetterView::lines(const std::string& label) const {
  if (!lines_) {
    lines_.emplace();
    std::size_t count = 0;
    // All of the text, since forms put their lines where quoting and signature rules would cut them off.
    for (const auto line : split(letter_.text, '\n')) {
      const auto parts = labelled(line);
      if (!parts || parts->first.size() > kMaxLabel || ++count > kMaxLines) continue;
      (*lines_)[label_key(parts->first)].emplace_back(parts->second);
    }
  }
  const auto found = lines_->find(label_key(label));
  return found == lines_->end() ? std::span<const FormedText>{} : found->second;
}

}  // namespace docket

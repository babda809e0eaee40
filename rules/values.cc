#include "rules/values.h"

#include <fmt/format.h>

#include <algorithm>

#include "config/address.h"
#include "config/channels.h"
#include "config/quantity.h"
#include "config/text.h"
#include "rules/fold.h"

namespace docket::values {
namespace {

constexpr std::size_t kMaxText = 2000;
constexpr std::size_t kMaxLike = 200;  // its search compares that much at every place of a letter
constexpr std::uint64_t kMaxCount = 10000;
constexpr std::size_t kMaxDigits = 15;    // E.164, with the country code
constexpr std::size_t kFewestDigits = 7;  // the shortest whole number there is

/// As FormedText::form() makes it of a letter's text: both sides of a comparison must have gone the same way.
std::string trimmed_form(std::string_view written, bool exact) {
  const auto form = exact ? exact_form(written) : fold(written);
  return std::string(trim(form));
}

/// For fields with a fixed set of words. A word that does not exist would never match, silently; so it is refused.
std::optional<Fault> one_of(std::string_view written, const std::vector<std::string>& known, std::string_view what) {
  const auto word = ascii_lower(trim(written));
  if (std::find(known.begin(), known.end(), word) != known.end()) return std::nullopt;
  const auto near = nearest(word, known);
  return Fault{fmt::format("'{}' is no {}", written, what),
               near ? fmt::format("did you mean '{}'?", *near) : fmt::format("one of: {}", fmt::join(known, ", "))};
}

/// The domain part of an address's end in the form that address keys have; what is no domain stays as it is.
std::string domain_end(std::string_view written) {
  const auto at = written.rfind('@');
  const auto local = at == std::string_view::npos ? std::string_view{} : written.substr(0, at + 1);
  auto domain = at == std::string_view::npos ? written : written.substr(at + 1);
  // ".example.org" means the domains below it: the dot is no part of what IDNA converts.
  const bool dot = domain.starts_with('.');
  if (dot) domain.remove_prefix(1);
  const auto key = domain_key(domain);
  return ascii_lower(local) + (dot ? "." : "") + key.value_or(ascii_lower(domain));
}

/// What was probably meant by a text that is no address.
std::string address_hint(std::string_view written) {
  if (written.starts_with('@')) return fmt::format("for a whole domain write {{ends: \"{}\"}}", written);
  if (written.find('@') == std::string_view::npos) return "for a part of an address use 'contains'";
  if (written.find('<') != std::string_view::npos) return "write the address alone: ana@people.example";
  const bool several =
      written.find('@') != written.rfind('@') && written.find_first_of(",; ") != std::string_view::npos;
  return several ? "write several as a list: [ana@people.example, bo@people.example]"
                 : "an address has one @, no spaces and no commas: ana@people.example";
}

/// "+1 (613) 555-0142" as "+16135550142"; nullopt: no + first, or other signs than people write between digits.
std::optional<std::string> with_country(std::string_view written) {
  const auto text = trimmed_form(written, false);  // signs of full width and dashes become plain ones
  if (!text.starts_with('+')) return std::nullopt;
  std::string number = "+";
  for (const char c : text.substr(1)) {
    if (c >= '0' && c <= '9') {
      number += c;
    } else if (std::string_view(" -.()/").find(c) == std::string_view::npos) {
      return std::nullopt;
    }
  }
  return number;
}

std::optional<Fault> number(std::string_view written, std::size_t fewest, Value& value) {
  auto number = with_country(written);
  if (!number || number->size() <= fewest || (*number)[1] == '0' || number->size() > kMaxDigits + 1) {
    return Fault{fmt::format("'{}' is no {}", written, fewest > 1 ? "whole telephone number" : "beginning of a number"),
                 "write it in quotes with + and the country code: \"+1 613 555 0142\""};
  }
  value.form = *std::move(number);
  return std::nullopt;
}

}  // namespace

// All of these fill what their operator compares. They are given what stands in the file without its place; the loader
// adds it, so that a list's fault is told where the list stands, not where it is used.
std::optional<Fault> text(std::string_view written, bool exact, Value& value) {
  if (written.size() > kMaxText) return Fault{"the value is too long", "at most 2,000 characters"};
  value.form = trimmed_form(written, exact);
  // "-" folds to itself, but white space and invisible signs alone fold to nothing, and nothing is in every text.
  if (value.form.empty())
    return Fault{fmt::format("there is nothing to compare in '{}'", written),
                 "write a word or a sign that can be seen"};
  return std::nullopt;
}

std::optional<Fault> phrase(std::string_view written, bool exact, Value& value) {
  if (auto fault = text(written, exact, value)) return fault;
  auto parsed = parse_phrase(value.form);
  if (!parsed) return Fault{fmt::format("'{}': {}", written, parsed.error().text), parsed.error().hint};
  value.phrase = *std::move(parsed);
  return std::nullopt;
}

std::optional<Fault> like(std::string_view written, bool exact, Value& value) {
  if (written.size() > kMaxLike) return Fault{"the value is too long", "at most 200 characters"};
  return text(written, exact, value);
}

/// The source is kept as form: two patterns are the same where their sources are, no more is known of them.
std::optional<Fault> regex(std::string_view written, bool exact, Value& value) {
  auto pattern = Pattern::compile(written, exact);
  if (!pattern) return pattern.error();
  value.pattern = *std::move(pattern);
  value.form = written;
  return std::nullopt;
}

/// Whole addresses only. "is: @example.org" is the commonest mistake, so its hint names the way to say it.
std::optional<Fault> address(std::string_view written, bool exact, Value& value) {
  auto key = address_key(trim(written));
  if (!key) {
    return Fault{fmt::format("'{}' is not a mail address", written), address_hint(written)};
  }
  value.form = exact ? exact_form(trim(written)) : *std::move(key);
  return std::nullopt;
}

std::optional<Fault> address_end(std::string_view written, bool exact, Value& value) {
  if (auto fault = text(written, exact, value)) return fault;
  if (!exact) value.form = domain_end(trim(written));
  return std::nullopt;
}

/// Without a country code it would be compared with numbers that all have one, and never match.
std::optional<Fault> phone(std::string_view written, bool /*exact*/, Value& value) {
  return number(written, kFewestDigits, value);
}

std::optional<Fault> phone_start(std::string_view written, bool /*exact*/, Value& value) {
  return number(written, 1, value);
}

/// One of the channels there are: a misspelled one would be a rule that never matches.
std::optional<Fault> channel(std::string_view written, bool exact, Value& value) {
  if (auto fault = one_of(written, {kChannels.begin(), kChannels.end()}, "channel")) return fault;
  return text(written, exact, value);
}

/// Any two letters, offered by the town or not: "de" is a fair question where letters are answered in en and fr only.
std::optional<Fault> language(std::string_view written, bool /*exact*/, Value& value) {
  value.form = ascii_lower(trim(written));
  const bool letters = std::all_of(value.form.begin(), value.form.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (value.form == "other" || (letters && value.form.size() == 2)) return std::nullopt;
  return Fault{fmt::format("'{}' is no language", written), "two letters such as en or fr, or other"};
}

std::optional<Fault> authenticated(std::string_view written, bool /*exact*/, Value& value) {
  value.form = ascii_lower(trim(written));
  return one_of(written, {"pass", "fail", "unknown"}, "result of authentication");
}

/// Neither "yes" nor "True": one spelling, so that nobody has to know which of them YAML takes for a boolean.
std::optional<Fault> boolean(std::string_view written, bool /*exact*/, Value& value) {
  if (written != "true" && written != "false")
    return Fault{fmt::format("'{}' is neither true nor false", written), "write true or false"};
  value.flag = written == "true";
  return std::nullopt;
}

std::optional<Fault> size(std::string_view written, bool /*exact*/, Value& value) {
  const auto octets = parse_size(written);
  if (!octets) return Fault{fmt::format("'{}' is no size", written), "write it as 10 MiB or 300 KiB"};
  value.number = *octets;
  return std::nullopt;
}

std::optional<Fault> count(std::string_view written, bool /*exact*/, Value& value) {
  const auto number = parse_number(written, kMaxCount);
  if (!number) {
    return Fault{fmt::format("'{}' is no number of attachments", written), "a whole number from 0 to 10000"};
  }
  value.number = *number;
  return std::nullopt;
}

std::optional<Fault> hours(std::string_view written, bool /*exact*/, Value& value) {
  value.form = written;
  if (written == "hours") return std::nullopt;
  return Fault{fmt::format("'{}' is no time", written), "write hours: the office hours of calendar: in town.yaml"};
}

std::optional<Fault> circle(std::string_view written, bool /*exact*/, Value& value) {
  const auto parsed = parse_circle(written);
  if (!parsed) return parsed.error();
  value.circle = *parsed;
  return std::nullopt;
}

}  // namespace docket::values

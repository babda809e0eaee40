#include "config/yaml/reader.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "config/address.h"
#include "config/quantity.h"
#include "config/text.h"

namespace docket::yaml {
namespace {

constexpr std::string_view kSpanHint =
    "write a number and minutes, hours, business hours, days or business days; or: same day";

/// What stands there, in words that whoever has never heard of YAML understands.
std::string_view kind_words(const Node& node) {
  switch (node.kind) {
    case Node::Kind::null:
      return "nothing";
    case Node::Kind::list:
      return "a list";
    case Node::Kind::map:
      return "a mapping";
    case Node::Kind::scalar:
      break;
  }
  return node.text.empty() ? "an empty text" : "a text";
}

constexpr std::string_view kFinish = "give a value, or take the line out";

/// What to write instead of a value of another kind; `wanted` is the way out where somebody wrote too much.
std::string way_out(const Node& node, std::string_view wanted) {
  if (node.is_null()) {
    return node.text == "null" ? "give a value; for the word itself write \"null\"" : std::string(kFinish);
  }
  if (node.is_scalar() ? node.text.empty() : node.items.empty()) return std::string(kFinish);
  return std::string(wanted);
}

}  // namespace

// Every problem goes through here, so that none lacks its file.
void Reader::add(Severity severity, Place place, std::string text, std::string hint) {
  problems_.push_back({severity, std::move(place), std::move(text), std::move(hint)});
}
void Reader::error(const Node& at, std::string text, std::string hint) {
  add(Severity::error, place(at), std::move(text), std::move(hint));
}
void Reader::warning(const Node& at, std::string text, std::string hint) {
  add(Severity::warning, place(at), std::move(text), std::move(hint));
}
void Reader::error(const Key& at, std::string text, std::string hint) {
  add(Severity::error, place(at), std::move(text), std::move(hint));
}
void Reader::warning(const Key& at, std::string text, std::string hint) {
  add(Severity::warning, place(at), std::move(text), std::move(hint));
}

/// An empty text is refused along with the rest: a key with nothing behind it is a line that somebody meant to finish.
bool Reader::is_scalar(const Node& node, std::string_view expected) {
  if (node.is_scalar() && !node.text.empty()) return true;
  error(node, fmt::format("expected {}, found {}", expected, kind_words(node)),
        way_out(node, node.is_map() ? "write one; a text that holds ': ' needs quotes: \"Re: hello\""
                                    : "write one, without '- ' and []"));
  return false;
}

/// "key:value" without the space is one text to YAML, so the hint speaks of the space.
bool Reader::is_map(const Node& node) {
  if (node.is_map() && !node.items.empty()) return true;
  const bool glued = node.is_scalar() && node.text.find(':') != std::string::npos;
  error(node,
        fmt::format("expected a mapping (key: value), found {}", node.is_map() ? "an empty one" : kind_words(node)),
        way_out(node, glued            ? "a space belongs after the colon"
                      : node.is_list() ? "write it as 'key: value', without '- ' and []"
                                       : "write it as 'key: value', with a space after the colon"));
  return false;
}

const std::vector<Node>& Reader::list(const Node& node) {
  static const std::vector<Node> kNone;
  if (node.is_list() && !node.items.empty()) return node.items;
  error(node, fmt::format("expected a list, found {}", node.is_list() ? "an empty one" : kind_words(node)),
        way_out(node,
                node.is_map() ? "put '- ' before each entry of the list" : "write [a, b], or one '- ' line for each"));
  return kNone;
}

std::optional<std::string> Reader::text(const Node& node) {
  if (!is_scalar(node, "a text")) return std::nullopt;
  // Only a warning: the value is taken as the text it is, here. A program beside this one would read it otherwise.
  if (is_truth_word(node)) {
    warning(node, fmt::format("'{}' without quotes means true or false to other programs", node.text),
            fmt::format("write \"{}\"", node.text));
  }
  return node.text;
}

/// One spelling each. "yes" in one place and "True" in another would make the next reader wonder what "on" does.
std::optional<bool> Reader::boolean(const Node& node) {
  if (node.is_scalar() && node.style == Node::Style::plain) {
    if (node.text == "true") return true;
    if (node.text == "false") return false;
  }
  error(node,
        fmt::format("expected true or false, found {}", !node.is_scalar() ? std::string(kind_words(node))
                                                        : node.style == Node::Style::plain
                                                            ? fmt::format("'{}'", node.text)
                                                            : fmt::format("the text \"{}\"", node.text)),
        "write true or false, without quotes");
  return std::nullopt;
}

std::optional<std::int64_t> Reader::integer(const Node& node, std::int64_t min, std::int64_t max) {
  if (!is_scalar(node, "a number")) return std::nullopt;
  const bool negative = node.text.starts_with('-');
  const auto digits = std::string_view(node.text).substr(negative ? 1 : 0);
  // 010 is eight to some YAML readers and ten to others, so it is nobody's number here.
  if (digits.size() > 1 && digits.starts_with('0') &&
      digits.find_first_not_of("0123456789") == std::string_view::npos) {
    error(node, fmt::format("'{}' begins with a zero, which some programs read as another number", node.text),
          "write it without the zero");
    return std::nullopt;
  }
  constexpr std::uint64_t kLimit = std::uint64_t{1} << 62U;
  const auto number = parse_number(digits, kLimit);
  const auto value = number ? static_cast<std::int64_t>(*number) * (negative ? -1 : 1) : 0;
  if (!number || value < min || value > max) {
    error(node,
          min == max ? fmt::format("expected {}, found '{}'", min, node.text)
                     : fmt::format("expected a whole number from {} to {}, found '{}'", min, max, node.text),
          min == max ? fmt::format("write {}: nothing else is known here", min)
                     : "write digits alone, without point, comma or sign; - stands before a number below 0");
    return std::nullopt;
  }
  return value;
}

std::optional<std::uint64_t> Reader::size(const Node& node) {
  if (!is_scalar(node, "a size")) return std::nullopt;
  auto size = parse_size(node.text);
  if (!size) error(node, fmt::format("'{}' is not a size", node.text), "write for example 20 MiB or 500 KiB");
  return size;
}

std::optional<std::chrono::seconds> Reader::duration(const Node& node) {
  if (!is_scalar(node, "a length of time")) return std::nullopt;
  auto duration = parse_duration(node.text);
  if (!duration) {
    error(node, fmt::format("'{}' is not a length of time", node.text), "write for example 30s, 5m, 12h or 30d");
  }
  return duration;
}

std::optional<Span> Reader::span(const Node& node) {
  if (!is_scalar(node, "a length of time")) return std::nullopt;
  auto span = parse_span(node.text);
  if (!span) error(node, fmt::format("'{}' is not a length of time", node.text), std::string(kSpanHint));
  return span;
}

std::optional<std::chrono::year_month_day> Reader::date(const Node& node) {
  if (!is_scalar(node, "a day")) return std::nullopt;
  auto date = parse_date(node.text);
  if (!date) error(node, fmt::format("'{}' is not a day", node.text), "write YYYY-MM-DD, for example 2027-12-31");
  return date;
}

/// A text for one language only is still a good file: a town that adds a language goes on with warnings until all
/// translations are there, instead of having to finish them in one sitting.
std::optional<Translated> Reader::translated(const Node& node, const std::vector<std::string>& languages) {
  Translated result;
  if (node.is_scalar()) {
    const auto value = text(node);
    if (!value) return std::nullopt;
    result.by_language[""] = *value;
    return result;
  }
  if (!node.is_map() || node.items.empty()) {
    error(node,
          fmt::format("expected a text, or one for each language, found {}",
                      node.is_map() ? "an empty mapping" : kind_words(node)),
          way_out(node, languages.size() < 2
                            ? "write one text"
                            : fmt::format("write one text, or {{{}: …, {}: …}}", languages[0], languages[1])));
    return std::nullopt;
  }
  bool good = languages.empty() || has_languages(node, languages);
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    const auto value = text(node.items[i]);
    if (value) result.by_language[node.keys[i].text] = *value;
    good = good && value.has_value();
  }
  for (const auto& language : languages) {
    if (good && !result.by_language.contains(language)) {
      warning(node, fmt::format("no text for the language '{}'", language),
              "until there is one, another language's text is shown");
    }
  }
  return good ? std::optional(result) : std::nullopt;
}

bool Reader::has_languages(const Node& node, const std::vector<std::string>& languages) {
  bool good = true;
  for (const auto& language : node.keys) {
    if (std::find(languages.begin(), languages.end(), language.text) != languages.end()) continue;
    error(language, fmt::format("'{}' is not one of the town's languages", language.text),
          fmt::format("town.languages has {}", fmt::join(languages, ", ")));
    good = false;
  }
  return good;
}

/// One value needs no brackets: `label: roads` and `label: [roads]` are the same.
std::vector<std::string> Reader::texts(const Node& node, std::vector<const Node*>* node_of) {
  std::vector<std::string> result;
  const auto take = [&](const Node& item) {
    const auto value = text(item);
    if (!value) return;
    result.push_back(*value);
    if (node_of != nullptr) node_of->push_back(&item);
  };
  if (node.is_list()) {
    for (const auto& item : list(node)) take(item);
  } else if (node.is_scalar()) {
    take(node);
  } else {
    error(node, fmt::format("expected a text or a list of texts, found {}", kind_words(node)),
          way_out(node, "write one text, or [a, b]"));
  }
  return result;
}

std::optional<std::string> Reader::word(const Node& node, const std::vector<std::string>& allowed) {
  if (!is_scalar(node, "a word")) return std::nullopt;
  if (std::find(allowed.begin(), allowed.end(), node.text) != allowed.end()) return node.text;
  const auto near = nearest(node.text, allowed);
  error(node, fmt::format("'{}' is not known here", node.text),
        near ? fmt::format("did you mean {}?", *near) : fmt::format("one of: {}", fmt::join(allowed, ", ")));
  return std::nullopt;
}

std::optional<std::string> Reader::address(const Node& node) {
  if (!is_scalar(node, "a mail address")) return std::nullopt;
  auto key = address_key(node.text);
  if (!key) {
    error(node, fmt::format("'{}' is not a mail address", node.text), "write the address alone: clerk@town.example");
  }
  return key;
}

/// Some servers tell capitals apart in the part before the @, so what is written to keeps them.
std::optional<std::string> Reader::mailbox(const Node& node) {
  if (!address(node)) return std::nullopt;
  return address_to_write(node.text);
}

std::optional<std::string> Reader::domain(const Node& node) {
  if (!is_scalar(node, "a domain")) return std::nullopt;
  auto key = domain_key(node.text);
  if (!key) error(node, fmt::format("'{}' is not a domain", node.text), "write the domain alone: town.example");
  return key;
}

}  // namespace docket::yaml

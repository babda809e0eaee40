#include "config/yaml/explain.h"

#include <algorithm>
#include <array>

namespace docket::yaml {
namespace {

struct Entry {
  std::string_view begins;
  Explanation explanation;
};

constexpr std::string_view kQuote = "put the text in quotes";
constexpr std::string_view kComma = "put a comma before the next entry, or the text in quotes";
constexpr std::string_view kSameColumn = "entries that belong together begin at the same column; use spaces";

// Looked up in order, by the beginning of yaml-cpp's message.
constexpr std::array kEntries{
    Entry{"illegal map value", {"': ' where no key can stand", "a text that holds ': ' needs quotes: \"Re: hello\""}},
    Entry{"illegal map key", {"a key where none can stand", kSameColumn}},
    Entry{"illegal block entry", {"'- ' where no list can stand", "a list begins on the line below its key"}},
    Entry{"unknown token", {"a value cannot begin with this sign", kQuote}},
    Entry{"unknown escape character",
          {"a backslash in double quotes has a meaning of its own", "use single quotes for patterns: '\\d{3}'"}},
    Entry{"bad character found while scanning hex",
          {"a backslash in double quotes has a meaning of its own", "use single quotes for patterns: '\\d{3}'"}},
    Entry{"invalid unicode",
          {"a backslash in double quotes has a meaning of its own", "use single quotes for patterns: '\\d{3}'"}},
    Entry{"end of map flow not found", {"'{' is not closed, or a comma is missing", kComma}},
    Entry{"end of sequence flow not found", {"'[' is not closed, or a comma is missing", kComma}},
    Entry{"illegal flow end", {"'}' or ']' closes nothing", kQuote}},
    Entry{"end of map not found", {"this line does not fit the lines above it", kSameColumn}},
    Entry{"end of sequence not found", {"this line does not fit the lines above it", kSameColumn}},
    Entry{"illegal tab", {"a tab in the indentation", "use spaces"}},
    Entry{"the referenced anchor", {"a value cannot begin with '*'", kQuote}},
    Entry{"alias not found", {"a value cannot begin with '*'", kQuote}},
    Entry{"illegal character found while scanning alias", {"a value cannot begin with '*'", kQuote}},
    Entry{"anchor not found", {"a value cannot begin with '&'", kQuote}},
    Entry{"illegal character found while scanning anchor", {"a value cannot begin with '&'", kQuote}},
    Entry{"illegal document indicator", {"'---' or '...' inside a text", kQuote}},
    Entry{"illegal EOF in scalar", {"a quote is not closed", "close it on its own line"}},
    Entry{"unexpected character in block scalar", {"text behind '|' or '>'", kQuote}},
    Entry{"cannot set zero indentation", {"'0' behind '|' or '>'", "leave it out"}},
    Entry{"YAML directive", {"a line that begins with '%'", kQuote}},
    Entry{"bad YAML version", {"a line that begins with '%'", kQuote}},
    Entry{"bad file", {"nested too deeply", "at most 24 levels"}},
};

}  // namespace

Explanation explain(std::string_view message) {
  const auto* const found = std::find_if(kEntries.begin(), kEntries.end(),
                                         [&](const Entry& entry) { return message.starts_with(entry.begins); });
  if (found != kEntries.end()) return found->explanation;
  return {"this cannot be read as YAML", "look for a missing quote, colon or space on this line and the one above"};
}

}  // namespace docket::yaml

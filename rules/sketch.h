// A letter in a few words, as examples and tests of rule files write it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "config/calendar.h"
#include "config/problem.h"
#include "config/town.h"
#include "config/yaml/reader.h"
#include "connectors/letter.h"

namespace docket {

struct SketchedAttachment {
  std::string name;
  std::string type;
  std::size_t size = 0;
};

struct Sketch {
  std::vector<std::string> to, cc, recipient;
  std::string from = "resident@example.org";  ///< "Ana <ana@example.org>" too; empty: nobody
  std::string sender_name;
  std::string phone;  ///< with + and the country code
  std::string subject;
  std::string text;    ///< what was written now
  std::string quoted;  ///< quoted history below it
  std::string at;      ///< local "2026-11-23 10:00", or RFC 3339; empty: a day when the offices are open
  std::string language;
  std::string channel = "email";
  std::string source;
  Location location;
  std::vector<Header> headers;
  std::vector<SketchedAttachment> attachments;
  std::optional<std::uint64_t> size;
  bool spam = false;
  Authenticated authenticated = Authenticated::unknown;
};

struct Example {
  Place place;
  bool matches = true;
  Sketch letter;
};

/// One key of `expect:` with the values wanted, in words.
struct Expectation {
  std::string key;
  std::vector<std::string> values;
  Place place;
};

struct LetterTest {
  Place place;
  Sketch letter;
  std::vector<Expectation> expect;
};

/// The keys of a sketch in `map`, which may hold others. What the person wrote is `text` or, as in conditions, `body`.
[[nodiscard]] Sketch read_sketch(yaml::Map& map);
/// `expect:` of a test.
[[nodiscard]] std::vector<Expectation> read_expectations(yaml::Reader& reader, const yaml::Node& node);

/// The letter that a sketch stands for: what connectors would read of it, as far as rules look.
[[nodiscard]] Letter letter_of(const Sketch& sketch, const Town& town, const Calendar& calendar);

}  // namespace docket

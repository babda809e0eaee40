// Rule sets and letters out of a seed, for the properties that hold of all of them.
#pragma once

#include <fmt/format.h>

#include <random>
#include <string>
#include <vector>

namespace docket::testing {

/// Over few words, so that much matches, nearly matches and overlaps.
class Inventor {
 public:
  explicit Inventor(unsigned seed) : random_(seed) {}

  std::string rules() {
    std::string yaml = "lists:\n  l: [" + words(3) + "]\n  m: [" + words(4) + "]\nrules:\n";
    const int count = number(1, 12);
    for (int i = 0; i < count; ++i) {
      const auto asked = when(2);
      const bool maybe_a_person = asked.find("from:") != std::string::npos || asked.find("phone:") != std::string::npos;
      yaml += fmt::format("  - {{rule: R{}, precedence: {}, when: {}, then: {{{}}}{}}}\n", i, number(-2, 2), asked,
                          pick({"label: x", "assign: roads", "assign: parks", "copy: mayor", "review: why"}),
                          maybe_a_person ? ", justification: a test, until: 2027-06-01" : "");
    }
    return yaml;
  }

  std::string letter() {
    std::string text;
    for (int i = number(1, 12); i > 0; --i) text += pick(kWritten) + pick({" ", " ", ", ", "-", "; ", " \u00ab "});
    return fmt::format(
        "{{to: {}, from: {}, subject: \"{} {}\", text: \"{}\", quoted: \"> {}\", channel: {}, "
        "attachment: {{name: \"{}.pdf\"}}{}{}}}",
        address(), address(), pick(kWritten), pick(kWritten), text, pick(kWritten), pick({"email", "form"}),
        pick(kWritten), pick({"", ", phone: \"+16135550142\"", ", phone: \"+33142685300\""}), location());
  }

 private:
  using Words = std::vector<std::string>;
  static inline const Words kWritten{
      "road",         "Roads",  "ROADSIDE", "nid",  "de",         "poule", "École", "ecole",
      "L\u2019école", "BL-20",  "BL-203",   "tree", "str\u00e9e", "tre",   "a",     "\u0434\u043e\u043c",
      "œuvre",        "oeuvres"};
  static inline const Words kAsked{
      "road", "roads", "nid",   "de",     "nid de poule",       "école",   "ecole",      "tre",
      "tree", "a",     "BL-20", "oeuvre", "\u0434\u043e\u043c", "l'école", "poule ecole"};

  int number(int from, int to) { return std::uniform_int_distribution<int>(from, to)(random_); }
  std::string pick(const Words& from) {
    return from[static_cast<std::size_t>(number(0, static_cast<int>(from.size()) - 1))];
  }
  std::string words(int count) {
    std::string list;
    for (int i = 0; i < count; ++i) list += (list.empty() ? "\"" : ", \"") + pick(kAsked) + "\"";
    return list;
  }
  std::string address() {
    return pick({"ward2@town.example", "mayor@town.example", "ana@people.example", "Bo@People.Example",
                 "ward2@people.example", "x@école.example"});
  }

  std::string location() {
    return pick(
        {"", fmt::format(", location: \"12 {} street\"", pick(kWritten)),
         fmt::format(", location: {{address: {}, latitude: 45.4{}, longitude: -75.7}}", pick(kAsked), number(0, 9)),
         ", location: {latitude: -45, longitude: 104.3}"});
  }

  std::string near() {
    return fmt::format("{{latitude: 45.4{}, longitude: -75.7, within: {}}}", number(0, 9),
                       pick({"500 m", "2 km", "2.3 km", "5 km", "1000 km"}));
  }

  std::string phone() {
    return pick({"is: \"+1 613 555 0142\"", "is: [\"+1-613-555-0143\", \"+33 1 42 68 53 00\"]", "starts: \"+1613\"",
                 "starts: [\"+1\", \"+33\"]", "starts: \"+1 613 555 014\"", "exists: true", "exists: false"});
  }

  std::string values(const std::string& op) {
    if (op == "like") return pick({"\"BL-##\"", "\"BL-###\"", "[\"tree#\", \"# a\"]", "\"##\""});
    if (op == "regex")
      return pick({"'\\broads?\\b'", "'[a-z]\\d'", "'n.d de'", "'tr(ee|es)'", "'école'", "'(?i)POULE'"});
    if (op == "word" && number(0, 3) == 0) return pick({"roa*", "[poul*, \"nid* de\"]", "tree*"});
    if (number(0, 2) == 0) return pick({"{list: l}", "{lists: [l, m]}"});
    return "[" + words(number(1, 3)) + "]";
  }

  std::string condition() {
    const auto field = pick({"subject", "body", "text", "recipient", "from", "channel", "header", "spam", "text",
                             "attachment", "phone", "location", "location"});
    if (field == "spam") return "{spam: false}";
    if (field == "channel") return "{channel: {is: form}}";
    if (field == "recipient" || field == "from") {
      return pick({fmt::format("{{{}: {{is: {}}}}}", field, address()),
                   fmt::format("{{{}: {{ends: \"@people.example\"}}}}", field),
                   fmt::format("{{{}: {{contains: ward}}}}", field)});
    }
    if (field == "phone") return fmt::format("{{phone: {{{}}}}}", phone());
    if (field == "location" && number(0, 1) == 0) {
      return pick({fmt::format("{{location: {{near: {}}}}}", near()),
                   fmt::format("{{location: {{near: [{}, {}]}}}}", near(), near()), "{location: {exists: true}}"});
    }
    if (field == "attachment") return fmt::format("{{attachment: {{name: {{contains: [{}]}}}}}}", words(2));
    const auto op = pick({"is", "contains", "word", "word", "starts", "ends", "like", "regex"});
    const std::string exact = number(0, 5) == 0 ? ", exact: true" : "";
    const std::string quoted = (field == "body" || field == "text") && number(0, 5) == 0 ? ", quoted: true" : "";
    return fmt::format("{{{}: {{{}{}: {}{}{}}}}}", field, field == "header" ? "name: Subject, " : "", op, values(op),
                       exact, quoted);
  }

  std::string when(int depth) {
    const int kind = number(0, depth > 0 ? 6 : 2);
    if (kind < 4) return condition();
    return fmt::format("{{{}: [{}, {}]}}",
                       kind == 4   ? "all"
                       : kind == 5 ? "any"
                                   : "none",
                       when(depth - 1), when(depth - 1));
  }

  std::mt19937 random_;
};

}  // namespace docket::testing

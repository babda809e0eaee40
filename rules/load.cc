// Rule files as one checked set: lists first, since a rule may use a list of a later file.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "config/calendar.h"
#include "config/digest.h"
#include "config/text.h"
#include "config/yaml/node.h"
#include "rules/compiled.h"
#include "rules/fold.h"
#include "rules/load_actions.h"
#include "rules/load_checks.h"
#include "rules/load_condition.h"
#include "rules/load_misplaced.h"
#include "rules/rule_set.h"

namespace docket {
namespace {

// Wide enough for every order, narrow enough that a slipped finger ("100000") is told.
constexpr int kMaxPrecedence = 1000;
// Names stand in tables, subjects and lines of a log.
constexpr std::size_t kMaxName = 200;

struct ParsedFile {
  std::string name;
  yaml::Node root;
};

/// Everything that reading one file after the other gathers.
class Loader {
 public:
  Loader(const Town& town, const std::vector<std::string>& templates, std::chrono::year_month_day today,
         Problems& problems)
      : town_(town), templates_(templates), today_(today), problems_(problems) {
    for (const auto& [id, office] : town.offices) set_.office_names[id] = office.name;
  }

  /// Before any file's rules: a rule may use a list of a later file.
  void read_lists(const ParsedFile& file) {
    yaml::Reader reader(file.name, problems_);
    const auto* lists = file.root.find("lists");
    if (lists == nullptr) return;
    if (lists->is_list()) {
      reader.error(*lists, "each list needs a name, and here stands none",
                   "lists: {road words: [pothole*, trottoir*]}");
      return;
    }
    if (!reader.is_map(*lists)) return;
    for (std::size_t i = 0; i < lists->items.size(); ++i) read_list(reader, lists->keys[i], lists->items[i]);
  }

  void read_file(const ParsedFile& file) {
    yaml::Reader reader(file.name, problems_);
    yaml::Map top(reader, file.root);
    int version = 0;
    if (top.find("version", yaml::Need::required) != nullptr) top.integer("version", version, 1, 1);
    top.find("lists");
    if (const auto* rules = top.find("rules")) {
      for (const auto& item : reader.list(*rules)) read_rule(reader, item, false);
    }
    if (const auto* rules = top.find("acknowledge")) {
      for (const auto& item : reader.list(*rules)) read_rule(reader, item, true);
    }
    if (const auto* tests = top.find("tests")) {
      for (const auto& item : reader.list(*tests)) read_test(reader, item);
    }
    misplaced_in_file(top);
    top.finish();
    check_swallowed(reader, file.root);
  }

  RuleSet::Compiled take() { return std::move(set_); }

 private:
  /// Values stay text here: only the condition that uses a list says what kind they are.
  void read_list(yaml::Reader& reader, const yaml::Key& key, const yaml::Node& node) {
    if (trim(key.text).empty()) reader.error(key, "a list needs a name", "rules use it as {list: NAME}");
    Lists::List list{key.text, reader.place(key), {}, {}};
    std::vector<const yaml::Node*> nodes;
    const auto values = reader.texts(node, &nodes);
    for (std::size_t i = 0; i < values.size(); ++i) list.entries.push_back({values[i], reader.place(*nodes[i])});
    if (const auto* first = lists_.add(std::move(list))) complain_twice(reader, key, "list", key.text, first->place);
  }

  /// Rules are named in traces, tests, the timeline and letters to offices: a name must lead to one rule.
  static void complain_twice(yaml::Reader& reader, const auto& at, const char* what, const std::string& name,
                             const Place& first) {
    reader.error(at,
                 fmt::format("the {} '{}' is here a second time; the first is {}:{}", what, name,
                             short_file(first.file), first.line),
                 "names are unique over all files, whatever their case");
  }

  /// Reads on after a fault. A rule that is wrong somewhere stays in the set, so that later faults about it are found
  /// in the same run; the set as a whole is dropped at the end.
  void read_rule(yaml::Reader& reader, const yaml::Node& node, bool acknowledges) {
    yaml::Map map(reader, node);
    Rule rule;
    rule.acknowledges = acknowledges;
    rule.place = reader.place(node);
    if (map.text("rule", rule.name, yaml::Need::required)) check_name(reader, *node.find("rule"), rule);
    ConditionContext context{reader, lists_, problems_};
    if (const auto* when = map.find("when", yaml::Need::required)) rule.when = read_when(context, *when);
    if (const auto* then = map.find("then", yaml::Need::required)) {
      // After `when`: what may be done depends on what was asked.
      rule.then = read_actions(reader, *then, town_, templates_, acknowledges);
      check_ignore(reader, *then, rule);
    }
    map.translated("because", rule.because, town_.languages);
    map.boolean("public", rule.is_public);
    if (!acknowledges) map.integer("precedence", rule.precedence, -kMaxPrecedence, kMaxPrecedence);
    if (const auto* valid = map.find("valid")) rule.valid = read_valid(reader, *valid);
    read_person(map, town_, today_, rule);
    if (const auto* examples = map.find("examples")) read_examples(reader, *examples, rule);
    misplaced_in_rule(map);
    map.finish();
    (acknowledges ? set_.acknowledge : set_.rules).push_back(std::move(rule));
  }

  /// Reserved are the words that `decided_by` uses where no rule decided.
  void check_name(yaml::Reader& reader, const yaml::Node& at, const Rule& rule) {
    if (trim(rule.name).empty()) reader.error(at, "a rule needs a name", "it is shown wherever the rule has decided");
    if (rule.name.find_first_of("\n\t") != std::string::npos) {
      reader.error(at, "the name of a rule takes one line", "leave the line breaks and tabs out");
    }
    if (count_characters(rule.name) > kMaxName) {
      reader.error(at, "the name of this rule is too long", "at most 200 characters; reasons go to 'because:'");
    }
    const auto [found, is_new] = names_.try_emplace(fold(rule.name), rule.place);
    if (!is_new) complain_twice(reader, at, "rule", rule.name, found->second);
    if (rule.name == "address" || rule.name == "fallback" || rule.name == "spam") {
      reader.error(at, fmt::format("a rule cannot be called '{}'", rule.name), "that word says that no rule decided");
    }
  }

  /// An example's letter stands beside `expect`, in one mapping: that is how clerks read a table row.
  static void read_examples(yaml::Reader& reader, const yaml::Node& node, Rule& rule) {
    for (const auto& item : reader.list(node)) {
      yaml::Map map(reader, item);
      Example example;
      example.place = reader.place(item);
      example.matches = map.word("expect", {"match", "no match"}, yaml::Need::required).value_or(0) == 0;
      example.letter = read_sketch(map);
      misplaced_in_example(map);
      map.finish();
      rule.examples.push_back(std::move(example));
    }
  }

  void read_test(yaml::Reader& reader, const yaml::Node& node) {
    yaml::Map map(reader, node);
    LetterTest test;
    test.place = reader.place(node);
    if (const auto* letter = map.find("letter", yaml::Need::required)) {
      yaml::Map sketch(reader, *letter);
      test.letter = read_sketch(sketch);
      sketch.finish();
    }
    if (const auto* expect = map.find("expect", yaml::Need::required)) test.expect = read_expectations(reader, *expect);
    misplaced_in_test(map);
    map.finish();
    set_.tests.push_back(std::move(test));
  }

  const Town& town_;
  const std::vector<std::string>& templates_;
  std::chrono::year_month_day today_;  ///< in the town
  Problems& problems_;
  Lists lists_;
  std::map<std::string, Place> names_;
  RuleSet::Compiled set_;
};

/// Lengths before texts, so that no two sets of files run together into the same octets.
std::string version_of(const std::vector<TextFile>& files) {
  std::string octets = "docket.rules.1";
  const auto append = [&](const std::string& text) {
    for (unsigned shift = 64; shift > 0;) {
      shift -= 8;
      octets += static_cast<char>(static_cast<std::uint64_t>(text.size()) >> shift & 0xFFU);
    }
    octets += text;
  };
  for (const auto& file : files) {
    append(file.name);
    append(file.text);
  }
  return "sha256:" + sha256_hex(octets);
}

}  // namespace

RuleSet::RuleSet(std::shared_ptr<const Compiled> compiled) : compiled_(std::move(compiled)) {}
const std::string& RuleSet::version() const { return compiled_->version; }

std::vector<PersonalRule> RuleSet::on_persons() const {
  std::vector<PersonalRule> found;
  for (const auto* section : {&compiled_->rules, &compiled_->acknowledge}) {
    for (const auto& rule : *section) {
      if (!rule.on_person || !rule.valid.to) continue;
      found.push_back({rule.name, short_file(rule.place.file), rule.place.line, *rule.valid.to, rule.justification});
    }
  }
  return found;
}

const char* Rule::kind() const {
  if (acknowledges) return "acknowledges";
  return then.decides() ? "decides" : "adds";
}

std::string short_file(const std::string& file) {
  const auto slash = file.rfind('/');
  return slash == std::string::npos ? file : file.substr(slash + 1);
}

std::shared_ptr<const RuleSet> load_rules(const std::vector<TextFile>& given, const Town& town,
                                          const std::vector<std::string>& templates, Time now, Problems& problems) {
  auto files = given;
  // Byte order, whatever the locale: the same files are the same rule set on every machine.
  std::sort(files.begin(), files.end(), [](const TextFile& a, const TextFile& b) { return a.name < b.name; });
  Problems found;
  std::vector<ParsedFile> parsed;
  for (const auto& file : files) {
    if (auto root = yaml::parse(file.name, file.text, found)) parsed.push_back({file.name, *std::move(root)});
  }
  const Calendar calendar(town.calendar, town.time_zone);
  Loader loader(town, templates, calendar.local(now).date, found);
  for (const auto& file : parsed) loader.read_lists(file);
  for (const auto& file : parsed) loader.read_file(file);
  // Only here: whoever fixes a file wants to see everything that is wrong with all of them at once.
  const bool bad = has_errors(found);
  problems.insert(problems.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
  if (bad) return nullptr;
  auto compiled = std::make_shared<RuleSet::Compiled>(loader.take());
  compiled->version = version_of(files);
  compiled->templates = {templates.begin(), templates.end()};
  compiled->index = std::make_unique<const Index>(compiled->rules);
  return std::make_shared<const RuleSet>(std::move(compiled));
}

}  // namespace docket

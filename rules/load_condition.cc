#include "rules/load_condition.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "config/text.h"
#include "rules/fold.h"
#include "rules/load_actions.h"
#include "rules/load_places.h"
#include "rules/value_lints.h"

namespace docket {
namespace {

// No clerk reads more; and what walks the tree may recurse.
constexpr int kMaxDepth = 8;

// What stands in the file is repeated in a hint up to here.
constexpr std::size_t kMaxRepeated = 60;

// Two operators in one field could mean both or either, and whoever reads the rule would guess.
const char* const kTwoOperators = "one operator a field: put each in a mapping of its own below 'all:' or 'any:'";

bool is_group(std::string_view key) { return key == "all" || key == "any" || key == "none"; }

std::vector<std::string> field_names() {
  std::vector<std::string> names{"all", "any", "none"};
  for (const auto& field : condition_fields()) {
    if (*field.part == '\0') names.emplace_back(field.name);
  }
  return names;
}

/// The field without a part, by its name.
const FieldInfo* find_field(std::string_view name, std::string_view part = {}) {
  const auto& fields = condition_fields();
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const FieldInfo& field) { return field.name == name && field.part == part; });
  return found == fields.end() ? nullptr : &*found;
}

When node_of(Condition condition) {
  When when;
  when.kind = When::Kind::condition;
  when.condition = std::move(condition);
  return when;
}

/// Reads the mapping of one field. Everything it accepts stands in the condition table: what no row has is refused here
/// with the operators that the table does have for the field.
class FieldReader {
 public:
  FieldReader(ConditionContext& context, const FieldInfo& field) : context_(context), field_(&field) {}

  When read(const yaml::Key& key, const yaml::Node& node) {
    condition_.place = context_.reader.place(key);
    if (field_->shorthand && (node.is_scalar() || node.is_list())) {
      condition_.row = find_row(field_->field, "is");
      read_values(node);
      return node_of(std::move(condition_));
    }
    if (!node.is_map() || node.items.empty()) {
      context_.reader.error(node, fmt::format("'{}' needs an operator and a value", key.text),
                            fmt::format("for example {}: {{{}}}", key.text, example(node)));
      return {};
    }
    const auto chosen = choose(node);
    if (chosen == node.keys.size()) return {};
    if (field_->field == Field::attachment && node.keys[chosen].text != "exists") {
      return read_part(node.keys[chosen], node.items[chosen]);
    }
    condition_.row = find_row(field_->field, node.keys[chosen].text);
    read_options(node);
    read_values(node.items[chosen]);
    return node_of(std::move(condition_));
  }

 private:
  /// What may stand in the field's mapping instead of an operator it does not know: for messages.
  [[nodiscard]] std::vector<std::string> choices() const {
    auto names = operators_of(field_->field);
    if (field_->field == Field::attachment) names.insert(names.end(), {"name", "type", "count"});
    return names;
  }

  /// Hints show the shape with this field's own keys, so that it can be copied.
  [[nodiscard]] std::string example(const yaml::Node& written = {}, std::string_view name = "…") const {
    const auto names = choices();
    const bool contains = std::find(names.begin(), names.end(), "contains") != names.end();
    const auto label = *field_->label != '\0' ? fmt::format("{}: {}, ", field_->label, name) : "";
    const bool repeat = written.is_scalar() && !written.text.empty() && written.text.size() <= kMaxRepeated;
    return fmt::format("{}{}: {}", label, contains ? "contains" : names.front(), repeat ? written.text : "…");
  }

  [[nodiscard]] bool takes_exact() const {
    const auto& rows = condition_table();
    return std::any_of(rows.begin(), rows.end(),
                       [&](const Row& row) { return row.field->field == field_->field && row.may_be_exact; });
  }

  /// What may stand beside the operator.
  [[nodiscard]] std::vector<std::string> options() const {
    std::vector<std::string> names;
    if (takes_exact()) names.emplace_back("exact");
    if (field_->quotable) names.emplace_back("quoted");
    if (*field_->label != '\0') names.emplace_back(field_->label);
    return names;
  }

  /// The index of the operator's key; the number of keys when there is none to go by.
  std::size_t choose(const yaml::Node& node) {
    const auto known = choices();
    const auto beside = options();
    auto chosen = node.keys.size();
    bool unknown = false;
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
      const auto& key = node.keys[i];
      if (std::find(beside.begin(), beside.end(), key.text) != beside.end()) continue;
      if (std::find(known.begin(), known.end(), key.text) == known.end()) {
        complain_of(node, key, known);
        unknown = true;
      } else if (chosen < node.keys.size()) {
        context_.reader.error(
            key, fmt::format("'{}' has two operators, '{}' and '{}'", field_->name, node.keys[chosen].text, key.text),
            kTwoOperators);
      } else {
        chosen = i;
      }
    }
    if (chosen == node.keys.size() && !unknown) {
      context_.reader.error(node, fmt::format("'{}' has no operator", field_->name),
                            fmt::format("one of: {}", fmt::join(known, ", ")));
    }
    return chosen;
  }

  /// A key that belongs to another field gets another answer than one that is misspelled.
  void complain_of(const yaml::Node& node, const yaml::Key& key, std::vector<std::string> known) {
    if (key.text == "exact" || key.text == "quoted" || key.text == "name" || key.text == "label") {
      context_.reader.error(key, fmt::format("'{}' does not go with '{}'", key.text, field_->name),
                            key.text == "exact"    ? "leave it out: capitals and accents make no difference there"
                            : key.text == "quoted" ? "leave it out; only 'body' and 'text' have quoted history"
                            : key.text == "name"   ? "leave it out; it says which 'header'"
                                                   : "leave it out; it says which 'line'");
      return;
    }
    if (is_part_of_circle(key.text) && find_row(field_->field, "near") != nullptr) {
      context_.reader.error(key, fmt::format("'{}' belongs below 'near:'", key.text), kCircleShape);
      return;
    }
    const auto beside = options();
    known.insert(known.end(), beside.begin(), beside.end());
    const auto near = nearest(key.text, known);
    if (!near && *field_->label != '\0' && node.find(field_->label) == nullptr) {
      context_.reader.error(key, fmt::format("'{}' is no operator of '{}'", key.text, field_->name),
                            fmt::format("{}: {{{}}}", field_->name, example({}, key.text)));
      return;
    }
    context_.reader.error(
        key, fmt::format("'{}' is no operator of '{}'", key.text, field_->name),
        near ? fmt::format("did you mean '{}'?", *near) : fmt::format("one of: {}", fmt::join(known, ", ")));
  }

  /// `attachment: {name: {…}}`: the part is a field of its own.
  When read_part(const yaml::Key& key, const yaml::Node& node) {
    FieldReader part(context_, *find_field(field_->name, key.text));
    return part.read(key, node);
  }

  /// `exact`, `quoted`, and which header or line it is. The row is known, so what does not go with it is told here.
  void read_options(const yaml::Node& node) {
    if (const auto* exact = takes_exact() ? node.find("exact") : nullptr) {
      condition_.exact = context_.reader.boolean(*exact).value_or(false);
      if (!condition_.row->may_be_exact) {
        context_.reader.error(*exact, fmt::format("'exact' does not go with '{}'", condition_.row->op_name),
                              "leave it out: capitals and accents make no difference there");
      }
    }
    if (const auto* quoted = field_->quotable ? node.find("quoted") : nullptr) {
      condition_.quoted = context_.reader.boolean(*quoted).value_or(false);
    }
    if (*field_->label == '\0') return;
    if (const auto* label = node.find(field_->label)) {
      condition_.label = context_.reader.text(*label).value_or("");
      check_label(*label);
    } else {
      context_.reader.error(node, fmt::format("'{}' needs '{}'", field_->name, field_->label),
                            fmt::format("{}: {{{}}}", field_->name, example()));
    }
  }

  /// A name with a colon would be the name of no header, silently.
  void check_label(const yaml::Node& node) {
    const bool header = field_->field == Field::header;
    if (condition_.label.find_first_of(header ? ": " : ":") == std::string::npos) return;
    context_.reader.error(node, fmt::format("'{}' is the {} of no {}", condition_.label, field_->label, field_->name),
                          "write it as it stands before the colon, without the colon");
  }

  void read_values(const yaml::Node& node) {
    const bool circles = condition_.row->takes == Takes::circle;
    if (node.is_map() && !(circles && node.find("list") == nullptr && node.find("lists") == nullptr)) {
      read_lists(node);
      return;
    }
    std::vector<Lists::Entry> entries;
    for (const auto* item : items_of(node)) {
      // Here true and false are meant, and yes or 12 are words like others.
      if (circles && item->is_map()) {
        if (auto text = read_circle(context_.reader, *item)) {
          entries.push_back({*std::move(text), context_.reader.place(*item)});
        }
      } else if (item->is_scalar() && !item->text.empty()) {
        entries.push_back({item->text, context_.reader.place(*item)});
      } else {
        context_.reader.error(
            *item, item->is_list() || item->is_map() ? "one value belongs here" : "a value is missing here",
            item->text == "null" ? "for the word itself write \"null\"" : "a text that holds signs needs quotes");
      }
    }
    condition_.groups.push_back({"", read_all(entries)});
  }

  /// One value counts as a list of one.
  std::vector<const yaml::Node*> items_of(const yaml::Node& node) {
    std::vector<const yaml::Node*> items;
    if (!node.is_list()) return {&node};
    for (const auto& item : context_.reader.list(node)) items.push_back(&item);
    return items;
  }

  /// `{list: NAME}` or `{lists: [A, B]}`; each list stays a group of its own, so that traces and plain words can name
  /// it instead of its thousand streets.
  void read_lists(const yaml::Node& node) {
    yaml::Map map(context_.reader, node);
    std::string one;
    std::vector<std::string> several;
    const bool has_one = map.text("list", one);
    const bool has_several = map.texts("lists", several);
    map.finish();
    const auto* at = node.find(has_one ? "list" : "lists");
    if (has_one && has_several) context_.reader.error(node, "'list' and 'lists' stand together", "keep 'lists'");
    if (has_one) several.insert(several.begin(), one);
    for (const auto& name : several) read_list(*at, name);
  }

  /// A list is read once for each row that uses it: ten thousand streets in a hundred rules are still one vector.
  void read_list(const yaml::Node& at, const std::string& name) {
    auto* list = context_.lists.find(name);
    if (list == nullptr) {
      const auto near = nearest(name, context_.lists.names());
      context_.reader.error(
          at, fmt::format("there is no list '{}'", name),
          near ? fmt::format("did you mean '{}'?", *near) : "lists stand below 'lists:' in any rule file");
      return;
    }
    auto& read = list->read[{condition_.row, condition_.exact}];
    if (!read) {
      const auto before = context_.problems.size();
      read = read_all(list->entries);
      for (auto i = before; i < context_.problems.size(); ++i) {
        context_.problems[i].text +=
            fmt::format(" (list '{}' is used with '{} {}')", list->name, field_->name, condition_.row->op_name);
      }
    }
    condition_.groups.push_back({list->name, read});
  }

  /// A value that cannot be read is left out and told; the others are still checked, so that one run finds all faults.
  std::shared_ptr<const std::vector<Value>> read_all(const std::vector<Lists::Entry>& entries) {
    auto values = std::make_shared<std::vector<Value>>();
    for (const auto& entry : entries) {
      Value value;
      value.written = entry.text;
      if (const auto fault = condition_.row->parse(entry.text, condition_.exact, value)) {
        context_.problems.push_back({Severity::error, entry.place, fault->text, fault->hint});
        continue;
      }
      lint_value(condition_, entry.text, entry.place, context_.problems);
      values->push_back(std::move(value));
    }
    return values;
  }

  ConditionContext& context_;
  const FieldInfo* field_;
  Condition condition_;
};

bool is_operator(std::string_view word) {
  const auto& table = condition_table();
  return std::any_of(table.begin(), table.end(), [&](const Row& row) { return row.op_name == word; });
}

/// Words of other places of a rule are told with their place; what is misspelled with what it may be.
void complain_of_field(yaml::Reader& reader, const yaml::Key& key) {
  const auto actions = action_names();
  if (std::find(actions.begin(), actions.end(), key.text) != actions.end()) {
    return reader.error(key, fmt::format("'{}' belongs below 'then:'", key.text),
                        fmt::format("then: {{{}: …}}", key.text));
  }
  if (is_operator(key.text)) {
    return reader.error(key, fmt::format("'{}' stands without the field that it looks at", key.text),
                        fmt::format("for example text: {{{}: …}}", key.text));
  }
  const auto names = field_names();
  const auto near = nearest(key.text, names);
  reader.error(key, fmt::format("unknown field '{}'", key.text),
               near ? fmt::format("did you mean '{}'?", *near) : fmt::format("one of: {}", fmt::join(names, ", ")));
}

// Mappings hold groups and groups hold mappings.
When read_mapping(ConditionContext& context, const yaml::Node& node, int depth);

/// An empty `any` would hold for no letter and an empty `none` for all: neither is ever meant, so a list needs an
/// entry.
When read_parts(ConditionContext& context, const yaml::Key& key, const yaml::Node& node, int depth) {
  When when;
  when.kind = key.text == "all" ? When::Kind::all : key.text == "any" ? When::Kind::any : When::Kind::none;
  if (!node.is_list() || node.items.empty()) {
    context.reader.error(node, fmt::format("'{}' needs a list of conditions", key.text),
                         fmt::format("{}: [{{subject: {{…}}}}, {{body: {{…}}}}]", key.text));
    return when;
  }
  for (const auto& item : node.items) when.parts.push_back(read_mapping(context, item, depth + 1));
  return when;
}

When read_mapping(ConditionContext& context, const yaml::Node& node, int depth) {
  When all;
  all.kind = When::Kind::all;
  if (depth > kMaxDepth) {
    context.reader.error(node, "conditions are nested too deeply", "at most 8 levels");
    return all;
  }
  if (node.is_list()) {
    context.reader.error(node, "a list of conditions needs a word before it",
                         "write all:, any: or none: before the list");
    return all;
  }
  if (!context.reader.is_map(node)) return all;
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    const auto& key = node.keys[i];
    if (is_group(key.text)) {
      all.parts.push_back(read_parts(context, key, node.items[i], depth));
    } else if (const auto* field = find_field(key.text)) {
      all.parts.push_back(FieldReader(context, *field).read(key, node.items[i]));
    } else {
      complain_of_field(context.reader, key);
    }
  }
  // One field alone needs no group around it; its trace and its words read better without.
  return all.parts.size() == 1 ? std::move(all.parts.front()) : all;
}

}  // namespace

const Lists::List* Lists::add(List&& list) {
  // Names are found as people tell them apart: case, accents and dashes are no difference.
  const auto key = fold(list.name);
  const auto [found, is_new] = by_key_.try_emplace(key, std::move(list));
  return is_new ? nullptr : &found->second;
}

Lists::List* Lists::find(const std::string& name) {
  const auto found = by_key_.find(fold(name));
  return found == by_key_.end() ? nullptr : &found->second;
}

std::vector<std::string> Lists::names() const {
  std::vector<std::string> names;
  for (const auto& [key, list] : by_key_) names.push_back(list.name);
  return names;
}

When read_when(ConditionContext& context, const yaml::Node& node) {
  if (node.is_scalar()) {
    if (node.text != "always") {
      context.reader.error(node, fmt::format("'{}' is no condition", node.text),
                           "write always, or field: {operator: value}");
    }
    return {};
  }
  return read_mapping(context, node, 1);
}

}  // namespace docket

#include "rules/words/clauses.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace docket {
namespace {

/// The tree without `none`: what must not hold is said of each condition.
struct Node {
  bool all = false;  ///< else any; of several parts
  std::vector<Node> parts;
  Statement statement;  ///< where there are no parts

  [[nodiscard]] bool is_leaf() const { return statement.condition != nullptr; }
  [[nodiscard]] int height() const {
    int highest = -1;
    for (const auto& part : parts) highest = std::max(highest, part.height());
    return highest + 1;
  }
};

/// "all" in "all" is one "all"; a group of one is that one.
Node group(bool all, std::vector<Node> parts) {
  std::vector<Node> flat;
  for (auto& part : parts) {
    if (!part.is_leaf() && part.all == all) {
      std::move(part.parts.begin(), part.parts.end(), std::back_inserter(flat));
    } else {
      flat.push_back(std::move(part));
    }
  }
  if (flat.size() == 1) return std::move(flat.front());
  return {all, std::move(flat), {}};
}

Node leaf(const Condition& condition, const Value* value, bool negative) {
  return {false, {}, {&condition, value, negative}};
}

/// `false` is a negative of its own; and "at most 3 or 4 files" would say something else than "not more than 3 or 4".
Node node_of(const Condition& condition, bool negative) {
  const auto takes = condition.row->takes;
  if (takes != Takes::boolean && takes != Takes::size && takes != Takes::count)
    return leaf(condition, nullptr, negative);
  std::vector<Node> parts;
  for (const auto& values : condition.groups) {
    for (const auto& value : *values.values) {
      parts.push_back(leaf(condition, &value, negative != (takes == Takes::boolean && !value.flag)));
    }
  }
  return group(negative, std::move(parts));
}

Node node_of(const When& when, bool negative) {
  if (when.kind == When::Kind::condition) return node_of(when.condition, negative);
  const bool inner = negative != (when.kind == When::Kind::none);
  std::vector<Node> parts;
  for (const auto& part : when.parts) parts.push_back(node_of(part, inner));
  const bool all = when.kind == When::Kind::all || when.kind == When::Kind::always;
  return group(all != inner, std::move(parts));
}

/// At the top `none` is an exception, which a sentence says best as one.
void sort_out(const When& when, std::vector<Node>& which, std::vector<Node>& unless) {
  if (when.kind == When::Kind::always) return;
  if (when.kind == When::Kind::all) {
    for (const auto& part : when.parts) sort_out(part, which, unless);
  } else if (when.kind == When::Kind::none) {
    for (const auto& part : when.parts) unless.push_back(node_of(part, false));
  } else {
    which.push_back(node_of(when, false));
  }
}

class Sayer {
 public:
  /// `after_if`: the sentence has said "unless".
  Sayer(Clause clause, const Speech& speech, bool after_if = false)
      : clause_(clause), speech_(speech), after_if_(after_if) {}

  [[nodiscard]] std::string text(const Node& node) const {
    if (node.is_leaf()) return say(node.statement, clause_, speech_);
    std::vector<std::string> parts;
    bool groups = false;
    for (const auto& part : node.parts) {
      if (part.is_leaf()) parts.push_back(text(part));
    }
    for (const auto& part : node.parts) {
      if (part.is_leaf()) continue;
      parts.push_back(part.height() > 1 ? fmt::format("({})", text(part)) : inner(part));
      groups = true;
    }
    if (speech_.french && after_if_) repeat_if(parts);
    return node.all ? joined_all(parts, groups) : joined_any(parts, groups);
  }

 private:
  [[nodiscard]] const char* word(const char* en, const char* fr) const { return speech_.french ? fr : en; }

  [[nodiscard]] std::vector<std::string> texts(const Node& node) const {
    std::vector<std::string> said;
    for (const auto& part : node.parts) said.push_back(text(part));
    return said;
  }

  /// A group of conditions within another group, so that no two "and" or "or" are one breath apart.
  [[nodiscard]] std::string inner(const Node& node) const {
    if (node.all) return fmt::format("{}", fmt::join(texts(node), word(" and also ", " et aussi ")));
    const auto said = Sayer(Clause::it, speech_).texts(node);
    const std::string where = clause_ == Clause::which ? word("where ", "où ") : "";
    if (speech_.french) return fmt::format("{}soit {}", where, fmt::join(said, ", soit "));
    return where + "either " + enumerated(said, " or ");
  }

  /// "sauf si … ou si …": French says it again before each part.
  static void repeat_if(std::vector<std::string>& parts) {
    for (std::size_t i = 1; i < parts.size(); ++i) parts[i].insert(0, "si ");
  }

  /// A comma before "and" where one of the parts has an "or" in it.
  [[nodiscard]] std::string joined_all(const std::vector<std::string>& parts, bool groups) const {
    const auto* const choice = word(" or ", " ou ");
    const bool comma = groups || std::any_of(parts.begin(), parts.end(), [&](const std::string& part) {
                         return part.find(choice) != std::string::npos;
                       });
    return enumerated(parts,
                      comma || (parts.size() > 2 && !speech_.french) ? word(", and ", ", et ") : word(" and ", " et "));
  }

  /// The groups, which are all "all", come last.
  [[nodiscard]] std::string joined_any(const std::vector<std::string>& parts, bool groups) const {
    if (groups) return fmt::format("{}", fmt::join(parts, word(", or else ", ", ou bien ")));
    return enumerated(parts, word(" or ", " ou "));
  }

  Clause clause_;
  const Speech& speech_;
  bool after_if_;
};

/// "letters received at night" rather than "letters that are received at night", where nothing else is said of them.
std::string shortened(const std::string& text, const Speech& speech) {
  const std::string_view are = speech.french ? "qui sont " : "that are ";
  const std::string_view are_not = speech.french ? "qui ne sont " : "that are not ";
  return text.starts_with(are) && !text.starts_with(are_not) ? text.substr(are.size()) : text;
}

/// A choice with more than plain conditions in it is said of one letter: no two relative clauses then run together.
std::string which_of(const Node& node, const Speech& speech) {
  if (node.is_leaf()) return shortened(Sayer(Clause::which, speech).text(node), speech);
  const bool simple = node.height() == 1 || (node.height() == 2 && node.all);
  if (simple) return Sayer(Clause::which, speech).text(node);
  return (speech.french ? "où " : "where ") + Sayer(Clause::it, speech).text(node);
}

}  // namespace

Clauses clauses_of(const When& when, const Speech& speech) {
  std::vector<Node> which;
  std::vector<Node> unless;
  sort_out(when, which, unless);
  Clauses clauses;
  if (!which.empty()) {
    const auto node = group(true, std::move(which));
    clauses.which = which_of(node, speech);
    clauses.either = node.height() > 1 || (node.height() == 1 && !node.all);
  }
  if (!unless.empty()) clauses.unless = Sayer(Clause::it, speech, true).text(group(false, std::move(unless)));
  return clauses;
}

}  // namespace docket

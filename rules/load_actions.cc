#include "rules/load_actions.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "config/channels.h"
#include "config/standard.h"
#include "config/text.h"
#include "rules/fold.h"

namespace docket {
namespace {

struct ActionContext {
  yaml::Reader& reader;
  const Town& town;
  const std::vector<std::string>& templates;
};

/// Reads the value of one key of `then:`; a fault is told and leaves the action out.
using ReadAction = void(ActionContext& context, const yaml::Node& node, Actions& actions);

std::string did_you_mean(const std::string& word, const std::vector<std::string>& known) {
  const auto near = nearest(word, known);
  if (near) return fmt::format("did you mean '{}'?", *near);
  return known.size() <= 12 ? fmt::format("one of: {}", fmt::join(known, ", ")) : "";
}

/// The id of the office whose name or address somebody wrote instead.
std::optional<std::string> office_meant(const Town& town, const std::string& written) {
  const auto form = fold(written);
  for (const auto& [id, office] : town.offices) {
    const bool named = std::any_of(office.name.by_language.begin(), office.name.by_language.end(),
                                   [&](const auto& name) { return fold(name.second) == form; });
    if (named || fold(office.address) == form) return id;
  }
  const auto found = town.addresses.find(ascii_lower(written));
  return found == town.addresses.end() ? std::nullopt : std::optional(found->second);
}

/// A rule that names no office would lose letters in silence; so a name must exist before the set is taken.
bool check_office(ActionContext& context, const yaml::Node& node, const std::string& id) {
  if (context.town.office(id) != nullptr) return true;
  std::vector<std::string> known;
  for (const auto& [office, unused] : context.town.offices) known.push_back(office);
  const auto meant = office_meant(context.town, id);
  context.reader.error(node, fmt::format("there is no office '{}' in town.yaml", id),
                       did_you_mean(meant.value_or(id), known));
  return false;
}

std::vector<std::string> offices(ActionContext& context, const yaml::Node& node) {
  std::vector<const yaml::Node*> nodes;
  auto ids = context.reader.texts(node, &nodes);
  for (std::size_t i = 0; i < ids.size(); ++i) check_office(context, *nodes[i], ids[i]);
  return ids;
}

/// NAME of a template that is stored as `prefix` NAME.
/// Where no template is known (they did not load) nothing is said: the cause is told already.
std::optional<std::string> template_name(ActionContext& context, const yaml::Node& node, const std::string& prefix) {
  auto name = context.reader.text(node);
  const auto& known = context.templates;
  if (!name || known.empty() || std::find(known.begin(), known.end(), prefix + *name) != known.end()) return name;
  std::vector<std::string> names;
  for (const auto& full : known) {
    const bool of_another_kind = prefix.empty() && (full.starts_with("notice-") || full.starts_with("answer-"));
    if (full.starts_with(prefix) && !of_another_kind) names.push_back(full.substr(prefix.size()));
  }
  // The file's name is what a clerk sees in the folder: notice-danger.en.txt.
  auto plain = name->substr(0, name->find('.'));
  if (plain.starts_with(prefix)) plain.erase(0, prefix.size());
  context.reader.error(
      node, fmt::format("there is no template letters/{}{}", prefix, *name),
      names.empty() ? fmt::format("it would be letters/{}{}.LANG.txt", prefix, plain) : did_you_mean(plain, names));
  return name;
}

/// An action that only one word can be said of.
/// `restrict: false` and `quote: always` look as if they took back what another rule did, which no rule can.
void only(ActionContext& context, const yaml::Node& node, std::string_view word, bool& into) {
  into = node.is_scalar() && node.text == word;
  if (!into) context.reader.error(node, fmt::format("only '{}' can stand here", word), "or take the line out");
}

void read_assign(ActionContext& context, const yaml::Node& node, Actions& actions) {
  if (node.is_list() && node.items.size() > 1) {
    context.reader.error(node, "one office acts, and here stand several", "assign one; the others get it by 'copy'");
    return;
  }
  actions.assign = context.reader.text(node);
  if (actions.assign) check_office(context, node, *actions.assign);
}
// Reasons are free text: they are shown to clerks beside the letter and counted, never to residents.
void read_review(ActionContext& context, const yaml::Node& node, Actions& actions) {
  actions.review = context.reader.text(node);
}
void read_ignore(ActionContext& context, const yaml::Node& node, Actions& actions) {
  actions.ignore = context.reader.text(node);
}
void read_copy(ActionContext& context, const yaml::Node& node, Actions& actions) {
  actions.copy = offices(context, node);
}
void read_label(ActionContext& context, const yaml::Node& node, Actions& actions) {
  actions.label = context.reader.texts(node);
}
void read_priority(ActionContext& context, const yaml::Node& node, Actions& actions) {
  static const std::vector<std::string> kNames{"low", "normal", "high", "urgent"};
  const auto word = context.reader.word(node, kNames);
  if (!word) return;
  actions.priority = static_cast<Priority>(std::find(kNames.begin(), kNames.end(), *word) - kNames.begin());
}
// NAME is the clerk's word; which file it is in follows from the action, so that no answer is shown as a notice.
void read_notice(ActionContext& context, const yaml::Node& node, Actions& actions) {
  actions.urgent_notice = template_name(context, node, "notice-");
}
void read_answer(ActionContext& context, const yaml::Node& node, Actions& actions) {
  actions.answer = template_name(context, node, "answer-");
}
void read_template(ActionContext& context, const yaml::Node& node, Actions& actions) {
  actions.template_name = template_name(context, node, "");
}
void read_matter_standard(ActionContext& context, const yaml::Node& node, Actions& actions) {
  actions.standard = read_standard(context.reader, node);
}
void read_alert(ActionContext& context, const yaml::Node& node, Actions& actions) {
  actions.alert = offices(context, node);
}
void read_restrict(ActionContext& context, const yaml::Node& node, Actions& actions) {
  only(context, node, "true", actions.restrict_);
}
void read_quote(ActionContext& context, const yaml::Node& node, Actions& actions) {
  only(context, node, "never", actions.quote_never);
}
void read_acknowledge(ActionContext& context, const yaml::Node& node, Actions& actions) {
  only(context, node, "never", actions.acknowledge_never);
}
void read_channel(ActionContext& context, const yaml::Node& node, Actions& actions) {
  actions.channel = context.reader.word(node, {kChannels.begin(), kChannels.end()});
}
void read_resident(ActionContext& context, const yaml::Node& node, Actions& actions) {
  only(context, node, "none", actions.resident_none);
}

struct ActionRow {
  const char* key;
  ReadAction* read;
  bool decides;
  bool in_acknowledge;
};

// Every action with what it counts as: whether it makes the rule one that decides, and whether a rule below
// `acknowledge:` may have it. Those see a finished decision, so they choose words and cannot change who gets the
// letter.
constexpr std::array kActions = {
    ActionRow{"assign", read_assign, true, false},         ActionRow{"review", read_review, true, false},
    ActionRow{"ignore", read_ignore, true, false},         ActionRow{"copy", read_copy, false, false},
    ActionRow{"label", read_label, false, false},          ActionRow{"priority", read_priority, false, false},
    ActionRow{"urgent_notice", read_notice, false, false}, ActionRow{"answer", read_answer, false, true},
    ActionRow{"template", read_template, false, true},     ActionRow{"standard", read_matter_standard, false, false},
    ActionRow{"alert", read_alert, false, false},          ActionRow{"restrict", read_restrict, false, false},
    ActionRow{"quote", read_quote, false, false},          ActionRow{"acknowledge", read_acknowledge, false, true},
    ActionRow{"channel", read_channel, false, false},      ActionRow{"resident", read_resident, false, false},
};

}  // namespace

std::vector<std::string> action_names() {
  std::vector<std::string> names;
  std::transform(kActions.begin(), kActions.end(), std::back_inserter(names), [](const auto& row) { return row.key; });
  return names;
}

Actions read_actions(yaml::Reader& reader, const yaml::Node& node, const Town& town,
                     const std::vector<std::string>& templates, bool acknowledges) {
  Actions actions;
  ActionContext context{reader, town, templates};
  yaml::Map map(reader, node);
  const char* decided = nullptr;
  for (const auto& row : kActions) {
    if (acknowledges && !row.in_acknowledge) continue;
    const auto* value = map.find(row.key);
    if (value == nullptr) continue;
    // Two of them could not both happen, and which one would is nobody's guess.
    if (row.decides && decided != nullptr) {
      reader.error(*map.key(row.key), fmt::format("'{}' and '{}' both decide", decided, row.key), "keep one of them");
    }
    if (row.decides) decided = row.key;
    row.read(context, *value, actions);
  }
  if (acknowledges) {
    map.misplaced(action_names(), "'{}' cannot stand below 'acknowledge:'",
                  "only answer, template and acknowledge; who gets the letter is settled by the rules below 'rules:'");
  }
  map.finish();
  return actions;
}

}  // namespace docket

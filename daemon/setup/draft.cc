#include "daemon/setup/draft.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "config/sample.h"
#include "config/text.h"
#include "daemon/configuration.h"
#include "daemon/setup/server.h"
#include "daemon/setup/yaml_text.h"

namespace docket::setup {
namespace {

constexpr std::string_view kRulesSchema =
    "# yaml-language-server: $schema=file:///usr/share/docket/schema/rules.schema.json\n";

std::string acknowledge_yaml() {
  return std::string(kRulesSchema) +
         "# Which letter a resident gets back; the first rule that matches is taken.\n"
         "version: 1\n"
         "acknowledge:\n"
         "  - {rule: closed, when: {time: {outside: hours}}, then: {template: acknowledgement-closed}}\n"
         "  - {rule: usual, when: always, then: {template: acknowledgement}}\n";
}

/// The sample's letters in the town's languages; a ready answer on one town's garbage days is no other's.
void add_letters(const Answers& answers, std::vector<DraftFile>& files) {
  const auto languages = answers.list("language");
  for (const auto& file : sample_files()) {
    if (!file.path.starts_with("letters/") || file.path.starts_with("letters/answer-")) continue;
    const bool wanted = std::any_of(languages.begin(), languages.end(), [&](const std::string& language) {
      return file.path.ends_with("." + language + ".txt");
    });
    if (wanted) files.push_back({file.path, std::string(file.text), Belongs::clerk});
  }
}

}  // namespace

// Not the sample's other rules: which words mean what is each town's own to say. Until it does, the address written to
// decides.
std::string newsletters_yaml(const Answers& answers) {
  const auto domain = answers.domain();
  return fmt::format(
      "{}# What is no letter to the town. Every other letter goes to the office of the address it was written to, "
      "until "
      "you\n# write rules here: docket-rules(5) shows them by examples. After a change: docket check, then docket "
      "reload.\n"
      "version: 1\n"
      "rules:\n"
      "  - rule: Newsletters\n"
      "    when:\n"
      "      header: {{name: List-Unsubscribe, exists: true}}\n"
      "      none: [{{header: {{name: List-Id, contains: {}}}}}]   # the town's own lists carry letters\n"
      "    then: {{ignore: newsletter}}       # kept and listed (docket ignored list); no case is opened\n"
      "    examples:\n"
      "      - {{expect: match, header: {{List-Unsubscribe: \"<mailto:leave@news.invalid>\", List-Id: "
      "news.invalid}}}}\n"
      "      - {{expect: no match, header: {{List-Unsubscribe: \"<mailto:leave@news.invalid>\", List-Id: {}}}}}\n"
      "      - {{expect: no match, subject: \"A letter from a resident\"}}\n",
      kRulesSchema, yaml_quoted(domain), yaml_quoted("town-list." + domain));
}

std::vector<DraftSecret> draft_secrets(const Answers& answers) {
  if (answers.oauth2()) return {{"oauth2-client", answers.text("client-secret")}};
  std::vector<DraftSecret> secrets{{"mailbox", answers.text("imap-password")}};
  if (answers.text("smtp-user") != kNoLogin && answers.given("smtp-password")) {
    secrets.push_back({"mail-out", answers.text("smtp-password")});
  }
  return secrets;
}

std::vector<DraftFile> draft_files(const Answers& answers) {
  std::vector<DraftFile> files;
  files.push_back({"docket.yaml", docket_yaml(answers), Belongs::admin});
  files.push_back({"town.yaml", town_yaml(answers), Belongs::clerk});
  files.push_back({"rules/10-newsletters.yaml", newsletters_yaml(answers), Belongs::clerk});
  files.push_back({"rules/90-acknowledge.yaml", acknowledge_yaml(), Belongs::clerk});
  add_letters(answers, files);
  for (const auto& secret : draft_secrets(answers)) {
    if (!secret.text.empty()) files.push_back({"secrets/" + secret.name, secret.text + "\n", Belongs::secret});
  }
  return files;
}

// The unit hands over every file of secrets/ under its name.
std::string secret_place(const std::string& name, const Answers& answers) {
  return answers.surroundings().for_service ? fmt::format("{{credential: {}}}", name)
                                            : fmt::format("{{file: secrets/{}}}", name);
}

std::string source_name(const Answers& answers) {
  const auto user = answers.text("imap-user");
  const auto name = plain_name(user.substr(0, user.find('@')));
  return name.empty() || name == "desk" ? "mailbox" : name;
}

Problems check_draft(const std::vector<DraftFile>& files, const Answers& answers, Time now) {
  Problems problems;
  TownFiles town;
  std::optional<Settings> settings;
  for (const auto& file : files) {
    const TextFile text{file.name, file.text};
    if (file.name == "docket.yaml") settings = load_settings(text, answers.surroundings().folder, problems);
    if (file.name == "town.yaml") town.town = text;
    if (file.name.starts_with("rules/")) town.rules.push_back(text);
    if (file.name.starts_with("letters/")) town.letters.push_back(text);
  }
  if (!settings) return problems;
  (void)build_configuration(std::make_shared<const Settings>(std::move(*settings)), std::move(town), now, problems);
  return problems;
}

}  // namespace docket::setup

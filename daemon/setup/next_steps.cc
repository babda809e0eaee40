#include "daemon/setup/next_steps.h"

#include <fmt/format.h>

#include <utility>

#include "daemon/setup/draft.h"
#include "daemon/setup/question.h"
#include "daemon/setup/server.h"

namespace docket::setup {
namespace {

/// Where oauth2 was set up before the consoles were done.
std::string left_to_do(const Answers& answers) {
  std::string text;
  const auto file = answers.surroundings().folder / "secrets/oauth2-client";
  if (answers.oauth2() && answers.text("client-secret").empty()) {
    text += fmt::format("Still to do: the client secret in {} (0600).\n", file.string());
  }
  for (const auto& [id, placeholder] : {std::pair{"tenant", kTenantLater}, std::pair{"client-id", kClientLater}}) {
    if (!applies(question(id), answers) || answers.text(id) != placeholder) continue;
    text += fmt::format("Still to do: {} in docket.yaml.\n", placeholder);
  }
  if (answers.oauth2() && answers.text("grant") == "refresh_token" && answers.text("refresh-token").empty()) {
    text += fmt::format("Still to do: the refresh token in {} (0600, the service's own).\n",
                        refresh_token_file(answers).string());
  }
  return text;
}

}  // namespace

std::filesystem::path refresh_token_file(const Answers& answers) {
  return answers.surroundings().folder / answers.text("data") / "tokens" / (source_name(answers) + ".refresh");
}

std::string next_steps(const Answers& answers) {
  const auto& here = answers.surroundings();
  const auto folder = here.folder.string();
  auto text = fmt::format("The configuration is in {}.\n{}", folder, left_to_do(answers));
  if (!here.for_service) {
    return text + fmt::format("Next: docket -c {0} check, then docket -c {0} serve.\n", folder);
  }
  // As the package has its units: docket.service, and docket@TOWN.service for /etc/docket/TOWN.
  if (folder == "/etc/docket") return text + "Next: docket check, then systemctl enable --now docket.\n";
  if (here.folder.parent_path() == "/etc/docket") {
    return text + fmt::format("Next: docket -c {} check, then systemctl enable --now docket@{}.\n", folder,
                              here.folder.filename().string());
  }
  return text + fmt::format(
                    "Its unit must know the folder and its secrets (systemctl edit docket):\n"
                    "  [Service]\n  LoadCredential=secrets:{0}/secrets\n  Environment=DOCKET_CONFIG={0}\n"
                    "Next: docket -c {0} check, then systemctl enable --now docket.\n",
                    folder);
}

}  // namespace docket::setup

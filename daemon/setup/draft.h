// The configuration that the answers make, as text, before any of it is written.
#pragma once

#include <string>
#include <vector>

#include "config/load.h"
#include "config/problem.h"
#include "daemon/setup/answers.h"

namespace docket::setup {

/// Whose a file is, and with that who may read and write it.
enum class Belongs { admin, clerk, secret };

struct DraftFile {
  std::string name;  ///< below the configuration folder
  std::string text;
  Belongs belongs = Belongs::admin;
};

/// A secret by the name of its file in secrets/.
struct DraftSecret {
  std::string name;
  std::string text;  ///< empty: it is stored later
};

/// docket.yaml, town.yaml, rules/, letters/ and secrets/; all questions that apply have an answer.
[[nodiscard]] std::vector<DraftFile> draft_files(const Answers& answers);
/// What docket.yaml names, once each.
[[nodiscard]] std::vector<DraftSecret> draft_secrets(const Answers& answers);

[[nodiscard]] std::string docket_yaml(const Answers& answers);
/// As much of docket.yaml as it takes to try the mailbox, or the way out, before the other answers are there.
[[nodiscard]] std::string mailbox_trial(const Answers& answers);
[[nodiscard]] std::string mail_out_trial(const Answers& answers);
[[nodiscard]] std::string town_yaml(const Answers& answers);
[[nodiscard]] std::string newsletters_yaml(const Answers& answers);

/// How docket.yaml names the secret: `{credential: …}` for the service, `{file: …}` for a person.
[[nodiscard]] std::string secret_place(const std::string& name, const Answers& answers);
/// The name of the one source, for good: it is part of every delivery key.
[[nodiscard]] std::string source_name(const Answers& answers);

/// What `docket check` will say of it in the folder it is meant for.
[[nodiscard]] Problems check_draft(const std::vector<DraftFile>& files, const Answers& answers, Time now);

}  // namespace docket::setup

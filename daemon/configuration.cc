#include "daemon/configuration.h"

#include <thread>

#include "config/personal_details.h"
#include "daemon/matters/places.h"
#include "rules/examples.h"
#include "rules/lint/lint.h"

namespace docket {

void RunningConfiguration::set(std::shared_ptr<const Configuration> next, std::chrono::milliseconds patience) {
  {
    const std::lock_guard lock(mutex_);
    value_.swap(next);
  }
  const auto limit = std::chrono::steady_clock::now() + patience;
  while (next.use_count() > 1 && std::chrono::steady_clock::now() < limit) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
}

std::shared_ptr<const Configuration> build_configuration(std::shared_ptr<const Settings> settings, TownFiles files,
                                                         Time now, Problems& problems, Examples examples) {
  Problems found;
  auto town = load_town(files.town, now, found);
  if (settings && town) check_together(*settings, *town, found);
  auto result = std::make_shared<Configuration>();
  if (town) {
    result->town = std::make_shared<const Town>(std::move(*town));
    result->calendar = std::make_shared<const Calendar>(result->town->calendar, result->town->time_zone);
    result->templates = Templates::load(files.letters, *result->town, found);
    result->places = std::make_shared<const Places>(result->town->places);
    const auto names = result->templates ? result->templates->names() : std::vector<std::string>{};
    result->rules = load_rules(files.rules, *result->town, names, now, found);
  }
  if (result->rules && examples == Examples::must_pass) {
    warn_of_personal_details(*result->town, found);
    lint_rules(*result->rules, *result->town, *result->calendar, found);
    const auto failing = problems_of(run_examples(result->judging()));
    found.insert(found.end(), failing.begin(), failing.end());
  }
  const bool usable = settings && result->town && result->templates && result->rules && !has_errors(found);
  problems.insert(problems.end(), found.begin(), found.end());
  if (!usable) return nullptr;
  result->settings = std::move(settings);
  result->version = files.version();
  result->files = std::move(files);
  return result;
}

std::shared_ptr<const Configuration> load_configuration(const std::filesystem::path& folder, Time now,
                                                        Problems& problems, Examples examples,
                                                        const std::filesystem::path& other) {
  std::shared_ptr<const Settings> settings;
  if (const auto file = read_settings_file(folder, problems)) {
    if (auto loaded = load_settings(*file, folder, problems)) {
      settings = std::make_shared<const Settings>(std::move(*loaded));
    }
  }
  auto files = read_town_files(folder, problems);
  if (!files) return nullptr;
  if (!other.empty()) {
    const auto instead = read_other_files(other, problems);
    if (!instead) return nullptr;
    files = instead->over(std::move(*files));
  }
  return build_configuration(std::move(settings), std::move(*files), now, problems, examples);
}

}  // namespace docket

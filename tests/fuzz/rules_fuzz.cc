// Rule files: any octets are refused with places in them, or are a set that loads the same again and judges a letter.
#include <memory>

#include "config/calendar.h"
#include "config/load.h"
#include "rules/decision_json.h"
#include "rules/examples.h"
#include "rules/route.h"
#include "tests/fuzz/properties.h"
#include "tests/source_dir.h"

#include <nlohmann/json.hpp>

namespace {

using docket::fuzz::must;

const docket::Town& town() {
  static const docket::Town kTown = [] {
    docket::Problems problems;
    const std::string path = docket::source_dir() + "/config/sample/town.yaml";
    auto loaded = docket::load_town({"town.yaml", docket::fuzz::slurp(path)}, docket::Time{}, problems);
    must(loaded.has_value());
    return *std::move(loaded);
  }();
  return kTown;
}

docket::Letter letter() {
  docket::Letter letter;
  letter.from = {{"Ana", "ana@example.org"}};
  letter.resident = "ana@example.org";
  letter.recipients = {"ward2@town.example"};
  letter.subject = "Pothole on Maple Street";
  letter.text = letter.new_text = "Il y a un nid-de-poule. The sidewalk is broken too.";
  letter.received = *docket::parse_rfc3339("2026-11-25T14:00:00Z");
  return letter;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::vector<docket::TextFile> files{{"rules/x.yaml", std::string(docket::fuzz::view(data, size))}};
  const auto now = *docket::parse_rfc3339("2026-11-25T14:00:00Z");
  docket::Problems problems;
  docket::Problems again;
  const auto set = docket::load_rules(files, town(), {"acknowledgement"}, now, problems);
  const auto same = docket::load_rules(files, town(), {"acknowledgement"}, now, again);
  must((set == nullptr) == docket::has_errors(problems) && problems.size() == again.size());
  docket::fuzz::check_places(problems, "rules/x.yaml", files.front().text);
  if (!set) return 0;
  must(set->version() == same->version());
  static const docket::Calendar kCalendar(town().calendar, town().time_zone);
  const docket::Judging judging{*set, town(), kCalendar};
  const auto decision = docket::route(letter(), judging, docket::Tracing::all);
  must(docket::to_json(decision) ==
       docket::to_json(docket::route(letter(), {*same, town(), kCalendar}, docket::Tracing::all)));
  // Every letter ends somewhere: an office, a clerk, or ignored by a named rule.
  must(decision.assign || decision.review || decision.ignored);
  (void)docket::run_examples(judging);
  for (const auto audience : {docket::Audience::clerk, docket::Audience::everyone}) {
    for (const auto* language : {"en", "fr"}) {
      for (const auto& words : set->words(language, audience)) must(docket::is_utf8(words.words));
    }
  }
  return 0;
}

// How long a decision takes with few rules and with many: rules_bench FOLDER, a folder of rules_corpus.py.
//
// Prints for each number of rules: build time and memory of the set, median and 99th percentile of one decision
// (folding included, reading not), best of five interleaved rounds; and the ratios between them.
#include <fmt/format.h>
#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "config/load.h"
#include "connectors/read.h"
#include "rules/compiled.h"
#include "rules/route.h"
#include "tests/source_dir.h"

namespace {

using namespace docket;  // NOLINT: a program of one file
using Clock = std::chrono::steady_clock;

constexpr int kRounds = 5;

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<Letter> letters_of(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<Letter> letters;
  for (const auto& path : paths) {
    Inbound inbound;
    inbound.octets = text_of(path);
    letters.push_back(read(inbound, {}));
  }
  return letters;
}

/// Of the heap: what is in use, not what was once.
double mib_in_use() { return static_cast<double>(::mallinfo2().uordblks) / (1 << 20); }

double micros(Clock::duration span) { return std::chrono::duration<double, std::micro>(span).count(); }

struct Measured {
  std::shared_ptr<const RuleSet> set;
  double median = 1e9;
  double p99 = 1e9;
  double mean = 1e9;
  double matched = 0;  ///< share of the letters that match a rule
};

/// The sample town: what the rules assign to.
struct World {
  explicit World(Town its_town) : town(std::move(its_town)), calendar(town.calendar, town.time_zone) {}
  Town town;
  Calendar calendar;
};

Town sample_town() {
  Problems problems;
  const auto files = read_town_files(std::filesystem::path(docket::source_dir()) / "config" / "sample", problems);
  const auto now = SystemClock().now();
  auto town = files ? load_town(files->town, now, problems) : std::nullopt;
  if (!town) throw std::runtime_error("the sample town does not load");
  return *std::move(town);
}

Measured load(const std::filesystem::path& path, const World& world) {
  Measured measured;
  const auto text = text_of(path);
  const auto before = mib_in_use();
  const auto begin = Clock::now();
  Problems problems;
  measured.set =
      load_rules({{"rules/bench.yaml", text}}, world.town, {"acknowledgement"}, SystemClock().now(), problems);
  const auto taken = micros(Clock::now() - begin) / 1000;
  const auto memory = mib_in_use() - before;
  for (const auto& problem : problems) {
    if (problem.severity == Severity::error) std::cerr << to_string(problem) << "\n";
  }
  if (!measured.set) throw std::runtime_error("these rules do not load");
  const auto index_begin = Clock::now();
  const Index index(measured.set->compiled().rules);
  std::cout << fmt::format("{:16} loaded in {:.0f} ms (index {:.0f} ms), {:.1f} MiB, {} rules tried for every letter\n",
                           path.filename().string(), taken, micros(Clock::now() - index_begin) / 1000, memory,
                           index.always());
  return measured;
}

void run(Measured& measured, const std::vector<Letter>& letters, const World& world) {
  const Judging judging{*measured.set, world.town, world.calendar};
  std::vector<double> times;
  std::size_t matched = 0;
  const auto begin = Clock::now();
  for (const auto& letter : letters) {
    const auto start = Clock::now();
    const auto decision = route(letter, judging, Tracing::none);
    times.push_back(micros(Clock::now() - start));
    matched += decision.matched.empty() ? 0U : 1U;
  }
  measured.mean = std::min(measured.mean, micros(Clock::now() - begin) / static_cast<double>(letters.size()));
  std::sort(times.begin(), times.end());
  measured.median = std::min(measured.median, times[times.size() / 2]);
  measured.p99 = std::min(measured.p99, times[times.size() * 99 / 100]);
  measured.matched = static_cast<double>(matched) / static_cast<double>(letters.size());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: rules_bench FOLDER\n";
    return 2;
  }
  const std::filesystem::path folder(argv[1]);
  const World world(sample_town());
  const auto letters = letters_of(folder / "letters");
  std::vector<std::pair<std::string, Measured>> sets;
  for (const std::string name : {"10", "100", "1000", "10000", "dots"}) {
    sets.emplace_back(name, load(folder / fmt::format("rules-{}.yaml", name), world));
  }
  for (int round = 0; round < kRounds; ++round) {
    for (auto& [name, measured] : sets) run(measured, letters, world);
  }
  std::cout << fmt::format("\n{} letters, best of {} interleaved rounds\n{:>8} {:>10} {:>10} {:>10} {:>8} {:>8}\n",
                           letters.size(), kRounds, "rules", "median µs", "p99 µs", "mean µs", "to 10", "matched");
  for (const auto& [name, measured] : sets) {
    std::cout << fmt::format("{:>8} {:>10.1f} {:>10.1f} {:>10.1f} {:>8.2f} {:>7.0f}%\n", name, measured.median,
                             measured.p99, measured.mean, measured.median / sets.front().second.median,
                             measured.matched * 100);
  }
}

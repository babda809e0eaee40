// Letters are judged while sets of 10,000 rules are built and swapped beside them: reload_bench FOLDER, a folder of
// rules_corpus.py. Prints the times of single decisions with and without reloads, in interleaved rounds, and how many
// decisions were not those of exactly one of the two sets.
#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <thread>

#include "connectors/read.h"
#include "daemon/configuration.h"
#include "rules/lint/lint.h"
#include "rules/route.h"
#include "tests/source_dir.h"

namespace {

using namespace docket;  // NOLINT: a program of one file
using Clock = std::chrono::steady_clock;

constexpr int kRounds = 3;
constexpr std::size_t kDecisions = 40'000;  // a round

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<Letter> letters_of(const std::filesystem::path& folder) {
  std::vector<Letter> letters;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    Inbound inbound;
    inbound.octets = text_of(entry.path());
    letters.push_back(read(inbound, {}));
  }
  return letters;
}

/// As a reload builds it, lints and all.
std::shared_ptr<const Configuration> build(const std::string& text) {
  Problems problems;
  const auto files = read_town_files(std::filesystem::path(docket::source_dir()) / "config" / "sample", problems);
  const auto now = SystemClock().now();
  auto made = std::make_shared<Configuration>();
  made->town = std::make_shared<const Town>(*load_town(files->town, now, problems));
  made->calendar = std::make_shared<const Calendar>(made->town->calendar, made->town->time_zone);
  made->rules = load_rules({{"rules/bench.yaml", text}}, *made->town, {"acknowledgement"}, now, problems);
  if (!made->rules) throw std::runtime_error("these rules do not load");
  lint_rules(*made->rules, *made->town, *made->calendar, problems);
  return made;
}

/// The same rules with two offices exchanged: then a decision tells which set it is of.
std::string exchanged(std::string text) {
  const std::string one = "assign: roads";
  const std::string other = "assign: waste";
  for (std::size_t at = 0; at + one.size() <= text.size(); ++at) {
    if (text.compare(at, one.size(), one) == 0) {
      text.replace(at, one.size(), other);
    } else if (text.compare(at, other.size(), other) == 0) {
      text.replace(at, other.size(), one);
    }
  }
  return text;
}

std::string words(const Decision& decision) {
  std::string text = decision.decided_by + ">" + decision.assign.value_or("");
  for (const auto& label : decision.labels) text += "," + label;
  return text;
}

using Expected = std::map<std::string, std::vector<std::string>>;  ///< version → words of each letter's decision

std::vector<std::string> expected_of(const Configuration& set, const std::vector<Letter>& letters) {
  std::vector<std::string> all;
  for (const auto& letter : letters) all.push_back(words(route(letter, set.judging(), Tracing::none)));
  return all;
}

struct Times {
  double median = 0, p99 = 0, p999 = 0, max = 0;  ///< milliseconds
};

Times judge(const RunningConfiguration& running, const std::vector<Letter>& letters, const Expected& expected,
            std::size_t& mixed) {
  std::vector<double> times;
  for (std::size_t i = 0; i < kDecisions; ++i) {
    const auto which = i % letters.size();
    const auto start = Clock::now();
    const auto set = running.get();
    const auto decision = route(letters[which], set->judging(), Tracing::none);
    times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - start).count());
    if (words(decision) != expected.at(decision.rule_set)[which]) ++mixed;
  }
  std::sort(times.begin(), times.end());
  const auto at = [&](double share) {
    return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
  };
  return {at(0.5), at(0.99), at(0.999), times.back()};
}

void print(const char* what, const Times& t) {
  std::cout << fmt::format("{:16} {:>10.3f} {:>10.3f} {:>10.3f} {:>10.3f}\n", what, t.median, t.p99, t.p999, t.max);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: reload_bench FOLDER\n";
    return 2;
  }
  const std::filesystem::path folder(argv[1]);
  const auto letters = letters_of(folder / "letters");
  const std::string one = text_of(folder / "rules-10000.yaml");
  const std::string other = exchanged(one);
  Expected expected;
  RunningConfiguration running;
  for (const auto& text : {one, other}) {
    const auto set = build(text);
    expected[set->rules->version()] = expected_of(*set, letters);
    running.set(set);
  }
  std::size_t differ = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (expected.begin()->second[i] != expected.rbegin()->second[i]) ++differ;
  }
  std::cout << fmt::format(
      "{} letters, {} decided differently by the two sets of 10,000 rules\n\n{:16} {:>10} {:>10} "
      "{:>10} {:>10}\n",
      letters.size(), differ, "", "median ms", "p99", "p99.9", "most");
  std::size_t mixed = 0;
  std::size_t reloads = 0;
  for (int round = 0; round < kRounds; ++round) {
    print("without reloads", judge(running, letters, expected, mixed));
    std::atomic<bool> stop = false;
    std::jthread reloading([&] {
      for (std::size_t i = 0; !stop; ++i, ++reloads) running.set(build(i % 2 == 0 ? one : other));
    });
    print("with reloads", judge(running, letters, expected, mixed));
    stop = true;
  }
  std::cout << fmt::format("\n{} reloads; {} of {} decisions were of no one set\n", reloads, mixed,
                           2 * kRounds * kDecisions);
  return mixed == 0 ? 0 : 1;
}

// What the book's one writing thread costs: record_bench EML_FOLDER DATA [CASES...]. Letters are read and judged by the
// sample's rules first; then, for each count of CASES (ascending; 0: an empty book), the book is filled to it through
// record(), and the same letters are recorded in groups of 100, their outbox is claimed and settled by sixteens, and
// they are grouped. Prints microseconds of the thread's CPU and of the clock, and octets written, of each.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <sstream>
#include <vector>

#include "config/digest.h"
#include "daemon/casebook/book.h"
#include "daemon/configuration.h"
#include "daemon/intake/prepare.h"
#include "tests/source_dir.h"

namespace {

using namespace docket;  // NOLINT: a program of one file
namespace fs = std::filesystem;

constexpr std::size_t kGroup = 100;
constexpr int kClaimed = 16;
constexpr const char* kLimits =
    "  limits: {per_minute: 100000000, per_day: 100000000, per_address_per_hour: 1000, per_address_per_day: 1000}\n";

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The sample with limits that nothing reaches.
std::shared_ptr<const Configuration> configuration(const fs::path& folder) {
  fs::create_directories(folder);
  fs::copy(fs::path(source_dir()) / "config" / "sample", folder,
           fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  auto settings = text_of(folder / "docket.yaml");
  const std::string domain = "  domain: town.example";
  settings.insert(settings.find(domain), kLimits);
  std::ofstream(folder / "docket.yaml") << settings;
  Problems problems;
  auto made = load_configuration(folder, SystemClock().now(), problems);
  if (made == nullptr) throw std::runtime_error(to_string(problems.front()));
  return made;
}

std::vector<Recording> prepared(const fs::path& folder, const Configuration& with) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<Recording> recordings;
  for (const auto& file : files) {
    Inbound inbound;
    inbound.source = "council";
    inbound.octets = text_of(file);
    inbound.received = SystemClock().now();
    inbound.channel = "email";
    recordings.push_back(prepare(std::move(inbound), with, "bench", SystemClock().now()));
  }
  return recordings;
}

/// The same letters as other people's: each time `turn` differs, nothing of them is in the book yet.
std::vector<Recording> of_turn(const std::vector<Recording>& letters, std::size_t from, std::size_t turn) {
  std::vector<Recording> group;
  const auto renamed = [&](const std::string& id) {
    return id.empty() ? id : id.substr(0, 1) + fmt::format("t{}.", turn) + id.substr(1);
  };
  for (std::size_t i = from; i < std::min(from + kGroup, letters.size()); ++i) {
    Recording one = letters[i];
    one.inbound.delivery_key = fmt::format("INBOX:1:{}", turn * letters.size() + i + 1);
    auto& letter = one.letter;
    letter.letter_key = sha256(letter.letter_key + std::to_string(turn));
    if (letter.message_id) letter.message_id = renamed(*letter.message_id);
    for (auto* list : {&letter.in_reply_to, &letter.references}) {
      for (auto& id : *list) id = renamed(id);
    }
    if (letter.resident) letter.resident = renamed(*letter.resident);
    one.acknowledgement.to = renamed(one.acknowledgement.to);
    one.addition.to = renamed(one.addition.to);
    group.push_back(std::move(one));
  }
  return group;
}

double seconds(clockid_t which) {
  timespec now{};
  ::clock_gettime(which, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

double octets_written() {
  std::istringstream lines(text_of("/proc/self/io"));
  std::string name;
  double value = 0;
  while (lines >> name >> value) {
    if (name == "write_bytes:") return value;
  }
  return 0;
}

struct Sum {
  double cpu = 0, wall = 0, octets = 0;
  std::size_t count = 0;

  template <typename Work>
  void measure(Work&& work) {
    const double cpu_before = seconds(CLOCK_THREAD_CPUTIME_ID);
    const double before = seconds(CLOCK_MONOTONIC);
    const double written = octets_written();
    count += work();
    cpu += seconds(CLOCK_THREAD_CPUTIME_ID) - cpu_before;
    wall += seconds(CLOCK_MONOTONIC) - before;
    octets += octets_written() - written;
  }
  void print(const char* what) const {
    const auto n = static_cast<double>(std::max<std::size_t>(1, count));
    std::cout << fmt::format("{:10} {:>7} {:>9.1f} us cpu {:>9.1f} us wall {:>9.1f} KiB written\n", what, count,
                             cpu / n * 1e6, wall / n * 1e6, octets / n / 1024)
              << std::flush;
  }
};

template <typename T>
T sure(tl::expected<T, Trouble> result) {
  if (!result) throw std::runtime_error(result.error().text);
  return std::move(*result);
}

std::size_t record_all(CaseBook& book, const std::vector<Recording>& letters, const Calendar& calendar,
                       std::size_t turn, Sum& sum) {
  std::size_t cases = 0;
  for (std::size_t from = 0; from < letters.size(); from += kGroup) {
    const auto group = of_turn(letters, from, turn);
    sum.measure([&] {
      for (auto& answer : book.record(group, calendar))
        cases += static_cast<std::size_t>(sure(std::move(answer)).outcome == "case");
      return group.size();
    });
  }
  return cases;
}

void send_all(CaseBook& book, Sum& claims, Sum& settles) {
  const std::string text(1500, 'x');
  while (true) {
    std::vector<CaseBook::Sent> sent;
    claims.measure([&] {
      for (const auto& row : sure(book.claim(kClaimed))) {
        sent.push_back({row.id, {SendResult::Kind::sent, "250 2.0.0 Ok: queued", {}}, "Your letter", text});
      }
      return sent.size();
    });
    if (sent.empty()) return;
    settles.measure([&] {
      if (auto done = book.settle(sent); !done) throw std::runtime_error(done.error().text);
      return sent.size();
    });
  }
}

void group_all(CaseBook& book, const Town& town, Sum& sum) {
  std::size_t looked_at = 1;
  while (looked_at > 0) {
    sum.measure([&] { return looked_at = static_cast<std::size_t>(sure(book.group_letters(town))); });
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: record_bench EML_FOLDER DATA [CASES...]\n";
    return 2;
  }
  const fs::path data(argv[2]);
  const auto with = configuration(data.string() + ".settings");
  const auto letters = prepared(argv[1], *with);
  std::size_t octets = 0;
  for (const auto& one : letters) octets += one.compressed.size();
  std::cout << fmt::format("{} letters, {} octets each as kept\n", letters.size(), octets / letters.size());

  fs::remove_all(data);
  BookOptions options;
  options.data = data;
  options.limits = with->settings->mail.limits;
  options.domain = "town.example";
  const SystemClock clock;
  auto book = CaseBook::open(options, clock);
  if (!book) throw std::runtime_error(book.error());
  std::vector<std::string> sizes(argv + 3, argv + argc);
  if (sizes.empty()) sizes = {"0"};
  std::size_t turn = 0;
  std::size_t cases = 0;
  for (const auto& size : sizes) {
    Sum fill, record, claim, settle, group;
    while (cases < std::stoul(size)) cases += record_all(**book, letters, *with->calendar, turn++, fill);
    send_all(**book, claim, settle);
    group_all(**book, *with->town, group);
    std::cout << fmt::format("\nwith {} cases\n", cases);
    if (cases > 0) fill.print("fill");
    if (cases > 0) group.print("  grouped");
    claim = settle = group = {};
    cases += record_all(**book, letters, *with->calendar, turn++, record);
    record.print("record");
    send_all(**book, claim, settle);
    claim.print("claim");
    settle.print("settle");
    group_all(**book, *with->town, group);
    group.print("group");
  }
  const double before = seconds(CLOCK_MONOTONIC);
  (*book)->close_cleanly();
  std::cout << fmt::format("\nclosed in {:.0f} ms; docket.db {} MiB\n", (seconds(CLOCK_MONOTONIC) - before) * 1e3,
                           fs::file_size(data / "docket.db") >> 20U);
}

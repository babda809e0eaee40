// The way out by itself: send_bench FOLDER N [PORT [CONNECTIONS]]. Records the first N letters of FOLDER (*.eml, CRLF)
// into a book of its own under the sample's town, then prints the processor time that it takes to make each kind of
// letter ready, and with PORT how fast the outbox hands them to the receiver there (smtp-sink, say).
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <thread>

#include "connectors/oauth2/tokens.h"
#include "daemon/casebook/reader.h"
#include "daemon/configuration.h"
#include "daemon/intake/prepare.h"
#include "daemon/outbox/outbox.h"
#include "daemon/outbox/prepare.h"
#include "tests/source_dir.h"

namespace {

using namespace docket;  // NOLINT: a program of one file
using Steady = std::chrono::steady_clock;
using std::chrono::duration;

constexpr std::size_t kGroup = 100;  // recorded in one commit
constexpr int kRounds = 5;

void no_log(int /*priority*/, const std::string& /*line*/) {}

/// Seconds of processor time of this thread, or of the whole process.
double cpu(clockid_t which) {
  timespec time{};
  clock_gettime(which, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

struct Folder {
  std::filesystem::path path;
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "send-bench-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for the book");
    path = name;
  }
  ~Folder() {
    std::error_code none;
    std::filesystem::remove_all(path, none);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
};

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::shared_ptr<const Configuration> configuration(const std::filesystem::path& data, std::uint16_t port,
                                                   int connections) {
  Problems problems;
  auto made = load_configuration(std::filesystem::path(docket::source_dir()) / "config" / "sample", SystemClock().now(),
                                 problems);
  if (!made) throw std::runtime_error("the sample does not load");
  Settings settings = *made->settings;
  settings.data = data;
  settings.mail.way =
      SmtpSettings{{.scheme = "smtp", .host = "127.0.0.1", .port = port, .tls_none = true, .ca = {}}, {}};
  constexpr int kMany = 1'000'000'000;
  settings.mail.limits = {connections, kMany, kMany, kMany, kMany};
  auto changed = std::make_shared<Configuration>(*made);
  changed->settings = std::make_shared<const Settings>(settings);
  return changed;
}

void fill(CaseBook& book, const Configuration& set, const std::filesystem::path& folder, std::size_t count) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  files.resize(std::min(files.size(), count));
  std::vector<Recording> group;
  for (const auto& file : files) {
    Inbound inbound;
    inbound.source = "council";
    inbound.delivery_key = file.filename();
    inbound.octets = text_of(file);
    inbound.received = SystemClock().now();
    group.push_back(prepare(std::move(inbound), set, book.keys().instance(), SystemClock().now()));
    if (group.size() < kGroup && &file != &files.back()) continue;
    for (const auto& recorded : book.record(group, *set.calendar)) {
      if (!recorded) throw std::runtime_error(recorded.error().text);
    }
    group.clear();
  }
}

struct Cost {
  std::size_t rows = 0;
  std::size_t octets = 0;
  double look = 0;  ///< the letter it is made from, out of the book
  double make = 0;
};

/// Every row made ready once, and given back.
std::map<std::string, Cost> make_all(CaseBook& book, BookReader& reader, const Configuration& set) {
  std::map<std::string, Cost> costs;
  const auto rows = book.claim(1'000'000);
  if (!rows) throw std::runtime_error(rows.error().text);
  std::vector<std::string> ids;
  for (const auto& row : *rows) {
    auto& cost = costs[row.kind];
    const double began = cpu(CLOCK_THREAD_CPUTIME_ID);
    std::optional<KeptInbound> kept;
    if (is_made_from_letter(row)) kept = reader.inbound(row.inbound);
    const double looked = cpu(CLOCK_THREAD_CPUTIME_ID);
    std::optional<Original> original;
    if (kept) original = read_again(row, std::move(kept->inbound), set, book.keys());
    const auto prepared =
        prepare_row(row, set, book.keys(), original ? &*original : nullptr, SystemClock().now());
    const double ended = cpu(CLOCK_THREAD_CPUTIME_ID);
    if (!prepared) throw std::runtime_error(prepared.error());
    ++cost.rows;
    cost.octets += prepared->mail.octets.size();
    cost.look += looked - began;
    cost.make += ended - looked;
    ids.push_back(row.id);
  }
  if (!book.give_back(ids, SystemClock().now())) throw std::runtime_error("give back");
  return costs;
}

void print_making(CaseBook& book, BookReader& reader, const Configuration& set, int rounds) {
  std::cout << fmt::format("{:16} {:>7} {:>9} {:>9} {:>9}\n", "", "rows", "octets", "look us", "make us");
  for (int round = 0; round < rounds; ++round) {
    for (const auto& [kind, cost] : make_all(book, reader, set)) {
      const auto each = [&](double all) { return all / static_cast<double>(cost.rows); };
      std::cout << fmt::format("{:16} {:7} {:9.0f} {:9.1f} {:9.1f}\n", kind, cost.rows,
                               each(static_cast<double>(cost.octets)), each(cost.look) * 1e6, each(cost.make) * 1e6);
    }
  }
}

void drain(CaseBook& book, const std::shared_ptr<const Configuration>& set) {
  const SystemClock clock;
  oauth2::Tokens tokens({}, {}, clock, no_log);
  const RecentLetters recent;
  Outbox outbox(
      book, [set] { return set; }, clock, no_log, tokens, recent);
  auto reader = BookReader::open(set->settings->data);
  if (!reader) throw std::runtime_error(reader.error());
  const auto left = [&] {
    std::int64_t rows = 0;
    for (const auto& [state, count] : (*reader)->counts(clock.now(), clock.now(), *set->town).outbox) rows += count;
    return rows;
  };
  const auto rows = left();
  const double cpu_before = cpu(CLOCK_PROCESS_CPUTIME_ID);
  const auto began = Steady::now();
  outbox.start();
  while (book.next_due() || left() > 0) std::this_thread::sleep_for(std::chrono::milliseconds(20));
  const double took = duration<double>(Steady::now() - began).count();
  const double used = cpu(CLOCK_PROCESS_CPUTIME_ID) - cpu_before;
  outbox.stop(std::chrono::seconds(5));
  std::cout << fmt::format("{} rows in {:.3f} s: {:.0f} rows a second, {:.1f} us of processor time a row; {}\n", rows,
                           took, static_cast<double>(rows) / took, used / static_cast<double>(rows) * 1e6,
                           outbox.health().trouble.empty() ? "no trouble" : outbox.health().trouble);
}

int run(const std::filesystem::path& letters, std::size_t count, std::uint16_t port, int connections) {
  const Folder folder;
  const auto set = configuration(folder.path, port, connections);
  BookOptions options;
  options.data = folder.path;
  options.limits = set->settings->mail.limits;
  options.domain = "town.example";
  const SystemClock clock;
  auto book = CaseBook::open(options, clock);
  if (!book) throw std::runtime_error(book.error());
  fill(**book, *set, letters, count);
  auto reader = BookReader::open(folder.path);
  if (!reader) throw std::runtime_error(reader.error());
  print_making(**book, **reader, *set, port == 0 ? kRounds : 1);
  if (port != 0) drain(**book, set);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3 || argc > 5) {
    std::cerr << "usage: send_bench FOLDER N [PORT [CONNECTIONS]]\n";
    return 2;
  }
  try {
    return run(argv[1], std::stoul(argv[2]), argc > 3 ? static_cast<std::uint16_t>(std::stoi(argv[3])) : 0,
               argc > 4 ? std::stoi(argv[4]) : MailLimits{}.connections);
  } catch (const std::exception& error) {
    std::cerr << "send_bench: " << error.what() << "\n";
    return 1;
  }
}

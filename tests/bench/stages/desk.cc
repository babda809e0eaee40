#include "tests/bench/stages/desk.h"

#include <numeric>
#include <stdexcept>

#include "daemon/intake/prepare.h"
#include "tests/bench/maildir_letters.h"

namespace bench {
namespace {

using namespace docket;  // NOLINT: a program of few files

constexpr std::size_t kGroup = 100;
constexpr const char* kInstance = "bench";

std::shared_ptr<const Configuration> configuration_of(const std::filesystem::path& folder) {
  Problems problems;
  auto loaded = load_configuration(folder, SystemClock().now(), problems);
  if (loaded) return loaded;
  std::string words;
  for (const auto& problem : problems) words += to_string(problem) + "\n";
  throw std::runtime_error(words);
}

}  // namespace

Desk::Desk(const std::filesystem::path& folder, const std::filesystem::path& maildir, std::size_t most)
    : configuration(configuration_of(folder)), letters(letters_of(maildir, most)) {}

std::vector<Inbound> Desk::inbounds() const {
  std::vector<Inbound> made;
  for (const auto& octets : letters) {
    Inbound inbound;
    inbound.source = configuration->settings->sources.front().name;
    inbound.delivery_key = "INBOX/1/" + std::to_string(made.size() + 1);
    inbound.octets = octets;
    inbound.received = clock.now();
    made.push_back(std::move(inbound));
  }
  return made;
}

std::size_t Desk::octets() const {
  return std::accumulate(letters.begin(), letters.end(), std::size_t{0},
                         [](std::size_t sum, const std::string& letter) { return sum + letter.size(); });
}

ReadContext Desk::context() const {
  return read_context(*configuration->settings, *configuration->town, configuration->settings->sources.front().name,
                      kInstance);
}

std::vector<Recording> Desk::recordings() const {
  std::vector<Recording> made;
  for (auto& inbound : inbounds()) made.push_back(prepare(std::move(inbound), *configuration, kInstance, clock.now()));
  return made;
}

std::unique_ptr<CaseBook> Desk::new_book(const Clock& with) const {
  BookOptions options;
  options.data = configuration->settings->data;
  options.limits = configuration->settings->mail.limits;
  options.domain = configuration->settings->mail.domain;
  std::filesystem::remove_all(options.data);
  auto opened = CaseBook::open(options, with);
  if (!opened) throw std::runtime_error(opened.error());
  return std::move(*opened);
}

std::size_t Desk::record(CaseBook& book, const std::vector<Recording>& recordings) const {
  std::size_t recorded = 0;
  const std::span all(recordings);
  for (std::size_t from = 0; from < all.size(); from += kGroup) {
    for (const auto& one :
         book.record(all.subspan(from, std::min(kGroup, all.size() - from)), *configuration->calendar)) {
      if (!one) throw std::runtime_error(one.error().text);
      ++recorded;
    }
  }
  return recorded;
}

}  // namespace bench

// What the stages share: the town and its rules, the letters, and a case book of their own.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "config/clock.h"
#include "connectors/oauth2/tokens.h"
#include "connectors/read.h"
#include "daemon/casebook/book.h"
#include "daemon/casebook/recording.h"
#include "daemon/configuration.h"

namespace bench {

/// Of a configuration folder (docket.yaml, town.yaml, rules/, letters/) and a Maildir. Throws std::runtime_error.
class Desk {
 public:
  Desk(const std::filesystem::path& folder, const std::filesystem::path& maildir, std::size_t letters);

  /// As the one source of docket.yaml hands them over.
  [[nodiscard]] std::vector<docket::Inbound> inbounds() const;
  /// Octets of all letters.
  [[nodiscard]] std::size_t octets() const;
  [[nodiscard]] docket::ReadContext context() const;
  [[nodiscard]] std::vector<docket::Recording> recordings() const;
  /// A new one in `data` of docket.yaml; what lay there is removed.
  [[nodiscard]] std::unique_ptr<docket::CaseBook> new_book() const { return new_book(clock); }
  [[nodiscard]] std::unique_ptr<docket::CaseBook> new_book(const docket::Clock& with) const;
  /// In groups of 100; answers how many are in the book.
  std::size_t record(docket::CaseBook& book, const std::vector<docket::Recording>& recordings) const;

  docket::SystemClock clock;
  std::shared_ptr<const docket::Configuration> configuration;
  std::vector<std::string> letters;
};

}  // namespace bench

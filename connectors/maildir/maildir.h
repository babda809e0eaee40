// The files of a Maildir: names, reading, and the move from new/ to cur/.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "config/clock.h"
#include "config/problem.h"

namespace docket::maildir {

struct File {
  std::string octets;      ///< at most the asked limit, else the first mebioctet
  std::uint64_t size = 0;  ///< of the whole file
  Time modified{};
};

enum class Missing { gone, unreadable, being_written };
struct ReadTrouble {
  Missing kind = Missing::unreadable;
  std::string text;
};

class Maildir {
 public:
  explicit Maildir(std::filesystem::path path) : path_(std::move(path)) {}

  /// Makes the folder and its new/, cur/ and tmp/ where its parent exists.
  [[nodiscard]] tl::expected<void, Trouble> create() const;
  /// File names in new/, in byte order, hidden ones left out.
  [[nodiscard]] tl::expected<std::vector<std::string>, Trouble> waiting() const;
  /// From new/, or from cur/ when a mail reader has moved it meanwhile. Follows no links, opens only regular files.
  [[nodiscard]] tl::expected<File, ReadTrouble> read(const std::string& name, std::uint64_t limit) const;
  /// new/NAME → cur/KEY:2, ; never over another file: then the letter gets a new name in new/ (its name was used
  /// before).
  [[nodiscard]] tl::expected<void, Trouble> finish(const std::string& name) const;
  [[nodiscard]] std::filesystem::path arrivals() const { return path_ / "new"; }

 private:
  [[nodiscard]] std::string moved_to_cur(const std::string& name) const;
  std::filesystem::path path_;
};

/// The unique part of a Maildir name: up to the colon.
[[nodiscard]] std::string key_of(std::string_view name);

}  // namespace docket::maildir

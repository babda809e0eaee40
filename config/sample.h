// The sample town of config/sample/, inside the program: what `docket init` writes.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace docket {

struct SampleFile {
  std::string path;  ///< below config/sample: "town.yaml", "rules/30-topics.yaml", "letters/…", "docket.imap.yaml"
  std::string_view text;
};

/// Every file below config/sample at build time, sorted by path. docket.imap.yaml, docket.m365.yaml and
/// docket.google.yaml are written as docket.yaml by `docket init --for`.
[[nodiscard]] std::span<const SampleFile> sample_files();

}  // namespace docket

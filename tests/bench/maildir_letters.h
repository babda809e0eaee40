// The letters of a Maildir in memory, as they travel: CRLF line ends.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace bench {

[[nodiscard]] inline std::string with_crlf(const std::string& text) {
  std::string made;
  made.reserve(text.size() + text.size() / 32);
  for (const char octet : text) {
    if (octet == '\n') made.push_back('\r');
    made.push_back(octet);
  }
  return made;
}

/// In the order of their names; at most so many.
[[nodiscard]] inline std::vector<std::string> letters_of(const std::filesystem::path& maildir, std::size_t most) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(maildir / "cur")) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  if (paths.size() > most) paths.resize(most);
  std::vector<std::string> letters;
  for (const auto& path : paths) {
    std::ifstream file(path, std::ios::binary);
    letters.push_back(with_crlf({std::istreambuf_iterator<char>(file), {}}));
  }
  return letters;
}

}  // namespace bench

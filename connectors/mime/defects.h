// What could not be understood of a letter: each once, and only so many.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace docket::mime {

/// A word of the letter's own (a charset, a header's name) in a defect: short, printable ASCII.
inline std::string shown(std::string_view word) {
  std::string clean;
  for (const char c : word.substr(0, 40)) clean += c > 32 && c < 127 ? c : '?';
  return clean;
}

class Defects {
 public:
  /// `text` is in our words, without content of the letter other than a cleaned charset or type name.
  void add(std::string text) {
    if (list_.size() >= kMost || std::find(list_.begin(), list_.end(), text) != list_.end()) return;
    list_.push_back(list_.size() + 1 < kMost ? std::move(text) : "and more");
  }
  [[nodiscard]] std::vector<std::string> take() { return std::move(list_); }
  [[nodiscard]] const std::vector<std::string>& list() const { return list_; }

 private:
  static constexpr std::size_t kMost = 50;
  std::vector<std::string> list_;
};

}  // namespace docket::mime

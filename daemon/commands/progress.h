// A progress bar on standard error, where that is a terminal.
#pragma once

#include <cstddef>
#include <string>

namespace docket {

class Progress {
 public:
  /// `what`: "letters".
  explicit Progress(std::string what);
  /// Takes the bar away.
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  void show(std::size_t done, std::size_t total);

 private:
  std::string what_;
  bool shown_ = false;
};

}  // namespace docket

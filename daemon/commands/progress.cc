#include "daemon/commands/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>

namespace docket {

constexpr std::size_t kWidth = 30;

Progress::Progress(std::string what) : what_(std::move(what)) {}

Progress::~Progress() {
  if (shown_) std::cerr << "\r\033[K" << std::flush;
}

void Progress::show(std::size_t done, std::size_t total) {
  if (isatty(STDERR_FILENO) == 0) return;
  shown_ = true;
  const auto filled = total == 0 ? kWidth : std::min(kWidth, kWidth * done / total);
  std::cerr << fmt::format("\r[{}{}] {} of {} {}", std::string(filled, '#'), std::string(kWidth - filled, '.'), done,
                           total, what_)
            << std::flush;
}

}  // namespace docket

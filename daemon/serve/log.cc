#include "daemon/serve/log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <algorithm>

namespace docket {

void log_line(int priority, const std::string& line) {
  static const auto logger = [] {
    auto made = spdlog::stderr_logger_mt("docket");
    made->set_pattern("%v");
    made->flush_on(spdlog::level::trace);
    return made;
  }();
  std::string clean = line;
  std::replace_if(
      clean.begin(), clean.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; }, ' ');
  logger->info("<{}>{}", priority, clean);
}

}  // namespace docket

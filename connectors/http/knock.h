// Whether anybody answers HTTP at one of our own listeners.
#pragma once

#include <chrono>
#include <string>

#include "config/listen.h"

namespace docket::http {

/// Empty when it answers, whatever it says; else why not. An address that stands for all of the machine's is knocked at
/// on the loopback. `tls`: the certificate is not looked at: it is for another name than this address.
[[nodiscard]] std::string knock(const Listen& at, bool tls, std::chrono::milliseconds limit);

}  // namespace docket::http

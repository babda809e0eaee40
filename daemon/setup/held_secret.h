// A secret that docket's own readers can read before it stands anywhere on a disk.
#pragma once

#include <string_view>

#include "config/secret.h"

namespace docket::setup {

/// Holds it in memory under a name below /proc/self/fd that only this process sees, while it lives.
class HeldSecret {
 public:
  /// Throws std::system_error where the kernel gives no such memory.
  explicit HeldSecret(std::string_view text);
  ~HeldSecret();
  HeldSecret(const HeldSecret&) = delete;
  HeldSecret& operator=(const HeldSecret&) = delete;

  [[nodiscard]] Secret place() const;

 private:
  int descriptor_;
};

}  // namespace docket::setup

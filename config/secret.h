// A secret by name: where it lies, never what it is.
#pragma once

#include <string>

#include <tl/expected.hpp>

namespace docket {

/// `{credential: ID}` (systemd: $CREDENTIALS_DIRECTORY/ID, else secrets_ID there), `{file: PATH}` or `{env: NAME}`.
struct Secret {
  enum class Kind { none, credential, file, env } kind = Kind::none;
  std::string name;  ///< the id, path (absolute by then) or variable
};

/// The secret without a trailing line end; the error names the place, never the content.
[[nodiscard]] tl::expected<std::string, std::string> read_secret(const Secret& secret);

}  // namespace docket

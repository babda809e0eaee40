// Which of a letter's files travel with a forward, and which are only named.
#pragma once

#include <string>
#include <vector>

#include "connectors/letter.h"
#include "connectors/mime/compose.h"

namespace docket::letters {

enum class LeftOut { refused, large };

struct NamedOnly {
  std::string name;
  std::size_t size = 0;  ///< octets
  LeftOut why = LeftOut::refused;
};

struct Attached {
  std::vector<DraftAttachment> sent;
  std::vector<NamedOnly> named;
};

/// True for names and types that mail gateways refuse, and for HTML, which is never sent on.
[[nodiscard]] bool refused_type(const std::string& name, const std::string& type);

/// The letter's files, and `original` as letter.eml where it is not empty; the largest are left out until all of it
/// with `text_size` octets of text fits into `max_size` octets of mail. `none`: all are only named.
[[nodiscard]] Attached choose_attachments(const Letter& letter, const std::string& original, std::size_t text_size,
                                          std::size_t max_size, bool none);

}  // namespace docket::letters

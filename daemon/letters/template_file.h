// One file of a template: its name, its subject and its text, checked and marked for rendering.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "config/load.h"
#include "config/problem.h"

namespace docket::letters {

struct TemplateName {
  std::string name;
  std::string language;
};

/// "letters/acknowledgement.en.txt" → acknowledgement, en; nullopt when it is no NAME.LANGUAGE.txt.
[[nodiscard]] std::optional<TemplateName> parse_template_name(std::string_view path);

/// Both parts marked (daemon/letters/lines.h); empty where the file is wrong.
struct TemplateSource {
  std::string subject;
  std::string text;
};

/// Reads "Subject: …", an empty line and the text; every fault is added to `problems` with its place.
[[nodiscard]] TemplateSource read_template(const TextFile& file, Problems& problems);

}  // namespace docket::letters

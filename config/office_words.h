// Offices as a sentence names them, in English and French: with the article that town.yaml leaves out.
#pragma once

#include <string>
#include <string_view>

namespace docket {

/// An office's name in the places where a sentence needs it.
struct OfficeWords {
  std::string name;         ///< as in town.yaml
  std::string in_text;      ///< "the Ward 2 Councillor's office", "le service des routes"
  std::string start;        ///< the same at the beginning of a sentence
  std::string of;           ///< "du service des routes"; English as in_text
  std::string short_form;   ///< "le service"; English as in_text
  std::string this_office;  ///< "ce service"; English as in_text
};
[[nodiscard]] OfficeWords office_words(const std::string& language, const std::string& name);

/// With a capital first letter.
[[nodiscard]] std::string at_start(std::string_view text);

}  // namespace docket

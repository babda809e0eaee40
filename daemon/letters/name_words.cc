#include <fmt/format.h>

#include "config/text.h"
#include "daemon/letters/wording.h"

namespace docket::letters {

// Rules are written about a letter ("it mentions …"), acknowledgements to its writer.
std::string because_words(const std::string& language, std::string_view because) {
  because = trim(because);
  while (because.ends_with('.')) because.remove_suffix(1);
  if (language == "en" && because.starts_with("it ")) return "your letter " + std::string(because.substr(3));
  if (language == "fr" && because.starts_with("elle ")) return "votre lettre " + std::string(because.substr(5));
  return std::string(because);
}

std::string files_words(const std::string& language, std::size_t files, std::size_t photos) {
  if (files == 0) return {};
  const bool all = photos == files;
  if (language == "fr") {
    if (files == 1) return all ? "1 fichier (une photo)" : "1 fichier";
    return fmt::format("{} fichiers{}", files, all ? " (des photos)" : "");
  }
  if (language != "en") return std::to_string(files);
  if (files == 1) return all ? "1 file (a photo)" : "1 file";
  return fmt::format("{} files{}", files, all ? " (photos)" : "");
}

std::string size_words(const std::string& language, std::size_t octets) {
  static constexpr std::size_t kKilo = 1024;
  const bool french = language == "fr";
  if (octets < kKilo * kKilo) return fmt::format("{} {}", (octets + kKilo - 1) / kKilo, french ? "ko" : "kB");
  return fmt::format("{} {}", (octets + kKilo * kKilo - 1) / (kKilo * kKilo), french ? "Mo" : "MB");
}

std::string list_words(const std::string& language, const std::vector<std::string>& items) {
  const char* last = language == "fr" ? " et " : language == "en" ? " and " : ", ";
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += i + 1 == items.size() ? last : ", ";
    text += items[i];
  }
  return text;
}

}  // namespace docket::letters

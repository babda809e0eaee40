// Template and hostile values to a letter on the wire: CRLF only, as many header fields as there should be, and no
// value of a resident in the subject's own place twice.
#include <memory>
#include <nlohmann/json.hpp>

#include "connectors/mime/compose.h"
#include "connectors/read.h"
#include "daemon/letters/templates.h"
#include "tests/fuzz/properties.h"
#include "tests/source_dir.h"

namespace {

using docket::fuzz::must;
using docket::fuzz::slurp;

const std::string kFolder = docket::source_dir() + "/config/sample/";

const docket::Town& town() {
  static const docket::Town kTown = [] {
    docket::Problems problems;
    auto loaded = docket::load_town({"town.yaml", slurp(kFolder + "town.yaml")}, docket::Time{}, problems);
    must(loaded.has_value());
    return *std::move(loaded);
  }();
  return kTown;
}

/// The sample's templates with one replaced.
std::vector<docket::TextFile> files_with(const std::string& text) {
  static const auto kFiles = [] {
    std::vector<docket::TextFile> files;
    for (const auto* name : {"acknowledgement", "addition", "forward", "too-large"}) {
      for (const auto* language : {".en.txt", ".fr.txt"}) {
        const auto file = std::string("letters/") + name + language;
        files.push_back({file, slurp(kFolder + file)});
      }
    }
    return files;
  }();
  auto files = kFiles;
  files.front().text = text;
  return files;
}

/// Every variable says the same hostile text; sections stand open.
nlohmann::json facts(const std::string& value) {
  nlohmann::json vars = nlohmann::json::object();
  nlohmann::json inner = nlohmann::json::object();
  for (const auto& variable : docket::Templates::variables()) {
    if (!variable.section) inner[variable.name] = vars[variable.name] = value;
  }
  for (const auto& variable : docket::Templates::variables()) {
    if (variable.section) vars[variable.name] = nlohmann::json::array({inner, inner});
  }
  return {{"en", vars}, {"fr", vars}};
}

void check_letter(const docket::RenderedLetter& rendered) {
  must(docket::is_utf8(rendered.subject) && docket::is_utf8(rendered.text));
  must(rendered.subject.find_first_of("\r\n") == std::string::npos);
  docket::Draft draft;
  draft.from = {"Ward 2", "ward2@town.example"};
  draft.to = {{"", "ana@example.org"}};
  draft.subject = rendered.subject;
  draft.message_id = "<k1@town.example>";
  draft.content_language = rendered.language;
  draft.extra = {{"Auto-Submitted", "auto-replied"}, {"X-Docket-Instance", "i"}};
  draft.text = rendered.text;
  docket::Inbound inbound;
  inbound.octets = docket::compose(draft);
  docket::fuzz::check_wire(inbound.octets);
  const auto letter = docket::read(inbound, {});
  // Date, From, To, Subject, Message-ID, Content-Language, the two extra, MIME-Version, Content-Type and its encoding.
  const auto fields = docket::fuzz::count_fields(inbound.octets);
  must(fields == letter.headers.size() && fields >= 10 && fields <= 11);
  must(letter.to.size() == 1 && letter.to.front().address == "ana@example.org" && letter.attachments.empty());
  must(docket::trim(letter.subject) == letter.subject);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto input = docket::fuzz::view(data, size);
  const auto value = docket::to_valid_utf8(docket::fuzz::take_piece(input));
  const auto files = files_with(std::string(input));
  docket::Problems problems;
  const auto templates = docket::Templates::load(files, town(), problems);
  must((templates == nullptr) == docket::has_errors(problems));
  docket::fuzz::check_places(problems, files.front().name, files.front().text);
  if (templates) check_letter(templates->render("acknowledgement", {"en", "fr"}, facts(value)));
  return 0;
}

// Stages that need nothing but octets: read, route, hash, prepare.
#include "connectors/read.h"

#include "config/digest.h"
#include "daemon/intake/prepare.h"
#include "rules/route.h"
#include "tests/bench/figures.h"
#include "tests/bench/stages/stages.h"

namespace bench {

namespace {

void read_within(const Desk& desk, const docket::ReadLimits& limits) {
  const auto inbounds = desk.inbounds();
  const auto context = desk.context();
  std::size_t text = 0;
  std::size_t attachments = 0;
  const Stopwatch watch;
  measured([&] {
    for (const auto& inbound : inbounds) {
      const auto letter = docket::read(inbound, context, limits);
      text += letter.text.size();
      attachments += letter.attachments.size();
    }
  });
  watch.print(inbounds.size(), desk.octets(),
              ", \"text\": " + std::to_string(text) + ", \"attachments\": " + std::to_string(attachments));
}

}  // namespace

void read(const Desk& desk) { read_within(desk, {}); }

void read_lean(const Desk& desk) {
  docket::ReadLimits limits;
  limits.steps = {.hashes = false, .language = false, .html = false};
  read_within(desk, limits);
}

void hash(const Desk& desk) {
  std::size_t digits = 0;
  const Stopwatch watch;
  for (const auto& letter : desk.letters) digits += docket::sha256_hex(letter).size();
  watch.print(digits / 64, desk.octets());
}

void route(const Desk& desk) {
  const auto context = desk.context();
  std::vector<docket::Letter> letters;
  for (const auto& inbound : desk.inbounds()) letters.push_back(docket::read(inbound, context));
  const auto judging = desk.configuration->judging();
  std::size_t by_rule = 0;
  const Stopwatch watch;
  measured([&] {
    for (const auto& letter : letters) by_rule += docket::route(letter, judging).matched.empty() ? 0U : 1U;
  });
  watch.print(letters.size(), desk.octets(), ", \"by_rule\": " + std::to_string(by_rule));
}

void prepare(const Desk& desk) {
  auto inbounds = desk.inbounds();
  std::size_t compressed = 0;
  const Stopwatch watch;
  measured([&] {
    for (auto& inbound : inbounds) {
      compressed +=
          docket::prepare(std::move(inbound), *desk.configuration, "bench", desk.clock.now()).compressed.size();
    }
  });
  watch.print(inbounds.size(), desk.octets(), ", \"compressed\": " + std::to_string(compressed));
}

}  // namespace bench

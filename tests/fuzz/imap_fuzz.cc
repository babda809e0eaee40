// The IMAP response reader and everything behind it, on octets of a hostile server: pieces of any size give the same
// responses, limits hold, nothing crashes.
#include <algorithm>
#include <string>
#include <vector>

#include "connectors/imap/data.h"
#include "connectors/imap/reader.h"
#include "connectors/imap/words.h"
#include "tests/fuzz/properties.h"

namespace {

using namespace docket::imap;
using docket::fuzz::must;

ReaderLimits small_limits() {
  ReaderLimits limits;
  limits.line = 4096;
  limits.literal = 2048;
  limits.kept = 256;
  limits.drained = 1U << 20U;
  return limits;
}

struct Outcome {
  std::vector<Response> responses;
  std::string error;
};

/// `sizes` chooses the pieces; empty: all at once.
Outcome read(std::string_view octets, std::string_view sizes) {
  const ReaderLimits limits = small_limits();
  ResponseReader reader(limits);
  Outcome outcome;
  for (std::size_t at = 0, turn = 0; at < octets.size() && reader.error().empty(); ++turn) {
    const std::size_t size =
        sizes.empty() ? octets.size() : 1U + static_cast<unsigned char>(sizes[turn % sizes.size()]);
    std::string_view piece = octets.substr(at, size);
    at += piece.size();
    while (!piece.empty() && reader.error().empty()) {
      piece.remove_prefix(reader.consume(piece));
      must(reader.partial().line.size() <= limits.line);
      must(reader.partial().literals.size() <= limits.literals);
      for (const Literal& literal : reader.partial().literals) {
        must(literal.octets.size() <= (literal.size > limits.literal ? limits.kept : literal.size));
      }
      (void)uid_of_partial(reader.partial().line);
      if (reader.ready()) outcome.responses.push_back(reader.take());
    }
  }
  outcome.error = reader.error();
  return outcome;
}

void interpret(const Response& response) {
  const auto head = parse_head(response.line);
  if (!head) return;
  (void)parse_status(head->rest);
  (void)parse_words(head->rest);
  (void)parse_search(head->rest);
  const auto found = parse_esearch(head->rest, 1000);
  must(!found || found->size() <= 1000);
  const auto fetched = parse_fetch(head->rest, response.literals);
  if (fetched && fetched->uid) must(*fetched->uid != 0);
  (void)parse_date_time(head->rest);
  (void)quoted_mailbox(response.line);
  must(clean(response.line).size() <= 200);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto input = docket::fuzz::view(data, size);
  const std::size_t head = input.empty() ? 0 : std::min<std::size_t>(input.size(), 1U + (data[0] & 7U));
  const std::string_view octets = input.substr(head);
  const Outcome whole = read(octets, {});
  const Outcome pieces = read(octets, input.substr(0, head));
  must(whole.error == pieces.error && whole.responses.size() == pieces.responses.size());
  for (std::size_t i = 0; i < whole.responses.size(); ++i) {
    must(whole.responses[i].line == pieces.responses[i].line);
    must(whole.responses[i].literals.size() == pieces.responses[i].literals.size());
    for (std::size_t j = 0; j < whole.responses[i].literals.size(); ++j) {
      must(whole.responses[i].literals[j].octets == pieces.responses[i].literals[j].octets);
    }
    interpret(whole.responses[i]);
  }
  return 0;
}

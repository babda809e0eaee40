// The SMTP reply reader on a hostile server's octets: pieces of any size give the same replies, bounded and clean.
#include <algorithm>
#include <string>
#include <vector>

#include "connectors/smtp/reply.h"
#include "tests/fuzz/properties.h"

namespace {

using docket::fuzz::must;
using docket::smtp::Reply;
using docket::smtp::ReplyReader;

struct Outcome {
  std::vector<Reply> replies;
  std::string error;
};

/// Each piece is as long as the next octet of `sizes` says; empty: all at once.
Outcome read(std::string_view octets, std::string_view sizes) {
  ReplyReader reader;
  Outcome outcome;
  for (std::size_t turn = 0; !octets.empty() && outcome.error.empty(); ++turn) {
    const auto size = sizes.empty() ? octets.size() : 1U + static_cast<unsigned char>(sizes[turn % sizes.size()]);
    reader.feed(octets.substr(0, size));
    octets.remove_prefix(std::min(size, octets.size()));
    while (true) {
      auto next = reader.next();
      if (!next) outcome.error = next.error();
      if (!next || !*next) break;
      outcome.replies.push_back(**std::move(next));
    }
  }
  return outcome;
}

void check(const Reply& reply) {
  must(reply.code >= 200 && reply.code < 600);
  must(reply.positive() + reply.transient() + reply.permanent() <= 1);
  must(reply.lines.size() <= ReplyReader::kLinesLimit && reply.text().size() <= 500);
  docket::fuzz::check_one_line(reply.text());
  for (const auto& line : reply.lines) docket::fuzz::check_one_line(line);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto input = docket::fuzz::view(data, size);
  const auto head = input.empty() ? 0 : std::min<std::size_t>(input.size(), 1U + (data[0] & 7U));
  const auto whole = read(input.substr(head), {});
  const auto pieces = read(input.substr(head), input.substr(0, head));
  must(whole.error == pieces.error && whole.replies.size() == pieces.replies.size());
  for (std::size_t i = 0; i < whole.replies.size(); ++i) {
    check(whole.replies[i]);
    must(whole.replies[i].code == pieces.replies[i].code && whole.replies[i].lines == pieces.replies[i].lines);
    must(whole.replies[i].enhanced == pieces.replies[i].enhanced);
  }
  return 0;
}

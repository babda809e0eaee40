#include "connectors/mime/letter_key.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "config/digest.h"
#include "config/text.h"

namespace docket {
namespace {

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

bool is_white(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/// Runs of white space become one space; none at the ends. Servers that rewrite a letter change only these.
std::string fold_white(std::string_view text) {
  std::string out(text.size(), '\0');
  char* end = out.data();
  bool space = false;
  for (const char* at = text.begin(); at != text.end(); ++at) {
    const bool wide = *at == kNoBreakSpace.front() && at + 1 != text.end() && at[1] == kNoBreakSpace.back();
    if (wide || is_white(*at)) {
      space = end != out.data();
      if (wide) ++at;
      continue;
    }
    if (std::exchange(space, false)) *end++ = ' ';
    *end++ = *at;
  }
  out.resize(static_cast<std::size_t>(end - out.data()));
  return out;
}

/// Case and compatibility forms (NFKC_Casefold, UAX 31) aside.
std::string fold_subject(std::string_view subject) {
  if (is_ascii_text(subject)) return fold_white(ascii_lower(subject));
  UErrorCode error = U_ZERO_ERROR;
  const auto* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(error);
  if (U_FAILURE(error) != 0) return fold_white(ascii_lower(subject));
  const auto folded = normalizer->normalize(
      icu::UnicodeString::fromUTF8({subject.data(), static_cast<int32_t>(subject.size())}), error);
  if (U_FAILURE(error) != 0) return fold_white(ascii_lower(subject));
  std::string text;
  folded.toUTF8String(text);
  return fold_white(text);
}

/// Length first, so that no two lists of fields give the same octets.
void append(std::string& out, std::string_view field) {
  out += std::to_string(field.size());
  out += ':';
  out += field;
  out += ',';
}

void append(std::string& out, std::vector<std::string> fields) {
  std::sort(fields.begin(), fields.end());
  append(out, std::to_string(fields.size()));
  for (const auto& field : fields) append(out, field);
}

/// Text that was not encoded has CRLF from one server and LF from the next. What holds a NUL did travel encoded
/// (RFC 2045 section 2.8), so that nobody changed it.
std::string attachment_key(const Attachment& file) {
  if (file.content.find('\0') != std::string::npos || file.content.find('\r') == std::string::npos) return file.sha256;
  std::string lines = file.content;
  std::erase(lines, '\r');
  return sha256_hex(lines);
}

}  // namespace

std::string letter_key(const Letter& letter) {
  if (!letter.message_id && letter.from.empty() && !letter.date) return letter.sha256;
  std::vector<std::string> from;
  for (const auto& address : letter.from) from.push_back(address.address);
  std::vector<std::string> files;
  for (const auto& attachment : letter.attachments) files.push_back(attachment_key(attachment));

  std::string fields = "docket letter 1,";
  append(fields, letter.message_id.value_or(""));
  append(fields, std::move(from));
  append(fields, letter.date ? rfc3339(letter.date->utc) : "");
  append(fields, fold_subject(letter.subject));
  append(fields, fold_white(letter.text));
  append(fields, std::move(files));
  return sha256_hex(fields);
}

}  // namespace docket

#include "connectors/mime/html.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <memory>

#include "config/text.h"
#include "connectors/mime/markup.h"
#include "connectors/mime/plain_text_builder.h"
#include "connectors/mime/tag_stripper.h"

namespace docket {
namespace {

constexpr std::size_t kChunk = std::size_t{16} << 10U;
// Each end tag searches the open elements, so real depth must stay small for the time to stay linear.
constexpr int kDepth = 256;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

/// "display: none" in a style attribute, whatever its spaces.
bool is_hidden(const xmlChar** attributes) {
  for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
    if (!ascii_equal_nocase(view(attributes[0]), "style")) continue;
    auto style = ascii_lower(view(attributes[1]).substr(0, 1000));
    std::erase_if(style, [](char c) { return c == ' ' || c == '\t' || c == '\n'; });
    return style.find("display:none") != std::string::npos;
  }
  return false;
}

/// Receives the parser's events.
class Reader {
 public:
  explicit Reader(std::size_t limit) : builder_(limit) {}

  void start(std::string_view name, const xmlChar** attributes) {
    ++depth_;
    too_deep_ = too_deep_ || depth_ > kDepth;
    const auto layout = layout_of(name);
    if (unseen_ == 0 && (layout == Layout::unseen || is_hidden(attributes))) unseen_ = depth_;
    if (unseen_ == 0) builder_.open(layout);
  }

  void end(std::string_view name) {
    if (unseen_ == 0) builder_.close(layout_of(name));
    if (unseen_ == depth_) unseen_ = 0;
    depth_ = std::max(depth_ - 1, 0);
  }

  void characters(std::string_view text) {
    if (unseen_ == 0) builder_.text(text);
  }

  [[nodiscard]] bool too_deep() const { return too_deep_; }
  [[nodiscard]] bool done() const { return too_deep_ || builder_.full(); }
  [[nodiscard]] PlainText take() && {
    const bool cut = builder_.full();
    return {std::move(builder_).take(), cut};
  }

 private:
  PlainTextBuilder builder_;
  int depth_ = 0;
  int unseen_ = 0;  ///< depth of the outermost element whose text nobody sees; 0 outside
  bool too_deep_ = false;
};

void on_start(void* user, const xmlChar* name, const xmlChar** attributes) {
  auto* reader = static_cast<Reader*>(user);
  if (!reader->done()) reader->start(view(name), attributes);
}

void on_end(void* user, const xmlChar* name) {
  auto* reader = static_cast<Reader*>(user);
  if (!reader->done()) reader->end(view(name));
}

void on_text(void* user, const xmlChar* text, int size) {
  auto* reader = static_cast<Reader*>(user);
  if (!reader->done()) reader->characters(view(text).substr(0, static_cast<std::size_t>(size)));
}

/// Events only, no tree: memory does not grow with the document.
htmlSAXHandler events() {
  htmlSAXHandler sax{};
  sax.startElement = on_start;
  sax.endElement = on_end;
  sax.characters = on_text;
  sax.ignorableWhitespace = on_text;
  return sax;
}

using Parser = std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)>;

Parser make_parser(htmlSAXHandler& sax, Reader& reader) {
  static const bool kReady = (xmlInitParser(), true);
  static_cast<void>(kReady);
  Parser parser(htmlCreatePushParserCtxt(&sax, &reader, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8),
                &htmlFreeParserCtxt);
  if (parser) {
    // Without IGNORE_ENC a <meta charset> would make it decode clean UTF-8 a second time.
    htmlCtxtUseOptions(parser.get(), HTML_PARSE_IGNORE_ENC | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                         HTML_PARSE_NONET | HTML_PARSE_RECOVER);
  }
  return parser;
}

/// The next piece to feed, never ending inside a character: the parser would take it for Latin-1.
std::string_view next_chunk(std::string_view html) {
  if (html.size() <= kChunk) return html;
  auto size = kChunk;
  while ((static_cast<unsigned char>(html[size]) & 0xC0U) == 0x80U) --size;
  return html.substr(0, size);
}

}  // namespace

std::string_view declared_charset(std::string_view html) {
  constexpr std::size_t kPrescan = 1024;
  constexpr std::string_view kKey = "charset=";
  html = html.substr(0, kPrescan);
  const auto lower = ascii_lower(html);
  const auto meta = lower.find("<meta");
  const auto at = meta == std::string::npos ? meta : lower.find(kKey, meta);
  if (at == std::string::npos) return {};
  html.remove_prefix(at + kKey.size());
  html.remove_prefix(std::min(html.find_first_not_of("\"' "), html.size()));
  return html.substr(0, html.find_first_of("\"' />;"));
}

PlainText html_to_text(std::string_view utf8_html, std::size_t limit) {
  std::string html = tame_markup(utf8_html);
  if (!is_utf8(html) || html.find('\0') != std::string::npos) html = to_valid_utf8(html);
  Reader reader(limit);
  auto sax = events();
  const auto parser = make_parser(sax, reader);
  if (!parser) return strip_tags(html, limit);
  for (std::string_view rest = html; !rest.empty() && !reader.done();) {
    const auto chunk = next_chunk(rest);
    rest.remove_prefix(chunk.size());
    htmlParseChunk(parser.get(), chunk.data(), static_cast<int>(chunk.size()), rest.empty() ? 1 : 0);
  }
  if (reader.too_deep()) return strip_tags(html, limit);
  auto plain = std::move(reader).take();
  // Broken markup may hide everything; then whatever stands between the tags is better than nothing.
  return plain.text.empty() ? strip_tags(html, limit) : plain;
}

}  // namespace docket

#include "connectors/mime/contents.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "config/digest.h"
#include "config/text.h"
#include "connectors/mime/charset.h"
#include "connectors/mime/file_name.h"
#include "connectors/mime/flowed.h"
#include "connectors/mime/html.h"
#include "connectors/mime/transfer.h"
#include "connectors/mime/uuencode.h"

namespace docket::mime {
namespace {

/// Of a leaf for bounces: a report is short, and what is returned with it is only looked at for its header.
constexpr std::size_t kLongestView = std::size_t{256} << 10U;

constexpr const char* kTextCut = "the text is too long, its end was left out";

struct Leaf {
  const Entity& entity;
  std::string where;
  Parametrised disposition;
  std::optional<std::string> name;
  std::string content;  // transfer encoding decoded
  bool attachment = false;
};

std::string where_of(const Entity& entity) { return "part " + (entity.number.empty() ? "1" : entity.number); }

std::optional<std::string> name_of(const Entity& entity, const Parametrised& disposition) {
  auto name = safe_file_name(disposition.parameter("filename"));
  if (!name) name = safe_file_name(entity.content_type.parameter("name"));
  if (!name && entity.content_type.value == "application/ms-tnef") name = "winmail.dat";
  return name;
}

bool is_text(const Entity& entity) {
  return entity.content_type.value == "text/plain" || entity.content_type.value == "text/html";
}

/// A multipart that has no boundary, or one that never comes, is read as the plain text it looks like.
bool is_lost_multipart(const Entity& entity, const ReadLimits& limits) {
  if (entity.multipart) return entity.parts == 0;
  return entity.content_type.value.starts_with("multipart/") && entity.depth < limits.depth;
}

Leaf open_leaf(const Entity& entity, const ReadLimits& limits, Defects& defects) {
  Leaf leaf{entity, where_of(entity), parse_parametrised(entity.fields.value("Content-Disposition")), {}, {}, false};
  if (is_lost_multipart(entity, limits)) {
    leaf.content = entity.multipart ? entity.preamble : entity.body;
    if (entity.multipart) defects.add("no part found in multipart " + (entity.number.empty() ? "1" : entity.number));
    return leaf;
  }
  leaf.name = name_of(entity, leaf.disposition);
  leaf.attachment = !is_text(entity) || leaf.name || leaf.disposition.value == "attachment";
  const auto encoding = parse_parametrised(entity.fields.value("Content-Transfer-Encoding")).value;
  auto decoded = decode_transfer(entity.body, encoding);
  if (decoded.broken) defects.add("broken or unknown transfer encoding " + shown(encoding) + " in " + leaf.where);
  leaf.content = std::move(decoded.octets);
  return leaf;
}

/// And without the byte order mark that some programs begin a part with.
std::string with_line_feeds(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      result += text[i];
    } else if (i + 1 == text.size() || text[i + 1] != '\n') {
      result += '\n';
    }
  }
  return result;
}

/// The leaf's octets in UTF-8 with LF line ends; no more of them than the text can hold in any charset.
std::string utf8_text(const Leaf& leaf, const ReadLimits& limits, Defects& defects) {
  const auto octets = std::string_view(leaf.content).substr(0, 4 * limits.text);
  if (octets.size() < leaf.content.size()) defects.add(kTextCut);
  std::string_view charset = leaf.entity.content_type.parameter("charset");
  // A browser believes the document only where the transport is silent.
  if (is_undeclared(charset) && leaf.entity.content_type.value == "text/html" && !is_utf8(octets)) {
    charset = declared_charset(octets);
  }
  if (is_ascii(charset)) return with_line_feeds(guess_utf8(octets));
  const bool declared_utf8 = ascii_equal_nocase(charset, "utf-8");
  if (declared_utf8 && !is_utf8(octets)) defects.add("ill-formed UTF-8 in " + leaf.where);
  if (auto text = to_utf8(octets, charset)) return with_line_feeds(*text);
  defects.add("unknown charset " + shown(charset) + " in " + leaf.where);
  return with_line_feeds(guess_utf8(octets));
}

std::string plain_text(const Leaf& leaf, const ReadLimits& limits, Defects& defects) {
  auto text = utf8_text(leaf, limits, defects);
  const auto& type = leaf.entity.content_type;
  if (!ascii_equal_nocase(type.parameter("format"), "flowed")) return text;
  return unflow(text, ascii_equal_nocase(type.parameter("delsp"), "yes"));
}

void append_text(std::string& text, const std::string& more) {
  if (!text.empty()) text += '\n';
  text += more;
}

/// At most `limit` octets, cut between characters.
void cut(std::string& text, std::size_t limit, Defects& defects) {
  if (text.size() <= limit) return;
  while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0U) == 0x80U) --limit;
  text.resize(limit);
  defects.add(kTextCut);
}

void trim_end(std::string& text) {
  const auto last = text.find_last_not_of(" \t\n");
  text.resize(last == std::string::npos ? 0 : last + 1);
}

Attachment make_attachment(Leaf leaf, const ReadLimits& limits) {
  Attachment attachment;
  attachment.name = std::move(leaf.name);
  attachment.type = to_valid_utf8(leaf.entity.content_type.value);
  if (limits.steps.hashes) attachment.sha256 = sha256_hex(leaf.content);
  attachment.is_inline = leaf.disposition.value == "inline" || !leaf.entity.fields.value("Content-ID").empty();
  attachment.content = std::move(leaf.content);
  return attachment;
}

PartView make_view(const Leaf& leaf) {
  PartView view{
      leaf.entity.content_type.value, leaf.entity.content_type.parameters, {}, leaf.disposition.value == "attachment"};
  if (view.type.starts_with("text/") || view.type.starts_with("message/")) {
    view.content = leaf.content.substr(0, kLongestView);
  }
  return view;
}

/// Files that stand in the text itself become attachments; `most`: more stay in the text.
void take_files(Leaf& leaf, Contents& contents, std::size_t most, const ReadLimits& limits, Defects& defects) {
  if (leaf.content.find("begin ") == std::string::npos) return;
  auto found = take_uuencoded(leaf.content, most);
  if (found.damaged) defects.add("a damaged uuencoded file stays in the text of " + leaf.where);
  if (found.too_many) defects.add("too many uuencoded files, the rest stays in the text");
  if (found.files.empty()) return;
  leaf.content = std::move(found.text);
  for (auto& file : found.files) {
    Attachment attachment;
    attachment.name = safe_file_name(guess_utf8(file.name));
    attachment.type = type_by_extension(attachment.name.value_or(""));
    if (limits.steps.hashes) attachment.sha256 = sha256_hex(file.octets);
    attachment.content = std::move(file.octets);
    contents.attachments.push_back(std::move(attachment));
  }
}

/// Text of the HTML leaves, for a letter whose plain leaves hold none.
std::string html_text(const std::vector<Leaf>& leaves, const ReadLimits& limits, Defects& defects) {
  std::string text;
  for (const auto& leaf : leaves) {
    if (text.size() >= limits.text) break;
    auto converted = html_to_text(utf8_text(leaf, limits, defects), limits.text - text.size());
    if (converted.cut) defects.add(kTextCut);
    append_text(text, converted.text);
  }
  return text;
}

}  // namespace

Contents read_contents(const std::vector<Entity>& entities, const ReadLimits& limits, Defects& defects) {
  constexpr std::size_t kMostFiles = 100;
  Contents contents;
  std::vector<Leaf> html;
  const auto parts = static_cast<std::size_t>(limits.parts);
  std::size_t files = std::min(kMostFiles, parts - std::min(parts, entities.size()));
  for (const auto& entity : entities) {
    if (entity.multipart && entity.parts > 0) continue;
    auto leaf = open_leaf(entity, limits, defects);
    contents.leaves.push_back(make_view(leaf));
    if (leaf.attachment) {
      contents.attachments.push_back(make_attachment(std::move(leaf), limits));
    } else if (entity.content_type.value == "text/html") {
      html.push_back(std::move(leaf));
    } else if (contents.text.size() <= limits.text) {
      const auto before = contents.attachments.size();
      take_files(leaf, contents, files, limits, defects);
      files -= contents.attachments.size() - before;
      append_text(contents.text, plain_text(leaf, limits, defects));
    }
  }
  if (trim(contents.text).empty() && !html.empty() && limits.steps.html) {
    contents.text = html_text(html, limits, defects);
    contents.html = true;
  }
  cut(contents.text, limits.text, defects);
  trim_end(contents.text);
  return contents;
}

}  // namespace docket::mime

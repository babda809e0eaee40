#include "daemon/letters/attached.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "config/text.h"
#include "daemon/letters/lines.h"

namespace docket::letters {
namespace {

/// What Outlook, Exchange and Gmail refuse by name, and web pages; sorted.
constexpr std::array<std::string_view, 89> kRefused = {
    "ade", "adp", "apk",   "app", "appx", "asp", "bas", "bat",    "cab",  "cer",   "chm",  "cmd", "cnt", "com",  "cpl",
    "crt", "csh", "der",   "dll", "dmg",  "exe", "fxp", "gadget", "grp",  "hlp",   "hpj",  "hta", "htc", "htm",  "html",
    "img", "inf", "ins",   "iso", "isp",  "its", "jar", "jnlp",   "js",   "jse",   "ksh",  "lib", "lnk", "mad",  "maf",
    "mam", "maq", "mar",   "mat", "maw",  "mda", "mdb", "mde",    "mht",  "mhtml", "msc",  "msh", "msi", "msix", "msp",
    "mst", "nsh", "ops",   "pcd", "pif",  "pl",  "prg", "ps1",    "psc1", "psd1",  "psm1", "reg", "scf", "scr",  "sct",
    "shb", "shs", "shtml", "svg", "sys",  "url", "vb",  "vbe",    "vbs",  "vhd",   "vxd",  "ws",  "wsf", "xhtml"};
static_assert(std::is_sorted(kRefused.begin(), kRefused.end()));

constexpr std::array<std::string_view, 12> kRefusedTypes = {"application/hta",
                                                            "application/java-archive",
                                                            "application/javascript",
                                                            "application/x-dosexec",
                                                            "application/x-ms-installer",
                                                            "application/x-ms-shortcut",
                                                            "application/x-msdos-program",
                                                            "application/x-msdownload",
                                                            "application/x-msi",
                                                            "application/xhtml+xml",
                                                            "text/html",
                                                            "text/javascript"};

constexpr std::size_t kLineIn = 57;  // base64 turns 57 octets into a line of 78
constexpr std::size_t kLineOut = 78;
constexpr std::size_t kPartHead = 512;
constexpr std::size_t kHeader = 4096;

/// What a file weighs in the mail: base64, line ends and its head. Servers limit that, not the file.
std::size_t encoded(std::size_t octets) { return (octets + kLineIn - 1) / kLineIn * kLineOut + kPartHead; }

/// What decides at a gateway is the last ending of the name, in any case.
std::string extension(std::string_view name) {
  // Windows drops dots and spaces at the end: "a.exe. " opens as a.exe.
  const auto last = name.find_last_not_of(". ");
  if (last == std::string_view::npos) return {};
  name = name.substr(0, last + 1);
  const auto dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string() : ascii_lower(name.substr(dot + 1));
}

/// A file without a name gets one: some mail programs hide attachments that have none.
std::string shown_name(const Attachment& attachment, std::size_t position) {
  auto name = one_line(attachment.name.value_or(""));
  if (!name.empty()) return name;
  return "file-" + std::to_string(position + 1);
}

/// A letter inside the letter goes as such only where SMTP cannot harm it.
DraftAttachment to_draft(std::string name, const std::string& type, const std::string& content) {
  const bool unsafe = type.starts_with("message/") && !(type == "message/rfc822" && smtp_safe(content));
  const bool tree = type.starts_with("multipart/") || type.find('/') == std::string::npos;
  return {std::move(name), unsafe || tree ? "application/octet-stream" : type, content};
}

}  // namespace

bool refused_type(const std::string& name, const std::string& type) {
  const auto ending = extension(name);
  return std::binary_search(kRefused.begin(), kRefused.end(), std::string_view(ending)) ||
         std::binary_search(kRefusedTypes.begin(), kRefusedTypes.end(), std::string_view(type));
}

Attached choose_attachments(const Letter& letter, const std::string& original, std::size_t text_size,
                            std::size_t max_size, bool none) {
  Attached attached;
  auto total = kHeader + encoded(text_size);
  for (std::size_t i = 0; i < letter.attachments.size(); ++i) {
    const auto& attachment = letter.attachments[i];
    auto name = shown_name(attachment, i);
    if (refused_type(name, attachment.type)) {
      attached.named.push_back({std::move(name), attachment.content.size(), LeftOut::refused});
    } else {
      attached.sent.push_back(to_draft(std::move(name), attachment.type, attachment.content));
      total += encoded(attachment.content.size());
    }
  }
  if (!original.empty()) {
    attached.sent.push_back(to_draft("letter.eml", "message/rfc822", original));
    total += encoded(original.size());
  }
  const auto smaller = [](const DraftAttachment& a, const DraftAttachment& b) {
    return a.content.size() < b.content.size();
  };
  // The largest first: one film goes and ten photos stay.
  while (!attached.sent.empty() && (none || total > max_size)) {
    const auto largest = std::max_element(attached.sent.begin(), attached.sent.end(), smaller);
    total -= encoded(largest->content.size());
    attached.named.push_back({largest->name, largest->content.size(), LeftOut::large});
    attached.sent.erase(largest);
  }
  return attached;
}

}  // namespace docket::letters

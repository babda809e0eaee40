// Files that older programs put right into a text (POSIX uuencode): "begin 644 name", lines of data, "`", "end".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace docket::mime {

struct UuFile {
  std::string name;  ///< as written, in the text's charset
  std::string octets;
};

struct UuText {
  std::string text;  ///< what remains, without the files
  std::vector<UuFile> files;
  bool damaged = false;   ///< a file with a line that is not of the format, or without its end, is still in `text`
  bool too_many = false;  ///< so are those after the first `most`
};

/// Takes the files out of a text of any charset that contains ASCII; line ends may be LF or CRLF. Total and linear. A
/// line that begins alike, with no data below, is a sentence and no damage.
[[nodiscard]] UuText take_uuencoded(std::string_view text, std::size_t most);

}  // namespace docket::mime

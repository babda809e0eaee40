// Lays out the text of an HTML document as plain text: lines, paragraphs, lists, quotations.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace docket {

/// How an element stands among its neighbours.
enum class Layout { inside, line, paragraph, cell, item, quotation, preformatted, line_break, unseen };

/// For an element's name in lower case.
[[nodiscard]] Layout layout_of(std::string_view element);

class PlainTextBuilder {
 public:
  explicit PlainTextBuilder(std::size_t limit) : limit_(limit) {}

  void open(Layout layout);
  void close(Layout layout);
  /// White space collapses, except in preformatted text.
  void text(std::string_view utf8);

  [[nodiscard]] bool full() const { return full_; }
  /// Without empty lines and spaces at the end.
  [[nodiscard]] std::string take() &&;

 private:
  void break_line(int lines);
  void write(std::string_view character);
  void start_line();

  std::string out_;
  std::size_t limit_;
  int breaks_ = 0;       ///< line breaks owed before the next character: 2 makes an empty line
  int quotes_ = 0;       ///< open quotations
  int line_quotes_ = 0;  ///< marks of the line being written
  int preformatted_ = 0;
  bool item_ = false;  ///< the next line begins a list item
  bool space_ = false;
  bool full_ = false;
};

}  // namespace docket

#include "connectors/mime/tree.h"

#include <mimetic/mimetic.h>

#include <algorithm>
#include <cstring>
#include <iterator>
#include <unordered_map>

#include "config/text.h"

namespace docket::mime {
namespace {

// mimetic 0.9.8 is kept to what it does well, the walk over nested multiparts. Its header reader loses fields and
// grows quadratically, its field types crash on legal headers, and it descends into message/rfc822 without a bound
// (8 MB of stack at 104,000 levels). So it never sees a header of the letter: we read each one ourselves and let it
// read one of these two instead. A message/rfc822 part is a leaf for it, and never descended into. The dot is never
// reached: it keeps mimetic from taking the header's end for the letter's.
constexpr std::string_view kMultipart = "Content-Type:multipart/x\n\n.";
constexpr std::string_view kLeaf = "\n.";

using BaseParser = mimetic::IteratorParser<const char*, std::input_iterator_tag>;

std::string_view without_trailing_blanks(std::string_view line) {
  const auto last = line.find_last_not_of(" \t\r\n");
  return line.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

class GuardedParser : private BaseParser {
 public:
  GuardedParser(mimetic::MimeEntity& root, std::string_view text, const ReadLimits& limits, Defects& defects)
      : BaseParser(root), text_(text), limits_(limits), defects_(defects) {}

  std::vector<Entity> parse() {
    open_entity(0);
    run(m_bit, m_eit);
    return std::move(entities_);
  }

 private:
  enum class Line { text, next, closing, outer };

  /// mimetic's one virtual: called once for each leaf's body, each preamble and each epilogue.
  void copy_until_boundary(mimetic::ParsingElem element) override {
    if (element == pePreamble || element == peBody) {
      m_bit = text_.data() + body_;
      m_eit = text_.data() + text_.size();
    }
    forget_closed();
    if (element == pePreamble) enter_multipart();
    const auto current = entities_.size() - 1;
    const auto content = scan();
    if (element == peBody) entities_[current].body = content;
    if (element == pePreamble) entities_[current].preamble = content;
    if (m_lastBoundary == Boundary && m_bit != m_eit) open_next();
  }

  /// mimetic takes a closed multipart's boundary off its own list only.
  void forget_closed() {
    while (open_.size() > m_boundaryList.size()) {
      const auto found = active_.find(open_.back().delimiter);
      if (--found->second == 0) active_.erase(found);
      open_.pop_back();
    }
  }

  /// mimetic has put the boundary of the header it saw in front; the real one replaces it.
  void enter_multipart() {
    const auto index = entities_.size() - 1;
    std::string delimiter = "--" + without_trailing(entities_[index].content_type.parameter("boundary"));
    m_boundaryList.front() = delimiter;
    ++active_[delimiter];
    open_.push_back({index, std::move(delimiter)});
  }

  static std::string without_trailing(std::string_view boundary) {
    return std::string(without_trailing_blanks(boundary));
  }

  /// RFC 2046 section 5.1.1: only a whole line is a boundary; blanks may follow it, the last may lack its line end.
  [[nodiscard]] Line judge(std::string_view line) const {
    if (active_.empty() || !line.starts_with("--")) return Line::text;
    const std::string whole(without_trailing_blanks(line).substr(0, kLongestDelimiter));
    if (active_.contains(whole)) return whole == open_.back().delimiter ? Line::next : Line::outer;
    if (!whole.ends_with("--")) return Line::text;
    const std::string opened = whole.substr(0, whole.size() - 2);
    if (!active_.contains(opened)) return Line::text;
    return opened == open_.back().delimiter ? Line::closing : Line::outer;
  }

  /// From the beginning of a line to the next that begins as a boundary does. Encoded bodies hold no dash at all.
  void skip_plain_lines() {
    const char* const start = m_bit;
    while (m_bit != m_eit) {
      const void* const found = std::memchr(m_bit, '-', static_cast<std::size_t>(m_eit - m_bit));
      if (found == nullptr) break;
      m_bit = static_cast<const char*>(found);
      const bool begins_line = m_bit == start || m_bit[-1] == '\n';
      if (begins_line && m_eit - m_bit > 1 && m_bit[1] == '-') return;
      ++m_bit;
    }
    m_bit = m_eit;
  }

  /// Moves to behind the next boundary line and returns what stood before it. An outer boundary is left where it is
  /// and reported as the end of the inner multipart: mimetic then climbs level by level until somebody owns it.
  std::string_view scan() {
    const char* const from = m_bit;
    const char* end = from;
    m_lastBoundary = NoBoundary;
    while (m_bit != m_eit && m_lastBoundary == NoBoundary) {
      skip_plain_lines();
      if (m_bit == m_eit) break;
      end = m_bit;
      std::string_view rest(m_bit, static_cast<std::size_t>(m_eit - m_bit));
      const auto kind = judge(take_line(rest));
      if (kind != Line::text) m_lastBoundary = kind == Line::next ? Boundary : ClosingBoundary;
      if (kind != Line::outer) m_bit = rest.data();
    }
    if (m_lastBoundary == NoBoundary) return {from, static_cast<std::size_t>(m_eit - from)};
    return without_line_end({from, static_cast<std::size_t>(end - from)});  // RFC 2046: the line end is the boundary's
  }

  void open_next() {
    // Two boundary lines without even an empty line between them enclose no part.
    while (m_bit != m_eit) {
      std::string_view rest(m_bit, static_cast<std::size_t>(m_eit - m_bit));
      const auto kind = judge(take_line(rest));
      if (kind == Line::text) break;
      m_lastBoundary = kind == Line::next ? Boundary : ClosingBoundary;
      if (kind == Line::outer) return;
      m_bit = rest.data();
      if (kind == Line::closing) return;
    }
    if (m_bit == m_eit) return;
    if (entities_.size() > static_cast<std::size_t>(limits_.parts)) {
      defects_.add("more than " + std::to_string(limits_.parts) + " parts, the rest was not read");
      m_bit = m_eit;
      return;
    }
    open_entity(static_cast<std::size_t>(m_bit - text_.data()));
  }

  /// The header block at `start`: up to an empty line, or a boundary where the empty line is missing.
  [[nodiscard]] std::string_view header_block(std::size_t start) {
    std::string_view rest = text_.substr(start);
    body_ = text_.size();
    while (!rest.empty()) {
      const auto at = text_.size() - rest.size();
      const auto line = take_line(rest);
      const bool empty = without_line_end(line).empty();
      if (!empty && judge(line) == Line::text) continue;
      body_ = empty ? text_.size() - rest.size() : at;
      return text_.substr(start, at - start);
    }
    return text_.substr(start);
  }

  void open_entity(std::size_t start) {
    Entity entity;
    entity.depth = static_cast<int>(open_.size());
    bool in_digest = false;
    if (!open_.empty()) {
      auto& parent = entities_[open_.back().index];
      entity.number = (parent.number.empty() ? "" : parent.number + ".") + std::to_string(++parent.parts);
      in_digest = parent.content_type.value == "multipart/digest";
    }
    const auto where = entity.number.empty() ? std::string("the letter") : "part " + entity.number;
    const auto block = header_block(start);
    entity.fields = read_fields(block, limits_, where, defects_);
    if (entity.fields.length < block.size()) body_ = start + entity.fields.length;
    read_type(entity, in_digest, where);
    const auto header = entity.multipart ? kMultipart : kLeaf;
    m_bit = header.data();
    m_eit = header.data() + header.size();
    entities_.push_back(std::move(entity));
  }

  void read_type(Entity& entity, bool in_digest, const std::string& where) {
    entity.content_type = parse_parametrised(entity.fields.value("Content-Type"));
    auto& type = entity.content_type.value;
    const auto slash = type.find('/');
    if (slash == 0 || slash == std::string::npos || slash + 1 == type.size()) {
      if (!type.empty()) defects_.add("the Content-Type of " + where + " is none");
      type = in_digest ? "message/rfc822" : "text/plain";
    }
    if (!type.starts_with("multipart/")) return;
    if (without_trailing_blanks(entity.content_type.parameter("boundary")).empty()) {
      defects_.add("multipart without a boundary in " + where);
    } else if (entity.depth >= limits_.depth) {
      defects_.add("nested deeper than " + std::to_string(limits_.depth) + " parts, the rest was not read");
    } else {
      entity.multipart = entity.content_type.parameter("boundary").size() < kLongestDelimiter - 4;
    }
  }

  struct Open {
    std::size_t index;
    std::string delimiter;
  };
  static constexpr std::size_t kLongestDelimiter = 16384;

  std::string_view text_;
  const ReadLimits& limits_;
  Defects& defects_;
  std::vector<Entity> entities_;
  std::vector<Open> open_;                       // the multiparts around the present place
  std::unordered_map<std::string, int> active_;  // their delimiters: one look-up a line, however deep
  std::size_t body_ = 0;                         // of the entity opened last
};

}  // namespace

std::vector<Entity> parse_tree(std::string_view text, const ReadLimits& limits, Defects& defects) {
  mimetic::MimeEntity root;
  return GuardedParser(root, text, limits, defects).parse();
}

}  // namespace docket::mime

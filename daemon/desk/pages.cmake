# Writes OUTPUT, a .cc that holds the pages and their style sheet (run as: cmake -D SOURCE=… -D STYLE=… -D OUTPUT=… -P).
include(${CMAKE_CURRENT_LIST_DIR}/../../config/octets.cmake)
file_as_literal(${SOURCE}/write.html write_page)
file_as_literal(${SOURCE}/settled.html settled_page)
file_as_literal(${STYLE} style)
file(WRITE ${OUTPUT} "// Made by daemon/desk/pages.cmake.
#include \"daemon/desk/pages.h\"

namespace docket::pages {

using std::literals::string_view_literals::operator\"\"sv;

std::string_view write() { return ${write_page}sv; }
std::string_view settled() { return ${settled_page}sv; }
std::string_view style() { return ${style}sv; }

}  // namespace docket::pages
")

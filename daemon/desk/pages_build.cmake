# The public pages and Bootstrap's style sheet, from its Debian package, become part of docket_daemon.
set(bootstrap_css /usr/share/javascript/bootstrap5/css/bootstrap.min.css)
if(NOT EXISTS ${bootstrap_css})
  message(FATAL_ERROR "libjs-bootstrap5 is not installed: ${bootstrap_css}")
endif()
set(pages_cc ${CMAKE_BINARY_DIR}/desk_pages.cc)
add_custom_command(
  OUTPUT ${pages_cc}
  COMMAND ${CMAKE_COMMAND} -D SOURCE=${CMAKE_SOURCE_DIR}/daemon/desk/pages -D STYLE=${bootstrap_css} -D OUTPUT=${pages_cc}
          -P ${CMAKE_SOURCE_DIR}/daemon/desk/pages.cmake
  DEPENDS ${CMAKE_SOURCE_DIR}/daemon/desk/pages/write.html ${CMAKE_SOURCE_DIR}/daemon/desk/pages/settled.html
          ${CMAKE_SOURCE_DIR}/daemon/desk/pages.cmake
          ${CMAKE_SOURCE_DIR}/config/octets.cmake ${bootstrap_css}
  COMMENT "Putting the pages into the program"
  VERBATIM)
target_sources(docket_daemon PRIVATE ${pages_cc})

# The sample town becomes part of docket_config; a changed or added file makes it anew.
file(GLOB_RECURSE sample_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/config/sample/*.yaml
     ${CMAKE_SOURCE_DIR}/config/sample/*.txt)
set(sample_cc ${CMAKE_BINARY_DIR}/sample_files.cc)
add_custom_command(
  OUTPUT ${sample_cc}
  COMMAND ${CMAKE_COMMAND} -D SOURCE=${CMAKE_SOURCE_DIR}/config/sample -D OUTPUT=${sample_cc}
          -P ${CMAKE_SOURCE_DIR}/config/sample.cmake
  DEPENDS ${sample_files} ${CMAKE_SOURCE_DIR}/config/sample.cmake ${CMAKE_SOURCE_DIR}/config/octets.cmake
  COMMENT "Putting the sample town into the program"
  VERBATIM)
target_sources(docket_config PRIVATE ${sample_cc})

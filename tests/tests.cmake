# Tests that are not one executable a room. Each ends by itself and cleans up what it started.
find_package(Python3 REQUIRED COMPONENTS Interpreter)

add_test(NAME house COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/tests/house_test.py)
add_test(NAME systemd COMMAND sh ${CMAKE_SOURCE_DIR}/tests/systemd_test.sh $<TARGET_FILE:docket>)
add_test(NAME docs COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/tests/docs_test.py)
add_test(NAME walk COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/tests/walk.py --docket $<TARGET_FILE:docket> --only guide)
# What is installed; a sanitizer's program is not.
if(NOT DOCKET_SANITIZE)
  add_test(NAME package COMMAND ${Python3_EXECUTABLE} -m unittest discover -s ${CMAKE_SOURCE_DIR}/tests/systemd -p *_test.py)
  set_tests_properties(package PROPERTIES TIMEOUT 1200 ENVIRONMENT "DOCKET_BINARY=$<TARGET_FILE:docket>")
endif()
add_test(NAME schema COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/tests/config/schema_test.py)
add_test(NAME operators COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/tests/rules/operators_test.py)
add_test(NAME bench COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/tests/bench/figures_test.py)
add_test(NAME differential COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/tests/connectors/differential.py)
# Many files in one process: thirty milliseconds a file would be five minutes.
add_executable(mutations_driver ${CMAKE_SOURCE_DIR}/tests/rules/mutations_driver.cc)
target_link_libraries(mutations_driver PRIVATE docket_rules)
add_test(NAME mutations COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/tests/rules/mutations_test.py 10000)
set_tests_properties(mutations PROPERTIES TIMEOUT 1200 ENVIRONMENT "DOCKET_DRIVER=$<TARGET_FILE:mutations_driver>")
set_tests_properties(docs walk schema operators differential PROPERTIES TIMEOUT 1200
  ENVIRONMENT "DOCKET_BINARY=$<TARGET_FILE:docket>;DOCKET_SANITIZE=${DOCKET_SANITIZE}")

# The same program with failpoints: the test's object is found before the do-nothing one in the library.
add_executable(docket_failpoints ${CMAKE_SOURCE_DIR}/tests/faults/failpoint.cc $<TARGET_OBJECTS:docket>)
target_link_libraries(docket_failpoints PRIVATE docket_daemon)
target_link_options(docket_failpoints PRIVATE -pie)

# Preloaded: file operations that fail, are torn, or are written down for simulated power losses.
add_library(docket_shim SHARED ${CMAKE_SOURCE_DIR}/tests/faults/shim/shim.cc)
target_compile_options(docket_shim PRIVATE -Wall -Wextra)
target_link_libraries(docket_shim PRIVATE dl)

# The HTTP server without a docket behind it.
add_executable(docket_http ${CMAKE_SOURCE_DIR}/tests/faults/http_driver.cc)
target_link_libraries(docket_http PRIVATE docket_connectors)

# From outside: end to end on real servers, and faults and attacks. Every tests/e2e/*_test.py and tests/faults/*_test.py
# is one.
foreach(kind e2e faults)
  file(GLOB from_outside CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/${kind}/*_test.py)
  foreach(test ${from_outside})
    get_filename_component(name ${test} NAME_WE)
    string(REPLACE "_test" "" name ${name})
    add_test(NAME ${kind}_${name} COMMAND ${Python3_EXECUTABLE} ${test})
    set_tests_properties(${kind}_${name} PROPERTIES TIMEOUT 1200
      ENVIRONMENT "DOCKET_BINARY=$<TARGET_FILE:docket>;DOCKET_FAILPOINT_BINARY=$<TARGET_FILE:docket_failpoints>;DOCKET_SHIM=$<TARGET_FILE:docket_shim>;DOCKET_HTTP=$<TARGET_FILE:docket_http>;DOCKET_SANITIZE=${DOCKET_SANITIZE}")
  endforeach()
endforeach()

# The private Dovecot that tests of several rooms share.
if(TARGET connectors_test)
  target_sources(connectors_test PRIVATE ${CMAKE_SOURCE_DIR}/tests/dovecot.cc)
endif()
# A DNS server that says what a test wants; it stands with the connectors' tests.
if(TARGET daemon_test)
  target_sources(daemon_test PRIVATE ${CMAKE_SOURCE_DIR}/tests/connectors/fake_dns.cc)
endif()

# Fuzz targets: every tests/fuzz/NAME_fuzz.cc is one. With clang (DOCKET_FUZZ) they are libFuzzer programs, and coverage
# is taken in the rooms they reach; everywhere else one program reads the kept corpus to each of them, as a test.
file(GLOB fuzz_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/fuzz/*_fuzz.cc)
if(DOCKET_FUZZ)
  foreach(room config connectors rules daemon)
    target_compile_options(docket_${room} PRIVATE -fsanitize=fuzzer-no-link)
  endforeach()
endif()
foreach(source ${fuzz_sources})
  get_filename_component(name ${source} NAME_WE)
  string(REPLACE "_fuzz" "" short ${name})
  add_executable(${name} ${source})
  target_link_libraries(${name} PRIVATE docket_daemon docket_source_dir)
  if(DOCKET_FUZZ)
    target_link_libraries(${name} PRIVATE -fsanitize=fuzzer)
  else()
    target_sources(${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests/fuzz/corpus_main.cc)
    add_test(NAME fuzz_${short} COMMAND ${name} ${CMAKE_SOURCE_DIR}/tests/fuzz/corpus/${short})
    set_tests_properties(fuzz_${short} PROPERTIES TIMEOUT 600)
  endif()
endforeach()

# Benchmarks are built and run by tests/bench/*.sh, never by ctest.
foreach(bench rules_bench reload_bench)
  add_executable(${bench} EXCLUDE_FROM_ALL ${CMAKE_SOURCE_DIR}/tests/bench/${bench}.cc)
  target_link_libraries(${bench} PRIVATE docket_daemon docket_source_dir)
endforeach()
# The bare parts of a letter's way: nothing of docket in it.
file(GLOB bare_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/bench/bare/*.cc)
add_executable(bare_way EXCLUDE_FROM_ALL ${bare_sources})
target_link_libraries(bare_way PRIVATE docket_flags PkgConfig::SQLITE3 OpenSSL::SSL)
file(GLOB stage_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/bench/stages/*.cc)
add_executable(stages_bench EXCLUDE_FROM_ALL ${stage_sources})
target_link_libraries(stages_bench PRIVATE docket_daemon)
pkg_check_modules(GMIME QUIET IMPORTED_TARGET gmime-3.0)
if(GMIME_FOUND)
  # Without docket_daemon and its allocator: both run with the one they come with.
  add_executable(gmime_bench EXCLUDE_FROM_ALL ${CMAKE_SOURCE_DIR}/tests/bench/gmime_bench.cc)
  target_link_libraries(gmime_bench PRIVATE docket_flags PkgConfig::GMIME)
endif()

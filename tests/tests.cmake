# Tests that are not one executable a room. Each ends by itself and cleans up what it started.
find_package(Python3 REQUIRED COMPONENTS Interpreter)

add_test(NAME house COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/tests/house_test.py)
add_test(NAME systemd COMMAND sh ${CMAKE_SOURCE_DIR}/tests/systemd_test.sh $<TARGET_FILE:docket>)

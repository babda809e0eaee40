# file_as_literal(PATH VARIABLE): the octets of a file as a C++ string literal, for files that become part of the program.
function(file_as_literal path variable)
  file(READ ${path} hex HEX)
  string(REGEX REPLACE "(................................)" "\\1\n" hex "${hex}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" octets "${hex}")
  string(REPLACE "\n" "\"\n\"" octets "${octets}")
  set(${variable} "\"${octets}\"" PARENT_SCOPE)
endfunction()

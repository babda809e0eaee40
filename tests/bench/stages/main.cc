// stages_bench STAGE CONFIGURATION MAILDIR LETTERS: one stage of tests/bench/stages/stages.h, in a process of its own.
#include <exception>
#include <iostream>
#include <map>

#include "tests/bench/stages/stages.h"

int main(int argc, char** argv) {
  const std::map<std::string, void (*)(const bench::Desk&)> stages{
      {"read", bench::read},     {"read-lean", bench::read_lean}, {"fill", bench::fill},
      {"hash", bench::hash},     {"route", bench::route},         {"prepare", bench::prepare},
      {"record", bench::record}, {"compose", bench::compose},     {"send", bench::send},
      {"imap", bench::imap},     {"imap-read", bench::imap_read}};
  const auto stage = stages.find(argc == 5 ? argv[1] : "");
  if (stage == stages.end()) {
    std::cerr << "usage: stages_bench STAGE CONFIGURATION MAILDIR LETTERS\n";
    return 2;
  }
  try {
    stage->second(bench::Desk(argv[2], argv[3], std::stoul(argv[4])));
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "stages_bench " << stage->first << ": " << error.what() << "\n";
    return 1;
  }
}

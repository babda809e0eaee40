#include "daemon/commands/commands.h"

int main(int argc, char** argv) { return docket::run_command_line(argc, argv); }

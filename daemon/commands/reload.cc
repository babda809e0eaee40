// docket reload: the running daemon checks what lies on disk, compares it with what runs, and takes it whole or not.
#include "daemon/commands/commands.h"
#include "daemon/commands/comparing.h"

namespace docket {

int run_reload(const Common& common, bool yes) { return reload_asking(common, yes); }

}  // namespace docket

#include "faces/cli/verdict_print.h"

#include "faces/cli/console.h"
#include "faces/cli/verdict_view.h"

namespace limber::cli {

void print_verdict(Machine& machine, const Json& verdict, const CommandLine& line) {
  if (line.has("--json")) {
    print(print_json(verdict) + "\n");
    return;
  }
  const Help help = help_in(machine.app().core().knowledge(), machine.country());
  const Shown shown = show(verdict, help, output_look(line), machine.words());
  print_document(shown.title, shown.ink, shown.body, line);
}

}  // namespace limber::cli

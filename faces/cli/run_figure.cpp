// limber figure: stills of the figure, and the contact sheet of all of them.
#include "base/text.h"
#include "faces/cli/console.h"
#include "faces/cli/exit_code.h"
#include "faces/cli/run.h"
#include "host/files.h"

namespace limber::cli {
namespace {

// An option's number as the use-case wants it; what is no number is the use-case's to refuse.
void add(Json& input, const CommandLine& line, const char* option, const char* field, bool number) {
  if (!line.has(option)) return;
  const std::string value = line.value(option);
  const auto read = number ? parse_number(value) : std::nullopt;
  if (read && *read == static_cast<double>(static_cast<int>(*read))) {
    input[field] = static_cast<int>(*read);
  } else if (read) {
    input[field] = *read;
  } else {
    input[field] = value;
  }
}

Result<int> write_sheet(Machine& machine, const std::string& file) {
  const auto answer = machine.call("figure.sheet", Json::object());
  if (!answer) return std::unexpected(answer.error());
  Reader in(*answer, "");
  const std::string svg = in.text("svg");
  if (file == "-") {
    print(svg);
    return kDone;
  }
  const auto written = host::write_file(file, svg, 0644);
  if (!written) return std::unexpected(written.error());
  return kDone;
}

}  // namespace

Result<int> run_figure(const CommandLine& line) {
  auto machine = Machine::open(line);
  if (!machine) return std::unexpected(machine.error());
  if (line.has("--sheet")) return write_sheet(**machine, line.value("--sheet"));
  if (line.arguments.empty()) {
    return fail(ErrorKind::usage, "name a technique, or give --sheet FILE", "",
                "for example: limber figure chin_tuck > chin_tuck.svg");
  }
  Json input = {{"technique", line.arguments.front()}};
  add(input, line, "--step", "step", false);
  add(input, line, "--side", "side", false);
  add(input, line, "--part", "part", true);
  add(input, line, "--error", "error", true);
  add(input, line, "--skin", "skin", true);
  add(input, line, "--clothes", "clothes", true);
  const auto answer = (*machine)->call("figure", input);
  if (!answer) return std::unexpected(answer.error());
  Reader in(*answer, "");
  print(line.has("--json") ? print_json(*answer) + "\n" : in.text("svg"));
  return kDone;
}

}  // namespace limber::cli

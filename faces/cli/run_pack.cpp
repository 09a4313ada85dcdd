// limber pack check, add, list, remove: a physio's own techniques.
#include "faces/cli/exit_code.h"
#include "faces/cli/record_access.h"
#include "faces/cli/run.h"
#include "host/toml_reader.h"

namespace limber::cli {
namespace {

Result<TomlDocument> read_pack(const std::string& file) {
  std::vector<Error> problems;
  TomlDocument document = read_toml_file(file, problems);
  if (!problems.empty()) return std::unexpected(problems.front());
  return document;
}

Result<int> check(const CommandLine& line) {
  auto machine = Machine::open(line);
  if (!machine) return std::unexpected(machine.error());
  const auto pack = read_pack(line.arguments.front());
  if (!pack) return std::unexpected(pack.error());
  auto answer = (*machine)->call("pack.check", Json{{"pack", pack->document}});
  if (!answer) return std::unexpected(answer.error());
  Reader in(*answer, "");
  const Json problems = in.array("problems");
  Json placed = Json::array();
  for (const Json& problem : problems) {
    Reader each(problem, "");
    placed.push_back(
        to_json({ErrorKind::input, each.text_or("message", ""),
                 pack->place_of(each.text_or("where", "")), each.text_or("hint", "")}));
  }
  if (line.has("--json")) {
    (*answer)["problems"] = placed;
    print(print_json(*answer) + "\n");
    return placed.empty() ? kDone : kLeft;
  }
  for (const Json& problem : placed) {
    Reader each(problem, "");
    print(describe({ErrorKind::input, each.text_or("message", ""), each.text_or("where", ""),
                    each.text_or("hint", "")}) +
          "\n");
  }
  if (!placed.empty()) {
    print_error("limber: " + std::to_string(placed.size()) + " problem(s)\n");
    return kLeft;
  }
  print(in.text_or("name", "") + " " + in.text_or("version", "") + ": " +
        std::to_string(in.array("techniques").size()) + " technique(s), all is well\n");
  return kDone;
}

Result<int> add(const CommandLine& line) {
  const auto pack = read_pack(line.arguments.front());
  if (!pack) return std::unexpected(pack.error());
  auto machine = open_with_record(line);
  if (!machine) return std::unexpected(machine.error());
  const auto answer = (*machine)->call("pack.add", Json{{"pack", pack->document}});
  if (!answer) {
    Error error = answer.error();
    error.where = pack->place_of(error.where);
    return std::unexpected(error);
  }
  const std::string name = Reader(*answer, "").text_or("name", "");
  print(line.has("--json") ? print_json(*answer) + "\n"
                           : "Added: " + name + ". Its techniques are offered from now on.\n");
  return kDone;
}

Result<int> list(const CommandLine& line) {
  auto machine = open_with_record(line);
  if (!machine) return std::unexpected(machine.error());
  const auto answer = (*machine)->call("pack.list", Json::object());
  if (!answer) return std::unexpected(answer.error());
  if (line.has("--json")) {
    print(print_json(*answer) + "\n");
    return kDone;
  }
  const Json& packs = Reader(*answer, "").array("packs");
  if (packs.empty()) print("There is no pack in the record.\n");
  for (const Json& pack : packs) {
    Reader each(pack, "");
    print(each.text_or("id", "") + "  " + each.text_or("name", "") + " " +
          each.text_or("version", "") + ", by " + each.text_or("author", "") + "\n");
  }
  return kDone;
}

Result<int> remove(const CommandLine& line) {
  auto machine = open_with_record(line);
  if (!machine) return std::unexpected(machine.error());
  const auto answer = (*machine)->call("pack.remove", Json{{"id", line.arguments.front()}});
  if (!answer) return std::unexpected(answer.error());
  print(line.has("--json") ? print_json(*answer) + "\n" : "Removed.\n");
  return kDone;
}

}  // namespace

Result<int> run_pack(const CommandLine& line) {
  if (line.command->name == "pack check") return check(line);
  if (line.command->name == "pack add") return add(line);
  if (line.command->name == "pack list") return list(line);
  return remove(line);
}

}  // namespace limber::cli

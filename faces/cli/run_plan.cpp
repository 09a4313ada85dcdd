// limber plan: from a sheet, or asked.
#include "body/plan_json.h"
#include "faces/cli/exit_code.h"
#include "faces/cli/plan_view.h"
#include "faces/cli/record_access.h"
#include "faces/cli/run.h"
#include "faces/cli/verdict_print.h"
#include "faces/cli/verdict_view.h"
#include "faces/cli/way.h"

namespace limber::cli {
namespace {

Result<int> tell_plan(const CommandLine& line, Machine& machine, const Json& made) {
  if (line.has("--json")) {
    print(print_json(made) + "\n");
  } else {
    const auto plan = plan_from_json(Reader(made, "").object("plan"), "/plan");
    if (!plan) return std::unexpected(plan.error());
    print_document(machine.words().text("ui.plan.title"), Ink::strong,
                   show_plan(*plan, machine.words()), line);
  }
  return exit_code(level_of(Reader(made, "").object("verdict")));
}

// No plan at see_professional_first or above: the verdict is shown instead, and its code returned.
Result<int> tell_refusal(const CommandLine& line, Machine& machine, const std::string& sheet,
                         const Error& error) {
  const auto verdict = machine.call_text("check", sheet);
  const Level level = verdict ? level_of(*verdict) : Level::go;
  if (error.kind != ErrorKind::refused || level < Level::see_professional_first) {
    return std::unexpected(error);
  }
  print_error("limber: " + describe(error) + "\n");
  if (line.has("--json")) {
    print(print_json(Json{{"error", to_json(error)}, {"verdict", *verdict}}) + "\n");
  } else {
    print_verdict(machine, *verdict, line);
  }
  return exit_code(level);
}

Result<int> plan_for_person(const CommandLine& line, Machine& machine) {
  auto conversation = Conversation::open(line, machine.words());
  if (!conversation) return std::unexpected(conversation.error());
  Way way{machine, *conversation};
  if (const auto looked = look_at_today(way); !looked) return std::unexpected(looked.error());
  Reader today(way.today, "");
  Interview check(machine, conversation->asker(),
                  today.has("answers") ? today.object("answers") : Json::object(),
                  today.any("clearance"));
  const auto end = ask_and_show(machine, *conversation, check, {true});
  if (!end) return std::unexpected(end.error());
  if (*end != Interview::End::done) return conversation->left();
  if (!Reader(check.verdict(), "").flag_or("plan_allowed", false)) {
    return exit_code(level_of(check.verdict()));
  }
  Interview wishes(machine, conversation->asker(), check.answers(), check.clearance());
  wishes.wishes(true);
  const auto wished = wishes.run();
  conversation->close();
  if (!wished) return std::unexpected(wished.error());
  if (*wished != Interview::End::done) return conversation->left();
  const auto made = machine.call("plan", wishes.sheet());
  if (!made) return std::unexpected(made.error());
  return tell_plan(line, machine, *made);
}

}  // namespace

Result<int> run_plan(const CommandLine& line) {
  auto machine = Machine::open(line);
  if (!machine) return std::unexpected(machine.error());
  if ((*machine)->has_record()) {
    const auto opened = (*machine)->open_record([&] { return ask_passphrase(**machine); });
    if (!opened) return std::unexpected(opened.error());
  }
  if (!line.has("--answers")) return plan_for_person(line, **machine);
  const std::string file = line.value("--answers");
  const auto sheet = read_sheet_text(file);
  if (!sheet) return std::unexpected(sheet.error());
  const auto made = (*machine)->call_text("plan", *sheet);
  if (made) return tell_plan(line, **machine, *made);
  Error error = made.error();
  if (error.kind == ErrorKind::input) {
    error.where = error.where.empty() ? file : file + ", " + error.where;
  }
  return tell_refusal(line, **machine, *sheet, error);
}

}  // namespace limber::cli

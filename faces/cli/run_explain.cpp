// limber explain, facts, prove, call: what Limber knows and why, for people and for scripts.
#include "base/text.h"
#include "faces/cli/console.h"
#include "faces/cli/exit_code.h"
#include "faces/cli/run.h"
#include "faces/cli/verdict_view.h"

namespace limber::cli {
namespace {

// Adds "heading, then the text or the list" for a field that is there.
void add(Document& body, Reader& in, const Catalogue& words, const char* field, const char* title) {
  if (!in.has(field)) return;
  const Json& value = in.any(field);
  if (const auto said = as_text(value)) {
    if (said->empty()) return;
    body.push_back(heading(words.text(title)));
    body.push_back(text(*said));
  } else if (value.is_array() && !value.empty()) {
    body.push_back(heading(words.text(title)));
    for (const Json& item : value) {
      if (const auto each = as_text(item)) body.push_back(bullet(*each));
    }
  }
}

Document explained(const Json& answer, const Catalogue& words) {
  Reader in(answer, "");
  Document body;
  const std::string level = in.text_or("level", in.text_or("alone", ""));
  for (const char* field : {"text", "ask", "help"}) {
    const std::string said = in.text_or(field, "");
    if (!said.empty()) body.push_back(text(said));
  }
  if (!level.empty()) {
    body.push_back(
        text(words.text("ui.explain.level", {{"level", words.text("level." + level + ".title")}})));
  }
  add(body, in, words, "why", "ui.verdict.why");
  add(body, in, words, "do", "ui.verdict.do");
  add(body, in, words, "say", "ui.verdict.say");
  add(body, in, words, "target", "ui.explain.target");
  add(body, in, words, "position", "ui.explain.position");
  add(body, in, words, "steps", "ui.explain.steps");
  add(body, in, words, "errors", "ui.explain.errors");
  add(body, in, words, "stop_if", "ui.explain.stop_if");
  if (in.has("techniques")) {
    body.push_back(heading(words.text("ui.explain.techniques")));
    for (const Json& technique : in.array("techniques")) {
      Reader each(technique, "");
      body.push_back(bullet(each.text_or("name", "") + ": " + each.text_or("note", "")));
    }
  }
  add(body, in, words, "when", "ui.explain.when");
  add(body, in, words, "rules", "ui.explain.rules");
  if (in.has("holds")) {
    body.push_back(text(words.text("ui.explain.holds." + in.text_or("holds", "no")), Ink::strong));
  }
  if (in.has("answer")) {
    body.push_back(
        text(words.text("ui.verdict.you_said", {{"answers", in.text_or("answer", "")}})));
  }
  const Json& sources = in.has("sources") ? in.array("sources") : Json::array();
  if (!sources.empty()) body.push_back(heading(words.text("ui.explain.sources")));
  for (const Json& source : sources) {
    body.push_back(bullet(source_line(source, words)));
    const std::string url = Reader(source, "").text_or("url", "");
    if (!url.empty()) body.push_back(note(url));
  }
  body.push_back(text(knowledge_line(answer, words), Ink::faint));
  return body;
}

std::string takes(Reader& fact) {
  const std::string kind = fact.text_or("kind", "yes_no");
  if (kind == "number") {
    return number_text(fact.number("low", -1e9, 1e9)) + " to " +
           number_text(fact.number("high", -1e9, 1e9)) + " " + fact.text_or("unit", "");
  }
  if (kind != "choice") return "yes, no, not_sure";
  std::vector<std::string> options;
  for (const Json& option : fact.array("options")) {
    options.push_back(Reader(option, "").text_or("id", ""));
  }
  return join(options, ", ");
}

Result<Json> parsed_input(const CommandLine& line) {
  Json input = Json::object();
  if (line.has("--answers")) {
    const auto read = read_sheet_text(line.value("--answers"));
    if (!read) return std::unexpected(read.error());
    auto sheet = parse_json(*read);
    if (!sheet) return sheet;
    if (!sheet->is_object()) {
      return fail(ErrorKind::input, "a sheet is an object", line.value("--answers"),
                  "as in {\"answers\": {\"age\": 42}}");
    }
    input = std::move(*sheet);
  }
  return input;
}

}  // namespace

Result<int> run_explain(const CommandLine& line) {
  auto machine = Machine::open(line);
  if (!machine) return std::unexpected(machine.error());
  auto input = parsed_input(line);
  if (!input) return std::unexpected(input.error());
  (*input)["id"] = line.arguments.front();
  const auto answer = (*machine)->call("explain", *input);
  if (!answer) return std::unexpected(answer.error());
  if (line.has("--json")) {
    print(print_json(*answer) + "\n");
    return kDone;
  }
  Reader in(*answer, "");
  const std::string id = in.text_or("id", "");
  const std::string name = in.text_or("name", in.text_or("title", ""));
  print_document(name.empty() ? id : name + " (" + id + ")", Ink::strong,
                 explained(*answer, (*machine)->words()), line);
  return kDone;
}

Result<int> run_facts(const CommandLine& line) {
  auto machine = Machine::open(line);
  if (!machine) return std::unexpected(machine.error());
  const auto answer = (*machine)->call("facts", Json::object());
  if (!answer) return std::unexpected(answer.error());
  if (line.has("--json")) {
    print(print_json(*answer) + "\n");
    return kDone;
  }
  Document body;
  std::string screen;
  for (const Json& fact : Reader(*answer, "").array("facts")) {
    Reader in(fact, "");
    if (in.text_or("screen", "") != screen) {
      screen = in.text_or("screen", "");
      body.push_back(
          heading((*machine)->words().text("screen." + screen + ".title") + " (" + screen + ")"));
    }
    body.push_back(bullet(in.text_or("id", "") + ": " + in.text_or("ask", "")));
    body.push_back(note(takes(in)));
  }
  print_document("", Ink::plain, body, line);
  return kDone;
}

Result<int> run_prove(const CommandLine& line) {
  auto machine = Machine::open(line);
  if (!machine) return std::unexpected(machine.error());
  const auto answer = (*machine)->call("prove", Json::object());
  if (!answer) return std::unexpected(answer.error());
  Reader in(*answer, "");
  const bool holds = in.flag_or("holds", false) && in.flag_or("complete", false);
  if (line.has("--json")) {
    print(print_json(*answer) + "\n");
    return holds ? kDone : kLeft;
  }
  const Catalogue& words = (*machine)->words();
  const bool utf8 = output_look(line).utf8;
  Document body;
  for (const Json& property : in.array("properties")) {
    Reader each(property, "");
    const bool good = each.flag_or("holds", false);
    body.push_back(
        bullet((good ? std::string(utf8 ? "✓ " : "ok: ")
                     : (utf8 ? std::string("✗ ") : words.text("ui.prove.broken") + ": ")) +
                   each.text_or("title", each.text_or("id", "")),
               good ? Ink::plain : Ink::stop));
    if (!good) {
      body.push_back(
          note(each.text_or("subject", "") + " " + print_json(each.any("counter_example"))));
    }
  }
  body.push_back(heading(words.text("ui.prove.levels")));
  const std::string percent = number_text(100 * in.number("fraction", 0, 1));
  Reader levels(in.object("levels"), "");
  for (const char* level : {"go", "gentle_with_modifications", "see_professional_first",
                            "urgent_same_day", "emergency_now"}) {
    body.push_back(bullet(words.text("level." + std::string(level) + ".title") + ": " +
                          levels.text_or(level, "0")));
  }
  body.push_back(text(words.text("ui.prove.sheets", {{"sheets", in.text_or("sheets", "")},
                                                     {"covered", in.text_or("covered", "")}})));
  body.push_back(text(words.text("ui.prove.fraction", {{"percent", percent}})));
  body.push_back(text(knowledge_line(*answer, words), Ink::faint));
  print_document(words.text(holds ? "ui.prove.holds" : "ui.prove.fails"),
                 holds ? Ink::good : Ink::stop, body, line);
  return holds ? kDone : kLeft;
}

Result<int> run_call(const CommandLine& line) {
  auto machine = Machine::open(line);
  if (!machine) return std::unexpected(machine.error());
  if ((*machine)->has_record()) {
    const auto opened = (*machine)->open_record([] { return read_secret("Passphrase:"); });
    if (!opened) return std::unexpected(opened.error());
  }
  const auto input = read_input("-");
  if (!input) return std::unexpected(input.error());
  const std::string answer = (*machine)->app().call(line.arguments.front(), *input);
  print(answer + "\n");
  return answer.starts_with("{\"ok\"") ? kDone : kInput;
}

}  // namespace limber::cli

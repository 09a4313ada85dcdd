#include "knowledge/answers.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "body/names.h"

namespace limber {
namespace {

std::string takes(const Fact& fact) {
  switch (fact.kind) {
    case Fact::Kind::yes_no:
      return "give \"yes\", \"no\" or \"not_sure\"";
    case Fact::Kind::number:
      return "give a" + std::string(fact.integer ? " whole" : "") + " number from " +
             number_text(fact.low) + " to " + number_text(fact.high) + ", or \"not_sure\"";
    case Fact::Kind::choice:
      return "give one of " + join(fact.options, ", ") + ", or \"not_sure\"";
  }
  return "";
}

Result<Answer> wrong(const Fact& fact, const std::string& what, const std::string& path) {
  return fail(ErrorKind::input, what, path, takes(fact));
}

Result<Answer> read_word(const Fact& fact, const std::string& word, const std::string& path) {
  if (word == "not_sure") return not_sure();
  if (word == "not_asked") return not_asked();
  if (fact.kind == Fact::Kind::yes_no && word == "yes") return yes();
  if (fact.kind == Fact::Kind::yes_no && word == "no") return no();
  for (std::size_t i = 0; i < fact.options.size(); ++i) {
    if (fact.options[i] == word) return choice(static_cast<int>(i));
  }
  return wrong(fact, "\"" + word.substr(0, 60) + "\" is not an answer to " + fact.id, path);
}

}  // namespace

Result<Answer> read_answer(const Fact& fact, const Json& value, const std::string& path) {
  if (const auto word = as_text(value)) return read_word(fact, *word, path);
  if (value.is_boolean() && fact.kind == Fact::Kind::yes_no) {
    return value == Json(true) ? yes() : no();
  }
  const auto read = as_number(value);
  if (!read || fact.kind != Fact::Kind::number) {
    return wrong(fact, "this is not an answer to " + fact.id, path);
  }
  if (!(*read >= fact.low && *read <= fact.high)) {
    return wrong(fact, number_text(*read) + " is out of range for " + fact.id, path);
  }
  if (fact.integer && *read != std::floor(*read)) {
    return wrong(fact, number_text(*read) + " is not a whole number", path);
  }
  return number(*read);
}

Json write_answer(const Fact& fact, const Answer& answer) {
  switch (answer.state) {
    case Answer::State::number:
      return Json(answer.number);
    case Answer::State::choice:
      return Json(fact.options[static_cast<std::size_t>(answer.choice)]);
    default:
      return Json(std::string(state_id(answer.state)));
  }
}

Result<Example> read_answers(const Knowledge& knowledge, const Json& object,
                             const std::string& path) {
  if (!object.is_object()) {
    return fail(ErrorKind::input, "answers are an object of fact and answer", path,
                "as in {\"age\": 42}");
  }
  Example answers;
  for (const auto& item : object.items()) {
    const int fact = knowledge.fact(item.key());
    if (fact < 0) {
      std::vector<std::string> ids;
      for (const Fact& known : knowledge.facts) ids.push_back(known.id);
      const auto near = nearest(item.key(), ids);
      return fail(ErrorKind::input, "there is no fact \"" + item.key().substr(0, 60) + "\"", path,
                  near ? "did you mean \"" + *near + "\"?" : "limber facts lists them all");
    }
    const auto answer = read_answer(knowledge.facts[static_cast<std::size_t>(fact)], item.value(),
                                    path + "/" + item.key());
    if (!answer) return std::unexpected(answer.error());
    answers.emplace_back(fact, *answer);
  }
  return answers;
}

namespace {

// How much an answer to a yes-or-no fact says that it is so.
int strength(const Answer& answer) {
  switch (answer.state) {
    case Answer::State::yes:
      return 3;
    case Answer::State::not_sure:
      return 2;
    case Answer::State::not_asked:
      return 1;
    default:
      return 0;
  }
}

}  // namespace

void answer_summaries(const Knowledge& knowledge, const Example& given, Sheet& sheet,
                      Denied denied) {
  const auto was_given = [&given](int fact) {
    return std::ranges::any_of(given, [fact](const auto& one) { return one.first == fact; });
  };
  // In the order of the table, so that the order in which answers were given changes nothing.
  for (std::size_t detail = 0; detail < sheet.size(); ++detail) {
    const auto& summaries = knowledge.facts[detail].asked_after;
    const Answer answer = sheet[detail];
    if (summaries.empty() || strength(answer) < 2) continue;
    // The summary that says it most already; the first of several that say as much.
    const int best = *std::ranges::max_element(summaries, {}, [&sheet](int summary) {
      return strength(sheet[static_cast<std::size_t>(summary)]);
    });
    Answer& summary = sheet[static_cast<std::size_t>(best)];
    if (strength(summary) >= strength(answer)) continue;
    const bool no = strength(summary) == 0 && std::ranges::any_of(summaries, was_given);
    if (!no || denied == Denied::overruled) summary = answer;
  }
}

Answer reassuring_answer(const Fact& fact) {
  if (fact.kind == Fact::Kind::number) return number(fact.reassuring);
  if (fact.kind == Fact::Kind::yes_no) return fact.worry == Fact::Worry::no ? yes() : no();
  std::size_t best = 0;
  for (std::size_t i = 0; i < fact.ranks.size(); ++i) {
    if (fact.ranks[i] < fact.ranks[best]) best = i;
  }
  return choice(static_cast<int>(best));
}

Sheet reassuring_sheet(const Knowledge& knowledge) {
  Sheet sheet;
  for (const Fact& fact : knowledge.facts) sheet.push_back(reassuring_answer(fact));
  return sheet;
}

Sheet blank_sheet(const Knowledge& knowledge) {
  return Sheet(knowledge.facts.size());
}

Sheet sheet_of(const Knowledge& knowledge, const Example& example) {
  Sheet sheet = reassuring_sheet(knowledge);
  for (const auto& [fact, answer] : example) sheet[static_cast<std::size_t>(fact)] = answer;
  return sheet;
}

}  // namespace limber

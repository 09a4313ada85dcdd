#include "faces/cli/verdict_view.h"

#include <algorithm>

#include "base/text.h"
#include "body/names.h"

namespace limber::cli {
namespace {

std::string sentence(std::string text) {
  if (!text.empty() && text.back() != '.' && text.back() != '?' && text.back() != '!') text += '.';
  return text;
}

// "a sudden, severe headache: yes"
std::string answers_line(const Json& fired, const Catalogue& words) {
  std::vector<std::string> parts;
  Reader in(fired, "");
  for (const Json& answer : in.array("answers")) {
    Reader each(answer, "");
    parts.push_back(words.text("ui.verdict.answer", {{"what", each.text_or("say", "")},
                                                     {"answer", each.text_or("answer", "")}}));
  }
  return join(parts, "; ");
}

void add_reason(Document& body, const Json& fired, const Catalogue& words) {
  Reader in(fired, "");
  std::string why = sentence(in.text_or("why", ""));
  if (in.flag_or("by_doubt", false)) why += " " + words.text("ui.verdict.by_doubt");
  if (in.flag_or("cleared", false)) why += " " + words.text("ui.verdict.cleared");
  body.push_back(bullet(why));
  const std::string said = answers_line(fired, words);
  if (!said.empty()) body.push_back(note(words.text("ui.verdict.you_said", {{"answers", said}})));
  std::vector<std::string> sources;
  for (const Json& source : in.array("sources")) sources.push_back(source_line(source, words));
  if (!sources.empty()) {
    body.push_back(note(words.text("ui.verdict.sources", {{"sources", join(sources, "; ")}})));
  }
}

std::vector<std::string> says(const Json& list) {
  std::vector<std::string> out;
  for (const Json& fact : list) out.push_back(Reader(fact, "").text_or("say", ""));
  return out;
}

void add_numbers(Document& body, Level level, const Help& help, const Catalogue& words) {
  const MessageArgs args{
      {"country", help.country}, {"emergency", help.emergency}, {"urgent", help.urgent}};
  if (level == Level::emergency_now) {
    body.push_back(text(
        words.text(help.emergency.empty() ? "ui.verdict.call_unknown" : "ui.verdict.call_emergency",
                   args),
        Ink::stop));
  } else if (level == Level::urgent_same_day) {
    if (!help.urgent.empty()) body.push_back(text(words.text("ui.verdict.call_urgent", args)));
    if (!help.emergency.empty()) {
      body.push_back(text(words.text("ui.verdict.if_worse", args)));
    }
  }
}

}  // namespace

Help help_in(const Knowledge& knowledge, const std::string& country) {
  for (const Country& each : knowledge.countries) {
    if (each.code == country) return {each.code, each.emergency, each.urgent};
  }
  return {country, "", ""};
}

std::string level_shape(Level level, const Look& look) {
  switch (level) {
    case Level::go:
      return look.utf8 ? "✓" : "[ok]";
    case Level::gentle_with_modifications:
      return look.utf8 ? "●" : "[~]";
    case Level::see_professional_first:
      return look.utf8 ? "◆" : "[!]";
    case Level::urgent_same_day:
      return look.utf8 ? "▲" : "[!!]";
    case Level::emergency_now:
      return look.utf8 ? "■" : "[!!!]";
  }
  return "";
}

Ink level_ink(Level level) {
  switch (level) {
    case Level::go:
      return Ink::good;
    case Level::gentle_with_modifications:
      return Ink::calm;
    case Level::see_professional_first:
      return Ink::care;
    case Level::urgent_same_day:
    case Level::emergency_now:
      return Ink::stop;
  }
  return Ink::strong;
}

Level level_of(const Json& verdict) {
  return level_from(Reader(verdict, "").text_or("level", ""))
      .value_or(Level::see_professional_first);
}

std::string source_line(const Json& source, const Catalogue& words) {
  Reader in(source, "");
  const std::string tag = in.text_or("tag", "");
  const std::string key = "ui.evidence." + tag;
  std::string cite = in.text_or("cite", in.text_or("id", ""));
  const std::string meaning = words.text_or_empty(key);
  return meaning.empty() ? cite : cite + " (" + meaning + ")";
}

std::string knowledge_line(const Json& verdict, const Catalogue& words) {
  Reader in(verdict, "");
  Reader knowledge(in.object("knowledge"), "");
  return words.text("ui.verdict.knowledge", {{"version", knowledge.text_or("version", "")},
                                             {"hash", knowledge.text_or("hash", "").substr(0, 12)},
                                             {"notice", sentence(in.text_or("notice", ""))}});
}

Shown show(const Json& verdict, const Help& help, const Look& look, const Catalogue& words) {
  Reader in(verdict, "");
  const Level level = level_of(verdict);
  Shown shown;
  shown.title = level_shape(level, look) + " " + in.text_or("title", "");
  shown.ink = level_ink(level);
  Document& body = shown.body;

  add_numbers(body, level, help, words);
  body.push_back(heading(words.text("ui.verdict.do")));
  body.push_back(text(in.text_or("do", "")));
  if (level >= Level::see_professional_first) {
    body.push_back(heading(words.text("ui.verdict.say")));
    body.push_back(text(in.text_or("say", "")));
  }

  const Json& fired = in.array("fired");
  body.push_back(heading(words.text("ui.verdict.why")));
  if (fired.empty()) body.push_back(text(words.text("ui.verdict.nothing_found")));
  for (const Json& rule : fired) add_reason(body, rule, words);
  if (!in.flag_or("complete", true)) {
    body.push_back(text(words.text("ui.verdict.incomplete"), Ink::care));
  }
  if (in.has("clearance_note")) {
    body.push_back(
        text(words.text("ui.verdict.clearance_note", {{"note", in.text_or("clearance_note", "")}}),
             Ink::care));
  }

  if (in.has("lower")) {
    Reader lower(in.object("lower"), "");
    const std::string to = lower.text_or("to", "");
    body.push_back(
        text(words.text("ui.verdict.lower", {{"facts", join(says(lower.array("facts")), "; ")},
                                             {"level", words.text("level." + to + ".title")}})));
  }
  const std::string safety_net = in.text_or("safety_net", "");
  if (!safety_net.empty() && level != Level::emergency_now) {
    body.push_back(heading(words.text("ui.verdict.safety_net")));
    body.push_back(text(safety_net));
  }
  body.push_back(text(knowledge_line(verdict, words), Ink::faint));
  return shown;
}

Shown show_short(const Json& verdict, const Help& help, const Look& look, const Catalogue& words) {
  Shown shown = show(verdict, help, look, words);
  const Block why = heading(words.text("ui.verdict.why"));
  const auto reasons = std::find(shown.body.begin(), shown.body.end(), why);
  shown.body.erase(reasons, shown.body.end());
  shown.body.push_back(text(knowledge_line(verdict, words), Ink::faint));
  return shown;
}

Document show_more(const Json& verdict, const Catalogue& words) {
  Reader in(verdict, "");
  Document body;
  const auto list = [&](const char* field, const char* title, const char* name) {
    const Json& items = in.array(field);
    if (items.empty()) return;
    body.push_back(heading(words.text(title)));
    for (const Json& item : items) body.push_back(bullet(Reader(item, "").text_or(name, "")));
  };
  list("conditions", "ui.verdict.conditions", "name");
  list("not_found", "ui.verdict.not_found", "say");
  list("not_asked", "ui.verdict.not_asked", "say");
  if (body.empty()) body.push_back(text(words.text("ui.verdict.nothing_more")));
  return body;
}

}  // namespace limber::cli

// The knowledge compiler: limber_knowc FOLDER OUT.json [PAGES]
// Reads the TOML, runs every check, and writes the one document that binaries embed. Into the
// folder PAGES it writes knowledge.<language>.json: the same for a page, which has one language and
// neither the rules' examples (they have been run here) nor the words of the terminal. A page loads
// it in two parts: knowledge.<language>.first.json is enough until the result of a check is read,
// knowledge.<language>.rest.json has what the first leaves out.
// A problem is told as "file:line: what (what to do)" and nothing is written.
#include <filesystem>
#include <fstream>
#include <iostream>

#include "host/toml_reader.h"
#include "knowledge/check.h"
#include "knowledge/load.h"
#include "screen/examples.h"

namespace {

using limber::Json;

// Of the terminal's own texts the page says those that mean the same in both.
bool for_pages(const std::string& key) {
  if (key.starts_with("proof.")) return false;
  if (!key.starts_with("ui.")) return true;
  for (const char* shared : {"ui.clearance.", "ui.consent.", "ui.escalation.", "ui.evidence.",
                             "ui.guide.", "ui.habit.", "ui.last.", "ui.log.", "ui.next_day.",
                             "ui.plan.", "ui.resume.", "ui.trend.", "ui.verdict."})
    if (key.starts_with(shared)) return true;
  return false;
}

Json without_examples(const Json& rules) {
  Json list = rules;
  for (Json& rule : list) {
    for (const char* cases : {"examples", "near_misses", "counter_examples"}) rule.erase(cases);
  }
  return list;
}

// Who said it. What nobody has looked up is never shown, and what was seen of it is for editors.
Json shown_sources(const Json& sources) {
  Json list = Json::array();
  for (Json source : sources) {
    if (limber::Reader(source, "").text("tag") == "K") continue;
    source.erase("note");
    list.push_back(std::move(source));
  }
  return list;
}

// Texts of what comes after a check. All others are in the first part, and test/e2e goes through
// the first pages with nothing else.
bool comes_later(const std::string& key) {
  if (key == "statement.pop_wait" || key.starts_with("web.settings.reminders.")) return false;
  for (const char* later : {"statement.", "question.", "question_group.", "report.", "figure_of.",
                            "web.pop.", "web.diary.", "web.learn.", "web.settings."})
    if (key.starts_with(later)) return true;
  return false;
}

struct Parts {
  Json first, rest = Json::object();
};

Parts parts_of(const Json& page, const std::string& language) {
  Parts parts{page};
  for (const char* table : {"question", "limit", "posture", "motion"}) {
    if (!page.contains(table)) continue;
    parts.rest[table] = page[table];
    parts.first.erase(table);
  }
  Json early = Json::object(), late = Json::object();
  limber::Reader texts(limber::Reader(page, "").object("texts"), "");
  for (const auto& text : texts.object(language).items()) {
    (comes_later(text.key()) ? late : early)[text.key()] = text.value();
  }
  parts.first["texts"] = Json{{language, std::move(early)}};
  parts.rest["texts"] = Json{{language, std::move(late)}};
  return parts;
}

Json page_document(const Json& whole, const std::string& language, const Json& texts) {
  Json words = Json::object();
  for (const auto& text : texts.items()) {
    if (for_pages(text.key())) words[text.key()] = text.value();
  }
  Json page = whole;
  page["texts"] = Json{{language, std::move(words)}};
  limber::Reader in(whole, "");
  page["rule"] = without_examples(in.array("rule"));
  page["source"] = shown_sources(in.array("source"));
  return page;
}

bool write(const std::filesystem::path& file, const Json& document) {
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out << limber::print_json(document);
  out.close();
  if (!out) std::cerr << file.string() << ": cannot be written\n";
  return static_cast<bool>(out);
}

bool write_pages(const std::filesystem::path& folder, const Json& document) {
  std::filesystem::create_directories(folder);
  limber::Reader in(document, "");
  for (const auto& language : in.object("texts").items()) {
    const Json page = page_document(document, language.key(), language.value());
    const Parts parts = parts_of(page, language.key());
    const std::string name = "knowledge." + language.key();
    if (!write(folder / (name + ".json"), page) ||
        !write(folder / (name + ".first.json"), parts.first) ||
        !write(folder / (name + ".rest.json"), parts.rest)) {
      return false;
    }
  }
  return true;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3 && count != 4) {
    std::cerr << "usage: limber_knowc FOLDER OUT.json [PAGES]\n";
    return 2;
  }
  std::vector<limber::Error> problems;
  const limber::TomlDocument folder = limber::read_knowledge_folder(arguments[1], problems);
  limber::Loaded loaded;
  if (problems.empty()) loaded = limber::read_knowledge(folder.document, problems);
  if (problems.empty()) problems = limber::check_knowledge(loaded);
  if (problems.empty()) problems = limber::check_examples(loaded.knowledge);
  for (limber::Error& problem : problems) {
    problem.where = folder.place_of(problem.where);
    std::cerr << limber::describe(problem) << "\n";
  }
  if (!problems.empty()) {
    std::cerr << problems.size() << " problem(s) in " << arguments[1] << "\n";
    return 1;
  }
  if (!write(arguments[2], folder.document)) return 1;
  return count == 3 || write_pages(arguments[3], folder.document) ? 0 : 1;
}

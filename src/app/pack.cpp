#include "app/pack.h"

#include <algorithm>

#include "app/recorded.h"
#include "base/text.h"
#include "knowledge/check.h"

namespace limber {
namespace {

constexpr int kMostPreferred = 100;

bool plain_id(const std::string& id) {
  const bool known = std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
  return known && !id.empty() && id.size() <= 40;
}

void note(std::vector<Error>& problems, const Reader& in) {
  if (in.error()) problems.push_back(*in.error());
}

class Overlay {
 public:
  Overlay(Loaded& loaded, std::vector<Error>& problems)
      : loaded_(loaded), k_(loaded.knowledge), problems_(problems) {}

  void lay(const Json& pack) {
    Reader in(pack, "");
    head_ = read_pack_head(pack, problems_);
    in.refuse_unknown({"pack", "technique", "dose", "plan"});
    note(problems_, in);
    Source source;
    source.id = "pack_" + head_.id;
    source.evidence = Evidence::expert;
    source.cite = head_.name + ", " + head_.author;
    k_.sources.push_back(source);
    std::size_t index = 0;
    if (in.has("technique")) {
      for (const Json& table : in.array("technique")) {
        technique(table, "/technique/" + std::to_string(index++));
      }
    }
    index = 0;
    if (in.has("dose")) {
      for (const Json& table : in.array("dose")) dose(table, "/dose/" + std::to_string(index++));
    }
    if (in.has("plan")) plan(in.object("plan"));
  }

 private:
  void wrong(std::string message, std::string where, std::string hint = "") {
    problems_.push_back({ErrorKind::input, std::move(message), std::move(where), std::move(hint)});
  }

  void technique(Json table, const std::string& path) {
    if (!table.is_object()) return wrong("a technique is a table", path);
    if (!table.contains("sources")) table["sources"] = Json::array({"pack_" + head_.id});
    const Technique read = read_technique(table, path, problems_);
    if (!plain_id(read.id)) {
      return wrong("an id is made of a-z, 0-9 and _", path + "/id");
    }
    if (k_.technique(read.id) >= 0) {
      return wrong("there is already a technique \"" + read.id + "\"", path + "/id",
                   "give it a name of its own, as in " + head_.id + "_" + read.id);
    }
    Reader in(table, path);
    k_.techniques.push_back(read);
    k_.techniques.back().has_row = in.has("row");
    texts(in, read.id);
    row(in, read.id);
    note(problems_, in);
  }

  // Catalogues do not change, so each is made anew with the pack's texts in it.
  void texts(Reader& in, const std::string& id) {
    Reader table(in.object("texts"), in.path_of("texts"));
    for (auto& [language, catalogue] : loaded_.catalogues) {
      auto messages = catalogue.messages();
      for (const auto& item : in.object("texts").items()) {
        const std::string key = item.key().starts_with("modify.")
                                    ? item.key() + "." + id
                                    : "technique." + id + "." + item.key();
        messages[key] = table.text(item.key());
      }
      catalogue = Catalogue(language, std::move(messages));
    }
    note(problems_, table);
  }

  void row(Reader& in, const std::string& id) {
    static const Json kNoRow = Json::object();
    const Json& given = in.has("row") ? in.object("row") : kNoRow;
    Reader row(given, in.path_of("row"));
    std::vector<std::string> known;
    for (Condition& condition : k_.conditions) {
      known.push_back(condition.id);
      Modification cell;
      cell.permission = Permission::avoid;
      if (row.has(condition.id)) {
        cell = read_modification(row.any(condition.id), row.path_of(condition.id), problems_);
      }
      const std::string text = "modify." + condition.id + "." + id;
      cell.has_text = std::all_of(loaded_.catalogues.begin(), loaded_.catalogues.end(),
                                  [&text](const auto& each) { return each.second.has(text); });
      if (cell.permission == Permission::modify && !cell.has_text) {
        wrong("the text of this change is missing", row.path_of(condition.id),
              "add \"modify." + condition.id + "\" to the texts");
      }
      if (cell.permission == Permission::avoid) explain_avoid(condition.id);
      condition.row.push_back(cell);
    }
    row.refuse_unknown(known);
    note(problems_, row);
  }

  // Some conditions forbid none of our techniques and so have no words for it.
  void explain_avoid(const std::string& condition) {
    const std::string key = "avoid." + condition;
    for (auto& [language, catalogue] : loaded_.catalogues) {
      if (catalogue.has(key)) continue;
      auto messages = catalogue.messages();
      messages[key] = catalogue.text("plan.excluded.no_row");
      catalogue = Catalogue(language, std::move(messages));
    }
  }

  void ladder(Reader& in, const char* name, Ladder& ladder) {
    if (!in.has(name)) return;
    Reader table(in.object(name), in.path_of(name));
    Ladder wanted;
    wanted.start = table.number("start", 0, ladder.max);
    wanted.step = table.number("step", 0, ladder.max);
    wanted.max = table.number("max", 0, ladder.max);
    table.refuse_unknown({"start", "step", "max"});
    if (!table.error() && wanted.start > wanted.max) {
      table.note({ErrorKind::input, "start is above max", in.path_of(name), ""});
    }
    if (table.error()) return problems_.push_back(*table.error());
    ladder = wanted;
  }

  void dose(const Json& table, const std::string& path) {
    Reader in(table, path);
    const std::string id = in.text("technique");
    in.refuse_unknown({"technique", "hold_s", "reps", "sets"});
    if (in.error()) return problems_.push_back(*in.error());
    const int index = find(id, in.path_of("technique"));
    if (index < 0) return;
    Technique& technique = k_.techniques[static_cast<std::size_t>(index)];
    ladder(in, "hold_s", technique.hold_s);
    ladder(in, "reps", technique.reps);
    ladder(in, "sets", technique.sets);
    note(problems_, in);
  }

  void plan(const Json& table) {
    Reader in(table, "/plan");
    int priority = kMostPreferred;
    for (const std::string& id : in.texts("techniques")) {
      const int index = find(id, "/plan/techniques");
      if (index >= 0) k_.techniques[static_cast<std::size_t>(index)].priority = priority--;
    }
    in.refuse_unknown({"techniques"});
    note(problems_, in);
  }

  int find(const std::string& id, const std::string& where) {
    const int index = k_.technique(id);
    if (index >= 0) return index;
    std::vector<std::string> known;
    for (const Technique& technique : k_.techniques) known.push_back(technique.id);
    const auto near = nearest(id, known);
    wrong("there is no technique \"" + id.substr(0, 60) + "\"", where,
          near ? "did you mean \"" + *near + "\"?" : "");
    return -1;
  }

  Loaded& loaded_;
  Knowledge& k_;
  std::vector<Error>& problems_;
  PackHead head_;
};

}  // namespace

PackHead read_pack_head(const Json& pack, std::vector<Error>& problems) {
  Reader in(pack, "");
  Reader head(in.object("pack"), "/pack");
  if (in.error()) {
    problems.push_back({ErrorKind::input, "a pack begins with a [pack] table", "/",
                        "give it format, id, name, author and version"});
    return {};
  }
  (void)head.integer("format", 1, kPackFormat);
  PackHead out{head.text("id"), head.text("name"), head.text("author"), head.text("version")};
  head.refuse_unknown({"format", "id", "name", "author", "version"});
  if (!head.error() && !plain_id(out.id)) {
    head.note({ErrorKind::input, "an id is made of a-z, 0-9 and _", "/pack/id", ""});
  }
  note(problems, head);
  return out;
}

void lay_over(Loaded& loaded, const Json& pack, std::vector<Error>& problems) {
  Overlay(loaded, problems).lay(pack);
}

std::vector<Error> check_pack(const Loaded& loaded, const Json& pack) {
  std::vector<Error> problems;
  Loaded both = loaded;
  lay_over(both, pack, problems);
  if (!problems.empty()) return problems;
  // Whatever is wrong only now is the pack's: the copy of a page has no examples for its rules.
  problems = check_knowledge(both);
  const std::vector<Error> before = check_knowledge(loaded);
  std::erase_if(problems, [&before](const Error& problem) {
    return std::any_of(before.begin(), before.end(), [&problem](const Error& known) {
      return known.where == problem.where && known.message == problem.message;
    });
  });
  const std::size_t ours = loaded.knowledge.techniques.size();
  for (Error& problem : problems) {
    const auto parts = split(problem.where, '/');
    const auto index = parts.size() > 2 && parts[1] == "technique" ? parse_number(parts[2])
                                                                   : std::optional<double>();
    if (!index || *index < static_cast<double>(ours)) continue;
    std::string where = "/technique/" + number_text(*index - static_cast<double>(ours));
    for (std::size_t i = 3; i < parts.size(); ++i) where += "/" + parts[i];
    problem.where = where;
  }
  return problems;
}

Result<std::vector<Error>> take_packs(Core& core) {
  const auto recorded = read_recorded(core);
  if (!recorded) return std::unexpected(recorded.error());
  std::vector<Error> left_out;
  for (const auto& [id, content] : packs_of(recorded->record)) {
    const auto pack = parse_json(content);
    auto problems = pack ? check_pack(core.loaded, *pack) : std::vector<Error>{pack.error()};
    if (problems.empty()) {
      lay_over(core.loaded, *pack, problems);
    } else {
      Error first = problems.front();
      first.message =
          "the pack \"" + id + "\" does not fit this knowledge and is left out: " + first.message;
      left_out.push_back(first);
    }
  }
  return left_out;
}

}  // namespace limber

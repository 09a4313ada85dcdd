// The use-cases pack.check, pack.add, pack.list and pack.remove. A pack is kept in the record as
// compiled JSON, so it travels with an export.
#include <algorithm>

#include "app/pack.h"
#include "app/recorded.h"
#include "base/object.h"
#include "base/text.h"
#include "record/kinds.h"

namespace limber {
namespace {

Json show_problems(const std::vector<Error>& problems) {
  Json list = Json::array();
  for (const Error& problem : problems) list.push_back(to_json(problem));
  return list;
}

Json show_head(const PackHead& head) {
  return object_of(
      {{"id", head.id}, {"name", head.name}, {"author", head.author}, {"version", head.version}});
}

Result<Json> check(Core& core, Reader& in) {
  const Json& pack = in.object("pack");
  if (in.error()) return std::unexpected(*in.error());
  std::vector<Error> ignored;
  Json out = show_head(read_pack_head(pack, ignored));
  out["problems"] = show_problems(check_pack(core.loaded, pack));
  out["techniques"] = Json::array();
  Reader read(pack, "");
  if (read.has("technique")) {
    for (const Json& each : read.array("technique")) {
      out["techniques"].push_back(Reader(each, "").text_or("id", ""));
    }
  }
  return out;
}

Result<Json> add(Core& core, Reader& in) {
  const Json& pack = in.object("pack");
  if (in.error()) return std::unexpected(*in.error());
  const auto recorded = read_recorded(core);
  if (!recorded) return std::unexpected(recorded.error());
  std::vector<Error> problems;
  const PackHead head = read_pack_head(pack, problems);
  for (const auto& [id, content] : packs_of(recorded->record)) {
    if (id == head.id) {
      return fail(ErrorKind::refused, "there is already a pack \"" + id + "\"", "",
                  "limber pack remove " + id + " first");
    }
  }
  if (problems.empty()) problems = check_pack(core.loaded, pack);
  if (!problems.empty()) return std::unexpected(problems.front());
  const auto id = keep(core, kinds::kPackAdded, to_json(PackChange{head.id, "", print_json(pack)}));
  if (!id) return std::unexpected(id.error());
  return show_head(head);
}

Result<Json> list(Core& core, Reader&) {
  const auto recorded = read_recorded(core);
  if (!recorded) return std::unexpected(recorded.error());
  Json packs = Json::array();
  for (const auto& [id, content] : packs_of(recorded->record)) {
    std::vector<Error> ignored;
    const auto pack = parse_json(content);
    Json shown = pack ? show_head(read_pack_head(*pack, ignored)) : Json::object();
    shown["id"] = id;
    packs.push_back(std::move(shown));
  }
  return object_of({{"packs", std::move(packs)}});
}

Result<Json> remove(Core& core, Reader& in) {
  const std::string wanted = in.text("id");
  if (in.error()) return std::unexpected(*in.error());
  const auto recorded = read_recorded(core);
  if (!recorded) return std::unexpected(recorded.error());
  std::vector<std::string> known;
  for (const auto& [id, content] : packs_of(recorded->record)) known.push_back(id);
  if (std::find(known.begin(), known.end(), wanted) == known.end()) {
    const auto near = nearest(wanted, known);
    return fail(ErrorKind::not_found, "there is no pack \"" + wanted.substr(0, 60) + "\"", "",
                near ? "did you mean \"" + *near + "\"?" : "limber pack list shows what there is");
  }
  const auto id = keep(core, kinds::kPackRemoved, to_json(PackChange{wanted, "", ""}));
  if (!id) return std::unexpected(id.error());
  return object_of({{"id", wanted}});
}

constexpr UseCase kPackUseCases[] = {
    {"pack.check", check}, {"pack.add", add}, {"pack.list", list}, {"pack.remove", remove}};

}  // namespace

std::span<const UseCase> pack_use_cases() {
  return kPackUseCases;
}

}  // namespace limber

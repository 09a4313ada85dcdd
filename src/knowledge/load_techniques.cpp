#include "knowledge/load_techniques.h"

#include "knowledge/load.h"

namespace limber {
namespace {

Ladder read_ladder(Reader& in, const char* key, double most) {
  Reader ladder(in.object(key), in.path_of(key));
  Ladder read;
  read.start = ladder.number("start", 0, most);
  read.step = ladder.number_or("step", 0, most, 0);
  read.max = ladder.number("max", read.start, most);
  ladder.refuse_unknown({"start", "step", "max"});
  if (ladder.error()) in.note(*ladder.error());
  return read;
}

}  // namespace

Technique read_technique(const Json& table, const std::string& path, Problems& problems) {
  Reader in(table, path);
  Technique t;
  t.id = in.text("id");
  t.warm_up = in.flag_or("warm_up", false);
  t.neck = in.flag_or("neck", false);
  t.regions = in.texts_or_none("regions");
  t.positions = in.texts("positions");
  t.kit = in.texts_or_none("kit");
  t.sides = static_cast<int>(in.integer_or("sides", 1, 2, 1));
  t.out_s = in.number("out_s", 0, 60);
  t.back_s = in.number("back_s", 0, 60);
  t.hold_s = read_ladder(in, "hold_s", 120);
  t.reps = read_ladder(in, "reps", 50);
  t.sets = read_ladder(in, "sets", 5);
  t.rest_s = in.number_or("rest_s", 0, 120, 0);
  t.changeover_s = in.number("changeover_s", 0, 60);
  t.breath_in_s = in.number_or("breath_in_s", 1, 20, 4);
  t.breath_out_s = in.number_or("breath_out_s", 1, 20, 6);
  t.priority = static_cast<int>(in.integer_or("priority", 0, 100, 0));
  t.steps = in.texts("steps");
  t.errors = static_cast<int>(in.integer_or("errors", 0, 10, 0));
  t.stop_if = in.texts_or_none("stop_if");
  t.mission = in.texts_or_none("mission");
  t.sources = in.texts("sources");
  in.refuse_unknown({"id",           "warm_up",  "neck",   "regions",      "positions",
                     "kit",          "sides",    "out_s",  "back_s",       "hold_s",
                     "reps",         "sets",     "rest_s", "changeover_s", "breath_in_s",
                     "breath_out_s", "priority", "steps",  "errors",       "stop_if",
                     "mission",      "sources",  "row",    "texts"});
  note(problems, in);
  return t;
}

void read_techniques(const Json& document, Knowledge& knowledge, Problems& problems) {
  std::set<std::string> ids;
  each(document, "technique", problems, [&](const Json& table, const std::string& path) {
    Reader in(table, path);
    read_id(in, ids);
    note(problems, in);
    knowledge.techniques.push_back(read_technique(table, path, problems));
  });
}

}  // namespace limber

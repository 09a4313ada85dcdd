// A physio's own pack: techniques, doses and a plan, laid over the knowledge.
//
// Its techniques pass the same gate as ours. What a pack's row does not say of a condition counts
// as avoid; a technique without any row is offered only at level go with no condition at all. Doses
// of our techniques may be made smaller or slower, never larger than the knowledge's own maximum.
//
//   [pack]        format = 1, id, name, author, version
//   [[technique]] as in techniques.toml, with row = {condition = "ok" | "modify" | "avoid"} and
//                 texts = {name, target, why, position, set_up, ..., "error.1",
//                 "modify.<condition>"}
//   [[dose]]      technique, and any of hold_s, reps, sets = {start, step, max}
//   [plan]        techniques = [...]: preferred, the first most of all
#pragma once

#include <string>
#include <vector>

#include "app/core.h"

namespace limber {

inline constexpr int kPackFormat = 1;

struct PackHead {
  std::string id, name, author, version;
};
[[nodiscard]] PackHead read_pack_head(const Json& pack, std::vector<Error>& problems);

// Lays the pack over `loaded`. With a problem `loaded` may hold a part of it: use a copy.
void lay_over(Loaded& loaded, const Json& pack, std::vector<Error>& problems);

// Every problem of a pack, over this knowledge. Paths are those of the pack ("/technique/0/reps").
[[nodiscard]] std::vector<Error> check_pack(const Loaded& loaded, const Json& pack);

// Lays the packs of the record over the core's knowledge. What no longer fits is left out and told.
[[nodiscard]] Result<std::vector<Error>> take_packs(Core& core);

}  // namespace limber

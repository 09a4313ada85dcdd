#include <algorithm>
#include <set>

#include "knowledge/load_poses.h"

namespace limber {
namespace {

class PoseChecker {
 public:
  explicit PoseChecker(const Knowledge& knowledge) : k_(knowledge) {}

  std::vector<Error> run() {
    limits();
    std::set<std::string> seen;
    for (std::size_t i = 0; i < k_.poses.motions.size(); ++i) {
      const Motion& motion = k_.poses.motions[i];
      const std::string where = "/motion/" + std::to_string(i);
      const int technique = k_.technique(motion.technique);
      if (technique < 0) wrong("there is no technique \"" + motion.technique + "\"", where);
      if (!seen.insert(motion.technique).second) wrong("this technique has two motions", where);
      keys(motion, where);
      if (technique >= 0) errors(motion, k_.techniques[static_cast<std::size_t>(technique)], where);
    }
    return std::move(problems_);
  }

 private:
  void wrong(std::string message, std::string where) {
    problems_.push_back({ErrorKind::input, std::move(message), std::move(where), ""});
  }

  void limits() {
    const auto& all = k_.poses.limits;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const std::string where = "/limit/" + std::to_string(i);
      if (i >= kJoints.size() || all[i].joint != kJoints[i]) {
        wrong("the limits name every joint once, in order; here " +
                  std::string(i < kJoints.size() ? kJoints[i] : "there is no more"),
              where + "/joint");
        return;
      }
      for (const std::string& id : all[i].sources) {
        const auto found = std::find_if(k_.sources.begin(), k_.sources.end(),
                                        [&](const Source& s) { return s.id == id; });
        if (found == k_.sources.end())
          wrong("there is no source \"" + id + "\"", where + "/sources");
      }
    }
    if (!k_.poses.motions.empty() && all.size() != kJoints.size()) {
      wrong(
          "there is no limit for " + std::string(kJoints[std::min(all.size(), kJoints.size() - 1)]),
          "/limit");
    }
  }

  void keys(const Motion& motion, const std::string& where) {
    double before = 0;
    bool back = false, whole = false;
    for (std::size_t i = 0; i < motion.keys.size(); ++i) {
      const Key& key = motion.keys[i];
      const std::string at = where + "/keys/" + std::to_string(i);
      if (key.back && !back) before = 0;
      if (key.at <= before || (back && !key.back)) wrong("the keys stand in order of time", at);
      if (key.back && key.at >= 1) wrong("the way back ends in the start by itself", at);
      back = key.back, before = key.at;
      whole = whole || (!key.back && key.at == 1);
    }
    if (!whole) wrong("the way out ends with a key at 1", where + "/keys");
    if (motion.layers.empty()) wrong("a motion names its layers", where);
  }

  void errors(const Motion& motion, const Technique& technique, const std::string& where) {
    if (motion.errors.size() < 2) wrong("two common errors are shown", where);
    for (std::size_t i = 0; i < motion.errors.size(); ++i) {
      if (motion.errors[i].error > technique.errors) {
        wrong("the technique has no error of this number",
              where + "/errors/" + std::to_string(i) + "/number");
      }
    }
  }

  const Knowledge& k_;
  std::vector<Error> problems_;
};

}  // namespace

std::vector<Error> check_poses(const Knowledge& knowledge) {
  return PoseChecker(knowledge).run();
}

}  // namespace limber

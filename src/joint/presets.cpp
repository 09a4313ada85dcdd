#include <limber/joint.h>

#include "base/text.h"

namespace limber {
namespace {

JointParameters facet(double pull_rate) {
  JointParameters p;
  p.radius = 5e-3;
  p.mass = 0.15;
  p.stiffness = 5e4;
  p.stiffening = 5e7;
  p.damping = 15;
  p.pull_rate = pull_rate;
  p.pull_max = 300;
  p.distance = 0.3;
  p.spread = 2;  // a trunk: everything leaves on one side
  return p;
}

JointParameters inflow() {
  JointParameters p = facet(20);
  p.inflow = 2e-13;  // C_c / G = 0.5 s
  return p;
}

JointParameters literature() {
  JointParameters p;
  p.radius = 5e-3;
  p.viscosity = 0.01;
  return p;
}

const JointPreset kPresets[] = {
    {"finger", "a knuckle, pulled along its length", "the joint most experiments used", false, {}},
    {"facet_thrust", "a facet joint of the upper back under a professional's thrust",
     "shown so that it can be understood; Limber never coaches a thrust", true, facet(1500)},
    {"facet_stretch", "the same facet joint in a slow stretch of one's own",
     "the pop, if any, comes by itself", true, facet(200)},
    {"inflow", "the slow stretch with fluid flowing in at the margin",
     "a hypothesis: how fast fluid is replaced in a joint is not known", true, inflow()},
    {"literature", "L1: one spherical bubble under a prescribed opening",
     "the structure of Chandran Suja and Barakat 2018, rebuilt; not their numbers", false,
     literature()},
};

}  // namespace

std::span<const JointPreset> joint_presets() {
  return kPresets;
}

Result<JointPreset> joint_preset(std::string_view id) {
  std::vector<std::string> ids;
  for (const JointPreset& preset : kPresets) {
    if (preset.id == id) return preset;
    ids.emplace_back(preset.id);
  }
  const auto meant = nearest(id, ids);
  return fail(ErrorKind::input, "there is no preset \"" + std::string(id) + "\"", std::string(id),
              meant ? "did you mean " + *meant + "?" : "there are " + join(ids, ", "));
}

}  // namespace limber

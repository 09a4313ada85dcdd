#include "knowledge/poses.h"

namespace limber {

const std::array<std::string_view, kCentral> kChannelNames = {
    "x",     "y",     "z",      "tilt",  "yaw",   "roll",   "lum",    "tho", "neck", "head",
    "lum_s", "tho_s", "neck_s", "lum_r", "tho_r", "neck_r", "breath", "kx",  "ky",   "kz"};
const std::array<std::string_view, kSided> kSideChannelNames = {
    "elev", "prot", "flex", "abd", "twist", "elbow", "pron",   "wrist", "hx",
    "hy",   "hz",   "fx",   "fy",  "fz",    "fyaw",  "fpitch", "knee"};

const Motion* Poses::motion(std::string_view technique, int error) const {
  for (const Motion& each : motions) {
    if (each.technique != technique) continue;
    if (error == 0) return &each;
    for (const Motion& wrong : each.errors) {
      if (wrong.error == error) return &wrong;
    }
  }
  return nullptr;
}

}  // namespace limber

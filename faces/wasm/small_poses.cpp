// The first page shows no figure: its knowledge has no poses (tools/knowc.cpp), and nothing reads
// them. src/knowledge/load_poses.cpp stays in the library.
#include "knowledge/load_poses.h"

namespace limber {

Poses read_poses(const Json&, std::vector<Error>&) {
  return {};
}

}  // namespace limber

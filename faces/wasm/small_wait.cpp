// The wait between two pops as the model gives it (src/joint/wait.cpp), worked out beforehand: the
// diary tells the range, and the model that finds it would be a fifth of what a page loads. The
// conformance tests hold these against the model.
#include <limber/joint.h>

namespace limber {

PopWait pop_wait(double floor_min) {
  return {floor_min, 16.673683156883165, 9, 40};
}

}  // namespace limber

// Every motion of knowledge/poses.toml, and a walk through all frames of each.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "draw/figure.h"
#include "host/toml_reader.h"
#include "knowledge/load_poses.h"

namespace limber::figure {

inline const Poses& all_poses() {
  static const Poses kPoses = [] {
    std::vector<Error> problems;
    const TomlDocument file = read_toml_file(LIMBER_SOURCE_DIR "/knowledge/poses.toml", problems);
    Poses poses = read_poses(file.document, problems);
    EXPECT_TRUE(problems.empty()) << (problems.empty() ? "" : describe(problems.front()));
    return poses;
  }();
  return kPoses;
}

// Techniques and their errors.
inline std::vector<const Motion*> all_motions() {
  std::vector<const Motion*> all;
  for (const Motion& motion : all_poses().motions) {
    all.push_back(&motion);
    for (const Motion& error : motion.errors) all.push_back(&error);
  }
  return all;
}

inline std::string name_of(const Motion& motion) {
  return motion.technique + (motion.error > 0 ? " error " + std::to_string(motion.error) : "");
}

// 60 frames a second over the whole loop.
inline void each_frame(const Motion& motion,
                       const std::function<void(const Pose&, const Body&, double)>& look) {
  const Tempo tempo = tempo_of(motion, 3, 3, 3);
  for (double t = 0; t < tempo.loop_s(); t += 1.0 / 60) {
    const Pose pose = pose_at(motion, moment_at(tempo, t));
    look(pose, stand(motion, pose), t);
  }
}

}  // namespace limber::figure

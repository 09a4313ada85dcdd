// The body on every frame of every animation, the errors included.
#include "draw/figure_body.h"

#include <algorithm>
#include <cmath>

#include "draw/figures.h"

namespace limber::figure {
namespace {

// Clothes and flesh give a little where the body rests.
constexpr double kSoft = 0.010;

TEST(FigureBody, BonesKeepTheirLength) {
  for (const Motion* motion : all_motions()) {
    each_frame(*motion, [&](const Pose&, const Body& body, double t) {
      for (const Arm& arm : body.arms) {
        ASSERT_NEAR(length(arm.elbow - arm.shoulder), kUpperArm, 1e-9) << name_of(*motion) << t;
        ASSERT_NEAR(length(arm.wrist - arm.elbow), kForearm, 1e-9) << name_of(*motion) << t;
      }
      for (const Leg& leg : body.legs) {
        ASSERT_NEAR(length(leg.knee - leg.hip), kThigh, 1e-9) << name_of(*motion) << t;
        ASSERT_NEAR(length(leg.ankle - leg.knee), kShin, 1e-9) << name_of(*motion) << t;
      }
    });
  }
}

TEST(FigureBody, TheSpineKeepsItsLength) {
  const Motion& first = all_poses().motions.front();
  const Body rest = stand(first, first.start);
  for (const Motion* motion : all_motions()) {
    each_frame(*motion, [&](const Pose&, const Body& body, double t) {
      for (std::size_t i = 1; i < kSpine; ++i) {
        ASSERT_NEAR(length(body.spine[i] - body.spine[i - 1]),
                    length(rest.spine[i] - rest.spine[i - 1]), 1e-9)
            << name_of(*motion) << t;
      }
    });
  }
}

TEST(FigureBody, WhatIsPlantedIsReached) {
  for (const Motion* motion : all_motions()) {
    each_frame(*motion, [&](const Pose&, const Body& body, double t) {
      ASSERT_LT(body.missed, 0.001) << name_of(*motion) << " at " << t << " s";
    });
  }
}

// A foot whose place is the same in every key pose stays there, to the millimetre.
TEST(FigureBody, PlantedFeetDoNotDrift) {
  const auto ball = [](const Leg& leg) { return leg.ankle - leg.foot * Vec{0, kAnkle, -0.10}; };
  int planted = 0;
  for (const Motion* motion : all_motions()) {
    for (int side = 0; side < 2; ++side) {
      const auto at = [&](const Pose& pose, SideChannel c) { return pose.at(side, c); };
      const bool still = std::all_of(motion->keys.begin(), motion->keys.end(), [&](const Key& key) {
        return at(key.pose, SideChannel::fy) == 0 && at(motion->start, SideChannel::fy) == 0;
      });
      if (!still) continue;
      ++planted;
      const auto leg = static_cast<std::size_t>(side);
      const Vec first = ball(stand(*motion, motion->start).legs[leg]);
      each_frame(*motion, [&](const Pose&, const Body& body, double t) {
        ASSERT_LT(length(ball(body.legs[leg]) - first), 0.001) << name_of(*motion) << " " << t;
      });
    }
  }
  EXPECT_GE(planted, 50);
}

// A hand that holds the seat, the head, or its own shoulder stays there.
TEST(FigureBody, PlantedHandsDoNotDrift) {
  int planted = 0;
  for (const Motion* motion : all_motions()) {
    for (int side = 0; side < 2; ++side) {
      const auto hand = static_cast<std::size_t>(side);
      const Frame on = motion->hands[hand].on;
      if (on == Frame::free) continue;
      const auto moved = [&](const Key& key) {
        return key.pose.at(side, SideChannel::hx) != motion->start.at(side, SideChannel::hx) ||
               key.pose.at(side, SideChannel::hy) != motion->start.at(side, SideChannel::hy);
      };
      if (std::any_of(motion->keys.begin(), motion->keys.end(), moved)) continue;
      ++planted;
      const auto seen = [&](const Body& body) {
        const Place place = body.frame(on, side);
        return place.turn.seen(body.arms[hand].palm_at() - place.at);
      };
      const Vec first = seen(stand(*motion, motion->start));
      each_frame(*motion, [&](const Pose&, const Body& body, double t) {
        ASSERT_LT(length(seen(body) - first), 0.001) << name_of(*motion) << " " << t;
      });
    }
  }
  EXPECT_GE(planted, 20);
}

TEST(FigureBody, NoJointLeavesItsHumanRange) {
  const auto& limits = all_poses().limits;
  ASSERT_EQ(limits.size(), kJoints.size());
  for (const Motion* motion : all_motions()) {
    each_frame(*motion, [&](const Pose& pose, const Body& body, double t) {
      for (int side = 0; side < 2; ++side) {
        const auto measured = angles(body, pose, side);
        for (std::size_t j = 0; j < kJoints.size(); ++j) {
          ASSERT_GE(measured[j], limits[j].low - 0.01)
              << name_of(*motion) << " " << kJoints[j] << " at " << t << " s";
          ASSERT_LE(measured[j], limits[j].high + 0.01)
              << name_of(*motion) << " " << kJoints[j] << " at " << t << " s";
        }
      }
    });
  }
}

TEST(FigureBody, NothingGoesThroughTheFloor) {
  for (const Motion* motion : all_motions()) {
    each_frame(*motion, [&](const Pose&, const Body& body, double t) {
      double low = 1;
      for (std::size_t i = 0; i < kSpine; ++i) {
        low = std::min(low, (body.spine[i] - body.turn[i].z * kBackDepth[i]).y);
      }
      low = std::min(low, (body.spine[10] + body.head * Vec{0, 0.06, -0.105}).y);
      for (const Arm& arm : body.arms) {
        low = std::min({low, arm.elbow.y - 0.037, arm.palm_at().y - 0.02});
      }
      for (const Leg& leg : body.legs) {
        low = std::min({low, leg.knee.y - 0.057, (leg.ankle - leg.foot.y * kAnkle).y});
      }
      ASSERT_GE(low, -kSoft) << name_of(*motion) << " at " << t << " s";
    });
  }
}

TEST(FigureBody, NothingGoesThroughTheWall) {
  for (const Motion* motion : all_motions()) {
    if (std::find(motion->kit.begin(), motion->kit.end(), Kit::wall) == motion->kit.end()) continue;
    each_frame(*motion, [&](const Pose&, const Body& body, double t) {
      double near = 1;
      for (std::size_t i = 0; i < kSpine; ++i) {
        near = std::min(near, (body.spine[i] - body.turn[i].z * kBackDepth[i]).z);
      }
      near = std::min(near, (body.spine[10] + body.head * Vec{0, 0.06, -0.105}).z);
      for (const Arm& arm : body.arms) {
        near = std::min({near, arm.elbow.z - 0.037, arm.wrist.z - 0.017, arm.palm_at().z - 0.017});
      }
      ASSERT_GE(near - motion->wall_z, -kSoft) << name_of(*motion) << " at " << t << " s";
    });
  }
}

// The chair's back stands 20 cm behind the middle of the seat, up to 87 cm.
TEST(FigureBody, NothingGoesThroughTheChair) {
  for (const Motion* motion : all_motions()) {
    if (std::find(motion->kit.begin(), motion->kit.end(), Kit::chair) == motion->kit.end())
      continue;
    each_frame(*motion, [&](const Pose&, const Body& body, double t) {
      for (std::size_t i = 0; i < 9; ++i) {
        const Vec skin = body.spine[i] - body.turn[i].z * kBackDepth[i];
        if (skin.y > 0.87) continue;
        ASSERT_GE(skin.z, -0.205 - kSoft) << name_of(*motion) << " at " << t << " s";
      }
    });
  }
}

TEST(FigureBody, SitsOnTheSeat) {
  for (const Motion* motion : all_motions()) {
    if (motion->rest != Rest::seat) continue;
    each_frame(*motion, [&](const Pose&, const Body& body, double t) {
      ASSERT_NEAR(body.legs[0].hip.y - 0.098, kSeatHeight, 0.02) << name_of(*motion) << t;
    });
  }
}

TEST(FigureBody, TheRollerTouchesTheBack) {
  int lying = 0;
  for (const Motion* motion : all_motions()) {
    if (motion->rest != Rest::roller) continue;
    ++lying;
    each_frame(*motion, [&](const Pose&, const Body& body, double t) {
      double least = 1;
      for (std::size_t i = 1; i < 8; ++i) {
        for (double u = 0; u < 1; u += 0.02) {
          const Vec skin = mix(body.spine[i] - body.turn[i].z * kBackDepth[i],
                               body.spine[i + 1] - body.turn[i + 1].z * kBackDepth[i + 1], u);
          least = std::min(least, std::hypot(skin.y - body.kit.y, skin.z - body.kit.z));
        }
      }
      ASSERT_NEAR(least, kRollerRadius, kSoft) << name_of(*motion) << " at " << t << " s";
    });
  }
  EXPECT_GE(lying, 1);
}

TEST(FigureBody, LeftAndRightAreMirrored) {
  for (const Motion* motion : all_motions()) {
    const Body body = stand(*motion, motion->start);
    if (motion->technique != "chin_tuck" || motion->error > 0) continue;
    EXPECT_NEAR(body.arms[0].elbow.x, -body.arms[1].elbow.x, 1e-12);
    EXPECT_NEAR(body.legs[0].knee.y, body.legs[1].knee.y, 1e-12);
  }
}

}  // namespace
}  // namespace limber::figure

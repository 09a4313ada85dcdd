#include "draw/figure.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "draw/figures.h"

namespace limber::figure {
namespace {

std::size_t moving_numbers(const Picture& picture) {
  std::size_t count = 0;
  for (const Path& path : picture.paths) {
    if (!path.moves) continue;
    for (const char c : path.letters) count += c == 'C' ? 6 : c == 'Z' ? 0 : 2;
  }
  return count;
}

// What the page relies on: the paths of the first picture hold for every later frame.
TEST(Figure, EveryFrameHasTheSamePaths) {
  for (const Motion* motion : all_motions()) {
    const std::size_t wanted = moving_numbers(draw(*motion, motion->start, {}));
    each_frame(*motion, [&](const Pose& pose, const Body&, double t) {
      if (std::fmod(t, 0.25) > 1.0 / 60) return;
      ASSERT_EQ(draw_moving(*motion, pose, {}).size(), wanted) << name_of(*motion) << " " << t;
    });
  }
}

TEST(Figure, MovingNumbersAreThoseOfTheWholePicture) {
  for (const Motion* motion : all_motions()) {
    const Pose pose = pose_at(*motion, {Step::out, 0.4});
    const Picture whole = draw(*motion, pose, {});
    std::vector<float> moving;
    for (std::size_t i = 0; i < whole.paths.size(); ++i) {
      if (!whole.paths[i].moves) continue;
      const std::size_t end =
          i + 1 < whole.paths.size() ? whole.paths[i + 1].first : whole.numbers.size();
      for (std::size_t n = whole.paths[i].first; n < end; ++n) moving.push_back(whole.numbers[n]);
    }
    EXPECT_EQ(draw_moving(*motion, pose, {}), moving) << name_of(*motion);
  }
}

TEST(Figure, EveryNumberIsFinite) {
  for (const Motion* motion : all_motions()) {
    each_frame(*motion, [&](const Pose& pose, const Body&, double t) {
      if (std::fmod(t, 0.2) > 1.0 / 60) return;
      for (const float value : draw_moving(*motion, pose, {})) {
        ASSERT_TRUE(std::isfinite(value)) << name_of(*motion) << " " << t;
      }
    });
  }
}

// Techniques stay within their picture (errors may reach out of it a little).
TEST(Figure, StaysInThePicture) {
  for (const Motion& motion : all_poses().motions) {
    const Box box = box_of(motion);
    each_frame(motion, [&](const Pose&, const Body& body, double t) {
      const Eye eye(motion.view, false);
      std::vector<Vec> points(body.spine.begin(), body.spine.end());
      points.push_back(body.spine[10] + body.head * Vec{0, 0.17, 0});
      for (const Arm& arm : body.arms) points.push_back(arm.wrist + arm.fingers * kHand);
      for (const Leg& leg : body.legs) points.push_back(leg.ankle + leg.foot.z * 0.18);
      for (const Vec& point : points) {
        const Flat f = eye.see(point);
        ASSERT_GE(f.x, box.x) << name_of(motion) << " " << t;
        ASSERT_LE(f.x, box.x + box.width) << name_of(motion) << " " << t;
        ASSERT_GE(f.y, box.y) << name_of(motion) << " " << t;
        ASSERT_LE(f.y, box.y + box.height) << name_of(motion) << " " << t;
      }
    });
  }
}

TEST(Figure, TheOtherSideIsTheMirrorImage) {
  const Motion& motion = *all_poses().motion("neck_side_bend");
  const Eye one(motion.view, false), other(motion.view, true);
  const Box box = box_of(motion);
  const Vec point{0.1, 1.2, 0.05};
  EXPECT_NEAR(one.see(point).x - box.x, box.x + box.width - other.see(point).x, 1e-9);
  EXPECT_NEAR(one.see(point).y, other.see(point).y, 1e-12);
}

TEST(Figure, HasNoStyleAttributeAndNoScript) {
  const Motion& motion = all_poses().motions.front();
  const std::string text =
      svg(motion, draw(motion, motion.start, {}), {}, "A <name>", "what & why");
  EXPECT_EQ(text.find("style="), std::string::npos);
  EXPECT_EQ(text.find("<script"), std::string::npos);
  EXPECT_NE(text.find("<title>A &lt;name&gt;</title>"), std::string::npos);
  EXPECT_NE(text.find("<desc>what &amp; why</desc>"), std::string::npos);
  EXPECT_NE(text.find("role=\"img\""), std::string::npos);
}

TEST(Figure, EveryToneHasItsColour) {
  for (int skin = 0; skin < kSkins; ++skin) {
    for (int clothes = 0; clothes < kClothes; ++clothes) {
      for (std::size_t role = 0; role < kRoles.size(); ++role) {
        EXPECT_EQ(colour(static_cast<Role>(role), {skin, clothes}).size(), 7u);
      }
    }
  }
}

// The bounds of each path of each held pose, as they were looked at and approved in the contact
// sheet. LIMBER_APPROVE=1 writes them anew; look at `limber figure --sheet` before that.
std::string outline_of_all() {
  std::ostringstream out;
  for (const Motion* motion : all_motions()) {
    out << name_of(*motion) << "\n";
    const Picture p = draw(*motion, pose_at(*motion, {Step::hold, 0}), {});
    for (std::size_t i = 0; i < p.paths.size(); ++i) {
      const std::size_t end = i + 1 < p.paths.size() ? p.paths[i + 1].first : p.numbers.size();
      double box[4] = {1e9, 1e9, -1e9, -1e9};
      for (std::size_t n = p.paths[i].first; n + 1 < end; n += 2) {
        for (int axis = 0; axis < 2; ++axis) {
          const double v = static_cast<double>(p.numbers[n + axis]);
          box[axis] = std::min(box[axis], v), box[axis + 2] = std::max(box[axis + 2], v);
        }
      }
      out << kRoles[static_cast<std::size_t>(p.paths[i].role)];
      for (const double v : box) out << " " << std::lround(v);
      out << "\n";
    }
  }
  return std::move(out).str();
}

TEST(Figure, LooksAsApproved) {
  const std::string path = LIMBER_SOURCE_DIR "/test/golden/figure.txt";
  const std::string now = outline_of_all();
  if (std::getenv("LIMBER_APPROVE") != nullptr) std::ofstream(path) << now;
  std::ifstream file(path);
  std::istringstream drawn(now);
  std::string approved, line;
  int count = 0;
  while (std::getline(file, approved)) {
    ASSERT_TRUE(std::getline(drawn, line));
    ++count;
    std::istringstream a(approved), b(line);
    std::string word_a, word_b;
    while (a >> word_a) {
      ASSERT_TRUE(b >> word_b) << approved;
      char* rest = nullptr;
      const double value = std::strtod(word_a.c_str(), &rest);
      if (*rest != 0) {
        ASSERT_EQ(word_a, word_b) << approved;
      } else {
        ASSERT_NEAR(value, std::strtod(word_b.c_str(), nullptr), 1.01) << approved << " | " << line;
      }
    }
  }
  EXPECT_GT(count, 1000);
  EXPECT_FALSE(std::getline(drawn, line)) << line;
}

}  // namespace
}  // namespace limber::figure

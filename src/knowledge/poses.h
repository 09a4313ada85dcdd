// How the figure moves, as data: key poses, views, kit and what is planted, one motion for each
// technique (knowledge/poses.toml), and how far the joints of real people go.
//
// A pose is a row of numbers, one per channel: centimetres and degrees. Channels of the arms and
// legs exist twice; "outward" counts positive on either side, so a symmetric pose is the same
// number twice. In TOML a name without _l or _r sets both.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace limber {

enum class Channel : std::uint8_t {
  // The point between the hip joints, in the room: x to the figure's left, y up, z forward.
  x,
  y,
  z,
  tilt,
  yaw,
  roll,  // of the pelvis: forward, to the left, to the left
  lum,
  tho,
  neck,
  head,  // bending forward; head: nodding on the neck
  lum_s,
  tho_s,
  neck_s,  // bending to the left
  lum_r,
  tho_r,
  neck_r,  // turning to the left
  breath,  // 0 breathed out .. 1 breathed in
  kx,
  ky,
  kz,  // what kit moves: the roller, the ball
  count
};
enum class SideChannel : std::uint8_t {
  elev,
  prot,  // shoulder girdle: up, forward
  flex,
  abd,
  twist,  // shoulder: forward, outward, turned outward
  elbow,
  pron,
  wrist,  // bent; palm turned back; wrist bent to the palm
  hx,
  hy,
  hz,  // where the palm rests, if the hand is planted
  fx,
  fy,
  fz,
  fyaw,
  fpitch,  // the sole: outward, up, forward, toes out, heel up
  knee,    // how far the knee falls outward
  count
};
inline constexpr std::size_t kCentral = static_cast<std::size_t>(Channel::count);
inline constexpr std::size_t kSided = static_cast<std::size_t>(SideChannel::count);
inline constexpr std::size_t kPoseSize = kCentral + 2 * kSided;
extern const std::array<std::string_view, kCentral> kChannelNames;
extern const std::array<std::string_view, kSided> kSideChannelNames;

struct Pose {
  std::array<double, kPoseSize> value{};
  double& operator[](Channel c) { return value[static_cast<std::size_t>(c)]; }
  double operator[](Channel c) const { return value[static_cast<std::size_t>(c)]; }
  // side 0 is the left, 1 the right.
  double at(int side, SideChannel c) const {
    return value[kCentral + static_cast<std::size_t>(side) * kSided + static_cast<std::size_t>(c)];
  }
};

// What a joint of a real person can do, in degrees. The names are those the figure measures.
inline constexpr std::array<std::string_view, 24> kJoints = {
    "lumbar_flexion",     "lumbar_side",        "lumbar_rotation",     "thoracic_flexion",
    "thoracic_side",      "thoracic_rotation",  "neck_flexion",        "neck_side",
    "neck_rotation",      "head_nod",           "girdle_elevation",    "girdle_protraction",
    "shoulder_elevation", "shoulder_extension", "shoulder_horizontal", "shoulder_rotation",
    "elbow_flexion",      "forearm_rotation",   "wrist_bend",          "hip_flexion",
    "hip_abduction",      "hip_rotation",       "knee_flexion",        "ankle_flexion"};
struct JointLimit {
  std::string joint;
  double low = 0, high = 0;
  std::vector<std::string> sources;
};

// Parts of the body that a hand can rest on, a highlight can mark, an arrow can follow.
inline constexpr std::array<std::string_view, 8> kFrames = {"free",  "room", "head",  "neck",
                                                            "chest", "ribs", "thigh", "pelvis"};
enum class Frame : std::uint8_t { free, room, head, neck, chest, ribs, thigh, pelvis };

using Triple = std::array<double, 3>;

// Where a planted hand's fingers point, where its palm looks, and where the elbow goes; in the
// frame it rests on, with x outward.
struct HandRule {
  Frame on = Frame::free;
  Triple fingers{}, palm{}, elbow{};
};
struct Spot {
  Frame on = Frame::chest;
  Triple at{};  // cm in that frame
  double wide = 8, high = 8;
};
struct ArrowRule {
  Frame on = Frame::chest;
  Triple at{}, to{};  // cm in that frame, in the pose it starts from
  double bow = 0;     // how far it bends to its left on the picture, cm
};

// "kit": what stands in the room. A rest holds the body on it, whatever the pose says.
inline constexpr std::array<std::string_view, 7> kKit = {"stool", "chair",   "wall", "roller",
                                                         "ball",  "cushion", "mat"};
enum class Kit : std::uint8_t { stool, chair, wall, roller, ball, cushion, mat };
inline constexpr std::array<std::string_view, 4> kRests = {"feet", "seat", "wall", "roller"};
enum class Rest : std::uint8_t { feet, seat, wall, roller };
inline constexpr std::array<std::string_view, 8> kLayers = {"arm_l", "arm_r", "leg_l", "leg_r",
                                                            "body",  "head",  "kit",   "kit_front"};
enum class Layer : std::uint8_t { arm_l, arm_r, leg_l, leg_r, body, head, kit, kit_front };
inline constexpr std::array<std::string_view, 4> kFaces = {"calm", "strain", "puffed", "hurt"};
enum class Face : std::uint8_t { calm, strain, puffed, hurt };

struct MotionView {
  double yaw = 0, pitch = 6;      // 0 from the front, 90 from the figure's right
  std::array<double, 4> frame{};  // left, bottom, right, top of the picture in cm
};
struct Key {
  bool back = false;  // a pose on the way back, else on the way out
  double at = 1;      // 0..1 of that way; the last way out ends at 1
  Pose pose;
};
struct Motion {
  std::string technique;
  MotionView view;
  std::vector<Kit> kit;
  Rest rest = Rest::feet;
  double wall_z = 0;
  std::vector<Layer> layers;  // from far to near
  std::array<HandRule, 2> hands;
  std::vector<Spot> spots;
  std::vector<ArrowRule> arrows;
  Face face = Face::calm;
  bool to_right = false;  // it goes to the figure's right; else left, or to no side
  bool flow = false;      // moves on through its keys; else it comes to rest at each
  double tempo = 1;
  Pose start;
  std::vector<Key> keys;
  int error = 0;               // which error of the technique this shows; 0: as it should be
  std::vector<Motion> errors;  // the commonest errors, each a whole motion
};

struct Poses {
  std::vector<JointLimit> limits;  // in the order of kJoints once checked
  std::vector<Motion> motions;
  // The motion of a technique, or of its error of that number; nullptr if there is none.
  [[nodiscard]] const Motion* motion(std::string_view technique, int error = 0) const;
};

}  // namespace limber

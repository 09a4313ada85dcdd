#include "knowledge/load_poses.h"

#include <algorithm>
#include <map>
#include <span>

#include "base/text.h"
#include "knowledge/load_tools.h"

namespace limber {
namespace {

using Postures = std::map<std::string, Pose, std::less<>>;

// The enum value of a word among its names.
template <class Value>
Value word(const std::string& said, std::span<const std::string_view> names,
           const std::string& path, Problems& problems) {
  const auto found = std::find(names.begin(), names.end(), said);
  if (found != names.end()) return static_cast<Value>(found - names.begin());
  std::vector<std::string> all(names.begin(), names.end());
  problems.push_back({ErrorKind::input, "\"" + said + "\" is not possible here", path,
                      "give one of " + join(all, ", ")});
  return Value{};
}

template <std::size_t N>
std::array<double, N> numbers(Reader& in, const char* key, std::array<double, N> fallback) {
  if (!in.has(key)) return fallback;
  std::array<double, N> out{};
  std::size_t i = 0;
  for (const Json& item : in.array(key)) {
    const auto value = as_number(item);
    if (value && i < N) out[i] = *value;
    i = value ? i + 1 : N + 1;
  }
  if (i != N) {
    in.note({ErrorKind::input, std::to_string(N) + " numbers were expected", in.path_of(key), ""});
  }
  return out;
}

// Index of a channel in a pose, for "elbow_l", or of both sides for "elbow"; none if unknown.
std::vector<std::size_t> channels_of(std::string_view name) {
  const auto among = [&name](const auto& names) {
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
  };
  const std::size_t central = among(kChannelNames);
  if (central < kCentral) return {central};
  const bool left = name.ends_with("_l"), right = name.ends_with("_r");
  if (left || right) name.remove_suffix(2);
  const std::size_t sided = among(kSideChannelNames);
  if (sided == kSided) return {};
  std::vector<std::size_t> out;
  if (!right) out.push_back(kCentral + sided);
  if (!left) out.push_back(kCentral + kSided + sided);
  return out;
}

void lay_over(Pose& pose, const Json& table, const std::string& path, Problems& problems) {
  for (const auto& item : table.items()) {
    const auto value = as_number(item.value());
    const auto channels = channels_of(item.key());
    if (channels.empty()) {
      std::vector<std::string> all(kChannelNames.begin(), kChannelNames.end());
      all.insert(all.end(), kSideChannelNames.begin(), kSideChannelNames.end());
      const auto near = nearest(item.key(), all);
      problems.push_back({ErrorKind::input, "there is no channel \"" + item.key() + "\"",
                          path + "/" + item.key(), near ? "did you mean \"" + *near + "\"?" : ""});
    } else if (!value || std::abs(*value) > 400) {
      problems.push_back({ErrorKind::input, "a number of centimetres or degrees was expected",
                          path + "/" + item.key(), ""});
    } else {
      for (const std::size_t c : channels) pose.value[c] = *value;
    }
  }
}

HandRule read_hand(const Json& table, const std::string& path, Problems& problems) {
  Reader in(table, path);
  HandRule rule;
  rule.on = word<Frame>(in.text("on"), kFrames, path + "/on", problems);
  rule.fingers = numbers<3>(in, "fingers", {0, -1, 0});
  rule.palm = numbers<3>(in, "palm", {-1, 0, 0});
  rule.elbow = numbers<3>(in, "elbow", {0.3, -1, -0.3});
  in.refuse_unknown({"on", "fingers", "palm", "elbow"});
  note(problems, in);
  return rule;
}

// What a motion and an error of it are both made of; an error begins as a copy of its motion.
void read_common(Reader& in, Motion& m, const std::string& path, Problems& problems) {
  if (in.has("kit")) {
    m.kit.clear();
    for (const std::string& kit : in.texts("kit")) {
      m.kit.push_back(word<Kit>(kit, kKit, path + "/kit", problems));
    }
  }
  if (in.has("layers")) {
    m.layers.clear();
    for (const std::string& layer : in.texts("layers")) {
      m.layers.push_back(word<Layer>(layer, kLayers, path + "/layers", problems));
    }
  }
  for (const auto& [key, left, right] :
       {std::tuple{"hands", true, true}, {"hand_l", true, false}, {"hand_r", false, true}}) {
    if (!in.has(key)) continue;
    const HandRule rule = read_hand(in.object(key), in.path_of(key), problems);
    if (left) m.hands[0] = rule;
    if (right) m.hands[1] = rule;
  }
  if (in.has("spots")) {
    m.spots.clear();
    for (const Json& table : in.array("spots")) {
      Reader each(table, path + "/spots");
      Spot spot;
      spot.on = word<Frame>(each.text("on"), kFrames, path + "/spots", problems);
      spot.at = numbers<3>(each, "at", {});
      spot.wide = each.number_or("wide", 1, 40, 8);
      spot.high = each.number_or("high", 1, 40, spot.wide);
      each.refuse_unknown({"on", "at", "wide", "high"});
      note(problems, each);
      m.spots.push_back(spot);
    }
  }
  if (in.has("arrows")) {
    m.arrows.clear();
    for (const Json& table : in.array("arrows")) {
      Reader each(table, path + "/arrows");
      ArrowRule rule;
      rule.on = word<Frame>(each.text("on"), kFrames, path + "/arrows", problems);
      rule.at = numbers<3>(each, "at", {});
      rule.to = numbers<3>(each, "to", {});
      rule.bow = each.number_or("bow", -40, 40, 0);
      each.refuse_unknown({"on", "at", "to", "bow"});
      note(problems, each);
      m.arrows.push_back(rule);
    }
  }
  m.face = word<Face>(in.text_or("face", std::string(kFaces[static_cast<std::size_t>(m.face)])),
                      kFaces, path + "/face", problems);
  m.tempo = in.number_or("tempo", 0.2, 5, m.tempo);
}

Motion read_error(const Motion& motion, const Json& table, const std::string& path,
                  Problems& problems) {
  Reader in(table, path);
  Motion m = motion;
  m.errors.clear();
  m.error = static_cast<int>(in.integer("number", 1, 10));
  read_common(in, m, path, problems);
  if (in.has("always")) {
    lay_over(m.start, in.object("always"), in.path_of("always"), problems);
    for (Key& key : m.keys) lay_over(key.pose, in.object("always"), in.path_of("always"), problems);
  }
  if (in.has("end")) {
    for (Key& key : m.keys) lay_over(key.pose, in.object("end"), in.path_of("end"), problems);
  }
  in.refuse_unknown({"number", "kit", "layers", "hands", "hand_l", "hand_r", "spots", "arrows",
                     "face", "tempo", "always", "end"});
  note(problems, in);
  return m;
}

Motion read_motion(const Postures& postures, const Json& table, const std::string& path,
                   Problems& problems) {
  Reader in(table, path);
  Motion m;
  m.technique = in.text("technique");
  const auto posture = postures.find(in.text("posture"));
  if (posture != postures.end()) {
    m.start = posture->second;
  } else if (!in.error()) {
    in.note({ErrorKind::input, "there is no such posture", path + "/posture", ""});
  }
  m.view.yaw = in.number("yaw", -360, 360);
  m.view.pitch = in.number_or("pitch", 0, 45, 7);
  m.view.frame = numbers<4>(in, "frame", {-60, -10, 60, 180});
  m.rest = word<Rest>(in.text("rest"), kRests, path + "/rest", problems);
  m.wall_z = in.number_or("wall_z", -300, 300, 0) * 0.01;
  m.flow = in.flag_or("flow", false);
  m.to_right = in.flag_or("to_right", false);
  read_common(in, m, path, problems);
  if (in.has("start")) lay_over(m.start, in.object("start"), in.path_of("start"), problems);
  std::size_t index = 0;
  for (const Json& item : in.array("keys")) {
    const std::string where = path + "/keys/" + std::to_string(index++);
    Reader each(item, where);
    Key key;
    key.back = each.flag_or("back", false);
    key.at = each.number_or("at", 0.05, 1, 1);
    key.pose = m.start;
    lay_over(key.pose, each.object("pose"), where + "/pose", problems);
    each.refuse_unknown({"back", "at", "pose"});
    note(problems, each);
    m.keys.push_back(key);
  }
  index = 0;
  if (in.has("errors")) {
    for (const Json& item : in.array("errors")) {
      m.errors.push_back(
          read_error(m, item, path + "/errors/" + std::to_string(index++), problems));
    }
  }
  in.refuse_unknown({"technique", "posture",  "yaw",  "pitch",  "frame", "rest",   "wall_z",
                     "flow",      "to_right", "kit",  "layers", "hands", "hand_l", "hand_r",
                     "spots",     "arrows",   "face", "tempo",  "start", "keys",   "errors"});
  note(problems, in);
  return m;
}

template <class Read>
void each_table(const Json& document, const char* key, Problems& problems, Read read) {
  Reader top(document, "");
  if (!top.has(key)) return;
  std::size_t index = 0;
  for (const Json& table : top.array(key)) {
    read(table, "/" + std::string(key) + "/" + std::to_string(index++));
  }
  note(problems, top);
}

}  // namespace

Poses read_poses(const Json& document, Problems& problems) {
  Poses out;
  each_table(document, "limit", problems, [&](const Json& table, const std::string& path) {
    Reader in(table, path);
    JointLimit limit{in.text("joint"), in.number("low", -360, 0), in.number("high", 0, 360),
                     in.texts("sources")};
    in.refuse_unknown({"joint", "low", "high", "sources"});
    note(problems, in);
    out.limits.push_back(std::move(limit));
  });
  Postures postures;
  each_table(document, "posture", problems, [&](const Json& table, const std::string& path) {
    Reader in(table, path);
    lay_over(postures[in.text("id")], in.object("pose"), path + "/pose", problems);
    in.refuse_unknown({"id", "pose"});
    note(problems, in);
  });
  each_table(document, "motion", problems, [&](const Json& table, const std::string& path) {
    out.motions.push_back(read_motion(postures, table, path, problems));
  });
  return out;
}

}  // namespace limber

#include "knowledge/poses.h"

#include <gtest/gtest.h>
#include <limber/app.h>

#include "knowledge/load_poses.h"

namespace limber {
namespace {

Json little() {
  return *parse_json(R"({
    "posture": [{"id": "standing", "pose": {"y": 90, "elbow": 10}}],
    "motion": [{"technique": "nod", "posture": "standing", "rest": "feet", "yaw": 90,
                "layers": ["body"], "start": {"neck": 3},
                "keys": [{"at": 1, "pose": {"elbow_l": 40}}],
                "errors": [{"number": 1, "end": {"neck": 20}}]}]})");
}

std::vector<Error> problems_of(const Json& document) {
  std::vector<Error> problems;
  (void)read_poses(document, problems);
  return problems;
}

TEST(Poses, AKeyIsWhatDiffersFromTheStart) {
  std::vector<Error> problems;
  const Poses poses = read_poses(little(), problems);
  ASSERT_TRUE(problems.empty());
  const Motion& motion = poses.motions.front();
  EXPECT_EQ(motion.start[Channel::y], 90);
  EXPECT_EQ(motion.start[Channel::neck], 3);
  EXPECT_EQ(motion.keys.front().pose[Channel::neck], 3);
  EXPECT_EQ(motion.keys.front().pose.at(0, SideChannel::elbow), 40);
  EXPECT_EQ(motion.keys.front().pose.at(1, SideChannel::elbow), 10);
}

TEST(Poses, AnErrorIsWhatDiffersFromItsMotion) {
  std::vector<Error> problems;
  const Poses poses = read_poses(little(), problems);
  const Motion& error = poses.motions.front().errors.front();
  EXPECT_EQ(error.error, 1);
  EXPECT_EQ(error.start[Channel::neck], 3);
  EXPECT_EQ(error.keys.front().pose[Channel::neck], 20);
}

TEST(Poses, AnUnknownChannelIsNamedWithTheNearest) {
  Json document = little();
  document["motion"][0]["start"] = {{"elbo", 3}};
  const auto problems = problems_of(document);
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].where, "/motion/0/start/elbo");
  EXPECT_NE(problems[0].hint.find("elbow"), std::string::npos);
}

TEST(Poses, AnUnknownPostureIsRefused) {
  Json document = little();
  document["motion"][0]["posture"] = "flying";
  ASSERT_EQ(problems_of(document).size(), 1u);
  EXPECT_EQ(problems_of(document)[0].where, "/motion/0/posture");
}

TEST(Poses, AnUnknownWordListsThePossible) {
  Json document = little();
  document["motion"][0]["rest"] = "bed";
  const auto problems = problems_of(document);
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_NE(problems[0].hint.find("seat"), std::string::npos);
}

Knowledge knowledge_with(const Json& document) {
  Knowledge k;
  Technique technique;
  technique.id = "nod";
  technique.errors = 1;
  k.techniques.push_back(technique);
  std::vector<Error> problems;
  k.poses = read_poses(document, problems);
  return k;
}

bool told(const std::vector<Error>& problems, const std::string& words) {
  for (const Error& each : problems) {
    if (each.message.find(words) != std::string::npos) return true;
  }
  return false;
}

TEST(Poses, TwoErrorsAreAskedFor) {
  EXPECT_TRUE(told(check_poses(knowledge_with(little())), "two common errors"));
}

TEST(Poses, EveryJointNeedsItsLimit) {
  EXPECT_TRUE(told(check_poses(knowledge_with(little())), "there is no limit"));
}

TEST(Poses, TheWayOutHasAnEnd) {
  Json document = little();
  document["motion"][0]["keys"][0]["at"] = 0.5;
  EXPECT_TRUE(told(check_poses(knowledge_with(document)), "ends with a key at 1"));
}

TEST(Poses, AMotionWithoutATechniqueIsTold) {
  Knowledge k = knowledge_with(little());
  k.techniques.front().id = "shrug";
  EXPECT_TRUE(told(check_poses(k), "there is no technique \"nod\""));
}

TEST(Poses, KnowledgeWithoutMotionsShowsNoFigure) {
  Knowledge k;
  k.techniques.push_back({});
  EXPECT_TRUE(check_poses(k).empty());
}

}  // namespace
}  // namespace limber

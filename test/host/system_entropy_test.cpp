#include "host/system_entropy.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

#include "record/uuid.h"

namespace limber::host {
namespace {

TEST(SystemEntropy, FillsDifferentlyEachTime) {
  SystemEntropy entropy;
  std::array<std::uint8_t, 32> one{}, two{};
  entropy.fill(one);
  entropy.fill(two);
  EXPECT_NE(one, two);
}

TEST(SystemEntropy, NamesAscendWithinAMillisecondAndWhenTheClockGoesBack) {
  SystemEntropy entropy;
  std::vector<std::string> names;
  for (int i = 0; i < 10'000; ++i) names.push_back(entropy.uuid(1'790'000'000'000 - i / 100));
  EXPECT_TRUE(std::ranges::is_sorted(names));
  EXPECT_EQ(std::set<std::string>(names.begin(), names.end()).size(), names.size());
  EXPECT_TRUE(std::ranges::all_of(names, [](const auto& n) { return parse_uuid(n).has_value(); }));
}

}  // namespace
}  // namespace limber::host

#include "base/object.h"

#include <gtest/gtest.h>

namespace limber {
namespace {

TEST(Object, IsWhatTheListOfTheLibraryMakes) {
  const Json list = Json::array({1, 2});
  const Json made = object_of({{"text", "a"},
                               {"number", 1.5},
                               {"whole", 3},
                               {"flag", true},
                               {"nothing", nullptr},
                               {"list", list},
                               {"inner", object_of({{"key", "value"}})}});
  const Json wanted = {{"text", "a"},
                       {"number", 1.5},
                       {"whole", 3},
                       {"flag", true},
                       {"nothing", nullptr},
                       {"list", list},
                       {"inner", {{"key", "value"}}}};
  EXPECT_EQ(made, wanted);
}

TEST(Object, OfOnePairOfTextsIsNoList) {
  EXPECT_EQ(print_json(object_of({{"a", "b"}})), R"({"a":"b"})");
}

TEST(Object, MovesWhatItIsGiven) {
  Json list = Json::array({"a long text that stands on the heap"});
  const std::string* text = list[0].get_ptr<const std::string*>();
  const Json made = object_of({{"list", std::move(list)}});
  EXPECT_EQ(made.find("list")->begin()->get_ptr<const std::string*>(), text);
}

}  // namespace
}  // namespace limber

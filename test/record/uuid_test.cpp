#include "record/uuid.h"

#include <gtest/gtest.h>

namespace limber {
namespace {

TEST(Uuid, ComesBackAsItself) {
  const std::string text = "0192f0a1-b2c3-7d4e-8f50-0123456789ab";
  EXPECT_EQ(uuid_text(*parse_uuid(text)), text);
}

TEST(Uuid, HasOneFormOnly) {
  EXPECT_FALSE(parse_uuid("0192F0A1-b2c3-7d4e-8f50-0123456789ab"));
  EXPECT_FALSE(parse_uuid("0192f0a1b2c37d4e8f500123456789ab"));
  EXPECT_FALSE(parse_uuid("0192f0a1-b2c3-7d4e-8f50-0123456789a"));
  EXPECT_FALSE(parse_uuid("0192f0a1-b2c3-7d4e-8f50-0123456789abc"));
  EXPECT_FALSE(parse_uuid("0192f0a1-b2c3-7d4e-8f50-0123456789ag"));
  EXPECT_FALSE(parse_uuid("0192f0a1-b2c3-7d4e-8f50 0123456789ab"));
  EXPECT_FALSE(parse_uuid(""));
}

TEST(Uuid, CarriesVersionAndVariantSeven) {
  const std::string text = uuid_text(uuid_v7(0x0192f0a1b2c3, 0xffff, ~std::uint64_t{0}));
  EXPECT_EQ(text, "0192f0a1-b2c3-7fff-bfff-ffffffffffff");
}

TEST(Uuid, SortsByTimeThenCounter) {
  EXPECT_LT(uuid_text(uuid_v7(1, 5, ~std::uint64_t{0})), uuid_text(uuid_v7(2, 0, 0)));
  EXPECT_LT(uuid_text(uuid_v7(1, 5, ~std::uint64_t{0})), uuid_text(uuid_v7(1, 6, 0)));
}

}  // namespace
}  // namespace limber

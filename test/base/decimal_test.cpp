#include "base/decimal.h"

#include <gtest/gtest.h>

#include <bit>
#include <charconv>
#include <cmath>
#include <limits>

#include "base/random.h"
#include "base/text.h"

namespace limber {
namespace {

constexpr int kRandomNumbers = 20'000;

// Every finite double, each bit pattern as likely as any other.
double any_double(Random& random) {
  for (;;) {
    const auto value = std::bit_cast<double>(random.next());
    if (std::isfinite(value)) return value;
  }
}

// Numbers as people and models write them: few digits, ordinary sizes.
double plain_double(Random& random) {
  const auto digits = static_cast<double>(random.below(1'000'000'000));
  return digits * std::pow(10.0, static_cast<double>(random.below(20)) - 12);
}

std::string standard_fixed(double value, int decimals) {
  char buffer[400];
  const auto end =
      std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, decimals);
  return {buffer, end.ptr};
}

double standard_double(const std::string& text) {
  double value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec == std::errc()) return value;
  return std::numeric_limits<double>::infinity();
}

TEST(Decimal, ShortestTextIsTheStandardLibrarys) {
  Random random(1);
  for (int i = 0; i < kRandomNumbers; ++i) {
    const double value = i % 2 == 0 ? plain_double(random) : any_double(random);
    ASSERT_EQ(shortest_text(value), number_text(value)) << std::hexfloat << value;
  }
}

TEST(Decimal, ShortestTextOfRoundAndOddNumbers) {
  for (const double value : {0.0,
                             -0.0,
                             1.0,
                             5.0,
                             -12.5,
                             0.1,
                             0.001,
                             0.0001,
                             1e5,
                             1e6,
                             123456.0,
                             1e15,
                             1e16,
                             1e17,
                             1e21,
                             1e22,
                             1e23,
                             123456789012345680000.0,
                             5e-324,
                             2.2250738585072014e-308,
                             std::numeric_limits<double>::max(),
                             9007199254740993.0,
                             0.3,
                             2.0 / 3}) {
    EXPECT_EQ(shortest_text(value), number_text(value));
  }
}

TEST(Decimal, FixedTextIsTheStandardLibrarys) {
  Random random(2);
  for (int i = 0; i < kRandomNumbers; ++i) {
    const double value = i % 8 == 0 ? any_double(random) : plain_double(random);
    const int decimals = static_cast<int>(random.below(8));
    ASSERT_EQ(exact_fixed(value, decimals), standard_fixed(value, decimals))
        << std::hexfloat << value;
  }
}

TEST(Decimal, TiesGoToTheEvenDigit) {
  EXPECT_EQ(exact_fixed(0.5, 0), "0");
  EXPECT_EQ(exact_fixed(1.5, 0), "2");
  EXPECT_EQ(exact_fixed(2.5, 0), "2");
  EXPECT_EQ(exact_fixed(0.125, 2), "0.12");
  EXPECT_EQ(exact_fixed(-0.375, 2), "-0.38");
}

TEST(Decimal, ReadsWhatTheStandardLibraryReads) {
  Random random(3);
  for (int i = 0; i < kRandomNumbers; ++i) {
    std::string text = std::to_string(random.next() >> random.below(60));
    text.insert(random.below(text.size()) + 1, ".");
    text += "e" + std::to_string(static_cast<int>(random.below(640)) - 330);
    const Scanned read = scan_number(text);
    ASSERT_EQ(read.length, text.size()) << text;
    if (read.value == 0) continue;  // the standard library calls that out of range
    ASSERT_EQ(read.value, standard_double(text)) << text;
  }
}

TEST(Decimal, ReadsTiesAndLongNumbers) {
  // Half-way between 1 and the next double, and a hair above, 900 digits on.
  const std::string half = "1.00000000000000011102230246251565404236316680908203125";
  EXPECT_EQ(scan_number(half).value, 1);
  EXPECT_EQ(scan_number(half + std::string(900, '0') + "1").value, std::nextafter(1.0, 2.0));
  EXPECT_EQ(scan_number(std::string(400, '9')).value, std::numeric_limits<double>::infinity());
  EXPECT_EQ(scan_number("0." + std::string(400, '0') + "1e401").value, 1);
}

TEST(Decimal, TakesOnlyTheNumber) {
  EXPECT_EQ(scan_number("12abc").length, 2u);
  EXPECT_EQ(scan_number("-1.5e").length, 4u);
  EXPECT_EQ(scan_number("1e+5,").length, 4u);
  EXPECT_EQ(scan_number("+1").length, 0u);
  EXPECT_EQ(scan_number("-").length, 0u);
  EXPECT_EQ(scan_number("").length, 0u);
}

}  // namespace
}  // namespace limber

#include "base/decimal.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>

namespace limber {
namespace {

// Enough for 800 digits, the most a text is read with, times or over 10^1200.
constexpr std::size_t kWords = 256;
constexpr std::size_t kMostDigits = 800;
constexpr int kSmallestExponent = -1074;  // of a double's last bit
constexpr long long kFar = 1'000'000;     // a power of ten beyond every double

// A whole number of up to 8192 bits.
class Big {
 public:
  Big() = default;
  explicit Big(std::uint64_t value) : size_(2) {
    words_[0] = static_cast<std::uint32_t>(value);
    words_[1] = static_cast<std::uint32_t>(value >> 32);
    trim();
  }

  void multiply_add(std::uint32_t factor, std::uint32_t carry) {
    std::uint64_t rest = carry;
    for (std::size_t i = 0; i < size_; ++i) {
      rest += std::uint64_t{words_[i]} * factor;
      words_[i] = static_cast<std::uint32_t>(rest);
      rest >>= 32;
    }
    if (rest != 0) words_[size_++] = static_cast<std::uint32_t>(rest);
  }

  void times_power_of_ten(int power) {
    for (; power >= 9; power -= 9) multiply_add(1'000'000'000, 0);
    for (; power > 0; --power) multiply_add(10, 0);
  }

  std::uint32_t divide(std::uint32_t divisor) {
    std::uint64_t rest = 0;
    for (std::size_t i = size_; i-- > 0;) {
      rest = rest << 32 | words_[i];
      words_[i] = static_cast<std::uint32_t>(rest / divisor);
      rest %= divisor;
    }
    trim();
    return static_cast<std::uint32_t>(rest);
  }

  void shift_left(int bits) {
    const auto words = static_cast<std::size_t>(bits / 32);
    for (std::size_t i = size_; i-- > 0;) words_[i + words] = words_[i];
    std::fill_n(words_.begin(), words, 0u);
    if (size_ != 0) size_ += words;
    if (bits % 32 != 0) multiply_add(1u << (bits % 32), 0);
  }

  void subtract(const Big& other) {
    std::int64_t rest = 0;
    for (std::size_t i = 0; i < size_; ++i) {
      rest += std::int64_t{words_[i]} - (i < other.size_ ? other.words_[i] : 0u);
      words_[i] = static_cast<std::uint32_t>(rest);
      rest >>= 32;
    }
    trim();
  }

  [[nodiscard]] int bits() const {
    return size_ == 0 ? 0 : static_cast<int>(size_ * 32) - std::countl_zero(words_[size_ - 1]);
  }
  [[nodiscard]] bool is_zero() const { return size_ == 0; }
  [[nodiscard]] bool is_odd() const { return size_ != 0 && (words_[0] & 1u) != 0; }

  [[nodiscard]] int compare(const Big& other) const {
    if (size_ != other.size_) return size_ < other.size_ ? -1 : 1;
    for (std::size_t i = size_; i-- > 0;) {
      if (words_[i] != other.words_[i]) return words_[i] < other.words_[i] ? -1 : 1;
    }
    return 0;
  }

  [[nodiscard]] std::string text() const {
    Big rest = *this;
    std::string digits;
    while (!rest.is_zero()) digits += static_cast<char>('0' + rest.divide(10));
    std::reverse(digits.begin(), digits.end());
    return digits.empty() ? "0" : digits;
  }

 private:
  void trim() {
    while (size_ != 0 && words_[size_ - 1] == 0) --size_;
  }
  std::array<std::uint32_t, kWords> words_{};
  std::size_t size_ = 0;
};

// The whole part of over / under, and what is left of `over`. The quotient has few bits, or `under`
// is 1 bit: either way the loop is short.
Big quotient(Big& over, const Big& under) {
  Big result;
  const int first = over.bits() - under.bits();
  for (int bit = std::max(first, 0); bit >= 0; --bit) {
    Big part = under;
    part.shift_left(bit);
    result.shift_left(1);
    if (over.compare(part) < 0) continue;
    over.subtract(part);
    result.multiply_add(1, 1);
  }
  return result;
}

// over / under to the nearest whole number, ties to even.
Big rounded(Big over, const Big& under) {
  Big whole = quotient(over, under);
  over.shift_left(1);
  const int half = over.compare(under);
  if (half > 0 || (half == 0 && whole.is_odd())) whole.multiply_add(1, 1);
  return whole;
}

struct Binary {
  std::uint64_t mantissa = 0;
  int exponent = 0;  // value = mantissa * 2^exponent
};

Binary binary_of(double value) {
  const auto bits = std::bit_cast<std::uint64_t>(value);
  const auto exponent = static_cast<int>(bits >> 52 & 0x7ff);
  const std::uint64_t fraction = bits & ((std::uint64_t{1} << 52) - 1);
  if (exponent == 0) return {fraction, kSmallestExponent};
  return {fraction | std::uint64_t{1} << 52, exponent - 1075};
}

// |value| * 10^power to the nearest whole number.
Big scaled(double value, int power) {
  const Binary parts = binary_of(value);
  Big over(parts.mantissa), under(1);
  (power > 0 ? over : under).times_power_of_ten(std::abs(power));
  (parts.exponent > 0 ? over : under).shift_left(std::abs(parts.exponent));
  return rounded(over, under);
}

// Where digits and power of ten are both exact as doubles, one rounding gives the nearest (Clinger
// 1990). Almost every number that is read.
std::optional<double> quick_double(std::string_view digits, long long exponent) {
  if (digits.size() > 15 || exponent > 22 || exponent < -22) return std::nullopt;
  double value = 0, power = 1;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  for (long long i = std::abs(exponent); i > 0; --i) power *= 10;
  return exponent < 0 ? value / power : value * power;
}

}  // namespace

Digits exact_digits(double value, int count) {
  constexpr double kLog2 = 0.30102999566398120;
  const Binary parts = binary_of(value);
  const int bits = parts.exponent + 63 - std::countl_zero(parts.mantissa);
  // The estimate may be off by one, and rounding may add a digit.
  for (int exponent = static_cast<int>(std::floor(bits * kLog2));;) {
    std::string text = scaled(value, count - 1 - exponent).text();
    const int extra = static_cast<int>(text.size()) - count;
    if (extra == 0) return {std::move(text), exponent};
    exponent += extra;
  }
}

std::string shortest_text(double value) {
  const std::string sign = std::signbit(value) ? "-" : "";
  if (value == 0) return sign + "0";
  Digits digits;
  int count = 1;
  for (; count <= 17; ++count) {
    digits = exact_digits(value, count);
    if (nearest_double(digits.text, digits.exponent - (count - 1)) == std::abs(value)) break;
  }
  const int exponent = digits.exponent;
  const int e_digits = std::abs(exponent) >= 100 ? 3 : 2;
  const int scientific = count + (count > 1 ? 1 : 0) + 2 + e_digits;
  const int fixed = exponent < 0 ? count + 1 - exponent : std::max(exponent + 1, count + 1);
  const bool whole = exponent >= count - 1;
  if ((whole ? exponent + 1 : fixed) <= scientific) {
    return whole ? exact_fixed(value, 0) : exact_fixed(value, count - 1 - exponent);
  }
  std::string text = sign + digits.text.substr(0, 1);
  if (count > 1) text += "." + digits.text.substr(1);
  std::string power = std::to_string(std::abs(exponent));
  if (power.size() < 2) power.insert(0, 1, '0');
  return text + (exponent < 0 ? "e-" : "e+") + power;
}

std::string exact_fixed(double value, int decimals) {
  std::string text = scaled(value, decimals).text();
  const auto places = static_cast<std::size_t>(decimals);
  if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
  if (places > 0) text.insert(text.size() - places, 1, '.');
  return std::signbit(value) ? "-" + text : text;
}

double nearest_double(std::string_view digits, long long exponent) {
  Big over;
  std::size_t first = std::min(digits.find_first_not_of('0'), digits.size());
  const std::size_t end = std::min(first + kMostDigits, digits.size());
  const auto size = static_cast<long long>(digits.size() - first);
  if (size == 0 || exponent + size < -330) return 0;
  if (exponent + size > 310) return std::numeric_limits<double>::infinity();
  for (; first < end; ++first) {
    over.multiply_add(10, static_cast<std::uint32_t>(digits[first] - '0'));
  }
  exponent += static_cast<long long>(digits.size() - end);
  // What is not read only tells on which side of a tie the number lies.
  if (digits.find_first_not_of('0', end) != std::string_view::npos) {
    over.multiply_add(10, 1);
    --exponent;
  }
  Big under(1);
  (exponent > 0 ? over : under).times_power_of_ten(static_cast<int>(std::abs(exponent)));
  // A quotient of 53 bits, fewer where the number is too small for that; of 54 where the estimate
  // of the shift is one short.
  for (int shift = over.bits() - under.bits() - 53;; ++shift) {
    shift = std::max(shift, kSmallestExponent);
    Big top = over, bottom = under;
    (shift < 0 ? top : bottom).shift_left(std::abs(shift));
    const Big whole = rounded(top, bottom);
    if (whole.bits() > 53 && whole.is_odd()) continue;
    if (whole.bits() > 54) continue;
    double value = 0;
    for (const char digit : whole.text()) value = value * 10 + (digit - '0');
    return std::ldexp(value, shift);
  }
}

Scanned scan_number(std::string_view text) {
  std::size_t at = 0;
  std::string digits;
  long long exponent = 0;
  const auto is_digit = [&](std::size_t i) {
    return i < text.size() && text[i] >= '0' && text[i] <= '9';
  };
  const bool minus = !text.empty() && text[0] == '-';
  if (minus) ++at;
  for (; is_digit(at); ++at) digits += text[at];
  if (at < text.size() && text[at] == '.') {
    for (++at; is_digit(at); ++at, --exponent) digits += text[at];
  }
  if (digits.empty()) return {};
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    std::size_t next = at + 1;
    const bool down = next < text.size() && text[next] == '-';
    if (down || (next < text.size() && text[next] == '+')) ++next;
    long long power = 0;
    if (is_digit(next)) {
      for (; is_digit(next); ++next) power = std::min(power * 10 + (text[next] - '0'), kFar);
      exponent += down ? -power : power;
      at = next;
    }
  }
  const auto quick = quick_double(digits, exponent);
  const double value = quick ? *quick : nearest_double(digits, exponent);
  return {minus ? -value : value, at};
}

}  // namespace limber

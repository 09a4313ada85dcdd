#include "base/day.h"

#include "base/text.h"

namespace limber {
namespace {

struct Civil {
  std::int64_t year;
  int month, day;
};

// Howard Hinnant's era arithmetic: a 400-year era has exactly 146097 days.
Civil civil(Day days) {
  const std::int64_t shifted = days + 719468;  // days since 0000-03-01
  const std::int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const std::int64_t of_era = shifted - era * 146097;
  const std::int64_t year_of_era =
      (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const std::int64_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month_from_march = (5 * of_year + 2) / 153;
  const int day = static_cast<int>(of_year - (153 * month_from_march + 2) / 5 + 1);
  const int month =
      static_cast<int>(month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day};
}

Day days_from(std::int64_t year, int month, int day) {
  year -= month <= 2 ? 1 : 0;
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t of_era_year = year - era * 400;
  const std::int64_t of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  const std::int64_t of_era = of_era_year * 365 + of_era_year / 4 - of_era_year / 100 + of_year;
  return era * 146097 + of_era - 719468;
}

std::int64_t floor_div(std::int64_t a, std::int64_t b) {
  return a / b - (a % b < 0 ? 1 : 0);
}

std::string padded(std::int64_t value, std::size_t digits) {
  std::string text = std::to_string(value < 0 ? -value : value);
  while (text.size() < digits) text.insert(text.begin(), '0');
  return value < 0 ? "-" + text : text;
}

std::int64_t local_ms(std::int64_t at_ms, std::int32_t offset_min) {
  return at_ms + std::int64_t{offset_min} * 60'000;
}

}  // namespace

Day local_day(std::int64_t at_ms, std::int32_t offset_min) {
  return floor_div(local_ms(at_ms, offset_min), kDayMs);
}

std::string day_text(Day day) {
  const Civil c = civil(day);
  return padded(c.year, 4) + "-" + padded(c.month, 2) + "-" + padded(c.day, 2);
}

std::optional<Day> parse_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  int parts[3] = {0, 0, 0};
  int part = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == 4 || i == 7) {
      ++part;
    } else if (text[i] < '0' || text[i] > '9') {
      return std::nullopt;
    } else {
      parts[part] = parts[part] * 10 + (text[i] - '0');
    }
  }
  if (parts[1] < 1 || parts[1] > 12 || parts[2] < 1 || parts[2] > 31) return std::nullopt;
  const Day day = days_from(parts[0], parts[1], parts[2]);
  // 31 April would come back as 1 May: only real days are read.
  return day_text(day) == text ? std::optional(day) : std::nullopt;
}

std::string time_text(std::int64_t at_ms, std::int32_t offset_min) {
  const std::int64_t in_day = local_ms(at_ms, offset_min) - local_day(at_ms, offset_min) * kDayMs;
  return padded(in_day / 3'600'000, 2) + ":" + padded(in_day / 60'000 % 60, 2);
}

std::string instant_text(std::int64_t at_ms, std::int32_t offset_min) {
  const std::int64_t in_day = local_ms(at_ms, offset_min) - local_day(at_ms, offset_min) * kDayMs;
  const int away = offset_min < 0 ? -offset_min : offset_min;
  return day_text(local_day(at_ms, offset_min)) + "T" + time_text(at_ms, offset_min) + ":" +
         padded(in_day / 1000 % 60, 2) + "." + padded(in_day % 1000, 3) +
         (offset_min < 0 ? "-" : "+") + padded(away / 60, 2) + ":" + padded(away % 60, 2);
}

}  // namespace limber

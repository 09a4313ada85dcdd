#include "joint/histogram.h"

#include <algorithm>
#include <cmath>

namespace limber {

int bin_of(const Scale& scale, double value) {
  const double place = scale.logarithmic
                           ? std::log(value / scale.low) / std::log(scale.high / scale.low)
                           : (value - scale.low) / (scale.high - scale.low);
  if (!(place < 1)) return std::isnan(place) && value <= 0 ? 0 : kBins - 1;
  return std::max(0, static_cast<int>(place * kBins));
}

double quantile(const Scale& scale, std::span<const std::uint32_t> counts, double share) {
  double total = 0;
  for (std::uint32_t count : counts) total += count;
  if (total == 0) return 0;
  const double wanted = std::clamp(share, 0.0, 1.0) * total;
  double below = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const double next = below + counts[i];
    if (next >= wanted && counts[i] > 0) {
      const double inside = (wanted - below) / counts[i];
      const double place = (static_cast<double>(i) + inside) / kBins;
      return scale.logarithmic ? scale.low * std::pow(scale.high / scale.low, place)
                               : scale.low + place * (scale.high - scale.low);
    }
    below = next;
  }
  return scale.high;
}

}  // namespace limber

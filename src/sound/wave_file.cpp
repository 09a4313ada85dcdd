#include "sound/wave.h"

#include "base/text.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace limber {
namespace {

constexpr std::string_view kComment = "sound pressure; full scale is ";

void put(std::string& out, std::uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out.push_back(static_cast<char>((value >> (8 * i)) & 0xff));
}

std::uint32_t get(std::string_view in, std::size_t at, int bytes) {
  std::uint32_t value = 0;
  for (int i = 0; i < bytes; ++i)
    value |= static_cast<std::uint32_t>(static_cast<unsigned char>(in[at + i])) << (8 * i);
  return value;
}

std::unexpected<Error> not_wave(std::string why) {
  return fail(ErrorKind::input, "this is not a WAV file that can be read: " + std::move(why), {},
              "one channel of 16 or 24 bit PCM is understood");
}

double largest_number(int bits) {
  return std::ldexp(1.0, bits - 1) - 1;
}

}  // namespace

double full_scale_for(std::span<const double> signal) {
  double largest = 0;
  for (double x : signal) largest = std::max(largest, std::abs(x));
  if (!(largest > 0) || !std::isfinite(largest)) return 1;
  return std::exp2(std::ceil(std::log2(largest)));
}

Result<std::string> encode_wave(const Wave& wave) {
  if (wave.bits != 16 && wave.bits != 24)
    return fail(ErrorKind::input, "a WAV file has 16 or 24 bits here", "bits", "choose 16 or 24");
  if (!(wave.full_scale > 0) || !std::isfinite(wave.full_scale) || wave.rate <= 0)
    return fail(ErrorKind::input, "full scale and rate must be above zero", "full_scale");
  const int bytes = wave.bits / 8;
  const std::size_t data = wave.samples.size() * static_cast<std::size_t>(bytes);
  if (data > 0x7fff0000u)
    return fail(ErrorKind::input, "the sound is too long for a WAV file", "samples");

  std::string comment = std::string(kComment) + number_text(wave.full_scale) + " Pa";
  comment.push_back('\0');
  if (comment.size() % 2) comment.push_back('\0');
  std::string out = "RIFF";
  put(out, 4 + 24 + 12 + 8 + comment.size() + 8 + data + data % 2, 4);
  out += "WAVEfmt ";
  put(out, 16, 4);
  put(out, 1, 2);  // PCM
  put(out, 1, 2);  // one channel
  put(out, static_cast<std::uint64_t>(wave.rate), 4);
  put(out, static_cast<std::uint64_t>(wave.rate * bytes), 4);
  put(out, static_cast<std::uint64_t>(bytes), 2);
  put(out, static_cast<std::uint64_t>(wave.bits), 2);
  out += "LIST";
  put(out, 4 + 8 + comment.size(), 4);
  out += "INFOICMT";
  put(out, comment.size(), 4);
  out += comment;
  out += "data";
  put(out, data, 4);
  const double most = largest_number(wave.bits);
  for (double x : wave.samples) {
    const double part = std::isfinite(x) ? std::clamp(x / wave.full_scale, -1.0, 1.0) : 0;
    put(out, static_cast<std::uint64_t>(std::llround(part * most)), bytes);
  }
  if (data % 2) out.push_back('\0');
  return out;
}

Result<Wave> decode_wave(std::string_view bytes) {
  if (bytes.size() < 12 || bytes.substr(0, 4) != "RIFF" || bytes.substr(8, 4) != "WAVE")
    return not_wave("it does not start with RIFF and WAVE");
  Wave wave;
  wave.bits = 0;
  std::optional<std::string_view> data;
  for (std::size_t at = 12; at + 8 <= bytes.size();) {
    const std::string_view id = bytes.substr(at, 4);
    const std::size_t size = get(bytes, at + 4, 4);
    if (size > bytes.size() - at - 8) return not_wave("it is cut off");
    const std::string_view body = bytes.substr(at + 8, size);
    if (id == "fmt ") {
      if (size < 16 || get(body, 0, 2) != 1 || get(body, 2, 2) != 1)
        return not_wave("it is not one channel of plain PCM");
      wave.rate = static_cast<int>(std::min<std::uint32_t>(get(body, 4, 4), 10'000'000));
      wave.bits = static_cast<int>(get(body, 14, 2));
    }
    if (id == "LIST") {
      const std::size_t start = body.find(kComment);
      if (start != std::string_view::npos) {
        std::string_view number = body.substr(start + kComment.size());
        number = number.substr(0, number.find(' '));
        const double scale = parse_number(number).value_or(0);
        if (scale > 0) wave.full_scale = scale;
      }
    }
    if (id == "data") data = body;
    at += 8 + size + size % 2;
  }
  if (wave.bits != 16 && wave.bits != 24) return not_wave("it has no format, or not 16 or 24 bits");
  if (wave.rate <= 0) return not_wave("its rate is zero");
  if (!data) return not_wave("it has no sound in it");
  const int width = wave.bits / 8;
  const double unit = wave.full_scale / largest_number(wave.bits);
  for (std::size_t at = 0; at + width <= data->size(); at += width) {
    // Shifted to the top and back down, so that the sign is carried along.
    const auto top = static_cast<std::int32_t>(get(*data, at, width) << (32 - wave.bits));
    wave.samples.push_back((top >> (32 - wave.bits)) * unit);
  }
  return wave;
}

}  // namespace limber

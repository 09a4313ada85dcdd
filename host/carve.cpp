// Invariants: nothing outside the given bytes is read (every access goes through `at` or `part`),
// and every loop is bounded by the number of pages or the size of a page.
#include "host/carve.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>

namespace limber::host {
namespace {

constexpr std::size_t kPage = 4096;  // ours are all of this size
constexpr std::size_t kLogHeader = 32, kFrameHeader = 24;
constexpr std::uint8_t kLeafOfTable = 0x0d;
constexpr std::size_t kLongestRow = 2u << 20;

using Page = std::string_view;  // kPage bytes

std::uint8_t at(std::string_view bytes, std::size_t i) {
  return i < bytes.size() ? static_cast<std::uint8_t>(bytes[i]) : 0;
}

std::uint64_t big_endian(std::string_view bytes, std::size_t from, std::size_t size) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < size; ++i) value = value << 8 | at(bytes, from + i);
  return value;
}

// SQLite's variable-length integer; moves `from` behind it.
std::uint64_t varint(std::string_view bytes, std::size_t& from) {
  std::uint64_t value = 0;
  for (int i = 0; i < 8; ++i) {
    const std::uint8_t byte = at(bytes, from++);
    value = value << 7 | (byte & 0x7f);
    if ((byte & 0x80) == 0) return value;
  }
  return value << 8 | at(bytes, from++);
}

// Pages by number, several versions of each when there is a log.
class Pages {
 public:
  Pages(std::string_view main_file, std::string_view log) {
    for (std::size_t i = 0; (i + 1) * kPage <= main_file.size(); ++i) {
      add(static_cast<std::uint32_t>(i + 1), main_file.substr(i * kPage, kPage));
    }
    // The rest of a file that was cut within a page is tried as well, filled up with nothing.
    const std::size_t rest = main_file.size() % kPage;
    if (rest != 0) {
      tail_ = std::string(main_file.substr(main_file.size() - rest)) + std::string(kPage - rest, 0);
      add(static_cast<std::uint32_t>(main_file.size() / kPage + 1), tail_);
    }
    constexpr std::size_t kFrame = kFrameHeader + kPage;
    for (std::size_t from = kLogHeader; from + kFrame <= log.size(); from += kFrame) {
      add(static_cast<std::uint32_t>(big_endian(log, from, 4)),
          log.substr(from + kFrameHeader, kPage));
    }
  }
  Pages(const Pages&) = delete;
  Pages& operator=(const Pages&) = delete;

  [[nodiscard]] const std::vector<Page>& all() const { return all_; }
  // The latest version of a page, or nothing.
  [[nodiscard]] std::optional<Page> page(std::uint32_t number) const {
    const auto found = latest_.find(number);
    if (found == latest_.end()) return std::nullopt;
    return found->second;
  }

 private:
  void add(std::uint32_t number, Page page) {
    all_.push_back(page);
    latest_[number] = page;
  }
  std::string tail_;
  std::vector<Page> all_;
  std::map<std::uint32_t, Page> latest_;
};

// The whole content of a cell of `size` bytes that begins at `from`, overflow pages included.
std::optional<std::string> cell_content(const Pages& pages, Page page, std::size_t from,
                                        std::size_t size) {
  // How much stays on the page: section 1.6 of the file format, no reserved bytes.
  constexpr std::size_t kMost = kPage - 35, kLeast = (kPage - 12) * 32 / 255 - 23;
  if (size > kLongestRow) return std::nullopt;
  std::size_t local = size;
  if (size > kMost) {
    local = kLeast + (size - kLeast) % (kPage - 4);
    if (local > kMost) local = kLeast;
  }
  if (from + local > page.size()) return std::nullopt;
  std::string content(page.substr(from, local));
  auto next = static_cast<std::uint32_t>(big_endian(page, from + local, 4));
  while (content.size() < size) {
    const auto more = pages.page(next);
    if (!more) return std::nullopt;
    content += more->substr(4, std::min(kPage - 4, size - content.size()));
    next = static_cast<std::uint32_t>(big_endian(*more, 0, 4));
  }
  return content;
}

// A record of the event table: seq is NULL (it is the row number), then id, device, at_ms, sealed.
std::optional<SealedRow> row_from(std::string_view record) {
  std::size_t head = 0;
  const std::uint64_t header_size = varint(record, head);
  std::array<std::uint64_t, 5> types{};
  for (std::uint64_t& type : types) type = varint(record, head);
  constexpr std::uint64_t kBlob16 = 12 + 2 * 16;
  if (head != header_size || types[0] != 0 || types[1] != kBlob16 || types[2] != kBlob16 ||
      types[4] < 12 || types[4] % 2 != 0) {
    return std::nullopt;
  }
  constexpr std::array<std::size_t, 10> kIntegerSize = {0, 1, 2, 3, 4, 6, 8, 0, 0, 0};
  if (types[3] >= kIntegerSize.size() || types[3] == 7) return std::nullopt;
  const std::size_t time_size = kIntegerSize[types[3]], sealed_size = (types[4] - 12) / 2;
  if (head + 32 + time_size + sealed_size != record.size()) return std::nullopt;

  SealedRow row;
  std::copy_n(record.begin() + static_cast<std::ptrdiff_t>(head), 16, row.id.begin());
  std::copy_n(record.begin() + static_cast<std::ptrdiff_t>(head + 16), 16, row.device.begin());
  row.at_ms =
      types[3] == 9 ? 1 : static_cast<std::int64_t>(big_endian(record, head + 32, time_size));
  const std::string_view sealed = record.substr(head + 32 + time_size);
  row.sealed.assign(sealed.begin(), sealed.end());
  return row;
}

}  // namespace

std::vector<SealedRow> carve_rows(std::string_view main_file, std::string_view log) {
  std::vector<SealedRow> rows;
  const Pages pages(main_file, log);
  for (const Page page : pages.all()) {
    if (at(page, 0) != kLeafOfTable) continue;
    const std::size_t cells = std::min<std::size_t>(big_endian(page, 3, 2), kPage / 4);
    for (std::size_t i = 0; i < cells; ++i) {
      std::size_t from = big_endian(page, 8 + 2 * i, 2);
      const std::uint64_t size = varint(page, from);
      varint(page, from);  // the row number
      const auto content = cell_content(pages, page, from, size);
      if (!content) continue;
      if (auto row = row_from(*content)) rows.push_back(std::move(*row));
    }
  }
  return rows;
}

}  // namespace limber::host

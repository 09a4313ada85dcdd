#include "faces/cli/page.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"

namespace limber::cli {
namespace {

Result<Item> read_item(const Json& json, const std::string& path) {
  Reader in(json, path);
  Item item;
  item.fact = in.text("fact");
  item.ask = in.text("ask");
  item.help = in.text_or("help", "");
  const std::string kind = in.text("kind");
  item.kind = kind == "number"   ? Item::Kind::number
              : kind == "choice" ? Item::Kind::choice
              : kind == "text"   ? Item::Kind::text
                                 : Item::Kind::yes_no;
  if (item.kind == Item::Kind::number || item.kind == Item::Kind::text) {
    item.low = in.number("low", -1e9, 1e9);
    item.high = in.number("high", -1e9, 1e9);
    item.integer = in.flag_or("integer", true);
    item.unit = in.text_or("unit", "");
  }
  if (item.kind == Item::Kind::choice) {
    std::size_t index = 0;
    for (const Json& option : in.array("options")) {
      Reader each(option, path + "/options/" + std::to_string(index++));
      item.options.push_back({each.text("id"), each.text("text")});
      if (each.error()) return std::unexpected(*each.error());
    }
  }
  if (in.error()) return std::unexpected(*in.error());
  return item;
}

bool text_fits(const Item& item, const std::string& typed) {
  const auto columns = static_cast<double>(display_width(trim(typed)));
  return columns >= item.low && columns <= item.high;
}

bool answered(const Item& item, const Mark& mark) {
  if (mark.tick == Tick::not_sure) return true;
  if (item.kind == Item::Kind::choice) return mark.chosen >= 0;
  if (item.kind == Item::Kind::text) return text_fits(item, mark.typed);
  return typed_number(item, mark.typed).has_value();
}

std::string complaint(const Item& item, const Mark& mark) {
  if (item.kind == Item::Kind::choice) return "ui.page.choose_one";
  if (item.kind == Item::Kind::text) return "ui.page.type_text";
  return mark.typed.empty() ? "ui.page.type_number" : "ui.page.out_of_range";
}

}  // namespace

bool Page::checklist() const {
  return std::all_of(items.begin(), items.end(),
                     [](const Item& item) { return item.kind == Item::Kind::yes_no; });
}

Result<Page> read_page(const Json& json) {
  Reader in(json, "/page");
  Page page;
  page.screen = in.text("screen");
  page.block = in.text("block");
  page.title = in.text("title");
  page.none = in.text_or("none", "");
  page.number = static_cast<int>(in.integer_or("number", 1, 1000, 1));
  page.at_most = static_cast<int>(in.integer_or("at_most", 1, 1000, 1));
  std::size_t index = 0;
  for (const Json& each : in.array("items")) {
    auto item = read_item(each, "/page/items/" + std::to_string(index++));
    if (!item) return std::unexpected(item.error());
    page.items.push_back(std::move(*item));
  }
  if (in.error()) return std::unexpected(*in.error());
  return page;
}

Marks blank_marks(const Page& page) {
  Marks marks;
  marks.items.resize(page.items.size());
  return marks;
}

std::optional<double> typed_number(const Item& item, const std::string& typed) {
  const auto value = parse_number(typed);
  if (!value || *value < item.low || *value > item.high) return std::nullopt;
  if (item.integer && *value != std::floor(*value)) return std::nullopt;
  return value;
}

std::optional<Missing> missing(const Page& page, const Marks& marks) {
  bool signs = false;
  bool ticked = marks.none;
  for (std::size_t i = 0; i < page.items.size(); ++i) {
    const Item& item = page.items[i];
    const Mark& mark = marks.items[i];
    if (item.kind == Item::Kind::yes_no) {
      signs = true;
      ticked = ticked || mark.tick != Tick::off;
    } else if (!answered(item, mark)) {
      return Missing{complaint(item, mark), static_cast<int>(i)};
    }
  }
  if (signs && !ticked) return Missing{"ui.page.mark_or_none", -1};
  return std::nullopt;
}

Json answers(const Page& page, const Marks& marks) {
  Json object = Json::object();
  for (std::size_t i = 0; i < page.items.size(); ++i) {
    const Item& item = page.items[i];
    const Mark& mark = marks.items[i];
    Json& answer = object[item.fact];
    if (mark.tick == Tick::not_sure) {
      answer = "not_sure";
    } else if (item.kind == Item::Kind::yes_no) {
      answer = mark.tick == Tick::yes ? "yes" : "no";
    } else if (item.kind == Item::Kind::number) {
      answer = typed_number(item, mark.typed).value_or(item.low);
    } else if (item.kind == Item::Kind::text) {
      answer = std::string(trim(mark.typed));
    } else {
      answer = item.options[static_cast<std::size_t>(std::max(mark.chosen, 0))].id;
    }
  }
  return object;
}

}  // namespace limber::cli

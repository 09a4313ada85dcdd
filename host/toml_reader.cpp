#include "host/toml_reader.h"

#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#include <sodium.h>
#include <toml++/toml.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/text.h"

namespace limber {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kLargestFile = 4 << 20;

Result<std::string> read_file(const fs::path& path) {
  std::error_code trouble;
  const auto size = fs::file_size(path, trouble);
  if (trouble) {
    return fail(ErrorKind::input, "this file cannot be read: " + trouble.message(), path.string());
  }
  if (size > kLargestFile) {
    return fail(ErrorKind::input, "this file is larger than 4 MiB", path.string());
  }
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) return fail(ErrorKind::input, "this file cannot be read", path.string());
  return std::move(text).str();
}

class Converter {
 public:
  Converter(TomlDocument& out, std::string file) : out_(out), file_(std::move(file)) {}

  Json value(const toml::node& node, const std::string& path) {
    out_.places[path] = file_ + ":" + std::to_string(node.source().begin.line);
    if (const auto* table = node.as_table()) {
      Json object = Json::object();
      for (const auto& [key, child] : *table) {
        const std::string name(key.str());
        object[name] = value(child, path + "/" + name);
      }
      return object;
    }
    if (const auto* list = node.as_array()) {
      Json array = Json::array();
      std::size_t index = 0;
      for (const auto& child : *list) {
        array.push_back(value(child, path + "/" + std::to_string(index++)));
      }
      return array;
    }
    if (const auto* text = node.as_string()) return Json(text->get());
    if (const auto* whole = node.as_integer()) return Json(whole->get());
    if (const auto* real = node.as_floating_point()) return Json(real->get());
    if (const auto* flag = node.as_boolean()) return Json(flag->get());
    std::ostringstream text;  // dates have no JSON type
    node.visit([&text](const auto& any) {
      if constexpr (toml::is_value<decltype(any)>) text << any.get();
    });
    return Json(text.str());
  }

 private:
  TomlDocument& out_;
  std::string file_;
};

// Tables of the same name in several files are one list, in the order of the file names.
void merge(TomlDocument& out, const toml::table& table, const std::string& file,
           std::vector<Error>& problems) {
  Converter convert(out, file);
  for (const auto& [key, node] : table) {
    const std::string name(key.str());
    if (!node.is_array()) {
      if (out.document.contains(name)) {
        problems.push_back({ErrorKind::input, "[" + name + "] is given twice",
                            file + ":" + std::to_string(node.source().begin.line), ""});
      }
      out.document[name] = convert.value(node, "/" + name);
      continue;
    }
    Json& list = out.document[name];
    if (!list.is_array()) list = Json::array();
    for (const auto& item : *node.as_array()) {
      list.push_back(convert.value(item, "/" + name + "/" + std::to_string(list.size())));
    }
  }
}

void read_toml(TomlDocument& out, const fs::path& path, std::vector<Error>& problems) {
  const std::string file = path.filename().string();
  const auto text = read_file(path);
  if (!text) {
    problems.push_back(text.error());
    return;
  }
  const toml::parse_result parsed = toml::parse(*text, file);
  if (!parsed) {
    problems.push_back({ErrorKind::input, std::string(parsed.error().description()),
                        file + ":" + std::to_string(parsed.error().source().begin.line), ""});
    return;
  }
  merge(out, parsed.table(), file, problems);
}

void read_texts(TomlDocument& out, const fs::path& path, std::vector<Error>& problems) {
  const std::string file = "texts/" + path.filename().string();
  const std::string language = split(path.filename().string(), '.').front();
  // A language is shipped once its own file is there; before that its parts are under way.
  if (!fs::exists(path.parent_path() / (language + ".json"))) return;
  const auto text = read_file(path);
  if (!text) {
    problems.push_back(text.error());
    return;
  }
  auto json = parse_json(*text);
  if (!json || !json->is_object()) {
    problems.push_back({ErrorKind::input, json ? "an object was expected" : json.error().message,
                        file + (json ? "" : ", " + json.error().where), ""});
    return;
  }
  Json& catalogue = out.document["texts"][language];
  std::size_t line = 1;
  std::size_t scanned = 0;
  for (auto& item : json->items()) {
    const std::string place = "/texts/" + language + "/" + item.key();
    if (catalogue.contains(item.key())) {
      problems.push_back({ErrorKind::input, "this text is given twice", place, ""});
    }
    catalogue[item.key()] = std::move(item.value());
    // Keys come back sorted; a file kept sorted is found in one pass, any other from the start.
    std::size_t at = text->find("\"" + item.key() + "\"", scanned);
    if (at == std::string::npos) {
      line = 1, scanned = 0;
      at = text->find("\"" + item.key() + "\"");
    }
    if (at == std::string::npos) continue;
    line +=
        static_cast<std::size_t>(std::count(text->begin() + static_cast<std::ptrdiff_t>(scanned),
                                            text->begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    scanned = at;
    out.places[place] = file + ":" + std::to_string(line);
  }
}

std::vector<fs::path> files_of(const fs::path& folder, const std::string& extension,
                               std::vector<Error>& problems) {
  std::vector<fs::path> files;
  std::error_code trouble;
  for (fs::directory_iterator it(folder, trouble), end; !trouble && it != end;
       it.increment(trouble)) {
    if (it->path().extension() == extension) files.push_back(it->path());
  }
  if (trouble) {
    problems.push_back({ErrorKind::input, "this folder cannot be read: " + trouble.message(),
                        folder.string(), ""});
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string hash_of(const std::string& text) {
  unsigned char bytes[16];
  crypto_generichash(bytes, sizeof bytes, reinterpret_cast<const unsigned char*>(text.data()),
                     text.size(), nullptr, 0);
  char hex[sizeof bytes * 2 + 1];
  sodium_bin2hex(hex, sizeof hex, bytes, sizeof bytes);
  return hex;
}

}  // namespace

std::string TomlDocument::place_of(const std::string& path) const {
  for (std::string part = path; !part.empty(); part.resize(part.rfind('/'))) {
    const auto found = places.find(part);
    if (found != places.end()) return found->second;
    if (part.rfind('/') == std::string::npos) break;
  }
  return path;
}

TomlDocument read_knowledge_folder(const std::string& folder, std::vector<Error>& problems) {
  TomlDocument out;
  const auto tables = files_of(folder, ".toml", problems);
  for (const fs::path& path : tables) read_toml(out, path, problems);
  out.document["texts"] = Json::object();
  for (const fs::path& path : files_of(fs::path(folder) / "texts", ".json", problems)) {
    read_texts(out, path, problems);
  }
  if (tables.empty() && problems.empty()) {
    problems.push_back({ErrorKind::input, "there is no .toml file here", folder, ""});
  }
  out.document["hash"] = hash_of(print_json(out.document));
  return out;
}

TomlDocument read_toml_file(const std::string& path, std::vector<Error>& problems) {
  TomlDocument out;
  read_toml(out, path, problems);
  return out;
}

}  // namespace limber

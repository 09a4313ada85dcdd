#include "host/paths.h"

#include <pwd.h>
#include <unistd.h>

#include <cstdlib>
#include <string_view>

namespace limber::host {
namespace {

std::string absolute_variable(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value == '/' ? value : "";
}

std::string home() {
  if (std::string home = absolute_variable("HOME"); !home.empty()) return home;
  const passwd* user = ::getpwuid(::getuid());
  return user != nullptr && user->pw_dir != nullptr ? user->pw_dir : "/";
}

}  // namespace

std::string data_folder(const std::string& chosen) {
  if (!chosen.empty()) return chosen;
  if (const std::string data = absolute_variable("XDG_DATA_HOME"); !data.empty()) {
    return data + "/limber";
  }
  return home() + "/.local/share/limber";
}

std::string record_file(const std::string& folder) {
  return folder + "/limber.db";
}

std::string key_file(const std::string& folder) {
  return folder + "/limber.key";
}

}  // namespace limber::host

# find_package(limber): see docs and examples; filled by install rules of the core.
include(GNUInstallDirs)

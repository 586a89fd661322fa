# Every dependency is looked for on the system first; what is missing is fetched at a pinned hash.
include(FetchContent)
find_package(PkgConfig QUIET)

find_package(fmt 9 REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(CLI11 2.1 REQUIRED)
find_package(SQLiteCpp 3.2 REQUIRED)
find_package(SQLite3 REQUIRED)
pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET libutf8proc)
add_library(viva_utf8proc ALIAS PkgConfig::utf8proc)
if(VIVA_TESTS)
  find_package(Catch2 2.13 REQUIRED)
endif()

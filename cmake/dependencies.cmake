# Every dependency is looked for on the system first; one that is missing, or too old, is fetched as the
# release pinned here by its hash. Configuring needs no network where the system has them all.
include(FetchContent)
include(cmake/archives.cmake)
find_package(PkgConfig QUIET)

# viva_need(NAME URL SHA256 [VERSION]): a package of the system, at least VERSION, or else the archive.
macro(viva_need name url sha256)
  find_package(${name} ${ARGN} QUIET)
  if(NOT ${name}_FOUND)
    viva_fetch(${name} "${url}" ${sha256})
  endif()
endmacro()

# viva_fetch(NAME URL SHA256): builds the archive along with viva, but does not install it along with viva.
function(viva_fetch name url sha256)
  string(TOUPPER ${name} upper)
  string(TOLOWER ${name} lower)
  cmake_path(GET url FILENAME file)
  set(archive "${PROJECT_BINARY_DIR}/_deps/${name}-${file}")
  if(NOT FETCHCONTENT_SOURCE_DIR_${upper})
    viva_download(${name} "${url}" "${archive}")
  endif()
  FetchContent_Declare(${name} URL "${archive}" URL_HASH SHA256=${sha256})
  FetchContent_MakeAvailable(${name})
  set_property(DIRECTORY "${${lower}_SOURCE_DIR}" PROPERTY EXCLUDE_FROM_ALL ON)
endfunction()

# Where it fails it says so at once and names what is missing; FetchContent would try for ten minutes first.
function(viva_download name url file)
  if(EXISTS "${file}")
    return()
  endif()
  message(STATUS "${name} is not installed, or too old: downloading ${url}")
  file(DOWNLOAD "${url}" "${file}.part" STATUS result TLS_VERIFY ON INACTIVITY_TIMEOUT 60)
  list(POP_FRONT result code reason)
  if(code)
    message(FATAL_ERROR "${name} is not installed, or too old, and ${url} could not be downloaded "
      "(${reason}). Install ${name} for development and configure again.")
  endif()
  file(RENAME "${file}.part" "${file}")
endfunction()

# For what may be fetched: no warnings from its headers, no checks of its own.
set_property(DIRECTORY PROPERTY SYSTEM ON)
set(CMAKE_POLICY_VERSION_MINIMUM 3.5)  # some ask for policies that CMake 4 no longer has
set(SQLITECPP_RUN_CPPLINT OFF CACHE INTERNAL "")
set(SQLITECPP_RUN_CPPCHECK OFF CACHE INTERNAL "")

viva_need(fmt
  "https://github.com/fmtlib/fmt/releases/download/10.2.1/fmt-10.2.1.zip"
  312151a2d13c8327f5c9c586ac6cf7cddc1658e8f53edae0ec56509c8fa516c9
  9)
viva_need(nlohmann_json
  "https://github.com/nlohmann/json/releases/download/v3.11.3/json.tar.xz"
  d6c65aca6b1ed68e7a182f4757257b107ae403032760ed6ef121c9d55e81757d
  3.11)
viva_need(CLI11
  "https://github.com/CLIUtils/CLI11/archive/refs/tags/v2.4.2.tar.gz"
  f2d893a65c3b1324c50d4e682c0cdc021dd0477ae2c048544f39eed6654b699a
  2.1)

# SQLite itself comes with SQLiteCpp where the system has none. Either way: SQLiteCpp, SQLite::SQLite3.
find_package(SQLite3 3.37 QUIET)
if(SQLite3_FOUND)
  set(SQLITECPP_INTERNAL_SQLITE OFF CACHE INTERNAL "")
else()
  set(SQLITECPP_INTERNAL_SQLITE ON CACHE INTERNAL "")
endif()
viva_need(SQLiteCpp
  "https://github.com/SRombauts/SQLiteCpp/archive/refs/tags/3.3.2.tar.gz"
  5aa8eda130d0689bd5ed9b2074714c2dbc610f710483c61ba6cf944cebfe03af
  3.2)
# A dynamic SQLiteCpp brings a dynamic SQLite, and two of them in one program spoil each other's locks.
get_target_property(kind SQLiteCpp TYPE)
if(SQLite3_FOUND AND kind STREQUAL "STATIC_LIBRARY")
  viva_archives(sqlite sqlite3_open_v2 sqlite3 SYSTEM m)
  if(sqlite)
    list(POP_FRONT sqlite archive)
    set_target_properties(SQLite::SQLite3 PROPERTIES
      IMPORTED_LOCATION "${archive}" INTERFACE_LINK_LIBRARIES "${sqlite}")
  endif()
endif()

# utf8proc's packages describe themselves to pkg-config alone.
if(PkgConfig_FOUND)
  pkg_check_modules(utf8proc QUIET IMPORTED_TARGET libutf8proc)
endif()
if(TARGET PkgConfig::utf8proc)
  set(utf8proc PkgConfig::utf8proc)
  viva_archives(utf8proc utf8proc_map utf8proc)
  add_library(viva_utf8proc INTERFACE)
  target_include_directories(viva_utf8proc SYSTEM INTERFACE ${utf8proc_INCLUDE_DIRS})
  target_link_libraries(viva_utf8proc INTERFACE ${utf8proc})
else()
  viva_fetch(utf8proc
    "https://github.com/JuliaStrings/utf8proc/archive/refs/tags/v2.8.0.tar.gz"
    a0a60a79fe6f6d54e7d411facbfcc867a6e198608f2cd992490e46f04b1bcecc)
  add_library(viva_utf8proc ALIAS utf8proc)
endif()

# md4c's packages describe themselves to CMake too, but not where to find the header.
if(PkgConfig_FOUND)
  pkg_check_modules(md4c QUIET IMPORTED_TARGET md4c)
endif()
if(TARGET PkgConfig::md4c)
  set(md4c PkgConfig::md4c)
  viva_archives(md4c md_parse md4c)
  add_library(viva_md4c INTERFACE)
  target_include_directories(viva_md4c SYSTEM INTERFACE ${md4c_INCLUDE_DIRS})
  target_link_libraries(viva_md4c INTERFACE ${md4c})
else()
  set(BUILD_MD2HTML_EXECUTABLE OFF CACHE INTERNAL "")
  set(BUILD_SHARED_LIBS OFF CACHE BOOL "Libraries that are fetched")  # it would turn that on for all
  viva_fetch(md4c
    "https://github.com/mity/md4c/archive/refs/tags/release-0.5.2.tar.gz"
    55d0111d48fb11883aaee91465e642b8b640775a4d6993c2d0e7a8092758ef21)
  add_library(viva_md4c ALIAS md4c)
endif()

# Curses for wide characters comes with every system, but not always what is needed to build with it.
set(CURSES_NEED_WIDE TRUE)
if(APPLE)
  list(APPEND CMAKE_PREFIX_PATH /opt/homebrew/opt/ncurses /usr/local/opt/ncurses)  # beside the system's own
endif()
find_package(Curses QUIET)
if(NOT CURSES_FOUND)
  message(FATAL_ERROR "ncurses for wide characters is not installed for development: "
    "libncurses-dev, ncurses-devel or ncurses. Install it and configure again.")
endif()
set(curses ${CURSES_LIBRARY} ${CURSES_EXTRA_LIBRARY})  # CURSES_LIBRARIES has the one for forms too
viva_archives(curses initscr ncursesw tinfo)
add_library(viva_curses INTERFACE)
target_include_directories(viva_curses SYSTEM INTERFACE ${CURSES_INCLUDE_DIRS})
target_link_libraries(viva_curses INTERFACE ${curses})
target_compile_options(viva_curses INTERFACE ${CURSES_CFLAGS})
target_compile_definitions(viva_curses INTERFACE NCURSES_WIDECHAR=1 NCURSES_NOMACROS)

# Version 2 or 3. Its scripts are not on the module path where it was fetched.
if(VIVA_TESTS)
  viva_need(Catch2
    "https://github.com/catchorg/Catch2/archive/refs/tags/v3.7.1.tar.gz"
    c991b247a1a0d7bb9c39aa35faf0fe9e19764213f28ffba3109388e62ee0269c)
  FetchContent_GetProperties(Catch2 SOURCE_DIR catch2)
  if(catch2)
    list(APPEND CMAKE_MODULE_PATH "${catch2}/extras")
  endif()

  # libvterm is packaged everywhere, but CMake cannot build it.
  if(PkgConfig_FOUND)
    pkg_check_modules(vterm QUIET IMPORTED_TARGET vterm)
  endif()
  if(NOT TARGET PkgConfig::vterm)
    message(FATAL_ERROR "libvterm, a terminal that the tests ask, is not installed for development: "
      "libvterm-dev, libvterm-devel or libvterm. Install it and configure again, or without tests: "
      "-DVIVA_TESTS=OFF.")
  endif()
endif()
set_property(DIRECTORY PROPERTY SYSTEM OFF)

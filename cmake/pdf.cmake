# viva-pdf is built where Pango and Cairo are found. Without it viva still makes every other kind of sheet.
if(PkgConfig_FOUND)
  pkg_check_modules(pango QUIET IMPORTED_TARGET pangocairo>=1.50 cairo-pdf>=1.16 harfbuzz)
endif()
if(TARGET PkgConfig::pango)
  add_subdirectory("${PROJECT_SOURCE_DIR}/src/pdf" "${PROJECT_BINARY_DIR}/src/pdf")
  add_dependencies(viva viva-pdf)  # which runs it, and looks for it beside itself first
else()
  message(STATUS "Pango and Cairo are not installed: viva-pdf, which makes PDF sheets, will not be built")
endif()

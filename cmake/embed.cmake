# viva_embed(TARGET NAME FILE): compiles FILE into TARGET as
#   namespace viva::embedded { extern const std::string_view NAME; }
# FILE may be one that the build makes. Its bytes are written as escaped string literals, which compile far
# faster than an array.
function(viva_embed target name file)
  set(source "${CMAKE_CURRENT_BINARY_DIR}/embedded_${name}.cpp")
  cmake_path(ABSOLUTE_PATH file BASE_DIRECTORY "${PROJECT_SOURCE_DIR}" NORMALIZE)
  add_custom_command(OUTPUT "${source}"
    COMMAND "${CMAKE_COMMAND}" -DIN=${file} -DOUT=${source} -DNAME=${name}
            -P "${PROJECT_SOURCE_DIR}/cmake/embed_file.cmake"
    DEPENDS "${file}" "${PROJECT_SOURCE_DIR}/cmake/embed_file.cmake" VERBATIM)
  # Longer than the standard promises, but not than any compiler takes.
  set_source_files_properties("${source}" PROPERTIES
    COMPILE_OPTIONS -Wno-overlength-strings SKIP_PRECOMPILE_HEADERS ON)
  target_sources(${target} PRIVATE "${source}")
endfunction()

# viva_pack(FILE BANK): makes FILE, the bank packed, by a program of the build. Cross-compiling needs
# CMAKE_CROSSCOMPILING_EMULATOR, which runs it.
function(viva_pack file bank)
  cmake_path(ABSOLUTE_PATH bank BASE_DIRECTORY "${PROJECT_SOURCE_DIR}" NORMALIZE)
  add_custom_command(OUTPUT "${file}" COMMAND pack_bank "${bank}" "${file}" DEPENDS pack_bank "${bank}" VERBATIM)
endfunction()

# viva starts often and ends soon, and binding a dynamic library's symbols costs more than most commands do.
# So static archives are taken where the system has them; elsewhere the dynamic libraries do as well.
option(VIVA_STATIC "Link SQLite, ncurses, utf8proc and md4c statically, where the system has them so" ON)
include(CheckLibraryExists)

# viva_archives(VARIABLE FUNCTION LIBRARY... [SYSTEM LIBRARY...]): sets VARIABLE to the archives of these libraries
# that are there, with those of the system that they need, if FUNCTION can be linked from them; else leaves it.
function(viva_archives variable symbol)
  cmake_parse_arguments(ARG "" "" "SYSTEM" ${ARGN})
  if(NOT VIVA_STATIC)
    return()
  endif()
  foreach(library ${ARG_UNPARSED_ARGUMENTS})
    find_library(VIVA_ARCHIVE_${library} lib${library}.a)
    mark_as_advanced(VIVA_ARCHIVE_${library})
    if(VIVA_ARCHIVE_${library})
      list(APPEND archives "${VIVA_ARCHIVE_${library}}")
    endif()
  endforeach()
  if(NOT archives)
    return()
  endif()
  list(APPEND archives ${ARG_SYSTEM} ${CMAKE_DL_LIBS})
  set(CMAKE_REQUIRED_QUIET ON)
  check_library_exists("${archives}" ${symbol} "" VIVA_LINKS_${symbol})
  if(VIVA_LINKS_${symbol})
    set(${variable} "${archives}" PARENT_SCOPE)
  endif()
endfunction()

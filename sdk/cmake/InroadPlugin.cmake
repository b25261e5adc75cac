# inroad_add_plugin(TARGET FOLDER <kind>/<name> SOURCES ... [LINK libs...] [DATA files...])
#
# Builds a plugin bundle: <INROAD_BUNDLE_ROOT>/<kind>/<name>/ with plugin.json (checked), the shared
# library and, from po/<lang>.po, its catalogues. INROAD_BUNDLE_ROOT is <build folder>/plugins where
# nothing else is said. Of the library's symbols one can be seen; one that is missing fails the link.
# The text domain is the plugin's id ("views/org-chart" gives inroad-views-org-chart).
# Without SOURCES the bundle holds data only (method packs).
#
# inroad_add_plugin_tests(TARGET PLUGIN <target of the plugin> SOURCES ... [LINK libs...])
#
# A test program that may include <inroad/testing.hpp>; INROAD_BUNDLE_FOLDER is the built bundle. Where
# the program inroad is found, ctest also has it check the bundle.
function(inroad_link_sdk target sources)
  if(sources MATCHES "\\.(cpp|cc|cxx)(;|$)")
    if(NOT TARGET Inroad::sdk)
      message(FATAL_ERROR "${target} is written in C++ and so needs FlatBuffers and fmt. "
        "On Debian: apt-get install libflatbuffers-dev libfmt-dev")
    endif()
    target_link_libraries(${target} PRIVATE Inroad::sdk)
    target_compile_features(${target} PRIVATE cxx_std_20)
  else()
    target_link_libraries(${target} PRIVATE Inroad::abi)
    target_compile_features(${target} PRIVATE c_std_11)
  endif()
endfunction()

function(inroad_add_plugin target)
  cmake_parse_arguments(ARG "" "FOLDER" "SOURCES;LINK;DATA" ${ARGN})
  if(NOT ARG_FOLDER OR ARG_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "inroad_add_plugin(${target} FOLDER <kind>/<name> SOURCES ... [LINK ...] "
      "[DATA ...]) was called in another way.")
  endif()
  if(NOT DEFINED INROAD_BUNDLE_ROOT)
    set(INROAD_BUNDLE_ROOT ${CMAKE_BINARY_DIR}/plugins)
  endif()
  set(bundle ${INROAD_BUNDLE_ROOT}/${ARG_FOLDER})
  string(REPLACE "/" "-" domain "inroad-${ARG_FOLDER}")

  set(copied ${bundle}/plugin.json)
  add_custom_command(OUTPUT ${bundle}/plugin.json
    COMMAND ${CMAKE_COMMAND} -DMANIFEST=${CMAKE_CURRENT_SOURCE_DIR}/plugin.json
            -DFOLDER=${ARG_FOLDER} "-DSOURCES=${ARG_SOURCES}"
            -P ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/CheckManifest.cmake
    COMMAND ${CMAKE_COMMAND} -E copy ${CMAKE_CURRENT_SOURCE_DIR}/plugin.json ${bundle}/plugin.json
    DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/plugin.json ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/CheckManifest.cmake
    VERBATIM)
  foreach(file ${ARG_DATA})
    add_custom_command(OUTPUT ${bundle}/${file}
      COMMAND ${CMAKE_COMMAND} -E copy ${CMAKE_CURRENT_SOURCE_DIR}/${file} ${bundle}/${file}
      DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${file})
    list(APPEND copied ${bundle}/${file})
  endforeach()
  file(GLOB catalogues CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/po/*.po)
  if(catalogues)
    find_program(MSGFMT msgfmt REQUIRED)
  endif()
  foreach(catalogue ${catalogues})
    get_filename_component(lang ${catalogue} NAME_WE)
    set(mo ${bundle}/locale/${lang}/LC_MESSAGES/${domain}.mo)
    get_filename_component(mo_folder ${mo} DIRECTORY)
    add_custom_command(OUTPUT ${mo}
      COMMAND ${CMAKE_COMMAND} -E make_directory ${mo_folder}
      COMMAND ${MSGFMT} --check-format -o ${mo} ${catalogue}
      DEPENDS ${catalogue})
    list(APPEND copied ${mo})
  endforeach()
  add_custom_target(${target}_bundle ALL DEPENDS ${copied})
  if(NOT ARG_SOURCES)
    add_custom_target(${target} ALL DEPENDS ${target}_bundle)
    return()
  endif()

  add_library(${target} MODULE ${ARG_SOURCES})
  add_dependencies(${target} ${target}_bundle)
  set_target_properties(${target} PROPERTIES
    LIBRARY_OUTPUT_DIRECTORY ${bundle} PREFIX "" OUTPUT_NAME plugin SUFFIX .so
    POSITION_INDEPENDENT_CODE ON INROAD_BUNDLE ${bundle}
    C_VISIBILITY_PRESET hidden CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON
    LINK_DEPENDS ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/plugin.map)
  target_compile_definitions(${target} PRIVATE INROAD_TEXT_DOMAIN="${domain}")
  inroad_link_sdk(${target} "${ARG_SOURCES}")
  target_link_libraries(${target} PRIVATE ${ARG_LINK})
  if(TARGET inroad_warnings)
    target_link_libraries(${target} PRIVATE inroad_warnings)
  endif()
  # A source without INROAD_PLUGIN fails to link, not to load.
  target_link_options(${target} PRIVATE -Wl,--version-script,${CMAKE_CURRENT_FUNCTION_LIST_DIR}/plugin.map
    -Wl,--require-defined,inroad_plugin_entry)
  if(NOT "${CMAKE_C_FLAGS} ${CMAKE_CXX_FLAGS}" MATCHES "-fsanitize")
    target_link_options(${target} PRIVATE -Wl,-z,defs)
  endif()
endfunction()

function(inroad_add_plugin_tests target)
  cmake_parse_arguments(ARG "" "PLUGIN" "SOURCES;LINK" ${ARGN})
  if(NOT TARGET "${ARG_PLUGIN}" OR NOT ARG_SOURCES OR ARG_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "inroad_add_plugin_tests(${target} PLUGIN <target of inroad_add_plugin> "
      "SOURCES ... [LINK ...]) was called in another way.")
  endif()
  get_target_property(bundle ${ARG_PLUGIN} INROAD_BUNDLE)
  add_executable(${target} ${ARG_SOURCES})
  target_compile_definitions(${target} PRIVATE INROAD_BUNDLE_FOLDER="${bundle}")
  inroad_link_sdk(${target} "${ARG_SOURCES}")
  target_link_libraries(${target} PRIVATE ${ARG_LINK} ${CMAKE_DL_LIBS})
  add_dependencies(${target} ${ARG_PLUGIN})
  add_test(NAME ${target} COMMAND ${target})
  find_program(INROAD_PROGRAM inroad DOC "The program that checks and runs plugins")
  if(INROAD_PROGRAM)
    execute_process(COMMAND ${INROAD_PROGRAM} plugin check --help
      OUTPUT_VARIABLE check_help ERROR_QUIET) # an older program knows no such verb
    if(check_help MATCHES "BUNDLE")
      add_test(NAME ${target}_check COMMAND ${INROAD_PROGRAM} plugin check ${bundle})
    endif()
  endif()
endfunction()

# inroad_add_plugin(TARGET FOLDER <kind>/<name> SOURCES ... [LINK libs...] [DATA files...])
#
# Builds a plugin bundle: <plugins root>/<kind>/<name>/ with plugin.json, the shared library and, from
# po/<lang>.po, its catalogues. One exported symbol; undefined symbols are an error at link time.
# The text domain is the plugin's id ("views/org-chart" gives inroad-views-org-chart).
function(inroad_add_plugin target)
  cmake_parse_arguments(ARG "" "FOLDER" "SOURCES;LINK;DATA" ${ARGN})
  if(NOT ARG_FOLDER OR NOT ARG_SOURCES)
    message(FATAL_ERROR "inroad_add_plugin(${target}): FOLDER and SOURCES are needed")
  endif()
  if(NOT DEFINED INROAD_BUNDLE_ROOT)
    set(INROAD_BUNDLE_ROOT ${CMAKE_BINARY_DIR}/bin/plugins)
  endif()
  set(bundle ${INROAD_BUNDLE_ROOT}/${ARG_FOLDER})
  string(REPLACE "/" "-" domain "inroad-${ARG_FOLDER}")

  add_library(${target} MODULE ${ARG_SOURCES})
  set_target_properties(${target} PROPERTIES
    LIBRARY_OUTPUT_DIRECTORY ${bundle} PREFIX "" OUTPUT_NAME plugin
    C_VISIBILITY_PRESET hidden CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
  target_compile_definitions(${target} PRIVATE INROAD_TEXT_DOMAIN="${domain}")
  target_link_libraries(${target} PRIVATE Inroad::sdk ${ARG_LINK})
  if(TARGET inroad_warnings)
    target_link_libraries(${target} PRIVATE inroad_warnings)
  endif()
  if(NOT CMAKE_CXX_FLAGS MATCHES "-fsanitize")
    target_link_options(${target} PRIVATE -Wl,-z,defs -Wl,--exclude-libs,ALL)
  endif()

  set(copied)
  foreach(file plugin.json ${ARG_DATA})
    add_custom_command(OUTPUT ${bundle}/${file}
      COMMAND ${CMAKE_COMMAND} -E copy ${CMAKE_CURRENT_SOURCE_DIR}/${file} ${bundle}/${file}
      DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${file})
    list(APPEND copied ${bundle}/${file})
  endforeach()
  find_program(MSGFMT msgfmt)
  file(GLOB catalogues CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/po/*.po)
  foreach(catalogue ${catalogues})
    get_filename_component(lang ${catalogue} NAME_WE)
    set(mo ${bundle}/locale/${lang}/LC_MESSAGES/${domain}.mo)
    get_filename_component(mo_folder ${mo} DIRECTORY)
    add_custom_command(OUTPUT ${mo}
      COMMAND ${CMAKE_COMMAND} -E make_directory ${mo_folder}
      COMMAND ${MSGFMT} --check -o ${mo} ${catalogue}
      DEPENDS ${catalogue})
    list(APPEND copied ${mo})
  endforeach()
  add_custom_target(${target}_bundle ALL DEPENDS ${copied})
  add_dependencies(${target} ${target}_bundle)
endfunction()

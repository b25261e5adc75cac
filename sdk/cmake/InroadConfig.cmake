# find_package(Inroad): what a plugin's project needs.
#
#   Inroad::abi   the border in C and nothing else
#   Inroad::sdk   the C++ side of it, where FlatBuffers and fmt are there
#   inroad_add_plugin(), inroad_add_plugin_tests()   see InroadPlugin.cmake
get_filename_component(_inroad_prefix "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)

if(NOT TARGET Inroad::abi)
  add_library(Inroad::abi INTERFACE IMPORTED)
  target_include_directories(Inroad::abi INTERFACE ${_inroad_prefix}/include)
endif()

# A plugin in C needs neither; inroad_add_plugin() says what is missing to one in C++.
find_path(INROAD_FLATBUFFERS_INCLUDE flatbuffers/flatbuffers.h)
mark_as_advanced(INROAD_FLATBUFFERS_INCLUDE)
find_package(fmt QUIET)
if(NOT TARGET Inroad::sdk AND INROAD_FLATBUFFERS_INCLUDE AND TARGET fmt::fmt-header-only)
  add_library(Inroad::sdk INTERFACE IMPORTED)
  target_include_directories(Inroad::sdk INTERFACE ${INROAD_FLATBUFFERS_INCLUDE})
  target_link_libraries(Inroad::sdk INTERFACE Inroad::abi fmt::fmt-header-only)
endif()

# The schemas, for whoever compiles them himself or writes JSON.
set(Inroad_MESSAGES ${_inroad_prefix}/share/inroad/messages)
include(${CMAKE_CURRENT_LIST_DIR}/InroadPlugin.cmake)

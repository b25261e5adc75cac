# What `cmake --install BUILD --component sdk` puts where. Nothing of it depends on the machine.
include(CMakePackageConfigHelpers)
set(package share/cmake/Inroad)
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/InroadConfigVersion.cmake
  COMPATIBILITY AnyNewerVersion ARCH_INDEPENDENT)

install(DIRECTORY include/inroad DESTINATION include COMPONENT sdk)
install(FILES ${headers} DESTINATION include/inroad/messages COMPONENT sdk)
install(FILES cmake/InroadConfig.cmake cmake/InroadPlugin.cmake cmake/CheckManifest.cmake
  cmake/plugin.map ${CMAKE_CURRENT_BINARY_DIR}/InroadConfigVersion.cmake
  DESTINATION ${package} COMPONENT sdk)
# The guide stands with the documentation of the whole.
install(DIRECTORY ../docs/plugins DESTINATION share/doc/inroad COMPONENT sdk)
install(FILES ../docs/file-format.md DESTINATION share/doc/inroad COMPONENT sdk)
install(DIRECTORY messages schema template DESTINATION share/inroad COMPONENT sdk)

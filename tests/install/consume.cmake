# SPDX-License-Identifier: Apache-2.0
# Installs the package into an empty prefix (MODE=install), or builds and runs main.cpp as somebody else's
# project would: header_only and compiled by find_package, subdirectory, pkg_config.
function(run)
  execute_process(COMMAND ${ARGN} COMMAND_ECHO STDOUT COMMAND_ERROR_IS_FATAL ANY)
endfunction()

if(MODE STREQUAL install)
  file(REMOVE_RECURSE "${PREFIX}")
  execute_process(COMMAND "${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${PREFIX}"
    OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
  return()
endif()

set(work "${WORK}/${MODE}")
set(main "${CMAKE_CURRENT_LIST_DIR}/main.cpp")
file(REMOVE_RECURSE "${work}")
file(MAKE_DIRECTORY "${work}")

if(MODE STREQUAL pkg_config)
  set(ENV{PKG_CONFIG_PATH} "${PREFIX}/${LIBDIR}/pkgconfig")
  run(pkg-config --exact-version=${VERSION} slieksnis)
  foreach(part IN ITEMS cflags libs)
    execute_process(COMMAND pkg-config --${part} slieksnis
      OUTPUT_VARIABLE ${part} OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
    separate_arguments(${part} UNIX_COMMAND "${${part}}")
  endforeach()
  separate_arguments(FLAGS UNIX_COMMAND "${FLAGS}")
  run("${CXX}" -std=c++20 ${FLAGS} ${cflags} "${main}" ${libs} -o "${work}/consumer")
else()
  set(options "-DCMAKE_PREFIX_PATH=${PREFIX}" "-DSLIEKSNIS_SOURCE=${SOURCE}" "-DWANTED=${VERSION}")
  if(MODE STREQUAL compiled)
    # Its users need no third-party package: a search for one would fail here.
    foreach(package IN ITEMS Boost nlohmann_json fmt)
      list(APPEND options "-DCMAKE_DISABLE_FIND_PACKAGE_${package}=ON")
    endforeach()
  endif()
  run("${CMAKE_COMMAND}" -S "${CMAKE_CURRENT_LIST_DIR}/${MODE}" -B "${work}" -G Ninja
    -DCMAKE_BUILD_TYPE=Debug "-DCMAKE_CXX_COMPILER=${CXX}" "-DCMAKE_CXX_FLAGS=${FLAGS}"
    "-DCMAKE_CXX_COMPILER_LAUNCHER=${LAUNCHER}" ${options})
  run("${CMAKE_COMMAND}" --build "${work}" --target consumer)
endif()

execute_process(COMMAND "${work}/consumer" OUTPUT_VARIABLE printed COMMAND_ERROR_IS_FATAL ANY)
if(NOT printed MATCHES "^gmi_level [0-9]+")
  message(FATAL_ERROR "the consumer printed '${printed}'")
endif()

# SPDX-License-Identifier: Apache-2.0
# The program is copied into an empty folder and started there, with an empty environment.
file(REMOVE_RECURSE "${FOLDER}")
file(COPY "${PROGRAM}" DESTINATION "${FOLDER}")
execute_process(COMMAND env -i ./slieksnis --version WORKING_DIRECTORY "${FOLDER}"
  OUTPUT_VARIABLE printed COMMAND_ERROR_IS_FATAL ANY)
string(FIND "${printed}" "${VERSION}" place)
if(place EQUAL -1)
  message(FATAL_ERROR "--version prints '${printed}', which has no ${VERSION}")
endif()
execute_process(COMMAND env -i ./slieksnis list WORKING_DIRECTORY "${FOLDER}"
  OUTPUT_VARIABLE printed COMMAND_ERROR_IS_FATAL ANY)
if(printed STREQUAL "")
  message(FATAL_ERROR "list prints nothing: the rules are not inside")
endif()
if(STATIC)
  file(GET_RUNTIME_DEPENDENCIES EXECUTABLES "${FOLDER}/slieksnis" RESOLVED_DEPENDENCIES_VAR libraries)
  list(FILTER libraries EXCLUDE REGEX "/(libc|libm|ld-linux.*)\\.so[.0-9]*$")
  if(libraries)
    message(FATAL_ERROR "beside the C library the program needs ${libraries}")
  endif()
endif()

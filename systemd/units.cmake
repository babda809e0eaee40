# The units as they are installed, in <build>/systemd: those of this folder, with the hardening of docket.service in
# each, and for several towns on one machine the same once more as templates, docket@TOWN.service for /etc/docket/TOWN.
set(units_folder ${CMAKE_BINARY_DIR}/systemd)
file(GLOB unit_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/systemd/*.service ${CMAKE_SOURCE_DIR}/systemd/*.timer
     ${CMAKE_SOURCE_DIR}/systemd/*.path ${CMAKE_SOURCE_DIR}/systemd/*.socket)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${unit_sources})

# CMake's lists would end at the semicolons of a unit's shell lines: they are kept out of sight while a text is handled.
function(read_unit path variable)
  file(READ ${path} text)
  string(REPLACE ";" "<semicolon>" text "${text}")
  set(${variable} "${text}" PARENT_SCOPE)
endfunction()
function(write_unit name text)
  string(REPLACE "<semicolon>" ";" text "${text}")
  file(CONFIGURE OUTPUT ${units_folder}/${name} CONTENT "${text}" @ONLY)  # touched only when it changed
endfunction()

# for_one_of_many(TEXT VARIABLE): the unit of the one town as a template; %i is the town.
function(for_one_of_many text variable)
  string(REGEX REPLACE "^(#[^\n]*\n)+" "" text "${text}")
  foreach(change "/etc/docket|/etc/docket/%i" "StateDirectory=docket\n|StateDirectory=docket-%i\n" "/var/lib/docket|/var/lib/docket-%i"
          "RuntimeDirectory=docket\n|RuntimeDirectory=docket-%i\n" "RuntimeDirectory=docket-rules\n|RuntimeDirectory=docket-rules-%i\n"
          "docket.service|docket@%i.service" "Description=docket:|Description=docket for %i:" "edit docket`|edit docket@TOWN`"
          "--into /var/backups/docket|--into /var/backups/docket/%i"
          # A port can be had once: a proxy in front reaches each town by its socket.
          "ListenStream=127.0.0.1:8311|ListenStream=/run/docket-%i-public.sock" "/run/docket-staff.sock|/run/docket-%i-staff.sock")
    string(REPLACE "|" ";" change "${change}")
    list(GET change 0 before)
    list(GET change 1 after)
    string(REPLACE "${before}" "${after}" text "${text}")
  endforeach()
  set(${variable} "# For several towns on one machine: the one that is configured in /etc/docket/%i.\n${text}" PARENT_SCOPE)
endfunction()

read_unit(${CMAKE_SOURCE_DIR}/systemd/docket.service daemon_unit)
if(NOT daemon_unit MATCHES "\n# --- hardening[^\n]*\n(.*)# --- end ---\n")
  message(FATAL_ERROR "systemd/docket.service: the marks around its hardening are gone")
endif()
set(hardening "${CMAKE_MATCH_1}")
set(installed_units "")
foreach(source ${unit_sources})
  get_filename_component(name ${source} NAME)
  read_unit(${source} text)
  if(name MATCHES "\\.service$" AND NOT name STREQUAL "docket.service")
    string(REPLACE "\n# hardening\n" "\n${hardening}" hardened "${text}")
    if(hardened STREQUAL text)
      message(FATAL_ERROR "systemd/${name}: no line `# hardening` where that of docket.service goes")
    endif()
    set(text "${hardened}")
  endif()
  write_unit(${name} "${text}")
  list(APPEND installed_units ${units_folder}/${name})
  # Two towns' figures under one name are refused by the node exporter; it reads /metrics of each instead.
  if(NOT name MATCHES "^docket-status")
    for_one_of_many("${text}" template)
    string(REGEX REPLACE "\\.([a-z]+)$" "@.\\1" name ${name})
    write_unit(${name} "${template}")
    list(APPEND installed_units ${units_folder}/${name})
  endif()
endforeach()

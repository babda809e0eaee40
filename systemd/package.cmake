# What is installed, and the Debian package and the tarball of it. In a build folder:
#   cmake --build . --target docket_package      docket_VERSION-REVISION_ARCH.deb and docket-VERSION-Linux.tar.gz
#   cmake -DDOCKET_PACKAGE_REVISION=2 .          the same program as a later package
# The same source gives the same octets: times are those of the last commit, or SOURCE_DATE_EPOCH where it is set.
include(GNUInstallDirs)
include(${CMAKE_SOURCE_DIR}/systemd/units.cmake)
set(DOCKET_PACKAGE_REVISION 1 CACHE STRING "What stands behind the version of the Debian package")
set(DOCKET_MAINTAINER "docket maintainers <maintainers@docket.example>" CACHE STRING "Who answers for the package")
set(package_version ${PROJECT_VERSION}-${DOCKET_PACKAGE_REVISION})

set(epoch "$ENV{SOURCE_DATE_EPOCH}")
if(NOT epoch)
  execute_process(COMMAND git -C ${CMAKE_SOURCE_DIR} log -1 --format=%ct OUTPUT_VARIABLE epoch OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
endif()
if(NOT epoch)  # a source archive without its history
  file(TIMESTAMP ${CMAKE_SOURCE_DIR}/CHANGELOG.md epoch "%s" UTC)
endif()
set(ENV{SOURCE_DATE_EPOCH} ${epoch})
string(TIMESTAMP package_time "%a, %d %b %Y %H:%M:%S +0000" UTC)
string(TIMESTAMP package_month "%B %Y" UTC)

set(package_folder ${CMAKE_BINARY_DIR}/package)
foreach(script config preinst postinst prerm postrm)
  configure_file(systemd/package/${script} ${package_folder}/${script} @ONLY)
endforeach()
file(CONFIGURE OUTPUT ${package_folder}/changelog.Debian CONTENT
"docket (@package_version@) bookworm; urgency=medium

  * What changed is in changelog.gz beside this file.

 -- @DOCKET_MAINTAINER@  @package_time@
" @ONLY)

# Pages and completions, made of what they describe.
set(package_files "")
function(packaged_file name)
  cmake_parse_arguments(PARSE_ARGV 1 made "" "" "COMMAND;DEPENDS")
  add_custom_command(OUTPUT ${package_folder}/${name} COMMAND ${made_COMMAND} > ${package_folder}/${name} DEPENDS ${made_DEPENDS} VERBATIM)
  list(APPEND package_files ${package_folder}/${name})
  set(package_files ${package_files} PARENT_SCOPE)
endfunction()
find_package(Python3 REQUIRED COMPONENTS Interpreter)
find_program(LOWDOWN lowdown REQUIRED)
set(completion ${CMAKE_SOURCE_DIR}/daemon/commands/completion.py)
set(man_pages ${CMAKE_SOURCE_DIR}/config/schema/man_pages.py)
set(configuration ${CMAKE_SOURCE_DIR}/config/schema/configuration.md)
foreach(shell bash zsh)
  packaged_file(docket.${shell} COMMAND ${Python3_EXECUTABLE} ${completion} $<TARGET_FILE:docket> ${shell} DEPENDS docket ${completion})
endforeach()
foreach(page docket.yaml docket-rules)
  packaged_file(${page}.5 COMMAND ${Python3_EXECUTABLE} ${man_pages} ${configuration} ${page} ${PROJECT_VERSION} ${package_month}
                DEPENDS ${man_pages} ${configuration})
  packaged_file(${page}.5.gz COMMAND gzip -9nc ${package_folder}/${page}.5 DEPENDS ${package_folder}/${page}.5)
endforeach()
packaged_file(docket.1.gz COMMAND gzip -9nc ${CMAKE_SOURCE_DIR}/daemon/commands/docket.1 DEPENDS ${CMAKE_SOURCE_DIR}/daemon/commands/docket.1)
packaged_file(changelog.gz COMMAND gzip -9nc ${CMAKE_SOURCE_DIR}/CHANGELOG.md DEPENDS ${CMAKE_SOURCE_DIR}/CHANGELOG.md)
packaged_file(changelog.Debian.gz COMMAND gzip -9nc ${package_folder}/changelog.Debian DEPENDS ${package_folder}/changelog.Debian)
add_custom_target(docket_package_files ALL DEPENDS ${package_files})

install(TARGETS docket RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${package_folder}/docket.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${package_folder}/docket.yaml.5.gz ${package_folder}/docket-rules.5.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man5)
install(FILES ${package_folder}/docket.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME docket)
install(FILES ${package_folder}/docket.zsh DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions RENAME _docket)
install(DIRECTORY config/schema/ DESTINATION ${CMAKE_INSTALL_DATADIR}/docket/schema FILES_MATCHING PATTERN *.schema.json)
install(FILES systemd/proxy/nginx.conf systemd/proxy/Caddyfile DESTINATION ${CMAKE_INSTALL_DATADIR}/docket/proxy)
install(FILES ${installed_units} DESTINATION lib/systemd/system)
install(FILES systemd/docket.sysusers DESTINATION lib/sysusers.d RENAME docket.conf)
install(FILES systemd/docket.tmpfiles DESTINATION lib/tmpfiles.d RENAME docket.conf)
set(documents ${CMAKE_INSTALL_DATADIR}/doc/docket)
install(FILES README.md systemd/package/copyright ${package_folder}/changelog.gz ${package_folder}/changelog.Debian.gz
        DESTINATION ${documents})
# In folders as here, so that what links to another finds it.
file(GLOB_RECURSE guides RELATIVE ${CMAKE_SOURCE_DIR} CONFIGURE_DEPENDS config/*.md connectors/*.md rules/*.md daemon/*.md systemd/*.md)
foreach(guide ${guides})
  get_filename_component(folder ${guide} DIRECTORY)
  install(FILES ${guide} DESTINATION ${documents}/${folder})
endforeach()
install(FILES systemd/package/lintian-overrides DESTINATION ${CMAKE_INSTALL_DATADIR}/lintian/overrides RENAME docket)
install(DIRECTORY config/sample/ DESTINATION ${documents}/examples)

set(CPACK_GENERATOR DEB TGZ)
set(CPACK_PACKAGE_NAME docket)
set(CPACK_PACKAGE_VENDOR docket)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "cases and acknowledgements for a town's generic addresses")
set(CPACK_PACKAGE_DESCRIPTION "Letters to ward2@, mayor@ or roads@ are fetched from mailboxes and kept as
they came. Each gets a case number, is passed by the clerk's own rules to
the office that must act, and is acknowledged: which office has it and why,
who can read it, what happens next and by when. Rules are YAML files with
examples that must hold; every decision can be explained. It is one program
and one SQLite file.")
set(CPACK_PACKAGE_CONTACT "${DOCKET_MAINTAINER}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE ${DOCKET_PACKAGE_REVISION})
set(CPACK_DEBIAN_PACKAGE_SECTION mail)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Zones are read from tzdata at run time; users, folders and the question at purge come from the others.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "debconf (>= 0.5) | debconf-2.0, systemd | systemd-standalone-sysusers, systemd | systemd-standalone-tmpfiles, tzdata")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS ca-certificates)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "nginx | caddy, prometheus-node-exporter")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${package_folder}/preinst ${package_folder}/postinst ${package_folder}/prerm
    ${package_folder}/postrm ${package_folder}/config ${CMAKE_SOURCE_DIR}/systemd/package/templates)
# Read by cpack itself, for each kind of package.
file(CONFIGURE OUTPUT ${package_folder}/cpack_project.cmake CONTENT
"set(ENV{SOURCE_DATE_EPOCH} @epoch@)
if(CPACK_GENERATOR STREQUAL TGZ)
  set(CPACK_PACKAGING_INSTALL_PREFIX /)
endif()
" @ONLY)
set(CPACK_PROJECT_CONFIG_FILE ${package_folder}/cpack_project.cmake)
include(CPack)
add_custom_target(docket_package COMMAND ${CMAKE_CPACK_COMMAND} --config ${CMAKE_BINARY_DIR}/CPackConfig.cmake -B ${CMAKE_BINARY_DIR}
                  DEPENDS docket docket_package_files USES_TERMINAL VERBATIM)

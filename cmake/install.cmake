include(GNUInstallDirs)
install(TARGETS viva RUNTIME)
install(FILES data/bank.json data/bank.schema.json DESTINATION ${CMAKE_INSTALL_DATADIR}/viva)
install(FILES README.md LICENSE TYPE DOC)

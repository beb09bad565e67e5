# Every translations/lamina_*.ts becomes a resource of the studio. `update_translations` reads the sources again.
find_package(Qt6 6.4 REQUIRED COMPONENTS LinguistTools)
file(GLOB translation_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/translations/lamina_*.ts)
qt_add_lrelease(lamina_app TS_FILES ${translation_sources} QM_FILES_OUTPUT_VARIABLE translation_files)
qt_add_resources(lamina_app lamina_translations PREFIX /translations BASE ${CMAKE_CURRENT_BINARY_DIR}
    FILES ${translation_files})

# The lessons' titles stand in a file that CMake makes; places are left out, so that a diff shows words alone. The
# sources are English: of that language only the plurals are kept.
set(collect_words Qt6::lupdate -I ${PROJECT_SOURCE_DIR} -extensions cpp,h
    -tr-function-alias QT_TRANSLATE_NOOP+=LAMINA_TEXT -locations none -no-obsolete
    ${PROJECT_SOURCE_DIR}/app ${PROJECT_SOURCE_DIR}/widgets ${PROJECT_SOURCE_DIR}/engine
    ${PROJECT_BINARY_DIR}/engine/formats/lessons.cpp)
set(english ${PROJECT_SOURCE_DIR}/translations/lamina_en.ts)
list(REMOVE_ITEM translation_sources ${english})
add_custom_target(update_translations
    COMMAND ${collect_words} -ts ${translation_sources}
    COMMAND ${collect_words} -pluralonly -ts ${english}
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
    COMMENT "Reading the sources for words to translate"
    VERBATIM)

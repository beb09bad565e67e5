# Makes one C++ table of the folders in resources/lessons, so that lamina-cli carries the lessons, too.
set(lessons_root ${PROJECT_SOURCE_DIR}/resources/lessons)
file(GLOB lesson_folders CONFIGURE_DEPENDS LIST_DIRECTORIES true ${lessons_root}/[0-9]*-*)
list(SORT lesson_folders COMPARE NATURAL)

# The text as a C++ raw string, and configured again when the file changes.
function(lamina_quoted path variable)
    file(READ ${path} text)
    set_property(DIRECTORY ${PROJECT_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${path})
    set(${variable} "R\"lesson(${text})lesson\"" PARENT_SCOPE)
endfunction()

set(lesson_entries "")
foreach(folder IN LISTS lesson_folders)
    cmake_path(GET folder FILENAME name)
    string(REGEX REPLACE "^[0-9]+-" "" id ${name})
    file(READ ${folder}/card.json card)
    set_property(DIRECTORY ${PROJECT_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${folder}/card.json)
    string(JSON title GET "${card}" title)
    string(JSON line GET "${card}" line)
    lamina_quoted(${folder}/project.lamina project)
    lamina_quoted(${folder}/text.en.md english)
    lamina_quoted(${folder}/text.ko.md korean)
    string(APPEND lesson_entries "    {\"${id}\", LAMINA_TEXT(\"Lessons\", \"${title}\"), LAMINA_TEXT(\"Lessons\", \"${line}\"),\n"
        "${project},\n${english},\n${korean}},\n")
endforeach()
configure_file(${CMAKE_CURRENT_LIST_DIR}/lessons.cpp.in ${CMAKE_CURRENT_BINARY_DIR}/lessons.cpp @ONLY)
target_sources(lamina_engine PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/lessons.cpp ${CMAKE_CURRENT_LIST_DIR}/lessons.h)

// A table as a text file: its columns, and its rows one after another.
#pragma once

#include "engine/data/table/csv_format.h"
#include "engine/data/table/text_file.h"

namespace lamina::table {

struct TableFileOptions {
    std::string delimiter = "auto";
    std::string encoding = "auto";
    Header header = Header::Auto;
    Index skipRows = 0;
};

class TableFile {
public:
    static Result<TableFile> open(const std::filesystem::path& file, const TableFileOptions& options,
                                  std::string_view projectPath);

    const std::vector<std::string>& columns() const { return m_format.columns; }
    const CsvFormat& format() const { return m_format; }

    // All rows with data, from the first: each has as many cells as there are columns. A row that has not is
    // a fault, and so is what `use` says.
    Result<void> forEachRow(const std::function<Result<void>(const CsvRow&)>& use);

    // A fault about this file, in a row where one is named.
    Fault fault(Text what, Text remedy, Index row = 0) const;

private:
    TableFile(TextFile text, CsvFormat format) : m_text(std::move(text)), m_format(std::move(format)) { }
    Fault ragged(const CsvRow& row) const;
    Fault problem(const CsvParser& parser) const;

    TextFile m_text;
    CsvFormat m_format;
};

} // namespace lamina::table

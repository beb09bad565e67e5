#include "engine/data/table/text_file.h"

#include "engine/data/file_bytes.h"
#include "engine/data/table/encoding_judge.h"

#include <algorithm>
#include <cerrno>

#include <iconv.h>
#include <zlib.h>

namespace lamina::table {

namespace fs = std::filesystem;

namespace {
constexpr std::size_t blockBytes = std::size_t{1} << 18;

struct CloseGzip {
    void operator()(gzFile file) const { gzclose(file); }
};
struct CloseIconv {
    void operator()(void* converter) const { iconv_close(converter); }
};

Text fileRemedy()
{
    return LAMINA_TEXT("table", "choose a CSV file, as spreadsheets and databases save it");
}
} // namespace

struct TextFile::State {
    fs::path path;
    std::string projectPath;
    std::string encoding;
    std::unique_ptr<gzFile_s, CloseGzip> file; // reads plain files as they are
    std::unique_ptr<void, CloseIconv> converter; // null: the bytes are UTF-8 already
    std::string raw; // as read; what could not be converted yet stands first
    std::size_t kept = 0; // bytes of it
    std::string converted;
    bool begun = false;
    Index lines = 1; // of what was converted so far

    Fault fault(Text what, Text remedy) const
    {
        return fileFault(std::move(what), path, projectPath, std::move(remedy));
    }

    // Fills `raw` behind what is kept; 0 at the end.
    Result<std::size_t> read()
    {
        raw.resize(kept + blockBytes);
        const int got = gzread(file.get(), raw.data() + kept, static_cast<unsigned>(blockBytes));
        int number = Z_OK;
        gzerror(file.get(), &number); // a cut gzip file gives what it has, and this
        if (got < 0 || (number != Z_OK && number != Z_STREAM_END))
            return fault(LAMINA_TEXT("files", "The file could not be read to its end"),
                         LAMINA_TEXT("files", "check the disk or copy the file again"));
        return static_cast<std::size_t>(got);
    }

    Result<void> convert(std::size_t bytes, bool last)
    {
        converted.clear();
        char* from = raw.data();
        std::size_t left = bytes;
        while (left > 0) {
            const std::size_t before = converted.size();
            converted.resize(before + 2 * left + 16);
            char* to = converted.data() + before;
            std::size_t room = converted.size() - before;
            const std::size_t answer = iconv(converter.get(), &from, &left, &to, &room);
            const int reason = errno;
            converted.resize(converted.size() - room);
            if (answer != static_cast<std::size_t>(-1) || reason == E2BIG)
                continue;
            if (reason == EINVAL && !last)
                break; // a letter that goes on in the next block
            const auto line = lines + std::count(converted.begin(), converted.end(), '\n');
            return fault({LAMINA_TEXT("table", "Line %1 holds bytes that are no text in %2"),
                          static_cast<long>(line), encoding},
                         LAMINA_TEXT("table", "set the encoding in which the file was saved"));
        }
        kept = left;
        std::copy_n(from, left, raw.data());
        lines += std::count(converted.begin(), converted.end(), '\n');
        return {};
    }
};

TextFile::TextFile(std::unique_ptr<State> state) : m_state(std::move(state)) { }
TextFile::~TextFile() = default;
TextFile::TextFile(TextFile&&) noexcept = default;
TextFile& TextFile::operator=(TextFile&&) noexcept = default;

const std::string& TextFile::encoding() const
{
    return m_state->encoding;
}

Fault TextFile::fault(Text what, Text remedy) const
{
    return m_state->fault(std::move(what), std::move(remedy));
}

void TextFile::rewind()
{
    gzrewind(m_state->file.get());
    m_state->kept = 0;
    m_state->begun = false;
    m_state->lines = 1;
    if (m_state->converter)
        iconv(m_state->converter.get(), nullptr, nullptr, nullptr, nullptr);
}

Result<std::string_view> TextFile::next()
{
    State& state = *m_state;
    for (;;) {
        Result<std::size_t> got = state.read();
        if (!got)
            return got.faults();
        const bool last = *got == 0;
        const std::size_t bytes = state.kept + *got;
        if (bytes == 0)
            return std::string_view();
        std::string_view block(state.raw.data(), bytes);
        if (state.converter) {
            if (Result<void> done = state.convert(bytes, last); !done)
                return done.faults();
            block = state.converted;
        }
        if (!state.begun && block.starts_with("\xEF\xBB\xBF"))
            block.remove_prefix(3);
        state.begun = state.begun || !block.empty();
        if (!block.empty() || last)
            return block;
    }
}

Result<TextFile> TextFile::open(const fs::path& path, std::string_view encoding, std::string_view projectPath)
{
    auto state = std::make_unique<State>();
    state->path = path;
    state->projectPath = std::string(projectPath);
    state->encoding = std::string(encoding);
    const auto fault = [&](Text what, Text remedy) {
        return state->fault(std::move(what), std::move(remedy));
    };
    if (Result<void> ordinary = checkFile(path, projectPath); !ordinary)
        return ordinary.faults();
    state->file.reset(gzopen(path.c_str(), "rbe"));
    if (!state->file)
        return fault(LAMINA_TEXT("files", "The file cannot be opened"),
                     LAMINA_TEXT("files", "check that you are allowed to read it"));
    gzbuffer(state->file.get(), static_cast<unsigned>(blockBytes));

    EncodingJudge judge;
    bool first = true;
    for (;;) {
        Result<std::size_t> got = state->read();
        if (!got)
            return got.faults();
        const std::string_view bytes(state->raw.data(), *got);
        if (first && bytes.empty())
            return fault(LAMINA_TEXT("files", "The file is empty"),
                         LAMINA_TEXT("files", "download or save it again"));
        if (first && bytes.starts_with("PK\x03\x04"))
            return fault(LAMINA_TEXT("table", "This is a workbook or a zip archive, not a table as text"),
                         LAMINA_TEXT("table", "open it in the spreadsheet and save it as CSV"));
        first = false;
        judge.look(bytes);
        if (bytes.empty() || encoding != "auto")
            break;
        if (judge.looksBinary())
            break; // no need to look at all of a film
    }
    if (encoding == "auto") {
        if (judge.looksBinary())
            return fault(LAMINA_TEXT("table", "The file holds zero bytes, so it is no text"), fileRemedy());
        state->encoding = judge.verdict();
    }
    if (encoding != "auto" || state->encoding != "UTF-8" || !judge.isCleanUtf8()) {
        const iconv_t converter = iconv_open("UTF-8", state->encoding.c_str());
        if (converter == reinterpret_cast<iconv_t>(-1)) // NOLINT: as POSIX declares it
            return fileFault(
                {LAMINA_TEXT("table", "There is no encoding '%1'"), state->encoding}, path,
                projectPath.empty() ? std::string_view() : std::string_view("data.options.encoding"),
                LAMINA_TEXT("table",
                            "give \"auto\", or a name such as UTF-8, UTF-16, CP949, EUC-KR, CP1252"));
        state->converter.reset(converter);
    }
    TextFile opened(std::move(state));
    opened.rewind();
    return opened;
}

} // namespace lamina::table

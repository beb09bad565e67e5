// The IDX files of MNIST and its kin: pictures (type 0x08, three dimensions) and labels (one), plain or
// gzipped, told by content. The bytes stay bytes in memory. http://yann.lecun.com/exdb/mnist
#include "engine/data/file_bytes.h"
#include "engine/data/gzip.h"
#include "engine/data/source_type.h"

#include <algorithm>
#include <array>

namespace lamina::sources {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t largestFile = std::uintmax_t{8} << 30;

struct IdxFile {
    std::vector<std::uint8_t> bytes; // without the header
    std::array<std::uint32_t, 3> sizes{}; // count, rows, columns; rows and columns 1 for labels
};

std::uint32_t bigEndian(std::span<const std::uint8_t> bytes, std::size_t at)
{
    return (std::uint32_t{bytes[at]} << 24) | (std::uint32_t{bytes[at + 1]} << 16)
        | (std::uint32_t{bytes[at + 2]} << 8) | bytes[at + 3];
}

// Reads one file; `key` is the option that names it.
class IdxReader {
public:
    IdxReader(fs::path file, std::string_view key, bool pictures)
        : m_file(std::move(file)), m_place("data.options." + std::string(key)), m_pictures(pictures)
    {
    }

    Result<IdxFile> read() const
    {
        Result<std::vector<std::uint8_t>> stored = readFile(m_file, m_place, largestFile);
        if (!stored)
            return stored.faults();
        const bool packed = looksGzipped(*stored);
        // The header first: how much there must be is known before anything large is made.
        Unpacked start;
        if (packed)
            start = unpackGzip(*stored, headerSize());
        const std::span<const std::uint8_t> head = packed ? start.bytes : *stored;
        if (start.end == GzipEnd::Damaged)
            return damaged();
        if (const Faults faults = magicFaults(head); !faults.empty())
            return faults;
        if (head.size() < headerSize())
            return fault({LAMINA_TEXT("idx", "The file ends inside its header: it has %1 bytes of %2"),
                          head.size(), headerSize()},
                         again());
        IdxFile idx;
        if (const Faults faults = readHeader(head, idx); !faults.empty())
            return faults;
        const std::uint64_t expected = static_cast<std::uint64_t>(idx.sizes[0]) * idx.sizes[1] * idx.sizes[2];

        if (!packed) {
            const std::uint64_t there = stored->size() - headerSize();
            if (there != expected)
                return wrongSize(idx, expected, there);
            stored->erase(stored->begin(), stored->begin() + static_cast<std::ptrdiff_t>(headerSize()));
            idx.bytes = std::move(*stored);
            return idx;
        }
        Unpacked all = unpackGzip(*stored, expected + headerSize());
        const std::uint64_t there = all.bytes.size() - std::min(all.bytes.size(), headerSize());
        if (all.end == GzipEnd::Damaged)
            return damaged();
        if (all.end == GzipEnd::Truncated)
            return fault({LAMINA_TEXT("idx", "The gzip file is cut off: %1 of %2 bytes can be unpacked"),
                          there, expected},
                         again());
        if (all.end == GzipEnd::More)
            return tooLong(expected);
        if (there != expected)
            return wrongSize(idx, expected, there);
        all.bytes.erase(all.bytes.begin(), all.bytes.begin() + static_cast<std::ptrdiff_t>(headerSize()));
        idx.bytes = std::move(all.bytes);
        return idx;
    }

    Fault fault(Text what, Text remedy) const
    {
        return fileFault(std::move(what), m_file, m_place, std::move(remedy));
    }

private:
    std::size_t headerSize() const { return m_pictures ? 16 : 8; }
    static Text again() { return LAMINA_TEXT("idx", "download or copy it again"); }

    Fault damaged() const { return fault(LAMINA_TEXT("idx", "The gzip file is damaged"), again()); }

    Fault tooLong(std::uint64_t expected) const
    {
        return fault(
            {LAMINA_TEXT("idx", "The file goes on after the %1 bytes that its header announces"), expected},
            LAMINA_TEXT("idx", "get the original file again, it was changed or joined with another"));
    }

    Fault wrongSize(const IdxFile& idx, std::uint64_t expected, std::uint64_t there) const
    {
        if (there > expected)
            return tooLong(expected);
        if (m_pictures)
            return fault(
                {LAMINA_TEXT("idx",
                             "The header announces %1 pictures of %2 × %3, that is %4 bytes, but %5 "
                             "bytes follow"),
                 static_cast<long>(idx.sizes[0]), static_cast<long>(idx.sizes[1]),
                 static_cast<long>(idx.sizes[2]), expected, there},
                LAMINA_TEXT("idx", "the file is cut off or its header is wrong: download or copy it again"));
        return fault(
            {LAMINA_TEXT("idx", "The header announces %1 labels, but %2 follow"), expected, there},
            LAMINA_TEXT("idx", "the file is cut off or its header is wrong: download or copy it again"));
    }

    Faults magicFaults(std::span<const std::uint8_t> head) const
    {
        if (head.size() < 4)
            return {};
        const std::uint32_t magic = bigEndian(head, 0);
        const std::uint32_t wanted = m_pictures ? 0x00000803 : 0x00000801;
        if (magic != wanted) {
            if (magic == 0x00000801 || magic == 0x00000803)
                return {fault(m_pictures ? LAMINA_TEXT("idx", "The file holds labels where pictures belong")
                                         : LAMINA_TEXT("idx", "The file holds pictures where labels belong"),
                              LAMINA_TEXT("idx", "exchange the two files"))};
            if (magic >> 16 == 0 && (magic & 0xFF) >= 1 && (magic & 0xFF) <= 4)
                return {fault(LAMINA_TEXT("idx",
                                          "The IDX file does not hold unsigned bytes in the expected "
                                          "dimensions"),
                              LAMINA_TEXT("idx",
                                          "give pictures as bytes in three dimensions and labels as bytes in "
                                          "one"))};
            return {fault(m_pictures ? LAMINA_TEXT("idx", "This is not an IDX file of pictures")
                                     : LAMINA_TEXT("idx", "This is not an IDX file of labels"),
                          LAMINA_TEXT("idx",
                                      "choose a file as MNIST's, such as train-images-idx3-ubyte.gz or "
                                      "train-labels-idx1-ubyte.gz"))};
        }
        return {};
    }

    Faults readHeader(std::span<const std::uint8_t> head, IdxFile& idx) const
    {
        idx.sizes = {bigEndian(head, 4), m_pictures ? bigEndian(head, 8) : 1,
                     m_pictures ? bigEndian(head, 12) : 1};
        if (idx.sizes[0] == 0)
            return {fault(LAMINA_TEXT("idx", "The file announces no samples at all"), again())};
        // 2^14 a side keeps the product of all three inside 64 bits by far.
        if (idx.sizes[1] == 0 || idx.sizes[2] == 0 || idx.sizes[1] > 16384 || idx.sizes[2] > 16384)
            return {fault({LAMINA_TEXT("idx", "The header announces pictures of %1 × %2"),
                           static_cast<long>(idx.sizes[1]), static_cast<long>(idx.sizes[2])},
                          LAMINA_TEXT("idx", "the header is damaged: download or copy the file again"))};
        return {};
    }

    fs::path m_file;
    std::string m_place;
    bool m_pictures;
};

class IdxSet final : public Dataset {
public:
    IdxSet(IdxFile images, IdxFile labels, int classes)
        : m_images(std::move(images.bytes)), m_labels(std::move(labels.bytes)),
          m_pixels(static_cast<std::size_t>(images.sizes[1]) * images.sizes[2])
    {
        m_fields = {{"image", DataKind::Numbers, Shape{images.sizes[1], images.sizes[2], 1}, {}},
                    {"label", DataKind::Class, {}, {}}};
        for (int i = 0; i < classes; ++i)
            m_fields[1].classNames.push_back(std::to_string(i));
    }

    Index size() const override { return static_cast<Index>(m_labels.size()); }
    const std::vector<DataField>& fields() const override { return m_fields; }
    Result<void> readNumbers(Index sample, int field, std::span<float> into) const override
    {
        const auto at = static_cast<std::size_t>(sample);
        assert(at < m_labels.size());
        if (field == 1) {
            into[0] = m_labels[at];
            return {};
        }
        assert(into.size() == m_pixels);
        const std::uint8_t* from = m_images.data() + at * m_pixels;
        std::copy(from, from + m_pixels, into.data()); // the compiler makes vector code of it
        return {};
    }

private:
    std::vector<std::uint8_t> m_images;
    std::vector<std::uint8_t> m_labels;
    std::size_t m_pixels;
    std::vector<DataField> m_fields;
};

struct Pair {
    IdxFile images;
    IdxFile labels;
};

Result<Pair> readPair(const SourceRequest& request, const char* imagesKey, const char* labelsKey)
{
    Faults unnamed;
    for (const char* key : {imagesKey, labelsKey})
        if (request.options.text(key).empty())
            unnamed.push_back({FaultKind::Input,
                               LAMINA_TEXT("idx", "No file is named"),
                               {{}, "data.options." + std::string(key), {}},
                               LAMINA_TEXT("idx", "choose an IDX file, plain or gzipped")});
    if (!unnamed.empty())
        return unnamed;
    const auto reader = [&](const char* key, bool pictures) {
        return IdxReader(request.folder / request.options.text(key), key, pictures);
    };
    const IdxReader images = reader(imagesKey, true);
    const IdxReader labels = reader(labelsKey, false);
    Result<IdxFile> imageFile = images.read();
    Result<IdxFile> labelFile = labels.read();
    Faults faults;
    if (!imageFile)
        append(faults, imageFile.faults());
    if (!labelFile)
        append(faults, labelFile.faults());
    if (!faults.empty())
        return faults;
    if (imageFile->sizes[0] != labelFile->sizes[0])
        return labels.fault(
            {LAMINA_TEXT("idx", "There are %1 labels for %2 pictures"),
             static_cast<long>(labelFile->sizes[0]), static_cast<long>(imageFile->sizes[0])},
            {LAMINA_TEXT("idx", "choose the labels that belong to %1"), request.options.text(imagesKey)});
    return Pair{std::move(*imageFile), std::move(*labelFile)};
}

int classesOf(const std::vector<std::uint8_t>& labels)
{
    return labels.empty() ? 0 : *std::max_element(labels.begin(), labels.end()) + 1;
}

Result<DataParts> open(const SourceRequest& request)
{
    const bool testImages = !request.options.text("test_images").empty();
    const bool testLabels = !request.options.text("test_labels").empty();
    if (testImages != testLabels)
        return Fault{FaultKind::Input,
                     testImages ? LAMINA_TEXT("idx", "There are test pictures without test labels")
                                : LAMINA_TEXT("idx", "There are test labels without test pictures"),
                     {{}, testImages ? "data.options.test_labels" : "data.options.test_images", {}},
                     LAMINA_TEXT("idx", "name both files or neither")};

    Faults faults;
    Result<Pair> train = readPair(request, "train_images", "train_labels");
    if (!train)
        append(faults, train.faults());
    std::optional<Pair> test;
    if (testImages) {
        Result<Pair> given = readPair(request, "test_images", "test_labels");
        if (!given)
            append(faults, given.faults());
        else
            test = std::move(*given);
    }
    if (!faults.empty())
        return faults;

    const auto& trainSizes = train->images.sizes;
    if (test && (test->images.sizes[1] != trainSizes[1] || test->images.sizes[2] != trainSizes[2]))
        return fileFault({LAMINA_TEXT("idx", "The test pictures are %1 × %2, those for training %3 × %4"),
                          static_cast<long>(test->images.sizes[1]), static_cast<long>(test->images.sizes[2]),
                          static_cast<long>(trainSizes[1]), static_cast<long>(trainSizes[2])},
                         request.folder / request.options.text("test_images"), "data.options.test_images",
                         LAMINA_TEXT("idx", "choose test pictures of the same size"));

    const int classes = std::max(classesOf(train->labels.bytes), test ? classesOf(test->labels.bytes) : 0);
    DataParts parts;
    parts.train = std::make_shared<IdxSet>(std::move(train->images), std::move(train->labels), classes);
    if (test)
        parts.test = std::make_shared<IdxSet>(std::move(test->images), std::move(test->labels), classes);
    parts.inputFields = {"image"};
    parts.targetFields = {"label"};
    return parts;
}

const std::array<Field, 4> fields{{
    {"train_images", FieldKind::Path, nullptr, LAMINA_TEXT("idx", "Training pictures"),
     LAMINA_TEXT("idx", "An IDX file of pictures, plain or gzipped")},
    {"train_labels", FieldKind::Path, nullptr, LAMINA_TEXT("idx", "Training labels"),
     LAMINA_TEXT("idx", "An IDX file with a label for each training picture")},
    {"test_images", FieldKind::Path, "\"\"", LAMINA_TEXT("idx", "Test pictures"),
     LAMINA_TEXT("idx", "An IDX file of pictures that are kept for the test; may be left out")},
    {"test_labels", FieldKind::Path, "\"\"", LAMINA_TEXT("idx", "Test labels"),
     LAMINA_TEXT("idx", "An IDX file with a label for each test picture; may be left out")},
}};

} // namespace

const SourceType& idx()
{
    static const SourceType type{"idx", LAMINA_TEXT("idx", "IDX files"),
                                 LAMINA_TEXT("idx", "Pictures and labels in the format of MNIST"), fields,
                                 open};
    return type;
}

} // namespace lamina::sources

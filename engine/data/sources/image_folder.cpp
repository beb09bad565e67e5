// Photographs in folders, one for each class: Keras' flow_from_directory(). Files are read and resized when a
// sample is asked for.
#include "engine/core/field_makers.h"
#include "engine/core/listed.h"
#include "engine/data/file_bytes.h"
#include "engine/data/kept_samples.h"
#include "engine/data/photos/class_folders.h"
#include "engine/data/photos/photo.h"
#include "engine/data/source_type.h"

#include <array>

namespace lamina::sources {

namespace {

class PhotoSet final : public Dataset {
public:
    // Keeps pixels of `most` bytes at most.
    PhotoSet(ClassFolders folders, PhotoForm form, std::uint64_t most)
        : m_folders(std::move(folders)),
          m_form(std::move(form)), m_fields{{"image", DataKind::Numbers, m_form.shape, {}},
                                            {"label", DataKind::Class, {}, m_folders.classNames}},
          m_kept(m_folders.files.size(), static_cast<std::size_t>(m_form.shape.elements()), most)
    {
    }

    Index size() const override { return m_folders.size(); }
    const std::vector<DataField>& fields() const override { return m_fields; }
    std::string sampleName(Index sample) const override
    {
        return m_folders.files[static_cast<std::size_t>(sample)];
    }
    std::uint64_t keptBytes() const { return m_kept.bytes(); }

    Result<void> readNumbers(Index sample, int field, std::span<float> into) const override
    {
        const auto at = static_cast<std::size_t>(sample);
        assert(at < m_folders.files.size());
        if (field == 1) {
            into[0] = static_cast<float>(m_folders.classOf(at));
            return {};
        }
        if (const std::span<const std::byte> kept = m_kept.find(at); !kept.empty()) {
            copyOut(reinterpret_cast<const std::uint8_t*>(kept.data()), into);
            return {};
        }
        thread_local std::vector<std::uint8_t> pixels;
        pixels.resize(into.size());
        if (Result<void> read = readPhoto(m_folders.folder / m_folders.files[at], m_form, pixels); !read)
            return read;
        m_kept.keep(at, std::as_bytes(std::span(pixels)));
        copyOut(pixels.data(), into);
        return {};
    }

private:
    static void copyOut(const std::uint8_t* from, std::span<float> into)
    {
        std::copy(from, from + into.size(), into.data()); // the compiler makes vector code of it
    }

    ClassFolders m_folders;
    PhotoForm m_form;
    std::vector<DataField> m_fields;
    mutable KeptSamples m_kept; // decoding takes a hundred times as long as copying
};

std::string placeOf(std::string_view option)
{
    return "data.options." + std::string(option);
}

// The training part's classes must be those of every part: their numbers would mean something else.
std::optional<Fault> otherClasses(const ClassFolders& train, const ClassFolders& part,
                                  std::string_view option)
{
    if (part.classNames == train.classNames)
        return std::nullopt;
    return fileFault({LAMINA_TEXT("photos", "Its classes are %1, and those for training %2"),
                      listed(part.classNames), listed(train.classNames)},
                     part.folder, placeOf(option),
                     LAMINA_TEXT("photos", "give both folders the same folders of classes"));
}

Result<DataParts> open(const SourceRequest& request)
{
    constexpr std::array options{"train", "validation", "test"};
    std::array<std::optional<ClassFolders>, 3> found;
    Faults faults;
    for (std::size_t i = 0; i < options.size(); ++i) {
        const std::string named = request.options.text(options[i]);
        if (named.empty()) {
            if (i == 0)
                faults.push_back({FaultKind::Input,
                                  LAMINA_TEXT("photos", "No folder is named"),
                                  {{}, placeOf(options[i]), {}},
                                  LAMINA_TEXT("photos", "choose the folder with the pictures for training")});
            continue;
        }
        Result<ClassFolders> folders = findClassFolders(request.folder / named, placeOf(options[i]));
        if (folders)
            found[i] = std::move(*folders);
        else
            append(faults, folders.faults());
    }
    for (std::size_t i = 1; found[0] && i < options.size(); ++i)
        if (found[i])
            if (std::optional<Fault> other = otherClasses(*found[0], *found[i], options[i]))
                faults.push_back(std::move(*other));
    if (found[0] && request.options.text("class_mode") == "binary" && found[0]->classNames.size() != 2)
        faults.push_back({FaultKind::Input,
                          {LAMINA_TEXT("photos", "There are %1 classes, and binary means two"),
                           found[0]->classNames.size()},
                          {found[0]->folder.string(), placeOf("class_mode"), {}},
                          LAMINA_TEXT("photos", "set class_mode to categorical or sparse")});
    if (found[0] && request.validationSplit > 0) {
        if (found[1]) {
            faults.push_back({FaultKind::Input,
                              LAMINA_TEXT("data", "The data has a validation part of its own"),
                              {{}, "data.validation_split", {}},
                              LAMINA_TEXT("data", "set validation_split to 0")});
        } else {
            const std::size_t all = found[0]->files.size();
            SplitFolders split = splitClasses(std::move(*found[0]), request.validationSplit);
            if (split.validation.files.empty() || split.rest.files.empty())
                faults.push_back(
                    {FaultKind::Input,
                     {LAMINA_TEXT("photos", "A validation part of %1 cannot be taken of %2 pictures"),
                      request.validationSplit, all},
                     {{}, "data.validation_split", {}},
                     LAMINA_TEXT("data", "change validation_split or use more samples")});
            found[0] = std::move(split.rest);
            found[1] = std::move(split.validation);
        }
    }
    if (!faults.empty())
        return faults;

    const std::vector<Index> size = request.options.wholes("target_size");
    const PhotoForm form{Shape{size[0], size[1], request.options.text("color_mode") == "grayscale" ? 1 : 3},
                         request.options.text("interpolation") == "bilinear"};
    DataParts parts;
    parts.inputFields = {"image"};
    parts.targetFields = {"label"};
    parts.learned = photoReadingToJson(form);
    std::uint64_t room = keptBytesAtMost;
    const std::array<DatasetPtr*, 3> made{&parts.train, &parts.validation, &parts.test};
    for (std::size_t i = 0; i < options.size(); ++i) {
        if (!found[i])
            continue;
        if (found[i]->passedOver > 0)
            parts.notes.push_back(render(
                Text(LAMINA_TEXT("photos", "%1: %2 file(s) that are no pictures are passed over, such as %3"),
                     found[i]->folder.string(), found[i]->passedOver, found[i]->firstPassedOver)));
        auto set = std::make_shared<PhotoSet>(std::move(*found[i]), form, room);
        room -= set->keptBytes();
        *made[i] = std::move(set);
    }
    return parts;
}

constexpr std::array colorModes{"rgb", "grayscale"};
constexpr std::array classModes{"binary", "categorical", "sparse"};
constexpr std::array interpolations{"nearest", "bilinear"};
constexpr double longestSide = 4096;

const std::array declared{
    Field{"train", FieldKind::Path, nullptr, LAMINA_TEXT("photos", "Training folder"),
          LAMINA_TEXT("photos", "It holds a folder of pictures for each class")},
    Field{"validation", FieldKind::Path, "\"\"", LAMINA_TEXT("photos", "Validation folder"),
          LAMINA_TEXT("photos", "The same classes, other pictures; may be left out")},
    Field{"test", FieldKind::Path, "\"\"", LAMINA_TEXT("photos", "Test folder"),
          LAMINA_TEXT("photos", "Pictures that are kept for the test; may be left out")},
    Field{.name = "target_size",
          .kind = FieldKind::WholeList,
          .defaultJson = "[256, 256]",
          .label = LAMINA_TEXT("photos", "Size"),
          .help = LAMINA_TEXT("photos", "Height and width that every picture is brought to, in pixels"),
          .minimum = 1,
          .maximum = longestSide,
          .listLength = 2},
    fields::choice("color_mode", "\"rgb\"", colorModes, LAMINA_TEXT("photos", "Colours"),
                   LAMINA_TEXT("photos", "Three channels, red, green and blue, or a single grey one")),
    fields::choice("class_mode", "\"categorical\"", classModes, LAMINA_TEXT("photos", "Kind of classes"),
                   LAMINA_TEXT("photos",
                               "binary asks for just two; the loss decides whether it sees numbers or rows "
                               "with a single 1")),
    fields::choice("interpolation", "\"nearest\"", interpolations, LAMINA_TEXT("photos", "Resizing"),
                   LAMINA_TEXT("photos", "nearest takes single pixels, as Keras does; bilinear is smoother")),
};

} // namespace

const SourceType& image_folder()
{
    static const SourceType type{.name = "image_folder",
                                 .label = LAMINA_TEXT("photos", "Folders of pictures"),
                                 .help = LAMINA_TEXT("photos", "Photographs in folders, one for each class"),
                                 .fields = declared,
                                 .open = open,
                                 .splitsItself = true};
    return type;
}

} // namespace lamina::sources

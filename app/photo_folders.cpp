#include "app/photo_folders.h"

#include "app/commands/set_data.h"
#include "app/studio.h"
#include "app/usual_folder.h"
#include "engine/data/photos/part_folders.h"

#include <QCoreApplication>
#include <QFileDialog>

namespace lamina {
namespace {

// Kept for validation where no folder is.
constexpr double usualSplit = 0.2;

QString said(const char* text)
{
    return QCoreApplication::translate("PhotoFolders", text);
}

} // namespace

bool photosAreMissing(const Project& project, const QString& projectFolder)
{
    if (project.data.source != "image_folder")
        return false;
    const auto train = project.data.options.find("train");
    if (train == project.data.options.end() || !train->is_string())
        return true;
    const auto named = train->get<std::string>();
    std::error_code error;
    return named.empty()
        || !std::filesystem::exists(std::filesystem::path(projectFolder.toStdString()) / named, error);
}

Result<DataSpec> withPhotosFrom(DataSpec data, const QString& folder)
{
    const std::optional<PartFolders> found = findPartFolders(folder.toStdString());
    if (!found)
        return Fault{
            FaultKind::Input,
            LAMINA_TEXT("PhotoFolders", "There is no folder “train” in it, nor folders of classes"),
            {folder.toStdString(), {}, {}},
            LAMINA_TEXT("PhotoFolders",
                        "choose the folder that holds train, validation and test, each with a folder "
                        "for each class")};
    data.options["train"] = found->train.string();
    for (const auto& [option, part] : {std::pair("validation", found->validation), {"test", found->test}}) {
        if (part.empty())
            data.options.erase(option);
        else
            data.options[option] = part.string();
    }
    data.validationSplit = found->validation.empty() ? usualSplit : 0;
    return data;
}

QString whereToLookForPhotos(const DataSpec& data, const QString& projectFolder)
{
    const auto train = data.options.find("train");
    if (data.source == "image_folder" && train != data.options.end() && train->is_string()
        && !train->get<std::string>().empty()) {
        const QDir before =
            QFileInfo(QDir(projectFolder), QString::fromStdString(train->get<std::string>())).dir();
        if (before.exists())
            return before.absolutePath();
    }
    return usualFolder(QStandardPaths::PicturesLocation);
}

void choosePhotos(Studio& studio, QWidget* parent)
{
    const QString folder = QFileDialog::getExistingDirectory(
        parent, said(QT_TRANSLATE_NOOP("PhotoFolders", "Choose the folder with the photographs")),
        whereToLookForPhotos(studio.document().project().data, studio.document().folder()));
    if (folder.isEmpty())
        return;
    const Result<DataSpec> data = withPhotosFrom(studio.document().project().data, folder);
    if (!data) {
        emit studio.faultsRaised(said(QT_TRANSLATE_NOOP("PhotoFolders", "These photographs cannot be used")),
                                 data.faults());
        return;
    }
    studio.document().execute(
        new SetData(*data, said(QT_TRANSLATE_NOOP("PhotoFolders", "Choose the photographs"))));
}

QString photosTitle()
{
    return said(QT_TRANSLATE_NOOP("PhotoFolders", "This project learns from photographs of your own"));
}

QString photosHelp()
{
    // Folder names stand in people's file systems: they are not translated.
    const QString tree = QStringLiteral("<pre>train/cats &nbsp; train/dogs<br>validation/cats &nbsp; "
                                        "validation/dogs<br>test/cats &nbsp; test/dogs</pre>");
    return QStringLiteral("<p>%1</p>%2<p>%3</p><p>%4</p>")
        .arg(
            said(QT_TRANSLATE_NOOP("PhotoFolders",
                                   "They lie in folders, one for each class, in a folder for each part:")),
            tree,
            said(QT_TRANSLATE_NOOP("PhotoFolders",
                                   "Any photographs will do, in JPEG, PNG or BMP and of any size. Validation "
                                   "and test may be left out.")),
            said(QT_TRANSLATE_NOOP(
                "PhotoFolders",
                "A well-known set is “Dogs vs. Cats” of Kaggle (kaggle.com/c/dogs-vs-cats): "
                "a thousand pictures of each are a good start.")));
}

} // namespace lamina

#include "app/lesson_pictures.h"

#include "engine/data/open.h"
#include "engine/formats/lessons.h"
#include "engine/formats/project_file.h"
#include "widgets/browser/sample_picture.h"
#include "widgets/browser/sample_table.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <algorithm>

namespace lamina {
namespace {

DatasetPtr trainingOf(const Lesson& lesson)
{
    const Result<Project> project = parseProject(lesson.projectText, lesson.id);
    if (!project)
        return nullptr;
    const Result<DataParts> parts = openData(project->data, {}, project->seed);
    return parts ? parts->train : nullptr;
}

// Nothing where samples are no pictures.
std::vector<QImage> picturesOf(const Dataset& set, int place, int count)
{
    std::vector<QImage> pictures;
    const auto field = std::ranges::find_if(set.fields(), isPicture);
    if (field == set.fields().end() || field->kind != DataKind::Numbers)
        return pictures;
    const int at = static_cast<int>(field - set.fields().begin());
    std::vector<float> numbers(static_cast<std::size_t>(field->shape.elements()));
    // Lessons on the same set show different samples of it.
    const Index first =
        std::min<Index>(static_cast<Index>(place) * count, std::max<Index>(set.size() - count, 0));
    for (Index sample = first; sample < std::min<Index>(first + count, set.size()); ++sample) {
        if (set.readNumbers(sample, at, numbers))
            pictures.push_back(samplePicture(numbers, field->shape, valueRange(numbers)));
    }
    return pictures;
}

// "brea → d": a line a sample, what comes in before what is wanted.
QStringList wordsOf(const DatasetPtr& set, int count)
{
    SampleTable table;
    table.setDataset(set);
    QStringList lines;
    for (int row = 0; row < std::min(count, table.rowCount()); ++row) {
        QStringList cells;
        for (int column = 0; column < table.columnCount(); ++column)
            cells << table.index(row, column).data().toString();
        lines << cells.join(QString::fromUtf8("  →  "));
    }
    return lines;
}

} // namespace

LessonPictures::LessonPictures(QObject* parent) : QObject(parent) { }

void LessonPictures::read(int picturesEach)
{
    const QPointer<LessonPictures> self(this);
    QThreadPool::globalInstance()->start([self, picturesEach] {
        int place = 0;
        for (const Lesson& lesson : lessons::all()) {
            const QString id = QString::fromLatin1(lesson.id);
            const DatasetPtr set = trainingOf(lesson);
            if (!set)
                continue;
            const std::vector<QImage> pictures = picturesOf(*set, place++, picturesEach);
            const QStringList words = pictures.empty() ? wordsOf(set, picturesEach) : QStringList();
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [self, id, pictures, words] {
                    if (!self)
                        return;
                    emit self->picturesRead(id, pictures);
                    emit self->wordsRead(id, words);
                },
                Qt::QueuedConnection);
        }
    });
}

} // namespace lamina

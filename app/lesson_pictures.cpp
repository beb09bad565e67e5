#include "app/lesson_pictures.h"

#include "engine/data/open.h"
#include "engine/formats/lessons.h"
#include "engine/formats/project_file.h"
#include "widgets/browser/sample_picture.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <algorithm>

namespace lamina {
namespace {

// A lesson without pictures gives none; its card then stays plain.
std::vector<QImage> picturesOf(const Lesson& lesson, int place, int count)
{
    std::vector<QImage> pictures;
    const Result<Project> project = parseProject(lesson.projectText, lesson.id);
    if (!project)
        return pictures;
    const Result<DataParts> parts = openData(project->data, {}, project->seed);
    if (!parts || !parts->train)
        return pictures;
    const Dataset& set = *parts->train;
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

} // namespace

LessonPictures::LessonPictures(QObject* parent) : QObject(parent) { }

void LessonPictures::read(int picturesEach)
{
    const QPointer<LessonPictures> self(this);
    QThreadPool::globalInstance()->start([self, picturesEach] {
        int place = 0;
        for (const Lesson& lesson : lessons::all()) {
            const QString id = QString::fromLatin1(lesson.id);
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [self, id, pictures = picturesOf(lesson, place++, picturesEach)] {
                    if (self)
                        emit self->picturesRead(id, pictures);
                },
                Qt::QueuedConnection);
        }
    });
}

} // namespace lamina

// Tables as text: columns of numbers and words, a sample a row.
#include "engine/core/random.h"
#include "engine/data/source_type.h"
#include "engine/data/table/learn_schema.h"
#include "engine/data/table/table_rows.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace lamina::sources {

namespace {
using namespace table;

constexpr std::array headers{"auto", "yes", "no"};
constexpr std::array targetKinds{"auto", "number", "class"};
constexpr std::array missings{"error", "drop", "mean"};
constexpr std::array texts{"category", "letters", "words"};
constexpr std::array paddings{"pre", "post"};

template <typename Kind, std::size_t N>
Kind choiceOf(const Attributes& options, const char* name, const std::array<const char*, N>& choices)
{
    const std::string given = options.text(name);
    const auto found =
        std::find_if(choices.begin(), choices.end(), [&](const char* c) { return given == c; });
    return static_cast<Kind>(found - choices.begin());
}

TableWishes wishesOf(const Attributes& options)
{
    constexpr std::array textKinds{ColumnKind::Category, ColumnKind::Letters, ColumnKind::Words};
    TableWishes wishes;
    wishes.features = options.texts("features");
    for (std::string& target : options.texts("target"))
        if (!target.empty())
            wishes.targets.push_back(std::move(target));
    wishes.weight = options.text("weight");
    wishes.targetKind = choiceOf<TargetKind>(options, "target_kind", targetKinds);
    wishes.missing = choiceOf<Missing>(options, "missing", missings);
    wishes.texts = textKinds[choiceOf<std::size_t>(options, "text", texts)];
    wishes.sequenceLength = options.whole("sequence_length");
    wishes.vocabulary = options.whole("vocabulary");
    wishes.oneHot = options.flag("one_hot");
    wishes.padBefore = options.text("padding") == "pre";
    wishes.separate = options.flag("separate");
    wishes.shape = Shape(options.wholes("shape"));
    wishes.file = {options.text("delimiter"), options.text("encoding"),
                   choiceOf<Header>(options, "header", headers), options.whole("skip_rows")};
    return wishes;
}

// The options that decide how a row is read.
Json askedFor(Json given)
{
    for (const char* other : {"path", "test_fraction", "shuffle"})
        given.erase(other);
    return given;
}

struct Split {
    std::vector<std::uint32_t> train;
    std::vector<std::uint32_t> test;
};

// As scikit-learn's train_test_split: as many test samples as the fraction, rounded up, and the order of both
// parts is that of the shuffled rows. Not shuffled: the test samples are the last.
Split splitRows(Index rows, double fraction, bool shuffle, std::uint64_t seed)
{
    std::vector<std::uint32_t> order(static_cast<std::size_t>(rows));
    std::iota(order.begin(), order.end(), 0U);
    if (shuffle) {
        const CounterRandom random(seed, RandomPurpose::Data, {static_cast<std::uint64_t>(rows)});
        for (std::size_t i = order.size(); i > 1; --i)
            std::swap(order[i - 1], order[random.below(i, i)]);
    }
    const auto test = static_cast<std::ptrdiff_t>(std::ceil(static_cast<double>(rows) * fraction));
    return {{order.begin(), order.end() - test}, {order.end() - test, order.end()}};
}

Result<DataParts> open(const SourceRequest& request)
{
    const char* const pathPlace = "data.options.path";
    const std::string path = request.options.text("path");
    if (path.empty())
        return Fault{FaultKind::Input,
                     LAMINA_TEXT("table", "No file is named"),
                     {{}, pathPlace, {}},
                     LAMINA_TEXT("table", "choose a CSV file")};
    const TableWishes wishes = wishesOf(request.options);
    Result<TableFile> file = TableFile::open(request.folder / path, wishes.file, pathPlace);
    if (!file)
        return file.faults();

    const Json asked = askedFor(request.given);
    LearnedTable learned;
    std::optional<TableSchema> known;
    if (request.learned && request.learned->value("asked", Json()) == asked)
        known = schemaFromJson(*request.learned);
    if (known) {
        learned.schema = std::move(*known);
    } else {
        Result<LearnedTable> found = learnSchema(*file, wishes);
        if (!found)
            return found.faults();
        learned = std::move(*found);
    }
    Result<std::shared_ptr<TableRows>> read = TableRows::read(*file, learned.schema, learned.rows, false);
    if (!read)
        return read.faults();
    const std::shared_ptr<TableRows> rows = std::move(*read);

    const double fraction = request.options.real("test_fraction");
    Split split = splitRows(rows->size(), fraction, request.options.flag("shuffle"), request.seed);
    if (split.train.empty())
        return Fault{FaultKind::Input,
                     {LAMINA_TEXT("table", "A test part of %1 leaves none of the %2 rows for training"),
                      fraction, static_cast<long>(rows->size())},
                     {(request.folder / path).string(), "data.options.test_fraction", {}},
                     LAMINA_TEXT("table", "lower test_fraction, or use a table with more rows")};
    learned.schema = rows->fillMissing(split.train, std::move(learned.schema));

    DataParts parts;
    parts.learned = toJson(learned.schema);
    parts.learned["asked"] = asked;
    for (std::size_t i = 0; i < rows->fields().size(); ++i) {
        const std::string& name = rows->fields()[i].name;
        switch (rows->roles()[i]) {
        case SchemaField::Role::Input:
            parts.inputFields.push_back(name);
            break;
        case SchemaField::Role::Target:
            parts.targetFields.push_back(name);
            break;
        case SchemaField::Role::Weight:
            parts.weightField = name;
            break;
        }
    }
    for (const Text& note : learned.notes)
        parts.notes.push_back(render(note));
    parts.train = std::make_shared<TableSet>(rows, std::move(split.train));
    if (!split.test.empty())
        parts.test = std::make_shared<TableSet>(rows, std::move(split.test));
    return parts;
}

constexpr double mostSize = 1e6; // of a sequence or an axis

const std::array fields{
    Field{"path", FieldKind::Path, "\"\"", LAMINA_TEXT("table", "File"),
          LAMINA_TEXT("table", "A table as text (CSV, TSV), plain or gzipped")},
    Field{"features", FieldKind::TextList, "[]", LAMINA_TEXT("table", "Features"),
          LAMINA_TEXT("table", "Names of the columns to learn from; none: all but the target")},
    Field{"target", FieldKind::TextList, "[]", LAMINA_TEXT("table", "Target"),
          LAMINA_TEXT("table", "Name of the column to be told, or several; none: the last one")},
    Field{"target_kind", FieldKind::Choice, "\"auto\"", LAMINA_TEXT("table", "Kind of target"),
          LAMINA_TEXT("table",
                      "auto: texts, and whole numbers from 0 to at most 19 without a gap, are classes; "
                      "others are numbers"),
          0, 0, 0, targetKinds},
    Field{"weight", FieldKind::Words, "\"\"", LAMINA_TEXT("table", "Weight"),
          LAMINA_TEXT("table", "Name of a column that says how much each row counts; may be left out")},
    Field{"test_fraction", FieldKind::Real, "0.2", LAMINA_TEXT("table", "Test part"),
          LAMINA_TEXT("table", "This share of the rows is kept for the test; 0: none"), 0, 1},
    Field{
        "shuffle", FieldKind::Flag, "true", LAMINA_TEXT("table", "Shuffle rows"),
        LAMINA_TEXT("table", "Rows in random order before they are parted; else the last ones are the test")},
    Field{"missing", FieldKind::Choice, "\"error\"", LAMINA_TEXT("table", "Missing values"),
          LAMINA_TEXT(
              "table",
              "drop: leave such rows out; mean: the column's mean in the training part, and no category"),
          0, 0, 0, missings},
    Field{"delimiter", FieldKind::Words, "\"auto\"", LAMINA_TEXT("table", "Separator"),
          LAMINA_TEXT("table", "What stands between cells: auto, tab, space, or a character such as ;")},
    Field{"encoding", FieldKind::Words, "\"auto\"", LAMINA_TEXT("table", "Encoding"),
          LAMINA_TEXT("table", "How the text was saved: auto, UTF-8, UTF-16, CP949, CP1252 …")},
    Field{"header", FieldKind::Choice, "\"auto\"", LAMINA_TEXT("table", "Names in the first row"),
          LAMINA_TEXT("table", "Without names a column goes by its number: 1, 2, 3 …"), 0, 0, 0, headers},
    Field{"skip_rows", FieldKind::Whole, "0", LAMINA_TEXT("table", "Rows to skip"),
          LAMINA_TEXT("table", "So many rows at the top are passed over"), 0, 1e9},
    Field{.name = "shape",
          .kind = FieldKind::ShapeList,
          .defaultJson = "null",
          .label = LAMINA_TEXT("table", "Shape"),
          .help = LAMINA_TEXT("table", "The features as a sequence or picture: 5 × 1 for five steps"),
          .minimum = 1,
          .maximum = mostSize},
    Field{"text", FieldKind::Choice, "\"category\"", LAMINA_TEXT("table", "Texts"),
          LAMINA_TEXT(
              "table",
              "What texts among the features are: categories, or sequences of letters or words as numbers "
              "(0 fills up, 1 is unknown)"),
          0, 0, 0, texts},
    Field{"sequence_length", FieldKind::Whole, "0", LAMINA_TEXT("table", "Sequence length"),
          LAMINA_TEXT("table", "Letters or words of a text that are kept; 0: as many as the longest has"), 0,
          mostSize},
    Field{"vocabulary", FieldKind::Whole, "0", LAMINA_TEXT("table", "Vocabulary"),
          LAMINA_TEXT("table", "So many of the most frequent letters or words are known; 0: all"), 0,
          mostSize},
    Field{"padding", FieldKind::Choice, "\"pre\"", LAMINA_TEXT("table", "Padding"),
          LAMINA_TEXT("table", "Where short texts are filled up and long ones cut"), 0, 0, 0, paddings},
    Field{"one_hot", FieldKind::Flag, "false", LAMINA_TEXT("table", "One-hot sequences"),
          LAMINA_TEXT("table", "Each letter or word as a row with a single 1")},
    Field{"separate", FieldKind::Flag, "false", LAMINA_TEXT("table", "An input for each"),
          LAMINA_TEXT("table",
                      "An input for each feature and an output for each target, instead of one for all")},
};

} // namespace

const SourceType& csv()
{
    static const SourceType type{
        "csv",
        LAMINA_TEXT("table", "Table (CSV)"),
        LAMINA_TEXT("table", "Rows of a table as text; separator and names are found by themselves"),
        fields,
        open,
        false,
        false};
    return type;
}

} // namespace lamina::sources

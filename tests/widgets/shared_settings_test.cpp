#include "engine/model/layer_type.h"
#include "tests/support/run.h"
#include "widgets/inspector/field_editor.h"
#include "widgets/inspector/field_form.h"
#include "widgets/inspector/number_box.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFloat16>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace lamina;

namespace {
SharedSettings sharedBy(std::initializer_list<std::pair<const char*, Json>> parts)
{
    std::vector<Json> configs;
    std::vector<PartSettings> settings;
    configs.reserve(parts.size());
    for (const auto& [className, config] : parts) {
        configs.push_back(config);
        settings.push_back({layers::find(className)->fields, configs.back()});
    }
    return sharedSettings(settings);
}

QStringList namesOf(const SharedSettings& shared)
{
    QStringList names;
    for (const Field& field : shared.fields)
        names += QString::fromUtf8(field.name);
    return names;
}
} // namespace

class SharedSettingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatAllDeclareIsShared();
    void limitsAndChoicesAreThoseThatAllTake();
    void aMissingKeyIsTheDefault();
    void defaultsThatDifferAreTold();
    void everyKindOfEditorShowsDifferentValues();
    void anEditOfDifferentValuesIsOneForAll();
    void aKeyResetsTheFieldThatHasTheKeyboard();
    void theTooltipTellsNameDefaultAndRange();
    void faultsSayWhoseTheyAre();
};

void SharedSettingsTest::onlyWhatAllDeclareIsShared()
{
    const SharedSettings shared = sharedBy({{"Conv2D", {{"filters", 8}, {"kernel_size", 3}}},
                                            {"Conv2D", {{"filters", 16}, {"kernel_size", {3, 3}}}},
                                            {"Dense", {{"units", 4}}}});
    QVERIFY(namesOf(shared).contains("activation"));
    QVERIFY(!namesOf(shared).contains("filters"));
    QVERIFY(!namesOf(shared).contains("units"));
    const SharedSettings alike = sharedBy({{"Conv2D", {{"filters", 8}, {"kernel_size", 3}}},
                                           {"Conv2D", {{"filters", 16}, {"kernel_size", {3, 3}}}}});
    QCOMPARE(alike.states.at("filters").values, (std::vector<Json>{8, 16}));
    QVERIFY(!alike.config.contains("filters"));
    QCOMPARE(alike.config.at("kernel_size"), (Json{3, 3})); // one number is the same as two
    QVERIFY(sharedBy({{"Flatten", Json::object()}, {"Dense", {{"units", 4}}}}).fields.empty());
}

void SharedSettingsTest::limitsAndChoicesAreThoseThatAllTake()
{
    static constexpr std::array<const char*, 3> many{"valid", "same", "causal"};
    static constexpr std::array<const char*, 2> few{"same", "valid"};
    static constexpr std::array<const char*, 1> other{"full"};
    const auto with = [](double minimum, double maximum, std::span<const char* const> choices) {
        return std::array{Field{.name = "rate",
                                .kind = FieldKind::Real,
                                .defaultJson = "0.5",
                                .label = {},
                                .help = {},
                                .minimum = minimum,
                                .maximum = maximum},
                          Field{.name = "padding",
                                .kind = FieldKind::Choice,
                                .defaultJson = "\"valid\"",
                                .label = {},
                                .help = {},
                                .choices = choices}};
    };
    const Json none = Json::object();
    const auto first = with(0, 4, many), second = with(1, 9, few), third = with(0, 1, other);
    const SharedSettings shared = sharedSettings({{first, none}, {second, none}});
    QCOMPARE(shared.fields[0].minimum, 1.0);
    QCOMPARE(shared.fields[0].maximum, 4.0);
    QCOMPARE(shared.fields[1].choices.size(), few.size());
    QCOMPARE(namesOf(sharedSettings({{first, none}, {third, none}})), QStringList{"rate"});
}

void SharedSettingsTest::aMissingKeyIsTheDefault()
{
    const SharedSettings shared =
        sharedBy({{"Dense", {{"units", 4}, {"use_bias", true}}}, {"Dense", {{"units", 4}}}});
    QVERIFY(shared.states.at("use_bias").atDefault);
    QCOMPARE(shared.states.at("use_bias").values.size(), std::size_t(1));
    QVERIFY(!shared.states.at("units").atDefault); // it has none
}

void SharedSettingsTest::defaultsThatDifferAreTold()
{
    const Field one{.name = "rate", .kind = FieldKind::Real, .defaultJson = "0.5", .label = {}, .help = {}};
    const Field two{.name = "rate", .kind = FieldKind::Real, .defaultJson = "null", .label = {}, .help = {}};
    const Json none = Json::object(), given{{"rate", 0.5}};
    const SharedSettings apart = sharedSettings({{{&one, 1}, none}, {{&two, 1}, none}});
    QVERIFY(apart.states.at("rate").ownDefaults && apart.states.at("rate").atDefault);
    QCOMPARE(apart.states.at("rate").values, (std::vector<Json>{0.5, nullptr}));
    QVERIFY(!apart.fields[0].defaultJson);
    QVERIFY(!apart.fields[0].orNull); // one of them takes a number only
    const SharedSettings agreed = sharedSettings({{{&one, 1}, none}, {{&two, 1}, given}});
    QVERIFY(!agreed.states.at("rate").atDefault);
    FieldForm form;
    form.setFields(agreed.fields, agreed.config, agreed.states);
    QVERIFY(form.canReset());
}

void SharedSettingsTest::everyKindOfEditorShowsDifferentValues()
{
    // Of every field of every layer, with values that differ.
    int fields = 0;
    for (const LayerType* type : layers::all())
        for (const Field& field : type->fields) {
            FieldForm form;
            const std::string name = field.name;
            form.setFields({&field, 1}, Json::object(), {{name, {.values = {1, 2}}}});
            if (form.names().isEmpty())
                continue;
            const FieldEditor* editor = form.editor(QString::fromStdString(name));
            QSignalSpy edited(editor, &FieldEditor::edited);
            const QByteArray where = QByteArray(type->className) + "." + field.name;
            for (const QLineEdit* line : editor->findChildren<QLineEdit*>()) {
                QVERIFY2(line->text().isEmpty(), where);
                QCOMPARE(line->placeholderText(), QStringLiteral("mixed"));
            }
            for (const QComboBox* box : editor->findChildren<QComboBox*>()) {
                QVERIFY2(box->currentText().isEmpty(), where);
                QCOMPARE(box->placeholderText(), QStringLiteral("mixed"));
            }
            for (const QCheckBox* box : editor->findChildren<QCheckBox*>())
                QCOMPARE(box->checkState(), Qt::PartiallyChecked);
            for (NumberBox* box : editor->findChildren<NumberBox*>())
                QTest::keyClick(box, Qt::Key_Up); // there is nothing to go up from
            QCOMPARE(edited.count(), 0);
            form.setConfig(Json::object());
            for (const QLineEdit* line : editor->findChildren<QLineEdit*>())
                QVERIFY2(line->placeholderText() != QStringLiteral("mixed"), where);
            for (const QCheckBox* box : editor->findChildren<QCheckBox*>())
                QVERIFY2(box->checkState() != Qt::PartiallyChecked, where);
            ++fields;
        }
    QVERIFY(fields > 100);
}

void SharedSettingsTest::anEditOfDifferentValuesIsOneForAll()
{
    const SharedSettings shared =
        sharedBy({{"Dense", {{"units", 4}, {"use_bias", false}}}, {"Dense", {{"units", 8}}}});
    FieldForm form;
    form.setFields(shared.fields, shared.config, shared.states);
    form.show();
    QVERIFY(QTest::qWaitForWindowActive(&form));
    QSignalSpy edited(&form, &FieldForm::edited);
    auto* units = qobject_cast<NumberBox*>(form.editor("units")->control());
    auto* line = units->findChild<QLineEdit*>();
    line->setFocus();
    QTest::keyClicks(line, "x");
    QCOMPARE(edited.count(), 0);
    form.setConfig(shared.config, shared.states); // shown again, as after a measurement
    QCOMPARE(line->text(), QStringLiteral("x"));
    QTest::keyClick(line, Qt::Key_Backspace);
    QTest::keyClicks(line, "16");
    QCOMPARE(edited.last().at(1).value<Json>(), Json(16));
    auto* bias = qobject_cast<QCheckBox*>(form.editor("use_bias")->control());
    QTest::keyClick(bias, Qt::Key_Space);
    QCOMPARE(edited.last().at(1).value<Json>(), Json(true));
    QCOMPARE(bias->checkState(), Qt::Checked);
    QTest::keyClick(bias, Qt::Key_Space);
    QCOMPARE(edited.last().at(1).value<Json>(), Json(false));
}

void SharedSettingsTest::aKeyResetsTheFieldThatHasTheKeyboard()
{
    const LayerType* dense = layers::find("Dense");
    FieldForm form;
    form.setFields(dense->fields,
                   {{"units", 4},
                    {"activation", "relu"},
                    {"kernel_regularizer", {{"class_name", "L1"}, {"config", {{"l1", 0.5}}}}}});
    form.show();
    QVERIFY(QTest::qWaitForWindowActive(&form));
    QVERIFY(form.canReset());
    QSignalSpy reset(&form, &FieldForm::resetRequested), edited(&form, &FieldForm::edited);
    const auto press = [&](QWidget* at) {
        at->setFocus();
        QTest::keyClick(at, Qt::Key_Home, Qt::AltModifier);
    };
    press(form.editor("units")->control()); // must be given
    QCOMPARE(reset.count(), 0);
    press(form.editor("activation")->control());
    QCOMPARE(reset.count(), 1);
    QCOMPARE(reset.last().at(0).toString(), QStringLiteral("activation"));
    QVERIFY(form.editor("activation")->control()->hasFocus());
    press(form.editor("activation")->control()); // it is already
    QCOMPARE(reset.count(), 1);
    // A setting of the regularizer, not the regularizer.
    auto* inner = form.editor("kernel_regularizer")->findChild<FieldForm*>();
    press(inner->editor("l1")->control());
    QCOMPARE(reset.count(), 1);
    QCOMPARE(edited.last().at(1).value<Json>().at("config"), Json::object());
}

void SharedSettingsTest::theTooltipTellsNameDefaultAndRange()
{
    FieldForm form;
    const LayerType* dropout = layers::find("Dropout");
    form.setFields(dropout->fields, {{"rate", 0.5}});
    const QString tip = form.editor("rate")->toolTip();
    QVERIFY2(tip.contains("<code>rate</code>"), qPrintable(tip));
    QVERIFY2(tip.contains("<code>0</code> to <code>1</code>"), qPrintable(tip));
    const SharedSettings shared = sharedBy({{"Dropout", {{"rate", 0.25}}}, {"Dropout", {{"rate", 0.5}}}});
    form.setFields(shared.fields, shared.config, shared.states);
    QVERIFY2(form.editor("rate")->toolTip().contains("<code>0.25</code>, <code>0.5</code>"),
             qPrintable(form.editor("rate")->toolTip()));
    QVERIFY(form.editor("rate")->control()->accessibleDescription().contains("differ"));
}

void SharedSettingsTest::faultsSayWhoseTheyAre()
{
    FieldForm form;
    const SharedSettings shared = sharedBy({{"Dense", {{"units", 0}}}, {"Dense", {{"units", 4}}}});
    form.setFields(shared.fields, shared.config, shared.states);
    form.setFaults(check(layers::find("Dense")->fields, {{"units", 0}},
                         {.path = "model.layers[2].config", .layer = "hidden"}));
    QStringList told;
    for (const QLabel* label : form.findChildren<QLabel*>())
        if (label->property("laminaFault").toBool() && !label->isHidden())
            told += label->text();
    QCOMPARE(told.size(), 1);
    QVERIFY2(told.front().startsWith("hidden: "), qPrintable(told.front()));
}

LAMINA_TEST(SharedSettingsTest)
#include "shared_settings_test.moc"

// Keras' ImageDataGenerator: pictures turned, shifted, sheared, zoomed, flipped and lit at random.
#include "engine/core/field_makers.h"
#include "engine/data/augment_type.h"
#include "engine/data/photos/transform.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace lamina::augmenters {

namespace {

// The places of what is drawn for a picture. They decide what a seed gives: never renumbered.
enum Place : std::uint64_t {
    Theta,
    ShiftY,
    SignY,
    ShiftX,
    SignX,
    Shear,
    ZoomX,
    ZoomY,
    FlipHorizontal,
    FlipVertical,
    ChannelShift,
    Brightness
};

// width_shift_range and its like. A fraction of the picture below 1, else pixels; a whole number n is one of
// 0 … n - 1 pixels and a list one of its numbers, to either side.
class ShiftRange {
public:
    ShiftRange(const Json& given, Index pixels)
    {
        double greatest = 0;
        if (given.is_array()) {
            m_choices = given.get<std::vector<double>>();
            greatest = *std::ranges::max_element(m_choices);
        } else {
            greatest = std::abs(given.get<double>());
            (given.is_number_integer() ? m_whole : m_range) = greatest;
        }
        m_scale = greatest < 1 ? static_cast<double>(pixels) : 1;
    }

    // A positive number lets every pixel come from further on.
    double draw(const CounterRandom& random, Place shift, Place sign) const
    {
        if (m_range != 0)
            return random.uniform(shift, -m_range, m_range) * m_scale;
        double chosen = 0;
        if (!m_choices.empty())
            chosen = m_choices[random.below(shift, m_choices.size())];
        else if (m_whole > 0)
            chosen = static_cast<double>(random.below(shift, static_cast<std::uint64_t>(m_whole)));
        return (random.uniform(sign) < 0.5 ? -chosen : chosen) * m_scale;
    }

private:
    std::vector<double> m_choices;
    double m_whole = 0;
    double m_range = 0;
    double m_scale = 1;
};

struct Range {
    double low;
    double high;
};

struct Settings {
    double rotation;
    ShiftRange shiftX;
    ShiftRange shiftY;
    double shear;
    Range zoom;
    double channelShift;
    std::optional<Range> brightness;
    bool flipHorizontal;
    bool flipVertical;
    Filling filling;
    float rescale; // 1: as it is
    bool centre;
    bool deviation;
};

constexpr std::array fillModes{"constant", "nearest", "reflect", "wrap"};

Settings settingsOf(const Attributes& a, const Shape& picture)
{
    const std::vector<double> zoom = a.reals("zoom_range");
    const std::vector<double> brightness = a.reals("brightness_range");
    const std::string mode = a.text("fill_mode");
    const double rescale = a.isNull("rescale") ? 0 : a.real("rescale");
    const bool deviation = a.flag("samplewise_std_normalization");
    return {.rotation = a.real("rotation_range"),
            .shiftX = ShiftRange(a.value("width_shift_range"), picture[1]),
            .shiftY = ShiftRange(a.value("height_shift_range"), picture[0]),
            .shear = a.real("shear_range"),
            .zoom = zoom.size() == 2 ? Range{zoom[0], zoom[1]} : Range{1 - zoom[0], 1 + zoom[0]},
            .channelShift = a.real("channel_shift_range"),
            .brightness =
                brightness.empty() ? std::nullopt : std::optional(Range{brightness[0], brightness[1]}),
            .flipHorizontal = a.flag("horizontal_flip"),
            .flipVertical = a.flag("vertical_flip"),
            .filling = {static_cast<FillMode>(std::ranges::find(fillModes, mode) - fillModes.begin()),
                        static_cast<float>(a.real("cval")), a.whole("interpolation_order") == 1},
            .rescale = rescale == 0 ? 1.0F : static_cast<float>(rescale),
            .centre = a.flag("samplewise_center") || deviation, // Keras sets the one with the other
            .deviation = deviation};
}

PictureTransform drawn(const Settings& s, const CounterRandom& random)
{
    PictureTransform t;
    if (s.rotation != 0)
        t.theta = random.uniform(Theta, -s.rotation, s.rotation);
    t.shiftY = s.shiftY.draw(random, ShiftY, SignY);
    t.shiftX = s.shiftX.draw(random, ShiftX, SignX);
    if (s.shear != 0)
        t.shear = random.uniform(Shear, -s.shear, s.shear);
    if (s.zoom.low != 1 || s.zoom.high != 1) {
        t.zoomX = random.uniform(ZoomX, s.zoom.low, s.zoom.high);
        t.zoomY = random.uniform(ZoomY, s.zoom.low, s.zoom.high);
    }
    t.flipHorizontal = s.flipHorizontal && random.uniform(FlipHorizontal) < 0.5;
    t.flipVertical = s.flipVertical && random.uniform(FlipVertical) < 0.5;
    if (s.channelShift != 0)
        t.channelShift = random.uniform(ChannelShift, -s.channelShift, s.channelShift);
    if (s.brightness)
        t.brightness = random.uniform(Brightness, s.brightness->low, s.brightness->high);
    return t;
}

// The sums are taken in double precision and in order: a picture has up to millions of values.
void standardize(const Settings& s, std::span<float> picture)
{
    if (s.rescale != 1)
        for (float& value : picture)
            value *= s.rescale;
    if (!s.centre)
        return;
    const auto count = static_cast<double>(picture.size());
    const double mean = std::accumulate(picture.begin(), picture.end(), 0.0) / count;
    double squares = 0;
    for (float& value : picture) {
        value -= static_cast<float>(mean);
        squares += static_cast<double>(value) * value;
    }
    if (!s.deviation)
        return;
    const auto factor = static_cast<float>(1 / (std::sqrt(squares / count) + 1e-6));
    for (float& value : picture)
        value *= factor;
}

AugmentFunction compile(const Attributes& attributes, const Shape& picture)
{
    return [settings = settingsOf(attributes, picture), shape = picture](std::span<float> values,
                                                                         const CounterRandom& random) {
        transformPicture(values, shape, drawn(settings, random), settings.filling);
        standardize(settings, values);
    };
}

Faults check(const Attributes& a, const lamina::Place& where)
{
    Faults faults;
    const auto refuse = [&](const char* name, Text what, Text remedy) {
        lamina::Place place = where;
        place.path += std::string(".") + name;
        faults.push_back({FaultKind::Input, std::move(what), std::move(place), std::move(remedy)});
    };
    if (const Json zoom = a.value("zoom_range"); zoom.is_number() && zoom.get<double>() > 1)
        refuse("zoom_range",
               Text(LAMINA_TEXT("augmentation", "A zoom from 1 - %1 to 1 + %1 turns the picture over"),
                    zoom.get<double>()),
               LAMINA_TEXT("augmentation", "give a number up to 1, or a list of two factors"));
    if (a.value("brightness_range").is_number())
        refuse("brightness_range", LAMINA_TEXT("augmentation", "A range of brightness has two ends"),
               LAMINA_TEXT("augmentation", "give a list of two factors, such as [0.8, 1.2]"));
    for (const char* name : {"width_shift_range", "height_shift_range"})
        if (const Json shift = a.value(name); shift.is_array() && shift.empty())
            refuse(name, LAMINA_TEXT("augmentation", "There is no shift to choose from"),
                   LAMINA_TEXT("augmentation", "give a number, or a list of shifts"));
    // What is learned of all samples would have to hold for every part, and augmentation is for training.
    for (const char* name : {"featurewise_center", "featurewise_std_normalization", "zca_whitening"})
        if (a.flag(name))
            refuse(name,
                   Text(LAMINA_TEXT("augmentation", "'%1' would change the training samples alone"), name),
                   LAMINA_TEXT("augmentation",
                               "set it to false and use the preprocessing step Normalization, which every "
                               "part takes"));
    return faults;
}

constexpr double farthest = 1e6; // pixels, and more than any picture has

Field shiftField(const char* name, TextId label)
{
    return {.name = name,
            .kind = FieldKind::RealList,
            .defaultJson = "0.0",
            .label = label,
            .help = LAMINA_TEXT("augmentation",
                                "Below 1 a share of the picture, else pixels; a list: one of its numbers"),
            .minimum = -farthest,
            .maximum = farthest};
}

const std::array declared{
    fields::real("rotation_range", "0", 0, 360, LAMINA_TEXT("augmentation", "Rotation"),
                 LAMINA_TEXT("augmentation", "Turned by up to so many degrees to either side")),
    shiftField("width_shift_range", LAMINA_TEXT("augmentation", "Shift across")),
    shiftField("height_shift_range", LAMINA_TEXT("augmentation", "Shift up and down")),
    fields::real("shear_range", "0.0", 0, 360, LAMINA_TEXT("augmentation", "Shear"),
                 LAMINA_TEXT("augmentation", "Made lean by up to so many degrees to either side")),
    Field{.name = "zoom_range",
          .kind = FieldKind::RealList,
          .defaultJson = "0.0",
          .label = LAMINA_TEXT("augmentation", "Zoom"),
          .help =
              LAMINA_TEXT("augmentation",
                          "0.2: by a factor from 0.8 to 1.2, across and up each its own; or the two ends"),
          .minimum = 0,
          .maximum = 100,
          .listLength = 2},
    fields::flag("horizontal_flip", "false", LAMINA_TEXT("augmentation", "Flip left and right"),
                 LAMINA_TEXT("augmentation", "Every other picture, at random, is seen in a mirror")),
    fields::flag("vertical_flip", "false", LAMINA_TEXT("augmentation", "Flip up and down"),
                 LAMINA_TEXT("augmentation", "Every other picture, at random, stands on its head")),
    Field{.name = "brightness_range",
          .kind = FieldKind::RealList,
          .defaultJson = "null",
          .label = LAMINA_TEXT("augmentation", "Brightness"),
          .help = LAMINA_TEXT("augmentation", "Two factors, such as 0.8 and 1.2, for pictures from 0 to 255"),
          .minimum = 0,
          .maximum = 1000,
          .listLength = 2},
    fields::real("channel_shift_range", "0.0", 0, 1e9, LAMINA_TEXT("augmentation", "Shift of the values"),
                 LAMINA_TEXT("augmentation", "Up to so much is added to or taken from every value")),
    fields::choice(
        "fill_mode", "\"nearest\"", fillModes, LAMINA_TEXT("augmentation", "What lies outside"),
        LAMINA_TEXT("augmentation",
                    "constant: one value; nearest: the edge; reflect: a mirror; wrap: the other side")),
    fields::real("cval", "0.0", -1e9, 1e9, LAMINA_TEXT("augmentation", "Value outside"),
                 LAMINA_TEXT("augmentation", "What lies outside where that is constant")),
    fields::whole("interpolation_order", "1", 0, 1, LAMINA_TEXT("augmentation", "Between pixels"),
                  LAMINA_TEXT("augmentation", "1: a mean of the four pixels around, 0: the nearest of them")),
    Field{.name = "rescale",
          .kind = FieldKind::Real,
          .defaultJson = "null",
          .label = LAMINA_TEXT("augmentation", "Scale"),
          .help =
              LAMINA_TEXT("augmentation",
                          "A factor for the training part alone; what every part needs is a preprocessing "
                          "step"),
          .minimum = -1e9,
          .maximum = 1e9},
    fields::flag("samplewise_center", "false", LAMINA_TEXT("augmentation", "Centre each picture"),
                 LAMINA_TEXT("augmentation", "Its mean is taken away, in training alone")),
    fields::flag("samplewise_std_normalization", "false",
                 LAMINA_TEXT("augmentation", "Standardise each picture"),
                 LAMINA_TEXT("augmentation", "Mean 0 and deviation 1, in training alone")),
    fields::flag("featurewise_center", "false", LAMINA_TEXT("augmentation", "Centre by all pictures"),
                 LAMINA_TEXT("augmentation", "Not here: use the preprocessing step Normalization")),
    fields::flag("featurewise_std_normalization", "false",
                 LAMINA_TEXT("augmentation", "Standardise by all pictures"),
                 LAMINA_TEXT("augmentation", "Not here: use the preprocessing step Normalization")),
    fields::flag("zca_whitening", "false", LAMINA_TEXT("augmentation", "ZCA whitening"),
                 LAMINA_TEXT("augmentation", "Not here: use the preprocessing step Normalization")),
};

} // namespace

const AugmentType& image_data_generator()
{
    static const AugmentType type{
        .className = "ImageDataGenerator",
        .label = LAMINA_TEXT("augmentation", "Changed pictures"),
        .help = LAMINA_TEXT("augmentation",
                            "Turns, shifts, shears, zooms, flips and lights the training pictures at random"),
        .fields = declared,
        .check = check,
        .compile = compile};
    return type;
}

} // namespace lamina::augmenters

// TerminateOnNaN: ends the training at the first batch whose loss is no longer a finite number.
#include "engine/callbacks/monitor.h"

namespace lamina::callbacks {

namespace {
class TerminateOnNaN final : public Callback {
public:
    bool watchesBatches() const override { return true; }
    Result<void> batchEnd(RunningTraining& training, Index batch, const Logs& logs) override
    {
        for (const char* name : {"batch_loss", "loss"})
            if (const std::optional<double> loss = monitor::valueOf(logs, name);
                loss && !std::isfinite(*loss)) {
                training.stopTraining("nan");
                training.say(Text(
                    LAMINA_TEXT("callbacks", "Batch %1: the loss is not a finite number, so training ends"),
                    batch));
                return {};
            }
        return {};
    }
};
} // namespace

const CallbackType& terminate_on_nan()
{
    static const CallbackType type{
        .className = "TerminateOnNaN",
        .label = LAMINA_TEXT("callbacks", "Terminate on NaN"),
        .help = LAMINA_TEXT("callbacks", "Ends the training when the loss is no longer a finite number"),
        .fields = {},
        .create = [](const Attributes&) -> std::unique_ptr<Callback> {
            return std::make_unique<TerminateOnNaN>();
        }};
    return type;
}

} // namespace lamina::callbacks

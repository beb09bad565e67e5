// What Keras 2.13 documents as the arguments of its classes, in their order: the other side of what Lamina's
// parts declare. `name`, `trainable` and `dtype` are every layer's.
#pragma once

#include <QMap>
#include <QRegularExpression>
#include <QStringList>

#include <string_view>

namespace lamina::test {

inline constexpr std::string_view kerasSignatures = R"(
layers.Activation activation
layers.Add
layers.Average
layers.AveragePooling1D pool_size strides padding data_format
layers.AveragePooling2D pool_size strides padding data_format
layers.BatchNormalization axis momentum epsilon center scale beta_initializer gamma_initializer moving_mean_initializer moving_variance_initializer beta_regularizer gamma_regularizer beta_constraint gamma_constraint synchronized
layers.Bidirectional layer merge_mode weights backward_layer
layers.Concatenate axis
layers.Conv1D filters kernel_size strides padding data_format dilation_rate groups activation use_bias kernel_initializer bias_initializer kernel_regularizer bias_regularizer activity_regularizer kernel_constraint bias_constraint
layers.Conv2D filters kernel_size strides padding data_format dilation_rate groups activation use_bias kernel_initializer bias_initializer kernel_regularizer bias_regularizer activity_regularizer kernel_constraint bias_constraint
layers.Conv2DTranspose filters kernel_size strides padding output_padding data_format dilation_rate activation use_bias kernel_initializer bias_initializer kernel_regularizer bias_regularizer activity_regularizer kernel_constraint bias_constraint
layers.Cropping2D cropping data_format
layers.Dense units activation use_bias kernel_initializer bias_initializer kernel_regularizer bias_regularizer activity_regularizer kernel_constraint bias_constraint
layers.DepthwiseConv2D kernel_size strides padding depth_multiplier data_format dilation_rate activation use_bias depthwise_initializer bias_initializer depthwise_regularizer bias_regularizer activity_regularizer depthwise_constraint bias_constraint
layers.Dot axes normalize
layers.Dropout rate noise_shape seed
layers.ELU alpha
layers.Embedding input_dim output_dim embeddings_initializer embeddings_regularizer activity_regularizer embeddings_constraint mask_zero input_length sparse
layers.Flatten data_format
layers.GRU units activation recurrent_activation use_bias kernel_initializer recurrent_initializer bias_initializer kernel_regularizer recurrent_regularizer bias_regularizer activity_regularizer kernel_constraint recurrent_constraint bias_constraint dropout recurrent_dropout return_sequences return_state go_backwards stateful unroll time_major reset_after
layers.GaussianDropout rate seed
layers.GaussianNoise stddev seed
layers.GlobalAveragePooling1D data_format keepdims
layers.GlobalAveragePooling2D data_format keepdims
layers.GlobalMaxPooling1D data_format keepdims
layers.GlobalMaxPooling2D data_format keepdims
layers.LSTM units activation recurrent_activation use_bias kernel_initializer recurrent_initializer bias_initializer unit_forget_bias kernel_regularizer recurrent_regularizer bias_regularizer activity_regularizer kernel_constraint recurrent_constraint bias_constraint dropout recurrent_dropout return_sequences return_state go_backwards stateful time_major unroll
layers.LayerNormalization axis epsilon center scale beta_initializer gamma_initializer beta_regularizer gamma_regularizer beta_constraint gamma_constraint
layers.LeakyReLU alpha
layers.Masking mask_value
layers.MaxPooling1D pool_size strides padding data_format
layers.MaxPooling2D pool_size strides padding data_format
layers.Maximum
layers.Minimum
layers.Multiply
layers.Normalization axis mean variance invert
layers.PReLU alpha_initializer alpha_regularizer alpha_constraint shared_axes
layers.Permute dims
layers.RandomBrightness factor value_range seed
layers.RandomContrast factor seed
layers.RandomFlip mode seed
layers.RandomRotation factor fill_mode interpolation seed fill_value
layers.RandomTranslation height_factor width_factor fill_mode interpolation seed fill_value
layers.RandomZoom height_factor width_factor fill_mode interpolation seed fill_value
layers.ReLU max_value negative_slope threshold
layers.RepeatVector n
layers.Rescaling scale offset
layers.Reshape target_shape
layers.SeparableConv2D filters kernel_size strides padding data_format dilation_rate depth_multiplier activation use_bias depthwise_initializer pointwise_initializer bias_initializer depthwise_regularizer pointwise_regularizer bias_regularizer activity_regularizer depthwise_constraint pointwise_constraint bias_constraint
layers.SimpleRNN units activation use_bias kernel_initializer recurrent_initializer bias_initializer kernel_regularizer recurrent_regularizer bias_regularizer activity_regularizer kernel_constraint recurrent_constraint bias_constraint dropout recurrent_dropout return_sequences return_state go_backwards stateful unroll
layers.Softmax axis
layers.SpatialDropout1D rate noise_shape seed
layers.SpatialDropout2D rate data_format noise_shape seed
layers.Subtract
layers.ThresholdedReLU theta
layers.TimeDistributed layer
layers.UpSampling1D size
layers.UpSampling2D size data_format interpolation
layers.ZeroPadding2D padding data_format
keras.Input shape batch_size name dtype
keras.Sequential layers name
keras.Model inputs outputs name
keras.initializers.Constant value
keras.initializers.GlorotNormal seed
keras.initializers.GlorotUniform seed
keras.initializers.HeNormal seed
keras.initializers.HeUniform seed
keras.initializers.Identity gain
keras.initializers.LecunNormal seed
keras.initializers.LecunUniform seed
keras.initializers.Ones
keras.initializers.Orthogonal gain seed
keras.initializers.RandomNormal mean stddev seed
keras.initializers.RandomUniform minval maxval seed
keras.initializers.TruncatedNormal mean stddev seed
keras.initializers.VarianceScaling scale mode distribution seed
keras.initializers.Zeros
keras.regularizers.L1 l1
keras.regularizers.L2 l2
keras.regularizers.L1L2 l1 l2
keras.constraints.MaxNorm max_value axis
keras.constraints.MinMaxNorm min_value max_value rate axis
keras.constraints.NonNeg
keras.constraints.UnitNorm axis
keras.losses.BinaryCrossentropy from_logits label_smoothing axis reduction name
keras.losses.CategoricalCrossentropy from_logits label_smoothing axis reduction name
keras.losses.CosineSimilarity axis reduction name
keras.losses.Huber delta reduction name
keras.losses.SparseCategoricalCrossentropy from_logits ignore_class reduction name
keras.metrics.AUC num_thresholds curve summation_method name dtype thresholds multi_label num_labels label_weights from_logits
keras.metrics.BinaryAccuracy name dtype threshold
keras.metrics.BinaryCrossentropy name dtype from_logits label_smoothing
keras.metrics.CategoricalAccuracy name dtype
keras.metrics.CategoricalCrossentropy name dtype from_logits label_smoothing axis
keras.metrics.CategoricalHinge name dtype
keras.metrics.CosineSimilarity name dtype axis
keras.metrics.F1Score average threshold name dtype
keras.metrics.Hinge name dtype
keras.metrics.KLDivergence name dtype
keras.metrics.LogCoshError name dtype
keras.metrics.MeanAbsoluteError name dtype
keras.metrics.MeanAbsolutePercentageError name dtype
keras.metrics.MeanSquaredError name dtype
keras.metrics.MeanSquaredLogarithmicError name dtype
keras.metrics.Poisson name dtype
keras.metrics.Precision thresholds top_k class_id name dtype
keras.metrics.R2Score class_aggregation num_regressors name dtype
keras.metrics.Recall thresholds top_k class_id name dtype
keras.metrics.RootMeanSquaredError name dtype
keras.metrics.SparseCategoricalAccuracy name dtype
keras.metrics.SparseCategoricalCrossentropy name dtype from_logits ignore_class axis
keras.metrics.SparseTopKCategoricalAccuracy k name dtype
keras.metrics.SquaredHinge name dtype
keras.metrics.TopKCategoricalAccuracy k name dtype
keras.optimizers.Adadelta learning_rate rho epsilon weight_decay clipnorm clipvalue global_clipnorm
keras.optimizers.Adagrad learning_rate initial_accumulator_value epsilon weight_decay clipnorm clipvalue global_clipnorm
keras.optimizers.Adam learning_rate beta_1 beta_2 epsilon amsgrad weight_decay clipnorm clipvalue global_clipnorm
keras.optimizers.AdamW learning_rate weight_decay beta_1 beta_2 epsilon amsgrad clipnorm clipvalue global_clipnorm
keras.optimizers.Adamax learning_rate beta_1 beta_2 epsilon weight_decay clipnorm clipvalue global_clipnorm
keras.optimizers.Ftrl learning_rate learning_rate_power initial_accumulator_value l1_regularization_strength l2_regularization_strength l2_shrinkage_regularization_strength beta weight_decay clipnorm clipvalue global_clipnorm
keras.optimizers.Nadam learning_rate beta_1 beta_2 epsilon weight_decay clipnorm clipvalue global_clipnorm
keras.optimizers.RMSprop learning_rate rho momentum epsilon centered weight_decay clipnorm clipvalue global_clipnorm
keras.optimizers.SGD learning_rate momentum nesterov weight_decay clipnorm clipvalue global_clipnorm
keras.optimizers.schedules.CosineDecay initial_learning_rate decay_steps alpha name warmup_target warmup_steps
keras.optimizers.schedules.CosineDecayRestarts initial_learning_rate first_decay_steps t_mul m_mul alpha name
keras.optimizers.schedules.ExponentialDecay initial_learning_rate decay_steps decay_rate staircase name
keras.optimizers.schedules.InverseTimeDecay initial_learning_rate decay_steps decay_rate staircase name
keras.optimizers.schedules.PiecewiseConstantDecay boundaries values name
keras.optimizers.schedules.PolynomialDecay initial_learning_rate decay_steps end_learning_rate power cycle name
keras.callbacks.CSVLogger filename separator append
keras.callbacks.EarlyStopping monitor min_delta patience verbose mode baseline restore_best_weights start_from_epoch
keras.callbacks.LearningRateScheduler schedule verbose
keras.callbacks.ModelCheckpoint filepath monitor verbose save_best_only save_weights_only mode save_freq options initial_value_threshold
keras.callbacks.ReduceLROnPlateau monitor factor patience verbose mode min_delta cooldown min_lr
keras.callbacks.TerminateOnNaN
keras.mixed_precision.set_global_policy policy
keras.utils.set_random_seed seed
ImageDataGenerator featurewise_center samplewise_center featurewise_std_normalization samplewise_std_normalization zca_whitening zca_epsilon rotation_range width_shift_range height_shift_range brightness_range shear_range zoom_range channel_shift_range fill_mode cval horizontal_flip vertical_flip rescale preprocessing_function data_format validation_split interpolation_order dtype
changed.flow x y batch_size shuffle sample_weight seed
changed.flow_from_directory directory target_size color_mode classes class_mode batch_size shuffle seed save_to_dir save_prefix save_format follow_links subset interpolation keep_aspect_ratio
plain.flow_from_directory directory target_size color_mode classes class_mode batch_size shuffle seed save_to_dir save_prefix save_format follow_links subset interpolation keep_aspect_ratio
model.compile optimizer loss metrics loss_weights weighted_metrics run_eagerly steps_per_execution jit_compile
model.fit x y batch_size epochs verbose callbacks validation_split validation_data shuffle class_weight sample_weight initial_epoch steps_per_epoch
model.evaluate x y batch_size
model.load_weights filepath
model.save filepath
model.summary
)";

struct Signatures {
    QMap<QString, QStringList> arguments;

    Signatures()
    {
        const QString all =
            QString::fromUtf8(kerasSignatures.data(), static_cast<int>(kerasSignatures.size()));
        for (const QString& line : all.split('\n', Qt::SkipEmptyParts)) {
            QStringList words = line.split(' ', Qt::SkipEmptyParts);
            const QString name = words.takeFirst();
            arguments[name] = words;
        }
    }

    // What is wrong in a text: calls of Keras that it does not know, and arguments that they do not have.
    QStringList breaches(const std::string& text, int* calls = nullptr) const
    {
        // A call opens with its name; what is named before '=' within it is its argument.
        static const QRegularExpression parts( // no raw string: moc would stumble over its brackets
            "(\"(?:[^\"\\\\]|\\\\.)*\")|#[^\\n]*|([A-Za-z_][\\w.]*)\\(|(\\w+)=(?!=)|([(\\[{])|([)\\]}])");
        QStringList wrong;
        QStringList open;
        auto matches = parts.globalMatch(QString::fromStdString(text));
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            if (match.hasCaptured(2)) {
                open << match.captured(2);
                const bool ofKeras = open.last().startsWith("keras.") || open.last().startsWith("layers.");
                if (calls && arguments.contains(open.last()))
                    ++*calls;
                if (ofKeras && !arguments.contains(open.last()))
                    wrong << open.last() + " is not known";
            } else if (match.hasCaptured(3) && !open.isEmpty() && arguments.contains(open.last())) {
                const bool anyLayer = open.last().startsWith("layers.")
                    && (match.captured(3) == "name" || match.captured(3) == "trainable");
                if (!anyLayer && !arguments[open.last()].contains(match.captured(3)))
                    wrong << open.last() + " has no argument " + match.captured(3);
            } else if (match.hasCaptured(4)) {
                open << QString();
            } else if (match.hasCaptured(5) && !open.isEmpty()) {
                open.removeLast();
            }
        }
        return wrong;
    }
};

} // namespace lamina::test

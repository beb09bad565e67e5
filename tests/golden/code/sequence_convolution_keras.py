"""sequence_convolution. Written by Lamina for Keras 2.13 or later."""
import os

from tensorflow import keras
from tensorflow.keras import layers


def make_model():
    model = keras.Sequential([
        keras.Input(shape=(12, 2), name="steps"),
        layers.Conv1D(4, 3, padding="causal", dilation_rate=2, name="causal"),
        layers.PReLU(shared_axes=(1,), name="prelu"),
        layers.Conv1D(4, 4, strides=3, padding="same", groups=2, name="strided"),
        layers.BatchNormalization(scale=False, name="norm"),
        layers.UpSampling1D(size=3, name="longer"),
        layers.MaxPooling1D(pool_size=3, strides=2, padding="same", name="pool"),
        layers.Permute((2, 1), name="turned"),
        layers.Flatten(name="flatten"),
        layers.Dense(2, kernel_regularizer="l2", name="numbers"),
    ])
    return model


if __name__ == "__main__":
    model = make_model()
    if os.path.exists("sequence_convolution.h5"):
        model.load_weights("sequence_convolution.h5")
    model.summary()

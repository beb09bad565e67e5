"""gru. Written by Lamina for Keras 2.13 or later."""
import os

from tensorflow import keras
from tensorflow.keras import layers


def make_model():
    model = keras.Sequential([
        keras.Input(shape=(5, 3), name="steps"),
        layers.Masking(name="masking"),
        layers.GRU(4, activation="relu", return_sequences=True, reset_after=False, name="first"),
        layers.Bidirectional(
            layers.GRU(3, recurrent_activation="hard_sigmoid", return_sequences=True),
            merge_mode="sum",
            name="both",
        ),
        layers.TimeDistributed(layers.Dense(2, activation="tanh"), name="each"),
        layers.GlobalAveragePooling1D(name="mean"),
    ])
    return model


if __name__ == "__main__":
    model = make_model()
    if os.path.exists("gru.h5"):
        model.load_weights("gru.h5")
    model.summary()

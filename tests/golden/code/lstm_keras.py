"""lstm. Written by Lamina for Keras 2.13 or later."""
import os

from tensorflow import keras
from tensorflow.keras import layers


def make_model():
    model = keras.Sequential([
        keras.Input(shape=(7,), name="words"),
        layers.Embedding(12, 5, mask_zero=True, name="embedding"),
        layers.LSTM(4, return_sequences=True, name="first"),
        layers.LSTM(3, name="second"),
        layers.Dense(1, activation="sigmoid", name="yes"),
    ])
    return model


if __name__ == "__main__":
    model = make_model()
    if os.path.exists("lstm.h5"):
        model.load_weights("lstm.h5")
    model.summary()

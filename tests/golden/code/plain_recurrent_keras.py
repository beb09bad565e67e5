"""plain_recurrent. Written by Lamina for Keras 2.13 or later."""
import os

from tensorflow import keras
from tensorflow.keras import layers


def make_model():
    model = keras.Sequential([
        keras.Input(shape=(6, 3), name="steps"),
        layers.LSTM(4, return_sequences=True, dropout=0.2, name="first"),
        layers.GRU(5, return_sequences=True, name="second"),
        layers.SimpleRNN(4, activation="relu", return_sequences=True, name="third"),
        layers.LayerNormalization(name="norm"),
        layers.Bidirectional(layers.LSTM(2), name="both"),
        layers.Dense(2, name="numbers"),
    ])
    return model


if __name__ == "__main__":
    model = make_model()
    if os.path.exists("plain_recurrent.h5"):
        model.load_weights("plain_recurrent.h5")
    model.summary()

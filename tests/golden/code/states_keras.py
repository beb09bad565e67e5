"""states. Written by Lamina for Keras 2.13 or later."""
import os

from tensorflow import keras
from tensorflow.keras import layers


def make_model():
    steps = keras.Input(shape=(4, 3), name="steps")
    reader = layers.LSTM(3, return_state=True, go_backwards=True, name="reader")(steps)
    difference = layers.Subtract(name="difference")([reader[1], reader[2]])
    again = layers.RepeatVector(2, name="again")(difference)
    bent = layers.Activation("tanh", name="bent")(again)
    model = keras.Model(steps, bent)
    return model


if __name__ == "__main__":
    model = make_model()
    if os.path.exists("states.h5"):
        model.load_weights("states.h5")
    model.summary()

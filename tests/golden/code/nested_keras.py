"""nested. Written by Lamina for Keras 2.13 or later."""
import os

from tensorflow import keras
from tensorflow.keras import layers


def make_model():
    backbone = keras.Sequential([
        keras.Input(shape=(6, 6, 2), name="inside"),
        layers.Conv2D(3, 3, trainable=False, name="a"),
        layers.BatchNormalization(name="b"),
        layers.Conv2D(2, 2, name="c"),
    ], name="backbone")
    model = keras.Sequential([
        keras.Input(shape=(6, 6, 2), name="picture"),
        backbone,
        layers.Flatten(name="flatten"),
        layers.Dense(2, activation="softmax", name="classes"),
    ])
    return model


if __name__ == "__main__":
    model = make_model()
    if os.path.exists("nested.h5"):
        model.load_weights("nested.h5")
    model.summary()

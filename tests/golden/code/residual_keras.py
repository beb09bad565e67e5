"""residual. Written by Lamina for Keras 2.13 or later."""
import os

from tensorflow import keras
from tensorflow.keras import layers


def make_model():
    picture = keras.Input(shape=(9, 8, 3), name="picture")
    first = layers.Conv2D(6, 3, strides=2, padding="same", use_bias=False, name="first")(picture)
    norm = layers.BatchNormalization(name="norm")(first)
    relu = layers.Activation("relu", name="relu")(norm)
    second = layers.Conv2D(6, 3, padding="same", name="second")(relu)
    shortcut = layers.Conv2D(6, 1, strides=2, padding="same", name="shortcut")(picture)
    sum_ = layers.Add(name="sum")([second, shortcut])
    mean = layers.GlobalAveragePooling2D(name="mean")(sum_)
    classes = layers.Dense(3, activation="softmax", name="classes")(mean)
    model = keras.Model(picture, classes)
    return model


if __name__ == "__main__":
    model = make_model()
    if os.path.exists("residual.h5"):
        model.load_weights("residual.h5")
    model.summary()

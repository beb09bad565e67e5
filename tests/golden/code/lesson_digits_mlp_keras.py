"""Handwritten digits. Written by Lamina for Keras 2.13 or later."""
import os

import numpy as np
from tensorflow import keras
from tensorflow.keras import layers


def make_model():
    model = keras.Sequential([
        keras.Input(shape=(28, 28, 1), name="input"),
        layers.Flatten(name="flatten"),
        layers.Dense(16, activation="relu", name="hidden_1"),
        layers.Dense(8, activation="relu", name="hidden_2"),
        layers.Dense(32, activation="relu", name="hidden_3"),
        layers.Dense(16, activation="relu", name="hidden_4"),
        layers.Dense(8, activation="relu", name="hidden_5"),
        layers.Dense(10, activation="softmax", name="digit"),
    ])
    return model


def load_data():
    # Lamina makes these samples itself: they stand in a file beside this one.
    with np.load("lesson_digits_mlp.npz") as data:
        x_train, y_train = data["x_train"], data["y_train"]
        x_test, y_test = data["x_test"], data["y_test"]
    x_train, x_test = x_train.astype("float32"), x_test.astype("float32")
    x_train, x_test = x_train / 255, x_test / 255
    return (x_train, y_train), (x_test, y_test)


if __name__ == "__main__":
    keras.utils.set_random_seed(7)
    (x_train, y_train), (x_test, y_test) = load_data()
    model = make_model()
    if os.path.exists("lesson_digits_mlp.h5"):
        model.load_weights("lesson_digits_mlp.h5")
    model.compile(
        optimizer=keras.optimizers.SGD(),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    model.summary()
    model.fit(x_train, y_train, epochs=20, validation_split=0.2)
    model.evaluate(x_test, y_test)
    model.save("handwritten_digits.keras")

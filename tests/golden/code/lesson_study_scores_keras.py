"""Hours of study and marks. Written by Lamina for Keras 2.13 or later."""
import os

import numpy as np
from tensorflow import keras
from tensorflow.keras import layers


def make_model():
    model = keras.Sequential([
        keras.Input(shape=(1,), name="hours"),
        layers.Dense(10, activation="sigmoid", name="hidden"),
        layers.Dense(1, name="mark"),
    ])
    return model


def load_data():
    # Lamina makes these samples itself: they stand in a file beside this one.
    with np.load("lesson_study_scores.npz") as data:
        x_train, y_train = data["x_train"], data["y_train"]
        x_test, y_test = data["x_test"], data["y_test"]
    x_train, x_test = x_train.astype("float32"), x_test.astype("float32")
    return (x_train, y_train), (x_test, y_test)


if __name__ == "__main__":
    keras.utils.set_random_seed(7)
    (x_train, y_train), (x_test, y_test) = load_data()
    model = make_model()
    if os.path.exists("lesson_study_scores.h5"):
        model.load_weights("lesson_study_scores.h5")
    model.compile(
        optimizer=keras.optimizers.SGD(), loss="mean_squared_error", metrics=["mean_absolute_error"]
    )
    model.summary()
    model.fit(x_train, y_train, epochs=20, validation_split=0.2)
    model.evaluate(x_test, y_test)
    model.save("hours_of_study_and_marks.keras")

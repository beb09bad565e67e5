"""The last letter of a word. Written by Lamina for Keras 2.13 or later."""
import os

import numpy as np
from tensorflow import keras
from tensorflow.keras import layers


def make_model():
    model = keras.Sequential([
        keras.Input(shape=(4, 26), name="input"),
        layers.SimpleRNN(32, name="reader"),
        layers.Dense(26, activation="softmax", name="letter"),
    ])
    return model


def load_data():
    # Lamina makes these samples itself: they stand in a file beside this one.
    with np.load("lesson_last_letter.npz") as data:
        x_train, y_train = data["x_train"], data["y_train"]
        x_test, y_test = data["x_test"], data["y_test"]
    x_train, x_test = x_train.astype("float32"), x_test.astype("float32")
    return (x_train, y_train), (x_test, y_test)


if __name__ == "__main__":
    keras.utils.set_random_seed(7)
    (x_train, y_train), (x_test, y_test) = load_data()
    model = make_model()
    if os.path.exists("lesson_last_letter.h5"):
        model.load_weights("lesson_last_letter.h5")
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.01),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    model.summary()
    model.fit(x_train, y_train, batch_size=12, epochs=60)
    model.evaluate(x_test, y_test)
    model.save("the_last_letter_of_a_word.keras")

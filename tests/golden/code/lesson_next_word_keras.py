"""The next word of a sentence. Written by Lamina for Keras 2.13 or later."""
import os

import numpy as np
from tensorflow import keras
from tensorflow.keras import layers


def make_model():
    model = keras.Sequential([
        keras.Input(shape=(8,), name="input"),
        layers.Embedding(65, 16, mask_zero=True, name="words"),
        layers.SimpleRNN(32, name="reader"),
        layers.Dense(65, activation="softmax", name="next"),
    ])
    return model


def load_data():
    # Lamina makes these samples itself: they stand in a file beside this one.
    with np.load("lesson_next_word.npz") as data:
        x_train, y_train = data["x_train"], data["y_train"]
        x_test, y_test = data["x_test"], data["y_test"]
    return (x_train, y_train), (x_test, y_test)


if __name__ == "__main__":
    keras.utils.set_random_seed(7)
    (x_train, y_train), (x_test, y_test) = load_data()
    model = make_model()
    if os.path.exists("lesson_next_word.h5"):
        model.load_weights("lesson_next_word.h5")
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.01),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    model.summary()
    model.fit(x_train, y_train, batch_size=16, epochs=80)
    model.evaluate(x_test, y_test)
    model.save("the_next_word_of_a_sentence.keras")

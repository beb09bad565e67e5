"""Cats and dogs. Written by Lamina for Keras 2.13 or later."""
import os

from tensorflow.keras.preprocessing.image import ImageDataGenerator
from tensorflow import keras
from tensorflow.keras import layers


def make_model():
    model = keras.Sequential([
        keras.Input(shape=(150, 150, 3), name="input"),
        layers.Conv2D(32, (3, 3), activation="relu", name="conv_1"),
        layers.MaxPooling2D(name="pool_1"),
        layers.Conv2D(32, (3, 3), activation="relu", name="conv_2"),
        layers.MaxPooling2D(name="pool_2"),
        layers.Flatten(name="flatten"),
        layers.Dense(32, activation="relu", name="hidden"),
        layers.Dense(1, activation="sigmoid", name="dog"),
    ])
    return model


def load_data():
    changed = ImageDataGenerator(rescale=1 / 255)
    plain = changed
    train = changed.flow_from_directory(
        "train", target_size=(150, 150), class_mode="binary", batch_size=100
    )
    validation = plain.flow_from_directory(
        "validation",
        target_size=(150, 150),
        class_mode="binary",
        batch_size=100,
        shuffle=False,
    )
    test = None
    return train, validation, test


if __name__ == "__main__":
    keras.utils.set_random_seed(7)
    train, validation, test = load_data()
    model = make_model()
    if os.path.exists("lesson_cats_and_dogs.h5"):
        model.load_weights("lesson_cats_and_dogs.h5")
    model.compile(
        optimizer=keras.optimizers.Adam(), loss="binary_crossentropy", metrics=["accuracy"]
    )
    model.summary()
    model.fit(train, epochs=20, validation_data=validation)
    model.save("cats_and_dogs.keras")

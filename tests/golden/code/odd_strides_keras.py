"""odd_strides. Written by Lamina for Keras 2.13 or later."""
import os

from tensorflow import keras
from tensorflow.keras import layers


def make_model():
    model = keras.Sequential([
        keras.Input(shape=(10, 7, 2), name="picture"),
        layers.Conv2D(3, (2, 3), strides=(3, 2), padding="same", name="conv"),
        layers.Conv2D(3, 4, padding="same", activation="hard_sigmoid", name="even"),
        layers.MaxPooling2D(padding="same", name="largest"),
        layers.AveragePooling2D(pool_size=(2, 1), strides=2, padding="same", name="mean"),
        layers.Reshape((-1, 3), name="rows"),
        layers.Dense(2, activation="swish", name="each"),
    ])
    return model


if __name__ == "__main__":
    model = make_model()
    if os.path.exists("odd_strides.h5"):
        model.load_weights("odd_strides.h5")
    model.summary()

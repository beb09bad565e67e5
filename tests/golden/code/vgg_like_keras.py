"""vgg_like. Written by Lamina for Keras 2.13 or later."""
import os

from tensorflow import keras
from tensorflow.keras import layers


def make_model():
    model = keras.Sequential([
        keras.Input(shape=(16, 16, 3), name="picture"),
        layers.Conv2D(4, 3, padding="same", activation="relu", name="block1_conv1"),
        layers.Conv2D(4, 3, padding="same", activation="relu", name="block1_conv2"),
        layers.MaxPooling2D(name="block1_pool"),
        layers.Conv2D(6, 3, padding="same", activation="relu", name="block2_conv1"),
        layers.MaxPooling2D(name="block2_pool"),
        layers.Flatten(name="flatten"),
        layers.Dense(12, activation="relu", name="fc"),
        layers.Dropout(0.5, name="dropout"),
        layers.Dense(5, activation="softmax", name="classes"),
    ])
    return model


if __name__ == "__main__":
    model = make_model()
    if os.path.exists("vgg_like.h5"):
        model.load_weights("vgg_like.h5")
    model.summary()

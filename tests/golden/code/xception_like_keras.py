"""xception_like. Written by Lamina for Keras 2.13 or later."""
import os

from tensorflow import keras
from tensorflow.keras import layers


def make_model():
    model = keras.Sequential([
        keras.Input(shape=(11, 12, 3), name="picture"),
        layers.SeparableConv2D(5, 3, padding="same", use_bias=False, name="separable"),
        layers.BatchNormalization(momentum=0.9, epsilon=0.01, name="norm"),
        layers.ReLU(max_value=6, name="relu"),
        layers.DepthwiseConv2D(3, strides=2, padding="same", depth_multiplier=2, name="depthwise"),
        layers.MaxPooling2D(pool_size=3, strides=2, padding="same", name="pool"),
        layers.GlobalMaxPooling2D(name="largest"),
        layers.Dense(1, activation="sigmoid", name="yes"),
    ])
    return model


if __name__ == "__main__":
    model = make_model()
    if os.path.exists("xception_like.h5"):
        model.load_weights("xception_like.h5")
    model.summary()

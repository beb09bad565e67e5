"""autoencoder. Written by Lamina for Keras 2.13 or later."""
import os

from tensorflow import keras
from tensorflow.keras import layers


def make_model():
    model = keras.Sequential([
        keras.Input(shape=(8, 6, 1), name="picture"),
        layers.Conv2D(4, 3, strides=2, padding="same", activation="relu", name="narrow"),
        layers.Conv2DTranspose(3, 3, strides=2, padding="same", name="wide"),
        layers.LeakyReLU(alpha=0.2, name="leaky"),
        layers.UpSampling2D(interpolation="bilinear", name="double"),
        layers.Cropping2D(cropping=((4, 4), (2, 4)), name="crop"),
        layers.Conv2DTranspose(1, (3, 2), activation="sigmoid", name="valid"),
    ])
    return model


if __name__ == "__main__":
    model = make_model()
    if os.path.exists("autoencoder.h5"):
        model.load_weights("autoencoder.h5")
    model.summary()

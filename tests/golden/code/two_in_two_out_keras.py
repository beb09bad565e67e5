"""two_in_two_out. Written by Lamina for Keras 2.13 or later."""
import os

from tensorflow import keras
from tensorflow.keras import layers


def make_model():
    그림 = keras.Input(shape=(6, 6, 2), name="input_layer")
    the_numbers = keras.Input(shape=(3,), name="the_numbers")
    conv = layers.Conv2D(3, 3, trainable=False, name="conv")(그림)
    mean = layers.GlobalAveragePooling2D(name="mean")(conv)
    class_ = layers.Dense(3, activation="gelu", name="class")(the_numbers)
    product = layers.Multiply(name="product")([mean, class_])
    angle = layers.Dot(1, normalize=True, name="angle")([mean, class_])
    first = layers.Dense(2, activation="softmax", name="first")(product)
    second = layers.Concatenate(name="second")([angle, mean])
    model = keras.Model([그림, the_numbers], [first, second])
    return model


if __name__ == "__main__":
    model = make_model()
    if os.path.exists("two_in_two_out.h5"):
        model.load_weights("two_in_two_out.h5")
    model.summary()

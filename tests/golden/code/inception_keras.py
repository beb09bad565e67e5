"""inception. Written by Lamina for Keras 2.13 or later."""
import os

from tensorflow import keras
from tensorflow.keras import layers


def make_model():
    picture = keras.Input(shape=(8, 8, 3), name="picture")
    one = layers.Conv2D(2, 1, activation="elu", name="one")(picture)
    three = layers.Conv2D(3, 3, padding="same", activation="tanh", name="three")(picture)
    pool = layers.AveragePooling2D(pool_size=3, strides=1, padding="same", name="pool")(picture)
    all_ = layers.Concatenate(name="all")([one, three, pool])
    drop = layers.SpatialDropout2D(0.2, name="drop")(all_)
    flatten = layers.Flatten(name="flatten")(drop)
    classes = layers.Dense(4, activation="softmax", name="classes")(flatten)
    model = keras.Model(picture, classes)
    return model


if __name__ == "__main__":
    model = make_model()
    if os.path.exists("inception.h5"):
        model.load_weights("inception.h5")
    model.summary()

// Runs the built lamina-cli as a script would.
#pragma once

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>

struct Finished {
    int status = -1;
    QString output;
    QString error;

    // Every line of standard output as an object; an empty one stands for a line that is not JSON.
    QList<QJsonObject> objects() const
    {
        QList<QJsonObject> all;
        for (const QString& line : output.split('\n', Qt::SkipEmptyParts))
            all << QJsonDocument::fromJson(line.toUtf8()).object();
        return all;
    }
    // Exactly one line on standard error, and it is an error's.
    bool saysOneError() const
    {
        return error.startsWith("error: ") && error.count('\n') == 1 && error.endsWith('\n');
    }
};

inline Finished runProgram(const QStringList& arguments, const QString& folder)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(QStringLiteral(LAMINA_CLI), arguments);
    Finished finished;
    if (process.waitForFinished(240'000) && process.exitStatus() == QProcess::NormalExit)
        finished.status = process.exitCode();
    finished.output = QString::fromUtf8(process.readAllStandardOutput());
    finished.error = QString::fromUtf8(process.readAllStandardError());
    return finished;
}

inline bool writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

inline QByteArray readFile(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// A small network on generated digits: a few hundredths of a second an epoch.
inline QByteArray smallProject(int epochs, int samples = 640)
{
    return QString(R"({
  "format": "lamina-project", "version": 1, "name": "Small", "seed": 3,
  "data": { "source": "synthetic", "options": { "generator": "digits", "train": %1, "test": 128 },
            "validation_split": 0.2,
            "preprocess": [ { "class_name": "Rescaling", "config": { "scale": 0.00392156862745098 } } ] },
  "model": { "layers": [
      { "class_name": "InputLayer", "name": "input", "config": { "shape": [28, 28, 1] }, "inputs": [] },
      { "class_name": "Conv2D", "name": "conv", "config": { "filters": 4, "kernel_size": [3, 3], "strides": [2, 2], "activation": "relu" }, "inputs": ["input"] },
      { "class_name": "Flatten", "name": "flatten", "config": {}, "inputs": ["conv"] },
      { "class_name": "Dropout", "name": "dropout", "config": { "rate": 0.2 }, "inputs": ["flatten"] },
      { "class_name": "Dense", "name": "digit", "config": { "units": 10, "activation": "softmax" }, "inputs": ["dropout"] } ] },
  "training": { "epochs": %2, "batch_size": 32, "loss": "sparse_categorical_crossentropy", "metrics": ["accuracy"],
                "optimizer": { "class_name": "Adam", "config": { "learning_rate": 0.003 } } }
})")
        .arg(samples)
        .arg(epochs)
        .toUtf8();
}

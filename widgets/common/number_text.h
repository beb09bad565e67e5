// Every number that a person reads goes through here.
#pragma once

#include <QString>

namespace lamina::number {

QString count(qint64 value); // 1 234 567 → "1.23 M"; below 10 000 in full
QString full(qint64 value); // "1 234 567"
QString loss(double value); // four significant figures; "NaN" for not-a-number
QString percent(double fraction); // .9823 → "98.2 %"
QString duration(double seconds); // "1 m 05 s", "12 s", "0.4 s"
QString memory(double bytes); // MiB
QString samplesPerSecond(double rate); // "12.3 k samples/s"

} // namespace lamina::number

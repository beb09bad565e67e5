#include "widgets/designer/arrange.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lamina {

namespace {
// Equal gaps between the first and the last, which stay.
void distribute(std::vector<QPointF>& corners, const std::vector<QRectF>& cards, bool across)
{
    const auto start = [&](std::size_t i) { return across ? cards[i].left() : cards[i].top(); };
    const auto size = [&](std::size_t i) { return across ? cards[i].width() : cards[i].height(); };
    std::vector<std::size_t> order(cards.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return start(a) < start(b); });
    double taken = 0;
    for (const std::size_t each : order)
        taken += size(each);
    const double gap = (start(order.back()) + size(order.back()) - start(order.front()) - taken)
        / static_cast<double>(order.size() - 1);
    double at = start(order.front());
    for (const std::size_t each : order) {
        (across ? corners[each].rx() : corners[each].ry()) = at;
        at += size(each) + gap;
    }
}
} // namespace

std::vector<QPointF> arranged(const std::vector<QRectF>& cards, Arrange how)
{
    std::vector<QPointF> corners;
    QRectF all;
    for (const QRectF& card : cards) {
        corners.push_back(card.topLeft());
        all |= card;
    }
    if (cards.size() < 2)
        return corners;
    for (std::size_t i = 0; i < cards.size(); ++i) {
        if (how == Arrange::Left)
            corners[i].setX(all.left());
        else if (how == Arrange::Centre)
            corners[i].setX(all.center().x() - cards[i].width() / 2);
        else if (how == Arrange::Top)
            corners[i].setY(all.top());
    }
    if (how == Arrange::DistributeAcross || how == Arrange::DistributeDown)
        distribute(corners, cards, how == Arrange::DistributeAcross);
    return corners;
}

Snap snapTo(const QRectF& card, const std::vector<QRectF>& others, double reach)
{
    double byX = reach, byY = reach;
    bool snapsX = false, snapsY = false;
    const auto nearer = [](double offered, double& held, bool& snaps) {
        if (std::abs(offered) < std::abs(held)) {
            held = offered;
            snaps = true;
        }
    };
    for (const QRectF& other : others) {
        nearer(other.center().x() - card.center().x(), byX, snapsX);
        nearer(other.left() - card.left(), byX, snapsX);
        nearer(other.top() - card.top(), byY, snapsY);
    }
    Snap snap;
    snap.by = {snapsX ? byX : 0, snapsY ? byY : 0};
    const QRectF now = card.translated(snap.by);
    for (const QRectF& other : others) {
        const QRectF both = now | other;
        constexpr double same = 0.5, beyond = 8;
        if (snapsX && std::abs(other.center().x() - now.center().x()) < same)
            snap.lines.push_back(
                {now.center().x(), both.top() - beyond, now.center().x(), both.bottom() + beyond});
        else if (snapsX && std::abs(other.left() - now.left()) < same)
            snap.lines.push_back({now.left(), both.top() - beyond, now.left(), both.bottom() + beyond});
        if (snapsY && std::abs(other.top() - now.top()) < same)
            snap.lines.push_back({both.left() - beyond, now.top(), both.right() + beyond, now.top()});
    }
    return snap;
}

} // namespace lamina

// A link while it is drawn, by mouse or keyboard: one end is fixed, the other looks for a port. It knows
// which ports take it, and why the others do not.
#pragma once

#include "widgets/designer/port.h"

class QPainter;

namespace lamina {

class LinkDraft {
public:
    // `fixed` stays; `moved`: the link whose other end is taken elsewhere.
    LinkDraft(const GraphScene& scene, Port fixed, std::optional<LinkEnd> moved = {});

    struct Candidate {
        Port port;
        QPointF place;
        QString fault; // why it cannot be, in words; empty: it can
    };

    const Port& fixed() const { return m_fixed; }
    const std::optional<LinkEnd>& moved() const { return m_moved; }
    const std::vector<Candidate>& candidates() const { return m_candidates; }
    // What the loose end is at, or nullptr.
    const Candidate* target() const
    {
        return m_target < 0 ? nullptr : &m_candidates[static_cast<std::size_t>(m_target)];
    }
    bool fits() const { return target() && target()->fault.isEmpty(); }
    // It would end where it ended before.
    bool isBack() const;
    // Of a link that fits.
    TensorRef from() const;
    LinkEnd to() const;

    // The loose end is there, and snaps to the layer it is on or to a port within `reach`.
    void follow(QPointF point, double reach);
    // The loose end is at a card. False if the card has no port to look at.
    bool aim(const GraphNode* node);
    // At the first that takes it, in the order of computation behind `layer` (or before it).
    bool aimNext(bool forwards);

    void paint(QPainter* painter, double zoom) const;

private:
    void addCandidate(const Port& port);
    QString faultAt(const Port& port) const;

    const GraphScene& m_scene;
    Port m_fixed;
    std::optional<LinkEnd> m_moved;
    std::vector<Candidate> m_candidates;
    int m_target = -1;
    QPointF m_loose;
};

} // namespace lamina

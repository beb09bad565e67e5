// The canvas for screen readers: a list whose entries are the layers, in the order of computation, and the
// links.
#pragma once

namespace lamina {

// Once, before the first canvas is shown; further calls do nothing.
void installGraphAccessibility();

} // namespace lamina

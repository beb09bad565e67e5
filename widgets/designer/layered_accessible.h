// The layered view for screen readers: a list whose entries are the layers, in the order of computation.
#pragma once

namespace lamina {

// Once, before the first view is shown; further calls do nothing.
void installLayeredAccessibility();

} // namespace lamina

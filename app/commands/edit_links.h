// Links go, come, or have one end elsewhere.
#pragma once

#include "app/commands/edit_structure.h"
#include "engine/model/links.h"

#include <QCoreApplication>

namespace lamina {

class EditLinks final : public EditStructure {
    Q_DECLARE_TR_FUNCTIONS(lamina::EditLinks)

public:
    // `to` reads `from`; `moved`, if given, goes. linkFault() found nothing against it.
    EditLinks(const Project& project, const TensorRef& from, const LinkEnd& to,
              const std::optional<LinkEnd>& moved = {});
    // These go.
    EditLinks(const Project& project, const std::vector<LinkEnd>& removed);
};

} // namespace lamina

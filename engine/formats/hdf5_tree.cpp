#include "engine/formats/hdf5_tree.h"

#include "engine/formats/hdf5_messages.h"

#include <algorithm>
#include <deque>
#include <set>

namespace lamina::hdf5 {

namespace {
constexpr std::string_view signature("\x89HDF\r\n\x1a\n", 8);
constexpr std::uint64_t nowhere = ~std::uint64_t{0};

enum Message : std::uint64_t {
    dataspaceMessage = 1,
    linkInfoMessage = 2,
    datatypeMessage = 3,
    linkMessage = 6,
    layoutMessage = 8,
    filterMessage = 11,
    attributeMessage = 12,
    continuationMessage = 16,
    symbolTableMessage = 17,
};

struct Damaged { };
struct Unusual { // well made, but nothing that Keras writes
    std::string what;
};

class Parser {
public:
    explicit Parser(const ByteSource& source)
        : m_source(source), m_budget(std::min<std::uint64_t>(8 * source.size() + (1U << 20U), 1U << 28U))
    {
    }

    // Throws Damaged or Unusual; nothing of this leaves the file.
    std::vector<Node> run()
    {
        nodeAt(superblock());
        while (!m_queue.empty()) {
            const auto [address, node] = m_queue.front();
            m_queue.pop_front();
            object(address, node);
        }
        return {std::make_move_iterator(m_nodes.begin()), std::make_move_iterator(m_nodes.end())};
    }

private:
    // Bytes at an address. What is read in all is limited, so that a file whose parts overlap a thousand
    // times costs no more than one whose parts do not.
    std::string block(std::uint64_t address, std::uint64_t size)
    {
        const std::uint64_t cost = size + 64;
        if (cost > m_budget || size > m_source.size() || address > m_source.size() - size)
            throw Damaged();
        m_budget -= cost;
        std::string bytes(static_cast<std::size_t>(size), '\0');
        if (!m_source.read(address, bytes.data(), bytes.size()))
            throw Damaged();
        return bytes;
    }

    std::uint64_t superblock()
    {
        const std::string bytes = block(0, std::min<std::uint64_t>(m_source.size(), 100));
        Cursor cursor(bytes);
        if (cursor.take(signature.size()) != signature)
            throw Damaged();
        const std::uint64_t version = cursor.number(1);
        if (version > 1)
            throw Unusual{"superblock " + std::to_string(version)};
        cursor.skip(4);
        const std::uint64_t offsetSize = cursor.number(1);
        const std::uint64_t lengthSize = cursor.number(1);
        if (cursor.good() && (offsetSize != 8 || lengthSize != 8))
            throw Unusual{"offsets of " + std::to_string(offsetSize) + " bytes"};
        cursor.skip(version == 0 ? 9 : 13);
        const std::uint64_t base = cursor.number(8);
        cursor.skip(8);
        const std::uint64_t end = cursor.number(8);
        cursor.skip(8 + 8);
        const std::uint64_t root = cursor.number(8);
        if (!cursor.good() || base != 0 || end > m_source.size())
            throw Damaged(); // cut off: the rest of it is not there
        return root;
    }

    int nodeAt(std::uint64_t address)
    {
        const auto [found, isNew] = m_index.emplace(address, static_cast<int>(m_nodes.size()));
        if (isNew) {
            m_nodes.emplace_back();
            m_queue.emplace_back(address, found->second);
        }
        return found->second;
    }

    void object(std::uint64_t address, int index)
    {
        const std::string head = block(address, 16);
        if (head.starts_with("OHDR"))
            throw Unusual{"object header 2"};
        Cursor cursor(head);
        const bool known = cursor.number(1) == 1;
        cursor.skip(1);
        std::uint64_t messages = cursor.number(2);
        cursor.skip(4);
        const std::uint64_t size = cursor.number(4);
        if (!known || address > nowhere - 16)
            throw Damaged();
        Node& node = m_nodes[static_cast<std::size_t>(index)];
        std::optional<Dataset> dataset;
        std::deque<std::pair<std::uint64_t, std::uint64_t>> chunks{{address + 16, size}};
        bool typed = false;
        bool shaped = false;
        bool laid = false;
        for (; !chunks.empty() && messages > 0; chunks.pop_front()) {
            const std::string chunk = block(chunks.front().first, chunks.front().second);
            Cursor part(chunk);
            for (; part.left() >= 8 && messages > 0; --messages) {
                const std::uint64_t type = part.number(2);
                const auto length = static_cast<std::size_t>(part.number(2));
                const bool shared = (part.number(1) & 2U) != 0;
                part.skip(3);
                const std::string_view message = part.take(length);
                if (!part.good())
                    throw Damaged();
                if (type == continuationMessage) {
                    Cursor place(message);
                    const std::uint64_t offset = place.number(8);
                    chunks.emplace_back(offset, place.number(8));
                } else if (type == symbolTableMessage) {
                    Cursor place(message);
                    const std::uint64_t tree = place.number(8);
                    group(tree, place.number(8), node);
                } else if (type == linkMessage || type == linkInfoMessage) {
                    throw Unusual{"group of links"};
                } else if (type == attributeMessage && !shared) {
                    attribute(message, node);
                } else if (type == dataspaceMessage || type == datatypeMessage || type == layoutMessage
                           || type == filterMessage) {
                    if (!dataset)
                        dataset.emplace();
                    typed = typed || type == datatypeMessage;
                    shaped = shaped || type == dataspaceMessage;
                    laid = laid || type == layoutMessage;
                    describe(type, shared, message, *dataset);
                }
            }
        }
        if (dataset && typed && shaped && laid) // a named type alone is none
            node.dataset = checked(std::move(*dataset));
    }

    void describe(std::uint64_t type, bool shared, std::string_view message, Dataset& dataset)
    {
        if (shared || type == filterMessage) {
            dataset.plain = false;
            return;
        }
        if (type == dataspaceMessage) {
            const std::optional<Shape> shape = readDataspace(message);
            if (!shape)
                throw Damaged();
            dataset.shape = *shape;
        } else if (type == datatypeMessage) {
            const std::optional<Type> read = readDatatype(message);
            if (!read)
                throw Damaged();
            dataset.type = *read;
        } else {
            Dataset layout;
            if (!readLayout(message, layout))
                throw Damaged();
            dataset.address = layout.address;
            dataset.bytes = std::move(layout.bytes);
            dataset.inHeader = layout.inHeader;
            dataset.plain = dataset.plain && layout.plain;
        }
    }

    // The data lies in the file as a whole, so a reader needs no more memory than the file is long.
    Dataset checked(Dataset dataset) const
    {
        const auto elements = static_cast<std::uint64_t>(dataset.shape.elements());
        const std::uint64_t room = dataset.inHeader ? dataset.bytes.size() : m_source.size();
        if (elements == 0 || !dataset.plain)
            return dataset;
        if (dataset.type.size > room / elements)
            throw Damaged();
        const std::uint64_t size = elements * dataset.type.size;
        if (!dataset.inHeader && dataset.address > m_source.size() - size)
            throw Damaged();
        return dataset;
    }

    void attribute(std::string_view message, Node& node)
    {
        std::optional<std::pair<std::string, Attribute>> read = readAttribute(message);
        if (!read)
            throw Damaged();
        node.attributes.insert_or_assign(std::move(read->first), std::move(read->second));
    }

    // The names lie in a local heap, the entries in the leaves of a B-tree.
    void group(std::uint64_t tree, std::uint64_t heap, Node& node)
    {
        const std::string head = block(heap, 32);
        Cursor cursor(head);
        if (cursor.take(4) != "HEAP")
            throw Damaged();
        cursor.skip(4);
        const std::uint64_t size = cursor.number(8);
        cursor.skip(8);
        const std::string names = block(cursor.number(8), size);
        std::vector<std::uint64_t> open{tree};
        std::set<std::uint64_t> seen;
        while (!open.empty()) {
            const std::uint64_t address = open.back();
            open.pop_back();
            if (!seen.insert(address).second)
                throw Damaged(); // a circle
            const std::string front = block(address, 24);
            Cursor entry(front);
            const bool isTree = entry.take(4) == "TREE" && entry.number(1) == 0;
            const std::uint64_t level = entry.number(1);
            const std::uint64_t count = entry.number(2);
            if (!isTree || address > nowhere - 24)
                throw Damaged();
            // key, child, key, child … key: the children in order, each pushed before those after it
            const std::string body = block(address + 24, count * 16 + 8);
            Cursor child(body);
            std::vector<std::uint64_t> children;
            for (std::uint64_t i = 0; i < count; ++i) {
                child.skip(8);
                children.push_back(child.number(8));
            }
            if (level == 0)
                for (const std::uint64_t leaf : children)
                    symbols(leaf, names, node);
            else
                open.insert(open.end(), children.begin(), children.end());
        }
    }

    void symbols(std::uint64_t address, const std::string& names, Node& node)
    {
        const std::string head = block(address, 8);
        Cursor cursor(head);
        if (cursor.take(4) != "SNOD" || address > nowhere - 8)
            throw Damaged();
        cursor.skip(2);
        const std::uint64_t count = cursor.number(2);
        const std::string body = block(address + 8, count * 40);
        Cursor entry(body);
        for (std::uint64_t i = 0; i < count; ++i) {
            const std::uint64_t at = entry.number(8);
            const std::uint64_t object = entry.number(8);
            const std::uint64_t kind = entry.number(4);
            entry.skip(20);
            if (at >= names.size())
                throw Damaged();
            const std::size_t begin = static_cast<std::size_t>(at);
            const std::size_t end = names.find('\0', begin);
            if (end == std::string::npos || end == begin)
                throw Damaged();
            if (kind == 2) // a link to a name: Keras makes none
                continue;
            node.children.insert_or_assign(names.substr(begin, end - begin), nodeAt(object));
        }
    }

    const ByteSource& m_source;
    std::uint64_t m_budget;
    std::map<std::uint64_t, int> m_index;
    std::deque<Node> m_nodes; // stays where it is while it grows
    std::deque<std::pair<std::uint64_t, int>> m_queue;
};
} // namespace

Result<Tree> Tree::read(std::shared_ptr<const ByteSource> source, const std::string& name)
{
    const Place place{name, {}, {}};
    char start[signature.size()] = {};
    if (!source->read(0, start, sizeof start) || std::string_view(start, sizeof start) != signature)
        return Fault{FaultKind::Input, LAMINA_TEXT("formats", "This is no HDF5 file"), place,
                     LAMINA_TEXT("formats", "choose a model saved by Lamina or Keras")};
    try {
        Tree tree;
        tree.m_nodes = Parser(*source).run();
        tree.m_source = std::move(source);
        return tree;
    } catch (const Damaged&) {
        return Fault{FaultKind::Input, LAMINA_TEXT("formats", "The model file is damaged"), place,
                     LAMINA_TEXT("formats", "take another copy of it")};
    } catch (const Unusual& unusual) {
        return Fault{
            FaultKind::Input,
            Text(LAMINA_TEXT("formats", "The HDF5 file is laid out as Keras never does (%1)"), unusual.what),
            place, LAMINA_TEXT("formats", "load it into Keras and save it from there")};
    }
}

const Node* Tree::find(const Node& from, std::string_view path) const
{
    const Node* node = &from;
    while (!path.empty()) {
        const std::size_t slash = path.find('/');
        const std::string_view name = path.substr(0, slash);
        path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
        if (name.empty())
            continue;
        const auto found = node->children.find(name);
        if (found == node->children.end())
            return nullptr;
        node = &m_nodes[static_cast<std::size_t>(found->second)];
    }
    return node;
}

} // namespace lamina::hdf5

// Reads the HDF5 files that Keras writes, without the HDF5 library: release 1.10 of it follows damaged
// addresses out of its memory and round in circles, and a model file may come from anywhere. What h5py writes
// unless asked for something else is understood (superblock 0 and 1, object headers of version 1, groups as
// symbol tables, data in one piece); everything else is named and refused. Written from the HDF5 File Format
// Specification, version 3.0.
//
// Nothing in the file is believed: every address, count and length is held against what is there, each object
// is read once, and the work is bounded by the file's size.
#pragma once

#include "engine/core/shape.h"
#include "engine/formats/byte_source.h"

#include <map>
#include <optional>
#include <span>

namespace lamina::hdf5 {

enum class Kind {
    Other, // nothing that a model file needs
    Signed,
    Unsigned,
    Float,
    Opaque, // bytes: how bfloat16 is kept
    Text, // of fixed length
    LongText, // kept elsewhere, in a heap
};

struct Type {
    Kind kind = Kind::Other;
    std::size_t size = 0; // bytes of one element
    bool bigEndian = false;
};

struct Attribute {
    Type type;
    Shape shape;
    std::string bytes;
};

struct Dataset {
    Type type;
    Shape shape;
    std::uint64_t address = 0; // in the file; unless it is small and here:
    std::string bytes;
    bool inHeader = false;
    bool plain = true; // false: cut into chunks, compressed, or never written
};

struct Node {
    std::map<std::string, int, std::less<>> children;
    std::map<std::string, Attribute, std::less<>> attributes;
    std::optional<Dataset> dataset; // nothing: a group
};

class Tree {
public:
    // `name` stands in faults.
    static Result<Tree> read(std::shared_ptr<const ByteSource> source, const std::string& name);

    const Node& root() const { return m_nodes.front(); }
    // "a/b/c" below `from`; nullptr where there is none.
    const Node* find(const Node& from, std::string_view path) const;
    std::uint64_t size() const { return m_source->size(); } // of the file

    // One text, of either kind.
    std::optional<std::string> text(const Node& node, std::string_view attribute) const;
    // A list of names, also where it is cut into name0, name1 … as Keras does over 64 512 bytes.
    std::optional<std::vector<std::string>> names(const Node& node, const std::string& attribute) const;
    // Exactly as many numbers as `into` takes; from any float type, and bfloat16 as Keras marks it.
    bool floats(const Node& node, std::span<float> into) const;
    std::optional<Index> whole(const Node& node) const; // a single whole number
    std::optional<std::string> bytes(const Node& node) const; // a list of bytes

private:
    std::optional<std::vector<std::string>> strings(const Attribute& attribute) const;
    std::optional<std::string> raw(const Dataset& dataset) const;

    std::shared_ptr<const ByteSource> m_source;
    std::vector<Node> m_nodes;
};

} // namespace lamina::hdf5

/// A list that grows by blocks: growing copies nothing, and no more than one block is reserved ahead.
///
/// What an audit remembers of every certificate is kept so. An array that doubles holds a third of its memory
/// for nothing, and two thirds while it moves.
struct BlockArray<Element: Sendable>: Sendable {
    private static var blockSize: Int { 4_096 }

    private var blocks: [[Element]] = []
    private(set) var count = 0

    mutating func append(_ element: Element) {
        let block = count / Self.blockSize
        if block == blocks.count {
            blocks.append([])
            // The list of one chunk of files stays small.
            if block > 0 { blocks[block].reserveCapacity(Self.blockSize) }
        }
        blocks[block].append(element)
        count += 1
    }

    subscript(index: Int) -> Element {
        get { blocks[index / Self.blockSize][index % Self.blockSize] }
        set { blocks[index / Self.blockSize][index % Self.blockSize] = newValue }
    }

    func forEach(_ body: (Element) -> Void) {
        for block in blocks { block.forEach(body) }
    }
}

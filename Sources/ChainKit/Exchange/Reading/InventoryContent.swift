/// What the files of an inventory gave.
public struct InventoryContent: Sendable {
    /// Everything understood, each object once.
    public let inventory: ExchangeInventory
    /// Every file found, in the order of the walk: its record, and the certificates that it holds.
    public let files: [FileContent]

    /// Puts the two together.
    public init(inventory: ExchangeInventory, files: [FileContent]) {
        self.inventory = inventory
        self.files = files
    }
}

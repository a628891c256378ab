import ChainKit

extension Audit.Trust {
    /// On what trust rests, in some words.
    var words: String {
        switch self {
        case .microsoft(let list): "Microsoft root list of \(list.thisUpdate.date)"
        case .anchors: "your anchors"
        }
    }
}

import ChainKit
import Reports

/// What `--version` says: everything on which an answer depends.
enum VersionText {
    static func text(list: MicrosoftRootList) -> String {
        """
        chaincheck \(ChainCheck.version)
        Microsoft root list of \(list.thisUpdate.date), sequence \(list.sequenceNumber)
        \(LinkedLibraries.openSSL)
        libidn2 \(LinkedLibraries.libidn2)
        """
    }
}

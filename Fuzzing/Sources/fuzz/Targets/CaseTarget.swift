import Foundation

@testable import ChainKit
@testable import Reports

/// One line of `verify --batch`, from JSON to the answer.
enum CaseTarget {
    static func run(_ octets: [UInt8]) {
        guard let question = try? JSONDecoder().decode(VerificationCase.self, from: Data(octets)),
            let (anchors, request) = try? question.request(FileTarget.reader)
        else { return }
        let writer = VerificationJSON(includesAttempts: true)
        for profile in ConformanceProfile.allCases {
            var request = request
            request.profile = profile
            let verification = Verifier(anchors: anchors).verify(request)
            let isAccepted = verification.answer == .accept
            require(isAccepted == (verification.accepted != nil), "accepted without a path, or the reverse")
            require(isAccepted == verification.objections.isEmpty, "accepted against an objection")
            FileTarget.requireJSON(writer.line(verification, identifier: question.id))
        }
    }
}

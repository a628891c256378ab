import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct EventScannerTests {
    private static func events(_ text: String) -> [Int] {
        EventScanner(Passage(text.utf8)).events().map(\.number)
    }

    @Test(arguments: [
        "12014", "event 12014", "Event ID: 12014", "EventID : 12014", "Ereignis-ID: 12014",
        "Ereigniskennung: 12014",
        "ID de l'événement : 12014", "Id. del evento: 12014", "イベント ID: 12014", "Код события: 12014",
        "事件 ID: 12014",
        "이벤트 ID: 12014", "<EventID Qualifiers=\"49156\">12014</EventID>", "MSExchangeTransport 12014 Error",
        "Error,9/28/2010 9:35:58 AM,MSExchangeFrontEndTransport,12014,TransportService",
        "ProviderName : MSExchangeTransport Id : 12014",
    ])
    func findsEventsByTheirLabelOrSource(_ text: String) {
        #expect(Self.events(text) == [12_014])
    }

    @Test(arguments: [
        "12014 bytes", "size=12014", "10.0.0.1:12014", "MSExchangeTransport received 12014 bytes", "in 2004",
        "2004-12-01",
        "MSExchangeTransport 2004", "SIZE 37748736", "12:01:4", "event in the year of 2004", "1201412014",
        "25",
        "Date: 02.02.2004 12:01",
    ])
    func passesOverOtherNumbers(_ text: String) {
        #expect(Self.events(text) == [])
    }
}

/// Languages by their frequent words and their letters: a row a language, so that another one is a row and no code.
enum LanguageTable {
    struct Row {
        var code: String
        var isCyrillic: Bool
        /// Letters beyond those that all languages of the script have.
        var letters: Set<UInt32>
    }

    /// Code, letters of its own, frequent words. Cyrillic: beyond `абвгдежзйклмнопрстуфхцчшюя`, and `и`, `щ`, `ь`, `ъ` are
    /// listed; Latin: beyond a to z.
    private static let source = """
        uk|иіїєґщь|і та що на не до з у в як за від але це для його який є було його про після також із щоб або якщо вже під час коли бути може ще так тільки через їх її
        ru|иыэёщьъ|и в не на что с по как это из от за для его который был к о у но а же при после также она они мы так если или уже когда только через их её было были
        be|іыэёўь|і на не што да з у як за ад але гэта для яго які быў пра пасля таксама з каб або калі ўжо пад час ён яна яны паводле было тым
        bg|ищьъ|на и се да за от са не по със че от като което който която през ще беше при е в с до след към също този това тези обаче или но бе са били няма още
        sr|иђјљњћџ|и је у на да се за су од са по не који која које као али што то из до није били био после до код према још све
        mk|иѓѕјљњќџ|на и во се да за од со што не ќе по како но тоа кој која кои има беше при овој оваа од до уште сите или биле е ја го ги
        en||the of and to in a is was for that on with as by it at from be he said were has have had are his an not this but its they who their which will would been after about
        de|äöüß|der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über
        fr|àâçéèêëîïôùûüÿœæ|de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son aux d l été mais ont cette elle ses leur
        es|áéíóúñü|de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya o este sí porque esta entre cuando muy sin sobre también fue ha
        it|àèéìòù|di e il la che in un a per è una sono con non si da del le dei i al come della più alla nel gli ha ma anche dal delle ad questo stato lo
        pt|ãõáâàçéêíóôú|de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está
        nl|ëéïö|de het een en van in is dat op te zijn met voor niet aan er om ook als door bij maar naar uit die over wordt heeft worden nog werd hij ze deze
        pl|ąćęłńóśźż|w i na z się nie do to że jest o jak za po od co dla ale są tak był przez może jego tym już który oraz jako które została ich być
        cs|áčďéěíňóřšťúůýž|a v se na je že to s z do o ve i za by jsou ale k po pro jak od který podle jeho byl také až nebo která jako už při
        ro|ăâîșțşţ|de și în a la cu pe care nu să din este o pentru că mai un au fost al ca după sunt prin fi ale lui între dar sau când
        hu|áéíóöőúüű|a az és hogy nem is egy volt meg csak de ez már mint el még ki azt szerint után van lesz vagy ha majd kell lehet
        sv|åäö|och i att det som en på är av för med den till inte har de ett om var från vid men kan efter vi sig han hade så under ska
        da|æøå|og i at det er en til på af for som med den de ikke har der et om var fra men kan efter vi sig han havde så vil blev også
        fi|äö|ja on ei että se oli hän myös mutta ovat kun jos kuin sen mukaan ole joka tai vain jo ollut hänen mitä noin
        tr|çğıöşü|ve bir bu da de için ile olarak çok daha en gibi olan sonra kadar ne var ise ancak göre oldu değil her
        id||yang dan di dari untuk dengan pada ini dalam itu tidak akan adalah juga oleh ke karena sebagai telah saat
        hr|čćđšž|i je u na da se za su od s ne o koji koja kao ali što to iz do nije bio bi nakon će prema te još ili
        lt|ąčęėįšųūž|ir kad į su iš yra buvo ne tai apie už pagal nuo kaip po dėl jis bet dar taip
        sq|çë|dhe të e në për me një që nga i nuk si se është ka u më tij janë pas
        """

    /// Other names of languages: ISO 639-2, and English ones.
    static let names: [String: String] = [
        "eng": "en", "english": "en", "ukr": "uk", "ukrainian": "uk", "ua": "uk", "rus": "ru", "russian": "ru",
        "bel": "be",
        "belarusian": "be", "bul": "bg", "bulgarian": "bg", "srp": "sr", "serbian": "sr", "mkd": "mk",
        "macedonian": "mk",
        "deu": "de", "ger": "de", "german": "de", "fra": "fr", "fre": "fr", "french": "fr", "spa": "es",
        "spanish": "es",
        "ita": "it", "italian": "it", "por": "pt", "portuguese": "pt", "nld": "nl", "dut": "nl", "dutch": "nl",
        "pol": "pl", "polish": "pl", "ces": "cs", "cze": "cs", "ron": "ro", "rum": "ro", "hun": "hu", "swe": "sv",
        "dan": "da", "fin": "fi", "tur": "tr", "turkish": "tr", "ind": "id", "hrv": "hr", "lit": "lt", "sqi": "sq",
        "alb": "sq",
        "ara": "ar", "arabic": "ar", "zho": "zh", "chi": "zh", "chinese": "zh", "jpn": "ja", "japanese": "ja",
        "kor": "ko",
        "heb": "he", "ell": "el", "gre": "el", "kat": "ka", "geo": "ka", "hye": "hy", "arm": "hy", "fas": "fa",
        "per": "fa",
        "hin": "hi", "nob": "no", "nno": "no", "nor": "no", "nb": "no", "nn": "no",
    ]

    /// The columns of each line of ``source``; divided as bytes, which is ten times as fast as by characters.
    private static let columns: [[Substring]] = source.utf8.split(separator: UInt8(ascii: "\n")).map { line in
        line.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false).map { Substring($0) }
    }

    static let rows: [Row] = columns.map { parts in
        Row(
            code: String(parts[0]), isCyrillic: parts[2].unicodeScalars.contains { (0x400..<0x460).contains($0.value) },
            letters: Set(parts[1].unicodeScalars.map(\.value)))
    }

    /// Whether a language is written in Cyrillic letters, as far as it is known.
    static func isCyrillic(_ code: String) -> Bool { rows.first { $0.code == code }?.isCyrillic ?? false }

    /// For the hash of each frequent word the languages that have it, a bit each, in order of ``rows``.
    static let words: FrequentWords = {
        var words: [UInt64: UInt32] = [:]
        words.reserveCapacity(1 << 10)
        for (number, parts) in columns.enumerated() {
            var hash = LanguageScores.emptyWord
            for scalar in parts[2].unicodeScalars {
                if scalar != " " {
                    LanguageScores.add(scalar.value, to: &hash)
                    continue
                }
                words[hash, default: 0] |= 1 << UInt32(number)
                hash = LanguageScores.emptyWord
            }
            words[hash, default: 0] |= 1 << UInt32(number)
        }
        return FrequentWords(words)
    }()
}

import DatelineKit
import MapExport
struct PageResources { init(_ l: DataLocator) {} ; func page(style: MapStyle) throws -> WebPage { WebPage() } }

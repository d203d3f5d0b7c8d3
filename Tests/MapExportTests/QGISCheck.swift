import Foundation

/// Runs Python with QGIS (`python3-qgis` of the system), where it is installed.
enum QGISCheck {
    static let python = "/usr/bin/python3"

    /// Whether PyQGIS can be imported. It is asked for once.
    static let isInstalled: Bool = {
        guard FileManager.default.isExecutableFile(atPath: python),
            let found = try? Programs.run(python, ["-c", "import qgis.core, osgeo.gdal"])
        else { return false }
        return found.status == 0
    }()

    /// Runs `body` after QGIS has started. What it puts into `out` comes back as JSON; it does not see the network.
    static func run(_ body: String, _ arguments: [String]) throws -> [String: Any] {
        let script = """
            import json, os, sys
            os.environ.update(QT_QPA_PLATFORM="offscreen", QGIS_CUSTOM_CONFIG_PATH=sys.argv[1], XDG_RUNTIME_DIR=sys.argv[1])
            from qgis.core import *
            from qgis.PyQt.QtCore import QDateTime, QSize, Qt, QVariant
            from qgis.PyQt.QtGui import QColor
            QgsApplication.setPrefixPath("/usr", True)
            app = QgsApplication([], False)
            app.initQgis()
            args = sys.argv[2:]
            out = {}
            def draw(layers, extent, file):
                settings = QgsMapSettings()
                settings.setLayers(layers); settings.setOutputSize(QSize(600, 400)); settings.setExtent(extent)
                settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
                settings.setBackgroundColor(QColor("white"))
                job = QgsMapRendererParallelJob(settings); job.start(); job.waitForFinished()
                image = job.renderedImage(); image.save(file)
                return {image.pixelColor(x, y).name() for y in range(0, 400, 2) for x in range(0, 600, 2)}
            \(body)
            print("OUT" + json.dumps(out))
            sys.stdout.flush()
            os._exit(0)
            """
        let profile = Programs.folder + "/map-export-qgis-" + UUID().uuidString
        try FileManager.default.createDirectory(
            atPath: profile, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(atPath: profile) }
        let (_, text) = try Programs.run(python, ["-c", script, profile] + arguments)
        guard let line = text.split(separator: "\n").last(where: { $0.hasPrefix("OUT") }),
            let object = try JSONSerialization.jsonObject(with: Data(line.dropFirst(3).utf8)) as? [String: Any]
        else { throw Failure(text: text) }
        return object
    }

    struct Failure: Error, CustomStringConvertible {
        var text: String
        var description: String { "QGIS gave no answer: \(text)" }
    }
}

internal import GeoTypes

/// A QGIS project (`.qgz`): the layers styled, the view on the data, the temporal controller on, paths relative.
///
/// QGIS filters by time only in a project: neither a `.qml` file nor a GeoPackage's style turns it on.
public struct QGISProject {
    /// A layer and the file that holds it.
    public struct Source {
        var layer: Layer
        var path: String
        var isChecked: Bool

        /// - Parameters:
        ///   - path: the file's name beside the project; for one of several layers `file.gpkg|layername=name`.
        ///   - isChecked: whether the layer shows when the project opens.
        public init(layer: Layer, path: String, isChecked: Bool = true) {
            self.layer = layer
            self.path = path
            self.isChecked = isChecked
        }

        /// Whether only what has no date is drawn, at any time.
        var isUndated = false

        /// QGIS wants more than ten characters, and takes off the last ten of some.
        var id: String { ncName(layer.name) + (isUndated ? "_undated" : "") + "_dateline_layer" }

        var title: String { layer.title + (isUndated ? " without a date" : "") }

        /// As QGIS's OGR provider reads it.
        var address: String { "./" + path + (isUndated ? "|subset=\"\(FieldRoles.start)\" IS NULL" : "") }

        /// With what the temporal controller would hide as a layer of its own, beneath it.
        var withUndated: [Source] {
            let roles = LayerRoles(layer)
            let dated = layer.features.count { roles.text(roles.start, of: $0) != nil }
            guard roles.start != nil, dated > 0, dated < layer.features.count else { return [self] }
            var undated = self
            undated.isUndated = true
            return [self, undated]
        }
    }

    private let title: String
    private let sources: [Source]
    private let style: MapStyle
    private let basemap: WebPage.Basemap

    /// - Parameter sources: from top to bottom. Layers without features are left out: a file without geometry opens as
    ///   a table.
    public init(title: String, sources: [Source], style: MapStyle, basemap: WebPage.Basemap = .embedded) {
        self.title = title
        self.sources = sources.filter { !$0.layer.features.isEmpty }.flatMap(\.withUndated)
        self.style = style
        self.basemap = basemap
    }

    /// Writes the project, a ZIP archive that holds `name.qgs`.
    public func write(name: String, to sink: any ByteSink) throws {
        let archive = ZipArchive(sink: sink)
        try archive.add(name + ".qgs") { try $0.write(document) }
        try archive.finish()
    }

    /// The text of the `.qgs` file.
    package var document: String {
        let rows = sources.map { source in
            """
            <layer-tree-layer id="\(source.id)" name="\(source.title.xmlEscaped)" providerKey="ogr" \
            source="\(source.address.xmlEscaped)" checked="\(source.isChecked ? "Qt::Checked" : "Qt::Unchecked")" \
            expanded="1"/>

            """
        }
        let order = sources.map { "<layer id=\"\($0.id)\"/>\n" }
        return """
            <!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
            <qgis projectname="\(title.xmlEscaped)" version="3.22.16">
            <homePath path=""/>
            <title>\(title.xmlEscaped)</title>
            <projectCrs>\(Self.wgs84)</projectCrs>
            <layer-tree-group>
            \(rows.joined())\(tileRow)\
            </layer-tree-group>
            <mapcanvas name="theMapCanvas" annotationsVisible="1">
            <units>degrees</units>
            <extent>\(edges)</extent>
            <rotation>0</rotation>
            <destinationsrs>\(Self.wgs84)</destinationsrs>
            <rendermaptile>0</rendermaptile>
            </mapcanvas>
            <projectlayers>
            \(sources.map(mapLayer).joined())\(tileLayer)\
            </projectlayers>
            <layerorder>
            \(order.joined())\(tileLayer.isEmpty ? "" : "<layer id=\"\(Self.tileID)\"/>\n")\
            </layerorder>
            <properties>
            <Gui><CanvasColorRedPart type="int">247</CanvasColorRedPart>\
            <CanvasColorGreenPart type="int">247</CanvasColorGreenPart>\
            <CanvasColorBluePart type="int">244</CanvasColorBluePart></Gui>
            <Paths><Absolute type="bool">false</Absolute></Paths>
            <SpatialRefSys><ProjectionsEnabled type="int">1</ProjectionsEnabled></SpatialRefSys>
            \(controller)\
            </properties>
            <ProjectViewSettings UseProjectScales="0" rotation="0">
            <Scales/>
            <DefaultViewExtent xmin="\(view.west)" ymin="\(view.south)" xmax="\(view.east)" ymax="\(view.north)">\
            \(Self.wgs84)</DefaultViewExtent>
            </ProjectViewSettings>
            \(timeSettings)\
            </qgis>

            """
    }

    // MARK: Layers

    private func mapLayer(_ source: Source) -> String {
        let shape = QGISLayer(source.layer, style: style)
        let (wkb, geometry) =
            switch shape.shape {
            case .points: ("Point", "Point")
            case .lines: ("MultiLineString", "Line")
            case .areas: ("MultiPolygon", "Polygon")
            }
        return """
            <maplayer type="vector" geometry="\(geometry)" wkbType="\(wkb)" labelsEnabled="1" simplifyDrawingHints="1" \
            hasScaleBasedVisibilityFlag="0" minScale="100000000" maxScale="0">
            <id>\(source.id)</id>
            <datasource>\(source.address.xmlEscaped)</datasource>
            <layername>\(source.title.xmlEscaped)</layername>
            <srs>\(Self.wgs84)</srs>
            <provider encoding="UTF-8">ogr</provider>
            \(source.isUndated ? shape.undatedElements : shape.elements)\
            </maplayer>

            """
    }

    private static let tileID = "online_tiles_dateline_layer"

    private var tiles: (url: String, attribution: String)? {
        if case .tiles(let url, let attribution) = basemap { (url, attribution) } else { nil }
    }

    private var tileRow: String {
        guard tiles != nil else { return "" }
        return """
            <layer-tree-layer id="\(Self.tileID)" name="Basemap" providerKey="wms" checked="Qt::Checked" expanded="0"/>

            """
    }

    private var tileLayer: String {
        guard let tiles else { return "" }
        // The address stands in a query string of its own.
        let address = tiles.url.split(separator: "&", omittingEmptySubsequences: false).joined(separator: "%26")
        return """
            <maplayer type="raster">
            <id>\(Self.tileID)</id>
            <datasource>\("type=xyz&url=\(address)&zmax=19&zmin=0".xmlEscaped)</datasource>
            <layername>Basemap</layername>
            <attribution>\(tiles.attribution.xmlEscaped)</attribution>
            <provider>wms</provider>
            </maplayer>

            """
    }

    // MARK: Space

    /// The data with a margin of a tenth, at least a tenth of a degree; the world when there are none.
    private var view: BoundingBox {
        let shown = sources.filter(\.isChecked)
        let boxes = (shown.isEmpty ? sources : shown).compactMap(\.layer.boundingBox)
        guard let first = boxes.first else { return BoundingBox(west: -180, south: -90, east: 180, north: 90) }
        let box = boxes.dropFirst().reduce(first) { $0.union($1) }
        let margin = max(0.1, max(box.east - box.west, box.north - box.south) * 0.1)
        return BoundingBox(
            west: box.west - margin, south: box.south - margin, east: box.east + margin, north: box.north + margin)
    }

    private var edges: String {
        let box = view
        return "<xmin>\(box.west)</xmin><ymin>\(box.south)</ymin><xmax>\(box.east)</xmax><ymax>\(box.north)</ymax>"
    }

    private static let wgs84 = """
        <spatialrefsys><proj4>+proj=longlat +datum=WGS84 +no_defs</proj4><srsid>3452</srsid><srid>4326</srid>\
        <authid>EPSG:4326</authid><description>WGS 84</description><projectionacronym>longlat</projectionacronym>\
        <ellipsoidacronym>EPSG:7030</ellipsoidacronym><geographicflag>true</geographicflag></spatialrefsys>
        """

    // MARK: Time

    /// Earliest start and latest end of the features, ISO 8601; those that do not read so are passed over. A few events
    /// far away in time must not turn weeks into years: then the range is where all but a twenty-fifth at either end are.
    private var timeRange: (start: String, end: String)? {
        var starts: [String] = []
        var ends: [String] = []
        for source in sources {
            let roles = LayerRoles(source.layer)
            for feature in source.layer.features {
                if let start = roles.text(roles.start, of: feature), Self.day(start) != nil {
                    starts.append(start)
                    ends.append(start)
                }
                if let end = roles.text(roles.end, of: feature), Self.day(end) != nil { ends.append(end) }
            }
        }
        starts.sort()
        ends.sort()
        guard let first = starts.first, let last = ends.last, first < last else { return nil }
        let margin = starts.count / 25
        let (low, high) = (starts[margin], ends[ends.count - 1 - margin * 2])
        guard low < high, Self.days(from: low, to: high) * 3 < Self.days(from: first, to: last) else {
            return (first, last)
        }
        return (low, high)
    }

    private static func days(from start: String, to end: String) -> Int { (day(end) ?? 0) - (day(start) ?? 0) }

    /// Roughly the days since year 0 of `YYYY-MM-DD...`, good enough to choose a step by.
    private static func day(_ text: String) -> Int? {
        let parts = text.prefix(10).split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, text.utf8.count == 20 else { return nil }
        return parts[0] * 365 + parts[1] * 30 + parts[2]
    }

    /// A frame is a day, a week, a month or a year, whichever makes a film of a sensible length.
    private var timeSettings: String {
        guard let range = timeRange else { return "" }
        let days = Self.days(from: range.start, to: range.end)
        let unit = days <= 45 ? "d" : days <= 1100 ? "wk" : days <= 5500 ? "mon" : "y"
        return """
            <ProjectTimeSettings timeStep="1" timeStepUnit="\(unit)" frameRate="1" cumulativeTemporalRange="0">
            <TemporalRange><start>\(range.start)</start><end>\(range.end)</end></TemporalRange>
            </ProjectTimeSettings>

            """
    }

    /// Mode 1 is animated navigation: the slider is there when the project opens.
    private var controller: String {
        guard let range = timeRange else { return "" }
        return """
            <TemporalControllerWidget><NavigationMode type="int">1</NavigationMode>\
            <StartDateTime type="QString">\(range.start)</StartDateTime>\
            <EndDateTime type="QString">\(range.end)</EndDateTime></TemporalControllerWidget>

            """
    }
}

internal import GeoTypes

/// The SQL of a GeoPackage: OGC 12-128r17, annex C and F.3.
struct GeoPackageSchema {
    /// The table, quoted.
    let name: String
    let indexName: String
    /// The R-tree, quoted.
    let index: String
    private let layer: Layer

    init(layer: Layer) {
        self.layer = layer
        name = Self.quoted(layer.name)
        indexName = "rtree_\(layer.name)_geom"
        index = Self.quoted(indexName)
    }

    /// Stands where a time must: the bytes do not tell when they were written.
    static let epoch = "1970-01-01T00:00:00.000Z"

    static let core = """
        PRAGMA application_id = 1196444487;
        PRAGMA user_version = 10300;
        CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY,
        organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL,
        description TEXT);
        CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL,
        identifier TEXT UNIQUE, description TEXT DEFAULT '',
        last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y DOUBLE,
        max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
        CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
        CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,
        geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
        CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
        CONSTRAINT uk_gc_table_name UNIQUE (table_name),
        CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
        CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
        CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL,
        definition TEXT NOT NULL, scope TEXT NOT NULL,
        CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
        """

    private static let wgs84 = """
        GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],\
        AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,\
        AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]
        """

    /// The three that every GeoPackage holds.
    static let referenceSystems: [[String?]] = [
        [
            "Undefined Cartesian SRS", "-1", "NONE", "-1", "undefined",
            "undefined Cartesian coordinate reference system",
        ],
        [
            "Undefined geographic SRS", "0", "NONE", "0", "undefined",
            "undefined geographic coordinate reference system",
        ],
        ["WGS 84 geodetic", "4326", "EPSG", "4326", wgs84, "longitude and latitude in decimal degrees on WGS 84"],
    ]

    /// QGIS's own table of styles.
    static let styles = """
        CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256),
        f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30),
        styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30),
        update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')));
        INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change)
        VALUES ('layer_styles', 'attributes', 'layer_styles', 'Styles of QGIS', '\(epoch)');
        """

    static let indexExtension = """
        INSERT INTO gpkg_extensions VALUES (?, 'geom', 'gpkg_rtree_index',
        'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')
        """

    /// The feature table and its empty R-tree.
    var table: String {
        let columns = layer.fields.map { field in
            let type =
                switch field.kind {
                case .integer: "INTEGER"
                case .number: "REAL"
                case .dateTime: "DATETIME"
                case .string, .strings: "TEXT"
                }
            return ", " + Self.quoted(field.name) + " " + type
        }
        return """
            CREATE TABLE \(name) (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom \(geometryType), id TEXT\
            \(columns.joined()));
            CREATE VIRTUAL TABLE \(index) USING rtree(id, minx, maxx, miny, maxy);
            """
    }

    func contents(bounds: BoundingBox?) -> String {
        let edges = bounds.map { [$0.west, $0.south, $0.east, $0.north].map { "\($0)" } }
        return """
            INSERT INTO gpkg_contents VALUES (?, 'features', ?, ?, '\(Self.epoch)',
            \((edges ?? Array(repeating: "NULL", count: 4)).joined(separator: ", ")), 4326)
            """
    }

    var geometryColumn: String {
        "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', '\(geometryType)', 4326, 0, 0)"
    }

    /// That of the features; of a layer without any, a point.
    private var geometryType: String {
        switch layer.features.geometries.first(where: { _ in true }) {
        case .point, nil: "POINT"
        case .lineString: "LINESTRING"
        case .multiLineString: "MULTILINESTRING"
        case .polygon: "POLYGON"
        case .multiPolygon: "MULTIPOLYGON"
        }
    }

    /// Keep the R-tree right when someone edits the table.
    var triggers: String {
        let full = "(NEW.\"geom\" NOTNULL AND NOT ST_IsEmpty(NEW.\"geom\"))"
        let empty = "(NEW.\"geom\" ISNULL OR ST_IsEmpty(NEW.\"geom\"))"
        let same = "OLD.\"fid\" = NEW.\"fid\" AND "
        let other = "OLD.\"fid\" != NEW.\"fid\" AND "
        let delete = "DELETE FROM \(index) WHERE id = OLD.\"fid\";"
        let insert = """
            INSERT OR REPLACE INTO \(index) VALUES (NEW."fid", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), \
            ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
            """
        func trigger(_ suffix: String, _ moment: String, _ condition: String, _ body: String) -> String {
            let name = Self.quoted("rtree_\(layer.name)_geom_\(suffix)")
            return "CREATE TRIGGER \(name) AFTER \(moment) ON \(self.name) WHEN \(condition) BEGIN \(body) END;\n"
        }
        return trigger(
            "insert", "INSERT", "(new.\"geom\" NOT NULL AND NOT ST_IsEmpty(NEW.\"geom\"))", insert)
            + trigger("update1", "UPDATE OF \"geom\"", same + full, insert)
            + trigger("update2", "UPDATE OF \"geom\"", same + empty, delete)
            + trigger("update3", "UPDATE", other + full, delete + " " + insert)
            + trigger(
                "update4", "UPDATE", other + empty, "DELETE FROM \(index) WHERE id IN (OLD.\"fid\", NEW.\"fid\");")
            + trigger("delete", "DELETE", "old.\"geom\" NOT NULL", delete)
    }

    static func quoted(_ name: String) -> String {
        "\"" + name.withoutControls.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
            + "\""
    }
}

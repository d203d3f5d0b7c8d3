/// The labels of a QGIS layer: a name to the right of its dot, with a pale halo, where there is room. There is one
/// position only, so that the name of a place with many events stands there once.
struct QGISLabels {
    let field: String
    let isLine: Bool

    /// Placement 1 is at a fixed offset from a point, quadrant 5 to its right; 2 follows a line.
    var element: String {
        """
        <labeling type="simple">
        <settings calloutType="simple">
        <text-style fieldName="\(field.xmlEscaped)" isExpression="0" fontFamily="Sans Serif" fontSize="8" \
        fontSizeUnit="Point" fontWeight="50" textColor="31,41,55,255" textOpacity="1" multilineHeight="1">
        <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" \
        bufferOpacity="0.85" bufferJoinStyle="128" bufferNoFill="1"/>
        </text-style>
        <placement placement="\(isLine ? 2 : 1)" quadOffset="5" xOffset="1.8" yOffset="0" offsetUnits="MM" \
        dist="0.6" distUnits="MM" priority="5" placementFlags="10"/>
        <rendering drawLabels="1" displayAll="0" obstacle="1" obstacleFactor="1" obstacleType="1" scaleVisibility="0" \
        limitNumLabels="0" maxNumLabels="2000" fontMaxPixelSize="10000" fontMinPixelSize="3" upsidedownLabels="0"/>
        </settings>
        </labeling>

        """
    }
}

<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="Symbology|Labeling|MapTips|Temporal" labelsEnabled="1">
<renderer-v2 type="singleSymbol" symbollevels="0" enableorderby="0" forceraster="0">
<symbols>
<symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map"><Option name="color" value="255,255,255,150" type="QString"/><Option name="name" value="circle" type="QString"/><Option name="outline_color" value="75,85,99,255" type="QString"/><Option name="outline_width" value="0.3" type="QString"/><Option name="size" value="2.6" type="QString"/></Option>
<prop k="color" v="255,255,255,150"/><prop k="name" v="circle"/><prop k="outline_color" v="75,85,99,255"/><prop k="outline_width" v="0.3"/><prop k="size" v="2.6"/>
<data_defined_properties><Option type="Map"><Option name="name" value="" type="QString"/>
<Option name="properties" type="Map">
<Option name="size" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="2.6 + min(sqrt(coalesce(&quot;mentions&quot;, 1)) - 1, 4)" type="QString"/><Option name="type" value="3" type="int"/></Option>
</Option><Option name="type" value="collection" type="QString"/></Option></data_defined_properties>
</layer>
</symbol>
</symbols>
</renderer-v2>
<labeling type="simple">
<settings calloutType="simple">
<text-style fieldName="name" isExpression="0" fontFamily="Sans Serif" fontSize="8" fontSizeUnit="Point" fontWeight="50" textColor="31,41,55,255" textOpacity="1" multilineHeight="1">
<text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85" bufferJoinStyle="128" bufferNoFill="1"/>
</text-style>
<placement placement="1" quadOffset="5" xOffset="1.8" yOffset="0" offsetUnits="MM" dist="0.6" distUnits="MM" priority="5" placementFlags="10"/>
<rendering drawLabels="1" displayAll="0" obstacle="1" obstacleFactor="1" obstacleType="1" scaleVisibility="0" limitNumLabels="0" maxNumLabels="2000" fontMaxPixelSize="10000" fontMinPixelSize="3" upsidedownLabels="0"/>
</settings>
</labeling>
<blendMode>0</blendMode>
<featureBlendMode>0</featureBlendMode>
<layerOpacity>1</layerOpacity>
<previewExpression>"name"</previewExpression>
<mapTip>&lt;div style=&quot;width:340px&quot;&gt;&lt;b&gt;[% replace(replace(replace(coalesce(to_string(&quot;name&quot;), &#39;&#39;), &#39;&amp;&#39;, &#39;&amp;amp;&#39;), &#39;&lt;&#39;, &#39;&amp;lt;&#39;), &#39;&gt;&#39;, &#39;&amp;gt;&#39;) %]&lt;/b&gt;&lt;p&gt;named [% replace(replace(replace(coalesce(to_string(&quot;mentions&quot;), &#39;&#39;), &#39;&amp;&#39;, &#39;&amp;amp;&#39;), &#39;&lt;&#39;, &#39;&amp;lt;&#39;), &#39;&gt;&#39;, &#39;&amp;gt;&#39;) %] times in [% replace(replace(replace(coalesce(to_string(&quot;articles&quot;), &#39;&#39;), &#39;&amp;&#39;, &#39;&amp;amp;&#39;), &#39;&lt;&#39;, &#39;&amp;lt;&#39;), &#39;&gt;&#39;, &#39;&amp;gt;&#39;) %] articles&lt;/p&gt;&lt;/div&gt;</mapTip>
</qgis>

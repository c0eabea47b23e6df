<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis styleCategories="Symbology" version="3.22.16-Białowieża">
 <renderer-v2 enableorderby="1" forceraster="0" referencescale="-1" symbollevels="0" type="RuleRenderer">
  <rules key="{00000000-0000-0000-0000-000000000001}">
   <rule filter="(&quot;cum&quot; &lt;= 0.5 OR &quot;rank&quot; = 1)" key="{00000000-0000-0000-0000-000000000002}" label="Largest links, half of the flow" symbol="0"/>
   <rule filter="false" key="{00000000-0000-0000-0000-000000000003}" label="Width: the largest flow" symbol="1"/>
   <rule filter="false" key="{00000000-0000-0000-0000-000000000004}" label="Width: a quarter of it" symbol="2"/>
   <rule filter="&quot;cum&quot; > 0.5 AND &quot;cum&quot; &lt;= 0.8 AND &quot;rank&quot; > 1" key="{00000000-0000-0000-0000-000000000005}" label="Further links, up to 80 % of the flow" symbol="3"/>
   <rule checkstate="0" filter="&quot;cum&quot; > 0.8 AND &quot;rank&quot; > 1" key="{00000000-0000-0000-0000-000000000006}" label="Smaller links, 20 % of the flow, hidden at first" symbol="4"/>
  </rules>
  <symbols>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="0" type="line">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value=""/>
      <Option name="properties"/>
      <Option name="type" type="QString" value="collection"/>
     </Option>
    </data_defined_properties>
    <layer class="GeometryGenerator" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="SymbolType" type="QString" value="Line"/>
      <Option name="geometryModifier" type="QString" value="with_variable('a', start_point($geometry), with_variable('z', end_point($geometry), make_line(@a, project(line_interpolate_point(make_line(@a, @z), distance(@a, @z) / 2), if($id is null, 0, 0.12) * distance(@a, @z), azimuth(@a, @z) + pi() / 2), @z)))"/>
      <Option name="units" type="QString" value="MapUnit"/>
     </Option>
     <prop k="SymbolType" v="Line"/>
     <prop k="geometryModifier" v="with_variable('a', start_point($geometry), with_variable('z', end_point($geometry), make_line(@a, project(line_interpolate_point(make_line(@a, @z), distance(@a, @z) / 2), if($id is null, 0, 0.12) * distance(@a, @z), azimuth(@a, @z) + pi() / 2), @z)))"/>
     <prop k="units" v="MapUnit"/>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties"/>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
     <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="@0@0" type="line">
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value=""/>
        <Option name="properties"/>
        <Option name="type" type="QString" value="collection"/>
       </Option>
      </data_defined_properties>
      <layer class="ArrowLine" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option name="arrow_start_width" type="QString" value="1.325"/>
        <Option name="arrow_start_width_unit" type="QString" value="MM"/>
        <Option name="arrow_start_width_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
        <Option name="arrow_type" type="QString" value="0"/>
        <Option name="arrow_width" type="QString" value="0.08"/>
        <Option name="arrow_width_unit" type="QString" value="MM"/>
        <Option name="arrow_width_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
        <Option name="head_length" type="QString" value="0"/>
        <Option name="head_length_unit" type="QString" value="MM"/>
        <Option name="head_length_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
        <Option name="head_thickness" type="QString" value="0"/>
        <Option name="head_thickness_unit" type="QString" value="MM"/>
        <Option name="head_thickness_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
        <Option name="head_type" type="QString" value="0"/>
        <Option name="is_curved" type="QString" value="1"/>
        <Option name="is_repeated" type="QString" value="0"/>
        <Option name="offset" type="QString" value="0"/>
        <Option name="offset_unit" type="QString" value="MM"/>
        <Option name="offset_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
        <Option name="ring_filter" type="QString" value="0"/>
       </Option>
       <prop k="arrow_start_width" v="1.325"/>
       <prop k="arrow_start_width_unit" v="MM"/>
       <prop k="arrow_start_width_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="arrow_type" v="0"/>
       <prop k="arrow_width" v="0.08"/>
       <prop k="arrow_width_unit" v="MM"/>
       <prop k="arrow_width_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="head_length" v="0"/>
       <prop k="head_length_unit" v="MM"/>
       <prop k="head_length_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="head_thickness" v="0"/>
       <prop k="head_thickness_unit" v="MM"/>
       <prop k="head_thickness_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="head_type" v="0"/>
       <prop k="is_curved" v="1"/>
       <prop k="is_repeated" v="0"/>
       <prop k="offset" v="0"/>
       <prop k="offset_unit" v="MM"/>
       <prop k="offset_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="ring_filter" v="0"/>
       <data_defined_properties>
        <Option type="Map">
         <Option name="name" type="QString" value=""/>
         <Option name="properties" type="Map">
          <Option name="arrowStartWidth" type="Map">
           <Option name="active" type="bool" value="true"/>
           <Option name="expression" type="QString" value="0.25 + 2.15 * &quot;flow&quot; / maximum(&quot;flow&quot;, filter:=&quot;rank&quot; > 0)"/>
           <Option name="type" type="int" value="3"/>
          </Option>
         </Option>
         <Option name="type" type="QString" value="collection"/>
        </Option>
       </data_defined_properties>
       <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="@@0@0@0" type="fill">
        <data_defined_properties>
         <Option type="Map">
          <Option name="name" type="QString" value=""/>
          <Option name="properties"/>
          <Option name="type" type="QString" value="collection"/>
         </Option>
        </data_defined_properties>
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
         <Option type="Map">
          <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
          <Option name="color" type="QString" value="64,64,64,255"/>
          <Option name="joinstyle" type="QString" value="bevel"/>
          <Option name="offset" type="QString" value="0,0"/>
          <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
          <Option name="offset_unit" type="QString" value="MM"/>
          <Option name="outline_color" type="QString" value="255,255,255,255"/>
          <Option name="outline_style" type="QString" value="solid"/>
          <Option name="outline_width" type="QString" value="0.1"/>
          <Option name="outline_width_unit" type="QString" value="MM"/>
          <Option name="style" type="QString" value="solid"/>
         </Option>
         <prop k="border_width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
         <prop k="color" v="64,64,64,255"/>
         <prop k="joinstyle" v="bevel"/>
         <prop k="offset" v="0,0"/>
         <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
         <prop k="offset_unit" v="MM"/>
         <prop k="outline_color" v="255,255,255,255"/>
         <prop k="outline_style" v="solid"/>
         <prop k="outline_width" v="0.1"/>
         <prop k="outline_width_unit" v="MM"/>
         <prop k="style" v="solid"/>
         <data_defined_properties>
          <Option type="Map">
           <Option name="name" type="QString" value=""/>
           <Option name="properties"/>
           <Option name="type" type="QString" value="collection"/>
          </Option>
         </data_defined_properties>
        </layer>
       </symbol>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="1" type="line">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value=""/>
      <Option name="properties"/>
      <Option name="type" type="QString" value="collection"/>
     </Option>
    </data_defined_properties>
    <layer class="ArrowLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="arrow_start_width" type="QString" value="2.4"/>
      <Option name="arrow_start_width_unit" type="QString" value="MM"/>
      <Option name="arrow_start_width_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
      <Option name="arrow_type" type="QString" value="0"/>
      <Option name="arrow_width" type="QString" value="0.08"/>
      <Option name="arrow_width_unit" type="QString" value="MM"/>
      <Option name="arrow_width_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
      <Option name="head_length" type="QString" value="0"/>
      <Option name="head_length_unit" type="QString" value="MM"/>
      <Option name="head_length_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
      <Option name="head_thickness" type="QString" value="0"/>
      <Option name="head_thickness_unit" type="QString" value="MM"/>
      <Option name="head_thickness_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
      <Option name="head_type" type="QString" value="0"/>
      <Option name="is_curved" type="QString" value="1"/>
      <Option name="is_repeated" type="QString" value="0"/>
      <Option name="offset" type="QString" value="0"/>
      <Option name="offset_unit" type="QString" value="MM"/>
      <Option name="offset_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
      <Option name="ring_filter" type="QString" value="0"/>
     </Option>
     <prop k="arrow_start_width" v="2.4"/>
     <prop k="arrow_start_width_unit" v="MM"/>
     <prop k="arrow_start_width_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="arrow_type" v="0"/>
     <prop k="arrow_width" v="0.08"/>
     <prop k="arrow_width_unit" v="MM"/>
     <prop k="arrow_width_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="head_length" v="0"/>
     <prop k="head_length_unit" v="MM"/>
     <prop k="head_length_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="head_thickness" v="0"/>
     <prop k="head_thickness_unit" v="MM"/>
     <prop k="head_thickness_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="head_type" v="0"/>
     <prop k="is_curved" v="1"/>
     <prop k="is_repeated" v="0"/>
     <prop k="offset" v="0"/>
     <prop k="offset_unit" v="MM"/>
     <prop k="offset_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="ring_filter" v="0"/>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties"/>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
     <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="@1@0" type="fill">
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value=""/>
        <Option name="properties"/>
        <Option name="type" type="QString" value="collection"/>
       </Option>
      </data_defined_properties>
      <layer class="SimpleFill" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
        <Option name="color" type="QString" value="64,64,64,255"/>
        <Option name="joinstyle" type="QString" value="bevel"/>
        <Option name="offset" type="QString" value="0,0"/>
        <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
        <Option name="offset_unit" type="QString" value="MM"/>
        <Option name="outline_color" type="QString" value="255,255,255,255"/>
        <Option name="outline_style" type="QString" value="solid"/>
        <Option name="outline_width" type="QString" value="0.1"/>
        <Option name="outline_width_unit" type="QString" value="MM"/>
        <Option name="style" type="QString" value="solid"/>
       </Option>
       <prop k="border_width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="color" v="64,64,64,255"/>
       <prop k="joinstyle" v="bevel"/>
       <prop k="offset" v="0,0"/>
       <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="offset_unit" v="MM"/>
       <prop k="outline_color" v="255,255,255,255"/>
       <prop k="outline_style" v="solid"/>
       <prop k="outline_width" v="0.1"/>
       <prop k="outline_width_unit" v="MM"/>
       <prop k="style" v="solid"/>
       <data_defined_properties>
        <Option type="Map">
         <Option name="name" type="QString" value=""/>
         <Option name="properties"/>
         <Option name="type" type="QString" value="collection"/>
        </Option>
       </data_defined_properties>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="2" type="line">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value=""/>
      <Option name="properties"/>
      <Option name="type" type="QString" value="collection"/>
     </Option>
    </data_defined_properties>
    <layer class="ArrowLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="arrow_start_width" type="QString" value="0.794219"/>
      <Option name="arrow_start_width_unit" type="QString" value="MM"/>
      <Option name="arrow_start_width_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
      <Option name="arrow_type" type="QString" value="0"/>
      <Option name="arrow_width" type="QString" value="0.08"/>
      <Option name="arrow_width_unit" type="QString" value="MM"/>
      <Option name="arrow_width_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
      <Option name="head_length" type="QString" value="0"/>
      <Option name="head_length_unit" type="QString" value="MM"/>
      <Option name="head_length_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
      <Option name="head_thickness" type="QString" value="0"/>
      <Option name="head_thickness_unit" type="QString" value="MM"/>
      <Option name="head_thickness_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
      <Option name="head_type" type="QString" value="0"/>
      <Option name="is_curved" type="QString" value="1"/>
      <Option name="is_repeated" type="QString" value="0"/>
      <Option name="offset" type="QString" value="0"/>
      <Option name="offset_unit" type="QString" value="MM"/>
      <Option name="offset_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
      <Option name="ring_filter" type="QString" value="0"/>
     </Option>
     <prop k="arrow_start_width" v="0.794219"/>
     <prop k="arrow_start_width_unit" v="MM"/>
     <prop k="arrow_start_width_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="arrow_type" v="0"/>
     <prop k="arrow_width" v="0.08"/>
     <prop k="arrow_width_unit" v="MM"/>
     <prop k="arrow_width_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="head_length" v="0"/>
     <prop k="head_length_unit" v="MM"/>
     <prop k="head_length_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="head_thickness" v="0"/>
     <prop k="head_thickness_unit" v="MM"/>
     <prop k="head_thickness_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="head_type" v="0"/>
     <prop k="is_curved" v="1"/>
     <prop k="is_repeated" v="0"/>
     <prop k="offset" v="0"/>
     <prop k="offset_unit" v="MM"/>
     <prop k="offset_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="ring_filter" v="0"/>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties"/>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
     <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="@2@0" type="fill">
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value=""/>
        <Option name="properties"/>
        <Option name="type" type="QString" value="collection"/>
       </Option>
      </data_defined_properties>
      <layer class="SimpleFill" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
        <Option name="color" type="QString" value="64,64,64,255"/>
        <Option name="joinstyle" type="QString" value="bevel"/>
        <Option name="offset" type="QString" value="0,0"/>
        <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
        <Option name="offset_unit" type="QString" value="MM"/>
        <Option name="outline_color" type="QString" value="255,255,255,255"/>
        <Option name="outline_style" type="QString" value="solid"/>
        <Option name="outline_width" type="QString" value="0.1"/>
        <Option name="outline_width_unit" type="QString" value="MM"/>
        <Option name="style" type="QString" value="solid"/>
       </Option>
       <prop k="border_width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="color" v="64,64,64,255"/>
       <prop k="joinstyle" v="bevel"/>
       <prop k="offset" v="0,0"/>
       <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="offset_unit" v="MM"/>
       <prop k="outline_color" v="255,255,255,255"/>
       <prop k="outline_style" v="solid"/>
       <prop k="outline_width" v="0.1"/>
       <prop k="outline_width_unit" v="MM"/>
       <prop k="style" v="solid"/>
       <data_defined_properties>
        <Option type="Map">
         <Option name="name" type="QString" value=""/>
         <Option name="properties"/>
         <Option name="type" type="QString" value="collection"/>
        </Option>
       </data_defined_properties>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="3" type="line">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value=""/>
      <Option name="properties"/>
      <Option name="type" type="QString" value="collection"/>
     </Option>
    </data_defined_properties>
    <layer class="GeometryGenerator" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="SymbolType" type="QString" value="Line"/>
      <Option name="geometryModifier" type="QString" value="with_variable('a', start_point($geometry), with_variable('z', end_point($geometry), make_line(@a, project(line_interpolate_point(make_line(@a, @z), distance(@a, @z) / 2), if($id is null, 0, 0.12) * distance(@a, @z), azimuth(@a, @z) + pi() / 2), @z)))"/>
      <Option name="units" type="QString" value="MapUnit"/>
     </Option>
     <prop k="SymbolType" v="Line"/>
     <prop k="geometryModifier" v="with_variable('a', start_point($geometry), with_variable('z', end_point($geometry), make_line(@a, project(line_interpolate_point(make_line(@a, @z), distance(@a, @z) / 2), if($id is null, 0, 0.12) * distance(@a, @z), azimuth(@a, @z) + pi() / 2), @z)))"/>
     <prop k="units" v="MapUnit"/>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties"/>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
     <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="@3@0" type="line">
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value=""/>
        <Option name="properties"/>
        <Option name="type" type="QString" value="collection"/>
       </Option>
      </data_defined_properties>
      <layer class="ArrowLine" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option name="arrow_start_width" type="QString" value="0.6"/>
        <Option name="arrow_start_width_unit" type="QString" value="MM"/>
        <Option name="arrow_start_width_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
        <Option name="arrow_type" type="QString" value="0"/>
        <Option name="arrow_width" type="QString" value="0.6"/>
        <Option name="arrow_width_unit" type="QString" value="MM"/>
        <Option name="arrow_width_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
        <Option name="head_length" type="QString" value="0"/>
        <Option name="head_length_unit" type="QString" value="MM"/>
        <Option name="head_length_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
        <Option name="head_thickness" type="QString" value="0"/>
        <Option name="head_thickness_unit" type="QString" value="MM"/>
        <Option name="head_thickness_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
        <Option name="head_type" type="QString" value="0"/>
        <Option name="is_curved" type="QString" value="1"/>
        <Option name="is_repeated" type="QString" value="0"/>
        <Option name="offset" type="QString" value="0"/>
        <Option name="offset_unit" type="QString" value="MM"/>
        <Option name="offset_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
        <Option name="ring_filter" type="QString" value="0"/>
       </Option>
       <prop k="arrow_start_width" v="0.6"/>
       <prop k="arrow_start_width_unit" v="MM"/>
       <prop k="arrow_start_width_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="arrow_type" v="0"/>
       <prop k="arrow_width" v="0.6"/>
       <prop k="arrow_width_unit" v="MM"/>
       <prop k="arrow_width_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="head_length" v="0"/>
       <prop k="head_length_unit" v="MM"/>
       <prop k="head_length_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="head_thickness" v="0"/>
       <prop k="head_thickness_unit" v="MM"/>
       <prop k="head_thickness_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="head_type" v="0"/>
       <prop k="is_curved" v="1"/>
       <prop k="is_repeated" v="0"/>
       <prop k="offset" v="0"/>
       <prop k="offset_unit" v="MM"/>
       <prop k="offset_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="ring_filter" v="0"/>
       <data_defined_properties>
        <Option type="Map">
         <Option name="name" type="QString" value=""/>
         <Option name="properties" type="Map">
          <Option name="arrowStartWidth" type="Map">
           <Option name="active" type="bool" value="true"/>
           <Option name="expression" type="QString" value="if($id is null, 0.6, 0.14)"/>
           <Option name="type" type="int" value="3"/>
          </Option>
          <Option name="arrowWidth" type="Map">
           <Option name="active" type="bool" value="true"/>
           <Option name="expression" type="QString" value="if($id is null, 0.6, 0.14)"/>
           <Option name="type" type="int" value="3"/>
          </Option>
         </Option>
         <Option name="type" type="QString" value="collection"/>
        </Option>
       </data_defined_properties>
       <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="@@3@0@0" type="fill">
        <data_defined_properties>
         <Option type="Map">
          <Option name="name" type="QString" value=""/>
          <Option name="properties"/>
          <Option name="type" type="QString" value="collection"/>
         </Option>
        </data_defined_properties>
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
         <Option type="Map">
          <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
          <Option name="color" type="QString" value="217,217,217,255"/>
          <Option name="joinstyle" type="QString" value="bevel"/>
          <Option name="offset" type="QString" value="0,0"/>
          <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
          <Option name="offset_unit" type="QString" value="MM"/>
          <Option name="outline_color" type="QString" value="35,35,35,255"/>
          <Option name="outline_style" type="QString" value="no"/>
          <Option name="outline_width" type="QString" value="0.26"/>
          <Option name="outline_width_unit" type="QString" value="MM"/>
          <Option name="style" type="QString" value="solid"/>
         </Option>
         <prop k="border_width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
         <prop k="color" v="217,217,217,255"/>
         <prop k="joinstyle" v="bevel"/>
         <prop k="offset" v="0,0"/>
         <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
         <prop k="offset_unit" v="MM"/>
         <prop k="outline_color" v="35,35,35,255"/>
         <prop k="outline_style" v="no"/>
         <prop k="outline_width" v="0.26"/>
         <prop k="outline_width_unit" v="MM"/>
         <prop k="style" v="solid"/>
         <data_defined_properties>
          <Option type="Map">
           <Option name="name" type="QString" value=""/>
           <Option name="properties"/>
           <Option name="type" type="QString" value="collection"/>
          </Option>
         </data_defined_properties>
        </layer>
       </symbol>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="4" type="line">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value=""/>
      <Option name="properties"/>
      <Option name="type" type="QString" value="collection"/>
     </Option>
    </data_defined_properties>
    <layer class="GeometryGenerator" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="SymbolType" type="QString" value="Line"/>
      <Option name="geometryModifier" type="QString" value="with_variable('a', start_point($geometry), with_variable('z', end_point($geometry), make_line(@a, project(line_interpolate_point(make_line(@a, @z), distance(@a, @z) / 2), if($id is null, 0, 0.12) * distance(@a, @z), azimuth(@a, @z) + pi() / 2), @z)))"/>
      <Option name="units" type="QString" value="MapUnit"/>
     </Option>
     <prop k="SymbolType" v="Line"/>
     <prop k="geometryModifier" v="with_variable('a', start_point($geometry), with_variable('z', end_point($geometry), make_line(@a, project(line_interpolate_point(make_line(@a, @z), distance(@a, @z) / 2), if($id is null, 0, 0.12) * distance(@a, @z), azimuth(@a, @z) + pi() / 2), @z)))"/>
     <prop k="units" v="MapUnit"/>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties"/>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
     <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="@4@0" type="line">
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value=""/>
        <Option name="properties"/>
        <Option name="type" type="QString" value="collection"/>
       </Option>
      </data_defined_properties>
      <layer class="ArrowLine" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option name="arrow_start_width" type="QString" value="0.6"/>
        <Option name="arrow_start_width_unit" type="QString" value="MM"/>
        <Option name="arrow_start_width_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
        <Option name="arrow_type" type="QString" value="0"/>
        <Option name="arrow_width" type="QString" value="0.6"/>
        <Option name="arrow_width_unit" type="QString" value="MM"/>
        <Option name="arrow_width_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
        <Option name="head_length" type="QString" value="0"/>
        <Option name="head_length_unit" type="QString" value="MM"/>
        <Option name="head_length_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
        <Option name="head_thickness" type="QString" value="0"/>
        <Option name="head_thickness_unit" type="QString" value="MM"/>
        <Option name="head_thickness_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
        <Option name="head_type" type="QString" value="0"/>
        <Option name="is_curved" type="QString" value="1"/>
        <Option name="is_repeated" type="QString" value="0"/>
        <Option name="offset" type="QString" value="0"/>
        <Option name="offset_unit" type="QString" value="MM"/>
        <Option name="offset_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
        <Option name="ring_filter" type="QString" value="0"/>
       </Option>
       <prop k="arrow_start_width" v="0.6"/>
       <prop k="arrow_start_width_unit" v="MM"/>
       <prop k="arrow_start_width_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="arrow_type" v="0"/>
       <prop k="arrow_width" v="0.6"/>
       <prop k="arrow_width_unit" v="MM"/>
       <prop k="arrow_width_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="head_length" v="0"/>
       <prop k="head_length_unit" v="MM"/>
       <prop k="head_length_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="head_thickness" v="0"/>
       <prop k="head_thickness_unit" v="MM"/>
       <prop k="head_thickness_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="head_type" v="0"/>
       <prop k="is_curved" v="1"/>
       <prop k="is_repeated" v="0"/>
       <prop k="offset" v="0"/>
       <prop k="offset_unit" v="MM"/>
       <prop k="offset_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="ring_filter" v="0"/>
       <data_defined_properties>
        <Option type="Map">
         <Option name="name" type="QString" value=""/>
         <Option name="properties" type="Map">
          <Option name="arrowStartWidth" type="Map">
           <Option name="active" type="bool" value="true"/>
           <Option name="expression" type="QString" value="if($id is null, 0.6, 0.14)"/>
           <Option name="type" type="int" value="3"/>
          </Option>
          <Option name="arrowWidth" type="Map">
           <Option name="active" type="bool" value="true"/>
           <Option name="expression" type="QString" value="if($id is null, 0.6, 0.14)"/>
           <Option name="type" type="int" value="3"/>
          </Option>
         </Option>
         <Option name="type" type="QString" value="collection"/>
        </Option>
       </data_defined_properties>
       <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="@@4@0@0" type="fill">
        <data_defined_properties>
         <Option type="Map">
          <Option name="name" type="QString" value=""/>
          <Option name="properties"/>
          <Option name="type" type="QString" value="collection"/>
         </Option>
        </data_defined_properties>
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
         <Option type="Map">
          <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
          <Option name="color" type="QString" value="217,217,217,255"/>
          <Option name="joinstyle" type="QString" value="bevel"/>
          <Option name="offset" type="QString" value="0,0"/>
          <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
          <Option name="offset_unit" type="QString" value="MM"/>
          <Option name="outline_color" type="QString" value="35,35,35,255"/>
          <Option name="outline_style" type="QString" value="no"/>
          <Option name="outline_width" type="QString" value="0.26"/>
          <Option name="outline_width_unit" type="QString" value="MM"/>
          <Option name="style" type="QString" value="solid"/>
         </Option>
         <prop k="border_width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
         <prop k="color" v="217,217,217,255"/>
         <prop k="joinstyle" v="bevel"/>
         <prop k="offset" v="0,0"/>
         <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
         <prop k="offset_unit" v="MM"/>
         <prop k="outline_color" v="35,35,35,255"/>
         <prop k="outline_style" v="no"/>
         <prop k="outline_width" v="0.26"/>
         <prop k="outline_width_unit" v="MM"/>
         <prop k="style" v="solid"/>
         <data_defined_properties>
          <Option type="Map">
           <Option name="name" type="QString" value=""/>
           <Option name="properties"/>
           <Option name="type" type="QString" value="collection"/>
          </Option>
         </data_defined_properties>
        </layer>
       </symbol>
      </layer>
     </symbol>
    </layer>
   </symbol>
  </symbols>
  <orderby>
   <orderByClause asc="1" nullsFirst="0">"flow"</orderByClause>
  </orderby>
 </renderer-v2>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerGeometryType>1</layerGeometryType>
</qgis>

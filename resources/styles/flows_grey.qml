<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis styleCategories="Symbology" version="3.22.16-Białowieża">
 <renderer-v2 forceraster="0" symbollevels="0" enableorderby="1" type="RuleRenderer" referencescale="-1">
  <rules key="{d22db95b-0f71-4594-969d-083768354b76}">
   <rule filter="(&quot;cum&quot; &lt;= 0.5 OR &quot;rank&quot; = 1)" key="{b47af38c-5850-4d5b-a02c-ec37c6d21ec0}" symbol="0" label="Largest links, half of the flow"/>
   <rule filter="false" key="{651dcc59-8e81-4d27-9a81-b84edc547562}" symbol="1" label="Width: the largest flow"/>
   <rule filter="false" key="{96eddebb-b185-4186-9ebf-53d6ce342f3d}" symbol="2" label="Width: a quarter of it"/>
   <rule filter="&quot;cum&quot; > 0.5 AND &quot;cum&quot; &lt;= 0.8 AND &quot;rank&quot; > 1" key="{3bfa4904-1d77-411e-b068-2b6171c22575}" symbol="3" label="Further links, up to 80 % of the flow"/>
   <rule filter="&quot;cum&quot; > 0.8 AND &quot;rank&quot; > 1" key="{a7f49814-110f-4d0b-9595-8032fa0c90be}" checkstate="0" symbol="4" label="Smaller links, 20 % of the flow, hidden at first"/>
  </rules>
  <symbols>
   <symbol clip_to_extent="1" name="0" type="line" force_rhr="0" alpha="1">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value=""/>
      <Option name="properties"/>
      <Option name="type" type="QString" value="collection"/>
     </Option>
    </data_defined_properties>
    <layer class="GeometryGenerator" locked="0" pass="0" enabled="1">
     <Option type="Map">
      <Option name="SymbolType" type="QString" value="Line"/>
      <Option name="geometryModifier" type="QString" value="with_variable('a', start_point($geometry), with_variable('z', end_point($geometry), make_line(@a, project(line_interpolate_point(make_line(@a, @z), distance(@a, @z) / 2), if($id is null, 0, 0.12) * distance(@a, @z), azimuth(@a, @z) + pi() / 2), @z)))"/>
      <Option name="units" type="QString" value="MapUnit"/>
     </Option>
     <prop v="Line" k="SymbolType"/>
     <prop v="with_variable('a', start_point($geometry), with_variable('z', end_point($geometry), make_line(@a, project(line_interpolate_point(make_line(@a, @z), distance(@a, @z) / 2), if($id is null, 0, 0.12) * distance(@a, @z), azimuth(@a, @z) + pi() / 2), @z)))" k="geometryModifier"/>
     <prop v="MapUnit" k="units"/>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties"/>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
     <symbol clip_to_extent="1" name="@0@0" type="line" force_rhr="0" alpha="1">
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value=""/>
        <Option name="properties"/>
        <Option name="type" type="QString" value="collection"/>
       </Option>
      </data_defined_properties>
      <layer class="ArrowLine" locked="0" pass="0" enabled="1">
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
       <prop v="1.325" k="arrow_start_width"/>
       <prop v="MM" k="arrow_start_width_unit"/>
       <prop v="3x:0,0,0,0,0,0" k="arrow_start_width_unit_scale"/>
       <prop v="0" k="arrow_type"/>
       <prop v="0.08" k="arrow_width"/>
       <prop v="MM" k="arrow_width_unit"/>
       <prop v="3x:0,0,0,0,0,0" k="arrow_width_unit_scale"/>
       <prop v="0" k="head_length"/>
       <prop v="MM" k="head_length_unit"/>
       <prop v="3x:0,0,0,0,0,0" k="head_length_unit_scale"/>
       <prop v="0" k="head_thickness"/>
       <prop v="MM" k="head_thickness_unit"/>
       <prop v="3x:0,0,0,0,0,0" k="head_thickness_unit_scale"/>
       <prop v="0" k="head_type"/>
       <prop v="1" k="is_curved"/>
       <prop v="0" k="is_repeated"/>
       <prop v="0" k="offset"/>
       <prop v="MM" k="offset_unit"/>
       <prop v="3x:0,0,0,0,0,0" k="offset_unit_scale"/>
       <prop v="0" k="ring_filter"/>
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
       <symbol clip_to_extent="1" name="@@0@0@0" type="fill" force_rhr="0" alpha="1">
        <data_defined_properties>
         <Option type="Map">
          <Option name="name" type="QString" value=""/>
          <Option name="properties"/>
          <Option name="type" type="QString" value="collection"/>
         </Option>
        </data_defined_properties>
        <layer class="SimpleFill" locked="0" pass="0" enabled="1">
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
         <prop v="3x:0,0,0,0,0,0" k="border_width_map_unit_scale"/>
         <prop v="64,64,64,255" k="color"/>
         <prop v="bevel" k="joinstyle"/>
         <prop v="0,0" k="offset"/>
         <prop v="3x:0,0,0,0,0,0" k="offset_map_unit_scale"/>
         <prop v="MM" k="offset_unit"/>
         <prop v="255,255,255,255" k="outline_color"/>
         <prop v="solid" k="outline_style"/>
         <prop v="0.1" k="outline_width"/>
         <prop v="MM" k="outline_width_unit"/>
         <prop v="solid" k="style"/>
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
   <symbol clip_to_extent="1" name="1" type="line" force_rhr="0" alpha="1">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value=""/>
      <Option name="properties"/>
      <Option name="type" type="QString" value="collection"/>
     </Option>
    </data_defined_properties>
    <layer class="ArrowLine" locked="0" pass="0" enabled="1">
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
     <prop v="2.4" k="arrow_start_width"/>
     <prop v="MM" k="arrow_start_width_unit"/>
     <prop v="3x:0,0,0,0,0,0" k="arrow_start_width_unit_scale"/>
     <prop v="0" k="arrow_type"/>
     <prop v="0.08" k="arrow_width"/>
     <prop v="MM" k="arrow_width_unit"/>
     <prop v="3x:0,0,0,0,0,0" k="arrow_width_unit_scale"/>
     <prop v="0" k="head_length"/>
     <prop v="MM" k="head_length_unit"/>
     <prop v="3x:0,0,0,0,0,0" k="head_length_unit_scale"/>
     <prop v="0" k="head_thickness"/>
     <prop v="MM" k="head_thickness_unit"/>
     <prop v="3x:0,0,0,0,0,0" k="head_thickness_unit_scale"/>
     <prop v="0" k="head_type"/>
     <prop v="1" k="is_curved"/>
     <prop v="0" k="is_repeated"/>
     <prop v="0" k="offset"/>
     <prop v="MM" k="offset_unit"/>
     <prop v="3x:0,0,0,0,0,0" k="offset_unit_scale"/>
     <prop v="0" k="ring_filter"/>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties"/>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
     <symbol clip_to_extent="1" name="@1@0" type="fill" force_rhr="0" alpha="1">
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value=""/>
        <Option name="properties"/>
        <Option name="type" type="QString" value="collection"/>
       </Option>
      </data_defined_properties>
      <layer class="SimpleFill" locked="0" pass="0" enabled="1">
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
       <prop v="3x:0,0,0,0,0,0" k="border_width_map_unit_scale"/>
       <prop v="64,64,64,255" k="color"/>
       <prop v="bevel" k="joinstyle"/>
       <prop v="0,0" k="offset"/>
       <prop v="3x:0,0,0,0,0,0" k="offset_map_unit_scale"/>
       <prop v="MM" k="offset_unit"/>
       <prop v="255,255,255,255" k="outline_color"/>
       <prop v="solid" k="outline_style"/>
       <prop v="0.1" k="outline_width"/>
       <prop v="MM" k="outline_width_unit"/>
       <prop v="solid" k="style"/>
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
   <symbol clip_to_extent="1" name="2" type="line" force_rhr="0" alpha="1">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value=""/>
      <Option name="properties"/>
      <Option name="type" type="QString" value="collection"/>
     </Option>
    </data_defined_properties>
    <layer class="ArrowLine" locked="0" pass="0" enabled="1">
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
     <prop v="0.794219" k="arrow_start_width"/>
     <prop v="MM" k="arrow_start_width_unit"/>
     <prop v="3x:0,0,0,0,0,0" k="arrow_start_width_unit_scale"/>
     <prop v="0" k="arrow_type"/>
     <prop v="0.08" k="arrow_width"/>
     <prop v="MM" k="arrow_width_unit"/>
     <prop v="3x:0,0,0,0,0,0" k="arrow_width_unit_scale"/>
     <prop v="0" k="head_length"/>
     <prop v="MM" k="head_length_unit"/>
     <prop v="3x:0,0,0,0,0,0" k="head_length_unit_scale"/>
     <prop v="0" k="head_thickness"/>
     <prop v="MM" k="head_thickness_unit"/>
     <prop v="3x:0,0,0,0,0,0" k="head_thickness_unit_scale"/>
     <prop v="0" k="head_type"/>
     <prop v="1" k="is_curved"/>
     <prop v="0" k="is_repeated"/>
     <prop v="0" k="offset"/>
     <prop v="MM" k="offset_unit"/>
     <prop v="3x:0,0,0,0,0,0" k="offset_unit_scale"/>
     <prop v="0" k="ring_filter"/>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties"/>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
     <symbol clip_to_extent="1" name="@2@0" type="fill" force_rhr="0" alpha="1">
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value=""/>
        <Option name="properties"/>
        <Option name="type" type="QString" value="collection"/>
       </Option>
      </data_defined_properties>
      <layer class="SimpleFill" locked="0" pass="0" enabled="1">
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
       <prop v="3x:0,0,0,0,0,0" k="border_width_map_unit_scale"/>
       <prop v="64,64,64,255" k="color"/>
       <prop v="bevel" k="joinstyle"/>
       <prop v="0,0" k="offset"/>
       <prop v="3x:0,0,0,0,0,0" k="offset_map_unit_scale"/>
       <prop v="MM" k="offset_unit"/>
       <prop v="255,255,255,255" k="outline_color"/>
       <prop v="solid" k="outline_style"/>
       <prop v="0.1" k="outline_width"/>
       <prop v="MM" k="outline_width_unit"/>
       <prop v="solid" k="style"/>
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
   <symbol clip_to_extent="1" name="3" type="line" force_rhr="0" alpha="1">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value=""/>
      <Option name="properties"/>
      <Option name="type" type="QString" value="collection"/>
     </Option>
    </data_defined_properties>
    <layer class="GeometryGenerator" locked="0" pass="0" enabled="1">
     <Option type="Map">
      <Option name="SymbolType" type="QString" value="Line"/>
      <Option name="geometryModifier" type="QString" value="with_variable('a', start_point($geometry), with_variable('z', end_point($geometry), make_line(@a, project(line_interpolate_point(make_line(@a, @z), distance(@a, @z) / 2), if($id is null, 0, 0.12) * distance(@a, @z), azimuth(@a, @z) + pi() / 2), @z)))"/>
      <Option name="units" type="QString" value="MapUnit"/>
     </Option>
     <prop v="Line" k="SymbolType"/>
     <prop v="with_variable('a', start_point($geometry), with_variable('z', end_point($geometry), make_line(@a, project(line_interpolate_point(make_line(@a, @z), distance(@a, @z) / 2), if($id is null, 0, 0.12) * distance(@a, @z), azimuth(@a, @z) + pi() / 2), @z)))" k="geometryModifier"/>
     <prop v="MapUnit" k="units"/>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties"/>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
     <symbol clip_to_extent="1" name="@3@0" type="line" force_rhr="0" alpha="1">
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value=""/>
        <Option name="properties"/>
        <Option name="type" type="QString" value="collection"/>
       </Option>
      </data_defined_properties>
      <layer class="ArrowLine" locked="0" pass="0" enabled="1">
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
       <prop v="0.6" k="arrow_start_width"/>
       <prop v="MM" k="arrow_start_width_unit"/>
       <prop v="3x:0,0,0,0,0,0" k="arrow_start_width_unit_scale"/>
       <prop v="0" k="arrow_type"/>
       <prop v="0.6" k="arrow_width"/>
       <prop v="MM" k="arrow_width_unit"/>
       <prop v="3x:0,0,0,0,0,0" k="arrow_width_unit_scale"/>
       <prop v="0" k="head_length"/>
       <prop v="MM" k="head_length_unit"/>
       <prop v="3x:0,0,0,0,0,0" k="head_length_unit_scale"/>
       <prop v="0" k="head_thickness"/>
       <prop v="MM" k="head_thickness_unit"/>
       <prop v="3x:0,0,0,0,0,0" k="head_thickness_unit_scale"/>
       <prop v="0" k="head_type"/>
       <prop v="1" k="is_curved"/>
       <prop v="0" k="is_repeated"/>
       <prop v="0" k="offset"/>
       <prop v="MM" k="offset_unit"/>
       <prop v="3x:0,0,0,0,0,0" k="offset_unit_scale"/>
       <prop v="0" k="ring_filter"/>
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
       <symbol clip_to_extent="1" name="@@3@0@0" type="fill" force_rhr="0" alpha="1">
        <data_defined_properties>
         <Option type="Map">
          <Option name="name" type="QString" value=""/>
          <Option name="properties"/>
          <Option name="type" type="QString" value="collection"/>
         </Option>
        </data_defined_properties>
        <layer class="SimpleFill" locked="0" pass="0" enabled="1">
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
         <prop v="3x:0,0,0,0,0,0" k="border_width_map_unit_scale"/>
         <prop v="217,217,217,255" k="color"/>
         <prop v="bevel" k="joinstyle"/>
         <prop v="0,0" k="offset"/>
         <prop v="3x:0,0,0,0,0,0" k="offset_map_unit_scale"/>
         <prop v="MM" k="offset_unit"/>
         <prop v="35,35,35,255" k="outline_color"/>
         <prop v="no" k="outline_style"/>
         <prop v="0.26" k="outline_width"/>
         <prop v="MM" k="outline_width_unit"/>
         <prop v="solid" k="style"/>
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
   <symbol clip_to_extent="1" name="4" type="line" force_rhr="0" alpha="1">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value=""/>
      <Option name="properties"/>
      <Option name="type" type="QString" value="collection"/>
     </Option>
    </data_defined_properties>
    <layer class="GeometryGenerator" locked="0" pass="0" enabled="1">
     <Option type="Map">
      <Option name="SymbolType" type="QString" value="Line"/>
      <Option name="geometryModifier" type="QString" value="with_variable('a', start_point($geometry), with_variable('z', end_point($geometry), make_line(@a, project(line_interpolate_point(make_line(@a, @z), distance(@a, @z) / 2), if($id is null, 0, 0.12) * distance(@a, @z), azimuth(@a, @z) + pi() / 2), @z)))"/>
      <Option name="units" type="QString" value="MapUnit"/>
     </Option>
     <prop v="Line" k="SymbolType"/>
     <prop v="with_variable('a', start_point($geometry), with_variable('z', end_point($geometry), make_line(@a, project(line_interpolate_point(make_line(@a, @z), distance(@a, @z) / 2), if($id is null, 0, 0.12) * distance(@a, @z), azimuth(@a, @z) + pi() / 2), @z)))" k="geometryModifier"/>
     <prop v="MapUnit" k="units"/>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties"/>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
     <symbol clip_to_extent="1" name="@4@0" type="line" force_rhr="0" alpha="1">
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value=""/>
        <Option name="properties"/>
        <Option name="type" type="QString" value="collection"/>
       </Option>
      </data_defined_properties>
      <layer class="ArrowLine" locked="0" pass="0" enabled="1">
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
       <prop v="0.6" k="arrow_start_width"/>
       <prop v="MM" k="arrow_start_width_unit"/>
       <prop v="3x:0,0,0,0,0,0" k="arrow_start_width_unit_scale"/>
       <prop v="0" k="arrow_type"/>
       <prop v="0.6" k="arrow_width"/>
       <prop v="MM" k="arrow_width_unit"/>
       <prop v="3x:0,0,0,0,0,0" k="arrow_width_unit_scale"/>
       <prop v="0" k="head_length"/>
       <prop v="MM" k="head_length_unit"/>
       <prop v="3x:0,0,0,0,0,0" k="head_length_unit_scale"/>
       <prop v="0" k="head_thickness"/>
       <prop v="MM" k="head_thickness_unit"/>
       <prop v="3x:0,0,0,0,0,0" k="head_thickness_unit_scale"/>
       <prop v="0" k="head_type"/>
       <prop v="1" k="is_curved"/>
       <prop v="0" k="is_repeated"/>
       <prop v="0" k="offset"/>
       <prop v="MM" k="offset_unit"/>
       <prop v="3x:0,0,0,0,0,0" k="offset_unit_scale"/>
       <prop v="0" k="ring_filter"/>
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
       <symbol clip_to_extent="1" name="@@4@0@0" type="fill" force_rhr="0" alpha="1">
        <data_defined_properties>
         <Option type="Map">
          <Option name="name" type="QString" value=""/>
          <Option name="properties"/>
          <Option name="type" type="QString" value="collection"/>
         </Option>
        </data_defined_properties>
        <layer class="SimpleFill" locked="0" pass="0" enabled="1">
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
         <prop v="3x:0,0,0,0,0,0" k="border_width_map_unit_scale"/>
         <prop v="217,217,217,255" k="color"/>
         <prop v="bevel" k="joinstyle"/>
         <prop v="0,0" k="offset"/>
         <prop v="3x:0,0,0,0,0,0" k="offset_map_unit_scale"/>
         <prop v="MM" k="offset_unit"/>
         <prop v="35,35,35,255" k="outline_color"/>
         <prop v="no" k="outline_style"/>
         <prop v="0.26" k="outline_width"/>
         <prop v="MM" k="outline_width_unit"/>
         <prop v="solid" k="style"/>
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

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
 <context>
  <name>ClusterBelt</name>
  <message>
   <source>Spatial distribution</source>
   <translation>空间分布</translation>
  </message>
  <message>
   <source>Clusters and belts</source>
   <translation>集群与产业带</translation>
  </message>
  <message>
   <source>Virtual clusters</source>
   <translation>虚拟集群</translation>
  </message>
  <message>
   <source>Tables</source>
   <translation>表格</translation>
  </message>
  <message>
   <source>Map</source>
   <translation>地图</translation>
  </message>
  <message>
   <source>Cancelled; nothing was written.</source>
   <translation>已取消；没有写入任何内容。</translation>
  </message>
  <message>
   <source>Layer “{layer}” has no field “{field}” ({parameter}). It has: {fields}.</source>
   <translation>图层“{layer}”没有字段“{field}”（{parameter}）。现有字段：{fields}。</translation>
  </message>
  <message>
   <source>Shift of the centre over time</source>
   <translation>重心随时间的迁移</translation>
  </message>
  <message>
   <source>Follows the mean centre from period to period: how far, in which direction and how fast it moves, and how its ellipse changes.</source>
   <translation>平均中心迁移多远、向何方、多快，以及其椭圆如何变化。</translation>
  </message>
  <message>
   <source>Time field</source>
   <translation>时间字段</translation>
  </message>
  <message>
   <source>For a table in long format (one row per place and period): dates, numbers, times as people write them (2015, 2015年, 2015Q3, H1 2015, 201506, Jan 2015, 31/12/2014, 2011–2015, 十三五) or names of periods; each distinct value is a period. A time that can be read in two ways is an error. Names are sorted in natural order (P2 before P10) and give no speed. Give either TIME or VALUES.</source>
   <translation>用于长格式的表（每地每期一行）：日期、数字、日常写法的时间（2015、2015年、2015Q3、H1 2015、201506、Jan 2015、31/12/2014、2011–2015、十三五）或时期名称；每个不同的值为一个时期。有两种读法的时间为错误。名称按自然顺序排列（P2 在 P10 之前），不给出速度。TIME 与 VALUES 二选一。</translation>
  </message>
  <message>
   <source>Weight field</source>
   <translation>权重字段</translation>
  </message>
  <message>
   <source>With TIME only. Numbers, or texts that are numbers. Rows with an empty or zero weight are left out and counted; a negative weight is an error.</source>
   <translation>只与 TIME 同用。数字，或内容为数字的文本。权重为空或为零的行略去并计数；负权重为错误。</translation>
  </message>
  <message>
   <source>Value fields of a yearbook table</source>
   <translation>年鉴表的数值字段</translation>
  </message>
  <message>
   <source>For a table in wide format (one row per place, one field per year): each field holds the weights of its year, which is read from its name, such as GDP2015, y_2016 or 2017年. Give either TIME or VALUES.</source>
   <translation>用于宽格式的表（每地一行，每年一个字段）：各字段为该年的权重，年份从字段名读取，例如 GDP2015、y_2016 或 2017年。TIME 与 VALUES 二选一。</translation>
  </message>
  <message>
   <source>Group field</source>
   <translation>分组字段</translation>
  </message>
  <message>
   <source>One path per value; rows without a value form a group of their own.</source>
   <translation>每个值一条路径；没有值的行自成一组。</translation>
  </message>
  <message>
   <source>One line from each centre to the next. Changes of the ellipse refer to the first SIZE or PERCENT. A centre that does not move has distance 0 and no line. Without a coordinate reference system everything is measured in the plane of the coordinates, with y pointing north.</source>
   <translation>从每个中心到下一个中心的线。椭圆的变化按 SIZE 或 PERCENT 的第一个值计。不动的中心距离为 0，没有线。没有坐标参照系时，一切在坐标平面上量算，y 轴指北。</translation>
  </message>
  <message>
   <source>One ellipse per period and size, with the fields of “Weighted standard deviational ellipse”.</source>
   <translation>每期、每个大小一个椭圆，字段同“加权标准差椭圆”。</translation>
  </message>
  <message>
   <source>One row per period, in the units that papers print: degrees, kilometres and 10⁴ km². The ellipse is that of the first SIZE or PERCENT.</source>
   <translation>每期一行，采用论文中的单位：度、公里和 10⁴ km²。椭圆取第一个 SIZE 或 PERCENT 的椭圆。</translation>
  </message>
  <message>
   <source>Give either TIME (one row per place and period) or VALUES (one field per year).</source>
   <translation>请给出 TIME（每地每期一行）或 VALUES（每年一个字段），二选一。</translation>
  </message>
  <message>
   <source>WEIGHT can be used with TIME only. The fields in VALUES are weights themselves: leave WEIGHT empty.</source>
   <translation>WEIGHT 只能与 TIME 同用。VALUES 中的字段本身就是权重：请将 WEIGHT 留空。</translation>
  </message>
  <message>
   <source>A shift needs at least two periods with points in the same group. There are points in: {periods}. Choose another field, or check the log for skipped rows.</source>
   <translation>迁移至少需要同一组中两个有点的时期。有点的时期：{periods}。请另选字段，或在日志中查看略去了哪些行。</translation>
  </message>
  <message>
   <source>shift,gravity centre,centre of gravity,mean center,migration,trajectory,standard deviational ellipse,SDE,time,year,yearbook,panel,speed,direction,重心,重心迁移,标准差椭圆</source>
   <translation>shift,gravity centre,centre of gravity,mean center,migration,trajectory,standard deviational ellipse,SDE,time,year,yearbook,panel,speed,direction,重心,重心迁移,标准差椭圆</translation>
  </message>
  <message>
   <source>Number of periods</source>
   <translation>时期数</translation>
  </message>
  <message>
   <source>Total length of the shifts, in units of the plane</source>
   <translation>迁移总长（平面单位）</translation>
  </message>
  <message>
   <source>The centre does not move: without a weight each row counts the same, and the same places are there in each period. Choose a field as WEIGHT.</source>
   <translation>重心没有移动：没有权重时每一行的分量相同，而各时期的地点又都相同。请在 WEIGHT 中选择字段。</translation>
  </message>
  <message>
   <source>Gaps in industrial chains</source>
   <translation>产业链缺口</translation>
  </message>
  <message>
   <source>Finds which inputs a region lacks, at which scale they can be found and who nearby has them; which inputs are weak, and which chains the region could extend.</source>
   <translation>找出一个地区缺少哪些投入、在哪个尺度上可以找到、附近谁有；哪些投入薄弱，可以延伸哪些产业链。</translation>
  </message>
  <message>
   <source>Regions</source>
   <translation>地区</translation>
  </message>
  <message>
   <source>Language of the industry names</source>
   <translation>产业名称的语言</translation>
  </message>
  <message>
   <source>Industry</source>
   <translation>产业</translation>
  </message>
  <message>
   <source>Name or code of an industry: only its needs and those of the industries that belong to it. Default: all industries.</source>
   <translation>产业的名称或代码：仅计入该产业及其所属产业的需求。默认：全部产业。</translation>
  </message>
  <message>
   <source>Direction</source>
   <translation>方向</translation>
  </message>
  <message>
   <source>upstream: inputs that are missing or weak. downstream: what the region delivers without a customer of its own, so that it could extend the chain.</source>
   <translation>upstream：缺失或薄弱的投入。downstream：该地区能供给、本地却没有需求方的产品，由此可延伸产业链。</translation>
  </message>
  <message>
   <source>Candidates</source>
   <translation>候选</translation>
  </message>
  <message>
   <source>How many of the nearest candidates are listed.</source>
   <translation>列出多少个最近的候选。</translation>
  </message>
  <message>
   <source>Maximum distance, km</source>
   <translation>最大距离（公里）</translation>
  </message>
  <message>
   <source>Default: no limit.</source>
   <translation>默认：不限。</translation>
  </message>
  <message>
   <source>Minimum supply</source>
   <translation>最小供给</translation>
  </message>
  <message>
   <source>Below this total weight of the suppliers the status is present: there are too few to tell weak from strong.</source>
   <translation>供给方总权重低于此值时，状态为 present：供给方过少，无法区分薄弱与充足。</translation>
  </message>
  <message>
   <source>One row per region, industry and need, with its status, the scale at which it is closed and the nearest candidates.</source>
   <translation>每个地区、产业和需求一行，列出其状态、能补足它的尺度以及最近的候选。</translation>
  </message>
  <message>
   <source>Lines from each candidate to the region or, for the status extend, from the region to its customers.</source>
   <translation>从各候选到该地区的连线；状态为 extend 时，为从该地区到其需求方的连线。</translation>
  </message>
  <message>
   <source>The regions with their counts and the completeness of their chains.</source>
   <translation>各地区及其各项数目，以及其产业链的完整程度。</translation>
  </message>
  <message>
   <source>supply chain,gap,completeness,location quotient,CILQ,import substitution,补链,强链,延链,产业链,缺口</source>
   <translation>supply chain,gap,completeness,location quotient,CILQ,import substitution,补链,强链,延链,产业链,缺口</translation>
  </message>
  <message>
   <source>Gaps</source>
   <translation>缺口</translation>
  </message>
  <message>
   <source>Weak needs</source>
   <translation>薄弱的需求</translation>
  </message>
  <message>
   <source>Needs with too few suppliers to judge</source>
   <translation>供给方太少而无法判断的需求</translation>
  </message>
  <message>
   <source>Strong needs</source>
   <translation>供给充足的需求</translation>
  </message>
  <message>
   <source>Chains that could be extended</source>
   <translation>可延伸的产业链</translation>
  </message>
  <message>
   <source>Gaps that nobody can close</source>
   <translation>无处可补的缺口</translation>
  </message>
  <message>
   <source>Completeness, weighted by demand</source>
   <translation>完整度，按需求加权平均</translation>
  </message>
  <message>
   <source>Needs met, weighted by demand</source>
   <translation>需求满足度，按需求加权平均</translation>
  </message>
  <message>
   <source>Chain links between cities</source>
   <translation>城市间产业链联系</translation>
  </message>
  <message>
   <source>Estimates potential links: which cities could supply the inputs of each industry, given its needs, the suppliers and their distances, and which cities, provinces or city groups could supply which. Observed links can be used in “Virtual clusters” directly.</source>
   <translation>潜在联系：根据各产业的需求、供给方及其距离，推算哪些城市可以供给其投入，以及哪些城市、省份或城市群之间可以互相供给。实际观测的联系可直接用于“虚拟集群”。</translation>
  </message>
  <message>
   <source>Flows and nodes by</source>
   <translation>流量与节点的单元</translation>
  </message>
  <message>
   <source>Suppliers per need</source>
   <translation>每个需求的供给方数</translation>
  </message>
  <message>
   <source>Maximum number of cities that supply a need, the most attractive first.</source>
   <translation>供给一项需求的城市的最大数目，吸引力最大者优先。</translation>
  </message>
  <message>
   <source>Distance decay</source>
   <translation>距离衰减</translation>
  </message>
  <message>
   <source>β in the attraction S/d^β, where S is the weight of the suppliers and d the distance; 0: distance does not matter. Estimates for trade are about 0.9.</source>
   <translation>引力 S/d^β 中的 β，其中 S 为供给方的权重，d 为距离；0：距离不起作用。贸易的估计值约为 0.9。</translation>
  </message>
  <message>
   <source>Distance inside a city, km</source>
   <translation>城市内部距离（公里）</translation>
  </message>
  <message>
   <source>Minimum distance, by convention 0.67·√(area/π) of a medium-sized prefecture.</source>
   <translation>最小距离，惯例为中等大小地级市的 0.67·√(面积/π)。</translation>
  </message>
  <message>
   <source>Suppliers farther away are ignored. Default: no limit.</source>
   <translation>更远的供给方不计。默认：不限。</translation>
  </message>
  <message>
   <source>Maximum number of links</source>
   <translation>联系数上限</translation>
  </message>
  <message>
   <source>If there are more links, nothing is written and the error says how many there are.</source>
   <translation>若联系更多，则不写入任何内容，并在错误信息中给出其数目。</translation>
  </message>
  <message>
   <source>Lines from supplier to customer, one per pair of blocks and chain edge; links within a city have no line. Skip this output if only flows are needed.</source>
   <translation>从供给方到需求方的连线，每对产业块、每个产业链环节一条；城市内部的联系没有线。只需流量时，可跳过此输出。</translation>
  </message>
  <message>
   <source>supply chain,input,gravity,flow,network,linkage,virtual agglomeration,产业链,供应链,引力模型,流,虚拟集聚</source>
   <translation>supply chain,input,gravity,flow,network,linkage,virtual agglomeration,产业链,供应链,引力模型,流,虚拟集聚</translation>
  </message>
  <message>
   <source>Lines between units, largest flow first.</source>
   <translation>单元之间的连线，流量大者在前。</translation>
  </message>
  <message>
   <source>Needs, deliveries and receipts of each unit.</source>
   <translation>每个单元的需求、供出与收入。</translation>
  </message>
  <message>
   <source>All blocks (city and industry); “Virtual clusters” takes them as BLOCKS.</source>
   <translation>全部产业块（城市与产业）；“虚拟集群”以其作为 BLOCKS。</translation>
  </message>
  <message>
   <source>Links</source>
   <translation>联系</translation>
  </message>
  <message>
   <source>Blocks</source>
   <translation>产业块</translation>
  </message>
  <message>
   <source>Needs</source>
   <translation>需求</translation>
  </message>
  <message>
   <source>Needs without a supplier</source>
   <translation>没有供给方的需求</translation>
  </message>
  <message>
   <source>Total flow</source>
   <translation>总流量</translation>
  </message>
  <message>
   <source>Share of the flow within cities</source>
   <translation>城市内部流量占比</translation>
  </message>
  <message>
   <source>Mean distance of the flow, km</source>
   <translation>流量的平均距离（公里）</translation>
  </message>
  <message>
   <source>Chains from an input–output table</source>
   <translation>由投入产出表生成产业链</translation>
  </message>
  <message>
   <source>Derives a CHAINS table with weights from an input–output matrix or a long table of flows between sectors, for any country and taxonomy.</source>
   <translation>由投入产出矩阵或部门间流量的长表生成带权重的 CHAINS 表，适用于任何国家和产业分类。</translation>
  </message>
  <message>
   <source>Input–output table</source>
   <translation>投入产出表</translation>
  </message>
  <message>
   <source>Intermediate inputs between sectors, in any unit.</source>
   <translation>部门间的中间投入，单位不限。</translation>
  </message>
  <message>
   <source>Form of the table</source>
   <translation>表的形式</translation>
  </message>
  <message>
   <source>A matrix has one row per selling sector.</source>
   <translation>矩阵的每一行为一个供给部门。</translation>
  </message>
  <message>
   <source>A table that the other algorithms take as CHAINS: one row per edge, with the technical coefficient as weight.</source>
   <translation>其他算法可作 CHAINS 使用的表：每个产业链环节一行，权重为直接消耗系数。</translation>
  </message>
  <message>
   <source>The sectors that were not recognised as industries of the taxonomy, or only by a keyword or in part. Fill in the codes and use the table as ALIASES.</source>
   <translation>未识别为产业分类中的产业，或仅按关键词或部分识别的部门。填好代码后，可将此表用作 ALIASES。</translation>
  </message>
  <message>
   <source>Selling sector</source>
   <translation>供给部门</translation>
  </message>
  <message>
   <source>Code or name of the sector that sells.</source>
   <translation>供给部门的代码或名称。</translation>
  </message>
  <message>
   <source>Fields of the buying sectors</source>
   <translation>购买部门的字段</translation>
  </message>
  <message>
   <source>For the form matrix. Default: all fields with the name of a sector that occurs in the rows.</source>
   <translation>用于 matrix 形式。默认：名称与行中出现的部门相同的所有字段。</translation>
  </message>
  <message>
   <source>Buying sector</source>
   <translation>购买部门</translation>
  </message>
  <message>
   <source>For the form long.</source>
   <translation>用于 long 形式。</translation>
  </message>
  <message>
   <source>Flow</source>
   <translation>流量</translation>
  </message>
  <message>
   <source>For the form long: value of what the selling sector delivers to the buying one.</source>
   <translation>用于 long 形式：供给部门提供给购买部门的价值量。</translation>
  </message>
  <message>
   <source>Row of the total inputs</source>
   <translation>总投入所在行</translation>
  </message>
  <message>
   <source>Name in the field of the selling sector that marks the total inputs, such as 总投入. Default: the total inputs are the sum of what a sector buys.</source>
   <translation>供给部门字段中标明总投入所在行的名称，如“总投入”。默认：总投入为部门各项购买之和。</translation>
  </message>
  <message>
   <source>Minimum coefficient</source>
   <translation>最小系数</translation>
  </message>
  <message>
   <source>Inputs with a smaller share in the total inputs do not become edges.</source>
   <translation>占总投入比例更小的投入不生成产业链环节。</translation>
  </message>
  <message>
   <source>Edges per industry</source>
   <translation>每个产业的环节数</translation>
  </message>
  <message>
   <source>How many of the largest inputs of each industry become edges; 0 for all.</source>
   <translation>每个产业最大的多少项投入生成产业链环节；0 表示全部。</translation>
  </message>
  <message>
   <source>input-output,Leontief,technical coefficient,supply,chain,投入产出,直接消耗系数,产业链</source>
   <translation>input-output,Leontief,technical coefficient,supply,chain,投入产出,直接消耗系数,产业链</translation>
  </message>
  <message>
   <source>Edges</source>
   <translation>产业链环节</translation>
  </message>
  <message>
   <source>Sectors</source>
   <translation>部门</translation>
  </message>
  <message>
   <source>Sectors not recognised</source>
   <translation>未识别的部门</translation>
  </message>
  <message>
   <source>Edges left out because they would form a cycle</source>
   <translation>因会形成环而略去的产业链环节</translation>
  </message>
  <message>
   <source>Share of the flow between industries that is on the edges</source>
   <translation>产业链环节所占的产业间流量份额</translation>
  </message>
  <message>
   <source>FORM long needs {parameter}.</source>
   <translation>FORM long 需要 {parameter}。</translation>
  </message>
  <message>
   <source>City</source>
   <translation>城市</translation>
  </message>
  <message>
   <source>Province</source>
   <translation>省份</translation>
  </message>
  <message>
   <source>City group</source>
   <translation>城市群</translation>
  </message>
  <message>
   <source>Rows (cluster and city)</source>
   <translation>行（集群—城市）</translation>
  </message>
  <message>
   <source>Whole clusters</source>
   <translation>整集群</translation>
  </message>
  <message>
   <source>Weights of the clusters</source>
   <translation>集群权重</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>名称</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>代码</translation>
  </message>
  <message>
   <source>Text as written (any country)</source>
   <translation>原文（任何国家）</translation>
  </message>
  <message>
   <source>Polygon around the point</source>
   <translation>点所在的面</translation>
  </message>
  <message>
   <source>Distance of the points</source>
   <translation>点之间的距离</translation>
  </message>
  <message>
   <source>Prefecture-level city</source>
   <translation>地级市</translation>
  </message>
  <message>
   <source>County</source>
   <translation>县级</translation>
  </message>
  <message>
   <source>Colour of the outline</source>
   <translation>轮廓颜色</translation>
  </message>
  <message>
   <source>Shape of the symbol</source>
   <translation>符号形状</translation>
  </message>
  <message>
   <source>By weight of the suppliers</source>
   <translation>按供给方权重</translation>
  </message>
  <message>
   <source>All alike</source>
   <translation>一律相同</translation>
  </message>
  <message>
   <source>China</source>
   <translation>中国</translation>
  </message>
  <message>
   <source>Upstream (suppliers)</source>
   <translation>上游（供给方）</translation>
  </message>
  <message>
   <source>Downstream (customers)</source>
   <translation>下游（需求方）</translation>
  </message>
  <message>
   <source>Both directions</source>
   <translation>上下游</translation>
  </message>
  <message>
   <source>Sum of the weights</source>
   <translation>权重之和</translation>
  </message>
  <message>
   <source>m − 1 degrees of freedom</source>
   <translation>自由度 m − 1</translation>
  </message>
  <message>
   <source>m − 2 degrees of freedom</source>
   <translation>自由度 m − 2</translation>
  </message>
  <message>
   <source>Matrix: one field per buying sector</source>
   <translation>矩阵：每个购买部门一个字段</translation>
  </message>
  <message>
   <source>Long: one row per flow</source>
   <translation>长表：每笔流量一行</translation>
  </message>
  <message>
   <source>All industries together</source>
   <translation>所有产业合计</translation>
  </message>
  <message>
   <source>Top-level industries</source>
   <translation>一级产业</translation>
  </message>
  <message>
   <source>Single nodes of the taxonomy</source>
   <translation>产业分类的单个节点</translation>
  </message>
  <message>
   <source>As in QGIS</source>
   <translation>与 QGIS 相同</translation>
  </message>
  <message>
   <source>English</source>
   <translation>英文</translation>
  </message>
  <message>
   <source>Chinese</source>
   <translation>中文</translation>
  </message>
  <message>
   <source>Any relation</source>
   <translation>任何关系</translation>
  </message>
  <message>
   <source>Same industry, or one within the other</source>
   <translation>同一产业，或一方隶属于另一方</translation>
  </message>
  <message>
   <source>Same industry only</source>
   <translation>仅同一产业</translation>
  </message>
  <message>
   <source>Dominant flows</source>
   <translation>主导流</translation>
  </message>
  <message>
   <source>Communities (Louvain)</source>
   <translation>社区发现（Louvain）</translation>
  </message>
  <message>
   <source>Traditional coupling degree</source>
   <translation>传统耦合度</translation>
  </message>
  <message>
   <source>Modified (Wang et al. 2021)</source>
   <translation>修正耦合度（王淑佳等，2021）</translation>
  </message>
  <message>
   <source>Relative to the largest region</source>
   <translation>相对于最大地区</translation>
  </message>
  <message>
   <source>From the smallest to the largest region</source>
   <translation>从最小地区到最大地区</translation>
  </message>
  <message>
   <source>As given, between 0 and 1</source>
   <translation>按所给值（0 至 1）</translation>
  </message>
  <message>
   <source>Cities of the clusters are permuted</source>
   <translation>置换集群所在城市</translation>
  </message>
  <message>
   <source>Industries of the belts are permuted</source>
   <translation>置换产业带的产业</translation>
  </message>
  <message>
   <source>Landscape</source>
   <translation>横向</translation>
  </message>
  <message>
   <source>Portrait</source>
   <translation>纵向</translation>
  </message>
  <message>
   <source>Colour</source>
   <translation>彩色</translation>
  </message>
  <message>
   <source>Grey</source>
   <translation>灰度</translation>
  </message>
  <message>
   <source>A4</source>
   <translation>A4</translation>
  </message>
  <message>
   <source>A3</source>
   <translation>A3</translation>
  </message>
  <message>
   <source>Figure of a page, 17 cm</source>
   <translation>通栏插图，17 厘米</translation>
  </message>
  <message>
   <source>Figure of a column, 8 cm</source>
   <translation>单栏插图，8 厘米</translation>
  </message>
  <message>
   <source>In the database where possible</source>
   <translation>尽可能在数据库中</translation>
  </message>
  <message>
   <source>Always row by row</source>
   <translation>始终逐行</translation>
  </message>
  <message>
   <source>Always in the database</source>
   <translation>始终在数据库中</translation>
  </message>
  <message>
   <source>Standard distance (√2 σ, as ArcGIS)</source>
   <translation>标准距离（√2 σ，同 ArcGIS）</translation>
  </message>
  <message>
   <source>Standard deviation (σ, Yuill)</source>
   <translation>标准差（σ，Yuill）</translation>
  </message>
  <message>
   <source>Confidence (χ²)</source>
   <translation>置信椭圆（χ²）</translation>
  </message>
  <message>
   <source>Share of the weight inside</source>
   <translation>椭圆内权重占比</translation>
  </message>
  <message>
   <source>Column parent</source>
   <translation>parent 列</translation>
  </message>
  <message>
   <source>First digits of the codes</source>
   <translation>代码前几位</translation>
  </message>
  <message>
   <source>Dots in the codes</source>
   <translation>代码中的点</translation>
  </message>
  <message>
   <source>{words} ({key})</source>
   <translation>{words}（{key}）</translation>
  </message>
  <message>
   <source>Cities by classes of clusters</source>
   <translation>按集群类别分的城市</translation>
  </message>
  <message>
   <source>Counts cities by the classes of their clusters, and the clusters in them.</source>
   <translation>按城市拥有的集群类别统计城市数及其中的集群数。</translation>
  </message>
  <message>
   <source>One row per set of classes (? stands for no class), then a subtotal (*) for each number of classes k and, without k, the total of all cities. Rows whose city is not known count only in the totals by which the shares are divided.</source>
   <translation>每种类别组合一行（? 表示没有类别），然后是每个类别数 k 的小计（*），以及不带 k 的全部城市合计。城市未知的行只计入占比的分母合计。</translation>
  </message>
  <message>
   <source>One row per city, sorted by number of rows.</source>
   <translation>每个城市一行，按行数排序。</translation>
  </message>
  <message>
   <source>city,composition,class,combination,table,城市,构成,类别</source>
   <translation>city,composition,class,combination,table,城市,构成,类别</translation>
  </message>
  <message>
   <source>Number of cities</source>
   <translation>城市数</translation>
  </message>
  <message>
   <source>Cities with several classes</source>
   <translation>有多个类别的城市</translation>
  </message>
  <message>
   <source>Cities with all classes</source>
   <translation>有全部类别的城市</translation>
  </message>
  <message>
   <source>Rows whose city is not known</source>
   <translation>城市未知的行</translation>
  </message>
  <message>
   <source>Overlap of cities with clusters and with belts</source>
   <translation>集群城市与产业带城市的重合</translation>
  </message>
  <message>
   <source>Counts cities with clusters, with belts and with both, for the current and for earlier years: shares, Jaccard index.</source>
   <translation>统计有集群、有产业带以及两者都有的城市，分当年与含以往年份：占比、Jaccard 指数。</translation>
  </message>
  <message>
   <source>Optional: the classes of a city are listed in CITIES_OUT.</source>
   <translation>可选：城市的类别列在 CITIES_OUT 中。</translation>
  </message>
  <message>
   <source>Only units whose name ends in 市</source>
   <translation>只含名称以“市”结尾的单位</translation>
  </message>
  <message>
   <source>Leaves out Chinese prefectures, leagues and counties (州, 盟, 地区, 县), both among clusters and among belts.</source>
   <translation>集群和产业带两边都略去州、盟、地区和县。</translation>
  </message>
  <message>
   <source>Total number of cities</source>
   <translation>城市总数</translation>
  </message>
  <message>
   <source>All cities, with or without clusters (in China 337 prefecture-level cities and municipalities). If given, the table also holds the number of common cities expected by chance and the probability of at least as many as observed.</source>
   <translation>不论有无集群的全部城市数（中国有 337 个地级以上行政单位）。给出后，表中还列出随机情形下共有城市的期望数，以及共有城市不少于实际数的概率。</translation>
  </message>
  <message>
   <source>One row per measure: numbers of cities, then share_cl (both/cluster_cities), share_belt (both/belt_cities), jaccard (both/either) and overlap (both/smaller set) as fractions and, if UNITS is given, the number of cities expected by chance and its p-value (hypergeometric).</source>
   <translation>每项指标一行：先是城市数，然后是以小数表示的 share_cl（both/cluster_cities）、share_belt（both/belt_cities）、jaccard（both/either）和 overlap（both/较小集合）；若给出 UNITS，还有随机情形下期望的城市数及其 p 值（超几何分布）。</translation>
  </message>
  <message>
   <source>One row per city; cities with clusters but without belts come first.</source>
   <translation>每个城市一行；有集群而无产业带的城市在前。</translation>
  </message>
  <message>
   <source>city,overlap,jaccard,coverage,belts,history,hypergeometric,重合,覆盖,城市</source>
   <translation>city,overlap,jaccard,coverage,belts,history,hypergeometric,重合,覆盖,城市</translation>
  </message>
  <message>
   <source>Cities with clusters</source>
   <translation>有集群的城市</translation>
  </message>
  <message>
   <source>Cities with belts</source>
   <translation>有产业带的城市</translation>
  </message>
  <message>
   <source>Cities with both</source>
   <translation>两者都有的城市</translation>
  </message>
  <message>
   <source>Jaccard index</source>
   <translation>Jaccard 指数</translation>
  </message>
  <message>
   <source>Networks of platforms, standards, parks and alliances</source>
   <translation>平台、标准、园区和联盟的网络</translation>
  </message>
  <message>
   <source>Shows who is tied by a platform, standard, park or alliance: cores, reach across borders, bridges between groups and ties across industries.</source>
   <translation>显示谁由平台、标准、园区或联盟联系在一起：核心、跨界范围、群组间的桥梁以及跨产业联系。</translation>
  </message>
  <message>
   <source>Ties between</source>
   <translation>联系的单元</translation>
  </message>
  <message>
   <source>Maximum number of lines</source>
   <translation>线数上限</translation>
  </message>
  <message>
   <source>If FLOWS or SPOKES have more lines, nothing is written and the error says how many there are.</source>
   <translation>若 FLOWS 或 SPOKES 的线更多，则不写入任何内容，并在错误信息中给出其数目。</translation>
  </message>
  <message>
   <source>Language of hints and industry names</source>
   <translation>提示与产业名称的语言</translation>
  </message>
  <message>
   <source>One row per group, located at its core; largest first.</source>
   <translation>每个群组一行，位于其核心；最大者在前。</translation>
  </message>
  <message>
   <source>network,membership,bipartite,brokerage,hub,bridge,platform,standard,park,alliance,网络,平台,标准,园区,联盟,枢纽</source>
   <translation>network,membership,bipartite,brokerage,hub,bridge,platform,standard,park,alliance,网络,平台,标准,园区,联盟,枢纽</translation>
  </message>
  <message>
   <source>Lines from the nearest core city to the other cities of a group.</source>
   <translation>从最近的核心城市到群组其他城市的连线。</translation>
  </message>
  <message>
   <source>Lines between units with members in the same group; strongest first.</source>
   <translation>在同一群组中有成员的单元之间的连线；最强者在前。</translation>
  </message>
  <message>
   <source>One row per member, with the strength of its bridging.</source>
   <translation>每个成员一行，列出其桥梁强度。</translation>
  </message>
  <message>
   <source>Pairs of groups that share members.</source>
   <translation>有共同成员的各对群组。</translation>
  </message>
  <message>
   <source>Ties between root industries, such as IT × BT.</source>
   <translation>一级产业之间的联系，例如 IT × BT。</translation>
  </message>
  <message>
   <source>One row per mode, with the medians of its groups.</source>
   <translation>每种模式一行，列出其各群组的中位数。</translation>
  </message>
  <message>
   <source>Groups</source>
   <translation>群组</translation>
  </message>
  <message>
   <source>Members</source>
   <translation>成员</translation>
  </message>
  <message>
   <source>Members of several groups</source>
   <translation>属于多个群组的成员</translation>
  </message>
  <message>
   <source>Share of memberships outside the cores</source>
   <translation>核心之外的成员关系占比</translation>
  </message>
  <message>
   <source>Mean distance from the cores, km</source>
   <translation>与核心的平均距离（公里）</translation>
  </message>
  <message>
   <source>Relations of clusters in one city</source>
   <translation>同城集群的关系</translation>
  </message>
  <message>
   <source>Lists pairs of clusters of different classes in the same city: same industry, one within the other, near in an industrial chain, or otherwise related.</source>
   <translation>列出同一城市中不同类别的集群对：产业相同、一方隶属于另一方、在产业链上相近，或有其他关系。</translation>
  </message>
  <message>
   <source>Name of the cluster</source>
   <translation>集群名称</translation>
  </message>
  <message>
   <source>Written into name_a and name_b.</source>
   <translation>写入 name_a 和 name_b。</translation>
  </message>
  <message>
   <source>Relations that form groups</source>
   <translation>构成分组的关系</translation>
  </message>
  <message>
   <source>The weakest relation that still joins clusters into one group (field grp).</source>
   <translation>将集群连成一组（字段 grp）的最弱关系。</translation>
  </message>
  <message>
   <source>Language of the evidence</source>
   <translation>依据的语言</translation>
  </message>
  <message>
   <source>One row per pair of clusters of different classes in the same city; each pair is listed once.</source>
   <translation>同一城市中每对不同类别的集群一行；每对只列一次。</translation>
  </message>
  <message>
   <source>cluster,relation,pair,same,within,near,group,double,相同,隶属,相近,集群关系</source>
   <translation>cluster,relation,pair,same,within,near,group,double,相同,隶属,相近,集群关系</translation>
  </message>
  <message>
   <source>Pairs</source>
   <translation>集群对</translation>
  </message>
  <message>
   <source>Pairs of the same industry</source>
   <translation>产业相同的集群对</translation>
  </message>
  <message>
   <source>Pairs in which one industry is within the other</source>
   <translation>一方隶属于另一方的集群对</translation>
  </message>
  <message>
   <source>Pairs near in an industrial chain, or otherwise related</source>
   <translation>产业链上相近或有其他关系的集群对</translation>
  </message>
  <message>
   <source>Rows, clusters of the same industry in a city counted once</source>
   <translation>行数，同城同产业的集群只计一次</translation>
  </message>
  <message>
   <source>Compare ellipses</source>
   <translation>椭圆比较</translation>
  </message>
  <message>
   <source>Computes overlap, Jaccard and difference indices, distance of the centres and angle of the axes for each pair of ellipses.</source>
   <translation>计算每对椭圆的重叠、Jaccard 指数与差异指数、中心距离和长轴夹角。</translation>
  </message>
  <message>
   <source>Ellipses</source>
   <translation>椭圆</translation>
  </message>
  <message>
   <source>The output of “Weighted standard deviational ellipse”, or any polygons. Ellipses measured in the same plane (field measure) are compared there by their parameters, exactly, however coarse the outline. Other polygons are compared as drawn, in the plane of the layer or, for a layer in degrees, in an equal-area plane; ellipses drawn with few segments then lose area (0.02 % with 180 segments). Rows without a polygon are left out, counted and listed in the log.</source>
   <translation>“加权标准差椭圆”的输出，或任何面。在同一平面（字段 measure）量算的椭圆按其参数精确比较，与轮廓粗细无关。其他面按所绘图形比较：在图层的平面上，图层以度为单位时在等积平面上；此时边数少的椭圆会损失面积（180 边时为 0.02%）。没有面的行略去、计数并在日志中列出。</translation>
  </message>
  <message>
   <source>Name field</source>
   <translation>名称字段</translation>
  </message>
  <message>
   <source>Names the ellipses in the fields a and b. Default: the feature id.</source>
   <translation>字段 a 和 b 中椭圆的名称。默认：要素编号。</translation>
  </message>
  <message>
   <source>One row per pair.</source>
   <translation>每对一行。</translation>
  </message>
  <message>
   <source>compare,overlap,intersection,jaccard,difference index,similarity,ellipse,standard deviational ellipse,SDE,空间差异指数,重叠,标准差椭圆</source>
   <translation>compare,overlap,intersection,jaccard,difference index,similarity,ellipse,standard deviational ellipse,SDE,空间差异指数,重叠,标准差椭圆</translation>
  </message>
  <message>
   <source>Number of pairs</source>
   <translation>对数</translation>
  </message>
  <message>
   <source>Weighted standard deviational ellipse of Parquet files</source>
   <translation>Parquet 文件的加权标准差椭圆</translation>
  </message>
  <message>
   <source>Draws mean centre, extent and direction of the points in Parquet files of any size, summed by DuckDB.</source>
   <translation>绘制任意大小 Parquet 文件中各点的平均中心、范围和方向，由 DuckDB 汇总。</translation>
  </message>
  <message>
   <source>Parquet file, folder or pattern</source>
   <translation>Parquet 文件、文件夹或通配模式</translation>
  </message>
  <message>
   <source>For example firms.parquet, firms/*.parquet or a folder whose files (.parquet, .parq, .pq or no ending) form one table; what lies in it under names that begin with _ or a dot is not read. Needs the Python package duckdb.</source>
   <translation>例如 firms.parquet、firms/*.parquet，或其中文件（.parquet、.parq、.pq 或无后缀）合成一张表的文件夹；文件夹中名称以 _ 或点开头的不读取。需要 Python 包 duckdb。</translation>
  </message>
  <message>
   <source>Numbers. Default: x and y, lon and lat, longitude and latitude, or the bounding boxes of GeoParquet, whichever the files have.</source>
   <translation>数字。默认：x 和 y、lon 和 lat、longitude 和 latitude，或 GeoParquet 的边界框，以文件中所有者为准。</translation>
  </message>
  <message>
   <source>Coordinates in degrees are measured in an equal-area plane about the centre of the points.</source>
   <translation>以度为单位的坐标在以各点中心为中心的等积平面上量算。</translation>
  </message>
  <message>
   <source>Weight column</source>
   <translation>权重列</translation>
  </message>
  <message>
   <source>Numbers. Rows with an empty or zero weight are left out and counted; a negative weight is an error.</source>
   <translation>数字。权重为空或为零的行略去并计数；负权重为错误。</translation>
  </message>
  <message>
   <source>Group column</source>
   <translation>分组列</translation>
  </message>
  <message>
   <source>One ellipse per value; rows without a value form a group of their own.</source>
   <translation>每个值一个椭圆；没有值的行自成一组。</translation>
  </message>
  <message>
   <source>FILES is empty: give a Parquet file, a folder or a pattern.</source>
   <translation>FILES 为空：请给出 Parquet 文件、文件夹或通配模式。</translation>
  </message>
  <message>
   <source>ellipse,SDE,parquet,geoparquet,duckdb,big data,directional distribution,标准差椭圆,大数据</source>
   <translation>ellipse,SDE,parquet,geoparquet,duckdb,big data,directional distribution,标准差椭圆,大数据</translation>
  </message>
  <message>
   <source>x column</source>
   <translation>x 列</translation>
  </message>
  <message>
   <source>y column</source>
   <translation>y 列</translation>
  </message>
  <message>
   <source>Coordinate reference system of x and y</source>
   <translation>x 和 y 的坐标参照系</translation>
  </message>
  <message>
   <source>“{path}” cannot be measured: {why}.</source>
   <translation>“{path}”无法量算：{why}。</translation>
  </message>
  <message>
   <source>Weighted standard deviational ellipse from sums</source>
   <translation>由和数绘制加权标准差椭圆</translation>
  </message>
  <message>
   <source>Draws mean centre, extent and direction of points that stay where they are: a table of their sums is enough.</source>
   <translation>点数据留在原处：只凭其和数表，即可绘制平均中心、范围和方向。</translation>
  </message>
  <message>
   <source>Table of sums</source>
   <translation>和数表</translation>
  </message>
  <message>
   <source>One row per group with the fields n (points), sum_w and sum_ww (sums of the weights and of their squares), sum_wx, sum_wy, sum_wxx, sum_wxy and sum_wyy (sums of weight × dx, dy, dx², dx·dy, dy²). dx and dy are measured from x0, y0, along axes turned counter-clockwise by turn degrees; these three fields may be missing and are then 0. Any engine that can add makes such a table. With the further fields rule, scale, n_in and w_in, as the Spark job of the repository writes them, a row is a group and a size, and SCALING, SIZE, PERCENT and DIVISOR are not used.</source>
   <translation>每组一行，字段为 n（点数）、sum_w 和 sum_ww（权重之和、权重平方之和）、sum_wx、sum_wy、sum_wxx、sum_wxy 和 sum_wyy（权重 × dx、dy、dx²、dx·dy、dy² 之和）。dx、dy 自 x0、y0 起，沿逆时针转 turn 度的坐标轴量取；这三个字段可以没有，此时为 0。凡能求和的引擎都能生成此表。若另有字段 rule、scale、n_in 和 w_in（代码仓库中的 Spark 作业会写出），则每组每个大小一行，不使用 SCALING、SIZE、PERCENT 和 DIVISOR。</translation>
  </message>
  <message>
   <source>What the sums were made by. Empty: the table has one row per size.</source>
   <translation>求和时的分组字段。留空：表中每个大小只有一行。</translation>
  </message>
  <message>
   <source>The ellipses are drawn in it. Where it is in degrees, the table needs the field measure: the plane that the sums were made in, as an authority id or a PROJ string.</source>
   <translation>椭圆按此坐标参照系绘制。若其单位为度，表中须有字段 measure：求和所用的平面，写为权威编号或 PROJ 字符串。</translation>
  </message>
  <message>
   <source>ellipse,SDE,sums,aggregates,spark,hive,big data,cluster,directional distribution,标准差椭圆,汇总,大数据</source>
   <translation>ellipse,SDE,sums,aggregates,spark,hive,big data,cluster,directional distribution,标准差椭圆,汇总,大数据</translation>
  </message>
  <message>
   <source>Coordinate reference system of the points</source>
   <translation>点的坐标参照系</translation>
  </message>
  <message>
   <source>{parameter} is empty: choose the field, such as “{field}” of “{layer}”.</source>
   <translation>{parameter}为空：请选择字段，例如“{layer}”的“{field}”。</translation>
  </message>
  <message>
   <source>{parameter} is empty: choose a field of “{layer}”.</source>
   <translation>{parameter} 为空：请选择“{layer}”的一个字段。</translation>
  </message>
  <message>
   <source>Matches compared with chance</source>
   <translation>匹配的随机检验</translation>
  </message>
  <message>
   <source>Tests by permutation whether clusters are matched more often than if their cities, or the industries of the belts, were assigned at random.</source>
   <translation>以置换检验判断：与随机分配集群的城市或产业带的产业相比，集群是否更常匹配。</translation>
  </message>
  <message>
   <source>Null model</source>
   <translation>零模型</translation>
  </message>
  <message>
   <source>What is assigned at random. cities: each city keeps its number of clusters, and each cluster its industry. industries: each city keeps its number of belts, and each industry its number in the country.</source>
   <translation>随机分配的对象。cities：各城市的集群数和各集群的产业不变。industries：各城市的产业带数和各产业在全国的数目不变。</translation>
  </message>
  <message>
   <source>Permute within</source>
   <translation>置换范围</translation>
  </message>
  <message>
   <source>For the null model cities: a field such as region or class; cities are permuted only among rows with the same value.</source>
   <translation>用于零模型 cities：例如地区或类别字段；只在取值相同的行之间置换城市。</translation>
  </message>
  <message>
   <source>Only cities with belts</source>
   <translation>仅限有产业带的城市</translation>
  </message>
  <message>
   <source>Leaves out rows in cities without belts. The test then asks whether cities have the belts that fit their clusters, not whether they have belts at all.</source>
   <translation>略去没有产业带的城市的行。检验的便是城市的产业带是否与其集群对口，而不是有无产业带。</translation>
  </message>
  <message>
   <source>One row per class (* for all classes) and statistic.</source>
   <translation>每个类别（* 为全部类别）和统计量一行。</translation>
  </message>
  <message>
   <source>chance,permutation,random,null model,significance,p-value,test,随机,置换检验,显著性</source>
   <translation>chance,permutation,random,null model,significance,p-value,test,随机,置换检验,显著性</translation>
  </message>
  <message>
   <source>Rows in the test</source>
   <translation>参与检验的行</translation>
  </message>
  <message>
   <source>p-value, matched</source>
   <translation>匹配的 p 值</translation>
  </message>
  <message>
   <source>p-value, matched or adjacent</source>
   <translation>匹配或相近的 p 值</translation>
  </message>
  <message>
   <source>Observed/expected, matched</source>
   <translation>观测/期望，匹配</translation>
  </message>
  <message>
   <source>Observed/expected, matched or adjacent</source>
   <translation>观测/期望，匹配或相近</translation>
  </message>
  <message>
   <source>Match clusters with belts</source>
   <translation>集群与产业带匹配</translation>
  </message>
  <message>
   <source>Compares each cluster with the belts of its city: matched, adjacent, unmatched, unresolved.</source>
   <translation>将每个集群与本市的产业带比较：匹配、相近、不匹配、未识别。</translation>
  </message>
  <message>
   <source>Maximum number of pairs</source>
   <translation>对数上限</translation>
  </message>
  <message>
   <source>If there are more pairs, nothing is written and the error says how many there are.</source>
   <translation>若对数更多，则不写入任何内容，并在错误信息中给出其数目。</translation>
  </message>
  <message>
   <source>Pairs per cluster</source>
   <translation>每个集群的对数</translation>
  </message>
  <message>
   <source>How many of the best pairs are written for each cluster row; 0 for all.</source>
   <translation>每个集群行写出多少个最佳对；0 表示全部。</translation>
  </message>
  <message>
   <source>One row per cluster and city, with its status and the reason for it.</source>
   <translation>每个集群与城市一行，列出其状态及原因。</translation>
  </message>
  <message>
   <source>A table with one row per pair of a cluster and a related belt, best first.</source>
   <translation>表，每对集群与相关产业带一行，最佳者在前。</translation>
  </message>
  <message>
   <source>The belts, each with its best status. The table algorithms take this layer as BELTS.</source>
   <translation>产业带，各带其最佳状态。各制表算法以此图层作为 BELTS。</translation>
  </message>
  <message>
   <source>A table with one row per text that was not recognised, or only by a keyword or in part. Fill in the codes and use the table as ALIASES: a row “电器, HA” makes every 电器 a household appliance. Several codes are separated by |; rows without a code are ignored. Each run lists only what is still open.</source>
   <translation>表，每个未识别、或仅按关键词或部分识别的文本一行。填写代码后将此表用作 ALIASES：一行“电器, HA”使所有“电器”成为家用电器。多个代码以 | 分隔；没有代码的行忽略。每次运行只列出尚未解决的文本。</translation>
  </message>
  <message>
   <source>match,cluster,belt,industry,taxonomy,chain,digitalisation,产业集群,产业带,匹配,相近</source>
   <translation>match,cluster,belt,industry,taxonomy,chain,digitalisation,产业集群,产业带,匹配,相近</translation>
  </message>
  <message>
   <source>Rows</source>
   <translation>行数</translation>
  </message>
  <message>
   <source>Unmatched in cities with unresolved belts</source>
   <translation>所在城市有未识别产业带的不匹配集群</translation>
  </message>
  <message>
   <source>Pairs of clusters and related belts</source>
   <translation>集群与相关产业带的对数</translation>
  </message>
  <message>
   <source>Print layout of matches</source>
   <translation>匹配结果打印布局</translation>
  </message>
  <message>
   <source>Lays out a page with map, legend with counts, table by class, scale bar, north arrow and source, as PDF, PNG or SVG.</source>
   <translation>编排含地图、带数目的图例、分类别表、比例尺、指北针和来源的页面；PDF、PNG 或 SVG。</translation>
  </message>
  <message>
   <source>Resolution</source>
   <translation>分辨率</translation>
  </message>
  <message>
   <source>In dots per inch.</source>
   <translation>每英寸点数。</translation>
  </message>
  <message>
   <source>Language of the page</source>
   <translation>页面语言</translation>
  </message>
  <message>
   <source>Table by class</source>
   <translation>分类别表</translation>
  </message>
  <message>
   <source>The output of “Summary of matches by class”.</source>
   <translation>“分类别匹配汇总”的输出。</translation>
  </message>
  <message>
   <source>Class field</source>
   <translation>类别字段</translation>
  </message>
  <message>
   <source>If no table is given, the clusters are counted by this field.</source>
   <translation>未给出表时，按此字段统计集群。</translation>
  </message>
  <message>
   <source>File</source>
   <translation>文件</translation>
  </message>
  <message>
   <source>A .pdf, .png or .svg file. An atlas gives one PDF with all pages, or one PNG or SVG per page. If the layers belong to the project, the layout is kept there as well.</source>
   <translation>.pdf、.png 或 .svg 文件。图册得到一个含全部页面的 PDF，或每页一个 PNG 或 SVG。若图层属于工程，布局也保留在工程中。</translation>
  </message>
  <message>
   <source>The layers are not in the project, so the layout cannot be kept there: set OUTPUT to a file, or add the layers to the project.</source>
   <translation>图层不在工程中，布局无法保留在工程中：请将 OUTPUT 设为文件，或将图层加入工程。</translation>
  </message>
  <message>
   <source>The layers are not in the project, so the layout was written to the file only.</source>
   <translation>图层不在工程中：只写出了布局文件。</translation>
  </message>
  <message>
   <source>layout,print,map,atlas,pdf,legend,figure,专题图,制图,打印布局,审图号,南海诸岛</source>
   <translation>layout,print,map,atlas,pdf,legend,figure,专题图,制图,打印布局,审图号,南海诸岛</translation>
  </message>
  <message>
   <source>Name of the layout</source>
   <translation>布局名称</translation>
  </message>
  <message>
   <source>Number of pages</source>
   <translation>页数</translation>
  </message>
  <message>
   <source>Layer “{layer}” has a single symbol, so the page does not show the statuses: run “Style matched clusters” first.</source>
   <translation>图层“{layer}”全部用同一符号，页面不显示匹配状态：请先运行“设置匹配结果样式”。</translation>
  </message>
  <message>
   <source>Layout in the project: {name}</source>
   <translation>工程中的布局：{name}</translation>
  </message>
  <message>
   <source>Written: {file}</source>
   <translation>已写出：{file}</translation>
  </message>
  <message>
   <source>Layer “{layer}” is not an output of “Summary of matches by class”.</source>
   <translation>图层“{layer}”不是“分类别匹配汇总”的输出。</translation>
  </message>
  <message>
   <source>Report of matches</source>
   <translation>匹配报告</translation>
  </message>
  <message>
   <source>Writes one HTML page with headline figures, map, charts and all tables, in English or Chinese.</source>
   <translation>写出一个含主要结果、地图、图表和全部表格的 HTML 页面，中文或英文。</translation>
  </message>
  <message>
   <source>Programme or other class of the clusters. Without it, the report counts all clusters together.</source>
   <translation>集群所属的批次或其他类别。留空时，报告对全部集群一并统计。</translation>
  </message>
  <message>
   <source>Printed in the lists. Default: the id of the row.</source>
   <translation>印在清单中。默认：行的编号。</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>标题</translation>
  </message>
  <message>
   <source>Title of the report. Default: a general title in its language.</source>
   <translation>报告的标题。默认：按其语言的通用标题。</translation>
  </message>
  <message>
   <source>Data sources</source>
   <translation>数据来源</translation>
  </message>
  <message>
   <source>A sentence on where the data come from and to which date they refer; printed at the end.</source>
   <translation>一句话说明数据来自何处、截至何时；印在末尾。</translation>
  </message>
  <message>
   <source>Language of the report</source>
   <translation>报告语言</translation>
  </message>
  <message>
   <source>The output of “Weighted standard deviational ellipse”, shown on the map and as a table.</source>
   <translation>“加权标准差椭圆”的输出，绘在地图上并列成表。</translation>
  </message>
  <message>
   <source>As in “Overlap of cities with clusters and with belts”; China has 337.</source>
   <translation>同“集群城市与产业带城市的重合”；中国为 337。</translation>
  </message>
  <message>
   <source>Projection of the map</source>
   <translation>地图投影</translation>
  </message>
  <message>
   <source>Default: Albers equal-area for data in China, otherwise that of the project or layer.</source>
   <translation>默认：中国的数据用 Albers 等积投影，否则用工程或图层的投影。</translation>
  </message>
  <message>
   <source>A single HTML file that opens offline and prints on A4. Its tables can be pasted into Word.</source>
   <translation>单个 HTML 文件，不联网即可打开，可用 A4 纸打印，表格可粘贴到 Word。</translation>
  </message>
  <message>
   <source>Every table as a CSV file for Excel, unrounded. Existing files of the same names are replaced. Texts that Excel would take for formulas (beginning with = + - @) get an apostrophe in front.</source>
   <translation>每张表输出为一个供 Excel 使用的 CSV 文件，数值不取整。同名的已有文件会被替换。Excel 会当作公式的文本（以 = + - @ 开头）前面加一个撇号。</translation>
  </message>
  <message>
   <source>report,html,tables,print,word,csv,map,chart,报告,表格</source>
   <translation>report,html,tables,print,word,csv,map,chart,报告,表格</translation>
  </message>
  <message>
   <source>Tables in the report</source>
   <translation>报告的表格</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>报告</translation>
  </message>
  <message>
   <source>Folder for the tables</source>
   <translation>表格文件夹</translation>
  </message>
  <message>
   <source>Summary of matches by class</source>
   <translation>分类别匹配汇总</translation>
  </message>
  <message>
   <source>Counts and rates of each status by class, with 95 % Wilson intervals, for all clusters, for those with a cluster of another class in their city and for the others.</source>
   <translation>各类别集群各状态的数目与比率，附 95% Wilson 区间；分别针对全部集群、同城另有其他类别集群者和其余集群。</translation>
  </message>
  <message>
   <source>What is counted</source>
   <translation>统计口径</translation>
  </message>
  <message>
   <source>rows: a shared cluster counts once in each of its cities. whole: each cluster counts once, with its best status. weighted: the rows of a shared cluster count by their weights, which add up to the weight of the cluster. Several may be chosen.</source>
   <translation>rows：跨市集群在其每个城市各计一次。whole：每个集群计一次，取其最佳状态。weighted：跨市集群的各行按权重计，权重之和等于该集群的权重。可多选。</translation>
  </message>
  <message>
   <source>One row per class, and * for all classes, for each part: all clusters, accompanied ones (a cluster of another class is in the same city) and those alone; the last two add up to the first. Rates are percentages of the resolved ones.</source>
   <translation>每个部分中，每个类别一行，* 代表全部类别。部分：全部集群、相伴集群（同城另有其他类别的集群）和不相伴集群；后两者之和等于前者。比率为占已识别集群的百分比。</translation>
  </message>
  <message>
   <source>summary,table,rate,class,status,wilson,statistics,匹配率,统计</source>
   <translation>summary,table,rate,class,status,wilson,statistics,匹配率,统计</translation>
  </message>
  <message>
   <source>Number of classes</source>
   <translation>类别数</translation>
  </message>
  <message>
   <source>p-value, equal matching rates of the classes (χ²)</source>
   <translation>p 值，各类别匹配率相等（χ²）</translation>
  </message>
  <message>
   <source>p-value, equal rates of all decided statuses (χ²)</source>
   <translation>p 值，各类别三种状态的比率相等（χ²）</translation>
  </message>
  <message>
   <source>The belts with which the clusters were matched, preferably the output BELTS_OUT of the matching: it is used as it was read there, and no field parameter is needed. Any other table or layer is read as in the matching.</source>
   <translation>与集群匹配所用的产业带，最好用匹配的输出 BELTS_OUT：它按匹配时读取的内容使用，无需字段参数。其他任何表或图层按匹配中的方式读取。</translation>
  </message>
  <message>
   <source>Online industrial belts or other specialised places: a table or layer.</source>
   <translation>线上产业带或其他专业化产地：表或图层。</translation>
  </message>
  <message>
   <source>Belts</source>
   <translation>产业带</translation>
  </message>
  <message>
   <source>Belt id</source>
   <translation>产业带编号</translation>
  </message>
  <message>
   <source>Default: the feature id.</source>
   <translation>默认：要素编号。</translation>
  </message>
  <message>
   <source>Belt name</source>
   <translation>产业带名称</translation>
  </message>
  <message>
   <source>Names the belt in the evidence. Default: its industry.</source>
   <translation>依据中对产业带的称呼。默认：其产业。</translation>
  </message>
  <message>
   <source>City of the belt</source>
   <translation>产业带所在城市</translation>
  </message>
  <message>
   <source>Name or code of a single city. Not needed where the points decide (CITY_BY polygon or distance).</source>
   <translation>单个城市的名称或代码。由点判定城市（CITY_BY 为 polygon 或 distance）时不需要。</translation>
  </message>
  <message>
   <source>Province of the belt</source>
   <translation>产业带所在省份</translation>
  </message>
  <message>
   <source>Number of belts</source>
   <translation>产业带数</translation>
  </message>
  <message>
   <source>Year of the belt</source>
   <translation>产业带的年份</translation>
  </message>
  <message>
   <source>A year or a date. Belts of the year AS_OF are current, as are belts without a year; those of earlier years are historic. A year later than next year, such as 9999, counts as no year.</source>
   <translation>年份或日期。AS_OF 当年的产业带为当前，没有年份的亦然；更早年份的为历史。晚于明年的年份（如 9999）视为没有年份。</translation>
  </message>
  <message>
   <source>First year of the belt</source>
   <translation>产业带起始年份</translation>
  </message>
  <message>
   <source>Use it with the last year instead of a single year. Empty: the belt has always existed.</source>
   <translation>与终止年份一起代替单一年份。留空：一直存在。</translation>
  </message>
  <message>
   <source>Last year of the belt</source>
   <translation>产业带终止年份</translation>
  </message>
  <message>
   <source>Empty: the belt still exists.</source>
   <translation>留空：至今存在。</translation>
  </message>
  <message>
   <source>Year of the current belts</source>
   <translation>当前产业带的年份</translation>
  </message>
  <message>
   <source>Belts of later years are ignored. Default: the latest year in the data.</source>
   <translation>更晚年份的产业带不计。默认：数据中的最新年份。</translation>
  </message>
  <message>
   <source>Choose either BELT_YEAR, or BELT_START and BELT_END.</source>
   <translation>请选择 BELT_YEAR，或 BELT_START 和 BELT_END，不可同时使用。</translation>
  </message>
  <message>
   <source>Industry of the belt</source>
   <translation>产业带的产业</translation>
  </message>
  <message>
   <source>Product or industry, in the same form as for clusters.</source>
   <translation>产品或产业，形式同集群。</translation>
  </message>
  <message>
   <source>{clusters} and BELTS are the same layer, so that every cluster would match itself. Choose the layer of the belts, or different rows of the layer.</source>
   <translation>{clusters} 和 BELTS 是同一图层，每个集群都会与自身匹配。请选择产业带图层，或该图层中的不同行。</translation>
  </message>
  <message>
   <source>For aggregated tables: the number of belts of one city, industry and year that a row represents; all counts use it. Default: the field {field} if there is one, otherwise 1.</source>
   <translation>用于已汇总的表：一行代表同一城市、同一产业、同一年份的多少个产业带；所有数目均按此计。默认：有字段 {field} 时用该字段，否则为 1。</translation>
  </message>
  <message>
   <source>Clusters</source>
   <translation>集群</translation>
  </message>
  <message>
   <source>A table or layer of clusters. Shared clusters are split by city first, unless they are split already.</source>
   <translation>集群的表或图层。跨市集群先按城市拆分，已拆分的除外。</translation>
  </message>
  <message>
   <source>Cluster id</source>
   <translation>集群编号</translation>
  </message>
  <message>
   <source>Rows with the same id in different cities are one shared cluster. Default: the feature id.</source>
   <translation>不同城市中编号相同的行为一个跨市集群。默认：要素编号。</translation>
  </message>
  <message>
   <source>City of the cluster</source>
   <translation>集群所在城市</translation>
  </message>
  <message>
   <source>One city, or several separated by 、 , ， ; ； | or /. Not needed where the points decide (CITY_BY polygon or distance).</source>
   <translation>一个城市，或用 、 , ， ; ； | 或 / 分隔的多个城市。由点判定城市（CITY_BY 为 polygon 或 distance）时不需要。</translation>
  </message>
  <message>
   <source>Industry of the cluster</source>
   <translation>集群的产业</translation>
  </message>
  <message>
   <source>One or several industries: names, aliases or codes of the taxonomy.</source>
   <translation>一个或多个产业：产业分类中的名称、别名或代码。</translation>
  </message>
  <message>
   <source>Province of the cluster</source>
   <translation>集群所在省份</translation>
  </message>
  <message>
   <source>Weight of the cluster</source>
   <translation>集群权重</translation>
  </message>
  <message>
   <source>Weight of the whole cluster; its rows get equal parts. Default: 1.</source>
   <translation>整个集群的权重，由其各行平分。默认：1。</translation>
  </message>
  <message>
   <source>Number of clusters</source>
   <translation>集群数</translation>
  </message>
  <message>
   <source>For aggregated tables: the number of clusters of one city and industry that a row represents; all counts use it. Default: the field {field} if there is one, otherwise 1.</source>
   <translation>用于已汇总的表：一行代表同一城市、同一产业的多少个集群；所有数目均按此计。默认：有字段 {field} 时用该字段，否则为 1。</translation>
  </message>
  <message>
   <source>Country</source>
   <translation>国家</translation>
  </message>
  <message>
   <source>Country of the bundled gazetteer, used unless you give your own cities.</source>
   <translation>内置地名表的国家，未自备城市时使用。</translation>
  </message>
  <message>
   <source>Segments of the outline</source>
   <translation>轮廓边数</translation>
  </message>
  <message>
   <source>Number of edges of each ellipse; at least 180 where the outline is reprojected.</source>
   <translation>每个椭圆的边数；轮廓需重投影时至少用 180。</translation>
  </message>
  <message>
   <source>One row per group and size.</source>
   <translation>每组、每个大小一行。</translation>
  </message>
  <message>
   <source>One point per group.</source>
   <translation>每组一个点。</translation>
  </message>
  <message>
   <source>Two lines per ellipse: the full major and minor axes.</source>
   <translation>每个椭圆两条线，为轴的全长。</translation>
  </message>
  <message>
   <source>The divisor {divisor} needs more than {lost} points, but there are {points} (effective number: {effective}). Choose the divisor weights, or add points.</source>
   <translation>除数 {divisor} 需要多于 {lost} 个点，但只有 {points} 个（有效数：{effective}）。请选择除数 weights，或增加点。</translation>
  </message>
  <message>
   <source>Number of ellipses</source>
   <translation>椭圆数</translation>
  </message>
  <message>
   <source>Points used</source>
   <translation>所用点数</translation>
  </message>
  <message>
   <source>Points left out</source>
   <translation>略去点数</translation>
  </message>
  <message>
   <source>Input layer</source>
   <translation>输入图层</translation>
  </message>
  <message>
   <source>Points. The parts of a multipoint share its weight; lines and polygons are represented by their centroids. Rows without geometry are left out, counted and listed in the log.</source>
   <translation>点。多点的各部分分享其权重；线和面以其质心代表。没有几何的行略去、计数并在日志中列出。</translation>
  </message>
  <message>
   <source>Programs that draw the same ellipse, by size rule and divisor</source>
   <translation>绘出相同椭圆的程序，按大小规则和除数</translation>
  </message>
  <message>
   <source>Size rule</source>
   <translation>大小规则</translation>
  </message>
  <message>
   <source>Length of the half axes. standard_distance: SIZE × √2 × σ. standard_deviation: SIZE × σ. confidence: the ellipse that contains PERCENT of a Gaussian distribution (χ² with 2 degrees of freedom). share_inside: the smallest ellipse that contains PERCENT of the weight of the points. The table at the end of the help shows which programs use which rule.</source>
   <translation>半轴长度。standard_distance：SIZE × √2 × σ。standard_deviation：SIZE × σ。confidence：含高斯分布 PERCENT 的椭圆（自由度为 2 的 χ²）。share_inside：含点权重 PERCENT 的最小椭圆。帮助末尾的表列出各程序所用的规则。</translation>
  </message>
  <message>
   <source>Number of standard deviations</source>
   <translation>标准差个数</translation>
  </message>
  <message>
   <source>One or several numbers, such as 1 or 1,2,3, for the first two size rules. One standard deviation contains 39.3 % of a Gaussian distribution, √2 contain 63.2 %, two 86.5 %.</source>
   <translation>一个或多个数字，例如 1 或 1,2,3；用于前两种大小规则。一个标准差含高斯分布的 39.3%，√2 个含 63.2%，两个含 86.5%。</translation>
  </message>
  <message>
   <source>Percentage inside</source>
   <translation>包含百分比</translation>
  </message>
  <message>
   <source>One or several numbers between 0 and 100, for the last two size rules.</source>
   <translation>0 到 100 之间的一个或多个数字；用于后两种大小规则。</translation>
  </message>
  <message>
   <source>Divisor of the variance</source>
   <translation>方差的除数</translation>
  </message>
  <message>
   <source>The weighted sum of squares is divided by the sum of the weights, or that sum is corrected for the degrees of freedom: m is the effective number of points, W²/Σw² (Kish), which is the number of points where all weights are equal.</source>
   <translation>加权平方和除以权重之和，或再按自由度修正：m 为有效点数 W²/Σw²（Kish），权重相等时即为点数。</translation>
  </message>
  <message>
   <source>Measuring CRS</source>
   <translation>量算坐标参照系</translation>
  </message>
  <message>
   <source>A projected coordinate reference system; the log reports its distortion. Default: that of the layer; for a layer in degrees, an equal-area plane about the centre of the points. It serves all groups unless lengths are off by more than 1 % at the centre of a group; then each group has its own plane.</source>
   <translation>投影坐标参照系；其变形在日志中报告。默认：图层的坐标参照系；图层以度为单位时，用以各点中心为中心的等积平面。各组共用该平面；若某组中心处的长度误差超过 1%，则每组各用自己的平面。</translation>
  </message>
  <message>
   <source>Where sums are computed</source>
   <translation>求和的计算位置</translation>
  </message>
  <message>
   <source>For PostGIS layers. auto: in the database if the layer is a plain one (all rows, single points, no joined fields), otherwise row by row; the log says which, and why. database: an error says why if that is impossible. In the database, groups are sorted by value, and the last digits of sums may differ between runs.</source>
   <translation>用于 PostGIS 图层。auto：图层简单时（全部行、单点、无连接字段）在数据库中计算，否则逐行计算；日志说明用了哪种及原因。database：无法做到时报错并说明原因。在数据库中，组按值排序，各次运行所得之和的末几位可能不同。</translation>
  </message>
  <message>
   <source>Your own judgements</source>
   <translation>自备判定</translation>
  </message>
  <message>
   <source>A table that overrules the matching rules: decision (accept, reject, set), relation (for set: {relations}) and any of cluster_id, belt_id, cluster_industry, belt_industry, city; an empty cell matches everything. The most specific row wins: ids before industries, then the city. reviewer appears in the evidence; date and note are for your own use.</source>
   <translation>优先于匹配规则的表：decision（accept、reject、set）、relation（用于 set：{relations}），以及 cluster_id、belt_id、cluster_industry、belt_industry、city 中的任意几项；空单元格匹配一切。最具体的行优先：编号先于产业，再看城市。reviewer 会出现在依据中；date 和 note 供您自用。</translation>
  </message>
  <message>
   <source>Default: the language of QGIS.</source>
   <translation>默认：QGIS 的语言。</translation>
  </message>
  <message>
   <source>The output of “Chain links between cities”, or observed links such as orders, patents or shareholdings; each row has two ids and a weight.</source>
   <translation>“城市间产业链联系”的输出，或实际观测的联系，如订单、专利或持股；每行有两个编号和一个权重。</translation>
  </message>
  <message>
   <source>Distance of the link, km</source>
   <translation>联系的距离（公里）</translation>
  </message>
  <message>
   <source>For example by road. Default: geodesic distance between the points of the blocks.</source>
   <translation>例如公路距离。默认：各产业块的点之间的测地距离。</translation>
  </message>
  <message>
   <source>From</source>
   <translation>起点</translation>
  </message>
  <message>
   <source>Id of the supplying block.</source>
   <translation>供给方产业块的编号。</translation>
  </message>
  <message>
   <source>To</source>
   <translation>终点</translation>
  </message>
  <message>
   <source>Id of the block supplied.</source>
   <translation>需求方产业块的编号。</translation>
  </message>
  <message>
   <source>Weight of the link</source>
   <translation>联系的权重</translation>
  </message>
  <message>
   <source>A number above 0; links without a weight or with weight 0 are left out.</source>
   <translation>大于 0 的数；没有权重或权重为 0 的联系略去。</translation>
  </message>
  <message>
   <source>Points with the ids of the links: BLOCKS of “Chain links between cities”, or your own. Default: the ends of the links, if they are lines.</source>
   <translation>带有联系两端编号的点：“城市间产业链联系”的 BLOCKS，或自备的点。默认：联系为线时取其端点。</translation>
  </message>
  <message>
   <source>Id of the block</source>
   <translation>产业块编号</translation>
  </message>
  <message>
   <source>The id that FROM and TO refer to.</source>
   <translation>FROM 和 TO 所引用的编号。</translation>
  </message>
  <message>
   <source>City of the block</source>
   <translation>产业块所在城市</translation>
  </message>
  <message>
   <source>Code of the city: a cluster within one city is local. A block without a city counts as a city of its own.</source>
   <translation>城市代码：位于一个城市内的集群为本地集群。没有城市的产业块自成一个城市。</translation>
  </message>
  <message>
   <source>Industry of the block</source>
   <translation>产业块的产业</translation>
  </message>
  <message>
   <source>Name of the industry, shown in the lists. Optional.</source>
   <translation>产业名称，显示在列表中。可选。</translation>
  </message>
  <message>
   <source>Palette</source>
   <translation>配色</translation>
  </message>
  <message>
   <source>colour: safe for colour-blind readers. grey: for journals printed in black and white.</source>
   <translation>colour：色觉障碍者也能区分。grey：供黑白印刷的期刊。</translation>
  </message>
  <message>
   <source>Layer “{layer}” is not in the project, so its style is lost when this run ends.</source>
   <translation>图层“{layer}”不在工程中，因此本次运行结束后其样式会丢失。</translation>
  </message>
  <message>
   <source>Matched clusters</source>
   <translation>已匹配集群</translation>
  </message>
  <message>
   <source>The output of “Match clusters with belts”.</source>
   <translation>“集群与产业带匹配”的输出。</translation>
  </message>
  <message>
   <source>Programme or other class of the clusters.</source>
   <translation>集群的计划或其他类别。</translation>
  </message>
  <message>
   <source>Customers</source>
   <translation>需求方</translation>
  </message>
  <message>
   <source>Members that need inputs.</source>
   <translation>需要投入的成员。</translation>
  </message>
  <message>
   <source>Suppliers</source>
   <translation>供给方</translation>
  </message>
  <message>
   <source>Members that deliver inputs. Default: the customers themselves. To use both clusters and belts, merge the layers first.</source>
   <translation>提供投入的成员。默认：需求方自身。若要同时使用集群和产业带，请先合并图层。</translation>
  </message>
  <message>
   <source>{what} Clusters or belts from “Match clusters with belts”, or a table processed with “Place a table by city” and “Read industries”.</source>
   <translation>{what}“集群与产业带匹配”输出的集群或产业带，或经“表格按城市定位”和“识别产业”处理的表。</translation>
  </message>
  <message>
   <source>Weight of {members}</source>
   <translation>{members}的权重</translation>
  </message>
  <message>
   <source>For example output or employment. Default: the field {field} if there is one, otherwise 1 each.</source>
   <translation>例如产值或就业。默认：有字段 {field} 时用该字段，否则各为 1。</translation>
  </message>
  <message>
   <source>Memberships</source>
   <translation>成员关系</translation>
  </message>
  <message>
   <source>A table or layer with one row per membership: the member, and its platform, standard, park or alliance.</source>
   <translation>表或图层，每个成员关系一行：成员及其平台、标准、园区或联盟。</translation>
  </message>
  <message>
   <source>Roles of leading members</source>
   <translation>龙头成员的角色</translation>
  </message>
  <message>
   <source>Values of ROLE that make a member a core member, separated by commas.</source>
   <translation>使成员成为核心成员的 ROLE 值，以逗号分隔。</translation>
  </message>
  <message>
   <source>Year</source>
   <translation>年份</translation>
  </message>
  <message>
   <source>Only memberships valid in this year (SINCE, UNTIL). Default: all.</source>
   <translation>仅取该年有效的成员关系（SINCE、UNTIL）。默认：全部。</translation>
  </message>
  <message>
   <source>Member</source>
   <translation>成员</translation>
  </message>
  <message>
   <source>Name or id of a firm, cluster or belt.</source>
   <translation>企业、集群或产业带的名称或编号。</translation>
  </message>
  <message>
   <source>Group</source>
   <translation>群组</translation>
  </message>
  <message>
   <source>Name of the group; a cell may hold several, separated by | 、 , or ;. To study the reach of platforms, use the belts and the field of their platform.</source>
   <translation>群组的名称；一个单元格可含多个，以 | 、 , 或 ; 分隔。要研究平台的覆盖范围，请使用产业带及其平台字段。</translation>
  </message>
  <message>
   <source>Mode</source>
   <translation>模式</translation>
  </message>
  <message>
   <source>platform, supply_chain, standard, park, alliance, or any other word.</source>
   <translation>platform、supply_chain、standard、park、alliance，或任何其他词。</translation>
  </message>
  <message>
   <source>Role</source>
   <translation>角色</translation>
  </message>
  <message>
   <source>Identifies leading members.</source>
   <translation>用于区分龙头成员。</translation>
  </message>
  <message>
   <source>Since</source>
   <translation>起始时间</translation>
  </message>
  <message>
   <source>First year or date of the membership. Empty: it has always existed.</source>
   <translation>成员关系的起始年份或日期。留空：一直存在。</translation>
  </message>
  <message>
   <source>Until</source>
   <translation>终止时间</translation>
  </message>
  <message>
   <source>Last year or date of the membership. Empty: it still exists.</source>
   <translation>成员关系的终止年份或日期。留空：至今存在。</translation>
  </message>
  <message>
   <source>Layer of the members</source>
   <translation>成员图层</translation>
  </message>
  <message>
   <source>Holds the cities and industries of the members, if the memberships do not: clusters or belts from “Match clusters with belts”, or a table processed with “Place a table by city” and “Read industries”.</source>
   <translation>若成员关系中没有成员的城市和产业，则由此提供：“集群与产业带匹配”得到的集群或产业带，或经“表格按城市定位”和“识别产业”处理的表。</translation>
  </message>
  <message>
   <source>Id in the layer of the members</source>
   <translation>成员图层中的编号</translation>
  </message>
  <message>
   <source>The id that MEMBER refers to.</source>
   <translation>MEMBER 所引用的编号。</translation>
  </message>
  <message>
   <source>MEMBERS_LAYER needs MEMBER_ID, the field with the id that MEMBER refers to.</source>
   <translation>MEMBERS_LAYER 需要 MEMBER_ID，即含有 MEMBER 所引用编号的字段。</translation>
  </message>
  <message>
   <source>Weights of the needs</source>
   <translation>需求的权重</translation>
  </message>
  <message>
   <source>How the needs of an industry are weighted. supply: by the total weight of all that could supply a need. If CHAINS has a column weight, for example the coefficients from “Chains from an input–output table”, it is used instead; it is also more reliable, because with few suppliers a small industry can appear as the core of a large one.</source>
   <translation>一个产业的各项需求如何加权。supply：按可供给该需求的全部供给方的总权重。若 CHAINS 有 weight 列，例如来自“由投入产出表生成产业链”的系数，则改用该列；这也更可靠，因为供给方很少时，小产业可能显得像是大产业的核心。</translation>
  </message>
  <message>
   <source>The output of “Weighted standard deviational ellipse”.</source>
   <translation>“加权标准差椭圆”的输出。</translation>
  </message>
  <message>
   <source>The output of “Match clusters with belts”. Layers of the project keep their style; files are drawn in the styles of Cluster Belt.</source>
   <translation>“集群与产业带匹配”的输出。工程中的图层保持其样式，文件按 Cluster Belt 的样式绘制。</translation>
  </message>
  <message>
   <source>Belts with geometry; a table is not drawn.</source>
   <translation>有几何的产业带；没有几何的表不绘制。</translation>
  </message>
  <message>
   <source>Base layers</source>
   <translation>底图图层</translation>
  </message>
  <message>
   <source>Your own layers, drawn beneath, unclipped and in their own style. Cluster Belt itself draws no boundaries.</source>
   <translation>自备图层，绘于下方，不裁剪，保持各自样式。Cluster Belt 本身不绘制任何边界。</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>纸张</translation>
  </message>
  <message>
   <source>17cm and 8cm are figures as wide as a page or a column of a journal, with smaller symbols.</source>
   <translation>17cm 和 8cm 为期刊整页宽和单栏宽的插图，符号较小。</translation>
  </message>
  <message>
   <source>Orientation</source>
   <translation>方向</translation>
  </message>
  <message>
   <source>landscape: legend and table beside the map. portrait: beneath it, as always for 8cm.</source>
   <translation>landscape：图例和表格在地图旁；portrait：在地图下方，8cm 图总是如此。</translation>
  </message>
  <message>
   <source>Default: Albers equal-area (25° N, 47° N, 105° E) if all data lie in China, otherwise that of the project.</source>
   <translation>默认：数据全在中国时用 Albers 等积投影（北纬 25°、47°，东经 105°），否则用工程的投影。</translation>
  </message>
  <message>
   <source>Inset of the South China Sea Islands</source>
   <translation>南海诸岛附图</translation>
  </message>
  <message>
   <source>A frame from 105.5° to 122.5° E and 2.5° to 24.5° N at its own scale. It shows your layers and draws no boundaries.</source>
   <translation>东经 105.5°–122.5°、北纬 2.5°–24.5° 的图框，比例尺自定。只显示您的图层，不绘制任何边界。</translation>
  </message>
  <message>
   <source>Atlas field</source>
   <translation>图册字段</translation>
  </message>
  <message>
   <source>One page per value, for example of class or province, with only the rows that have this value.</source>
   <translation>每个值一页，例如类别或省份，只含该值的行。</translation>
  </message>
  <message>
   <source>Mean centres</source>
   <translation>平均中心</translation>
  </message>
  <message>
   <source>Default: no title.</source>
   <translation>默认：无标题。</translation>
  </message>
  <message>
   <source>Subtitle</source>
   <translation>副标题</translation>
  </message>
  <message>
   <source>Default: no subtitle. An atlas adds the value of the page.</source>
   <translation>默认：无副标题。图册会加上该页的值。</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>Source of the data; printed beneath the map.</source>
   <translation>数据来源；印在地图下方。</translation>
  </message>
  <message>
   <source>Map approval number</source>
   <translation>审图号</translation>
  </message>
  <message>
   <source>Approval number of the base map (审图号). With base layers, a note states that their boundaries were not altered.</source>
   <translation>底图的审图号。有底图图层时，会注明其边界未作修改。</translation>
  </message>
  <message>
   <source>Default: the title. If the project already has a layout of this name, a number is added.</source>
   <translation>默认：标题。工程中已有同名布局时，在名称后加上序号。</translation>
  </message>
  <message>
   <source>{parameter} is empty: choose the field, or use the output “Matched belts” of the matching as BELTS.</source>
   <translation>{parameter} 为空：请选择字段，或以匹配的输出“已匹配产业带”作为 BELTS。</translation>
  </message>
  <message>
   <source>Layer “{layer}” is an output of the matching and is used as it was read there; these parameters are ignored: {parameters}.</source>
   <translation>图层“{layer}”是匹配的输出，按匹配时读取的内容使用；以下参数不起作用：{parameters}。</translation>
  </message>
  <message>
   <source>Distinguishes cities and counties of the same name (朝阳区, 鼓楼区).</source>
   <translation>用于区分同名的市县（朝阳区、鼓楼区）。</translation>
  </message>
  <message>
   <source>name: names and codes are looked up in the bundled gazetteer or in CITIES; an ambiguous name is settled by the province or by the nearest of its cities, otherwise it stays unresolved. code: codes of 4, 6, 9 or 12 digits only, or those of CITIES. text: equal texts are the same city, in any country. polygon: the polygon of CITIES in which the point lies.</source>
   <translation>name：在内置地名表或 CITIES 中查找名称和代码；有歧义的名称按省份或其所指城市中最近的一个确定，否则为未识别。code：仅限 4、6、9 或 12 位数字的代码，或 CITIES 的代码。text：文本相同即为同一城市，适用于任何国家。polygon：点所在的 CITIES 的面。</translation>
  </message>
  <message>
   <source>Cities compared by</source>
   <translation>城市的比较方式</translation>
  </message>
  <message>
   <source>Administrative level of the cities</source>
   <translation>城市的行政级别</translation>
  </message>
  <message>
   <source>Your own cities</source>
   <translation>自备城市</translation>
  </message>
  <message>
   <source>A layer or table of cities in any country; polygons for CITY_BY polygon.</source>
   <translation>任何国家的城市图层或表；CITY_BY polygon 时为面。</translation>
  </message>
  <message>
   <source>Name or code of your own cities</source>
   <translation>自备城市的名称或代码</translation>
  </message>
  <message>
   <source>The field that CITY_BY compares. For polygons the default is the feature id; polygons with the same text are one city.</source>
   <translation>CITY_BY 所比较的字段。面的默认为要素编号；文本相同的面为同一城市。</translation>
  </message>
  <message>
   <source>Tolerance in metres</source>
   <translation>容差（米）</translation>
  </message>
  <message>
   <source>For CITY_BY polygon: a point outside all polygons belongs to the nearest one within this distance.</source>
   <translation>用于 CITY_BY polygon：不在任何面内的点属于此距离以内最近的面。</translation>
  </message>
  <message>
   <source>DISTANCE must be greater than 0.</source>
   <translation>DISTANCE 必须大于 0。</translation>
  </message>
  <message>
   <source>distance: all belts within DISTANCE, regardless of cities.</source>
   <translation>distance：DISTANCE 以内的全部产业带，不论城市。</translation>
  </message>
  <message>
   <source>For the bundled gazetteer. prefecture: prefecture-level cities, prefectures and municipalities. county: a text that names only a prefecture stands for the prefecture itself.</source>
   <translation>用于内置地名表。prefecture：地级市、州、盟、地区和直辖市。county：只写到地级的文本代表该地级单位自身。</translation>
  </message>
  <message>
   <source>Distance in metres</source>
   <translation>距离（米）</translation>
  </message>
  <message>
   <source>For CITY_BY distance: how far away belts may be, measured on the ellipsoid.</source>
   <translation>用于 CITY_BY distance：产业带最远可距多远，在椭球面上量算。</translation>
  </message>
  <message>
   <source>CITY_BY {way} needs {parameter}.</source>
   <translation>CITY_BY {way} 需要 {parameter}。</translation>
  </message>
  <message>
   <source>For belts in PostGIS. auto: the database counts the belts by city, industry, province and year, and only the counts are read, which changes no result; where it cannot, the belts are read row by row. The log says which, and why. database: an error says why if that is impossible.</source>
   <translation>用于 PostGIS 中的产业带。auto：由数据库按城市、产业、省份和年份计数，只读取计数，结果不变；无法做到时逐行读取。日志说明用了哪种及原因。database：无法做到时报错并说明原因。</translation>
  </message>
  <message>
   <source>Where belts are counted</source>
   <translation>产业带的计数位置</translation>
  </message>
  <message>
   <source>{outputs} list single belts (READ = database lists groups)</source>
   <translation>{outputs} 逐个列出产业带（READ 为 database 时列出分组）</translation>
  </message>
  <message>
   <source>{outputs} list single belts; if one of them is wanted, auto reads row by row. With database they list the groups, each with its number of belts, and TOP and MAX_PAIRS count groups.</source>
   <translation>{outputs} 逐个列出产业带；需要其中之一时，auto 逐行读取。选 database 时列出分组，每组带产业带数目，TOP 和 MAX_PAIRS 按组计。</translation>
  </message>
  <message>
   <source>Your own city groups</source>
   <translation>自备城市群</translation>
  </message>
  <message>
   <source>A table with code, group and, optionally, rank: a city counts in its group of rank 1. Default: the 19 city groups of China's 14th Five-Year Plan; 65 of their 237 rows are not confirmed by any published list (column evidence of resources/regions/citygroups.csv).</source>
   <translation>含 code、group 和可选 rank 的表：城市计入其 rank 为 1 的城市群。默认：中国“十四五”规划的 19 个城市群；其 237 行中有 65 行未经任何已公布名单证实（见 resources/regions/citygroups.csv 的 evidence 列）。</translation>
  </message>
  <message>
   <source>province: only with codes of the gazetteer. group: the city groups of REGIONS; cities outside all groups form one unit without a code.</source>
   <translation>province：仅限地名表的代码。group：REGIONS 的城市群；不属于任何组的城市合为一个没有代码的单元。</translation>
  </message>
  <message>
   <source>Number of permutations</source>
   <translation>置换次数</translation>
  </message>
  <message>
   <source>Of the permutation test. The smallest possible p-value is 1/(permutations + 1).</source>
   <translation>置换检验的置换次数。可能的最小 p 值为 1/(置换次数 + 1)。</translation>
  </message>
  <message>
   <source>Random seed</source>
   <translation>随机种子</translation>
  </message>
  <message>
   <source>The same seed gives the same result.</source>
   <translation>相同的种子得到相同的结果。</translation>
  </message>
  <message>
   <source>{status}, %</source>
   <translation>{status}（%）</translation>
  </message>
  <message>
   <source>Your own taxonomy</source>
   <translation>自备产业分类</translation>
  </message>
  <message>
   <source>Form of your own taxonomy</source>
   <translation>自备产业分类的形式</translation>
  </message>
  <message>
   <source>Digits of the levels</source>
   <translation>各级位数</translation>
  </message>
  <message>
   <source>Your own industrial chains</source>
   <translation>自备产业链</translation>
  </message>
  <message>
   <source>Lift</source>
   <translation>上提级数</translation>
  </message>
  <message>
   <source>Maximum levels</source>
   <translation>最大级数</translation>
  </message>
  <message>
   <source>Maximum steps along a chain</source>
   <translation>产业链最大步数</translation>
  </message>
  <message>
   <source>A table with code, parent, name_zh or name_en, aliases (separated by |), too_broad. Default: the bundled taxonomy.</source>
   <translation>含 code、parent、name_zh 或 name_en、aliases（用 | 分隔）、too_broad 的表。默认：内置产业分类。</translation>
  </message>
  <message>
   <source>What defines the hierarchy. prefix: 3973 belongs to 397 and 39 (GB/T, NACE, NAICS, HS; a leading section letter, a range such as 31-33 and trailing zeros are understood). dotted: 1.2.10 belongs to 1.2. The column parent is read for the form parent only.</source>
   <translation>产业层级由什么确定。prefix：3973 属于 397 和 39（GB/T、NACE、NAICS、HS；可识别前置的门类字母、31-33 之类的范围和补位的零）。dotted：1.2.10 属于 1.2。只有 parent 形式才读取 parent 列。</translation>
  </message>
  <message>
   <source>For the form prefix: number of digits of the codes at each level, such as 2,3,4. Codes of other lengths are then refused. Default: the lengths that occur.</source>
   <translation>用于 prefix：各级代码的位数，例如 2,3,4。其他长度的代码会被拒绝。默认：实际出现的长度。</translation>
  </message>
  <message>
   <source>A table with upstream and downstream (codes of the taxonomy) and note; optionally kind (supply, or related for edges without direction) and weight, for example a coefficient of an input–output table. Default: the bundled chains, or none with your own taxonomy.</source>
   <translation>含 upstream、downstream（产业分类代码）和 note 的表；可选 kind（supply，或用于无方向环节的 related）和 weight，例如投入产出表的系数。默认：内置产业链；使用自备产业分类时则没有。</translation>
  </message>
  <message>
   <source>How many levels of the taxonomy an industry may be raised to take part in the chain edges of a broader one.</source>
   <translation>产业可在产业分类中上提几级，以参与更宽泛产业的产业链环节。</translation>
  </message>
  <message>
   <source>How many levels of the taxonomy may lie between an industry and the broader one to which it belongs. Default: no limit.</source>
   <translation>产业与其所隶属的更宽泛产业之间，在产业分类中最多可隔几级。默认：不限。</translation>
  </message>
  <message>
   <source>1: direct suppliers and customers. 2: also the next step in the same direction.</source>
   <translation>1：直接的供给方和需求方。2：同方向再延一步。</translation>
  </message>
  <message>
   <source>As in the matching. {help}</source>
   <translation>与匹配时一致。{help}</translation>
  </message>
  <message>
   <source>{name} is not a coordinate reference system of maps. Choose one in degrees or a projected one, or leave it empty.</source>
   <translation>{name} 不是可用于制图的坐标系。请选择地理坐标系或投影坐标系，或留空。</translation>
  </message>
  <message>
   <source>{parameter}: “{value}” is not a list of numbers such as 1 or 1,2,3.</source>
   <translation>{parameter}：“{value}”不是数字列表，例如 1 或 1,2,3。</translation>
  </message>
  <message>
   <source>{parameter} is empty: choose the field of “{layer}” that holds the names.</source>
   <translation>{parameter} 为空：请选择“{layer}”中的名称字段。</translation>
  </message>
  <message>
   <source>TABLE of “Virtual clusters”: the clusters with their cores.</source>
   <translation>“虚拟集群”的 TABLE：各集群及其核心。</translation>
  </message>
  <message>
   <source>Flows between regions</source>
   <translation>地区间流量</translation>
  </message>
  <message>
   <source>FLOWS of “Chain links between cities”, best by province or city group; printed as a matrix.</source>
   <translation>“城市间产业链联系”的 FLOWS，宜按省或城市群；以矩阵形式列出。</translation>
  </message>
  <message>
   <source>Gaps by region</source>
   <translation>各地区的产业链缺口</translation>
  </message>
  <message>
   <source>REGIONS_OUT of “Gaps in industrial chains”.</source>
   <translation>“产业链缺口”的 REGIONS_OUT。</translation>
  </message>
  <message>
   <source>Real and virtual agglomeration</source>
   <translation>实体与虚拟集聚</translation>
  </message>
  <message>
   <source>The output of “Real and virtual agglomeration”.</source>
   <translation>“实体与虚拟集聚”的输出。</translation>
  </message>
  <message>
   <source>{parameter}: layer “{layer}” has no field {fields}. Choose the output that the help of {parameter} names.</source>
   <translation>{parameter}：图层“{layer}”没有字段 {fields}。请选择 {parameter} 的帮助中所列的输出。</translation>
  </message>
  <message>
   <source>Your own aliases</source>
   <translation>自备别名</translation>
  </message>
  <message>
   <source>Recognise keywords</source>
   <translation>识别关键词</translation>
  </message>
  <message>
   <source>If the industries of the belts are given as codes: gbt, nace, isic, naics or another short name.</source>
   <translation>产业带的产业以代码给出时填写：gbt、nace、isic、naics 或其他短名。</translation>
  </message>
  <message>
   <source>The same for the belts.</source>
   <translation>产业带同理。</translation>
  </message>
  <message>
   <source>Classification of the belt codes</source>
   <translation>产业带代码的分类标准</translation>
  </message>
  <message>
   <source>A table with text and code: the output CHECK of an earlier run with the codes filled in, or a table of your own. Example: “高端轴系, EQ.PART.BEAR” or, for two industries, “灯具家电, LIGHT|HA”. Rows of kind city give a text the codes of cities (“广佛惠, 440100|440600|441300”). For industries, an alias takes precedence over everything but an exact code; for cities, over everything but a known name or code.</source>
   <translation>含 text 和 code 的表：填好代码的上次运行输出 CHECK，或自备的表。例：“高端轴系, EQ.PART.BEAR”，两个产业则为“灯具家电, LIGHT|HA”。kind 为 city 的行为文本指定城市代码（“广佛惠, 440100|440600|441300”）。对产业，除完全相同的代码外，别名优先于一切；对城市，除已知的名称或代码外，别名优先于一切。</translation>
  </message>
  <message>
   <source>A longer text that ends in a name of the taxonomy is read as that industry (汽车玻璃 is glass); the evidence marks it.</source>
   <translation>较长的文本以产业分类中的名称结尾时，按该产业识别（汽车玻璃即玻璃）；依据中会注明。</translation>
  </message>
  <message>
   <source>Classification of the cluster codes</source>
   <translation>集群代码的分类标准</translation>
  </message>
  <message>
   <source>If industries are given as codes: gbt, nace, isic, naics or another short name. With gbt, the codes 3973, C3973 and 3973.0 are read as gbt:3973, which the taxonomy lists among its aliases; a code that is not listed is replaced by its longest listed prefix. A taxonomy without codes of this classification is taken for the classification itself.</source>
   <translation>产业以代码给出时填写：gbt、nace、isic、naics 或其他短名。填 gbt 时，代码 3973、C3973 和 3973.0 都读作 gbt:3973，产业分类的别名中列有它；未列出的代码由已列出的最长前缀代替。不含该标准代码的产业分类，视为就是该标准本身。</translation>
  </message>
  <message>
   <source>Classification of the codes</source>
   <translation>代码的分类标准</translation>
  </message>
  <message>
   <source>Place a table by city</source>
   <translation>表格按城市定位</translation>
  </message>
  <message>
   <source>Turns rows with city names into points at these cities.</source>
   <translation>把带城市名称的行变为位于该城市的点。</translation>
  </message>
  <message>
   <source>Table or layer</source>
   <translation>表或图层</translation>
  </message>
  <message>
   <source>A table, for example a CSV file or a spreadsheet, or a layer.</source>
   <translation>表（例如 CSV 文件或电子表格）或图层。</translation>
  </message>
  <message>
   <source>City field</source>
   <translation>城市字段</translation>
  </message>
  <message>
   <source>City name as people write it (深圳, 广东省深圳市, 昆山, 苏州工业园区, Shenzhen), or a code. Counties are placed at their prefecture-level city.</source>
   <translation>日常写法的城市名称（深圳、广东省深圳市、昆山、苏州工业园区、Shenzhen），或代码。县级单位定位在其所属地级市。</translation>
  </message>
  <message>
   <source>Province field</source>
   <translation>省份字段</translation>
  </message>
  <message>
   <source>Year field</source>
   <translation>年份字段</translation>
  </message>
  <message>
   <source>Year of the row, for administrative units that have changed: 巢湖 in 2011, 莱芜 in 2019. Default: today.</source>
   <translation>该行的年份，用于变动过的行政单位：2011 年的巢湖、2019 年的莱芜。默认：今天。</translation>
  </message>
  <message>
   <source>A layer of cities in any country, used instead of the bundled gazetteer; equal names are the same city.</source>
   <translation>任何国家的城市图层，代替内置地名表；名称相同即为同一城市。</translation>
  </message>
  <message>
   <source>Name field of your own cities</source>
   <translation>自备城市的名称字段</translation>
  </message>
  <message>
   <source>The field of your own cities that holds their names.</source>
   <translation>自备城市中含名称的字段。</translation>
  </message>
  <message>
   <source>All rows, each with its city. Rows whose city is not found have no geometry; the log counts them and lists what they could be.</source>
   <translation>全部行及其城市。未找到城市的行没有几何；日志给出其数目并列出可能的城市。</translation>
  </message>
  <message>
   <source>geocode,city,prefecture,gazetteer,place names,adcode,地级市,定位</source>
   <translation>geocode,city,prefecture,gazetteer,place names,adcode,地级市,定位</translation>
  </message>
  <message>
   <source>Rows placed</source>
   <translation>有位置的行</translation>
  </message>
  <message>
   <source>Rows not placed</source>
   <translation>没有位置的行</translation>
  </message>
  <message>
   <source>Read industries</source>
   <translation>识别产业</translation>
  </message>
  <message>
   <source>Assigns industries of the taxonomy to each row of a table or layer, as the matching does.</source>
   <translation>为表或图层的每一行指定产业分类中的产业，方式与匹配相同。</translation>
  </message>
  <message>
   <source>A table, for example a CSV file or a spreadsheet, or a layer, whether placed by city or not.</source>
   <translation>表（例如 CSV 文件或电子表格）或图层，无论是否已按城市定位。</translation>
  </message>
  <message>
   <source>Industry field</source>
   <translation>产业字段</translation>
  </message>
  <message>
   <source>All rows with their geometry and their industries. Rows whose industry is not recognised stay empty; the log counts them and CHECK lists their texts.</source>
   <translation>全部行及其几何和产业。产业未识别的行留空；日志给出其数目，CHECK 列出其文本。</translation>
  </message>
  <message>
   <source>A table with one row per text that was not recognised, or only by a keyword or in part. Fill in the codes and use the table as ALIASES.</source>
   <translation>表，每个未识别、或仅按关键词或部分识别的文本一行。填好代码后，可将此表用作 ALIASES。</translation>
  </message>
  <message>
   <source>industry,taxonomy,classification,resolve,NACE,GB/T 4754,NAICS,产业,行业,识别,分类</source>
   <translation>industry,taxonomy,classification,resolve,NACE,GB/T 4754,NAICS,产业,行业,识别,分类</translation>
  </message>
  <message>
   <source>Rows with an industry</source>
   <translation>有产业的行</translation>
  </message>
  <message>
   <source>Rows without an industry</source>
   <translation>没有产业的行</translation>
  </message>
  <message>
   <source>Measures how far real agglomeration is mirrored online: both, real only, virtual only or none; with location quotients and the degree of coupling coordination.</source>
   <translation>度量实体集聚在多大程度上映射到线上：虚实兼有、仅实体、仅虚拟或两者皆无；附区位商与耦合协调度。</translation>
  </message>
  <message>
   <source>Offline members</source>
   <translation>线下成员</translation>
  </message>
  <message>
   <source>The real side, for example clusters.</source>
   <translation>实体一方，例如集群。</translation>
  </message>
  <message>
   <source>Online members</source>
   <translation>线上成员</translation>
  </message>
  <message>
   <source>The virtual side, for example belts.</source>
   <translation>虚拟一方，例如产业带。</translation>
  </message>
  <message>
   <source>Industries</source>
   <translation>产业</translation>
  </message>
  <message>
   <source>Whether industries are distinguished. root: a node below two top-level industries counts half in each.</source>
   <translation>是否区分产业。root：属于两个一级产业的节点各计一半。</translation>
  </message>
  <message>
   <source>Location quotient of agglomeration</source>
   <translation>集聚的区位商</translation>
  </message>
  <message>
   <source>From this location quotient on, an industry counts as agglomerated. Used only if industries are distinguished.</source>
   <translation>区位商达到此值的产业视为集聚。仅在区分产业时有效。</translation>
  </message>
  <message>
   <source>Normalisation</source>
   <translation>归一化方法</translation>
  </message>
  <message>
   <source>How weights are scaled to 0–1. minmax: the smallest region becomes 0, and so does its coordination; the log counts these.</source>
   <translation>权重如何换算到 0–1。minmax：最小地区变为 0，其协调度也因而为 0；日志给出此类数目。</translation>
  </message>
  <message>
   <source>A fixed maximum makes years and study areas comparable. Default: the maximum in the data.</source>
   <translation>固定最大值使不同年份和研究区可以比较。默认：数据中的最大值。</translation>
  </message>
  <message>
   <source>Weight of the offline side</source>
   <translation>线下一方的权重</translation>
  </message>
  <message>
   <source>Weight in the development index of both sides, 0 to 1. At 0.5 the coordination degree is simply the fourth root of the product of both levels.</source>
   <translation>线下在双方综合发展指数中的权重，0 到 1。取 0.5 时，协调度就是双方水平之积的四次方根。</translation>
  </message>
  <message>
   <source>Model for the grades</source>
   <translation>等级所用的模型</translation>
  </message>
  <message>
   <source>traditional: 2√(ab)/(a + b), which is close to 1 almost everywhere and has no direction (see tilt). modified: discriminates better. Both are written.</source>
   <translation>traditional：2√(ab)/(a + b)，几乎处处接近 1，且不分方向（见 tilt）。modified：区分度更高。两者都会写出。</translation>
  </message>
  <message>
   <source>One row per region and industry that has a weight in either layer.</source>
   <translation>在任一图层中有权重的地区与产业，每对一行。</translation>
  </message>
  <message>
   <source>One row per industry: how similar its offline and online regional patterns are.</source>
   <translation>每个产业一行：其线下与线上的地区格局有多相似。</translation>
  </message>
  <message>
   <source>coupling coordination,location quotient,coagglomeration,online,offline,实虚一体,耦合协调,区位商,虚拟集聚</source>
   <translation>coupling coordination,location quotient,coagglomeration,online,offline,实虚一体,耦合协调,区位商,虚拟集聚</translation>
  </message>
  <message>
   <source>Maximum offline</source>
   <translation>线下最大值</translation>
  </message>
  <message>
   <source>Maximum online</source>
   <translation>线上最大值</translation>
  </message>
  <message>
   <source>Rows: both</source>
   <translation>行数：虚实兼有</translation>
  </message>
  <message>
   <source>Rows: real only</source>
   <translation>行数：仅实体</translation>
  </message>
  <message>
   <source>Rows: virtual only</source>
   <translation>行数：仅虚拟</translation>
  </message>
  <message>
   <source>Rows: neither</source>
   <translation>行数：两者皆无</translation>
  </message>
  <message>
   <source>Mean coupling degree</source>
   <translation>平均耦合度</translation>
  </message>
  <message>
   <source>Mean coordination degree</source>
   <translation>平均协调度</translation>
  </message>
  <message>
   <source>Cluster Belt needs {libraries}, which cannot be loaded. Install with the package manager of your system ({packages}), with the OSGeo4W installer on Windows, or with pip in the Python environment of QGIS; on macOS in a terminal: /Applications/QGIS.app/Contents/MacOS/bin/python3 -m pip install {names}.</source>
   <translation>Cluster Belt 需要 {libraries}，但无法加载。请用系统的软件包管理器（{packages}）、Windows 上的 OSGeo4W 安装程序，或在 QGIS 的 Python 环境中用 pip 安装；macOS 上请在终端中运行：/Applications/QGIS.app/Contents/MacOS/bin/python3 -m pip install {names}。</translation>
  </message>
  <message>
   <source>Split shared clusters by city</source>
   <translation>按城市拆分跨市集群</translation>
  </message>
  <message>
   <source>Splits clusters shared by N cities into one row per city, each with 1/N of the weight.</source>
   <translation>将 N 个城市共有的集群拆分为每市一行，权重各为 1/N。</translation>
  </message>
  <message>
   <source>A table or layer of clusters. The output of this algorithm or of “Match clusters with belts” is recognised by its fields and not split again.</source>
   <translation>集群的表或图层。本算法或“集群与产业带匹配”的输出按其字段识别，不会再次拆分。</translation>
  </message>
  <message>
   <source>Id field</source>
   <translation>编号字段</translation>
  </message>
  <message>
   <source>Id of the cluster. Rows with the same id in different cities are one shared cluster; the same id twice in one city is an error. Default: the feature id.</source>
   <translation>集群编号。不同城市中编号相同的行为一个跨市集群；同一城市中编号重复为错误。默认：要素编号。</translation>
  </message>
  <message>
   <source>One city, or several separated by 、 , ， ; ； | or /.</source>
   <translation>一个城市，或用 、 , ， ; ； | 或 / 分隔的多个城市。</translation>
  </message>
  <message>
   <source>One row per cluster and city. Rows of shared clusters and rows without geometry are placed at their city; the others keep their own location (polygons become a point on their surface).</source>
   <translation>每个集群与城市一行。跨市集群的行和没有几何的行定位在其城市；其他行保持原位（面取其内一点）。</translation>
  </message>
  <message>
   <source>explode,shared,cluster,city,weight,集群,拆分</source>
   <translation>explode,shared,cluster,city,weight,集群,拆分</translation>
  </message>
  <message>
   <source>Style matched clusters</source>
   <translation>设置匹配结果样式</translation>
  </message>
  <message>
   <source>Styles clusters by status, belts as dots beneath them and ellipses by class.</source>
   <translation>集群按状态设置样式，产业带绘为其下的小点，椭圆按类别设置样式。</translation>
  </message>
  <message>
   <source>The output of “Match clusters with belts”. Points of the same city are arranged around it so that all are visible; the legend shows their number. From 2,000 rows on, a layer is added that draws each city as a pie, one for each class, and single clusters are shown when zoomed in.</source>
   <translation>“集群与产业带匹配”的输出。同一城市的点排列在城市周围，全部可见；图例显示其数目。从 2000 行起，另加一个图层，将每个城市绘为饼图（每个类别一个），放大后显示单个集群。</translation>
  </message>
  <message>
   <source>Drawn as small dots.</source>
   <translation>以小点绘制。</translation>
  </message>
  <message>
   <source>Styled by the class field if they have it, otherwise by the field by which they were grouped.</source>
   <translation>有类别字段则按类别绘制，否则按分组字段绘制。</translation>
  </message>
  <message>
   <source>Drawn as crosses in the colours of the ellipses.</source>
   <translation>以椭圆的颜色绘成十字。</translation>
  </message>
  <message>
   <source>Shown in addition to the status. Default: the map shows the status only.</source>
   <translation>与状态同时显示。默认：地图只显示状态。</translation>
  </message>
  <message>
   <source>Class shown by</source>
   <translation>类别的表示方式</translation>
  </message>
  <message>
   <source>The fill colour shows the status.</source>
   <translation>填充颜色表示状态。</translation>
  </message>
  <message>
   <source>Label field</source>
   <translation>标注字段</translation>
  </message>
  <message>
   <source>Names beside the symbols; labels that would overlap are left out.</source>
   <translation>符号旁的名称；会重叠的标注将略去。</translation>
  </message>
  <message>
   <source>Language of the legend</source>
   <translation>图例语言</translation>
  </message>
  <message>
   <source>style,symbology,legend,status,class,greyscale,labels,样式,图例,灰度</source>
   <translation>style,symbology,legend,status,class,greyscale,labels,样式,图例,灰度</translation>
  </message>
  <message>
   <source>Styled clusters</source>
   <translation>已设样式的集群</translation>
  </message>
  <message>
   <source>Layers styled</source>
   <translation>已设样式的图层数</translation>
  </message>
  <message>
   <source>{rows} rows: their cities are drawn as pies (layer “{layer}”); single clusters are shown from 1:{scale} on.</source>
   <translation>共 {rows} 行：各城市绘为饼图（图层“{layer}”）；放大到 1:{scale} 起显示单个集群。</translation>
  </message>
  <message>
   <source>Style virtual clusters</source>
   <translation>设置虚拟集群样式</translation>
  </message>
  <message>
   <source>Styles chain links as tapered curves, blocks by virtual cluster, gaps as pies, coupling in four colours and networks by mode.</source>
   <translation>产业链联系绘为由宽渐窄的曲线，产业块按虚拟集群着色，缺口绘为饼图，耦合以四色表示，网络按模式着色。</translation>
  </message>
  <message>
   <source>Outputs of the algorithms for virtual clusters; each is recognised by its fields. Of the links, those that make up half of the flow are in colour, the next up to 80 % are pale; the legend shows the rest.</source>
   <translation>虚拟集群各算法的输出；按字段识别。占流量一半的最大联系用彩色绘制，其后累计至 80% 的用浅色；其余可在图例中打开。</translation>
  </message>
  <message>
   <source>Minimum span, km</source>
   <translation>最小跨度（公里）</translation>
  </message>
  <message>
   <source>Only clusters whose links reach at least so far get a colour and a name, the strongest first: that is how a small cluster that reaches far comes to light. Default: all.</source>
   <translation>只有内部联系至少跨越此距离的集群才有颜色和名称，最强者在先：小而跨度大的集群由此显现。默认：全部。</translation>
  </message>
  <message>
   <source>style,symbology,legend,flow map,links,virtual,greyscale,样式,图例,流向图,灰度</source>
   <translation>style,symbology,legend,flow map,links,virtual,greyscale,样式,图例,流向图,灰度</translation>
  </message>
  <message>
   <source>Layers</source>
   <translation>图层</translation>
  </message>
  <message>
   <source>Styled layers</source>
   <translation>已设置样式的图层</translation>
  </message>
  <message>
   <source>None of the layers can be styled. Choose outputs of “Chain links between cities”, “Virtual clusters”, “Gaps in industrial chains”, “Real and virtual agglomeration” or “Networks of platforms, standards, parks and alliances” that have geometries.</source>
   <translation>所选图层均无法设置样式。请选择“城市间产业链联系”“虚拟集群”“产业链缺口”“实体与虚拟集聚”或“平台、标准、园区和联盟的网络”的带几何的输出。</translation>
  </message>
  <message>
   <source>Layer “{layer}” is left as it is: it has no rows, or is not an output of the algorithms for virtual clusters that has geometries.</source>
   <translation>图层“{layer}”保持不变：没有行，或不是虚拟集群各算法的带几何的输出。</translation>
  </message>
  <message>
   <source>Finds distant blocks that form one functional cluster, and its core: agglomeration without proximity.</source>
   <translation>找出围绕同一核心构成一个功能集群的相距遥远的产业块：集聚而不邻近。</translation>
  </message>
  <message>
   <source>Members to mark</source>
   <translation>要标示的成员</translation>
  </message>
  <message>
   <source>The members behind the blocks; ROWS_OUT gives the cluster of each row.</source>
   <translation>产业块背后的成员；ROWS_OUT 给出每行所属的集群。</translation>
  </message>
  <message>
   <source>Method</source>
   <translation>方法</translation>
  </message>
  <message>
   <source>dominant: each block joins the partner of its strongest tie if that partner is larger (Nystuen and Dacey 1961), cut at MAX_F. communities: Louvain method on all ties.</source>
   <translation>dominant：每个产业块并入其最强联系的另一端，只要后者更大（Nystuen 与 Dacey，1961），在 MAX_F 处截断。communities：对全部联系使用 Louvain 方法。</translation>
  </message>
  <message>
   <source>Maximum functional distance</source>
   <translation>最大功能距离</translation>
  </message>
  <message>
   <source>From the core along the ties: the sum of 1 − ln P, where P is the share of the tie in all ties of the block; a single tie has a length of at least 1. Empty: no limit. For METHOD dominant.</source>
   <translation>从核心沿联系累计：1 − ln P 之和，P 为该联系占产业块全部联系的份额；一条联系的长度至少为 1。留空：不限。用于 METHOD dominant。</translation>
  </message>
  <message>
   <source>Higher values give more and smaller communities. For METHOD communities.</source>
   <translation>值越大，社区越多、越小。用于 METHOD communities。</translation>
  </message>
  <message>
   <source>The blocks of smaller clusters remain single.</source>
   <translation>更小集群的产业块作为孤立块。</translation>
  </message>
  <message>
   <source>Proximity threshold, km</source>
   <translation>邻近阈值（公里）</translation>
  </message>
  <message>
   <source>A cluster is virtual if at least half of its internal flow covers a greater distance.</source>
   <translation>若集群内部流量至少有一半超过此距离，则为虚拟集群。</translation>
  </message>
  <message>
   <source>The blocks, each with its cluster, its role in it and its distance from the core.</source>
   <translation>各产业块，附其所属集群、在集群中的角色以及与核心的距离。</translation>
  </message>
  <message>
   <source>virtual agglomeration,functional distance,community,Louvain,dominant flow,core,聚而不集,虚拟集聚,功能距离,核心</source>
   <translation>virtual agglomeration,functional distance,community,Louvain,dominant flow,core,聚而不集,虚拟集聚,功能距离,核心</translation>
  </message>
  <message>
   <source>Minimum number of blocks</source>
   <translation>最小产业块数</translation>
  </message>
  <message>
   <source>Minimum number of cities</source>
   <translation>最小城市数</translation>
  </message>
  <message>
   <source>Lines from each block to the partner that it is tied to.</source>
   <translation>从每个产业块到其所依附产业块的连线。</translation>
  </message>
  <message>
   <source>The rows of ROWS, each with its cluster.</source>
   <translation>ROWS 的各行及其集群。</translation>
  </message>
  <message>
   <source>One row per cluster; the one with the strongest ties comes first.</source>
   <translation>每个集群一行，联系最强者在前。</translation>
  </message>
  <message>
   <source>Near clusters</source>
   <translation>邻近集群</translation>
  </message>
  <message>
   <source>Local clusters</source>
   <translation>本地集群</translation>
  </message>
  <message>
   <source>Single blocks</source>
   <translation>孤立的产业块</translation>
  </message>
  <message>
   <source>Share of the flow within clusters</source>
   <translation>集群内部流量占比</translation>
  </message>
  <message>
   <source>Non-proximity index of all internal flow</source>
   <translation>全部内部流量的非邻近指数</translation>
  </message>
  <message>
   <source>Modularity</source>
   <translation>模块度</translation>
  </message>
  <message>
   <source>MAX_F is {value}, but must be 1 or more: that is the least length of a tie.</source>
   <translation>MAX_F 为 {value}，但必须不小于 1：一条联系的长度至少为 1。</translation>
  </message>
  <message>
   <source>Weighted standard deviational ellipse</source>
   <translation>加权标准差椭圆</translation>
  </message>
  <message>
   <source>Draws mean centre, extent and direction of weighted points, one ellipse per group.</source>
   <translation>绘制加权点的平均中心、范围和方向，每组一个椭圆。</translation>
  </message>
  <message>
   <source>Numbers, or texts that are numbers. Rows with an empty or zero weight are left out and counted; a negative weight is an error. The unit does not matter: shares give the same ellipse as counts.</source>
   <translation>数字，或内容为数字的文本。权重为空或为零的行略去并计数；负权重为错误。单位无关紧要：占比与数量得到相同的椭圆。</translation>
  </message>
  <message>
   <source>ellipse,standard deviational ellipse,SDE,directional distribution,centrography,mean center,standard distance,confidence,orientation,weight,azimuth,gravity centre,标准差椭圆,重心</source>
   <translation>ellipse,standard deviational ellipse,SDE,directional distribution,centrography,mean center,standard distance,confidence,orientation,weight,azimuth,gravity centre,标准差椭圆,重心</translation>
  </message>
  <message>
   <source>Layer “{layer}”, field “{field}”, row {row}: “{value}” is not a count. Enter a whole number, or choose another field.</source>
   <translation>图层“{layer}”，字段“{field}”，第 {row} 行：“{value}”不是数目。请输入整数，或另选字段。</translation>
  </message>
  <message>
   <source>Layer “{layer}”, field “{field}”, row {row}: the weight {value} is negative. Weights must not be negative; correct the cell or choose another field.</source>
   <translation>图层“{layer}”，字段“{field}”，第 {row} 行：权重 {value} 为负。权重不能为负；请改正该单元格或另选字段。</translation>
  </message>
  <message>
   <source>Layer “{layer}”, field “{field}”: the sum of the weights is too large to compute with. Divide all weights by the same number; only their proportions matter.</source>
   <translation>图层“{layer}”，字段“{field}”：权重之和过大，无法计算。请将所有权重除以同一个数；起作用的只是它们的比例。</translation>
  </message>
  <message>
   <source>Layer “{layer}”, field “{field}”, row {row}: “{value}” is not a number. Correct the cell or choose another field.</source>
   <translation>图层“{layer}”，字段“{field}”，第 {row} 行：“{value}”不是数字。请改正该单元格或另选字段。</translation>
  </message>
  <message>
   <source>With SCALING share_inside the points themselves are needed: let the job that made the sums write scale, n_in and w_in, or choose another size rule.</source>
   <translation>SCALING 为 share_inside 时需要点本身：请让求和的作业写出 scale、n_in 和 w_in，或改用其他大小规则。</translation>
  </message>
  <message>
   <source>Points that are not on the globe: {count}, the farthest at {x}, {y}. Check whether x and y are swapped and whether the coordinate reference system is right: it takes them for degrees.</source>
   <translation>不在地球上的点：{count} 个，偏离最远的位于 {x}, {y}。请检查 x 与 y 是否颠倒、坐标参照系是否正确：这些数值被当作度数。</translation>
  </message>
  <message>
   <source>Layer “{layer}”, field “{field}”, row {row}: “{value}” can be read as a time in two ways. Write years as 2015, months as 2015-06, days as 2015-06-30, spans as 2011–2015.</source>
   <translation>图层“{layer}”，字段“{field}”，第 {row} 行：“{value}”作为时间有两种读法。年份请写作 2015，月份写作 2015-06，日期写作 2015-06-30，时段写作 2011–2015。</translation>
  </message>
  <message>
   <source>Layer “{layer}”, field “{field}”, row {row}: “{value}” is not understood as a time. Write years as 2015, quarters as 2015Q3, months as 2015-06, days as 2015-06-30, or name all periods without years.</source>
   <translation>图层“{layer}”，字段“{field}”，第 {row} 行：“{value}”无法识别为时间。年份请写作 2015，季度写作 2015Q3，月份写作 2015-06，日期写作 2015-06-30，或者所有时期均用不含年份的名称。</translation>
  </message>
  <message>
   <source>Layer “{layer}”, field “{field}”, row {row}: “{value}” is no year, but the number by which spreadsheets keep a day. Format the column as dates there and save it again, or write days as 2015-06-30.</source>
   <translation>图层“{layer}”，字段“{field}”，第 {row} 行：“{value}”不是年份，而是电子表格记录日期的序号。请在表格中将该列设为日期格式后重新保存，或将日期写作 2015-06-30。</translation>
  </message>
  <message>
   <source>Layer “{layer}”, field “{field}”, row {row}: “{value}” and “{other}” are different kinds of time. Write years as 2015, months as 2015-06, days as 2015-06-30, spans as 2011–2015.</source>
   <translation>图层“{layer}”，字段“{field}”，第 {row} 行：“{value}”与“{other}”是不同类型的时间。年请写作 2015，月写作 2015-06，日写作 2015-06-30，时段写作 2011–2015。</translation>
  </message>
  <message>
   <source>Layer “{layer}”, field “{field}”, row {row}: “{value}” begins at the same time as “{other}” but differs in length. Use periods of equal length.</source>
   <translation>图层“{layer}”，字段“{field}”，第 {row} 行：“{value}”与“{other}”起始时间相同，但长度不同。请使用等长的时期。</translation>
  </message>
  <message>
   <source>SIZE is {size}, but must be greater than 0 and at most one million.</source>
   <translation>SIZE 为 {size}，但必须大于 0 且不超过一百万。</translation>
  </message>
  <message>
   <source>PERCENT is {percent}, but must lie between 0 and 100; 100 itself is allowed only with SCALING share_inside.</source>
   <translation>PERCENT 为 {percent}，但必须在 0 与 100 之间；100 只能用于 SCALING share_inside。</translation>
  </message>
  <message>
   <source>The table changed while it was summed: {before} rows became {after}. Run again, or read it row by row (READ rows).</source>
   <translation>求和期间该表有改动：{before} 行变为 {after} 行。请重新运行，或逐行读取（READ 选 rows）。</translation>
  </message>
  <message>
   <source>The table has no point with a weight above zero.</source>
   <translation>表中没有权重大于零的点。</translation>
  </message>
  <message>
   <source>The table has more than {most} groups.</source>
   <translation>该表的组多于 {most} 个。</translation>
  </message>
  <message>
   <source>VALUES: the name of field “{field}” must contain one four-digit year, as in GDP2015. Rename the field.</source>
   <translation>VALUES：字段“{field}”的名称必须含一个四位数年份，如 GDP2015。请更改字段名。</translation>
  </message>
  <message>
   <source>VALUES: the fields “{first}” and “{second}” are both for {year}. Choose one of them.</source>
   <translation>VALUES：字段“{first}”与“{second}”同为 {year} 年。请选其一。</translation>
  </message>
  <message>
   <source>The chain edge {up} → {down} has the weight “{weight}”: give every edge a weight above 0, or none.</source>
   <translation>产业链环节 {up} → {down} 的权重为“{weight}”：请为每个环节给出大于 0 的权重，或全部不给。</translation>
  </message>
  <message>
   <source>The form of the taxonomy is {form}, but must be one of {forms}.</source>
   <translation>产业分类的形式为 {form}，但必须是 {forms} 之一。</translation>
  </message>
  <message>
   <source>TAXONOMY_LEVELS is “{levels}”: give the number of digits of each level from the top down, such as 2,3,4.</source>
   <translation>TAXONOMY_LEVELS 为“{levels}”：请自上而下给出各级位数，例如 2,3,4。</translation>
  </message>
  <message>
   <source>The codes {codes} all stand for the number {number}.</source>
   <translation>代码 {codes} 代表同一数字 {number}。</translation>
  </message>
  <message>
   <source>The code {code} does not have the form of this taxonomy (for example {example}): correct it, or choose another form or other levels.</source>
   <translation>代码 {code} 不符合此产业分类的形式（例如 {example}）：请改正，或选择其他形式或级别。</translation>
  </message>
  <message>
   <source>THRESHOLD is {threshold} and TOP is {top}, but both must be 0 or more.</source>
   <translation>THRESHOLD 为 {threshold}，TOP 为 {top}，但两者都必须大于或等于 0。</translation>
  </message>
  <message>
   <source>Field {field} has the code “{code}”, which is not in the taxonomy: give as TAXONOMY the one with which the clusters were matched.</source>
   <translation>字段 {field} 含有产业分类中没有的代码“{code}”：请以匹配集群时所用的产业分类作为 TAXONOMY。</translation>
  </message>
  <message>
   <source>MAX_LEVELS is {value}, but must be 0 or more, or empty.</source>
   <translation>MAX_LEVELS 为 {value}，但必须不小于 0，或留空。</translation>
  </message>
  <message>
   <source>MAX_HOPS is {value}, but must be 1 or {most}.</source>
   <translation>MAX_HOPS 为 {value}，但必须为 1 或 {most}。</translation>
  </message>
  <message>
   <source>LIFT is {value}, but must be a number from 0 to 100.</source>
   <translation>LIFT 为 {value}，但必须是 0 到 100 的数。</translation>
  </message>
  <message>
   <source>{parameter} is “{value}”, but must be a short name in Latin letters, such as gbt, nace, isic or naics.</source>
   <translation>{parameter} 为“{value}”，但须为拉丁字母短名，例如 gbt、nace、isic 或 naics。</translation>
  </message>
  <message>
   <source>TOTAL: no row has the name “{text}”.</source>
   <translation>TOTAL：没有名为“{text}”的行。</translation>
  </message>
  <message>
   <source>TOTAL: in the row “{text}” no buying sector has total inputs above 0 (for example {sector}). Enter them, or leave TOTAL empty.</source>
   <translation>TOTAL：在“{text}”行中，没有任何购买部门的总投入大于 0（例如 {sector}）。请填写总投入，或将 TOTAL 留空。</translation>
  </message>
  <message>
   <source>Row {row}: the flow from {seller} to {buyer} is infinite. Correct the cell.</source>
   <translation>第 {row} 行：从 {seller} 到 {buyer} 的流量为无穷大，请更正该单元格。</translation>
  </message>
  <message>
   <source>TOTAL: flows larger than the total inputs of the buying sector, although coefficients cannot be above 1 ({count}): {flows}. Check the row of the total inputs and its unit.</source>
   <translation>TOTAL：有 {count} 项流量大于购买部门的总投入，而系数不能大于 1：{flows}。请检查总投入所在行及其单位。</translation>
  </message>
  <message>
   <source>TOTAL: the sector {sector} has two total inputs “{text}”, in the rows {first} and {second}. Rename or remove the wrong row.</source>
   <translation>TOTAL：部门 {sector} 有两个总投入“{text}”，分别在第 {first} 行和第 {second} 行。请将错误的一行改名或删除。</translation>
  </message>
  <message>
   <source>TOTAL: row {row}, sector {sector}: the total inputs are {value}, but must not be negative. Correct the cell.</source>
   <translation>TOTAL：第 {row} 行，部门 {sector}：总投入为 {value}，但不得为负。请更正该单元格。</translation>
  </message>
  <message>
   <source>The {table} table has no column {missing}: add it, or rename a column.</source>
   <translation>{table} 表没有列 {missing}：请添加该列，或将某列改名。</translation>
  </message>
  <message>
   <source>The taxonomy table has no row with a code. Fill it, or leave TAXONOMY empty for the bundled one.</source>
   <translation>分类表中没有带代码的行。请填写该表，或将 TAXONOMY 留空以使用自带的分类。</translation>
  </message>
  <message>
   <source>These nodes form a cycle of parents: {path}.</source>
   <translation>这些节点的上级关系构成循环：{path}。</translation>
  </message>
  <message>
   <source>The parent {parent} of {code} is not in the taxonomy.</source>
   <translation>{code} 的上级 {parent} 不在产业分类中。</translation>
  </message>
  <message>
   <source>The label “{label}” belongs to several nodes: {codes}.</source>
   <translation>名称“{label}”属于多个节点：{codes}。</translation>
  </message>
  <message>
   <source>The chain edge {up} → {down} names unknown nodes: {unknown}.</source>
   <translation>产业链环节 {up} → {down} 含未知节点：{unknown}。</translation>
  </message>
  <message>
   <source>These chain edges form a cycle: {path}.</source>
   <translation>这些产业链环节构成循环：{path}。</translation>
  </message>
  <message>
   <source>The chain edge {up} → {down} has the kind “{kind}”, but must have one of {kinds}, or none.</source>
   <translation>产业链环节 {up} → {down} 的类型为“{kind}”，但必须是 {kinds} 之一，或不给。</translation>
  </message>
  <message>
   <source>The node “{name}” has no code.</source>
   <translation>节点“{name}”没有代码。</translation>
  </message>
  <message>
   <source>The chain edge {up} → {down} occurs in two rows.</source>
   <translation>产业链环节 {up} → {down} 出现在两行中。</translation>
  </message>
  <message>
   <source>The code {code} holds “|”, which stands between the codes of a row: write it without.</source>
   <translation>代码 {code} 含有“|”，而“|”用来分隔一行中的多个代码：请去掉它。</translation>
  </message>
  <message>
   <source>The chain edge {up} → {down} joins a node with itself or with its ancestor.</source>
   <translation>产业链环节 {up} → {down} 将节点与其自身或其上级相连。</translation>
  </message>
  <message>
   <source>The code {code} occurs in two rows.</source>
   <translation>代码 {code} 出现在两行中。</translation>
  </message>
  <message>
   <source>Problems in the taxonomy ({count}):
{problems}</source>
   <translation>产业分类中的问题（{count}）：
{problems}</translation>
  </message>
  <message>
   <source>“{text}”: the code {code} is not in the taxonomy.</source>
   <translation>“{text}”：产业分类中没有代码 {code}。</translation>
  </message>
  <message>
   <source>Problems in the table of aliases ({count}):
{problems}</source>
   <translation>别名表有 {count} 个问题：
{problems}</translation>
  </message>
  <message>
   <source>Row {row}: the kind {kind} is not one of {kinds}.</source>
   <translation>第 {row} 行：类型 {kind} 不是 {kinds} 之一。</translation>
  </message>
  <message>
   <source>Row {row}: the code {code} has no text.</source>
   <translation>第 {row} 行：代码 {code} 没有文本。</translation>
  </message>
  <message>
   <source>Row {row}: “{text}” has other codes in another row than {code}.</source>
   <translation>第 {row} 行：“{text}”在另一行中的代码与 {code} 不同。</translation>
  </message>
  <message>
   <source>Layer “{layer}”, row {row}: the belt ends in {end} before it begins in {start} (rows concerned: {n}). Correct the cells.</source>
   <translation>图层“{layer}”，第 {row} 行：产业带终于 {end}，早于其起始 {start}（涉及的行：{n}）。请改正单元格。</translation>
  </message>
  <message>
   <source>Layer “{layer}”, field “{field}”, row {row}: “{value}” is not a year. Write it with four digits, or choose another field.</source>
   <translation>图层“{layer}”，字段“{field}”，第 {row} 行：“{value}”不是年份。请写成四位数字，或另选字段。</translation>
  </message>
  <message>
   <source>OVERRIDES has no column “decision”. Its columns are {columns}, decision, relation, reviewer, date, note.</source>
   <translation>OVERRIDES 没有“decision”列。它的列为 {columns}、decision、relation、reviewer、date、note。</translation>
  </message>
  <message>
   <source>OVERRIDES: rows {first} and {second} are equally specific and decide differently on the same pair. Remove one of them, or make one more specific by ids or a city.</source>
   <translation>OVERRIDES：第 {first} 行与第 {second} 行同样具体，却对同一对作出不同判定。请删去其中一行，或用编号或城市使其中一行更具体。</translation>
  </message>
  <message>
   <source>OVERRIDES, row {line}: the decision “{decision}” is not one of {known}.</source>
   <translation>OVERRIDES 第 {line} 行：判定“{decision}”不是 {known} 之一。</translation>
  </message>
  <message>
   <source>OVERRIDES, row {line}: no condition is given; fill in at least one of {columns}.</source>
   <translation>OVERRIDES 第 {line} 行：没有给出条件；请至少填写 {columns} 之一。</translation>
  </message>
  <message>
   <source>OVERRIDES, row {line}: the decision {decision} does not go with the relation “{relation}”; use one of {known}.</source>
   <translation>OVERRIDES 第 {line} 行：判定 {decision} 与关系“{relation}”不相符；请使用 {known} 之一。</translation>
  </message>
  <message>
   <source>TOP is {value}, but must be 0 (all pairs) or more.</source>
   <translation>TOP 为 {value}，但必须为 0（全部）或更大。</translation>
  </message>
  <message>
   <source>There are {total} pairs, more than MAX_PAIRS = {limit}. Raise MAX_PAIRS, or limit the pairs per cluster with TOP.</source>
   <translation>有 {total} 对，超过 MAX_PAIRS = {limit}。请提高 MAX_PAIRS，或用 TOP 限制每个集群的对数。</translation>
  </message>
  <message>
   <source>The column {missing} is missing.</source>
   <translation>缺少列 {missing}。</translation>
  </message>
  <message>
   <source>There is no label for “{key}” in the language “{language}”.</source>
   <translation>“{key}”没有语言“{language}”的名称。</translation>
  </message>
  <message>
   <source>There are {count} lines, more than MAX_LINES = {most}. Raise MAX_LINES, or choose larger units.</source>
   <translation>有 {count} 条线，超过 MAX_LINES = {most}。请提高 MAX_LINES，或选择更大的单元。</translation>
  </message>
  <message>
   <source>places.csv of the gazetteer lacks the columns {columns}.</source>
   <translation>地名表的 places.csv 缺少列 {columns}。</translation>
  </message>
  <message>
   <source>places.csv of the gazetteer, row {row}: the parent “{parent}” is not the code of any row.</source>
   <translation>地名表的 places.csv 第 {row} 行：上级“{parent}”不是任何行的代码。</translation>
  </message>
  <message>
   <source>places.csv of the gazetteer, row {row}: row {other} has the code “{code}” as well.</source>
   <translation>地名表的 places.csv 第 {row} 行：第 {other} 行也使用代码“{code}”。</translation>
  </message>
  <message>
   <source>places.csv of the gazetteer, row {row}: {column} is “{value}”, which is not a number.</source>
   <translation>地名表的 places.csv 第 {row} 行：{column} 为“{value}”，不是数字。</translation>
  </message>
  <message>
   <source>The alias {text} has the kind {kind} and the code {code}: the kind must be one of {kinds}, the code that of a place in the gazetteer.</source>
   <translation>别名 {text} 的类型为 {kind}、代码为 {code}：类型应为 {kinds} 之一，代码应为地名表中某地的代码。</translation>
  </message>
  <message>
   <source>The aliases refer to unknown cities: {codes}.</source>
   <translation>别名指向未知的城市：{codes}。</translation>
  </message>
  <message>
   <source>The columns differ in length: {a} and {b} rows.</source>
   <translation>各列长度不同：{a} 行和 {b} 行。</translation>
  </message>
  <message>
   <source>Layer “{layer}”: the cluster {id} occurs twice in {city}, in rows {first} and {second} (rows concerned: {n}). Remove one or give it another id.</source>
   <translation>图层“{layer}”：集群 {id} 在 {city} 出现两次，在第 {first} 行和第 {second} 行（涉及的行：{n}）。请删去一行或改用其他编号。</translation>
  </message>
  <message>
   <source>Layer “{layer}”, row {row}: the cluster has no id (rows concerned: {n}). Fill in the field or choose another one.</source>
   <translation>图层“{layer}”，第 {row} 行：集群没有编号（涉及的行：{n}）。请填写该字段或另选字段。</translation>
  </message>
  <message>
   <source>No row can be tested: city and industry must both be known.</source>
   <translation>没有可检验的行：城市和产业都必须已知。</translation>
  </message>
  <message>
   <source>NULL_MODEL is “{value}”: give one of {known}.</source>
   <translation>NULL_MODEL 为“{value}”：请给出 {known} 之一。</translation>
  </message>
  <message>
   <source>RUNS is {runs} and SEED is {seed}: RUNS must be at least 1 and SEED at least 0.</source>
   <translation>RUNS 为 {runs}，SEED 为 {seed}：RUNS 至少为 1，SEED 至少为 0。</translation>
  </message>
  <message>
   <source>LEVEL is “{level}”: give one of {known}.</source>
   <translation>LEVEL 为“{level}”：请给出 {known} 之一。</translation>
  </message>
  <message>
   <source>There are {total} pairs, more than {most}: choose fewer rows or cities.</source>
   <translation>有 {total} 对，超过 {most}：请减少行或城市。</translation>
  </message>
  <message>
   <source>BASE is “{base}”: give one of {known}.</source>
   <translation>BASE 为“{base}”：请给出 {known} 之一。</translation>
  </message>
  <message>
   <source>The column {missing} is missing: give the output of “Match clusters with belts”.</source>
   <translation>缺少列 {missing}：请给出“集群与产业带匹配”的输出。</translation>
  </message>
  <message>
   <source>LOCAL_KM is {value}, but must be greater than 0.</source>
   <translation>LOCAL_KM 为 {value}，但必须大于 0。</translation>
  </message>
  <message>
   <source>{name} is {value}, but must be {least} or more.</source>
   <translation>{name} 为 {value}，但必须不小于 {least}。</translation>
  </message>
  <message>
   <source>The REGIONS table has no column {missing}: add it, or rename a column.</source>
   <translation>REGIONS 表没有列 {missing}：请添加该列，或将某列改名。</translation>
  </message>
  <message>
   <source>REGIONS: these codes have two groups of rank 1: {codes}. Give all but one of the groups rank 2.</source>
   <translation>REGIONS：这些代码有两个 rank 为 1 的组：{codes}。请只保留一个组，其余组的 rank 设为 2。</translation>
  </message>
  <message>
   <source>{region}: the weight {value} exceeds {most}, the maximum given by {parameter}.</source>
   <translation>{region}：权重 {value} 超过 {parameter} 给出的最大值 {most}。</translation>
  </message>
  <message>
   <source>ALPHA is {value}, but must be a number from 0 to 1.</source>
   <translation>ALPHA 为 {value}，但必须是 0 到 1 的数。</translation>
  </message>
  <message>
   <source>{name} is {value}, but must be greater than 0, or empty.</source>
   <translation>{name} 为 {value}，但必须大于 0，或留空。</translation>
  </message>
  <message>
   <source>There are {count} links, more than MAX_LINKS = {most}. Raise MAX_LINKS, reduce TOP, or skip OUTPUT: FLOWS, NODES and BLOCKS do not need the single links.</source>
   <translation>有 {count} 条联系，超过 MAX_LINKS = {most}。请提高 MAX_LINKS、减小 TOP 或跳过 OUTPUT：FLOWS、NODES 和 BLOCKS 不需要逐条联系。</translation>
  </message>
  <message>
   <source>No row has needs: no chain edge leads to these industries: {codes}. Give CHAINS with such edges.</source>
   <translation>没有一行有需求：没有产业链环节通向这些产业：{codes}。请给出含此类环节的 CHAINS。</translation>
  </message>
  <message>
   <source>The taxonomy has no chains, so no industry needs another: give CHAINS with supply edges.</source>
   <translation>该产业分类没有产业链，因此没有产业需要其他产业：请给出含 supply 环节的 CHAINS。</translation>
  </message>
  <message>
   <source>Cities whose province is not known, because their code (field {field}) is not in the gazetteer: {count} ({codes}). Choose city, or group with your own REGIONS.</source>
   <translation>{count} 个城市的省份未知（{codes}）：其代码（字段 {field}）不在地名表中。请选择 city，或用自备的 REGIONS 分组。</translation>
  </message>
  <message>
   <source>LANGUAGE is “{language}”: give one of {known}.</source>
   <translation>LANGUAGE 为“{language}”：请给出 {known} 之一。</translation>
  </message>
  <message>
   <source>No Chinese font is installed, so Chinese texts would be printed as boxes. Install one of: {families}.</source>
   <translation>没有安装中文字体，中文会印成方框。请安装以下字体之一：{families}。</translation>
  </message>
  <message>
   <source>“{path}”: the file must end in one of {suffixes}.</source>
   <translation>“{path}”：文件须以 {suffixes} 之一结尾。</translation>
  </message>
  <message>
   <source>There is not enough memory for a page of this size: “{path}”. Reduce the resolution (DPI).</source>
   <translation>内存不足，无法生成此大小的页面：“{path}”。请降低分辨率（DPI）。</translation>
  </message>
  <message>
   <source>The page could not be written to “{path}”: {reason}.</source>
   <translation>页面无法写入“{path}”：{reason}。</translation>
  </message>
  <message>
   <source>The page could not be written to “{path}”.</source>
   <translation>页面无法写到“{path}”。</translation>
  </message>
  <message>
   <source>The file “{path}” cannot be written. Check that the folder exists and that the file is not open in another program.</source>
   <translation>文件“{path}”无法写入。请检查文件夹是否存在，以及文件是否在其他程序中打开。</translation>
  </message>
  <message>
   <source>Layer “{layer}” cannot be drawn by status: it needs geometries and the field {field}. Choose the output of “Match clusters with belts”.</source>
   <translation>图层“{layer}”无法按状态绘制：需要几何和字段 {field}。请选择“集群与产业带匹配”的输出。</translation>
  </message>
  <message>
   <source>Name of the city to which a text refers, or null: 宝安区 in 深圳 is 深圳市.</source>
   <translation>文本所指城市的名称，或 null：深圳的宝安区为深圳市。</translation>
  </message>
  <message>
   <source>Code of the city to which a text refers, or null. The year matters where administrative units have changed.</source>
   <translation>文本所指城市的代码，或 null。在行政单位变动过的地方，年份会影响结果。</translation>
  </message>
  <message>
   <source>Codes of the industries that a text names, separated by |, or null.</source>
   <translation>文本所指产业的代码，以 | 分隔；没有则为 null。</translation>
  </message>
  <message>
   <source>Label of a status, relation or reason in the language of QGIS, or null.</source>
   <translation>以 QGIS 的语言表示的状态、关系或原因，或 null。</translation>
  </message>
  <message>
   <source>Relation of the industry of a belt to that of a cluster: {relations}; null if one of them is not recognised. Takes texts or codes.</source>
   <translation>产业带的产业与集群的产业的关系：{relations}；其中之一未识别时为 null。可用文本或代码。</translation>
  </message>
  <message>
   <source>{name} takes {least} to {most} arguments.</source>
   <translation>{name} 需要 {least} 到 {most} 个参数。</translation>
  </message>
  <message>
   <source>Rows left out, no polygon</source>
   <translation>略去的行，没有面</translation>
  </message>
  <message>
   <source>Rows left out, polygon without area</source>
   <translation>略去的行，面没有面积</translation>
  </message>
  <message>
   <source>Invalid polygons, repaired</source>
   <translation>无效的面，已修复</translation>
  </message>
  <message>
   <source>Names of several rows</source>
   <translation>多行共有的名称</translation>
  </message>
  <message>
   <source>Layer “{layer}” has too few polygons ({count}): a comparison needs at least two.</source>
   <translation>图层“{layer}”有 {count} 个面，而比较至少需要两个。</translation>
  </message>
  <message>
   <source>Compared as drawn, because their fields do not describe their polygon</source>
   <translation>因字段与面不符而按所绘图形比较的椭圆</translation>
  </message>
  <message>
   <source>The polygons {a} and {b} cannot be intersected: {reason} Repair them first.</source>
   <translation>面 {a} 与 {b} 无法求交：{reason} 请先修复。</translation>
  </message>
  <message>
   <source>A polygon cannot be transformed to {plane}: {reason}</source>
   <translation>面无法变换到平面 {plane}：{reason}</translation>
  </message>
  <message>
   <source>it is not stored in PostGIS</source>
   <translation>未存储在 PostGIS 中</translation>
  </message>
  <message>
   <source>Ellipses without an outline, because they extend beyond the plane of measurement</source>
   <translation>没有轮廓的椭圆，因其超出量算平面</translation>
  </message>
  <message>
   <source>Groups left out, no point to measure</source>
   <translation>略去的组，没有可量算的点</translation>
  </message>
  <message>
   <source>its weights are too large or too small to be squared</source>
   <translation>其权重过大或过小，无法平方</translation>
  </message>
  <message>
   <source>Rows skipped, no geometry</source>
   <translation>略去的行，没有几何</translation>
  </message>
  <message>
   <source>its coordinates are not degrees east of Greenwich</source>
   <translation>其坐标不是自格林尼治起算的东经度数</translation>
  </message>
  <message>
   <source>its groups are too far apart for one plane</source>
   <translation>其各组相距太远，无法共用一个平面</translation>
  </message>
  <message>
   <source>it lies around a pole</source>
   <translation>它位于极点周围</translation>
  </message>
  <message>
   <source>Layer “{layer}” is summed by its database (rows: {rows}). Groups come in order of their values.</source>
   <translation>图层“{layer}”由其数据库汇总：{rows} 行。各组按其值排序。</translation>
  </message>
  <message>
   <source>MEASURE_CRS is not that of the layer</source>
   <translation>MEASURE_CRS 不是图层的坐标参照系</translation>
  </message>
  <message>
   <source>its groups are texts of more than {most} letters</source>
   <translation>其分组文本超过 {most} 个字符</translation>
  </message>
  <message>
   <source>it has more than {most} groups</source>
   <translation>其组多于 {most} 个</translation>
  </message>
  <message>
   <source>{group} in {period}</source>
   <translation>{period} 的 {group}</translation>
  </message>
  <message>
   <source>Periods left out, no point to measure</source>
   <translation>略去的时期，没有可量算的点</translation>
  </message>
  <message>
   <source>Layer “{layer}” has no point to measure: no row with a geometry has a period and a weight above zero (rows: {rows}, with a geometry: {placed}).</source>
   <translation>图层“{layer}”没有可量算的点：{rows} 行中 {placed} 行有几何，但没有一行同时有时期和大于零的权重。</translation>
  </message>
  <message>
   <source>The periods are names, not times; they are taken in this order: {periods}</source>
   <translation>各时期为名称而非时间；按以下顺序处理：{periods}</translation>
  </message>
  <message>
   <source>Rows skipped, no period</source>
   <translation>略去的行，没有时期</translation>
  </message>
  <message>
   <source>the field “{field}” has more than {most} different values</source>
   <translation>字段“{field}”的不同取值多于 {most} 个</translation>
  </message>
  <message>
   <source>Groups whose ellipses have few exact digits, because they were summed about a point far from them; sum about a point near them (x0, y0)</source>
   <translation>以下各组求和的原点离其太远，椭圆的有效数字很少；请以附近的点（x0、y0）为原点求和</translation>
  </message>
  <message>
   <source>Rows skipped, without points, or a cell of {fields} is empty</source>
   <translation>略去的行，没有点，或 {fields} 中有空单元格</translation>
  </message>
  <message>
   <source>Layer “{layer}”, row {row}: the group {group} has a row already. Choose the group field (UID), or add up the rows of each group.</source>
   <translation>图层“{layer}”，第 {row} 行：组 {group} 已有一行。请选择分组字段（UID），或将各组的行相加。</translation>
  </message>
  <message>
   <source>Groups that lack a row for a size of the others, which is not drawn</source>
   <translation>缺少其他组所具有的某个大小的行、因而不绘制该大小的组</translation>
  </message>
  <message>
   <source>Layer “{layer}”, row {row}: the group {group} has other sums in row {first}. The sizes of a group must have the same sums; correct them, or draw the rules apart.</source>
   <translation>图层“{layer}”，第 {row} 行：组 {group} 的和数与第 {first} 行不同。同一组各个大小的和数必须相同；请更正，或将各规则分开绘制。</translation>
  </message>
  <message>
   <source>Sums of degrees give no ellipse. Let the job sum in a plane, and write the plane into a field measure, or choose the projected coordinate reference system that the coordinates are in (CRS).</source>
   <translation>以度求得的和数画不出椭圆。请让作业在平面中求和，并将该平面写入字段 measure；或选择坐标所在的投影坐标参照系（CRS）。</translation>
  </message>
  <message>
   <source>Layer “{layer}”, row {row}: these cannot be the sums of points (n whole and from 1, sum_w above 0, squares not below those of the means, no place at 1e30 or beyond). Check which column holds which sum.</source>
   <translation>图层“{layer}”，第 {row} 行：这些数不可能是点的和（n 为整数且不小于 1，sum_w 大于 0，平方和不小于均值的平方，坐标须小于 1e30）。请检查各列分别是哪个和数。</translation>
  </message>
  <message>
   <source>Layer “{layer}”, row {row}: scale, n_in and w_in cannot be those of these sums (scale above 0, empty only for a group of too few points; n_in whole and at most n; w_in from 0 to sum_w). Correct the row.</source>
   <translation>图层“{layer}”，第 {row} 行：scale、n_in、w_in 与这些和数不符（scale 大于 0，仅点数过少的组可为空；n_in 为整数且不大于 n；w_in 在 0 与 sum_w 之间）。请更正该行。</translation>
  </message>
  <message>
   <source>Layer “{layer}”, row {row}: its measure “{measure}” is not that of the rows before it, “{first}”. Draw the sums of different planes apart.</source>
   <translation>图层“{layer}”，第 {row} 行：其 measure“{measure}”与前面各行的“{first}”不同。请将不同平面的和数分开绘制。</translation>
  </message>
  <message>
   <source>The sizes are those of the table: {rules}.</source>
   <translation>大小取自该表：{rules}。</translation>
  </message>
  <message>
   <source>Layer “{layer}” is not a table of sums: it has no field {missing}. The help lists the fields.</source>
   <translation>图层“{layer}”不是和数表：没有字段 {missing}。所需字段见帮助。</translation>
  </message>
  <message>
   <source>Layer “{layer}”: no row has sums of points.</source>
   <translation>图层“{layer}”：没有一行含有点的和数。</translation>
  </message>
  <message>
   <source>Layer “{layer}”: measure “{text}” is not a projected coordinate reference system, in which sums can be made.</source>
   <translation>图层“{layer}”：measure“{text}”不是可在其中求和的投影坐标参照系。</translation>
  </message>
  <message>
   <source>Layer “{layer}” names the plane of its sums (measure). Choose the coordinate reference system that the ellipses shall be drawn in (CRS).</source>
   <translation>图层“{layer}”给出了求和所用的平面（measure）。请选择绘制椭圆所用的坐标参照系（CRS）。</translation>
  </message>
  <message>
   <source>Rows skipped, weight empty or infinite</source>
   <translation>略去的行，权重为空或无穷</translation>
  </message>
  <message>
   <source>Rows skipped, weight zero</source>
   <translation>略去的行，权重为零</translation>
  </message>
  <message>
   <source>Left out of {year}, value empty or infinite</source>
   <translation>{year} 年略去，值为空或无穷</translation>
  </message>
  <message>
   <source>Left out of {year}, value zero</source>
   <translation>{year} 年略去，值为零</translation>
  </message>
  <message>
   <source>Layer “{layer}” has no point to measure: no row with a geometry has a weight above zero (rows: {rows}, with a geometry: {placed}).</source>
   <translation>图层“{layer}”没有可量算的点：{rows} 行中 {placed} 行有几何，但其权重均不大于零。</translation>
  </message>
  <message>
   <source>Layer “{layer}” has no rows.</source>
   <translation>图层“{layer}”没有行。</translation>
  </message>
  <message>
   <source>Layer “{layer}”: none of its rows is selected, or the limit or filter of the input leaves none.</source>
   <translation>图层“{layer}”：没有选中任何行，或输入的数量限制或筛选条件未留下任何行。</translation>
  </message>
  <message>
   <source>{reason}: {count} ({ids})</source>
   <translation>{reason}：{count}（{ids}）</translation>
  </message>
  <message>
   <source>CITY_BY compares the point of every belt</source>
   <translation>CITY_BY 要用到每个产业带的点</translation>
  </message>
  <message>
   <source>some city names are ambiguous, and its geometries are not single points</source>
   <translation>有些城市名称有歧义，而其几何不是单点</translation>
  </message>
  <message>
   <source>Layer “{layer}” is counted by its database (rows: {rows}, groups: {groups}).</source>
   <translation>图层“{layer}”由其数据库计数：{rows} 行，{groups} 组。</translation>
  </message>
  <message>
   <source>It is not checked whether ids (“{field}”) occur twice.</source>
   <translation>未检查编号（“{field}”）是否重复。</translation>
  </message>
  <message>
   <source>Belts whose id (“{field}”) is that of another belt as well; each of them counts</source>
   <translation>编号（“{field}”）与另一产业带相同的产业带；各自计数</translation>
  </message>
  <message>
   <source>Belts of {year} are current (AS_OF), those of earlier years historic.</source>
   <translation>{year} 年的产业带为当前（AS_OF），更早年份的为历史。</translation>
  </message>
  <message>
   <source>Belts with a year later than {year}, which counts as no year</source>
   <translation>年份晚于 {year} 的产业带，视为没有年份</translation>
  </message>
  <message>
   <source>Belts without a year, which count as current: {count}.</source>
   <translation>{count} 个没有年份的产业带视为当前。</translation>
  </message>
  <message>
   <source>Belts from after {year}, which are ignored: {count}.</source>
   <translation>{count} 个产业带晚于 {year} 年，不计。</translation>
  </message>
  <message>
   <source>Belts without a city</source>
   <translation>没有城市的产业带</translation>
  </message>
  <message>
   <source>Layer “{layer}”: city, industry and year are taken from the matching.</source>
   <translation>图层“{layer}”：城市、产业和年份取自匹配。</translation>
  </message>
  <message>
   <source>Layer “{layer}”, field “{field}”, row {row}: “{value}” is not one of {known}. Use the unchanged output “Matched belts” of “Match clusters with belts”.</source>
   <translation>图层“{layer}”，字段“{field}”，第 {row} 行：“{value}”不是 {known} 之一。请使用“集群与产业带匹配”所输出的、未经改动的“已匹配产业带”。</translation>
  </message>
  <message>
   <source>Rows without a weight, kept but not counted in weighted figures</source>
   <translation>没有权重的行，保留但不计入加权数值</translation>
  </message>
  <message>
   <source>Layer “{layer}”: no field was chosen for the cluster id, so the feature id is used. It may change when the layer is saved.</source>
   <translation>图层“{layer}”：没有选择集群编号字段，因此用要素编号。保存图层时它可能改变。</translation>
  </message>
  <message>
   <source>Layer “{layer}” is already split by city; its rows are kept as they are.</source>
   <translation>图层“{layer}”已按城市拆分；其行保持不变。</translation>
  </message>
  <message>
   <source>Layer “{layer}” has no coordinate reference system, and the result has none either. Set it in the properties of the layer.</source>
   <translation>图层“{layer}”没有坐标参照系，结果也没有。请在图层属性中设置。</translation>
  </message>
  <message>
   <source>Rows whose industry was not recognised</source>
   <translation>产业未识别的行</translation>
  </message>
  <message>
   <source>OVERRIDES, row {line}, gives a {condition}, but the ids of {parameter} are feature ids, which may change. Choose an id field ({wanted}), or save the layer as a GeoPackage.</source>
   <translation>OVERRIDES 第 {line} 行给出了 {condition}，但 {parameter} 的编号是要素编号，可能改变。请选择编号字段（{wanted}），或将图层另存为 GeoPackage。</translation>
  </message>
  <message>
   <source>Rows left out, they represent no cluster</source>
   <translation>略去的行，不代表任何集群</translation>
  </message>
  <message>
   <source>Rows without a weight, not counted in weighted figures</source>
   <translation>没有权重的行，不计入加权数值</translation>
  </message>
  <message>
   <source>Rows left out, city not known</source>
   <translation>略去的行，城市未知</translation>
  </message>
  <message>
   <source>Layer “{layer}”, field {field}: the value “{value}” is not one of the statuses {known}; rows that have it are not counted in any total ({rows}).</source>
   <translation>图层“{layer}”，字段 {field}：有 {rows} 行的值为“{value}”，不是状态 {known} 之一；这些行不计入任何合计。</translation>
  </message>
  <message>
   <source>Layer “{layer}” has no field {missing}: choose the output of “Match clusters with belts”.</source>
   <translation>图层“{layer}”没有字段 {missing}：请选择“集群与产业带匹配”的输出。</translation>
  </message>
  <message>
   <source>No row has a city (field {field} is empty): tables of cities need clusters that were matched by city, not by distance.</source>
   <translation>没有一行有城市（字段 {field} 为空）：城市表需要按城市而非按距离匹配的集群。</translation>
  </message>
  <message>
   <source>Rows that cannot be related to others, because their city or industry is not known: {count}.</source>
   <translation>{count} 行无法与其他行建立关系，因其城市或产业未知。</translation>
  </message>
  <message>
   <source>Rows left out, because their city or industry is not known or their city has no belts: {count}.</source>
   <translation>略去 {count} 行：其城市或产业未知，或所在城市没有产业带。</translation>
  </message>
  <message>
   <source>Rows whose status in the layer differs from the one that the relations alone give (because of judgements or of other rules in the matching): {count}; the test uses the relations on both sides.</source>
   <translation>{count} 行在图层中的状态与仅按关系得出的状态不同（因判定或匹配中的其他规则）；检验两方都按关系计。</translation>
  </message>
  <message>
   <source>OVERRIDES, row {line}: {column} “{value}” does not occur in the data.</source>
   <translation>OVERRIDES 第 {line} 行：{column}“{value}”未出现在数据中。</translation>
  </message>
  <message>
   <source>More than 1 % of the rows are unresolved; they are not counted in the rates.</source>
   <translation>未识别的行超过 1%；比率不计这些行。</translation>
  </message>
  <message>
   <source>{count} {status}</source>
   <translation>{status} {count}</translation>
  </message>
  <message>
   <source>Rows: {ROWS} ({counts}); pairs: {PAIR_COUNT}.</source>
   <translation>{ROWS} 行：{counts}；{PAIR_COUNT} 对。</translation>
  </message>
  <message>
   <source>Belts whose city was not recognised: {city}; whose industry was not: {industry}. Unmatched clusters in cities with such belts (field {field}), which are unmatched only as far as is known: {open}.</source>
   <translation>未识别：{city} 个产业带的城市和 {industry} 个产业带的产业。有 {open} 个不匹配的集群位于有此类产业带的城市（字段 {field}），因此仅就已知而言不匹配。</translation>
  </message>
  <message>
   <source>OVERRIDES: these rows apply to no cluster and belt in the same city: {lines}.</source>
   <translation>OVERRIDES：这些行不适用于任何同城的集群与产业带：{lines}。</translation>
  </message>
  <message>
   <source>Layer “{layer}” has no coordinate reference system; its coordinates are used as they are.</source>
   <translation>图层“{layer}”没有坐标参照系；坐标按原样使用。</translation>
  </message>
  <message>
   <source>“{text}” is not in the list of cities</source>
   <translation>“{text}”不在城市列表中</translation>
  </message>
  <message>
   <source>Rows without a point</source>
   <translation>没有点的行</translation>
  </message>
  <message>
   <source>Points outside all cities and farther than TOLERANCE from the nearest</source>
   <translation>不在任何城市内、且距最近城市超过 TOLERANCE 的点</translation>
  </message>
  <message>
   <source>Rows without a city</source>
   <translation>没有城市的行</translation>
  </message>
  <message>
   <source>“{text}” could be {candidates}; give the province, or write the full name of the city</source>
   <translation>“{text}”可能是 {candidates}；请写明省份，或写城市全称</translation>
  </message>
  <message>
   <source>“{text}” names several cities ({candidates}); split such rows first with “Split shared clusters by city”</source>
   <translation>“{text}”指多个城市（{candidates}）；请先用“按城市拆分跨市集群”拆分此类行</translation>
  </message>
  <message>
   <source>“{text}” is not in the given province; it could be {candidates}</source>
   <translation>“{text}”不在所给省份；可能是 {candidates}</translation>
  </message>
  <message>
   <source>… and {count} more.</source>
   <translation>……另有 {count} 个文本。</translation>
  </message>
  <message>
   <source>Layer “{layer}”: ambiguous city names, settled by the nearest of the cities that they could mean: {count}.</source>
   <translation>图层“{layer}”：{count} 个有歧义的城市名称已按可能所指城市中最近的一个确定。</translation>
  </message>
  <message>
   <source>Cities left out, no polygon or no name</source>
   <translation>略去的城市，没有面或没有名称</translation>
  </message>
  <message>
   <source>Invalid polygons of cities, repaired</source>
   <translation>无效的城市面，已修复</translation>
  </message>
  <message>
   <source>CITY_BY polygon needs polygons as CITIES; layer “{layer}” has none.</source>
   <translation>CITY_BY polygon 需要面图层作 CITIES；图层“{layer}”没有面。</translation>
  </message>
  <message>
   <source>Layer “{layer}” or the layer of cities has no coordinate reference system; the coordinates are compared as they are.</source>
   <translation>图层“{layer}”或城市图层没有坐标参照系；坐标按原样比较。</translation>
  </message>
  <message>
   <source>Layer “{layer}”: points on the border of several cities, which belong to the one with the lowest feature id: {count}.</source>
   <translation>图层“{layer}”：{count} 个点在几个城市的边界上，归要素编号最小者。</translation>
  </message>
  <message>
   <source>The file “{path}” could not be made: {reason}</source>
   <translation>无法创建文件“{path}”：{reason}</translation>
  </message>
  <message>
   <source>The file “{path}” could not be written: {reason}</source>
   <translation>无法写入文件“{path}”：{reason}</translation>
  </message>
  <message>
   <source>{parameter}: the taxonomy has no aliases such as {scheme}:26; its own codes are read as those of “{scheme}”.</source>
   <translation>{parameter}：产业分类没有 {scheme}:26 之类的别名；其自身代码按“{scheme}”的代码识别。</translation>
  </message>
  <message>
   <source>{parameter}: the taxonomy knows no codes of “{scheme}”, which therefore stay unread. It knows those of: {known}.</source>
   <translation>{parameter}：产业分类没有“{scheme}”的代码，这些代码因此无法识别。它有以下分类标准的代码：{known}。</translation>
  </message>
  <message>
   <source>{parameter}: the taxonomy knows no codes of “{scheme}”, which therefore stay unread. List them in its column aliases, such as {scheme}:26.</source>
   <translation>{parameter}：产业分类没有“{scheme}”的代码，这些代码因此无法识别。请将其写入 aliases 列，例如 {scheme}:26。</translation>
  </message>
  <message>
   <source>{parameter}: codes that have lost their leading zero, and are read with it: {count} (for example {code}).</source>
   <translation>{parameter}：{count} 个代码丢失了前导零，已补上读取（例如 {code}）。</translation>
  </message>
  <message>
   <source>MEASURE_CRS is not a projected coordinate reference system. Choose a projected one, or leave it empty.</source>
   <translation>MEASURE_CRS 不是投影坐标参照系。请选择投影坐标参照系，或留空。</translation>
  </message>
  <message>
   <source>MEASURE_CRS cannot be used, because the layer has no coordinate reference system. Set it in the properties of the layer.</source>
   <translation>图层没有坐标参照系，无法使用 MEASURE_CRS。请在图层属性中设置。</translation>
  </message>
  <message>
   <source>Layer “{layer}” has geocentric coordinates ({crs}): X, Y and Z from the centre of the Earth. Reproject it to degrees or to a projected coordinate reference system.</source>
   <translation>图层“{layer}”为地心坐标（{crs}）：X、Y 和 Z 自地球中心起算。请将其重投影为以度为单位，或重投影到投影坐标参照系。</translation>
  </message>
  <message>
   <source>{crs} refers to another body ({body}), in a form in which nothing can be measured. Assign a geographic coordinate reference system on the sphere of that body to the layer.</source>
   <translation>{crs} 指另一天体（{body}），且其形式无法用于量算。请为图层指定该天体球面上的地理坐标参照系。</translation>
  </message>
  <message>
   <source>In a single plane, lengths would be off by more than 1 % at the centre of a group or period, so each is measured in its own equal-area plane (field measure).</source>
   <translation>若用单一平面，某组或某期中心处的长度误差会超过 1%，因此各用自己的等积平面量算（字段 measure）。</translation>
  </message>
  <message>
   <source>The mean centre {x}, {y} in {plane} is not a place on Earth. Check the coordinates and the coordinate reference system of the layer.</source>
   <translation>{plane} 中的平均中心（{x}，{y}）不是地球上的位置。请检查图层的坐标和坐标参照系。</translation>
  </message>
  <message>
   <source>The layer has no coordinate reference system: its coordinates are treated as planar.</source>
   <translation>图层没有坐标参照系：其坐标按平面坐标处理。</translation>
  </message>
  <message>
   <source>The rows were measured in different planes: {measures}. Rows of the same plane are compared in it, others as drawn and without their axes. Create them in one run, or with the same MEASURE_CRS.</source>
   <translation>各行在不同平面量算：{measures}。同一平面的行在该平面内比较，其他行按所绘图形比较且不比较轴。请在一次运行中生成，或用同一 MEASURE_CRS。</translation>
  </message>
  <message>
   <source>At the centre of a polygon, lengths in {plane} are off by {error} %, and areas accordingly. Reproject the polygons to degrees: they are then compared in an equal-area plane.</source>
   <translation>在面的中心处，{plane} 上的长度误差为 {error}%，面积也相应有误差。请将面重投影为以度为单位：随后在等积平面上比较。</translation>
  </message>
  <message>
   <source>At the centre, grid north and true north differ by {angle}°: the field rotation refers to grid north, azimuth to true north.</source>
   <translation>在中心处，格网北与真北相差 {angle}°：字段 rotation 以格网北为准，azimuth 以真北为准。</translation>
  </message>
  <message>
   <source>At the centre, lengths in {plane} are off by {error} %. Choose another MEASURE_CRS, or reproject the layer to degrees: it is then measured in an equal-area plane.</source>
   <translation>在中心处，{plane} 上的长度误差为 {error}%。请另选 MEASURE_CRS，或将图层重投影为以度为单位：随后在等积平面上量算。</translation>
  </message>
  <message>
   <source>Measured in {plane}</source>
   <translation>在 {plane} 上量算</translation>
  </message>
  <message>
   <source>At the centre, lengths in {plane} are off by {error} %.</source>
   <translation>在中心处，{plane} 上的长度误差为 {error}%。</translation>
  </message>
  <message>
   <source>Points that cannot be placed in {plane}: {count}, the first at {x}, {y}. Check whether x and y are swapped and whether the coordinate reference system of the layer is right: {layer_crs}.</source>
   <translation>{count} 个点在 {plane} 中没有位置，第一个点为（{x}，{y}）。请检查 x 与 y 是否颠倒，以及图层的坐标参照系是否正确：{layer_crs}。</translation>
  </message>
  <message>
   <source>QGIS knows no transformation from {source} to {destination}: they refer to different bodies, or one of them is not georeferenced. Choose another coordinate reference system.</source>
   <translation>QGIS 不知道从 {source} 到 {destination} 的变换：两者所指天体不同，或其中之一没有地理参照。请另选坐标参照系。</translation>
  </message>
  <message>
   <source>Layer “{layer}”: empty rows, left out</source>
   <translation>图层“{layer}”：空行，已略去</translation>
  </message>
  <message>
   <source>Layer “{layer}”: many empty cells stand beneath filled ones ({fields}), as where cells are merged in a spreadsheet: only the first row of merged cells has their value. If so, unmerge them and fill the value down: select the column, Go To Special → Blanks, type = and the up arrow, press Ctrl+Enter.</source>
   <translation>图层“{layer}”：许多空单元格位于有值的单元格下方（{fields}），很像表格中的合并单元格：合并后只有首行有值。如是，请取消合并并向下填充：选中该列，定位条件 → 空值，输入 = 和向上键，再按 Ctrl+Enter。</translation>
  </message>
  <message>
   <source>Layer “{layer}”: invalid geometries, treated as missing; repair them first</source>
   <translation>图层“{layer}”：无效几何，视为没有几何；请先修复</translation>
  </message>
  <message>
   <source>Layer “{layer}” is read feature by feature; a GeoPackage without pending edits would be faster.</source>
   <translation>图层“{layer}”逐要素读取；没有未保存编辑的 GeoPackage 会更快。</translation>
  </message>
  <message>
   <source>Layer “{layer}” is read by columns.</source>
   <translation>图层“{layer}”按列读取。</translation>
  </message>
  <message>
   <source>Layer “{layer}”: rows with coordinates of 1e30 or more, treated as having no geometry</source>
   <translation>图层“{layer}”：坐标为 1e30 或更大的行，视为没有几何</translation>
  </message>
  <message>
   <source>Layer “{layer}”: the file is damaged. Rows that can be read: {found} of {announced}. Repair it, or use a copy that is whole.</source>
   <translation>图层“{layer}”：文件已损坏，{announced} 行中只能读取 {found} 行。请修复文件，或改用完好的副本。</translation>
  </message>
  <message>
   <source>Layer “{layer}”, field “{field}”: texts longer than {count} characters, or with half a character, are read without the rest</source>
   <translation>图层“{layer}”，字段“{field}”：超过 {count} 个字符或含半个字符的文本，多余部分不读取</translation>
  </message>
  <message>
   <source>Layer “{layer}”, field “{field}” holds lists or binary data. Choose another field, or convert it to text with the field calculator.</source>
   <translation>图层“{layer}”，字段“{field}”含有列表或二进制数据。请另选字段，或用字段计算器转为文本。</translation>
  </message>
  <message>
   <source>Layer “{layer}”, field “{field}”, row {row}: the date {date} lies outside the years 1 to 9999. Correct the cell or choose another field.</source>
   <translation>图层“{layer}”字段“{field}”第 {row} 行：日期 {date} 不在公元 1—9999 年之内。请改正该单元格，或另选字段。</translation>
  </message>
  <message>
   <source>Layer “{layer}”: rows that represent nothing (“{field}” empty or 0)</source>
   <translation>图层“{layer}”：不代表任何对象的行（“{field}”为空或 0）</translation>
  </message>
  <message>
   <source>each statement could see other rows of its view, query or filter</source>
   <translation>每条语句看到其视图、查询或筛选条件的行可能不同</translation>
  </message>
  <message>
   <source>its table holds geometries that it does not show</source>
   <translation>其表中有该图层不显示的几何</translation>
  </message>
  <message>
   <source>its geometries are not single points</source>
   <translation>其几何不是单点</translation>
  </message>
  <message>
   <source>its database is not in UTF-8 but in {encoding}</source>
   <translation>其数据库的编码不是 UTF-8，而是 {encoding}</translation>
  </message>
  <message>
   <source>Layer “{layer}” was changed while it was being read. Run the algorithm again.</source>
   <translation>图层“{layer}”在读取期间被修改。请重新运行该算法。</translation>
  </message>
  <message>
   <source>the field “{field}” is not in the table</source>
   <translation>表中没有字段“{field}”</translation>
  </message>
  <message>
   <source>the field “{field}” is of type {type}</source>
   <translation>字段“{field}”的类型为 {type}</translation>
  </message>
  <message>
   <source>The connection to the database was lost while layer “{layer}” was being read. Run the algorithm again.</source>
   <translation>读取图层“{layer}”时，与数据库的连接断开了。请重新运行。</translation>
  </message>
  <message>
   <source>Layer “{layer}”: its database keeps no snapshot; rows must not change while they are summed.</source>
   <translation>图层“{layer}”：其数据库不保留快照；求和期间各行不得改动。</translation>
  </message>
  <message>
   <source>only some of its rows are used, or it is being edited</source>
   <translation>只使用其部分行，或图层正在编辑</translation>
  </message>
  <message>
   <source>Layer “{layer}”: its field names ({names} …) are discarded, and a row is taken for them ({cells} …). Add the file again with “Number of header lines to discard” = {count}.</source>
   <translation>图层“{layer}”：字段名（{names} …）被当作要跳过的行，一行数据（{cells} …）被当作字段名。请重新添加该文件，并将“从文件开头起忽略的行数”设为 {count}。</translation>
  </message>
  <message>
   <source>Layer “{layer}”: rows of its file are missing, because QGIS cannot read their coordinates ({count}). Correct them, or leave them empty.</source>
   <translation>图层“{layer}”：文件中有 {count} 行缺失，因为 QGIS 无法读取其坐标。请更正这些坐标，或将其留空。</translation>
  </message>
  <message>
   <source>Layer “{layer}”, field “{field}”: “{text}” was read in the wrong encoding. Choose that of the file in the properties of the layer under Source (for Western files made by Excel it is windows-1252 or ISO-8859-1, for Chinese ones GBK or GB18030), or save the file as CSV UTF-8 and add it again.</source>
   <translation>图层“{layer}”，字段“{field}”：“{text}”的编码读取有误。请在图层属性的“源”中选择文件的编码（Excel 生成的西文文件为 windows-1252 或 ISO-8859-1，中文文件为 GBK 或 GB18030），或将文件另存为 CSV UTF-8 后重新添加。</translation>
  </message>
  <message>
   <source>Layer “{layer}”, field “{field}”: “{text}” was read in the wrong encoding. Choose that of the file in the properties of the layer under Source (for Chinese files made by Excel it is GBK or GB18030), or save the file as CSV UTF-8 and add it again.</source>
   <translation>图层“{layer}”，字段“{field}”：“{text}”以错误的编码读取。请在图层属性的“源”中选择文件的编码（Excel 的中文文件为 GBK 或 GB18030），或将文件另存为 CSV UTF-8 后重新添加。</translation>
  </message>
  <message>
   <source>it is a device or a pipe; save what it gives as a file</source>
   <translation>它是设备或管道；请先把其内容保存为文件</translation>
  </message>
  <message>
   <source>the file is empty (0 bytes)</source>
   <translation>文件为空（0 字节）</translation>
  </message>
  <message>
   <source>you have no right to read it</source>
   <translation>您没有读取权限</translation>
  </message>
  <message>
   <source>{input}: “{file}” is a folder. Choose a file.</source>
   <translation>{input}：“{file}”是文件夹。请选择文件。</translation>
  </message>
  <message>
   <source>{input}: QGIS finds no table in “{file}”. Its format is another one than its ending says, it is damaged, or it has a header and no rows.</source>
   <translation>{input}：QGIS 在“{file}”中找不到表。文件格式与扩展名不符、文件已损坏，或只有表头而没有数据行。</translation>
  </message>
  <message>
   <source>{input}: “{file}” cannot be read: {reason}.</source>
   <translation>{input}：无法读取“{file}”：{reason}。</translation>
  </message>
  <message>
   <source> Delete the row of units beneath them, too ({cells}).</source>
   <translation>其下的单位行（{cells}）也请删除。</translation>
  </message>
  <message>
   <source>Layer “{layer}” has one field alone, because its columns are separated by another sign ({sign}) than QGIS was told. Add the file with Layer → Add Layer → Add Delimited Text Layer, and choose the sign under “Custom delimiters”.</source>
   <translation>图层“{layer}”只有一个字段，因为各列之间的分隔符（{sign}）与 QGIS 所用的不同。请用“图层 → 添加图层 → 添加分隔文本图层”添加该文件，并在“自定义分隔符”中选择该符号。</translation>
  </message>
  <message>
   <source>Layer “{layer}”: the first line of the file ({line}) is for Excel alone. Delete it, and add the file again.</source>
   <translation>图层“{layer}”：文件的第一行（{line}）仅供 Excel 使用。请删除该行，然后重新添加文件。</translation>
  </message>
  <message>
   <source>a tab</source>
   <translation>制表符</translation>
  </message>
  <message>
   <source>Layer “{layer}”: the field names are in its first row, and the fields are called {fields} …. Add delimited text with the option “First record has field names”; save a spreadsheet as CSV (UTF-8), or enter a number in one of its columns, and add it again. Where the table has no header, give it one.</source>
   <translation>图层“{layer}”：字段名在第一行，而字段的名称为 {fields} 等。分隔文本请以“首记录含字段名”选项添加；电子表格请另存为 CSV（UTF-8），或在某一列中输入一个数字，然后重新添加。若表没有表头，请添加表头。</translation>
  </message>
  <message>
   <source>Layer “{layer}”: its first row looks like a second header ({cells} …), not like data. Delete that row of the table, or exclude it with a filter of the layer.</source>
   <translation>图层“{layer}”：第一行像是第二个表头（{cells}……），而不是数据。请在表中删除该行，或用图层过滤器将其排除。</translation>
  </message>
  <message>
   <source>Layer “{layer}”: the field names ({header} …) are not in the first row of the table, but in line {line}. Delete what stands above (titles, notes, units, empty rows; lines: {above}) and add the table again; or add a text file as delimited text with “Number of header lines to discard” = {above}.</source>
   <translation>图层“{layer}”：字段名（{header} 等）不在表的第一行，而在第 {line} 行。请删除其上方的 {above} 行（标题、说明、单位、空行）后重新添加该表；文本文件也可用“添加分隔文本图层”重新添加，并将“从文件开头起忽略的行数”设为 {above}。</translation>
  </message>
  <message>
   <source>The database stopped reading layer “{layer}”: {reason}</source>
   <translation>数据库停止读取图层“{layer}”：{reason}</translation>
  </message>
  <message>
   <source>Layer “{layer}” changed while it was being read. Run the algorithm again.</source>
   <translation>图层“{layer}”在读取过程中发生变化。请重新运行算法。</translation>
  </message>
  <message>
   <source>Files without the column “{column}”, rows in the group of none</source>
   <translation>没有“{column}”列的文件，其行归入无值组</translation>
  </message>
  <message>
   <source>X and Y go together: choose both columns, or none for those of the usual names.</source>
   <translation>X 与 Y 须成对：请同时选择两列，或都不选而采用常用列名。</translation>
  </message>
  <message>
   <source>Parquet files need the Python package duckdb: run “python -m pip install duckdb” in the OSGeo4W Shell or the Python environment of QGIS, or load the file into PostGIS.</source>
   <translation>Parquet 文件需要 Python 包 duckdb：请在 OSGeo4W Shell 或 QGIS 的 Python 环境中运行“python -m pip install duckdb”，或将文件载入 PostGIS。</translation>
  </message>
  <message>
   <source>“{path}”: choose the x and y columns. It has: {columns}.</source>
   <translation>“{path}”：请选择 x 列和 y 列。现有列：{columns}。</translation>
  </message>
  <message>
   <source>There is no Parquet file “{path}”. A folder needs files that end in .parquet, .parq or .pq, or have no ending.</source>
   <translation>没有 Parquet 文件“{path}”。文件夹中需有以 .parquet、.parq 或 .pq 结尾或无后缀的文件。</translation>
  </message>
  <message>
   <source>“{path}” has no column “{column}”. It has: {columns}.</source>
   <translation>“{path}”没有列“{column}”。现有列：{columns}。</translation>
  </message>
  <message>
   <source>“{path}”: the column “{column}” has the type {type}, which cannot be used here.</source>
   <translation>“{path}”：列“{column}”的类型为 {type}，此处不能使用。</translation>
  </message>
  <message>
   <source>“{path}” cannot be read: {reason}</source>
   <translation>“{path}”无法读取：{reason}</translation>
  </message>
  <message>
   <source>“{path}”: of the column “{column}” the files hold other values than the names of their folders (rows: {count}). Rename the folders, or choose another column.</source>
   <translation>“{path}”：文件中“{column}”列的值与所在文件夹名称中的不同（行数：{count}）。请给文件夹改名，或选择其他列。</translation>
  </message>
  <message>
   <source>“{path}”: files and folders whose names begin with _ or a dot are not read, as engines hold it</source>
   <translation>“{path}”：名称以 _ 或点开头的文件和文件夹不读取，与各引擎的做法相同</translation>
  </message>
  <message>
   <source>“{path}”: Parquet files whose names end otherwise are not read</source>
   <translation>“{path}”：其他后缀的 Parquet 文件不读取</translation>
  </message>
  <message>
   <source>Layer “{layer}”: row {row} disappeared while the layer was being read. Run the algorithm again, or save the layer as a GeoPackage first.</source>
   <translation>图层“{layer}”：第 {row} 行在读取图层期间消失。请重新运行算法，或先将图层另存为 GeoPackage。</translation>
  </message>
  <message>
   <source>no field of ids was chosen, and its key is not a field of 32-bit integers</source>
   <translation>未选择编号字段，且其主键不是 32 位整数字段</translation>
  </message>
  <message>
   <source>Layer “{layer}” has no points, which this way to compare cities requires. Place it by city first, or choose another CITY_BY.</source>
   <translation>图层“{layer}”没有点，而这种城市比较方式需要点。请先按城市定位，或另选 CITY_BY。</translation>
  </message>
  <message>
   <source>Layer “{layer}” cannot be left to its database: {why}.</source>
   <translation>图层“{layer}”无法交由其数据库计算：{why}。</translation>
  </message>
  <message>
   <source>Layer “{layer}” is read row by row: {why}.</source>
   <translation>图层“{layer}”逐行读取：{why}。</translation>
  </message>
  <message>
   <source>{time}: {algorithm}, {parameters}</source>
   <translation>{time}：{algorithm}，{parameters}</translation>
  </message>
  <message>
   <source>TARGET: “{text}” is not an industry of the taxonomy, and none is similar. Give a name or a code of it, such as {code} or “{name}”, or leave TARGET empty for all industries.</source>
   <translation>TARGET：“{text}”不是产业分类中的产业，也没有相近的产业。请给出其名称或代码，例如 {code} 或“{name}”，或将 TARGET 留空以包括所有产业。</translation>
  </message>
  <message>
   <source>TARGET: “{text}” is not an industry of the taxonomy. It could be: {suggestions}.</source>
   <translation>TARGET：“{text}”不是产业分类中的产业。可能是：{suggestions}。</translation>
  </message>
  <message>
   <source>No needs match the choice: the table is empty.</source>
   <translation>没有符合所选条件的需求：表为空。</translation>
  </message>
  <message>
   <source>A gap means that the data have no such supplier, not that there is none; suppliers whose industry is not known: {count}.</source>
   <translation>缺口表示数据中没有这样的供给方，并不表示实际没有；有 {count} 个供给方的产业未知。</translation>
  </message>
  <message>
   <source>The links are potential links: they show who could supply whom, given needs, weights and distances, not who actually does.</source>
   <translation>这些联系是潜在联系：按需求、权重和距离表明谁可能供给谁，而不是谁实际供给谁。</translation>
  </message>
  <message>
   <source>Needs are weighted by COEFFICIENT; coefficients from an input–output table (column weight of CHAINS) would be more accurate.</source>
   <translation>需求按 COEFFICIENT 加权；投入产出表的系数（CHAINS 的 weight 列）会更准确。</translation>
  </message>
  <message>
   <source>Needs are weighted by the column weight of CHAINS; COEFFICIENT is not used.</source>
   <translation>需求按 CHAINS 的 weight 列加权；不使用 COEFFICIENT。</translation>
  </message>
  <message>
   <source>Industries with needs that nobody in the data supplies, with their weights: {names}</source>
   <translation>有需求而数据中无人供给的产业及其权重：{names}</translation>
  </message>
  <message>
   <source>Industries with needs that nobody in the data supplies, with their weights; they are counted only in UNMET: {names}</source>
   <translation>有需求而数据中无人供给的产业及其权重，仅计入 UNMET：{names}</translation>
  </message>
  <message>
   <source>No need has a supplier: there are no links.</source>
   <translation>没有任何需求有供给方：没有联系。</translation>
  </message>
  <message>
   <source>Blocks: {BLOCK_COUNT}; needs: {NEEDS}, without a supplier: {UNMET}; links: {LINK_COUNT}.</source>
   <translation>{BLOCK_COUNT} 个产业块，有 {NEEDS} 个需求，其中 {UNMET} 个没有供给方；{LINK_COUNT} 条联系。</translation>
  </message>
  <message>
   <source>Cells with a sign for nothing, counted as no flow</source>
   <translation>以符号表示“无”的单元格，按无流量计</translation>
  </message>
  <message>
   <source>Sectors that are not an industry of the taxonomy</source>
   <translation>未对应产业分类中任何产业的部门</translation>
  </message>
  <message>
   <source>Fields that are not called as a sector of the rows, not read</source>
   <translation>名称不是行中部门的字段，未读取</translation>
  </message>
  <message>
   <source>No coefficient reaches THRESHOLD: there are no edges.</source>
   <translation>没有系数达到 THRESHOLD：没有产业链环节。</translation>
  </message>
  <message>
   <source>Rows left out, no sector</source>
   <translation>略去的行，没有部门</translation>
  </message>
  <message>
   <source>Rows left out, because they are sums of other rows</source>
   <translation>略去的行，为其他行之和</translation>
  </message>
  <message>
   <source>Rows with negative flows, not counted</source>
   <translation>流量为负的行，不计</translation>
  </message>
  <message>
   <source>Pairs of sectors with several flows, which are added</source>
   <translation>有多项流量的部门对，其流量相加</translation>
  </message>
  <message>
   <source>Buying sectors left out, no total inputs above 0 in the row of TOTAL</source>
   <translation>略去的购买部门，TOTAL 行中没有大于 0 的总投入</translation>
  </message>
  <message>
   <source>Sectors that buy more than their total inputs</source>
   <translation>购入超过总投入的部门</translation>
  </message>
  <message>
   <source>Layer “{layer}”, field “{field}”: no row has a sector.</source>
   <translation>图层“{layer}”，字段“{field}”：没有任何一行写有部门。</translation>
  </message>
  <message>
   <source>Layer “{layer}”: no field has the name of a sector in the field {field} (for example {example}). Choose COLUMNS, or FORM long.</source>
   <translation>图层“{layer}”：没有字段以字段 {field} 中的部门（例如 {example}）命名。请选择 COLUMNS，或将 FORM 设为 long。</translation>
  </message>
  <message>
   <source>Edges: {count}, with {percent} % of the flow between different industries.</source>
   <translation>{count} 个产业链环节承载不同产业之间流量的 {percent}%。</translation>
  </message>
  <message>
   <source>Edges left out, because they would form a cycle ({count}): {edges}</source>
   <translation>{count} 个产业链环节因会形成环而略去：{edges}</translation>
  </message>
  <message>
   <source>Empty cells, which count as no flow: {count}.</source>
   <translation>{count} 个单元格为空，按无流量计。</translation>
  </message>
  <message>
   <source>Layer “{layer}”: the flows are too large to compute with. Divide all numbers of the table by the same number; only their proportions matter.</source>
   <translation>图层“{layer}”：流量过大，无法计算。请将表中所有数值除以同一个数；只有比例起作用。</translation>
  </message>
  <message>
   <source>Layer “{layer}”: rows left out, no id</source>
   <translation>图层“{layer}”：略去的行，没有编号</translation>
  </message>
  <message>
   <source>Ids of links that are not in BLOCKS; their rows hold the id only</source>
   <translation>BLOCKS 中没有的联系编号；其行只有编号</translation>
  </message>
  <message>
   <source>Layer “{layer}” has no lines whose ends could serve as blocks: give BLOCKS, points with the ids of the links.</source>
   <translation>图层“{layer}”没有端点可作为产业块的线：请给出 BLOCKS，即带有联系编号的点。</translation>
  </message>
  <message>
   <source>Layer “{layer}”, field “{field}”: rows {first} and {second} have the same id {id}.</source>
   <translation>图层“{layer}”，字段“{field}”：第 {first} 行和第 {second} 行的编号同为 {id}。</translation>
  </message>
  <message>
   <source>No city has a point: the codes are not in the gazetteer and the layers have no geometry. Place them with “Place a table by city” first.</source>
   <translation>没有城市有点位：其代码不在地名表中，图层也没有几何。请先用“表格按城市定位”定位。</translation>
  </message>
  <message>
   <source>The layers have no coordinate reference system: distances are measured in the plane of their coordinates and in its units, not in kilometres.</source>
   <translation>图层没有坐标参照系：距离在其坐标平面上按坐标单位量算，而非以公里计。</translation>
  </message>
  <message>
   <source>Cities in a city group: {count} of {all}.</source>
   <translation>{all} 个城市中有 {count} 个属于城市群。</translation>
  </message>
  <message>
   <source>Some cities have points without a coordinate reference system, others have longitude and latitude (for example {code}). Set the coordinate reference system of the layers.</source>
   <translation>一些城市的点没有坐标参照系，另一些则有经纬度（例如 {code}）。请设置各图层的坐标参照系。</translation>
  </message>
  <message>
   <source>Cities without a point, which are left out ({count}): {names}</source>
   <translation>{count} 个城市没有点，已略去：{names}</translation>
  </message>
  <message>
   <source>For {count} of them the bundled table is not confirmed by any published list (evidence: memory); use your own REGIONS if in doubt.</source>
   <translation>其中 {count} 个在内置表中的归属未经任何已公布名单证实（evidence: memory）；如有疑问，请使用自备的 REGIONS。</translation>
  </message>
  <message>
   <source>Further groups, not counted: {others}.</source>
   <translation>另属的城市群，不计：{others}。</translation>
  </message>
  <message>
   <source>Layer “{layer}”: rows left out, no city</source>
   <translation>图层“{layer}”：略去的行，没有城市</translation>
  </message>
  <message>
   <source>Layer “{layer}”: rows left out, no industry</source>
   <translation>图层“{layer}”：略去的行，没有产业</translation>
  </message>
  <message>
   <source>Layer “{layer}”: rows left out, no weight</source>
   <translation>图层“{layer}”：略去的行，没有权重</translation>
  </message>
  <message>
   <source>Layer “{layer}”: rows left out, the weight is infinite</source>
   <translation>图层“{layer}”：略去的行，权重为无穷大</translation>
  </message>
  <message>
   <source>Layer “{layer}”: rows left out, weight 0</source>
   <translation>图层“{layer}”：略去的行，权重为 0</translation>
  </message>
  <message>
   <source>Layer “{layer}” has no field {missing}. Choose an output of “Match clusters with belts”, or place your table with “Place a table by city” and then read its industries with “Read industries”.</source>
   <translation>图层“{layer}”没有字段 {missing}。请选择“集群与产业带匹配”的输出，或先用“表格按城市定位”定位您的表，再用“识别产业”读取其产业。</translation>
  </message>
  <message>
   <source>Layer “{layer}”: no row has a city ({city}), an industry ({nodes}) and a weight above 0. Layers that were matched by distance have no cities: match them by name, or place them with “Place a table by city” and read their industries with “Read industries”.</source>
   <translation>图层“{layer}”：没有一行同时有城市（{city}）、产业（{nodes}）和大于 0 的权重。按距离匹配的图层没有城市：请按名称匹配，或先用“表格按城市定位”定位，再用“识别产业”识别其产业。</translation>
  </message>
  <message>
   <source>Layer “{layer}”: no row has a member (“{member}”) and a group (“{group}”). Check MEMBER and GROUP.</source>
   <translation>图层“{layer}”：没有任何一行既有成员（“{member}”）又有群组（“{group}”）。请检查 MEMBER 和 GROUP。</translation>
  </message>
  <message>
   <source>Layer “{layer}”: no row that is valid in {year} has a member (“{member}”) and a group (“{group}”). Check MEMBER, GROUP and AS_OF.</source>
   <translation>图层“{layer}”：在 {year} 年有效的行中，没有任何一行既有成员（“{member}”）又有群组（“{group}”）。请检查 MEMBER、GROUP 和 AS_OF。</translation>
  </message>
  <message>
   <source>Layer “{layer}”: rows left out, no member</source>
   <translation>图层“{layer}”：略去的行，没有成员</translation>
  </message>
  <message>
   <source>Layer “{layer}”: rows left out, no group</source>
   <translation>图层“{layer}”：略去的行，没有群组</translation>
  </message>
  <message>
   <source>Rows valid in {year} (AS_OF): {count} of {all}.</source>
   <translation>{all} 行中有 {count} 行在 {year} 年有效（AS_OF）。</translation>
  </message>
  <message>
   <source>Rows left out, member without a place</source>
   <translation>略去的行，成员没有位置</translation>
  </message>
  <message>
   <source>No memberships are left: check MEMBER, GROUP and MEMBER_ID.</source>
   <translation>没有剩下任何成员关系：请检查 MEMBER、GROUP 和 MEMBER_ID。</translation>
  </message>
  <message>
   <source>Groups: {GROUP_COUNT}; members: {MEMBER_COUNT}, in several groups: {BRIDGE_COUNT}.</source>
   <translation>{GROUP_COUNT} 个群组，共 {MEMBER_COUNT} 个成员，其中 {BRIDGE_COUNT} 个属于多个群组。</translation>
  </message>
  <message>
   <source>Groups with a single member, and therefore without ties: {count}.</source>
   <translation>{count} 个群组只有一个成员，因而没有联系。</translation>
  </message>
  <message>
   <source>Layer “{layer}”, field “{field}”: invalid distances, replaced by those of the points</source>
   <translation>图层“{layer}”，字段“{field}”：无效的距离，改用由点计算的距离</translation>
  </message>
  <message>
   <source>Layer “{layer}”: links left out, an id is missing</source>
   <translation>图层“{layer}”：略去的联系，缺少编号</translation>
  </message>
  <message>
   <source>Layer “{layer}”: links left out, from a block to itself</source>
   <translation>图层“{layer}”：略去的联系，从产业块到其自身</translation>
  </message>
  <message>
   <source>Layer “{layer}”: links left out, no weight</source>
   <translation>图层“{layer}”：略去的联系，没有权重</translation>
  </message>
  <message>
   <source>Layer “{layer}”: links left out, the weight is infinite</source>
   <translation>图层“{layer}”：略去的联系，权重为无穷大</translation>
  </message>
  <message>
   <source>Layer “{layer}”: links left out, weight 0</source>
   <translation>图层“{layer}”：略去的联系，权重为 0</translation>
  </message>
  <message>
   <source>Layer “{layer}”: no row links two blocks with a weight above 0. Check FROM, TO and WEIGHT.</source>
   <translation>图层“{layer}”：没有一行以大于 0 的权重联系两个产业块。请检查 FROM、TO 和 WEIGHT。</translation>
  </message>
  <message>
   <source>minmax sets the smallest region of each side to 0. Rows with weights on both sides that have a coordination of 0 for this reason: {count}. NORMALISE max avoids this.</source>
   <translation>minmax 将每方最小的地区设为 0：{count} 行双方都有权重，协调度却为 0。NORMALISE 取 max 可以避免。</translation>
  </message>
  <message>
   <source>The coupling degree is close to 1 almost everywhere (median {median}) and discriminates little. Use tilt, or MODEL modified for the grades.</source>
   <translation>耦合度几乎处处接近 1（中位数 {median}），区分度很低。请查看 tilt，或按 MODEL modified 分级。</translation>
  </message>
  <message>
   <source>Functional clusters: {VC_COUNT} ({VIRTUAL} virtual, {NEAR} near, {LOCAL} local); blocks that remain single: {SINGLE} of {blocks}. {percent} % of the flow is within clusters.</source>
   <translation>{VC_COUNT} 个功能集群：{VIRTUAL} 个虚拟，{NEAR} 个邻近，{LOCAL} 个本地；{blocks} 个产业块中有 {SINGLE} 个孤立。{percent}% 的流量在集群内部。</translation>
  </message>
  <message>
   <source>Clusters without a kind, because their links have neither a DISTANCE nor points at their ends: {count}.</source>
   <translation>{count} 个集群没有类型：其联系既没有 DISTANCE，两端也没有点。</translation>
  </message>
  <message>
   <source>its table could not be written</source>
   <translation>其表无法写入</translation>
  </message>
  <message>
   <source>it is locked by another program</source>
   <translation>已被另一程序锁定</translation>
  </message>
  <message>
   <source>another program is writing to it</source>
   <translation>另一程序正在写入</translation>
  </message>
  <message>
   <source>Field “{field}”: texts that have changed: {count}.</source>
   <translation>字段“{field}”：{count} 个文本已改变。</translation>
  </message>
  <message>
   <source>Field “{field}”: numbers that are rounded: {count}.</source>
   <translation>字段“{field}”：{count} 个数被舍入。</translation>
  </message>
  <message>
   <source>Field “{field}”: dates or times that have changed: {count}.</source>
   <translation>字段“{field}”：{count} 个日期或时间已改变。</translation>
  </message>
  <message>
   <source>Field “{field}”: empty cells that have become 0: {count}.</source>
   <translation>字段“{field}”：{count} 个空单元格变成了 0。</translation>
  </message>
  <message>
   <source>Fields with changed names: {fields}.</source>
   <translation>名称不同的字段：{fields}。</translation>
  </message>
  <message>
   <source>Fields that lose their type: {fields}.</source>
   <translation>会失去类型的字段：{fields}。</translation>
  </message>
  <message>
   <source>rows are missing: it holds only {found} of {count}</source>
   <translation>{count} 行中它只能存放 {found} 行</translation>
  </message>
  <message>
   <source>read again, it has other rows: {found} in place of {count}</source>
   <translation>重新读取时有 {found} 行，而不是 {count} 行</translation>
  </message>
  <message>
   <source>it loses the fields {fields}</source>
   <translation>它会丢失字段 {fields}</translation>
  </message>
  <message>
   <source>the written file cannot be read</source>
   <translation>写出的文件无法读取</translation>
  </message>
  <message>
   <source>{output}: the format of “{file}” ({format}) cannot hold these rows: {reason}. Nothing was written; choose a GeoPackage (.gpkg).</source>
   <translation>{output}：“{file}”的格式（{format}）无法存放这些行：{reason}。没有写入任何内容；请选择 GeoPackage（.gpkg）。</translation>
  </message>
  <message>
   <source>Fields that are lost: {fields}.</source>
   <translation>丢失的字段：{fields}。</translation>
  </message>
  <message>
   <source>Geometries that are lost: {count}.</source>
   <translation>丢失了 {count} 个几何图形。</translation>
  </message>
  <message>
   <source>{output}: choose a file without “|” in its name, not {file}; QGIS could not read it.</source>
   <translation>{output}：文件名中不能有“|”，否则 QGIS 无法读取；请勿用 {file}，另取文件名。</translation>
  </message>
  <message>
   <source>{output}: a table within a file is written as ogr:dbname='{file}' table="{table}" (geom).</source>
   <translation>{output}：要写入文件中的某个表，请写作 ogr:dbname='{file}' table="{table}" (geom)。</translation>
  </message>
  <message>
   <source>{output}: the name “{name}” is longer than the {bytes} bytes that PostgreSQL keeps of a name. Choose a shorter one.</source>
   <translation>{output}：名称“{name}”超过了 PostgreSQL 为名称保留的 {bytes} 个字节。请改用较短的名称。</translation>
  </message>
  <message>
   <source>{output}: the file {file} is also an input and would be overwritten. Choose another file, or another table of the GeoPackage.</source>
   <translation>{output}：文件 {file} 也是输入，会被覆盖。请另选文件，或选择 GeoPackage 中的另一个表。</translation>
  </message>
  <message>
   <source>{output}: choose a file outside of archives, not {file}.</source>
   <translation>{output}：请选择压缩文件之外的文件，而不是 {file}。</translation>
  </message>
  <message>
   <source>{output}: its table in the database is also an input, or a part of one, and would be overwritten. Choose another table.</source>
   <translation>{output}：数据库中的该表（或其一部分）同时是输入，将被覆盖。请选择另一个表。</translation>
  </message>
  <message>
   <source>{one} and {other} would be written to the same file {file}. Choose another file for one of them.</source>
   <translation>{one} 和 {other} 将写入同一文件 {file}。请为其中之一另选文件。</translation>
  </message>
  <message>
   <source>The old files could not be put back; they are in “{folder}”.</source>
   <translation>原有文件未能放回原处，现存于“{folder}”。</translation>
  </message>
  <message>
   <source>Fields of binary data, left out: {fields}.</source>
   <translation>二进制数据字段，已略去：{fields}。</translation>
  </message>
  <message>
   <source>Fields of lists, written as texts: {fields}.</source>
   <translation>列表字段，写为文本：{fields}。</translation>
  </message>
  <message>
   <source>Fields of times of day, written as texts: {fields}.</source>
   <translation>时刻字段，写为文本：{fields}。</translation>
  </message>
  <message>
   <source>Field “{field}”: texts cut to the {bytes} bytes of the format: {count}.</source>
   <translation>字段“{field}”：{count} 个文本被截短到格式所限的 {bytes} 字节。</translation>
  </message>
  <message>
   <source>it is a part of the table {whole}, which would lose these rows</source>
   <translation>它是表 {whole} 的一部分，替换后该表会失去这些行</translation>
  </message>
  <message>
   <source>tables that are parts of it would be lost with it ({parts})</source>
   <translation>它的组成部分（{parts}）会随它一起丢失</translation>
  </message>
  <message>
   <source>row-level security protects it, and would not protect the new one</source>
   <translation>它受行级安全保护，而新表不会受到保护</translation>
  </message>
  <message>
   <source>indexes</source>
   <translation>索引</translation>
  </message>
  <message>
   <source>triggers</source>
   <translation>触发器</translation>
  </message>
  <message>
   <source>rules</source>
   <translation>规则</translation>
  </message>
  <message>
   <source>checks</source>
   <translation>检查约束</translation>
  </message>
  <message>
   <source>foreign keys</source>
   <translation>外键</translation>
  </message>
  <message>
   <source>publications</source>
   <translation>发布</translation>
  </message>
  <message>
   <source>the owner</source>
   <translation>所有者</translation>
  </message>
  <message>
   <source>the disk needs {needed} MB of room for a copy while it is written, and has {free} MB</source>
   <translation>写入期间需为副本留出 {needed} MB 磁盘空间，现仅剩 {free} MB</translation>
  </message>
  <message>
   <source>the disk is full</source>
   <translation>磁盘已满</translation>
  </message>
  <message>
   <source>{output}: “{file}” cannot be written and is unchanged: {reason}.</source>
   <translation>{output}：“{file}”无法写入，未作改动：{reason}。</translation>
  </message>
  <message>
   <source>{output}: “{file}” cannot be written: {reason}.</source>
   <translation>{output}：“{file}”无法写入：{reason}。</translation>
  </message>
  <message>
   <source>it is read-only</source>
   <translation>它是只读的</translation>
  </message>
  <message>
   <source>the disk has only {free} MB left</source>
   <translation>磁盘仅剩 {free} MB</translation>
  </message>
  <message>
   <source>it is a folder</source>
   <translation>它是文件夹</translation>
  </message>
  <message>
   <source>it is a device or a pipe</source>
   <translation>它是设备或管道</translation>
  </message>
  <message>
   <source>An earlier run was broken off while it replaced files here. What was there before is in “{folder}”: put it back if you need it, then delete that folder.</source>
   <translation>此前有一次运行在替换此处的文件时中断。原来的文件在“{folder}”中：如需要请移回，然后删除该文件夹。</translation>
  </message>
  <message>
   <source>Removed what an earlier run that did not end left here: “{folder}”.</source>
   <translation>已清除先前未完成的运行留下的内容：“{folder}”。</translation>
  </message>
  <message>
   <source>Layer “{layer}” is being edited: stop editing it, then save again.</source>
   <translation>图层“{layer}”正在编辑：请先结束编辑，再保存。</translation>
  </message>
  <message>
   <source>Layer “{layer}” could not be saved to “{path}”: {reason}</source>
   <translation>无法将图层“{layer}”保存到“{path}”：{reason}</translation>
  </message>
  <message>
   <source>{reason}. A GeoPackage (.gpkg) can hold what other formats cannot</source>
   <translation>{reason}。GeoPackage（.gpkg）可存放其他格式无法存放的内容</translation>
  </message>
  <message>
   <source>A row could not be written to {output}: {reason}</source>
   <translation>一行无法写到 {output}：{reason}</translation>
  </message>
  <message>
   <source>not all rows were written, only {found} of {count}</source>
   <translation>{count} 行中只写入了 {found} 行</translation>
  </message>
  <message>
   <source>Written before that, and as new as the run: {outputs}.</source>
   <translation>此前已写入、内容为本次运行结果的输出：{outputs}。</translation>
  </message>
  <message>
   <source>{output}: the table is there already, and would be lost if it could not be replaced. Choose another name, or remove it first.</source>
   <translation>{output}：该表已存在，若替换失败就会丢失。请另选表名，或先删除该表。</translation>
  </message>
  <message>
   <source>the connection to the database was lost</source>
   <translation>与数据库的连接已中断</translation>
  </message>
  <message>
   <source>{output}: the new table “{table}” will not have these of the one that it replaces: {goes}.</source>
   <translation>{output}：新表“{table}”不会保留被替换的表的以下内容：{goes}。</translation>
  </message>
  <message>
   <source>the database does not answer</source>
   <translation>数据库没有回应</translation>
  </message>
  <message>
   <source>{output}: the connection to the database was lost while the table “{table}” was replaced, and the database does not answer. It has the old table or the new one; look which one it is.</source>
   <translation>{output}：替换表“{table}”时与数据库的连接中断，数据库没有回应。库中是旧表或新表，请查看是哪一个。</translation>
  </message>
  <message>
   <source>{output}: the table “{table}” cannot be written; what was there is unchanged: {reason}.</source>
   <translation>{output}：表“{table}”无法写入，原有内容未变：{reason}。</translation>
  </message>
  <message>
   <source>Digitalisation study</source>
   <translation>数字化研究</translation>
  </message>
  <message>
   <source>Centre of gravity by year</source>
   <translation>分年重心</translation>
  </message>
  <message>
   <source>Study of virtual clusters</source>
   <translation>虚拟集群研究</translation>
  </message>
  <message>
   <source>Makes matched clusters, pairs, ellipses by class, the summary and the report from tables of clusters and belts.</source>
   <translation>由集群表和产业带表得到已匹配集群、集群与产业带对、各类别的椭圆、汇总和报告。</translation>
  </message>
  <message>
   <source>Makes the path of the weighted centre, the ellipses and the table for a paper from a yearbook table by city.</source>
   <translation>由分城市的年鉴表得到加权重心的路径、椭圆和论文用表。</translation>
  </message>
  <message>
   <source>Makes potential chain links, virtual clusters, gaps in the chains, real and virtual agglomeration, and the report with all of them from tables of clusters and belts.</source>
   <translation>由集群表和产业带表得到潜在产业链联系、虚拟集群、产业链缺口、实体与虚拟集聚，以及包含全部结果的报告。</translation>
  </message>
  <message>
   <source>Clusters; shared ones are split into one row per city.</source>
   <translation>集群；跨市集群拆分为每市一行。</translation>
  </message>
  <message>
   <source>Name or code of a single city.</source>
   <translation>单个城市的名称或代码。</translation>
  </message>
  <message>
   <source>The table that the dock writes; it overrules the matching rules.</source>
   <translation>停靠面板所写的表；优先于匹配规则。</translation>
  </message>
  <message>
   <source>Title of the report.</source>
   <translation>报告的标题。</translation>
  </message>
  <message>
   <source>Models</source>
   <translation>模型</translation>
  </message>
  <message>
   <source>Table by city</source>
   <translation>分城市的表</translation>
  </message>
  <message>
   <source>One row per city and year, or one row per city with one field per year.</source>
   <translation>每市每年一行，或每市一行、每年一个字段。</translation>
  </message>
  <message>
   <source>For a table with one row per city and year. Give either this or the value fields.</source>
   <translation>用于每市每年一行的表。此项与数值字段二选一。</translation>
  </message>
  <message>
   <source>With a time field only, for example output or population.</source>
   <translation>只与时间字段同用；例如产值或人口。</translation>
  </message>
  <message>
   <source>For a table with one field per year, such as GDP2015.</source>
   <translation>用于每年一个字段的表，例如 GDP2015。</translation>
  </message>
  <message>
   <source>Flows by</source>
   <translation>流量汇总单元</translation>
  </message>
  <message>
   <source>Units between which the flows are summed.</source>
   <translation>在哪一级单元之间汇总流量。</translation>
  </message>
  <message>
   <source>Gaps and agglomeration by</source>
   <translation>缺口与集聚的地区单元</translation>
  </message>
  <message>
   <source>Regions whose gaps, and whose real and virtual agglomeration, are told.</source>
   <translation>按哪一级地区列出产业链缺口以及实体与虚拟集聚。</translation>
  </message>
  <message>
   <source>model,study,workflow,yearbook,模型,研究,重心</source>
   <translation>model,study,workflow,yearbook,模型,研究,重心</translation>
  </message>
  <message>
   <source>The layer does not tell which run made it</source>
   <translation>该图层未记录由哪次运行生成</translation>
  </message>
  <message>
   <source>Match …</source>
   <translation>匹配…</translation>
  </message>
  <message>
   <source>Run again</source>
   <translation>重新运行</translation>
  </message>
  <message>
   <source>Style …</source>
   <translation>样式…</translation>
  </message>
  <message>
   <source>Style by status and class, in colour or grey, with labels</source>
   <translation>按状态和类别设置样式，彩色或灰度，可加标注</translation>
  </message>
  <message>
   <source>Ellipses …</source>
   <translation>椭圆…</translation>
  </message>
  <message>
   <source>Draw the weighted standard deviational ellipse of each class</source>
   <translation>为每个类别绘制加权标准差椭圆</translation>
  </message>
  <message>
   <source>Layout</source>
   <translation>布局</translation>
  </message>
  <message>
   <source>Make a print layout with legend and table; its arrow opens the dialog</source>
   <translation>生成带图例和表格的打印布局；点箭头打开对话框</translation>
  </message>
  <message>
   <source>Write a report with tables, map and charts; its arrow opens the dialog</source>
   <translation>生成带表格、地图和图表的报告；点箭头打开对话框</translation>
  </message>
  <message>
   <source>Run “{name}” of {time} again with the same parameters and your judgements; its arrow opens the dialog</source>
   <translation>以相同参数和您的判定重新运行 {time} 的“{name}”；箭头打开对话框</translation>
  </message>
  <message>
   <source>With options …</source>
   <translation>带选项…</translation>
  </message>
  <message>
   <source>{tip} (the algorithm {algorithm} is not available)</source>
   <translation>{tip}（算法 {algorithm} 不可用）</translation>
  </message>
  <message>
   <source>{tip} (choose a matched layer first)</source>
   <translation>{tip}（请先选择已匹配图层）</translation>
  </message>
  <message>
   <source>The filter has changed since the run before, and this run follows it: {layers}.</source>
   <translation>筛选条件与上一次运行不同，本次按现在的条件运行：{layers}。</translation>
  </message>
  <message>
   <source>Writing the report …</source>
   <translation>正在生成报告…</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>Save the report</source>
   <translation>保存报告</translation>
  </message>
  <message>
   <source>The report is written.</source>
   <translation>报告已生成。</translation>
  </message>
  <message>
   <source>Open report</source>
   <translation>打开报告</translation>
  </message>
  <message>
   <source>Open layout</source>
   <translation>打开布局</translation>
  </message>
  <message>
   <source>No report was written.</source>
   <translation>未生成报告。</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>打开</translation>
  </message>
  <message>
   <source>Save as …</source>
   <translation>另存为…</translation>
  </message>
  <message>
   <source>The run was cancelled.</source>
   <translation>运行已取消。</translation>
  </message>
  <message>
   <source>The report cannot be written to “{path}”: {reason}.</source>
   <translation>报告无法写到“{path}”：{reason}。</translation>
  </message>
  <message>
   <source>, </source>
   <translation>、</translation>
  </message>
  <message>
   <source>Check the field of the city, and for places outside China “Cities compared by”; then run again.</source>
   <translation>请检查城市字段；中国以外的地名请在“城市的比较方式”中另选方式，再重新运行。</translation>
  </message>
  <message>
   <source>Check the fields of the industries; give texts a meaning under “Texts”, or choose a classification or your own taxonomy; then run again.</source>
   <translation>请检查产业字段；可在“文本”页为文本指定含义，或选择行业分类、自有产业分类，再重新运行。</translation>
  </message>
  <message>
   <source>No row of {count} could be decided ({reasons}).</source>
   <translation>{count} 行均无法判定（{reasons}）。</translation>
  </message>
  <message>
   <source>Loading the sample study, step {number}: {name} …</source>
   <translation>正在加载示例研究，第 {number} 步：{name}…</translation>
  </message>
  <message>
   <source>The sample study could not be loaded: {reason}</source>
   <translation>无法加载示例研究：{reason}</translation>
  </message>
  <message>
   <source>Belts by city</source>
   <translation>按城市定位的产业带</translation>
  </message>
  <message>
   <source>Clusters by city</source>
   <translation>按城市拆分的集群</translation>
  </message>
  <message>
   <source>Texts to check</source>
   <translation>待核对文本</translation>
  </message>
  <message>
   <source>Place the belts by city</source>
   <translation>按城市定位产业带</translation>
  </message>
  <message>
   <source>Draw the ellipses</source>
   <translation>绘制椭圆</translation>
  </message>
  <message>
   <source>rows: {rows}</source>
   <translation>{rows} 行</translation>
  </message>
  <message>
   <source>rows looked at: {rows}</source>
   <translation>前 {rows} 行</translation>
  </message>
  <message>
   <source>for codes choose “{parameter}” (Advanced)</source>
   <translation>若为代码，请选择“{parameter}”（高级）</translation>
  </message>
  <message>
   <source>choose a layer, or the file of a table with “…”</source>
   <translation>请选择图层，或用“…”选择表格文件</translation>
  </message>
  <message>
   <source>there are no rows</source>
   <translation>没有数据行</translation>
  </message>
  <message>
   <source>no city or industry field was found; choose the fields</source>
   <translation>没有找到城市或产业字段；请选择字段</translation>
  </message>
  <message>
   <source>Reading the words of industries and cities …</source>
   <translation>正在读取产业和城市词表…</translation>
  </message>
  <message>
   <source>; </source>
   <translation>；</translation>
  </message>
  <message>
   <source>{title}: {text}</source>
   <translation>{title}：{text}</translation>
  </message>
  <message>
   <source>no field of cities was found; choose it</source>
   <translation>未找到城市字段，请选择</translation>
  </message>
  <message>
   <source>for another country choose “{words}” as “{parameter}” (Advanced)</source>
   <translation>其他国家的数据请在“{parameter}”（高级参数）中选择“{words}”</translation>
  </message>
  <message>
   <source>no field of industries was found; choose it</source>
   <translation>未找到产业字段，请选择</translation>
  </message>
  <message>
   <source>cities: {cities}, rows whose city was not found: {unplaced}</source>
   <translation>{cities} 个城市，{unplaced} 行的城市未找到</translation>
  </message>
  <message>
   <source>rows whose city could be one of several ({cities}; give the province): {rows}</source>
   <translation>{rows} 行的城市有歧义（{cities}；请给出省份）</translation>
  </message>
  <message>
   <source>industries recognised: {read}, not recognised: {unread}</source>
   <translation>识别出 {read} 个产业，{unread} 个未识别</translation>
  </message>
  <message>
   <source>rows that count in {year}: {current}</source>
   <translation>{year} 年计入 {current} 行</translation>
  </message>
  <message>
   <source>many empty cells beneath filled ones, as where cells are merged ({fields})</source>
   <translation>有值的单元格下方空单元格较多，可能有合并单元格（{fields}）</translation>
  </message>
  <message>
   <source>also taken (Advanced): {fields}</source>
   <translation>另采用（高级参数）：{fields}</translation>
  </message>
  <message>
   <source>Chosen for the data</source>
   <translation>按数据自动选择</translation>
  </message>
  <message>
   <source>The dialogs of Cluster Belt begin with these; scripts and models do not.</source>
   <translation>Cluster Belt 的对话框以此为初始值；脚本和模型不受影响。</translation>
  </message>
  <message>
   <source>Language of results</source>
   <translation>结果的语言</translation>
  </message>
  <message>
   <source>Gazetteer</source>
   <translation>地名表</translation>
  </message>
  <message>
   <source>The bundled taxonomy</source>
   <translation>内置产业分类</translation>
  </message>
  <message>
   <source>Your own taxonomy stays as it was. {reason}</source>
   <translation>自备产业分类保持不变。{reason}</translation>
  </message>
  <message>
   <source>there is no such file</source>
   <translation>文件不存在</translation>
  </message>
  <message>
   <source>QGIS finds no table with rows in it</source>
   <translation>QGIS 在其中找不到有数据的表格</translation>
  </message>
  <message>
   <source>“{file}” cannot be read: {reason}.</source>
   <translation>无法读取“{file}”：{reason}。</translation>
  </message>
  <message>
   <source>it is a folder; choose a file</source>
   <translation>这是文件夹，请选择文件</translation>
  </message>
  <message>
   <source>Further outputs</source>
   <translation>其他输出</translation>
  </message>
  <message>
   <source>Results</source>
   <translation>结果</translation>
  </message>
  <message>
   <source>Fields of the clusters</source>
   <translation>集群字段</translation>
  </message>
  <message>
   <source>Fields of the belts</source>
   <translation>产业带字段</translation>
  </message>
  <message>
   <source>Years</source>
   <translation>年份</translation>
  </message>
  <message>
   <source>Cities and regions</source>
   <translation>城市与地区</translation>
  </message>
  <message>
   <source>Industries and chains</source>
   <translation>产业与产业链</translation>
  </message>
  <message>
   <source>Judgements</source>
   <translation>判定</translation>
  </message>
  <message>
   <source>Coordination</source>
   <translation>协调度</translation>
  </message>
  <message>
   <source>Size of the ellipses</source>
   <translation>椭圆大小</translation>
  </message>
  <message>
   <source>Test against chance</source>
   <translation>随机检验</translation>
  </message>
  <message>
   <source>Page and map</source>
   <translation>页面与地图</translation>
  </message>
  <message>
   <source>Cluster Belt</source>
   <translation>Cluster Belt</translation>
  </message>
  <message>
   <source>Judgements and texts lie in your QGIS profile: {number}.</source>
   <translation>判定和文本位于您的 QGIS 配置文件夹中：{number} 条。</translation>
  </message>
  <message>
   <source>A table of this name has judgements and texts already: {number}.</source>
   <translation>同名表格已有判定和文本：{number} 条。</translation>
  </message>
  <message>
   <source>Taken over into {file}: {number}.</source>
   <translation>已复制到 {file}：{number} 条。</translation>
  </message>
  <message>
   <source>Moved into {file}: {number}.</source>
   <translation>已移动到 {file}：{number} 条。</translation>
  </message>
  <message>
   <source>Take over</source>
   <translation>沿用</translation>
  </message>
  <message>
   <source>Copy them into the file of this study; the other file stays as it is</source>
   <translation>复制到本研究的文件中；原文件保持不变</translation>
  </message>
  <message>
   <source>Move</source>
   <translation>移动</translation>
  </message>
  <message>
   <source>Move them into a file beside the saved layers or project</source>
   <translation>移动到已保存图层或项目旁的文件中</translation>
  </message>
  <message>
   <source>This cluster has no location on the map.</source>
   <translation>此集群在地图上没有位置。</translation>
  </message>
  <message>
   <source>Layer “{layer}” cannot be filtered now: stop editing it, or save it as a GeoPackage.</source>
   <translation>图层“{layer}”现在不能过滤：请结束编辑，或另存为 GeoPackage。</translation>
  </message>
  <message>
   <source>The field “{field}” has {number} distinct values; choose a class field with fewer.</source>
   <translation>字段“{field}”有 {number} 个不同的值；请选择值较少的类别字段。</translation>
  </message>
  <message>
   <source>The rows of this run were temporary and are gone.</source>
   <translation>这次运行的结果是临时图层，数据已经丢失。</translation>
  </message>
  <message>
   <source>Judgements and texts newer than the layer: {number}.</source>
   <translation>有 {number} 条判定或文本晚于该图层。</translation>
  </message>
  <message>
   <source>No cluster has a place on the map: give a layer with points as “{parameter}”.</source>
   <translation>没有一个集群在地图上有位置：请用“{parameter}”给出带点的图层。</translation>
  </message>
  <message>
   <source>Temporary layers: {number}.</source>
   <translation>有 {number} 个临时图层。</translation>
  </message>
  <message>
   <source>Save temporary layers</source>
   <translation>保存临时图层</translation>
  </message>
  <message>
   <source>Layers saved to {file}: {number}.</source>
   <translation>已将 {number} 个图层保存到 {file}。</translation>
  </message>
  <message>
   <source>Run the matching again as it was</source>
   <translation>以原来的参数重新运行匹配</translation>
  </message>
  <message>
   <source>Run the matching again with what you said since</source>
   <translation>按此后所作的判定和文本重新运行匹配</translation>
  </message>
  <message>
   <source>Give …</source>
   <translation>补充…</translation>
  </message>
  <message>
   <source>Open the matching with the parameters of this run</source>
   <translation>以本次运行的参数打开匹配对话框</translation>
  </message>
  <message>
   <source>Save …</source>
   <translation>保存…</translation>
  </message>
  <message>
   <source>Save the temporary layers to one GeoPackage; their styles stay</source>
   <translation>将临时图层保存到一个 GeoPackage；样式保持不变</translation>
  </message>
  <message>
   <source>Match the clusters and belts of the sample and draw their ellipses</source>
   <translation>匹配示例中的集群与产业带，并绘制椭圆</translation>
  </message>
  <message>
   <source>Load the sample study, or match your own tables.</source>
   <translation>加载示例研究，或匹配自己的表格。</translation>
  </message>
  <message>
   <source>Overview: counts and rates by class; click a number to list its clusters.</source>
   <translation>概览：各类别的数量与比率；单击数字列出相应的集群。</translation>
  </message>
  <message>
   <source>Review: see why a cluster has its status, and judge it.</source>
   <translation>复核：查看集群状态的原因，并作出判定。</translation>
  </message>
  <message>
   <source>Texts: say what industry or city a text means that was not understood.</source>
   <translation>文本：为未识别的文本指定产业或城市。</translation>
  </message>
  <message>
   <source>Run again: your judgements and texts enter the numbers.</source>
   <translation>重新运行：使判定和文本计入结果。</translation>
  </message>
  <message>
   <source>Report and Layout: the pages to hand on.</source>
   <translation>报告与布局：可供提交的成果。</translation>
  </message>
  <message>
   <source>How far have industrial clusters gone online? Match a table of clusters with one of online belts, each row with a city and an industry.</source>
   <translation>产业集群的线上化程度如何？将集群表与线上产业带表相匹配，两表各行均含城市与产业。</translation>
  </message>
  <message>
   <source>Load sample study</source>
   <translation>加载示例研究</translation>
  </message>
  <message>
   <source>Match my own tables …</source>
   <translation>匹配自己的表格…</translation>
  </message>
  <message>
   <source>Layers made by “Match clusters with belts”</source>
   <translation>由“集群与产业带匹配”生成的图层</translation>
  </message>
  <message>
   <source>Pages of the dock</source>
   <translation>面板的各页</translation>
  </message>
  <message>
   <source>Overview</source>
   <translation>概览</translation>
  </message>
  <message>
   <source>Review</source>
   <translation>复核</translation>
  </message>
  <message>
   <source>Texts</source>
   <translation>文本</translation>
  </message>
  <message>
   <source>Virtual</source>
   <translation>虚拟</translation>
  </message>
  <message>
   <source>Search the codes; Enter takes the one that is marked</source>
   <translation>搜索代码；按 Enter 采用选中的代码</translation>
  </message>
  <message>
   <source>Choose a code, or several with Ctrl; double-click or press Enter to give it</source>
   <translation>选择一个代码，按住 Ctrl 可选多个；双击或按 Enter 即可指定</translation>
  </message>
  <message>
   <source>Code, name or alias</source>
   <translation>代码、名称或别名</translation>
  </message>
  <message>
   <source>Close this notice</source>
   <translation>关闭此提示</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>清除</translation>
  </message>
  <message>
   <source>Clusters (cb and a city, name or industry)</source>
   <translation>集群（cb 加城市、名称或产业）</translation>
  </message>
  <message>
   <source>The field by which clusters are counted</source>
   <translation>统计集群所依据的字段</translation>
  </message>
  <message>
   <source>Clusters by class and status; rates do not count the unresolved</source>
   <translation>按类别和状态统计的集群；比率不计未识别</translation>
  </message>
  <message>
   <source>C&amp;lass</source>
   <translation>类别(&amp;L)</translation>
  </message>
  <message>
   <source>Counting …</source>
   <translation>正在统计…</translation>
  </message>
  <message>
   <source>Click a number to list its clusters.</source>
   <translation>单击数字即可列出相应的集群。</translation>
  </message>
  <message>
   <source>{words} ({count})</source>
   <translation>{words}（{count}）</translation>
  </message>
  <message>
   <source>Shares</source>
   <translation>占比</translation>
  </message>
  <message>
   <source>Class</source>
   <translation>类别</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>总数</translation>
  </message>
  <message>
   <source>Shares of the statuses in each class</source>
   <translation>各类别中各状态的占比</translation>
  </message>
  <message>
   <source>All</source>
   <translation>全部</translation>
  </message>
  <message>
   <source>{count} ({rate} %)</source>
   <translation>{count}（{rate}%）</translation>
  </message>
  <message>
   <source>Cluster</source>
   <translation>集群</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>状态</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>原因</translation>
  </message>
  <message>
   <source>Judged</source>
   <translation>判定</translation>
  </message>
  <message>
   <source>Show all</source>
   <translation>全部显示</translation>
  </message>
  <message>
   <source>{facet} ({number})</source>
   <translation>{facet}（{number}）</translation>
  </message>
  <message>
   <source>judged, pending until the next run</source>
   <translation>已判定，待下次运行生效</translation>
  </message>
  <message>
   <source>judged, counted by the run</source>
   <translation>已判定，已计入结果</translation>
  </message>
  <message>
   <source>not judged</source>
   <translation>未判定</translation>
  </message>
  <message>
   <source>not read</source>
   <translation>未识别</translation>
  </message>
  <message>
   <source>No reason</source>
   <translation>无原因</translation>
  </message>
  <message>
   <source>No province</source>
   <translation>无省份</translation>
  </message>
  <message>
   <source>Show some statuses only</source>
   <translation>仅显示部分状态</translation>
  </message>
  <message>
   <source>Show some classes only</source>
   <translation>仅显示部分类别</translation>
  </message>
  <message>
   <source>Show clusters with some reasons for their status only</source>
   <translation>仅显示状态原因为所选各项的集群</translation>
  </message>
  <message>
   <source>Show clusters of some provinces only</source>
   <translation>仅显示部分省份的集群</translation>
  </message>
  <message>
   <source>Read by</source>
   <translation>识别方式</translation>
  </message>
  <message>
   <source>Show clusters whose industry was read in some ways only</source>
   <translation>仅显示产业以所选方式识别的集群</translation>
  </message>
  <message>
   <source>Show clusters that are judged, or those that are not yet</source>
   <translation>显示已判定或尚未判定的集群</translation>
  </message>
  <message>
   <source>Show clusters whose name or city contains this text</source>
   <translation>显示名称或城市中含有该文本的集群</translation>
  </message>
  <message>
   <source>Show clusters with the status “{status}”</source>
   <translation>显示状态为“{status}”的集群</translation>
  </message>
  <message>
   <source>Cluster or city</source>
   <translation>集群或城市</translation>
  </message>
  <message>
   <source>On the map</source>
   <translation>用于地图</translation>
  </message>
  <message>
   <source>Draw only these clusters; the layer itself is not filtered. Press again to draw all</source>
   <translation>地图上只绘这些集群，图层本身不过滤。再按一次恢复全部</translation>
  </message>
  <message>
   <source>In the layer</source>
   <translation>用于图层</translation>
  </message>
  <message>
   <source>Filter the layer itself, also for algorithms and exports. Press again to remove the filter</source>
   <translation>过滤图层本身，对算法和导出也有效。再按一次取消过滤</translation>
  </message>
  <message>
   <source>Judged: {words} ({belt}; {reviewer} {date}) {note}</source>
   <translation>已判定：{words}（{belt}；{reviewer} {date}）{note}</translation>
  </message>
  <message>
   <source>{accept} accepted, {reject} rejected, {set} set to a relation, {pending} pending; by whom</source>
   <translation>{accept} 接受，{reject} 拒绝，{set} 设为某种关系，{pending} 待生效；后为判定人</translation>
  </message>
  <message>
   <source>set to “{relation}”</source>
   <translation>设为“{relation}”</translation>
  </message>
  <message>
   <source>accepted</source>
   <translation>接受</translation>
  </message>
  <message>
   <source>rejected</source>
   <translation>拒绝</translation>
  </message>
  <message>
   <source>{decision}, {reviewer} (pending)</source>
   <translation>{decision}，{reviewer}（待生效）</translation>
  </message>
  <message>
   <source>{decision}, {reviewer}</source>
   <translation>{decision}，{reviewer}</translation>
  </message>
  <message>
   <source>all belts</source>
   <translation>全部产业带</translation>
  </message>
  <message>
   <source>The last judgement was undone.</source>
   <translation>已撤销最近一次判定。</translation>
  </message>
  <message>
   <source>{number} judged, written to {file} in your QGIS profile.</source>
   <translation>已判定 {number} 个，写入您的 QGIS 配置文件夹中的 {file}。</translation>
  </message>
  <message>
   <source>Choose a file for the judgements first.</source>
   <translation>请先选择判定的文件。</translation>
  </message>
  <message>
   <source>{number} judged, written to {file}.</source>
   <translation>已判定 {number} 个，写入 {file}。</translation>
  </message>
  <message>
   <source>Judgements withdrawn from {file}: {number}.</source>
   <translation>已从 {file} 中撤回 {number} 条判定。</translation>
  </message>
  <message>
   <source>Reason for your decision; kept with the judgement</source>
   <translation>作此判定的理由；与判定一同保存</translation>
  </message>
  <message>
   <source>this cluster and all belts of its city</source>
   <translation>此集群与本市全部产业带</translation>
  </message>
  <message>
   <source>{number} clusters and all belts of their cities</source>
   <translation>{number} 个集群及其所在城市的全部产业带</translation>
  </message>
  <message>
   <source>Judge that {target} match, regardless of the rules</source>
   <translation>判定为匹配，不论规则如何：{target}</translation>
  </message>
  <message>
   <source>Judge that {target} are not related, regardless of the rules</source>
   <translation>判定为无关系，不论规则如何：{target}</translation>
  </message>
  <message>
   <source>Judge how {target} are related</source>
   <translation>设定关系：{target}</translation>
  </message>
  <message>
   <source>Withdraw the judgements on {target}</source>
   <translation>撤回判定：{target}</translation>
  </message>
  <message>
   <source>Undo the last judgement</source>
   <translation>撤销最近一次判定</translation>
  </message>
  <message>
   <source>Select the clusters that are to be judged</source>
   <translation>请先选择要判断的集群</translation>
  </message>
  <message>
   <source>There are no belts in the city with which it could match</source>
   <translation>所在城市没有可匹配的产业带</translation>
  </message>
  <message>
   <source>There is no judgement to withdraw</source>
   <translation>没有可撤回的判定</translation>
  </message>
  <message>
   <source>Accept</source>
   <translation>接受</translation>
  </message>
  <message>
   <source>Reject</source>
   <translation>拒绝</translation>
  </message>
  <message>
   <source>Set</source>
   <translation>设定</translation>
  </message>
  <message>
   <source>Withdraw</source>
   <translation>撤回</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>撤销</translation>
  </message>
  <message>
   <source>There is no judgement to undo</source>
   <translation>没有可撤消的判断</translation>
  </message>
  <message>
   <source>Applies to: {target}</source>
   <translation>判定对象：{target}</translation>
  </message>
  <message>
   <source>this cluster and belt {belt}</source>
   <translation>此集群与产业带 {belt}</translation>
  </message>
  <message>
   <source>Belt</source>
   <translation>产业带</translation>
  </message>
  <message>
   <source>Relation</source>
   <translation>关系</translation>
  </message>
  <message>
   <source>Evidence</source>
   <translation>依据</translation>
  </message>
  <message>
   <source>Left out, because there are no belts in their cities: {number}.</source>
   <translation>略去 {number} 个：其所在城市没有产业带。</translation>
  </message>
  <message>
   <source>Double-click or press Enter to zoom to the cluster</source>
   <translation>双击或按 Enter 缩放到该集群</translation>
  </message>
  <message>
   <source>Clear the filter of the list</source>
   <translation>清除列表的筛选</translation>
  </message>
  <message>
   <source>{shown} of {all}</source>
   <translation>{shown}/{all}</translation>
  </message>
  <message>
   <source>Zoom to the cluster</source>
   <translation>缩放到该集群</translation>
  </message>
  <message>
   <source>Select a cluster to see why it has its status.</source>
   <translation>选择一个集群，查看其状态的原因。</translation>
  </message>
  <message>
   <source>Related belts</source>
   <translation>相关产业带</translation>
  </message>
  <message>
   <source>Related belts. Select one to judge this pair only; press Esc for all belts</source>
   <translation>相关产业带。选中一个即只判定这一对；按 Esc 恢复为全部产业带</translation>
  </message>
  <message>
   <source>File for the judgements</source>
   <translation>判定文件</translation>
  </message>
  <message>
   <source>File for the judgements; use it in “Match clusters with belts” as “Your own judgements”</source>
   <translation>判定所写入的文件；在“集群与产业带匹配”中作为“自备判定”使用</translation>
  </message>
  <message>
   <source>Choose the file for the judgements</source>
   <translation>选择保存判定的文件</translation>
  </message>
  <message>
   <source>This file lies in your QGIS profile: it stays on this computer and is not saved with layers or project.</source>
   <translation>该文件位于您的 QGIS 配置文件夹中：只留在本机，不随图层或项目保存。</translation>
  </message>
  <message>
   <source>given by {reviewer}, {date}</source>
   <translation>由 {reviewer} 于 {date} 指定</translation>
  </message>
  <message>
   <source>given a code</source>
   <translation>已指定代码</translation>
  </message>
  <message>
   <source>“{text}” means {codes} from the next run on.</source>
   <translation>自下次运行起，“{text}”指 {codes}。</translation>
  </message>
  <message>
   <source>“{text}” is read as before from the next run on.</source>
   <translation>自下次运行起，“{text}”恢复原来的识别。</translation>
  </message>
  <message>
   <source>not recognised</source>
   <translation>未识别</translation>
  </message>
  <message>
   <source>names no industry</source>
   <translation>不指任何产业</translation>
  </message>
  <message>
   <source>read by a keyword</source>
   <translation>按关键词识别</translation>
  </message>
  <message>
   <source>part of a list, not recognised</source>
   <translation>列表中的一项，未识别</translation>
  </message>
  <message>
   <source>several places of this name</source>
   <translation>有多个同名地点</translation>
  </message>
  <message>
   <source>not in the province given</source>
   <translation>不在所给省份内</translation>
  </message>
  <message>
   <source>place not known</source>
   <translation>地点未知</translation>
  </message>
  <message>
   <source>industry of clusters</source>
   <translation>集群的产业</translation>
  </message>
  <message>
   <source>industry of belts</source>
   <translation>产业带的产业</translation>
  </message>
  <message>
   <source>industry of clusters and belts</source>
   <translation>集群与产业带的产业</translation>
  </message>
  <message>
   <source>city of clusters</source>
   <translation>集群的城市</translation>
  </message>
  <message>
   <source>city of belts</source>
   <translation>产业带的城市</translation>
  </message>
  <message>
   <source>city of clusters and belts</source>
   <translation>集群与产业带的城市</translation>
  </message>
  <message>
   <source>industry</source>
   <translation>产业</translation>
  </message>
  <message>
   <source>city</source>
   <translation>城市</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>文本</translation>
  </message>
  <message>
   <source>Means</source>
   <translation>含义</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>原因</translation>
  </message>
  <message>
   <source>The run did not list the texts that it did not understand.</source>
   <translation>本次运行未列出未识别的文本。</translation>
  </message>
  <message>
   <source>Let the text mean the codes that are marked in the tree</source>
   <translation>将该文本指定为树中选中的代码</translation>
  </message>
  <message>
   <source>Take back what the text was given</source>
   <translation>撤回为该文本指定的代码</translation>
  </message>
  <message>
   <source>Choose a text, then what it means.</source>
   <translation>先选择文本，再指定其含义。</translation>
  </message>
  <message>
   <source>List them</source>
   <translation>列出</translation>
  </message>
  <message>
   <source>Run the matching again with this table</source>
   <translation>重新运行匹配并输出此表</translation>
  </message>
  <message>
   <source>Only those that mean nothing yet</source>
   <translation>仅未指定含义的文本</translation>
  </message>
  <message>
   <source>Hide texts that were read by a keyword or were given a code</source>
   <translation>隐藏按关键词识别或已指定代码的文本</translation>
  </message>
  <message>
   <source>All texts were understood.</source>
   <translation>所有文本均已识别。</translation>
  </message>
  <message>
   <source>Texts that were not understood</source>
   <translation>未识别的文本</translation>
  </message>
  <message>
   <source>Texts that were not understood or only in part, those of most rows first</source>
   <translation>未识别或仅部分识别的文本，行数多者在前</translation>
  </message>
  <message>
   <source>This is what it means</source>
   <translation>指定为此含义</translation>
  </message>
  <message>
   <source>“{text}” as in “{example}”</source>
   <translation>“{text}”，见于“{example}”</translation>
  </message>
  <message>
   <source>Let the text mean {code}</source>
   <translation>将该文本指定为 {code}</translation>
  </message>
  <message>
   <source>Core</source>
   <translation>核心</translation>
  </message>
  <message>
   <source>Cities</source>
   <translation>城市</translation>
  </message>
  <message>
   <source>Span, km</source>
   <translation>跨度（公里）</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>类型</translation>
  </message>
  <message>
   <source>Blocks made by “Virtual clusters”</source>
   <translation>由“虚拟集群”生成的产业块</translation>
  </message>
  <message>
   <source>A click selects blocks and links on the map; double-click or Enter to zoom</source>
   <translation>单击在地图上选中产业块和联系；双击或按 Enter 缩放至该处</translation>
  </message>
  <message>
   <source>Choose blocks made by “Virtual clusters”; its input are the links of “Chain links between cities”.</source>
   <translation>请选择由“虚拟集群”生成的产业块；其输入为“城市间产业链联系”的结果。</translation>
  </message>
  <message>
   <source>no limit</source>
   <translation>不限</translation>
  </message>
  <message>
   <source>&amp;Span</source>
   <translation>跨度(&amp;S)</translation>
  </message>
  <message>
   <source>{city}: {industries}</source>
   <translation>{city}：{industries}</translation>
  </message>
  <message>
   <source>Least span of the clusters that are listed</source>
   <translation>所列集群的最小跨度</translation>
  </message>
  <message>
   <source>Greatest span of the clusters that are listed</source>
   <translation>所列集群的最大跨度</translation>
  </message>
 </context>
</TS>

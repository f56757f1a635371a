import type { BranchCode } from "./branches.js";

type Words = readonly [string, ...string[]];

/** Cities around each branch: name, district, and region code (GB/T 2260) of the district. */
export const PLACES = {
  SH: [
    { city: "上海", district: "浦东新区", region: "310115" },
    { city: "上海", district: "嘉定区", region: "310114" },
    { city: "苏州", district: "吴中区", region: "320506" },
    { city: "杭州", district: "余杭区", region: "330110" },
  ],
  BJ: [
    { city: "北京", district: "海淀区", region: "110108" },
    { city: "北京", district: "朝阳区", region: "110105" },
    { city: "天津", district: "西青区", region: "120111" },
    { city: "石家庄", district: "裕华区", region: "130108" },
  ],
  GZ: [
    { city: "广州", district: "黄埔区", region: "440112" },
    { city: "深圳", district: "宝安区", region: "440306" },
    { city: "佛山", district: "顺德区", region: "440606" },
    { city: "厦门", district: "集美区", region: "350211" },
  ],
} as const satisfies Record<BranchCode, readonly { city: string; district: string; region: string }[]>;

/** Invented, one per customer and trade: no enterprise is meant. */
// biome-ignore format: a list of words
export const BRANDS: Words = [
  "岚序", "砚舟", "青棠", "朔澜", "栖屿", "霁禾", "沐岩", "璟澄", "桑陌", "鹤汀", "棠野", "屿白", "澄楠", "砺星", "苇杭",
  "松堰", "荻川", "霖嘉", "曜垣", "禾墨", "棱石", "远岫", "钧陶", "芷渡", "榆光", "汐湾", "北柠", "织云", "驰砾", "隐泉",
];

export const TRADES = [
  { trade: "精密机械", industry: "C34", products: "数控机床零部件、精密轴承", form: "有限公司" },
  { trade: "新材料科技", industry: "C26", products: "改性塑料、特种涂料", form: "股份有限公司" },
  { trade: "食品", industry: "C14", products: "速冻食品、调味品", form: "有限公司" },
  { trade: "纺织", industry: "C17", products: "混纺面料、家用纺织品", form: "有限责任公司" },
  { trade: "电子", industry: "C39", products: "连接器、电源模块", form: "有限公司" },
  { trade: "医疗器械", industry: "C35", products: "康复设备、一次性耗材", form: "有限公司" },
  { trade: "供应链管理", industry: "G58", products: "仓储、干线运输与城市配送", form: "有限公司" },
  { trade: "商贸", industry: "F51", products: "五金交电、办公用品", form: "有限公司" },
  { trade: "软件", industry: "I65", products: "企业管理软件、系统集成", form: "有限公司" },
  { trade: "建筑工程", industry: "E47", products: "厂房施工、机电安装", form: "集团有限公司" },
] as const;

// biome-ignore format: a list of words
export const SURNAMES: Words = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "朱", "马", "胡", "欧阳"];

// biome-ignore format: a list of words
export const GIVEN_NAMES: Words = ["晓岚", "文博", "静怡", "建宏", "思远", "雅宁", "志强", "海燕", "宇航", "敏", "磊", "秀兰", "子墨", "丽华", "国栋", "欣然"];

export const POSITIONS: Words = ["财务经理", "采购经理", "总经理", "销售主管", "行政主管"];

export const STREETS: Words = ["示范路", "样例街", "模拟大道", "演示巷", "虚构东路"];

export const MARKETS: Words = ["华东地区", "全国", "华南及东南亚", "京津冀", "长三角、出口欧洲"];

export const MARKET_POSITIONS: Words = ["区域前三", "细分行业领先", "中等规模", "新进入者", "稳定的二线供应商"];

export const COMPETITION: Words = ["竞争充分，价格敏感", "主要竞争者两家", "依赖大客户", "进口替代中", "同质化程度高"];

export const OPERATING_STATES: Words = ["正常经营", "正常经营，产能扩张", "订单减少", "部分停产", "正常经营，正在搬迁"];

export const PERFORMANCE: Words = [
  "按约履行",
  "分批交货，均已验收",
  "交货延迟三天，已协商",
  "质量异议，已换货",
  "尾款待付",
];

export const AUDITORS: Words = ["示例会计师事务所（特殊普通合伙）", "样本联合会计师事务所", "演示会计师事务所有限公司"];

export const FEEDBACK_TEXTS: Words = [
  "包装破损两箱",
  "响应及时，服务满意",
  "希望缩短交货周期",
  "保修期内更换部件",
  "回访：总体满意",
];

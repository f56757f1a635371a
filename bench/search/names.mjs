/** Numbers that look like chance and are the same in every run (mulberry32). */
export const chance = (seed) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const weighted = (shares) => {
  const all = Object.entries(shares);
  const total = all.reduce((sum, [, share]) => sum + share, 0);
  return (next) => {
    let at = next() * total;
    for (const [name, share] of all) {
      at -= share;
      if (at < 0) return name;
    }
    return all[0][0];
  };
};

/** Shares as a register of enterprises has them: a few cities and trades on most of the names. */
const city = weighted({
  上海: 16,
  北京: 13,
  深圳: 12,
  广州: 10,
  杭州: 7,
  苏州: 6,
  成都: 6,
  武汉: 5,
  天津: 4,
  南京: 4,
  重庆: 4,
  西安: 3,
  宁波: 3,
  青岛: 2,
  厦门: 2,
  长沙: 2,
  大连: 1,
  六安: 0.2,
  番禺: 0.1,
  乐清: 0.1,
});
const district = weighted({ "": 82, 浦东: 4, 天河: 3, 朝阳: 3, 南山: 3, 高新: 3, 滨江: 2 });
const trade = weighted({
  科技: 20,
  贸易: 14,
  信息技术: 7,
  商贸: 7,
  网络科技: 6,
  文化传媒: 5,
  建筑工程: 5,
  供应链管理: 4,
  电子: 4,
  物流: 3,
  新材料科技: 3,
  机械设备: 3,
  食品: 3,
  医疗器械: 2,
  企业管理咨询: 4,
  生物医药: 2,
  餐饮管理: 2,
  投资管理: 2,
  环保工程: 1,
  纺织品: 1,
  音乐文化: 0.3,
  银行服务: 0.1,
});
const form = weighted({
  有限公司: 78,
  有限责任公司: 10,
  股份有限公司: 6,
  "(上海)有限公司": 2,
  集团有限公司: 2,
  "": 1,
  "合伙企业(有限合伙)": 1,
});

const SIGNS = [
  ..."华中天金鑫瑞恒盛达通信诚德福泰安康宏伟远东方正新宇星海洋林森木水云雨雪风月日光明亮晨曦朗悦乐欣欢喜庆祥和平凡博雅文思智慧聪灵敏捷迅腾飞龙凤虎鹏鹤麟骏马翔升高峰岳山川江河湖溪泉源润泽沃土田禾谷丰穗稻麦香兰梅竹菊荷莲桂松柏杨柳桃李杏梨橙柠青蓝紫红丹朱赤玄墨素白银铜铁钢锐利锋剑盾坚固磐石玉珠宝贝琳琅珍奇异优良佳美好嘉善仁义礼知行道法自然合众联盟友邦国民生百千万亿兆元亨贞吉利益得意如心满圆融创造开拓进取奋发图强拼搏超越领先卓尔群英豪杰雄才帆航舟船桥路途程业基础本根叶花果实岚序砚棠朔澜栖屿霁沐璟澄桑陌汀野",
];

const brand = (next) => {
  const length = next() < 0.7 ? 2 : next() < 0.7 ? 3 : 4;
  // Squared: some signs are used far more than others.
  return Array.from({ length }, () => SIGNS[Math.floor(next() ** 2 * SIGNS.length)]).join("");
};

const USCC = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const from = (alphabet, length, next) =>
  Array.from({ length }, () => alphabet[Math.floor(next() * alphabet.length)]).join("");
const region = weighted({
  310115: 9,
  310104: 7,
  110108: 8,
  440305: 12,
  440106: 10,
  330106: 7,
  320506: 6,
  510107: 6,
  420106: 5,
});

export const enterprise = (next) => {
  const latin = next() < 0.02 ? from("abcdefghiklmnoprstuw", 3, next).toUpperCase() : "";
  return {
    name: `${city(next)}${district(next)}${latin}${brand(next)}${trade(next)}${form(next)}`,
    uscc: `91${region(next)}MA${from(USCC, 8, next)}`,
    code: from("23456789ABCDEFGHJKLMNPQRSTUVWXYZ", 13, next),
    region: region(next),
  };
};

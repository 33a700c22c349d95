/** Whether a card holds money of its owner or of its bank; told as a hint. */
export const cardKinds = ['debit', 'credit'] as const
export type CardKind = (typeof cardKinds)[number]

/** Twenty banks by the letters they go by. */
export const banks = {
  icbc: { zh: '中国工商银行', en: 'ICBC' },
  abc: { zh: '中国农业银行', en: 'Agricultural Bank of China' },
  boc: { zh: '中国银行', en: 'Bank of China' },
  ccb: { zh: '中国建设银行', en: 'China Construction Bank' },
  bocom: { zh: '交通银行', en: 'Bank of Communications' },
  psbc: { zh: '中国邮政储蓄银行', en: 'Postal Savings Bank of China' },
  cmb: { zh: '招商银行', en: 'China Merchants Bank' },
  citic: { zh: '中信银行', en: 'China CITIC Bank' },
  ceb: { zh: '中国光大银行', en: 'China Everbright Bank' },
  hxb: { zh: '华夏银行', en: 'Hua Xia Bank' },
  cmbc: { zh: '中国民生银行', en: 'China Minsheng Bank' },
  gdb: { zh: '广发银行', en: 'China Guangfa Bank' },
  pab: { zh: '平安银行', en: 'Ping An Bank' },
  cib: { zh: '兴业银行', en: 'Industrial Bank' },
  spdb: { zh: '浦发银行', en: 'SPD Bank' },
  bob: { zh: '北京银行', en: 'Bank of Beijing' },
  bos: { zh: '上海银行', en: 'Bank of Shanghai' },
  jsb: { zh: '江苏银行', en: 'Bank of Jiangsu' },
  nbcb: { zh: '宁波银行', en: 'Bank of Ningbo' },
  njcb: { zh: '南京银行', en: 'Bank of Nanjing' },
} as const satisfies Record<string, { zh: string; en: string }>
export type Bank = keyof typeof banks
export const bankNames = Object.keys(banks) as [Bank, ...Bank[]]

/** First digits of cards by bank, as people see them on their cards. Tables of these digits go out of date, so that they are a hint and refuse nobody. */
const debit: Readonly<Record<Bank, readonly string[]>> = {
  icbc: ['622202', '622208', '621226', '621225', '621558', '9558'],
  abc: ['622848', '622845', '622846', '623052', '95599', '6228'],
  boc: ['621660', '621661', '621663', '621785', '601382', '456351'],
  ccb: ['621700', '436742', '622700', '622280', '623668', '621081'],
  bocom: ['622262', '622260', '622258', '621002', '601428'],
  psbc: ['621799', '622188', '621096', '622150', '620062'],
  cmb: ['621483', '621485', '622588', '622609', '621486', '410062'],
  citic: ['621771', '622690', '622691', '622696', '433670'],
  ceb: ['622660', '622662', '621489', '621492', '623155'],
  hxb: ['622630', '622631', '623020', '621222', '622632'],
  cmbc: ['622622', '622617', '621691', '622615', '415599'],
  gdb: ['622568', '621462', '623259', '9111'],
  pab: ['622298', '621626', '623058', '622986', '602907'],
  cib: ['622908', '622909', '622902', '90592'],
  spdb: ['622521', '622522', '621793', '621795', '621390'],
  bob: ['622163', '602969', '621030', '623111'],
  bos: ['622892', '621005', '621050', '623183'],
  jsb: ['622173', '621579', '621076'],
  nbcb: ['621418', '622281', '621279'],
  njcb: ['621777', '622303', '621259'],
}

const credit: Readonly<Partial<Record<Bank, readonly string[]>>> = {
  icbc: ['622230', '622235', '625330', '427020', '622239'],
  abc: ['622836', '622837', '625996', '519412', '628268'],
  boc: ['622752', '622760', '625905', '628388', '409666'],
  ccb: ['622166', '622168', '625362', '436718', '628316'],
  bocom: ['622252', '622253', '458123', '521899', '628216'],
  psbc: ['622810', '622811', '628310', '625919'],
  cmb: ['622575', '622576', '622577', '622581', '439188', '628262'],
  citic: ['622680', '622688', '622689', '376968', '628206'],
  ceb: ['622650', '622655', '622658', '356837', '628201'],
  hxb: ['622636', '622637', '622638', '628318'],
  cmbc: ['622600', '622601', '622602', '356857', '628258'],
  gdb: ['622555', '622556', '622557', '487013', '628259'],
  pab: ['622155', '622156', '528020', '622525', '628296'],
  cib: ['622901', '622922', '451289', '524070', '628212'],
  spdb: ['622176', '622177', '622276', '356850', '628221'],
  bob: ['622853', '628203', '421337'],
  bos: ['622148', '356827', '402674', '628230'],
}

type Rule = { digits: string; bank: Bank; kind: CardKind }

const rulesOf = (table: Readonly<Partial<Record<Bank, readonly string[]>>>, kind: CardKind): Rule[] =>
  bankNames.flatMap((bank) => (table[bank] ?? []).map((digits) => ({ digits, bank, kind })))

/** The longest first digits that fit tell most. */
const rules: readonly Rule[] = [...rulesOf(debit, 'debit'), ...rulesOf(credit, 'credit')].sort(
  (one, other) => other.digits.length - one.digits.length,
)

/** Which bank probably issued a card, and of which kind it is, by its first digits; undefined where the table does not know. */
export const bankHint = (number: string): { bank: Bank; kind: CardKind } | undefined => {
  const rule = rules.find(({ digits }) => number.startsWith(digits))
  return rule && { bank: rule.bank, kind: rule.kind }
}

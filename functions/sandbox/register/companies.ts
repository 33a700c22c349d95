import { testCode } from '../credit-code.ts'
import { people } from '../people.ts'

/** What is compared of a company. */
export type CompanyElement = 'creditCode' | 'companyName' | 'legalRepresentative' | 'idNumber'

/**
 * What the registers say of a test company, every time they are asked. `registered_this_week`: unknown until seven days after it was first asked
 * about, as the vendors' copies are a week old. `closes_later`: in operation until sixty days after it was first asked about, and closed from then on. Three
 * are about the vendor: busy, out of order, or so late that nobody waits.
 */
export type CompanyOutcome =
  | 'consistent'
  | 'moved'
  | 'other_state'
  | 'differs'
  | 'no_record'
  | 'registered_this_week'
  | 'cancelled'
  | 'revoked'
  | 'withdrawn'
  | 'closed'
  | 'vendor_busy'
  | 'vendor_failed'
  | 'timeout_after_sending'
  | 'closes_later'

/** A test company as somebody would type it in; who it is registered with is a test person. */
export type Company = {
  name: string
  creditCode: string
  legalRepresentative: string
  idNumber: string
  outcome: CompanyOutcome
  note: string
}

/** What the register has beside it. `until`: a day as registers write it, of companies that have an end. */
type Row = { name: string; note: string; kind?: '92'; until?: string; differs?: CompanyElement }

const cast: readonly { outcome: CompanyOutcome; rows: readonly Row[] }[] = [
  {
    outcome: 'consistent',
    rows: [
      { name: '测试长风科技（北京）有限公司', note: '四要素一致，在营' },
      { name: '测试望岳文化传播有限公司', note: '四要素一致，在营，营业期限至 2050 年', until: '2050-12-31' },
      { name: '测试听雪餐饮管理有限公司海淀分公司', note: '分公司，负责人一致' },
      { name: '测试明湖投资中心（有限合伙）', note: '合伙企业，执行事务合伙人一致' },
      { name: '测试小满甜品店', note: '个体工商户，经营者一致', kind: '92' },
      { name: '测试青石五金商行', note: '个体工商户，经营者一致', kind: '92' },
    ],
  },
  { outcome: 'moved', rows: [{ name: '测试迁安物流有限公司', note: '四要素一致，已迁出' }] },
  { outcome: 'other_state', rows: [{ name: '测试悬河软件有限公司', note: '四要素一致，登记状态为其他' }] },
  {
    outcome: 'differs',
    rows: [
      { name: '测试云川贸易有限公司', note: '统一社会信用代码不一致', differs: 'creditCode' },
      { name: '测试旧名科技有限公司', note: '企业名称不一致', differs: 'companyName' },
      { name: '测试易主实业有限公司', note: '法定代表人姓名不一致', differs: 'legalRepresentative' },
      { name: '测试错号食品有限公司', note: '法定代表人证件号码不一致', differs: 'idNumber' },
    ],
  },
  { outcome: 'no_record', rows: [{ name: '测试无名科技有限公司', note: '查无此企业' }] },
  {
    outcome: 'registered_this_week',
    rows: [
      { name: '测试新张科技有限公司', note: '本周刚登记：首次核验起 7 天内查无，之后一致' },
      { name: '测试新张茶饮店', note: '个体工商户，本周刚登记', kind: '92' },
    ],
  },
  { outcome: 'cancelled', rows: [{ name: '测试散场传媒有限公司', note: '四要素一致，已注销' }] },
  { outcome: 'revoked', rows: [{ name: '测试失照建材有限公司', note: '四要素一致，已吊销' }] },
  { outcome: 'withdrawn', rows: [{ name: '测试归零商贸有限公司', note: '四要素一致，登记已撤销' }] },
  { outcome: 'closed', rows: [{ name: '测试歇业酒店有限公司', note: '四要素一致，已停业' }] },
  { outcome: 'vendor_busy', rows: [{ name: '测试繁忙科技有限公司', note: '核验服务每次都答频率超限，未查询' }] },
  { outcome: 'vendor_failed', rows: [{ name: '测试故障科技有限公司', note: '核验服务每次都答系统异常' }] },
  {
    outcome: 'timeout_after_sending',
    rows: [{ name: '测试缓行科技有限公司', note: '核验服务收到请求后迟迟不答' }],
  },
  { outcome: 'closes_later', rows: [{ name: '测试暮春花艺有限公司', note: '首次核验起 60 天内在营，之后已停业' }] },
]

/** Legal representatives are people who can be verified themselves, in turn. */
const representatives = people.filter(({ outcome, idNumber }) => outcome === 'match' && !/^8/.test(idNumber))

const all = cast.flatMap(({ outcome, rows }, group) =>
  rows.map((row, at) => {
    const who = representatives[(group + at) % representatives.length]
    if (!who) throw new Error('nobody of the catalogue can stand for a company')
    const creditCode = testCode(row.kind ?? '91', `${group + 10}${String(at + 1).padStart(6, '0')}`)
    const company: Company = {
      ...{ name: row.name, creditCode, legalRepresentative: who.name, idNumber: who.idNumber },
      ...{ outcome, note: row.note },
    }
    return { company, until: row.until, differs: row.differs }
  }),
)

/** The published catalogue. Codes pass every check, are of a place that is none, and belong to nobody. */
export const companies: readonly Company[] = all.map(({ company }) => company)

/** What a register knows of a company beside what it would be typed in as. */
export type Entry = (typeof all)[number]

/** The entry of a code, or else of a name; undefined where neither is known. */
export const entryOf = (creditCode: string, name: string): Entry | undefined =>
  all.find(({ company }) => company.creditCode === creditCode) ?? all.find(({ company }) => company.name === name)

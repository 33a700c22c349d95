import { checkDigit } from './id-number.ts'

/** What the identity vendor says about a test person, every time it is asked. */
export type PersonOutcome =
  | 'match'
  | 'mismatch'
  | 'no_record'
  | 'vendor_busy'
  | 'timeout_after_sending'
  | 'unsupported_segment'
  | 'daily_limit'
  | 'alibaba_cloud_only'

/** What belongs to a person. */
export type Element = 'name' | 'idNumber' | 'phone'

/** A test person as somebody would type them in. */
export type Person = { name: string; idNumber: string; phone: string; outcome: PersonOutcome; note: string }

/** `body`: the first 17 digits of the ID number, birth year 1880 to 1899, so that nobody alive can hold it. */
type Row = { name: string; body: string; note?: string; lowerCaseX?: true; differs?: readonly Element[] }

const notes: Record<PersonOutcome, string> = {
  match: '三要素一致',
  mismatch: '三要素不一致',
  no_record: '查无记录',
  vendor_busy: '核验服务每次都答繁忙',
  timeout_after_sending: '核验服务收到请求后迟迟不答',
  unsupported_segment: '号段不受支持',
  daily_limit: '当日次数已达上限',
  alibaba_cloud_only: '号段只有阿里云支持，腾讯云不支持',
}

const cast: readonly { outcome: PersonOutcome; rows: readonly Row[] }[] = [
  {
    outcome: 'match',
    rows: [
      { name: '林知夏', body: '11010118800101001' },
      { name: '陈望舒', body: '31010118810215002' },
      { name: '周予安', body: '44030518820330003' },
      { name: '许清越', body: '33010218830412004' },
      { name: '沈见山', body: '32010218840523005' },
      { name: '陆星河', body: '51010418850618006' },
      { name: '顾长宁', body: '42010218860709007' },
      { name: '宋云归', body: '61010218870821008' },
      { name: '江晚晴', body: '37010218880929009' },
      { name: '欧阳远山', body: '35010218891031010', note: '复姓' },
      { name: '何子健', body: '81000018900101011', note: '香港居民居住证' },
      { name: '黄嘉欣', body: '82000018910202012', note: '澳门居民居住证' },
      { name: '张雅婷', body: '83000018920303013', note: '台湾居民居住证' },
      { name: '阿依古丽·买买提', body: '65010218930404014', note: '少数民族姓名，带间隔号' },
      { name: '李䶮', body: '34010218940505015', note: '生僻字姓名' },
      { name: '𠮷庆丰', body: '36010218950606016', note: '生僻字姓名，四字节字符' },
      { name: '孙一诺', body: '32050218880617001', note: '号码以小写 x 结尾', lowerCaseX: true },
      { name: '郑南乔', body: '50010318960716017' },
      { name: '韩书屿', body: '21010218970827018' },
      { name: '唐听雨', body: '43010218981108019' },
    ],
  },
  {
    outcome: 'mismatch',
    rows: [
      { name: '赵可心', body: '11010518800202101', note: '手机号是别人的', differs: ['phone'] },
      { name: '钱思齐', body: '31010418810316102', note: '姓名不符', differs: ['name'] },
      { name: '吴若谷', body: '44010418820427103', note: '证件号码不符', differs: ['idNumber'] },
      { name: '冯景行', body: '33010318830508104' },
      { name: '卫怀瑾', body: '32010418840619105' },
      { name: '蒋观澜', body: '51010518850730106' },
      { name: '杨鹤鸣', body: '42010318860811107' },
      { name: '朱采薇', body: '61010318870922108' },
      { name: '秦川柏', body: '81000018881003109', note: '香港居民居住证，三要素不一致' },
      { name: '尤疏桐', body: '37010318891114110' },
    ],
  },
  {
    outcome: 'no_record',
    rows: [
      { name: '孔令仪', body: '11010618800303201' },
      { name: '曹闻笛', body: '31010518810417202' },
      { name: '严守拙', body: '44010518820528203' },
      { name: '华清池', body: '33010418830609204' },
      { name: '金缕衣', body: '32010518840720205' },
      { name: '魏如风', body: '51010618850801206' },
      { name: '陶知白', body: '42010418860912207' },
      { name: '姜白石', body: '61010418871023208' },
      { name: '戚少商', body: '37010418881104209' },
      { name: '谢庭兰', body: '83000018891215210', note: '台湾居民居住证，查无记录' },
    ],
  },
  {
    outcome: 'vendor_busy',
    rows: [
      { name: '邹繁星', body: '11010718800404301' },
      { name: '喻晨钟', body: '31010618810518302' },
    ],
  },
  {
    outcome: 'timeout_after_sending',
    rows: [
      { name: '柏迟迟', body: '11010818800505401' },
      { name: '水缓缓', body: '31010718810619402' },
      { name: '窦慢行', body: '44010618820720403' },
    ],
  },
  {
    outcome: 'unsupported_segment',
    rows: [
      { name: '章虚白', body: '11010918800606501' },
      { name: '云无心', body: '31010918810720502' },
    ],
  },
  {
    outcome: 'daily_limit',
    rows: [
      { name: '苏满溢', body: '11011118800707601' },
      { name: '潘限行', body: '31011018810821602' },
    ],
  },
  {
    outcome: 'alibaba_cloud_only',
    rows: [
      { name: '梁一苇', body: '11011218800808701' },
      { name: '杜若溪', body: '31011218810922702' },
    ],
  },
]

/**
 * The number of the nth person of a group. 194 is a prefix that no carrier has been given; the next digit tells the outcome apart. Each has a segment (the first seven digits)
 * of their own, or one whose number the vendor cannot check would stand in the way of all others.
 */
export const phoneOf = (outcome: number, at: number): string => {
  const own = `${outcome + 1}${String(at + 1).padStart(3, '0')}`
  return `194${own}${own}`
}

/** The published catalogue. Numbers pass the check digit and belong to nobody. */
export const people: readonly Person[] = cast.flatMap(({ outcome, rows }, group) =>
  rows.map(({ name, body, note, lowerCaseX }, at): Person => {
    const idNumber = body + checkDigit(body)
    return {
      name,
      idNumber: lowerCaseX ? idNumber.toLowerCase() : idNumber,
      phone: phoneOf(group, at),
      outcome,
      note: note ?? notes[outcome],
    }
  }),
)

/** The person with that ID number, whatever the case of its x. */
export const personWith = (idNumber: string): Person | undefined =>
  people.find((person) => person.idNumber.toUpperCase() === idNumber.toUpperCase())

const differing = new Map(
  cast.flatMap(({ rows }) => rows.map(({ body, differs }) => [body + checkDigit(body), differs] as const)),
)

/** What of a person is not theirs, as far as a vendor can tell; undefined where it cannot, or all is. */
export const differsOf = ({ idNumber }: Person): readonly Element[] | undefined => differing.get(idNumber.toUpperCase())

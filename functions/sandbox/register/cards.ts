/** How a bank stands to one of its cards; `of_another` and `other_phone`: it knows it with another holder, or with another mobile. */
const cardStates = [
  'good',
  'lost',
  'not_offered',
  'expired',
  'asleep',
  'locked',
  'not_online',
  'of_another',
  'other_phone',
] as const
export type CardState = (typeof cardStates)[number]

const notes: Record<CardState, string> = {
  good: '核验一致，属于任何出示它的测试人物',
  lost: '已挂失',
  not_offered: '发卡行不参加核验',
  expired: '已过有效期',
  asleep: '未激活或睡眠卡',
  locked: '密码错误次数过多，已锁定',
  not_online: '未开通无卡支付',
  of_another: '持卡人是别人',
  other_phone: '银行预留的是另一个手机号',
}

const rows: readonly (readonly [number: string, state: CardState])[] = [
  ['6200000000000005', 'good'],
  ['6205500000000000004', 'good'],
  ['6200000000000088', 'good'],
  ['6200000000000047', 'lost'],
  ['6216261000000000018', 'not_offered'],
  ['6200000000000013', 'expired'],
  ['6200000000000021', 'asleep'],
  ['6200000000000039', 'locked'],
  ['6200000000000054', 'not_online'],
  ['6200000000000062', 'of_another'],
  ['6200000000000070', 'other_phone'],
]

/**
 * Published numbers that pass every check of a card and are nobody's. Others are taken for no card at all, so that nobody's real card
 * gets into a sandbox.
 */
export const cards = rows.map(([number, state]) => ({ number, note: notes[state] }))

const states = new Map(rows)

export const cardState = (number: string): CardState | undefined => states.get(number)

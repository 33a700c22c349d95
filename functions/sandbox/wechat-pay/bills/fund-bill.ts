import { type Fen, yuan } from '../../../../shared/kernel/money.ts'
import type { Millis } from '../../../../shared/kernel/time.ts'
import { beijingTime } from '../../beijing.ts'
import type { Entry, Withdrawal } from '../../bill/journal.ts'
import { type Movement, sumOf } from '../../bill/movement.ts'
import { movedByOtherTills, paidAtOtherTills } from '../../bill/other-tills.ts'
import type { WeChatPayKeys } from '../../sandbox.ts'
import { csv } from './csv.ts'

/** One movement of the merchant's balance; `fen` is negative when it goes out. */
export type Flow = {
  at: Millis
  businessNo: string
  flowNo: string
  name: string
  type: string
  fen: Fen
  note: string
  voucher: string
}

/** What is paid comes in whole and its charge goes out; a refund goes out less the charge that comes back with it. */
const flowsOf = (row: Movement): Flow[] => {
  const { at, transactionId: flowNo } = row
  if (row.kind === 'payment') {
    const of = { at, businessNo: flowNo, flowNo, name: '交易', voucher: row.outTradeNo, note: '' }
    const fee = { ...of, type: '扣除交易手续费', fen: 0 - row.feeFen }
    return [{ ...of, type: '交易', fen: row.fen }, ...(row.feeFen > 0 ? [fee] : [])]
  }
  if (row.refundState === 'FAIL') return []
  const note = `退款总金额${yuan(row.fen)}元;含手续费${yuan(row.feeFen)}元`
  const of = { at, businessNo: row.refundId, flowNo, name: '退款', type: '退款', voucher: row.outRefundNo, note }
  return [{ ...of, fen: row.feeFen - row.fen }]
}

const withdrawn = ({ at, withdrawalId, fen }: Withdrawal): Flow => ({
  ...{ at, businessNo: withdrawalId, flowNo: withdrawalId, voucher: withdrawalId },
  ...{ name: '提现', type: '提现', fen: 0 - fen, note: '' },
})

/** What other tills moved on the account. */
export const otherFlows = (dayStart: Millis): Flow[] => [
  ...paidAtOtherTills(dayStart).flatMap(flowsOf),
  ...movedByOtherTills(dayStart).map(({ at, no, type, fen }) => ({
    ...{ at, businessNo: no, flowNo: no, voucher: '' },
    ...{ name: type, type, fen, note: '' },
  })),
]

/** All that moved the balance, oldest first. */
export const balanceFlows = (movements: readonly Movement[], entries: readonly Entry[]): Flow[] => {
  const out = entries.filter((entry) => entry.kind === 'withdrawal').map(withdrawn)
  return [...movements.flatMap(flowsOf), ...out].toSorted((one, other) => one.at - other.at)
}

export const balanceOf = (flows: readonly Flow[]): Fen => sumOf(flows, ({ fen }) => fen)

const TITLES = [
  ...['记账时间', '微信支付业务单号', '资金流水单号', '业务名称', '业务类型', '收支类型'],
  ...['收支金额(元)', '账户结余(元)', '资金变更提交申请人', '备注', '业务凭证号'],
]

/** The fund bill of account BASIC: the flows of one day after those before it. `moreFen` as in the trade bill. */
export const fundBill = (before: readonly Flow[], day: readonly Flow[], keys: WeChatPayKeys, moreFen: Fen): string => {
  let balance = balanceOf(before)
  const rows = day.map((flow) => {
    balance += flow.fen
    const direction = flow.fen < 0 ? '支出' : '收入'
    const amounts = [yuan(Math.abs(flow.fen)), yuan(balance)]
    const named = [beijingTime(flow.at), flow.businessNo, flow.flowNo, flow.name, flow.type, direction]
    return [...named, ...amounts, `${keys.mchid}API`, flow.note, flow.voucher]
  })
  const income = day.filter(({ fen }) => fen >= 0)
  const outgo = day.filter(({ fen }) => fen < 0)
  return csv(TITLES, rows, [
    ['资金流水总笔数', String(day.length)],
    ['收入笔数', String(income.length)],
    ['收入金额', yuan(balanceOf(income) + moreFen)],
    ['支出笔数', String(outgo.length)],
    ['支出金额', yuan(0 - balanceOf(outgo))],
  ])
}

import type { Operation } from '../operation.ts'
import { askFundBill, askTradeBill, download } from './bills.ts'

const dayInQuery: Operation['subject'] = async (_, { query }) => query.get('bill_date')?.replaceAll('-', '')

export const billOperations: readonly Operation[] = [
  {
    method: 'GET',
    path: /^bill\/tradebill$/,
    target: 'wechat_pay_bill',
    subject: dayInQuery,
    run: (sandbox, { query }, effect) => askTradeBill(sandbox, query, effect),
  },
  {
    method: 'GET',
    path: /^bill\/fundflowbill$/,
    target: 'wechat_pay_bill',
    subject: dayInQuery,
    run: (sandbox, { query }, effect) => askFundBill(sandbox, query, effect),
  },
  {
    method: 'GET',
    path: /^billdownload\/file$/,
    target: 'wechat_pay_bill_download',
    subject: async () => undefined,
    run: (sandbox, { query }) => download(sandbox, query),
  },
]

import * as z from 'zod/mini'
import type { WeChatPaySandbox } from '../sandbox.ts'
import { billOperations } from './bills/operations.ts'
import { readBody } from './bodies.ts'
import { complaintOperations } from './complaints/operations.ts'
import type { Call, Operation } from './operation.ts'
import type { Product } from './order.ts'
import { queryRefund, refund } from './refunds.ts'
import { ownerOf } from './store.ts'
import { close, create, query } from './transactions.ts'

const numbers = z.object({ out_trade_no: z.optional(z.string()), transaction_id: z.optional(z.string()) })

const orderInBody = async (sandbox: WeChatPaySandbox, { rawBody }: Call): Promise<string | undefined> => {
  const read = readBody(numbers, rawBody)
  if (!read.ok) return undefined
  const { out_trade_no, transaction_id } = read.value
  if (out_trade_no !== undefined || transaction_id === undefined) return out_trade_no
  return ownerOf(sandbox, 'wechatTransaction', transaction_id)
}

const orderInPath = async (_: WeChatPaySandbox, { number }: Call): Promise<string> => number

const creating = (product: Product, path: RegExp): Operation => ({
  method: 'POST',
  path,
  target: 'wechat_pay_create',
  subject: orderInBody,
  run: (sandbox, call) => create(sandbox, product, call.rawBody),
})

const operations: readonly Operation[] = [
  creating('native', /^pay\/transactions\/native$/),
  creating('h5', /^pay\/transactions\/h5$/),
  creating('jsapi', /^pay\/transactions\/jsapi$/),
  {
    method: 'GET',
    path: /^pay\/transactions\/out-trade-no\/([^/]+)$/,
    target: 'wechat_pay_query',
    subject: orderInPath,
    run: (sandbox, call) => query(sandbox, call.number, call.query.get('mchid') ?? undefined),
  },
  {
    method: 'POST',
    path: /^pay\/transactions\/out-trade-no\/([^/]+)\/close$/,
    target: 'wechat_pay_close',
    subject: orderInPath,
    run: (sandbox, call) => close(sandbox, call.number, call.rawBody),
  },
  {
    method: 'POST',
    path: /^refund\/domestic\/refunds$/,
    target: 'wechat_pay_refund',
    subject: orderInBody,
    run: (sandbox, call, effect) => refund(sandbox, call.rawBody, effect?.does === 'end_refund' ? effect : undefined),
  },
  {
    method: 'GET',
    path: /^refund\/domestic\/refunds\/([^/]+)$/,
    target: 'wechat_pay_refund_query',
    subject: (sandbox, call) => ownerOf(sandbox, 'wechatRefund', call.number),
    run: (sandbox, call, effect) => queryRefund(sandbox, call.number, effect),
  },
  ...billOperations,
  ...complaintOperations,
]

/** The operation at a path below /v3/, decoded, with the number it carries; 404 and 405 as the channel answers them. */
export const operationAt = (
  method: string,
  path: string,
): { kind: 'found'; operation: Operation; number: string } | { kind: 'missing'; status: 404 | 405 } => {
  const here = operations.filter((one) => one.path.test(path))
  const operation = here.find((one) => one.method === method)
  if (!operation) return { kind: 'missing', status: here.length > 0 ? 405 : 404 }
  return { kind: 'found', operation, number: operation.path.exec(path)?.[1] ?? '' }
}

import { untilCommitted } from '../documents.ts'
import type { WeChatPaySandbox } from '../sandbox.ts'
import { closeBody, createBody, readBody } from './bodies.ts'
import { codeUrl } from './code-url.ts'
import { decideCreate } from './decide.ts'
import { closed, type Product } from './order.ts'
import { h5Url, prepayId } from './prepay.ts'
import { done, type Reply, refuse } from './reply.ts'
import { orderShown } from './show.ts'
import { orderChanged, orderCreated, readOrder } from './store.ts'

/** What the payer needs, by product; fresh every time, for the same order. */
const handedOut: Record<Product, (outTradeNo: string, now: number, publicUrl: string) => Record<string, string>> = {
  native: (outTradeNo, now) => ({ code_url: codeUrl(outTradeNo, now) }),
  h5: (outTradeNo, now, publicUrl) => ({ h5_url: h5Url(publicUrl, outTradeNo, now) }),
  jsapi: (outTradeNo, now) => ({ prepay_id: prepayId(outTradeNo, now) }),
}

/** POST /v3/pay/transactions/{native,h5,jsapi}. An identical repeat answers a fresh code for the same order. */
export const create = async (sandbox: WeChatPaySandbox, product: Product, rawBody: Buffer): Promise<Reply> => {
  const read = readBody(createBody(sandbox.publicUrl, product), rawBody)
  if (!read.ok) return refuse('param_error', read.detail)
  const body = read.value
  if (body.mchid !== sandbox.wechatPay.mchid) return refuse('mchid_not_match')
  if (body.appid !== sandbox.wechatPay.appid) return refuse('appid_mchid_not_match')
  return untilCommitted(async () => {
    const now = sandbox.clock.now()
    const before = await readOrder(sandbox, body.out_trade_no)
    const decided = decideCreate(before?.value, product, body, read.digest, now)
    if (decided.kind === 'refused') return decided
    if (decided.kind === 'created') {
      const committed = await sandbox.table.commit([orderCreated(sandbox, decided.order)])
      if (committed.kind === 'conflict') return 'overtaken'
    }
    return done(handedOut[product](body.out_trade_no, now, sandbox.publicUrl))
  })
}

/** GET /v3/pay/transactions/out-trade-no/{out_trade_no}?mchid=… */
export const query = async (
  sandbox: WeChatPaySandbox,
  outTradeNo: string,
  mchid: string | undefined,
): Promise<Reply> => {
  if (!mchid) return refuse('param_error', { field: 'mchid', issue: 'missing', location: 'query' })
  if (mchid !== sandbox.wechatPay.mchid) return refuse('mchid_not_match')
  const found = await readOrder(sandbox, outTradeNo)
  return found ? done(orderShown(found.value, sandbox.wechatPay, sandbox.clock.now())) : refuse('order_not_exist')
}

/** POST /v3/pay/transactions/out-trade-no/{out_trade_no}/close. May be repeated; a paid order stays paid. */
export const close = async (sandbox: WeChatPaySandbox, outTradeNo: string, rawBody: Buffer): Promise<Reply> => {
  const read = readBody(closeBody, rawBody)
  if (!read.ok) return refuse('param_error', read.detail)
  if (read.value.mchid !== sandbox.wechatPay.mchid) return refuse('mchid_not_match')
  return untilCommitted(async () => {
    const before = await readOrder(sandbox, outTradeNo)
    if (!before) return refuse('order_not_exist')
    const after = closed(before.value, sandbox.clock.now())
    if (!after) return refuse('order_paid')
    if (before.value.closedAt !== undefined) return done()
    const committed = await sandbox.table.commit([orderChanged(sandbox, before, after)])
    return committed.kind === 'conflict' ? 'overtaken' : done()
  })
}

import { readBeijingTime } from '../beijing.ts'
import { untilCommitted } from '../documents.ts'
import type { AlipaySandbox } from '../sandbox.ts'
import {
  fenOf,
  lifeOf,
  type OrderBody,
  pageBody,
  precreateBody,
  readBody,
  requestDigest,
  tradeBody,
  wapBody,
} from './bodies.ts'
import { decideClose, decideOffer } from './decide.ts'
import { qrCode } from './qr-code.ts'
import { done, type Reply, refuse } from './reply.ts'
import { nothingShown, tradeShown } from './show.ts'
import type { Params } from './signature.ts'
import { folderWritten, ownerOf, readFolder } from './store.ts'
import type { Offer, Product } from './trade.ts'

const bodies = { precreate: precreateBody, wap: wapBody, page: pageBody }

/** Somewhere the channel may send to: https, or plain http under the own address. */
const mayBeCalled = (url: string | undefined, publicUrl: string): boolean => {
  if (url === undefined) return true
  const parsed = URL.parse(url)
  return parsed?.protocol === 'https:' || (parsed !== null && parsed.origin === URL.parse(publicUrl)?.origin)
}

const offerOf = (product: Product, body: OrderBody, params: Params): Offer => {
  const notifyUrl = params.get('notify_url')
  const { out_trade_no, total_amount, subject, time_expire, timeout_express, passback_params } = body
  const totalFen = fenOf(total_amount)
  const words = [out_trade_no, String(totalFen), subject, time_expire, timeout_express, passback_params]
  return {
    product,
    request: requestDigest(product, notifyUrl, ...words),
    subject,
    totalFen,
    notifyUrl,
    returnUrl: params.get('return_url'),
    passback: passback_params,
    expiresAt: time_expire === undefined ? undefined : readBeijingTime(time_expire),
    lifeMs: timeout_express === undefined ? undefined : lifeOf(timeout_express),
  }
}

export type Offered = { kind: 'offered'; outTradeNo: string; at: number; offer: Offer }

/** Remembers what the merchant asks for. No trade comes of it before a buyer does. */
export const offer = async (
  sandbox: AlipaySandbox,
  product: Product,
  params: Params,
): Promise<Offered | Extract<Reply, { kind: 'refused' }>> => {
  const body = readBody(bodies[product], params.get('biz_content'))
  const addresses = [params.get('notify_url'), params.get('return_url')]
  if (!body || !addresses.every((url) => mayBeCalled(url || undefined, sandbox.publicUrl)))
    return { kind: 'refused', error: 'param_invalid' }
  const outTradeNo = body.out_trade_no
  const wanted = offerOf(product, body, params)
  return untilCommitted<Offered | Extract<Reply, { kind: 'refused' }>>(async () => {
    const before = await readFolder(sandbox, outTradeNo)
    const decided = decideOffer(before?.value ?? { outTradeNo, offers: [] }, wanted, sandbox.clock.now())
    if (decided.kind === 'refused') return decided
    if (decided.folder !== before?.value) {
      const committed = await sandbox.table.commit([folderWritten(sandbox, before, decided.folder)])
      if (committed.kind === 'conflict') return 'overtaken'
    }
    return { kind: 'offered', outTradeNo, at: decided.at, offer: wanted }
  })
}

/** alipay.trade.precreate */
export const precreate = async (sandbox: AlipaySandbox, params: Params): Promise<Reply> => {
  const offered = await offer(sandbox, 'precreate', params)
  if (offered.kind === 'refused') return offered
  const { outTradeNo, at } = offered
  return done({ out_trade_no: outTradeNo, qr_code: qrCode(outTradeNo, at, sandbox.clock.now()) })
}

/** alipay.trade.query */
export const query = async (sandbox: AlipaySandbox, content: string | undefined): Promise<Reply> => {
  const body = readBody(tradeBody, content)
  if (!body) return refuse('param_invalid')
  const outTradeNo = await ownerOf(sandbox, body)
  const trade = outTradeNo === undefined ? undefined : (await readFolder(sandbox, outTradeNo))?.value.trade
  if (outTradeNo === undefined || !trade) return refuse('trade_not_exist', nothingShown(body.out_trade_no))
  return done(tradeShown({ outTradeNo, trade }, sandbox.clock.now()))
}

/** alipay.trade.close. What nobody has scanned yet cannot be closed, and can still be scanned afterwards. */
export const close = async (sandbox: AlipaySandbox, content: string | undefined): Promise<Reply> => {
  const body = readBody(tradeBody, content)
  if (!body) return refuse('param_invalid')
  const outTradeNo = await ownerOf(sandbox, body)
  if (outTradeNo === undefined) return refuse('trade_not_exist')
  return untilCommitted<Reply>(async () => {
    const before = await readFolder(sandbox, outTradeNo)
    const decided = decideClose(before?.value.trade, sandbox.clock.now())
    if (decided.kind === 'refused' || !before) return refuse('error' in decided ? decided.error : 'trade_not_exist')
    const after = { ...before.value, trade: decided.trade }
    const committed = await sandbox.table.commit([folderWritten(sandbox, before, after)])
    return committed.kind === 'conflict'
      ? 'overtaken'
      : done({ out_trade_no: outTradeNo, trade_no: decided.trade.tradeNo })
  })
}

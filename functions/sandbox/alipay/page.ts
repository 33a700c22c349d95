import type { AlipaySandbox } from '../sandbox.ts'
import type { Reply } from './reply.ts'
import type { Params } from './signature.ts'
import type { Product } from './trade.ts'
import { offer } from './trades.ts'

/** alipay.trade.wap.pay and alipay.trade.page.pay: the page on which the buyer logs in. Opening it makes no trade yet. */
export const openPage = async (
  sandbox: AlipaySandbox,
  product: Exclude<Product, 'precreate'>,
  params: Params,
): Promise<Reply> => {
  const offered = await offer(sandbox, product, params)
  if (offered.kind === 'refused') return offered
  const { subject, totalFen } = offered.offer
  return { kind: 'page', asked: { description: subject, amountFen: totalFen } }
}

import { yuan } from '../../../shared/kernel/money.ts'
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
  return { kind: 'page', title: '支付宝收银台', lines: [subject, `￥${yuan(totalFen)}`, offered.outTradeNo] }
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** A page without script, style or anything else that is fetched. */
export const pageHtml = (title: string, lines: readonly string[]): string =>
  [
    '<!doctype html>',
    `<html lang="zh"><head><meta charset="utf-8"><title>${escaped(title)}</title></head><body>`,
    `<h1>${escaped(title)}</h1>`,
    ...lines.map((line) => `<p>${escaped(line)}</p>`),
    '</body></html>',
  ].join('\n')

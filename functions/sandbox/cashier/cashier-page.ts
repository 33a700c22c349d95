import type { Answer } from '../../../shared/http/answer.ts'
import { type Fen, yuan } from '../../../shared/kernel/money.ts'
import type { Channel } from '../delivery/task.ts'
import { escaped } from '../page-html.ts'
import { type Both, both, formButton, standInPage } from '../stand-in-page.ts'
import { otherAmount, type Way } from './ways.ts'

const channels: Record<Channel, Both> = {
  wechat_pay: { zh: '微信支付收银台', en: 'Cashier of WeChat Pay' },
  alipay: { zh: '支付宝收银台', en: 'Cashier of Alipay' },
}

const PRETENDED: Both = {
  zh: '这是沙箱里的模拟收银台，不收真钱。',
  en: 'This is a pretend cashier of the sandbox: no real money.',
}

const page = (channel: Channel, card: readonly string[]): Answer => standInPage(channels[channel], PRETENDED, card)

const back = (url: string | undefined): string[] =>
  url === undefined
    ? [`<p>${both({ zh: '请回到打开本页之前的页面。', en: 'Go back to the page you came from.' })}</p>`]
    : [
        `<p><a class="button button-wide" href="${escaped(url)}">${both({ zh: '返回商家', en: 'Back to where I came from' })}</a></p>`,
      ]

const button = (way: Way | 'refuse', text: Both, kind?: string): string => formButton('way', way, text, kind)

/** What a payer may be asked for: `action` is where the page sends what was pressed. */
export type Asked = { channel: Channel; description: string; amountFen: Fen; action: string }

const odd = (other: string): readonly [Way, Both][] => [
  ['late', { zh: '付款，但通知晚 10 分钟', en: 'Pay, and the service is told 10 minutes late' }],
  ['twice', { zh: '付款，通知两次', en: 'Pay, and the service is told twice' }],
  ['lost', { zh: '付款，但不通知', en: 'Pay, and the service is not told' }],
  ['other', { zh: `付成 ${other}`, en: `Pay ${other} instead` }],
  ['closed', { zh: '订单关闭或过期也付款', en: 'Pay even if the order is closed or has expired' }],
]

/** The page on which somebody pays or does not. It runs no script and shows both languages: nothing of the payer is known there. */
export const cashierPage = ({ channel, description, amountFen, action }: Asked): Answer => {
  const amount = `¥${yuan(amountFen)}`
  return page(channel, [
    `<p>${escaped(description)}</p>`,
    `<p class="cashier-amount">${amount}</p>`,
    `<form method="post" action="${escaped(action)}">`,
    button('as_asked', { zh: `支付 ${amount}`, en: 'Pay' }, 'button-main'),
    button('refuse', { zh: '不付，返回', en: 'Go back without paying' }),
    `<details><summary>${both({ zh: '让付款出点状况', en: 'Let something go wrong' })}</summary>`,
    ...odd(`¥${yuan(otherAmount(amountFen))}`).map(([way, text]) => button(way, text)),
    '</details></form>',
  ])
}

/** What the channel says in the place of its cashier, and the way back; none known where `to` is undefined. */
export const cashierSays = (channel: Channel, said: Both, to: string | undefined, note = ''): Answer =>
  page(channel, [
    `<p role="status">${both(said)}</p>`,
    ...(note && [`<p class="quiet">${escaped(note)}</p>`]),
    ...back(to),
  ])

/** The address, where it is one of this deployment's own; channels send browsers to registered domains only. */
export const ownAddress = (url: string | null | undefined, publicUrl: string): string | undefined =>
  url && URL.parse(url)?.origin === URL.parse(publicUrl)?.origin ? url : undefined

/** Why nothing can be paid here, by the code that refuses it. */
export const refusalSaid = (code: string): Both => {
  const said: Record<string, Both> = {
    order_not_payable: { zh: '这笔订单已支付或已关闭。', en: 'This order is paid or closed already.' },
    order_expired: { zh: '付款链接已过期，请返回后重新支付。', en: 'This link has expired: go back and pay again.' },
    signature_invalid: { zh: '商家签名错误。', en: 'The signature of the merchant is wrong.' },
  }
  return (
    (Object.hasOwn(said, code) ? said[code] : undefined) ?? {
      zh: '没有这笔订单，请返回后重新支付。',
      en: 'There is no such order: go back and pay again.',
    }
  )
}

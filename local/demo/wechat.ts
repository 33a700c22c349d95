import type { Stage } from './journeys.ts'
import {
  codeAt,
  comeBack,
  joinByPhone,
  leaveToBind,
  ownPhone,
  scanAs,
  type Visitor,
  visitByScan,
  visitInside,
  visitorAt,
} from './wechat-visitor.ts'

const NAME = '演示'

/** Whether somebody is signed in there. */
const isIn = async (visitor: Visitor): Promise<boolean> => (await visitor.open('/v1/account')).status === 200

/**
 * W1 somebody signs in by WeChat: unknown at first, so that they prove a number; then by a scan alone, refused once, and inside WeChat; they
 * unbind, and bind anew. Answers whether each was as it must be.
 */
export const wechatHolds = async (
  { platform, step }: Stage,
  phone: string,
  say: (line: string) => void,
): Promise<boolean> => {
  say('\nsigning in by WeChat')
  const site = platform.url
  const ends: string[] = []
  const note = (what: string, end: string): void => {
    ends.push(end)
    step(`${what}: ${end}`)
  }
  const first = visitorAt(site)
  note('a desktop whose code an unknown WeChat user scans and confirms', await visitByScan(first, site, NAME))
  note('they prove their number', (await joinByPhone(first, platform, phone)).wechat)
  const second = visitorAt(site)
  note('another desktop, scanned and confirmed', await visitByScan(second, site, NAME))
  const third = visitorAt(site)
  note('a third, refused on the phone', await visitByScan(third, site, undefined))
  await platform.pass('2m')
  await platform.sandbox.fault({ target: 'wechat_token', mode: 'follower', times: 1 })
  note('inside WeChat, asked nothing', await visitInside(third, site))

  const token = first.session() ?? ''
  const mine = platform.shiming.withSession(token).wechat
  await mine.unbind(await ownPhone(platform, token, phone))
  note('after a code to the number WeChat is unbound; the others are', (await isIn(second)) ? 'in' : 'out')
  await platform.pass('2m')
  const { page, uuid } = await codeAt(first, await leaveToBind(first, await ownPhone(platform, token, phone)))
  await scanAs(site, uuid, NAME)
  note('after another, bound anew', await comeBack(first, site, page))
  const held =
    ends.join(' ') ===
    [
      ...['/sign-in?wechat=unknown&to=%2Fverify', 'bound', '/verify', '/sign-in?wechat=denied&to=%2Fverify', '/verify'],
      ...['out', '/wechat?wechat=bound'],
    ].join(' ')
  say(`signing in by WeChat: ${held ? 'ok' : 'WRONG'}`)
  return held
}

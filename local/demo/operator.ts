import { ownReasons } from '../../functions/audit/own-reasons.ts'
import { codeAt, stepAt } from '../../functions/operators/access/totp.ts'
import type { PersonRole } from '../../functions/operators/rights.ts'
import { enrolRoute, lookAtEnrolmentRoute, stepUpRoute } from '../../functions/operators/sign-in.route.ts'
import { invite } from '../../infra/operator/invite.ts'
import { placeHere } from '../../infra/operator/place.ts'
import type { Platform } from './platform.ts'

export const PASSWORD = '晚来天欲雪，能饮一杯无乎'

/** Somebody on the console of an instance, in a session that has just begun. */
export type OnConsole = { name: string; role: PersonRole; secret: string; token: string; lastStep: number }

/** An instance and its clock. */
export type At = { platform: Platform; engine: { now(): number } }

const tokenIn = (link: string): string => link.slice(link.indexOf('#') + 1)

/** Whoever has a link takes it, as the page does. */
export const takeLink = async ({ platform, engine }: At, link: string): Promise<OnConsole> => {
  const token = tokenIn(link)
  const { name, role, secret, nonce } = await platform.must(lookAtEnrolmentRoute, { body: { token } })
  const lastStep = stepAt(engine.now())
  const code = codeAt(secret, lastStep)
  const opened = await platform.must(enrolRoute, { body: { token, nonce, password: PASSWORD, code } })
  return { name, role, secret, token: opened.token ?? '', lastStep }
}

/** Invites somebody from the command line, as the first admin is, and they enrol. */
export const operatorAt = async (at: At, name: string, role: PersonRole = 'admin'): Promise<OnConsole> => {
  const { link } = await invite(await placeHere(at.platform.url), {
    name,
    role,
    reason: ownReasons.invitedAtFirst,
  })
  return takeLink(at, link)
}

/** A code that they have not used: the next step's where this one's was. */
export const freshCode = ({ engine }: Pick<At, 'engine'>, who: OnConsole): string => {
  who.lastStep = Math.max(who.lastStep + 1, stepAt(engine.now()))
  return codeAt(who.secret, who.lastStep)
}

/** They confirm once more that it is them. */
export const stepUp = (at: At, who: OnConsole) =>
  at.platform.must(stepUpRoute, { token: who.token, body: { code: freshCode(at, who) } })

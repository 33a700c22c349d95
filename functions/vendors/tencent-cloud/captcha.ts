import * as z from 'zod/mini'
import type { Captcha, CaptchaResult } from '../../account/codes/captcha.ts'
import { rowFor } from '../answer-codes.ts'
import { type AccountParts, depsOf, type TencentDeps } from './account.ts'
import { type CaptchaCodeRow, errorCodes, ticketCodes } from './captcha-codes.ts'
import { readTc3Reply, type Tc3Answer, tc3Request } from './tc3-exchange.ts'

/** `url`: https://captcha.tencentcloudapi.com or a stand-in's address. */
export type TencentCaptchaConfig = {
  url: string
  secretId: string
  secretKey: string
  captchaAppId: string
  captchaAppSecretKey: string
}

const DESCRIBE_CAPTCHA_RESULT = { service: 'captcha', action: 'DescribeCaptchaResult', version: '2019-07-22' }

/** The only type there is. */
const CAPTCHA_TYPE = 9

const answerOf = z.object({ CaptchaCode: z.int(), EvilLevel: z.optional(z.nullable(z.number())) })
/** A widget that asks nothing of people lets every ticket pass, and says beside it who is malicious. */
const MALICIOUS = 100

const resultOf = (row: CaptchaCodeRow | undefined, code: string): CaptchaResult => {
  if (!row) return { kind: 'unavailable', code, needsRepair: true }
  if (row.kind === 'passed') return { kind: 'passed' }
  if (row.kind === 'failed') return { kind: 'failed', code }
  return { kind: 'unavailable', code, ...(row.repair && { needsRepair: true }) }
}

const judge = (answer: Tc3Answer): CaptchaResult => {
  if (answer.kind === 'error') return resultOf(rowFor(errorCodes, answer.code), answer.code)
  if (answer.kind !== 'answered') return { kind: 'unavailable', code: answer.code }
  const read = answerOf.safeParse(answer.response)
  if (!read.success) return { kind: 'unavailable', code: 'unexpected_shape', needsRepair: true }
  const code = String(read.data.CaptchaCode)
  const result = resultOf(rowFor(ticketCodes, code), code)
  return result.kind === 'passed' && read.data.EvilLevel === MALICIOUS
    ? { kind: 'failed', code: 'evil_level_100' }
    : result
}

/** Tencent Cloud Captcha. One POST per ticket, signed with `deps.clock`; the vendor takes none twice (code 9). */
export const tencentCaptcha = (config: TencentCaptchaConfig, deps: TencentDeps): Captcha => ({
  vendor: 'tencent_cloud',
  appId: config.captchaAppId,
  async check({ ticket, randstr }, sourceIp) {
    const parameters = {
      CaptchaType: CAPTCHA_TYPE,
      Ticket: ticket,
      UserIp: sourceIp,
      Randstr: randstr,
      CaptchaAppId: Number(config.captchaAppId),
      AppSecretKey: config.captchaAppSecretKey,
    }
    const request = tc3Request(config, DESCRIBE_CAPTCHA_RESULT, parameters, deps.clock.now())
    return judge(readTc3Reply(await deps.outgoing(request)))
  },
})

/** The largest answer that is read. */
const MAX_ANSWER = 64 * 1024

const held = z.object({
  secretId: z.string(),
  secretKey: z.string(),
  // The vendor takes a number, pages a text.
  captchaAppId: z.string().check(z.regex(/^[1-9]\d{0,14}$/)),
  captchaAppSecretKey: z.string().check(z.minLength(1)),
})

/**
 * Makes the captcha from the vendor's secret; undefined where that speaks of none. Throws when it has another form: half of a captcha,
 * or a member whose name is misspelt.
 */
export const tencentCaptchaFrom =
  (parts: AccountParts) =>
  (secret: unknown): Captcha | undefined =>
    Object.keys(Object(secret)).some((name) => /^captcha/i.test(name))
      ? tencentCaptcha({ ...z.parse(held, secret), url: parts.url }, depsOf(parts, MAX_ANSWER))
      : undefined

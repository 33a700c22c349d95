import { ShimingProblem } from '../calling/errors.ts'
import type { CallOptions } from '../calling/settings.ts'
import type { Answer, Ask, Body } from '../calling/types.ts'
import { solveChallenge } from './proof-of-work.ts'

/** What a captcha's widget gives once a person has passed it. */
export type CaptchaTicket = { ticket: string; randstr: string }

/** What is done where the service wants effort before it sends one more code. */
export type EffortSettings = {
  /** Whether a proof of work is solved, which takes from a tenth of a second to some seconds: true unless said. */
  solveChallenges?: boolean | undefined
  /** Shows the captcha of that app and answers what its widget gives; undefined where the person gives up. */
  captcha?: ((appId: string, signal?: AbortSignal) => Promise<CaptchaTicket | undefined>) | undefined
}

/** A code was sent, or perhaps: when the next one may be asked for, and, for signing in, which it is. */
export type SmsCodeSent = Answer<'POST /v1/sms-codes'>

/** What became of a text with a code, and what to do. */
export type SmsReport = Answer<'POST /v1/sms-codes/reports'>

type Request = Body<'POST /v1/sms-codes'>

/** A solved challenge can come too late, and a captcha can be failed; somebody who needs more is better told. */
const MOST_ROUNDS = 3

/** The effort that a problem asks for, made; undefined where that is switched off, given up or too much. */
const makeEffort = async (
  { solveChallenges = true, captcha }: EffortSettings,
  { extra }: ShimingProblem<'challenge_required'>,
  signal?: AbortSignal,
): Promise<Pick<Request, 'proof' | 'captcha'> | undefined> => {
  const { challenge, bits, captchaAppId } = extra
  const ticket = captchaAppId !== undefined && captcha ? await captcha(captchaAppId, signal) : undefined
  if (captchaAppId !== undefined && !ticket) return undefined
  const proof = solveChallenges ? await solveChallenge(challenge, bits, signal) : undefined
  if (!ticket && !proof) return undefined
  // The proof counts where the captcha's vendor cannot be asked.
  return { ...(ticket && { captcha: ticket }), ...(proof && { proof }) }
}

/** Has a code sent to a number; makes the effort that is asked for first. */
export const sendSmsCode = async (
  ask: Ask,
  effort: EffortSettings,
  request: Request,
  options: CallOptions = {},
): Promise<SmsCodeSent> => {
  let body = request
  for (let round = 0; ; round += 1) {
    try {
      return await ask('POST /v1/sms-codes', { body, ...options })
    } catch (error) {
      if (!(error instanceof ShimingProblem) || !error.is('challenge_required') || round >= MOST_ROUNDS) throw error
      const made = await makeEffort(effort, error, options.signal)
      if (!made) throw error
      body = { ...request, ...made }
    }
  }
}

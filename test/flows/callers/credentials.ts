import { generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'
import { newMessageToken } from '../../../functions/account/tokens/message-token.ts'
import { tokenCreateRoute } from '../../../functions/account/tokens.route.ts'
import { signedParams } from '../../../functions/sandbox/alipay/signature.ts'
import { readStandIns, type StandIns } from '../../../functions/sandbox/stand-ins.ts'
import { probeSigned, signedHeaders, wronglySigned } from '../../../functions/sandbox/wechat-pay/signature.ts'
import { SANDBOX_SECRET } from '../../../infra/config.ts'
import { operatorAt } from '../../../local/demo/operator.ts'
import type { CallerKind } from '../../../shared/http/route.ts'
import { ids } from '../../../shared/runtime/ids.ts'
import type { Instance } from '../instance.ts'
import type { Sample } from './samples.ts'

/** What somebody can show as a text. */
const proofs = ['session', 'platform', 'operator', 'operator_session', 'token'] as const

type Proof = (typeof proofs)[number]

/** `isGood`: what it says is so; if not, only its form is right. */
export type Credential = { name: string; proof: Proof; text: string; isGood: boolean }

/** Which proofs let in a caller of a kind. A channel signs, a tester is of the sandbox. */
export const proofsOf: Record<CallerKind, readonly Proof[]> = {
  anyone: proofs,
  session: ['session'],
  platform: ['platform'],
  operator: ['operator', 'operator_session'],
  session_or_platform: ['session', 'platform'],
  session_or_token: ['session', 'token'],
  token: ['token'],
  channel: [],
  tester: [],
}

const secret = (): string => randomBytes(32).toString('base64url')

/** A good credential of each kind, and one of the same form that is none: those of a user name the very user. */
export const credentialsAt = async (
  instance: Pick<Instance, 'platform' | 'engine' | 'platformKey' | 'operatorKey'>,
  user: { token: string; accountId: string },
): Promise<Credential[]> => {
  const { token } = await instance.platform.must(tokenCreateRoute, { body: { name: 'cron' }, token: user.token })
  const good: Record<Proof, string> = {
    session: user.token,
    token,
    platform: instance.platformKey,
    operator: instance.operatorKey,
    operator_session: (await operatorAt(instance, 'caller')).token,
  }
  const guessed: Record<Proof, string> = {
    session: `${user.accountId}.${secret()}`,
    token: newMessageToken(user.accountId, ids.below),
    platform: `smk_${secret()}`,
    operator: `smo_${secret()}`,
    operator_session: `caller.${secret()}`,
  }
  return proofs.flatMap((proof) => [
    { name: `a good ${proof}`, proof, text: good[proof], isGood: true },
    { name: `a guessed ${proof}`, proof, text: guessed[proof], isGood: false },
  ])
}

export type Signed = Pick<Sample, 'text' | 'headers'>

/** Made once: it takes longer than a request. */
const strangers = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey

const alipaySigned = (params: Record<string, string>, key: KeyObject): Signed => {
  const sign = signedParams(new Map(Object.entries(params)), key)
  return { text: new URLSearchParams({ ...params, sign_type: 'RSA2', sign }).toString() }
}

/** The stand-ins' keys among the secrets of an instance. */
export const standInsAmong = (secrets: Record<string, string>): StandIns =>
  readStandIns(JSON.parse(secrets[SANDBOX_SECRET] ?? ''))

/** What a channel sends about nothing we act on: signed by the channel, and in ways it is not. By path. */
export const notificationsAt = (
  { wechatPay, alipay }: StandIns,
  now: number,
): Record<string, { good: Signed; wrong: Record<string, Signed> }> => {
  const text = '{"event_type":"SOMETHING.ELSE"}'
  const of = [text, wechatPay, 'nonce', now] as const
  const params = { app_id: alipay.appId, notify_type: 'other' }
  return {
    '/webhooks/wechat-pay': {
      good: { text, headers: signedHeaders(...of) },
      wrong: {
        'other bytes': { text, headers: wronglySigned(...of) },
        'a probe': { text, headers: probeSigned(...of) },
      },
    },
    '/webhooks/alipay': {
      good: alipaySigned(params, alipay.privateKey),
      wrong: { 'a key of somebody else': alipaySigned(params, strangers) },
    },
  }
}

import { MINUTE, type Millis } from '../../../shared/kernel/time.ts'

/** Whose WeChat a session was found to be in, when (epoch ms), and by which app of ours: an openid means nothing to another. */
export type FoundOpenid = { appId: string; openid: string; foundAt: Millis }

/** Until every function knows of another service account: so long are secrets kept. */
const SETTLED: Millis = 10 * MINUTE

/**
 * Who pays inside WeChat, for the app that asks. `unknown`: has to be found, also where the service account was changed since.
 * `of_another_app`: was found just now by another app than asks, and would be again.
 */
export type WhoseWechat =
  | { kind: 'known'; openid: string }
  | { kind: 'unknown' }
  | { kind: 'of_another_app'; appId: string; wanted: string }

/** What is known of a session, for the app that asks: undefined where there is none. */
export const whoseWechat = (found: FoundOpenid | undefined, wanted: string | undefined, now: Millis): WhoseWechat => {
  if (!found || wanted === undefined) return { kind: 'unknown' }
  if (found.appId === wanted) return { kind: 'known', openid: found.openid }
  return now < found.foundAt + SETTLED ? { kind: 'of_another_app', appId: found.appId, wanted } : { kind: 'unknown' }
}

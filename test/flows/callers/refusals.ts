import { expect } from 'vitest'
import { problems } from '../../../functions/problems.ts'
import type { CallerKind } from '../../../shared/http/route.ts'

export type Reply = { status: number; type: string | null; body: unknown }

const problem = (code: 'unauthenticated' | 'web_header_required'): Reply => {
  const { status, zh } = problems[code]
  const text = { type: `urn:shiming:problem:${code}`, title: zh, detail: zh }
  return { status, type: 'application/problem+json', body: { ...text, status, code, requestId: expect.any(String) } }
}

const unauthenticated = problem('unauthenticated')

/** To a page of somebody else that makes a browser send the cookie. */
export const webHeaderRequired = problem('web_header_required')

/** In a channel's own words, by path. */
const channels: Record<string, Reply> = {
  '/webhooks/wechat-pay': {
    status: 401,
    type: 'application/json',
    body: { code: 'FAIL', message: 'signature_invalid' },
  },
  '/webhooks/alipay': { status: 401, type: expect.stringContaining('text/plain'), body: 'failure' },
}

const pushplus: Reply = {
  status: 200,
  type: 'application/json',
  body: { code: 903, msg: expect.any(String) },
}

/** What whoever is not let in is answered, by the kind of caller the route is for; nobody is refused where anyone may call. */
export const refusalOf = (kind: CallerKind, path: string): Reply | undefined => {
  const refusals: Record<CallerKind, Reply | undefined> = {
    anyone: undefined,
    session: unauthenticated,
    platform: unauthenticated,
    operator: unauthenticated,
    session_or_platform: unauthenticated,
    session_or_token: unauthenticated,
    tester: unauthenticated,
    token: pushplus,
    channel: channels[path],
  }
  return refusals[kind]
}

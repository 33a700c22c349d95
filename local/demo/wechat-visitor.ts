import * as z from 'zod/mini'
import { SESSION_COOKIE } from '../../shared/http/request.ts'
import type { Reached } from './platform.ts'
import { codeFor, credentialsFor } from './user.ts'

const begun = z.object({ url: z.string(), expiresAt: z.string() })
const joined = z.object({ account: z.object({ id: z.string() }), wechat: z.string() })
const refused = z.object({ code: z.string() })

/** What an address answers: where a browser is sent on to, or what it is shown. */
type Opened = { status: number; to: string | null; text: string }

type Asked = { method?: string; json?: unknown; form?: Record<string, string> }

const bodyOf = ({ json, form }: Asked): { body?: string; type?: string } => {
  if (json !== undefined) return { body: JSON.stringify(json), type: 'application/json' }
  return form ? { body: String(new URLSearchParams(form)), type: 'application/x-www-form-urlencoded' } : {}
}

/** A browser without pages: it keeps its cookies, as an own one the session, and goes where it is sent only when it is told to. */
export const visitorAt = (site: string, token?: string) => {
  const cookies = new Map<string, string>(token === undefined ? [] : [[SESSION_COOKIE, token]])

  const keep = (headers: Headers): void => {
    for (const one of headers.getSetCookie()) {
      const [pair = ''] = one.split(';')
      const at = pair.indexOf('=')
      if (/max-age=0(?:;|$)/i.test(one)) cookies.delete(pair.slice(0, at))
      else cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
  }

  const open = async (address: string, asked: Asked = {}): Promise<Opened> => {
    const { body, type } = bodyOf(asked)
    const response = await fetch(new URL(address, site), {
      method: asked.method ?? (body === undefined ? 'GET' : 'POST'),
      redirect: 'manual',
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'x-shiming-web': '1',
        ...(type && { 'content-type': type }),
      },
      ...(body !== undefined && { body }),
    })
    keep(response.headers)
    return { status: response.status, to: response.headers.get('location'), text: await response.text() }
  }

  /** The body of a success, or the code of the problem that came instead. */
  const ask = async <T>(address: string, json: unknown, schema: z.ZodMiniType<T>): Promise<T | string> => {
    const { status, text } = await open(address, { json })
    return status < 400 ? schema.parse(JSON.parse(text || 'null')) : refused.parse(JSON.parse(text)).code
  }

  return {
    open,
    ask,
    /** The session the browser is in; undefined for none. */
    session: () => cookies.get(SESSION_COOKIE),
    /** The same cookies in another window. */
    cookies,
  }
}

export type Visitor = ReturnType<typeof visitorAt>

/** Throws for a refusal. */
const must = <T>(answer: T | string): T => {
  if (typeof answer === 'string') throw new Error(`refused: ${answer}`)
  return answer
}

/** Leaves to sign in; answers the address at WeChat. */
export const leaveToSignIn = async (visitor: Visitor, way: 'website' | 'in_wechat', returnPath = '/verify') =>
  must(await visitor.ask('/v1/wechat/sign-ins', { way, returnPath }, begun)).url

/** The number of the code that WeChat's page shows, at the address it leads to. */
export const codeAt = async (visitor: Visitor, url: string): Promise<{ page: string; uuid: string }> => {
  const { to } = await visitor.open(url)
  const uuid = new URL(to ?? '', url).searchParams.get('uuid')
  if (to === null || uuid === null) throw new Error('WeChat shows no code')
  return { page: to, uuid }
}

const CONFIRM = '/sandbox/wechat/connect/confirm'

/** A phone scans the code; then its user confirms, or refuses where none is named. */
export const scanAs = async (site: string, uuid: string, user: string | undefined): Promise<string> => {
  const phone = visitorAt(site)
  const address = `${CONFIRM}?uuid=${uuid}`
  await phone.open(address)
  return (await phone.open(address, { form: user === undefined ? { answer: 'refuse' } : { answer: 'allow', user } }))
    .text
}

/** From WeChat's page back to ours; the place it ends at, without the host. */
export const comeBack = async (visitor: Visitor, site: string, page: string): Promise<string> => {
  const { to } = await visitor.open(page)
  return ((await visitor.open(to ?? '')).to ?? '').replace(site, '')
}

/** There, scanned and confirmed as that user (or refused), and back. */
export const visitByScan = async (visitor: Visitor, site: string, user: string | undefined): Promise<string> => {
  const { page, uuid } = await codeAt(visitor, await leaveToSignIn(visitor, 'website'))
  await scanAs(site, uuid, user)
  return comeBack(visitor, site, page)
}

/** There and back inside WeChat, which asks nothing: as whoever holds the phone. */
export const visitInside = async (visitor: Visitor, site: string): Promise<string> =>
  comeBack(visitor, site, await leaveToSignIn(visitor, 'in_wechat'))

/** Proves a number in a browser in which somebody came back whom nobody knew. */
export const joinByPhone = async (visitor: Visitor, platform: Reached, phone: string) =>
  must(await visitor.ask('/v1/wechat/joins', await credentialsFor(platform, phone), joined))

/** The second proof of somebody who is signed in, once the last code is long enough ago. */
export const ownPhone = async (platform: Reached, token: string, phone: string, idLastFour?: string) => ({
  phone,
  smsCode: await codeFor(platform, phone, token),
  ...(idLastFour !== undefined && { idLastFour }),
})

/** Begins to bind, as that browser; answers the address at WeChat. */
export const leaveToBind = async (visitor: Visitor, proof: Awaited<ReturnType<typeof ownPhone>>) =>
  must(await visitor.ask('/v1/account/wechat', { way: 'website', ...proof }, begun)).url

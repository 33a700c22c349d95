import { isPlatformKey } from '../../../functions/account/api-keys/platform-key.ts'
import { SESSION_COOKIE } from '../../../shared/http/request.ts'
import type { Route } from '../../../shared/http/route.ts'
import { documented } from '../documented.ts'
import type { Credential } from './credentials.ts'
import type { Reply } from './refusals.ts'
import type { Sample } from './samples.ts'

/** Whether the platform calls for a user of its own: of an app it asks for nobody. */
const isForUser = ({ caller, query }: Route): boolean =>
  caller === 'session_or_platform' && 'externalId' in Object(Object(query).shape ?? { externalId: true })

/** The platform says for whom it calls, and nobody else does. */
const named = (route: Route, { externalId = 'user-7', query }: Sample, text: string): Pick<Sample, 'query'> =>
  isForUser(route) && isPlatformKey(text) ? { query: { ...query, externalId } } : {}

/** The sample as somebody sends it who shows a text: as bearer, or where a pushplus client has its token. */
export const showing = (route: Route, sample: Sample, { text }: Pick<Credential, 'text'>): Sample => {
  const headers = { ...sample.headers, authorization: `Bearer ${text}` }
  if (route.caller !== 'token') return { ...sample, ...named(route, sample, text), headers }
  const inPath = sample.params && { params: { proxy: text } }
  return inPath ? { ...sample, ...inPath } : { ...sample, body: { ...Object(sample.body), token: text } }
}

/** The sample as a browser sends it to which a session was given as cookie; `web`: by our own page. */
export const byBrowser = (sample: Sample, session: string, web: boolean): Sample => {
  const cookie = `${SESSION_COOKIE}=${session}`
  return { ...sample, headers: { ...sample.headers, cookie, ...(web && { 'x-shiming-web': '1' }) } }
}

const addressOf = (path: string, { params = {}, query = {} }: Sample): string => {
  const filled = path.replace(/\{(\w+)\+?\}/g, (_whole, name: string) => encodeURIComponent(params[name] ?? ''))
  const search = new URLSearchParams(query).toString()
  return `${filled}${search && `?${search}`}`
}

/** Sends a sample and answers what came back, whatever it is. */
export const sent = async (url: string, route: Route, sample: Sample): Promise<Reply> => {
  const json = sample.body === undefined ? undefined : JSON.stringify(sample.body)
  const response = await documented(fetch)(`${url}${addressOf(route.path, sample)}`, {
    method: route.method === 'ANY' ? 'POST' : route.method,
    headers: { ...(json !== undefined && { 'content-type': 'application/json' }), ...sample.headers },
    body: json ?? sample.text,
    // What leads elsewhere is an answer like others.
    redirect: 'manual',
  })
  const text = await response.text()
  const type = response.headers.get('content-type')
  return { status: response.status, type, body: type?.includes('json') ? JSON.parse(text) : text }
}

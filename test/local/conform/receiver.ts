import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { close, listen } from '../../../local/listen.ts'

/** What a receiver may do wrong, one thing each. */
export type Fault =
  | 'signs what it has written anew'
  | 'takes an event for one of a user'
  | 'checks the time alone'
  | 'believes what it refuses'
  | 'passes what is not signed'
  | 'takes the id of the body'
  | 'tells repeats by their time'
  | 'refuses repeats'
  | 'takes any time'
  | 'believes what is old'
  | 'goes by arrival'
  | 'verifies for good'
  | 'has one sequence for all'
  | 'refuses what comes late'
  | 'looks first and keeps later'
  | 'shows no way to verify'
  | 'acts all the same'
  | 'acts when in trouble'
  | 'sends to verify when in trouble'
  | 'asks nobody'
  | 'lets nobody act'
  | 'counts refunds that were submitted'
  | 'keeps the last refund alone'
  | 'knows no refunds that need attention'
  | 'frees who is still banned'
  | 'knows no second ban'
  | 'sends the banned to verify'
  | 'refuses unknown types'
  | 'refuses unknown subjects'
  | 'refuses unknown members'
  | 'takes any account event for a ban'
  | 'asks before it answers'
  | 'sleeps once'
  | 'knows the first secret alone'
  | 'looks at the first signature alone'

type Event = {
  id: string
  type: string
  sequence: number
  subject: { kind: string; id: string }
  account?: { externalId: string }
  data: Record<string, unknown>
}

/** What it believes of a user, and by which sequence. */
type Belief = { verified: boolean; banned: boolean; refundedFen: number; newest: Record<string, number> }

/** A way to be right: what is learnt shows at once, or a while after the answer. */
type Ways = {
  faults?: readonly Fault[]
  later?: boolean
  secrets: readonly string[]
  shimingUrl: string
  limitMs: number
}

const KINDS = ['account', 'order', 'message', 'endpoint']
const MEMBERS = ['id', 'type', 'timestamp', 'sequence', 'subject', 'account', 'data']
const TYPES = /^(?:verification|evidence|account\.(?:un)?banned|order|refund|message|endpoint)/

const bytesOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts).toString()
}

/** A receiver of webhooks with an action behind the gate, written by the contract and by nothing of the runner's. */
export const startReceiver = async ({ faults = [], later = false, secrets, shimingUrl, limitMs }: Ways) => {
  const has = (fault: Fault): boolean => faults.includes(fault)
  const beliefs = new Map<string, Belief>()
  const seen = new Set<string>()
  let hasSlept = false

  const beliefOf = (externalId: string): Belief => {
    const known = beliefs.get(externalId) ?? { verified: false, banned: false, refundedFen: 0, newest: {} }
    beliefs.set(externalId, known)
    return known
  }

  const set = (of: Belief, thing: 'verified' | 'banned', value: boolean, { sequence }: Event): void => {
    const by = has('has one sequence for all') ? 'all' : thing
    if (sequence <= (of.newest[by] ?? 0) && !has('goes by arrival')) return
    of[thing] = value
    of.newest[by] = sequence
  }

  const apply = (event: Event): void => {
    if (has('takes an event for one of a user') && !event.account) throw new Error('no user')
    const of = beliefOf(event.account?.externalId ?? '')
    const { type, data } = event
    if (type === 'verification.verified') set(of, 'verified', true, event)
    if (type === 'verification.cleared' && !has('verifies for good')) set(of, 'verified', false, event)
    if (type === 'account.banned') set(of, 'banned', true, event)
    if (type === 'account.unbanned')
      set(of, 'banned', !has('frees who is still banned') && data.stillBanned === true, event)
    if (has('takes any account event for a ban') && /^account\.w/.test(type)) of.banned = true
    const counts =
      type === 'refund.succeeded' || (has('counts refunds that were submitted') && type === 'refund.submitted')
    if (type === 'refund.reopened') of.refundedFen -= Number(data.refundFen)
    if (counts) of.refundedFen = Number(data.refundFen) + (has('keeps the last refund alone') ? 0 : of.refundedFen)
  }

  const isSigned = (headers: IncomingMessage['headers'], body: string): boolean => {
    const text = has('signs what it has written anew') ? JSON.stringify(JSON.parse(body)) : body
    const id = has('takes the id of the body') ? JSON.parse(body).id : headers['webhook-id']
    const content = `${id}.${headers['webhook-timestamp']}.${text}`
    if (has('passes what is not signed') && headers['webhook-signature'] === undefined) return true
    const all = String(headers['webhook-signature']).split(' ')
    const looked = has('looks at the first signature alone') ? all.slice(0, 1) : all
    return (has('knows the first secret alone') ? secrets.slice(0, 1) : secrets).some((secret) => {
      const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
      return looked.includes(`v1,${createHmac('sha256', key).update(content).digest('base64')}`)
    })
  }

  const askGate = (externalId: string): Promise<Response> =>
    fetch(`${shimingUrl}/v1/gate/send_message?externalId=${externalId}`, { headers: { authorization: 'Bearer smk' } })

  const refusalOf = ({ type, ...event }: Event, isLate: boolean): number | undefined => {
    if (has('refuses unknown types') && !TYPES.test(type)) return 422
    if (has('refuses unknown members') && Object.keys(event).some((name) => !MEMBERS.includes(name))) return 422
    if (has('refuses unknown subjects') && !KINDS.includes(event.subject.kind)) return 422
    if (has('knows no second ban') && event.data.stillBanned === true) return 422
    if (has('knows no refunds that need attention') && type === 'refund.needs_attention') return 500
    return has('refuses what comes late') && isLate ? 409 : undefined
  }

  const take = async (request: IncomingMessage, response: ServerResponse): Promise<unknown> => {
    const answer = (status: number) => response.writeHead(status).end()
    const body = await bytesOf(request)
    const { headers } = request
    const event: Event = JSON.parse(body)
    if (!has('checks the time alone') && !isSigned(headers, body)) {
      if (has('believes what it refuses')) apply(event)
      return answer(401)
    }
    const off = Math.abs(Number(headers['webhook-timestamp']) - Date.now() / 1000)
    if (off > 300 && has('believes what is old')) apply(event)
    if (!has('takes any time') && off > 300) return answer(401)
    const key = has('tells repeats by their time') ? `${event.id} ${headers['webhook-timestamp']}` : event.id
    if (seen.has(key)) return answer(has('refuses repeats') ? 409 : 200)
    const { externalId = '' } = event.account ?? {}
    const newest = Math.max(0, ...Object.values(beliefOf(externalId).newest))
    const refusal = refusalOf(event, event.subject.kind === 'account' && event.sequence <= newest)
    if (refusal) return answer(refusal)
    if (has('looks first and keeps later') && event.type === 'refund.succeeded') await pause(60)
    seen.add(key)
    if (has('asks before it answers')) await askGate(externalId)
    if (has('sleeps once') && !hasSlept) {
      hasSlept = true
      await pause(limitMs * 1.1)
    }
    if (!later) apply(event)
    answer(204)
    if (!later) return undefined
    // Of an app that waits for Shiming before it does what is left.
    await askGate(externalId)
    await pause(20)
    return apply(event)
  }

  const act = async (request: IncomingMessage, response: ServerResponse): Promise<unknown> => {
    const { externalId } = JSON.parse(await bytesOf(request))
    const goTo = (url: string) => response.writeHead(403).end(JSON.stringify({ goTo: url }).replaceAll('/', '\\/'))
    const answer = (status: number) => response.writeHead(status).end()
    if (has('asks nobody')) return answer(beliefOf(externalId).verified ? 200 : 403)
    if (has('lets nobody act')) await askGate(externalId)
    if (beliefOf(externalId).banned)
      return has('sends the banned to verify') ? goTo(`${shimingUrl}/verify`) : answer(403)
    const gate = await askGate(externalId)
    const { verifyUrl, code } = (await gate.json()) as { verifyUrl?: string; code?: string }
    if (has('acts all the same') || (gate.ok && !has('lets nobody act'))) return answer(201)
    if (code === 'unauthenticated' && has('acts when in trouble')) return answer(200)
    if (code === 'unauthenticated' && has('sends to verify when in trouble')) return goTo(`${shimingUrl}/verify`)
    return verifyUrl && !has('shows no way to verify') ? goTo(verifyUrl) : answer(403)
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://app.example')
    const failed = () => void response.writeHead(500).end()
    if (url.pathname === '/hooks') return void take(request, response).catch(failed)
    if (url.pathname === '/comments') return void act(request, response).catch(failed)
    const { newest: _, ...tells } = beliefOf(url.searchParams.get('externalId') ?? '')
    response.end(JSON.stringify(tells))
  })
  const base = `http://127.0.0.1:${await listen(server, 0)}`
  return {
    webhook: `${base}/hooks`,
    gate: `${base}/comments`,
    state: `${base}/state`,
    stop: () => close(server),
  }
}

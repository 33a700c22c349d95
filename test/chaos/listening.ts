import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { verifyWebhook } from '../../clients/typescript/src/webhook.ts'
import { recoverRoute } from '../../functions/webhooks/delivery.route.ts'
import { createEndpointRoute, editEndpointRoute, getEndpointRoute } from '../../functions/webhooks/endpoint.route.ts'
import { SECOND } from '../../shared/kernel/time.ts'
import { librariesThatDiffer } from '../signed-as-libraries.ts'
import type { Chance } from '../simulation/runs/chance.ts'
import { count, type Stage } from './stage.ts'

/** An event as it arrived. */
export type Heard = {
  id: string
  type: string
  sequence: number
  subject: { kind: string; id: string }
  data: Record<string, unknown>
}

/**
 * A server of the platform that is told of events. `heard`: every event it ever saw the body of, by id, whatever it answered; `taken`: those it
 * said it took. `mood`: how it answers the next call.
 */
export type Listener = {
  name: string
  host: string
  heard: Map<string, string>
  taken: Set<string>
  faults: string[]
  mood: () => Answer
  id: string
  secret: string
  server: Server
}

/** A status, or nothing at all: neither an answer nor an end. */
type Answer = { status: number; retryAfter?: number } | 'hangs' | 'breaks'

const steady: Answer = { status: 204 }

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}

/** What comes must be signed by the secret of this endpoint, and say the same every time. */
const judge = async (listener: Listener, request: IncomingMessage, body: string): Promise<string> => {
  const sentAt = new Date(Number(request.headers['webhook-timestamp']) * SECOND)
  const { id } = await verifyWebhook(listener.secret, request.headers, body, { now: sentAt })
  const differ = librariesThatDiffer(listener.secret, request.headers, body)
  if (differ.length > 0) listener.faults.push(`${listener.name}: ${differ.join(' and ')} would not believe ${id}`)
  const before = listener.heard.get(id)
  if (before !== undefined && before !== body) listener.faults.push(`${listener.name}: ${id} says another thing now`)
  listener.heard.set(id, body)
  return id
}

const answer = (response: ServerResponse, request: IncomingMessage, said: Answer): void => {
  if (said === 'hangs') return
  if (said === 'breaks') return void request.socket.destroy()
  const { status, retryAfter } = said
  response.writeHead(status, retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }).end()
}

const takes = async (listener: Listener, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const said = listener.mood()
  try {
    const id = await judge(listener, request, await bodyOf(request))
    if (said !== 'hangs' && said !== 'breaks' && said.status < 300) listener.taken.add(id)
  } catch (error) {
    listener.faults.push(`${listener.name}: ${error}`)
  }
  answer(response, request, said)
}

/** Opens a server on a free port of this machine that is not known to the service yet. */
export const openListener = async (name: string): Promise<Listener> => {
  const server = createServer((request, response) => void takes(listener, request, response))
  const listener: Listener = {
    ...{ name, server, host: '', id: '', secret: '' },
    ...{ heard: new Map(), taken: new Set(), faults: [], mood: () => steady },
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  listener.host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return listener
}

/** The platform sets it up. */
export const listens = async ({ platform, platformKey: token }: Stage, listener: Listener): Promise<void> => {
  const body = { url: `http://${listener.host}/events`, events: ['*'] }
  const { id, secret } = await platform.must(createEndpointRoute, { token, body })
  Object.assign(listener, { id, secret })
}

const moods = (chance: Chance): Answer =>
  chance.of<Answer>([
    [8, steady],
    [4, { status: 500 }],
    [1, { status: 429, retryAfter: 20 }],
    [1, { status: 503, retryAfter: 90 }],
    [1, { status: 302 }],
    [1, 'hangs'],
    [2, 'breaks'],
    [1, { status: 410 }],
  ]) ?? steady

/** From now on it answers as it likes: it takes things and does not say so, asks to be left alone, is gone. */
export const worsensHearing = (stage: Stage, listener: Listener): void => {
  listener.mood = () => {
    const said = moods(stage.chance)
    count(stage, `a listener ${typeof said === 'string' ? said : `answers ${said.status}`}`)
    return said
  }
}

/** Its owner sees to it that it is told again of everything: enabled where it said that it was gone, and what failed goes out anew. */
export const mendsHearing = async ({ platform, platformKey: token }: Stage, listener: Listener): Promise<void> => {
  listener.mood = () => steady
  const params = { id: listener.id }
  const { status } = await platform.must(getEndpointRoute, { token, params })
  if (status === 'disabled') await platform.must(editEndpointRoute, { token, params, body: { enabled: true } })
  for (let left = 1; left > 0; ) {
    const { redelivered } = await platform.must(recoverRoute, {
      token,
      params,
      body: { since: '2020-01-01T00:00:00Z' },
    })
    left = redelivered
  }
}

/** Now and then its owner has it enabled again in the middle of the storm. */
export const seesToHearing = async (stage: Stage, listener: Listener): Promise<void> => {
  if (!stage.chance.once(6)) return
  const params = { id: listener.id }
  await stage.platform.must(editEndpointRoute, { token: stage.platformKey, params, body: { enabled: true } })
}

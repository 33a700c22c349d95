import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { problems } from '../../../functions/problems.ts'
import type { Answer } from '../../../shared/http/answer.ts'
import { problemAnswer } from '../../../shared/http/problem-answer.ts'
import type { Refusal } from '../../../shared/kernel/outcome.ts'
import { close, listen } from '../../listen.ts'
import { newId, type User, type World } from './world.ts'

/** Shiming's API as the app under test sees it, on this machine. */
export type PlayedApi = {
  url: string
  /** Where the gate sends who is not verified. */
  verifyUrl: string
  /** What was asked for that is not played, each once. */
  unplayed: ReadonlySet<string>
  /** Answers nothing until what this returns is called. */
  hold(): () => void
  stop(): Promise<void>
}

const GATE = /^\/v1\/gate\/[\w-]+$/

/** Which code the gate refuses with, as the real one does. */
const refusalOf = (user: User | undefined, verifyUrl: string): Refusal | undefined => {
  if (user?.stance === 'unheard') return { code: 'unauthenticated' }
  if (user?.stance === 'banned') return { code: 'banned' }
  if (user?.stance === 'verified') return undefined
  const extra = { verifyUrl, neededLevel: 1, heldLevel: 0, shortfall: 'never_verified', missing: 'review bank carrier' }
  return { code: 'not_verified', extra }
}

const json = (status: number, body: unknown): Answer => ({
  status,
  text: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
})

/** What was told of a subject after a number, which fills what a receiver has missed. */
const eventsIn = ({ events }: World, query: URLSearchParams): Answer => {
  const [kind, id] = (query.get('subject') ?? '').split('.')
  const after = Number(query.get('after') ?? 0)
  const found = events.filter(({ subject, sequence }) => subject.kind === kind && subject.id === id && sequence > after)
  return json(200, { events: found, nextCursor: null })
}

/** Plays what an app asks Shiming for on the loopback interface: the gate, and the events of a subject. Throws PortInUse. */
export const playApi = async (world: World, port: number): Promise<PlayedApi> => {
  const unplayed = new Set<string>()
  let held = Promise.resolve()
  let verifyUrl = ''

  const problemFor = (request: IncomingMessage, refusal: Refusal): Promise<Answer> => {
    const acceptLanguage = request.headers['accept-language']
    return problemAnswer(async () => problems, refusal, { acceptLanguage, requestId: newId(), now: Date.now() })
  }

  const answerGate = async (request: IncomingMessage, query: URLSearchParams): Promise<Answer> => {
    if (!request.headers.authorization) return problemFor(request, { code: 'unauthenticated' })
    const user = world.users.get(query.get('externalId') ?? '')
    if (user) user.asked += 1
    const refusal = refusalOf(user, verifyUrl)
    return refusal ? problemFor(request, refusal) : json(200, { allowed: true, level: 1, until: null })
  }

  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const isRead = request.method === 'GET'
    if (isRead && GATE.test(pathname)) return answerGate(request, searchParams)
    if (isRead && pathname === '/v1/events')
      return request.headers.authorization
        ? eventsIn(world, searchParams)
        : problemFor(request, { code: 'unauthenticated' })
    if (isRead && pathname === '/verify') return { status: 200, text: 'Shiming', headers: {} }
    unplayed.add(`${request.method} ${pathname}`)
    return problemFor(request, { code: 'not_found' })
  }

  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    request.resume()
    await held
    const { status, text, headers } = await answer(request)
    response.writeHead(status, headers).end(text)
  })
  const url = `http://127.0.0.1:${await listen(server, port)}`
  verifyUrl = `${url}/verify`
  return {
    ...{ url, verifyUrl, unplayed },
    hold() {
      const { promise, resolve } = Promise.withResolvers<void>()
      held = promise
      return resolve
    },
    stop: () => close(server),
  }
}

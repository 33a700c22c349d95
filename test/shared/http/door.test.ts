import { describe, expect, it } from 'vitest'
import { answered } from '../../../shared/http/answer.ts'
import { bound, type Observer, type RequestLine } from '../../../shared/http/endpoint.ts'
import { route } from '../../../shared/http/route.ts'
import { ok } from '../../../shared/kernel/outcome.ts'
import { serve } from '../../http-event.ts'
import { contextOf } from '../lambda-context.ts'
import { eventOf } from './event.ts'

const base = { fn: 'test-thing', caller: 'anyone', name: 'test', summary: '', answers: {} } as const
const one = route({ ...base, method: 'GET', path: '/things/{id}' })
const special = route({ ...base, method: 'GET', path: '/things/special' })
const part = route({ ...base, method: 'POST', path: '/things/{id}/parts/{part}' })
const failing = route({ ...base, caller: 'channel', method: 'POST', path: '/things/failing' })
const greedy = route({ ...base, method: 'ANY', path: '/things/all/{proxy+}' })

const DOOR = 'ANY /things/{proxy+}'

const endpoint = (withUnknown = false) => {
  const lines: RequestLine[] = []
  const faults: { at: object }[] = []
  const observer: Observer = {
    now: () => 0,
    request: (line) => lines.push(line),
    fault: (_, at) => faults.push({ at }),
  }
  const handler = serve(
    observer,
    bound(one, async ({ params }) => answered(200, ok({ one: params }))),
    bound(special, async ({ params }) => answered(200, ok({ special: params }))),
    bound(part, async ({ params }) => answered(200, ok({ part: params }))),
    bound(failing, async () => Promise.reject(new Error('x'))),
    bound(greedy, async ({ params }) => answered(200, ok({ greedy: params }))),
    ...(withUnknown ? [{ routeKey: '$default', run: async () => answered(404, ok({ own: true })) }] : []),
  )
  const call = async (method: string, path: string, routeKey = DOOR) => {
    const sent = eventOf({ path, routeKey, params: { proxy: path.replace('/things/', '') } })
    const result = await handler(
      { ...sent, requestContext: { ...sent.requestContext, http: { ...sent.requestContext.http, method } } },
      contextOf(),
    )
    return [result.statusCode, JSON.parse(result.body ?? '')]
  }
  return { call, lines, faults }
}

describe('what comes through a door', () => {
  it.each([
    ['GET', '/things/7', { one: { id: '7' } }],
    ['GET', '/things/special', { special: {} }],
    ['POST', '/things/7/parts/9', { part: { id: '7', part: '9' } }],
    // The gateway has decoded it once; nobody does so again.
    ['GET', '/things/a%20b', { one: { id: 'a%20b' } }],
    ['GET', '/things/%', { one: { id: '%' } }],
    ['DELETE', '/things/all/a/b', { greedy: { proxy: 'a/b' } }],
  ])('%s %s finds its row, with the parameters of that alone', async (method, path, body) => {
    expect(await endpoint().call(method, path)).toEqual([200, body])
  })

  it('is logged under the key of its row, also where it fails, and as what it is for', async () => {
    const { call, lines, faults } = endpoint()
    await call('GET', '/things/7')
    await call('POST', '/things/failing')
    expect(lines.map(({ route, status }) => [route, status])).toEqual([
      ['GET /things/{id}', 200],
      ['POST /things/failing', 500],
    ])
    expect(faults).toMatchObject([{ at: { route: 'POST /things/failing' } }])
  })

  it.each([
    ['PUT', '/things/7'],
    ['HEAD', '/things/7'],
    ['GET', '/things/'],
    ['GET', '/things/7/'],
    ['GET', '/things/7/parts/9/x'],
    ['GET', '/other/7'],
  ])('%s %s is told what every address is told that no route serves, and logged by the door', async (method, path) => {
    const { call, lines } = endpoint()
    expect(await call(method, path)).toMatchObject([404, { code: 'route_unknown' }])
    expect(lines.map(({ route }) => route)).toEqual([DOOR])
  })

  it('is answered by what answers all that is unknown, where the function has that', async () => {
    expect(await endpoint(true).call('PUT', '/things/7')).toEqual([404, { own: true }])
  })

  it('is not looked for under a key that is no door', async () => {
    expect(await endpoint().call('GET', '/things/7', 'GET /others')).toMatchObject([404, { code: 'not_found' }])
    expect(await endpoint().call('GET', '/things/7', 'ANY /things/all/{proxy+}')).toMatchObject([200, { greedy: {} }])
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepBusinessRoute } from '../../functions/clearing/business.route.ts'
import { gateRoute } from '../../functions/gate/ask.route.ts'
import { datedFeatures } from '../../functions/gate/gate.ts'
import { accountRoute } from '../../functions/overview/read.route.ts'
import { routes } from '../../functions/routes.ts'
import { cardFormOf, GOOD_CARD } from '../../local/demo/card.ts'
import { codeFor, credentialsFor, formOf } from '../../local/demo/user.ts'
import { type CallerKind, kindsOf, type Route } from '../../shared/http/route.ts'
import { decisions } from './bans/decisions.ts'
import { type Things, type Twin, twin } from './bans/twins.ts'
import type { Reply } from './callers/refusals.ts'
import { nameOf, type Sample, samples } from './callers/samples.ts'
import { sent, showing } from './callers/sending.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'

const isEnding = (route: Route): boolean => nameOf(route) === 'DELETE /v1/sessions/current'

/** Callers that are an account, or speak of one. */
const OF_ACCOUNTS: readonly CallerKind[] = [
  'anyone',
  'session',
  'platform',
  'session_or_platform',
  'session_or_token',
  'token',
]

/** By which operators get in, who are no account. */
const isOfOperators = ({ path }: Route): boolean => path.startsWith('/v1/operator/')

/** What ends the session comes last. */
const ofAccounts = routes
  .filter((route) => !route.sandboxOnly && !isOfOperators(route))
  .filter(({ caller }) => kindsOf(caller).some((kind) => OF_ACCOUNTS.includes(kind)))
  .toSorted((one, other) => Number(isEnding(one)) - Number(isEnding(other)))

const decided = decisions()

const isStopped = (name: string): boolean | undefined => decided.find(({ route }) => route === name)?.stopped

describe('P12 what a ban stops is decided', () => {
  it.each(ofAccounts.map((route) => [nameOf(route)]))('for %s', (name) => {
    expect(decided.filter(({ route }) => route === name)).toHaveLength(1)
  })

  it('and for nothing that is no route of an account', () => {
    const known = ofAccounts.map(nameOf)
    expect(decided.map(({ route }) => route).filter((name) => !known.includes(name))).toEqual([])
  })
})

/** /send has a code of its own for it. */
const isBanned = ({ body }: Reply): boolean => [Object(body).code].some((code) => code === 'banned' || code === 900)

/** Requests that can be granted to the twin, where the sample names nobody, about these things. By route, and by form. */
const fitting = (
  instance: Instance,
  of: Twin,
  { verificationId, orderId }: Things,
): Record<string, () => Promise<Partial<Sample>>> => {
  const { phone } = of.person
  const { platform } = instance
  const aMinuteLater = () => platform.pass('61s')
  const one = (id: string) => async () => ({ params: { id } })
  const order = one(orderId)
  return {
    'POST /v1/sms-codes sign_in': async () => ({ body: { phone, purpose: 'sign_in' } }),
    // A number gets few codes an hour; whose session it is counts here.
    'POST /v1/sms-codes verify_phone': async () => ({
      body: { phone: phone.replace(/^.../, '199'), purpose: 'verify_phone' },
    }),
    'POST /v1/sessions code': async () => {
      await aMinuteLater()
      return { body: await credentialsFor(platform, phone) }
    },
    'POST /v1/sessions platform_user': async () => ({ body: { externalId: of.externalId } }),
    'POST /v1/verifications': async () => {
      await aMinuteLater()
      return { body: formOf(of.person, 'fee', await codeFor(platform, phone, of.session)) }
    },
    'POST /v1/cards': async () => {
      await aMinuteLater()
      return { body: await cardFormOf(platform, { token: of.session }, { phone }, GOOD_CARD) }
    },
    // Both twins find one that is there.
    'DELETE /v1/businesses/{code}': async () => {
      await platform.must(keepBusinessRoute, {
        ...samples['PUT /v1/businesses/{code}']?.[0],
        token: instance.platformKey,
      })
      return {}
    },
    'DELETE /v1/account/tokens/{id}': one(of.spareTokenId),
    'GET /v1/verifications/{id}': one(verificationId),
    'POST /v1/verifications/{id}/cancel': one(verificationId),
    'POST /v1/orders/{id}/payments': order,
    'POST /v1/orders/{id}/cancel': order,
    'POST /v1/orders/{id}/look': order,
    'GET /v1/orders/{id}': order,
    'GET /v1/messages/{id}': one(of.messageId),
    'DELETE /v1/sessions/{id}': one(of.spareSessionId),
    'DELETE /v1/sessions': async () => ({ query: { keep: 'current' } }),
  }
}

/** How the twin, or the platform for it, shows who it is; each way by itself. */
const proofs = (kind: CallerKind, { platformKey }: Instance, of: Twin): (string | undefined)[] => {
  const ways: Partial<Record<CallerKind, (string | undefined)[]>> = {
    anyone: [undefined],
    session: [of.session],
    platform: [platformKey],
    session_or_platform: [of.session, platformKey],
    session_or_token: [of.session, of.messageToken],
    token: [of.messageToken],
  }
  return ways[kind] ?? []
}

/** What a twin is answered, by each form of the route and each way to show who it is. */
const answersTo = async (instance: Instance, route: Route, of: Twin): Promise<Reply[]> => {
  const name = nameOf(route)
  const replies: Reply[] = []
  for (const sample of samples[name] ?? []) {
    const { caller } = route
    const kind = typeof caller === 'string' ? caller : (caller.kinds[sample.form ?? ''] ?? 'anyone')
    for (const text of proofs(kind, instance, of)) {
      const things = text === instance.platformKey ? of.named : of.own
      const fit = await fitting(instance, of, things)[[name, sample.form].filter(Boolean).join(' ')]?.()
      const request = { ...sample, externalId: of.externalId, ...fit }
      replies.push(await sent(instance.platform.url, route, text ? showing(route, request, { text }) : request))
    }
  }
  return replies
}

/** Open to the banned alone. */
const APPEAL = 'POST /v1/account/appeals'

describe('P12 what a ban stops, tried', () => {
  let instance: Instance
  let banned: Twin
  let free: Twin

  beforeAll(async () => {
    instance = await sharedInstance()
    free = await twin(instance, false)
    banned = await twin(instance, true)
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  it('the account page and the platform are told the same of each feature', async () => {
    const page = await instance.platform.must(accountRoute, { token: banned.session })
    const shut = {
      send_message: isStopped('POST /v1/messages'),
      recharge_points: isStopped('POST /v1/points/recharges'),
    }
    for (const feature of datedFeatures) {
      const call = { params: { feature }, query: { externalId: banned.externalId }, token: instance.platformKey }
      const asked = await instance.platform.call(gateRoute, call)
      expect(shut[feature]).toBe(true)
      expect(page.gate[feature]).toMatchObject({ allowed: false, code: 'banned', verifyUrl: null })
      expect(asked).toMatchObject({ status: 403, problem: { code: 'banned' } })
    }
  })

  it.each(ofAccounts.map((route) => [nameOf(route), route] as const))('%s', async (name, route) => {
    const [theirs, others] = [await answersTo(instance, route, banned), await answersTo(instance, route, free)]
    expect(theirs.length).toBeGreaterThan(0)
    expect(others.map(isBanned), JSON.stringify(others)).toEqual(others.map(() => false))
    expect(theirs.map(isBanned), JSON.stringify(theirs)).toEqual(theirs.map(() => isStopped(name)))
    if (isStopped(name)) return
    const expected = name === APPEAL ? [201] : others.map(({ status }) => status)
    expect(
      theirs.map(({ status }) => status),
      JSON.stringify(theirs),
    ).toEqual(expected)
  })
})

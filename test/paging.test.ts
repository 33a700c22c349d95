import { describe, expect, it } from 'vitest'
import { routes } from '../functions/routes.ts'
import { parse } from '../shared/http/request.ts'
import type { Route, Schema } from '../shared/http/route.ts'
import { valueIn } from './kit.ts'

type Shape = Record<string, Schema>

const shapeOf = (schema: Schema | null | undefined): Shape => {
  const def: object = schema?._zod.def ?? {}
  return 'shape' in def ? (def.shape as Shape) : {}
}

const listIn = (route: Route): string[] =>
  Object.entries(shapeOf(route.answers[200])).flatMap(([name, { _zod }]) => (_zod.def.type === 'array' ? [name] : []))

/** What can never be longer than an answer may be, and so is answered whole, or belongs to one thing and is told with it. */
const whole: Record<string, string> = {
  '/v1/account': 'refunds of the newest ten orders',
  '/v1/account/tokens': 'tokens.perAccount',
  '/v1/account/appeals': 'the last one',
  '/v1/account/identity': 'sources, and the businesses that there may be',
  '/v1/account/level': 'levels, sources and features',
  '/v1/account/wechat': 'the ways that there are',
  '/v1/wechat/ways': 'the ways that there are',
  '/v1/apps': 'apps.ofOrganisation',
  '/v1/apps/{id}': 'the newest fifty names',
  '/v1/apps/{id}/certificate': 'one certificate: the names its app had, and what became of it',
  '/v1/applicants': 'certification.applicants',
  '/v1/applicants/{id}': 'fields of one applicant',
  '/v1/applications/{id}': 'one application, which is returned three times at most',
  '/v1/certificates/{id}': 'the newest fifty names, and what became of one certificate',
  '/v1/certificate-keys': 'the keys of the deployment',
  '/v1/domains': 'domains.most',
  '/v1/businesses': 'businesses.most',
  '/v1/business-bindings': 'businesses.most',
  '/v1/cards': 'a hundred numbers ever',
  '/v1/documents': 'the last fifty',
  '/v1/channels': 'twenty',
  '/v1/verifications/{id}': 'refunds of one order',
  '/v1/orders/{id}': 'refunds of one order',
  '/v1/operator/orders/{id}': 'one order',
  '/v1/papers-terms': 'the kinds and documents that there are',
  '/v1/reviews/{id}': 'one case, of which more is asked as often as a person asks',
  '/v1/operator/certificates/{id}': 'one certificate, with its last fifty reports',
  '/v1/operator/reviews/{id}': 'one case, and the lists of its kind',
  '/v1/operator/analytics': '400 days at most, each of few numbers',
  '/v1/webhook-endpoints': 'sixteen',
  '/v1/webhook-endpoints/{id}': 'filters of one endpoint',
  '/v1/operator/webhook-endpoints': 'sixteen',
  '/v1/operator/vendors': 'those of the deployment',
  '/v1/operator/accounts/{id}/appeal': 'bans and complaints of one account',
  '/v1/operator/audit-seal': 'a day each, of which one that is late rings',
  '/v1/operator/accounts/{account}/applications/{id}': 'one application, which is returned three times at most',
  '/v1/operator/accounts/{id}': 'the newest ten of each, and what is open',
  '/v1/operator/dead-letters': 'the queues of the deployment',
  '/v1/operator/dead-letters/{queue}': 'a hundred of the oldest',
  '/v1/operator/settings': 'those that there are',
  '/v1/operator/sign-ins': 'the last five',
  '/v1/operator/complaints/{channel}/{id}': 'orders of one complaint',
  '/v1/operator/vendor-statements/{vendor}/{day}': 'a hundred differences',
  '/v1/operator/ledger/balances': 'families of accounts',
  '/v1/operator/reconciliations/{channel}/{day}': 'differences of one day',
}

const lists = routes.filter(
  (route) => route.method === 'GET' && route.path.startsWith('/v1/') && listIn(route).length > 0,
)
const paged = lists.filter(({ path }) => whole[path] === undefined)

describe('M1 every list of /v1', () => {
  it.each(paged.map((route) => ({ route, path: route.path })))('$path is read a page at a time', ({ route }) => {
    const { nextCursor } = shapeOf(route.answers[200])
    expect(nextCursor && [parse(nextCursor, null).ok, parse(nextCursor, 'x').ok]).toEqual([true, true])
    expect(nextCursor && parse(nextCursor, undefined).ok).toBe(false)
    const { limit, cursor } = shapeOf(route.query)
    expect(limit && [valueIn(parse(limit, '1')), valueIn(parse(limit, '100'))]).toEqual([1, 100])
    for (const wrong of ['0', '101', '1.5', 'x', '', '1e2', '٣'])
      expect(limit && parse(limit, wrong).ok, wrong).toBe(false)
    // Which texts are cursors the list says, so that a wrong one is refused in one way.
    for (const text of ['', 'x', '=', '🚫'.repeat(300)]) expect(cursor && parse(cursor, text).ok).toBe(true)
  })

  it('is paged, or can never be longer than one answer', () => {
    expect(paged.map(({ path }) => path).toSorted()).toEqual(
      [
        '/v1/account/consents',
        '/v1/account/disclosures',
        '/v1/applications',
        '/v1/events',
        '/v1/face-checks',
        '/v1/inbox',
        '/v1/operator/accounts/{id}/timeline',
        '/v1/operator/alarms',
        '/v1/operator/appeals',
        '/v1/operator/certificates',
        '/v1/operator/complaints',
        '/v1/operator/deeds',
        '/v1/operator/ledger',
        '/v1/operator/operators',
        '/v1/operator/orders',
        '/v1/operator/proposals',
        '/v1/operator/reconciliations/{channel}',
        '/v1/operator/refunds',
        '/v1/operator/reviews',
        '/v1/operator/webhook-endpoints/{id}/deliveries',
        '/v1/orders',
        '/v1/reviews',
        '/v1/sessions',
        '/v1/verifications',
        '/v1/webhook-endpoints/{id}/deliveries',
      ].toSorted(),
    )
    expect(Object.keys(whole).filter((path) => !lists.some((route) => route.path === path))).toEqual([])
  })
})

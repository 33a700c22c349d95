import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepApplicantRoute } from '../../functions/certification/applicants.route.ts'
import { createApplicationRoute, submitApplicationRoute } from '../../functions/certification/applications.route.ts'
import { createAppRoute, editAppRoute } from '../../functions/certification/apps.route.ts'
import { createDomainRoute } from '../../functions/certification/domains.route.ts'
import { routes } from '../../functions/routes.ts'
import { companies } from '../../functions/sandbox/register/companies.ts'
import { typeCard } from '../../local/demo/card.ts'
import { appOfPerson, codeAndFour, confirmByPicture, payFee, sendIn } from '../../local/demo/certification.ts'
import { uploadPicture } from '../../local/demo/papers.ts'
import { drawnPage } from '../../local/demo/picture.ts'
import { freshKey } from '../fresh-key.ts'
import { nameOf, type Sample } from './callers/samples.ts'
import { sent } from './callers/sending.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'
import { verifiedUser } from './way.ts'

/** What somebody has, by its ids. */
type Things = {
  app: string
  applicant: string
  company: string
  /** A draft, one that waits for its administrator, one that waits for money, and one that waits for people. */
  draft: string
  asked: string
  unpaid: string
  looked: string
  icon: string
  picture: string
  holder: string
  domain: string
}

/** What the intruder has of their own, so that nothing but the foreign id stands in the way. */
type Own = { app: string; applicant: string; draft: string; proof: Awaited<ReturnType<typeof codeAndFour>> }

const NOWHERE = '0'.repeat(32)
const token = 'a'.repeat(64)
const consent = { notice: 'company-2026-11', agreed: true }

/**
 * Every way to name something of somebody else's at a route of certification: a route and what is sent, of ids that are another's. Routes that name nothing are
 * in the list below.
 */
const ways: Readonly<Record<string, (theirs: Things, own: Own) => Sample[]>> = {
  'POST /v1/apps': ({ icon }) => [{ body: { kind: 'website', name: '借来的图标', icon } }],
  'GET /v1/apps/{id}': ({ app: id }) => [{ params: { id } }],
  'PATCH /v1/apps/{id}': ({ app: id, icon, picture }, own) => [
    { params: { id }, body: { description: '改一改' } },
    { params: { id: own.app }, body: { icon } },
    { params: { id: own.app }, body: { icon: picture } },
  ],
  'DELETE /v1/apps/{id}': ({ app: id }) => [{ params: { id } }],
  'GET /v1/apps/{id}/icon': ({ app: id }) => [{ params: { id } }],
  'POST /v1/apps/{id}/renames': ({ app: id, holder: picture }, { app, proof }) => [
    { params: { id }, body: { from: '江畔小店', name: '江畔大店', ...proof } },
    { params: { id: app }, body: { from: '山后小店', name: '山后大店', ...proof, picture } },
  ],
  'POST /v1/apps/{id}/administrator': ({ app: id, holder: picture }, { app, proof }) => [
    { params: { id }, body: proof },
    { params: { id: app }, body: { ...proof, picture } },
  ],
  'DELETE /v1/apps/{id}/administrator': ({ app: id }) => [{ params: { id } }],
  'POST /v1/app-handovers/looks': ({ app }) => [{ body: { code: `${app}.${'x'.repeat(43)}` } }],
  'POST /v1/app-handovers': ({ app }, { proof }) => [{ body: { code: `${app}.${'x'.repeat(43)}`, ...proof } }],
  'POST /v1/app-steps/looks': ({ app }) => [
    { body: { step: 'rename', app, name: '江畔大店' } },
    { body: { step: 'handover', app } },
    { body: { step: 'takeover', code: `${app}.${'x'.repeat(43)}` } },
  ],
  'POST /v1/name-checks': ({ app }) => [{ body: { name: '江畔大店', app } }],
  'GET /v1/apps/{id}/certificate': ({ app: id }) => [{ params: { id } }],
  'PUT /v1/apps/{id}/certificate/page': ({ app: id }) => [{ params: { id }, body: { url: null } }],
  'POST /v1/apps/{id}/certificate/appeals': ({ app: id }) => [{ params: { id }, body: { words: '请再看一次' } }],
  'GET /v1/gate/certified': ({ app: appId }) => [{ query: { appId } }],
  'GET /v1/applicants/{id}': ({ applicant, company }) => [{ params: { id: applicant } }, { params: { id: company } }],
  'POST /v1/applicants/{id}/check': ({ company: id }) => [{ params: { id }, body: { consent } }],
  'POST /v1/applicants/{id}/account-proofs': ({ company: id }) => [
    { params: { id }, body: { accountNumber: '99990000000000001', consent } },
  ],
  'POST /v1/applicants/{id}/account-proofs/current/answers': ({ company: id }) => [
    { params: { id }, body: { fen: 1 } },
  ],
  'POST /v1/licences/readings': ({ picture: material }) => [{ body: { material, consent } }],
  'POST /v1/certification/pre-checks': ({ app, applicant }, own) => [
    { body: { app, applicant: own.applicant } },
    { body: { app: own.app, applicant } },
  ],
  'POST /v1/applications': ({ app, applicant, picture }, own) => [
    { body: { app, applicant: own.applicant } },
    { body: { app: own.app, applicant } },
    { body: { app: own.app, applicant: own.applicant, materials: [picture] } },
  ],
  'GET /v1/applications/{id}': ({ draft, looked }) => [{ params: { id: draft } }, { params: { id: looked } }],
  'PATCH /v1/applications/{id}': ({ draft, applicant, picture, holder, icon }, own) => [
    { params: { id: draft }, body: { said: '改一改' } },
    { params: { id: own.draft }, body: { applicant } },
    ...[picture, holder, icon].map((one) => ({ params: { id: own.draft }, body: { materials: [one] } })),
  ],
  'POST /v1/applications/{id}/submission': ({ draft: id }) => [{ params: { id } }],
  'POST /v1/applications/{id}/confirmation': ({ asked: id, holder: picture }, { proof }) => [
    { params: { id }, body: { pairToken: token, proof: { ...proof, picture } } },
  ],
  'POST /v1/applications/{id}/corrections': ({ looked: id }) => [{ params: { id }, body: { pairToken: token } }],
  'POST /v1/applications/{id}/withdrawal': ({ draft, asked, unpaid, looked }) =>
    [draft, asked, unpaid, looked].map((id) => ({ params: { id } })),
  'POST /v1/applications/{id}/orders': ({ unpaid: id }) => [{ params: { id }, headers: freshKey() }],
  'POST /v1/domains/{domain}/proofs': ({ domain }) => [{ params: { domain } }],
  'DELETE /v1/domains/{domain}': ({ domain }) => [{ params: { domain } }],
  'GET /v1/materials/{id}': ({ picture, holder, icon }) => [picture, holder, icon].map((id) => ({ params: { id } })),
  'DELETE /v1/materials/{id}': ({ picture, holder, icon }) => [picture, holder, icon].map((id) => ({ params: { id } })),
}

/** Name nothing that is anybody's: they make something new, or list what is the caller's. */
const nameNothing = [
  'GET /v1/apps',
  'POST /v1/applicants',
  'GET /v1/applicants',
  'GET /v1/applicant-terms',
  'GET /v1/applications',
  'POST /v1/domains',
  'GET /v1/domains',
]

const ofUsers = routes.filter(
  ({ fn, caller }) =>
    caller !== 'operator' &&
    // Whoever asks about a certificate by its id is told the same as everybody.
    (fn.startsWith('certification-') || (fn.startsWith('certificates-') && caller !== 'anyone')),
)

describe("W2 W4 what is one account's is nothing to another", () => {
  let instance: Instance
  let theirs: Things
  let owner: Awaited<ReturnType<typeof verifiedUser>>
  let intruder: Awaited<ReturnType<typeof verifiedUser>>
  let own: Own

  const somebody = async () => {
    const one = await verifiedUser(instance, 'fee')
    await instance.platform.pass('61s')
    await typeCard(instance.platform, one.user, { phone: one.user.phone })
    await instance.platform.pass('61s')
    return one
  }

  /** One of their apps with an application that has come so far. */
  const applied = async (name: string, until: 'asked' | 'unpaid' | 'looked') => {
    const { platform } = instance
    const { user, person } = owner
    const { id } = await sendIn(platform, await appOfPerson(platform, user, name))
    if (until !== 'asked') await confirmByPicture(platform, user, id, person.idNumber)
    if (until === 'looked') await payFee(platform, user, id)
    await platform.pass('61s')
    return id
  }

  const thingsOf = async (): Promise<Things> => {
    const { platform, receiver } = instance
    const { user } = owner
    const { token: by } = user
    const mine = await appOfPerson(platform, user, '江畔小店')
    const icon = await uploadPicture(platform, user, 'app_icon', drawnPage(21))
    await platform.must(editAppRoute, { token: by, params: { id: mine.app }, body: { icon: icon.id } })
    const picture = await uploadPicture(platform, user, 'other_proof', drawnPage(22))
    const holder = await uploadPicture(platform, user, 'holder', drawnPage(23))
    const body = { app: mine.app, applicant: mine.applicant }
    const draft = await platform.must(createApplicationRoute, { token: by, body })
    const company = companies.find(({ outcome }) => outcome === 'consistent')
    if (!company) throw new Error('no such test company')
    const { name: companyName, creditCode, legalRepresentative, idNumber } = company
    const kept = await platform.must(keepApplicantRoute, {
      token: by,
      body: { kind: 'enterprise', companyName, creditCode, representative: { name: legalRepresentative, idNumber } },
    })
    await platform.must(createDomainRoute, { token: by, body: { domain: receiver.address } })
    return {
      ...{ app: mine.app, applicant: mine.applicant, company: kept.id, draft: draft.id },
      ...{ icon: icon.id, picture: picture.id, holder: holder.id, domain: receiver.address },
      ...{ asked: await applied('江畔茶摊', 'asked'), unpaid: await applied('江畔书摊', 'unpaid') },
      looked: await applied('江畔花摊', 'looked'),
    }
  }

  const ownOf = async (): Promise<Own> => {
    const { platform } = instance
    const { user, person } = intruder
    const mine = await appOfPerson(platform, user, '山后小店')
    const spare = await platform.must(createAppRoute, { token: user.token, body: { kind: 'app', name: '山后茶摊' } })
    const body = { app: spare.id, applicant: mine.applicant }
    const draft = await platform.must(createApplicationRoute, { token: user.token, body })
    return { ...mine, draft: draft.id, proof: await codeAndFour(platform, user, person.idNumber) }
  }

  beforeAll(async () => {
    instance = await sharedInstance()
    owner = await somebody()
    theirs = await thingsOf()
    intruder = await somebody()
    own = await ownOf()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  it('every route of certification is in this table, or names nothing', () => {
    const known = [...Object.keys(ways), ...nameNothing].filter((name) => !name.includes('/v1/materials/'))
    expect(ofUsers.map(nameOf).toSorted()).toEqual(known.toSorted())
  })

  const as = (sample: Sample, by: string): Sample => ({
    ...sample,
    headers: { ...sample.headers, authorization: `Bearer ${by}` },
  })

  const things: (keyof Things)[] = ['app', 'applicant', 'company', 'draft', 'asked', 'unpaid', 'looked']
  const pictures: (keyof Things)[] = ['icon', 'picture', 'holder']

  /** All that the owner sees of what is theirs. */
  const standing = async (): Promise<unknown> => {
    const read = async (path: string) => {
      const response = await fetch(`${instance.platform.url}${path}`, {
        headers: { authorization: `Bearer ${owner.user.token}` },
      })
      // What each answer has of its own.
      const { upload: _form, ...body } = (await response.json()) as Record<string, unknown>
      return [path, response.status, body]
    }
    const paths = [
      ...['/v1/apps', '/v1/applicants', '/v1/applications', '/v1/domains', '/v1/orders'],
      ...[...things].map((one) => {
        const kind = one === 'app' ? 'apps' : one === 'applicant' || one === 'company' ? 'applicants' : 'applications'
        return `/v1/${kind}/${theirs[one]}`
      }),
      ...pictures.map((one) => `/v1/materials/${theirs[one]}`),
    ]
    return Promise.all(paths.map(read))
  }

  it('each is refused as what never was, and changes nothing', async () => {
    const { url } = instance.platform
    const before = await standing()
    const nothing = Object.fromEntries(Object.keys(theirs).map((key) => [key, NOWHERE])) as Things
    for (const [name, way] of Object.entries(ways)) {
      const route = routes.find((one) => nameOf(one) === name)
      if (!route) throw new Error(`no route ${name}`)
      const foreign = way(theirs, own)
      const never = way({ ...nothing, domain: 'nowhere.cn' }, own)
      for (const [at, sample] of foreign.entries()) {
        const got = await sent(url, route, as(sample, intruder.user.token))
        const other = never[at]
        if (!other) throw new Error('as many of both')
        const of = (reply: typeof got) => {
          const { code, errors } = Object(reply.body) as { code?: string; errors?: unknown }
          return { status: reply.status, code, errors }
        }
        expect(got.status, `${name} ${at} ${JSON.stringify(got.body)}`).toBeGreaterThanOrEqual(400)
        expect(got.status, name).toBeLessThan(500)
        expect(of(got), `${name} ${at}`).toEqual(of(await sent(url, route, as(other, intruder.user.token))))
        expect(JSON.stringify(got.body), name).not.toContain('江畔')
      }
    }
    expect(await standing()).toEqual(before)
  })

  it('and of the owner each is there, so that the refusals mean something', async () => {
    for (const [, status] of (await standing()) as [string, number][]) expect(status).toBe(200)
    const { token: by } = owner.user
    expect(
      await instance.platform.must(submitApplicationRoute, { token: by, params: { id: theirs.draft } }),
    ).toMatchObject({
      status: 'awaiting_confirmation',
    })
  })
})

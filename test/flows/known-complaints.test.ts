import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { companies } from '../../functions/sandbox/register/companies.ts'
import { listEventsRoute } from '../../functions/webhooks/delivery.route.ts'
import { clearAccount } from '../../local/command/trigger/clear-account.ts'
import { cardFormOf, GOOD_CARD, typeCard } from '../../local/demo/card.ts'
import { codeFor, formOf, signIn, type User } from '../../local/demo/user.ts'
import { refusal } from './card-stage.ts'
import type { Instance } from './instance.ts'
import { settle } from './settle.ts'
import { sharedInstance } from './shared-instance.ts'

type Described = {
  paths: Record<string, Record<string, { requestBody?: unknown }>>
  components: { schemas: Record<string, unknown> }
}

/** Routes whose body has a number of an identity card. */
const takingNumbers = (): string[] => {
  const { paths, components }: Described = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../docs/openapi.json'), 'utf8'),
  )
  const whole = (body: unknown): string =>
    JSON.stringify(body ?? '').replace(/"#\/components\/schemas\/(\w+)"/g, (_ref, name) =>
      JSON.stringify(components.schemas[name]),
    )
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { requestBody }]) => whole(requestBody).includes('"idNumber"'))
      .map(([method]) => `${method.toUpperCase()} ${path}`),
  )
}

const unknownCompany = (): never => {
  throw new Error('the catalogue has no company')
}

describe('X2 X3 X5 what users of other systems complain of, of cards and levels', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  // Codes to one number are few.
  beforeEach(() => instance.clear())
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  const mine = ({ token }: Pick<User, 'token'>) => instance.platform.shiming.withSession(token)

  const holder = async () => {
    const person = await instance.person('match')
    const user = await signIn(instance.platform, person.phone)
    await typeCard(instance.platform, user, person)
    await settle(instance.engine)
    return { person, user }
  }

  /** The code of what is refused, and of its fields. */
  const codes = async (doing: Promise<unknown>): Promise<string[]> => {
    const { code, errors } = await refusal(doing)
    return [code, ...errors.map((one) => one.code)]
  }

  it('unbound, and still “already bound”: what was cleared is free at once, the person and the card', async () => {
    const { person, user } = await holder()
    const { url, shiming, sandbox } = instance.platform
    const scene = { url, reached: { shiming, sandbox }, now: async () => instance.engine.now(), step: () => undefined }
    const another = await signIn(instance.platform, (await instance.person('match')).phone)
    await instance.platform.pass('61s')
    const form = await cardFormOf(instance.platform, another, person, GOOD_CARD)
    expect(await codes(mine(another).cards.bind(form))).toContain('identity_unavailable')
    // The same clock, and the same form: what was refused took nothing, the code neither.
    expect(await clearAccount({ ...scene, pass: instance.platform.pass, patienceMs: 0 }, user.token)).toBe('unverified')
    const { id } = await mine(another).cards.bind(form)
    await settle(instance.engine)
    expect(await mine(another).cards.get(id)).toMatchObject({ status: 'bound' })
  })

  it('verified, and the platform still says not: gate, account, level and event are of one commit', async () => {
    const { user } = await holder()
    const { verification, gate } = await mine(user).account.get()
    expect(verification).toMatchObject({ status: 'verified', level: 1 })
    expect(gate.send_message).toMatchObject({ allowed: true })
    expect(await mine(user).gate.ask('send_message')).toMatchObject({ allowed: true, level: 1 })
    expect(await mine(user).account.level()).toMatchObject({ level: 1 })
    const query = { subject: `account.${user.accountId}` }
    const { events } = await instance.platform.must(listEventsRoute, { token: instance.platformKey, query })
    expect(events.map(({ type }) => type)).toEqual(expect.arrayContaining(['verification.verified', 'level.changed']))
  })

  it('a verified user edits name and number: nothing takes them but what has them proven, which refuses another', async () => {
    expect(takingNumbers()).toEqual([
      'POST /v1/verifications',
      'POST /v1/papers',
      'POST /v1/documents/readings',
      // Names who represents an organisation, which says nothing of the account.
      'POST /v1/applicants',
      'POST /v1/cards',
    ])
    const { user } = await holder()
    const before = (await mine(user).account.get()).verification
    const other = await instance.person('match')
    await instance.platform.pass('61s')
    const form = formOf(other, 'fee', await codeFor(instance.platform, other.phone, user.token))
    expect(await codes(mine(user).verifications.submit(form))).toContain('verified_as_another')
    await instance.platform.pass('61s')
    const card = cardFormOf(instance.platform, user, other, '6205500000000000004')
    expect(await codes(mine(user).cards.bind(await card))).toContain('verified_as_another')
    const { name: companyName, creditCode, legalRepresentative, idNumber } = companies[0] ?? unknownCompany()
    const representative = { name: legalRepresentative, idNumber }
    await mine(user).applicants.keep({ kind: 'enterprise', creditCode, companyName, representative })
    expect((await mine(user).account.get()).verification).toEqual(before)
  })
})

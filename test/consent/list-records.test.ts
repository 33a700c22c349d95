import { describe, expect, it } from 'vitest'
import { listConsents, listDisclosures } from '../../functions/consent/list-records.ts'
import { runCheck } from '../../functions/verification/check/run-check.ts'
import { codeOf, valueIn } from '../kit.ts'
import { begun, bought, cost, job, person, type World, world } from '../world.ts'

const PAGE = { limit: 20 }

const checks = async (at: World, accountId: string) =>
  valueIn(await listDisclosures(at, accountId, PAGE, 'en')).disclosures.filter(
    ({ purpose }) => purpose === 'identity_check',
  )

describe('M7 what users see of what they agreed to and of who got their data', () => {
  it('is each consent, with the notice it was given to', async () => {
    const at = world()
    const { user, verification } = await begun(at)
    const { notice, language = '', sha256 = '' } = verification.consent
    const { value, calls } = await cost(at, () => listConsents(at, user.accountId, PAGE))
    expect(calls).toMatchObject({ table: 1, kms: 0 })
    expect(valueIn(value)).toEqual({
      consents: [
        {
          id: verification.id,
          purpose: 'identity_check',
          items: ['name', 'id_number', 'phone'],
          notice,
          language,
          sha256,
          agreedAt: new Date(at.time.now).toISOString(),
        },
      ],
      nextCursor: null,
    })
  })

  it('is each time somebody got something, under which consent, and what became of it', async () => {
    const at = world()
    const ready = await bought(at)
    expect(await checks(at, ready.user.accountId)).toEqual([])
    await runCheck(at, job(ready.checkId))
    const { id, consent } = ready.verification
    const vendor = at.vendors[0]?.name
    expect(await checks(at, ready.user.accountId)).toEqual([
      {
        id: expect.any(String),
        at: new Date(at.time.now).toISOString(),
        // A vendor that nobody has named goes by its name here.
        recipient: { vendor, company: vendor, service: vendor },
        items: ['name', 'id_number', 'phone'],
        purpose: 'identity_check',
        basis: 'consent',
        consent: { id, notice: consent.notice },
        verificationId: id,
        faceCheckId: null,
        outcome: 'answered',
      },
    ])
  })

  it('is a page at a time, newest first', async () => {
    const at = world()
    const ready = await bought(at, { who: person('vendor_busy') })
    for (let runs = 0; runs < 3; runs += 1) {
      await runCheck(at, job(ready.checkId))
      at.time.now += 60_000
    }
    const { accountId } = ready.user
    const all = valueIn(await listDisclosures(at, accountId, PAGE)).disclosures
    expect(all.map((one) => one.at)).toEqual([...all.map((one) => one.at)].sort().reverse())
    const first = valueIn(await listDisclosures(at, accountId, { limit: 2 }))
    const rest = valueIn(await listDisclosures(at, accountId, { limit: 20, cursor: first.nextCursor ?? '' }))
    expect([...first.disclosures, ...rest.disclosures]).toEqual(all)
    expect(all.length).toBeGreaterThan(2)
  })

  it('is nothing of somebody else, and nothing of whom nobody has seen', async () => {
    const at = world()
    const one = await bought(at)
    await runCheck(at, job(one.checkId))
    const other = await begun(at, { who: person('match', 1) })
    expect(await checks(at, other.user.accountId)).toEqual([])
    expect(valueIn(await listConsents(at, other.user.accountId, PAGE)).consents).toHaveLength(1)
    expect(valueIn(await listConsents(at, undefined, PAGE))).toEqual({ consents: [], nextCursor: null })
    expect(valueIn(await listDisclosures(at, undefined, PAGE))).toEqual({ disclosures: [], nextCursor: null })
  })

  it('knows a cursor of its own alone', async () => {
    const at = world()
    const asked = { limit: 1, cursor: 'x' }
    expect(codeOf(await listConsents(at, 'a', asked))).toBe('invalid_cursor')
    expect(codeOf(await listDisclosures(at, 'a', asked))).toBe('invalid_cursor')
  })
})

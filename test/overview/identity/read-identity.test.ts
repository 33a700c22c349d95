import { describe, expect, it } from 'vitest'
import { keepBinding } from '../../../functions/clearing/businesses/keep-binding.ts'
import { listBindings } from '../../../functions/clearing/businesses/list-bindings.ts'
import { showIdentity } from '../../../functions/overview/identity/identity-view.ts'
import { readIdentity } from '../../../functions/overview/identity/read-identity.ts'
import { proofingKeys } from '../../../functions/proofing/keys.ts'
import { rfc3339 } from '../../../shared/kernel/time.ts'
import { remove } from '../../../shared/table/write.ts'
import { cleared, NAMES, platformUser, SHOP, shopper } from '../../clearing/fixture.ts'
import { NOON } from '../../kit.ts'
import { person, type World, world } from '../../world.ts'

const PAGE = 'https://shiming.test/verify'

const read = async (at: World, accountId: string | undefined) =>
  showIdentity(await readIdentity({ ...at, bindingsOf: (id) => listBindings(at, id) }, accountId), PAGE)

describe('X6 where and how somebody is verified', () => {
  it('is told masked: as whom and since when, by what, how far, and what relies on it', async () => {
    const { at, user } = await shopper()
    await keepBinding(at, SHOP)
    const shown = await read(at, user.accountId)
    expect(shown).toMatchObject({
      status: 'verified',
      level: 1,
      levelName: 'basic',
      since: rfc3339(NOON),
      verifyUrl: null,
    })
    expect(shown.evidence).toMatchObject([{ kind: 'carrier_three_element', source: 'carrier', status: 'valid' }])
    expect(shown.businesses).toEqual([
      { business: 'shop', names: NAMES, boundAt: rfc3339(NOON), page: null, status: 'bound' },
    ])
    expect(shown.proofing).toMatch(/^[0-9a-f]{32}$/)
    const { name, idNumber, phone } = person('match')
    for (const hidden of [name, idNumber, phone]) expect(JSON.stringify(shown)).not.toContain(hidden)
  })

  it('says so where the verification is kept no more of which one could say that it was not oneself', async () => {
    const { at, user } = await shopper()
    const { proofing } = await read(at, user.accountId)
    await at.table.commit([remove(proofingKeys.proofing(String(proofing)))])
    expect(await read(at, user.accountId)).toMatchObject({ status: 'verified', proofing: null })
  })

  it('leads whoever is not verified to verification, and what was bound before does not count', async () => {
    const { at, user } = await shopper()
    await keepBinding(at, SHOP)
    await cleared(at, user)
    expect(await read(at, user.accountId)).toMatchObject({
      ...{ status: 'unverified', level: 0, name: null, idNumber: null, since: null, proofing: null, verifyUrl: PAGE },
      ...{ evidence: [], businesses: [{ business: 'shop', status: 'stale' }] },
    })
  })

  it('is nothing of somebody who has never been here, or has done nothing', async () => {
    const at = world()
    const user = await platformUser(at)
    for (const accountId of [undefined, user.accountId])
      expect(await read(at, accountId)).toMatchObject({ status: 'unverified', businesses: [], verifyUrl: PAGE })
  })
})

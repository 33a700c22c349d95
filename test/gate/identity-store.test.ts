import { describe, expect, it } from 'vitest'
import type { Evidence } from '../../functions/evidence/evidence.ts'
import { evidenceKeys } from '../../functions/evidence/keys.ts'
import {
  evidenceHeld,
  type HeldIdentity,
  heldIdentity,
  identityHeld,
  identityReindexed,
  whyNotProvable,
} from '../../functions/gate/identity-store.ts'
import { gateKeys } from '../../functions/gate/keys.ts'
import { provable } from '../../functions/gate/provable-store.ts'
import { DAY } from '../../shared/kernel/time.ts'
import { memoryTable } from '../../shared/table/memory.ts'
import { put } from '../../shared/table/write.ts'
import { NOON } from '../kit.ts'
import { provenByCarrier, quietly, sampleIdentity } from '../samples.ts'

const ME = 'a'.repeat(32)
const face: Evidence = {
  accountId: ME,
  kind: 'face',
  at: NOON,
  validUntil: NOON + 365 * DAY,
  possession: true,
  check: 'f',
}
const BANK = { source: 'bank' } as const
const document: Evidence = { accountId: ME, kind: 'id_document', at: NOON, possession: false, check: 'd' }

const table = () => memoryTable()
type Table = ReturnType<typeof table>

const held = async (of: Table): Promise<HeldIdentity> => {
  const found = heldIdentity(await of.get(gateKeys.identity(ME)))
  if (!found) throw new Error('no identity')
  return found
}

/** An account that the carriers have proven; of before there was evidence, where `before`. */
const proven = async ({ before = false } = {}): Promise<Table> => {
  const made = table()
  await made.commit(
    before
      ? [
          put(gateKeys.identity(ME), {
            ...sampleIdentity,
            method: 'carrier_three_element',
            level: 'carrier_three_element',
          }),
        ]
      : identityHeld(sampleIdentity, provenByCarrier(ME), quietly(NOON)),
  )
  return made
}

const kindsOf = ({ proofs }: HeldIdentity) => proofs.map(({ kind }) => kind)

const becauseOf = async (of: Table, writes: Parameters<Table['commit']>[0]) => {
  const done = await of.commit(writes)
  return done.kind === 'conflict' ? done.conflicts.map(({ because }) => because) : 'committed'
}

describe.each([false, true])('X3 evidence of an identity (of before there was evidence: %j)', (before) => {
  it('is kept by source, and told to the gate in the same commit', async () => {
    const at = await proven({ before })
    expect(kindsOf(await held(at))).toEqual(['carrier_three_element'])
    await at.commit(evidenceHeld(await held(at), face, quietly(NOON)))
    expect(kindsOf(await held(at))).toEqual(['carrier_three_element', 'face'])
    expect(await at.get(evidenceKeys.evidence(ME, 'police'))).toMatchObject({ ...face })
    const later = { ...face, at: NOON + DAY, validUntil: NOON + 366 * DAY, check: 'g' }
    await at.commit(evidenceHeld(await held(at), later, quietly(NOON)))
    expect(kindsOf(await held(at))).toEqual(['carrier_three_element', 'face'])
    expect(await at.get(evidenceKeys.evidence(ME, 'police'))).toMatchObject({ ...later })
  })

  it('never loses another change at the same time', async () => {
    const at = await proven({ before })
    const seen = await held(at)
    expect(await becauseOf(at, evidenceHeld(seen, face, quietly(NOON)))).toBe('committed')
    expect(await becauseOf(at, evidenceHeld(seen, document, quietly(NOON)))).toEqual(['evidence_moved'])
    await at.commit(evidenceHeld(await held(at), document, quietly(NOON)))
    expect(kindsOf(await held(at))).toEqual(['carrier_three_element', 'face', 'id_document'])
  })

  it('is not kept for an account that is somebody else by then, or nobody', async () => {
    const at = await proven({ before })
    const seen = await held(at)
    const other = { ...sampleIdentity, personIndex: 'v1.other' }
    for (const now of [{ ...other }, undefined]) {
      const elsewhere = table()
      if (now) await elsewhere.commit(identityHeld(now, provenByCarrier(ME), quietly(NOON)))
      expect(await becauseOf(elsewhere, evidenceHeld({ ...seen, changes: now ? 1 : 0 }, face, quietly(NOON)))).toEqual([
        'evidence_moved',
      ])
    }
  })

  it('is proven again only of the same person, and only once it has ended', async () => {
    const at = await proven({ before })
    const { personIndex } = sampleIdentity
    const asked = async (person: string, now: number) => [
      whyNotProvable(await held(at), { people: [person], source: 'carrier' }, now),
      await becauseOf(at, [provable(ME, { people: [person], source: 'carrier' }, now)]),
    ]
    expect(await asked(personIndex, NOON)).toEqual(['already_verified', ['not_provable']])
    expect(await asked('v1.other', NOON)).toEqual(['already_verified', ['not_provable']])
    const ended = { ...provenByCarrier(ME), validUntil: NOON + DAY }
    await at.commit(evidenceHeld(await held(at), ended, quietly(NOON)))
    expect(await asked(personIndex, NOON + DAY - 1)).toEqual(['already_verified', ['not_provable']])
    expect(await asked(personIndex, NOON + DAY)).toEqual([undefined, 'committed'])
    expect(await asked('v1.other', NOON + DAY)).toEqual(['verified_as_another', ['not_provable']])
  })

  it('that was never given is proven at any time', async () => {
    const at = await proven({ before })
    await at.commit(evidenceHeld(await held(at), document, quietly(NOON)))
    expect(whyNotProvable(await held(at), { ...BANK, people: [sampleIdentity.personIndex] }, NOON)).toBeUndefined()
    expect(await becauseOf(at, [provable(ME, { ...BANK, people: [sampleIdentity.personIndex] }, NOON)])).toBe(
      'committed',
    )
    expect(await becauseOf(at, [provable(ME, { ...BANK, people: ['v1.other'] }, NOON)])).toEqual(['not_provable'])
    // While the key of the index is replaced, the same person is known by more than one.
    const people = ['v2.person', sampleIdentity.personIndex] as const
    expect(whyNotProvable(await held(at), { ...BANK, people }, NOON)).toBeUndefined()
    expect(await becauseOf(at, [provable(ME, { ...BANK, people }, NOON)])).toBe('committed')
    await at.commit([identityReindexed(ME, sampleIdentity.personIndex, 'v2.person')])
    expect(await held(at)).toMatchObject({ personIndex: 'v2.person' })
    const again = identityReindexed(ME, sampleIdentity.personIndex, 'v3.person')
    expect(await becauseOf(at, [again])).toEqual(['identity_moved'])
  })
})

describe('X3 an identity', () => {
  it('is held once', async () => {
    const at = await proven()
    expect(await becauseOf(at, identityHeld(sampleIdentity, provenByCarrier(ME), quietly(NOON)))).toEqual([
      'identity_held',
    ])
  })

  it('is proven by anything where there is none', async () => {
    expect(whyNotProvable(undefined, { ...BANK, people: ['v1.person'] }, NOON)).toBeUndefined()
    expect(await becauseOf(table(), [provable(ME, { ...BANK, people: ['v1.person'] }, NOON)])).toBe('committed')
  })
})

import { describe, expect, it } from 'vitest'
import { heldIdentity } from '../../../functions/gate/identity-store.ts'
import { gateKeys } from '../../../functions/gate/keys.ts'
import type { Person } from '../../../functions/sandbox/people.ts'
import { runCheck } from '../../../functions/verification/check/run-check.ts'
import { verificationKeys } from '../../../functions/verification/keys.ts'
import { findObjection } from '../../../functions/verification/submission/find-objection.ts'
import { gatherPeople } from '../../../functions/verification/submission/gather-people.ts'
import { personIndexIn } from '../../../functions/verification/submission/person-entry-store.ts'
import { submit } from '../../../functions/verification/submission/submit.ts'
import { DAY } from '../../../shared/kernel/time.ts'
import type { Versioned } from '../../../shared/kernel/versioned.ts'
import { remove, update } from '../../../shared/table/write.ts'
import { versionOf } from '../../../shared/vault/blind-index.ts'
import { codeOf, valueIn } from '../../kit.ts'
import {
  begun,
  bought,
  cost,
  decided,
  drained,
  enter,
  itemAt,
  job,
  person,
  submission,
  type World,
  world,
} from '../../world.ts'

/** Of one person who may hold two accounts. */
const twice = { checks: { ...world().settings.checks, accountsPerPerson: 2 } }

/** A release that looks under these versions, and writes the first. */
const indexing = (at: World, ...versions: Versioned<string>): void => {
  at.index.versions = versions
}

const entries = (at: World) =>
  at.table
    .items()
    .filter(({ sk }) => sk === 'PERSON')
    .map((item) => [versionOf(personIndexIn(item)), item.accounts instanceof Set ? item.accounts.size : 0])

const identityOf = (at: World, accountId: string) => heldIdentity(itemAt(at, gateKeys.identity(accountId)))

/** One round; answers what it noted and rang. */
const round = async (at: World) => {
  const told: unknown[] = []
  const tell = (event: string, fields: object) => void told.push([event, fields])
  const faults: unknown[] = []
  const fault = (error: unknown) => void faults.push(error)
  const moved = await gatherPeople({ ...at, alarm: tell, note: tell, remainingMs: () => 60_000, fault })
  return { moved, told, faults }
}

describe('X5 one person under two versions of the key', () => {
  it('is verified on no second account: told before paying, and known under the new version from then on', async () => {
    const at = world()
    const { user } = await decided(at)
    indexing(at, 'v2', 'v1')
    expect(codeOf(await submit(at, await submission(at, await enter(at))))).toBe('identity_unavailable')
    expect(entries(at)).toEqual([['v2', 1]])
    expect(versionOf(identityOf(at, user.accountId)?.personIndex ?? '')).toBe('v2')
  })

  it('is found at the verdict by whoever submitted before there was a second version', async () => {
    const at = world()
    const [late, first] = [await bought(at), await bought(at, { who: person('match') })]
    indexing(at, 'v2', 'v1')
    expect(await runCheck(at, job(first.checkId))).toBe('verified')
    expect(entries(at)).toEqual([['v2', 1]])
    const { calls } = await cost(at, () => runCheck(at, job(late.checkId)))
    expect(calls.vendor).toBe(0)
    expect(entries(at)).toEqual([['v2', 1]])
  })

  it('is found by a release that still writes the old one, and by one that writes the new, whichever comes first', async () => {
    for (const order of [
      ['v1', 'v2'],
      ['v2', 'v1'],
    ] as const) {
      const at = world()
      indexing(at, order[0], order[1])
      const [one, other] = [await bought(at), await bought(at)]
      expect(await runCheck(at, job(one.checkId))).toBe('verified')
      indexing(at, order[1], order[0])
      expect(await runCheck(at, job(other.checkId))).toBe('identity_in_use')
      expect(entries(at)).toEqual([[order[1], 1]])
    }
  })

  it('is found between claim and verdict too', async () => {
    const at = world()
    indexing(at, 'v2', 'v1')
    const [one, other] = [await bought(at), await bought(at)]
    // While the vendor is asked, a function of the release before verifies the other.
    at.bureau.script.push(async () => {
      indexing(at, 'v1', 'v2')
      expect(await runCheck(at, job(other.checkId))).toBe('verified')
      indexing(at, 'v2', 'v1')
      const { results } = await import('../check/scripted-checker.ts')
      return results.match
    })
    expect(await runCheck(at, job(one.checkId))).toBe('identity_in_use')
    expect(entries(at)).toEqual([['v2', 1]])
  })

  it('is counted once where several accounts are allowed, under whichever version each was verified', async () => {
    const at = world(twice)
    const first = await decided(at)
    indexing(at, 'v2', 'v1')
    const second = await decided(at)
    expect(entries(at)).toEqual([['v2', 2]])
    expect(codeOf(await submit(at, await submission(at, await enter(at))))).toBe('identity_unavailable')
    for (const { user } of [first, second])
      expect(versionOf(identityOf(at, user.accountId)?.personIndex ?? '')).toBe('v2')
  })

  it('stands against paying, and its data stay cooled down, under whichever version they were checked', async () => {
    const at = world()
    indexing(at, 'v1', 'v2')
    const waiting = await begun(at)
    await decided(at)
    indexing(at, 'v2', 'v1')
    const deps = { ...at, vendors: at.bureau.vendors }
    const sold = { ...waiting.order, verificationId: waiting.verification.id }
    expect(await findObjection(deps, sold)).toMatchObject({ refusal: { code: 'identity_unavailable' } })
    const other = world()
    await decided(other, { who: person('mismatch') })
    indexing(other, 'v2', 'v1')
    const again = await submission(other, await enter(other), { who: person('mismatch') })
    expect(codeOf(await submit(other, again))).toBe('resubmitted_too_soon')
  })

  it('answers a request sent twice with what it opened, and no other', async () => {
    const at = world()
    const user = await enter(at)
    const sent = await submission(at, user)
    const opened = valueIn(await submit(at, sent))
    indexing(at, 'v2', 'v1')
    expect(valueIn(await submit(at, sent)).order.id).toBe(opened.order.id)
    const changed = { ...sent, body: { ...sent.body, name: '林知秋' } }
    expect(codeOf(await submit(at, changed))).toBe('idempotency_key_reused')
  })

  it('costs one call of KMS more for each further version, and nothing where there is one', async () => {
    const at = world()
    const callsOf = async (who: Person, ...versions: Versioned<string>) => {
      indexing(at, ...versions)
      const sent = await submission(at, await enter(at), { who })
      return (await cost(at, () => submit(at, sent))).calls
    }
    await callsOf(person('match'), 'v1')
    expect(await callsOf(person('match', 1), 'v1')).toMatchObject({ table: 2, kms: 2 })
    expect(await callsOf(person('match', 2), 'v2', 'v1')).toMatchObject({ table: 2, kms: 3 })
  })
})

describe('P11 bringing everybody to a new version of the key', () => {
  it('moves entries with all they hold, and what accounts call their person; then the old one is noted as unused', async () => {
    const at = world(twice)
    const users = [await decided(at), await decided(at), await decided(at, { who: person('match', 1) })]
    const [entry] = at.table.items().filter(({ sk }) => sk === 'PERSON')
    await at.table.commit([update({ pk: String(entry?.pk), sk: 'PERSON' }, { set: { heldForSomeReason: 7 } })])
    indexing(at, 'v2', 'v1')
    expect(await round(at)).toMatchObject({ moved: 2, faults: [] })
    expect(entries(at).toSorted()).toEqual([
      ['v2', 1],
      ['v2', 2],
    ])
    expect(at.table.items().filter(({ heldForSomeReason }) => heldForSomeReason === 7)).toHaveLength(1)
    for (const { user } of users) expect(versionOf(identityOf(at, user.accountId)?.personIndex ?? '')).toBe('v2')
    expect(await round(at)).toEqual({
      moved: 0,
      told: [['person_index_version_unused', { version: 'v1' }]],
      faults: [],
    })
    indexing(at, 'v2')
    expect(await round(at)).toEqual({ moved: 0, told: [], faults: [] })
    expect(codeOf(await submit(at, await submission(at, await enter(at))))).toBe('identity_unavailable')
  })

  it('leaves whom nobody can open any more, who move once they type their number', async () => {
    const at = world()
    const { user, verification } = await decided(at)
    await at.table.commit([remove(verificationKeys.verification(user.accountId, verification.id))])
    indexing(at, 'v2', 'v1')
    const used = ['person_index_version_used', { version: 'v1', moved: 0, left: 1 }]
    expect(await round(at)).toEqual({ moved: 0, told: [used], faults: [] })
    expect(codeOf(await submit(at, await submission(at, await enter(at))))).toBe('identity_unavailable')
    expect(await round(at)).toMatchObject({ told: [['person_index_version_unused', { version: 'v1' }]] })
  })

  it('rings where a version was retired, or went back, while somebody was known under it', async () => {
    const at = world()
    await decided(at)
    indexing(at, 'v2')
    expect(await round(at)).toMatchObject({ told: [['person_index_version_gone', { version: 'v1' }]] })
    indexing(at, 'v2', 'v1')
    await round(at)
    indexing(at, 'v1')
    expect(await round(at)).toMatchObject({ told: [['person_index_version_gone', { version: 'v2' }]] })
  })

  it('loses nobody to a submission or verdict at the same time, at whichever call it comes', async () => {
    for (let nth = 0; nth < 12; nth += 1) {
      const at = world(twice)
      await decided(at)
      indexing(at, 'v2', 'v1')
      const second = await bought(at)
      let calls = 0
      const meanwhile = async (): Promise<void> => {
        calls += 1
        if (calls === nth + 1) expect(await runCheck(at, job(second.checkId))).toBe('verified')
      }
      const during =
        <A extends unknown[], R>(call: (...of: A) => Promise<R>) =>
        async (...of: A): Promise<R> => {
          await meanwhile()
          return call(...of)
        }
      const { get, getMany, commit, list } = at.table
      const table = {
        ...at.table,
        get: during(get),
        getMany: during(getMany),
        commit: during(commit),
        list: during(list),
      }
      const tell = () => undefined
      await gatherPeople({ ...at, table, alarm: tell, note: tell, remainingMs: () => 60_000, fault: tell })
      if (calls <= nth) expect(await runCheck(at, job(second.checkId))).toBe('verified')
      expect(entries(at)).toEqual([['v2', 2]])
      at.time.now += DAY
      await drained(at)
    }
  })

  it('ends in time, and goes on where it ended', async () => {
    const at = world()
    for (let nth = 0; nth < 12; nth += 1) await decided(at, { who: person('match', nth) })
    indexing(at, 'v2', 'v1')
    const tell = () => undefined
    const hurried = { ...at, alarm: tell, note: tell, fault: tell, remainingMs: () => 0 }
    let rounds = 0
    while (entries(at).some(([version]) => version === 'v1')) {
      await gatherPeople(hurried)
      rounds += 1
    }
    expect(rounds).toBeLessThanOrEqual(4)
    expect(entries(at)).toHaveLength(12)
  })
})

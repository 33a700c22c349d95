import { describe, expect, it } from 'vitest'
import { commitDeed } from '../../../functions/audit/commit-deed.ts'
import { doers } from '../../../functions/audit/deed.ts'
import { auditKeys } from '../../../functions/audit/keys.ts'
import { authenticateOperator } from '../../../functions/operators/access/authenticate-operator.ts'
import { listSignIns } from '../../../functions/operators/access/list-sign-ins.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { update } from '../../../shared/table/write.ts'
import { valueIn } from '../../kit.ts'
import { type Enrolled, enrolled, signIn, type World, world } from '../fixture.ts'

/** They sign in a minute later; what their browser shows from then on, and how they are known by their session. */
const inAgain = async (at: World, lin: Enrolled, device?: string) => {
  at.time.now += MINUTE
  const opened = valueIn(await signIn(at, lin, { device }))
  return { ...opened, signedIn: valueIn(await authenticateOperator(at, opened.token)) }
}

/** As `<minutes ago> <from>`, with a mark at the session that asks. */
const told = async (at: World, of: Parameters<typeof listSignIns>[1]): Promise<string[]> =>
  (await listSignIns(at, of)).map(
    ({ at: then, from, isThis }) => `${(at.time.now - then) / MINUTE} ${from}${isThis ? ' this' : ''}`,
  )

/** Other things that are on record under their name. */
const searched = async (at: World, times: number) => {
  for (let nth = 0; nth < times; nth += 1)
    await commitDeed(
      at,
      {
        ...{ id: at.ids.id(), subject: 'operator:lin', at: at.time.now, by: doers.operator({ operatorId: 'lin' }) },
        ...({ action: 'number_search', detail: 'phone_miss', reason: 'exact number' } as const),
      },
      [],
    )
}

describe('the times somebody came in, as they are told', () => {
  it('are the newest first, with the device and this one among them, also where another came after it', async () => {
    const at = world()
    const lin = await enrolled(at)
    const first = await inAgain(at, lin)
    const own = await inAgain(at, lin, first.device)
    expect(await told(at, own.signedIn)).toEqual(['0 known_device this', '1 new_device', '3 link'])
    const strangers = await inAgain(at, lin)
    expect(await told(at, own.signedIn)).toEqual(['0 new_device', '1 known_device this', '2 new_device', '4 link'])
    expect(await told(at, strangers.signedIn)).toEqual([
      '0 new_device this',
      '1 known_device',
      '2 new_device',
      '4 link',
    ])
  })

  it('are five at most, and none of anybody else', async () => {
    const at = world()
    const lin = await enrolled(at)
    const chen = await enrolled(at, 'chen')
    let last = await inAgain(at, lin)
    for (let nth = 0; nth < 5; nth += 1) last = await inAgain(at, lin, last.device)
    expect(await told(at, last.signedIn)).toHaveLength(5)
    const other = valueIn(await authenticateOperator(at, chen.token))
    expect((await listSignIns(at, other)).map(({ from, isThis }) => [from, isThis])).toEqual([['link', true]])
  })

  it('are found behind much else, in three calls at most, and behind a record that cannot be read', async () => {
    const at = world({ sessionMs: 1000 * MINUTE, idleMs: 1000 * MINUTE })
    const lin = await enrolled(at)
    const own = await inAgain(at, lin)
    await searched(at, 150)
    await at.table.update(update(auditKeys.record('operator:lin', 60), { set: { action: 'lost' } }))
    const before = at.table.calls()
    expect(await told(at, own.signedIn)).toEqual(['0 new_device this', '2 link'])
    expect(at.table.calls() - before).toBe(2)
    await searched(at, 200)
    const then = at.table.calls()
    expect(await told(at, own.signedIn)).toEqual([])
    expect(at.table.calls() - then).toBe(3)
  })
})

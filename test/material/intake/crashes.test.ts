import { describe, expect, it } from 'vitest'
import { takeUpload } from '../../../functions/material/intake/take-upload.ts'
import type { Material } from '../../../functions/material/material.ts'
import { materialUsed } from '../../../functions/material/material-store.ts'
import type { Item, Update } from '../../../shared/table/write.ts'
import { allowed, materialAt, uploads, type World, world } from '../world.ts'

class Died extends Error {
  override name = 'Died'
}

/** Where a worker dies: at which effect, counted over all workers, and whether that was done. */
type Death = { at: number; done: boolean }

type Ports = Pick<World, 'table' | 'intake' | 'files' | 'vault'>

/** The ports, every call of which is an effect at which a worker can die; and how many there were. */
const mortal = (at: World, deaths: readonly Death[]) => {
  let effects = 0
  const over = <T extends object>(port: T): T => {
    const gated = { ...port }
    for (const [name, call] of Object.entries(port)) {
      if (typeof call !== 'function') continue
      const effect = async (...of: unknown[]): Promise<unknown> => {
        const death = deaths.find((one) => one.at === effects)
        effects += 1
        if (death && !death.done) throw new Died(name)
        const answer = await call.apply(port, of)
        if (death) throw new Died(name)
        return answer
      }
      Object.assign(gated, { [name]: effect })
    }
    return gated
  }
  const ports: Ports = { table: over(at.table), intake: over(at.intake), files: over(at.files), vault: over(at.vault) }
  return { ports, effects: () => effects }
}

type Mutant = (at: World) => World

/** One upload, its event and the clock, with a worker that dies there; whoever comes when it is due goes on. Answers what is wrong in the end. */
const played = async (deaths: readonly Death[], { mutant, isUsed }: { mutant?: Mutant; isUsed?: true } = {}) => {
  const at = world()
  const material = await allowed(at)
  await uploads(at, material)
  const { ports, effects } = mortal(at, deaths)
  const worker = mutant?.({ ...at, ...ports }) ?? { ...at, ...ports }
  const works = async () => {
    try {
      await takeUpload(worker, material.id)
    } catch (error) {
      if (!(error instanceof Died)) throw error
    }
  }
  await works()
  let isIn = false
  for (let rounds = 0; rounds < 20; rounds += 1) {
    const { dueAt } = itemOf(at, material)
    if (isUsed && !isIn) isIn = (await at.table.update(materialUsed(material, 'case', at.time.now))).kind === 'updated'
    if (dueAt === undefined) break
    at.time.now = Math.max(at.time.now, Number(dueAt))
    await works()
  }
  return { effects: effects(), faults: faultsOf(at, material, isIn) }
}

const itemOf = (at: World, { id }: Material): Item =>
  at.table.items().find(({ pk }) => pk.endsWith(id)) ?? { pk: '', sk: '' }

const faultsOf = (at: World, { id }: Material, isUsed: boolean): string[] => {
  const of = materialAt(at, id)
  const kept = [...at.files.files.keys()]
  const expected = isUsed ? [of.file] : []
  return [
    ...(of.status === (isUsed ? 'stored' : 'forgotten') ? [] : [`it ends ${of.status}`]),
    ...(at.intake.files.size === 0 ? [] : ['raw bytes are left']),
    ...(JSON.stringify(kept) === JSON.stringify(expected) ? [] : [`sealed files are left: ${kept}`]),
    ...(isUsed || of.wrappedKey === undefined ? [] : ['a key is left']),
    ...(itemOf(at, of).dueAt === undefined ? [] : ['it never comes to rest']),
  ]
}

const everyDeath = (effects: number, from = 0): Death[] =>
  Array.from({ length: effects - from }, (_none, nth) => [
    { at: from + nth, done: false },
    { at: from + nth, done: true },
  ]).flat()

describe('P10 an upload, whoever dies at whichever effect', () => {
  it.each([undefined, true] as const)('ends as it must, and leaves nothing; used: %s', async (isUsed) => {
    const { effects, faults } = await played([], { ...(isUsed && { isUsed }) })
    expect([effects > 9, faults]).toEqual([true, []])
    for (const first of everyDeath(effects)) {
      const one = await played([first], { ...(isUsed && { isUsed }) })
      expect([first, one.faults]).toEqual([first, []])
      for (const second of everyDeath(one.effects, first.at + 1)) {
        const { faults: wrong } = await played([first, second], { ...(isUsed && { isUsed }) })
        expect([first, second, wrong]).toEqual([first, second, []])
      }
    }
  })
})

const owingNothing = (write: Update): Update => {
  const { dueAt: _at, dueShard: _shard, ...set } = write.changes.set ?? {}
  return { ...write, changes: { ...write.changes, set, remove: ['dueAt', 'dueShard'] } }
}

/** Wrong ways to do it, each seen by one death or none. */
const mutants: readonly { name: string; mutant: Mutant }[] = [
  {
    name: 'the file of a worker that died is left',
    mutant: (at) => ({ ...at, files: { ...at.files, remove: async () => undefined } }),
  },
  {
    name: 'the raw file is left to the lifecycle of the bucket',
    mutant: (at) => ({ ...at, intake: { ...at.intake, remove: async () => undefined } }),
  },
  {
    name: 'nothing is owed while a worker looks at it',
    mutant: (at) => ({
      ...at,
      table: {
        ...at.table,
        update: (write) => at.table.update(write.changes.set?.status === 'taking' ? owingNothing(write) : write),
      },
    }),
  },
  {
    name: 'the key is kept with what is forgotten',
    mutant: (at) => ({
      ...at,
      table: {
        ...at.table,
        update: (write) =>
          at.table.update(
            write.changes.set?.status === 'forgotten' ? { ...write, changes: { ...write.changes, remove: [] } } : write,
          ),
      },
    }),
  },
]

describe('mutants of the intake', () => {
  it.each(mutants)('$name: is seen', async ({ mutant }) => {
    const of = { mutant }
    const seen: string[] = []
    const { effects, faults } = await played([], of).catch((error: Error) => ({ effects: 12, faults: [error.message] }))
    seen.push(...faults)
    for (const death of everyDeath(effects)) {
      if (seen.length > 0) break
      seen.push(
        ...(await played([death], of).then(
          ({ faults: wrong }) => wrong,
          (error: Error) => [error.message],
        )),
      )
    }
    expect(seen).not.toEqual([])
  })
})

import type { Write } from '../../../shared/table/write.ts'
import { verdict } from '../vendor/vendor.ts'
import { isOf, setting } from './mutant.ts'
import { noted } from './parking.ts'
import type { Effect, Fate, Process } from './process.ts'
import { answering, type Offer, paidFor, type Scenario, verification } from './script.ts'
import type { World } from './world.ts'

const writesOf = ({ name, args }: Effect): readonly Write[] =>
  name === 'table.commit' && Array.isArray(args[0]) ? args[0] : []

const commitsCheck =
  (...statuses: string[]) =>
  (effect: Effect): boolean =>
    writesOf(effect).some((write) => isOf(write, 'CHECK') && statuses.includes(String(setting(write, 'status'))))

const isVerdict = commitsCheck('done')
const isClaim = commitsCheck('calling')

/** Requests of that kind by the first worker of the check go like this, one after the other. Once it is dead all is well. */
const breaking = (world: World, fits: (effect: Effect) => boolean, fates: Fate[]): void => {
  const { schedule } = world
  let first: Process | undefined
  world.schedule = (effect) => {
    if (effect.process.name === 'check') first ??= effect.process
    const broken = effect.process === first && fits(effect) ? fates.shift() : undefined
    const fate = schedule(effect)
    if (broken === undefined || fate !== 'done') return fate
    world.trace.pop()
    return noted(world, effect, broken)
  }
}

type Row = { name: string; offer: Offer; fits: (effect: Effect) => boolean; fates: Fate[] }

const before = (times: number): Fate[] => Array.from({ length: times }, () => 'fails_before')

const rows: readonly Row[] = [
  { name: 'the verdict is throttled', offer: 'fee', fits: isVerdict, fates: before(3) },
  {
    name: 'the verdict is throttled for longer than a commit is tried',
    offer: 'membership',
    fits: isVerdict,
    fates: before(12),
  },
  {
    name: 'the verdict is throttled after it was written',
    offer: 'membership',
    fits: isVerdict,
    fates: ['fails_after', ...before(2)],
  },
  {
    name: 'the claim is throttled after it was written',
    offer: 'fee',
    fits: isClaim,
    fates: ['fails_after', ...before(2)],
  },
  {
    name: 'the check is read in parts',
    offer: 'fee',
    fits: ({ name }) => name === 'table.getMany',
    fates: ['fails_before', 'fails_after'],
  },
]

/** A match is a match, however slow the table is just then: nothing of it goes back. */
export const scenariosOfTable: readonly Scenario[] = rows.map(({ name, offer, fits, fates }) => ({
  name,
  accounts: 1,
  ends: { status: 'verified', backFen: 0 },
  async play(world) {
    world.cancelsFor = 'ThrottlingError'
    breaking(world, fits, [...fates])
    answering(world, verdict('match'))
    await paidFor(world, verification(world, offer))
  },
}))

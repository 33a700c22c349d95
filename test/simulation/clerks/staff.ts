import { doers } from '../../../functions/audit/deed.ts'
import { operatorKeys } from '../../../functions/operators/keys.ts'
import { editOperator, type OperatorEdit } from '../../../functions/operators/managing/edit-operator.ts'
import type { PersonRole } from '../../../functions/operators/rights.ts'
import { DAY, type Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { type Item, put } from '../../../shared/table/write.ts'
import { type Chance, oneOf } from '../runs/chance.ts'
import type { Process } from '../world/process.ts'
import { count, itemAt, type World } from '../world/world.ts'
import { does } from './clerks.ts'
import { clerks } from './operators.ts'

/** Those of the clerks who are persons, and may be changed. */
const persons = [clerks.lin, clerks.wang, clerks.zhao] as const
type Name = (typeof persons)[number]['operatorId']

/** Everybody who works here has been in for a month. */
export const employed = async (table: Table, now: Millis): Promise<void> => {
  const since = now - 30 * DAY
  const times = { createdAt: since, statusAt: since, enrolledAt: since, epochAt: since }
  for (const { operatorId: name } of persons) {
    const person = { name, role: 'finance', status: 'active', epoch: 2, ...times }
    await table.commit([
      put(operatorKeys.person(name), { ...person, password: { n: 1, r: 1, p: 1, salt: '', hash: '' } }),
    ])
  }
}

type Change = Pick<OperatorEdit, 'role' | 'status'>

/** An admin gives somebody another role, or lets them in no more or again. */
export const changes = (world: World, name: Name, change: Change): Process =>
  does(world, clerks.chen, 'change', (deps, by) =>
    editOperator(deps, doers.operator(by), { name, ...change, reason: 'other work' }),
  )

const isIn = (person: Item | undefined): boolean => person?.status === 'active' && person.role === 'finance'

/** An admin changes somebody; whoever is out, or has no money to move, soon is as before. */
export const somebodyIsChanged = (world: World, chance: Chance): void => {
  const out = persons.find(({ operatorId }) => !isIn(itemAt(world, operatorKeys.person(operatorId))))
  const someone = out ?? oneOf(chance, persons)
  if (!someone) return
  const change: Change = chance.once(2) ? { status: 'disabled' } : { role: 'support' }
  changes(world, someone.operatorId, out ? { status: 'active', role: 'finance' } : change)
}

const roles: readonly PersonRole[] = ['finance', 'admin']

/** Why somebody was nobody to stand behind money going back by hand at a moment. */
const standingFaults = (world: World, name: string, as: string, at: Millis): string[] => {
  const person = itemAt(world, operatorKeys.person(name))
  if (person?.status !== 'active') return [`${as} of what is paid by hand is in no more`]
  if (!roles.some((role) => role === person.role)) return [`${as} of what is paid by hand is ${person.role}`]
  return Number(person.epochAt) + world.settings.operators.standingMs <= at
    ? []
    : [`${as} of what is paid by hand was let in only lately`]
}

const nameIn = (doer: unknown): string => String(Object(doer).id)

/** What is paid by hand is so on the word of two who have both been in for long enough, at the moment of the commit. */
export const twoPeopleFaults = (world: World, { status, by, decidedBy, decidedAt }: Item): string[] => {
  if (status !== 'approved') return []
  const isPersons = Object(by).kind === 'operator'
  if (isPersons) count(world, 'two persons behind money paid by hand')
  return [
    ...standingFaults(world, nameIn(decidedBy), 'the approver', Number(decidedAt)),
    ...(isPersons ? standingFaults(world, nameIn(by), 'the proposer', Number(decidedAt)) : []),
  ]
}

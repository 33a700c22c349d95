import type { Item } from '../../../shared/table/write.ts'
import { type Chance, oneOf } from '../runs/chance.ts'
import { timePasses, type World } from '../world/world.ts'
import { acts, approves, namedIn, proposes, refuses } from './clerks.ts'
import { clerks } from './operators.ts'
import { somebodyIsChanged } from './staff.ts'

/** Whoever works with refunds. */
const hands = Object.values(clerks).filter((one) => one !== clerks.chen)

const refundsOf = (world: World): Item[] => [...world.items.values()].filter(({ sk }) => sk.startsWith('REFUND#'))

const openProposals = (world: World): Item[] =>
  [...world.items.values()].filter(({ sk, status }) => sk === 'PROPOSAL' && status === 'open')

/** Somebody decides about what was asked for: mostly another one, and now and then two at once, or after its time. */
const somebodyDecides = (world: World, chance: Chance, proposal: Item): void => {
  const id = String(proposal.id)
  if (chance.once(12)) timePasses(world, Number(proposal.expiresAt) - chance.pick(2))
  for (let clicks = chance.once(4) ? 2 : 1; clicks > 0; clicks -= 1)
    (chance.once(4) ? refuses : approves)(world, oneOf(chance, hands) ?? clerks.wang, id)
}

const somebodyActs = (world: World, chance: Chance): void => {
  const all = refundsOf(world)
  const stuck = all.filter(({ status }) => status === 'operator')
  const refund = oneOf(chance, stuck.length > 0 && !chance.once(6) ? stuck : all)
  const by = oneOf(chance, hands)
  if (!refund || !by) return
  const act = chance.of([
    [4, 'propose'],
    [1, 'retry'],
    [1, 'recheck'],
  ] as const)
  if (act === 'retry' || act === 'recheck') acts(world, by, act, namedIn(refund))
  else proposes(world, by, namedIn(refund))
}

/** An operator sees to a refund, most likely one that is with them, or to what another has asked for; now and then one of them is changed. */
export const somebodySees = (world: World, chance: Chance): void => {
  const isStaff = chance.once(10)
  const proposal = chance.once(2) ? oneOf(chance, openProposals(world)) : undefined
  if (isStaff) somebodyIsChanged(world, chance)
  else if (proposal) somebodyDecides(world, chance, proposal)
  else somebodyActs(world, chance)
}

/** How likely somebody is to see to something: much where a refund or a proposal waits for them. */
export const workFor = (world: World): number => {
  const refunds = refundsOf(world)
  const waits = refunds.some(({ status }) => status === 'operator') || openProposals(world).length > 0
  return waits ? 4 : Math.min(refunds.length, 1)
}

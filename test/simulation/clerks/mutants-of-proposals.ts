import { operatorKeys } from '../../../functions/operators/keys.ts'
import { type Item, nameOf, type Write } from '../../../shared/table/write.ts'
import { careless, committing, isOf, layered, type Suspect, seeing, writing } from '../world/mutant.ts'
import { byHand, isDecision, isDoing, isPointer, reading } from './mutant-clerks.ts'

/** Persons as whoever approves would see them otherwise. */
const asPersons = (see: (person: Item) => Item) =>
  seeing((item, world) => (item.sk === 'OPERATOR' && isDoing(world, 'approve') ? see(item) : item))

const askedByMachine = reading((proposal) => ({
  ...proposal,
  by: { kind: 'operator_key', id: Object(proposal.by).id },
}))

/** That somebody is as they were read. */
const isGuardOf = ({ kind, key }: Write, name: string): boolean =>
  kind === 'guard' && nameOf(key) === nameOf(operatorKeys.person(name))

/** Wrong ways to have two people decide that money goes back by hand. P7. */
export const mutantsOfProposals: readonly Suspect[] = [
  {
    name: 'one approves what one asked for',
    seenBy: 'crashes',
    seenIn: 'paid by hand: one’s own is neither approved nor refused',
    table: reading((proposal) => ({ ...proposal, by: { kind: 'operator', id: 'zhao' } })),
  },
  {
    name: 'one approves what a key of one’s name asked for',
    seenBy: 'crashes',
    seenIn: 'paid by hand: nor what a key of one’s name asked for',
    table: reading((proposal) => {
      const by = Object(proposal.by)
      return by.kind === 'operator_key' ? { ...proposal, by: { ...by, id: `key of ${by.id}` } } : proposal
    }),
  },
  {
    name: 'a machine approves',
    seenBy: 'crashes',
    seenIn: 'paid by hand: a machine approves nothing',
    operator: (by) => ({ ...by, isPerson: true }),
  },
  {
    name: 'whoever was let in a moment ago approves',
    seenBy: 'crashes',
    seenIn: 'paid by hand: not approved by who was let in only now',
    table: asPersons((person) => ({ ...person, epochAt: 0 })),
  },
  {
    name: 'whoever has been in approves, whatever they are now',
    seenBy: 'crashes',
    seenIn: 'paid by hand: not approved by who may not any more',
    table: asPersons((person) => ({ ...person, role: 'admin' })),
  },
  {
    name: 'nobody looks who asked',
    seenBy: 'crashes',
    seenIn: 'paid by hand: not where who asked was let in only now',
    table: askedByMachine,
  },
  {
    name: 'whoever asked may be out when it is approved',
    seenBy: 'crashes',
    seenIn: 'paid by hand: not where who asked is in no more, but asked for anew',
    table: asPersons((person) => (person.name === 'lin' ? { ...person, status: 'active', epochAt: 0 } : person)),
  },
  {
    name: 'whether the approver is in is looked at before it is written, and not when',
    seenBy: 'meetings',
    table: writing((write) => (isGuardOf(write, 'wang') ? undefined : write)),
  },
  {
    name: 'whether who asked is in is looked at before it is written, and not when',
    seenBy: 'meetings',
    table: writing((write) => (isGuardOf(write, 'lin') ? undefined : write)),
  },
  {
    name: 'a proposal has no end',
    seenBy: 'crashes',
    seenIn: 'paid by hand: over in the very millisecond, asked for once more',
    table: layered(
      reading((proposal) => ({ ...proposal, expiresAt: Number.MAX_SAFE_INTEGER })),
      writing((write) => (isDecision(write) ? careless(write, 'expiresAt') : write)),
    ),
  },
  {
    name: 'whether a proposal is over is looked at before the channel is asked, and not when it is decided',
    seenBy: 'crashes',
    seenIn: 'paid by hand: over while the channel is asked',
    table: writing((write) => (isDecision(write) ? careless(write, 'expiresAt') : write)),
  },
  {
    name: 'a decision is written over another',
    seenBy: 'meetings',
    table: writing((write) => {
      if (isDecision(write)) return careless(write, 'status')
      return isPointer(write) && write.kind === 'delete' ? careless(write, 'proposalId') : write
    }),
  },
  {
    name: 'two ask for the same at once, and both are asked for',
    seenBy: 'meetings',
    table: writing((write) => (isPointer(write) && write.kind === 'put' ? { ...write, when: undefined } : write)),
  },
  {
    name: 'what is over hinders asking once more',
    seenBy: 'crashes',
    seenIn: 'paid by hand: over in the very millisecond, asked for once more',
    table: writing((write) => (isPointer(write) && write.kind === 'put' ? careless(write, 'expiresAt') : write)),
  },
  {
    name: 'what was refused hinders asking once more',
    seenBy: 'crashes',
    seenIn: 'paid by hand: refused, asked for once more, approved by who had refused',
    table: writing((write) => (isPointer(write) && write.kind === 'delete' ? undefined : write)),
  },
  {
    name: 'it is paid by hand as soon as it is asked for',
    seenBy: 'crashes',
    seenIn: 'paid by hand: what was refused is not approved',
    table: writing((write) =>
      isOf(write, 'PROPOSAL') && write.kind === 'put'
        ? { ...write, item: { ...write.item, status: 'approved', decidedBy: write.item.by, decidedAt: write.item.at } }
        : write,
    ),
  },
  {
    name: 'money and decision are two commits',
    seenBy: 'crashes',
    seenIn: 'paid by hand: asked for and approved',
    table: committing((writes) => {
      const decided = writes.filter((write) => isDecision(write) || isPointer(write))
      const rest = writes.filter((write) => !decided.includes(write))
      return writes.some(byHand) ? [decided, rest] : [writes]
    }),
  },
]

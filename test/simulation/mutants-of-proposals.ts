import { careless, committing, isOf, layered, type Suspect, writing } from './mutant.ts'
import { byHand, isDecision, isPointer, reading } from './mutant-clerks.ts'

/** Wrong ways to have two people decide that money goes back by hand. P7. */
export const mutantsOfProposals: readonly Suspect[] = [
  {
    name: 'one approves what one asked for',
    seenBy: 'crashes',
    seenIn: 'paid by hand: one’s own is neither approved nor refused',
    table: reading((proposal) => ({ ...proposal, by: { kind: 'operator', id: 'somebody' } })),
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

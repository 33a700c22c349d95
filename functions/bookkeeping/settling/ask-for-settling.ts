import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import { deedSubjects, type Operator } from '../../audit/deed.ts'
import { openProposal, type ProposeDeps } from '../../operators/proposals/open-proposal.ts'
import type { Proposal, ProposalShown } from '../../operators/proposals/proposal.ts'
import { type FoundSettling, findSettling, type Settling } from './find-settling.ts'
import { fenOf, numberOf, thingOf } from './ways.ts'

type Shown = ProposalShown['difference_settled']

const shownOf = ({ way, differences: [difference, other] }: FoundSettling): Shown => {
  const { channel, day, id, kind: differs, outcome, orderId } = difference
  return {
    ...{ channel, day, difference: id, differs, outcome, way, number: numberOf(difference) },
    ...(orderId !== undefined && { orderId }),
    amountFen: fenOf(difference),
    ...(other && { with: { day: other.day, difference: other.id, number: numberOf(other) } }),
  }
}

const isSame = (one: Shown, other: Shown): boolean =>
  one.way === other.way && one.with?.day === other.with?.day && one.with?.difference === other.with?.difference

/**
 * An operator asks for a difference that stays open to be settled in a way that is open to it. Another has to approve it. One is open per
 * difference: asked again, that is answered, whoever asks; in another way, `settling_asked`. Else refuses as `findSettling` does.
 */
export const askForSettling = async (
  deps: ProposeDeps,
  by: Operator,
  { reason, ...of }: Settling & { reason: string },
): Promise<Outcome<Proposal>> => {
  const found = await findSettling(deps.table, of)
  if (!found.ok) return found
  const shown = shownOf(found.value)
  const asked = await openProposal(deps, by, {
    kind: 'difference_settled',
    thing: thingOf(found.value.differences[0]),
    subject: deedSubjects.reconciliation(shown.channel, shown.day),
    detail: `${shown.way} ${shown.difference}`,
    shown,
    reason,
    action: 'difference_propose',
  })
  if (!asked.ok) return asked
  const open = asked.value
  return open.kind === 'difference_settled' && isSame(open.shown, shown) ? ok(open) : refused('settling_asked')
}

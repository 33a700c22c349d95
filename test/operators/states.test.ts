import { describe, expect, it } from 'vitest'
import {
  type OperatorEvent,
  type OperatorStatus,
  operatorStatuses,
  operatorTransitions,
} from '../../functions/operators/operator.ts'
import {
  codeTaken,
  invitedAnew,
  type KeptPerson,
  linkOpened,
  personEnrolled,
  personInvited,
  personMoved,
} from '../../functions/operators/operator-store.ts'
import {
  type Proposal,
  type ProposalEvent,
  type ProposalStatus,
  proposalStatuses,
  proposalTransitions,
} from '../../functions/operators/proposals/proposal.ts'
import { proposalDecided, proposalOpened } from '../../functions/operators/proposals/proposal-store.ts'
import { HOUR } from '../../shared/kernel/time.ts'
import { memoryTable } from '../../shared/table/memory.ts'
import type { Write } from '../../shared/table/write.ts'
import { NOON } from '../kit.ts'
import { sampleProposal } from '../samples.ts'
import { itObeys, type Machine, reachable, trapped } from '../state-moves.ts'

const lin = { name: 'lin', role: 'finance', invitedBy: { kind: 'operator', id: 'zhao' } } as const
const link = { hash: 'h', until: NOON + HOUR }
const keptIn = (status: OperatorStatus): KeptPerson => ({
  ...{ name: 'lin', role: 'finance', status, epoch: 1, createdAt: NOON },
  ...{ linkHash: link.hash, linkUntil: link.until },
})
const credentials = { password: { n: 16, r: 1, p: 1, salt: 's', hash: 'h' }, totp: 'k1.x', totpStep: 1 }

const operators: Machine<OperatorStatus, OperatorEvent> = {
  table: operatorTransitions,
  states: operatorStatuses,
  itemIn: (status) => {
    const written = personInvited(lin, link, NOON)
    return { ...written, item: { ...written.item, status } }
  },
  writes: {
    link_opened: (read) => linkOpened(keptIn(read), NOON),
    enrolled: (read) => personEnrolled(keptIn(read), credentials, NOON),
    invited_anew: (read) => invitedAnew(keptIn(read), 'invited_anew', 'finance', link, NOON),
    rescued: (read) => invitedAnew(keptIn(read), 'rescued', 'admin', link, NOON),
    disabled: (read) => personMoved(keptIn(read), 'disabled', 'finance', NOON),
    enabled: (read) => personMoved(keptIn(read), 'enabled', 'finance', NOON),
    enabled_unenrolled: (read) => personMoved(keptIn(read), 'enabled_unenrolled', 'finance', NOON),
    code_taken: (read) => codeTaken(keptIn(read), 1),
    role_changed: (read) => personMoved(keptIn(read), 'role_changed', 'support', NOON),
  },
}

describe('states of an operator', () => {
  it('can all be reached', () => {
    expect(reachable(operatorTransitions, 'invited')).toEqual([...operatorStatuses].sort())
  })
  itObeys(operators)

  it.each([
    [
      'by somebody who read an older epoch',
      personMoved({ ...keptIn('invited'), epoch: 2 }, 'disabled', 'finance', NOON),
    ],
    ['by opening another link', linkOpened({ ...keptIn('invited'), linkHash: 'other' }, NOON)],
    ['by opening a link that is over', linkOpened(keptIn('invited'), link.until)],
    ['with another link', personEnrolled({ ...keptIn('invited'), linkHash: 'other' }, credentials, NOON)],
    ['with a link that is over', personEnrolled(keptIn('invited'), credentials, link.until)],
    ['with a code where nobody is let in', codeTaken(keptIn('invited'), 1)],
  ])('are not changed %s', async (_how, write) => {
    const table = memoryTable()
    await table.commit([personInvited(lin, link, NOON)])
    expect((await table.commit([write])).kind).toBe('conflict')
  })

  it('begin once for a name', async () => {
    const table = memoryTable()
    expect((await table.commit([personInvited(lin, link, NOON)])).kind).toBe('committed')
    expect((await table.commit([personInvited({ ...lin, role: 'admin' }, link, NOON)])).kind).toBe('conflict')
  })
})

const proposalIn = (status: ProposalStatus): Proposal => ({ ...sampleProposal, status })

const decided = (read: ProposalStatus, event: ProposalEvent): Write =>
  proposalDecided(proposalIn(read), event, { by: { kind: 'operator', id: 'lin' }, decision: 'r', now: NOON })[0]

const proposals: Machine<ProposalStatus, ProposalEvent> = {
  table: proposalTransitions,
  states: proposalStatuses,
  itemIn: (status) => proposalOpened(proposalIn(status))[0],
  writes: { approved: (read) => decided(read, 'approved'), refused: (read) => decided(read, 'refused') },
}

describe('states of a proposal', () => {
  it('can all be reached, and all lead to an end', () => {
    expect(reachable(proposalTransitions, 'open')).toEqual([...proposalStatuses].sort())
    expect(trapped(proposalTransitions, proposalStatuses)).toEqual([])
  })
  itObeys(proposals)
})

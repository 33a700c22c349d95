import { describe } from 'vitest'
import {
  type AccountProof,
  type ProofEvent,
  type ProofStatus,
  proofStatuses,
  proofTransitions,
} from '../../../functions/certification/proving/proof.ts'
import { proofBegun, proofMoved } from '../../../functions/certification/proving/proof-store.ts'
import { sampleProof } from '../../samples.ts'
import { itObeys, type Machine } from '../../state-moves.ts'

const proofIn = (status: ProofStatus): AccountProof => ({ ...sampleProof, status, changes: 0 })

const moved = (read: ProofStatus, on: ProofEvent, status: ProofStatus = read) =>
  proofMoved(proofIn(read), on, proofIn(status))

const machine: Machine<ProofStatus, ProofEvent> = {
  table: proofTransitions,
  states: proofStatuses,
  itemIn: (status) => proofBegun(proofIn(status)),
  writes: {
    begun: (read) => moved(read, 'begun', 'waiting'),
    not_executed: (read) => moved(read, 'not_executed', 'failed'),
    came_back: (read) => moved(read, 'came_back', 'failed'),
    tried: (read) => moved(read, 'tried'),
    proven: (read) => moved(read, 'proven', 'proven'),
    begun_anew: (read) => moved(read, 'begun_anew', 'sending'),
  },
}

describe('W2 the states of a proof of the account of a company', () => itObeys(machine))

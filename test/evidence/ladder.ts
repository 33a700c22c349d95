import type { EvidenceKind } from '../../functions/evidence/evidence.ts'

/** What may be known of one source: nothing that counts, or something by somebody who showed that they are the person, or did not. */
export type Known = 'no' | 'shown' | 'unshown'

/** The five sources of X3 and what is known of each. */
export type Knowns = { carrier: Known; bank: Known; police: Known; document: Known; review: Known }

/** Which source each kind of evidence speaks for. Two kinds of one source are one source. */
export const sourceFor: Record<EvidenceKind, keyof Knowns> = {
  carrier_three_element: 'carrier',
  bank_card_four_element: 'bank',
  bank_proof_review: 'bank',
  face: 'police',
  net_id: 'police',
  id_document: 'document',
  attended_review: 'review',
}

/**
 * The ladder as it stands in X3, said a second time and another way: by counting. A level begins with a base, that is carrier, bank or
 * review by whoever showed that they are the person. A live face and an attended review are equal; where review is the base, it is not the
 * live step too.
 */
export const ladderSays = (of: Knowns): number => {
  const has = (source: keyof Knowns): number => (of[source] === 'no' ? 0 : 1)
  const shown = (source: 'carrier' | 'bank' | 'review'): boolean => of[source] === 'shown'
  const [byRegister, byReview] = [shown('carrier') || shown('bank'), shown('review')]
  if (!byRegister && !byReview) return 0
  const registers = has('carrier') + has('bank')
  // Beside a register the other one or the document is a second source; beside a review any of the three.
  const seconds = registers + has('document')
  if (!(byRegister && seconds >= 2) && !(byReview && seconds >= 1)) return 1
  const byFace = has('police') === 1
  if (!byFace && !(byRegister && seconds >= 2 && has('review') === 1)) return 2
  return has('bank') === 1 && seconds + has('police') + has('review') >= 4 ? 4 : 3
}

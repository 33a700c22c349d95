import type { Millis } from '../../shared/kernel/time.ts'

/** Who says that a person is who they say they are. Each counts once, whichever vendor was asked. */
export const sources = ['carrier', 'bank', 'police', 'document', 'review'] as const
export type Source = (typeof sources)[number]

/** What can be proven of an account, and from which source each comes. */
export const sourceOf = {
  carrier_three_element: 'carrier',
  bank_card_four_element: 'bank',
  face: 'police',
  net_id: 'police',
  id_document: 'document',
  attended_review: 'review',
} as const satisfies Record<string, Source>
export type EvidenceKind = keyof typeof sourceOf
export const evidenceKinds = Object.keys(sourceOf) as EvidenceKind[]

/**
 * As much of a piece of evidence as a level depends on. `at`: when it was proven, `validUntil`: from then on it counts no more, both epoch
 * ms. `possession`: that whoever proved it holds what they named (the number, the card) or is the person.
 */
export type Proof = { kind: EvidenceKind; at: Millis; validUntil?: Millis; possession: boolean }

/** A piece of evidence of an account. `check`: what brought it about, by which whoever keeps the details finds them. */
export type Evidence = Proof & { accountId: string; check: string }

/** Whether evidence counts at `now`. */
export const isValid = ({ validUntil }: Pick<Proof, 'validUntil'>, now: Millis): boolean =>
  validUntil === undefined || now < validUntil

/** What is proven of an account once `proof` is too: the newest of each source. */
export const provenWith = (proofs: readonly Proof[], proof: Proof): Proof[] => [
  ...proofs.filter(({ kind }) => sourceOf[kind] !== sourceOf[proof.kind]),
  proof,
]

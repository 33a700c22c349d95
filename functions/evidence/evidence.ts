import type { Millis } from '../../shared/kernel/time.ts'

/** Who says that a person is who they say they are. Each counts once, whichever vendor was asked. */
export const sources = ['carrier', 'bank', 'police', 'document', 'review'] as const
export type Source = (typeof sources)[number]

/** What can be proven of an account, and from which source each comes. */
export const sourceOf = {
  carrier_three_element: 'carrier',
  bank_card_four_element: 'bank',
  bank_proof_review: 'bank',
  face: 'police',
  net_id: 'police',
  id_document: 'document',
  attended_review: 'review',
} as const satisfies Record<string, Source>
export type EvidenceKind = keyof typeof sourceOf
export const evidenceKinds = Object.keys(sourceOf) as EvidenceKind[]

/** What took evidence its force before its time: the carrier gave the number to somebody else, or the card was taken off. */
export const evidenceEnds = ['number_recycled', 'card_unbound'] as const
export type EvidenceEnd = (typeof evidenceEnds)[number]

/**
 * As much of a piece of evidence as a level depends on. `at`: when it was proven, `validUntil`: from then on it counts no more, both epoch
 * ms. `possession`: that whoever proved it holds what they named (the number, the card) or is the person. `ended`: why it ended
 * before its time.
 */
export type Proof = { kind: EvidenceKind; at: Millis; validUntil?: Millis; possession: boolean; ended?: EvidenceEnd }

/**
 * A piece of evidence of an account. `check`: what brought it about, by which whoever keeps the details finds them. `lookAt`: when it is looked at
 * whether it still holds (epoch ms); `looks`: how often that was begun since it was proven, and nothing was found out.
 */
export type Evidence = Proof & { accountId: string; check: string; lookAt?: Millis; looks?: number }

/** Whether evidence counts at `now`. */
export const isValid = ({ validUntil }: Pick<Proof, 'validUntil'>, now: Millis): boolean =>
  validUntil === undefined || now < validUntil

/** When evidence is to be looked at next, or its end is to be told (epoch ms); undefined for never. */
export const dueFrom = ({ validUntil, ended, lookAt }: Evidence): Millis | undefined => {
  if (ended) return undefined
  const next = Math.min(lookAt ?? Number.POSITIVE_INFINITY, validUntil ?? Number.POSITIVE_INFINITY)
  return Number.isFinite(next) ? next : undefined
}

/** What is proven of an account once `proof` is too: the newest of each source. */
export const provenWith = (proofs: readonly Proof[], proof: Proof): Proof[] => [
  ...proofs.filter(({ kind }) => sourceOf[kind] !== sourceOf[proof.kind]),
  proof,
]

/** Whether what is proven from the same source counts longer than `proof` will (each end in epoch ms, none for good). */
export const isOutlived = (proofs: readonly Proof[], { kind, validUntil: ends }: Proof, now: Millis): boolean =>
  proofs.some(
    (one) =>
      sourceOf[one.kind] === sourceOf[kind] &&
      isValid(one, now) &&
      (one.validUntil ?? Number.POSITIVE_INFINITY) > (ends ?? Number.POSITIVE_INFINITY),
  )

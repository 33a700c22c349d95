import type { Millis } from '../../shared/kernel/time.ts'
import { type EvidenceEnd, evidenceEnds, type Proof } from './evidence.ts'
import { type Level, levelOf } from './level.ts'

/** Why a level changed: something was proven; the time of what proved it was over; it lost its force before that; the account is nobody any more. */
export const levelCauses = ['proven', 'expired', ...evidenceEnds, 'cleared'] as const
export type LevelCause = 'proven' | 'expired' | EvidenceEnd | 'cleared'

/** A level that is another than the one that was told last. */
export type LevelChange = { from: Level; to: Level; because: LevelCause }

/**
 * How the level of an account changes with what is proven of it from now on; undefined where it is what was told last. Whatever is proven,
 * a level can only have fallen because something ended meanwhile.
 */
export const levelChange = (
  told: Level,
  proofs: readonly Proof[],
  now: Millis,
  because: LevelCause,
): LevelChange | undefined => {
  const { level: to } = levelOf(proofs, now)
  if (to === told) return undefined
  return { from: told, to, because: because === 'proven' && to < told ? 'expired' : because }
}

/** A level that fell, when (epoch ms) and with the end of which evidence. */
export type Fall = { at: Millis; from: Level; to: Level; proof: Proof }

/** The last time that the level fell because what is known of an account ended; undefined where nothing of it that ended mattered. */
export const lastFall = (proofs: readonly Proof[], now: Millis): Fall | undefined => {
  const ended = proofs.filter(({ validUntil }) => validUntil !== undefined && validUntil <= now)
  const falls = ended.flatMap((proof): Fall[] => {
    const at = proof.validUntil ?? now
    const [from, to] = [levelOf(proofs, at - 1).level, levelOf(proofs, at).level]
    return to < from ? [{ at, from, to, proof }] : []
  })
  return falls.sort((one, other) => other.at - one.at)[0]
}

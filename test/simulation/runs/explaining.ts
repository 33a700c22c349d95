import type { Mutant } from '../world/mutant.ts'
import { shrunk, tapeOf } from './chance.ts'
import { type History, lived } from './histories.ts'
import { told } from './telling.ts'
import { TAPE_LENGTH } from './trials.ts'

const MOST_TRIES = 300

/** The violation without ids, which change when a tape is shortened. */
const kindOf = ({ violations }: History): string | undefined => violations[0]?.replace(/[0-9a-z]{20,}/g, '')

/** What went wrong in the history of a seed: the shortest way found to the same violation. */
export const explained = async (
  seed: number,
  mutant?: Mutant,
  tries = MOST_TRIES,
): Promise<{ text: string; choices: number }> => {
  const whole = tapeOf(seed, TAPE_LENGTH)
  const kind = kindOf(await lived(whole, mutant))
  const tape = await shrunk(whole, async (shorter) => kindOf(await lived(shorter, mutant)) === kind, tries)
  const { world, violations } = await lived(tape, mutant)
  return { text: `${violations.join('\n')}\n${told(world)}`, choices: tape.length }
}
